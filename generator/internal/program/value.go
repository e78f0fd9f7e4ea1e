package program

import (
	"reflect"
	"sync/atomic"
	"text/template/parse"
)

// concrete returns what is in an interface.
func concrete(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// truth tells whether a value counts as true, as [text/template.IsTrue] does.
func truth(v reflect.Value) (bool, error) {
	switch v = concrete(v); v.Kind() {
	case reflect.Invalid: // nothing
		return false, nil
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0, nil
	case reflect.Bool:
		return v.Bool(), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int() != 0, nil
	case reflect.Pointer:
		return !v.IsNil(), nil
	case reflect.Struct:
		return true, nil
	}
	return false, errLeft
}

// fields compiles a chain of fields.
func fields(of value, names []string) value {
	for _, name := range names {
		of = field(of, name)
	}
	return of
}

// A spot is where a type has a field, or a method in its stead.
type spot struct {
	in     reflect.Type // a struct
	index  []int        // of the field; nil where it has none
	method bool
}

// field compiles one step of a chain. It remembers where the type that it met last
// has the field: at one place of a template that is nearly always the same type.
func field(of value, name string) value {
	var last atomic.Pointer[spot]
	return func(m *machine, dot reflect.Value) (reflect.Value, error) {
		v, err := of(m, dot)
		if err != nil {
			return v, err
		}
		if v = concrete(v); v.Kind() == reflect.Pointer {
			v = v.Elem() // nothing, where it is nil
		}
		if v.Kind() != reflect.Struct {
			return v, errLeft
		}
		at := last.Load()
		if t := v.Type(); at == nil || at.in != t {
			at = find(t, name)
			last.Store(at)
		}
		switch {
		case len(at.index) == 1:
			return v.Field(at.index[0]), nil
		case len(at.index) > 1:
			return v.FieldByIndexErr(at.index)
		case at.method:
			return method(v, name)
		}
		return v, errLeft
	}
}

// method calls a method that takes nothing and gives one thing.
func method(v reflect.Value, name string) (reflect.Value, error) {
	if v.CanAddr() {
		v = v.Addr()
	}
	f := v.MethodByName(name)
	if !f.IsValid() || f.Type().NumIn() > 0 || f.Type().NumOut() != 1 {
		return v, errLeft
	}
	return f.Call(nil)[0], nil
}

func find(t reflect.Type, name string) *spot {
	if _, is := reflect.PointerTo(t).MethodByName(name); is {
		return &spot{in: t, method: true}
	}
	f, ok := t.FieldByName(name)
	if !ok || !f.IsExported() {
		return &spot{in: t}
	}
	return &spot{in: t, index: f.Index}
}

// function compiles the call of a function.
func (c *compiler) function(name string, nodes []parse.Node) (value, error) {
	arguments := make([]value, len(nodes))
	for i, n := range nodes {
		var err error
		if arguments[i], err = c.argument(n); err != nil {
			return nil, err
		}
	}
	if f := c.set.functions[name]; f != nil {
		return call(f, arguments), nil
	}
	switch {
	case (name == "and" || name == "or") && len(arguments) > 0:
		return choice(arguments, name == "or"), nil
	case name == "not" && len(arguments) == 1:
		return not(arguments[0]), nil
	case name == "len" && len(arguments) == 1:
		return length(arguments[0]), nil
	case name == "gt" && len(arguments) == 2:
		return greater(arguments[0], arguments[1]), nil
	}
	return nil, unknownFunction(name)
}

type unknownFunction string

func (f unknownFunction) Error() string { return "function " + string(f) + " is left to html/template" }

// call compiles a call of one of the set's functions.
func call(f Func, arguments []value) value {
	return func(m *machine, dot reflect.Value) (reflect.Value, error) {
		from := len(m.arguments) // those before are of calls around this one
		for _, a := range arguments {
			v, err := a(m, dot)
			if err != nil {
				return v, err
			}
			if v = concrete(v); !v.IsValid() || !v.CanInterface() {
				return v, errLeft
			}
			m.arguments = append(m.arguments, v.Interface())
		}
		result, err := f(m.arguments[from:])
		clear(m.arguments[from:]) // they hold views
		m.arguments = m.arguments[:from]
		return reflect.ValueOf(result), err
	}
}

// choice compiles and, or: the first argument that decides, else the last.
func choice(arguments []value, decides bool) value {
	return func(m *machine, dot reflect.Value) (v reflect.Value, err error) {
		for _, a := range arguments {
			if v, err = a(m, dot); err != nil {
				return v, err
			}
			if is, err := truth(v); err != nil || is == decides {
				return v, err
			}
		}
		return v, nil
	}
}

var trueValue, falseValue = reflect.ValueOf(true), reflect.ValueOf(false)

func boolean(b bool) reflect.Value {
	if b {
		return trueValue
	}
	return falseValue
}

func not(of value) value {
	return func(m *machine, dot reflect.Value) (reflect.Value, error) {
		v, err := of(m, dot)
		if err != nil {
			return v, err
		}
		is, err := truth(v)
		return boolean(!is), err
	}
}

func length(of value) value {
	return func(m *machine, dot reflect.Value) (reflect.Value, error) {
		v, err := of(m, dot)
		if err != nil {
			return v, err
		}
		switch v = concrete(v); v.Kind() {
		case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
			return reflect.ValueOf(v.Len()), nil
		}
		return v, errLeft
	}
}

// greater compiles gt of two signed numbers.
func greater(left, right value) value {
	return func(m *machine, dot reflect.Value) (reflect.Value, error) {
		a, err := left(m, dot)
		if err != nil {
			return a, err
		}
		b, err := right(m, dot)
		if err != nil {
			return b, err
		}
		if a, b = concrete(a), concrete(b); !a.CanInt() || !b.CanInt() {
			return a, errLeft
		}
		return boolean(a.Int() > b.Int()), nil
	}
}
