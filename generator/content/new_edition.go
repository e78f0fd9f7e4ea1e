package content

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/problem"
)

// CopyEdition returns the file of a new edition with the rules of another: rubric,
// awards and bands as they are, with their comments. The new edition is a draft as
// of its first day; its name and the period of its eligibility are those of the
// other, moved by the years between; of the timetable only the phases' names stay.
// What is said about the other edition is left out: note, sources and certificates.
//
// data is the file of the edition of the year from. Problems are those of that
// file. The error is a *LayoutError when it cannot be rewritten safely.
func CopyEdition(data []byte, from, year int, lang problem.Language) ([]byte, []problem.Problem, error) {
	file, made := EditionFile(from), EditionFile(year)
	laidOut, problems, err := Format(file, data)
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	root, _, err := parseYAML(laidOut)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", file, err)
	}
	doc, line := readDocument(laidOut, root)
	if line > 0 {
		return nil, nil, &LayoutError{file, line}
	}
	doc.root.arrange(editionKind.form)
	doc.head = slices.DeleteFunc(doc.head, func(c comment) bool { return strings.HasPrefix(c.text, schemaMark) })
	doc.head = append([]comment{{text: SchemaLine(made)}}, doc.head...)
	check := problem.Words{
		ID: fmt.Sprintf("# periksa: dari edisi %d", from),
		EN: fmt.Sprintf("# check: from the edition of %d", from),
	}.In(lang)

	e := doc.root
	e.remove("catatan", "sumber", "sanggah", "piagam", silencesKey)
	e.child("tahun").set(strconv.Itoa(year))
	e.child("status").set(string(award.Draft))
	e.child("per_tanggal").set(fmt.Sprintf("%d-01-01", year))
	name := e.child("nama")
	if moved := strings.ReplaceAll(name.value.Value, strconv.Itoa(from), strconv.Itoa(year)); moved != name.value.Value {
		name.set(moved)
	} else {
		name.note(check)
	}
	if basis := e.child("dasar"); basis != nil {
		basis.note(check)
	}
	if phases := e.child("tahapan"); phases != nil {
		for _, phase := range phases.under {
			phase.remove("rencana", "terlaksana", "catatan")
		}
	}
	if conditions := e.child("syarat"); conditions != nil {
		if window := conditions.child("waktu_penerapan"); window != nil {
			window.move(year - from)
		}
		conditions.note(check)
	}
	doc.settle()
	// What was written must be laid out already, and right.
	out, problems, err := Format(made, []byte(doc.text()))
	if err == nil && len(problems) == 0 && !bytes.Equal(out, []byte(doc.text())) {
		err = &LayoutError{file, 1}
	}
	return out, problems, err
}

// EditionFile returns the name of an edition's file in the content folder.
func EditionFile(year int) string { return strconv.Itoa(year) + "/" + editionFileName }

// child returns the element under a key, or nil.
func (e *element) child(key string) *element {
	for _, c := range e.under {
		if c.key != nil && c.key.Value == key {
			return c
		}
	}
	return nil
}

// remove removes the elements under some keys, with all that is written about
// them.
func (e *element) remove(keys ...string) {
	e.under = slices.DeleteFunc(e.under, func(c *element) bool { return c.key != nil && slices.Contains(keys, c.key.Value) })
}

// set gives an element another single value.
func (e *element) set(value string) {
	e.value, e.pieces = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}, nil
}

// note adds a comment at the end of an element's line, or above it.
func (e *element) note(text string) {
	if e.line == "" && e.value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		e.line = text
	} else {
		e.head = append(e.head, comment{text: text})
	}
}

// move moves all dates in an element by some years.
func (e *element) move(years int) {
	for _, c := range e.under {
		c.move(years)
	}
	if d, err := award.ParseDate(e.value.Value); err == nil && e.value.Kind == yaml.ScalarNode {
		d.Year = min(max(d.Year+years, 1900), 9999) // what a date can be
		if d.IsDay() && time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Day() != d.Day {
			d.Day = 28 // of a February
		}
		e.set(d.String())
	}
}
