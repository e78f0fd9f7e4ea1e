package content

import (
	"errors"
	"net/url"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

const siteFile = "situs.yaml"

// A Site is what situs.yaml says about the site as a whole.
type Site struct {
	Name        string
	Description string
	URL         string   // base URL
	Languages   []string // of the interface; the first is that of the content, too
	Region      string
	Notice      string    // shown on every page; "" for none
	Texts       SiteTexts // description and notice in further languages
	Organiser   string
	Contact     Contact
	License     License // of the data; the zero value where it is not known
	Repository  Repository
	History     Telling
}

// Telling is how much of the history of marks is told, which git has.
type Telling string

// The tellings; the values are the words of the content format.
const (
	Unnamed Telling = "tanpa-nama"  // what changed; the one of a site that does not say
	Named   Telling = "dengan-nama" // and who committed it
	Untold  Telling = "tidak"
)

var tellings = []Telling{Unnamed, Named, Untold}

// A Contact is where readers can turn to.
type Contact struct{ Name, Link string }

// Mail reports whether the contact is an e-mail address.
func (c Contact) Mail() bool { return mailLink(c.Link) }

// A License is what the data may be used for. Code is how others name it, such as
// CC-BY-4.0, and may be "".
type License struct{ Name, Code, Link string }

// A Repository is where the content is edited, for "edit this page" links.
type Repository struct {
	URL    string
	Kind   RepositoryKind // "" only where there is no repository
	Branch string
	Folder string
}

var contactShape = shape[Contact]{
	{"nama", required, text(maxName, func(v *Contact) *string { return &v.Name })},
	{"tautan", required, scalar(reader[string]{contactRule, contactValue}, func(v *Contact) *string { return &v.Link })},
}

var licenseShape = shape[License]{
	{"nama", required, text(maxName, func(v *License) *string { return &v.Name })},
	{"kode", optional, text(40, func(v *License) *string { return &v.Code })},
	{"tautan", required, link(func(v *License) *string { return &v.Link })},
}

var repositoryShape = shape[Repository]{
	{"url", required, link(func(v *Repository) *string { return &v.URL })},
	{"jenis", optional, choice(repositoryKinds, func(v *Repository) *RepositoryKind { return &v.Kind })},
	{"cabang", required, text(maxName, func(v *Repository) *string { return &v.Branch })},
	{"folder", optional, text(maxName, func(v *Repository) *string { return &v.Folder })},
}

var siteShape = shape[Site]{
	{"nama", required, text(maxName, func(v *Site) *string { return &v.Name })},
	{"uraian", required, text(maxLine, func(v *Site) *string { return &v.Description })},
	{"url", required, scalar(reader[string]{baseURLRule, baseURLValue}, func(v *Site) *string { return &v.URL })},
	{"bahasa", required, atLeastOne(list(true, choiceReader(Languages), "", func(v *Site) *[]string { return &v.Languages }))},
	{"pemberitahuan", optional, text(maxLine, func(v *Site) *string { return &v.Notice })},
	{"terjemahan", optional, object(siteTextsShape, func(v *Site) *SiteTexts { return &v.Texts })},
	{"wilayah", required, text(maxName, func(v *Site) *string { return &v.Region })},
	{"penyelenggara", required, text(maxName, func(v *Site) *string { return &v.Organiser })},
	{"kontak", optional, object(contactShape, func(v *Site) *Contact { return &v.Contact })},
	{"lisensi", optional, object(licenseShape, func(v *Site) *License { return &v.License })},
	{"repositori", optional, repositoryValue(func(v *Site) *Repository { return &v.Repository })},
	{"riwayat", optional, choice(tellings, func(v *Site) *Telling { return &v.History })},
	silences[Site](),
}

const baseText = `^https?://[A-Za-z0-9.-]+(:[0-9]+)?((/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)/?$`

var basePattern = pattern.Lazy(baseText)

// ErrBaseURL is returned by [ParseBaseURL].
var ErrBaseURL = errors.New("not a base URL")

// ParseBaseURL reads the address of a site: http or https, a host, and a path of
// plain names. The path of the result is "" or has no slash at its end.
func ParseBaseURL(s string) (*url.URL, error) {
	if len(s) > maxBaseURL || !basePattern().MatchString(s) {
		return nil, ErrBaseURL
	}
	u, err := url.Parse(strings.TrimSuffix(s, "/"))
	if err != nil {
		return nil, ErrBaseURL
	}
	return u, nil
}

func baseURLValue(s *source, n *yaml.Node, field string) (string, bool) {
	v, ok := raw(s, n, field)
	if !ok {
		return "", false
	}
	if _, err := ParseBaseURL(v); err != nil {
		s.report(n, field, problem.NotBaseURL, v)
		return "", false
	}
	return v, true
}

func (l *loader) readSite() (site Site) {
	if s := l.openKnown(siteFile); s != nil {
		siteShape.read(s, s.root, "", &site)
		l.unlisted = s.checkLanguages(&site)
		s.checkPersonal(s.text, 0)
		l.keepSilences(s)
	}
	return site
}

// openKnown opens a file of the top folder unless it is missing, which the
// listing has reported.
func (l *loader) openKnown(file string) *source {
	if l.absent[file] {
		return nil
	}
	return l.open(file)
}

const taxonomyFile = "klasifikasi.yaml"

// ReservedTaxonomies are ids that a taxonomy cannot have: an edition's own pages
// lie beside those of its taxonomies, and "kelompok" filters by agency group.
var ReservedTaxonomies = []string{"peringkat", "penghargaan", "metode", "data", "inovasi", "gambar", "kelompok", "koreksi", "ketahanan", "perubahan", "sanggahan", "lencana", "sematan"}

var termShape = shape[award.Term]{
	{"id", required, slug(func(v *award.Term) *string { return &v.ID })},
	{"nama", required, text(maxName, func(v *award.Term) *string { return &v.Name })},
	{"kelompok", optional, text(maxName, func(v *award.Term) *string { return &v.Group })},
	{"uraian", optional, text(maxLine, func(v *award.Term) *string { return &v.Description })},
	{"perlu", optional, texts(func(v *award.Term) *[]string { return &v.Needs })},
	{"sumber", optional, links(func(v *award.Term) *[]string { return &v.Sources })},
}

var taxonomyShape = shape[award.Taxonomy]{
	{"id", required, slug(func(v *award.Taxonomy) *string { return &v.ID })},
	{"nama", required, text(maxName, func(v *award.Taxonomy) *string { return &v.Name })},
	{"uraian", optional, text(maxLine, func(v *award.Taxonomy) *string { return &v.Description })},
	{"wajib", optional, boolean(func(v *award.Taxonomy) *bool { return &v.Required })},
	{"banyak", optional, boolean(func(v *award.Taxonomy) *bool { return &v.Multiple })},
	{"istilah", required, atMost(maxTerms, objects(termShape, func(v *award.Taxonomy) *[]award.Term { return &v.Terms }))},
}

var taxonomiesValue = atMost(maxTaxonomies, objects(taxonomyShape, func(v *[]award.Taxonomy) *[]award.Taxonomy { return v }))

// readTaxonomies reports whether references to terms can be judged.
func (l *loader) readTaxonomies() (list []award.Taxonomy, ok bool) {
	s := l.openKnown(taxonomyFile)
	if s == nil {
		return nil, false
	}
	taxonomiesValue.read(s, s.root, "", &list)
	s.checkPersonal(s.text, 0)
	if s.failed {
		return list, false
	}
	unique(s, "", len(list), func(i int) string { return list[i].ID })
	for i, t := range list {
		field := item("", i)
		for _, reserved := range ReservedTaxonomies {
			if t.ID == reserved {
				s.report(s.find(itoa(i), "id"), sub(field, "id"), problem.ReservedID, t.ID)
			}
		}
		unique(s, field+".istilah", len(t.Terms), func(j int) string { return t.Terms[j].ID }, itoa(i), "istilah")
		for j, term := range t.Terms {
			for k, need := range term.Needs {
				if neededFields[need] == nil {
					n := s.find(itoa(i), "istilah", itoa(j), "perlu", itoa(k))
					s.report(n, item(item(field+".istilah", j)+".perlu", k), problem.UnknownNeed, need, strings.Join(neededNames(), ", "))
				}
			}
		}
	}
	return list, !s.failed
}

// unique reports ids of a list that repeat an earlier one.
func unique(s *source, field string, n int, id func(i int) string, path ...string) {
	first := map[string]int{}
	for i := range n {
		j, seen := first[id(i)]
		if !seen {
			first[id(i)] = i
			continue
		}
		at := func(i int) []string { return append(append([]string{}, path...), itoa(i), "id") }
		s.report(s.find(at(i)...), sub(item(field, i), "id"), problem.DuplicateID, id(i), s.offset+s.find(at(j)...).Line)
	}
}
