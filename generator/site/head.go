package site

import (
	"strings"

	"siger/generator/award"
)

// A Head is what every page shows around its own content.
type Head struct {
	Language    string
	Content     string // the language of the content, "" where it is the page's
	Alternates  []Link // the page in all its languages; nil for one alone
	Twins       []Link // the page, or else the home page, in each other language
	Title       string // of the document
	Description string
	Canonical   string
	NoIndex     bool
	Files
	SiteName  string
	Region    string
	Organiser string
	Home      string
	Search    string
	OwnSearch bool // the page has a search form of its own
	Menu      []Link
	Footer    []Link
	Crumbs    []Link // the way to this page, itself last; nil on the home page
	Editions  []Link // the same page in each edition, latest last; nil where there is no other
	Notice    string // of the site; "" for none
	Status    string // of an edition that is not final, in words; "" for none
	Corrected Link   // what corrections changed of the results on this page; the zero value for nothing
	Contact   Link
	Edit      string // address at which this page's file can be edited; "" for none
	Propose   []Link // ways to propose an innovation
	Origin    Origin // of what the page shows
	Image     ShareImage
	Further   string // path of another style; "" for none
	Data      []any  // JSON-LD
}

// Files are the addresses that the head of every page names alike.
type Files struct {
	Style, Font, Icon, TouchIcon string // of assets
	Manifest                     string
	Feed, FeedTitle              string
}

// head returns the surroundings of a page; title is its own title, crumbs the
// way to it without the home page and itself.
func (s *Site) head(path, title, description string, crumbs ...Link) Head {
	site := s.content.Site
	h := Head{
		Language:    s.texts.Language,
		Title:       s.title(title),
		Description: description,
		Canonical:   s.absolute(path),
		Files: Files{
			Style:     s.asset("siger.css"),
			Font:      s.asset("plus-jakarta-sans.woff2"),
			Icon:      s.asset("ikon.svg"),
			TouchIcon: s.asset("ikon-180.png"),
			Manifest:  s.href("manifest.webmanifest"),
			Feed:      s.href("atom.xml"),
			FeedTitle: site.Name,
		},
		SiteName:  site.Name,
		Region:    site.Region,
		Organiser: site.Organiser,
		Home:      s.href(""),
		Search:    s.href(searchPath),
		Menu:      s.mark(s.menu, path),
		Footer:    s.mark(s.footer, path),
		Notice:    site.Notice,
		Contact:   Link{Text: site.Contact.Name, Href: site.Contact.Link},
		Edit:      s.edit("situs.yaml"),
		Content:   s.contentLanguage(),
		Origin:    s.origin(s.standsAt(s.current())),
	}
	h.Alternates, h.Twins = s.alternates(path)
	if st := s.current(); st != nil {
		h.Image = s.editionImage(st)
	}
	if path != "" {
		h.Crumbs = append(h.Crumbs, Link{Text: s.t("beranda"), Href: s.href("")})
		h.Crumbs = append(h.Crumbs, crumbs...)
		h.Crumbs = append(h.Crumbs, Link{Text: title, Href: s.href(path), Current: true})
		h.Data = append(h.Data, s.breadcrumbs(h.Crumbs))
	}
	return h
}

// editionHead is head for a page of an edition: it says what status the results
// have and keeps unfinished ones out of search engines.
func (s *Site) editionHead(st *award.Standing, path, title, description string, crumbs ...Link) Head {
	e := st.Edition
	if path != editionPath(e) {
		crumbs = append([]Link{{Text: s.format.year(e.Year), Href: s.href(editionPath(e))}}, crumbs...)
	}
	h := s.head(path, title, description, crumbs...)
	h.Menu = s.mark(s.menus[st], path)
	h.Editions = s.inEditions(e, path)
	h.Edit = s.edit(e.File)
	h.Origin = s.origin(s.standsAt(st), editionSources(e)...)
	h.Image = s.editionImage(st)
	if e.Status != award.Final {
		h.NoIndex = true
		h.Status = s.statusNotice(e)
	}
	return h
}

// statusNotice says in a sentence what an unfinished edition's status means.
func (s *Site) statusNotice(e *award.Edition) string {
	key := "status-" + string(e.Status) + "-kalimat"
	if e.Status == award.Objections {
		return s.t(key, s.format.year(e.Year), s.period(e.Hearing.Window))
	}
	return s.t(key, s.format.year(e.Year))
}

func (f format) year(y int) string { return award.Date{Year: y}.String() }

func (s *Site) asset(name string) string { return s.href(s.options.Assets[name]) }

// mark returns links with the one to a path marked as current, or else the one to a
// page that it lies below.
func (s *Site) mark(links []Link, path string) []Link {
	here := s.href(path)
	for i, l := range links {
		if strings.HasPrefix(here, l.Href) {
			marked := append([]Link(nil), links...)
			marked[i].Current, marked[i].Within = l.Href == here, l.Href != here
			return marked
		}
	}
	return links
}

// inEditions returns a page of an edition in each edition: at the same address below the
// year, or else at the nearest above it, the edition's front page in the end.
func (s *Site) inEditions(e *award.Edition, path string) []Link {
	if len(s.standings) < 2 {
		return nil
	}
	links := make([]Link, 0, len(s.standings))
	for i := len(s.standings) - 1; i >= 0; i-- {
		other := s.standings[i].Edition
		link := Link{Text: s.format.year(other.Year), Current: other == e}
		if !link.Current {
			rest := strings.TrimPrefix(path, editionPath(e))
			for rest != "" && !s.plans(editionPath(other)+rest) {
				rest = rest[:strings.LastIndexByte(strings.TrimSuffix(rest, "/"), '/')+1]
			}
			link.Href = s.href(editionPath(other) + rest)
		}
		links = append(links, link)
	}
	return links
}

// navigate makes the menus and the footer's links, which pages share.
func (s *Site) navigate() {
	s.menu, s.menus = s.menuOf(s.current()), make(map[*award.Standing][]Link, len(s.standings))
	for _, st := range s.standings {
		s.menus[st] = s.menuOf(st)
	}
	s.footer = s.footerLinks()
}

// menuOf returns the menu that leads to an edition's pages; to none without one.
func (s *Site) menuOf(st *award.Standing) (menu []Link) {
	add := func(key, path string) { menu = append(menu, Link{Text: s.t(key), Href: s.href(path)}) }
	if st != nil {
		add("menu-peringkat", rankingPath(st.Edition))
		add("menu-penghargaan", awardsPath(st.Edition))
	}
	add("menu-inovasi", innovationsPath())
	add("menu-perangkat-daerah", agenciesPath())
	if st != nil {
		add("menu-metode", methodPath(st.Edition))
		add("menu-data", dataPath(st.Edition))
	}
	return menu
}

func (s *Site) footerLinks() (footer []Link) {
	for _, p := range s.freePages() {
		link := Link{Text: s.ownText(p.Language, p.Title), Href: s.href(pagePath(p.Slug))}
		if p.Language == "" {
			link.Language = s.contentLanguage()
		}
		footer = append(footer, link)
	}
	for _, st := range s.standings {
		footer = append(footer, Link{Text: s.t("edisi-tahun", s.format.year(st.Edition.Year)), Href: s.href(editionPath(st.Edition))})
	}
	return footer
}

// Structured data for search engines, after schema.org.

type ldBreadcrumbs struct {
	Context string       `json:"@context"`
	Type    string       `json:"@type"`
	Items   []ldListItem `json:"itemListElement"`
}

type ldListItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"`
}

func (s *Site) breadcrumbs(crumbs []Link) ldBreadcrumbs {
	list := ldBreadcrumbs{Context: "https://schema.org", Type: "BreadcrumbList"}
	for i, c := range crumbs {
		item := s.options.Base.Scheme + "://" + s.options.Base.Host + c.Href
		list.Items = append(list.Items, ldListItem{"ListItem", i + 1, c.Text, item})
	}
	return list
}
