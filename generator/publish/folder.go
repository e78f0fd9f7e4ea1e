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

// A folder is one of the site's folders. Each of its questions is asked, and it is created, once.
type folder struct {
	of    *Stage
	path  string
	above *folder // nil for the top

	creation sync.Once
	created  error
	look     sync.Once
	isReal   bool
	listing  sync.Once
	folders  map[string]bool
}

// stage creates the folder in the stage.
func (f *folder) stage() error {
	f.creation.Do(func() { f.created = f.create() })
	return f.created
}

func (f *folder) create() error {
	if f.above == nil {
		return f.of.createStage()
	}
	if err := f.above.stage(); err != nil {
		return err
	}
	if err := f.of.step("folder"); err != nil {
		return err
	}
	if err := os.Mkdir(f.of.staged(f.path), folderMode); err != nil {
		return err
	}
	if f.of.chmodFolders {
		return os.Chmod(f.of.staged(f.path), folderMode)
	}
	return nil
}

// real reports whether the folder is in out, reached through no symbolic link.
func (f *folder) real() bool {
	if f.above == nil {
		return f.of.before != nil
	}
	f.look.Do(func() { f.isReal = f.above.real() && isFolder(f.above.inside(), f.of.current(f.path)) })
	return f.isReal
}

// inside returns the names of the folders in it, if it is real.
func (f *folder) inside() map[string]bool {
	f.listing.Do(func() { f.folders = foldersIn(f.of.current(f.path)) })
	return f.folders
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
