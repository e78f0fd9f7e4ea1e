package generator_test

import (
	"testing"

	"siger/generator/internal/program"
)

// TestProgramsOfPages: no page of a build is left to html/template's slow executor, and
// every page has its bytes.
func TestProgramsOfPages(t *testing.T) {
	program.Verify.Store(true) // no other test of the package runs beside one that is not parallel
	defer program.Verify.Store(false)
	sites := bilingual(t)
	sites["corpus"] = corpus(300)
	for name, content := range sites {
		c := config(content)
		c.BaseURL = "https://x.id/repo/"
		if files := build(t, c); len(files) < 100 {
			t.Errorf("%s has only %d files", name, len(files))
		}
	}
}
