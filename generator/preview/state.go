package preview

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"sync"

	"siger/generator"
)

// A state is what is served at one moment. It never changes; a build makes a new
// one.
type state struct {
	files   map[string][]byte // of the last good build, by path; nil before the first
	version string            // of files: equal sites have equal versions; "" before the first
	faults  string            // of the last build; "" when it was good
}

// A board holds the present state and wakes those who wait for the next. Nobody
// has a queue: who comes late gets the latest state.
type board struct {
	mu      sync.Mutex
	state   *state
	changed chan struct{}
}

func newBoard() *board { return &board{state: &state{}, changed: make(chan struct{})} }

// now returns the state, and a channel that is closed when there is a newer one.
func (b *board) now() (*state, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.state, b.changed
}

func (b *board) show(s *state) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.state = s
	close(b.changed)
	b.changed = make(chan struct{})
}

// rebuild builds and shows the result. A site equal to the last wakes nobody.
func (s *server) rebuild(build func(generator.Sink) (string, func())) {
	var site generator.Memory
	faults, served := build(&site)
	next := &state{faults: clip(faults, s.words.More)}
	last, _ := s.board.now()
	if next.faults == "" {
		next.files, next.version = site.Files, versionOf(site.Files)
	} else {
		next.files, next.version = last.files, last.version
	}
	if next.version != last.version || next.faults != last.faults {
		s.board.show(next)
	}
	if served != nil {
		served()
	}
}

// maxFaults bounds what every open page is sent.
const maxFaults = 256 << 10

// clip cuts a text that is too long at the end of a line.
func clip(text, more string) string {
	if len(text) <= maxFaults {
		return text
	}
	text = text[:maxFaults]
	text = text[:strings.LastIndexByte(text, '\n')+1]
	return strings.ToValidUTF8(text, "") + more + "\n"
}

// versionOf is a hash of a site's paths and bytes.
func versionOf(files map[string][]byte) string {
	sum := sha256.New()
	field := func(data []byte) {
		var length [8]byte
		binary.BigEndian.PutUint64(length[:], uint64(len(data)))
		sum.Write(length[:])
		sum.Write(data)
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		field([]byte(path))
		field(files[path])
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}
