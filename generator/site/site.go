// Package site plans the public site: which pages and files there are, at which
// addresses, and what each shows. It turns records and standings into finished,
// typed view models; it knows nothing of templates, Markdown or the disk.
//
// # Addresses
//
//	/                                        latest edition at a glance
//	/<tahun>/                                an edition
//	/<tahun>/peringkat/                      ranking of innovations; every long list has page 2 at …/halaman-2/
//	/<tahun>/peringkat/perangkat-daerah/     ranking of agencies
//	/<tahun>/penghargaan/                    awards and winners
//	/<tahun>/penghargaan/<id>/<slug>/        certificate (final editions only)
//	/<tahun>/bagikan.png, …/<slug>/bagikan.png   share images of the edition and of certificates
//	/<tahun>/lencana/<slug>.svg              badge (final editions only)
//	/<tahun>/sematan/<slug>/                 card to embed (final editions only)
//	/<tahun>/<taksonomi>/[<istilah>/]        classification
//	/<tahun>/metode/                         the rubric that ran
//	/<tahun>/ketahanan/                      what the ranks depend on, unless switched off
//	/<tahun>/perubahan/                      what moved since the edition before, if there is one
//	/<tahun>/data/, /<tahun>/data/kamus/     downloads and their dictionary
//	/<tahun>/sanggahan/                      objections (editions with an objection period)
//	/<tahun>/koreksi/, …/koreksi/atom.xml    corrections (sealed editions only)
//	/inovasi/, /inovasi/<slug>/              innovations; permanent
//	/perangkat-daerah/, /perangkat-daerah/<id>/  agencies; permanent
//	/perangkat-daerah/<id>/<tahun>/halaman-2/    the rest of an agency's long list
//	/banding/                                innovations or agencies side by side
//	/halaman/<slug>/                         free pages
//	/en/…                                    every page in a further language
//	/cari/, /cari/*.json                     search and its index
//	/404.html, /atom.xml, /sitemap.xml, /robots.txt, /manifest.webmanifest
//	/_headers                                what hosts are asked to send with files
//
// Every link in a view starts with the path of the base URL, so the same content
// works at the root of a host and below a folder of it.
//
// # Determinism
//
// Views depend on the content and the options alone: no clock, no map order.
package site

import (
	"io"
	"net/url"
	"strings"
	"sync"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/drawing"
	"siger/generator/history"
)

// Options say how a site is planned.
type Options struct {
	Base   *url.URL // where the site will be; its path is "" or ends in no slash
	Texts  *Texts   // the words of the interface, in the content's language
	Others []*Texts // the same in further languages
	// Assets are the site's own files (styles, scripts, icons) by their name in
	// layouts/assets, with the path each is published at.
	Assets map[string]string
	// Recompute is the script that each edition's data folder holds.
	Recompute []byte
	// Tokens are those of the site's style; with them, a page shows every component.
	Tokens []Token
	// History is where the content comes from; nil when nobody asked.
	History  *history.History
	Typeface *drawing.Typeface // what pictures are drawn with
	// Intervals are those of an earlier build, by the edition's year; only what was
	// computed from the same levels and rubric may stand here.
	Intervals map[int][]Interval
}

// A Site is a planned site in one language. It is immutable and safe for concurrent use.
type Site struct {
	content      *content.Content
	standings    []*award.Standing // by year, latest first
	options      Options
	basePath     string
	texts        *Texts
	format       format
	agencies     map[string]*award.Agency
	groups       map[string]string
	entries      []*entry // by name
	entry        map[string]*entry
	outputs      []Output
	known        map[string]bool                   // paths of all outputs
	robust       map[*award.Standing]*analysing    // of the editions that have it
	moved        map[*award.Standing]func() *moved // of the editions that follow another
	places       map[holder][]place                // see collectPlaces
	menu         []Link                            // of pages that belong to no edition
	menus        map[*award.Standing][]Link        // of those of an edition
	footer       []Link
	languages    []*Site                  // the plans in all languages, that of the content's first
	prefix       string                   // of the addresses of pages: "" in the content's language
	translations map[string]*content.Page // of free pages into this language, by slug
	intervals    *sync.Map                // *award.Standing → []Interval; of all languages
	*pieces                               // that many views share
}

// pieces are parts of views in one language, made when the first view needs them.
type pieces struct {
	rows          sync.Map // *award.Result → *Row
	receiptRules  memo[ruleKey, *ReceiptRule]
	editionImages memo[*award.Standing, ShareImage]
	lines         memo[ruleKey, lineData]
	corrected     memo[*award.Standing, *effects]
}

// A memo holds what was made of each key, for many at a time.
type memo[K comparable, V any] struct {
	mu   sync.RWMutex
	made map[K]V
}

// of returns what make gave the first time for the key.
func (o *memo[K, V]) of(key K, make func() V) V {
	o.mu.RLock()
	v, ok := o.made[key]
	o.mu.RUnlock()
	if ok {
		return v
	}
	v = make()
	o.mu.Lock()
	defer o.mu.Unlock()
	if first, ok := o.made[key]; ok {
		return first
	}
	if o.made == nil {
		o.made = map[K]V{}
	}
	o.made[key] = v
	return v
}

// An entry is an innovation across editions.
type entry struct {
	id          string
	appearances []appearance // latest first; at least one
}

type appearance struct {
	standing *award.Standing
	result   *award.Result
	index    int // of the result in the standing
}

// profile returns the appearance that the innovation's page speaks of: the latest
// one outside a draft, which nobody has confirmed yet, or else the latest.
func (e *entry) profile() appearance {
	for _, a := range e.appearances {
		if a.standing.Edition.Status != award.Draft {
			return a
		}
	}
	return e.appearances[0]
}

func (a appearance) holder() holder { return holder{award.Innovations, a.result.Innovation.ID} }

func (e *entry) latest() *award.Innovation { return e.profile().result.Innovation }

// An Output is one file of the site.
type Output struct {
	Path     string                  // slash-separated, relative to the site's root
	Layout   string                  // template of a page ("ranking", in a further language "en/ranking"); "" for another file
	View     func() any              // the page's finished view model
	Write    func(w io.Writer) error // another file's bytes
	Listed   bool                    // in the sitemap and for search engines
	Modified award.Date              // what the page stands for; may be absent
	Facts    bool                    // no text of Markdown goes into it
	From     func() any              // all that another file is made from beside the layouts; may be nil
	Files    []string                // of the content, whose texts in Markdown, or lines, a page shows
}

// New plans the site of checked content. standings are the evaluated editions by
// year.
func New(c *content.Content, standings []*award.Standing, o Options) *Site {
	s := &Site{
		content:  c,
		options:  o,
		basePath: o.Base.Path,
		texts:    o.Texts,
		format:   formatOf(o.Texts),
		agencies: make(map[string]*award.Agency, len(c.Agencies)),
		groups:   make(map[string]string, len(c.Groups)),
		entry:    map[string]*entry{},
		places:   map[holder][]place{},
		robust:   map[*award.Standing]*analysing{},
		moved:    map[*award.Standing]func() *moved{},

		intervals: new(sync.Map),
		pieces:    new(pieces),
	}
	for i := len(standings) - 1; i >= 0; i-- {
		s.standings = append(s.standings, standings[i])
	}
	for i := range c.Agencies {
		s.agencies[c.Agencies[i].ID] = &c.Agencies[i]
	}
	for _, g := range c.Groups {
		s.groups[g.ID] = g.Name
	}
	s.collectEntries()
	s.collectPlaces()
	s.languages = []*Site{s}
	room := s.room()
	s.known = make(map[string]bool, (1+len(o.Others))*room) // of all languages
	for _, texts := range o.Others {
		s.languages = append(s.languages, s.in(texts))
	}
	for _, l := range s.languages {
		l.outputs = make([]Output, 0, room)
		l.languages = s.languages
		l.navigate()
		l.plan()
	}
	s.interleave()
	s.planSitemap()
	return s
}

// Outputs returns every file of the site, in a fixed order, each path once.
func (s *Site) Outputs() []Output { return s.outputs }

// Has reports whether a path relative to the site's root leads to a page or file:
// "2021/metode/", "2021/data/hasil.csv", "".
func (s *Site) Has(path string) bool {
	return s.known[path] || ((path == "" || strings.HasSuffix(path, "/")) && s.known[path+"index.html"])
}

// room returns about how many outputs a language has, rather too many: what each innovation has, and
// a share for the rest.
func (s *Site) room() int {
	n := len(s.entries)
	for _, st := range s.standings {
		n += 2 * min(len(st.Results), embeddedRanks)
	}
	return n + n/16 + 100
}

// interleave puts the twins of a page beside each other, so that what they share is
// needed in one short time.
func (s *Site) interleave() {
	if len(s.languages) == 1 {
		return
	}
	twins := map[string][]Output{}
	all := make([]Output, 0, len(s.known))
	for _, l := range s.languages[1:] {
		for _, o := range l.outputs {
			path := strings.TrimPrefix(o.Path, l.prefix)
			if !s.known[path] {
				all = append(all, o)
				continue
			}
			twins[path] = append(twins[path], o)
		}
	}
	for _, o := range s.outputs {
		all = append(append(all, o), twins[o.Path]...)
	}
	s.outputs = all
}

func (s *Site) collectEntries() {
	for _, st := range s.standings {
		for i := range st.Results {
			r := &st.Results[i]
			e := s.entry[r.Innovation.ID]
			if e == nil {
				e = &entry{id: r.Innovation.ID}
				s.entry[e.id] = e
				s.entries = append(s.entries, e)
			}
			e.appearances = append(e.appearances, appearance{st, r, i})
		}
	}
	sortByName(s.entries, func(e *entry) (string, string) { return e.latest().Name, e.id })
}

// page plans a page; path is its folder ("" for the home page). files are those whose texts
// in Markdown, or whose lines, it shows.
func (s *Site) page(path, layout string, modified award.Date, listed bool, view func() any, files ...string) {
	s.add(Output{Path: s.prefix + path + "index.html", Layout: s.prefix + layout, View: view, Modified: modified, Listed: listed, Files: files})
}

// file plans a file that is not a page; all languages share it. No text of an
// innovation or edition in Markdown goes into it, so that an edit of one leaves it as
// it is.
func (s *Site) file(path string, write func(w io.Writer) error) {
	if s.main() {
		s.add(Output{Path: path, Write: write, Facts: true})
	}
}

func (s *Site) add(o Output) {
	s.known[o.Path] = true
	s.outputs = append(s.outputs, o)
}

func (s *Site) plan() {
	s.page("", "home", s.asOf(), true, func() any { return s.home() })
	for _, st := range s.standings {
		s.planEdition(st)
	}
	s.planInnovations()
	s.planAgencies()
	s.planCompare()
	for _, p := range s.freePages() {
		if s.main() || p.Language != "" {
			s.page(pagePath(p.Slug), "page", p.Updated, true, func() any { return s.freePage(p) }, p.File)
		}
	}
	s.planStyle()
	s.planSearch()
	if s.main() { // hosts know one
		s.add(Output{Path: "404.html", Layout: "not-found", View: func() any { return s.notFound() }})
	}
	s.file("atom.xml", s.writeAtom)
	s.file("manifest.webmanifest", s.writeManifest)
	s.file("robots.txt", s.writeRobots)
	s.file("_headers", s.writeHeaders)
}

func (s *Site) planEdition(st *award.Standing) {
	e := st.Edition
	listed, asOf := e.Status == award.Final, e.AsOf
	s.page(editionPath(e), "edition", asOf, listed, func() any { return s.edition(st) }, e.File)
	s.planRanking(st)
	s.page(awardsPath(e), "awards", asOf, listed, func() any { return s.awards(st) })
	if e.Status == award.Final {
		for i := range st.Awards {
			a := &st.Awards[i]
			for j := range a.Winners {
				w := &a.Winners[j]
				s.page(certificatePath(e, a.Award, *w), "certificate", asOf, false, func() any { return s.certificate(st, a, w) })
			}
		}
	}
	s.planShares(st)
	if e.Status == award.Final {
		s.planEmbeds(st)
	}
	for i := range s.content.Taxonomies {
		s.planTaxonomy(st, &s.content.Taxonomies[i])
	}
	s.page(methodPath(e), "method", asOf, listed, func() any { return s.method(st) }, exampleOf(st)...)
	s.planRobustness(st)
	s.planMovement(st)
	s.planData(st)
	s.planObjections(st)
	s.planSeal(st)
}

// current returns the edition that the home page and the menu speak of: the
// latest one outside a draft, or else the latest; nil when there is none.
func (s *Site) current() *award.Standing {
	for _, st := range s.standings {
		if st.Edition.Status != award.Draft {
			return st
		}
	}
	if len(s.standings) > 0 {
		return s.standings[0]
	}
	return nil
}

// asOf returns the date of the current edition.
func (s *Site) asOf() award.Date {
	if st := s.current(); st != nil {
		return st.Edition.AsOf
	}
	return award.Date{}
}
