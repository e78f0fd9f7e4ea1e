package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Limits on what open pages are told. Pages in the background give their stream
// back, so an author seldom has more than two.
const (
	maxStreams = 32        // pages told of changes at one time
	maxFaults  = 256 << 10 // bytes of faults that a page is sent
)

const (
	// beat is how often a quiet stream is written to, to find readers that left.
	beat = 15 * time.Second
)

// An announcement tells a page of a state.
type announcement struct {
	Site    string `json:"situs"`   // the version that is served; a page of another reloads
	Heading string `json:"judul"`   // of the faults
	Faults  string `json:"masalah"` // "" for none
	Close   string `json:"tutup"`   // the button's words
}

// events sends the present state and each that follows until the reader leaves.
// Every event has its own deadline; a reader that does not read is dropped.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	if !s.admit(w, s.streams) {
		return
	}
	defer func() { <-s.streams }()
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	control := http.NewResponseController(w)
	if control.SetReadDeadline(time.Time{}) != nil { // that of the request would end the stream
		return
	}
	write := func(format string, args ...any) bool {
		if control.SetWriteDeadline(time.Now().Add(s.limits.write)) != nil {
			return false
		}
		if _, err := fmt.Fprintf(w, format, args...); err != nil {
			return false
		}
		return control.Flush() == nil
	}
	if !write("retry: 1000\n\n") {
		return
	}
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	var last *state
	for {
		now, changed := s.board.now()
		if now != last {
			last = now
			// Nothing in it cannot be marshalled, and JSON has no line ends.
			data, _ := json.Marshal(announcement{now.version, s.words.OldSite, now.faults, s.words.Close})
			if !write("data: %s\n\n", data) {
				return
			}
		}
		select {
		case <-changed:
		case <-ticker.C:
			if !write(":\n\n") {
				return
			}
		case <-r.Context().Done():
			return
		case <-s.stop:
			return
		}
	}
}
