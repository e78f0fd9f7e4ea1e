package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A Digest hashes values of any data: strings, numbers, booleans, and structs, lists,
// pointers and maps by text of them. Equal digests mean equal values of equal types.
type Digest struct {
	hash    hash.Hash
	buffer  []byte
	without []reflect.Type // values of these are left out
	sharing *Sharing       // nil for none
}

var digests = sync.Pool{New: func() any { return &Digest{hash: sha256.New(), buffer: make([]byte, 0, 4096)} }}

// DigestOf returns the digest of values. A value that is no data, such as a
// function, is an error.
func DigestOf(values ...any) (Key, error) { return digestOf(nil, nil, values) }

// DigestWithout is DigestOf without all values of some types.
func DigestWithout(without []reflect.Type, values ...any) (Key, error) {
	return digestOf(without, nil, values)
}

// A Sharing digests values that have much in common: what pointers of a type lead to, which
// never changes, and which it looks at once. Its digests are not those of [DigestOf].
// It is safe for concurrent use.
type Sharing struct {
	pointers reflect.Type
	known    sync.Map // unsafe.Pointer → Key
}

// Share returns a Sharing of what pointers of type *T lead to.
func Share[T any]() *Sharing { return &Sharing{pointers: reflect.TypeFor[*T]()} }

// DigestOf returns the digest of values, among which are shared ones.
func (s *Sharing) DigestOf(values ...any) (Key, error) { return digestOf(nil, s, values) }

// of returns the digest of what a pointer leads to.
func (s *Sharing) of(v reflect.Value) (Key, error) {
	if key, ok := s.known.Load(v.UnsafePointer()); ok {
		return key.(Key), nil
	}
	key, err := DigestOf(v.Elem().Interface())
	if err == nil {
		s.known.Store(v.UnsafePointer(), key)
	}
	return key, err
}

func digestOf(without []reflect.Type, sharing *Sharing, values []any) (Key, error) {
	d := digests.Get().(*Digest)
	defer digests.Put(d)
	d.hash.Reset()
	d.buffer, d.without, d.sharing = d.buffer[:0], without, sharing
	for _, v := range values {
		if err := d.any(reflect.ValueOf(v)); err != nil {
			return Key{}, err
		}
	}
	d.hash.Write(d.buffer)
	var key Key
	d.hash.Sum(key[:0])
	return key, nil
}

// mapping adds a map with texts as keys, in their order.
func (d *Digest) mapping(v reflect.Value) error {
	if v.Type().Key().Kind() != reflect.String {
		return fmt.Errorf("a %s has no digest", v.Type())
	}
	if v.IsNil() {
		d.number(0)
		return nil
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	d.number(uint64(len(keys)) + 1)
	for _, key := range keys {
		d.text(key.String())
		if err := d.value(v.MapIndex(key)); err != nil {
			return err
		}
	}
	return nil
}

func (d *Digest) number(n uint64) { d.buffer = binary.AppendUvarint(d.buffer, n) }

func (d *Digest) text(s string) {
	d.number(uint64(len(s)))
	d.buffer = append(d.buffer, s...)
	if len(d.buffer) > 2048 {
		d.hash.Write(d.buffer)
		d.buffer = d.buffer[:0]
	}
}

// any adds a value with its type, for where the type does not follow from what it
// is in.
func (d *Digest) any(v reflect.Value) error {
	if !v.IsValid() {
		d.number(0)
		return nil
	}
	d.text(v.Type().String())
	return d.value(v)
}

func (d *Digest) value(v reflect.Value) error {
	if d.without != nil && slices.Contains(d.without, v.Type()) {
		return nil
	}
	switch v.Kind() {
	case reflect.String:
		d.text(v.String())
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		d.number(n)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.buffer = binary.AppendVarint(d.buffer, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d.number(v.Uint())
	case reflect.Struct:
		for i := range v.NumField() {
			if err := d.value(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice, reflect.Array:
		n := v.Len()
		if v.Kind() == reflect.Slice && v.IsNil() {
			d.number(0)
			return nil
		}
		d.number(uint64(n) + 1)
		for i := range n {
			if err := d.value(v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Pointer:
		if v.IsNil() {
			d.number(0)
			return nil
		}
		if d.sharing != nil && v.Type() == d.sharing.pointers {
			key, err := d.sharing.of(v)
			d.text(string(key[:]))
			return err
		}
		d.number(1)
		return d.value(v.Elem())
	case reflect.Interface:
		return d.any(v.Elem())
	case reflect.Map:
		return d.mapping(v)
	default:
		return fmt.Errorf("a %s has no digest", v.Type())
	}
	return nil
}
