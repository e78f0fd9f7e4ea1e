package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siger/generator/problem"
)

// workbook makes a workbook as agencies send them: a title, headers in two rows
// with merged cells, an agency that is written once for two rows, days with a
// format and without one, a formula, a hidden column and a hidden row.
func workbook(t testing.TB, date1904 bool) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	check := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	check(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &date1904}))
	check(f.SetSheetName("Sheet1", "Petunjuk"))
	check(f.SetSheetVisible("Petunjuk", true))
	_, err := f.NewSheet("Usulan 2021")
	check(err)
	const s = "Usulan 2021"
	set := func(cell string, value any) { check(f.SetCellValue(s, cell, value)) }
	merge := func(from, to string) { check(f.MergeCell(s, from, to)) }
	style := func(cell, format string) {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		check(err)
		check(f.SetCellStyle(s, cell, cell, id))
	}
	set("A1", "DAFTAR USULAN")
	merge("A1", "G1")
	for cell, text := range map[string]string{"A3": "No", "B3": "Nama Inovasi", "C3": "OPD", "D3": "Waktu", "D4": "Uji Coba", "E4": "Penerapan", "F3": "Telepon", "G3": "Tingkat"} {
		set(cell, text)
	}
	merge("D3", "E3")
	for _, c := range []string{"A", "B", "C", "F", "G"} {
		merge(c+"3", c+"4")
	}
	day := time.Date(2021, 6, 16, 0, 0, 0, 0, time.UTC)
	set("A5", 1)
	set("B5", "Warung\u00A0Tani")
	set("C5", "Dinas A")
	merge("C5", "C6")
	set("D5", day) // with the library's own format of a day
	set("E5", day)
	style("E5", "dd mmmm yyyy")
	set("F5", "0812")
	set("G5", 2.5)
	set("A6", 2)
	set("B6", "Pojok Baca")
	set("D6", day)
	style("D6", "mmm-yy")
	set("E6", 44363) // a day that lost its format
	if date1904 {
		set("E6", 44363-1462)
	}
	check(f.SetCellFormula(s, "G6", "1+2"))
	set("B9", "Jauh di bawah")
	set("C9", "'2021")
	check(f.SetRowVisible(s, 9, false))
	check(f.SetColVisible(s, "F", false))
	var out bytes.Buffer
	check(f.Write(&out))
	return out.Bytes()
}

// stored puts the result of the one formula of a workbook into it, as a
// spreadsheet program does.
func stored(t testing.TB, book []byte, result string) []byte {
	return rewritten(t, book, "xl/worksheets/sheet2.xml", "<f>1+2</f>", "<f>1+2</f><v>"+result+"</v>")
}

func rewritten(t testing.TB, book []byte, part, old, new string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := false
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var data bytes.Buffer
		if _, err := data.ReadFrom(in); err != nil {
			t.Fatal(err)
		}
		text := data.String()
		if f.Name == part {
			done = strings.Contains(text, old)
			text = strings.Replace(text, old, new, 1)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(to, text)
	}
	if err := w.Close(); err != nil || !done {
		t.Fatalf("%s was not changed: %v", part, err)
	}
	return out.Bytes()
}

func TestXLSX(t *testing.T) {
	for _, date1904 := range []bool{false, true} {
		book := stored(t, workbook(t, date1904), "3")
		s, problems := Read("usulan.xlsx", book, "usulan 2021 ")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if s.Name != "Usulan 2021" || !slices.Equal(s.Names, []string{"Petunjuk", "Usulan 2021"}) || s.Width() != 7 {
			t.Errorf("sheet %q of %q, %d wide", s.Name, s.Names, s.Width())
		}
		var numbers []int
		for _, r := range s.Rows {
			numbers = append(numbers, r.Number)
		}
		if !slices.Equal(numbers, []int{1, 3, 4, 5, 6, 9}) {
			t.Fatalf("rows %v", numbers)
		}
		want := []string{"1", "Warung\u00A0Tani", "Dinas A", "2021-06-16", "2021-06-16", "0812", "2.5"}
		if !slices.Equal(s.Rows[3].Cells, want) {
			t.Errorf("1904 %t: row 5 is %q", date1904, s.Rows[3].Cells)
		}
		r := s.Rows[4]
		if r.Cell(3) != "" || s.Down(r, 3) != "Dinas A" || r.Cell(4) != "2021-06" || r.Cell(7) != "3" {
			t.Errorf("1904 %t: row 6 is %q", date1904, r.Cells)
		}
		if d, err := s.Epoch.ParseDate(r.Cell(5)); err != nil || d.String() != "2021-06-16" {
			t.Errorf("1904 %t: the number %s is the day %s, %v", date1904, r.Cell(5), d, err)
		}
		if text, wide := s.Spread(s.Rows[1], 5); text != "Waktu" || !wide {
			t.Errorf("E3 is %q, %t", text, wide)
		}
		if text, wide := s.Spread(s.Rows[2], 2); text != "Nama Inovasi" || wide {
			t.Errorf("B4 is %q, %t", text, wide)
		}
		if !s.Hidden[6] || s.Hidden[5] || !s.Rows[5].Hidden || s.Rows[4].Hidden {
			t.Errorf("hidden are columns %v, row 9 %t", s.Hidden, s.Rows[5].Hidden)
		}
	}
}

func TestXLSXFaults(t *testing.T) {
	book := workbook(t, false)
	filled := stored(t, book, "3")
	bomb := func() []byte {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		part, err := w.Create("xl/worksheets/sheet1.xml")
		if err != nil {
			t.Fatal(err)
		}
		zeros := make([]byte, 1<<20)
		for range 100 {
			if _, err := part.Write(zeros); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	const part = "xl/worksheets/sheet2.xml"
	for name, c := range map[string]struct {
		data  []byte
		sheet string
		want  string
	}{
		"formula without a result": {book, "Usulan 2021", "a.xlsx:G6 S809"},
		"no such sheet":            {book, "Usulan 2020", "a.xlsx S803"},
		"cut short":                {book[:len(book)/2], "", "a.xlsx S801"},
		"damaged in the middle":    {append(append(bytes.Clone(book[:900]), make([]byte, 400)...), book[1300:]...), "", "a.xlsx S801"},
		"a zip of something else":  {[]byte("PK\x05\x06" + strings.Repeat("\x00", 18)), "", "a.xlsx S801"},
		"old format":               {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)), "", "a.xlsx S801"},
		"OpenDocument":             {[]byte("PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "", "a.xlsx S801"},
		"PDF":                      {[]byte("%PDF-1.7\n"), "", "a.xlsx S801"},
		"not text":                 {[]byte{0, 1, 2, 3, 0xFF, 0, 0, 0}, "", "a.xlsx S801"},
		"empty":                    {[]byte(" \n"), "", "a.xlsx S102"},
		"too large":                {make([]byte, MaxFileSize+1), "", "a.xlsx S802"},
		"zip bomb":                 {bomb(), "", "a.xlsx S802"},
		"the last cell of a sheet": {rewritten(t, filled, part, `</row></sheetData>`, `<c r="XFD9" t="str"><v>x</v></c></row></sheetData>`), "Usulan 2021", "a.xlsx:XFD9 S802"},
		"too many columns in CSV":  {[]byte(strings.Repeat("a,", MaxColumns) + "a\n"), "", "a.xlsx:GS1 S802"},
		"too many rows in CSV":     {[]byte(strings.Repeat("a,b\n", MaxRows+1)), "", fmt.Sprintf("a.xlsx:A%d S802", MaxRows+1)},
	} {
		s, problems := Read("a.xlsx", c.data, c.sheet)
		got := ""
		for _, p := range problems {
			got += fmt.Sprintf("%s %s", p.Place(""), p.Code)
			if text := p.Text(problem.English); strings.Contains(text, "%!") {
				t.Errorf("%s: %s", name, text)
			}
		}
		if got != c.want || s != nil {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	// A row far away is no reason to fill those above it.
	far := rewritten(t, filled, part, `<row r="9"`, `<row r="1048576"`)
	if s, problems := Read("a.xlsx", rewritten(t, far, part, `r="B9"`, `r="B1048576"`), "Usulan 2021"); len(problems) > 0 || len(s.Rows) != 6 {
		t.Errorf("a row far away: %v", problems)
	}
}

// FuzzRead: no bytes make Read panic, and what it returns is within the limits.
func FuzzRead(f *testing.F) {
	book := workbook(f, true)
	f.Add(book)
	f.Add(stored(f, book, "3"))
	for _, text := range []string{"Nama;OPD\nA;B\n", "\xFF\xFEN\x00a\x00\n\x00", "a\t\"b\nc\"\r\nd", "sep=;\na;b", "a,\"b", "caf\xE9,\x93x\x94\n"} {
		f.Add([]byte(text))
	}
	for _, name := range []string{"testdata/bulk.csv"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:2000])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := Read("x", data, "")
		if (s == nil) == (len(problems) == 0) {
			t.Fatalf("%v and %d problems", s, len(problems))
		}
		if s == nil {
			return
		}
		if len(s.Rows) > MaxRows || s.Width() > MaxColumns {
			t.Errorf("%d rows, %d columns", len(s.Rows), s.Width())
		}
		for i, r := range s.Rows {
			if i > 0 && r.Number <= s.Rows[i-1].Number || len(r.Cells) == 0 {
				t.Errorf("row %d follows %d", r.Number, s.Rows[max(0, i-1)].Number)
			}
			for c := range s.Width() {
				text, _ := Clean(s.Down(r, c+1))
				if again, done := Clean(text); again != text || len(done) > 0 {
					t.Errorf("cleaned twice: %q, %q", text, again)
				}
				s.Spread(r, c+1)
				Title(text)
			}
		}
	})
}
