package preview

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"siger/generator/internal/sink"
)

// A stream reads announcements as a page does.
type stream struct {
	t    testing.TB
	body io.ReadCloser
	in   *bufio.Reader
}

func (p *trial) stream() *stream {
	p.t.Helper()
	answer, err := client.Get(p.base + ".siger/events")
	p.do(err)
	if kind := answer.Header.Get("Content-Type"); answer.StatusCode != http.StatusOK || kind != "text/event-stream" {
		p.t.Fatalf("events: status %d, type %s", answer.StatusCode, kind)
	}
	return &stream{p.t, answer.Body, bufio.NewReader(answer.Body)}
}

func (s *stream) next() announcement {
	s.t.Helper()
	for {
		line, err := s.in.ReadString('\n')
		if err != nil {
			s.t.Fatalf("events: %v", err)
		}
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			var a announcement
			if err := json.Unmarshal([]byte(data), &a); err != nil {
				s.t.Fatal(err)
			}
			return a
		}
	}
}

// announced returns what a page is told first.
func (p *trial) announced() announcement {
	p.t.Helper()
	s := p.stream()
	defer s.body.Close()
	return s.next()
}

// TestEvents: an open page is told of the site it belongs to, of a new one, of
// faults and of their end, each once.
func TestEvents(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), nil)
	s := p.stream()
	defer s.body.Close()
	first := s.next()
	_, page := p.get("")
	if tag := string(scriptTag(first.Site)); first.Site == "" || !strings.Contains(string(page), tag) {
		t.Errorf("the page lacks %s", tag)
	}
	if first.Faults != "" || first.Heading != testWords.OldSite || first.Close != testWords.Close {
		t.Errorf("announced first: %+v", first)
	}

	p.replace("2020/inovasi/kopi.yaml", "nama: Kopi Rakyat", "nam: Kopi <Rakyat>")
	var none sink.Memory
	want := p.build(&none)
	if got := s.next(); got.Site != first.Site || got.Faults != want || !strings.Contains(want, "S110") {
		t.Errorf("announced %+v, want the faults %q over the site %s", got, want, first.Site)
	}
	if answer, _ := p.get("inovasi/kopi/"); answer.StatusCode != http.StatusOK {
		t.Errorf("with faults the last good site has status %d", answer.StatusCode)
	}

	// A change that leaves the faults as they are is no news; the mending is.
	p.write("halaman/tentang.md", append(p.read("halaman/tentang.md"), "\nLagi.\n"...))
	p.settle(p.builtNow(t, "nam: Kopi <Rakyat>", "nama: Kopi Rakyat"))
	if got := s.next(); got.Faults != "" || got.Site == first.Site {
		t.Errorf("after mending: %+v", got)
	}
	// Broken and mended to the same site: the faults go, the page need not reload.
	mended := p.announced().Site
	p.replace("2020/inovasi/kopi.yaml", "nama: Kopi Rakyat", "nam: Kopi Rakyat")
	if got := s.next(); got.Faults == "" || got.Site != mended {
		t.Errorf("broken again: %+v", got)
	}
	p.replace("2020/inovasi/kopi.yaml", "nam: Kopi Rakyat", "nama: Kopi Rakyat")
	if got := s.next(); got.Faults != "" || got.Site != mended {
		t.Errorf("mended to the same site: %+v", got)
	}
}

// builtNow mends the innovation and returns what a clean build gives then.
func (p *trial) builtNow(t *testing.T, broken, mended string) map[string][]byte {
	t.Helper()
	p.replace("2020/inovasi/kopi.yaml", broken, mended)
	var clean sink.Memory
	if faults := p.build(&clean); faults != "" {
		t.Fatal(faults)
	}
	return clean.Files
}

// TestFirstBuild: with faults from the start every address shows them, and the
// site comes by itself once they are mended.
func TestFirstBuild(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), func(p *trial) {
		p.replace("2020/inovasi/kopi.yaml", "nama: Kopi Rakyat", "<b>: Kopi Rakyat")
	})
	for _, path := range []string{"", "inovasi/kopi/", "tidak/ada", "404.html", "aset/siger.css"} {
		answer, body := p.get(path)
		if answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("/%s: status %d, type %s", path, answer.StatusCode, answer.Header.Get("Content-Type"))
		}
		for _, want := range []string{"belum ada &lt;situs&gt;", "kopi.yaml:1:1: [S110]", "&lt;b&gt;", string(scriptTag("")), `lang="id"`} {
			if !strings.Contains(string(body), want) {
				t.Errorf("/%s lacks %s:\n%s", path, want, body)
			}
		}
		if strings.Contains(string(body), "<b>") {
			t.Errorf("/%s holds what the author wrote as it stands", path)
		}
		policy := answer.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("/%s: policy %q", path, policy)
		}
	}
	if answer, _ := p.get(".siger/reload.js"); answer.StatusCode != http.StatusOK {
		t.Errorf("the script has status %d", answer.StatusCode)
	}
	s := p.stream()
	defer s.body.Close()
	if got := s.next(); got.Site != "" || got.Faults == "" {
		t.Errorf("announced %+v", got)
	}
	want := p.builtNow(t, "<b>: Kopi Rakyat", "nama: Kopi Rakyat")
	if got := s.next(); got.Site != versionOf(want) || got.Faults != "" {
		t.Errorf("announced after mending: %+v", got)
	}
	p.settle(nil)
}

// TestStreams: only so many pages are told at one time; the rest are refused and
// may come back when one has left.
func TestStreams(t *testing.T) {
	t.Parallel()
	p := newTrial(t, brisk(), nil)
	var open []*stream
	for range maxStreams {
		open = append(open, p.stream())
	}
	answer, body := p.get(".siger/events")
	if answer.StatusCode != http.StatusServiceUnavailable || string(body) != testWords.Busy+"\n" {
		t.Errorf("one stream too many: status %d, %q", answer.StatusCode, body)
	}
	if answer, _ := p.get(""); answer.StatusCode != http.StatusOK {
		t.Errorf("a page beside all streams: status %d", answer.StatusCode)
	}
	for _, s := range open {
		s.body.Close()
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		answer, err := client.Get(p.base + ".siger/events")
		p.do(err)
		answer.Body.Close()
		if answer.StatusCode == http.StatusOK {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("streams that left keep their places")
		}
	}
}

// TestLongStream: a stream outlives the deadlines of ordinary requests.
func TestLongStream(t *testing.T) {
	t.Parallel()
	l := brisk()
	l.header, l.write = 300*time.Millisecond, 300*time.Millisecond
	p := newTrial(t, l, nil)
	s := p.stream()
	defer s.body.Close()
	s.next()
	time.Sleep(700 * time.Millisecond)
	p.replace("situs.yaml", "Situs Uji", "Situs Lain")
	s.next()
}

// TestNeverReads: streams whose readers do not read hold up neither the preview
// nor the others, and lose their places.
func TestNeverReads(t *testing.T) {
	t.Parallel()
	l := brisk()
	l.write = 200 * time.Millisecond
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	s := newServer(Config{Address: "127.0.0.1", Words: testWords}, listener.Addr(), ended, l)
	web := &http.Server{Handler: s}
	go func() { _ = web.Serve(listener) }()
	defer web.Close()
	for range maxStreams {
		c, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		fmt.Fprintf(c, "GET /.siger/events HTTP/1.1\r\nHost: %s\r\n\r\n", listener.Addr())
	}
	for len(s.streams) < maxStreams {
		time.Sleep(time.Millisecond)
	}
	// Far more than the system buffers for a reader.
	slow := time.Duration(0)
	deadline := time.Now().Add(patience)
	for i := 0; len(s.streams) > 0; i++ {
		start := time.Now()
		s.rebuild(func() (Site, string, func()) {
			return nil, fmt.Sprint(i, strings.Repeat("\npenuh", maxFaults/8)), nil
		})
		slow = max(slow, time.Since(start))
		if time.Now().After(deadline) {
			t.Fatalf("%d readers that do not read keep their places", len(s.streams))
		}
		time.Sleep(5 * time.Millisecond)
	}
	if slow > patience/2 {
		t.Errorf("a build waited %v for readers", slow)
	}
}

// TestClip: faults without end are cut after a line.
func TestClip(t *testing.T) {
	if got := clip("satu\ndua\n", "lagi"); got != "satu\ndua\n" {
		t.Errorf("a short text became %q", got)
	}
	got := clip(strings.Repeat("baris é\n", maxFaults/8), "lagi")
	if len(got) > maxFaults+10 || !strings.HasSuffix(got, "baris é\nlagi\n") {
		t.Errorf("%d bytes, ending %q", len(got), got[len(got)-30:])
	}
}
