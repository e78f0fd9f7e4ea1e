package site

import (
	"siger/generator/content"
)

// FreePage is the view of a page of Markdown.
type FreePage struct {
	Head    Head
	Title   string
	Summary string
	Body    Markdown
	Updated string
}

func (s *Site) freePage(p *content.Page) FreePage {
	view := FreePage{
		Title:   s.ownText(p.Language, p.Title),
		Summary: s.ownText(p.Language, p.Summary),
		Body:    pageText(p),
		Updated: s.format.date(p.Updated),
	}
	view.Head = s.head(pagePath(p.Slug), view.Title, view.Summary)
	view.Head.Edit = s.edit(p.File)
	view.Head.Origin = s.origin("", p.File)
	return view
}

func pageText(p *content.Page) Markdown { return Markdown{p.Body, p.File, "", 2, 0, pagePictures} }

// RedirectPage is the view of a former address.
type RedirectPage struct {
	Head   Head
	Target Link
}

func (s *Site) redirect(path, name string) RedirectPage {
	head := s.head(path, name, name) // the canonical address is the new one
	head.NoIndex, head.Origin = true, Origin{}
	return RedirectPage{Head: head, Target: Link{Text: name, Href: s.href(path)}}
}

// NotFoundPage is the view of the page for addresses that do not exist.
type NotFoundPage struct {
	Head   Head
	Others []NotFoundNote
}

// A NotFoundNote says the same in another language: hosts have one page for all
// addresses.
type NotFoundNote struct {
	Language, Text string
	Home           Link
}

func (s *Site) notFound() NotFoundPage {
	head := s.head("404.html", s.t("judul-tidak-ada"), s.t("uraian-tidak-ada"))
	head.NoIndex, head.OwnSearch, head.Crumbs, head.Data, head.Origin = true, true, nil, nil, Origin{}
	p := NotFoundPage{Head: head}
	for _, l := range s.languages[1:] {
		word := func(key string) string { return Unmarked(l.t(key)) }
		p.Others = append(p.Others, NotFoundNote{l.texts.Language, word("judul-tidak-ada") + ". " + word("uraian-tidak-ada"), Link{Text: word("ke-beranda"), Href: l.href("")}})
	}
	return p
}
