package generator

import (
	"path"
	"time"

	"siger/generator/content"
	"siger/generator/store"
)

// A Recall remembers what innovations' files looked like when they were read, so that a
// program that builds again and again, as a preview does, need not read those that look the
// same. It takes size and time for that, which a file can keep while its bytes change; so
// what is published never comes of it. The zero value remembers nothing.
type Recall struct{ looks map[string]look }

// A look is what a folder says of a file.
type look struct {
	size     int64
	modified time.Time
	sum      store.Key
}

// young is how long after a change a file is read again: within the grain of its time it may
// have been changed twice.
const young = 2 * time.Second

// Sources is SourcesOf without the innovations, but with the hashes of those that look as they
// did when [Recall.Note] saw them.
func (r *Recall) Sources(c Config) (*Sources, error) {
	now := time.Now()
	s, err := SourcesOf(c, false)
	if err != nil {
		return nil, err
	}
	s.looks = make(map[string]look, len(r.looks))
	for folder, entries := range s.listed {
		for _, d := range entries {
			name := path.Join(folder, d.Name())
			if !d.Type().IsRegular() || !content.IsInnovation(name) {
				continue
			}
			info, err := d.Info()
			if err != nil || now.Sub(info.ModTime()) < young {
				continue // the build sees what is wrong
			}
			before, known := r.looks[name]
			if known && before.size == info.Size() && before.modified.Equal(info.ModTime()) {
				s.sums[name] = before.sum
			}
			s.looks[name] = look{size: info.Size(), modified: info.ModTime()}
		}
	}
	return s, nil
}

// Forget forgets how a file looked: it was changed, and looks the same.
func (r *Recall) Forget(file string) { delete(r.looks, file) }

// Note remembers what a build has read of its sources.
func (r *Recall) Note(s *Sources) {
	for name, seen := range s.looks {
		if sum, read := s.sums[name]; read {
			seen.sum = sum
			s.looks[name] = seen
		} else {
			delete(s.looks, name)
		}
	}
	r.looks = s.looks
}
