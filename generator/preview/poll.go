package preview

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A snapshot is what folders hold, by path.
type snapshot map[string]entry

// An entry is what is remembered of a file or folder.
type entry struct {
	mode fs.FileMode
	size int64
	time time.Time
	// fresh: it was changed so shortly before that another change could leave the
	// same time and size; then its bytes count as well.
	fresh bool
	sum   [sha256.Size]byte // of a fresh file
}

// freshness is more than the coarsest clock of a file system in use: FAT's.
const freshness = 3 * time.Second

// scan looks through folders and reports whether they differ from a snapshot
// made before. A folder that cannot be read is an entry like any other. A file
// replaced by one of the same size, time and mode goes unseen, unless the time is
// recent.
func scan(folders []string, before snapshot) (now snapshot, changed bool) {
	now = snapshot{}
	for _, folder := range folders {
		root, err := filepath.EvalSymlinks(folder)
		if err != nil {
			continue // no entries: as if empty
		}
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil { // listed, but not readable
				now[path] = entry{mode: fs.ModeIrregular}
				return nil
			}
			if path != root && strings.HasPrefix(d.Name(), ".") {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			now[path] = look(path, d, before[path])
			return nil
		})
	}
	changed = len(now) != len(before)
	for path, e := range now {
		old, known := before[path]
		changed = changed || !known || !e.like(old) || (old.fresh && e.sum != old.sum)
	}
	return now, changed
}

func look(path string, d fs.DirEntry, old entry) entry {
	info, err := d.Info()
	if err != nil {
		return entry{mode: fs.ModeIrregular}
	}
	e := entry{mode: info.Mode()}
	if !e.mode.IsRegular() {
		return e // what a folder holds has its own entries
	}
	e.size, e.time = info.Size(), info.ModTime()
	e.fresh = time.Since(e.time) < freshness
	if e.fresh || (old.fresh && e.like(old)) {
		e.sum = sumFile(path)
	}
	return e
}

func (e entry) like(old entry) bool {
	return e.mode == old.mode && e.size == old.size && e.time.Equal(old.time)
}

// sumFile returns a hash of what can be read of a file.
func sumFile(path string) (sum [sha256.Size]byte) {
	f, err := os.Open(path)
	if err != nil {
		return sum
	}
	defer f.Close()
	h := sha256.New()
	_, _ = io.Copy(h, f) // what cannot be read is equally short the next time
	h.Sum(sum[:0])
	return sum
}
