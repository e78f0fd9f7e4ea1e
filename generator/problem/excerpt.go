package problem

import (
	"fmt"
	"strings"
	"unicode"

	"siger/generator/internal/personal"
)

// sources reads each file of the content at most once, for excerpts.
type sources struct {
	read  func(file string) ([]byte, error)
	lines map[string][]string // nil for a file that cannot be read
}

// line returns the line that a place is on, without personal data: an excerpt ends
// up in a public log.
func (s *sources) line(p Pos) (string, bool) {
	if s.read == nil || p.Line == 0 {
		return "", false
	}
	lines, known := s.lines[p.File]
	if !known {
		if data, err := s.read(p.File); err == nil {
			lines = strings.Split(string(data), "\n")
		}
		if s.lines == nil {
			s.lines = map[string][]string{}
		}
		s.lines[p.File] = lines
	}
	if p.Line > len(lines) {
		return "", false
	}
	return personal.Mask(strings.TrimSuffix(lines[p.Line-1], "\r")), true
}

// An excerpt is a line of source as a terminal shows it, and where its caret
// goes: run carets after start spaces. run is 0 where there is none.
type excerpt struct {
	text       string
	start, run int
}

// maxExcerpt is how wide an excerpt can be before it is cut around the caret.
const maxExcerpt = 100

// tabWidth is how many spaces stand for a tab.
const tabWidth = 4

// A cell is what a terminal shows of one character.
type cell struct {
	text  string
	width int
}

// cut makes the excerpt of a line for length characters from a column (from 1; 0
// is none).
func cut(line string, column, length int) excerpt {
	var cells []cell
	for _, r := range line {
		cells = append(cells, shown(r))
	}
	from := min(max(column, 1), len(cells)+1) - 1
	to := min(from+max(length, 1), len(cells))
	start, run := width(cells[:from]), 0
	if column > 0 {
		run = max(1, width(cells[from:max(from, to)]))
		if from < len(cells) && cells[from].width == 0 && start > 0 {
			start-- // a mark sits on the letter before it
		}
	}
	if width(cells) <= maxExcerpt {
		return excerpt{joined(cells), start, run}
	}
	// The window begins a third of its width before the caret.
	left := min(max(0, start-maxExcerpt/3), width(cells)-maxExcerpt)
	var b strings.Builder
	at, first, last := 0, -1, 0
	for _, c := range cells {
		if at >= left && at+c.width <= left+maxExcerpt && (first >= 0 || c.width > 0) {
			if first < 0 {
				first = at
				if first > 0 {
					b.WriteString("…")
				}
			}
			b.WriteString(c.text)
			last = at + c.width
		}
		at += c.width
	}
	if left+maxExcerpt < at {
		b.WriteString("…")
	}
	start -= first
	if run > 0 {
		run = max(1, min(run, last-first-start)) // 1 where the caret is past the end of the line
	}
	if first > 0 {
		start++
	}
	return excerpt{b.String(), start, run}
}

func width(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

func joined(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// shown returns what stands for a character: itself, spaces for a tab, or its
// name where a reader could not see it or a terminal would obey it.
func shown(r rune) cell {
	switch {
	case r == '\t':
		return cell{strings.Repeat(" ", tabWidth), tabWidth}
	case r == joiner || r == nonJoiner || unicode.In(r, unicode.Mn, unicode.Me) && !Hidden(r):
		return cell{string(r), 0}
	case Hidden(r) || unicode.Is(unicode.Cf, r):
		name := fmt.Sprintf("<U+%04X>", r)
		return cell{name, len(name)}
	case unicode.Is(wide, r):
		return cell{string(r), 2}
	}
	return cell{string(r), 1}
}

// Characters without a width that change how their neighbours look.
const (
	nonJoiner = '\u200C'
	joiner    = '\u200D'
)

// wide are the characters that take two columns of a terminal: those that
// Unicode calls wide or fullwidth, in coarse ranges.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115F, 1}, {0x231A, 0x231B, 1}, {0x23E9, 0x23EC, 1}, {0x23F0, 0x23F3, 3}, {0x25FD, 0x25FE, 1},
		{0x2614, 0x2615, 1}, {0x2648, 0x2653, 1}, {0x267F, 0x2693, 0x14}, {0x26A1, 0x26AA, 9}, {0x26AB, 0x26BD, 0x12},
		{0x26BE, 0x26C4, 6}, {0x26C5, 0x26CE, 9}, {0x26D4, 0x26EA, 0x16}, {0x26F2, 0x26F3, 1}, {0x26F5, 0x26FA, 5},
		{0x26FD, 0x2705, 8}, {0x270A, 0x270B, 1}, {0x2728, 0x274C, 0x24}, {0x274E, 0x2753, 5}, {0x2754, 0x2755, 1},
		{0x2757, 0x2795, 0x3E}, {0x2796, 0x2797, 1}, {0x27B0, 0x27BF, 0xF}, {0x2B1B, 0x2B1C, 1}, {0x2B50, 0x2B55, 5},
		{0x2E80, 0x303E, 1}, {0x3041, 0xA4CF, 1}, {0xA960, 0xA97C, 1}, {0xAC00, 0xD7A3, 1}, {0xF900, 0xFAFF, 1},
		{0xFE10, 0xFE19, 1}, {0xFE30, 0xFE6F, 1}, {0xFF01, 0xFF60, 1}, {0xFFE0, 0xFFE6, 1},
	},
	R32: []unicode.Range32{
		{0x16FE0, 0x18DFF, 1}, {0x1AFF0, 0x1B2FF, 1}, {0x1F004, 0x1F0CF, 0xCB}, {0x1F18E, 0x1F191, 3}, {0x1F192, 0x1F19A, 1},
		{0x1F200, 0x1F320, 1}, {0x1F32D, 0x1F64F, 1}, {0x1F680, 0x1F6FC, 1}, {0x1F7E0, 0x1F7F0, 1}, {0x1F90C, 0x1FAFF, 1},
		{0x20000, 0x3FFFD, 1},
	},
}
