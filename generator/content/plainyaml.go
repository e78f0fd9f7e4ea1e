package content

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Most content is written in a small part of YAML, the one that [Format] writes:
// block mappings and lists, scalars on one line, flow collections on one line and
// literal texts. plainYAML reads that part itself, many times faster than the
// library; of anything else it says so, and the library reads the file. For what it
// reads, it returns the very nodes that the library does, which FuzzPlainYAML holds.

// plainYAML returns the value of a document and the parser in whose memory its nodes
// are, or nil when the library has to read it. Whoever needs the nodes no longer may
// give the parser back, so that the next document is read into the same memory.
func plainYAML(data []byte) (*yaml.Node, *plainParser) {
	if len(data) == 0 || data[len(data)-1] != '\n' || bytes.IndexByte(data, '\r') >= 0 {
		return nil, nil
	}
	p := plainParsers.Get().(*plainParser)
	root := p.document(data)
	if root == nil {
		p.giveBack()
		return nil, nil
	}
	return root, p
}

var plainParsers = sync.Pool{New: func() any {
	return &plainParser{values: make([]byte, 0, 1024), words: map[string]plainWord{}}
}}

func (p *plainParser) giveBack() { plainParsers.Put(p) }

func (p *plainParser) document(data []byte) *yaml.Node {
	*p = plainParser{rest: data, nodes: p.nodes, text: p.text, values: p.values[:0], spans: p.spans[:0], words: p.words}
	defer func() { p.rest, p.line = nil, nil }()
	p.next()
	if p.line == nil || p.indent != 0 {
		return nil
	}
	root := p.block(0)
	if root == nil || p.failed || p.line != nil {
		return nil
	}
	// The values are put into one text, so that what is kept of a file does not keep
	// the file.
	all := string(p.values)
	for _, v := range p.spans {
		v.node.Value = all[v.from:v.to]
		if v.resolve {
			v.node.Tag = plainTag(v.node.Value)
		}
	}
	return root
}

type plainParser struct {
	rest   []byte // after the line
	line   []byte // with text, without its indentation and its end; nil at the end
	indent int    // of the line
	number int    // of the line, from 1
	depth  int
	failed bool

	nodes  [][]yaml.Node // the memory for nodes
	used   int           // nodes of it
	text   []byte        // memory for a literal
	values []byte
	spans  []plainSpan
	words  map[string]plainWord
}

// A plainWord is a key or a short value that documents have in common, and its tag.
type plainWord struct{ value, tag string }

type plainSpan struct {
	node     *yaml.Node
	from, to int
	resolve  bool // its tag follows from its value
}

// What is beyond these is for the library.
const (
	plainDepth = 16  // of collections
	plainKey   = 200 // bytes of a key
)

// Of keys and values as short as these so many are shared between documents: ids of
// criteria, terms and agencies, levels.
const (
	wordLength = 24
	mostWords  = 4096
)

// next goes to the next line with text.
func (p *plainParser) next() {
	for len(p.rest) > 0 {
		end := bytes.IndexByte(p.rest, '\n')
		line := p.rest[:end]
		p.rest = p.rest[end+1:]
		p.number++
		text := bytes.TrimLeft(line, " ")
		if len(text) > 0 {
			p.indent, p.line = len(line)-len(text), bytes.TrimRight(text, " ")
			return
		}
	}
	p.line = nil
}

func (p *plainParser) fail() *yaml.Node {
	p.failed = true
	return nil
}

func (p *plainParser) node(kind yaml.Kind, style yaml.Style, tag string, column int) *yaml.Node {
	const chunk = 64
	if p.used == len(p.nodes)*chunk {
		p.nodes = append(p.nodes, make([]yaml.Node, chunk))
	}
	n := &p.nodes[p.used/chunk][p.used%chunk]
	p.used++
	*n = yaml.Node{Kind: kind, Style: style, Tag: tag, Line: p.number, Column: column, Content: n.Content[:0]}
	return n
}

// block reads the mapping or list whose first line is the current one. indent is
// where its keys or dashes begin.
func (p *plainParser) block(indent int) *yaml.Node {
	if p.depth++; p.depth > plainDepth {
		return p.fail()
	}
	defer func() { p.depth-- }()
	if dash(p.line) {
		return p.sequence(indent)
	}
	return p.mapping(indent)
}

func dash(line []byte) bool {
	return line[0] == '-' && (len(line) == 1 || line[1] == ' ')
}

func (p *plainParser) sequence(indent int) *yaml.Node {
	list := p.node(yaml.SequenceNode, 0, "!!seq", indent+1)
	for p.line != nil && p.indent == indent && !p.failed {
		if !dash(p.line) {
			return p.fail()
		}
		text := bytes.TrimLeft(p.line[1:], " ")
		if len(text) == 0 {
			return p.fail() // the item is on the next lines, or nothing
		}
		at := indent + len(p.line) - len(text)
		var item *yaml.Node
		if keyLength(text) > 0 {
			p.line, p.indent = text, at
			if p.depth++; p.depth > plainDepth {
				return p.fail()
			}
			item = p.mapping(at)
			p.depth--
		} else {
			item = p.value(text, at, indent)
		}
		if item == nil {
			return p.fail()
		}
		list.Content = append(list.Content, item)
	}
	return p.ended(list, indent)
}

func (p *plainParser) mapping(indent int) *yaml.Node {
	m := p.node(yaml.MappingNode, 0, "!!map", indent+1)
	for p.line != nil && p.indent == indent && !p.failed {
		end := keyLength(p.line)
		if end == 0 {
			return p.fail()
		}
		k := p.node(yaml.ScalarNode, 0, "", indent+1)
		p.resolve(k, p.line[:end])
		text := bytes.TrimLeft(p.line[end+1:], " ")
		var v *yaml.Node
		if len(text) == 0 {
			p.next()
			if p.line == nil || p.indent <= indent {
				return p.fail() // nothing, or a list that is not indented
			}
			v = p.block(p.indent)
		} else {
			v = p.value(text, indent+len(p.line)-len(text), indent)
		}
		if v == nil {
			return p.fail()
		}
		m.Content = append(m.Content, k, v)
	}
	return p.ended(m, indent)
}

// ended checks that what follows a collection is less indented.
func (p *plainParser) ended(n *yaml.Node, indent int) *yaml.Node {
	if p.failed || p.line != nil && p.indent > indent || len(n.Content) == 0 {
		return p.fail()
	}
	return n
}

// keyLength returns the length of the key that a line begins with, 0 for none.
func keyLength(line []byte) int {
	for i, b := range line {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', b == '_', b == '-' && i > 0:
		case b == ':' && i > 0 && i < plainKey && (i+1 == len(line) || line[i+1] == ' '):
			return i
		default:
			return 0
		}
	}
	return 0
}

// value reads a value that begins on the current line, with the text at a column
// from 0, inside a collection whose indentation is parent; and goes to the next line.
func (p *plainParser) value(text []byte, at, parent int) *yaml.Node {
	var n *yaml.Node
	switch text[0] {
	case '|':
		return p.literal(text, at, parent)
	case '{', '[', '"', '\'':
		f := plainFlow{p: p, text: text, at: at}
		n = f.value(0)
		if n == nil || f.i != len(text) {
			return p.fail()
		}
	default:
		if !plainText(text) {
			return p.fail()
		}
		n = p.node(yaml.ScalarNode, 0, "", at+1)
		p.resolve(n, text)
	}
	p.next()
	if p.line != nil && p.indent > parent {
		return p.fail() // goes on
	}
	return n
}

// plainText reports whether a text is a scalar without quotes on one line.
func plainText(text []byte) bool {
	if !starts(text[0]) || text[len(text)-1] == ':' || !utf8.Valid(text) {
		return false
	}
	for i, b := range text {
		switch {
		case b < ' ', b == 0x7F, b == '#' && text[i-1] == ' ', b == ':' && text[i+1] == ' ':
			return false
		case b >= 0x80 && special(text[i:]):
			return false
		}
	}
	return true
}

// starts reports whether a scalar without quotes can begin with a character
// whatever comes after it.
func starts(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= 0xC3 || b == '/' || b == '('
}

// special reports whether a text begins with one of the characters that YAML takes
// for the end of a line or does not accept.
func special(text []byte) bool {
	return text[0] == 0xC2 && len(text) > 1 && text[1] < 0xA0 ||
		text[0] == 0xE2 && len(text) > 2 && text[1] == 0x80 && (text[2] == 0xA8 || text[2] == 0xA9) ||
		text[0] >= 0xED
}

// resolve gives a scalar without quotes its value and its tag.
func (p *plainParser) resolve(n *yaml.Node, text []byte) {
	if len(text) > wordLength {
		p.set(n, text, true)
		return
	}
	word, known := p.words[string(text)]
	if !known {
		if len(p.words) == mostWords {
			p.set(n, text, true)
			return
		}
		value := string(text)
		word = plainWord{value, plainTag(value)}
		p.words[value] = word
	}
	n.Value, n.Tag = word.value, word.tag
}

// set gives a scalar its value.
func (p *plainParser) set(n *yaml.Node, text []byte, resolve bool) {
	from := len(p.values)
	p.values = append(p.values, text...)
	p.spans = append(p.spans, plainSpan{n, from, len(p.values), resolve})
}

// plainTag returns what YAML takes a scalar without quotes for.
func plainTag(value string) string {
	if strings.IndexByte("0123456789+-.yYnNtTfFoO~<", value[0]) < 0 {
		return "!!str"
	}
	return (&yaml.Node{Kind: yaml.ScalarNode, Value: value}).ShortTag()
}

// literal reads a literal text and goes to the line after it.
func (p *plainParser) literal(text []byte, at, parent int) *yaml.Node {
	strip := false
	switch string(text) {
	case "|":
	case "|-":
		strip = true
	default:
		return p.fail()
	}
	n := p.node(yaml.ScalarNode, yaml.LiteralStyle, "!!str", at+1)
	out, ok := p.lines(p.text[:0], parent, literalText)
	if !ok {
		return p.fail()
	}
	if strip {
		out = out[:len(out)-1]
	}
	n.Value, p.text = string(out), out
	p.next()
	if p.line != nil && p.indent > parent {
		return p.fail()
	}
	return n
}

// lines adds the lines of a literal text inside a collection whose indentation is parent
// to out, while it is sure of each.
func (p *plainParser) lines(out []byte, parent int, sure func([]byte) bool) ([]byte, bool) {
	from := len(out)
	indent, breaks := -1, 0
	for len(p.rest) > 0 {
		end := bytes.IndexByte(p.rest, '\n')
		line := p.rest[:end]
		spaces := len(line) - len(bytes.TrimLeft(line, " "))
		if spaces == len(line) { // blank
			if indent < 0 || spaces > indent {
				return out, false
			}
			breaks++
		} else {
			if indent < 0 {
				indent = spaces
			}
			if spaces <= parent || spaces < indent {
				break
			}
			for ; breaks > 0; breaks-- {
				out = append(out, '\n')
			}
			if !sure(line[indent:]) {
				return out, false
			}
			out = append(append(out, line[indent:]...), '\n')
		}
		p.rest = p.rest[end+1:]
		p.number++
	}
	return out, len(out) > from
}

// plainLiteral adds what is likely the literal text that a file goes on with, of a key at the
// left margin, to out. It is for those who know the text's hash.
func plainLiteral(out, rest []byte) ([]byte, bool) {
	if len(rest) == 0 || rest[len(rest)-1] != '\n' {
		return out, false
	}
	return (&plainParser{rest: rest}).lines(out, 0, func([]byte) bool { return true })
}

// literalText reports whether YAML takes a line as it is.
func literalText(line []byte) bool {
	ascii := true
	for _, b := range line {
		if b < ' ' || b == 0x7F {
			return false
		}
		ascii = ascii && b < 0x80
	}
	if ascii {
		return true
	}
	for i, b := range line {
		if b >= 0x80 && special(line[i:]) {
			return false
		}
	}
	return utf8.Valid(line)
}
