package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// A folder is one of the site's folders. Its functions do their work once.
type folder struct {
	stage  func() error           // creates it in the stage
	real   func() bool            // whether it is in out, reached through no symbolic link
	inside func() map[string]bool // the names of the folders in it, if it is real
}

func (s *Stage) newFolder(path string, above *folder) *folder {
	inside := sync.OnceValue(func() map[string]bool { return foldersIn(s.current(path)) })
	if above == nil {
		return &folder{stage: sync.OnceValue(s.createStage), real: func() bool { return s.before != nil }, inside: inside}
	}
	return &folder{
		stage: sync.OnceValue(func() error {
			if err := above.stage(); err != nil {
				return err
			}
			if err := s.step("folder"); err != nil {
				return err
			}
			if err := os.Mkdir(s.staged(path), folderMode); err != nil {
				return err
			}
			if s.chmodFolders {
				return os.Chmod(s.staged(path), folderMode)
			}
			return nil
		}),
		real:   sync.OnceValue(func() bool { return above.real() && isFolder(above.inside(), s.current(path)) }),
		inside: inside,
	}
}

// foldersIn returns the names of the folders in another, symbolic links left out; none if it cannot
// be read. A site has thousands of folders in a few, and to ask for each takes ten times as long.
func foldersIn(name string) map[string]bool {
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil
	}
	found := make(map[string]bool, len(entries))
	for _, d := range entries {
		if d.IsDir() {
			found[d.Name()] = true
		}
	}
	return found
}

// isFolder reports whether a name is a folder's, given those in the one that holds it. One that is
// not among them is asked for: case may differ, or the other may not be readable.
func isFolder(beside map[string]bool, name string) bool {
	if beside[filepath.Base(name)] {
		return true
	}
	info, err := os.Lstat(name)
	return err == nil && info.IsDir()
}

// createStage creates the top of the stage and finds out what the umask does.
func (s *Stage) createStage() error {
	if err := s.step("stage"); err != nil {
		return err
	}
	top := s.staged("")
	if err := os.Mkdir(top, 0o777); err != nil {
		return err
	}
	info, err := os.Lstat(top)
	if err != nil {
		return err
	}
	s.chmodFiles = info.Mode()&fileMode != fileMode
	s.chmodFolders = info.Mode()&folderMode != folderMode
	return os.Chmod(top, folderMode)
}

// removeTree removes a tree of which nothing is needed. Foreign folders in it may
// have modes that forbid that. That there is none is no error.
func removeTree(tree string) error {
	err := os.RemoveAll(tree)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	_ = filepath.WalkDir(tree, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			_ = os.Chmod(path, 0o700) // RemoveAll tells
		}
		return nil
	})
	return os.RemoveAll(tree)
}

// likeFolder gives a new folder the mode and, if it may, the owner of another.
func likeFolder(path string, info fs.FileInfo) error {
	likeOwner(path, info)
	if err := os.Chmod(path, info.Mode()&(fs.ModePerm|fs.ModeSetgid|fs.ModeSticky)); err != nil {
		return fmt.Errorf("give a folder its mode: %w", err)
	}
	return nil
}
