package content

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/problem"
)

const (
	editionFileName  = "edisi.yaml"
	innovationFolder = "inovasi"
	pictureFolder    = "gambar"
)

var periodShape = shape[award.Period]{
	{"mulai", optional, date(func(v *award.Period) *award.Date { return &v.From })},
	{"selesai", optional, date(func(v *award.Period) *award.Date { return &v.To })},
}

// period reads a period, of which one end may be open, and reports one that ends
// before it starts.
func period[T any](at func(*T) *award.Period) value[T] {
	form := periodShape.form()
	form.some = true
	return value[T]{form, func(s *source, n *yaml.Node, field string, into *T) {
		p := at(into)
		periodShape.read(s, n, field, p)
		if p.IsZero() && !s.failed {
			s.report(n, sub(field, "mulai"), problem.Missing, "mulai")
		}
		if reversed(*p) {
			_, end := lookup(n, "selesai")
			s.report(end, sub(field, "selesai"), problem.PeriodOrder, p.To.String(), p.From.String())
		}
	}}
}

var phaseShape = shape[award.Phase]{
	{"nama", required, text(maxName, func(v *award.Phase) *string { return &v.Name })},
	{"rencana", optional, period(func(v *award.Phase) *award.Period { return &v.Planned })},
	{"terlaksana", optional, period(func(v *award.Phase) *award.Period { return &v.Actual })},
	{"catatan", optional, text(maxLine, func(v *award.Phase) *string { return &v.Note })},
}

var levelShape = shape[award.Level]{
	{"nilai", required, integer(0, maxLevel, func(v *award.Level) *int { return &v.Value })},
	{"uraian", required, text(maxLine, func(v *award.Level) *string { return &v.Description })},
	{"perlu_bukti", optional, boolean(func(v *award.Level) *bool { return &v.NeedsEvidence })},
}

var criterionShape = shape[award.Criterion]{
	{"id", required, slug(func(v *award.Criterion) *string { return &v.ID })},
	{"nama", required, text(maxName, func(v *award.Criterion) *string { return &v.Name })},
	{"kelompok", optional, text(maxName, func(v *award.Criterion) *string { return &v.Group })},
	{"dasar", optional, text(maxLine, func(v *award.Criterion) *string { return &v.Basis })},
	{"uraian", optional, text(maxLine, func(v *award.Criterion) *string { return &v.Description })},
	{"bobot", required, decimal(func(v *award.Criterion) *award.Decimal { return &v.Weight })},
	{"wajib", optional, boolean(func(v *award.Criterion) *bool { return &v.Gate })},
	{"bukti_diminta", optional, text(maxLine, func(v *award.Criterion) *string { return &v.EvidenceWant })},
	{"sumber", optional, links(func(v *award.Criterion) *[]string { return &v.Sources })},
	{"tingkat", required, atMost(maxList, objects(levelShape, func(v *award.Criterion) *[]award.Level { return &v.Levels }))},
}

var bandShape = shape[award.Band]{
	{"nama", required, text(maxName, func(v *award.Band) *string { return &v.Name })},
	{"mulai", required, decimal(func(v *award.Band) *award.Decimal { return &v.From })},
}

var rubricShape = shape[award.Rubric]{
	{"nama", required, text(maxName, func(v *award.Rubric) *string { return &v.Name })},
	{"skala", required, decimal(func(v *award.Rubric) *award.Decimal { return &v.Scale })},
	{"desimal", required, integer(0, award.MaxPlaces, func(v *award.Rubric) *int { return &v.Places })},
	{"penilai", required, choice(award.Combinations, func(v *award.Rubric) *award.Combination { return &v.Combine })},
	{"kriteria", required, atMost(maxCriteria, objects(criterionShape, func(v *award.Rubric) *[]award.Criterion { return &v.Criteria }))},
	{"dasar_predikat", optional, text(maxLine, func(v *award.Rubric) *string { return &v.BandsSource })},
	{"predikat", optional, atMost(maxList, objects(bandShape, func(v *award.Rubric) *[]award.Band { return &v.Bands }))},
}

var awardShape = shape[award.Award]{
	{"id", required, slug(func(v *award.Award) *string { return &v.ID })},
	{"nama", required, text(maxName, func(v *award.Award) *string { return &v.Name })},
	{"uraian", optional, text(maxLine, func(v *award.Award) *string { return &v.Description })},
	{"dasar", optional, text(maxLine, func(v *award.Award) *string { return &v.Basis })},
	{"subjek", required, choice(award.Subjects, func(v *award.Award) *award.Subject { return &v.Subject })},
	{"ukuran", required, choice([]award.Measure{award.ByScore, award.ByCount, award.ByTotal, award.ByMean},
		func(v *award.Award) *award.Measure { return &v.Measure })},
	{"saring", optional, value[award.Award]{underIDs(termsForm), filterValue}},
	{"juara", required, integer(1, maxAwardPlaces, func(v *award.Award) *int { return &v.Places })},
	{"skor_minimal", optional, scalar(reader[*award.Decimal]{decimalRule, func(s *source, n *yaml.Node, field string) (*award.Decimal, bool) {
		d, ok := decimalValue(s, n, field)
		return &d, ok
	}}, func(v *award.Award) **award.Decimal { return &v.Minimum })},
	{"pembagi_minimal", optional, integer(1, 1000000, func(v *award.Award) *int { return &v.MinDivisor })},
}

// filterValue reads a mapping of a taxonomy, or "kelompok", to one or more ids.
func filterValue(s *source, n *yaml.Node, field string, into *award.Award) {
	if !s.want(n, yaml.MappingNode, field) {
		return
	}
	s.pairs(n, field, func(k, v *yaml.Node) {
		var ids []string
		termsValue.read(s, v, sub(field, k.Value), &ids)
		if isNull(v) || v.Kind == yaml.SequenceNode && len(v.Content) == 0 {
			s.report(v, sub(field, k.Value), problem.Missing, k.Value)
		}
		if k.Value == groupFilter {
			into.Filter.Groups = ids
		} else {
			into.Filter.Terms = append(into.Filter.Terms, award.Category{Taxonomy: k.Value, Terms: ids})
		}
	})
}

const groupFilter = "kelompok"

type conditions struct {
	applied     award.Period
	designWords int
}

var conditionsShape = shape[conditions]{
	{"waktu_penerapan", optional, period(func(v *conditions) *award.Period { return &v.applied })},
	{"kata_rancang_bangun", optional, integer(1, maxDesignWords, func(v *conditions) *int { return &v.designWords })},
}

var signerShape = shape[award.Signer]{
	{"atas_nama", optional, text(maxName, func(v *award.Signer) *string { return &v.Behalf })},
	{"jabatan", required, text(maxName, func(v *award.Signer) *string { return &v.Office })},
	{"nama", required, text(maxName, func(v *award.Signer) *string { return &v.Name })},
}

var certificateShape = shape[award.Certificate]{
	{"keputusan", optional, text(maxLine, func(v *award.Certificate) *string { return &v.Decision })},
	{"tempat", optional, text(maxName, func(v *award.Certificate) *string { return &v.Place })},
	{"tanggal", optional, date(func(v *award.Certificate) *award.Date { return &v.Date })},
	{"penanda_tangan", optional, object(signerShape, func(v *award.Certificate) *award.Signer { return &v.Signer })},
}

var robustnessShape = shape[award.Robustness]{
	{"variasi", optional, integer(0, 90, func(v *award.Robustness) *int { return &v.Variation })},
	{"tarikan", optional, integer(0, 100000, func(v *award.Robustness) *int { return &v.Draws })},
}

var editionShape = shape[award.Edition]{
	{"tahun", required, integer(1900, 9999, func(v *award.Edition) *int { return &v.Year })},
	{"nama", required, text(maxName, func(v *award.Edition) *string { return &v.Name })},
	{"status", required, choice(award.Statuses, func(v *award.Edition) *award.Status { return &v.Status })},
	{"per_tanggal", required, day(func(v *award.Edition) *award.Date { return &v.AsOf })},
	{"dasar", optional, text(maxLine, func(v *award.Edition) *string { return &v.Basis })},
	{"catatan", optional, markdown(func(v *award.Edition) *award.Text { return &v.Note })},
	{"sumber", optional, links(func(v *award.Edition) *[]string { return &v.Sources })},
	{"tahapan", optional, atMost(maxList, objects(phaseShape, func(v *award.Edition) *[]award.Phase { return &v.Timetable }))},
	{"sanggah", optional, object(hearingShape, func(v *award.Edition) *award.Hearing { return &v.Hearing })},
	{"syarat", optional, value[award.Edition]{conditionsShape.form(), func(s *source, n *yaml.Node, field string, into *award.Edition) {
		var c conditions
		conditionsShape.read(s, n, field, &c)
		into.Window, into.DesignWords = c.applied, c.designWords
	}}},
	{"rubrik", required, object(rubricShape, func(v *award.Edition) *award.Rubric { return &v.Rubric })},
	{"penghargaan", optional, atMost(maxAwards, objects(awardShape, func(v *award.Edition) *[]award.Award { return &v.Awards }))},
	{"piagam", optional, object(certificateShape, func(v *award.Edition) *award.Certificate { return &v.Certificate })},
	{"ketahanan", optional, object(robustnessShape, func(v *award.Edition) *award.Robustness { return &v.Robustness })},
	silences[award.Edition](),
}

// An editionFile is an edition with what its innovations are judged by.
type editionFile struct {
	edition     *award.Edition
	folder      string
	rubricRead  bool // levels can be judged
	innovations []string
	pictures    map[string]pictureFile // by name in the picture folder
}

// readEdition reads an edition's folder except its innovations.
func (l *loader) readEdition(year string) error {
	number, _ := strconv.Atoi(year) // the name is a year: see isYear
	e := &editionFile{edition: &award.Edition{Year: number, Robustness: award.DefaultRobustness, File: year + "/" + editionFileName}, folder: year}
	entries, err := l.list(year)
	if err != nil {
		return err
	}
	found := false
	for _, entry := range entries {
		name, file := entry.Name(), year+"/"+entry.Name()
		switch {
		case name == editionFileName:
			found = true
			if l.regular(file, entry) {
				if s := l.open(file); s != nil {
					l.decodeEdition(s, e)
				}
			}
		case name == innovationFolder && entry.IsDir():
			e.innovations, err = l.innovationFiles(file)
		case name == pictureFolder && entry.IsDir():
			e.pictures, err = l.readPictures(number, file)
		case name == sealFile || name == correctionsFile:
			if l.regular(file, entry) {
				l.readSealed(number, file)
			}
		default:
			l.unknown(file)
		}
		if err != nil {
			return err
		}
	}
	if !found {
		l.report(e.edition.File, problem.MissingFile)
	}
	l.editions = append(l.editions, e)
	l.content.Editions = append(l.content.Editions, e.edition)
	return nil
}

func (l *loader) decodeEdition(s *source, e *editionFile) {
	year := e.edition.Year
	editionShape.read(s, s.root, "", e.edition)
	if e.edition.Year != year {
		s.report(s.find("tahun"), "tahun", problem.YearMismatch, e.edition.Year, e.folder)
	}
	e.edition.Year = year
	s.checkPersonal(s.text, 0)
	l.keepSilences(s)
	if !s.failed {
		s.checkHearing(e.edition)
		s.checkRubric(&e.edition.Rubric)
		e.rubricRead = !s.failed
		l.checkAwards(s, e.edition.Awards)
	}
}

// checkRubric finds rules that could not score anyone.
func (s *source) checkRubric(r *award.Rubric) {
	unique(s, "rubrik.kriteria", len(r.Criteria), func(i int) string { return r.Criteria[i].ID }, "rubrik", "kriteria")
	weighted := false
	for i := range r.Criteria {
		c := &r.Criteria[i]
		path := []string{"rubrik", "kriteria", itoa(i)}
		field := item("rubrik.kriteria", i)
		weighted = weighted || (!c.Weight.IsZero() && c.Highest() > 0)
		if c.Weight.IsZero() && !c.Gate {
			s.report(s.find(append(path, "bobot")...), field+".bobot", problem.WeightNotPositive, c.ID)
		}
		levels := append(path, "tingkat")
		if len(c.Levels) < 2 {
			s.report(s.find(levels...), field+".tingkat", problem.LevelCount, c.ID)
		}
		for j := 1; j < len(c.Levels); j++ {
			if c.Levels[j].Value <= c.Levels[j-1].Value {
				n := s.find("rubrik", "kriteria", itoa(i), "tingkat", itoa(j), "nilai")
				s.report(n, item(field+".tingkat", j)+".nilai", problem.LevelOrder, c.Levels[j].Value, c.Levels[j-1].Value)
			}
		}
		if c.Gate && c.Level(0) == nil {
			s.report(s.find(levels...), field+".tingkat", problem.GateWithoutZero, c.ID)
		}
	}
	if !weighted && !s.failed {
		s.report(s.find("rubrik", "kriteria"), "rubrik.kriteria", problem.NoWeight)
	}
	if r.Scale.IsZero() {
		s.report(s.find("rubrik", "skala"), "rubrik.skala", problem.OutOfRange, "0", 1, 9999999)
	}
	if r.Scale.Places() > r.Places {
		s.report(s.find("rubrik", "skala"), "rubrik.skala", problem.ScalePlaces, r.Scale.String(), r.Places)
	}
	for i, b := range r.Bands {
		n, field := s.find("rubrik", "predikat", itoa(i), "mulai"), item("rubrik.predikat", i)+".mulai"
		if b.From.Places() > r.Places {
			s.report(n, field, problem.BandPlaces, b.From.String(), r.Places)
		}
		if b.From.Cmp(r.Scale) > 0 {
			s.report(n, field, problem.BandAbove, b.From.String(), r.Scale.String())
		}
		if i > 0 && b.From.Cmp(r.Bands[i-1].From) >= 0 {
			s.report(n, field, problem.BandOrder, b.From.String(), r.Bands[i-1].From.String())
		}
		if i == len(r.Bands)-1 && !b.From.IsZero() {
			s.report(n, field, problem.BandLast)
		}
	}
}

// checkAwards finds awards that could not be given.
func (l *loader) checkAwards(s *source, awards []award.Award) {
	unique(s, "penghargaan", len(awards), func(i int) string { return awards[i].ID }, "penghargaan")
	for i, a := range awards {
		field := item("penghargaan", i)
		at := func(keys ...string) *yaml.Node {
			return s.find(append([]string{"penghargaan", itoa(i)}, keys...)...)
		}
		if !slices.Contains(award.Measures(a.Subject), a.Measure) {
			s.report(at("ukuran"), field+".ukuran", problem.MeasureSubject, string(a.Measure), string(a.Subject), words(award.Measures(a.Subject)))
		}
		if a.MinDivisor > 0 && a.Measure != award.ByMean {
			s.report(s.findKey("penghargaan", itoa(i), "pembagi_minimal"), field+".pembagi_minimal", problem.NotForMeasure, "pembagi_minimal")
		}
		if l.agenciesRead {
			groups := make([]string, len(l.content.Groups))
			for j, g := range l.content.Groups {
				groups[j] = g.ID
			}
			for j, g := range a.Filter.Groups {
				if g != "" && !slices.Contains(groups, g) {
					s.suggest(at("saring", groupFilter, itoa(j)), field+".saring."+groupFilter, certain(g, groups), problem.UnknownGroup, g, shortList(groups))
				}
			}
		}
		if l.taxonomiesRead {
			for _, c := range a.Filter.Terms {
				l.checkCategory(s, c, field+".saring", "penghargaan", itoa(i), "saring")
			}
		}
	}
}

// taxonomy returns the taxonomy with the id, or nil.
func (l *loader) taxonomy(id string) *award.Taxonomy {
	for i := range l.content.Taxonomies {
		if l.content.Taxonomies[i].ID == id {
			return &l.content.Taxonomies[i]
		}
	}
	return nil
}

// checkCategory reports a taxonomy or terms that do not exist. path leads to the
// mapping that holds the category.
func (l *loader) checkCategory(s *source, c award.Category, field string, path ...string) {
	parent := field
	field = sub(field, c.Taxonomy)
	path = append(append([]string{}, path...), c.Taxonomy)
	taxonomy := l.taxonomy(c.Taxonomy)
	if taxonomy == nil {
		names := make([]string, len(l.content.Taxonomies))
		for i, t := range l.content.Taxonomies {
			names[i] = t.ID
		}
		s.misspell(parent, c.Taxonomy, names)
		meant := slips(keysOf(s.find(path[:len(path)-1]...)), names)
		s.suggest(s.findKey(path...), field, meant[c.Taxonomy], problem.UnknownTaxonomy, c.Taxonomy, choices(c.Taxonomy, names, maxTaxonomies))
		return
	}
	var meant map[string]string // what unknown terms are
	for i, term := range c.Terms {
		n := s.find(append(path, itoa(i))...)
		switch {
		case term == "": // has been reported
		case slices.Contains(c.Terms[:i], term):
			if taxonomy.Multiple {
				s.report(n, field, problem.TermTwice, term)
			}
		case taxonomy.Term(term) == nil:
			if meant == nil {
				meant = slips(c.Terms, termIDs(taxonomy))
			}
			fix, words := meant[term], l.names().TermWords(taxonomy, term)
			if ids, unknown := l.names().Terms(taxonomy, term); unknown == "" && len(ids) > 0 {
				fix, words = namedTerms(ids, c.Terms, s.find(path...).Kind == yaml.ScalarNode)
			}
			s.suggest(n, field, fix, problem.UnknownTerm, term, taxonomy.ID, words)
		}
	}
}

// namedTerms says what to write for a value that names terms, and the mend where there is
// one: several terms are a list, which only a value that is in none can become.
func namedTerms(ids, present []string, alone bool) (fix string, words problem.Words) {
	if len(ids) == 1 {
		if !slices.Contains(present, ids[0]) {
			fix = ids[0]
		}
		return fix, perhaps(ids[0])
	}
	list := "[" + strings.Join(ids, ", ") + "]"
	if alone {
		fix = list
	}
	return fix, problem.Words{ID: "; tulis sebagai daftar: " + list, EN: "; write a list: " + list}
}

func termIDs(t *award.Taxonomy) []string {
	ids := make([]string, len(t.Terms))
	for i, term := range t.Terms {
		ids[i] = term.ID
	}
	return ids
}
