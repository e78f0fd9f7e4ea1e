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

// TestAssetsNamedByScripts: the same holds for what scripts import, in whatever order.
func TestAssetsNamedByScripts(t *testing.T) {
	layouts := fstest.MapFS{
		"assets/a.js": {Data: []byte(`import { b } from "./b.js"; b();`)},
		"assets/b.js": {Data: []byte(`import { c } from "./c.js"; export const b = () => c;`)},
		"assets/c.js": {Data: []byte(`export const c = 1;`)},
	}
	published := func() (paths, bodies map[string]string) {
		list, err := Assets(layouts)
		if err != nil || len(list) != 3 {
			t.Fatal(list, err)
		}
		paths, bodies = map[string]string{}, map[string]string{}
		for _, a := range list {
			paths[a.Name], bodies[a.Name] = strings.TrimPrefix(a.Path, "aset/"), string(a.Data)
		}
		return paths, bodies
	}
	before, bodies := published()
	if !strings.Contains(bodies["a.js"], `"./`+before["b.js"]+`"`) || !strings.Contains(bodies["b.js"], `"./`+before["c.js"]+`"`) {
		t.Errorf("%v: %v", before, bodies)
	}
	layouts["assets/c.js"] = &fstest.MapFile{Data: []byte(`export const c = 2;`)}
	if after, _ := published(); after["a.js"] == before["a.js"] || after["b.js"] == before["b.js"] {
		t.Errorf("before %v, after %v", before, after)
	}
	for body, want := range map[string]string{`import "./x"; export { a } from "./hilang.js";`: `no asset "hilang.js"`, `import { a } from "./a.js";`: "asset a.js needs itself", `import { a } from "./../b.js";`: `no asset "../b.js"`} {
		layouts["assets/c.js"] = &fstest.MapFile{Data: []byte(body)}
		if _, err := Assets(layouts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %s", body, err, want)
		}
	}
}
