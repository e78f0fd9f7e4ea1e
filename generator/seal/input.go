package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siger/generator/award"
)

// Shared are the records that editions share.
type Shared struct {
	Taxonomies []award.Taxonomy
	Groups     []award.AgencyGroup
	Agencies   []award.Agency
}

// New seals an evaluated edition.
func New(st *award.Standing, shared Shared) *Seal {
	e := st.Edition
	s := &Seal{Format: Format, Year: e.Year}
	s.Parts = append(s.Parts, newPart("edisi", rules(e)), newPart("edisi"+texts, editionTexts(e)))
	for _, in := range e.Innovations {
		s.Parts = append(s.Parts,
			newPart("inovasi/"+in.ID, scored(in)),
			newPart("inovasi/"+in.ID+texts, innovationTexts(in)))
	}
	s.Parts = append(s.Parts, sharedParts(e, shared)...)
	s.Parts = append(s.Parts, resultParts(st)...)
	slices.SortFunc(s.Parts, func(a, b Part) int { return strings.Compare(a.Name, b.Name) })
	s.Root = s.root()
	return s
}

// fields are the values of a part, by path. What is absent is not in it.
type fields map[string]string

func (f fields) set(path, value string) {
	if value != "" {
		f[path] = value
	}
}

func (f fields) flag(path string, value bool) { f.set(path, yes(value)) }

func yes(value bool) string {
	if value {
		return "ya"
	}
	return ""
}

func (f fields) list(path string, values []string) { f.set(path, strings.Join(values, ", ")) }

// any sets a list whose order says nothing.
func (f fields) any(path string, values []string) {
	values = slices.Clone(values)
	slices.Sort(values)
	f.list(path, slices.Compact(values))
}

func (f fields) number(path string, d award.Decimal) { f.set(path, award.Exact(d.Rat())) }

// prose sets a text by its hash.
func (f fields) prose(path, text string) {
	if text = strings.TrimSpace(text); text != "" {
		f[path] = digest(text)
	}
}

// markdown is prose of a text that may have been left in its file.
func (f fields) markdown(path string, t award.Text) {
	if t.Left != "" {
		f[path] = digestPrefix + hex.EncodeToString(t.Left.Sum())
		return
	}
	f.prose(path, t.Source)
}

// items sets a list of items of several values by its hash.
func (f fields) items(path string, items [][]string) {
	lines := make([]string, len(items))
	for i, values := range items {
		lines[i] = strings.Join(values, "\t")
	}
	f.prose(path, strings.Join(lines, "\n"))
}

const digestPrefix = "sha256:"

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return digestPrefix + hex.EncodeToString(sum[:])
}

// rules returns what scores, ranks, bands and awards depend on in the edition.
func rules(e *award.Edition) fields {
	f := fields{}
	f.set("tahun", strconv.Itoa(e.Year))
	f.set("status", string(e.Status))
	f.set("per_tanggal", e.AsOf.String())
	r := &e.Rubric
	f.number("rubrik.skala", r.Scale)
	f.set("rubrik.desimal", strconv.Itoa(r.Places))
	f.set("rubrik.penilai", string(r.Combine))
	var ids []string
	for i := range r.Criteria {
		c := &r.Criteria[i]
		at := "rubrik.kriteria." + c.ID + "."
		ids = append(ids, c.ID)
		f.number(at+"bobot", c.Weight)
		f.flag(at+"wajib", c.Gate)
		var levels []string
		for _, l := range c.Levels {
			levels = append(levels, strconv.Itoa(l.Value))
		}
		f.list(at+"tingkat", levels)
	}
	f.list("rubrik.kriteria", ids)
	for i, b := range r.Bands {
		at := fmt.Sprintf("rubrik.predikat.%d.", i)
		f.set(at+"nama", b.Name)
		f.number(at+"mulai", b.From)
	}
	ids = nil
	for i := range e.Awards {
		a := &e.Awards[i]
		at := "penghargaan." + a.ID + "."
		ids = append(ids, a.ID)
		f.set(at+"subjek", string(a.Subject))
		f.set(at+"ukuran", string(a.Measure))
		for _, c := range a.Filter.Terms {
			f.any(at+"saring."+c.Taxonomy, c.Terms)
		}
		f.any(at+"saring.kelompok", a.Filter.Groups)
		f.set(at+"juara", strconv.Itoa(a.Places))
		if a.Minimum != nil {
			f.number(at+"skor_minimal", *a.Minimum)
		}
		if a.MinDivisor > 1 {
			f.set(at+"pembagi_minimal", strconv.Itoa(a.MinDivisor))
		}
	}
	f.list("penghargaan", ids)
	return f
}

// editionTexts returns what else the edition says.
func editionTexts(e *award.Edition) fields {
	f := fields{}
	f.set("nama", e.Name)
	f.prose("dasar", e.Basis)
	f.markdown("catatan", e.Note)
	f.prose("sumber", strings.Join(e.Sources, "\n"))
	phases := make([][]string, len(e.Timetable))
	for i, p := range e.Timetable {
		phases[i] = []string{p.Name, period(p.Planned), period(p.Actual), p.Note}
	}
	f.items("tahapan", phases)
	c := &e.Certificate
	f.prose("piagam.keputusan", c.Decision)
	f.set("piagam.tempat", c.Place)
	f.set("piagam.tanggal", c.Date.String())
	f.prose("piagam.penanda_tangan.atas_nama", c.Signer.Behalf)
	f.prose("piagam.penanda_tangan.jabatan", c.Signer.Office)
	f.prose("piagam.penanda_tangan.nama", c.Signer.Name)
	if h := e.Hearing; !h.IsZero() {
		f.set("sanggah", period(h.Window))
		f.set("sanggah.ditetapkan", h.Decided.String())
		f.prose("sanggah.keputusan", h.Decree)
	}
	if !e.Window.IsZero() {
		f.set("syarat.waktu_penerapan", period(e.Window))
	}
	r := &e.Rubric
	f.set("rubrik.nama", r.Name)
	f.prose("rubrik.dasar_predikat", r.BandsSource)
	for i := range r.Criteria {
		c := &r.Criteria[i]
		at := "rubrik.kriteria." + c.ID + "."
		f.set(at+"nama", c.Name)
		f.set(at+"kelompok", c.Group)
		f.prose(at+"dasar", c.Basis)
		f.prose(at+"uraian", c.Description)
		f.prose(at+"bukti_diminta", c.EvidenceWant)
		f.prose(at+"sumber", strings.Join(c.Sources, "\n"))
		levels := make([][]string, len(c.Levels))
		for j, l := range c.Levels {
			levels[j] = []string{strconv.Itoa(l.Value), l.Description, yes(l.NeedsEvidence)}
		}
		f.items(at+"tingkat", levels)
	}
	for i := range e.Awards {
		a := &e.Awards[i]
		at := "penghargaan." + a.ID + "."
		f.set(at+"nama", a.Name)
		f.prose(at+"uraian", a.Description)
		f.prose(at+"dasar", a.Basis)
	}
	return f
}

func levels(values []int) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = strconv.Itoa(v)
	}
	return strings.Join(list, ",")
}

func period(p award.Period) string {
	if p.IsZero() {
		return ""
	}
	return p.From.String() + "/" + p.To.String()
}

// scored returns what an innovation's score, rank and awards depend on.
func scored(in *award.Innovation) fields {
	f := fields{}
	f.set("perangkat_daerah", in.Agency)
	for _, c := range in.Categories {
		f.any("kategori."+c.Taxonomy, c.Terms)
	}
	for _, m := range in.Marks {
		levels := make([]string, len(m.Levels))
		for i, l := range m.Levels {
			levels[i] = strconv.Itoa(l)
		}
		f.list("penilaian."+m.Criterion+".tingkat", levels)
	}
	f.flag("ditarik", in.Withdrawal != award.Withdrawal{})
	return f
}

// innovationTexts returns what else an innovation says.
func innovationTexts(in *award.Innovation) fields {
	f := fields{}
	f.set("nama", in.Name)
	f.set("unit_pelaksana", in.Unit)
	f.set("waktu_uji_coba", in.Trial.String())
	f.set("waktu_penerapan", in.Applied.String())
	f.prose("tautan", in.Link)
	f.prose("sop", in.Procedure)
	f.prose("ringkasan", in.Summary)
	f.markdown("rancang_bangun", in.Design)
	f.markdown("tujuan", in.Goals)
	f.markdown("manfaat", in.Benefits)
	f.markdown("hasil", in.Outcomes)
	for _, m := range in.Marks {
		f.prose("penilaian."+m.Criterion+".alasan", m.Reason)
		evidence := make([][]string, len(m.Evidence))
		for i, ev := range m.Evidence {
			evidence[i] = []string{ev.Title, ev.Number, ev.Date.String(), ev.Link}
		}
		f.items("penilaian."+m.Criterion+".bukti", evidence)
	}
	objections := make([][]string, len(in.Objections))
	for i, o := range in.Objections {
		objections[i] = []string{o.Number, o.Date.String(), string(o.Party), o.Criterion, o.Claim, string(o.Ruling), o.Ruled.String(), o.Reason, levels(o.Before), levels(o.After)}
	}
	f.items("sanggahan", objections)
	f.markdown("tanggapan", in.Answer)
	f.markdown("catatan", in.Note)
	f.prose("sumber", strings.Join(in.Sources, "\n"))
	f.any("alias", in.Aliases)
	f.set("gambar.berkas", in.Picture.File)
	f.prose("gambar.alt", in.Picture.Alt)
	if in.Picture.Hash != "" {
		f.set("gambar.isi", digestPrefix+in.Picture.Hash)
	}
	f.set("ditarik.tanggal", in.Withdrawal.Date.String())
	f.prose("ditarik.alasan", in.Withdrawal.Reason)
	return f
}

// sharedParts returns the parts of the shared files that the edition refers to.
func sharedParts(e *award.Edition, shared Shared) []Part {
	agencies, groups := map[string]bool{}, map[string]bool{}
	terms := map[string]map[string]bool{} // by taxonomy
	use := func(c award.Category) {
		if terms[c.Taxonomy] == nil {
			terms[c.Taxonomy] = map[string]bool{}
		}
		for _, id := range c.Terms {
			terms[c.Taxonomy][id] = true
		}
	}
	for _, in := range e.Innovations {
		agencies[in.Agency] = true
		for _, c := range in.Categories {
			use(c)
		}
	}
	for i := range e.Awards {
		for _, c := range e.Awards[i].Filter.Terms {
			use(c)
		}
		for _, g := range e.Awards[i].Filter.Groups {
			groups[g] = true
		}
	}
	var parts []Part
	for i := range shared.Agencies {
		a := &shared.Agencies[i]
		if !agencies[a.ID] {
			continue
		}
		groups[a.Group] = true
		parts = append(parts,
			newPart("perangkat-daerah/"+a.ID, fields{"kelompok": a.Group}),
			newPart("perangkat-daerah/"+a.ID+texts, fields{"nama": a.Name}))
	}
	for _, g := range shared.Groups {
		if groups[g.ID] {
			parts = append(parts, newPart("kelompok/"+g.ID+texts, fields{"nama": g.Name}))
		}
	}
	for i := range shared.Taxonomies {
		t := &shared.Taxonomies[i]
		if terms[t.ID] == nil {
			continue
		}
		f := fields{"nama": t.Name}
		for _, term := range t.Terms {
			if terms[t.ID][term.ID] {
				f["istilah."+term.ID+".nama"] = term.Name
			}
		}
		parts = append(parts, newPart("klasifikasi/"+t.ID+texts, f))
	}
	return parts
}

// followsReferences reports whether a part holds of a shared file what the edition
// refers to: what comes into it or leaves it follows from the references.
func followsReferences(part string) bool {
	folder, _, _ := strings.Cut(part, "/")
	return folder == "perangkat-daerah" || folder == "kelompok" || folder == "klasifikasi"
}
