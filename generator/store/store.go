// Package store keeps what a build has worked out for the next one.
//
// A store is a folder outside the content and the site. It may be deleted at any
// time, and nothing in it is trusted that was not made by the same program from the
// same bytes: every file in it names the key that it was made for, and one with
// another key, or with a byte that is not as it was written, is as good as none. So
// a store can make a build faster, never different.
//
// Files are written beside their place and renamed into it; a file that cannot be
// written is left out, since the next build does without it.
package store

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// A Key says what a file was made from and by which program.
type Key [sha256.Size]byte

// A Store is a folder, or memory. A nil Store keeps nothing.
type Store struct {
	dir     string
	program string

	mu     sync.Mutex
	files  map[string]string // of a store in memory
	values map[string]value  // of a store in memory
}

// A value is what SetValue was given.
type value struct {
	key   Key
	value any
}

// Open returns the store in a folder, for a program. The folder is made when
// something is saved.
func Open(dir, program string) *Store { return &Store{dir: dir, program: program} }

// InMemory returns a store that ends with the program.
func InMemory() *Store { return &Store{files: map[string]string{}, values: map[string]value{}} }

const magic = "siger store 1\n"

var table = crc32.MakeTable(crc32.Castagnoli)

// Load returns what was saved under a name and key, "" when there is no such thing.
func (s *Store) Load(name string, key Key) string {
	if s == nil {
		return ""
	}
	data, sum, err := s.read(name)
	full := s.key(key)
	if err != nil || !strings.HasPrefix(data, magic+string(full[:])) {
		return ""
	}
	body := data[len(magic)+len(full):]
	if len(body) < 4 || binary.LittleEndian.Uint32([]byte(body[:4])) != sum {
		return ""
	}
	return body[4:]
}

// Save keeps bytes under a name for a key. What was kept under the name is gone.
func (s *Store) Save(name string, key Key, body []byte) {
	if s == nil {
		return
	}
	full := s.key(key)
	head := append([]byte(magic), full[:]...)
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(body, table))
	if s.files != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.files[name] = string(head) + string(body)
		return
	}
	if os.MkdirAll(s.dir, 0o700) != nil {
		return
	}
	temp, err := os.CreateTemp(s.dir, ".new-")
	if err != nil {
		return
	}
	defer os.Remove(temp.Name()) // which fails once it has been renamed
	_, err = temp.Write(head)
	if err == nil {
		_, err = temp.Write(body)
	}
	if closed := temp.Close(); err == nil && closed == nil {
		_ = os.Rename(temp.Name(), s.at(name)) // it is left out then
	}
}

// KeepsValues reports whether the store can keep values as they are, which one in memory can.
func (s *Store) KeepsValues() bool { return s != nil && s.values != nil }

// SetValue keeps a value, which must not change any more, under a name for a key. What was
// kept under the name is gone.
func (s *Store) SetValue(name string, key Key, v any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values[name] = value{key, v}
}

// Value returns what SetValue kept under a name and key, nil when there is no such thing.
func (s *Store) Value(name string, key Key) any {
	if !s.KeepsValues() {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if v := s.values[name]; v.key == key {
		return v.value
	}
	return nil
}

// Saved returns how many bytes Save has kept under a name, whatever their key.
func (s *Store) Saved(name string) int {
	data, _, err := s.read(name)
	if err != nil {
		return 0
	}
	return len(data)
}

// headSize is the size of what is in a file before the body.
const headSize = len(magic) + len(Key{}) + 4

// read returns what is in a file, and the checksum of its body. It goes through a small
// buffer: new memory is what costs most here, and the text needs it once.
func (s *Store) read(name string) (data string, sum uint32, err error) {
	if s.files != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if data = s.files[name]; data != "" { // memory is not damaged
			sum = binary.LittleEndian.Uint32([]byte(data[headSize-4 : headSize]))
		}
		return data, sum, nil
	}
	file, err := os.Open(s.at(name))
	if err != nil {
		return "", 0, err
	}
	defer file.Close()
	var text strings.Builder
	if info, err := file.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	part := parts.Get().(*[64 << 10]byte)
	defer parts.Put(part)
	for {
		n, err := file.Read(part[:])
		sum = crc32.Update(sum, table, part[min(n, max(0, headSize-text.Len())):n])
		text.Write(part[:n])
		if err == io.EOF {
			return text.String(), sum, nil
		}
		if err != nil {
			return "", 0, err
		}
	}
}

var parts = sync.Pool{New: func() any { return new([64 << 10]byte) }}

func (s *Store) at(name string) string { return filepath.Join(s.dir, name) }

// key joins a key and the program.
func (s *Store) key(key Key) Key { return sha256.Sum256(append([]byte(s.program+"\n"), key[:]...)) }
