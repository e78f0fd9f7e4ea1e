package preview

import (
	"encoding/hex"
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
func (s *server) rebuild(build func(*generator.Memory) (string, func())) {
	site := &generator.Memory{Last: s.site}
	faults, served := build(site)
	site.Last = nil
	next := &state{faults: clip(faults, s.words.More)}
	last, _ := s.board.now()
	if next.faults == "" {
		s.site = site
		version := site.Version()
		next.files, next.version = site.Files, hex.EncodeToString(version[:16])
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

// clip cuts a text that is too long at the end of a line.
func clip(text, more string) string {
	if len(text) <= maxFaults {
		return text
	}
	text = text[:maxFaults]
	text = text[:strings.LastIndexByte(text, '\n')+1]
	return strings.ToValidUTF8(text, "") + more + "\n"
}
