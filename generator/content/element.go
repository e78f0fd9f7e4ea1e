package content

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// An element is a pair of a mapping or an item of a list with all that is
// written about it: its value and the comments that belong to it. The YAML
// library loses and moves comments, so that they are read here, from the text,
// with the library's tree as the guide.
type element struct {
	key   *yaml.Node // nil for an item, and for the document itself
	value *yaml.Node
	form  *form
	under []*element // of a mapping or list

	head  []comment // lines above
	line  string    // at the end of its line, "" for none
	foot  []comment // lines below, where they are not about what follows
	blank bool      // a blank line is right above, below the head

	column int      // where it begins, in block style
	pieces []string // the lines of a single value that the author broke
	open   bool     // comments stand between its brackets
	block  bool     // to be written in block style
}

// A comment is one line with its number sign.
type comment struct {
	text   string
	blank  bool // a blank line is above
	column int
}

// A document is a YAML document with all its comments.
type document struct {
	head, foot []comment // apart from every element
	hashes     []hash    // among the comments
	root       *element
}

// arrange puts keys into canonical order.
func (e *element) arrange(f *form) {
	e.form = f
	if e.value.Kind == yaml.MappingNode {
		slices.SortStableFunc(e.under, func(a, b *element) int {
			return f.place(a.key.Value) - f.place(b.key.Value)
		})
	}
	for _, c := range e.under {
		if c.key != nil {
			c.arrange(f.under(c.key.Value))
		} else {
			c.arrange(f.item())
		}
	}
}

// settle decides what is written in block style, and moves the comments that
// stand where the canonical layout has no line for them.
func (d *document) settle() {
	r := d.root
	flow := r.value.Style&yaml.FlowStyle != 0
	r.block = len(r.under) > 0 && (!flow || r.open || width(r.flowText()) > maxWidth)
	if r.block {
		if r.line != "" {
			d.foot, r.line = append([]comment{{text: r.line}}, d.foot...), ""
		}
		settle(r.under, 0)
	}
}

// settle settles the elements of a collection that begins after indent spaces.
func settle(list []*element, indent int) {
	for i, e := range list {
		if i < len(list)-1 && len(e.foot) > 0 {
			e.foot[0].blank = false
		}
		if len(e.under) == 0 {
			continue
		}
		flow := e.value.Style&yaml.FlowStyle != 0
		e.block = !flow || e.open || indent+width(e.label())+1+width(e.flowText()) > maxWidth
		if !e.block {
			continue
		}
		settle(e.under, indent+indentStep)
		if e.key == nil {
			e.hoist()
		}
	}
}

// hoist moves the comments that would follow “- ” above it: what follows has no
// line of its own.
func (e *element) hoist() {
	if e.line != "" {
		e.head = append(e.head, comment{text: e.line, blank: e.blank})
		e.line, e.blank = "", false
	}
	first := e.under[0]
	if len(first.head) > 0 {
		first.head[0].blank = e.blank
		e.head = append(e.head, first.head...)
		e.blank, first.head = first.blank, nil
	}
}

// label returns what is written before the value.
func (e *element) label() string {
	if e.key != nil {
		return e.keyText(false) + ":"
	}
	return "-"
}

// empty reports whether nothing is written as the value.
func (e *element) empty() bool { return isNull(e.value) && e.value.Value == "" }

// same reports whether two elements say the same, and if not the first that
// differs.
func (e *element) same(other *element) (*element, bool) {
	if e.value.Kind != other.value.Kind || isNull(e.value) != isNull(other.value) ||
		!isNull(e.value) && e.value.Value != other.value.Value ||
		e.key != nil && e.key.Value != other.key.Value || len(e.under) != len(other.under) {
		return e, false
	}
	for i := range e.under {
		if at, ok := e.under[i].same(other.under[i]); !ok {
			return at, false
		}
	}
	return nil, true
}

// comments returns the texts of all comments, sorted.
func (d *document) comments() []string {
	var all []string
	add := func(list []comment) {
		for _, c := range list {
			all = append(all, c.text)
		}
	}
	var walk func(e *element)
	walk = func(e *element) {
		add(e.head)
		add(e.foot)
		if e.line != "" {
			all = append(all, e.line)
		}
		for _, c := range e.under {
			walk(c)
		}
	}
	add(d.head)
	walk(d.root)
	add(d.foot)
	slices.Sort(all)
	return all
}

func width(s string) int { return len([]rune(s)) }

func spaces(n int) string { return strings.Repeat(" ", n) }
