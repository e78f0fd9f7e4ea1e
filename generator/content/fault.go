package content

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

// A fault is what keeps a document from being YAML.
type fault struct {
	line, column, length int // column and length 0 when it is the whole line
	say                  problem.Words
}

// faultOf says in the author's words what the library found, and where. The
// library names a line near the end of what it could make sense of, often far
// below the cause; the cause is where the text stops being the beginning of some
// YAML.
func faultOf(data []byte, err error) fault {
	f := fault{line: yamlLine(err), say: problem.Words{ID: "susunannya tidak sesuai aturan YAML", EN: "it does not follow the rules of YAML"}}
	if m := anchorPattern().FindStringSubmatch(err.Error()); m != nil { // the library names no line
		f.say = yamlReasons[unknownAnchor].say
		if at := bytes.Index(data, []byte("*"+m[1])); at >= 0 {
			f.line = 1 + bytes.Count(data[:at], []byte("\n"))
			f.column = 1 + utf8.RuneCount(data[bytes.LastIndexByte(data[:at], '\n')+1:at])
			f.length = 1 + utf8.RuneCountInString(m[1])
		}
		return f
	}
	lines := bytes.SplitAfter(data, []byte("\n"))
	found := 0
	if !strings.Contains(err.Error(), tooDeep) { // costs the most to read, and has no one place
		found = unreadableFrom(lines)
		f.line = cmp.Or(found, f.line)
	}
	line := strings.TrimRight(string(lines[min(f.line, len(lines))-1]), "\r\n")
	var at func(string) (from, to int)
	for _, r := range yamlReasons {
		// Without a colon on the line, the one out of place is that of the next.
		if strings.Contains(err.Error(), r.part) && (r.part != colonOut || strings.Contains(line+" ", ": ")) ||
			r.part == colonMissing && strings.Contains(err.Error(), colonOut) {
			f.say, at = r.say, r.at
			break
		}
	}
	// A quote that is left open swallows lines until the next one, and what the
	// library then complains about is something else.
	if from, to := openQuote(line); to > from && found > 0 {
		f.say, at = quoteReason, openQuote
	}
	if at != nil && found > 0 {
		if from, to := at(line); to > from {
			f.column, f.length = 1+utf8.RuneCountInString(line[:from]), utf8.RuneCountInString(line[from:to])
		}
	}
	return f
}

// Limits on the search for a fault.
const (
	maxReread    = 4 << 20 // bytes of a broken file that may be read again to find the fault
	rereads      = 40      // how often all of a larger one may be
	maxConstruct = 40      // lines that a quoted or bracketed value is taken to have
)

const fewLines = 3 // that most quoted or bracketed values have at most

// unreadableFrom returns the first line, from 1, such that no beginning of the
// document that includes it can be read; 0 where finding it would take too long.
// Lines of a value in quotes or brackets cannot be read on their own either, so
// beyond a line that seems to be it a few more are tried.
func unreadableFrom(lines [][]byte) int {
	size := 0
	for _, line := range lines {
		size += len(line)
	}
	budget := max(maxReread, rereads*size)
	// readable returns the first of the beginnings of from to to lines that can be
	// read, or 0.
	readable := func(from, to int) int {
		for n := from; n <= to && budget > 0; n++ {
			part := bytes.Join(lines[:n], nil)
			budget -= len(part)
			if isBeginning(part) {
				return n
			}
		}
		return 0
	}
	good, bad := 0, len(lines)
	for {
		for bad-good > 1 {
			middle := (good + bad) / 2
			if n := readable(middle, min(middle+fewLines, bad-1)); n > 0 {
				good = n
			} else {
				bad = middle
			}
		}
		further := readable(bad+1, min(bad+maxConstruct, len(lines)-1))
		if budget <= 0 {
			return 0
		}
		if further == 0 {
			return bad
		}
		good, bad = further, len(lines)
	}
}

// isBeginning reports whether some lines can be read as those that a document begins with.
func isBeginning(part []byte) bool {
	root, _, err := parseYAML(part)
	return err == nil && root.Kind != yaml.ScalarNode || errors.Is(err, io.EOF) || errors.Is(err, errSecondDocument)
}

var anchorPattern = pattern.Lazy(`unknown anchor '(\S+)'`)

// Wordings of the library that are looked for by name.
const (
	tooDeep      = "exceeded max depth"
	colonOut     = "mapping values are not allowed"
	colonMissing = "could not find expected ':'"
)

var quoteReason = problem.Words{ID: "tanda kutip tidak ditutup", EN: "a quote is not closed"}

// unknownAnchor is the place in yamlReasons of the one that is found without the
// others' search.
const unknownAnchor = 0

// yamlReasons translates the library's wording; the first that fits is used. at
// finds what is meant on the line.
var yamlReasons = []struct {
	part string
	say  problem.Words
	at   func(line string) (from, to int)
}{
	{"unknown anchor", starReason, nil},
	{colonOut, problem.Words{ID: "titik dua tidak pada tempatnya; apit teks yang memuat “: ” dengan tanda kutip", EN: "a colon is out of place; put a text that contains “: ” in quotes"}, secondColon},
	{colonMissing, problem.Words{ID: "ada baris tanpa titik dua sesudah kuncinya", EN: "a line has no colon after its key"}, wholeText},
	{"did not find expected key", indentReason, wholeText},
	{"did not find expected '-' indicator", problem.Words{ID: "butir daftar tidak sejajar; setiap butir diawali “- ” pada kolom yang sama", EN: "list items are not aligned; each begins with “- ” in the same column"}, wholeText},
	{"cannot start any token", problem.Words{ID: "ada karakter yang tidak boleh mengawali nilai; apit dengan tanda kutip", EN: "a value begins with a character that it must not; put it in quotes"}, badStart},
	{"unexpected end of stream", quoteReason, openQuote},
	{"document indicator", quoteReason, openQuote},
	{"did not find expected ',' or", problem.Words{ID: "kurung [ ] atau { } tidak ditutup, atau komanya kurang", EN: "a bracket [ ] or { } is not closed, or a comma is missing"}, openBracket},
	{"did not find expected node content", problem.Words{ID: "ada kurung atau koma yang tidak pada tempatnya", EN: "a bracket or comma is out of place"}, openBracket},
	{"block sequence entries are not allowed", problem.Words{ID: "tanda “-” tidak pada tempatnya; daftar dimulai di baris baru", EN: "a “-” is out of place; a list begins on a new line"}, badStart},
	{"unknown escape character", problem.Words{ID: "garis miring terbalik di dalam tanda kutip ganda; pakai tanda kutip tunggal", EN: "a backslash inside double quotes; use single quotes"}, badEscape},
	{tooDeep, problem.Words{ID: "susunannya terlalu dalam", EN: "it is nested too deeply"}, nil},
}

// wholeText is a line without the spaces around it.
func wholeText(line string) (from, to int) {
	return len(line) - len(strings.TrimLeft(line, " ")), len(strings.TrimRight(line, " "))
}

// secondColon is the colon that a text should have had in quotes.
func secondColon(line string) (from, to int) {
	first := strings.Index(line, ": ")
	if first < 0 {
		return 0, 0
	}
	if second := strings.Index(line[first+1:]+" ", ": "); second >= 0 {
		return first + 1 + second, first + 2 + second
	}
	return 0, 0
}

// openQuote is a text from its quote to the end of the line, where nothing closes
// it.
func openQuote(line string) (from, to int) {
	for i := 0; i < len(line); i++ {
		if (line[i] != '"' && line[i] != '\'') || !opensQuote(line, i) {
			continue
		}
		end := quoteEnd(line[i:])
		if end < 0 {
			return i, len(line)
		}
		i += end - 1
	}
	return 0, 0
}

// openBracket is the last bracket on a line that nothing closes.
func openBracket(line string) (from, to int) {
	for i := len(line) - 1; i >= 0; i-- {
		if (line[i] == '[' || line[i] == '{') && bracketEnd(line[i:]) < 0 {
			return i, i + 1
		}
	}
	return 0, 0
}

// badStart is the first character of the value on a line.
func badStart(line string) (from, to int) {
	if key := strings.Index(line, ": "); key >= 0 {
		from = key + 2
		from += len(line[from:]) - len(strings.TrimLeft(line[from:], " "))
	} else {
		from = len(line) - len(strings.TrimLeft(line, " -"))
	}
	_, size := utf8.DecodeRuneInString(line[from:])
	return from, from + size
}

// badEscape is the first backslash that begins no escape.
func badEscape(line string) (from, to int) {
	for i := 0; i+1 < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		if !strings.ContainsRune(`0abt nvfre"/\N_LPxuU`, rune(line[i+1])) {
			return i, i + 2
		}
		i++
	}
	return 0, 0
}
