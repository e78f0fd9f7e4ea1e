package content

import (
	"bytes"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

const pageFolder = "halaman"

// A Page is a free page: Markdown below a head of YAML.
type Page struct {
	Slug     string
	Language string // of a translation; "" for the content's
	File     string
	Title    string
	Summary  string
	Order    int // among the pages in the menu
	Updated  award.Date
	Body     award.Text
}

var pageShape = shape[Page]{
	{"judul", required, text(maxName, func(v *Page) *string { return &v.Title })},
	{"ringkasan", required, text(maxLine, func(v *Page) *string { return &v.Summary })},
	{"urutan", optional, integer(0, 10000, func(v *Page) *int { return &v.Order })},
	{"diperbarui", optional, day(func(v *Page) *award.Date { return &v.Updated })},
	silences[Page](),
}

// pageFiles lists the pages' files, those of translations in folders of their own,
// and reads their pictures.
func (l *loader) pageFiles(folder string) ([]string, error) {
	entries, err := l.list(folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		file := join(folder, e.Name())
		slug, ok := strings.CutSuffix(e.Name(), ".md")
		switch {
		case folder == pageFolder && e.IsDir() && slices.Contains(Languages, e.Name()):
			translations, err := l.pageFiles(file)
			if err != nil {
				return nil, err
			}
			names = append(names, translations...)
		case folder == pageFolder && e.Name() == pictureFolder && e.IsDir():
			if _, err := l.readPictures(0, file); err != nil {
				return nil, err
			}
		case !ok:
			l.unknown(file)
		case !isSlug(slug):
			l.report(file, problem.NotSlug, slug)
		case l.regular(file, e):
			names = append(names, file)
		}
	}
	return names, nil
}

func (l *loader) readPage(file string) (Page, bool) {
	data, ok := l.read(file, MaxFileSize)
	if !ok {
		return Page{}, false
	}
	page, s := l.decodePage(file, data)
	if s == nil {
		return Page{}, false
	}
	s.checkPersonal(data, 0)
	l.keepSilences(s)
	return page, !s.failed
}

// decodePage reads a page. The source is that of its head, nil when it has none;
// it has failed when anything in the file is wrong.
func (l *loader) decodePage(file string, data []byte) (Page, *source) {
	if !l.checkConflicts(file, data) {
		return Page{}, nil
	}
	data = append(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), '\n')
	head, body, ok := cutFrontMatter(data)
	if !ok || len(bytes.TrimSpace(head)) == 0 {
		whole := source{file: file, text: data, problems: &l.problems}
		if len(bytes.TrimSpace(data)) == 0 {
			l.report(file, problem.EmptyFile)
		} else if whole.lint() {
			l.problems.Add(problem.At(problem.Pos{File: file, Line: 1}, "", problem.NoFrontMatter))
		}
		return Page{}, nil
	}
	language, slug := pageName(file)
	page := Page{Slug: slug, Language: language, File: file}
	bodyLine := bytes.Count(head, []byte("\n")) + 3
	rest := source{file: file, text: body, offset: bodyLine - 1, tabs: true, problems: &l.problems}
	clean := rest.lint()
	s := l.parse(file, head, 1)
	if s == nil {
		return Page{}, nil
	}
	pageShape.read(s, s.root, "", &page)
	page.Body = award.Text{Source: string(body), Line: bodyLine, Block: true, Language: language}
	s.failed = s.failed || !clean
	return page, s
}

// pageName splits the name of a page's file: halaman/en/tentang.md is the page
// tentang in English.
func pageName(file string) (language, slug string) {
	name := strings.TrimSuffix(strings.TrimPrefix(file, pageFolder+"/"), ".md")
	if language, slug, ok := strings.Cut(name, "/"); ok {
		return language, slug
	}
	return "", name
}

// addPage keeps a page where the site has its language. Of the pages of another one alone, the
// folder is reported.
func (l *loader) addPage(page Page) {
	site := &l.content.Site
	switch {
	case page.Language == "":
		l.content.Pages = append(l.content.Pages, page)
	case len(site.Languages) > 0 && page.Language != site.Languages[0] && slices.Contains(site.Languages[1:], page.Language):
		l.content.Translations = append(l.content.Translations, page)
	case site.lacks(page.Language) && !slices.Contains(l.unlisted, page.Language):
		l.unlisted = append(l.unlisted, page.Language)
		l.report(join(pageFolder, page.Language), problem.LanguageNotListed, page.Language, site.whyNot(page.Language))
	}
}

// cutFrontMatter splits a page at its two lines "---".
func cutFrontMatter(data []byte) (head, body []byte, ok bool) {
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		return nil, nil, false
	}
	if body, ok := bytes.CutPrefix(rest, []byte("---\n")); ok {
		return nil, body, true
	}
	i := bytes.Index(rest, []byte("\n---\n"))
	if i < 0 {
		return nil, nil, false
	}
	return rest[:i+1], rest[i+5:], true
}
