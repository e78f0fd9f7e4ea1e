package generator_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"siger/generator/content"
	"siger/generator/problem"
)

// TestFormatProblems lays out every file of the cases of broken content that can
// be: loading must find the same problems then, wherever they stand now. A file
// that is left alone must be one that has a problem there.
func TestFormatProblems(t *testing.T) {
	judged(t)
	t.Parallel()
	cases, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("found %d cases (%v)", len(cases), err)
	}
	changed := 0
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := smallSite(t)
			applyEdits(t, files, string(archive.Comment))
			for _, f := range archive.Files {
				if f.Name != "problems" {
					files[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			before := load(t, files)
			for file, f := range files {
				if !content.Formats(file) {
					continue
				}
				data, problems, err := content.Format(file, f.Data)
				switch {
				case err != nil:
					t.Errorf("%s: %v", file, err)
				case len(problems) == 0:
					if string(data) != string(f.Data) {
						changed++
					}
					files[file] = &fstest.MapFile{Data: data}
				}
				for _, p := range problems {
					unread := slices.ContainsFunc(before, func(p problem.Problem) bool { return p.File == file && p.Line == 0 })
					if !unread && !contains(before, p) {
						t.Errorf("%s was left alone for %s, which is no problem otherwise", file, p.Code)
					}
				}
			}
			after := load(t, files)
			if len(after) != len(before) {
				t.Fatalf("%d problems, then %d: %v", len(before), len(after), after)
			}
			for _, p := range before {
				if !contains(after, p) {
					t.Errorf("%s in %s is gone", p.Code, p.File)
				}
			}
		})
	}
	if changed == 0 {
		t.Error("no file was laid out differently")
	}
}

func load(t testing.TB, files fstest.MapFS) []problem.Problem {
	t.Helper()
	_, problems, err := content.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return problems
}

// contains reports whether a problem is in a list, wherever it stands: facts that
// are numbers may be lines.
func contains(list []problem.Problem, want problem.Problem) bool {
	facts := func(p problem.Problem) []any {
		var all []any
		for _, arg := range p.Args {
			if _, ok := arg.(int); !ok {
				all = append(all, arg)
			}
		}
		return all
	}
	for _, p := range list {
		if p.Code == want.Code && p.File == want.File && p.Field == want.Field && reflect.DeepEqual(facts(p), facts(want)) {
			return true
		}
	}
	return false
}
