// Package site plans the public site: which pages and files there are, at which
// addresses, and what each shows. It turns records and standings into finished,
// typed view models; it knows nothing of templates, Markdown or the disk.
//
// # Addresses
//
//	/                                        latest edition at a glance
//	/<tahun>/                                an edition
//	/<tahun>/peringkat/                      ranking of innovations; page 2 on at …/halaman-2/
//	/<tahun>/peringkat/perangkat-daerah/     ranking of agencies
//	/<tahun>/penghargaan/                    awards and winners
//	/<tahun>/penghargaan/<id>/<slug>/        certificate (final editions only)
//	/<tahun>/<taksonomi>/[<istilah>/]        classification
//	/<tahun>/metode/                         the rubric that ran
//	/<tahun>/ketahanan/                      what the ranks depend on, unless switched off
//	/<tahun>/data/, /<tahun>/data/kamus/     downloads and their dictionary
//	/<tahun>/koreksi/, …/koreksi/atom.xml    corrections (sealed editions only)
//	/inovasi/, /inovasi/<slug>/              innovations; permanent
//	/perangkat-daerah/, /perangkat-daerah/<id>/  agencies; permanent
//	/halaman/<slug>/                         free pages
//	/cari/, /404.html, /atom.xml, /sitemap.xml, /robots.txt, /manifest.webmanifest
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

	"siger/generator/award"
	"siger/generator/content"
)

// Options say how a site is planned.
type Options struct {
	Base  *url.URL // where the site will be; its path is "" or ends in no slash
	Texts *Texts   // the words of the interface
	// Assets are the site's own files (styles, scripts, icons) by their name in
	// layouts/assets, with the path each is published at.
	Assets map[string]string
	// Recompute is the script that each edition's data folder holds.
	Recompute []byte
}

// A Site is a planned site. It is immutable and safe for concurrent use.
type Site struct {
	content   *content.Content
	standings []*award.Standing // by year, latest first
	options   Options
	basePath  string
	texts     *Texts
	format    format
	agencies  map[string]*award.Agency
	groups    map[string]string
	entries   []*entry // by name
	entry     map[string]*entry
	outputs   []Output
	known     map[string]bool                        // paths of all outputs
	robust    map[*award.Standing]func() *robustness // of the editions that have it
	menu      []Link
	footer    []Link
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

func (e *entry) latest() *award.Innovation { return e.profile().result.Innovation }

// An Output is one file of the site.
type Output struct {
	Path     string                  // slash-separated, relative to the site's root
	Layout   string                  // template of a page; "" for another file
	View     func() any              // the page's finished view model
	Write    func(w io.Writer) error // another file's bytes
	Listed   bool                    // in the sitemap and for search engines
	Modified award.Date              // what the page stands for; may be absent
}

// New plans the site of checked content. standings are the evaluated editions by
// year.
func New(c *content.Content, standings []*award.Standing, o Options) *Site {
	s := &Site{
		content:  c,
		options:  o,
		basePath: o.Base.Path,
		texts:    o.Texts,
		format:   formats[o.Texts.Language],
		agencies: make(map[string]*award.Agency, len(c.Agencies)),
		groups:   make(map[string]string, len(c.Groups)),
		entry:    map[string]*entry{},
		known:    map[string]bool{},
		robust:   map[*award.Standing]func() *robustness{},
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
	s.menu, s.footer = s.navigation()
	s.plan()
	return s
}

// Outputs returns every file of the site, in a fixed order, each path once.
func (s *Site) Outputs() []Output { return s.outputs }

// Has reports whether a path relative to the site's root leads to a page or file:
// "2021/metode/", "2021/data/hasil.csv", "".
func (s *Site) Has(path string) bool {
	return s.known[path] || ((path == "" || strings.HasSuffix(path, "/")) && s.known[path+"index.html"])
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

// page plans a page; path is its folder ("" for the home page).
func (s *Site) page(path, layout string, modified award.Date, listed bool, view func() any) {
	s.add(Output{Path: path + "index.html", Layout: layout, View: view, Modified: modified, Listed: listed})
}

// file plans a file that is not a page.
func (s *Site) file(path string, write func(w io.Writer) error) {
	s.add(Output{Path: path, Write: write})
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
	for i := range s.content.Pages {
		p := &s.content.Pages[i]
		s.page(pagePath(p.Slug), "page", p.Updated, true, func() any { return s.freePage(p) })
	}
	s.page("cari/", "search", award.Date{}, false, func() any { return s.search() })
	s.add(Output{Path: "404.html", Layout: "not-found", View: func() any { return s.notFound() }})
	s.file("cari/indeks.json", s.writeSearchIndex)
	s.file("atom.xml", s.writeAtom)
	s.file("manifest.webmanifest", s.writeManifest)
	s.file("robots.txt", s.writeRobots)
	s.planSitemap()
}

func (s *Site) planEdition(st *award.Standing) {
	e := st.Edition
	listed, asOf := e.Status == award.Final, e.AsOf
	s.page(editionPath(e), "edition", asOf, listed, func() any { return s.edition(st) })
	s.planRanking(st)
	s.page(agencyRankingPath(e), "agency-ranking", asOf, listed, func() any { return s.agencyRanking(st) })
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
	for i := range s.content.Taxonomies {
		s.planTaxonomy(st, &s.content.Taxonomies[i])
	}
	s.page(methodPath(e), "method", asOf, listed, func() any { return s.method(st) })
	s.planRobustness(st)
	s.planData(st)
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
