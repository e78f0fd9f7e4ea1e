// Package program executes the templates of html/template without their executor.
//
// A page has thousands of actions, and the executor looks every field up by its
// name, calls every function by reflection and passes every value through an escaper as an
// interface. A program does the same once: the trees that html/template has
// escaped become closures that remember where a type has a field.
//
// The bytes are html/template's. It decides how each value is escaped: values that
// need escaping go through its own escapers, and wherever a program meets what it does not
// know – a construct, a function, a method, an error – the page is left to html/template
// from its beginning. So a program is never wrong in its own way, only slower.
package program

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"
	"sync/atomic"
	"text/template/parse"
)

// A Func is a function of the templates, without reflection. It gives what the one
// that html/template calls by the same name gives, and does not keep args.
type Func func(args []any) (any, error)

// A Set makes programs of the templates of a set. It is safe for concurrent use.
type Set struct {
	templates *template.Template
	functions map[string]Func
	mu        sync.Mutex
	trees     map[string]*parse.Tree // nil before the first program is looked up
	programs  map[string]*Program
	blocks    map[string]*block
}

// NewSet returns the programs of a set, all of whose templates must be parsed before
// the first program is looked up. Functions that
// templates call and that are not among those given leave a page to html/template.
func NewSet(templates *template.Template, functions map[string]Func) *Set {
	return &Set{templates: templates, functions: functions, programs: map[string]*Program{}, blocks: map[string]*block{}}
}

// A Program executes one template of a set.
type Program struct {
	template *template.Template
	block    *block // nil where html/template does all
	refused  error
	left     atomic.Bool
}

// A block is the body of one template.
type block struct {
	run   action
	slots int
}

// Lookup returns the program of a template, nil where there is no such template.
func (s *Set) Lookup(name string) *Program {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.programs[name]; p != nil {
		return p
	}
	t := s.templates.Lookup(name)
	if t == nil {
		return nil
	}
	if s.trees == nil {
		s.wrap()
	}
	p := &Program{template: t}
	p.block, p.refused = s.compile(name)
	s.programs[name] = p
	return p
}

// Left returns why the template is left to html/template, or nil when it is not.
func (p *Program) Left() error {
	if p.refused == nil && p.left.Load() {
		return errLeft
	}
	return p.refused
}

// Execute adds the page of a view to out. Its errors are html/template's.
func (p *Program) Execute(out *bytes.Buffer, view any) error {
	if err := p.Left(); err != nil {
		if Verify.Load() {
			return err
		}
		return p.template.Execute(out, view)
	}
	before := out.Len()
	if p.run(out, view) == nil {
		if Verify.Load() {
			return p.verify(out.Bytes()[before:], view)
		}
		return nil
	}
	out.Truncate(before)
	if err := p.template.Execute(out, view); err != nil {
		return err
	}
	p.left.Store(true) // else it would be done twice for every page
	if Verify.Load() {
		return p.Left()
	}
	return nil
}

// run executes the block. It fails where a program does not know what to do, and
// where a function or a method fails or panics.
func (p *Program) run(out *bytes.Buffer, view any) (err error) {
	defer func() {
		if recover() != nil {
			err = errLeft // html/template makes an error of it that says where
		}
	}()
	m := machines.Get().(*machine)
	m.out = out
	err = m.call(p.block, reflect.ValueOf(view))
	clear(m.arguments)
	m.variables, m.arguments, m.base, m.depth, m.out = m.variables[:0], m.arguments[:0], 0, 0, nil
	machines.Put(m)
	return err
}

// errLeft says that html/template must do it.
var errLeft = errors.New("left to html/template")

// Verify makes an error of a page that is not html/template's, and of one that is
// left to html/template. It is for tests, which thereby see all pages of a build.
var Verify atomic.Bool

func (p *Program) verify(page []byte, view any) error {
	var want bytes.Buffer
	if err := p.template.Execute(&want, view); err != nil {
		return err
	}
	if !bytes.Equal(page, want.Bytes()) {
		return fmt.Errorf("template %s: the program gives\n%s\nand html/template\n%s", p.template.Name(), page, want.Bytes())
	}
	return nil
}

// A machine executes blocks.
type machine struct {
	out       *bytes.Buffer
	variables []reflect.Value
	arguments []any // of the functions that are being called
	base      int   // of the variables of the block that is executed
	depth     int
}

var machines = sync.Pool{New: func() any { return new(machine) }}

// maxDepth bounds how deep templates call each other before html/template, which
// has a bound and an error of its own, takes over.
const maxDepth = 1000

// call executes a block for a view, which is its variable $ too.
func (m *machine) call(b *block, dot reflect.Value) error {
	if m.depth++; m.depth > maxDepth {
		return errLeft
	}
	before, top := m.base, len(m.variables)
	for range b.slots {
		m.variables = append(m.variables, reflect.Value{})
	}
	m.base = top
	m.variables[top] = dot
	err := b.run(m, dot)
	clear(m.variables[top:]) // they hold views
	m.variables, m.base = m.variables[:top], before
	m.depth--
	return err
}

// A template is escaped when it is executed. That must run nothing: a function may look
// programs up. So each is called by another, of this name and its own, where it never runs.
const wrapper = "\x00escape "

// wrap adds the templates that have the others escaped. Escaping changes a tree in place.
func (s *Set) wrap() {
	s.trees = map[string]*parse.Tree{}
	for _, t := range s.templates.Templates() {
		if t.Tree == nil {
			continue
		}
		if _, err := s.templates.New(wrapper + t.Name()).Parse(fmt.Sprintf("{{if false}}{{template %q .}}{{end}}", t.Name())); err == nil {
			s.trees[t.Name()] = t.Tree
		}
	}
}

// compile makes the block of a template after html/template has escaped it.
func (s *Set) compile(name string) (*block, error) {
	if s.trees[name] == nil {
		return nil, fmt.Errorf("template %s: it has no tree", name)
	}
	if err := s.templates.ExecuteTemplate(io.Discard, wrapper+name, nil); err != nil {
		return nil, err
	}
	c := compiler{set: s, blocks: map[string]*block{}}
	b, err := c.block(name)
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", name, err)
	}
	for name, b := range c.blocks {
		s.blocks[name] = b
	}
	return b, nil
}

// tree returns the escaped tree of a template.
func (s *Set) tree(name string) *parse.Tree { return s.trees[name] }
