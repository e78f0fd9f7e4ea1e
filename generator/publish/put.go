package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"sync"
)

var errEnded = errors.New("the publication has ended")

// Put adds a file to the site. The path is relative, with slashes. Put may be
// called from several goroutines; it does not keep data. A path that cannot be a
// file's, that was put before or that differs from another only by case is an
// error. After an error of Put, Commit fails.
func (s *Stage) Put(path string, data []byte) error {
	return s.PutSum(path, data, sha256.Sum256(data))
}

// PutSum is Put for data whose SHA-256 hash the caller knows already.
func (s *Stage) PutSum(path string, data []byte, sum [sha256.Size]byte) error {
	err := s.put(path, data, sum)
	s.note(err)
	return err
}

// note keeps the first error of all that was put.
func (s *Stage) note(err error) {
	if err == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed == nil {
		s.failed = err
	}
}

// PutStream is Put for a file that is written piece by piece. It returns the hash of
// the bytes and their number.
func (s *Stage) PutStream(path string, write func(w io.Writer) error) (sum [sha256.Size]byte, size int64, err error) {
	sum, size, err = s.putStream(path, write)
	s.note(err)
	return sum, size, err
}

func (s *Stage) putStream(path string, write func(w io.Writer) error) (sum, int64, error) {
	s.mu.Lock()
	if s.ended {
		s.mu.Unlock()
		return sum{}, 0, errEnded
	}
	holder, err := s.claim(path)
	s.mu.Unlock()
	if err != nil {
		return sum{}, 0, err
	}
	sp := spools.Get().(*spool)
	defer func() { sp.open, sp.to = nil, nil; spools.Put(sp) }()
	sp.begin(func() (*os.File, error) {
		if err := s.beforeWrite(path, holder); err != nil {
			return nil, err
		}
		return openNew(s.staged(path))
	})
	err = write(sp)
	if sp.to == nil { // it is small enough to be as any other
		if err != nil {
			return sum{}, 0, fmt.Errorf("stage %s: %w", path, err)
		}
		f := file{sum: sha256.Sum256(sp.data), size: int64(len(sp.data))}
		return f.sum, f.size, s.place(path, sp.data, f, holder)
	}
	if err == nil {
		err = sp.flush()
	}
	if err := s.finish(sp.to, err); err != nil {
		return sum{}, 0, fmt.Errorf("stage %s: %w", path, err)
	}
	f := file{size: sp.size}
	sp.hash.Sum(f.sum[:0])
	if s.untouched(path, f.sum, f.size, holder) {
		f.unchanged = true
		if err := os.Remove(s.staged(path)); err != nil {
			return sum{}, 0, fmt.Errorf("stage %s: %w", path, err)
		}
	}
	s.mu.Lock()
	s.files[path] = f
	s.mu.Unlock()
	return f.sum, f.size, nil
}

// beforeWrite makes ready for a file to be staged.
func (s *Stage) beforeWrite(path string, holder *folder) error {
	if err := holder.stage(); err != nil {
		return err
	}
	return s.step("write")
}

// A spool takes a file piece by piece. What fits into its memory opens no file.
type spool struct {
	open func() (*os.File, error)
	to   *os.File // nil while the memory suffices
	data []byte   // not yet written
	hash hash.Hash
	size int64 // of what was written
}

var spools = sync.Pool{New: func() any { return &spool{data: make([]byte, 0, 64<<10), hash: sha256.New()} }}

func (sp *spool) begin(open func() (*os.File, error)) {
	*sp = spool{open: open, data: sp.data[:0], hash: sp.hash}
	sp.hash.Reset()
}

func (sp *spool) Write(data []byte) (int, error) {
	n := len(data)
	for len(sp.data)+len(data) > cap(sp.data) {
		fits := cap(sp.data) - len(sp.data)
		sp.data, data = append(sp.data, data[:fits]...), data[fits:]
		if err := sp.flush(); err != nil {
			return 0, err
		}
	}
	sp.data = append(sp.data, data...)
	return n, nil
}

// flush writes what is in memory to the file.
func (sp *spool) flush() (err error) {
	if sp.to == nil {
		if sp.to, err = sp.open(); err != nil {
			return err
		}
	}
	sp.hash.Write(sp.data)
	n, err := sp.to.Write(sp.data)
	sp.size += int64(n)
	sp.data = sp.data[:0]
	return err
}

// Keep adds a file with this hash and size to the site if the output folder has it
// already. Otherwise it returns false, and the path must be put.
func (s *Stage) Keep(path string, sum [sha256.Size]byte, size int64) bool {
	if have, ok := s.old[path]; !ok || have != sum {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended || checkPath(path) != nil {
		return false
	}
	holder, err := s.claimFolder(parent(path))
	if err != nil {
		return false
	}
	s.mu.Unlock() // while the system looks
	same := s.untouched(path, sum, size, holder)
	s.mu.Lock()
	if !same || s.ended || s.claimName(path) != nil {
		return false
	}
	s.files[path] = file{sum: sum, size: size, unchanged: true}
	return true
}

func (s *Stage) put(path string, data []byte, sum sum) error {
	s.mu.Lock()
	if s.ended {
		s.mu.Unlock()
		return errEnded
	}
	holder, err := s.claim(path)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	return s.place(path, data, file{sum: sum, size: int64(len(data))}, holder)
}

// place stages a file whose path is claimed, unless out has it.
func (s *Stage) place(path string, data []byte, f file, holder *folder) error {
	if f.unchanged = s.has(path, f.sum, data, holder); !f.unchanged {
		if err := s.beforeWrite(path, holder); err != nil {
			return fmt.Errorf("stage %s: %w", path, err)
		}
		if err := s.write(s.staged(path), data); err != nil {
			return fmt.Errorf("stage %s: %w", path, err)
		}
	}
	s.mu.Lock()
	s.files[path] = f
	s.mu.Unlock()
	return nil
}

// has reports whether out holds the file already.
func (s *Stage) has(path string, want sum, data []byte, holder *folder) bool {
	if s.untouched(path, want, int64(len(data)), holder) {
		return true
	}
	if have, ok := s.old[path]; !ok || have != want || !holder.real() {
		return false
	}
	if _, ok := asPublished(s.current(path), int64(len(data))); !ok {
		return false
	}
	have, err := os.ReadFile(s.current(path))
	return err == nil && bytes.Equal(have, data)
}

// untouched reports whether out holds the file already, as far as can be told
// without reading it: it is listed and older than the listing.
func (s *Stage) untouched(path string, want sum, size int64, holder *folder) bool {
	if have, ok := s.old[path]; !ok || have != want || !holder.real() {
		return false
	}
	modified, ok := asPublished(s.current(path), size)
	return ok && modified.Before(s.oldTime)
}

// write creates a file of the site.
func (s *Stage) write(name string, data []byte) error {
	f, err := openNew(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return s.finish(f, err)
}

// finish closes a new file, with the error of filling it.
func (s *Stage) finish(f *os.File, err error) error {
	if err == nil && s.chmodFiles {
		err = f.Chmod(fileMode)
	}
	if err == nil && syncAtWrite {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
