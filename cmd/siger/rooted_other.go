//go:build !linux

package main

import "os"

// file opens a file of the folder.
func (f *rootedFolder) file(base string) (*os.File, error) { return f.Open(base) }
