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

// SourcesOf returns the digest of all that a build reads: every file of the content,
// by name, type and bytes, what git knows of them, the layouts and the base URL. The same digest gives the same
// site and the same problems.
func SourcesOf(c Config) (store.Key, error) {
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
		return store.Key{}, fmt.Errorf("list content: %w", err)
	}
	sums := make([]string, len(names))
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
		sum := sha256.Sum256(data.Bytes())
		sums[i] = string(sum[:])
		return err
	})
	if err != nil {
		return store.Key{}, fmt.Errorf("read content: %w", err)
	}
	layouts, err := layoutsOf(c.Layouts, c.Defaults)
	if err != nil {
		return store.Key{}, err
	}
	past, err := pastOf(c.Source)
	if err != nil {
		return store.Key{}, err
	}
	return store.DigestOf(names, sums, odd, layouts, c.BaseURL, c.Style, past)
}

// pastOf returns the digest of what git knows of the content.
func pastOf(source *history.Source) (store.Key, error) {
	if source == nil {
		return store.Key{}, nil
	}
	return store.DigestOf(source.Log, source.Absent)
}
