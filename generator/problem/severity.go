package problem

import "fmt"

// A Severity says what a problem keeps from happening.
type Severity int

// The severities.
const (
	Error   Severity = iota // nothing is published before it is mended
	Warning                 // to be looked at; it may be right as it is, and can be silenced
)

// levels are the names of the severities, in words and in the formats.
var levels = map[Severity]struct {
	word                  Words
	github, sarif, gitlab string
}{
	Error:   {Words{"galat", "error"}, "error", "error", "major"},
	Warning: {Words{"peringatan", "warning"}, "warning", "warning", "minor"},
}

// Severity returns the severity of a kind of problem. A code that the catalogue
// lacks is an error.
func (c Code) Severity() Severity {
	if catalogue[c].warning {
		return Warning
	}
	return Error
}

// Known reports whether the catalogue has a code.
func (c Code) Known() bool {
	_, ok := catalogue[c]
	return ok
}

// Warnings lists the codes of warnings in order.
func Warnings() []Code {
	var list []Code
	for _, c := range Codes() {
		if c.Severity() == Warning {
			list = append(list, c)
		}
	}
	return list
}

// Errors returns the problems of a list that are not warnings.
func Errors(list []Problem) []Problem {
	var errors []Problem
	for _, p := range list {
		if p.Code.Severity() == Error {
			errors = append(errors, p)
		}
	}
	return errors
}

// Blocking reports whether a list has an error.
func Blocking(list []Problem) bool {
	for _, p := range list {
		if p.Code.Severity() == Error {
			return true
		}
	}
	return false
}

// severity is that of a code as it is printed.
func (o Output) severity(c Code) Severity {
	if o.Strict {
		return Error
	}
	return c.Severity()
}

// prefix stands before the text of a warning.
func (o Output) prefix(c Code) string {
	if o.severity(c) == Warning {
		return levels[Warning].word.In(o.Language) + ": "
	}
	return ""
}

// split parts errors from warnings, each in its order.
func (o Output) split(list []Problem) (errors, warnings []Problem) {
	for _, p := range list {
		if o.severity(p.Code) == Warning {
			warnings = append(warnings, p)
		} else {
			errors = append(errors, p)
		}
	}
	return errors, warnings
}

func (o Output) counts(list []Problem) (errors, warnings int) {
	e, w := o.split(list)
	return len(e), len(w)
}

// Count says in a sentence how many problems there are, errors and warnings
// apart. The list must not be empty.
func (o Output) Count(list []Problem) string {
	files := len(byFile(list))
	switch errors, warnings := o.counts(list); {
	case warnings == 0:
		return fmt.Sprintf(o.say("%d masalah di %d berkas.", "%d problems in %d files."), errors, files)
	case errors == 0:
		return fmt.Sprintf(o.say("%d peringatan di %d berkas.", "%d warnings in %d files."), warnings, files)
	default:
		return fmt.Sprintf(o.say("%d masalah dan %d peringatan di %d berkas.", "%d problems and %d warnings in %d files."), errors, warnings, files)
	}
}
