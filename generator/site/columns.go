package site

import (
	"strconv"
	"strings"

	"siger/generator/award"
)

// A column is one field of a published table: its name, meaning and value stand
// together, so that the table, its schema and its dictionary cannot disagree.
type column[T any] struct {
	name        string
	kind        string // of Frictionless: string, integer, number
	description string
	required    bool
	value       func(row *T) string
}

// resultColumns describe hasil.csv.
func (s *Site) resultColumns(st *award.Standing) []column[award.Result] {
	e := st.Edition
	columns := []column[award.Result]{
		{"id", "string", s.t("kolom-id"), true, func(r *award.Result) string { return r.Innovation.ID }},
		{"nama", "string", s.t("kolom-nama"), true, func(r *award.Result) string { return r.Innovation.Name }},
		{"perangkat_daerah", "string", s.t("kolom-perangkat-daerah"), true, func(r *award.Result) string { return r.Innovation.Agency }},
		{"nama_perangkat_daerah", "string", s.t("kolom-nama-perangkat-daerah"), true, func(r *award.Result) string {
			if a := s.agencies[r.Innovation.Agency]; a != nil {
				return a.Name
			}
			return ""
		}},
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		columns = append(columns, column[award.Result]{"kategori_" + columnName(t.ID), "string", s.t("kolom-taksonomi", t.Name), false,
			func(r *award.Result) string { return strings.Join(r.Innovation.Terms(t.ID), "|") }})
	}
	columns = append(columns,
		column[award.Result]{"keadaan", "string", s.t("kolom-keadaan"), true, func(r *award.Result) string { return string(r.State) }},
		column[award.Result]{"alasan", "string", s.t("kolom-alasan"), false, s.reason})
	for i := range e.Rubric.Criteria {
		c := &e.Rubric.Criteria[i]
		columns = append(columns, column[award.Result]{"tingkat_" + columnName(c.ID), "string", s.t("kolom-tingkat", c.Name), false,
			func(r *award.Result) string {
				if r.Lines == nil {
					return ""
				}
				return r.Lines[i].Level.String()
			}})
	}
	rated := func(value func(*award.Result) string) func(*award.Result) string {
		return func(r *award.Result) string {
			if r.State != award.Rated {
				return ""
			}
			return value(r)
		}
	}
	columns = append(columns,
		column[award.Result]{"skor", "number", s.t("kolom-skor", e.Rubric.Name, e.Rubric.Scale.String()), false, rated(func(r *award.Result) string { return r.Score.String() })},
		column[award.Result]{"peringkat", "integer", s.t("kolom-peringkat"), false, rated(func(r *award.Result) string { return strconv.Itoa(r.Rank) })},
		column[award.Result]{"predikat", "string", s.t("kolom-predikat"), false, func(r *award.Result) string { return r.Band }})
	return append(columns, s.sealColumns(st)...)
}

// agencyColumns describe perangkat-daerah.csv.
func (s *Site) agencyColumns(st *award.Standing) []column[award.AgencyStanding] {
	type row = award.AgencyStanding
	rank := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	return []column[row]{
		{"id", "string", s.t("kolom-id-perangkat-daerah"), true, func(a *row) string { return a.Agency.ID }},
		{"nama", "string", s.t("kolom-nama-satu-perangkat-daerah"), true, func(a *row) string { return a.Agency.Name }},
		{"kelompok", "string", s.t("kolom-kelompok"), true, func(a *row) string { return a.Agency.Group }},
		{"kode", "string", s.t("kolom-kode"), false, func(a *row) string { return a.Agency.Code }},
		{"kode_kemendagri", "string", s.t("kolom-kode-kemendagri"), false, func(a *row) string { return a.Agency.RegionCode.HomeAffairs }},
		{"kode_bps", "string", s.t("kolom-kode-bps"), false, func(a *row) string { return a.Agency.RegionCode.Statistics }},
		{"dilaporkan", "integer", s.t("kolom-dilaporkan"), true, func(a *row) string { return strconv.Itoa(len(a.Results)) }},
		{"jumlah", "integer", s.t("kolom-jumlah"), true, func(a *row) string { return strconv.Itoa(a.Count) }},
		{"total", "number", s.t("kolom-total"), true, func(a *row) string { return a.Total.String() }},
		{"rata_rata", "number", s.t("kolom-rata-rata"), true, func(a *row) string { return a.Mean.String() }},
		{"peringkat_jumlah", "integer", s.t("kolom-peringkat-menurut", "jumlah"), false, func(a *row) string { return rank(a.Ranks.Count) }},
		{"peringkat_total", "integer", s.t("kolom-peringkat-menurut", "total"), false, func(a *row) string { return rank(a.Ranks.Total) }},
		{"peringkat_rata_rata", "integer", s.t("kolom-peringkat-menurut", "rata_rata"), false, func(a *row) string { return rank(a.Ranks.Mean) }},
	}
}

// columnName makes an id a name that spreadsheets and languages accept.
func columnName(id string) string { return strings.ReplaceAll(id, "-", "_") }
