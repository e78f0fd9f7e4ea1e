package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

// What can be mended beyond doubt. Each of these returns nothing where the author
// could have meant something else.

func isDecimal(v string) bool { _, err := award.ParseDecimal(v); return err == nil }

func isDate(v string) bool { _, err := award.ParseDate(v); return err == nil }

// curly are the quotes that word processors write, and the accents that stand for
// quotes; YAML knows none of them.
const curly = "“”„‟‘’‚‛«»″´`"

// isCurly reports whether a text begins and ends with such quotes, one of which
// may be a right one, and returns what is between them.
func isCurly(v string) (inner string, ok bool) {
	first, a := utf8.DecodeRuneInString(v)
	last, b := utf8.DecodeLastRuneInString(v)
	if len(v) < a+b+1 || !strings.ContainsRune(curly, first) && !strings.ContainsRune(curly, last) ||
		!strings.ContainsRune(curly+`"'`, first) || !strings.ContainsRune(curly+`"'`, last) {
		return "", false
	}
	return v[a : len(v)-b], true
}

// unquoted returns what a value is without curly quotes and the spaces in them,
// if that is valid.
func unquoted(n *yaml.Node, v string, valid func(string) bool) string {
	inner, ok := isCurly(v)
	if inner = strings.TrimSpace(inner); ok && n.Style == 0 && valid(inner) {
		return inner
	}
	return ""
}

// unseen are the hidden characters that mean nothing in any text.
const unseen = "\u200B\u2060\uFEFF\u00AD\u200E\u200F"

// withoutHidden deletes the hidden characters of a line from the first one on,
// where they are all without meaning.
func withoutHidden(line string, pos problem.Pos) *problem.Fix {
	from := []rune(line)[pos.Column-1:]
	last := 0
	for i, r := range from {
		if problem.Hidden(r) {
			if !strings.ContainsRune(unseen, r) {
				return nil
			}
			last = i + 1
		}
	}
	kept := slices.DeleteFunc(slices.Clone(from[:last]), func(r rune) bool { return strings.ContainsRune(unseen, r) })
	return &problem.Fix{Line: pos.Line, Column: pos.Column, Length: last, Text: string(kept)}
}

// loneReturn deletes carriage returns before a line end. Others are line ends, to YAML and
// Markdown as to old word processors, and become what line ends are here; the fix of one stands
// for all of the file, see [endLines]. rest is a line from the first one on.
func loneReturn(rest []byte, pos problem.Pos) *problem.Fix {
	if len(bytes.Trim(rest, "\r")) == 0 {
		return &problem.Fix{Line: pos.Line, Column: pos.Column, Length: len(rest)}
	}
	return pos.Replace("\n")
}

// endsLines reports whether a fix is about line ends.
func endsLines(p problem.Problem) bool { return p.Fix != nil && p.Fix.Text == "\n" }

// endLines returns a text with Unix line ends, also where there are carriage returns alone.
func endLines(text []byte) []byte {
	return bytes.ReplaceAll(unixLines(text), []byte("\r"), []byte("\n"))
}

// unixLines returns a text without carriage returns before line ends.
func unixLines(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for _, c := range text {
		if c == '\n' {
			out = bytes.TrimRight(out, "\r")
		}
		out = append(out, c)
	}
	return out
}

// withoutTabs replaces the tabs of a line. In its indentation they are as wide as
// makes the document readable, if all widths that do mean the same; elsewhere a
// tab is one space.
func (s *source) withoutTabs(line string, pos problem.Pos) *problem.Fix {
	text := line
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	before := string([]rune(text)[:pos.Column-1])
	if len(before) >= indent { // behind the indentation
		rest := text[len(before) : strings.LastIndexByte(text, '\t')+1]
		to := strings.ReplaceAll(rest, "\t", " ")
		if len(before)+len(rest) == len(text) {
			to = strings.TrimRight(to, " ")
		}
		return &problem.Fix{Line: pos.Line, Column: pos.Column, Length: utf8.RuneCountInString(rest), Text: to}
	}
	width := s.indentation()
	if width == 0 {
		return nil
	}
	if !strings.Contains(text[indent:], "\t") {
		return &problem.Fix{Line: pos.Line, Column: 1, Length: indent, Text: expand(text[:indent], width)}
	}
	return &problem.Fix{Line: pos.Line, Column: 1, Length: utf8.RuneCountInString(text), Text: expand(text, width)}
}

// expand replaces the tabs of a line by spaces.
func expand(line string, width int) string {
	rest := strings.TrimLeft(line, " \t")
	indent := line[:len(line)-len(rest)]
	return strings.ReplaceAll(indent, "\t", strings.Repeat(" ", width)) + strings.TrimRight(strings.ReplaceAll(rest, "\t", " "), " ")
}

// indentation returns how wide a tab is at the start of this document's lines; 0
// when that is not certain.
func (s *source) indentation() int {
	if s.tabWidth != 0 {
		return max(0, s.tabWidth)
	}
	s.tabWidth = -1
	var first *yaml.Node
	for _, width := range []int{2, 4, 8} {
		var b strings.Builder
		for line := range strings.Lines(string(s.text)) {
			text := strings.TrimRight(line, "\r\n")
			if strings.ContainsRune(text, '\t') {
				text = expand(text, width)
			}
			b.WriteString(text + "\n")
		}
		root, _, err := parseYAML([]byte(b.String()))
		switch {
		case err != nil:
		case first == nil:
			first, s.tabWidth = root, width
		case !sameTree(first, root):
			s.tabWidth = -1
			return 0
		}
	}
	return max(0, s.tabWidth)
}

// sameTree reports whether two values say the same.
func sameTree(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.Tag == b.Tag && a.Value == b.Value && slices.EqualFunc(a.Content, b.Content, sameTree)
}

// bindingPattern is an indentation of which a part are spaces that do not break,
// before a key or an item.
var bindingPattern = pattern.Lazy(`^( *\x{A0}[ \x{A0}]*)(?:- |[^\s:]+:(?: |$))`)

// partsPattern parts a line into indentation and hyphen, key, colon and value.
var partsPattern = pattern.Lazy(`^([ \x{A0}]*(?:-[ \x{A0}]+)?)(?:([a-z_]+)([ \x{A0}]*:))?(.*)$`)

// asYAML mends a line that keeps the document from being read: spaces that do not
// break, a colon without its space, curly quotes, a text that needs quotes.
func (s *source) asYAML(number int) *problem.Fix {
	kind, ok := fileKind(s.file)
	if !ok {
		return nil
	}
	// The library may find no fault before the line that follows such spaces.
	for _, n := range []int{number, number - 1} {
		if m := bindingPattern().FindStringSubmatch(s.line(n)); m != nil {
			width := utf8.RuneCountInString(m[1])
			return &problem.Fix{Line: s.offset + n, Column: 1, Length: width, Text: strings.Repeat(" ", width)}
		}
	}
	line := s.line(number)
	parts := partsPattern().FindStringSubmatch(line)
	if parts == nil {
		return nil
	}
	known := kind.form.knows(parts[2], 0)
	at := problem.Pos{Line: s.offset + number, Column: 1}
	replace := func(before, old, text string) *problem.Fix {
		at.Column, at.Length = 1+utf8.RuneCountInString(before), utf8.RuneCountInString(old)
		return at.Replace(text)
	}
	indent, key, value := parts[1], parts[2]+parts[3], parts[4]
	start := indent + key
	if key != "" && !known || key == "" && !strings.Contains(indent, "-") {
		return nil
	}
	text := strings.TrimLeft(value, " \u00A0")
	space := value[:len(value)-len(text)]
	switch {
	case key == "":
	case text != "" && strings.ContainsRune(space, '\u00A0'):
		return replace(start, space, " ")
	case space == "" && text != "" && !strings.HasPrefix(text, "//"):
		return replace(start, "", " ")
	}
	start += space
	text = strings.TrimRight(text, " \u00A0")
	inner := text
	if between, ok := isCurly(text); ok {
		inner = between
	} else if !needsQuotes(text, kind.form) {
		return nil
	}
	if strings.ContainsAny(inner, `"\`) {
		return nil
	}
	return replace(start, text, `"`+inner+`"`)
}

// needsQuotes reports whether a text is no value for the one reason that it has no
// quotes. Where what stands before a colon is a key, a line end may be missing.
func needsQuotes(text string, f *form) bool {
	switch {
	case text == "" || strings.Contains(text, " #"):
		return false
	case strings.ContainsRune("@`%", rune(text[0])):
		return true
	case strings.ContainsRune("[]{},&*!|>'\"#?-", rune(text[0])):
		return false
	}
	parts := strings.Split(text+" ", ": ")
	for _, before := range parts[:len(parts)-1] {
		words := strings.Fields(before)
		if len(words) > 0 && f.knows(words[len(words)-1], 0) {
			return false
		}
	}
	return len(parts) > 1
}

// knows reports whether a form has a key at some depth.
func (f *form) knows(key string, depth int) bool {
	if f == nil || key == "" || depth > 10 {
		return false
	}
	return slices.Contains(f.keys, key) || f.each.knows(key, depth+1) ||
		slices.ContainsFunc(f.of, func(of *form) bool { return of.knows(key, depth+1) })
}

// tidy returns a file with Unix line ends and, where it can be read, without spaces
// at the end of lines, unless they are part of a text.
func tidy(file string, data []byte) []byte {
	if bytes.IndexByte(data, 0) >= 0 || !utf8.Valid(data) {
		return data
	}
	text := unixLines(data)
	if bytes.IndexByte(bytes.TrimSuffix(text, []byte("\r")), '\r') >= 0 { // which could not be mended
		return data
	}
	head, before, after := text, []byte(nil), []byte(nil)
	if strings.HasPrefix(file, pageFolder+"/") {
		inside, body, ok := cutFrontMatter(append(slices.Clone(text), '\n'))
		if !ok {
			return text
		}
		before, head = []byte("---\n"), inside
		after = bytes.TrimSuffix(append([]byte("---\n"), body...), []byte("\n"))
	}
	root, _, err := parseYAML(head)
	if err != nil {
		return text
	}
	kept := map[int]bool{} // lines of texts that keep their spaces
	var nodes []*yaml.Node
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		nodes = append(nodes, n)
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(root)
	lines := bytes.SplitAfter(head, []byte("\n"))
	for i, n := range nodes {
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
			continue
		}
		end := len(lines) + 1
		if i+1 < len(nodes) {
			end = nodes[i+1].Line
		}
		for l := n.Line + 1; l < end; l++ {
			kept[l] = true
		}
	}
	var out bytes.Buffer
	for i, line := range lines {
		if !kept[i+1] {
			ended := bytes.HasSuffix(line, []byte("\n"))
			if line = bytes.TrimRight(line, " \r\n"); ended {
				line = append(slices.Clip(line), '\n')
			}
		}
		out.Write(line)
	}
	again, _, err := parseYAML(out.Bytes())
	if err != nil || !sameTree(root, again) {
		return text
	}
	return slices.Concat(before, out.Bytes(), after)
}
