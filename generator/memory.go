package generator

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// A Memory is a Sink that keeps a site in memory, by path. The zero value is
// empty.
type Memory struct {
	// Last is the site before, whose files are shared where they are the same; nil
	// for none. It is not needed any more once the site is built.
	Last *Memory

	mu    sync.Mutex
	Files map[string][]byte
	sums  map[string][sha256.Size]byte
}

// Put implements [Sink]. A path that was put before is an error.
func (m *Memory) Put(path string, data []byte) error {
	return m.PutSum(path, data, sha256.Sum256(data))
}

// PutSum implements [Keeper].
func (m *Memory) PutSum(path string, data []byte, sum [sha256.Size]byte) error {
	if m.Keep(path, sum, int64(len(data))) {
		return nil
	}
	return m.add(path, bytes.Clone(data), sum)
}

// Keep implements [Keeper].
func (m *Memory) Keep(path string, sum [sha256.Size]byte, size int64) bool {
	if m.Last == nil {
		return false
	}
	data, ok := m.Last.Files[path]
	return ok && m.Last.sums[path] == sum && int64(len(data)) == size && m.add(path, data, sum) == nil
}

// Clear forgets what was put, so that a build can begin again.
func (m *Memory) Clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.Files, m.sums = nil, nil
}

func (m *Memory) add(path string, data []byte, sum [sha256.Size]byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.Files == nil {
		n := 0
		if m.Last != nil {
			n = len(m.Last.Files)
		}
		m.Files, m.sums = make(map[string][]byte, n), make(map[string][sha256.Size]byte, n)
	}
	if _, twice := m.Files[path]; twice {
		return fmt.Errorf("path %s was put twice", path)
	}
	m.Files[path], m.sums[path] = data, sum
	return nil
}

// Version returns a hash of the site's paths and bytes.
func (m *Memory) Version() [sha256.Size]byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	hash := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(m.Files)) {
		sum := m.sums[path]
		hash.Write(sum[:])
		hash.Write([]byte(path + "\n"))
	}
	return [sha256.Size]byte(hash.Sum(nil))
}
