package generator

import (
	"bytes"
	"fmt"
	"sync"
)

// A Memory is a Sink that keeps a site in memory, by path. The zero value is
// empty.
type Memory struct {
	mu    sync.Mutex
	Files map[string][]byte
}

// Put implements [Sink]. A path that was put before is an error.
func (m *Memory) Put(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.Files == nil {
		m.Files = map[string][]byte{}
	}
	if _, twice := m.Files[path]; twice {
		return fmt.Errorf("path %s was put twice", path)
	}
	m.Files[path] = bytes.Clone(data)
	return nil
}
