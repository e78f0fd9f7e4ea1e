package site

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/seal"
)

func correctionsPath(e *award.Edition) string { return editionPath(e) + "koreksi/" }
func correctionsFeed(e *award.Edition) string { return correctionsPath(e) + "atom.xml" }

// Names of the downloads of a sealed edition.
const (
	sealJSON        = "segel.json"
	correctionsJSON = "koreksi.json"
)

// sealed returns the seal of an edition and its corrections, nil without a seal.
func (s *Site) sealed(e *award.Edition) *content.Sealed {
	if sealed := s.content.Sealed[e.Year]; sealed != nil && sealed.Seal != nil {
		return sealed
	}
	return nil
}

// A SealNote is what the pages of a sealed edition say about its seal.
type SealNote struct {
	Short  string // of the root hash, for comparing by eye
	Root   string
	File   string // address of the seal
	Ledger Link   // of the corrections, with their number in words
}

// sealNote returns nil for an edition without a seal.
func (s *Site) sealNote(e *award.Edition) *SealNote {
	sealed := s.sealed(e)
	if sealed == nil {
		return nil
	}
	text := s.t("tanpa-koreksi")
	if n := len(sealed.Corrections); n > 0 {
		text = s.t("jumlah-koreksi", s.format.count(n))
	}
	return &SealNote{
		Short:  sealed.Seal.Short(),
		Root:   sealed.Seal.Root,
		File:   s.href(dataPath(e) + sealJSON),
		Ledger: Link{Text: text, Href: s.href(correctionsPath(e))},
	}
}

// planSeal plans what only a sealed edition has.
func (s *Site) planSeal(st *award.Standing) {
	e := st.Edition
	sealed := s.sealed(e)
	if sealed == nil {
		return
	}
	modified := e.AsOf
	if n := len(sealed.Corrections); n > 0 {
		modified = sealed.Corrections[n-1].Date
	}
	s.page(correctionsPath(e), "corrections", modified, e.Status == award.Final, func() any { return s.corrections(st, sealed) })
	s.file(correctionsFeed(e), func(w io.Writer) error { return s.writeCorrectionsFeed(w, e, sealed) })
	for _, r := range s.revoked(st, sealed) {
		s.page(r.path, "revoked", modified, false, func() any { return s.revokedPage(st, r) })
	}
}

// sealDownloads are the files in the data folder of a sealed edition about its seal.
func (s *Site) sealDownloads(e *award.Edition) []download {
	sealed := s.sealed(e)
	if sealed == nil {
		return nil
	}
	file := func(name, key string, data func() []byte) download {
		return download{name, key, key, "json", "application/json", nil, func(w io.Writer) error {
			_, err := w.Write(data())
			return err
		}}
	}
	return []download{
		file(sealJSON, "segel", sealed.Seal.Encode),
		file(correctionsJSON, "koreksi", func() []byte { return seal.EncodeLedger(sealed.Seal, sealed.Corrections) }),
	}
}

// CorrectionsPage is the view of the corrections of a sealed edition.
type CorrectionsPage struct {
	Head    Head
	Title   string
	Edition Link
	Seal    *SealNote
	Feed    string
	Records []CorrectionRecord // latest first
	Effects []EffectTable
}

// A CorrectionRecord is one decision to correct, or one mending of words.
type CorrectionRecord struct {
	ID       string
	Title    string
	Date     string
	Decision string
	Reason   string
	Changes  []CorrectionChange
}

// A CorrectionChange is a field that was corrected.
type CorrectionChange struct {
	Subject  Link   // Href is "" where the subject has no page
	Field    string // in words, "" where only the path says it
	Path     string // "" where all of it came or went
	Old, New string
}

func (s *Site) corrections(st *award.Standing, sealed *content.Sealed) CorrectionsPage {
	e := st.Edition
	title := s.t("judul-koreksi", s.format.year(e.Year))
	p := CorrectionsPage{
		Head:    s.editionHead(st, correctionsPath(e), title, s.t("uraian-koreksi", e.Name)),
		Title:   title,
		Edition: Link{Text: e.Name, Href: s.href(editionPath(e))},
		Seal:    s.sealNote(e),
		Feed:    s.href(correctionsFeed(e)),
	}
	for i, c := range slices.Backward(sealed.Corrections) {
		record := CorrectionRecord{
			ID:       correctionAnchor(i),
			Title:    s.correctionTitle(i, c),
			Date:     s.format.date(c.Date),
			Decision: c.Decision,
			Reason:   c.Reason,
		}
		for _, change := range c.Changes {
			field := s.correctedPath(e, change.Field)
			if change.Field == "" {
				field = s.t("koreksi-seluruhnya")
			}
			record.Changes = append(record.Changes, CorrectionChange{
				s.partLink(e, change.Part), field, change.Field, s.correctedValue(change.Field, change.Old), s.correctedValue(change.Field, change.New),
			})
		}
		p.Records = append(p.Records, record)
	}
	if x := s.effects(st); x != nil {
		p.Effects = x.tables
	}
	return p
}

func correctionAnchor(i int) string { return fmt.Sprintf("koreksi_%d", i+1) }

func (s *Site) correctionTitle(i int, c seal.Correction) string {
	return s.t("koreksi-nomor", s.format.count(i+1), s.t("koreksi-"+string(c.Kind)))
}

// partLink names what a part of a seal is about.
func (s *Site) partLink(e *award.Edition, part string) Link {
	kind, id := seal.Subject(part)
	switch kind {
	case "edisi":
		return Link{Text: e.Name, Href: s.href(editionPath(e))}
	case "inovasi":
		if entry := s.entry[id]; entry != nil {
			return Link{Text: entry.latest().Name, Href: s.href(innovationPath(id))}
		}
	case "perangkat-daerah":
		if a := s.agencies[id]; a != nil {
			return Link{Text: a.Name, Href: s.href(agencyPath(id))}
		}
	}
	return Link{Text: id}
}

// resultWords says in words what came out for an innovation, from the fields of a
// sealed result.
func (s *Site) resultWords(result map[string]string) string {
	if result["skor"] == "" {
		if state := result["keadaan"]; slices.Contains(award.States, award.State(state)) {
			return s.t("keadaan-" + state)
		}
		return s.t("koreksi-tidak-ada")
	}
	words := s.t("koreksi-peringkat-skor", result["peringkat"], s.format.machine(result["skor"]))
	if result["predikat"] != "" {
		words += ", " + result["predikat"]
	}
	return words
}

// resultChange says in words how a result differs from the sealed one.
func (s *Site) resultChange(st *award.Standing, r *award.Result) (old, now string, changed bool) {
	sealed := s.sealed(st.Edition)
	if sealed == nil {
		return "", "", false
	}
	was, is := sealed.Seal.Result("inovasi/"+r.Innovation.ID), seal.ResultFields(r)
	if maps.Equal(was, is) {
		return "", "", false
	}
	return s.resultWords(was), s.resultWords(is), true
}

// correctionNote says on an innovation's page and on certificates what corrections
// did to its result; "" for nothing.
func (s *Site) correctionNote(st *award.Standing, r *award.Result) string {
	sealed := s.sealed(st.Edition)
	if sealed == nil {
		return ""
	}
	own := slices.ContainsFunc(sealed.Corrections, func(c seal.Correction) bool {
		return slices.ContainsFunc(c.Changes, func(change seal.Change) bool {
			kind, id := seal.Subject(change.Part)
			return kind == "inovasi" && id == r.Innovation.ID
		})
	})
	old, now, changed := s.resultChange(st, r)
	switch {
	case changed && own:
		return s.t("koreksi-mengubah", old, now)
	case changed:
		return s.t("koreksi-menggeser", old, now)
	case own:
		return s.t("koreksi-tanpa-akibat")
	}
	return ""
}

// placeNote says on a certificate that its place was another one when the edition was
// sealed; "" when it was the same.
func (s *Site) placeNote(e *award.Edition, a *award.Award, w *award.Winner) string {
	sealed := s.sealed(e)
	if sealed == nil {
		return ""
	}
	was := sealed.Seal.Result("penghargaan/" + a.ID)
	place, value := was[w.ID()+".tempat"], was[w.ID()+".nilai"]
	switch {
	case place == "":
		return s.t("koreksi-piagam-baru")
	case place != fmt.Sprint(w.Place) || value != w.Value.String():
		return s.t("koreksi-piagam", s.t("tempat", place), s.format.machine(value))
	}
	return ""
}

// writeCorrectionsFeed writes the ledger as an Atom feed, latest first.
func (s *Site) writeCorrectionsFeed(w io.Writer, e *award.Edition, sealed *content.Sealed) error {
	page := s.absolute(correctionsPath(e))
	feed := atomFeed{
		Lang: s.texts.Language, ID: page, Title: s.title(s.t("judul-koreksi", s.format.year(e.Year))),
		Updated: atomTime(e.AsOf), Author: atomPerson{s.content.Site.Organiser},
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.absolute(correctionsFeed(e))},
			{Rel: "alternate", Type: "text/html", Href: page},
		},
	}
	for i, c := range slices.Backward(sealed.Corrections) {
		address := page + "#" + correctionAnchor(i)
		summary := c.Reason
		if c.Decision != "" {
			summary += " (" + c.Decision + ")"
		}
		for _, change := range c.Changes {
			field := change.Field
			if words := s.correctedPath(e, field); words != "" {
				field = words + " (" + field + ")"
			}
			summary += "\n" + s.partLink(e, change.Part).Text + ": " + field + ": " + s.correctedValue(change.Field, change.Old) + " → " + s.correctedValue(change.Field, change.New)
		}
		feed.Entries = append(feed.Entries, atomEntry{address, s.correctionTitle(i, c), atomTime(c.Date), atomLink{Rel: "alternate", Type: "text/html", Href: address}, summary})
		feed.Updated = max(feed.Updated, atomTime(c.Date))
	}
	return writeXML(w, feed)
}

// sealData is what hasil.json says about the seal.
type sealData struct {
	Root string `json:"akar" kamus:"segel-akar"`
	File string `json:"berkas" kamus:"segel-berkas"`
}

// sealedResultData is a result as it was sealed.
type sealedResultData struct {
	State string  `json:"keadaan" kamus:"sebelum-keadaan"`
	Score *string `json:"skor" kamus:"sebelum-skor"`
	Rank  *string `json:"peringkat" kamus:"sebelum-peringkat"`
	Band  *string `json:"predikat" kamus:"sebelum-predikat"`
}

func (s *Site) sealData(e *award.Edition) *sealData {
	if sealed := s.sealed(e); sealed != nil {
		return &sealData{sealed.Seal.Root, sealJSON}
	}
	return nil
}

// sealedResultData returns nil when the result is as it was sealed.
func (s *Site) sealedResultData(st *award.Standing, r *award.Result) *sealedResultData {
	if _, _, changed := s.resultChange(st, r); !changed {
		return nil
	}
	was := s.sealed(st.Edition).Seal.Result("inovasi/" + r.Innovation.ID)
	field := func(name string) *string {
		if v := was[name]; v != "" {
			return &v
		}
		return nil
	}
	return &sealedResultData{was["keadaan"], field("skor"), field("peringkat"), field("predikat")}
}

// sealColumns are the columns of hasil.csv that only a sealed edition has.
func (s *Site) sealColumns(st *award.Standing) []column[award.Result] {
	if s.sealed(st.Edition) == nil {
		return nil
	}
	was := func(get func(d *sealedResultData) *string) func(*award.Result) string {
		return func(r *award.Result) string {
			if d := s.sealedResultData(st, r); d != nil {
				if v := get(d); v != nil {
					return *v
				}
			}
			return ""
		}
	}
	return []column[award.Result]{
		{"keadaan_sebelum_koreksi", "string", s.t("kolom-keadaan-sebelum"), false, s.standard("keadaan", s.t("golongan-keadaan"), "", ""), was(func(d *sealedResultData) *string { return &d.State })},
		{"skor_sebelum_koreksi", "number", s.t("kolom-skor-sebelum"), false, s.standard("skor", "", "skor", "poin"), was(func(d *sealedResultData) *string { return d.Score })},
		{"peringkat_sebelum_koreksi", "integer", s.t("kolom-peringkat-sebelum"), false, s.standard("peringkat", "", "urutan", "peringkat"), was(func(d *sealedResultData) *string { return d.Rank })},
	}
}
