package render

import (
	"io/fs"
	"os"
	"regexp"
	"testing"

	"siger/generator/site"
)

// TestLayoutsAreCompiled: every layout and partial that comes with Siger is made of what programs know.
func TestLayoutsAreCompiled(t *testing.T) {
	layouts := os.DirFS("../../layouts")
	words := map[string]string{"catatan-kaki-kembali": "", "tabel": ""}
	call := regexp.MustCompile(`\bt "([^"]+)"`)
	for _, pattern := range []string{"*.html", "partials/*.html"} {
		names, err := fs.Glob(layouts, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(layouts, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllSubmatch(data, -1) {
				words[string(m[1])] = "words"
			}
		}
	}
	r, err := New(Options{Layouts: layouts, Texts: &site.Texts{Words: words}, Exists: func(string) bool { return true }})
	if err != nil {
		t.Fatal(err)
	}
	for name, l := range r.layouts {
		p := l.programs.Lookup(l.name)
		if p == nil {
			t.Fatalf("no program of %s", name)
		}
		if err := p.Left(); err != nil {
			t.Errorf("layout %s: %v", name, err)
		}
	}
}
