package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// Pack appends a value to bytes, and Unpack reads it again: strings, booleans,
// whole numbers, and structs of exported fields and lists of them. Bytes are packed, too, but
// come back as a string alone. The form says
// nothing of types, so what is packed must be kept under a key that changes with
// them; the program's own does.

// Pack appends the value that a pointer leads to. A type that cannot be packed is
// the program's mistake and panics.
func Pack(to []byte, from any) []byte { return pack(to, reflect.ValueOf(from).Elem()) }

func pack(to []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		to = binary.AppendUvarint(to, uint64(v.Len()))
		return append(to, v.String()...)
	case reflect.Bool:
		if v.Bool() {
			return append(to, 1)
		}
		return append(to, 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(to, v.Int())
	case reflect.Uint64:
		return binary.LittleEndian.AppendUint64(to, v.Uint())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			to = binary.AppendUvarint(to, uint64(v.Len()))
			return append(to, v.Bytes()...)
		}
		n := 0
		if !v.IsNil() {
			n = v.Len() + 1
		}
		to = binary.AppendUvarint(to, uint64(n))
		for i := range n - 1 {
			to = pack(to, v.Index(i))
		}
		return to
	case reflect.Struct:
		if !exported(v.Type()) {
			panic(fmt.Sprintf("store: %s has fields that cannot be packed", v.Type()))
		}
		for i := range v.NumField() {
			to = pack(to, v.Field(i))
		}
		return to
	}
	panic(fmt.Sprintf("store: a %s cannot be packed", v.Type()))
}

// exported reports whether all fields of a struct are exported.
func exported(t reflect.Type) bool {
	if known, ok := structs.Load(t); ok {
		return known.(bool)
	}
	all := true
	for i := range t.NumField() {
		all = all && t.Field(i).IsExported()
	}
	structs.Store(t, all)
	return all
}

var structs sync.Map // what exported has found

var errPacked = errors.New("not a packed value")

// Unpack reads a value from the beginning of a text into where a pointer leads, and
// returns the rest. Strings are parts of the text.
func Unpack(text string, into any) (rest string, err error) {
	u := unpacker{text}
	defer func() {
		if r := recover(); r != nil {
			if r != errPacked {
				panic(r)
			}
			err = errPacked
		}
	}()
	u.value(reflect.ValueOf(into).Elem())
	return u.text, nil
}

type unpacker struct{ text string }

func (u *unpacker) take(n uint64) string {
	if n > uint64(len(u.text)) {
		panic(errPacked)
	}
	part := u.text[:n]
	u.text = u.text[n:]
	return part
}

func (u *unpacker) number() uint64 {
	n := uint64(0)
	for shift := 0; shift < 64; shift += 7 {
		b := u.take(1)[0]
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
	}
	panic(errPacked)
}

func (u *unpacker) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(u.take(u.number()))
	case reflect.Bool:
		v.SetBool(u.take(1)[0] == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n := u.number() // zigzag
		v.SetInt(int64(n>>1) ^ -int64(n&1))
	case reflect.Uint64:
		v.SetUint(binary.LittleEndian.Uint64([]byte(u.take(8))))
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			panic(fmt.Sprintf("store: a %s cannot be unpacked", v.Type()))
		}
		n := u.number()
		if n == 0 {
			return
		}
		if n-1 > uint64(len(u.text)) {
			panic(errPacked)
		}
		v.Set(reflect.MakeSlice(v.Type(), int(n-1), int(n-1)))
		for i := range int(n - 1) {
			u.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			u.value(v.Field(i))
		}
	default:
		panic(errPacked)
	}
}
