package generator

import (
	"bytes"
	"testing"
	"testing/fstest"

	"siger/generator/internal/corpus"
	"siger/generator/problem"
	"siger/generator/store"
	"siger/layouts"
)

// TestPlanIsKept: a preview plans a site anew when facts change, and not for a text, which the
// plan has all the same.
func TestPlanIsKept(t *testing.T) {
	content := fstest.MapFS{}
	for name, data := range corpus.Files(20) {
		content[name] = &fstest.MapFile{Data: data}
	}
	const file = "2023/inovasi/inovasi-000010.yaml"
	kept := store.InMemory()
	prepared := func() *prepared {
		t.Helper()
		p, err := prepare(Config{Content: content, Layouts: layouts.Default(), Defaults: layouts.Default(), Store: kept}, true)
		if err != nil || problem.Blocking(p.found) {
			t.Fatal(p.found, err)
		}
		return p
	}
	change := func(before, after string) {
		t.Helper()
		data := bytes.Replace(content[file].Data, []byte(before), []byte(after), 1)
		if bytes.Equal(data, content[file].Data) {
			t.Fatalf("%s has no %q", file, before)
		}
		content[file] = &fstest.MapFile{Data: data}
	}
	first := prepared()
	if prepared().site != first.site {
		t.Error("planned again though nothing changed")
	}
	change("rancang_bangun: |\n", "rancang_bangun: |\n  Kalimat baru.\n\n")
	texts := prepared()
	found := false
	for _, md := range texts.site.AllMarkdown() {
		source, err := readerOf(content)(nil, md)
		if err != nil {
			t.Fatal(err)
		}
		found = found || md.File == file && bytes.HasPrefix(source, []byte("Kalimat baru."))
	}
	if texts.site != first.site || !found {
		t.Errorf("after a text: planned again %v, the text is there %v", texts.site != first.site, found)
	}
	change("ringkasan: ", "ringkasan: Singkatnya, ")
	if prepared().site == first.site {
		t.Error("not planned again though a summary changed")
	}
}
