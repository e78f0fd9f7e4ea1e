package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A carrier brings foreign entries from one tree to another.
type carrier struct {
	from, to string
	copies   bool            // do not try to make hard links
	known    map[string]bool // folders that are in to
	modes    []func() error  // give the new folders their modes, outer first
}

func newCarrier(from, to string) *carrier {
	return &carrier{from: from, to: to, known: map[string]bool{"": true}}
}

func (c *carrier) source(path string) string { return filepath.Join(c.from, filepath.FromSlash(path)) }
func (c *carrier) target(path string) string { return filepath.Join(c.to, filepath.FromSlash(path)) }

// bring brings an entry over. Where its place is taken, which on a file system
// that folds case no map of ours tells, it returns a *ConflictError.
func (c *carrier) bring(e entry) error {
	if e.empty {
		return c.folder(e.path)
	}
	if err := c.folder(parent(e.path)); err != nil {
		return err
	}
	err := c.copyEntry(c.source(e.path), c.target(e.path))
	if errors.Is(err, fs.ErrExist) {
		return &ConflictError{Path: e.path}
	}
	return err
}

// folder sees to it that a folder, and each above it, is in to.
func (c *carrier) folder(path string) error {
	if c.known[path] {
		return nil
	}
	if err := c.folder(parent(path)); err != nil {
		return err
	}
	target := c.target(path)
	err := os.Mkdir(target, 0o700)
	switch {
	case err == nil:
		info, err := os.Lstat(c.source(path))
		if err != nil {
			return err
		}
		c.modes = append(c.modes, func() error { return likeFolder(target, info) })
	case errors.Is(err, fs.ErrExist):
		if info, err := os.Lstat(target); err != nil || !info.IsDir() {
			return &ConflictError{Path: path}
		}
	default:
		return err
	}
	c.known[path] = true
	return nil
}

// finish gives the folders that were made their modes, inner ones first, since a
// mode may close a folder.
func (c *carrier) finish() error {
	for _, give := range slices.Backward(c.modes) {
		if err := give(); err != nil {
			return err
		}
	}
	c.modes = nil
	return nil
}

// copyEntry makes target what source is: the same link, the same file by a hard
// link, or else a copy with its mode and time. It does not overwrite.
func (c *carrier) copyEntry(source, target string) error {
	info, err := os.Lstat(source)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		to, err := os.Readlink(source)
		if err != nil {
			return err
		}
		return os.Symlink(to, target)
	}
	err = errors.ErrUnsupported
	if !c.copies {
		err = os.Link(source, target)
	}
	if err == nil || errors.Is(err, fs.ErrExist) || !info.Mode().IsRegular() {
		return err
	}
	return copyFile(source, target, info)
}

// copyFile copies a regular file with its mode and time.
func copyFile(source, target string, info fs.FileInfo) error {
	from, err := os.Open(source)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err == nil {
		likeOwner(target, info)
		err = to.Chmod(info.Mode().Perm())
	}
	if err == nil && syncAtWrite {
		err = to.Sync()
	}
	if closed := to.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chtimes(target, info.ModTime(), info.ModTime())
	}
	if err != nil {
		return fmt.Errorf("copy %s: %w", source, err)
	}
	return nil
}
