package intake

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
	"slices"
	"time"
)

// over returns a content folder with files laid over it.
func over(base fs.FS, files map[string][]byte) fs.FS { return overlay{base, files} }

type overlay struct {
	base  fs.FS
	files map[string][]byte
}

func (o overlay) Open(name string) (fs.File, error) {
	if data, ok := o.files[name]; ok {
		return &memoryFile{bytes.NewReader(data), info{path.Base(name), int64(len(data)), 0}}, nil
	}
	return o.base.Open(name)
}

// ReadDir lists a folder with the files and folders that only the overlay has.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.base, name)
	entries := map[string]fs.DirEntry{}
	for file := range o.files {
		for parent := path.Dir(file); ; file, parent = parent, path.Dir(parent) {
			if parent == name {
				mode := fs.FileMode(0)
				if _, ok := o.files[file]; !ok {
					mode = fs.ModeDir
				}
				entries[path.Base(file)] = fs.FileInfoToDirEntry(info{path.Base(file), 0, mode})
			}
			if parent == "." {
				break
			}
		}
	}
	if err != nil && len(entries) == 0 {
		return nil, err
	}
	for _, e := range list {
		entries[e.Name()] = e
	}
	merged := make([]fs.DirEntry, 0, len(entries))
	for _, e := range entries {
		merged = append(merged, e)
	}
	slices.SortFunc(merged, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return merged, nil
}

type memoryFile struct {
	*bytes.Reader
	info info
}

func (f *memoryFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *memoryFile) Close() error               { return nil }

type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }
