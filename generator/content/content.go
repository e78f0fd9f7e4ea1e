// Package content loads a content folder strictly: everything that the author
// got wrong is found in one run, each with file, line, column and field. It is
// the only package that knows YAML.
//
// # What a content folder holds
//
//	situs.yaml                    the site                         [Site]
//	klasifikasi.yaml              taxonomies and their terms       [award.Taxonomy]
//	perangkat-daerah.yaml         agencies                         [award.Agency]
//	halaman/<slug>.md             free pages                       [Page]
//	halaman/<bahasa>/<slug>.md    their translations
//	halaman/gambar/<name>         their pictures, JPEG or PNG
//	<tahun>/edisi.yaml            an edition and its rubric        [award.Edition]
//	<tahun>/inovasi/<slug>.yaml   one innovation                   [award.Innovation]
//	<tahun>/gambar/<name>         the edition's pictures
//	<tahun>/segel.json            the edition's seal                [seal.Seal]
//	<tahun>/koreksi.yaml          corrections after it was sealed   [seal.Correction]
//
// Any other name is a problem, except names that begin with a dot.
//
// # What strict means
//
// A YAML file is one UTF-8 document of at most [SizeLimit] bytes without tabs,
// hidden characters, anchors, aliases, tags or merge keys. Unknown and duplicate
// keys, wrong types and out-of-range values are problems. Scalars are read as the
// author wrote them: 18.10 stays "18.10" and an empty value is absent, never zero.
//
// # Warnings
//
// What can be read and is likely not meant is a warning: personal data, evidence
// that is late or another innovation's, innovations that are nearly the same, texts
// that are too short or too long. A file says with the key abaikan, and a reason,
// that one was weighed and left; edisi.yaml says so for its whole edition. A
// silence that silences nothing is a warning too.
//
// # Layout
//
// Each kind of file has one canonical layout, which [Format] gives it without a
// change to what it says.
//
// # Editors and new files
//
// [Schemas] tells editors what each kind of file can hold. [CopyEdition] and
// [Content.NewInnovation] make new files that explain themselves.
package content

import (
	"cmp"
	"io/fs"
	"slices"
	"sync"

	"siger/generator/award"
	"siger/generator/problem"
	"siger/generator/store"
)

// Content is everything that a content folder says.
type Content struct {
	Site         Site
	Taxonomies   []award.Taxonomy
	Groups       []award.AgencyGroup
	Agencies     []award.Agency
	Pages        []Page
	Translations []Page           // of pages into further languages
	Editions     []*award.Edition // by year
	Pictures     []Picture        // by path
	Sealed       map[int]*Sealed  // by year; those with a seal or corrections
	Silences     Silences
	Digests      map[string]Digests // of innovations, by file; only of what was loaded with a store
}

// A Picture is a checked picture file.
type Picture struct {
	File string // in the content folder
	Year int    // of its edition; 0 for one of free pages
	Name string
	Hash string // SHA-256 in hexadecimal, of what is published
}

// Load reads and checks a content folder. The problems are sorted; when there
// are errors among them, the content holds what could be read and is good for
// further checks only. Warnings that the content silences are left out. The error says what the machine failed at.
func Load(fsys fs.FS) (*Content, []problem.Problem, error) {
	return newLoader(fsys).run()
}

func (l *loader) run() (*Content, []problem.Problem, error) {
	if err := l.load(); err != nil {
		return nil, nil, err
	}
	if l.failed != nil {
		return nil, nil, l.failed
	}
	found := l.problems.Sorted()
	l.doubt(found)
	left := l.content.Silences.Apply(found)
	if !problem.Blocking(found) {
		stale := l.content.Silences.Stale(func(c problem.Code) bool { return c != problem.DeadLink })
		left = problem.Sort(append(left, stale...))
	}
	return l.content, left, nil
}

type loader struct {
	fsys     fs.FS
	store    *store.Store         // nil to keep nothing
	sums     map[string]store.Key // hashes of files that are known already
	texts    *Texts               // nil when none are left in their files
	content  *Content
	problems problem.List

	mu       sync.Mutex // guards content.Silences and the following while innovations are read
	failed   error      // that ends the loading; see fail
	failedAt string     // the file that it is about

	taxonomiesRead, agenciesRead bool // without these, references cannot be judged
	agency                       map[string]*award.Agency
	names                        func() *Names   // of the agencies and terms that were read
	listed                       int             // files and folders listed so far
	unlisted                     []string        // languages of translations that were reported
	absent                       map[string]bool // top files that the listing did not find
	editions                     []*editionFile
	innovations                  []*innovationFile // those that could be read
}

func newLoader(fsys fs.FS) *loader {
	c := &Content{Sealed: map[int]*Sealed{}, Silences: Silences{}, Digests: map[string]Digests{}}
	return &loader{fsys: fsys, content: c, names: sync.OnceValue(c.Names), absent: map[string]bool{}}
}

func (l *loader) load() error {
	years, pages, err := l.root()
	if err != nil {
		return err
	}
	l.content.Site = l.readSite()
	l.readShared()
	for _, name := range pages {
		if page, ok := l.readPage(name); ok {
			l.addPage(page)
		}
	}
	for _, list := range [][]Page{l.content.Pages, l.content.Translations} {
		slices.SortFunc(list, func(a, b Page) int {
			return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Slug, b.Slug), cmp.Compare(a.Language, b.Language))
		})
	}
	for _, year := range years {
		if err := l.readEdition(year); err != nil {
			return err
		}
	}
	l.readInnovations()
	l.checkAcross()
	return nil
}

// readShared reads what the innovations of all editions refer to.
func (l *loader) readShared() {
	l.content.Taxonomies, l.taxonomiesRead = l.readTaxonomies()
	l.readAgencies()
}

// root lists the top folder: the editions' folders and the pages' files.
func (l *loader) root() (years, pages []string, err error) {
	entries, err := l.list(".")
	if err != nil {
		return nil, nil, err
	}
	found := map[string]bool{}
	for _, e := range entries {
		name := e.Name()
		switch {
		case name == siteFile || name == taxonomyFile || name == agencyFile:
			found[name] = l.regular(name, e)
		case name == pageFolder && e.IsDir():
			if pages, err = l.pageFiles(pageFolder); err != nil {
				return nil, nil, err
			}
		case e.IsDir() && isYear(name):
			years = append(years, name)
		case e.IsDir() && name != "" && name[0] >= '0' && name[0] <= '9':
			l.report(name, problem.NotYear, name)
		default:
			l.unknown(name)
		}
	}
	for _, name := range []string{siteFile, taxonomyFile, agencyFile} {
		if _, ok := found[name]; !ok {
			l.report(name, problem.MissingFile)
		}
		l.absent[name] = !found[name]
	}
	return years, pages, nil
}

// report adds a problem about a whole file.
func (l *loader) report(file string, code problem.Code, args ...any) {
	l.problems.Add(problem.At(problem.Pos{File: file}, "", code, args...))
}

// list returns the entries of a folder in order, without dot-files, and reports
// names that differ only by case. Beyond the limit of files a folder is empty.
func (l *loader) list(folder string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(l.fsys, folder)
	if err != nil {
		return nil, &ReadError{folder, err}
	}
	if l.listed += len(entries); l.listed > maxFiles {
		l.report(folder, problem.TooManyFiles, maxFiles)
		return nil, nil
	}
	// Among names that differ by case, the one in small letters comes first and
	// stays: it is the only one that can be right.
	slices.SortFunc(entries, func(a, b fs.DirEntry) int {
		return cmp.Or(cmp.Compare(foldCase(a.Name()), foldCase(b.Name())), cmp.Compare(b.Name(), a.Name()))
	})
	seen := map[string]string{}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		name := e.Name()
		if name[0] == '.' {
			return true
		}
		low := foldCase(name)
		if first, ok := seen[low]; ok {
			l.report(join(folder, name), problem.CaseTwin, first)
			return true
		}
		seen[low] = name
		return false
	}), nil
}

func join(folder, name string) string {
	if folder == "." {
		return name
	}
	return folder + "/" + name
}

// regular reports whether an entry is an ordinary file, and the problem if not:
// symbolic links and pipes are never opened.
func (l *loader) regular(file string, e fs.DirEntry) bool {
	if e.Type().IsRegular() {
		return true
	}
	l.report(file, problem.NotRegular)
	return false
}
