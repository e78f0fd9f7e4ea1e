package site

import (
	"reflect"
	"strings"

	"siger/generator/award"
)

// SchemaVersion is that of hasil.json: the first number changes when a reader
// written for an earlier version could go wrong, the second when fields are added.
const SchemaVersion = "1.2"

// The document hasil.json: everything that a score, a rank or an award place
// follows from, each step on the way, and the results. The tag "kamus" names the
// text of each field in the data dictionary.

// Numbers that decide anything are texts in machine form.
type (
	decimalText string // a decimal with a point: "91.67"
	exactText   string // the same, or a fraction where no decimal is exact: "8/3"
)

type resultsDocument struct {
	Schema      string           `json:"versi_skema" kamus:"versi-skema"`
	Notice      string           `json:"pemberitahuan,omitempty" kamus:"pemberitahuan"`
	Edition     editionData      `json:"edisi" kamus:"edisi"`
	Rules       []ruleData       `json:"aturan,omitempty" kamus:"aturan"`
	Seal        *sealData        `json:"segel" kamus:"segel"`
	Origin      *originData      `json:"asal" kamus:"asal"`
	Rubric      rubricData       `json:"rubrik" kamus:"rubrik"`
	Taxonomies  []taxonomyData   `json:"klasifikasi" kamus:"klasifikasi"`
	Groups      []namedData      `json:"kelompok" kamus:"kelompok"`
	Innovations []innovationData `json:"inovasi" kamus:"inovasi"`
	Agencies    []agencyData     `json:"perangkat_daerah" kamus:"perangkat-daerah"`
	Awards      []awardData      `json:"penghargaan" kamus:"penghargaan"`
}

type editionData struct {
	Year   int          `json:"tahun" kamus:"edisi-tahun"`
	Name   string       `json:"nama" kamus:"edisi-nama"`
	Status award.Status `json:"status" kamus:"edisi-status"`
	AsOf   string       `json:"per_tanggal" kamus:"edisi-per-tanggal"`
	Basis  string       `json:"dasar,omitempty" kamus:"edisi-dasar"`

	Hearing *hearingData `json:"sanggah" kamus:"edisi-sanggah"`
}

type ruleData struct {
	ID   string `json:"id" kamus:"aturan-id"`
	Name string `json:"nama" kamus:"aturan-nama"`
	Text string `json:"uraian" kamus:"aturan-uraian"`
}

type rubricData struct {
	Name     string            `json:"nama" kamus:"rubrik-nama"`
	Scale    decimalText       `json:"skala" kamus:"rubrik-skala"`
	Places   int               `json:"desimal" kamus:"rubrik-desimal"`
	Combine  award.Combination `json:"penilai" kamus:"rubrik-penilai"`
	Most     exactText         `json:"poin_tertinggi" kamus:"rubrik-poin-tertinggi"`
	Criteria []criterionData   `json:"kriteria" kamus:"rubrik-kriteria"`
	Bands    []bandData        `json:"predikat" kamus:"rubrik-predikat"`
}

type criterionData struct {
	ID     string      `json:"id" kamus:"kriteria-id"`
	Name   string      `json:"nama" kamus:"kriteria-nama"`
	Weight decimalText `json:"bobot" kamus:"kriteria-bobot"`
	Gate   bool        `json:"wajib" kamus:"kriteria-wajib"`
	Levels []levelData `json:"tingkat" kamus:"kriteria-tingkat"`
}

type levelData struct {
	Value       int    `json:"nilai" kamus:"tingkat-nilai"`
	Description string `json:"uraian" kamus:"tingkat-uraian"`
	Evidence    bool   `json:"perlu_bukti" kamus:"tingkat-perlu-bukti"`
}

type bandData struct {
	Name string      `json:"nama" kamus:"predikat-nama"`
	From decimalText `json:"mulai" kamus:"predikat-mulai"`
}

type taxonomyData struct {
	ID    string      `json:"id" kamus:"klasifikasi-id"`
	Name  string      `json:"nama" kamus:"klasifikasi-nama"`
	Terms []namedData `json:"istilah" kamus:"klasifikasi-istilah"`
}

type namedData struct {
	ID   string `json:"id" kamus:"pengenal"`
	Name string `json:"nama" kamus:"nama"`
}

type innovationData struct {
	ID         string              `json:"id" kamus:"inovasi-id"`
	Name       string              `json:"nama" kamus:"inovasi-nama"`
	Agency     string              `json:"perangkat_daerah" kamus:"inovasi-perangkat-daerah"`
	Categories map[string][]string `json:"kategori" kamus:"inovasi-kategori"`
	Withdrawal *withdrawalData     `json:"ditarik" kamus:"inovasi-ditarik"`
	State      award.State         `json:"keadaan" kamus:"inovasi-keadaan"`
	Reason     *string             `json:"alasan" kamus:"inovasi-alasan"`
	Criteria   []lineData          `json:"kriteria" kamus:"inovasi-kriteria"`
	Exact      *exactText          `json:"skor_tepat" kamus:"inovasi-skor-tepat"`
	Score      *decimalText        `json:"skor" kamus:"inovasi-skor"`
	Rank       *int                `json:"peringkat" kamus:"inovasi-peringkat"`
	Band       *string             `json:"predikat" kamus:"inovasi-predikat"`
	Objections []objectionData     `json:"sanggahan" kamus:"inovasi-sanggahan"`
	Sealed     *sealedResultData   `json:"sebelum_koreksi" kamus:"inovasi-sebelum-koreksi"`
}

type withdrawalData struct {
	Date   string `json:"tanggal" kamus:"ditarik-tanggal"`
	Reason string `json:"alasan" kamus:"ditarik-alasan"`
}

type lineData struct {
	ID           string       `json:"id" kamus:"nilai-id"`
	Given        []int        `json:"tingkat_diberikan" kamus:"nilai-diberikan"`
	Used         exactText    `json:"tingkat_dipakai" kamus:"nilai-dipakai"`
	Weight       decimalText  `json:"bobot" kamus:"nilai-bobot"`
	Points       exactText    `json:"poin" kamus:"nilai-poin"`
	Contribution exactText    `json:"sumbangan" kamus:"nilai-sumbangan"`
	Share        *decimalText `json:"sumbangan_dibulatkan" kamus:"nilai-sumbangan-dibulatkan"`
}

type agencyData struct {
	ID       string          `json:"id" kamus:"pd-id"`
	Name     string          `json:"nama" kamus:"pd-nama"`
	Group    string          `json:"kelompok" kamus:"pd-kelompok"`
	Reported int             `json:"dilaporkan" kamus:"pd-dilaporkan"`
	Count    int             `json:"jumlah" kamus:"pd-jumlah"`
	Total    decimalText     `json:"total" kamus:"pd-total"`
	Mean     decimalText     `json:"rata_rata" kamus:"pd-rata-rata"`
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
	Basis      string              `json:"dasar,omitempty" kamus:"penghargaan-dasar"`
	Subject    award.Subject       `json:"subjek" kamus:"penghargaan-subjek"`
	Measure    award.Measure       `json:"ukuran" kamus:"penghargaan-ukuran"`
	Filter     map[string][]string `json:"saring" kamus:"penghargaan-saring"`
	Places     int                 `json:"juara" kamus:"penghargaan-juara"`
	Minimum    *decimalText        `json:"skor_minimal" kamus:"penghargaan-skor-minimal"`
	MinDivisor *int                `json:"pembagi_minimal" kamus:"penghargaan-pembagi-minimal"`
	Winners    []winnerData        `json:"pemenang" kamus:"penghargaan-pemenang"`
}

type winnerData struct {
	Place int         `json:"tempat" kamus:"pemenang-tempat"`
	ID    string      `json:"id" kamus:"pemenang-id"`
	Name  string      `json:"nama" kamus:"pemenang-nama"`
	Value decimalText `json:"nilai" kamus:"pemenang-nilai"`
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
			rows = append(rows, DictionaryRow{full, s.t("tipe-" + kind), s.t("json-" + f.Tag.Get("kamus")), !nullable, nil})
			if inner.Kind() == reflect.Struct {
				walk(inner, full+".")
			}
		}
	}
	walk(document, "")
	return rows
}
