//go:build !linux

package main

import (
	"io/fs"
	"os"
)

// A rootedFolder is a folder of a [rootedFS] that is kept open.
type rootedFolder struct{ root *os.Root }

func newRootedFolder(root *os.Root) (*rootedFolder, error) { return &rootedFolder{root}, nil }

func (f *rootedFolder) close() { f.root.Close() }

// file opens what stands in the folder under a name.
func (f *rootedFolder) file(base string) (fs.File, error) { return f.root.Open(base) }

// list returns the folder's entries, by name.
func (f *rootedFolder) list() ([]fs.DirEntry, error) { return fs.ReadDir(f.root.FS(), ".") }
