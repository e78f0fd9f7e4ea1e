// Package sink holds sites in memory, for tests.
package sink

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"sync"
)

// A Memory is a generator.Sink and Keeper that keeps a site in memory, by path. The
// zero value is empty.
type Memory struct {
	Last *Memory // the site before, whose files are shared where they are the same; nil for none

	mu    sync.Mutex
	Files map[string][]byte
	sums  map[string][sha256.Size]byte
}

// Put implements generator.Sink. A path that was put before is an error.
func (m *Memory) Put(path string, data []byte) error {
	return m.PutSum(path, data, sha256.Sum256(data))
}

// PutSum implements generator.Keeper.
func (m *Memory) PutSum(path string, data []byte, sum [sha256.Size]byte) error {
	if m.Keep(path, sum, int64(len(data))) {
		return nil
	}
	return m.add(path, bytes.Clone(data), sum)
}

// Keep implements generator.Keeper.
func (m *Memory) Keep(path string, sum [sha256.Size]byte, size int64) bool {
	if m.Last == nil {
		return false
	}
	data, ok := m.Last.Files[path]
	return ok && m.Last.sums[path] == sum && int64(len(data)) == size && m.add(path, data, sum) == nil
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
