package content

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A plainFlow reads flow collections and quoted scalars on one line.
type plainFlow struct {
	p    *plainParser
	text []byte
	at   int // column of the text's part from counted on, from 0
	i    int

	counted int // bytes of the text that at is behind
}

// column returns that of the current character, from 1.
func (f *plainFlow) column() int {
	f.at += utf8.RuneCount(f.text[f.counted:f.i]) // f.i never goes back
	f.counted = f.i
	return f.at + 1
}

func (f *plainFlow) peek() byte {
	if f.i < len(f.text) {
		return f.text[f.i]
	}
	return 0
}

func (f *plainFlow) spaces() {
	for f.peek() == ' ' {
		f.i++
	}
}

// value reads a value at a depth; nil for what the library has to read.
func (f *plainFlow) value(depth int) *yaml.Node {
	if depth > plainDepth/2 {
		return nil
	}
	switch b := f.peek(); {
	case b == '{':
		return f.collection(f.p.node(yaml.MappingNode, yaml.FlowStyle, "!!map", f.column()), '}', depth)
	case b == '[':
		return f.collection(f.p.node(yaml.SequenceNode, yaml.FlowStyle, "!!seq", f.column()), ']', depth)
	case b == '"':
		return f.quoted(yaml.DoubleQuotedStyle, "\\\"")
	case b == '\'':
		return f.quoted(yaml.SingleQuotedStyle, "'")
	case depth > 0 && starts(b):
		return f.plain()
	}
	return nil
}

// quoted reads a scalar in quotes that holds none of the stops.
func (f *plainFlow) quoted(style yaml.Style, stops string) *yaml.Node {
	n := f.p.node(yaml.ScalarNode, style, "!!str", f.column())
	quote := f.text[f.i]
	f.i++
	length := bytes.IndexAny(f.text[f.i:], stops)
	if length < 0 || f.text[f.i+length] != quote || !literalText(f.text[f.i:f.i+length]) {
		return nil
	}
	f.p.set(n, f.text[f.i:f.i+length], false)
	f.i += length + 1
	if b := f.peek(); b != 0 && b != ' ' && b != ',' && b != ']' && b != '}' {
		return nil
	}
	return n
}

// plain reads a scalar without quotes inside a flow collection.
func (f *plainFlow) plain() *yaml.Node {
	n := f.p.node(yaml.ScalarNode, 0, "", f.column())
	from := f.i
	for f.i < len(f.text) {
		b := f.text[f.i]
		if b == ',' || b == ']' || b == '}' || b == ':' && f.i+1 < len(f.text) && f.text[f.i+1] == ' ' {
			break
		}
		if b < ' ' || strings.IndexByte("[{?\"'#&*!|>%@`\x7F", b) >= 0 || b >= 0x80 && special(f.text[f.i:]) ||
			b == ':' && (f.i+1 == len(f.text) || !starts(f.text[f.i+1])) {
			return nil
		}
		f.i++
	}
	value := bytes.TrimRight(f.text[from:f.i], " ")
	if !utf8.Valid(value) {
		return nil
	}
	f.p.resolve(n, value)
	return n
}

func (f *plainFlow) collection(n *yaml.Node, end byte, depth int) *yaml.Node {
	f.i++
	f.spaces()
	if f.peek() == end {
		f.i++
		return n
	}
	for {
		from := f.i
		item := f.value(depth + 1)
		if item == nil {
			return nil
		}
		f.spaces()
		n.Content = append(n.Content, item)
		if n.Kind == yaml.MappingNode {
			if item.Kind != yaml.ScalarNode || item.Style != 0 || f.peek() != ':' || f.i-from > plainKey {
				return nil
			}
			f.i++
			f.spaces()
			if item = f.value(depth + 1); item == nil {
				return nil
			}
			n.Content = append(n.Content, item)
			f.spaces()
		}
		switch f.peek() {
		case end:
			f.i++
			return n
		case ',':
			f.i++
			f.spaces()
		default:
			return nil
		}
	}
}
