package preview

import (
	"fmt"
	"sync"
)

// Limits on what is made and sent at one time, far above what browsers ask for.
const (
	maxAnswers = 256 // files being made or sent
)

// A making holds files while they are being made and sent, so that all who ask for one at
// that time share it.
type making struct {
	mu    sync.Mutex
	files map[asked]*sharedFile
}

type asked struct {
	of   *state
	path string
}

type sharedFile struct {
	readers int
	make    func() ([]byte, error) // once
}

// get returns a file of a site. done is to be called once it is not needed any more,
// whether there is an error or not.
func (m *making) get(of *state, path string) (data []byte, done func(), err error) {
	key := asked{of, path}
	m.mu.Lock()
	file := m.files[key]
	if file == nil {
		file = &sharedFile{make: sync.OnceValues(func() ([]byte, error) { return fileOf(of.site, path) })}
		if m.files == nil {
			m.files = map[asked]*sharedFile{}
		}
		m.files[key] = file
	}
	file.readers++
	m.mu.Unlock()
	data, err = file.make()
	return data, func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		if file.readers--; file.readers == 0 {
			delete(m.files, key)
		}
	}, err
}

// fileOf returns a file of a site. That it panics is an error: the author should read of it.
func fileOf(site Site, path string) (data []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			data, err = nil, fmt.Errorf("%s: panic: %v", path, fault)
		}
	}()
	return site.File(path)
}
