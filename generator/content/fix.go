package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"

	"siger/generator/problem"
)

// maxRounds bounds how often the content is mended and checked again: one fault
// may hide the next.
const maxRounds = 40

// Fix mends what can be mended beyond doubt: it applies the fixes of the problems
// that [Load] finds until there are none, and takes away Windows line ends and
// spaces at the end of lines. It returns the texts of each file that changes.
// A file that would have more problems than before, or is no better for its
// changes, stays as it is. only says which files may change.
func Fix(fsys fs.FS, only func(file string) bool) (map[string]Mended, error) {
	f := &fixing{base: fsys, only: only, was: map[string][]byte{}, now: map[string][]byte{}, frozen: map[string]bool{}}
	_, found, err := Load(f)
	if err != nil {
		return nil, err
	}
	first, state := statesOf(found), statesOf(found)
	for range maxRounds {
		before := maps.Clone(f.now)
		changed, err := f.apply(found)
		if err != nil {
			return nil, err
		}
		if len(changed) == 0 {
			break
		}
		if _, found, err = Load(f); err != nil {
			return nil, err
		}
		next := statesOf(found)
		worse := false
		for _, file := range changed {
			if next[file].worse(state[file]) {
				f.restore(file, before)
				worse = true
			}
		}
		if worse {
			if _, found, err = Load(f); err != nil {
				return nil, err
			}
			next = statesOf(found)
		}
		state = next
	}
	for file := range f.now {
		if !first[file].worse(state[file]) {
			f.restore(file, nil)
		}
	}
	if err := f.tidyAll(); err != nil {
		return nil, err
	}
	changed := make(map[string]Mended, len(f.now))
	for file, after := range f.now {
		changed[file] = Mended{f.was[file], after}
	}
	return changed, nil
}

// Mended are the texts of a file: what it holds, and what it would hold.
type Mended struct{ Before, After []byte }

// A fixing is a content folder with some of its files changed.
type fixing struct {
	base   fs.FS
	only   func(string) bool
	was    map[string][]byte // what files hold that changed at some time
	now    map[string][]byte
	frozen map[string]bool // files whose fixes did harm
}

// apply makes the fixes of problems and returns the files that changed, in order.
func (f *fixing) apply(found []problem.Problem) ([]string, error) {
	byFile := map[string][]problem.Problem{}
	for _, p := range found {
		if p.Fix != nil && f.only(p.File) && !f.frozen[p.File] {
			byFile[p.File] = append(byFile[p.File], p)
		}
	}
	var changed []string
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		data, err := readLimited(f, file, SizeLimit(file))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", file, err)
		}
		mended := problem.Apply(data, byFile[file])
		if slices.ContainsFunc(byFile[file], endsLines) {
			mended = endLines(data)
		}
		if !bytes.Equal(mended, data) {
			f.change(file, data, mended)
			changed = append(changed, file)
		}
	}
	return changed, nil
}

// change gives a file that has a text another one.
func (f *fixing) change(file string, data, to []byte) {
	if _, known := f.was[file]; !known {
		f.was[file] = bytes.Clone(data)
	}
	f.now[file] = to
}

// restore gives a file the text that it had and leaves it alone from now on.
func (f *fixing) restore(file string, before map[string][]byte) {
	f.frozen[file] = true
	if data, ok := before[file]; ok {
		f.now[file] = data
	} else {
		delete(f.now, file)
	}
}

// tidyAll tidies the files that may change.
func (f *fixing) tidyAll() error {
	return fs.WalkDir(f.base, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("list content folder: %w", err)
		case file != "." && d.Name()[0] == '.' || !fs.ValidPath(file): // Load says so of a name that is no text
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || !Formats(file) || !f.only(file):
			return nil
		}
		data, err := readLimited(f, file, SizeLimit(file))
		if errors.Is(err, errTooLarge) {
			return nil // Load says so
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		if tidied := tidy(file, data); !bytes.Equal(tidied, data) {
			f.change(file, data, tidied)
		}
		return nil
	})
}

// A fileState is how far a file can be read, and what is wrong with it. The zero
// value is a file without errors.
type fileState struct {
	depth  int // how early reading ends: 4 encoding, 3 line ends, 2 characters, 1 YAML, 0 not at all
	line   int // where YAML ends
	errors int
}

func statesOf(list []problem.Problem) map[string]fileState {
	states := map[string]fileState{}
	for _, p := range list {
		if p.Code.Severity() != problem.Error {
			continue
		}
		s := states[p.File]
		s.errors++
		switch p.Code {
		case problem.BadEncoding:
			s.depth = 4
		case problem.HiddenChar, problem.Tab:
			s.depth = max(s.depth, 2)
			if endsLines(p) {
				s.depth = max(s.depth, 3)
			}
		case problem.BadYAML, problem.SecondDoc, problem.Anchor, problem.EmptyFile, problem.NoFrontMatter, problem.HashText, problem.MergeConflict:
			if s.line == 0 {
				s.line = p.Line
			}
			s.depth = max(s.depth, 1)
		}
		states[p.File] = s
	}
	return states
}

// worse reports whether a file of state s is worse than one of state t.
func (s fileState) worse(t fileState) bool {
	switch {
	case s.depth != t.depth:
		return s.depth > t.depth
	case s.depth == 1 && s.line != t.line:
		return s.line < t.line
	}
	return s.errors > t.errors
}

// Open implements [fs.FS].
func (f *fixing) Open(name string) (fs.File, error) {
	data, changed := f.now[name]
	if !changed {
		return f.base.Open(name)
	}
	return &changedFile{bytes.NewReader(data), name, int64(len(data))}, nil
}

// A changedFile is a file that is not written yet.
type changedFile struct {
	*bytes.Reader
	name string
	size int64
}

var _ io.ReaderAt = (*changedFile)(nil)

func (c *changedFile) Stat() (fs.FileInfo, error) { return changedInfo{c}, nil }
func (c *changedFile) Close() error               { return nil }

type changedInfo struct{ *changedFile }

func (c changedInfo) Name() string     { return c.name }
func (c changedInfo) Size() int64      { return c.size }
func (changedInfo) Mode() fs.FileMode  { return 0o644 }
func (changedInfo) ModTime() time.Time { return time.Time{} }
func (changedInfo) IsDir() bool        { return false }
func (changedInfo) Sys() any           { return nil }
