package site

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzCSV writes a table with any cells: it parses to the same cells, but for the
// quote before what a spreadsheet would take for a formula, which none begins with.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"", "Kopi", "=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r=1", `a"b`, "a,b", "a\nb", "a\r\nb", "'", "＝1", "\u202e=1", "\xff", `\.`, " =1"} {
		f.Add(seed, "dua")
		f.Add("satu", seed)
	}
	type row struct{ a, b string }
	columns := []column[row]{
		{name: "satu", kind: "string", value: func(r *row) string { return r.a }},
		{name: "dua", kind: "string", value: func(r *row) string { return r.b }},
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		rows := []row{{a, b}, {b, a}}
		var out bytes.Buffer
		if err := writeCSV(&out, columns, len(rows), func(i int) *row { return &rows[i] }); err != nil {
			t.Fatal(err)
		}
		read, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(read) != len(rows)+1 {
			t.Fatalf("%d rows, %v", len(read), err)
		}
		for i, r := range rows {
			for j, want := range []string{r.a, r.b} {
				got := read[i+1][j]
				if first, _ := utf8.DecodeRuneInString(got); got != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
					t.Errorf("the cell %q can run as a formula", got)
				}
				// RFC 4180 has one kind of line end, in which a reader folds others.
				want = strings.ReplaceAll(want, "\r\n", "\n")
				if bare, guarded := strings.CutPrefix(got, "'"); got != want && !(guarded && bare == want) && !strings.Contains(want, "\r") {
					t.Errorf("%q became %q", want, got)
				}
			}
		}
	})
}

// FuzzPermalinks: the page of any file's name is an address of a folder in the
// site, and never one outside of it.
func FuzzPermalinks(f *testing.F) {
	for _, seed := range []string{"situs.yaml", "perangkat-daerah.yaml", "klasifikasi.yaml", "halaman/tentang.md", "halaman/gambar/a.png", "2021/edisi.yaml",
		"2021/inovasi/kopi.yaml", "2021/gambar/kopi.png", "", "/", "..", "../x.yaml", "2021/inovasi/../../x.yaml", "a//b", "//evil.example/x",
		"2021/inovasi/.yaml", "halaman/.md", "halaman/a/.md"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, file string) {
		if !fs.ValidPath(file) { // as every name that a file system lists
			return
		}
		page := PageOf(file)
		if page == "" {
			return
		}
		if !strings.HasSuffix(page, "/") || !fs.ValidPath(strings.TrimSuffix(page, "/")) || path.Clean(page) != strings.TrimSuffix(page, "/") {
			t.Errorf("the page of %q is %q", file, page)
		}
	})
}
