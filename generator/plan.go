package generator

import (
	"fmt"
	"io/fs"

	"siger/generator/content"
	"siger/generator/history"
	"siger/generator/problem"
	"siger/generator/render"
	"siger/generator/site"
)

// planSite plans the site and loads the layouts.
func (p *prepared) planSite() error {
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
	options := site.Options{Base: p.base, Texts: p.texts, Others: p.others, Assets: paths, Recompute: script, Typeface: typeface, Intervals: p.intervals}
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
	if p.renderer, err = render.New(render.Options{Layouts: c.Layouts, Texts: p.texts, Others: p.others, Base: p.base.Path, Exists: p.exists(), Read: readerOf(c.Content), Single: c.Store.KeepsValues()}); err != nil {
		return err
	}
	return nil
}

// readerOf returns the reader of a content's texts, most of which were left in their files.
func readerOf(fsys fs.FS) render.Reader {
	texts := content.TextsOf(fsys)
	return func(to []byte, md site.Markdown) ([]byte, error) {
		return texts.Append(to, md.File, md.Field, md.Text)
	}
}
