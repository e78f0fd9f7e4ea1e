package preview

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A slowSite makes its file only when it may, and counts how often.
type slowSite struct {
	builtSite
	may  chan struct{}
	made atomic.Int64
}

func (s *slowSite) File(path string) ([]byte, error) {
	s.made.Add(1)
	<-s.may
	return s.builtSite.File(path)
}

// TestMaking: those who ask for one file at one time share it, beyond a number of answers there is no
// other, and nothing is kept when all are done.
func TestMaking(t *testing.T) {
	site := &slowSite{may: make(chan struct{})}
	if err := site.Put("besar.json", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	address := httptest.NewServer(nil)
	defer address.Close()
	s := newServer(Config{Address: "127.0.0.1", Words: testWords}, address.Listener.Addr(), nil, brisk())
	s.rebuild(func() (Site, string, func()) { return site, "", nil })
	ask := func() int {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address.URL+"/besar.json", nil))
		return w.Code
	}
	var group sync.WaitGroup
	for range maxAnswers {
		group.Go(func() {
			if code := ask(); code != http.StatusOK {
				t.Errorf("status %d", code)
			}
		})
	}
	readers := func() (n int) {
		s.made.mu.Lock()
		defer s.made.mu.Unlock()
		for _, file := range s.made.files {
			n += file.readers
		}
		return n
	}
	for readers() < maxAnswers {
		time.Sleep(time.Millisecond)
	}
	if code := ask(); code != http.StatusServiceUnavailable {
		t.Errorf("one more has status %d", code)
	}
	close(site.may)
	group.Wait()
	if n := site.made.Load(); n != 1 || len(s.made.files) > 0 || len(s.answers) > 0 {
		t.Errorf("made %d times; %d files are kept and %d answers are under way", n, len(s.made.files), len(s.answers))
	}
	if code := ask(); code != http.StatusOK || site.made.Load() != 2 {
		t.Errorf("afterwards: status %d, made %d times", code, site.made.Load())
	}
}
