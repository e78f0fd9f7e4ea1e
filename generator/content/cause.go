package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"siger/generator/problem"
)

// A slip is what a hand may have done to a line that keeps a document from being read.
type slip struct {
	number   int // of the line
	from, to int // bytes of it that are wrong
	code     problem.Code
	say      problem.Words // of BadYAML
	mend     edit          // what makes the line readable if this is what happened
	sure     bool          // it is also what the author would have written
}

const maxForms = 10 // in each other

// An edit puts a text in the place of some bytes of a line.
type edit struct {
	from, to int
	text     string
}

var (
	spaceReason  = problem.Words{ID: "spasi sesudah titik dua kurang", EN: "the space after the colon is missing"}
	partReason   = problem.Words{ID: "tanda kutip atau kurung hanya mengapit sebagian nilai; apit seluruhnya dengan tanda kutip", EN: "quotes or brackets stand around a part of the value; put all of it in quotes"}
	innerReason  = problem.Words{ID: "di dalam nilai ada tanda kutip yang sama dengan pengapitnya", EN: "the quotes around the value stand inside it, too"}
	starReason   = problem.Words{ID: "nilai diawali “*”; apit dengan tanda kutip", EN: "a value begins with “*”; put it in quotes"}
	indentReason = problem.Words{ID: "spasi di awal baris tidak sejajar dengan baris di atasnya", EN: "the spaces at the start of the line do not match the lines above"}
)

// causeOf returns what is wrong where a document cannot be read from a line on: the first of
// the slips that people make without which that line can be read, so that the words are about
// the cause and not about what the library stumbles on. False where it is none of them.
func (s *source) causeOf(number int) (problem.Problem, bool) {
	kind, _ := fileKind(s.file)
	lines := bytes.SplitAfter(s.text, []byte("\n"))
	if readsWith(lines, number, slip{number: number}) {
		return problem.Problem{}, false // the fault is elsewhere
	}
	for _, c := range s.slips(number, kind.form) {
		if !readsWith(lines, number, c) {
			continue
		}
		line := s.line(c.number)
		place := func(from, to int) problem.Pos {
			return problem.Pos{File: s.file, Line: s.offset + c.number, Column: 1 + utf8.RuneCountInString(line[:from]), Length: utf8.RuneCountInString(line[from:to])}
		}
		p := problem.At(place(c.from, c.to), "", c.code)
		if c.code == problem.BadYAML {
			p.Args = []any{c.say}
		}
		if c.sure {
			p.Fix = place(c.mend.from, c.mend.to).Replace(c.mend.text)
		}
		return p, true
	}
	return problem.Problem{}, false
}

// readsWith reports whether a beginning of a document that ends at a line, or a few further,
// can be read once a slip is mended.
func readsWith(lines [][]byte, number int, c slip) bool {
	lines = slices.Clone(lines)
	line := lines[c.number-1]
	lines[c.number-1] = bytes.Join([][]byte{line[:c.mend.from], []byte(c.mend.text), line[c.mend.to:]}, nil)
	for n := number; n <= min(number+fewLines, len(lines)); n++ {
		if isBeginning(bytes.Join(lines[:n], nil)) {
			return true
		}
	}
	return false
}

// slips returns what may have happened on a line or on the one above with text.
func (s *source) slips(number int, f *form) []slip {
	var found []slip
	above := number - 1
	for above > 0 && strings.TrimSpace(s.line(above)) == "" {
		above--
	}
	for _, n := range []int{number, above} {
		line := s.line(n)
		parts := partsPattern().FindStringSubmatch(line)
		if parts == nil || strings.ContainsRune(line, '\u00A0') {
			continue
		}
		key, start := parts[2], len(parts[1])+len(parts[2])+len(parts[3])
		value := strings.TrimRight(line[start:], " ")
		text := strings.TrimLeft(value, " ")
		at := start + len(value) - len(text)
		if key != "" && text != "" && at == start && !strings.HasPrefix(text, "//") {
			found = append(found, slip{n, start - 1, start, problem.BadYAML, spaceReason, edit{start, start, " "}, f.knows(key, 0)})
		}
		if text != "" && at > start || key == "" && strings.Contains(parts[1], "-") {
			found = append(found, badValue(n, at, text, f, key)...)
		}
		if i := strings.Index(value, " #"); i >= 0 && hashText(value[i+1:]) != "" {
			from := start + i + 1
			found = append(found, slip{n, from, from + len(hashText(value[i+1:])), problem.HashText, problem.Words{}, edit{from, from + 1, "x"}, false})
		}
	}
	return append(found, s.shifted(number, above, f)...)
}

// badValue returns what may be wrong with a value on one line that should have quotes around
// all of it.
func badValue(number, at int, text string, f *form, key string) []slip {
	say, inner := starReason, text
	end := len(text)
	switch text[0] {
	case '*':
		if end = 1; !strings.ContainsAny(text[1:], " *") { // an alias, perhaps
			return nil
		}
	case '"', '\'':
		say = partReason
		closed := quoteEnd(text)
		if closed < 0 || closed == len(text) {
			return nil
		}
		if text[len(text)-1] == text[0] && wordLetter(text[closed]) { // it opens another, or is an apostrophe
			say, inner = innerReason, text[1:len(text)-1]
		}
	case '[', '{':
		say = partReason
		if closed := bracketEnd(text); closed < 0 || closed == len(text) {
			return nil
		}
	default:
		return nil
	}
	if strings.ContainsRune(text, '\\') || strings.Contains(text, " #") {
		return nil
	}
	return []slip{{number, at, at + end, problem.BadYAML, say, edit{at, at + len(text), inQuotes(inner)}, f.prosaic(key)}}
}

// shifted returns that a line with a key begins further right than the one above, which has a
// value already.
func (s *source) shifted(number, above int, f *form) []slip {
	line := s.line(number)
	parts, before := partsPattern().FindStringSubmatch(line), partsPattern().FindStringSubmatch(s.line(above))
	if parts == nil || before == nil || parts[2] == "" || before[2] == "" || strings.Trim(parts[1], " ") != "" ||
		strings.TrimSpace(before[4]) == "" || len(parts[1]) <= len(before[1]) || before[4][0] != ' ' {
		return nil
	}
	sure := len(parts[1]) == len(before[1])+1 && f.siblings(parts[2], before[2])
	from, to := wholeText(line)
	return []slip{{number, from, to, problem.BadYAML, indentReason, edit{0, len(parts[1]), strings.Repeat(" ", len(before[1]))}, sure}}
}

func wordLetter(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= 0x80
}

// mappings calls each for the forms of mappings with known keys, down to a depth.
func (f *form) mappings(depth int, each func(*form)) {
	if f == nil || depth == 0 {
		return
	}
	if len(f.keys) > 0 {
		each(f)
	}
	f.each.mappings(depth-1, each)
	for _, of := range f.of {
		of.mappings(depth-1, each)
	}
}

// prosaic reports whether the value of a key can be any text wherever the key is known.
func (f *form) prosaic(key string) bool {
	known, all := false, true
	f.mappings(maxForms, func(f *form) {
		if i := slices.Index(f.keys, key); i >= 0 {
			known, all = true, all && f.of[i].prose()
		}
	})
	return known && all
}

// siblings reports whether two keys can stand in one mapping.
func (f *form) siblings(a, b string) bool {
	found := false
	f.mappings(maxForms, func(f *form) {
		found = found || a != b && slices.Contains(f.keys, a) && slices.Contains(f.keys, b)
	})
	return found
}
