package site

import (
	"fmt"
	"slices"
	"strings"

	"siger/generator/award"
)

// Paths of pages, relative to the site's root, without a leading slash.

func editionPath(e *award.Edition) string       { return fmt.Sprintf("%d/", e.Year) }
func rankingPath(e *award.Edition) string       { return editionPath(e) + "peringkat/" }
func agencyRankingPath(e *award.Edition) string { return rankingPath(e) + "perangkat-daerah/" }
func awardsPath(e *award.Edition) string        { return editionPath(e) + "penghargaan/" }
func methodPath(e *award.Edition) string        { return editionPath(e) + "metode/" }
func comparePath() string                       { return "banding/" }
func dataPath(e *award.Edition) string          { return editionPath(e) + "data/" }
func dictionaryPath(e *award.Edition) string    { return dataPath(e) + "kamus/" }
func objectionsPath(e *award.Edition) string    { return editionPath(e) + "sanggahan/" }
func innovationsPath() string                   { return "inovasi/" }
func innovationPath(id string) string           { return innovationsPath() + id + "/" }
func agenciesPath() string                      { return "perangkat-daerah/" }
func agencyPath(id string) string               { return agenciesPath() + id + "/" }
func agencyEditionPath(id string, e *award.Edition) string {
	return agencyPath(id) + editionPath(e)
}
func pagePath(slug string) string { return pageFolder + slug + "/" }

const pageFolder = "halaman/"

// PageOf returns the path of the page that shows what a file of the content folder
// says: of an innovation its own, of the files that are about everything the home
// page, of a name that begins with a dot, as no content does, "". The file's name
// decides; whether the site has the page is not asked.
func PageOf(file string) string {
	if strings.Contains("/"+file, "/.") {
		return ""
	}
	folder, name, _ := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(file, ".yaml"), ".md"), "/")
	name = strings.TrimSuffix(name, "/") // left by a name that is an ending alone
	switch {
	case folder == "perangkat-daerah":
		return agenciesPath()
	case folder == "halaman" && name != "":
		if language, slug, ok := strings.Cut(name, "/"); ok {
			return language + "/" + pagePath(slug)
		}
		return pagePath(name)
	case strings.HasPrefix(name, "inovasi/"):
		return innovationPath(strings.TrimPrefix(name, "inovasi/"))
	case name != "":
		return folder + "/"
	}
	return ""
}

// PicturePath returns the path of an edition's picture, or with year 0 of one of
// the free pages'.
func PicturePath(year int, name string) string {
	if year == 0 {
		return pagePictures + name
	}
	return fmt.Sprintf("gambar/%d/%s", year, name)
}

// pagePictures is where the pictures of free pages are.
const pagePictures = "halaman/gambar/"

func certificatePath(e *award.Edition, a *award.Award, w award.Winner) string {
	return awardsPath(e) + a.ID + "/" + w.ID() + "/"
}

func badgePath(e *award.Edition, id string) string { return editionPath(e) + "lencana/" + id + ".svg" }
func cardPath(e *award.Edition, id string) string  { return editionPath(e) + "sematan/" + id + "/" }

func taxonomyPath(e *award.Edition, t *award.Taxonomy) string { return editionPath(e) + t.ID + "/" }

func termPath(e *award.Edition, t *award.Taxonomy, term string) string {
	return taxonomyPath(e, t) + term + "/"
}

// Anchors of authors' ids hold an underscore, which neither an id of the layouts
// nor one made from a heading can have.

func awardAnchor(id string) string     { return "penghargaan_" + id }
func criterionAnchor(id string) string { return "kriteria_" + id }

// numbered returns the path of a page of a list that is split; the first page
// has the list's own path.
func numbered(path string, page int) string {
	if page == 1 {
		return path
	}
	return fmt.Sprintf("%shalaman-%d/", path, page)
}

// href returns the link to a path from any page of the site, to a page in this
// language.
func (s *Site) href(path string) string { return s.basePath + "/" + s.at(path) }

// folder returns the link to a folder of files, which pages of all languages share.
func (s *Site) folder(path string) string { return s.basePath + "/" + path }

// absolute returns the full address of a path in this language.
func (s *Site) absolute(path string) string {
	return s.options.Base.Scheme + "://" + s.options.Base.Host + s.href(path)
}

// A Link is a text that leads somewhere. Current marks the page itself, Within one that
// the page lies below; Language is that of the page it leads to, "" where that is this
// page's.
type Link struct {
	Text     string
	Href     string
	Current  bool
	Within   bool
	Language string
}

// sortByName puts items in the order of their names, without regard to case,
// then of their ids.
func sortByName[T any](list []T, key func(T) (name, id string)) {
	type named struct {
		name, id string
		item     T
	}
	all := make([]named, len(list))
	for i, item := range list {
		name, id := key(item)
		all[i] = named{strings.ToLower(name), id, item}
	}
	slices.SortFunc(all, func(a, b named) int {
		if c := strings.Compare(a.name, b.name); c != 0 {
			return c
		}
		return strings.Compare(a.id, b.id)
	})
	for i := range all {
		list[i] = all[i].item
	}
}
