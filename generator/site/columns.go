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
	standard    standard
	value       func(row *T) string
}

// A standard is what Presidential Regulation 39/2019 (Satu Data Indonesia) asks a
// publisher to say of a variable beside its definition; "" where it does not apply.
type standard struct {
	Concept        string `json:"konsep"`
	Classification string `json:"klasifikasi,omitempty"`
	Measure        string `json:"ukuran,omitempty"`
	Unit           string `json:"satuan,omitempty"`
}

// standard puts the keys of a variable's texts into words; classification is in
// words already, because most name something of the edition.
func (s *Site) standard(concept, classification, measure, unit string) standard {
	word := func(prefix, key string) string {
		if key == "" {
			return ""
		}
		return s.t(prefix + key)
	}
	return standard{s.t("konsep-" + concept), classification, word("ukur-", measure), word("satuan-", unit)}
}

// standardFacts lists what there is of a standard, for readers.
func (s *Site) standardFacts(d standard) []Fact {
	var facts []Fact
	for _, f := range []Fact{
		{Label: s.t("kepala-konsep"), Text: d.Concept}, {Label: s.t("kepala-klasifikasi"), Text: d.Classification},
		{Label: s.t("kepala-ukuran"), Text: d.Measure}, {Label: s.t("kepala-satuan"), Text: d.Unit},
	} {
		if f.Text != "" {
			facts = append(facts, f)
		}
	}
	return facts
}

// resultColumns describe hasil.csv.
func (s *Site) resultColumns(st *award.Standing) []column[award.Result] {
	type row = award.Result
	e := st.Edition
	innovation, agency := s.standard("inovasi", "", "", ""), s.standard("pelapor", s.t("golongan-perangkat-daerah"), "", "")
	columns := []column[row]{
		{"id", "string", s.t("kolom-id"), true, innovation, func(r *row) string { return r.Innovation.ID }},
		{"nama", "string", s.t("kolom-nama"), true, innovation, func(r *row) string { return r.Innovation.Name }},
		{"perangkat_daerah", "string", s.t("kolom-perangkat-daerah"), true, agency, func(r *row) string { return r.Innovation.Agency }},
		{"nama_perangkat_daerah", "string", s.t("kolom-nama-perangkat-daerah"), true, agency, func(r *row) string {
			if a := s.agencies[r.Innovation.Agency]; a != nil {
				return a.Name
			}
			return ""
		}},
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		meaning := s.standard("kategori", s.t("golongan-taksonomi", t.ID), "", "")
		columns = append(columns, column[row]{"kategori_" + columnName(t.ID), "string", s.t("kolom-taksonomi", t.Name), false, meaning,
			func(r *row) string { return strings.Join(r.Innovation.Terms(t.ID), "|") }})
	}
	columns = append(columns,
		column[row]{"keadaan", "string", s.t("kolom-keadaan"), true, s.standard("keadaan", s.t("golongan-keadaan"), "", ""),
			func(r *row) string { return string(r.State) }},
		column[row]{"alasan", "string", s.t("kolom-alasan"), false, s.standard("keadaan", "", "", ""), s.reason})
	for i := range e.Rubric.Criteria {
		c := &e.Rubric.Criteria[i]
		meaning := s.standard("tingkat", s.t("golongan-tingkat", c.ID), "tingkat", "tingkat")
		columns = append(columns, column[row]{"tingkat_" + columnName(c.ID), "string", s.t("kolom-tingkat", c.Name), false, meaning,
			func(r *row) string {
				if r.Lines == nil {
					return ""
				}
				return r.Lines[i].Level.String()
			}})
	}
	rated := func(value func(*row) string) func(*row) string {
		return func(r *row) string {
			if r.State != award.Rated {
				return ""
			}
			return value(r)
		}
	}
	columns = append(columns,
		column[row]{"skor", "number", s.t("kolom-skor", e.Rubric.Name, e.Rubric.Scale.String()), false, s.standard("skor", "", "skor", "poin"),
			rated(func(r *row) string { return r.Score.String() })},
		column[row]{"peringkat", "integer", s.t("kolom-peringkat"), false, s.standard("peringkat", "", "urutan", "peringkat"),
			rated(func(r *row) string { return strconv.Itoa(r.Rank) })},
		column[row]{"predikat", "string", s.t("kolom-predikat"), false, s.standard("predikat", s.t("golongan-predikat"), "", ""),
			func(r *row) string { return r.Band }})
	return append(columns, s.sealColumns(st)...)
}

// agencyColumns describe perangkat-daerah.csv.
func (s *Site) agencyColumns() []column[award.AgencyStanding] {
	type row = award.AgencyStanding
	rank := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	agency := s.standard("perangkat-daerah", s.t("golongan-perangkat-daerah"), "", "")
	region := func(key string) standard { return s.standard("wilayah", s.t("golongan-"+key), "", "") }
	place := s.standard("peringkat", "", "urutan", "peringkat")
	return []column[row]{
		{"id", "string", s.t("kolom-id-perangkat-daerah"), true, agency, func(a *row) string { return a.Agency.ID }},
		{"nama", "string", s.t("kolom-nama-satu-perangkat-daerah"), true, agency, func(a *row) string { return a.Agency.Name }},
		{"kelompok", "string", s.t("kolom-kelompok"), true, s.standard("perangkat-daerah", s.t("golongan-kelompok"), "", ""), func(a *row) string { return a.Agency.Group }},
		{"kode", "string", s.t("kolom-kode"), false, agency, func(a *row) string { return a.Agency.Code }},
		{"kode_kemendagri", "string", s.t("kolom-kode-kemendagri"), false, region("kemendagri"), func(a *row) string { return a.Agency.RegionCode.HomeAffairs }},
		{"kode_bps", "string", s.t("kolom-kode-bps"), false, region("bps"), func(a *row) string { return a.Agency.RegionCode.Statistics }},
		{"dilaporkan", "integer", s.t("kolom-dilaporkan"), true, s.standard("pelaporan", "", "jumlah", "inovasi"), func(a *row) string { return strconv.Itoa(len(a.Results)) }},
		{"jumlah", "integer", s.t("kolom-jumlah"), true, s.standard("kinerja", "", "jumlah", "inovasi"), func(a *row) string { return strconv.Itoa(a.Count) }},
		{"total", "number", s.t("kolom-total"), true, s.standard("kinerja", "", "total", "poin"), func(a *row) string { return a.Total.String() }},
		{"rata_rata", "number", s.t("kolom-rata-rata"), true, s.standard("kinerja", "", "rata-rata", "poin-per-inovasi"), func(a *row) string { return a.Mean.String() }},
		{"peringkat_jumlah", "integer", s.t("kolom-peringkat-menurut", "jumlah"), false, place, func(a *row) string { return rank(a.Ranks.Count) }},
		{"peringkat_total", "integer", s.t("kolom-peringkat-menurut", "total"), false, place, func(a *row) string { return rank(a.Ranks.Total) }},
		{"peringkat_rata_rata", "integer", s.t("kolom-peringkat-menurut", "rata_rata"), false, place, func(a *row) string { return rank(a.Ranks.Mean) }},
	}
}

// A winnerRow is who holds a place of an award.
type winnerRow struct {
	edition *award.Edition
	award   *award.Award
	*award.Winner
}

// agency returns the id of the agency that holds the place or reported what holds it.
func (r *winnerRow) agency() string {
	if r.Agency != nil {
		return r.Agency.ID
	}
	return r.Result.Innovation.Agency
}

func winnerRows(st *award.Standing) []winnerRow {
	var rows []winnerRow
	for i := range st.Awards {
		a := &st.Awards[i]
		for j := range a.Winners {
			rows = append(rows, winnerRow{st.Edition, a.Award, &a.Winners[j]})
		}
	}
	return rows
}

// winnerColumns describe penghargaan.csv.
func (s *Site) winnerColumns() []column[winnerRow] {
	type row = winnerRow
	prize, holder := s.standard("penghargaan", "", "", ""), s.standard("peraih", "", "", "")
	agency := s.standard("perangkat-daerah", s.t("golongan-perangkat-daerah"), "", "")
	return []column[row]{
		{"edisi", "string", s.t("json-edisi-tahun"), true, prize, func(r *row) string { return strconv.Itoa(r.edition.Year) }},
		{"penghargaan", "string", s.t("json-penghargaan-id"), true, prize, func(r *row) string { return r.award.ID }},
		{"nama_penghargaan", "string", s.t("json-penghargaan-nama"), true, prize, func(r *row) string { return r.award.Name }},
		{"tempat", "integer", s.t("json-pemenang-tempat"), true, s.standard("peringkat", "", "urutan", "peringkat"), func(r *row) string { return strconv.Itoa(r.Place) }},
		{"subjek", "string", s.t("kolom-penghargaan-subjek"), true, holder, func(r *row) string { return string(r.award.Subject) }},
		{"id", "string", s.t("json-pemenang-id"), true, holder, func(r *row) string { return r.ID() }},
		{"nama", "string", s.t("json-pemenang-nama"), true, holder, func(r *row) string { return r.Name() }},
		{"perangkat_daerah", "string", s.t("kolom-penghargaan-perangkat-daerah"), true, agency, func(r *row) string { return r.agency() }},
		{"nama_perangkat_daerah", "string", s.t("kolom-nama-satu-perangkat-daerah"), true, agency, func(r *row) string {
			if a := s.agencies[r.agency()]; a != nil {
				return a.Name
			}
			return ""
		}},
		{"ukuran", "string", s.t("kolom-penghargaan-ukuran"), true, prize, func(r *row) string { return string(r.award.Measure) }},
		{"nilai", "number", s.t("json-pemenang-nilai"), true, s.standard("peraih", "", "menurut-penghargaan", "menurut-penghargaan"), func(r *row) string { return r.Value.String() }},
	}
}

// columnName makes an id a name that spreadsheets and languages accept.
func columnName(id string) string { return strings.ReplaceAll(id, "-", "_") }
