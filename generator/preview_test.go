package generator_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"siger/generator"
	"siger/generator/internal/sink"
	"siger/generator/problem"
	"siger/layouts"
)

// A previewed is a preview beside clean builds of the same content.
type previewed struct {
	previewer generator.Previewer
	shown     *generator.Preview // the last good one
	want      map[string][]byte  // and what a clean build gave then
	before    fstest.MapFS
	clock     time.Time
}

// build previews, and compares the result with that of a clean build, or with that of the last good
// one when there is something to mend.
func (p *previewed) build(c generator.Config, content fstest.MapFS, clean *sink.Memory, want []problem.Problem) error {
	p.clock = cmp.Or(p.clock, time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)).Add(time.Hour)
	for name, file := range content {
		if p.before[name] != file {
			file.ModTime = p.clock
		}
	}
	p.before = maps.Clone(content)
	next, got, err := p.previewer.Next(c)
	if err != nil {
		return err
	}
	if said(got) != said(want) {
		return fmt.Errorf("the problems are\n%v\nnot\n%v", said(got), said(want))
	}
	if !problem.Blocking(want) {
		p.shown, p.want = next, clean.Files
	}
	if p.shown == nil {
		return nil
	}
	if paths := p.shown.Paths(); len(paths) != len(p.want) {
		return fmt.Errorf("there are %d files, not %d", len(paths), len(p.want))
	}
	for path, data := range p.want {
		if shown, err := p.shown.File(path); err != nil || !p.shown.Has(path) || !bytes.Equal(shown, data) {
			return fmt.Errorf("%s is not that of a clean build: %v", path, err)
		}
	}
	return nil
}

// said is what problems tell.
func said(list []problem.Problem) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%s [%s] %s\n", p.Place(""), p.Code, p.Text("id"))
	}
	return b.String()
}

// oldSite is the small site with all files from an hour ago.
func oldSite(t *testing.T) (fstest.MapFS, time.Time) {
	content, old := smallSite(t), time.Now().Add(-time.Hour)
	for _, file := range content {
		file.ModTime = old
	}
	return content, old
}

// TestLooks: of innovations, only those are read again that look other than before, or may
// just have been changed.
func TestLooks(t *testing.T) {
	t.Parallel()
	content, old := oldSite(t)
	const kopi, sehat = "2020/inovasi/kopi.yaml", "2020/inovasi/sehat.yaml"
	var previewer generator.Previewer
	read := func() []string {
		opened := &openedFS{FS: content}
		if _, found, err := previewer.Next(config(opened)); err != nil || problem.Blocking(found) {
			t.Fatal(found, err)
		}
		return opened.innovations()
	}
	if first := read(); !slices.Contains(first, kopi) || !slices.Contains(first, sehat) {
		t.Fatalf("read at first: %v", first)
	}
	if again := read(); slices.Contains(again, kopi) || slices.Contains(again, sehat) {
		t.Errorf("read again though nothing changed: %v", again)
	}
	content[kopi].ModTime = old.Add(time.Second)
	if again := read(); !slices.Contains(again, kopi) || slices.Contains(again, sehat) {
		t.Errorf("read after a change: %v", again)
	}
	content[kopi].ModTime = time.Now()
	for range 2 {
		if again := read(); !slices.Contains(again, kopi) {
			t.Errorf("not read though it is new: %v", again)
		}
	}
}

// TestPreviewStays: while there is something to mend, whatever it is, the preview before shows what it showed,
// also of files that have changed since and of pages that nobody had opened.
func TestPreviewStays(t *testing.T) {
	t.Parallel()
	const kopi = "2020/inovasi/kopi.yaml"
	for name, fault := range map[string]func(c fstest.MapFS){
		"text":       func(c fstest.MapFS) { setGoals(c, kopi, `"[x](/tidak/ada/)"`) },
		"key":        func(c fstest.MapFS) { replaceIn(c, kopi, "nama:", "nam:") },
		"picture":    func(c fstest.MapFS) { c["2020/gambar/kopi.png"] = &fstest.MapFile{Data: []byte("rusak")} },
		"no picture": func(c fstest.MapFS) { delete(c, "2020/gambar/kopi.png") },
		"no innovation": func(c fstest.MapFS) {
			delete(c, kopi)
			delete(c, "2020/edisi.yaml")
		},
	} {
		content := smallSite(t)
		var clean sink.Memory
		if _, found, err := generator.Build(config(content), &clean); err != nil || problem.Blocking(found) {
			t.Fatal(found, err)
		}
		p := previewed{}
		if err := p.build(config(content), content, &clean, nil); err != nil {
			t.Fatal(err)
		}
		fault(content)
		want, err := generator.Check(config(content))
		if err != nil || !problem.Blocking(want) {
			t.Fatalf("%s: no fault: %v, %v", name, want, err)
		}
		if err := p.build(config(content), content, nil, want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPreviewAtOnce: a preview is asked for pages by many while the next ones are made.
func TestPreviewAtOnce(t *testing.T) {
	t.Parallel()
	content := smallSite(t)
	var previewer generator.Previewer
	next := func() *generator.Preview {
		p, found, err := previewer.Next(config(content))
		if err != nil || problem.Blocking(found) {
			t.Fatal(found, err)
		}
		return p
	}
	shown := next()
	var now sync.Mutex
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for i := range 4 {
		readers.Go(func() {
			r := rand.New(rand.NewPCG(uint64(i), 4))
			for {
				select {
				case <-stop:
					return
				default:
				}
				now.Lock()
				p := shown
				now.Unlock()
				paths := p.Paths()
				if _, err := p.File(paths[r.IntN(len(paths))]); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 10 {
		if i%3 == 2 {
			replaceIn(content, "2020/inovasi/kopi.yaml", "(?m)^nama: .*$", fmt.Sprintf("nama: Kopi %d", i))
		}
		setGoals(content, "2020/inovasi/kopi.yaml", fmt.Sprintf("|\n  Tujuan %d.", i))
		content["2020/inovasi/kopi.yaml"].ModTime = time.Now()
		p := next()
		now.Lock()
		shown = p
		now.Unlock()
		if page, err := p.File("inovasi/kopi/index.html"); err != nil || !bytes.Contains(page, fmt.Appendf(nil, "Tujuan %d.", i)) {
			t.Errorf("after edit %d the page is another: %v", i, err)
		}
	}
	close(stop)
	readers.Wait()
}

// TestPreviewLayouts: a layout that fails is an error at once, whoever opens a page of it.
func TestPreviewLayouts(t *testing.T) {
	t.Parallel()
	content, overlay := smallSite(t), fstest.MapFS{}
	c := config(content)
	c.Layouts = layouts.Over(overlay)
	var previewer generator.Previewer
	if _, _, err := previewer.Next(c); err != nil {
		t.Fatal(err)
	}
	overlay["compare.html"] = &fstest.MapFile{Data: []byte("<p>{{.TidakAda}}</p>")}
	if _, _, err := previewer.Next(c); err == nil || !strings.Contains(err.Error(), "TidakAda") {
		t.Errorf("the error is %v", err)
	}
	delete(overlay, "compare.html")
	if _, _, err := previewer.Next(c); err != nil {
		t.Error(err)
	}
}

// An openedFS notes what is opened.
type openedFS struct {
	fs.FS
	mu    sync.Mutex
	names []string
}

func (f *openedFS) Open(name string) (fs.File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.names = append(f.names, name)
	return f.FS.Open(name)
}

func (f *openedFS) innovations() []string {
	return slices.DeleteFunc(f.names, func(name string) bool { return !strings.Contains(name, "/inovasi/") })
}
