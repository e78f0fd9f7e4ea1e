package content

import "reflect"

// A form says what a value looks like in a file: for its layout, and for the
// schema that editors judge it by. The forms follow from the shapes, so that a
// key has one place in the program where it is written down.
type form struct {
	keys     []string // of a mapping, in canonical order; nil where the keys are ids that the author chose
	of       []*form  // the values of those keys
	required []bool   // whether the keys must have values
	each     *form    // the items of a list, or the values under the author's ids
	ids      bool     // each is under the author's ids
	single   bool     // one item alone stands for a list
	most     int      // items of a list, 0 for any number
	some     bool     // a mapping must not be empty
	text     bool     // a single value is text, whatever it looks like: 007, 2021, no
	rule     rule     // of a single value
}

// formOf returns the form of the single values that a reader accepts.
func formOf[U any](r reader[U]) *form {
	return &form{text: reflect.TypeFor[U]().Kind() == reflect.String, rule: r.rule}
}

var textForm = &form{text: true, rule: anyText}

// form returns the form of a mapping of this shape.
func (sh shape[T]) form() *form {
	f := &form{keys: sh.keys(), of: make([]*form, len(sh)), required: make([]bool, len(sh))}
	for i, k := range sh {
		f.of[i], f.required[i] = k.value.form, k.required
	}
	return f
}

func listOf(item *form) *form { return &form{each: item, text: item.text} }

// underIDs returns the form of a mapping whose keys the author chose.
func underIDs(value *form) *form { return &form{each: value, text: value.text, ids: true} }

// upTo returns the form of a list that must not be longer.
func (f *form) upTo(most int) *form {
	limited := *f
	limited.most = most
	return &limited
}

// place returns the position of a key among its siblings; keys that the author
// chose have none and stay in their order.
func (f *form) place(key string) int {
	for i, k := range f.keys {
		if k == key {
			return i
		}
	}
	return len(f.keys)
}

// under returns the form of the value of a key.
func (f *form) under(key string) *form {
	if i := f.place(key); i < len(f.of) {
		return f.of[i]
	}
	return f.item()
}

// item returns the form of a list's items.
func (f *form) item() *form {
	if f.each != nil {
		return f.each
	}
	return textForm
}
