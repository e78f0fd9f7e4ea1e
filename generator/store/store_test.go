package store

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

type inner struct {
	A string
	B []int
}

type outer struct {
	Name  string
	Yes   bool
	N     int
	Runs  []uint64
	Parts []inner
	Nil   []string
	Empty []string
}

func example() outer {
	return outer{"nama", true, -5, []uint64{1, 1 << 63}, []inner{{"a", []int{1, -1}}, {}}, nil, []string{}}
}

func TestPack(t *testing.T) {
	want := example()
	packed := Pack(nil, &want)
	var got outer
	rest, err := Unpack(string(packed)+"rest", &got)
	if err != nil || rest != "rest" || !reflect.DeepEqual(got, want) {
		t.Fatalf("got %+v, %q, %v", got, rest, err)
	}
	for i := range packed { // every shorter text is an error, none a crash
		if _, err := Unpack(string(packed[:i]), new(outer)); err == nil {
			t.Errorf("%d bytes of %d are taken for a value", i, len(packed))
		}
	}
}

// TestDamaged: a file that was made for another key or by another program, or whose
// bytes are not as they were written, is as good as none.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	s := Open(dir, "program")
	key, err := DigestOf("a")
	if err != nil {
		t.Fatal(err)
	}
	s.Save("berkas", key, []byte("isi"))
	if got := s.Load("berkas", key); got != "isi" {
		t.Fatalf("loaded %q", got)
	}
	if got := Open(dir, "another").Load("berkas", key); got != "" {
		t.Errorf("another program loaded %q", got)
	}
	if got := s.Load("berkas", Key{}); got != "" {
		t.Errorf("under another key there is %q", got)
	}
	large := strings.Repeat("besar", 50000) // more than is read at once
	s.Save("berkas", key, []byte(large))
	if s.Load("berkas", key) != large || s.Saved("berkas") != headSize+len(large) {
		t.Error("a large file is not loaded as it was saved")
	}
	s.Save("berkas", key, []byte("isi"))
	name := filepath.Join(dir, "berkas")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		broken := append([]byte(nil), data...)
		broken[i] ^= 1
		for _, b := range [][]byte{broken, data[:i]} {
			if err := os.WriteFile(name, b, 0o600); err != nil {
				t.Fatal(err)
			}
			if got := s.Load("berkas", key); got != "" {
				t.Fatalf("with byte %d of %d broken, %q was loaded", i, len(data), got)
			}
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	var none *Store
	none.Save("berkas", key, nil)
	if none.Load("berkas", key) != "" {
		t.Error("no store has something")
	}
}

// TestValues: a store in memory keeps values, one in a folder and none do not.
func TestValues(t *testing.T) {
	s := InMemory()
	one, two := Key{1}, Key{2}
	s.SetValue("nilai", one, []string{"a"})
	if list, ok := s.Value("nilai", one).([]string); !ok || list[0] != "a" {
		t.Errorf("kept %v", s.Value("nilai", one))
	}
	if s.Value("nilai", two) != nil || s.Value("lain", one) != nil {
		t.Error("a value of another key or name")
	}
	s.SetValue("nilai", two, 2)
	if s.Value("nilai", one) != nil || s.Value("nilai", two) != 2 {
		t.Error("the value was not replaced")
	}
	var none *Store
	for _, other := range []*Store{Open(t.TempDir(), "uji"), none} {
		if other.KeepsValues() || other.Value("nilai", one) != nil {
			t.Error("a folder keeps values")
		}
	}
}

func TestDigest(t *testing.T) {
	seen := map[Key]any{}
	a := example()
	b := example()
	b.Parts[0].B[1] = 2
	for _, v := range []any{a, b, &a, "ab", []string{"a", "b"}, []string{"ab"}, []string{"a", "b", ""}, []any{"a"}, []any{1}, nil, 0, false, inner{}, []any{inner{}},
		map[string]int(nil), map[string]int{}, map[string]int{"a": 1, "b": 2}, map[string]int{"a": 2, "b": 1}} {
		key, err := DigestOf(v)
		if err != nil {
			t.Fatal(err)
		}
		if other, taken := seen[key]; taken {
			t.Errorf("%#v and %#v have the same digest", v, other)
		}
		seen[key] = v
		if again, _ := DigestOf(v); again != key {
			t.Errorf("%#v has two digests", v)
		}
	}
	if _, err := DigestOf(struct{ F func() }{}); err == nil {
		t.Error("a function has a digest")
	}
	shared := Share[inner]()
	type view struct{ One, Two *inner }
	same := &inner{A: "same"}
	keys := map[Key]view{}
	for _, v := range []view{{same, same}, {same, nil}, {nil, same}, {nil, nil}, {same, &inner{A: "other"}}} {
		key, err := shared.DigestOf(v)
		if other, taken := keys[key]; taken || err != nil {
			t.Errorf("%v and %v share a digest: %v", v, other, err)
		}
		keys[key] = v
		if again, _ := Share[inner]().DigestOf(view{v.One, v.Two}); again != key {
			t.Errorf("%v has two digests", v)
		}
	}
	x, _ := DigestWithout([]reflect.Type{reflect.TypeFor[inner]()}, a)
	y, _ := DigestWithout([]reflect.Type{reflect.TypeFor[inner]()}, b)
	if x != y {
		t.Error("what is left out is in the digest")
	}
}
