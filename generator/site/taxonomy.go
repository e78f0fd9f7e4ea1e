package site

import (
	"siger/generator/award"
)

// TaxonomyPage is the view of a taxonomy in an edition.
type TaxonomyPage struct {
	Head        Head
	Title       string
	Description string
	Groups      []TermGroup
	Without     string // how many innovations have no term, in a sentence; "" for none
	Others      []TaxonomyCard
}

// A TaxonomyCard is a way to a taxonomy.
type TaxonomyCard struct{ Name, Href, Numbers string }

// A TermGroup is a run of terms with the same group.
type TermGroup struct {
	Name  string // "" when the taxonomy has no groups
	Terms []TermRow
}

// A TermRow is a term with its count.
type TermRow struct {
	Name, Href, Description string
	Count                   string
	Empty                   bool
	Bar                     int // the count in thousandths of the largest
}

// planTaxonomy plans a taxonomy's page and those of its terms. One pass over the
// results serves them all.
func (s *Site) planTaxonomy(st *award.Standing, t *award.Taxonomy) {
	e := st.Edition
	listed := e.Status == award.Final
	byTerm := map[string][]*award.Result{}
	without := 0
	for i := range st.Results {
		r := &st.Results[i]
		terms := r.Innovation.Terms(t.ID)
		if len(terms) == 0 {
			without++
		}
		for _, id := range terms {
			byTerm[id] = append(byTerm[id], r)
		}
	}
	s.page(taxonomyPath(e, t), "taxonomy", e.AsOf, listed, func() any { return s.taxonomyPage(st, t, byTerm, without) })
	for i := range t.Terms {
		term := &t.Terms[i]
		results := byTerm[term.ID]
		path, of := termPath(e, t, term.ID), pages(len(results))
		for page := 1; page <= of; page++ {
			s.page(numbered(path, page), "term", e.AsOf, listed && len(results) > 0,
				func() any { return s.termPage(st, t, term, results, page, of) })
		}
	}
}

func (s *Site) taxonomyPage(st *award.Standing, t *award.Taxonomy, byTerm map[string][]*award.Result, without int) TaxonomyPage {
	e := st.Edition
	title := s.t("judul-taksonomi", t.Name, s.format.year(e.Year))
	p := TaxonomyPage{
		Head:        s.editionHead(st, taxonomyPath(e, t), title, s.t("uraian-taksonomi", t.Name, e.Name)),
		Title:       title,
		Description: t.Description,
	}
	p.Head.Edit = s.edit("klasifikasi.yaml")
	if without > 0 {
		p.Without = s.t("tanpa-istilah", s.format.count(without))
	}
	most := 1
	for _, results := range byTerm {
		most = max(most, len(results))
	}
	for i := range t.Terms {
		term := &t.Terms[i]
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Name != term.Group {
			p.Groups = append(p.Groups, TermGroup{Name: term.Group})
		}
		g := &p.Groups[len(p.Groups)-1]
		n := len(byTerm[term.ID])
		g.Terms = append(g.Terms, TermRow{
			Name: term.Name, Href: s.href(termPath(e, t, term.ID)), Description: term.Description,
			Count: s.format.count(n), Empty: n == 0, Bar: n * 1000 / most,
		})
	}
	for i := range s.content.Taxonomies {
		if other := &s.content.Taxonomies[i]; other != t {
			p.Others = append(p.Others, TaxonomyCard{Name: other.Name, Href: s.href(taxonomyPath(e, other))})
		}
	}
	return p
}

// TermPage is the view of a page of a term in an edition.
type TermPage struct {
	Head        Head
	Title       string
	Taxonomy    Link
	Description string
	Sources     []string
	Intro       string
	Table       Table
	Pager       Pager
}

func (s *Site) termPage(st *award.Standing, t *award.Taxonomy, term *award.Term, results []*award.Result, page, of int) TermPage {
	e := st.Edition
	path := termPath(e, t, term.ID)
	title := s.pageTitle(term.Name, page)
	p := TermPage{
		Head: s.editionHead(st, numbered(path, page), title, s.t("uraian-istilah", term.Name, e.Name),
			Link{Text: t.Name, Href: s.href(taxonomyPath(e, t))}),
		Title:       title,
		Taxonomy:    Link{Text: s.t("judul-taksonomi", t.Name, s.format.year(e.Year)), Href: s.href(taxonomyPath(e, t))},
		Description: term.Description,
		Sources:     term.Sources,
		Intro:       s.t("pengantar-istilah", s.format.count(len(results)), s.format.year(e.Year)),
		Table:       s.table(st, title, window(results, page)),
		Pager:       s.pager(path, page, of),
	}
	p.Head.Edit = s.edit("klasifikasi.yaml")
	p.Head.Corrected = s.correctedNotice(st)
	return p
}
