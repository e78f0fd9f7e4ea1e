package content

import (
	"fmt"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// What a schema says beyond the shapes: the values that the project has.

// Paths of keys whose values are the project's own.
const (
	agencyPath   = "inovasi.perangkat_daerah"
	categoryPath = "inovasi.kategori"
	markPath     = "inovasi.penilaian"
	levelPath    = "inovasi.penilaian.tingkat"
	evidencePath = "inovasi.penilaian.bukti"
	objectPath   = "inovasi.sanggahan.kriteria"
	filterPath   = "edisi.penghargaan.saring"
	needsPath    = "klasifikasi.istilah.perlu"

	evidenceWantPath = "edisi.rubrik.kriteria.bukti_diminta"
)

// known describes a value by what the project has for it, or returns nil where
// the shape says all.
func (b *schemaBuilder) known(path string, f *form, null bool) members {
	switch {
	case path == agencyPath && b.agenciesRead:
		return b.agencies(null)
	case path == categoryPath && b.taxonomiesRead:
		return b.categories(null)
	case path == filterPath && b.taxonomiesRead:
		return b.filter(f, null)
	case path == needsPath && f.each != nil:
		return b.list(wordsRule(neededNames()), f, null)
	case path == markPath && f.ids && b.edition != nil && b.edition.rubricRead:
		return b.marks(f.each, null)
	case path == objectPath && b.edition != nil && b.edition.rubricRead:
		return b.criteria(null)
	case path == levelPath && b.criterion != nil && f.each != nil:
		return b.levels(f)
	case path == evidencePath && b.criterion != nil && f.each != nil:
		criterion := b.criterion
		b.criterion = nil
		defer func() { b.criterion = criterion }()
		return b.reference("bukti", b.value(path, f, null))
	}
	return nil
}

func (b *schemaBuilder) agencies(null bool) members {
	list := make([]alternative, len(b.content.Agencies))
	for i, a := range b.content.Agencies {
		list[i] = alternative{a.ID, a.Name, a.Name + " (" + b.groupName(a.Group) + ")"}
	}
	return oneOf(list, null)
}

// criteria describes the ids of the edition's criteria.
func (b *schemaBuilder) criteria(null bool) members {
	list := make([]alternative, len(b.edition.edition.Rubric.Criteria))
	for i, c := range b.edition.edition.Rubric.Criteria {
		list[i] = alternative{c.ID, c.Name, c.Description}
	}
	return oneOf(list, null)
}

func (b *schemaBuilder) groupName(id string) string {
	for _, g := range b.content.Groups {
		if g.ID == id {
			return g.Name
		}
	}
	return ""
}

// categories describes an innovation's terms.
func (b *schemaBuilder) categories(null bool) members {
	var properties members
	var must []string
	for i := range b.content.Taxonomies {
		t := &b.content.Taxonomies[i]
		if t.Required {
			must = append(must, t.ID)
		}
		most := 1
		if t.Multiple {
			most = maxList
		}
		least := 0
		if t.Required {
			least = 1
		}
		properties = append(properties, member{t.ID, titled(t.Name, t.Description, b.terms(t, least, most, !t.Required))})
	}
	return closed(properties, must, null)
}

// filter describes whom an award is for.
func (b *schemaBuilder) filter(f *form, null bool) members {
	groups := b.value(filterPath+".", f.each, false)
	if b.agenciesRead {
		list := make([]alternative, len(b.content.Groups))
		for i, g := range b.content.Groups {
			list[i] = alternative{g.ID, g.Name, ""}
		}
		groups = b.list(b.reference("kelompok", oneOf(list, false)), f.each, false, member{"minItems", 1})
	}
	about := describe("perangkat-daerah.kelompok", b.lang)
	properties := members{{groupFilter, titled(about.title, about.text, groups)}}
	for i := range b.content.Taxonomies {
		t := &b.content.Taxonomies[i]
		properties = append(properties, member{t.ID, titled(t.Name, t.Description, b.terms(t, 1, maxList, false))})
	}
	return closed(properties, nil, null)
}

// terms describes one term of a taxonomy, or a list of them.
func (b *schemaBuilder) terms(t *award.Taxonomy, least, most int, null bool) members {
	list := make([]alternative, len(t.Terms))
	for i, term := range t.Terms {
		list[i] = alternative{term.ID, term.Name, termText(term)}
	}
	var more []member
	if least > 0 {
		more = append(more, member{"minItems", least})
	}
	if t.Multiple {
		more = append(more, member{"uniqueItems", true})
	}
	return b.list(b.reference("istilah-"+t.ID, oneOf(list, false)), termsForm.upTo(most), null, more...)
}

// termText says what a term is; editors show it without the title beside it.
func termText(t award.Term) string {
	switch {
	case t.Description != "":
		return t.Name + ": " + t.Description
	case t.Group != "":
		return t.Name + " (" + t.Group + ")"
	}
	return t.Name
}

// marks describes the marks on the criteria of the edition.
func (b *schemaBuilder) marks(mark *form, null bool) members {
	var properties members
	for i := range b.edition.edition.Rubric.Criteria {
		b.criterion = &b.edition.edition.Rubric.Criteria[i]
		v := b.value(markPath, mark, true)
		if condition := b.evidence(); condition != nil {
			v = append(v, condition...)
		}
		properties = append(properties, member{b.criterion.ID, titled(b.criterion.Name, b.criterionText(b.criterion), v)})
	}
	b.criterion = nil
	return closed(properties, nil, null)
}

// criterionText says what a criterion asks for, and its levels.
func (b *schemaBuilder) criterionText(c *award.Criterion) string {
	var parts []string
	if c.Description != "" {
		parts = append(parts, c.Description)
	}
	if c.EvidenceWant != "" {
		parts = append(parts, describe(evidenceWantPath, b.lang).title+": "+c.EvidenceWant)
	}
	for i := range c.Levels {
		parts = append(parts, levelText(&c.Levels[i], b.lang))
	}
	return strings.Join(parts, "\n\n")
}

// levelText says when a level is given.
func levelText(l *award.Level, lang problem.Language) string {
	text := fmt.Sprintf("%d = %s", l.Value, l.Description)
	if l.NeedsEvidence {
		text += problem.Words{ID: " (perlu bukti)", EN: " (needs evidence)"}.In(lang)
	}
	return text
}

// levels describes the levels of a criterion, with the rubric's words.
func (b *schemaBuilder) levels(f *form) members {
	list := make([]alternative, len(b.criterion.Levels))
	digits := make([]string, len(b.criterion.Levels))
	for i, level := range b.criterion.Levels {
		digits[i] = itoa(level.Value)
		list[i] = alternative{level.Value, digits[i], level.Description}
	}
	v := oneOf(list, false)
	quoted := members{{"type", "string"}, {"pattern", "^(" + strings.Join(digits, "|") + ")$"}}
	v[0].value = append(v[0].value.([]any), quoted)
	return b.list(b.reference("tingkat-"+b.criterion.ID, v), f, false, member{"minItems", 1})
}

// evidence says that some levels need evidence.
func (b *schemaBuilder) evidence() members {
	var levels []any
	for _, l := range b.criterion.Levels {
		if l.NeedsEvidence {
			levels = append(levels, l.Value)
		}
	}
	if len(levels) == 0 {
		return nil
	}
	one := members{{"enum", levels}}
	return members{
		{"if", members{
			{"properties", members{{"tingkat", members{{"anyOf", []any{one, members{{"type", "array"}, {"contains", one}}}}}}}},
			{"required", []string{"tingkat"}},
		}},
		{"then", members{
			{"properties", members{{"bukti", members{{"type", "array"}, {"minItems", 1}}}}},
			{"required", []string{"bukti"}},
		}},
	}
}

// conditions says which fields of an innovation others make mandatory.
func (b *schemaBuilder) conditions() (all []any) {
	if b.taxonomiesRead {
		for i := range b.content.Taxonomies {
			t := &b.content.Taxonomies[i]
			for _, term := range t.Terms {
				if len(term.Needs) > 0 {
					all = append(all, needed(t.ID, term))
				}
			}
		}
	}
	if e := b.edition; e != nil && e.rubricRead && e.edition.Status != award.Draft {
		ids := make([]string, len(e.edition.Rubric.Criteria))
		for i, c := range e.edition.Rubric.Criteria {
			ids[i] = c.ID
		}
		all = append(all, members{
			{"if", members{{"properties", members{{"ditarik", members{{"type", "null"}}}}}}},
			{"then", members{
				{"properties", members{{"penilaian", members{{"type", "object"}, {"required", ids}}}}},
				{"required", []string{"penilaian"}},
			}},
		})
	}
	return all
}

// needed says what a term makes mandatory.
func needed(taxonomy string, term award.Term) members {
	one := members{{"const", term.ID}}
	chosen := members{{"anyOf", []any{one, members{{"type", "array"}, {"contains", one}}}}}
	var given members
	for _, field := range term.Needs {
		given = append(given, member{field, members{{"not", members{{"type", "null"}}}}})
	}
	return members{
		{"if", members{
			{"properties", members{{"kategori", members{
				{"properties", members{{taxonomy, chosen}}},
				{"required", []string{taxonomy}},
			}}}},
			{"required", []string{"kategori"}},
		}},
		{"then", members{{"properties", given}, {"required", slices.Clone(term.Needs)}}},
	}
}
