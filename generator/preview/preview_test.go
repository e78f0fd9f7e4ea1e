package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"siger/generator"
	"siger/generator/internal/sink"
	"siger/layouts"
)

// patience is how long a test waits for what should be there at once: machines
// that run many tests at a time are slow, and a hang is far longer still.
const patience = time.Minute

// brisk are limits for tests.
func brisk() limits {
	l := usual
	l.quiet, l.burst, l.poll = 20*time.Millisecond, 200*time.Millisecond, 20*time.Millisecond
	return l
}

var testWords = Words{
	Language: "id", NoSite: "belum ada <situs>", Waiting: "tunggu", OldSite: "situs lama", NoPage: "halaman gagal", Mend: "bereskan", Close: "tutup", More: "dan seterusnya",
	NotFound: "tidak ada", Stranger: "orang asing", Method: "hanya baca", Busy: "terlalu banyak",
}

// A trial is a preview of a copy of the small site, with real files and HTTP.
type trial struct {
	t       testing.TB
	content string // folder of the content
	layouts string // folder that stands in for layouts, empty at first
	base    string // address, with a slash at its end
	latest  string // path of the page of what was changed last
	builds  atomic.Int64
	polls   atomic.Int64
	end     func() error // ends the preview, once
}

// newTrial starts a preview; prepare may change the folders before.
func newTrial(t testing.TB, l limits, prepare func(*trial)) *trial {
	t.Helper()
	dir := t.TempDir()
	p := &trial{t: t, content: filepath.Join(dir, "isi"), layouts: filepath.Join(dir, "tata-letak")}
	p.do(os.CopyFS(p.content, os.DirFS("../testdata/kecil")))
	p.do(os.Mkdir(p.layouts, 0o755))
	if prepare != nil {
		prepare(p)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	p.do(err)
	p.base = "http://" + listener.Addr().String() + "/"
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- serve(ctx, listener, Config{
			Folders: []string{p.content, p.layouts},
			Address: "127.0.0.1",
			Build: func() (Site, string, func()) {
				site := &builtSite{}
				faults := p.build(site)
				return site, faults, func() { p.builds.Add(1) }
			},
			Latest:  func() string { return p.latest },
			Polling: func() { p.polls.Add(1) },
			Words:   testWords,
		}, l)
	}()
	p.end = func() error {
		cancel()
		select {
		case err := <-ended:
			ended <- nil
			return err
		case <-time.After(patience):
			return errors.New("the preview does not end")
		}
	}
	t.Cleanup(func() {
		if err := p.end(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func (p *trial) do(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// build is a clean build of what the folders hold now.
func (p *trial) build(sink generator.Sink) string {
	_, problems, err := generator.Build(generator.Config{
		Content: os.DirFS(p.content), Layouts: layouts.Over(os.DirFS(p.layouts)), Defaults: layouts.Default(), BaseURL: p.base,
	}, sink)
	if err != nil {
		return "gagal: " + err.Error() + "\n"
	}
	var b strings.Builder
	for _, found := range problems {
		fmt.Fprintf(&b, "%s: [%s] <%s>\n", found.Place(""), found.Code, found.Text("id"))
	}
	return b.String()
}

// get returns an answer and its body.
func (p *trial) get(path string) (*http.Response, []byte) {
	p.t.Helper()
	return p.ask("GET", path, nil)
}

// client follows nothing.
var client = &http.Client{
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	Timeout:       patience,
}

func (p *trial) ask(method, path string, head map[string]string) (*http.Response, []byte) {
	p.t.Helper()
	r, err := http.NewRequest(method, p.base+strings.TrimPrefix(path, "/"), nil)
	p.do(err)
	for key, value := range head {
		if key == "Host" {
			r.Host = value
		} else {
			r.Header.Set(key, value)
		}
	}
	answer, err := client.Do(r)
	p.do(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	p.do(err)
	return answer, body
}

var tagPattern = regexp.MustCompile(`<script src="/\.siger/reload\.js" data-situs="[0-9a-f]{32}" defer></script>`)

// difference says how what is served differs from files; "" when it is equal byte
// for byte, minus exactly one tag in each page.
func (p *trial) difference(files map[string][]byte) string {
	p.t.Helper()
	for name, want := range files {
		answer, got := p.get(strings.TrimSuffix(name, "index.html"))
		if answer.StatusCode != http.StatusOK {
			return fmt.Sprintf("%s: status %d", name, answer.StatusCode)
		}
		if strings.HasSuffix(name, ".html") {
			if n := len(tagPattern.FindAll(got, -1)); n != 1 {
				return fmt.Sprintf("%s has %d tags", name, n)
			}
			got = tagPattern.ReplaceAll(got, nil)
		}
		if !bytes.Equal(got, want) {
			return name + " differs"
		}
	}
	return ""
}

// settle waits until what is served is what a clean build of the folders gives.
// A build with faults must leave the files of last as they were, and its faults
// must be announced. It returns the files that are served then.
func (p *trial) settle(last map[string][]byte) map[string][]byte {
	p.t.Helper()
	var clean sink.Memory
	faults := p.build(&clean)
	want := clean.Files
	if faults != "" {
		want = last
	}
	problem := "nothing was tried"
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		said := p.announced()
		if said.Faults != faults {
			problem = fmt.Sprintf("announced are the faults %q, want %q", said.Faults, faults)
			continue
		}
		if want == nil {
			answer, _ := p.get("")
			if problem = fmt.Sprintf("status %d without a site", answer.StatusCode); answer.StatusCode == http.StatusServiceUnavailable {
				return nil
			}
			continue
		}
		// The version spares fetching every page on every round.
		if problem = "an old site is served"; said.Site != versionOf(want) {
			continue
		}
		if problem = p.difference(want); problem == "" {
			return want
		}
	}
	p.t.Fatalf("the preview did not settle: %s", problem)
	return nil
}

// tree describes everything below a folder, to see whether it changes.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		found[name] = fmt.Sprint(info.Mode(), info.Size(), info.ModTime())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
