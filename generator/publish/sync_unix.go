//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

const syncAtWrite = false // syncTree does it for all files at once

// syncTree has the system write a tree to the disk. On Linux that is one call for
// the whole file system, which for thousands of files is many times faster than
// one call each; it also waits for what others have written there.
func syncTree(tree string) error {
	top, err := os.Open(tree)
	if err != nil {
		return err
	}
	done, err := syncfs(top.Fd())
	_ = top.Close()
	if done || err != nil {
		return err
	}
	return syncEach(tree)
}

// syncEach does it file by file.
func syncEach(tree string) error {
	err := filepath.WalkDir(tree, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() && !d.Type().IsRegular() {
			return err
		}
		return syncFolder(path) // of a file that is not new this costs little
	})
	if err != nil {
		return err
	}
	last, err := os.Open(filepath.Join(tree, manifestName))
	if err != nil {
		return err
	}
	defer last.Close()
	return last.Sync() // on Darwin this, unlike fsync, empties the disk's cache too
}

// syncFolder has the system write a folder, or a file, to the disk.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return nil // foreign, and only linked here
		}
		return err
	}
	defer f.Close()
	err = syscall.Fsync(int(f.Fd()))
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // this file system has no such thing for folders
	}
	if err != nil {
		return &fs.PathError{Op: "fsync", Path: path, Err: err}
	}
	return nil
}
