package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"siger/generator/problem"
)

// A Cleaning is a kind of change that makes a cell fit for publishing without a
// change to what it says.
type Cleaning int

// The cleanings.
const (
	HiddenGone   Cleaning = iota // characters that show nothing
	PlainSpaces                  // no-break and other wide or narrow spaces
	SpacesOnce                   // doubled spaces and those at the ends
	PlainQuotes                  // curly quotes
	NameCase                     // a name all in capitals
	DateForm                     // a date in another form
	AgencyID                     // an agency by its name
	TermID                       // a term by its name
	AddressForm                  // an address without https://
	NumberForm                   // a number with a decimal comma
	SummaryStart                 // a summary that is the beginning of a longer text
	EmptyMark                    // "-" and the like for nothing
	cleanings
)

// Cleanings is the number of kinds.
const Cleanings = int(cleanings)

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "‚", "'", "´", "'", "`", "'")

// Clean returns the text of a cell without what spreadsheets and word processors
// put into it, and what was done. Lines stay lines.
func Clean(s string) (string, []Cleaning) {
	var done []Cleaning
	step := func(kind Cleaning, next string) {
		if next != s {
			done, s = append(done, kind), next
		}
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\v", "\n", "\t", " ").Replace(s)
	step(HiddenGone, strings.Map(func(r rune) rune {
		if problem.Hidden(r) || r == '\uFFFD' {
			return -1
		}
		return r
	}, s))
	s = norm.NFC.String(s)
	step(PlainSpaces, strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, s))
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	step(SpacesOnce, strings.Trim(strings.Join(lines, "\n"), "\n"))
	step(PlainQuotes, quotes.Replace(s))
	return s, done
}

// IsError reports whether a cell holds what a spreadsheet program shows where a
// formula failed.
func IsError(s string) bool {
	switch s {
	case "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA":
		return true
	}
	return strings.HasPrefix(s, "###") && strings.Trim(s, "#") == ""
}
