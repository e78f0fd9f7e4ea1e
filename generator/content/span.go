package content

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/problem"
)

// pos returns the place that a problem of a node points at: the text of a value;
// the key of a block that lies below it; the file, for the mapping that is the
// whole of it, since what a file lacks is on none of its lines.
func (s *source) pos(n *yaml.Node) problem.Pos {
	if isBlock(n) {
		if n == s.root && n.Kind == yaml.MappingNode {
			return problem.Pos{File: s.file}
		}
		if key := keyOf(s.root, n); key != nil {
			n = key
		}
	}
	return problem.Pos{File: s.file, Line: s.offset + n.Line, Column: n.Column, Length: s.extent(n)}
}

func isBlock(n *yaml.Node) bool {
	return n.Kind != yaml.ScalarNode && n.Kind != yaml.AliasNode && n.Style&yaml.FlowStyle == 0
}

// keyOf returns the key whose value a node is, or nil.
func keyOf(root, n *yaml.Node) *yaml.Node {
	for i, c := range root.Content {
		if c == n {
			if root.Kind == yaml.MappingNode && i%2 == 1 {
				return root.Content[i-1]
			}
			return nil
		}
		if key := keyOf(c, n); key != nil {
			return key
		}
	}
	return nil
}

// extent returns how many characters a node has on its first line.
func (s *source) extent(n *yaml.Node) int {
	rest := s.line(n.Line)
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	end := 0
	switch {
	case rest == "":
		return 0
	case strings.ContainsRune("&*!|>", rune(rest[0])): // a mark that stands before the value
		end = strings.IndexAny(rest, " ,]}")
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		end = quoteEnd(rest)
	case n.Kind == yaml.ScalarNode && strings.HasPrefix(rest, n.Value):
		end = len(n.Value)
	case n.Style&yaml.FlowStyle != 0:
		end = bracketEnd(rest)
	default: // a list's item, or the first of several lines
		end = strings.Index(rest, " #")
	}
	if end < 0 {
		end = len(rest)
	}
	return utf8.RuneCountInString(strings.TrimRight(rest[:end], " "))
}

// line returns a line of the document, from 1, without its end.
func (s *source) line(number int) string {
	const near = 8 // up to here the lines need not be looked for
	if number < 1 {
		return ""
	}
	if number <= near && s.lines == nil {
		rest, line, found := s.text, []byte(nil), true
		for range number {
			if !found {
				return ""
			}
			line, rest, found = bytes.Cut(rest, []byte("\n"))
		}
		return string(bytes.TrimSuffix(line, []byte("\r")))
	}
	if s.lines == nil {
		s.lines = bytes.Split(s.text, []byte("\n"))
	}
	if number > len(s.lines) {
		return ""
	}
	return string(bytes.TrimSuffix(s.lines[number-1], []byte("\r")))
}

// quoteEnd returns where the quoted text ends that a line begins with; -1 when
// it does not end on the line.
func quoteEnd(line string) int {
	quote := line[0]
	for i := 1; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\':
			i++
		case line[i] != quote:
		case quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// bracketEnd returns where the bracket closes that a line begins with; -1 when
// it does not on the line.
func bracketEnd(line string) int {
	depth := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if opensQuote(line, i) {
				end := quoteEnd(line[i:])
				if end < 0 {
					return -1
				}
				i += end - 1
			}
		}
	}
	return -1
}

// opensQuote reports whether the quote at i begins a value: an apostrophe inside
// a text does not.
func opensQuote(line string, i int) bool {
	before := strings.TrimRight(line[:i], " ")
	return before == "" || strings.ContainsRune(":-[{,?", rune(before[len(before)-1])) && (len(before) < i || strings.ContainsRune("[{,", rune(before[len(before)-1])))
}
