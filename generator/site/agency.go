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
	Year     string
	Edition  Link
	Measures AgencyRow
	Table    Table
	Awards   []Link
}

// AgencyListPage is the view of the list of all agencies.
type AgencyListPage struct {
	Head   Head
	Title  string
	Intro  string
	Groups []AgencyListGroup
}

// An AgencyListGroup is the agencies of one group.
type AgencyListGroup struct {
	Name string
	Rows []AgencyListRow
}

// An AgencyListRow is an agency with how much it took part.
type AgencyListRow struct {
	Name, Href, Numbers string
	Absent              bool // it took part in no edition
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
	s.page("perangkat-daerah/", "agencies", s.asOf(), true, func() any { return s.agencyList(part) })
	for i := range s.content.Agencies {
		a := &s.content.Agencies[i]
		s.page(agencyPath(a.ID), "agency", s.asOf(), len(part[a.ID]) > 0, func() any { return s.agency(a, part[a.ID]) })
	}
}

func (s *Site) agencyList(part map[string]map[*award.Standing]*award.AgencyStanding) AgencyListPage {
	title := s.t("judul-perangkat-daerah")
	p := AgencyListPage{
		Head:  s.head("perangkat-daerah/", title, s.t("uraian-perangkat-daerah", s.content.Site.Region)),
		Title: title,
		Intro: s.t("pengantar-perangkat-daerah", s.format.count(len(s.content.Agencies)), s.format.count(len(part))),
	}
	p.Head.Edit = s.edit("perangkat-daerah.yaml")
	for _, g := range s.content.Groups {
		group := AgencyListGroup{Name: g.Name}
		for i := range s.content.Agencies {
			a := &s.content.Agencies[i]
			if a.Group != g.ID {
				continue
			}
			row := AgencyListRow{Name: a.Name, Href: s.href(agencyPath(a.ID)), Absent: len(part[a.ID]) == 0}
			for _, st := range s.standings {
				if as := part[a.ID][st]; as != nil {
					if row.Numbers != "" {
						row.Numbers += " · "
					}
					row.Numbers += s.t("angka-perangkat-daerah-edisi", s.format.year(st.Edition.Year), s.format.count(len(as.Results)))
				}
			}
			group.Rows = append(group.Rows, row)
		}
		if len(group.Rows) > 0 {
			p.Groups = append(p.Groups, group)
		}
	}
	return p
}

func (s *Site) agency(a *award.Agency, part map[*award.Standing]*award.AgencyStanding) AgencyPage {
	p := AgencyPage{
		Head: s.head(agencyPath(a.ID), a.Name, s.t("uraian-satu-perangkat-daerah", a.Name),
			Link{Text: s.t("menu-perangkat-daerah"), Href: s.href("perangkat-daerah/")}),
		Name: a.Name, Note: a.Note, Sources: a.Sources,
	}
	p.Head.NoIndex = len(part) == 0
	p.Head.Edit = s.edit("perangkat-daerah.yaml")
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
			Year:     s.format.year(st.Edition.Year),
			Edition:  Link{Text: st.Edition.Name, Href: s.href(editionPath(st.Edition))},
			Measures: s.agencyRow(as),
			Table:    s.table(st, st.Edition.Name, as.Results),
		}
		for i := range st.Awards {
			for _, w := range st.Awards[i].Winners {
				if w.Agency == a || (w.Result != nil && w.Result.Innovation.Agency == a.ID) {
					text := s.t("juara", s.format.count(w.Place), st.Awards[i].Award.Name)
					if w.Agency == nil {
						text = s.t("juara-inovasi", s.format.count(w.Place), st.Awards[i].Award.Name, w.Name())
					}
					e.Awards = append(e.Awards, Link{Text: text, Href: s.href(awardsPath(st.Edition)) + "#" + awardAnchor(st.Awards[i].Award.ID)})
				}
			}
		}
		if st.Edition.Status != award.Final && p.Head.Status == "" {
			p.Head.Status = s.statusNotice(st.Edition)
		}
		p.Editions = append(p.Editions, e)
	}
	return p
}
