package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
)

var errEnded = errors.New("the publication has ended")

// Put adds a file to the site. The path is relative, with slashes. Put may be
// called from several goroutines; it does not keep data. A path that cannot be a
// file's, that was put before or that differs from another only by case is an
// error. After an error of Put, Commit fails.
func (s *Stage) Put(path string, data []byte) error {
	err := s.put(path, data)
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.failed == nil {
			s.failed = err
		}
	}
	return err
}

func (s *Stage) put(path string, data []byte) error {
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
	f := file{sum: sha256.Sum256(data), size: int64(len(data))}
	if f.unchanged = s.has(path, f.sum, data, holder); !f.unchanged {
		if err := holder.stage(); err != nil {
			return fmt.Errorf("stage %s: %w", path, err)
		}
		if err := s.step("write"); err != nil {
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
	if have, ok := s.old[path]; !ok || have != want || !holder.real() {
		return false
	}
	info, err := os.Lstat(s.current(path))
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) || !plainMode(info) {
		return false
	}
	if info.ModTime().Before(s.oldTime) {
		return true
	}
	have, err := os.ReadFile(s.current(path))
	return err == nil && bytes.Equal(have, data)
}

// plainMode reports whether a file has the mode that Put gives.
func plainMode(info fs.FileInfo) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == fileMode
}

// write creates a file of the site.
func (s *Stage) write(name string, data []byte) error {
	return s.create(name, bytes.NewReader(data))
}

func (s *Stage) create(name string, from io.Reader) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
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
