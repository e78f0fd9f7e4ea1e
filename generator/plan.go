package generator

import (
	"fmt"
	"io/fs"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/history"
	"siger/generator/problem"
	"siger/generator/render"
	"siger/generator/site"
	"siger/generator/store"
)

// plan plans the site and loads the layouts.
func (p *prepared) plan(texts *site.Texts, others []*site.Texts) error {
	c := p.config
	paths := make(map[string]string, len(p.assets))
	for _, a := range p.assets {
		paths[a.Name] = a.Path
	}
	script, err := fs.ReadFile(c.Layouts, "data/hitung-ulang.py")
	if err != nil {
		return fmt.Errorf("read script: %w", err)
	}
	typeface, err := loadTypeface(c.Layouts)
	if err != nil {
		return err
	}
	p.intervals = p.loadIntervals()
	options := site.Options{Base: p.base, Texts: texts, Others: others, Assets: paths, Recompute: script, Typeface: typeface, Intervals: p.intervals}
	if c.Source != nil && !problem.Blocking(p.found) {
		if options.History, err = history.Of(*c.Source, p.content.Editions, p.content.Site.History != content.Untold); err != nil {
			return err
		}
	}
	if c.Style {
		if options.Tokens, err = styleTokens(c.Layouts); err != nil {
			return err
		}
	}
	p.site = site.New(p.content, p.standings, options)
	if p.renderer, err = render.New(render.Options{Layouts: c.Layouts, Texts: texts, Others: others, Base: p.base.Path, Exists: p.exists(), Read: readerOf(c.Content)}); err != nil {
		return err
	}
	p.keepPlan()
	return nil
}

// readerOf returns the reader of a content's texts, most of which were left in their files.
func readerOf(fsys fs.FS) render.Reader {
	texts := content.TextsOf(fsys)
	return func(to []byte, md site.Markdown) ([]byte, error) {
		return texts.Append(to, md.File, md.Field, md.Text)
	}
}

// A plan is what follows from a content's facts. A preview keeps it, since an edit of a
// text leaves it as it is.
type plan struct {
	content   *content.Content // whose innovations standings and site refer to
	standings []*award.Standing
	site      *site.Site
	renderer  *render.Renderer
}

const planName = "rencana"

func (p *prepared) planKey() (store.Key, error) {
	return store.DigestOf(p.pages, p.layouts, p.base.String(), p.config.Style)
}

// keepPlan keeps the plan of content that can be published.
func (p *prepared) keepPlan() {
	if !p.config.Store.KeepsValues() || problem.Blocking(p.found) {
		return
	}
	if key, err := p.planKey(); err == nil {
		p.config.Store.SetValue(planName, key, &plan{p.content, p.standings, p.site, p.renderer})
	}
}

// keptPlan takes the plan of the same facts over from a build before, if there is one, and
// puts the innovations' texts of now into it. No build before is running any more.
func (p *prepared) keptPlan() bool {
	if !p.config.Store.KeepsValues() || problem.Blocking(p.found) {
		return false
	}
	key, err := p.planKey()
	if err != nil {
		return false
	}
	last, ok := p.config.Store.Value(planName, key).(*plan)
	if !ok {
		return false
	}
	for i, e := range last.content.Editions { // the same ones, since the facts are
		for j, in := range e.Innovations {
			if now := p.content.Editions[i].Innovations[j]; now != in {
				*in = *now
			}
		}
	}
	last.renderer.Again(readerOf(p.config.Content))
	p.standings, p.site, p.renderer, p.intervals = last.standings, last.site, last.renderer, map[int][]site.Interval{}
	for _, st := range p.standings {
		p.intervals[st.Edition.Year] = p.site.Intervals(st)
	}
	return true
}
