package site

import (
	"io"
	"strconv"
	"strings"

	"siger/generator/award"
	"siger/generator/movement"
)

// movementCSV is the download about what moved since the edition before.
const movementCSV = "perubahan.csv"

func (s *Site) movementDownloads(st *award.Standing) []download {
	if s.moved[st] == nil {
		return nil
	}
	columns := s.movementColumns()
	return []download{{movementCSV, "perubahan-csv", "perubahan", "csv", "text/csv", tableSchema(columns), func(w io.Writer) error {
		rows := s.moved[st]().rows()
		return writeCSV(w, columns, len(rows), func(i int) *movementRow { return &rows[i] })
	}}}
}

func (s *Site) movementDictionary(st *award.Standing) []DictionaryTable {
	if s.moved[st] == nil {
		return nil
	}
	return []DictionaryTable{{"perubahan-csv", movementCSV, s.t("berkas-perubahan-csv-uraian"), dictionaryRows(s, s.movementColumns())}}
}

// A movementRow is an innovation that is ranked in one of two editions, or in both.
type movementRow struct {
	part        string        // "keduanya", "pendatang", "keluar"
	before, now *award.Result // ranked; nil where it is not
	entry       *movement.Entry
}

func (r *movementRow) innovation() *award.Innovation {
	if r.now != nil {
		return r.now.Innovation
	}
	return r.before.Innovation
}

func (m *moved) rows() []movementRow {
	var rows []movementRow
	for i := range m.Entries {
		e := &m.Entries[i]
		rows = append(rows, movementRow{"keduanya", e.Before, e.After, e})
	}
	for _, p := range m.Arrivals {
		rows = append(rows, movementRow{"pendatang", nil, p.Result, nil})
	}
	for _, p := range m.Departures {
		rows = append(rows, movementRow{"keluar", p.Result, nil, nil})
	}
	return rows
}

// movementColumns describe perubahan.csv.
func (s *Site) movementColumns() []column[movementRow] {
	type row = movementRow
	identity := s.standard("inovasi", "", "", "")
	rank, score, places := s.standard("peringkat", "", "urutan", "peringkat"), s.standard("skor", "", "skor", "poin"), s.standard("perubahan", "", "selisih", "peringkat")
	points := s.standard("perubahan", "", "selisih", "poin")
	columns := []column[row]{
		{"id", "string", s.t("kolom-id"), true, identity, func(r *row) string { return r.innovation().ID }},
		{"nama", "string", s.t("kolom-nama"), true, identity, func(r *row) string { return r.innovation().Name }},
		{"keikutsertaan", "string", s.t("kolom-perubahan-keikutsertaan"), true, s.standard("perubahan", "", "", ""), func(r *row) string { return r.part }},
	}
	ranked := func(name, kind string, means standard, result func(r *row) *award.Result, value func(r *award.Result) string) {
		columns = append(columns, column[row]{name, kind, s.t("kolom-perubahan-" + name), false, means, func(r *row) string {
			if result(r) == nil {
				return ""
			}
			return value(result(r))
		}})
	}
	before, now := func(r *row) *award.Result { return r.before }, func(r *row) *award.Result { return r.now }
	ranked("peringkat_sebelum", "integer", rank, before, func(r *award.Result) string { return strconv.Itoa(r.Rank) })
	ranked("peringkat", "integer", rank, now, func(r *award.Result) string { return strconv.Itoa(r.Rank) })
	ranked("skor_sebelum", "number", score, before, func(r *award.Result) string { return r.Score.String() })
	ranked("skor", "number", score, now, func(r *award.Result) string { return r.Score.String() })
	of := func(name, kind string, means standard, split bool, value func(e *movement.Entry) string) {
		columns = append(columns, column[row]{name, kind, s.t("kolom-perubahan-" + name), false, means, func(r *row) string {
			if r.entry == nil || split && !r.entry.Split {
				return ""
			}
			return value(r.entry)
		}})
	}
	number := func(name string, split bool, value func(e *movement.Entry) int) {
		of(name, "integer", places, split, func(e *movement.Entry) string { return strconv.Itoa(value(e)) })
	}
	number("naik", false, func(e *movement.Entry) int { return e.Sum() })
	number("karena_keluar", false, func(e *movement.Entry) int { return e.Departed })
	number("karena_aturan", true, func(e *movement.Entry) int { return e.Rules })
	number("karena_sendiri", true, func(e *movement.Entry) int { return e.Own })
	number("karena_lain", true, func(e *movement.Entry) int { return e.Others })
	number("tidak_terpisah", false, func(e *movement.Entry) int { return e.Mixed })
	number("karena_pendatang", false, func(e *movement.Entry) int { return e.Arrived })
	number("aturan_terendah", true, func(e *movement.Entry) int { return e.Least.Rules })
	number("aturan_tertinggi", true, func(e *movement.Entry) int { return e.Most.Rules })
	number("sendiri_terendah", true, func(e *movement.Entry) int { return e.Least.Own })
	number("sendiri_tertinggi", true, func(e *movement.Entry) int { return e.Most.Own })
	number("lain_terendah", true, func(e *movement.Entry) int { return e.Least.Others })
	number("lain_tertinggi", true, func(e *movement.Entry) int { return e.Most.Others })
	of("skor_dinilai_ulang", "number", score, true, func(e *movement.Entry) string { return e.Rescored.String() })
	of("skor_karena_aturan", "number", points, true, func(e *movement.Entry) string { return plain(e.ScoreRules) })
	of("skor_karena_sendiri", "number", points, true, func(e *movement.Entry) string { return plain(e.ScoreOwn) })
	of("tidak_dipisahkan_karena", "string", s.standard("perubahan", "", "", ""), false, func(e *movement.Entry) string { return reasonWords[e.Reason.Kind] })
	return columns
}

// reasonWords are those of the published data.
var reasonWords = map[movement.Kind]string{movement.Rubric: "rubrik", movement.Levels: "tingkat", movement.Gates: "syarat"}

// plain writes a difference as numbers are written in data: without a plus.
func plain(d award.Delta) string { return strings.TrimPrefix(d.String(), "+") }
