package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestReplaceFile: a file is replaced only while it holds what its new text was made
// from, and nothing is left beside it.
func TestReplaceFile(t *testing.T) {
	for name, c := range map[string]struct {
		was     []byte
		prepare func(file string) error
		want    string // what the file holds in the end; "" for no file
		edited  bool
	}{
		"new":      {nil, func(string) error { return nil }, "new", false},
		"as read":  {[]byte("old"), func(file string) error { return os.WriteFile(file, []byte("old"), 0o640) }, "new", false},
		"edited":   {[]byte("old"), func(file string) error { return os.WriteFile(file, []byte("older"), 0o640) }, "older", true},
		"made":     {nil, func(file string) error { return os.WriteFile(file, []byte("other"), 0o640) }, "other", true},
		"emptied":  {[]byte("old"), func(file string) error { return os.WriteFile(file, nil, 0o640) }, "", true},
		"deleted":  {[]byte("old"), func(string) error { return nil }, "", true},
		"a folder": {[]byte("old"), func(file string) error { return os.Mkdir(file, 0o755) }, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			file := filepath.Join(dir, "a.yaml")
			if err := c.prepare(file); err != nil {
				t.Fatal(err)
			}
			_, edited := errors.AsType[editedError](replaceFile(root, "a.yaml", c.was, []byte("new")))
			got, _ := os.ReadFile(file)
			if edited != c.edited || string(got) != c.want {
				t.Errorf("edited: %t, it holds %q", edited, got)
			}
			if list, err := os.ReadDir(dir); err != nil || len(list) > 1 || len(list) == 1 && list[0].Name() != "a.yaml" {
				t.Errorf("left: %v, %v", list, err)
			}
		})
	}
}
