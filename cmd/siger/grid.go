package main

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"siger/generator/problem"
)

// A column of a grid. A wide one gives way when the screen is narrow: its texts are
// wrapped.
type column struct {
	head  string
	right bool
	wide  bool
}

// A grid prints rows in columns, as wide as a terminal shows them: a letter of Chinese
// takes two places, an accent none.
type grid struct {
	width   int // of the screen
	columns []column
	rows    [][]string // plain text, one cell for each column
	head    func(string) string
}

const gridGap = 2 // places between columns

// write prints the grid. The last column has no spaces after its texts.
func (g grid) write(w io.Writer) error {
	for i := range g.rows {
		for j := range g.rows[i] {
			g.rows[i][j] = problem.Visible(g.rows[i][j])
		}
	}
	widths := g.widths()
	var out strings.Builder
	heads := make([]string, len(g.columns))
	some := false
	for i, c := range g.columns {
		heads[i] = c.head
		some = some || c.head != ""
	}
	if some {
		for _, line := range g.lines(heads, widths) {
			out.WriteString(g.head(line) + "\n")
		}
	}
	for _, row := range g.rows {
		for _, line := range g.lines(row, widths) {
			out.WriteString(line + "\n")
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// widths gives narrow columns what they need, and wide ones the rest: those that need
// less than an equal share what they need, and the others what is left in equal parts.
func (g grid) widths() []int {
	widths := make([]int, len(g.columns))
	var wide []int
	rest := g.width - gridGap*(len(g.columns)-1)
	for i, c := range g.columns {
		if c.wide {
			widths[i] = uniseg.StringWidth(c.head)
		}
		for word := range strings.FieldsSeq(c.head) { // over numbers, it takes as many lines as words
			widths[i] = max(widths[i], uniseg.StringWidth(word))
		}
		for _, row := range g.rows {
			widths[i] = max(widths[i], uniseg.StringWidth(row[i]))
		}
		if c.wide {
			wide = append(wide, i)
		} else {
			rest -= widths[i]
		}
	}
	slices.SortStableFunc(wide, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	for n, i := range wide {
		widths[i] = max(1, min(widths[i], rest/(len(wide)-n)))
		rest -= widths[i]
	}
	return widths
}

// lines lays out one row.
func (g grid) lines(cells []string, widths []int) []string {
	parts := make([][]string, len(cells))
	most := 1
	for i, cell := range cells {
		parts[i] = folded(cell, widths[i])
		most = max(most, len(parts[i]))
	}
	lines := make([]string, most)
	for n := range lines {
		var b strings.Builder
		for i, c := range g.columns {
			part := ""
			if n < len(parts[i]) {
				part = parts[i][n]
			}
			space := strings.Repeat(" ", max(0, widths[i]-uniseg.StringWidth(part)))
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gridGap))
			}
			if c.right {
				b.WriteString(space + part)
			} else {
				b.WriteString(part + space)
			}
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// folded splits a text into lines of at most width places, between words where it
// can and between letters where it must.
func folded(text string, width int) []string {
	var lines []string
	line, column := "", 0
	end := func() { lines, line, column = append(lines, line), "", 0 }
	for word := range strings.FieldsSeq(text) {
		n := uniseg.StringWidth(word)
		if column > 0 && column+1+n > width {
			end()
		}
		if column > 0 {
			line, column = line+" ", column+1
		}
		for column+n > width { // only a word that is wider than a line
			letter, rest, wide, _ := uniseg.FirstGraphemeClusterInString(word, -1)
			if column > 0 && column+wide > width {
				end()
			}
			line, column, word, n = line+letter, column+wide, rest, n-wide
			if rest == "" {
				break
			}
		}
		if column > 0 && column+n > width {
			end()
		}
		line, column = line+word, column+n
	}
	if line != "" || lines == nil {
		end()
	}
	return lines
}
