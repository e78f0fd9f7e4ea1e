package generator_test

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
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

// TestPreviewAtOnce: previews, the first of them too, are asked for pages by many while the next ones
// are made.
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
	first := next()
	shown := first
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
				if i%2 == 0 {
					p = first
				}
				paths := p.Paths()
				path := paths[r.IntN(len(paths))]
				if r.IntN(2) == 0 {
					path = "inovasi/baca/index.html"
				}
				if _, err := p.File(path); err != nil {
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
		setGoals(content, "2020/inovasi/baca.yaml", fmt.Sprintf("|\n  Bacaan %d.", i)) // which has no picture
		for _, file := range content {
			file.ModTime = time.Now()
		}
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

// TestPreviewLayouts: a page that fails by a layout of one's own is an error at once, whoever opens it: whether the
// layout was edited, or content brought it into use, and whichever page it is.
func TestPreviewLayouts(t *testing.T) {
	t.Parallel()
	innovation, err := fs.ReadFile(layouts.Default(), "innovation.html")
	if err != nil {
		t.Fatal(err)
	}
	for name, edit := range map[string]func(content, overlay fstest.MapFS){
		"layout": func(_, overlay fstest.MapFS) {
			overlay["compare.html"] = &fstest.MapFile{Data: []byte("<p>{{.TidakAda}}</p>")}
		},
		"content": func(content, _ fstest.MapFS) {
			replaceIn(content, "2020/edisi.yaml", "status: sementara", "status: final")
		},
		"some page": func(_, overlay fstest.MapFS) {
			overlay["innovation.html"] = &fstest.MapFile{Data: bytes.Replace(innovation, []byte("<article>"), []byte("<article>{{if .History}}{{.TidakAda}}{{end}}"), 1)}
		},
	} {
		content, overlay := smallSite(t), fstest.MapFS{}
		replaceIn(content, "2020/edisi.yaml", "status: final", "status: sementara")
		overlay["certificate.html"] = &fstest.MapFile{Data: []byte("<p>{{.TidakAda}}</p>")}
		c := config(content)
		c.Layouts = layouts.Over(overlay)
		var previewer generator.Previewer
		if _, found, err := previewer.Next(c); err != nil || problem.Blocking(found) {
			t.Fatal(name, found, err)
		}
		edit(content, overlay)
		if _, _, err := generator.Build(c, new(sink.Memory)); err == nil {
			t.Fatalf("%s: a build does not fail", name)
		}
		if _, _, err := previewer.Next(c); err == nil || !strings.Contains(err.Error(), "TidakAda") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

// TestPreviewSealed: a preview says what a check does of links into a sealed edition that was changed.
func TestPreviewSealed(t *testing.T) {
	t.Parallel()
	content := smallSite(t)
	sealEdition(t, content, "2020")
	var previewer generator.Previewer
	next := func() string {
		t.Helper()
		want, err := generator.Check(config(content))
		if err != nil {
			t.Fatal(err)
		}
		_, got, err := previewer.Next(config(content))
		if err != nil || said(got) != said(want) {
			t.Errorf("the problems are\n%s\nnot\n%s, %v", said(got), said(want), err)
		}
		return said(got)
	}
	if found := next(); found != "" {
		t.Fatal(found)
	}
	setGoals(content, "2020/inovasi/kopi.yaml", "|\n  Lain sama sekali.")
	if found := next(); !strings.Contains(found, "S703") {
		t.Fatalf("a change of a sealed edition is not found: %s", found)
	}
	setGoals(content, "2021/inovasi/benih.yaml", "|\n  Lihat [ini](/2020/penghargaan/tidak-ada/) dan [itu](/inovasi/kopi/tidak/).")
	next()
}

// TestPreviewBase: what a text links to is weighed with the site's address.
func TestPreviewBase(t *testing.T) {
	t.Parallel()
	content := smallSite(t)
	setGoals(content, "2020/inovasi/baca.yaml", "|\n  [x](/2020/peringkat/?q="+strings.Repeat("a", 1975)+")")
	var previewer generator.Previewer
	for _, url := range []string{"https://uji.example/", "https://uji.example/folder-panjang/"} {
		replaceIn(content, "situs.yaml", "(?m)^url: .*$", "url: "+url)
		want, err := generator.Check(config(content))
		if err != nil {
			t.Fatal(err)
		}
		if _, got, err := previewer.Next(config(content)); err != nil || said(got) != said(want) {
			t.Errorf("%s: the problems are %s, not %s; %v", url, said(got), said(want), err)
		}
	}
}

// TestPreviewEditedMeanwhile: whatever is edited while a preview is made and edited back after, the
// next preview is that of a clean build, and pages reload.
func TestPreviewEditedMeanwhile(t *testing.T) {
	t.Parallel()
	small := quickSite(t)
	innovation, err := fs.ReadFile(layouts.Default(), "innovation.html")
	if err != nil {
		t.Fatal(err)
	}
	var other bytes.Buffer
	if err := png.Encode(&other, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	for file, edited := range map[string][]byte{
		"2020/gambar/kopi.png":   other.Bytes(),
		"2020/edisi.yaml":        bytes.Replace(small["2020/edisi.yaml"].Data, []byte("Penilaian Uji 2020"), []byte("Penilaian Lain 2020"), 1),
		"2020/inovasi/kopi.yaml": bytes.Replace(small["2020/inovasi/kopi.yaml"].Data, []byte("nama: "), []byte("nama: Lain "), 1),
		"innovation.html":        bytes.Replace(innovation, []byte("<article>"), []byte(`<article id="lain">`), 1),
	} {
		for after := range 4 {
			content := quickSite(t)
			c := config(content)
			meanwhile := c
			if file == "innovation.html" {
				overlay := fstest.MapFS{file: &fstest.MapFile{Data: innovation}}
				c.Layouts = layouts.Over(overlay)
				meanwhile.Layouts = layouts.Over(&laterFS{FS: overlay, file: file, after: after, edited: edited})
			} else {
				meanwhile.Content = &laterFS{FS: content, file: file, after: after, edited: edited}
			}
			var previewer generator.Previewer
			first, _, err := previewer.Next(meanwhile)
			if changed, ok := errors.AsType[*generator.ChangedError](err); err != nil && !ok {
				t.Fatal(changed, err)
			}
			if back := content[file]; back != nil {
				back.ModTime = time.Now()
			}
			next, found, err := previewer.Next(c)
			if err != nil || problem.Blocking(found) {
				t.Fatal(found, err)
			}
			clean := build(t, c)
			for path, want := range clean {
				if got, err := next.File(path); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s edited after %d: %s is not that of a clean build: %v", file, after, path, err)
				}
			}
			if first == nil || first.Version() != next.Version() {
				continue
			}
			for path, want := range clean {
				if got, err := first.File(path); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s edited after %d: another %s has the same version: %v", file, after, path, err)
				}
			}
		}
	}
}

// A laterFS has a file that is another once it was opened a number of times.
type laterFS struct {
	fs.FS
	file   string
	after  int
	edited []byte
	opened atomic.Int64
}

func (f *laterFS) Open(name string) (fs.File, error) {
	if name == f.file && int(f.opened.Add(1)) > f.after {
		return fstest.MapFS{name: &fstest.MapFile{Data: f.edited}}.Open(name)
	}
	return f.FS.Open(name)
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
