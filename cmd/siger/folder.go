package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"siger/generator/content"
	"siger/generator/problem"
)

// openContent opens the content folder. A root keeps names and links from leading
// out of it.
func (a *app) openContent() (*os.Root, error) { return a.openRoot(a.flags.content, tNoContent) }

// openRoot opens a folder that the user named, and says so when it is missing.
func (a *app) openRoot(dir string, missing text) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err == nil {
		return root, nil
	}
	info, e := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usageError{a.t(missing, problem.Visible(dir))}
	case e == nil && !info.IsDir(), errors.Is(e, syscall.ENOTDIR): // a file, or in one
		return nil, usageError{a.t(tNotFolder, problem.Visible(dir))}
	}
	return nil, fmt.Errorf("open folder: %w", err)
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

// An editedError is about files that are not what their new text was made from any
// more. They were left alone.
type editedError struct{ files []string }

func (e editedError) Error() string {
	return "edited meanwhile: " + strings.Join(e.files, ", ")
}

// add takes the files of an error of this kind, and returns any other.
func (e *editedError) add(err error) error {
	other, ok := errors.AsType[editedError](err)
	if !ok {
		return err
	}
	e.files = append(e.files, other.files...)
	return nil
}

// replaceFile puts new bytes in a file's place in one step: a reader sees the old
// file or the new one. was is what the new bytes were made from, nil for no file;
// the error is an [editedError] when the file holds something else by now. The
// name of the file in between begins with a dot, so that no command takes it for
// content should it be left behind.
func replaceFile(root *os.Root, name string, was, data []byte) (err error) {
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
	mode, err := modeIf(root, name, was)
	if err != nil {
		return err
	}
	if err = root.Chmod(temp, mode); err != nil {
		return err
	}
	return root.Rename(temp, filepath.FromSlash(name))
}

// modeIf returns the mode of a file that holds just these bytes, and that of a new
// file for nil. The error is an [editedError] when there is something else.
func modeIf(root *os.Root, name string, was []byte) (fs.FileMode, error) {
	info, err := root.Lstat(filepath.FromSlash(name))
	switch {
	case errors.Is(err, fs.ErrNotExist) && was == nil:
		return 0o644, nil
	case errors.Is(err, fs.ErrNotExist), err == nil && (was == nil || !info.Mode().IsRegular()):
		return 0, editedError{[]string{name}}
	case err != nil:
		return 0, err
	}
	now, err := readUpTo(root, name, int64(len(was))+1)
	if err == nil && !bytes.Equal(now, was) || errors.Is(err, fs.ErrNotExist) {
		return 0, editedError{[]string{name}}
	}
	return info.Mode().Perm(), err
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

// A folder is the content folder of a command that changes files.
type folder struct {
	*app
	root *os.Root
}

// openFolder opens the content folder that the flags name. The caller closes its
// root.
func (a *app) openFolder() (folder, error) {
	root, err := a.openContent()
	return folder{a, root}, err
}

// read reads a file, and of one that is too large enough to know that it is.
func (f folder) read(name string) ([]byte, error) {
	return readUpTo(f.root, name, content.SizeLimit(name)+1)
}

// named finds the files that the user named inside the content folder.
func (f folder) named(args []string) ([]string, error) {
	var names []string
	seen := map[string]bool{}
	for _, arg := range args {
		if _, err := os.Lstat(arg); errors.Is(err, fs.ErrNotExist) {
			return nil, usageError{f.t(tFmtMissing, problem.Visible(arg))}
		}
		name, err := within(f.flags.content, arg)
		if err != nil {
			return nil, err
		}
		if !filepath.IsLocal(name) {
			return nil, usageError{f.t(tFmtOutside, problem.Visible(arg), problem.Visible(f.flags.content))}
		}
		if name = filepath.ToSlash(name); !content.Formats(name) {
			return nil, usageError{f.t(tFmtNotFormat, problem.Visible(arg))}
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names, nil
}

// within returns the path from a folder to a file, whose folders may be reached
// by links.
func within(folder, file string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find content folder: %w", err)
	}
	if file, err = filepath.Abs(file); err != nil {
		return "", fmt.Errorf("find file: %w", err)
	}
	if name, err := filepath.Rel(folder, file); err == nil && filepath.IsLocal(name) {
		return name, nil
	}
	realFolder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", fmt.Errorf("find content folder: %w", err)
	}
	realParent, err := filepath.EvalSymlinks(filepath.Dir(file))
	if err != nil {
		return "", fmt.Errorf("find file: %w", err)
	}
	name, err := filepath.Rel(realFolder, filepath.Join(realParent, filepath.Base(file)))
	if err != nil {
		return "..", nil // on another volume
	}
	return name, nil
}
