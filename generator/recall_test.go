package generator_test

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"siger/generator"
	"siger/generator/problem"
	"siger/generator/store"
)

// A previewed is what a preview keeps from build to build.
type previewed struct {
	store  *store.Store
	recall generator.Recall
	site   *generator.Memory
	before fstest.MapFS
	clock  time.Time
}

// build builds as a preview does, and compares the result with that of a clean build.
func (p *previewed) build(c generator.Config, content fstest.MapFS, clean *generator.Memory, want []problem.Problem) error {
	p.clock = cmp.Or(p.clock, time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)).Add(time.Hour)
	for name, file := range content {
		if p.before[name] != file {
			file.ModTime = p.clock
		}
	}
	p.before = maps.Clone(content)
	got, err := p.again(c)
	if err != nil {
		return err
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		return fmt.Errorf("the problems are\n%v\nnot\n%v", got, want)
	}
	if problem.Blocking(want) {
		return nil
	}
	if !maps.EqualFunc(p.site.Files, clean.Files, bytes.Equal) {
		return errors.New("the site is not that of a clean build")
	}
	return nil
}

// again builds as a preview does.
func (p *previewed) again(c generator.Config) ([]problem.Problem, error) {
	c.Store = p.store
	sources, err := p.recall.Sources(c)
	if err != nil {
		return nil, err
	}
	c.Sources = sources
	site := &generator.Memory{Last: p.site}
	_, found, err := generator.Build(c, site)
	if err != nil {
		return nil, err
	}
	p.recall.Note(sources)
	if !problem.Blocking(found) {
		p.site = site
	}
	return found, nil
}

// oldSite is the small site with all files from an hour ago.
func oldSite(t *testing.T) (fstest.MapFS, time.Time) {
	content, old := smallSite(t), time.Now().Add(-time.Hour)
	for _, file := range content {
		file.ModTime = old
	}
	return content, old
}

// TestRecall: of innovations, only those are read again that look other than before, or may
// just have been changed.
func TestRecall(t *testing.T) {
	t.Parallel()
	content, old := oldSite(t)
	const kopi, sehat = "2020/inovasi/kopi.yaml", "2020/inovasi/sehat.yaml"
	p := previewed{store: store.InMemory()}
	read := func() []string {
		opened := &openedFS{FS: content}
		if found, err := p.again(config(opened)); err != nil || problem.Blocking(found) {
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

// TestRecallForgets: a file that was changed and looks the same fails a build that needs it, and not
// the next one.
func TestRecallForgets(t *testing.T) {
	t.Parallel()
	content, old := oldSite(t)
	const file = "2020/inovasi/kopi.yaml"
	p := previewed{store: store.InMemory()}
	build := func() error {
		p.site = nil // so that the page is made
		_, err := p.again(config(content))
		return err
	}
	if err := build(); err != nil {
		t.Fatal(err)
	}
	before := content[file].Data
	at := bytes.Index(before, []byte("rancang_bangun: |\n  ")) + len("rancang_bangun: |\n  ")
	now := slices.Clone(before)
	now[at]++
	content[file] = &fstest.MapFile{Data: now, ModTime: old}
	changed, ok := errors.AsType[*generator.ChangedError](build())
	if !ok || changed.File != file {
		t.Fatal("the change is not noticed")
	}
	p.recall.Forget(changed.File)
	if err := build(); err != nil {
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
