// Package problem holds what is wrong with the content: values that the author
// must mend, each with its place, collected and sorted rather than returned one
// at a time. What the machine failed at is an error, not a Problem.
//
// A problem carries a code and the facts; its words come from the catalogue in
// the reader's language when it is printed. [Explain] says at length what a code
// means.
//
// # Formats
//
// [Output.Write] prints the same sorted problems as text for people or in one of
// the formats that machines read:
//
//   - text: place, code and sentence, the source line with a caret, field, hint
//   - json: all facts under stable Indonesian keys; see [Output.JSON]
//   - github: workflow commands that annotate a pull request; see [Output.GitHub]
//   - sarif: SARIF 2.1.0 for code scanning; see [Output.SARIF]
//   - junit: JUnit XML, one test case for each file; see [Output.JUnit]
//   - gitlab: GitLab Code Quality; see [Output.GitLab]
//
// All of them tell errors from warnings; see [Severity].
//
// Nothing in them depends on the clock or the machine. File names are relative
// to the working directory, with forward slashes.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"siger/generator/internal/personal"
)

// A Pos is a place in a file of the content folder.
type Pos struct {
	File   string // slash-separated, relative to the content folder
	Line   int    // from 1; 0 when the problem is the whole file
	Column int    // from 1, in characters; 0 when it is the whole line
	Length int    // characters from Column that are meant; 0 when that is not known
	Cell   bool   // the file is a spreadsheet: Line and Column are those of a cell
}

// A Problem is one thing that an author must mend.
type Problem struct {
	Code Code
	Pos
	Field string // path of keys inside the file ("penilaian.manfaat.tingkat"), "" when none
	Args  []any  // the facts that the texts of the code name, in their order
	Fix   *Fix   // nil where the author alone can know what is right

	masked bool // the fix has not the text that is written; see guarded
}

// A Fix is a change on one line of a problem's file that mends it beyond doubt.
type Fix struct {
	Line, Column int    // from 1, in characters
	Length       int    // characters that go; 0 where something is put in between
	Text         string // what takes their place
}

// Replace is a fix that puts a text in the place that a problem points at.
func (p Pos) Replace(text string) *Fix { return &Fix{p.Line, p.Column, p.Length, text} }

// At returns a problem at a place.
func At(pos Pos, field string, code Code, args ...any) Problem {
	return Problem{Code: code, Pos: pos, Field: field, Args: args}
}

// Text says in one sentence what was found and what is wanted. Personal data in the
// facts is masked: messages end up in public logs.
func (p Problem) Text(lang Language) string {
	args := make([]any, len(p.Args))
	for i, arg := range p.Args {
		if w, ok := arg.(Words); ok {
			arg = w.In(lang)
		}
		if text, ok := arg.(string); ok {
			arg = personal.Mask(text)
		}
		args[i] = arg
	}
	return fmt.Sprintf(catalogue[p.Code].in(lang).text, args...)
}

// Words is a fact that is itself said in words, in each language.
type Words struct{ ID, EN string }

// In returns the words in a language.
func (w Words) In(lang Language) string {
	if lang == English {
		return w.EN
	}
	return w.ID
}

// Hint says what to do about it; "" when the text says it all.
func (p Problem) Hint(lang Language) string { return catalogue[p.Code].in(lang).hint }

// Sort orders problems by file, line, column, code and field, and drops exact
// repetitions.
func Sort(list []Problem) []Problem {
	text := func(p Problem) string { return p.Text(Indonesian) }
	slices.SortFunc(list, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Field, b.Field),
			cmp.Compare(text(a), text(b)))
	})
	return slices.CompactFunc(list, func(a, b Problem) bool {
		return a.Code == b.Code && a.Pos == b.Pos && a.Field == b.Field && text(a) == text(b)
	})
}

// A List collects problems from several goroutines. The zero value is empty.
type List struct {
	mu   sync.Mutex
	list []Problem
}

// Add appends problems.
func (l *List) Add(p ...Problem) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, p...)
}

// Sorted returns the problems so far, in order.
func (l *List) Sorted() []Problem {
	l.mu.Lock()
	defer l.mu.Unlock()
	return Sort(slices.Clone(l.list))
}

// Empty reports whether there is none.
func (l *List) Empty() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.list) == 0
}
