package publish

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestPlan(t *testing.T) {
	dir := t.TempDir()
	last, next := filepath.Join(dir, "last"), filepath.Join(dir, "next")
	for out, site := range map[string]disk{
		last: {"index.html": "1", "a/index.html": "1", "aset/x.css": "1", "same.txt": "1", "z.json": "1"},
		next: {"index.html": "2", "b/index.html": "1", "aset/y.css": "1", "same.txt": "1", "z.json": "2"},
	} {
		if _, err := publish(out, site, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	want := []Difference{
		{Added, "aset/y.css"}, {Changed, "z.json"}, {Added, "b/index.html"}, {Changed, "index.html"}, {Removed, "a/index.html"}, {Removed, "aset/x.css"},
	}
	if got, err := Plan(last, filepath.Join(next, manifestName)); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the plan is %v, %v", got, err)
	}
	if got, err := Plan(next, next); err != nil || len(got) != 0 {
		t.Errorf("a site differs from itself: %v, %v", got, err)
	}
	other := filepath.Join(dir, "other")
	check(t, os.WriteFile(other, []byte("text\n"), 0o644))
	var listing *ListingError
	for _, name := range []string{other, filepath.Join(dir, "nothing")} {
		if _, err := Plan(last, name); !errors.As(err, &listing) || listing.File != name {
			t.Errorf("%s is taken for a manifest: %v", name, err)
		}
	}
}
