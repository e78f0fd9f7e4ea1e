package content

import "gopkg.in/yaml.v3"

// A walker goes through the text of a document along the library's tree. Every
// character must be part of a value, an indicator or a comment; at the first
// that is not, the walk fails, and the file is refused rather than guessed at.
type walker struct {
	text         []rune
	at           int
	line, column int // of at, from 1
	failed       int // line, 0 for none

	doc     *document
	chain   []*element // the block elements that are open, outermost first
	pending []comment  // on lines of their own since the last element
	target  *element   // what a comment at the end of this line is about
	content bool       // something other than space is on this line
	blank   bool       // a blank line was passed since the last thing
	count   int        // comments so far

	brackets int // that are open
}

// readDocument returns a document's elements and comments, or the line where
// they could not be told apart.
func readDocument(text []byte, root *yaml.Node) (*document, int) {
	w := &walker{text: []rune(string(text)), line: 1, column: 1, doc: &document{root: &element{value: root}}}
	w.skip()
	if w.marker("---") {
		w.skip()
	}
	if root.Style&yaml.FlowStyle != 0 {
		w.doc.head, w.pending = w.pending, nil
	}
	w.value(w.doc.root, 0)
	w.skip()
	if w.marker("...") {
		w.skip()
	}
	w.distribute(nil, 0)
	if w.at < len(w.text) {
		w.fail()
	}
	return w.doc, w.failed
}

func (w *walker) fail() {
	if w.failed == 0 {
		w.failed = w.line
	}
}

func (w *walker) peek() rune {
	if w.at < len(w.text) {
		return w.text[w.at]
	}
	return 0
}

func (w *walker) next() {
	if w.at == len(w.text) {
		return
	}
	if w.peek() == '\n' {
		w.blank = w.blank || !w.content
		w.line, w.column, w.content = w.line+1, 1, false
	} else {
		w.content = w.content || w.peek() != ' '
		w.column++
	}
	w.at++
}

// skip passes space and comments.
func (w *walker) skip() {
	for {
		switch w.peek() {
		case ' ', '\n':
			w.next()
		case '#':
			w.comment()
		default:
			return
		}
	}
}

// marker passes a line that begins or ends a document.
func (w *walker) marker(mark string) bool {
	rest := w.text[w.at:]
	if w.column != 1 || len(rest) < 3 || string(rest[:3]) != mark || len(rest) > 3 && rest[3] != ' ' && rest[3] != '\n' {
		return false
	}
	w.at, w.column, w.content = w.at+3, w.column+3, true
	w.target = nil
	w.blank = false
	return true
}

// indicator passes one character of the structure.
func (w *walker) indicator(r rune) bool {
	if w.peek() != r || w.failed > 0 {
		return false
	}
	w.next()
	w.blank = false
	return true
}

func (w *walker) want(r rune) {
	if !w.indicator(r) {
		w.fail()
	}
}

// value passes an element's value; depth is that of what is inside it.
func (w *walker) value(e *element, depth int) {
	n := e.value
	w.skip()
	switch {
	case w.failed > 0:
	case n.Kind == yaml.ScalarNode:
		w.scalar(e, n)
	case n.Style&yaml.FlowStyle != 0:
		w.take(e)
		w.flow(e)
	case n.Kind == yaml.SequenceNode:
		for _, c := range n.Content {
			item := &element{value: c}
			e.under = append(e.under, item)
			w.skip()
			w.begin(item, depth)
			w.want('-')
			w.value(item, depth+1)
		}
	default:
		for i := 0; i+1 < len(n.Content); i += 2 {
			pair := &element{key: n.Content[i], value: n.Content[i+1]}
			e.under = append(e.under, pair)
			w.skip()
			w.begin(pair, depth)
			w.pair(pair, depth+1)
		}
	}
}

// pair passes a key and its value.
func (w *walker) pair(e *element, depth int) {
	if after := w.at + 1; w.peek() == '?' && (after == len(w.text) || w.text[after] == ' ' || w.text[after] == '\n') {
		w.indicator('?')
		w.skip()
	}
	w.scalar(e, e.key)
	e.pieces = nil
	w.skip()
	if w.indicator(':') {
		w.target = e
	}
	w.value(e, depth)
}

// flow passes a mapping or list in brackets.
func (w *walker) flow(e *element) {
	n := e.value
	first, last, step := '[', ']', 1
	if n.Kind == yaml.MappingNode {
		first, last, step = '{', '}', 2
	}
	bare := step == 2 && w.peek() != first // a single pair as an item: [a: b]
	if !bare {
		w.want(first)
		w.brackets++
	}
	w.target = e
	count := w.count
	for i := 0; i+step <= len(n.Content); i += step {
		c := &element{value: n.Content[i+step-1]}
		e.under = append(e.under, c)
		w.skip()
		c.blank, w.blank = w.blank, false
		w.take(c)
		w.target = c
		if step == 2 {
			c.key = n.Content[i]
			w.pair(c, 0)
		} else {
			w.value(c, 0)
		}
		if !bare {
			w.skip()
			w.indicator(',')
		}
	}
	if bare {
		return
	}
	w.skip()
	if k := len(e.under); k > 0 {
		e.under[k-1].foot, w.pending = w.pending, nil
	} else {
		w.take(e)
	}
	e.open = w.count > count
	w.brackets--
	w.want(last)
	w.target = e
}

// scalar passes a single value, or a key.
func (w *walker) scalar(e *element, n *yaml.Node) {
	if n.Value == "" && n.Style == 0 || w.failed > 0 {
		return // nothing is written
	}
	w.take(e)
	w.blank = false
	if w.line != n.Line || w.column != n.Column {
		w.fail()
		return
	}
	w.target = e
	start := w.at
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		w.quoted()
		e.pieces = pieces(string(w.text[start+1:max(start+1, w.at-1)]), n.Value)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		explicit := w.header(e)
		start = w.at
		w.match(n.Value)
		if n.Style&yaml.FoldedStyle != 0 {
			e.pieces = w.folded(start, explicit)
		}
	default:
		w.match(n.Value)
		e.pieces = pieces(string(w.text[start:w.at]), n.Value)
	}
	w.blank = false
}
