package site

import (
	"io"
	"reflect"
	"strconv"

	"siger/generator/award"
	"siger/generator/robust"
)

// Names of the downloads about robustness.
const (
	robustnessJSON = "ketahanan.json"
	robustnessCSV  = "ketahanan.csv"
)

// robustnessDownloads are the files in an edition's data folder about robustness.
func (s *Site) robustnessDownloads(st *award.Standing) []download {
	if s.robust[st] == nil {
		return nil
	}
	columns := s.robustnessColumns(st)
	return []download{
		{robustnessCSV, "ketahanan-csv", "ketahanan", "csv", "text/csv", tableSchema(columns), func(w io.Writer) error {
			a := s.robust[st].whole()
			rows := make([]robustnessRow, len(a.Entries))
			for i := range rows {
				rows[i] = robustnessRow{a, i}
			}
			return writeCSV(w, columns, len(rows), func(i int) *robustnessRow { return &rows[i] })
		}},
		{robustnessJSON, "ketahanan-json", "ketahanan-lengkap", "json", "application/json", nil,
			func(w io.Writer) error {
				a := s.robust[st].whole()
				return writeJSONList(w, s.robustnessDocument(st, a), "inovasi", len(a.Entries), func(i int) any { return robustEntry(a, i) })
			}},
	}
}

func (s *Site) robustnessDictionary(st *award.Standing) []DictionaryTable {
	if s.robust[st] == nil {
		return nil
	}
	return []DictionaryTable{
		{"ketahanan-csv", robustnessCSV, s.t("berkas-ketahanan-csv-uraian"), dictionaryRows(s, s.robustnessColumns(st))},
		{"ketahanan-json", robustnessJSON, s.t("berkas-ketahanan-json-uraian"), s.jsonFields(reflect.TypeFor[robustnessDocument]())},
	}
}

type robustnessRow struct {
	a *robustness
	i int
}

// robustnessColumns describe ketahanan.csv. They are made before the analysis is.
func (s *Site) robustnessColumns(st *award.Standing) []column[robustnessRow] {
	type row = robustnessRow
	identity := s.standard("inovasi", "", "", "")
	rank, count := s.standard("ketahanan", "", "urutan", "peringkat"), s.standard("ketahanan", "", "jumlah", "inovasi")
	number := func(name string, means standard, value func(e *robust.Entry) int) column[row] {
		return column[row]{name, "integer", s.t("kolom-ketahanan-" + name), true, means, func(r *row) string { return strconv.Itoa(value(&r.a.Entries[r.i])) }}
	}
	columns := []column[row]{
		{"id", "string", s.t("kolom-id"), true, identity, func(r *row) string { return r.a.Entries[r.i].Result.Innovation.ID }},
		{"nama", "string", s.t("kolom-nama"), true, identity, func(r *row) string { return r.a.Entries[r.i].Result.Innovation.Name }},
		number("peringkat", rank, func(e *robust.Entry) int { return e.Result.Rank }),
		number("persentil_5", rank, func(e *robust.Entry) int { return e.Low }),
		number("persentil_95", rank, func(e *robust.Entry) int { return e.High }),
		number("terbaik", rank, func(e *robust.Entry) int { return e.Best }),
		number("terendah", rank, func(e *robust.Entry) int { return e.Worst }),
		number("pasti_di_atas", count, func(e *robust.Entry) int { return e.Above }),
		number("pasti_di_bawah", count, func(e *robust.Entry) int { return e.Below }),
		{"geometrik", "integer", s.t("kolom-ketahanan-geometrik"), false, rank, func(r *row) string {
			if r.a.Geometric == nil {
				return ""
			}
			return strconv.Itoa(r.a.Geometric.Ranks[r.i])
		}},
	}
	for i := range st.Edition.Rubric.Criteria {
		c := &st.Edition.Rubric.Criteria[i]
		if c.Weight.IsZero() {
			continue
		}
		columns = append(columns, column[row]{"tanpa_" + columnName(c.ID), "integer", s.t("kolom-ketahanan-tanpa", c.Name), false, rank, func(r *row) string {
			for _, o := range r.a.Omissions {
				if o.Criterion == i {
					return strconv.Itoa(o.Ranks[r.i])
				}
			}
			return "" // the only criterion
		}})
	}
	return columns
}

// The document ketahanan.json; see [resultsDocument] for the tags.

type robustnessDocument struct {
	Schema     string                `json:"versi_skema" kamus:"versi-skema"`
	Notice     string                `json:"pemberitahuan,omitempty" kamus:"pemberitahuan"`
	Year       int                   `json:"tahun" kamus:"edisi-tahun"`
	Status     string                `json:"status" kamus:"edisi-status"`
	Official   string                `json:"keterangan" kamus:"ketahanan-keterangan"`
	Variation  int                   `json:"variasi" kamus:"ketahanan-variasi"`
	Draws      int                   `json:"tarikan" kamus:"ketahanan-tarikan"`
	Seed       string                `json:"benih" kamus:"ketahanan-benih"`
	Rules      []string              `json:"aturan" kamus:"ketahanan-aturan"`
	Entries    []robustEntryData     `json:"inovasi" kamus:"ketahanan-inovasi"`
	Groups     [][]string            `json:"kelompok" kamus:"ketahanan-kelompok"`
	Pairs      int                   `json:"pasangan" kamus:"ketahanan-pasangan"`
	Fixed      int                   `json:"pasangan_pasti" kamus:"ketahanan-pasangan-pasti"`
	Awards     []robustAwardData     `json:"penghargaan" kamus:"ketahanan-penghargaan"`
	Omissions  []omissionData        `json:"tanpa_kriteria" kamus:"ketahanan-tanpa-kriteria"`
	Agreements []robustAgreementData `json:"penilai" kamus:"ketahanan-penilai"`
}

type robustEntryData struct {
	ID        string `json:"id" kamus:"inovasi-id"`
	Rank      int    `json:"peringkat" kamus:"inovasi-peringkat"`
	Low       int    `json:"persentil_5" kamus:"ketahanan-persentil-5"`
	High      int    `json:"persentil_95" kamus:"ketahanan-persentil-95"`
	Best      int    `json:"terbaik" kamus:"ketahanan-terbaik"`
	Worst     int    `json:"terendah" kamus:"ketahanan-terendah"`
	Above     int    `json:"pasti_di_atas" kamus:"ketahanan-pasti-di-atas"`
	Below     int    `json:"pasti_di_bawah" kamus:"ketahanan-pasti-di-bawah"`
	Geometric *int   `json:"geometrik" kamus:"ketahanan-geometrik"`
}

type robustAwardData struct {
	ID      string             `json:"id" kamus:"penghargaan-id"`
	Same    int                `json:"tarikan_sama" kamus:"ketahanan-tarikan-sama"`
	Holders []robustHolderData `json:"pemenang" kamus:"ketahanan-pemenang"`
	Tipping []tippingData      `json:"bobot_pengubah" kamus:"ketahanan-bobot-pengubah"`
}

type robustHolderData struct {
	Place int    `json:"tempat" kamus:"pemenang-tempat"`
	ID    string `json:"id" kamus:"pemenang-id"`
	Kept  int    `json:"tetap" kamus:"ketahanan-tetap"`
	Wins  int    `json:"tetap_juara" kamus:"ketahanan-tetap-juara"`
}

type tippingData struct {
	Criterion string         `json:"kriteria" kamus:"kriteria-id"`
	Weight    string         `json:"bobot" kamus:"kriteria-bobot"`
	Down      *thresholdData `json:"turun" kamus:"ketahanan-turun"`
	Up        *thresholdData `json:"naik" kamus:"ketahanan-naik"`
	Unknown   bool           `json:"tidak_pasti" kamus:"ketahanan-tidak-pasti"`
}

type thresholdData struct {
	Weight  string            `json:"bobot" kamus:"ketahanan-bobot"`
	Winners []thresholdWinner `json:"pemenang" kamus:"ketahanan-pemenang-lain"`
}

type thresholdWinner struct {
	Place int    `json:"tempat" kamus:"pemenang-tempat"`
	ID    string `json:"id" kamus:"pemenang-id"`
}

type omissionData struct {
	Criterion string   `json:"kriteria" kamus:"kriteria-id"`
	Moved     int      `json:"berubah" kamus:"ketahanan-berubah"`
	Farthest  int      `json:"terjauh" kamus:"ketahanan-terjauh"`
	Awards    []string `json:"penghargaan" kamus:"ketahanan-penghargaan-berubah"`
}

type robustAgreementData struct {
	Criterion string  `json:"kriteria" kamus:"kriteria-id"`
	Units     int     `json:"inovasi" kamus:"ketahanan-dinilai-bersama"`
	Pairs     int     `json:"pasangan" kamus:"ketahanan-pasangan-penilai"`
	Same      int     `json:"sama" kamus:"ketahanan-sama"`
	Distance  string  `json:"selisih" kamus:"ketahanan-selisih"`
	Alpha     *string `json:"alfa" kamus:"ketahanan-alfa"`
}

// robustnessDocument returns what ketahanan.json says, but for its entries.
func (s *Site) robustnessDocument(st *award.Standing, a *robustness) robustnessDocument {
	e := st.Edition
	criterion := func(i int) string { return e.Rubric.Criteria[i].ID }
	doc := robustnessDocument{
		Schema: SchemaVersion, Notice: s.content.Site.Notice, Year: e.Year, Status: string(e.Status), Official: s.t("ketahanan-bukan-resmi"),
		Variation: a.Variation, Draws: a.Draws, Seed: strconv.FormatUint(a.Seed, 10) + ",0", Rules: s.robustnessRules(),
		Entries: []robustEntryData{}, Groups: [][]string{}, Pairs: a.Pairs, Fixed: a.Fixed,
		Awards: make([]robustAwardData, len(a.Awards)), Omissions: make([]omissionData, len(a.Omissions)), Agreements: make([]robustAgreementData, len(a.Agreement)),
	}
	for _, g := range a.Groups {
		ids := []string{}
		for _, x := range a.Entries[g.First : g.Last+1] {
			ids = append(ids, x.Result.Innovation.ID)
		}
		doc.Groups = append(doc.Groups, ids)
	}
	for i := range a.Awards {
		aw := &a.Awards[i]
		out := robustAwardData{ID: aw.Award.Award.ID, Same: aw.Same, Holders: []robustHolderData{}, Tipping: []tippingData{}}
		for j, h := range aw.Holders {
			w := &aw.Award.Winners[j]
			out.Holders = append(out.Holders, robustHolderData{w.Place, w.ID(), h.Kept, h.Wins})
		}
		for _, tip := range aw.Tipping {
			c := &e.Rubric.Criteria[tip.Criterion]
			out.Tipping = append(out.Tipping, tippingData{c.ID, c.Weight.String(), threshold(tip.Down), threshold(tip.Up), tip.Unknown})
		}
		doc.Awards[i] = out
	}
	for i, o := range a.Omissions {
		doc.Omissions[i] = omissionData{criterion(o.Criterion), o.Moved, o.Farthest, []string{}}
		for _, at := range o.Awards {
			doc.Omissions[i].Awards = append(doc.Omissions[i].Awards, e.Awards[at].ID)
		}
	}
	for i, g := range a.Agreement {
		doc.Agreements[i] = robustAgreementData{criterion(g.Criterion), g.Units, g.Pairs, g.Same, award.Exact(g.Distance), nil}
		if g.Alpha != nil {
			text := award.Exact(g.Alpha)
			doc.Agreements[i].Alpha = &text
		}
	}
	return doc
}

func robustEntry(a *robustness, i int) robustEntryData {
	x := &a.Entries[i]
	out := robustEntryData{x.Result.Innovation.ID, x.Result.Rank, x.Low, x.High, x.Best, x.Worst, x.Above, x.Below, nil}
	if a.Geometric != nil {
		out.Geometric = &a.Geometric.Ranks[i]
	}
	return out
}

func threshold(t *robust.Threshold) *thresholdData {
	if t == nil {
		return nil
	}
	out := &thresholdData{award.Exact(t.Weight.Rat()), []thresholdWinner{}}
	for _, w := range t.Winners {
		out.Winners = append(out.Winners, thresholdWinner{w.Place, w.ID()})
	}
	return out
}

// robustnessRules are the definitions, for those who read the data alone.
func (s *Site) robustnessRules() []string {
	keys := []string{"tarikan", "acak", "rentang", "kelompok", "pasti", "tempat", "bobot", "kriteria", "geometrik", "penilai"}
	list := make([]string, len(keys))
	for i, key := range keys {
		list[i] = s.t("ketahanan-aturan-" + key)
	}
	return list
}
