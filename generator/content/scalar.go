package content

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

// Readers of single values. Each takes the text as the author wrote it, so that
// nothing is lost to YAML's own idea of numbers, dates and booleans.

// raw returns a scalar's text. Null is a missing value in a list.
func raw(s *source, n *yaml.Node, field string) (string, bool) {
	if !s.want(n, yaml.ScalarNode, field) {
		return "", false
	}
	if isNull(n) {
		s.report(n, field, problem.Missing, field)
		return "", false
	}
	if plainASCII(n.Value) {
		return n.Value, true
	}
	for _, r := range n.Value {
		if r >= ' ' && r < 0x7F || r == '\n' {
			continue // most are, and the rest takes longer
		}
		if problem.Hidden(r) || r == '\t' { // written as an escape such as "\u202E"
			s.report(n, field, problem.HiddenChar, fmt.Sprintf("U+%04X", r))
			return "", false
		}
	}
	return n.Value, true
}

// limited reads text of one line and at most max characters.
func limited(max int) reader[string] {
	return reader[string]{textRule(max), func(s *source, n *yaml.Node, field string) (string, bool) {
		v, ok := raw(s, n, field)
		if !ok {
			return "", false
		}
		v = strings.TrimSpace(v)
		if strings.Contains(v, "\n") {
			if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
				s.report(n, field, problem.MultiLine)
				return "", false
			}
			v = strings.Join(strings.Fields(v), " ")
		}
		if v == "" {
			s.report(n, field, problem.Missing, field)
			return "", false
		}
		if count := utf8.RuneCountInString(v); count > max {
			s.report(n, field, problem.TooLong, count, max)
			return "", false
		}
		return v, true
	}}
}

func text[T any](max int, at func(*T) *string) value[T] { return scalar(limited(max), at) }

func texts[T any](at func(*T) *[]string) value[T] { return list(true, limited(maxLine), "", at) }

// markdown reads a text of any length, keeping where it starts.
func markdown[T any](at func(*T) *award.Text) value[T] {
	return value[T]{textForm, func(s *source, n *yaml.Node, field string, into *T) {
		v, ok := raw(s, n, field)
		if !ok || strings.TrimSpace(v) == "" {
			return
		}
		t := award.Text{Source: v, Line: s.offset + n.Line, Indent: n.Column - 1}
		if n.Style&yaml.LiteralStyle != 0 {
			t.Block, t.Line = true, t.Line+1
			t.Indent = s.indent(n.Line)
		}
		*at(into) = t
	}}
}

// indent returns the spaces before the first line with text after a line of the
// document (counted from 1).
func (s *source) indent(line int) int {
	i := -1
	for l := range bytes.Lines(s.text) {
		i++
		if i < line {
			continue
		}
		if trimmed := bytes.TrimLeft(l, " "); len(bytes.TrimSpace(trimmed)) > 0 {
			return len(l) - len(trimmed)
		}
	}
	return 0
}

const integerText = `^(0|[1-9][0-9]{0,8})$`

var integerPattern = pattern.Lazy(integerText)

func between(least, most int) reader[int] {
	return reader[int]{integerRule(least, most), func(s *source, n *yaml.Node, field string) (int, bool) {
		v, ok := raw(s, n, field)
		if !ok {
			return 0, false
		}
		if !integerPattern().MatchString(v) {
			s.suggest(n, field, unquoted(n, v, integerPattern().MatchString), problem.NotInteger, v)
			return 0, false
		}
		i, _ := strconv.Atoi(v) // at most nine digits
		if i < least || i > most {
			s.report(n, field, problem.OutOfRange, v, least, most)
			return 0, false
		}
		return i, true
	}}
}

func integer[T any](least, most int, at func(*T) *int) value[T] {
	return scalar(between(least, most), at)
}

func decimalValue(s *source, n *yaml.Node, field string) (award.Decimal, bool) {
	v, ok := raw(s, n, field)
	if !ok {
		return award.Decimal{}, false
	}
	d, err := award.ParseDecimal(v)
	if err != nil {
		s.suggest(n, field, unquoted(n, v, isDecimal), problem.NotDecimal, v)
	}
	return d, err == nil
}

func decimal[T any](at func(*T) *award.Decimal) value[T] {
	return scalar(reader[award.Decimal]{decimalRule, decimalValue}, at)
}

func boolean[T any](at func(*T) *bool) value[T] {
	return scalar(reader[bool]{booleanRule, func(s *source, n *yaml.Node, field string) (bool, bool) {
		v, ok := raw(s, n, field)
		if ok && v != "true" && v != "false" {
			s.suggest(n, field, unquoted(n, v, func(v string) bool { return v == "true" || v == "false" }), problem.NotChoice, v, "true, false")
			ok = false
		}
		return v == "true", ok
	}}, at)
}

func dateValue(s *source, n *yaml.Node, field string) (award.Date, bool) {
	v, ok := raw(s, n, field)
	if !ok {
		return award.Date{}, false
	}
	d, err := award.ParseDate(v)
	if err != nil {
		s.suggest(n, field, unquoted(n, v, isDate), problem.NotDate, v)
	}
	return d, err == nil
}

func date[T any](at func(*T) *award.Date) value[T] {
	return scalar(reader[award.Date]{dateRule, dateValue}, at)
}

// day reads a date whose day is known.
func day[T any](at func(*T) *award.Date) value[T] {
	return scalar(reader[award.Date]{dayRule, func(s *source, n *yaml.Node, field string) (award.Date, bool) {
		d, ok := dateValue(s, n, field)
		if ok && !d.IsDay() {
			s.report(n, field, problem.NotDay, n.Value)
			ok = false
		}
		return d, ok
	}}, at)
}

// linkValue reads an absolute web address.
func linkValue(s *source, n *yaml.Node, field string) (string, bool) {
	v, ok := raw(s, n, field)
	if ok && !webAddress(v) {
		s.suggest(n, field, unquoted(n, v, webAddress), problem.NotLink, v)
		ok = false
	}
	return v, ok
}

func webAddress(v string) bool {
	u, err := url.Parse(v)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil &&
		!strings.ContainsAny(v, " \n\\\"<>`{}|^") && len(v) <= maxLink
}

func link[T any](at func(*T) *string) value[T] { return scalar(linkReader, at) }

func links[T any](at func(*T) *[]string) value[T] { return list(true, linkReader, "", at) }

var linkReader = reader[string]{linkRule, linkValue}

// contactValue reads a web address, or "mailto:" and one e-mail address.
func contactValue(s *source, n *yaml.Node, field string) (string, bool) {
	v, ok := raw(s, n, field)
	if !ok || mailLink(v) {
		return v, ok
	}
	if mail := "mailto:" + v; mailLink(mail) {
		s.suggest(n, field, mail, problem.NotLink, v)
		return "", false
	}
	return linkValue(s, n, field)
}

const mailText = `mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`

var mailPattern = pattern.Lazy("^" + mailText + "$")

func mailLink(v string) bool { return len(v) <= maxLink && mailPattern().MatchString(v) }

const slugText = `^[a-z0-9]+(-[a-z0-9]+)*$`

var slugPattern = pattern.Lazy(slugText)

func isSlug(v string) bool { return len(v) <= maxSlug && slugPattern().MatchString(v) }

// pagePattern is how the pages of a long list are named beside its entries.
var pagePattern = pattern.Lazy(`^halaman-[0-9]+$`)

func slugValue(s *source, n *yaml.Node, field string) (string, bool) {
	v, ok := raw(s, n, field)
	if ok && !isSlug(v) {
		s.suggest(n, field, unquoted(n, v, isSlug), problem.NotSlug, v)
		ok = false
	}
	return v, ok
}

func slug[T any](at func(*T) *string) value[T] { return scalar(slugReader, at) }

func slugs[T any](at func(*T) *[]string) value[T] { return list(true, slugReader, "", at) }

var slugReader = reader[string]{slugRule, slugValue}

// referenceReader reads the id of something that is looked up: whatever is no id
// is nobody's, and may be a name that tells whose id is meant.
var referenceReader = reader[string]{slugRule, func(s *source, n *yaml.Node, field string) (string, bool) {
	v, ok := raw(s, n, field)
	if ok && strings.TrimSpace(v) == "" {
		s.report(n, field, problem.Missing, field)
		ok = false
	}
	return v, ok
}}

// choice reads one of a few words.
func choice[T any, E ~string](options []E, at func(*T) *E) value[T] {
	return scalar(choiceReader(options), at)
}

func choiceReader[E ~string](options []E) reader[E] {
	return reader[E]{choiceRule(options), func(s *source, n *yaml.Node, field string) (E, bool) {
		v, ok := raw(s, n, field)
		if !ok {
			return "", false
		}
		for _, o := range options {
			if v == string(o) {
				return o, true
			}
		}
		names := make([]string, len(options))
		for i, o := range options {
			names[i] = string(o)
		}
		meant := unquoted(n, v, func(v string) bool { return slices.Contains(names, v) })
		s.suggest(n, field, cmp.Or(meant, certain(v, names)), problem.NotChoice, v, strings.Join(names, ", "))
		return "", false
	}}
}

// words joins options for a message.
func words[E ~string](options []E) string {
	parts := make([]string, len(options))
	for i, o := range options {
		parts[i] = string(o)
	}
	return strings.Join(parts, ", ")
}

func foldCase(s string) string { return strings.ToLower(s) }

func isYear(name string) bool {
	return len(name) == 4 && name >= "1900" && name <= "9999" && strings.Trim(name, "0123456789") == ""
}
