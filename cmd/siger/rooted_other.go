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

// list returns the entries of an open folder with a name.
func (f *rootedFS) list(folder *os.File, _ string) ([]fs.DirEntry, error) { return folder.ReadDir(-1) }
