package content

import "reflect"

// A form says what a value looks like in a file, as far as its layout goes. The
// forms follow from the shapes, so that a key has one place in the program where
// its order is written down.
type form struct {
	keys []string // of a mapping, in canonical order; nil where the keys are ids that the author chose
	of   []*form  // the values of those keys
	each *form    // the items of a list, or the values under the author's ids
	text bool     // a single value is text, whatever it looks like: 007, 2021, no
}

// formOf returns the form of single values of a type.
func formOf[U any]() *form {
	return &form{text: reflect.TypeFor[U]().Kind() == reflect.String}
}

var textForm = formOf[string]()

// form returns the form of a mapping of this shape.
func (sh shape[T]) form() *form {
	f := &form{keys: sh.keys(), of: make([]*form, len(sh))}
	for i, k := range sh {
		f.of[i] = k.value.form
	}
	return f
}

// listOf returns the form of a list, or of a mapping with the author's ids.
func listOf(item *form) *form { return &form{each: item, text: item.text} }

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
