package generator

import (
	"sync"

	"siger/generator/store"
)

// A memo keeps the last values that were made from the same, for programs that build
// again and again: the preview and the tests.
type memo[K comparable, V any] struct {
	mu   sync.Mutex
	made map[K]V
}

// memoized bounds how many values a memo keeps.
const memoized = 8

// get returns the value of a key, made by build where it is not kept. An error is not
// kept.
func (m *memo[K, V]) get(key K, build func() (V, error)) (V, error) {
	m.mu.Lock()
	value, ok := m.made[key]
	m.mu.Unlock()
	if ok {
		return value, nil
	}
	value, err := build()
	if err != nil {
		return value, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.made) >= memoized || m.made == nil {
		m.made = map[K]V{}
	}
	m.made[key] = value
	return value, nil
}

// stored is get for a value that is kept in a store, too, in a form P that can be packed.
func stored[V, P any](m *memo[store.Key, V], kept *store.Store, name string, key store.Key, build func() (V, error), pack func(V) P, unpack func(P) V) (V, error) {
	return m.get(key, func() (V, error) {
		if text := kept.Load(name, key); text != "" {
			var packed P
			if rest, err := store.Unpack(text, &packed); err == nil && rest == "" {
				return unpack(packed), nil
			}
		}
		value, err := build()
		if err == nil {
			packed := pack(value)
			kept.Save(name, key, store.Pack(nil, &packed))
		}
		return value, err
	})
}
