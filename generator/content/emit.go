package content

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

const (
	indentStep = 2
	maxWidth   = 140 // columns of a line with brackets
)

// A layouter writes elements in the canonical layout.
type layouter struct{ strings.Builder }

// text returns a settled document.
func (d *document) text() string {
	var w layouter
	w.lines(d.head, 0, true)
	if len(d.head) > 0 {
		w.gap()
	}
	root := d.root
	if root.block {
		w.elements(root.under, 0, false)
	} else {
		w.WriteString(root.flowText())
		w.end(root.line)
	}
	w.lines(d.foot, 0, false)
	return w.String()
}

// gap writes a blank line unless one is there.
func (w *layouter) gap() {
	if s := w.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		w.WriteString("\n")
	}
}

// lines writes comments. No blank line goes above the first thing in a
// collection.
func (w *layouter) lines(list []comment, indent int, first bool) {
	for i, c := range list {
		if c.blank && (i > 0 || !first) {
			w.gap()
		}
		w.WriteString(spaces(indent) + c.text + "\n")
	}
}

// end ends a line, with its comment.
func (w *layouter) end(comment string) {
	if comment != "" {
		w.WriteString(" " + comment)
	}
	w.WriteString("\n")
}

// elements writes the elements of a collection. Where the first is inline, its
// line has been begun.
func (w *layouter) elements(list []*element, indent int, inline bool) {
	for i, e := range list {
		if i > 0 && len(list[i-1].foot) > 0 && !list[i-1].empty() {
			w.gap() // what is below one element is not above the next
		}
		if i > 0 || !inline {
			w.lines(e.head, indent, i == 0)
			if e.blank && (i > 0 || len(e.head) > 0) {
				w.gap()
			}
			w.WriteString(spaces(indent))
		}
		w.element(e, indent)
	}
}

// element writes an element after its indentation.
func (w *layouter) element(e *element, indent int) {
	inner := indent + indentStep
	w.WriteString(e.label())
	switch {
	case e.block && e.key == nil && e.value.Kind == yaml.MappingNode:
		w.WriteString(" ")
		w.elements(e.under, inner, true)
	case e.block:
		w.end(e.line)
		w.elements(e.under, inner, false)
	case e.value.Kind != yaml.ScalarNode:
		w.WriteString(" " + e.flowText())
		w.end(e.line)
	default:
		w.scalar(e, inner)
	}
	if e.empty() { // what is below nothing stands in its place
		indent = inner
	}
	w.lines(e.foot, indent, false)
}

// scalar writes a single value after its label; the lines after the first begin
// with indent spaces.
func (w *layouter) scalar(e *element, indent int) {
	n, v := e.value, e.value.Value
	switch {
	case n.Style&yaml.FoldedStyle != 0 && v != "":
		w.blockText('>', v, e.pieces, indent, e.line)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0, strings.Contains(v, "\n") && strings.TrimSpace(v) != "" && printable(v):
		w.blockText('|', v, strings.Split(strings.TrimSuffix(v, "\n"), "\n"), indent, e.line)
	case len(e.pieces) > 0:
		w.WriteString(" " + strings.Join(e.quotedPieces(), "\n"+spaces(indent)))
		w.end(e.line)
	case e.empty():
		w.end(e.line)
	default:
		w.WriteString(" " + scalarText(n, e.form.text, false))
		w.end(e.line)
	}
}

// blockText writes a literal or folded text of some lines.
func (w *layouter) blockText(mark rune, value string, lines []string, indent int, comment string) {
	header := " " + string(mark)
	for _, line := range lines {
		if line != "" {
			if line[0] == ' ' { // the reader could not tell this from indentation
				header += strconv.Itoa(indentStep)
			}
			break
		}
	}
	kept := len(value) - len(strings.TrimRight(value, "\n"))
	switch {
	case value == "":
		lines = nil
	case kept == 0:
		header += "-"
	case kept > 1 || value == "\n":
		header += "+"
	}
	w.WriteString(header)
	w.end(comment)
	if mark == '>' { // the lines end with the last text
		for range kept - 1 {
			lines = append(lines, "")
		}
	}
	for _, line := range lines {
		if line != "" {
			line = spaces(indent) + line
		}
		w.WriteString(line + "\n")
	}
}

// flowText returns a value on one line, lists and mappings in brackets.
func (e *element) flowText() string {
	if e.value.Kind == yaml.ScalarNode {
		return scalarText(e.value, e.form.text, true)
	}
	parts := make([]string, len(e.under))
	for i, c := range e.under {
		if parts[i] = c.flowText(); c.key != nil {
			parts[i] = c.keyText(true) + ": " + parts[i]
		}
	}
	if e.value.Kind == yaml.MappingNode {
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
