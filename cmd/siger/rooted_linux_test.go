package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestRootedClosesFolders: folders that are listed do not stay open; there may be more than a
// process may open.
func TestRootedClosesFolders(t *testing.T) {
	dir := t.TempDir()
	f := rooted(t, dir)
	const folders = 50
	for i := range folders {
		if err := os.MkdirAll(filepath.Join(dir, "a", fmt.Sprint(i)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	open := func() int {
		entries, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	before := open()
	seen := 0
	err := fs.WalkDir(f, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			seen++
		}
		return err
	})
	if err != nil || seen != folders+2 {
		t.Fatalf("%d folders, %v", seen, err)
	}
	if more := open() - before; more > 10 {
		t.Errorf("%d files are open that were not", more)
	}
}
