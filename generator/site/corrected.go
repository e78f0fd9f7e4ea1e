package site

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/seal"
)

// effects are what the corrections of a sealed edition did to its results.
type effects struct {
	date   award.Date // of the latest correction that can change results
	tables []EffectTable
	own    map[*award.Result]bool // more than the rank differs from the sealed one
}

// An EffectTable lists results of one kind that differ from the sealed ones.
type EffectTable struct {
	Caption string // their number in words
	Subject string // what each is about
	Rows    []CorrectionEffect
}

// A CorrectionEffect is how a result differs from the sealed one.
type CorrectionEffect struct {
	Subject Link   // Href is "" where it has no page
	Award   string // of which it is a holder, "" for none
	Old     string
	New     string
}

// effects returns nil where no result differs from the sealed one.
func (s *Site) effects(st *award.Standing) *effects {
	sealed := s.sealed(st.Edition)
	if sealed == nil || len(sealed.Corrections) == 0 {
		return nil
	}
	return s.corrected.of(st, func() *effects { return s.makeEffects(st, sealed) })
}

func (s *Site) makeEffects(st *award.Standing, sealed *content.Sealed) *effects {
	x := &effects{own: map[*award.Result]bool{}}
	for _, c := range sealed.Corrections {
		if c.Kind == seal.Substance {
			x.date = c.Date
		}
	}
	add := func(key, subject string, rows []CorrectionEffect) {
		if len(rows) > 0 {
			x.tables = append(x.tables, EffectTable{s.t(key, s.format.count(len(rows))), s.t(subject), rows})
		}
	}
	for i := range st.Results {
		r := &st.Results[i]
		if s.correctedItself(sealed, r) {
			x.own[r] = true
		}
	}
	add("koreksi-hasil-inovasi", "kepala-inovasi", s.innovationEffects(st, sealed))
	add("koreksi-hasil-perangkat-daerah", "perangkat-daerah", s.agencyEffects(st, sealed))
	add("koreksi-raihan", "kepala-peraih", s.awardEffects(st, sealed))
	if len(x.tables) == 0 {
		return nil
	}
	return x
}

// correctedItself reports whether a result differs from the sealed one in more than
// its rank, which moves when others are corrected.
func (s *Site) correctedItself(sealed *content.Sealed, r *award.Result) bool {
	was, is := maps.Clone(sealed.Seal.Result("inovasi/"+r.Innovation.ID)), seal.ResultFields(r)
	delete(was, "peringkat")
	delete(is, "peringkat")
	return !maps.Equal(was, is)
}

func (s *Site) innovationEffects(st *award.Standing, sealed *content.Sealed) []CorrectionEffect {
	var rows []CorrectionEffect
	here := make(map[string]bool, len(st.Results))
	for i := range st.Results {
		r := &st.Results[i]
		here[r.Innovation.ID] = true
		if old, now, changed := s.resultChange(st, r); changed {
			rows = append(rows, CorrectionEffect{Subject: Link{Text: r.Innovation.Name, Href: s.href(innovationPath(r.Innovation.ID))}, Old: old, New: now})
		}
	}
	for _, id := range sealedResults(sealed.Seal, "inovasi") {
		if !here[id] {
			rows = append(rows, CorrectionEffect{Subject: Link{Text: id}, Old: s.resultWords(sealed.Seal.Result("inovasi/" + id)), New: s.t("koreksi-tidak-ada")})
		}
	}
	return rows
}

func (s *Site) agencyEffects(st *award.Standing, sealed *content.Sealed) []CorrectionEffect {
	var rows []CorrectionEffect
	here := make(map[string]bool, len(st.Agencies))
	add := func(id string, is map[string]string) {
		old, now := s.agencyWords(sealed.Seal.Result("perangkat-daerah/"+id)), s.agencyWords(is)
		if old != now {
			rows = append(rows, CorrectionEffect{Subject: s.holder(award.Agencies, id), Old: old, New: now})
		}
	}
	for i := range st.Agencies {
		a := &st.Agencies[i]
		here[a.Agency.ID] = true
		add(a.Agency.ID, seal.AgencyFields(a))
	}
	for _, id := range sealedResults(sealed.Seal, "perangkat-daerah") {
		if !here[id] {
			add(id, nil)
		}
	}
	return rows
}

// agencyWords says in words what came out for an agency, from the fields of a sealed
// result.
func (s *Site) agencyWords(result map[string]string) string {
	switch {
	case result == nil:
		return s.t("koreksi-tidak-ada")
	case result["peringkat.total"] == "":
		return s.t("belum-ada-yang-dinilai")
	}
	return s.t("total-dan-peringkat", s.format.machine(result["total"]), result["peringkat.total"]) + " · " +
		s.t("jumlah-dan-peringkat", result["jumlah"], result["peringkat.jumlah"]) + " · " +
		s.t("rata-rata-dan-peringkat", s.format.machine(result["rata_rata"]), result["peringkat.rata_rata"])
}

// awardEffects returns who won, lost or changed a place of an award, by award and place.
func (s *Site) awardEffects(st *award.Standing, sealed *content.Sealed) []CorrectionEffect {
	var rows []CorrectionEffect
	place := func(number string) string {
		if number == "" {
			return s.t("koreksi-tidak-ada")
		}
		return s.t("tempat", number)
	}
	compare := func(a *award.Award, winners []award.Winner) {
		was := sealed.Seal.Result("penghargaan/" + a.ID)
		here := map[string]bool{}
		add := func(id, now string) {
			here[id] = true
			if old := was[id+placeField]; old != now {
				rows = append(rows, CorrectionEffect{s.holder(a.Subject, id), a.Name, place(old), place(now)})
			}
		}
		for _, w := range winners {
			add(w.ID(), strconv.Itoa(w.Place))
		}
		for _, path := range slices.Sorted(maps.Keys(was)) {
			if id, ok := strings.CutSuffix(path, placeField); ok && !here[id] {
				add(id, "")
			}
		}
	}
	there := map[string]bool{}
	for i := range st.Awards {
		there[st.Awards[i].Award.ID] = true
		compare(st.Awards[i].Award, st.Awards[i].Winners)
	}
	for _, id := range sealedResults(sealed.Seal, "penghargaan") {
		if at := "penghargaan." + id; !there[id] {
			subject := award.Subject(sealed.Seal.Part("edisi")[at+".subjek"])
			compare(&award.Award{ID: id, Name: sealed.Seal.Part("edisi/teks")[at+".nama"], Subject: subject}, nil)
		}
	}
	return rows
}

// placeField is what the path of a winner's place in a sealed award ends in.
const placeField = ".tempat"

// sealedResults returns the ids that a seal has results of, by kind, in order.
func sealedResults(of *seal.Seal, kind string) []string {
	var ids []string
	for _, p := range of.Parts {
		if id, ok := strings.CutPrefix(p.Name, "hasil/"+kind+"/"); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// correctedNotice says on pages that show an edition's results which of them
// corrections changed, with the address of those; the zero value for none.
func (s *Site) correctedNotice(st *award.Standing) Link {
	x := s.effects(st)
	if x == nil {
		return Link{}
	}
	numbers := make([]string, len(x.tables))
	for i, t := range x.tables {
		numbers[i] = t.Caption
	}
	e := st.Edition
	return Link{
		Text: s.t("koreksi-pemberitahuan", s.format.year(e.Year), s.format.date(x.date), s.list(numbers)),
		Href: s.href(correctionsPath(e)),
	}
}

// standsAt says what day an edition's results stand for, and until when they were
// corrected; "" for no edition.
func (s *Site) standsAt(st *award.Standing) string {
	if st == nil {
		return ""
	}
	day := s.format.date(st.Edition.AsOf)
	if x := s.effects(st); x != nil {
		return s.t("tanggal-dikoreksi", day, s.format.date(x.date))
	}
	return day
}

// correctedPath says in words what a path of a seal is, "" where only the path does.
func (s *Site) correctedPath(e *award.Edition, path string) string {
	words := map[string]string{
		"nama": "isian-nama", "perangkat_daerah": "isian-perangkat-daerah", "ditarik": "isian-ditarik",
		"tingkat": "isian-tingkat", "alasan": "isian-alasan", "bukti": "isian-bukti", "bobot": "isian-bobot",
	}
	if t := s.taxonomy(strings.TrimPrefix(path, "kategori.")); t != nil && strings.HasPrefix(path, "kategori.") {
		return t.Name
	}
	rest, of := strings.CutPrefix(path, "penilaian.")
	if !of {
		rest, of = strings.CutPrefix(path, "rubrik.kriteria.")
	}
	id, field, _ := strings.Cut(rest, ".")
	switch c := e.Rubric.Criterion(id); {
	case of && c != nil && words[field] != "":
		return c.Name + ": " + s.t(words[field])
	case !of && words[path] != "" && Unmarked(s.t(words[path])) != path:
		return s.t(words[path])
	}
	return ""
}

// correctedValue writes a value of a seal for readers.
func (s *Site) correctedValue(path, v string) string {
	if v == "" {
		return s.t("koreksi-tidak-ada")
	}
	if hash, ok := strings.CutPrefix(v, "sha256:"); ok {
		return s.t("koreksi-teks", hash[:min(8, len(hash))])
	}
	if strings.HasSuffix(path, ".tingkat") {
		return strings.ReplaceAll(v, ", ", levelSeparator) // 2, 3 reads as a decimal
	}
	return v
}
