package content

import (
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// doubt takes back the fixes of ids that nothing else in the content uses: it may
// be the definition that is misspelt, and every reference right. A name that is no id
// leaves no doubt.
func (l *loader) doubt(found []problem.Problem) {
	var used map[string]bool
	for i := range found {
		p := &found[i]
		if p.Fix == nil || l.named(p) {
			continue
		}
		key := ""
		folder, _, _ := strings.Cut(p.File, "/")
		switch p.Code {
		case problem.UnknownAgency, problem.UnknownTaxonomy, problem.UnknownGroup:
			key = useOf(p.Code, p.Fix.Text)
		case problem.UnknownTerm:
			key = useOf(p.Code, p.Args[1], p.Fix.Text)
		case problem.UnknownCriterion:
			key = useOf(p.Code, folder, p.Fix.Text)
		default:
			continue
		}
		if used == nil {
			used = l.uses()
		}
		if !used[key] {
			p.Fix = nil
		}
	}
}

// named reports whether a problem is about a reference that is a name.
func (l *loader) named(p *problem.Problem) bool {
	if p.Code != problem.UnknownAgency && p.Code != problem.UnknownTerm || isSlug(p.Args[0].(string)) {
		return false
	}
	if p.Code == problem.UnknownAgency {
		return l.names().Agency(p.Args[0].(string)) != ""
	}
	_, unknown := l.names().Terms(l.taxonomy(p.Args[1].(string)), p.Args[0].(string))
	return unknown == ""
}

func useOf(code problem.Code, parts ...any) string {
	key := string(code)
	for _, part := range parts {
		key += "\n" + part.(string)
	}
	return key
}

// uses finds every id that something refers to, by the problem that it would be
// if the id did not exist.
func (l *loader) uses() map[string]bool {
	used := map[string]bool{}
	categories := func(list []award.Category) {
		for _, c := range list {
			used[useOf(problem.UnknownTaxonomy, c.Taxonomy)] = true
			for _, term := range c.Terms {
				used[useOf(problem.UnknownTerm, c.Taxonomy, term)] = true
			}
		}
	}
	for _, in := range l.innovations {
		v := in.innovation
		used[useOf(problem.UnknownAgency, v.Agency)] = true
		categories(v.Categories)
		for _, m := range v.Marks {
			used[useOf(problem.UnknownCriterion, folderOf(v), m.Criterion)] = true
		}
	}
	for _, a := range l.content.Agencies {
		used[useOf(problem.UnknownGroup, a.Group)] = true
	}
	for _, e := range l.content.Editions {
		for _, a := range e.Awards {
			categories(a.Filter.Terms)
			for _, g := range a.Filter.Groups {
				used[useOf(problem.UnknownGroup, g)] = true
			}
		}
	}
	return used
}
