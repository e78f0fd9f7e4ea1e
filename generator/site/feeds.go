package site

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"siger/generator/award"
)

// The feed of results and pages, after RFC 4287. Times come from the content: a
// day stands for its first second in UTC.

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomPerson  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feedRows is how many of the best innovations the feed lists.
const feedRows = 50

func atomTime(d award.Date) string {
	return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", d.Year, max(1, d.Month), max(1, d.Day))
}

func (s *Site) writeAtom(w io.Writer) error {
	site := s.content.Site
	feed := atomFeed{
		Lang: s.texts.Language, ID: s.absolute(""), Title: site.Name, Author: atomPerson{site.Organiser},
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: s.absolute("atom.xml")}, {Rel: "alternate", Type: "text/html", Href: s.absolute("")}},
	}
	add := func(path, title, summary string, updated award.Date) {
		address := s.absolute(path)
		feed.Entries = append(feed.Entries, atomEntry{address, title, atomTime(updated), atomLink{Rel: "alternate", Type: "text/html", Href: address}, summary})
		feed.Updated = max(feed.Updated, atomTime(updated))
	}
	for _, st := range s.standings {
		e := st.Edition
		card := s.editionCard(st)
		add(editionPath(e), e.Name, card.Status+". "+card.Numbers+".", e.AsOf)
		if st != s.current() {
			continue
		}
		for j := range st.Awards {
			a := s.awardCard(st, &st.Awards[j])
			var winners []string
			for _, winner := range a.Winners {
				winners = append(winners, winner.Place+". "+winner.Name+" ("+winner.Value+")")
			}
			add(awardsPath(e)+"#"+awardAnchor(a.ID), a.Name+" "+s.format.year(e.Year), strings.Join(winners, "; "), e.AsOf)
		}
		list := objections(e)
		for _, o := range list[:min(feedRows, len(list))] {
			row := s.objectionRow(e, o)
			updated := o.Ruled
			if updated.IsZero() {
				updated = o.Date
			}
			summary := row.Claim
			for _, part := range []string{row.Reason, row.Effect} {
				if part != "" {
					summary += "\n" + part
				}
			}
			add(objectionsPath(e)+"#"+row.ID, s.t("umpan-sanggahan", row.Subject.Text, row.Criterion, row.Ruling), summary, updated)
		}
		rated := st.Rated()
		for j := range rated[:min(feedRows, len(rated))] {
			r := &rated[j]
			row := s.row(st, r)
			add(innovationPath(r.Innovation.ID), row.Name, s.t("umpan-inovasi", row.Rank, row.Score, row.Agency), e.AsOf)
		}
	}
	for _, p := range s.content.Pages {
		updated := p.Updated
		if updated.IsZero() {
			updated = s.asOf()
		}
		if !updated.IsZero() {
			add(pagePath(p.Slug), p.Title, p.Summary, updated)
		}
	}
	if feed.Updated == "" { // nothing is dated yet, but the element is mandatory
		feed.Updated = atomTime(award.Date{Year: 1970})
	}
	return writeXML(w, feed)
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", " ")
	if err := out.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Sitemaps, after sitemaps.org: at most 50,000 addresses in a file, then an index.

const sitemapSize = 50000

type sitemapURLs struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr,omitempty"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc        string        `xml:"loc"`
	LastMod    string        `xml:"lastmod,omitempty"`
	Alternates []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel      string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// planSitemap comes last: it lists the pages planned before it.
func (s *Site) planSitemap() {
	var listed []sitemapURL
	namespace := ""
	if len(s.languages) > 1 {
		namespace = "http://www.w3.org/1999/xhtml"
	}
	for _, o := range s.outputs {
		if !o.Listed {
			continue
		}
		language, path := s, strings.TrimSuffix(o.Path, "index.html")
		for _, l := range s.languages[1:] {
			if rest, ok := strings.CutPrefix(path, l.prefix); ok {
				language, path = l, rest
			}
		}
		entry := sitemapURL{Loc: language.absolute(path), LastMod: o.Modified.String()}
		addresses, _ := language.alternates(path)
		for _, a := range addresses {
			entry.Alternates = append(entry.Alternates, sitemapLink{"alternate", a.Language, a.Href})
		}
		listed = append(listed, entry)
	}
	if len(listed) <= sitemapSize {
		s.file("sitemap.xml", func(w io.Writer) error { return writeXML(w, sitemapURLs{XHTML: namespace, URLs: listed}) })
		return
	}
	var index []sitemapURL
	for n := 1; len(listed) > 0; n++ {
		part := listed[:min(sitemapSize, len(listed))]
		listed = listed[len(part):]
		name := fmt.Sprintf("sitemap-%d.xml", n)
		index = append(index, sitemapURL{Loc: s.absolute(name)})
		s.file(name, func(w io.Writer) error { return writeXML(w, sitemapURLs{XHTML: namespace, URLs: part}) })
	}
	s.file("sitemap.xml", func(w io.Writer) error { return writeXML(w, sitemapIndex{Maps: index}) })
}

func (s *Site) writeRobots(w io.Writer) error {
	_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\nSitemap: %s\n", s.absolute("sitemap.xml"))
	return err
}

type webManifest struct {
	Name      string         `json:"name"`
	ShortName string         `json:"short_name"`
	Lang      string         `json:"lang"`
	StartURL  string         `json:"start_url"`
	Scope     string         `json:"scope"`
	Display   string         `json:"display"`
	Icons     []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Src     string `json:"src"`
	Type    string `json:"type"`
	Sizes   string `json:"sizes"`
	Purpose string `json:"purpose,omitempty"`
}

func (s *Site) writeManifest(w io.Writer) error {
	return writeJSON(w, webManifest{
		Name: s.content.Site.Name, ShortName: s.content.Site.Name, Lang: s.texts.Language,
		StartURL: s.href(""), Scope: s.href(""), Display: "browser",
		Icons: []manifestIcon{
			{s.asset("ikon.svg"), "image/svg+xml", "any", "any"},
			{s.asset("ikon-180.png"), "image/png", "180x180", ""},
			{s.asset("ikon-512.png"), "image/png", "512x512", ""},
		},
	})
}
