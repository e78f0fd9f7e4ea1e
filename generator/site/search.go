package site

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"sync"

	"siger/generator/award"
	"siger/generator/internal/pattern"
	"siger/generator/search"
)

// SearchPage is the view of the search page.
type SearchPage struct {
	Head    Head
	Title   string
	Index   string       // address of the folder of the index
	Scripts []string     // modules
	Kinds   []SearchKind // of what can be found
	Ways    []Link       // for readers without scripts
}

// A SearchKind is a kind of pages that can be found.
type SearchKind struct {
	ID, Name string
	Language string // of its pages' names, where it is not the page's
}

// searchPath is the folder of the search page and its index.
const searchPath = "cari/"

// planSearch plans the search page and its index. The index is made when the first of
// its files is written, and let go after as many as there are, which in a build is the last.
func (s *Site) planSearch() {
	kinds := s.searchKinds()
	s.page(searchPath, "search", award.Date{}, false, func() any { return s.search(kinds) })
	n := 0
	for _, k := range kinds {
		n += k.N
	}
	names := search.Files(n)
	var made struct {
		sync.Mutex
		index *search.Index
		left  int
	}
	get := func() *search.Index {
		made.Lock()
		defer made.Unlock()
		if made.index == nil {
			made.index, made.left = search.Build(kinds), len(names)
		}
		index := made.index
		if made.left--; made.left == 0 {
			made.index = nil
		}
		return index
	}
	for _, name := range names {
		s.add(Output{Path: s.prefix + searchPath + name, Facts: true, Write: func(w io.Writer) error { return get().Write(w, name) }})
	}
}

func (s *Site) search(kinds []search.Kind) SearchPage {
	title := s.t("judul-cari")
	p := SearchPage{
		Head:    s.head(searchPath, title, s.t("uraian-cari", s.content.Site.Name)),
		Title:   title,
		Index:   s.href(searchPath),
		Scripts: []string{s.asset("bersama.js"), s.asset("cari-lipat.js"), s.asset("cari-inti.js"), s.asset("cari.js")},
		Ways:    append(append([]Link(nil), s.menu...), s.footer...),
	}
	for _, k := range kinds {
		kind := SearchKind{ID: k.ID, Name: s.t("cari-jenis-" + k.ID)}
		if k.ID != "edisi" && k.ID != "halaman" { // which have names that the site gives
			kind.Language = s.contentLanguage()
		}
		p.Kinds = append(p.Kinds, kind)
	}
	p.Head.NoIndex, p.Head.OwnSearch = true, true
	return p
}

// searchKinds returns what can be found. Paths are relative to the home page of the
// language; texts are those of the content and, for pages that the site makes, of the
// language.
func (s *Site) searchKinds() []search.Kind {
	kinds := s.contentKinds()
	if s.main() {
		return kinds
	}
	for i := range kinds {
		at := kinds[i].At
		kinds[i].At = func(i int) search.Document {
			d := at(i)
			if s.at(d.Path) == d.Path { // this language has no such page
				d.Path = strings.Repeat("../", strings.Count(s.prefix, "/")) + d.Path
			}
			d.Title, d.Detail, d.Summary = Unmarked(d.Title), Unmarked(d.Detail), Unmarked(d.Summary)
			d.Names, d.Text = unmarked(d.Names), unmarked(d.Text)
			return d
		}
	}
	return kinds
}

// unmarked returns texts without marks, in a list of its own: the content's are shared.
func unmarked(texts []string) []string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = Unmarked(text)
	}
	return list
}

func (s *Site) contentKinds() []search.Kind {
	innovations := sync.OnceValue(s.byRank)
	terms, editions, pages := s.termDocuments(), s.editionDocuments(), s.pageDocuments()
	at := func(list []func() search.Document) func(int) search.Document {
		return func(i int) search.Document { return list[i]() }
	}
	return []search.Kind{
		{ID: "inovasi", N: len(s.entries), At: func(i int) search.Document { return s.innovationDocument(innovations()[i]) }},
		{ID: "perangkat-daerah", N: len(s.content.Agencies), At: func(i int) search.Document { return s.agencyDocument(&s.content.Agencies[i]) }},
		{ID: "klasifikasi", N: len(terms), At: at(terms)},
		{ID: "edisi", N: len(editions), At: at(editions)},
		{ID: "halaman", N: len(pages), At: at(pages)},
	}
}

// byRank returns the innovations in the order in which search shows equals: latest edition
// first, then by rank there, those without a rank last, then by name.
func (s *Site) byRank() []*entry {
	list := slices.Clone(s.entries) // by name
	slices.SortStableFunc(list, func(a, b *entry) int {
		x, y := a.profile(), b.profile()
		place := func(r *award.Result) int {
			if r.State == award.Rated {
				return r.Rank
			}
			return len(s.entries) + 1
		}
		return cmp.Or(cmp.Compare(y.standing.Edition.Year, x.standing.Edition.Year), cmp.Compare(place(x.result), place(y.result)))
	})
	return list
}

func (s *Site) innovationDocument(e *entry) search.Document {
	in := e.latest()
	d := search.Document{Path: innovationPath(e.id), Title: in.Name, Names: in.Aliases, Detail: in.Unit, Summary: in.Summary}
	if a := s.agencies[in.Agency]; a != nil {
		d.Detail = a.Name
		if in.Unit != "" {
			d.Detail = in.Unit + ", " + a.Name
		}
		d.Text = a.OtherNames
	}
	if p := s.bestPlace(holder{award.Innovations, e.id}); p != nil {
		d.Detail += " · " + s.languages[0].t("juara", s.format.count(p.winner.Place), p.award.Award.Name) + " (" + s.format.year(p.standing.Edition.Year) + ")"
	}
	return d
}

func (s *Site) agencyDocument(a *award.Agency) search.Document {
	return search.Document{
		Path: agencyPath(a.ID), Title: a.Name, Names: a.OtherNames, Detail: s.groups[a.Group],
		Summary: strings.Join(a.OtherNames, " · "), Text: []string{a.Kind},
	}
}

func (s *Site) termDocuments() (list []func() search.Document) {
	st := s.current()
	if st == nil {
		return nil
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		list = append(list, func() search.Document {
			return search.Document{Path: taxonomyPath(st.Edition, t), Title: t.Name, Summary: t.Description}
		})
		for j := range t.Terms {
			term := &t.Terms[j]
			list = append(list, func() search.Document {
				return search.Document{Path: termPath(st.Edition, t, term.ID), Title: term.Name, Detail: t.Name, Summary: term.Description}
			})
		}
	}
	return list
}

// editionDocuments are the pages with an edition's results.
func (s *Site) editionDocuments() (list []func() search.Document) {
	for i, st := range s.standings {
		e := st.Edition
		year := s.format.year(e.Year)
		list = append(list, func() search.Document {
			card := s.editionCard(st)
			return search.Document{Path: editionPath(e), Title: e.Name, Names: []string{s.t("edisi-tahun", year)}, Detail: card.Status, Summary: card.Numbers}
		})
		add := func(path, title, summary string, names ...string) {
			list = append(list, func() search.Document {
				return search.Document{Path: path, Title: s.t(title, year), Names: names, Detail: e.Name, Summary: s.t(summary, e.Name)}
			})
		}
		add(rankingPath(e), "judul-peringkat", "uraian-peringkat")
		add(agencyRankingPath(e), "judul-peringkat-perangkat-daerah", "uraian-peringkat-perangkat-daerah")
		names := []string{s.t("cari-nama-penghargaan")}
		for j := range e.Awards {
			names = append(names, e.Awards[j].Name)
		}
		add(awardsPath(e), "judul-penghargaan", "uraian-penghargaan", names...)
		add(dataPath(e), "judul-data", "uraian-data")
		if s.moved[st] != nil {
			before := s.standings[i+1].Edition
			list = append(list, func() search.Document {
				return search.Document{
					Path: movementPath(e), Title: s.t("judul-perubahan", s.format.year(before.Year), year),
					Detail: e.Name, Summary: s.t("uraian-perubahan", e.Name, before.Name),
				}
			})
		}
		if !e.Hearing.IsZero() {
			add(objectionsPath(e), "judul-sanggahan", "uraian-sanggahan")
		}
		if s.sealed(e) != nil {
			add(correctionsPath(e), "judul-koreksi", "uraian-koreksi")
		}
	}
	return list
}

// pageDocuments are the pages that explain: free pages, then each edition's method.
func (s *Site) pageDocuments() (list []func() search.Document) {
	for _, p := range s.freePages() {
		list = append(list, func() search.Document {
			return search.Document{Path: pagePath(p.Slug), Title: p.Title, Summary: p.Summary, Text: []string{linkTarget().ReplaceAllString(p.Body.Source, "] ")}}
		})
	}
	for _, st := range s.standings {
		e := st.Edition
		year := s.format.year(e.Year)
		list = append(list, func() search.Document {
			d := search.Document{Path: methodPath(e), Title: s.t("judul-metode", year), Detail: e.Name, Summary: s.t("uraian-metode", e.Name)}
			for _, c := range e.Rubric.Criteria {
				d.Text = append(d.Text, c.Name)
			}
			return d
		})
		if s.robust[st] != nil {
			list = append(list, func() search.Document {
				return search.Document{Path: robustnessPath(e), Title: s.t("judul-ketahanan", year), Detail: e.Name, Summary: s.t("uraian-ketahanan", e.Name)}
			})
		}
	}
	return list
}

// linkTarget is the address of a Markdown link, which nobody looks for.
var linkTarget = pattern.Lazy(`\]\([^)\n]*\)`)
