package render

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

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

// TestOnce: a fragment is rendered once for equal views, and one that cannot be is an error that says so.
func TestOnce(t *testing.T) {
	type view struct{ Title, Text string }
	layouts := fstest.MapFS{
		"page.html":          {Data: []byte(`{{range .}}{{once "piece" .}}{{end}}`)},
		"partials/p.html":    {Data: []byte(`{{define "piece"}}<b>{{.Title}}</b>{{end}}`)},
		"partials/lost.html": {Data: []byte(`{{define "lost"}}{{once "nowhere" .}}{{end}}`)},
		"other.html":         {Data: []byte(`{{template "lost" .}}`)},
		"logo.html":          {Data: []byte(`<p>{{once "logo" "x"}}{{.}}</p>`)}, // before it needs its view
		"partials/logo.html": {Data: []byte(`{{define "logo"}}<b>{{once "letter" .}}</b>{{end}}{{define "letter"}}{{.}}{{end}}`)},
		"moved.html":         {Data: []byte(`<meta http-equiv="refresh" content="0; url={{.}}">`)},
	}
	r, err := New(Options{Layouts: layouts, Texts: &site.Texts{Words: map[string]string{"catatan-kaki-kembali": "", "tabel": ""}}, Exists: func(string) bool { return true }})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		layout string
		views  any
		want   string
		err    string
	}{
		{"page", []any{view{"a", "x"}, view{"<", ""}, view{"a", "x"}, &view{"p", ""}}, "<b>a</b><b>&lt;</b><b>a</b><b>p</b>", ""},
		{"page", []any{[]string{"a"}}, "", "cannot be compared"},
		{"page", []any{nil}, "", "cannot be compared"},
		{"page", []any{struct{ Title any }{[]string{"a"}}}, "", "cannot be compared"},
		{"logo", "y", "<p><b>x</b>y</p>", ""},
		{"moved", "/a/", `<meta http-equiv="refresh" content="0; url=/a/">`, ""},
		{"moved", "javascript:alert(1)", "", "a value was refused"},
		{"other", "x", "", `no partial "nowhere"`},
	} {
		var got string
		err := r.Page(c.layout, c.views, func(page []byte) error { got = string(page); return nil })
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%v: %q %v", c.views, got, err)
		}
	}
}
