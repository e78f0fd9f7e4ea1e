package problem

import (
	"strings"
	"testing"
)

// TestCut: the caret is under what is meant, whatever stands before it.
func TestCut(t *testing.T) {
	long := strings.Repeat("a", 150) + "SALAH" + strings.Repeat("b", 150)
	cases := []struct {
		name           string
		line           string
		column, length int
		want           string
	}{
		{"value", "  nama: x", 9, 1, "  nama: x\n        ^"},
		{"run", "nama: salah", 7, 5, "nama: salah\n      ^^^^^"},
		{"unknown length", "nama: salah", 7, 0, "nama: salah\n      ^"},
		{"whole line", "nama: salah", 0, 0, "nama: salah"},
		{"past the end", "nama:", 6, 0, "nama:\n     ^"},
		{"far past the end", "nama:", 99, 3, "nama:\n     ^"},
		{"length past the end", "nama: x", 7, 99, "nama: x\n      ^"},
		{"empty line", "", 1, 1, "\n^"},
		{"wide before", "nama: 稲作 x", 10, 1, "nama: 稲作 x\n           ^"},
		{"wide itself", "nama: 稲作", 7, 2, "nama: 稲作\n      ^^^^"},
		{"emoji", "a 🙂 b", 5, 1, "a 🙂 b\n     ^"},
		{"combining before", "cafe\u0301: x", 8, 1, "cafe\u0301: x\n      ^"},
		{"combining itself", "cafe\u0301: x", 5, 1, "cafe\u0301: x\n   ^"},
		{"tab before", "\tx", 2, 1, "    x\n    ^"},
		{"tab itself", "a\tb", 2, 1, "a    b\n ^^^^"},
		{"hidden", "Baca\u202E x", 5, 1, "Baca<U+202E> x\n    ^^^^^^^^"},
		{"escape", "a\x1b[31mb", 2, 1, "a<U+001B>[31mb\n ^^^^^^^^"},
		{"mark that shows nothing", "a\u034Fb", 2, 1, "a<U+034F>b\n ^^^^^^^^"},
		{"soft hyphen", "a\u00ADb", 3, 1, "a<U+00AD>b\n         ^"},
		{"not UTF-8", "a\xffb", 3, 1, "a\uFFFDb\n  ^"},
		{"long, at its start", long, 1, 3, strings.Repeat("a", 100) + "…\n^^^"},
		{"long, in the middle", long, 151, 5, "…" + strings.Repeat("a", 33) + "SALAH" + strings.Repeat("b", 62) + "…\n" + strings.Repeat(" ", 34) + "^^^^^"},
		{"long, at its end", long, 305, 1, "…" + strings.Repeat("b", 100) + "\n" + strings.Repeat(" ", 100) + "^"},
		{"long run", long, 1, 305, strings.Repeat("a", 100) + "…\n" + strings.Repeat("^", 100)},
		{"long without a place", long, 0, 0, strings.Repeat("a", 100) + "…"},
	}
	for _, c := range cases {
		e := cut(c.line, c.column, c.length)
		got := e.text
		if e.run > 0 {
			got += "\n" + strings.Repeat(" ", e.start) + strings.Repeat("^", e.run)
		}
		if got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

// FuzzCut: no line makes an excerpt that is too wide, hides something or puts
// the caret beside it.
func FuzzCut(f *testing.F) {
	f.Add("nama: salah", 7, 5)
	f.Add(strings.Repeat("稲\u0301\t\u202E", 60), 100, 90)
	f.Fuzz(func(t *testing.T, line string, column, length int) {
		if strings.Contains(line, "\n") || column < 0 || length < 0 || length > 1<<30 {
			return
		}
		e := cut(line, column, length)
		total := 0
		for _, r := range e.text {
			if Hidden(r) || r == '\t' {
				t.Errorf("%q is in %q", r, e.text)
			}
			total += shown(r).width
		}
		if total > maxExcerpt+2 || e.start < 0 || e.run < 0 || e.start+e.run > total+1 || (e.run > 0) != (column > 0) {
			t.Errorf("cut(%q, %d, %d) = %+v, %d wide", line, column, length, e, total)
		}
	})
}
