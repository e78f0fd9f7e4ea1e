package site

import (
	"siger/generator/award"
)

// AgencyPage is the view of an agency's permanent page.
type AgencyPage struct {
	Head     Head
	Name     string
	Facts    []Fact
	Note     string
	Sources  []string
	Editions []AgencyEdition // latest first
}

// An AgencyEdition is an agency's part in an edition.
type AgencyEdition struct {
	Year      string
	Edition   Link
	Measures  AgencyRow
	Mean      string // its name with the scale
	Table     Table  // the first page of its innovations
	Corrected Link   // what corrections changed in the edition; the zero value for nothing
	Pager     Pager
	Awards    []Win  // its own, then its innovations'
	Ranking   string // of agencies
	Compare   string // with its neighbours in the ranking
}

// AgencyListPage is the view of the list of all agencies.
type AgencyListPage struct {
	Head    Head
	Title   string
	Intro   string
	Groups  []AgencyListGroup // those on this page with innovations
	Absent  []AgencyListGroup // those on this page without any, which come after all others
	Others  string            // how many are without any, in a sentence
	Ranking Link              // of the current edition, the zero value without one
	Pager   Pager
}

// An AgencyListGroup is the agencies of one group.
type AgencyListGroup struct {
	Name string
	Rows []AgencyListRow
}

// An AgencyListRow is an agency with how much it took part.
type AgencyListRow struct {
	Name, Href string
	Numbers    string // how much it took part, "" where it did not
}

func (s *Site) planAgencies() {
	part := map[string]map[*award.Standing]*award.AgencyStanding{}
	for _, st := range s.standings {
		for i := range st.Agencies {
			a := &st.Agencies[i]
			if part[a.Agency.ID] == nil {
				part[a.Agency.ID] = map[*award.Standing]*award.AgencyStanding{}
			}
			part[a.Agency.ID][st] = a
		}
	}
	of := pages(len(s.content.Agencies))
	for page := 1; page <= of; page++ {
		s.page(numbered(agenciesPath(), page), "agencies", s.asOf(), true, func() any { return s.agencyList(part, page, of) })
	}
	for i := range s.content.Agencies {
		a := &s.content.Agencies[i]
		s.page(agencyPath(a.ID), "agency", s.asOf(), len(part[a.ID]) > 0, func() any { return s.agency(a, part[a.ID]) })
		for _, st := range s.standings {
			as := part[a.ID][st]
			if as == nil {
				continue
			}
			of := pages(len(as.Results))
			for page := 2; page <= of; page++ {
				s.page(numbered(agencyEditionPath(a.ID, st.Edition), page), "agency-innovations", s.asOf(), false,
					func() any { return s.agencyInnovations(st, as, page, of) })
			}
		}
	}
}

func (s *Site) agencyList(part map[string]map[*award.Standing]*award.AgencyStanding, page, of int) AgencyListPage {
	title := s.pageTitle(s.t("judul-perangkat-daerah"), page)
	p := AgencyListPage{
		Pager:  s.pager(agenciesPath(), page, of),
		Head:   s.head(numbered(agenciesPath(), page), title, s.t("uraian-perangkat-daerah", s.content.Site.Region)),
		Title:  title,
		Intro:  s.t("pengantar-perangkat-daerah", s.format.count(len(s.content.Agencies)), s.format.count(len(part))),
		Others: s.t("belum-ikut-banyak", s.format.count(len(s.content.Agencies)-len(part))),
	}
	p.Head.Edit = s.edit("perangkat-daerah.yaml")
	if st := s.current(); st != nil {
		p.Ranking = Link{Text: s.t("judul-peringkat-perangkat-daerah", s.format.year(st.Edition.Year)), Href: s.href(agencyRankingPath(st.Edition))}
	}
	byGroup := make([]*award.Agency, 0, len(s.content.Agencies))
	for _, absent := range []bool{false, true} {
		for _, g := range s.content.Groups {
			for i := range s.content.Agencies {
				if a := &s.content.Agencies[i]; a.Group == g.ID && (len(part[a.ID]) == 0) == absent {
					byGroup = append(byGroup, a)
				}
			}
		}
	}
	for _, a := range window(byGroup, page) {
		groups := &p.Groups
		if len(part[a.ID]) == 0 {
			groups = &p.Absent
		}
		if n := len(*groups); n == 0 || (*groups)[n-1].Name != s.groups[a.Group] {
			*groups = append(*groups, AgencyListGroup{Name: s.groups[a.Group]})
		}
		row := AgencyListRow{Name: a.Name, Href: s.href(agencyPath(a.ID))}
		for _, st := range s.standings {
			if as := part[a.ID][st]; as != nil {
				if row.Numbers != "" {
					row.Numbers += " · "
				}
				row.Numbers += s.t("angka-perangkat-daerah-edisi", s.format.year(st.Edition.Year), s.format.count(len(as.Results)))
			}
		}
		g := &(*groups)[len(*groups)-1]
		g.Rows = append(g.Rows, row)
	}
	return p
}

// agencyName returns the name of an agency, or its id when it is none.
func (s *Site) agencyName(id string) string {
	if a := s.agencies[id]; a != nil {
		return a.Name
	}
	return id
}

func (s *Site) agency(a *award.Agency, part map[*award.Standing]*award.AgencyStanding) AgencyPage {
	p := AgencyPage{
		Head: s.head(agencyPath(a.ID), a.Name, s.t("uraian-satu-perangkat-daerah", a.Name),
			Link{Text: s.t("menu-perangkat-daerah"), Href: s.href(agenciesPath())}),
		Name: a.Name, Note: a.Note, Sources: a.Sources,
	}
	p.Head.NoIndex = len(part) == 0
	p.Head.Image = s.holderImage(holder{award.Agencies, a.ID}, s.current())
	p.Head.Edit = s.edit("perangkat-daerah.yaml")
	p.Head.Origin = s.origin(s.standsAt(s.current()), agencySources(part)...)
	p.Head.Propose = s.propose(s.open(), a.ID)
	fact := func(key, value string) {
		if value != "" {
			p.Facts = append(p.Facts, Fact{Label: s.t(key), Text: value})
		}
	}
	fact("kelompok", s.groups[a.Group])
	fact("jenis-perangkat-daerah", a.Kind)
	fact("kode", a.Code)
	fact("kode-kemendagri", a.RegionCode.HomeAffairs)
	fact("kode-bps", a.RegionCode.Statistics)
	for _, name := range a.OtherNames {
		fact("nama-lain", name)
	}
	for _, st := range s.standings {
		as := part[st]
		if as == nil {
			continue
		}
		e := AgencyEdition{
			Year:      s.format.year(st.Edition.Year),
			Edition:   Link{Text: st.Edition.Name, Href: s.href(editionPath(st.Edition))},
			Measures:  s.agencyRow(as, rankedAgencies(st)),
			Mean:      s.t("nama-dari-skala", s.t("rata-rata"), s.format.decimal(st.Edition.Rubric.Scale)),
			Table:     s.table(st, st.Edition.Name, window(as.Results, 1)),
			Ranking:   s.href(agencyRankingPath(st.Edition)),
			Compare:   s.compareAgency(st, as),
			Corrected: s.correctedNotice(st),
		}
		if of := pages(len(as.Results)); of > 1 {
			e.Pager = s.agencyPager(as, st, 1, of)
		}
		e.Awards = s.wins(s.placesIn(st, holder{award.Agencies, a.ID}), false)
		for _, r := range as.Results {
			e.Awards = append(e.Awards, s.wins(s.placesIn(st, holder{award.Innovations, r.Innovation.ID}), true)...)
		}
		if st.Edition.Status != award.Final && p.Head.Status == "" {
			p.Head.Status = s.statusNotice(st.Edition)
		}
		p.Editions = append(p.Editions, e)
	}
	return p
}

// AgencyInnovationsPage is the view of a further page of an agency's innovations in
// an edition; the first is on the agency's own page.
type AgencyInnovationsPage struct {
	Head   Head
	Title  string
	Agency Link
	Table  Table
	Pager  Pager
}

func (s *Site) agencyInnovations(st *award.Standing, as *award.AgencyStanding, page, of int) AgencyInnovationsPage {
	a := as.Agency
	title := s.pageTitle(s.t("judul-perangkat-daerah-edisi", a.Name, s.format.year(st.Edition.Year)), page)
	agency := Link{Text: a.Name, Href: s.href(agencyPath(a.ID))}
	p := AgencyInnovationsPage{
		Head: s.head(numbered(agencyEditionPath(a.ID, st.Edition), page), title, s.t("uraian-satu-perangkat-daerah", a.Name),
			Link{Text: s.t("menu-perangkat-daerah"), Href: s.href(agenciesPath())}, agency),
		Title: title, Agency: agency,
		Table: s.table(st, title, window(as.Results, page)),
		Pager: s.agencyPager(as, st, page, of),
	}
	p.Head.NoIndex = true
	p.Head.Corrected = s.correctedNotice(st)
	if st.Edition.Status != award.Final {
		p.Head.Status = s.statusNotice(st.Edition)
	}
	return p
}

// agencyPager is a pager whose first page is the agency's own.
func (s *Site) agencyPager(as *award.AgencyStanding, st *award.Standing, page, of int) Pager {
	list := agencyEditionPath(as.Agency.ID, st.Edition)
	p := s.pager(list, page, of)
	own := s.href(agencyPath(as.Agency.ID)) + "#edisi-" + s.format.year(st.Edition.Year)
	if page == 2 {
		p.Previous.Href = own
	}
	if page > 1 {
		p.Pages[0].Href = own
	}
	return p
}
