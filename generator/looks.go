package generator

import (
	"path"
	"time"

	"siger/generator/content"
	"siger/generator/store"
)

// looks are what innovations' files looked like when they were read, so that a preview need not
// read those again that look the same. What is published never comes of it: build and check read
// every byte.
type looks map[string]look

// A look is what a folder says of a file. The time of its last change is not one that
// programs can set, where the system tells it (see changedAt); elsewhere a file can
// change and look the same.
type look struct {
	size              int64
	modified, changed time.Time
	sum               store.Key
}

// young is how long after a change a file is read again: within the grain of its time it may
// have been changed twice.
const young = 2 * time.Second

// sources is SourcesOf without the innovations, but with the hashes of those that look as they
// did. It returns the looks of now, which [looks.note] completes.
func (l looks) sources(c Config) (*Sources, looks, error) {
	now := time.Now()
	s, err := SourcesOf(c, false)
	if err != nil {
		return nil, nil, err
	}
	next := make(looks, len(l))
	for folder, entries := range s.listed {
		for _, d := range entries {
			name := path.Join(folder, d.Name())
			if !d.Type().IsRegular() || !content.IsInnovation(name) {
				continue
			}
			info, err := d.Info()
			if err != nil {
				continue // the build sees what is wrong
			}
			seen := look{size: info.Size(), modified: info.ModTime(), changed: changedAt(info)}
			if now.Sub(seen.modified) < young || now.Sub(seen.changed) < young {
				continue
			}
			before, known := l[name]
			if known && before.size == seen.size && before.modified.Equal(seen.modified) && before.changed.Equal(seen.changed) {
				s.sums[name] = before.sum
			}
			next[name] = seen
		}
	}
	return s, next, nil
}

// note completes looks with what was read of the sources.
func (l looks) note(s *Sources) {
	for name, seen := range l {
		if sum, read := s.sums[name]; read {
			seen.sum = sum
			l[name] = seen
		} else {
			delete(l, name)
		}
	}
}
