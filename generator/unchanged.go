package generator

import (
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/history"
	"siger/generator/internal/parallel"
	"siger/generator/render"
	"siger/generator/site"
	"siger/generator/store"
)

// An output is made again only if what it is made from has changed. What that is, is
// not declared page by page, where something would be forgotten: a page is made from
// its finished view, whose digest is taken; another file from all facts of the
// content, which is everything but the texts in Markdown and the lines that things stand on.
// Both are made from the layouts and the base URL, too, which are in the key of the store's file.
// Pages whose texts link to the site itself depend on the set of its addresses, besides.
//
// Most views need not be made to know that they are the same: a page is made from the facts,
// the texts of the editions, and those innovations' files whose texts it shows, which
// only their own pages do. Only when that has changed is its view made.

// A Keeper is a Sink that can keep a file of the last site.
type Keeper interface {
	Sink
	// Keep takes over a file of the last site, if there is one with these bytes.
	Keep(path string, sum [sha256.Size]byte, size int64) bool
	// PutSum is Put for bytes whose hash is known.
	PutSum(path string, data []byte, sum [sha256.Size]byte) error
}

// A Streamer is a Sink that takes a file while it is being written, so that a large
// one is never whole in memory. It returns the hash of the bytes and their number.
type Streamer interface {
	Sink
	PutStream(path string, write func(w io.Writer) error) (sum [sha256.Size]byte, size int64, err error)
}

const (
	outputsName   = "keluaran"
	intervalsName = "rentang"
	hiddenName    = "tersembunyi"
)

// A made is an output of the last build.
type made struct {
	Path string
	From string // digest of what it was made from
	By   string // digest of the sources of a page's view; "" for none
	Set  string // digest of the set of addresses, of a page whose texts link to some; else ""
	Sum  string // hash of its bytes
	Size int64
}

// A memory is what the last build left, and what this one leaves.
type memory struct {
	store *store.Store
	key   store.Key
	last  []made
	size  int                   // in bytes of last, as it is kept
	known func() map[string]int // the index in last of a path
	now   []made                // by the index of the output
	facts store.Key
	pages store.Key // of facts and the texts of editions
	set   string    // digest of the addresses
	files map[string]content.Digests
	of    *render.Renderer
	views *store.Sharing
	same  bool // nothing differs from the last build
}

// remember returns the memory of a build; nil when there is no store or no use for it.
func (p *prepared) remember(sink Sink) *memory {
	if _, ok := sink.(Keeper); !ok || p.config.Store == nil {
		return nil
	}
	key, err := store.DigestOf(p.layouts, p.base.String())
	if err != nil {
		return nil
	}
	outputs := p.site.Outputs()
	m := &memory{store: p.config.Store, key: key, now: make([]made, len(outputs)), files: p.content.Digests, views: store.Share[site.ReceiptRule](),
		facts: p.facts, pages: p.pages, set: string(p.addresses[:]), of: p.renderer}
	if text := m.store.Load(outputsName, key); text != "" {
		m.size, m.last = len(text), make([]made, 0, len(outputs))
		for text != "" {
			var one made
			if text, err = store.Unpack(text, &one); err != nil {
				m.last = nil
				break
			}
			m.last = append(m.last, one)
		}
	}
	m.known = sync.OnceValue(func() map[string]int {
		known := make(map[string]int, len(m.last))
		for i := range m.last {
			known[m.last[i].Path] = i
		}
		return known
	})
	m.same = len(m.last) == len(outputs)
	return m
}

// before returns what an output was in the last build, where it mostly had the same index.
func (m *memory) before(i int, path string) (one made, known bool) {
	if i >= len(m.last) || m.last[i].Path != path {
		if i, known = m.known()[path]; !known {
			return made{}, false
		}
	}
	return m.last[i], true
}

// addressesOf returns the digest of the addresses that links in texts may lead to.
func (p *prepared) addressesOf() (store.Key, error) {
	outputs := p.site.Outputs()
	paths := make([]string, len(outputs), len(outputs)+len(p.content.Pictures))
	for i := range outputs {
		paths[i] = outputs[i].Path
	}
	for _, picture := range p.content.Pictures {
		paths = append(paths, site.PicturePath(picture.Year, picture.Name))
	}
	slices.Sort(paths) // some are planned in the order of ranks
	return store.DigestOf(paths)
}

// checkHidden finds what is wrong with texts that no page shows. The others are checked as
// they are rendered.
func (p *prepared) checkHidden() error {
	hidden := p.site.HiddenMarkdown()
	if len(hidden) == 0 {
		return nil
	}
	if p.config.Store == nil {
		return p.check(hidden)
	}
	key, err := store.DigestOf(p.layouts, p.base.String(), p.addresses, hidden)
	if err != nil {
		return err
	}
	if p.config.Store.Load(hiddenName, key) != "" {
		return nil
	}
	if err := p.check(hidden); err != nil {
		return err
	}
	if p.checked.Empty() {
		p.config.Store.Save(hiddenName, key, []byte("benar"))
	}
	return nil
}

// by returns the digest of the sources of a page's view, "" for none.
func (m *memory) by(o *site.Output) string {
	if o.Layout == "" {
		return ""
	}
	parts := append(make([]byte, 0, 4*sha256.Size), m.pages[:]...)
	for _, file := range o.Files {
		digests, known := m.files[file]
		if !known && content.IsInnovation(file) {
			return ""
		}
		parts = append(parts, digests.Source[:]...) // none of an edition or a free page: they are in pages
	}
	sum := sha256.Sum256(parts)
	return string(sum[:])
}

// from returns the digest of what an output is made from, "" when it has none, and
// the page's view, unless it was not made.
func (m *memory) from(o *site.Output) (digest string, view any) {
	switch {
	case o.Facts:
		return string(m.facts[:]), nil
	case o.From != nil:
		if key, err := store.DigestOf(o.From()); err == nil {
			digest = string(key[:])
		}
		return digest, nil
	}
	if o.Layout == "" {
		return "", nil
	}
	view = o.View()
	if key, err := m.views.DigestOf(o.Layout, view); err == nil {
		digest = string(key[:])
	}
	return digest, view
}

// kept reports whether the sink has kept an output from the last site, and what the
// output is made from. It makes a page's view only if it must.
func (m *memory) kept(i int, o *site.Output, sink Keeper) (one made, view any, ok bool) {
	last, known := m.before(i, o.Path)
	one = made{Path: o.Path, By: m.by(o)}
	if known && one.By != "" && one.By == last.By {
		one.From = last.From
	} else {
		one.From, view = m.from(o)
	}
	if !known || one.From == "" || last.From != one.From || last.Set != "" && last.Set != m.set || len(last.Sum) != sha256.Size || !sink.Keep(o.Path, [sha256.Size]byte([]byte(last.Sum)), last.Size) {
		return one, view, false
	}
	one.Set, one.Sum, one.Size = last.Set, last.Sum, last.Size
	m.now[i] = one
	return one, view, true
}

// note says what an output became that was made.
func (m *memory) note(i int, o *site.Output, one made, sum [sha256.Size]byte, size int64) {
	one.Sum, one.Size = string(sum[:]), size
	if slices.ContainsFunc(o.Files, m.of.Linked) {
		one.Set = m.set
	}
	m.now[i] = one
}

// save leaves the memory to the next build, which must be done only when there are
// no problems.
func (m *memory) save() {
	changed := !m.same
	body := make([]byte, 0, m.size+m.size/16)
	for i := range m.now {
		last, known := m.before(i, m.now[i].Path)
		changed = changed || !known || last != m.now[i]
		body = store.Pack(body, &m.now[i])
	}
	if changed {
		m.store.Save(outputsName, m.key, body)
	}
}

// factsOf returns the digest of everything that the content says but for the texts in
// Markdown of innovations and editions and the lines of files, and of what git knows of it. Free pages count
// whole, since search finds their words.
func factsOf(c *content.Content, source *history.Source) (store.Key, error) {
	var parts []store.Key
	add := func(values ...any) error {
		key, err := content.DigestFacts(values...)
		parts = append(parts, key)
		return err
	}
	if err := add(c.Site, c.Taxonomies, c.Groups, c.Agencies, c.Pictures); err != nil {
		return store.Key{}, err
	}
	pages, err := store.DigestOf(c.Pages, c.Translations)
	if err != nil {
		return store.Key{}, err
	}
	past, err := pastOf(source)
	if err != nil {
		return store.Key{}, err
	}
	parts = append(parts, pages, past)
	for _, e := range c.Editions {
		head := *e
		head.Innovations = nil
		if err := add(head, c.Sealed[e.Year]); err != nil {
			return store.Key{}, err
		}
		keys := make([]store.Key, len(e.Innovations))
		if err := parallel.Try(len(keys), func(i int) (err error) {
			in := e.Innovations[i]
			digests, known := c.Digests[in.File]
			if keys[i] = digests.Facts; !known || in.Picture != (award.Picture{}) { // of whose file more is known by now
				keys[i], err = content.DigestFacts(in)
			}
			return err
		}); err != nil {
			return store.Key{}, err
		}
		parts = append(parts, keys...)
	}
	return store.DigestOf(keysText(parts))
}

// keysText returns keys as one text, which is digested at once.
func keysText(keys []store.Key) string {
	text := make([]byte, 0, len(keys)*len(store.Key{}))
	for _, key := range keys {
		text = append(text, key[:]...)
	}
	return string(text)
}

// pagesOf returns the digest of all that pages are made from, but for the texts of innovations.
func pagesOf(c *content.Content, facts store.Key) (store.Key, error) {
	parts := []any{string(facts[:])}
	for _, e := range c.Editions {
		head := *e
		head.Innovations = nil
		parts = append(parts, head)
	}
	return store.DigestOf(parts...)
}

var embeddedDigests memo[embed.FS, store.Key]

// layoutsOf returns the digest of files, by name and bytes.
func layoutsOf(folders ...fs.FS) (store.Key, error) {
	digests := make([]store.Key, len(folders))
	for i, folder := range folders {
		digest := func() (store.Key, error) { return folderDigest(folder) }
		var err error
		if embedded, constant := folder.(embed.FS); constant {
			digests[i], err = embeddedDigests.get(embedded, digest)
		} else {
			digests[i], err = digest()
		}
		if err != nil {
			return store.Key{}, fmt.Errorf("read layouts: %w", err)
		}
	}
	return store.DigestOf(keysText(digests))
}

var errLayoutsEdited = &ChangedError{File: "layouts"}

// sameLayouts returns a [*ChangedError] when the layouts are not those any more whose digest what is
// kept of the build would stand under.
func (p *prepared) sameLayouts() error {
	if p.config.Store == nil {
		return nil
	}
	now, err := layoutsOf(p.config.Layouts, p.config.Defaults)
	if err != nil {
		return &ChangedError{File: "layouts", Err: err}
	}
	if now != p.layouts {
		return errLayoutsEdited
	}
	return nil
}

// folderDigest returns the digest of the files of a folder that are not hidden.
func folderDigest(folder fs.FS) (store.Key, error) {
	var all []string
	buffer := make([]byte, 32<<10)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		file, err := folder.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		hash := sha256.New()
		_, err = io.CopyBuffer(hash, file, buffer)
		all = append(all, name, string(hash.Sum(nil)))
		return err
	})
	if err != nil {
		return store.Key{}, err
	}
	return store.DigestOf(all)
}

// intervalsKey returns the digest of all that an edition's intervals are computed from.
func intervalsKey(st *award.Standing) (store.Key, error) {
	e := st.Edition
	rated := st.Rated()
	levels := make([]byte, 0, 3*len(rated)*len(e.Rubric.Criteria))
	for i := range rated {
		for _, line := range rated[i].Lines { // as many for each
			levels = binary.AppendVarint(levels, line.Level.Num)
			levels = binary.AppendVarint(levels, line.Level.Den)
		}
	}
	return store.DigestOf(e.Year, e.Robustness, e.Rubric, string(levels))
}

// loadIntervals returns the intervals of editions that are kept.
func (p *prepared) loadIntervals() map[int][]site.Interval {
	kept := map[int][]site.Interval{}
	if p.config.Store == nil {
		return kept
	}
	for _, st := range p.standings {
		key, err := intervalsKey(st)
		if err != nil {
			continue
		}
		text := p.config.Store.Load(fmt.Sprint(intervalsName, "-", st.Edition.Year), key)
		var list []site.Interval
		if _, err := store.Unpack(text, &list); err == nil {
			kept[st.Edition.Year] = list
		}
	}
	return kept
}

// saveIntervals keeps the intervals that were computed and not kept yet.
func (p *prepared) saveIntervals() {
	for _, st := range p.standings {
		list := p.site.Intervals(st)
		if list == nil || p.intervals[st.Edition.Year] != nil || p.config.Store == nil {
			continue
		}
		if key, err := intervalsKey(st); err == nil {
			p.config.Store.Save(fmt.Sprint(intervalsName, "-", st.Edition.Year), key, store.Pack(nil, &list))
		}
	}
}
