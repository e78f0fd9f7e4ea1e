package generator

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"siger/generator/content"
	"siger/generator/history"
	"siger/generator/internal/parallel"
	"siger/generator/store"
)

var buffers = sync.Pool{New: func() any { return bytes.NewBuffer(make([]byte, 0, content.MaxFileSize)) }}

// Sources are what a build reads: every file of the content, by name, type and bytes, what
// git knows of them, the layouts and the base URL.
type Sources struct {
	Digest store.Key // the same gives the same site and the same problems
	names  []string
	hashes []store.Key
}

// sums returns the hashes of the content's files by name.
func (s *Sources) sums() map[string]store.Key {
	if s == nil {
		return nil
	}
	sums := make(map[string]store.Key, len(s.names))
	for i, name := range s.names {
		sums[name] = s.hashes[i]
	}
	return sums
}

// SourcesOf returns the sources of a build.
func SourcesOf(c Config) (*Sources, error) {
	var names []string
	var odd []string // neither file nor folder
	err := fs.WalkDir(c.Content, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			names = append(names, name)
		default:
			odd = append(odd, name, d.Type().String())
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list content: %w", err)
	}
	sums := make([]store.Key, len(names))
	err = parallel.Try(len(names), func(i int) error {
		file, err := c.Content.Open(names[i])
		if err != nil {
			return err
		}
		defer file.Close()
		data := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(data)
		data.Reset()
		_, err = data.ReadFrom(io.LimitReader(file, content.MaxPictureSize+1)) // a larger file is a problem, whatever it holds
		sums[i] = sha256.Sum256(data.Bytes())
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read content: %w", err)
	}
	layouts, err := layoutsOf(c.Layouts, c.Defaults)
	if err != nil {
		return nil, err
	}
	past, err := pastOf(c.Source)
	if err != nil {
		return nil, err
	}
	digest, err := store.DigestOf(names, keysText(sums), odd, layouts, c.BaseURL, c.Style, past)
	return &Sources{digest, names, sums}, err
}

// pastOf returns the digest of what git knows of the content.
func pastOf(source *history.Source) (store.Key, error) {
	if source == nil {
		return store.Key{}, nil
	}
	return store.DigestOf(source.Log, source.Absent)
}
