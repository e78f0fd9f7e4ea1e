package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/problem"
)

// A shape says which keys a mapping has, in their canonical order, and how the
// value of each is read into a T. The tables of shapes in this package are the
// definition of the content format.
type shape[T any] []key[T]

type key[T any] struct {
	name     string
	required bool
	value    value[T]
}

// A value reads one node into its place in a T, reporting what is wrong. Its
// form says how [Format] lays it out and what [Schemas] tell editors of it.
type value[T any] struct {
	form *form
	read func(s *source, n *yaml.Node, field string, into *T)
}

// A reader reads a single value; its rule says which it accepts.
type reader[U any] struct {
	rule rule
	read func(s *source, n *yaml.Node, field string) (U, bool)
}

const (
	required = true
	optional = false
)

// keys returns the names of the keys in order.
func (sh shape[T]) keys() []string {
	names := make([]string, len(sh))
	for i, k := range sh {
		names[i] = k.name
	}
	return names
}

// read reads a mapping. A null value counts as absent.
func (sh shape[T]) read(s *source, n *yaml.Node, field string, into *T) {
	if !s.want(n, yaml.MappingNode, field) {
		return
	}
	present := make([]bool, len(sh))
	empty := make([]*yaml.Node, len(sh)) // keys without a value
	var meant map[string]string          // what unknown keys are
	s.pairs(n, field, func(k, v *yaml.Node) {
		i := sh.index(k.Value)
		if name, rest, cut := strings.Cut(k.Value, ":"); i < 0 && cut && rest != "" && k.Style == 0 && isNull(v) && sh.index(name) >= 0 {
			s.misspelt = append(s.misspelt, sub(field, name))
			s.reportTight(k, sub(field, name), name)
			return
		}
		if i < 0 && isNull(v) && n.Style&yaml.FlowStyle != 0 {
			s.report(k, field, problem.FlowComma, k.Value)
			return
		}
		if i < 0 {
			s.misspell(field, k.Value, sh.keys())
			if meant == nil {
				meant = slips(keysOf(n), sh.keys())
			}
			s.suggest(k, sub(field, k.Value), meant[k.Value], problem.UnknownKey, k.Value, choices(k.Value, sh.keys(), len(sh)))
			return
		}
		if isNull(v) {
			empty[i] = k
			return
		}
		present[i] = true
		sh[i].value.read(s, v, sub(field, k.Value), into)
	})
	for i, k := range sh {
		if k.required && !present[i] && !slices.Contains(s.misspelt, sub(field, k.name)) {
			s.report(cmp.Or(empty[i], n), sub(field, k.name), problem.Missing, k.name)
		}
	}
}

// reportTight reports a key that has its value in its name, for want of a space after the colon.
func (s *source) reportTight(k *yaml.Node, field, name string) {
	p := problem.At(s.pos(k), field, problem.BadYAML, spaceReason)
	p.Column, p.Length = p.Column+utf8.RuneCountInString(name), 1
	p.Fix = &problem.Fix{Line: p.Line, Column: p.Column + 1, Text: " "}
	s.put(p)
}

// keysOf returns the keys of a mapping.
func keysOf(n *yaml.Node) []string {
	var keys []string
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		keys = append(keys, n.Content[i].Value)
	}
	return keys
}

func (sh shape[T]) index(name string) int {
	for i := range sh {
		if sh[i].name == name {
			return i
		}
	}
	return -1
}

// pairs calls each for the pairs of a mapping, reporting duplicate keys.
func (s *source) pairs(n *yaml.Node, field string, each func(k, v *yaml.Node)) {
	var keys map[string]*yaml.Node // of a mapping with more than any shape has
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if !s.want(k, yaml.ScalarNode, field) {
			continue
		}
		var first *yaml.Node
		if i < 128 {
			first, _ = lookup(n, k.Value)
		} else {
			if keys == nil {
				keys = firstKeys(n)
			}
			first = keys[k.Value]
		}
		if first != k {
			s.report(k, sub(field, k.Value), problem.DuplicateKey, k.Value, s.offset+first.Line)
			continue
		}
		each(k, n.Content[i+1])
	}
}

// firstKeys returns the first node of each key of a mapping.
func firstKeys(n *yaml.Node) map[string]*yaml.Node {
	keys := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; keys[k.Value] == nil {
			keys[k.Value] = k
		}
	}
	return keys
}

// sub returns the field path of a key inside a field.
func sub(field, name string) string {
	if field == "" {
		return name
	}
	return field + "." + name
}

func item(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

var kindNames = map[yaml.Kind]problem.Words{
	yaml.MappingNode:  {ID: "pasangan kunci: nilai", EN: "pairs of key: value"},
	yaml.SequenceNode: {ID: "daftar (setiap butir diawali “- ”)", EN: "a list (each item begins with “- ”)"},
	yaml.ScalarNode:   {ID: "satu nilai", EN: "a single value"},
}

// want reports whether a node is of a kind, and the problem if not.
func (s *source) want(n *yaml.Node, kind yaml.Kind, field string) bool {
	if n.Kind == kind {
		return true
	}
	s.report(n, field, problem.WrongKind, kindNames[kind], kindNames[n.Kind])
	return false
}

// object reads a mapping of its own shape.
func object[T, U any](sh shape[U], at func(*T) *U) value[T] {
	return value[T]{sh.form(), func(s *source, n *yaml.Node, field string, into *T) { sh.read(s, n, field, at(into)) }}
}

// objects reads a list of mappings of one shape.
func objects[T, U any](sh shape[U], at func(*T) *[]U) value[T] {
	return value[T]{listOf(sh.form()), func(s *source, n *yaml.Node, field string, into *T) {
		if !s.want(n, yaml.SequenceNode, field) {
			return
		}
		list := make([]U, len(n.Content))
		for i, c := range n.Content {
			sh.read(s, c, item(field, i), &list[i])
		}
		*at(into) = list
	}}
}

// atMost refuses a list that is too long before it is read.
func atMost[T any](most int, v value[T]) value[T] {
	return value[T]{v.form.upTo(most), func(s *source, n *yaml.Node, field string, into *T) {
		if n.Kind == yaml.SequenceNode && len(n.Content) > most {
			s.report(n, field, problem.TooManyItems, len(n.Content), most)
			return
		}
		v.read(s, n, field, into)
	}}
}

// list reads a list of single values; one value alone stands for a list of one
// where single is true. A value with a fault leaves a hole, so that the others keep
// their places.
func list[T, U any](single bool, r reader[U], hole U, at func(*T) *[]U) value[T] {
	form := listOf(formOf(r))
	form.single = single
	return value[T]{form, func(s *source, n *yaml.Node, field string, into *T) {
		if single && n.Kind == yaml.ScalarNode {
			if v, ok := r.read(s, n, field); ok {
				*at(into) = []U{v}
			}
			return
		}
		if !s.want(n, yaml.SequenceNode, field) {
			return
		}
		values := make([]U, 0, len(n.Content))
		for i, c := range n.Content {
			v, ok := r.read(s, c, item(field, i))
			if !ok {
				v = hole
			}
			values = append(values, v)
		}
		*at(into) = values
	}}
}

// atLeastOne refuses an empty list.
func atLeastOne[T any](v value[T]) value[T] {
	return value[T]{v.form, func(s *source, n *yaml.Node, field string, into *T) {
		if n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
			s.report(n, field, problem.Missing, field)
		}
		v.read(s, n, field, into)
	}}
}

// scalar reads a single value.
func scalar[T, U any](r reader[U], at func(*T) *U) value[T] {
	return value[T]{formOf(r), func(s *source, n *yaml.Node, field string, into *T) {
		if v, ok := r.read(s, n, field); ok {
			*at(into) = v
		}
	}}
}
