package site

import (
	"siger/generator/award"
)

// RankingPage is the view of a page of the ranking.
type RankingPage struct {
	Head     Head
	Title    string
	Intro    string
	Table    Table
	Explorer *Explorer    // on the first page; nil without an innovation
	Explore  string       // where that is, on the other pages
	Unranked []StateGroup // those on this page; they follow the ranked ones
	Pager    Pager
	Compare  *CompareBar
	Method   string
	Data     string
	Agencies string
	Robust   string // "" when it is switched off
	Moved    Link   // what moved since the edition before; the zero value without one
}

// A StateGroup lists the innovations of a state other than rated.
type StateGroup struct {
	State award.State
	Name  string
	Rows  []Row
}

func (s *Site) planRanking(st *award.Standing) {
	e := st.Edition
	listed := e.Status == award.Final
	path, of := rankingPath(e), pages(len(st.Results))
	for page := 1; page <= of; page++ {
		s.page(numbered(path, page), "ranking", e.AsOf, listed, func() any { return s.ranking(st, page, of) })
	}
	s.planExplorer(st)
	agencies, ofAgencies := agencyRankingPath(e), pages(len(st.Agencies))
	for page := 1; page <= ofAgencies; page++ {
		s.page(numbered(agencies, page), "agency-ranking", e.AsOf, listed, func() any { return s.agencyRanking(st, page, ofAgencies) })
	}
}

func (s *Site) ranking(st *award.Standing, page, of int) RankingPage {
	e := st.Edition
	rated := len(st.Rated())
	rows := window(st.Results, page)
	ranked := min(max(rated-before(len(st.Results), page), 0), len(rows))
	title := s.pageTitle(s.t("judul-peringkat", s.format.year(e.Year)), page)
	p := RankingPage{
		Head:     s.editionHead(st, numbered(rankingPath(e), page), title, s.t("uraian-peringkat", e.Name)),
		Title:    title,
		Intro:    s.t("pengantar-peringkat", s.format.count(rated), e.Rubric.Name, s.format.decimal(e.Rubric.Scale)),
		Table:    s.table(st, title, pointers(rows[:ranked])),
		Unranked: s.unranked(st, rows[ranked:]),
		Pager:    s.pager(rankingPath(e), page, of),
		Method:   s.href(methodPath(e)),
		Data:     s.href(dataPath(e)),
		Agencies: s.href(agencyRankingPath(e)),
		Robust:   s.robustnessHref(e),
		Moved:    s.movementLink(st),
	}
	p.Head.Corrected = s.correctedNotice(st)
	if len(st.Results) > 0 {
		p.Compare = s.compareBar("i", st)
		if page == 1 {
			p.Explorer = s.explorer(st)
		} else {
			p.Explore = s.href(rankingPath(e)) + "#jelajah"
		}
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
	Head    Head
	Title   string
	Intro   string
	Rows    []AgencyRow
	Pager   Pager
	Ranking string
	Method  string
	Compare *CompareBar
}

// An AgencyRow is an agency in a list.
type AgencyRow struct {
	Name, Href, Group              string
	Reported, Count, Total, Mean   string
	RankCount, RankTotal, RankMean string // "" without a rated innovation
	Ranked                         string // how many agencies have a rank
	Bar                            int    // the total in thousandths of the largest
}

func (s *Site) agencyRanking(st *award.Standing, page, of int) AgencyRankingPage {
	e := st.Edition
	path, ranked := agencyRankingPath(e), rankedAgencies(st)
	title := s.pageTitle(s.t("judul-peringkat-perangkat-daerah", s.format.year(e.Year)), page)
	p := AgencyRankingPage{
		Head: s.editionHead(st, numbered(path, page), title, s.t("uraian-peringkat-perangkat-daerah", e.Name),
			Link{Text: s.t("menu-peringkat"), Href: s.href(rankingPath(e))}),
		Title:   title,
		Intro:   s.t("pengantar-peringkat-perangkat-daerah", s.format.count(ranked), e.Rubric.Name, s.format.decimal(e.Rubric.Scale)),
		Pager:   s.pager(path, page, of),
		Ranking: s.href(rankingPath(e)),
		Method:  s.href(methodPath(e)),
	}
	p.Head.Corrected = s.correctedNotice(st)
	if len(st.Agencies) > 0 {
		p.Compare = s.compareBar("pd", st)
	}
	agencies := window(st.Agencies, page)
	for i := range agencies {
		row := s.agencyRow(&agencies[i], ranked)
		row.Bar = perMille(agencies[i].Total, st.Agencies[0].Total)
		p.Rows = append(p.Rows, row)
	}
	return p
}

// rankedAgencies returns how many agencies of an edition have a rank.
func rankedAgencies(st *award.Standing) int {
	n := 0
	for i := range st.Agencies {
		if st.Agencies[i].Count > 0 {
			n++
		}
	}
	return n
}

func (s *Site) agencyRow(a *award.AgencyStanding, ranked int) AgencyRow {
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
		Ranked: s.format.count(ranked),
	}
}
