package preview

import (
	"strings"
	"sync"
)

// A state is what is served at one moment. It never changes; a build makes a new
// one.
type state struct {
	site    Site   // the last good one; nil before the first
	version string // of the site; "" before the first
	faults  string // of the last build; "" when it was good
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

// show shows a state, and wakes those who wait if it is news.
func (b *board) show(s *state, news bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.state = s
	if news {
		close(b.changed)
		b.changed = make(chan struct{})
	}
}

// rebuild builds and shows the result. A site equal to the last wakes nobody.
func (s *server) rebuild(build func() (Site, string, func())) {
	site, faults, served := build()
	next := &state{faults: clip(faults, s.words.More)}
	last, _ := s.board.now()
	if next.faults == "" {
		next.site, next.version = site, site.Version()
	} else {
		next.site, next.version = last.site, last.version
	}
	s.board.show(next, next.version != last.version || next.faults != last.faults)
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
