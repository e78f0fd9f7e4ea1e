package program

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// An action does what stands at one place of a template.
type action func(m *machine, dot reflect.Value) error

// A value is what an argument or a pipeline comes to.
type value func(m *machine, dot reflect.Value) (reflect.Value, error)

// A compiler makes the block of a template and of those that it calls.
type compiler struct {
	set    *Set
	blocks map[string]*block

	// Of the block that is made: its variables in scope, from the outermost, and how many
	// slots it needs so far.
	scope []string
	slots int
}

// block returns the block of a template, which may still be in the making.
func (c *compiler) block(name string) (*block, error) {
	if b := c.set.blocks[name]; b != nil {
		return b, nil
	}
	if b := c.blocks[name]; b != nil {
		return b, nil
	}
	tree := c.set.tree(name)
	if tree == nil {
		return nil, fmt.Errorf("no template %q", name)
	}
	b := &block{}
	c.blocks[name] = b
	inner := compiler{set: c.set, blocks: c.blocks, scope: []string{"$"}, slots: 1}
	run, err := inner.list(tree.Root)
	if err != nil {
		return nil, err
	}
	b.run, b.slots = run, inner.slots
	return b, nil
}

func nothing(*machine, reflect.Value) error { return nil }

// list compiles actions that follow each other, in a scope of their own.
func (c *compiler) list(list *parse.ListNode) (action, error) {
	if list == nil {
		return nothing, nil
	}
	defer func(n int) { c.scope = c.scope[:n] }(len(c.scope))
	var actions []action
	for _, n := range list.Nodes {
		a, err := c.node(n)
		if err != nil {
			return nil, err
		}
		if a != nil {
			actions = append(actions, a)
		}
	}
	switch len(actions) {
	case 0:
		return nothing, nil
	case 1:
		return actions[0], nil
	}
	return func(m *machine, dot reflect.Value) error {
		for _, a := range actions {
			if err := a(m, dot); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func (c *compiler) node(n parse.Node) (action, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(m *machine, _ reflect.Value) error {
			m.out.Write(text)
			return nil
		}, nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			return c.print(n.Pipe)
		}
		v, store, err := c.declaration(n.Pipe)
		if err != nil {
			return nil, err
		}
		return func(m *machine, dot reflect.Value) error {
			x, err := v(m, dot)
			store(m, x)
			return err
		}, nil
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(&n.BranchNode)
	case *parse.TemplateNode:
		return c.callee(n)
	}
	return nil, unknown(n)
}

func unknown(n parse.Node) error { return fmt.Errorf("%s is left to html/template", n) }

// declare gives a variable a slot.
func (c *compiler) declare(name string) func(*machine, reflect.Value) {
	c.scope = append(c.scope, name)
	slot := len(c.scope) - 1
	c.slots = max(c.slots, len(c.scope))
	return func(m *machine, v reflect.Value) { m.variables[m.base+slot] = v }
}

// declaration compiles $x := pipeline.
func (c *compiler) declaration(pipe *parse.PipeNode) (value, func(*machine, reflect.Value), error) {
	if pipe.IsAssign || len(pipe.Decl) != 1 {
		return nil, nil, unknown(pipe)
	}
	v, err := c.pipeline(pipe.Cmds)
	if err != nil {
		return nil, nil, err
	}
	return v, c.declare(pipe.Decl[0].Ident[0]), nil
}

// branch compiles if and with.
func (c *compiler) branch(n *parse.BranchNode, with bool) (action, error) {
	defer func(n int) { c.scope = c.scope[:n] }(len(c.scope))
	var condition value
	var err error
	store := func(*machine, reflect.Value) {}
	if len(n.Pipe.Decl) > 0 {
		condition, store, err = c.declaration(n.Pipe)
	} else {
		condition, err = c.pipeline(n.Pipe.Cmds)
	}
	if err != nil {
		return nil, err
	}
	then, err := c.list(n.List)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) error {
		v, err := condition(m, dot)
		if err != nil {
			return err
		}
		store(m, v)
		is, err := truth(v)
		switch {
		case err != nil:
			return err
		case !is:
			return otherwise(m, dot)
		case with:
			return then(m, v)
		}
		return then(m, dot)
	}, nil
}

// loop compiles range over lists.
func (c *compiler) loop(n *parse.BranchNode) (action, error) {
	defer func(n int) { c.scope = c.scope[:n] }(len(c.scope))
	over, err := c.pipeline(n.Pipe.Cmds)
	if err != nil {
		return nil, err
	}
	if n.Pipe.IsAssign {
		return nil, unknown(n)
	}
	var index, element func(*machine, reflect.Value)
	for i, variable := range n.Pipe.Decl {
		store := c.declare(variable.Ident[0])
		if i == 0 && len(n.Pipe.Decl) == 2 {
			index = store
		} else {
			element = store
		}
	}
	otherwise, err := c.list(n.ElseList) // where both variables are the list
	if err != nil {
		return nil, err
	}
	body, err := c.list(n.List)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) error {
		list, err := over(m, dot)
		if err != nil {
			return err
		}
		all := list
		if list = concrete(list); list.Kind() != reflect.Slice && list.Kind() != reflect.Array {
			return errLeft
		}
		count := list.Len()
		if count == 0 {
			for _, store := range []func(*machine, reflect.Value){index, element} {
				if store != nil {
					store(m, all)
				}
			}
			return otherwise(m, dot)
		}
		for i := range count {
			e := list.Index(i)
			if index != nil {
				index(m, reflect.ValueOf(i))
			}
			if element != nil {
				element(m, e)
			}
			if err := body(m, e); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// callee compiles the call of another template.
func (c *compiler) callee(n *parse.TemplateNode) (action, error) {
	b, err := c.block(n.Name)
	if err != nil {
		return nil, err
	}
	if n.Pipe == nil {
		return func(m *machine, _ reflect.Value) error { return m.call(b, reflect.Value{}) }, nil
	}
	if len(n.Pipe.Decl) > 0 {
		return nil, unknown(n)
	}
	v, err := c.pipeline(n.Pipe.Cmds)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) error {
		view, err := v(m, dot)
		if err != nil {
			return err
		}
		return m.call(b, view)
	}, nil
}

// pipeline compiles a pipeline of one command; a layout has no others once the
// escapers at its end are taken away.
func (c *compiler) pipeline(commands []*parse.CommandNode) (value, error) {
	if len(commands) != 1 {
		return nil, fmt.Errorf("a pipeline of %d commands is left to html/template", len(commands))
	}
	return c.command(commands[0])
}

func (c *compiler) command(n *parse.CommandNode) (value, error) {
	if name, ok := n.Args[0].(*parse.IdentifierNode); ok {
		return c.function(name.Ident, n.Args[1:])
	}
	if len(n.Args) > 1 {
		return nil, unknown(n)
	}
	return c.argument(n.Args[0])
}

// argument compiles an argument of a function, or a command without arguments.
func (c *compiler) argument(n parse.Node) (value, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return func(_ *machine, dot reflect.Value) (reflect.Value, error) { return dot, nil }, nil
	case *parse.FieldNode:
		return fields(func(_ *machine, dot reflect.Value) (reflect.Value, error) { return dot, nil }, n.Ident), nil
	case *parse.VariableNode:
		for slot := len(c.scope) - 1; slot >= 0; slot-- {
			if c.scope[slot] == n.Ident[0] {
				return fields(func(m *machine, _ reflect.Value) (reflect.Value, error) { return m.variables[m.base+slot], nil }, n.Ident[1:]), nil
			}
		}
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return c.pipeline(n.Cmds)
		}
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.NumberNode:
		if n.IsInt && !n.IsComplex && !strings.ContainsAny(n.Text, ".eEpP") { // what looks like a float is one
			return constant(int(n.Int64)), nil
		}
	}
	return nil, unknown(n)
}

func constant(x any) value {
	v := reflect.ValueOf(x)
	return func(*machine, reflect.Value) (reflect.Value, error) { return v, nil }
}
