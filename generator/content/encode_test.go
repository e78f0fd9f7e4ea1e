package content

import (
	"bytes"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
)

// TestEncode writes every innovation of the real content anew: it must say the
// same, in the canonical layout.
func TestEncode(t *testing.T) {
	files := fstest.MapFS{}
	if err := fs.WalkDir(os.DirFS("../../content"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("../../content/" + name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	before, problems, err := Load(files)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	first := map[string][]byte{}
	for _, e := range before.Editions {
		for _, in := range e.Innovations {
			text, err := before.Encode(in)
			if err != nil {
				t.Fatal(err)
			}
			laid, problems, err := Format(in.File, text)
			if err != nil || len(problems) > 0 {
				t.Fatalf("%s: %v %v\n%s", in.File, problems, err, text)
			}
			if again, _, _ := Format(in.File, laid); !bytes.Equal(again, laid) {
				t.Errorf("%s is no fixed point", in.File)
			}
			first[in.File] = text
			files[in.File] = &fstest.MapFile{Data: laid}
		}
	}
	after, problems, err := Load(files)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	for _, e := range after.Editions {
		for _, in := range e.Innovations {
			if text, err := after.Encode(in); err != nil || !bytes.Equal(text, first[in.File]) {
				t.Errorf("%s changed (%v):\n%s\nwas\n%s", in.File, err, text, first[in.File])
			}
		}
	}
	if len(first) < 40 {
		t.Errorf("only %d innovations", len(first))
	}
}
