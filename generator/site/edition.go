package site

import (
	"io"
	"slices"

	"siger/generator/award"
)

// Markdown is a text with where it came from, for the template function that
// turns it into HTML.
type Markdown struct {
	Text    award.Text
	File    string
	Field   string
	Heading int // the level at which authors begin headings
	Deeper  int // how many levels deeper they are published
}

func editionText(e *award.Edition) Markdown { return Markdown{e.Note, e.File, "catatan", 3, 0} }

// AllMarkdown returns every author's text of the site, for checking.
func (s *Site) AllMarkdown() []Markdown {
	var all []Markdown
	for i := range s.content.Pages {
		all = append(all, pageText(&s.content.Pages[i]))
	}
	for _, st := range s.standings {
		all = append(all, editionText(st.Edition))
		for _, in := range st.Edition.Innovations {
			all = append(all, append(formTexts(in), answerText(in), noteText(in))...)
		}
	}
	return all
}

// HiddenMarkdown returns the texts that no page shows: those of an innovation in
// the editions that its page does not speak of.
func (s *Site) HiddenMarkdown() []Markdown {
	var hidden []Markdown
	for _, e := range s.entries {
		for _, a := range e.appearances {
			if in := a.result.Innovation; in != e.latest() {
				hidden = append(hidden, append(formTexts(in), answerText(in), noteText(in))...)
			}
		}
	}
	return hidden
}

// HomePage is the view of the home page.
type HomePage struct {
	Head     Head
	Lead     string
	Latest   *Summary // nil when there is no edition
	Editions []EditionCard
}

// A Summary is an edition at a glance.
type Summary struct {
	Year       string
	Name       string
	Href       string
	Status     string
	StatusText string
	AsOf       string
	Figures    []Figure
	Awards     []AwardCard
	Top        Table
	Ranking    string
	AwardsHref string
	Method     string
	DataHref   string
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
	for _, st := range s.standings {
		p.Editions = append(p.Editions, s.editionCard(st))
	}
	if st := s.current(); st != nil {
		summary := s.summary(st)
		p.Latest = &summary
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
		AsOf:       s.format.date(e.AsOf),
		Figures: []Figure{
			{s.format.count(len(st.Results)), s.t("angka-inovasi")},
			{s.format.count(len(rated)), s.t("angka-dinilai")},
			{s.format.count(len(st.Agencies)), s.t("angka-perangkat-daerah")},
			{s.format.count(len(e.Awards)), s.t("angka-penghargaan")},
		},
		Top:        s.table(st, s.t("peringkat-teratas"), pointers(top(rated))),
		Ranking:    s.href(rankingPath(e)),
		AwardsHref: s.href(awardsPath(e)),
		Method:     s.href(methodPath(e)),
		DataHref:   s.href(dataPath(e)),
		Histogram:  s.histogram(st),
	}
	for i := range st.Awards {
		sum.Awards = append(sum.Awards, s.awardCard(st, &st.Awards[i]))
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
	Head      Head
	Summary   Summary
	Basis     string
	Note      Markdown
	Sources   []string
	Timetable []PhaseRow
	Others    []EditionCard
}

// A PhaseRow is a step of the timetable.
type PhaseRow struct{ Name, Planned, Actual, Note string }

func (s *Site) edition(st *award.Standing) EditionPage {
	e := st.Edition
	p := EditionPage{
		Head:    s.editionHead(st, editionPath(e), e.Name, s.t("uraian-edisi", e.Name, s.format.count(len(st.Results)))),
		Summary: s.summary(st),
		Basis:   e.Basis,
		Note:    editionText(e),
		Sources: e.Sources,
	}
	for _, phase := range e.Timetable {
		p.Timetable = append(p.Timetable, PhaseRow{
			Name:    phase.Name,
			Planned: s.period(phase.Planned),
			Actual:  s.period(phase.Actual),
			Note:    phase.Note,
		})
	}
	for _, other := range s.standings {
		if other != st {
			p.Others = append(p.Others, s.editionCard(other))
		}
	}
	return p
}

func (s *Site) period(p award.Period) string { return s.format.period(p, s.t("mulai"), s.t("sampai")) }

// RankingPage is the view of a page of the ranking.
type RankingPage struct {
	Head     Head
	Title    string
	Intro    string
	Table    Table
	Explorer *Explorer    // on the first page; nil without rows
	Unranked []StateGroup // on the last page
	Pager    Pager
	Method   string
	Data     string
	Agencies string
}

// A StateGroup lists the innovations of a state other than rated.
type StateGroup struct {
	State award.State
	Name  string
	Rows  []Row
}

func (s *Site) planRanking(st *award.Standing) {
	e := st.Edition
	path, of := rankingPath(e), pages(len(st.Rated()))
	for page := 1; page <= of; page++ {
		s.page(numbered(path, page), "ranking", e.AsOf, e.Status == award.Final, func() any { return s.ranking(st, page, of) })
	}
	s.file(explorerPath(e), func(w io.Writer) error { return s.writeExplorer(w, st) })
}

func (s *Site) ranking(st *award.Standing, page, of int) RankingPage {
	e := st.Edition
	rated := st.Rated()
	title := s.pageTitle(s.t("judul-peringkat", s.format.year(e.Year)), page)
	p := RankingPage{
		Head:     s.editionHead(st, numbered(rankingPath(e), page), title, s.t("uraian-peringkat", e.Name)),
		Title:    title,
		Intro:    s.t("pengantar-peringkat", s.format.count(len(rated)), e.Rubric.Name, s.format.decimal(e.Rubric.Scale)),
		Table:    s.table(st, title, pointers(window(rated, page))),
		Pager:    s.pager(rankingPath(e), page, of),
		Method:   s.href(methodPath(e)),
		Data:     s.href(dataPath(e)),
		Agencies: s.href(agencyRankingPath(e)),
	}
	if page == 1 {
		p.Explorer = s.explorer(st)
	}
	if page == of {
		p.Unranked = s.unranked(st, st.Results[len(rated):])
	}
	return p
}

// unranked groups results without a rank, which are in the order of the states.
func (s *Site) unranked(st *award.Standing, results []award.Result) []StateGroup {
	var groups []StateGroup
	for i := range results {
		r := &results[i]
		if len(groups) == 0 || groups[len(groups)-1].State != r.State {
			groups = append(groups, StateGroup{State: r.State, Name: s.t("keadaan-" + string(r.State))})
		}
		g := &groups[len(groups)-1]
		g.Rows = append(g.Rows, s.row(st, r))
	}
	return groups
}

// AgencyRankingPage is the view of the ranking of agencies.
type AgencyRankingPage struct {
	Head      Head
	Title     string
	ScoreName string
	Rows      []AgencyRow
	Ranking   string
	Method    string
}

// An AgencyRow is an agency in a list.
type AgencyRow struct {
	Name, Href, Group              string
	Reported, Count, Total, Mean   string
	RankCount, RankTotal, RankMean string // "" without a rated innovation
	Bar                            int    // the total in thousandths of the largest
}

func (s *Site) agencyRanking(st *award.Standing) AgencyRankingPage {
	e := st.Edition
	title := s.t("judul-peringkat-perangkat-daerah", s.format.year(e.Year))
	p := AgencyRankingPage{
		Head: s.editionHead(st, agencyRankingPath(e), title, s.t("uraian-peringkat-perangkat-daerah", e.Name),
			Link{Text: s.t("menu-peringkat"), Href: s.href(rankingPath(e))}),
		Title:     title,
		ScoreName: e.Rubric.Name,
		Ranking:   s.href(rankingPath(e)),
		Method:    s.href(methodPath(e)),
	}
	for i := range st.Agencies {
		row := s.agencyRow(&st.Agencies[i])
		row.Bar = perMille(st.Agencies[i].Total, st.Agencies[0].Total)
		p.Rows = append(p.Rows, row)
	}
	return p
}

func (s *Site) agencyRow(a *award.AgencyStanding) AgencyRow {
	rank := func(n int) string {
		if n == 0 {
			return ""
		}
		return s.format.count(n)
	}
	return AgencyRow{
		Name: a.Agency.Name, Href: s.href(agencyPath(a.Agency.ID)), Group: s.groups[a.Agency.Group],
		Reported: s.format.count(len(a.Results)), Count: s.format.count(a.Count),
		Total: s.format.decimal(a.Total), Mean: s.format.decimal(a.Mean),
		RankCount: rank(a.Ranks.Count), RankTotal: rank(a.Ranks.Total), RankMean: rank(a.Ranks.Mean),
	}
}
