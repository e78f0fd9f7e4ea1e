package content

import (
	"strings"
	"testing"

	"siger/generator/problem"
)

// TestDescriptions: every key of every shape, and every word of a choice, is
// described in each language, and nothing else is.
func TestDescriptions(t *testing.T) {
	used := map[string]bool{}
	var walk func(path string, f *form)
	walk = func(path string, f *form) {
		for i, key := range f.keys {
			used[described(path+"."+key)] = true
			walk(path+"."+key, f.of[i])
		}
		for _, word := range f.rule.options {
			used[described(path+"="+word)] = true
		}
		if f.each != nil {
			walk(path, f.each)
		}
	}
	for _, k := range []kind{siteKind, taxonomyKind, agencyKind, pageKind, editionKind, correctionKind, innovationKind} {
		used[k.name] = true
		walk(k.name, k.form)
	}
	for path := range used {
		for _, lang := range problem.Languages {
			n := describe(path, lang)
			if n.title == "" || n.text == "" || strings.TrimSpace(n.text) != n.text || !strings.HasSuffix(n.text, ".") {
				t.Errorf("%s is not described in %s: %q, %q", path, lang, n.title, n.text)
			}
		}
	}
	for path := range descriptions {
		if !used[path] {
			t.Errorf("%s is described, but is no key", path)
		}
	}
}
