package generator

import (
	"fmt"
	"io"
	"net/url"
	"testing"
	"testing/fstest"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/internal/corpus"
	"siger/generator/render"
	"siger/generator/site"
	"siger/generator/store"
	"siger/layouts"
)

// BenchmarkStep measures each step of a build alone, on one core's worth of work.
// ns/item is for one innovation.
//
//	go test ./generator -run xxx -bench Step/1000
func BenchmarkStep(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkSteps(b, n) })
	}
}

func benchmarkSteps(b *testing.B, n int) {
	files := fstest.MapFS{}
	for name, data := range corpus.Files(n) {
		files[name] = &fstest.MapFile{Data: data}
	}
	c := Config{Content: files, Layouts: layouts.Default(), Defaults: layouts.Default()}
	p, err := prepare(c, true)
	if err != nil || len(p.found) > 0 {
		b.Fatal(p.found, err)
	}
	st := p.standings[0]
	var pages []*site.Output
	for i := range p.site.Outputs() {
		if o := &p.site.Outputs()[i]; o.Layout == "innovation" {
			pages = append(pages, o)
		}
	}
	views := make([]any, len(pages))
	for i, page := range pages { // the first analyses the edition
		views[i] = page.View()
	}
	step := func(name string, work func() error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := work(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/item")
		})
	}
	each := func(work func(i int) error) func() error {
		return func() error {
			for i := range pages {
				if err := work(i); err != nil {
					return err
				}
			}
			return nil
		}
	}
	step("load", func() error {
		_, _, err := content.Load(files)
		return err
	})
	kept := store.Open(b.TempDir(), "bench")
	step("load-kept", func() error {
		_, _, err := content.LoadKept(files, kept, nil)
		return err
	})
	step("evaluate", func() error {
		award.Evaluate(st.Edition, p.content.Agencies)
		return nil
	})
	step("sources", func() error {
		_, err := SourcesOf(c, true)
		return err
	})
	step("facts", func() error {
		_, err := factsOf(p.content, nil)
		return err
	})
	step("plan", func() error {
		base, err := url.Parse("https://korpus.example")
		site.New(p.content, p.standings, site.Options{Base: base, Texts: p.texts})
		return err
	})
	step("view", each(func(i int) error {
		views[i] = pages[i].View()
		return nil
	}))
	step("digest", each(func(i int) error {
		_, err := store.DigestOf(views[i])
		return err
	}))
	step("render", each(func(i int) error {
		return p.renderer.Page("innovation", views[i], func([]byte) error { return nil })
	}))
	step("markdown", each(func(i int) error {
		for _, s := range views[i].(site.InnovationPage).Sections {
			p.renderer.Check(s.Body)
		}
		return nil
	}))
	step("layouts", func() error {
		_, err := render.New(render.Options{Layouts: c.Layouts, Texts: p.texts, Exists: p.site.Has})
		return err
	})
	for i := range p.site.Outputs() {
		if o := &p.site.Outputs()[i]; o.Path == "2023/data/hasil.json" {
			step("json", func() error { return o.Write(io.Discard) })
		}
	}
}
