package site

import (
	"strings"

	"siger/generator/content"
)

// A site in several languages has its pages once in each: in the content's language
// at the addresses that this package's comment lists, in another below its own folder
// (en/2021/metode/). Files are there once. The languages share records, standings and
// analyses; a [Site] is the plan in one of them.
//
// Content stays in its language, and its pages in another must say so (lang="id").
// That is not for every view and layout to see to: in a page of a further language,
// the interface's words and dates stand between [Own] and [Other], and package render
// takes what is outside for content.

// Marks of what a text is in; neither character can be in content.
const (
	Own   = "\x02" // the page's language from here
	Other = "\x03" // the content's language from here
)

// Unmarked returns a text without marks.
func Unmarked(s string) string {
	if !strings.ContainsAny(s, Own+Other) {
		return s
	}
	return strings.NewReplacer(Own, "", Other, "").Replace(s)
}

// in returns the plan of the same site in another language.
func (s *Site) in(texts *Texts) *Site {
	other := *s
	other.texts, other.format = texts, formatOf(texts)
	other.prefix, other.outputs, other.pieces = texts.Language+"/", nil, new(pieces)
	own := *s.content
	if t := own.Site.Texts.In(texts.Language); t.Description != "" {
		own.Site.Description = Own + t.Description + Other
	}
	if t := own.Site.Texts.In(texts.Language); t.Notice != "" {
		own.Site.Notice = Own + t.Notice + Other
	}
	other.content = &own
	other.translations = map[string]*content.Page{}
	for i := range s.content.Translations {
		if p := &s.content.Translations[i]; p.Language == texts.Language {
			other.translations[p.Slug] = p
		}
	}
	return &other
}

// main reports whether this is the plan in the content's language.
func (s *Site) main() bool { return s.prefix == "" }

// isPage reports whether a path is that of a page, which each language has, rather
// than of a file.
func isPage(path string) bool {
	path, _, _ = strings.Cut(path, "#")
	return path == "" || strings.HasSuffix(path, "/")
}

// at returns where a path is in this language: files and free pages that nobody
// translated are there in the content's language alone.
func (s *Site) at(path string) string {
	if s.main() || !isPage(path) {
		return path
	}
	if slug, free := strings.CutPrefix(path, pageFolder); free {
		slug, _, _ = strings.Cut(slug, "/")
		if s.translations[slug] == nil {
			return path
		}
	}
	return s.prefix + path
}

// plans reports whether there is a page at a path in this language.
func (s *Site) plans(path string) bool { return s.known[s.prefix+path+"index.html"] }

// permanent returns the full address of a path in the content's language, for what
// is printed and must last: other languages can be switched off.
func (s *Site) permanent(path string) string { return s.languages[0].absolute(path) }

// freePages returns the free pages of this language in the order of the menu: each
// translated where it can be, then those that it alone has.
func (s *Site) freePages() []*content.Page {
	var list []*content.Page
	there := map[string]bool{}
	for i := range s.content.Pages {
		p := &s.content.Pages[i]
		there[p.Slug] = true
		if t := s.translations[p.Slug]; t != nil {
			p = t
		}
		list = append(list, p)
	}
	for i := range s.content.Translations {
		if p := &s.content.Translations[i]; p == s.translations[p.Slug] && !there[p.Slug] {
			list = append(list, p)
		}
	}
	return list
}

// ownText marks an author's text that is in the page's language.
func (s *Site) ownText(language, text string) string {
	if language == "" || s.main() {
		return text
	}
	return Own + text + Other
}

// alternates returns a page's addresses in all its languages, and its twin in each
// other language, or that language's home page.
func (s *Site) alternates(path string) (addresses, twins []Link) {
	if len(s.languages) < 2 {
		return nil, nil
	}
	for _, l := range s.languages {
		twin := ""
		if l.plans(path) {
			twin = path
			addresses = append(addresses, Link{Href: l.absolute(path), Language: l.texts.Language})
		}
		if l != s {
			twins = append(twins, Link{Text: Unmarked(l.t("nama-bahasa")), Href: l.href(twin), Language: l.texts.Language})
		}
	}
	if len(addresses) < 2 {
		return nil, twins
	}
	return append(addresses, Link{Href: addresses[0].Href, Language: "x-default"}), twins
}

// contentLanguage returns the language of the content where it is not the page's.
func (s *Site) contentLanguage() string {
	if s.main() {
		return ""
	}
	return s.languages[0].texts.Language
}

// list joins names as a sentence does.
func (s *Site) list(names []string) string {
	switch n := len(names); {
	case n < 2:
		return strings.Join(names, "")
	case n == 2:
		return s.t("daftar-dua", names[0], names[1])
	default:
		return s.t("daftar-akhir", strings.Join(names[:n-1], ", "), names[n-1])
	}
}
