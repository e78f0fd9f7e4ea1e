package publish

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"

	"siger/generator/internal/parallel"
)

// A Print tells a publication from others: the hash of its manifest and the size of
// each of its files, in the order of their paths.
type Print struct {
	Listing [sha256.Size]byte
	Sizes   []int64
}

// Print returns that of what was put. It is called after Commit.
func (s *Stage) Print() Print {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := Print{Listing: sha256.Sum256(s.list()), Sizes: make([]int64, 0, len(s.files))}
	for line := range bytes.Lines(s.list()) {
		p.Sizes = append(p.Sizes, s.files[string(listedPath(line))].size)
	}
	return p
}

// Unchanged reports whether an output folder holds exactly the files of a
// publication, as far as Begin and Put would trust it, and no interrupted
// publication has left work beside it. Then the same publication would change
// nothing. It locks and writes nothing.
func Unchanged(out string, p Print) bool {
	real, err := resolve(out)
	if err != nil {
		return false
	}
	if left, err := os.ReadDir(workOf(real)); err == nil && slices.ContainsFunc(left, func(d fs.DirEntry) bool { return d.IsDir() }) {
		return false
	}
	data, written, err := listingOf(real)
	if err != nil || sha256.Sum256(data) != p.Listing {
		return false
	}
	listed, err := parseManifest(data)
	if err != nil || len(listed) != len(p.Sizes) {
		return false
	}
	inside := map[string]map[string]bool{}
	for folder := range listed.folders() {
		above := parent(folder)
		beside, known := inside[above]
		if !known {
			beside = foldersIn(filepath.Join(real, filepath.FromSlash(above)))
			inside[above] = beside
		}
		if !isFolder(beside, filepath.Join(real, filepath.FromSlash(folder))) {
			return false
		}
	}
	paths := make([]string, 0, len(listed)) // in the order of the sizes
	for line := range bytes.Lines(data) {
		paths = append(paths, string(listedPath(line)))
	}
	var differs atomic.Bool
	parallel.Do(len(paths), func(i int) {
		if differs.Load() {
			return
		}
		name := filepath.Join(real, filepath.FromSlash(paths[i]))
		modified, ok := asPublished(name, p.Sizes[i])
		switch {
		case !ok:
			differs.Store(true)
		case !modified.Before(written):
			if have, err := hashFile(name); err != nil || have != listed[paths[i]] {
				differs.Store(true)
			}
		}
	})
	return !differs.Load()
}

// workOf returns the work folder of an output folder.
func workOf(real string) string {
	return filepath.Join(filepath.Dir(real), "."+filepath.Base(real)+".siger")
}
