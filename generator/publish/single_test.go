package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// TestSingle: a publication that changes one file touches no other, and whatever
// step it fails at, the folder holds wholly the old site or wholly the new one and
// the next publication brings the other.
func TestSingle(t *testing.T) {
	edited := maps.Clone(siteA)
	name := ""
	for path := range siteA {
		if name == "" || path < name {
			name = path
		}
	}
	edited[name] = "edited"
	for _, failing := range []string{"", "write", "replace", "replaced"} {
		t.Run("failing at "+failing, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			if _, err := publish(out, siteA, Options{}); err != nil {
				t.Fatal(err)
			}
			other := ""
			for path := range siteA {
				if path != name {
					other = path
				}
			}
			folder, err := os.Lstat(out)
			check(t, err)
			before, err := os.Lstat(filepath.Join(out, filepath.FromSlash(other)))
			check(t, err)
			failure := errors.New("failed on purpose")
			summary, err := publish(out, edited, Options{step: func(step string) error {
				if step == failing {
					return failure
				}
				return nil
			}})
			switch {
			case failing == "" && (err != nil || summary.Written != 1 || summary.Unchanged != len(siteA)-1):
				t.Fatalf("%+v, %v", summary, err)
			case failing != "" && !errors.Is(err, failure):
				t.Fatalf("the error is %v", err)
			}
			after, err := os.Lstat(filepath.Join(out, filepath.FromSlash(other)))
			check(t, err)
			if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
				t.Errorf("%s was touched", other)
			}
			if now, err := os.Lstat(out); err != nil || !os.SameFile(folder, now) {
				t.Errorf("the folder was exchanged (%v)", err)
			}
			is := func(site map[string]string) bool {
				for path, text := range site {
					data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(path)))
					if err != nil || string(data) != text {
						return false
					}
				}
				return true
			}
			if failing == "" || failing == "replaced" {
				if !is(edited) {
					t.Error("the new site is not there")
				}
			} else if !is(siteA) {
				t.Error("the old site is not whole")
			}
			for _, site := range []map[string]string{siteA, edited, siteA} {
				if _, err := publish(out, site, Options{}); err != nil || !is(site) {
					t.Fatalf("the next publication: %v", err)
				}
			}
		})
	}
}

// TestSingleThenGone: a page whose publication alone was interrupted goes when the next site has it no more.
func TestSingleThenGone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site := disk{"index.html": "1", "inovasi/kopi/index.html": "1", "b": "1"}
	_, err := publish(out, site, Options{})
	check(t, err)
	killed := errors.New("killed")
	stage, err := Begin(out, Options{step: func(name string) error {
		if name == "replaced" {
			return killed
		}
		return nil
	}})
	check(t, err)
	for path, data := range with(site, disk{"inovasi/kopi/index.html": "2"}) {
		check(t, stage.Put(path, []byte(data)))
	}
	stage.mu.Lock()
	_, err = stage.commit()
	stage.mu.Unlock()
	stage.unlock() // and what is staged stays, as after a kill
	if !errors.Is(err, killed) {
		t.Fatal(err)
	}
	summary, err := publish(out, disk{"index.html": "2", "b": "2"}, Options{})
	check(t, err)
	if summary.Removed != 1 || summary.Kept != 0 {
		t.Errorf("%+v", summary)
	}
	same(t, "output folder", read(t, out), disk{"index.html": "2", "b": "2"})
	clean(t, out)
}
