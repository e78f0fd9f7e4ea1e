package content

import (
	"fmt"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// A rule says in JSON Schema which single values a reader accepts. It may let
// through what the reader refuses, since a schema sees less: an editor reads the
// plain 007 as the number 7. It must never refuse what the reader accepts, so
// that an editor marks nothing that [Load] finds right.
type rule struct {
	name    string       // by which a schema refers to the keywords
	types   []string     // of JSON, that editors may take the value for
	schema  members      // further keywords
	options []string     // the only values, when there are any
	code    problem.Code // of a value that does not match the pattern
}

// A plain text such as 2021 or true is something else to an editor.
var textTypes = []string{"string", "number", "boolean"}

var anyText = rule{types: textTypes}

// textRule is for text of one line. How long it is counts without the spaces
// around it and with lines joined, so that the schema counts only where there is
// nothing to take off.
func textRule(max int) rule {
	return rule{
		name:  fmt.Sprintf("teks-%d", max),
		types: textTypes,
		schema: members{
			{"pattern", `\S`},
			{"if", members{{"pattern", "^[!-~](.*[!-~])?$"}}},
			{"then", members{{"maxLength", max}}},
		},
		code: problem.Missing,
	}
}

// A quoted number is a number too.
func integerRule(least, most int) rule {
	return rule{
		name:   fmt.Sprintf("bilangan-%d-%d", least, most),
		types:  []string{"integer", "string"},
		schema: members{{"minimum", least}, {"maximum", most}, {"pattern", integerText}},
		code:   problem.NotInteger,
	}
}

var decimalRule = rule{
	name:  "angka",
	types: []string{"number", "string"},
	schema: members{{"minimum", 0}, {"pattern",
		fmt.Sprintf(`^(0|[1-9][0-9]{0,%d})(\.[0-9]{1,%d})?$`, award.MaxIntegerDigits-1, award.MaxPlaces)}},
	code: problem.NotDecimal,
}

var booleanRule = rule{name: "benar-salah", types: []string{"boolean", "string"}, schema: members{{"pattern", "^(true|false)$"}}, code: problem.NotChoice}

const (
	yearPart  = `(19|[2-9][0-9])[0-9]{2}`
	monthPart = `(0[1-9]|1[0-2])`
	dayPart   = `(0[1-9]|[12][0-9]|3[01])`
)

var dateRule = rule{
	name:   "tanggal",
	types:  []string{"string", "integer"}, // a year alone is an integer to an editor
	schema: members{{"minimum", 1900}, {"maximum", 9999}, {"pattern", "^" + yearPart + "(-" + monthPart + "(-" + dayPart + ")?)?$"}},
	code:   problem.NotDate,
}

var dayRule = rule{
	name:   "hari",
	types:  []string{"string"},
	schema: members{{"pattern", "^" + yearPart + "-" + monthPart + "-" + dayPart + "$"}},
	code:   problem.NotDay,
}

const webText = "[Hh][Tt][Tt][Pp][Ss]?://[^ \\n\\\\\"<>`{}|^]+"

var linkRule = rule{
	name:   "alamat-web",
	types:  []string{"string"},
	schema: members{{"pattern", "^" + webText + "$"}, {"maxLength", maxLink}},
	code:   problem.NotLink,
}

var contactRule = rule{
	name:   "alamat-kontak",
	types:  []string{"string"},
	schema: members{{"pattern", "^(" + webText + "|" + mailText + ")$"}, {"maxLength", maxLink}},
	code:   problem.NotLink,
}

var baseURLRule = rule{
	name:   "alamat-situs",
	types:  []string{"string"},
	schema: members{{"pattern", baseText}, {"maxLength", maxBaseURL}},
	code:   problem.NotBaseURL,
}

var slugRule = rule{
	name:   "pengenal",
	types:  textTypes,
	schema: members{{"pattern", slugText}, {"maxLength", maxSlug}, {"minimum", 0}},
	code:   problem.NotSlug,
}

func choiceRule[E ~string](options []E) rule {
	r := rule{types: []string{"string"}, options: make([]string, len(options))}
	for i, o := range options {
		r.options[i] = string(o)
	}
	return r
}

// wordsRule is for a text that is one of some words, with spaces around it or
// without.
func wordsRule(options []string) members {
	return members{{"type", "string"}, {"pattern", `^\s*(` + strings.Join(options, "|") + `)\s*$`}}
}
