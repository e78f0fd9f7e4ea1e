package intake_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siger/generator/intake"
	"siger/generator/problem"
)

// TestWorkbook: headers in two rows below a title, an agency that is written once
// for two rows, days, a hidden column, and a sheet before the table.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	check1 := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	check1(f.SetSheetName("Sheet1", "Petunjuk"))
	check1(f.SetCellValue("Petunjuk", "A1", "Isilah lembar Usulan."))
	_, err := f.NewSheet("Usulan")
	check1(err)
	for cell, value := range map[string]any{
		"A1": "USULAN INOVASI",
		"A3": "Nama Inovasi", "B3": "OPD", "C3": "Waktu", "C4": "Uji Coba", "D4": "Implementasi", "E3": "Bentuk", "F3": "Jenis", "G3": "SOP", "H3": "Deskripsi", "I3": "Tautan",
		"A5": "Satu", "B5": "Dinas A", "C5": time.Date(2020, 6, 16, 0, 0, 0, 0, time.UTC), "D5": 44363, "E5": "Tata Kelola", "F5": "Non Digital", "G5": "SOP 1", "H5": "A.", "I5": "0812",
		"A6": "Dua", "D6": "Juli 2020", "E6": "Tata Kelola", "F6": "Non Digital", "G6": 12, "H6": "B.", "I6": "0813",
	} {
		check1(f.SetCellValue("Usulan", cell, value))
	}
	for _, area := range []string{"A1:I1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:I4", "B5:B6"} {
		from, to, _ := strings.Cut(area, ":")
		check1(f.MergeCell("Usulan", from, to))
	}
	check1(f.SetColVisible("Usulan", "I", false))
	var book bytes.Buffer
	check1(f.Write(&book))

	request := intake.Request{File: "usulan.xlsx", Data: book.Bytes(), Year: 2021, Content: os.DirFS("../testdata/kecil"), Check: check}
	plan, err := intake.Prepare(request)
	check1(err)
	if len(plan.Problems) != 1 || plan.Problems[0].Code != problem.NoHeader || !strings.Contains(plan.Problems[0].Text(problem.Indonesian), "lembar lain: Usulan") {
		t.Errorf("the first sheet: %v", plan.Problems)
	}
	request.Sheet = "Usulan"
	plan, err = intake.Prepare(request)
	check1(err)
	for _, p := range plan.Problems {
		t.Errorf("%s: [%s] %s", p.Place(""), p.Code, p.Text(problem.English))
	}
	var got strings.Builder
	fmt.Fprintf(&got, "header %d\n", plan.HeaderRow)
	for _, c := range plan.Columns {
		fmt.Fprintf(&got, "%s: %s %t\n", c.Header, strings.Join(c.Fields, " "), c.Hidden)
	}
	for _, r := range plan.Rows {
		fmt.Fprintf(&got, "%s\n%s", r.File, r.Data)
	}
	const want = `header 4
Nama Inovasi: nama false
OPD: perangkat_daerah false
Waktu Uji Coba: waktu_uji_coba false
Waktu Implementasi: waktu_penerapan false
Bentuk: kategori.bentuk false
Jenis: kategori.jenis false
SOP: sop false
Deskripsi: ringkasan false
Tautan:  true
2021/inovasi/satu.yaml
nama: Satu
perangkat_daerah: dinas-a
kategori:
  bentuk: tata-kelola
  jenis: non-digital
waktu_uji_coba: 2020-06-16
waktu_penerapan: 2021-06-16
sop: SOP 1
ringkasan: A.
2021/inovasi/dua.yaml
nama: Dua
perangkat_daerah: dinas-a
kategori:
  bentuk: tata-kelola
  jenis: non-digital
waktu_penerapan: 2020-07
sop: "12"
ringkasan: B.
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
