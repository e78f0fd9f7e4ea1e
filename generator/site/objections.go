package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
)

// ObjectionsPage is the view of an edition's objection period: its dates, how to
// object, and every objection with what became of it.
type ObjectionsPage struct {
	Head     Head
	Title    string
	Edition  Link
	Lead     string
	Dates    []Fact
	How      string // to object; "" while objections are not taken
	Ways     []Link
	Rows     []ObjectionRow // latest first
	Feed     string
	Download string
}

// An ObjectionRow is an objection to one mark.
type ObjectionRow struct {
	ID        string // anchor on the page of all
	Href      string // that page, at the anchor
	Title     string // "Sanggahan 07/2024, 4 Mei 2024"
	Subject   Link   // the innovation
	Criterion string
	Party     string
	Claim     string
	Ruling    string
	Ruled     string // with its day
	Reason    string
	Effect    string // on the level; "" while there is no ruling
}

// An objected is an objection with what it is about.
type objected struct {
	in    *award.Innovation
	place int // among the innovation's objections
	*award.Objection
}

// objections lists those of an edition, the latest first.
func objections(e *award.Edition) []objected {
	var list []objected
	for _, in := range e.Innovations {
		for i := range in.Objections {
			list = append(list, objected{in, i, &in.Objections[i]})
		}
	}
	slices.SortStableFunc(list, func(a, b objected) int {
		return cmp.Or(cmp.Compare(b.Date.String(), a.Date.String()), cmp.Compare(b.Number, a.Number))
	})
	return list
}

func objectionAnchor(in *award.Innovation, place int) string {
	return fmt.Sprintf("sanggahan_%s_%d", in.ID, place+1)
}

func (s *Site) planObjections(st *award.Standing) {
	e := st.Edition
	if !e.Hearing.IsZero() {
		s.page(objectionsPath(e), "objections", e.AsOf, e.Status == award.Final, func() any { return s.objections(st) })
	}
}

func (s *Site) objections(st *award.Standing) ObjectionsPage {
	e := st.Edition
	title := s.t("judul-sanggahan", s.format.year(e.Year))
	p := ObjectionsPage{
		Head:     s.editionHead(st, objectionsPath(e), title, s.t("uraian-sanggahan", e.Name)),
		Title:    title,
		Edition:  Link{Text: e.Name, Href: s.href(editionPath(e))},
		Lead:     s.t("sanggahan-tertutup"),
		Dates:    s.hearingFacts(e.Hearing),
		Feed:     s.href("atom.xml"),
		Download: s.href(dataPath(e)),
	}
	if e.Status == award.Objections {
		p.How = s.objecting()
		if way := s.object(e, nil, nil, nil); way.Href != "" {
			p.Ways = append(p.Ways, way)
		}
	}
	switch e.Status {
	case award.Objections:
		p.Lead = s.t("sanggahan-terbuka")
	case award.Draft, award.Provisional:
		p.Lead = s.t("sanggahan-belum-dibuka")
	}
	for _, o := range objections(e) {
		p.Rows = append(p.Rows, s.objectionRow(e, o))
	}
	return p
}

func (s *Site) hearingFacts(h award.Hearing) []Fact {
	facts := []Fact{{Label: s.t("status-masa-sanggah"), Text: s.period(h.Window)}}
	if !h.Decided.IsZero() {
		facts = append(facts, Fact{Label: s.t("sanggah-ditetapkan"), Text: s.format.date(h.Decided)})
	}
	if h.Decree != "" {
		facts = append(facts, Fact{Label: s.t("koreksi-keputusan"), Text: h.Decree})
	}
	return facts
}

func (s *Site) objectionRow(e *award.Edition, o objected) ObjectionRow {
	anchor := objectionAnchor(o.in, o.place)
	row := ObjectionRow{
		ID: anchor, Href: s.href(objectionsPath(e)) + "#" + anchor,
		Title:     s.t("sanggahan-tanggal", s.format.date(o.Date)),
		Subject:   Link{Text: o.in.Name, Href: s.href(innovationPath(o.in.ID))},
		Criterion: o.Criterion, Claim: o.Claim, Ruling: s.t("putusan-" + string(o.Ruling)), Ruled: s.format.date(o.Ruled), Reason: o.Reason,
	}
	switch {
	case o.Party == award.ByOrganiser:
		row.Title = s.t("sanggahan-sendiri", s.format.date(o.Date))
	case o.Number != "":
		row.Title = s.t("sanggahan-nomor", o.Number, s.format.date(o.Date))
	}
	if c := e.Rubric.Criterion(o.Criterion); c != nil {
		row.Criterion = c.Name
	}
	if o.Party != "" {
		row.Party = s.t("pihak-" + string(o.Party))
	}
	switch {
	case o.Changed():
		row.Effect = s.t("sanggahan-akibat", s.levels(o.Before), s.levels(o.After))
	case o.Ruling != award.Pending:
		row.Effect = s.t("sanggahan-tanpa-akibat")
	}
	return row
}

// objectionsTo returns the objections to one mark, in the order of the file.
func (s *Site) objectionsTo(e *award.Edition, in *award.Innovation, criterion string) []ObjectionRow {
	var rows []ObjectionRow
	for i := range in.Objections {
		if o := &in.Objections[i]; o.Criterion == criterion {
			rows = append(rows, s.objectionRow(e, objected{in, i, o}))
		}
	}
	return rows
}

// objecting says how one objects, as far as the ways of [Site.object] hold it.
func (s *Site) objecting() string {
	switch site := s.content.Site; {
	case site.Contact.Mail(), slices.Contains([]content.RepositoryKind{content.GitHub, content.GitLab, content.Gitea}, site.Repository.Kind):
		return s.t("sanggahan-cara-terisi")
	case site.Contact.Link != "":
		return s.t("sanggahan-cara-kontak")
	default:
		return s.t("sanggahan-cara-penyelenggara", site.Organiser)
	}
}

// object returns the way to object to a mark, to an innovation, or to anything in
// the edition, with all that is known of it filled in where the repository's
// software can do that. Where it cannot, or there is none, it is the contact, filled in
// where that is an e-mail address.
func (s *Site) object(e *award.Edition, in *award.Innovation, c *award.Criterion, mark *award.Mark) Link {
	link := Link{Text: s.t("ajukan-sanggahan")}
	title, entry, criterion, value, commit := s.t("sanggahan-judul", s.format.year(e.Year)), "", "", "", ""
	if in != nil {
		title += ": " + in.Name
		entry = in.Name + " (" + in.File + ")"
		if past := s.options.History.Last(in.File); past != nil {
			commit = past.ID
		}
	}
	if c != nil {
		title += ", " + c.Name
		criterion = c.Name + " (" + c.ID + ")"
	}
	if mark != nil {
		value = s.levels(mark.Levels)
	}
	body := s.t("sanggahan-isi", entry, criterion, value, commit)
	switch s.content.Site.Repository.Kind {
	case content.GitHub:
		pairs := []string{"template", objectionForm, "title", title}
		for _, field := range [][2]string{{"inovasi", entry}, {"kriteria", criterion}, {"nilai", value}, {"commit", commit}} {
			if field[1] != "" {
				pairs = append(pairs, field[0], field[1])
			}
		}
		link.Href = s.repositoryPath("issues/new") + query(pairs...)
	case content.GitLab:
		link.Href = s.repositoryPath("-/issues/new") + query("issue%5Btitle%5D", title, "issue%5Bdescription%5D", body)
	case content.Gitea:
		link.Href = s.repositoryPath("issues/new") + query("title", title, "body", body)
	default: // Bitbucket's issues take nothing from an address
		contact := s.content.Site.Contact
		link.Href = contact.Link
		if contact.Mail() {
			link.Href += query("subject", title, "body", strings.ReplaceAll(body, "\n", "\r\n")) // as RFC 6068 has it
		}
	}
	return link
}

// objectionForm is the form for objections among those of a repository on GitHub.
const objectionForm = "sanggahan.yml"

// What hasil.json says.

type hearingData struct {
	From    string `json:"mulai" kamus:"sanggah-mulai"`
	To      string `json:"selesai" kamus:"sanggah-selesai"`
	Decided string `json:"ditetapkan,omitempty" kamus:"sanggah-ditetapkan"`
	Decree  string `json:"keputusan,omitempty" kamus:"sanggah-keputusan"`
}

type objectionData struct {
	Number    string       `json:"nomor,omitempty" kamus:"sanggahan-nomor"`
	Date      string       `json:"tanggal" kamus:"sanggahan-tanggal"`
	Party     award.Party  `json:"asal,omitempty" kamus:"sanggahan-asal"`
	Criterion string       `json:"kriteria" kamus:"sanggahan-kriteria"`
	Claim     string       `json:"isi" kamus:"sanggahan-isi"`
	Ruling    award.Ruling `json:"putusan" kamus:"sanggahan-putusan"`
	Ruled     string       `json:"diputus,omitempty" kamus:"sanggahan-diputus"`
	Reason    string       `json:"alasan,omitempty" kamus:"sanggahan-alasan"`
	Before    []int        `json:"dari" kamus:"sanggahan-dari"`
	After     []int        `json:"menjadi" kamus:"sanggahan-menjadi"`
}

func hearingDataOf(h award.Hearing) *hearingData {
	if h.IsZero() {
		return nil
	}
	return &hearingData{h.Window.From.String(), h.Window.To.String(), h.Decided.String(), h.Decree}
}

func objectionDataOf(in *award.Innovation) []objectionData {
	list := make([]objectionData, len(in.Objections))
	for i, o := range in.Objections {
		list[i] = objectionData{
			o.Number, o.Date.String(), o.Party, o.Criterion, o.Claim, o.Ruling, o.Ruled.String(), o.Reason,
			append([]int{}, o.Before...), append([]int{}, o.After...),
		}
	}
	return list
}
