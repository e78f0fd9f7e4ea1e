package generator

import (
	"bytes"
	"os"
	"path"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"siger/generator/internal/corpus"
	"siger/generator/problem"
	"siger/generator/site"
	"siger/layouts"
)

// TestPlanIsKept: a preview plans a site anew when facts change, and not for a text.
func TestPlanIsKept(t *testing.T) {
	content := fstest.MapFS{}
	for name, data := range corpus.Files(20) {
		content[name] = &fstest.MapFile{Data: data}
	}
	const file, page = "2023/inovasi/inovasi-000010.yaml", "inovasi/inovasi-000010/index.html"
	var previewer Previewer
	next := func() *Preview {
		t.Helper()
		p, found, err := previewer.Next(Config{Content: content, Layouts: layouts.Default(), Defaults: layouts.Default()})
		if err != nil || problem.Blocking(found) {
			t.Fatal(found, err)
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
	first := next()
	if again := next(); again.plan != first.plan || again.Version() != first.Version() {
		t.Error("planned again though nothing changed")
	}
	change("rancang_bangun: |\n", "rancang_bangun: |\n  Kalimat baru.\n\n")
	texts := next()
	data, err := texts.File(page)
	if err != nil {
		t.Fatal(err)
	}
	if texts.plan != first.plan || texts.Version() == first.Version() || !bytes.Contains(data, []byte("Kalimat baru.")) {
		t.Errorf("after a text: planned again %v, another version %v", texts.plan != first.plan, texts.Version() != first.Version())
	}
	change("ringkasan: ", "ringkasan: Singkatnya, ")
	if next().plan == first.plan {
		t.Error("not planned again though a summary changed")
	}
}

// TestPagesNameTheirTexts: a page names the files of all texts in Markdown that it shows, without which it would
// be left as it is when links in them no longer lead anywhere.
func TestPagesNameTheirTexts(t *testing.T) {
	p, err := prepare(Config{Content: os.DirFS("../content"), Layouts: layouts.Default(), Defaults: layouts.Default(), Style: true}, true)
	if err != nil || problem.Blocking(p.found) {
		t.Fatal(p.found, err)
	}
	shown := map[string]bool{} // layouts with texts
	for _, o := range p.site.Outputs() {
		if o.Layout == "" {
			continue
		}
		for _, file := range textFiles(reflect.ValueOf(o.View())) {
			shown[path.Base(o.Layout)] = true
			if !slices.Contains(o.Files, file) {
				t.Errorf("%s shows a text of %s and names %v", o.Path, file, o.Files)
			}
		}
	}
	if len(shown) != 3 {
		t.Errorf("texts are shown by the layouts %v", shown)
	}
}

// textFiles returns the files of texts in Markdown in a view.
func textFiles(v reflect.Value) (files []string) {
	if v.IsValid() && v.Type() == reflect.TypeFor[site.Markdown]() {
		if md := v.Interface().(site.Markdown); !md.Text.IsZero() {
			return []string{md.File}
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			files = append(files, textFiles(v.Field(i))...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			files = append(files, textFiles(v.Index(i))...)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			files = textFiles(v.Elem())
		}
	}
	return files
}
