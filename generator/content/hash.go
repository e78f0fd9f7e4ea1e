package content

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

// A hash is a number sign right before a text: “#SalingJaga”, “#1”. After a space YAML
// takes it for the beginning of a comment, and what its author wrote is lost.
type hash struct {
	of           *element // what it goes on
	line, column int
	text         string // up to a comment proper, if there is one
	brackets     bool   // it stands in some, where the end of the value is not certain
}

// hashText returns the text that begins with a number sign and is no comment as Siger
// and most people write it, with a space after the sign; "" for such a comment.
func hashText(comment string) string {
	if rest := strings.TrimLeft(comment, "#"); rest == "" || rest[0] == ' ' {
		return ""
	}
	text, _, _ := strings.Cut(comment, " # ")
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return strings.TrimRight(text, " ")
}

// meantText matches what is a number or a tag of several words beyond doubt: “#1”, “#SalingJaga”. Others
// may be notes of authors, who do not want them published.
var meantText = pattern.Lazy(`^#(?:[0-9]|\p{Lu}\p{Ll}+\p{Lu})`)

// hasHash reports whether a text may hold such a sign behind something on its line.
func hasHash(text []byte) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '#' && text[i-1] == ' ' && text[i+1] > ' ' {
			return true
		}
	}
	return false
}

// noteHash notes a comment behind a single value without quotes, or where one is missing, that
// may have been meant as text.
func (w *walker) noteHash(c comment) {
	const ended = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	e := w.target
	if e == nil || e.value.Kind != yaml.ScalarNode || e.value.Style&ended != 0 {
		return
	}
	if text := hashText(c.text); text != "" {
		w.doc.hashes = append(w.doc.hashes, hash{e, w.line, c.column, text, w.brackets > 0})
	}
}

// checkHashes reports texts that YAML takes for comments. They are put back, so that the
// rest of the file is judged by what its author meant; false where that is not possible.
func (s *source) checkHashes() bool {
	if s.memory != nil || !hasHash(s.text) { // what is read without the library has no comments
		return true
	}
	doc, _ := readDocument(bytes.ReplaceAll(s.text, []byte("\r\n"), []byte("\n")), s.root)
	if len(doc.hashes) == 0 {
		return true
	}
	kind, known := fileKind(s.file)
	forms := map[*yaml.Node]*form{}
	if known {
		kind.form.nodes(s.root, forms)
	}
	whole := true
	for _, h := range doc.hashes {
		p := problem.At(problem.Pos{File: s.file, Line: s.offset + h.line, Column: h.column, Length: utf8.RuneCountInString(h.text)}, "", problem.HashText)
		n := h.of.value
		var fix *problem.Fix
		if f := forms[n]; !h.brackets && f != nil && f.prose() {
			fix = s.restore(n, h)
		}
		if meantText().MatchString(h.text) {
			p.Fix = fix
		}
		s.put(p)
		whole = whole && (fix != nil || !isNull(n) && !h.brackets)
	}
	return whole
}

// restore gives a value of one line the text that it was meant to have, and returns the fix
// that does the same in the file; nil where the value is not on the line.
func (s *source) restore(n *yaml.Node, h hash) *problem.Fix {
	line := []rune(s.line(h.line))
	from := h.column - 1
	if n.Value != "" {
		from = n.Column - 1
	}
	if n.Value != "" && (n.Line != h.line || strings.TrimRight(string(line[from:h.column-1]), " ") != n.Value) {
		return nil
	}
	text := string(line[from:h.column-1]) + h.text
	n.Value, n.Tag, n.Line, n.Column = text, "!!str", h.line, from+1
	return &problem.Fix{Line: s.offset + h.line, Column: from + 1, Length: utf8.RuneCountInString(text), Text: inQuotes(text)}
}

// nodes notes the forms of the single values in a tree of this form.
func (f *form) nodes(n *yaml.Node, into map[*yaml.Node]*form) {
	switch n.Kind {
	case yaml.ScalarNode:
		into[n] = f
	case yaml.SequenceNode:
		for _, c := range n.Content {
			f.item().nodes(c, into)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			f.under(n.Content[i].Value).nodes(n.Content[i+1], into)
		}
	}
}

// prose reports whether a single value of this form can be any text.
func (f *form) prose() bool {
	if f.single {
		f = f.each
	}
	return len(f.rule.types) > 0 && len(f.rule.options) == 0 && (f.rule.code == "" || f.rule.code == problem.Missing)
}
