package generator

import (
	"bytes"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/site"
	"siger/generator/store"
)

// A Previewer previews a site again and again while its content is edited, and remembers what
// it has read, planned and checked. The zero value remembers nothing. It is not safe for
// concurrent use; the previews that it returns are.
type Previewer struct {
	kept     *store.Store
	looks    looks
	plan     *plan // of the last preview
	verified verified
	pictures map[string][]byte // as they are published, by their hash
}

// A Preview is a site whose files are made when they are asked for. They are those that
// [Build] would give; a page that its texts alone distinguish from what follows may already
// show the texts of the next preview.
type Preview struct {
	plan    *plan
	files   map[string][]byte // that are there already: assets and pictures
	version string
}

// A plan is what follows from the facts of content. Previews share it, since an edit of a
// text leaves it as it is but for the innovation's text.
type plan struct {
	key     store.Key
	layouts store.Key
	of      *prepared
	index   map[string]int // of outputs, by path
	mu      sync.RWMutex   // held while texts are exchanged
}

// Next reads the content and returns a preview of it, unless its authors must mend something. The
// problems are those of [Check]. The error says only what the machine failed at. c has neither Store
// nor Sources.
func (v *Previewer) Next(c Config) (*Preview, []problem.Problem, error) {
	if v.kept == nil {
		v.kept = store.InMemory()
	}
	c.Store = v.kept
	sources, seen, err := v.looks.sources(c)
	if err != nil {
		return nil, nil, err
	}
	c.Sources = sources
	p, err := load(c, true)
	if err != nil {
		return nil, nil, err
	}
	p.single = true
	var files map[string][]byte
	if !problem.Blocking(p.found) {
		if files, err = v.read(p); err != nil {
			return nil, nil, err
		}
	}
	next, found, err := v.planned(p)
	if err != nil {
		return nil, nil, err
	}
	seen.note(sources)
	v.looks = seen
	if problem.Blocking(found) {
		return nil, found, nil
	}
	v.plan = next
	version, known := sources.Digest()
	if !known {
		return nil, nil, errors.New("content was not read as a whole")
	}
	return &Preview{next, files, hex.EncodeToString(version[:16])}, found, nil
}

// planned returns the plan of what was loaded, checked.
func (v *Previewer) planned(p *prepared) (next *plan, found []problem.Problem, err error) {
	key, err := store.DigestOf(p.pages, p.layouts, p.base.String(), p.config.Style)
	if err != nil {
		return nil, nil, err
	}
	if v.plan != nil && v.plan.key == key && !problem.Blocking(p.found) {
		found, err = v.renewed(p)
		return v.plan, found, err
	}
	if err := p.plan(); err != nil {
		return nil, nil, err
	}
	if err := v.check(p); err != nil {
		return nil, nil, err
	}
	if found = p.problems(); problem.Blocking(found) {
		return nil, found, nil
	}
	next = &plan{key: key, layouts: p.layouts, of: p, index: make(map[string]int, len(p.site.Outputs()))}
	for i := range p.site.Outputs() {
		next.index[p.site.Outputs()[i].Path] = i
	}
	if _, embedded := p.config.Layouts.(embed.FS); !embedded && (v.plan == nil || v.plan.layouts != p.layouts) {
		err = next.tryLayouts()
	}
	return next, found, err
}

// renewed exchanges the texts in the last plan for those of now, and takes them back if
// there is something to mend in them.
func (v *Previewer) renewed(p *prepared) ([]problem.Problem, error) {
	last := v.plan.of
	p.standings, p.site, p.renderer, p.addresses = last.standings, last.site, last.renderer, last.addresses
	v.plan.mu.Lock()
	defer v.plan.mu.Unlock()
	undo := last.exchange(p.content)
	p.checkSeals()
	if err := v.check(p); err != nil {
		undo()
		return nil, err
	}
	found := p.problems()
	if problem.Blocking(found) {
		undo()
	}
	return found, nil
}

// exchange puts the innovations of content with the same facts into the place of those that differ.
func (p *prepared) exchange(now *content.Content) (undo func()) {
	type exchanged struct{ in, was *award.Innovation }
	var all []exchanged
	for i, e := range p.content.Editions {
		for j, in := range e.Innovations {
			if other := now.Editions[i].Innovations[j]; other != in {
				was := *in
				all = append(all, exchanged{in, &was})
				*in = *other
			}
		}
	}
	return func() {
		for _, e := range all {
			*e.in = *e.was
		}
	}
}

// A verified is what is known of innovations' files whose texts have no problem.
type verified struct {
	addresses store.Key // of the site that the texts belong to
	files     map[string]verifiedFile
}

type verifiedFile struct {
	source store.Key
	linked bool // so that it depends on the addresses
}

// check finds what is wrong with texts, except those that are known to have no problem.
func (v *Previewer) check(p *prepared) error {
	known := func(file string) bool {
		is, ok := v.verified.files[file]
		return ok && is.source == p.content.Digests[file].Source && (!is.linked || v.verified.addresses == p.addresses)
	}
	if err := p.check(p.site.AllMarkdown(known)); err != nil {
		return err
	}
	next := verified{p.addresses, make(map[string]verifiedFile, len(p.content.Digests))}
	lenient := problem.Blocking(p.found) // see exists
	faulty := map[string]bool{}
	for _, found := range p.checked.Sorted() {
		faulty[found.File] = true
	}
	for file, digests := range p.content.Digests {
		if was := v.verified.files[file]; known(file) {
			next.files[file] = was
		} else if linked := p.renderer.Linked(file); !faulty[file] && !(linked && lenient) {
			next.files[file] = verifiedFile{digests.Source, linked}
		}
	}
	v.verified = next
	return nil
}

// read returns the files that are not made but read: assets and pictures.
func (v *Previewer) read(p *prepared) (map[string][]byte, error) {
	files := make(map[string][]byte, len(p.assets)+len(p.content.Pictures))
	for _, a := range p.assets {
		files[a.Path] = a.Data
	}
	pictures := make(map[string][]byte, len(p.content.Pictures))
	for _, picture := range p.content.Pictures {
		data, known := v.pictures[picture.Hash]
		if !known {
			var err error
			if data, err = p.read(picture); err != nil {
				return nil, err
			}
		}
		pictures[picture.Hash] = data
		files[site.PicturePath(picture.Year, picture.Name)] = data
	}
	v.pictures = pictures
	return files, nil
}

// tryLayouts renders a page by each layout: a layout that cannot work is found before somebody
// opens a page of it.
func (p *plan) tryLayouts() error {
	tried := map[string]bool{}
	for i := range p.of.site.Outputs() {
		o := &p.of.site.Outputs()[i]
		if o.Layout == "" || tried[o.Layout] {
			continue
		}
		tried[o.Layout] = true
		if _, err := p.of.make(o); err != nil {
			return err
		}
	}
	return nil
}

// make makes an output.
func (p *prepared) make(o *site.Output) (data []byte, err error) {
	if o.Layout != "" {
		err = p.renderer.Page(o.Layout, o.View(), func(page []byte) error {
			data = bytes.Clone(page)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", o.Path, err)
		}
		return data, nil
	}
	var out bytes.Buffer
	if err := o.Write(&out); err != nil {
		return nil, fmt.Errorf("file %s: %w", o.Path, err)
	}
	return out.Bytes(), nil
}

// File makes a file of the site; path is as in [Sink]. The error is [fs.ErrNotExist] when the
// site has none there.
func (p *Preview) File(path string) ([]byte, error) {
	if data, ok := p.files[path]; ok {
		return data, nil
	}
	i, ok := p.plan.index[path]
	if !ok {
		return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	p.plan.mu.RLock()
	defer p.plan.mu.RUnlock()
	return p.plan.of.make(&p.plan.of.site.Outputs()[i])
}

// Has reports whether the site has a file.
func (p *Preview) Has(path string) bool {
	_, output := p.plan.index[path]
	_, file := p.files[path]
	return output || file
}

// Version names the site: previews of the same sources have the same.
func (p *Preview) Version() string { return p.version }

// Pages returns how many pages the site has.
func (p *Preview) Pages() int {
	n := 0
	for _, o := range p.plan.of.site.Outputs() {
		if o.Layout != "" {
			n++
		}
	}
	return n
}
