package content

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// samePlain compares the nodes of a document with the library's.
func samePlain(t *testing.T, data []byte) bool {
	t.Helper()
	got, memory := plainYAML(data)
	if got == nil {
		return false
	}
	defer memory.giveBack() // so that others are read into memory that was used
	want, _, err := libraryYAML(data)
	if err != nil {
		t.Fatalf("the library refuses what was read: %v\n%q", err, data)
	}
	var same func(got, want *yaml.Node)
	same = func(got, want *yaml.Node) {
		a, b := *got, *want
		a.Content, b.Content = nil, nil
		if len(got.Content) != len(want.Content) || nodeText(a) != nodeText(b) {
			t.Fatalf("%q:\n%s\nbut the library reads\n%s", data, nodeText(a), nodeText(b))
		}
		for i := range got.Content {
			same(got.Content[i], want.Content[i])
		}
	}
	same(got, want)
	return true
}

func nodeText(n yaml.Node) string {
	data, err := yaml.Marshal(struct {
		Kind, Style, Line, Column          int
		Tag, Value, Anchor, Head, Tail, On string
		Alias                              bool
	}{int(n.Kind), int(n.Style), n.Line, n.Column, n.Tag, n.Value, n.Anchor, n.HeadComment, n.FootComment, n.LineComment, n.Alias != nil})
	if err != nil {
		panic(err)
	}
	return string(data)
}

// TestPlainYAML: the site's own content and every broken case give the library's
// nodes, and the innovations of the site are read without the library.
func TestPlainYAML(t *testing.T) {
	read, all := 0, 0
	for _, folder := range []string{"../../content", "../testdata", "testdata"} {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil || len(data) > MaxFileSize {
				return err
			}
			for _, part := range append(strings.SplitAfter(string(data), " --\n"), string(data)) {
				if len(part) > 0 && samePlain(t, []byte(part)) && strings.Contains(name, "/inovasi/") {
					read++
				}
			}
			if strings.Contains(name, "content/") && strings.Contains(name, "/inovasi/") {
				all++
			}
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	if read < all/2 || all == 0 {
		t.Errorf("of %d innovations only %d were read without the library", all, read)
	}
}

func FuzzPlainYAML(f *testing.F) {
	for _, seed := range []string{
		"nama: A b\nkategori: {bentuk: x, urusan: [a, 'b c', \"d\"]}\nrancang_bangun: |\n  ### Judul\n\n  Teks: a # b\n\n   x\nlist:\n  - a: 1\n    b: 2020-01-02\n  - c\n",
		"a: |-\n  x\nb:\n  c: d\n", "- a\n- b: c\n  d: e\n", "a: b\n c\n", "a: ~\nb: 0x1\nc: 1e3\nd: yes\n", "a: x:y\n", "a: {b: c, d: {e: f}}\n", "é: ü\n", "a: [b, ]\n", "k: |\n    a\n   b\n", "a: {b:c}\n", "a: b\n\n\nc: d\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 4096 {
			samePlain(t, data)
		}
	})
}
