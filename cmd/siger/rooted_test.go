package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
)

func rooted(t *testing.T, dir string) *rootedFS {
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	f := &rootedFS{FS: root.FS(), root: root}
	t.Cleanup(func() {
		f.close()
		root.Close()
	})
	return f
}

// TestRooted: a folder is as any file system, and no link leads out of it.
func TestRooted(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "outside")
	inside := filepath.Join(dir, "inside")
	for _, name := range []string{outside, filepath.Join(inside, "a.txt"), filepath.Join(inside, "b", "c.txt"), filepath.Join(inside, "b", "d", "e.txt")} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, size := range map[string]int{"empty": 0, "long": 1 << 17} {
		if err := os.WriteFile(filepath.Join(inside, "b", name), make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f := rooted(t, inside)
	if err := fstest.TestFS(f, "a.txt", "b/c.txt", "b/d/e.txt", "b/empty", "b/long"); err != nil {
		t.Error(err)
	}
	if err := os.Symlink(outside, filepath.Join(inside, "b", "link")); err != nil {
		if runtime.GOOS == "windows" { // where it takes a right that few have
			t.Skip(err)
		}
		t.Fatal(err)
	}
	if err := os.Symlink(dir, filepath.Join(inside, "up")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b/link", "up/outside", "../outside", "b/../../outside"} {
		if data, err := fs.ReadFile(f, name); err == nil {
			t.Errorf("%s leads to %q", name, data)
		}
	}
}
