package main

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"syscall"
)

// A rootedFS is a folder that nothing leads out of. A root walks to each file anew,
// one folder after the other, which for thousands of files in one folder costs more
// than reading them; so the folders are kept open.
type rootedFS struct {
	fs.FS
	root *os.Root

	mu      sync.Mutex
	folders map[string]*rootedFolder
}

func (f *rootedFS) Open(name string) (fs.File, error) {
	dir, base := path.Split(name)
	if dir == "" || !fs.ValidPath(name) {
		return f.FS.Open(name)
	}
	folder, err := f.folder(path.Clean(dir))
	if err != nil {
		return f.FS.Open(name) // which says what is wrong
	}
	return folder.file(base)
}

// ReadDir implements [fs.ReadDirFS].
func (f *rootedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	folder, ok := opened.(*os.File)
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: syscall.ENOTDIR}
	}
	entries, err := f.list(folder, name)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

func (f *rootedFS) folder(dir string) (*rootedFolder, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if folder := f.folders[dir]; folder != nil {
		return folder, nil
	}
	root, err := f.root.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	folder, err := newRootedFolder(root)
	if err != nil {
		root.Close()
		return nil, err
	}
	if f.folders == nil {
		f.folders = map[string]*rootedFolder{}
	}
	f.folders[dir] = folder
	return folder, nil
}

func (f *rootedFS) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, folder := range f.folders {
		folder.close()
	}
}
