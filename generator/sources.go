package generator

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"siger/generator/content"
	"siger/generator/history"
	"siger/generator/internal/parallel"
	"siger/generator/seal"
	"siger/generator/store"
)

var buffers = sync.Pool{New: func() any { return new(make([]byte, content.MaxFileSize)) }}

const largestFile = max(content.MaxPictureSize, content.MaxLedgerSize, seal.MaxSize)

// Sources are what a build reads: every file of the content, by name, type and bytes, what
// git knows of them, the layouts and the base URL.
type Sources struct {
	names  []string
	sums   map[string]store.Key // hashes of files that are known
	other  []any                // what is no file of the content
	design store.Key            // digest of the layouts
	listed map[string][]fs.DirEntry
}

// Digest returns the digest of the sources: the same gives the same site and the same problems. It is
// false while innovations have not been read.
func (s *Sources) Digest() (store.Key, bool) {
	hashes := make([]store.Key, len(s.names))
	for i, name := range s.names {
		sum, known := s.sums[name]
		if !known {
			return store.Key{}, false
		}
		hashes[i] = sum
	}
	key, err := store.DigestOf(append([]any{s.names, keysText(hashes)}, s.other...)...)
	return key, err == nil
}

// note notes the hashes of innovations that were read.
func (s *Sources) note(digests map[string]content.Digests) {
	for file, d := range digests {
		s.sums[file] = d.Source
	}
}

// SourcesOf returns the sources of a build. Innovations are read for it only if that is
// wanted; else a build that has the sources in its Config and a Store, and
// reads them anyway, notes their hashes.
func SourcesOf(c Config, innovations bool) (*Sources, error) {
	s := &Sources{sums: map[string]store.Key{}, listed: map[string][]fs.DirEntry{}}
	odd, err := s.list(c.Content, ".")
	if err != nil {
		return nil, err
	}
	var read []string // of the files
	for _, name := range s.names {
		if innovations || !content.IsInnovation(name) {
			read = append(read, name)
		}
	}
	sums := make([]store.Key, len(read))
	err = parallel.Try(len(read), func(i int) error {
		file, err := c.Content.Open(read[i])
		if errors.Is(err, fs.ErrNotExist) {
			return &ChangedError{File: read[i], Err: err}
		}
		if err != nil {
			return &ReadError{File: read[i], Err: err}
		}
		defer file.Close()
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		hash := sha256.New()
		_, err = io.CopyBuffer(hash, struct{ io.Reader }{io.LimitReader(file, largestFile+1)}, *buffer) // a larger file is a problem, whatever it holds
		if err != nil {
			return &ReadError{File: read[i], Err: err}
		}
		hash.Sum(sums[i][:0])
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i, name := range read {
		s.sums[name] = sums[i]
	}
	if s.design, err = layoutsOf(c.Layouts, c.Defaults); err != nil {
		return nil, err
	}
	past, err := pastOf(c.Source)
	if err != nil {
		return nil, err
	}
	s.other = []any{odd, s.design, c.BaseURL, c.Style, past}
	return s, nil
}

// list lists a folder and those in it, but for hidden ones, and returns what is neither
// file nor folder or has a name that is no text, by name and type.
func (s *Sources) list(fsys fs.FS, folder string) (odd []string, err error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, &ReadError{File: folder, Err: err}
	}
	s.listed[folder] = entries
	for _, d := range entries {
		name := path.Join(folder, d.Name())
		switch {
		case strings.HasPrefix(d.Name(), "."):
		case !fs.ValidPath(name): // cannot be opened, and is a problem whatever it holds
			odd = append(odd, name, d.Type().String())
		case d.IsDir():
			more, err := s.list(fsys, name)
			if err != nil {
				return nil, err
			}
			odd = append(odd, more...)
		case d.Type().IsRegular():
			s.names = append(s.names, name)
		default:
			odd = append(odd, name, d.Type().String())
		}
	}
	return odd, nil
}

// over returns the content with the folders as they were listed, so that they need not be
// listed again.
func (s *Sources) over(fsys fs.FS) fs.FS { return listedFS{fsys, s.listed} }

type listedFS struct {
	fs.FS
	listed map[string][]fs.DirEntry
}

func (f listedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if entries, known := f.listed[name]; known {
		return slices.Clone(entries), nil
	}
	return fs.ReadDir(f.FS, name)
}

// pastOf returns the digest of what git knows of the content.
func pastOf(source *history.Source) (store.Key, error) {
	if source == nil {
		return store.Key{}, nil
	}
	return store.DigestOf(source.Log, source.Absent)
}
