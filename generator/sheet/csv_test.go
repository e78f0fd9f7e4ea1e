package sheet

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestCSV: encodings, separators, quotes, and the numbers of rows that a
// spreadsheet program shows.
func TestCSV(t *testing.T) {
	utf16 := func(s string, big bool) string {
		var b strings.Builder
		for _, r := range s {
			if big {
				b.WriteString(string([]byte{byte(r >> 8), byte(r)}))
			} else {
				b.WriteString(string([]byte{byte(r), byte(r >> 8)}))
			}
		}
		return b.String()
	}
	const table = "Nama;Kota\nKafé “A”;Metro\n"
	want := "1[Nama|Kota] 2[Kafé “A”|Metro]"
	for name, c := range map[string]struct{ in, want string }{
		"UTF-8":                   {table, want},
		"UTF-8 with a mark":       {"\xEF\xBB\xBF" + table, want},
		"UTF-16, little":          {"\xFF\xFE" + utf16(table, false), want},
		"UTF-16, big":             {"\xFE\xFF" + utf16(table, true), want},
		"UTF-16 without a mark":   {utf16(table, false), want},
		"UTF-16, big, no mark":    {utf16(table, true), want},
		"Windows-1252":            {"Nama;Kota\nKaf\xE9 \x93A\x94;Metro\n", want},
		"commas":                  {"a,b\n1,\"2,3\"\n", "1[a|b] 2[1|2,3]"},
		"tabs":                    {"a\tb\n1,5\t2\n", "1[a|b] 2[1,5|2]"},
		"strokes":                 {"a|b\n1|2\n", "1[a|b] 2[1|2]"},
		"semicolons and commas":   {"a;b;c\n1,5;2,5;3,5\nx;y;z\n", "1[a|b|c] 2[1,5|2,5|3,5] 3[x|y|z]"},
		"one column":              {"a\nb\n", "1[a] 2[b]"},
		"titles above":            {"DAFTAR INOVASI, 2021\n\na;b\n1;2\n3;4\n", "1[DAFTAR INOVASI, 2021] 3[a|b] 4[1|2] 5[3|4]"},
		"Excel's note":            {"sep=|\na|b\n1|2\n", "1[a|b] 2[1|2]"},
		"lines inside quotes":     {"a,b\n\"x\ny\r\nz\",1\n\n\nc,d\n", "1[a|b] 2[x\ny\nz|1] 5[c|d]"},
		"Windows lines":           {"a,b\r\n\r\n1,2\r\n", "1[a|b] 3[1|2]"},
		"lines of old Macs":       {"a,b\r1,2\r", "1[a|b] 2[1|2]"},
		"rows of other lengths":   {"a,b,c\n1\n1,2,3,4,,\n", "1[a|b|c] 2[1] 3[1|2|3|4]"},
		"rows that are all empty": {"a,b\n,\n , \n1,2\n", "1[a|b] 4[1|2]"},
	} {
		s, problems := Read("t.csv", []byte(c.in), "")
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		var got []string
		for _, r := range s.Rows {
			got = append(got, fmt.Sprintf("%d[%s]", r.Number, strings.Join(r.Cells, "|")))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	for in, place := range map[string]string{"a,b\n\n1,\"x": "t.csv:3", "a,b\nx\"y\",2\n": "t.csv:2", "a,b\n\"l\nl\",2\n3,\"4": "t.csv:3"} {
		if _, problems := Read("t.csv", []byte(in), ""); len(problems) != 1 || problems[0].Place("") != place {
			t.Errorf("%q: %v, want one at %s", in, problems, place)
		}
	}
}

// TestBulk reads real rows; see testdata/README.md.
func TestBulk(t *testing.T) {
	data, err := os.ReadFile("testdata/bulk.csv")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := Read("bulk.csv", data, "")
	if len(problems) > 0 || len(s.Rows) != 54 || s.Width() != 10 {
		t.Fatalf("%v, %d rows, %d columns", problems, len(s.Rows), s.Width())
	}
	var titles []string
	for _, r := range s.Rows[1:] {
		name, _ := Clean(r.Cell(2))
		if title := Title(name); title != name {
			titles = append(titles, title)
		}
		if year := r.Cell(7); year != "" {
			if d, err := s.Epoch.ParseDate(year); err != nil || d.String() != year {
				t.Errorf("row %d: the year %s is %v, %v", r.Number, year, d, err)
			}
		}
	}
	for _, want := range []string{"Kota Layak Anak", "Layanan Jemput Bola \"LARASITA\"", "Unit Pelayanan Informasi dan Keluhan (UPIK)"} {
		if !slices.Contains(titles, want) {
			t.Errorf("there is no %q among\n%s", want, strings.Join(titles, "\n"))
		}
	}
}
