package generator

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"siger/generator/change"
	"siger/generator/content"
	"siger/generator/internal/parallel"
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
	last     *Preview // nil before the first
	changes  uint64   // in what previews show, until the last
	verified verified
	pictures map[string][]byte // as they are published, by their hash

	// exchange is held while texts are exchanged in what previews show. There is one lock for all:
	// plans share the innovations whose files did not change between them.
	exchange sync.RWMutex
}

// A Preview is a site whose files are made when they are asked for. They are those that
// [Build] gives; once a later Next has returned, pages may show the texts of that.
type Preview struct {
	plan    *plan
	files   map[string][]byte // that are read and not made
	version string
}

// A plan is what follows from the facts of content. Previews share it while only texts change.
type plan struct {
	key      store.Key
	of       *prepared
	index    map[string]int // of outputs, by path
	exchange *sync.RWMutex
}

// mostTries is how often content is read again because it was edited meanwhile.
const mostTries = 3

// Next reads the content and returns a preview of it, unless its authors must mend something. The
// problems are those of [Check]. The error says only what the machine failed at, or what a layout
// that is not the program's own did. c has neither Store nor Sources.
func (v *Previewer) Next(c Config) (next *Preview, found []problem.Problem, err error) {
	for range mostTries {
		next, found, err = v.next(c)
		if _, edited := errors.AsType[*ChangedError](err); !edited {
			break
		}
	}
	return next, found, err
}

func (v *Previewer) next(c Config) (*Preview, []problem.Problem, error) {
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
	var files map[string][]byte
	if !problem.Blocking(p.found) {
		if files, err = v.read(p); err != nil {
			return nil, nil, err
		}
	}
	plan, err := v.planned(p)
	if err != nil {
		return nil, nil, err
	}
	seen.note(sources)
	v.looks = seen
	found := p.problems()
	if problem.Blocking(found) {
		return nil, found, nil
	}
	digest, known := sources.Digest()
	if !known {
		return nil, nil, errors.New("content was not read as a whole")
	}
	next := &Preview{plan: plan, files: files}
	if v.last != nil && v.last.plan == plan && !plan.take(p.content) {
		next.version = v.last.version
	} else {
		v.changes++
		next.version = fmt.Sprintf("%x-%d", digest[:16], v.changes)
	}
	v.last = next
	return next, found, nil
}

// planned returns the plan of what was loaded, and checks it. When there is something to mend, the
// plan is good for nothing.
func (v *Previewer) planned(p *prepared) (*plan, error) {
	key, err := store.DigestOf(p.pages, p.layouts, p.base.String(), p.config.Style)
	if err != nil {
		return nil, err
	}
	_, embedded := p.config.Layouts.(embed.FS)
	if embedded && v.last != nil && v.last.plan.key == key && !problem.Blocking(p.found) {
		if ok, err := v.again(p); ok || err != nil {
			return v.last.plan, err
		}
	}
	if v.last != nil {
		v.last.plan.of.saveIntervals()
	}
	if err := p.finish(); err != nil {
		return nil, err
	}
	if err := v.check(p); err != nil || problem.Blocking(p.problems()) {
		return nil, err
	}
	next := &plan{key, p, make(map[string]int, len(p.site.Outputs())), &v.exchange}
	for i := range p.site.Outputs() {
		next.index[p.site.Outputs()[i].Path] = i
	}
	if !embedded { // any page may fail, and layouts may be edited while they are read
		if err := next.try(); err != nil {
			return nil, err
		}
		if err := p.sameLayouts(); err != nil {
			return nil, err
		}
	}
	p.config = Config{Store: p.config.Store} // folders are not needed any more
	return next, nil
}

// again checks content with the facts of the last preview. It is false when there must be a new
// plan all the same: links into a sealed edition that was changed are in doubt, see exists.
func (v *Previewer) again(p *prepared) (ok bool, err error) {
	if len(p.content.Sealed) > 0 {
		loaded := p.found
		p.standings = change.Evaluate(p.content).Standings
		p.checkSeals()
		if problem.Blocking(p.found) {
			p.found = loaded
			return false, nil
		}
	}
	last := v.last.plan.of
	p.site, p.renderer, p.addresses = last.site, last.renderer, last.addresses
	return true, v.check(p)
}

// take puts the innovations of content with the same facts into the place of those whose files
// differ, and reports whether there are any.
func (p *plan) take(from *content.Content) (changed bool) {
	p.exchange.Lock()
	defer p.exchange.Unlock()
	known, now := p.of.content.Digests, from.Digests
	for i, e := range p.of.content.Editions {
		for j, in := range e.Innovations {
			if known[in.File].Source != now[in.File].Source {
				*in = *from.Editions[i].Innovations[j]
				known[in.File] = now[in.File]
				changed = true
			}
		}
	}
	return changed
}

// A verified is what is known of innovations' files whose texts have no problem.
type verified struct {
	links store.Key // digest of what decides whether a link is right
	files map[string]verifiedFile
}

type verifiedFile struct {
	source store.Key
	linked bool // so that it depends on verified.links
}

// check finds what is wrong with texts, except those that are known to have no problem.
func (v *Previewer) check(p *prepared) error {
	links, err := store.DigestOf(p.addresses, p.base.Path)
	if err != nil {
		return err
	}
	known := func(file string) bool {
		is, ok := v.verified.files[file]
		return ok && is.source == p.content.Digests[file].Source && (!is.linked || v.verified.links == links)
	}
	if err := p.check(site.AllMarkdown(p.content, known)); err != nil {
		return err
	}
	next := verified{links, make(map[string]verifiedFile, len(p.content.Digests))}
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
			if data, err = picture.Read(p.config.Content); err != nil {
				return nil, err
			}
		}
		pictures[picture.Hash] = data
		files[site.PicturePath(picture.Year, picture.Name)] = data
	}
	v.pictures = pictures
	return files, nil
}

// try makes all pages, for what layouts may fail at.
func (p *plan) try() error {
	outputs := p.of.site.Outputs()
	return parallel.Try(len(outputs), func(i int) error {
		if outputs[i].Layout == "" {
			return nil
		}
		return p.of.make(&outputs[i], nil, func([]byte) error { return nil })
	})
}

// File makes a file of the site, by its path as in [Sink]. The bytes must not be changed. The
// error is [fs.ErrNotExist] when the site has none there.
func (p *Preview) File(path string) (data []byte, err error) {
	if data, ok := p.files[path]; ok {
		return data, nil
	}
	i, ok := p.plan.index[path]
	if !ok {
		return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	p.plan.exchange.RLock()
	defer p.plan.exchange.RUnlock()
	err = p.plan.of.make(&p.plan.of.site.Outputs()[i], nil, func(made []byte) error {
		data = bytes.Clone(made)
		return nil
	})
	return data, err
}

// Has reports whether the site has a file.
func (p *Preview) Has(path string) bool {
	_, output := p.plan.index[path]
	_, file := p.files[path]
	return output || file
}

// Version names the site: two in turn with the same version have the same files.
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
