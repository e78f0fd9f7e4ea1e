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
		Head:    s.head(pagePath(p.Slug), p.Title, p.Summary),
		Title:   p.Title,
		Summary: p.Summary,
		Body:    pageText(p),
		Updated: s.format.date(p.Updated),
	}
	view.Head.Edit = s.edit(p.File)
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
	head.NoIndex = true
	return RedirectPage{Head: head, Target: Link{Text: name, Href: s.href(path)}}
}

// NotFoundPage is the view of the page for addresses that do not exist.
type NotFoundPage struct{ Head Head }

func (s *Site) notFound() NotFoundPage {
	head := s.head("404.html", s.t("judul-tidak-ada"), s.t("uraian-tidak-ada"))
	head.NoIndex, head.Crumbs, head.Data = true, nil, nil
	return NotFoundPage{head}
}
