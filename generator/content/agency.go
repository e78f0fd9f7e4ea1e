package content

import (
	"slices"
	"strconv"

	"siger/generator/award"
	"siger/generator/problem"
)

const agencyFile = "perangkat-daerah.yaml"

type agencies struct {
	groups []award.AgencyGroup
	list   []award.Agency
}

var groupShape = shape[award.AgencyGroup]{
	{"id", required, slug(func(v *award.AgencyGroup) *string { return &v.ID })},
	{"nama", required, text(maxName, func(v *award.AgencyGroup) *string { return &v.Name })},
}

var regionCodeShape = shape[award.RegionCode]{
	{"kemendagri", optional, text(20, func(v *award.RegionCode) *string { return &v.HomeAffairs })},
	{"bps", optional, text(20, func(v *award.RegionCode) *string { return &v.Statistics })},
}

var agencyShape = shape[award.Agency]{
	{"id", required, slug(func(v *award.Agency) *string { return &v.ID })},
	{"nama", required, text(maxName, func(v *award.Agency) *string { return &v.Name })},
	{"kelompok", required, slug(func(v *award.Agency) *string { return &v.Group })},
	{"jenis", optional, text(maxName, func(v *award.Agency) *string { return &v.Kind })},
	{"kode", optional, text(40, func(v *award.Agency) *string { return &v.Code })},
	{"kode_wilayah", optional, object(regionCodeShape, func(v *award.Agency) *award.RegionCode { return &v.RegionCode })},
	{"nama_lain", optional, texts(func(v *award.Agency) *[]string { return &v.OtherNames })},
	{"catatan", optional, text(maxLine, func(v *award.Agency) *string { return &v.Note })},
	{"sumber", optional, links(func(v *award.Agency) *[]string { return &v.Sources })},
}

var agenciesShape = shape[agencies]{
	{"kelompok", required, atMost(maxGroups, objects(groupShape, func(v *agencies) *[]award.AgencyGroup { return &v.groups }))},
	{"perangkat_daerah", required, objects(agencyShape, func(v *agencies) *[]award.Agency { return &v.list })},
	silences[agencies](),
}

func (l *loader) readAgencies() {
	s := l.openKnown(agencyFile)
	if s == nil {
		return
	}
	var all agencies
	agenciesShape.read(s, s.root, "", &all)
	s.checkPersonal(s.text, 0)
	l.keepSilences(s)
	l.content.Groups, l.content.Agencies = all.groups, all.list
	if s.failed {
		return
	}
	unique(s, "kelompok", len(all.groups), func(i int) string { return all.groups[i].ID }, "kelompok")
	unique(s, "perangkat_daerah", len(all.list), func(i int) string { return all.list[i].ID }, "perangkat_daerah")
	names := make([]string, len(all.groups))
	for i, g := range all.groups {
		names[i] = g.ID
	}
	l.agency = make(map[string]*award.Agency, len(all.list))
	for i := range all.list {
		a := &all.list[i]
		l.agency[a.ID] = a
		if pagePattern().MatchString(a.ID) {
			s.report(s.find("perangkat_daerah", itoa(i), "id"), item("perangkat_daerah", i)+".id", problem.ReservedID, a.ID)
		}
		if !slices.Contains(names, a.Group) {
			s.suggest(s.find("perangkat_daerah", itoa(i), "kelompok"), item("perangkat_daerah", i)+".kelompok",
				certain(a.Group, names), problem.UnknownGroup, a.Group, words(names))
		}
	}
	l.agenciesRead = !s.failed
}

func itoa(i int) string { return strconv.Itoa(i) }
