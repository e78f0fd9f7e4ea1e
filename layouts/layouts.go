// Package layouts holds what a site looks like and says around its content:
// templates, partials, assets, the words of the interface, and the script that
// readers recompute the results with, and the typeface that pictures are drawn with.
// It is embedded in
// the program; a folder with the same structure can stand in for any single file.
package layouts

import (
	"embed"
	"errors"
	"io/fs"
	"maps"
	"slices"
)

//go:embed *.html partials/*.html assets data type i18n/*.yaml
var files embed.FS

// Default returns the embedded layouts.
func Default() fs.FS { return files }

// Over returns the embedded layouts with the files of a folder in place of those
// with the same name. Files that only the folder has are there as well.
func Over(folder fs.FS) fs.FS { return overlay{folder, files} }

type overlay struct{ top, bottom fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.top.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.bottom.Open(name)
	}
	return f, err
}

// ReadDir lists the names of both, those of the top first in their place.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries := map[string]fs.DirEntry{}
	missing := 0
	for _, layer := range []fs.FS{o.bottom, o.top} {
		list, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			missing++
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			entries[e.Name()] = e
		}
	}
	if missing == 2 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	list := make([]fs.DirEntry, 0, len(entries))
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		list = append(list, entries[key])
	}
	return list, nil
}
