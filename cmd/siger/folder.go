package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"siger/generator/problem"
)

// openContent opens the content folder. A root keeps names and links from leading
// out of it.
func (a *app) openContent() (*os.Root, error) {
	root, err := os.OpenRoot(a.flags.content)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usageError{a.t(tNoContent, problem.Visible(a.flags.content))}
	}
	if err != nil {
		return nil, fmt.Errorf("open folder: %w", err)
	}
	return root, nil
}

// shown returns the name of a content file as the user writes it.
func (a *app) shown(name string) string {
	return path.Join(filepath.ToSlash(filepath.Clean(a.flags.content)), name)
}

// createFile writes a file that must not exist, and the folders on the way to it.
func createFile(root *os.Root, name string, data []byte) (err error) {
	name = filepath.FromSlash(name)
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
		if err != nil {
			root.Remove(name)
		}
	}()
	_, err = file.Write(data)
	return err
}

// replaceFile puts new bytes in a file's place in one step: a reader sees the old
// file or the new one. The name of the file in between begins with a dot, so
// that no command takes it for content should it be left behind.
func replaceFile(root *os.Root, name string, data []byte, mode fs.FileMode) (err error) {
	folder, base := path.Split(name)
	temp := filepath.FromSlash(folder + "." + base + "." + rand.Text()[:8])
	file, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			root.Remove(temp)
		}
	}()
	if _, err = file.Write(data); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	if err = root.Chmod(temp, mode); err != nil {
		return err
	}
	return root.Rename(temp, filepath.FromSlash(name))
}

// readUpTo reads a file, and of one that is too large enough to know that it is.
func readUpTo(root *os.Root, name string, limit int64) ([]byte, error) {
	file, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, limit))
}
