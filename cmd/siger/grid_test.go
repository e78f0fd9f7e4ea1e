package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// TestGrid: whatever the texts, no line is wider than the screen, columns stand under
// each other as a terminal shows them, and every letter is there in its order.
func TestGrid(t *testing.T) {
	t.Parallel()
	words := []string{"Inovasi", "Desa", "a", "読書会", "é", "e\u0301", "🇮🇩", "👩‍🌾", "Pemberdayaan", strings.Repeat("panjang", 9), "한국어로된이름이아주길다한국어로된이름", "-"}
	r := rand.New(rand.NewPCG(1, 9))
	text := func() string {
		var list []string
		for range r.IntN(9) {
			list = append(list, words[r.IntN(len(words))])
		}
		return strings.Join(list, " ")
	}
	for range 500 {
		width := 50 + r.IntN(60)
		g := grid{width: width, head: func(s string) string { return s }, columns: []column{{head: "Per.", right: true}, {head: "Nama", wide: true}, {head: "Oleh", wide: true}, {head: "Skor", right: true}}}
		for i := range 1 + r.IntN(6) {
			g.rows = append(g.rows, []string{strings.Repeat("1", 1+i%3), text(), text(), "100,00"})
		}
		widths := g.widths()
		var out bytes.Buffer
		if err := g.write(&out); err != nil {
			t.Fatal(err)
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		for _, line := range lines {
			if n := uniseg.StringWidth(line); n > width {
				t.Fatalf("%d of %d places: %q", n, width, line)
			}
		}
		// The columns are cut out again by their places.
		lines = lines[1:]
		for _, row := range g.rows {
			cells := make([]string, len(row))
			for n := 0; n == 0 || len(lines) > 0 && !strings.HasSuffix(lines[0], "100,00"); n++ {
				for i, w := range widths {
					var cell string
					cell, lines[0] = cut(t, lines[0], w)
					cells[i] += cell
					_, lines[0] = cut(t, lines[0], gridGap)
				}
				lines = lines[1:]
			}
			for i := range row {
				if letters(cells[i]) != letters(row[i]) {
					t.Fatalf("cell %q came out as %q in\n%s", row[i], cells[i], out.String())
				}
			}
		}
	}
}

// cut takes so many places off a line; a letter across the border fails the test.
func cut(t *testing.T, line string, places int) (part, rest string) {
	t.Helper()
	for line != "" && places > 0 {
		letter, after, wide, _ := uniseg.FirstGraphemeClusterInString(line, -1)
		if wide > places {
			t.Fatalf("%q lies across two columns", letter)
		}
		part, line, places = part+letter, after, places-wide
	}
	return part, line
}

func TestFolded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 5, ""}, {"satu dua", 8, "satu dua"}, {"satu dua", 7, "satu|dua"}, {"satu  dua tiga", 8, "satu dua|tiga"},
		{"abcdefgh", 3, "abc|def|gh"}, {"ab cdefgh", 4, "ab|cdef|gh"}, {"読書会", 4, "読書|会"}, {"読書会", 1, "読|書|会"}, {"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
	} {
		if got := strings.Join(folded(c.text, c.width), "|"); got != c.want {
			t.Errorf("%q in %d places: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
