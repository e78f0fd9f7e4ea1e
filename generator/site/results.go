package site

import (
	"io"
	"reflect"
	"strings"

	"siger/generator/award"
)

// SchemaVersion is that of hasil.json: the first number changes when a reader
// written for an earlier version could go wrong, the second when fields are added.
const SchemaVersion = "1.0"

// The document hasil.json. Numbers that decide anything are strings in machine
// form: decimals with a point, or "8/3" where no decimal is exact. The tag "kamus"
// names the text of each field in the data dictionary.

type resultsDocument struct {
	Schema      string           `json:"versi_skema" kamus:"versi-skema"`
	Notice      string           `json:"pemberitahuan,omitempty" kamus:"pemberitahuan"`
	Edition     editionData      `json:"edisi" kamus:"edisi"`
	Rubric      rubricData       `json:"rubrik" kamus:"rubrik"`
	Innovations []innovationData `json:"inovasi" kamus:"inovasi"`
	Agencies    []agencyData     `json:"perangkat_daerah" kamus:"perangkat-daerah"`
	Awards      []awardData      `json:"penghargaan" kamus:"penghargaan"`
}

type editionData struct {
	Year   int    `json:"tahun" kamus:"edisi-tahun"`
	Name   string `json:"nama" kamus:"edisi-nama"`
	Status string `json:"status" kamus:"edisi-status"`
	AsOf   string `json:"per_tanggal" kamus:"edisi-per-tanggal"`
	Basis  string `json:"dasar,omitempty" kamus:"edisi-dasar"`
}

type rubricData struct {
	Name     string          `json:"nama" kamus:"rubrik-nama"`
	Scale    string          `json:"skala" kamus:"rubrik-skala"`
	Places   int             `json:"desimal" kamus:"rubrik-desimal"`
	Combine  string          `json:"penilai" kamus:"rubrik-penilai"`
	Criteria []criterionData `json:"kriteria" kamus:"rubrik-kriteria"`
	Bands    []bandData      `json:"predikat" kamus:"rubrik-predikat"`
}

type criterionData struct {
	ID     string      `json:"id" kamus:"kriteria-id"`
	Name   string      `json:"nama" kamus:"kriteria-nama"`
	Weight string      `json:"bobot" kamus:"kriteria-bobot"`
	Gate   bool        `json:"wajib" kamus:"kriteria-wajib"`
	Levels []levelData `json:"tingkat" kamus:"kriteria-tingkat"`
}

type levelData struct {
	Value       int    `json:"nilai" kamus:"tingkat-nilai"`
	Description string `json:"uraian" kamus:"tingkat-uraian"`
	Evidence    bool   `json:"perlu_bukti" kamus:"tingkat-perlu-bukti"`
}

type bandData struct {
	Name string `json:"nama" kamus:"predikat-nama"`
	From string `json:"mulai" kamus:"predikat-mulai"`
}

type innovationData struct {
	ID         string              `json:"id" kamus:"inovasi-id"`
	Name       string              `json:"nama" kamus:"inovasi-nama"`
	Agency     string              `json:"perangkat_daerah" kamus:"inovasi-perangkat-daerah"`
	Categories map[string][]string `json:"kategori" kamus:"inovasi-kategori"`
	State      string              `json:"keadaan" kamus:"inovasi-keadaan"`
	Reason     *string             `json:"alasan" kamus:"inovasi-alasan"`
	Criteria   []lineData          `json:"kriteria" kamus:"inovasi-kriteria"`
	Score      *string             `json:"skor" kamus:"inovasi-skor"`
	Rank       *int                `json:"peringkat" kamus:"inovasi-peringkat"`
	Band       *string             `json:"predikat" kamus:"inovasi-predikat"`
}

type lineData struct {
	ID     string `json:"id" kamus:"nilai-id"`
	Given  []int  `json:"tingkat_diberikan" kamus:"nilai-diberikan"`
	Used   string `json:"tingkat_dipakai" kamus:"nilai-dipakai"`
	Weight string `json:"bobot" kamus:"nilai-bobot"`
	Share  string `json:"sumbangan" kamus:"nilai-sumbangan"`
}

type agencyData struct {
	ID       string          `json:"id" kamus:"pd-id"`
	Name     string          `json:"nama" kamus:"pd-nama"`
	Group    string          `json:"kelompok" kamus:"pd-kelompok"`
	Reported int             `json:"dilaporkan" kamus:"pd-dilaporkan"`
	Count    int             `json:"jumlah" kamus:"pd-jumlah"`
	Total    string          `json:"total" kamus:"pd-total"`
	Mean     string          `json:"rata_rata" kamus:"pd-rata-rata"`
	Ranks    agencyRanksData `json:"peringkat" kamus:"pd-peringkat"`
}

type agencyRanksData struct {
	Count *int `json:"jumlah" kamus:"pd-peringkat-jumlah"`
	Total *int `json:"total" kamus:"pd-peringkat-total"`
	Mean  *int `json:"rata_rata" kamus:"pd-peringkat-rata-rata"`
}

type awardData struct {
	ID         string              `json:"id" kamus:"penghargaan-id"`
	Name       string              `json:"nama" kamus:"penghargaan-nama"`
	Subject    string              `json:"subjek" kamus:"penghargaan-subjek"`
	Measure    string              `json:"ukuran" kamus:"penghargaan-ukuran"`
	Filter     map[string][]string `json:"saring" kamus:"penghargaan-saring"`
	Places     int                 `json:"juara" kamus:"penghargaan-juara"`
	Minimum    *string             `json:"skor_minimal" kamus:"penghargaan-skor-minimal"`
	MinDivisor *int                `json:"pembagi_minimal" kamus:"penghargaan-pembagi-minimal"`
	Winners    []winnerData        `json:"pemenang" kamus:"penghargaan-pemenang"`
}

type winnerData struct {
	Place int    `json:"tempat" kamus:"pemenang-tempat"`
	ID    string `json:"id" kamus:"pemenang-id"`
	Name  string `json:"nama" kamus:"pemenang-nama"`
	Value string `json:"nilai" kamus:"pemenang-nilai"`
}

func (s *Site) writeResults(w io.Writer, st *award.Standing) error {
	return writeJSON(w, s.results(st))
}

func (s *Site) results(st *award.Standing) resultsDocument {
	e := st.Edition
	r := &e.Rubric
	doc := resultsDocument{
		Schema:  SchemaVersion,
		Notice:  s.content.Site.Notice,
		Edition: editionData{e.Year, e.Name, string(e.Status), e.AsOf.String(), e.Basis},
		Rubric: rubricData{
			Name: r.Name, Scale: r.Scale.String(), Places: r.Places, Combine: string(r.Combine),
			Criteria: []criterionData{}, Bands: []bandData{},
		},
		Innovations: make([]innovationData, len(st.Results)),
		Agencies:    make([]agencyData, len(st.Agencies)),
		Awards:      make([]awardData, len(st.Awards)),
	}
	for i := range r.Criteria {
		c := &r.Criteria[i]
		data := criterionData{ID: c.ID, Name: c.Name, Weight: c.Weight.String(), Gate: c.Gate}
		for _, l := range c.Levels {
			data.Levels = append(data.Levels, levelData{l.Value, l.Description, l.NeedsEvidence})
		}
		doc.Rubric.Criteria = append(doc.Rubric.Criteria, data)
	}
	for _, b := range r.Bands {
		doc.Rubric.Bands = append(doc.Rubric.Bands, bandData{b.Name, b.From.String()})
	}
	for i := range st.Results {
		doc.Innovations[i] = s.innovationData(st, &st.Results[i])
	}
	for i := range st.Agencies {
		a := &st.Agencies[i]
		doc.Agencies[i] = agencyData{
			ID: a.Agency.ID, Name: a.Agency.Name, Group: a.Agency.Group, Reported: len(a.Results),
			Count: a.Count, Total: a.Total.String(), Mean: a.Mean.String(),
			Ranks: agencyRanksData{rankOrNull(a.Ranks.Count), rankOrNull(a.Ranks.Total), rankOrNull(a.Ranks.Mean)},
		}
	}
	for i := range st.Awards {
		doc.Awards[i] = s.awardData(&st.Awards[i])
	}
	return doc
}

func (s *Site) innovationData(st *award.Standing, r *award.Result) innovationData {
	in := r.Innovation
	data := innovationData{
		ID: in.ID, Name: in.Name, Agency: in.Agency, State: string(r.State),
		Categories: map[string][]string{}, Criteria: []lineData{},
	}
	for _, c := range in.Categories {
		data.Categories[c.Taxonomy] = c.Terms
	}
	for i, line := range r.Lines {
		c := &st.Edition.Rubric.Criteria[i]
		ld := lineData{
			ID: c.ID, Used: line.Level.String(), Weight: c.Weight.String(),
			Share: award.Exact(st.Assessor.Contribution(i, line.Level)),
		}
		if m := r.Mark(c.ID); m != nil {
			ld.Given = m.Levels
		}
		data.Criteria = append(data.Criteria, ld)
	}
	if r.State == award.Rated {
		score := r.Score.String()
		data.Score, data.Rank = &score, &r.Rank
		if r.Band != "" {
			data.Band = &r.Band
		}
	} else {
		reason := s.reason(r)
		data.Reason = &reason
	}
	return data
}

func rankOrNull(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func (s *Site) awardData(a *award.AwardStanding) awardData {
	data := awardData{
		ID: a.Award.ID, Name: a.Award.Name, Subject: string(a.Award.Subject), Measure: string(a.Award.Measure),
		Filter: map[string][]string{}, Places: a.Award.Places, Winners: []winnerData{},
	}
	for _, c := range a.Award.Filter.Terms {
		data.Filter[c.Taxonomy] = c.Terms
	}
	if len(a.Award.Filter.Groups) > 0 {
		data.Filter["kelompok"] = a.Award.Filter.Groups
	}
	if a.Award.Minimum != nil {
		minimum := a.Award.Minimum.String()
		data.Minimum = &minimum
	}
	if a.Award.Measure == award.ByMean {
		divisor := max(1, a.Award.MinDivisor)
		data.MinDivisor = &divisor
	}
	for _, w := range a.Winners {
		data.Winners = append(data.Winners, winnerData{w.Place, w.ID(), w.Name(), w.Value.String()})
	}
	return data
}

// jsonFields describes a JSON document by walking its types, so that no field can be
// published without a description.
func (s *Site) jsonFields(document reflect.Type) []DictionaryRow {
	var rows []DictionaryRow
	var walk func(t reflect.Type, path string)
	walk = func(t reflect.Type, path string) {
		for i := range t.NumField() {
			f := t.Field(i)
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			full := path + name
			inner, kind := f.Type, "string"
			nullable := options != ""
			for inner.Kind() == reflect.Pointer {
				inner, nullable = inner.Elem(), true
			}
			switch inner.Kind() {
			case reflect.Slice:
				inner, kind, full = inner.Elem(), "array", full+"[]"
			case reflect.Map, reflect.Struct:
				kind = "object"
			case reflect.Int:
				kind = "integer"
			case reflect.Bool:
				kind = "boolean"
			}
			rows = append(rows, DictionaryRow{full, s.t("tipe-" + kind), s.t("json-" + f.Tag.Get("kamus")), !nullable})
			if inner.Kind() == reflect.Struct {
				walk(inner, full+".")
			}
		}
	}
	walk(document, "")
	return rows
}
