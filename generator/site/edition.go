package site

import (
	"slices"

	"siger/generator/award"
)

// HomePage is the view of the home page.
type HomePage struct {
	Head      Head
	Lead      string
	Latest    *Summary // nil when there is no edition
	Corrected Link     // what corrections changed in it; the zero value for nothing
	Editions  []EditionCard
}

// A Summary is an edition at a glance.
type Summary struct {
	Year       string
	Name       string
	Href       string
	Status     string
	StatusText string
	AsOf       string // in words
	Figures    []Figure
	Podium     *AwardCard  // the first award of innovations that has winners; nil for none
	Awards     []AwardCard // the others
	Top        Table
	Ranking    string
	Agencies   string // ranking of agencies
	AwardsHref string
	Method     string
	DataHref   string
	Robust     string // "" when it is switched off
	Moved      Link   // what moved since the edition before; the zero value without one
	Objections string // "" without an objection period
	Histogram  Histogram
	Taxonomies []TaxonomyCard
}

// An EditionCard is a way to an edition.
type EditionCard struct {
	Name, Href, Status, Numbers string
}

// topRows is the rank down to which an edition's page lists innovations; a tie at
// it is listed whole.
const topRows = 10

func (s *Site) home() HomePage {
	site := s.content.Site
	p := HomePage{Head: s.head("", site.Name, site.Description), Lead: site.Description}
	p.Head.Title = site.Name
	p.Head.OwnSearch = true
	for _, st := range s.standings {
		p.Editions = append(p.Editions, s.editionCard(st))
	}
	if st := s.current(); st != nil {
		summary := s.summary(st)
		p.Latest = &summary
		p.Corrected = s.correctedNotice(st)
		if st.Edition.Status != award.Final {
			p.Head.Status = s.statusNotice(st.Edition)
		}
	}
	return p
}

func (s *Site) editionCard(st *award.Standing) EditionCard {
	return EditionCard{
		Name:    st.Edition.Name,
		Href:    s.href(editionPath(st.Edition)),
		Status:  s.t("status-" + string(st.Edition.Status)),
		Numbers: s.t("angka-edisi", s.format.count(len(st.Results)), s.format.count(len(st.Agencies))),
	}
}

func (s *Site) summary(st *award.Standing) Summary {
	e := st.Edition
	rated := st.Rated()
	sum := Summary{
		Year:       s.format.year(e.Year),
		Name:       e.Name,
		Href:       s.href(editionPath(e)),
		Status:     s.t("status-" + string(e.Status)),
		StatusText: s.statusNotice(e),
		AsOf:       s.standsAt(st),
		Figures: []Figure{
			{s.format.count(len(st.Results)), s.t("angka-inovasi")},
			{s.format.count(len(rated)), s.t("angka-dinilai")},
			{s.format.count(len(st.Agencies)), s.t("angka-perangkat-daerah")},
			{s.format.count(len(e.Awards)), s.t("angka-penghargaan")},
		},
		Top:        s.table(st, s.t("peringkat-teratas"), pointers(top(rated))),
		Ranking:    s.href(rankingPath(e)),
		Agencies:   s.href(agencyRankingPath(e)),
		AwardsHref: s.href(awardsPath(e)),
		Method:     s.href(methodPath(e)),
		DataHref:   s.href(dataPath(e)),
		Robust:     s.robustnessHref(e),
		Moved:      s.movementLink(st),
		Histogram:  s.histogram(st),
	}
	if !e.Hearing.IsZero() {
		sum.Objections = s.href(objectionsPath(e))
	}
	for i := range st.Awards {
		card := s.awardCard(st, &st.Awards[i])
		if sum.Podium == nil && st.Awards[i].Award.Subject == award.Innovations && len(card.Winners) > 0 {
			sum.Podium = &card
			continue
		}
		sum.Awards = append(sum.Awards, card)
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		sum.Taxonomies = append(sum.Taxonomies, TaxonomyCard{t.Name, s.href(taxonomyPath(e, t)), s.t("angka-istilah", s.format.count(len(t.Terms)))})
	}
	return sum
}

func top(rated []award.Result) []award.Result {
	n := slices.IndexFunc(rated, func(r award.Result) bool { return r.Rank > topRows })
	if n < 0 {
		return rated
	}
	return rated[:n]
}

// EditionPage is the view of an edition.
type EditionPage struct {
	Head     Head
	Summary  Summary
	Basis    string
	Note     Markdown
	Sources  []string
	Timeline Timeline
	Others   []EditionCard
	Seal     *SealNote
}

func (s *Site) edition(st *award.Standing) EditionPage {
	e := st.Edition
	p := EditionPage{
		Head:     s.editionHead(st, editionPath(e), e.Name, s.t("uraian-edisi", e.Name, s.format.count(len(st.Results)))),
		Summary:  s.summary(st),
		Basis:    e.Basis,
		Note:     editionText(e),
		Sources:  e.Sources,
		Timeline: s.timeline(e.Timetable),
		Seal:     s.sealNote(e),
	}
	p.Head.Propose = s.propose(e, "")
	p.Head.Corrected = s.correctedNotice(st)
	for _, other := range s.standings {
		if other != st {
			p.Others = append(p.Others, s.editionCard(other))
		}
	}
	return p
}

func (s *Site) period(p award.Period) string { return s.format.period(p, s.t("mulai"), s.t("sampai")) }
