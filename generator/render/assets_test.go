package render

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestAssetsNamedByStyles: a style names the published file, so that a new font
// gives a new style; a name that leads nowhere is an error.
func TestAssetsNamedByStyles(t *testing.T) {
	layouts := fstest.MapFS{
		"assets/a.css":   {Data: []byte(`p { background: url("z.svg") }`)},
		"assets/z.svg":   {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
		"assets/f.woff2": {Data: []byte("font")},
	}
	published := func() map[string]string {
		list, err := Assets(layouts)
		if err != nil {
			t.Fatal(err)
		}
		paths := map[string]string{}
		var style string
		for _, a := range list {
			paths[a.Name] = a.Path
			if a.Name == "a.css" {
				style = string(a.Data)
			}
		}
		if name := strings.TrimPrefix(paths["z.svg"], "aset/"); !strings.Contains(style, "url("+name+")") {
			t.Errorf("the style does not name %s: %s", name, style)
		}
		if len(paths) != 3 {
			t.Errorf("published %v", paths)
		}
		return paths
	}
	before := published()
	layouts["assets/z.svg"] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="1"/>`)}
	after := published()
	if before["z.svg"] == after["z.svg"] || before["a.css"] == after["a.css"] || before["f.woff2"] != after["f.woff2"] {
		t.Errorf("before %v, after %v", before, after)
	}
	layouts["assets/a.css"] = &fstest.MapFile{Data: []byte(`p { background: url("hilang.svg") }`)}
	if _, err := Assets(layouts); err == nil || !strings.Contains(err.Error(), `no asset "hilang.svg"`) {
		t.Errorf("error %v", err)
	}
}
