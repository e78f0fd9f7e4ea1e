package content

import (
	"cmp"
	"crypto/sha256"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/internal/parallel"
	"siger/generator/problem"
	"siger/generator/store"
)

var evidenceShape = shape[award.Evidence]{
	{"judul", required, text(maxName*2, func(v *award.Evidence) *string { return &v.Title })},
	{"nomor", optional, text(maxName, func(v *award.Evidence) *string { return &v.Number })},
	{"tanggal", optional, date(func(v *award.Evidence) *award.Date { return &v.Date })},
	{"tautan", optional, link(func(v *award.Evidence) *string { return &v.Link })},
}

// noLevel stands for a level that could not be read.
const noLevel = -1

var markShape = shape[award.Mark]{
	{"tingkat", required, atMost(maxAssessors, list(true, between(0, maxLevel), noLevel, func(v *award.Mark) *[]int { return &v.Levels }))},
	{"alasan", optional, text(maxLine, func(v *award.Mark) *string { return &v.Reason })},
	{"bukti", optional, atMost(maxList, objects(evidenceShape, func(v *award.Mark) *[]award.Evidence { return &v.Evidence }))},
}

var pictureShape = shape[award.Picture]{
	{"berkas", required, text(maxName, func(v *award.Picture) *string { return &v.File })},
	{"alt", optional, text(maxLine, func(v *award.Picture) *string { return &v.Alt })},
}

var withdrawalShape = shape[award.Withdrawal]{
	{"tanggal", required, day(func(v *award.Withdrawal) *award.Date { return &v.Date })},
	{"alasan", required, text(maxLine, func(v *award.Withdrawal) *string { return &v.Reason })},
}

var innovationShape = shape[award.Innovation]{
	{"nama", required, text(maxName, func(v *award.Innovation) *string { return &v.Name })},
	{"perangkat_daerah", required, scalar(referenceReader, func(v *award.Innovation) *string { return &v.Agency })},
	{"unit_pelaksana", optional, text(maxName, func(v *award.Innovation) *string { return &v.Unit })},
	{"kategori", optional, value[award.Innovation]{underIDs(termsForm), categoriesValue}},
	{"waktu_uji_coba", optional, date(func(v *award.Innovation) *award.Date { return &v.Trial })},
	{"waktu_penerapan", optional, date(func(v *award.Innovation) *award.Date { return &v.Applied })},
	{"tautan", optional, link(func(v *award.Innovation) *string { return &v.Link })},
	{"sop", optional, text(maxLine, func(v *award.Innovation) *string { return &v.Procedure })},
	{"ringkasan", required, text(maxLine, func(v *award.Innovation) *string { return &v.Summary })},
	{"rancang_bangun", optional, markdown(func(v *award.Innovation) *award.Text { return &v.Design })},
	{"tujuan", optional, markdown(func(v *award.Innovation) *award.Text { return &v.Goals })},
	{"manfaat", optional, markdown(func(v *award.Innovation) *award.Text { return &v.Benefits })},
	{"hasil", optional, markdown(func(v *award.Innovation) *award.Text { return &v.Outcomes })},
	{"penilaian", optional, value[award.Innovation]{underIDs(markShape.form()), marksValue}},
	{objectionsKey, optional, atMost(maxList, objects(objectionShape, func(v *award.Innovation) *[]award.Objection { return &v.Objections }))},
	{"tanggapan", optional, markdown(func(v *award.Innovation) *award.Text { return &v.Answer })},
	{"catatan", optional, markdown(func(v *award.Innovation) *award.Text { return &v.Note })},
	{"sumber", optional, links(func(v *award.Innovation) *[]string { return &v.Sources })},
	{"alias", optional, slugs(func(v *award.Innovation) *[]string { return &v.Aliases })},
	{"gambar", optional, object(pictureShape, func(v *award.Innovation) *award.Picture { return &v.Picture })},
	{"ditarik", optional, object(withdrawalShape, func(v *award.Innovation) *award.Withdrawal { return &v.Withdrawal })},
	silences[award.Innovation](),
}

// neededFields are the fields that a term can make mandatory, with whether an
// innovation has them.
var neededFields = map[string]func(*award.Innovation) bool{
	"unit_pelaksana":  func(v *award.Innovation) bool { return v.Unit != "" },
	"waktu_uji_coba":  func(v *award.Innovation) bool { return !v.Trial.IsZero() },
	"waktu_penerapan": func(v *award.Innovation) bool { return !v.Applied.IsZero() },
	"tautan":          func(v *award.Innovation) bool { return v.Link != "" },
	"sop":             func(v *award.Innovation) bool { return v.Procedure != "" },
	"rancang_bangun":  func(v *award.Innovation) bool { return !v.Design.IsZero() },
	"tujuan":          func(v *award.Innovation) bool { return !v.Goals.IsZero() },
	"manfaat":         func(v *award.Innovation) bool { return !v.Benefits.IsZero() },
	"hasil":           func(v *award.Innovation) bool { return !v.Outcomes.IsZero() },
	"sumber":          func(v *award.Innovation) bool { return len(v.Sources) > 0 },
	"gambar":          func(v *award.Innovation) bool { return v.Picture.File != "" },
}

// neededNames lists the fields of neededFields in the order of the form.
func neededNames() []string {
	var names []string
	for _, k := range innovationShape.keys() {
		if neededFields[k] != nil {
			names = append(names, k)
		}
	}
	return names
}

// termsValue reads one or more ids.
var termsValue = atMost(maxList, list(true, referenceReader, "", func(v *[]string) *[]string { return v }))

var termsForm = termsValue.form

// categoriesValue reads a mapping of taxonomies to one or more terms.
func categoriesValue(s *source, n *yaml.Node, field string, into *award.Innovation) {
	if !s.want(n, yaml.MappingNode, field) {
		return
	}
	s.pairs(n, field, func(k, v *yaml.Node) {
		if isNull(v) {
			return
		}
		var ids []string
		termsValue.read(s, v, sub(field, k.Value), &ids)
		into.Categories = append(into.Categories, award.Category{Taxonomy: k.Value, Terms: ids})
	})
}

// marksValue reads a mapping of criteria to marks.
func marksValue(s *source, n *yaml.Node, field string, into *award.Innovation) {
	if !s.want(n, yaml.MappingNode, field) {
		return
	}
	into.Marks = slices.Grow(into.Marks, len(n.Content)/2)
	s.pairs(n, field, func(k, v *yaml.Node) {
		if isNull(v) {
			return
		}
		mark := award.Mark{Criterion: k.Value, Line: award.FileLine(s.offset + k.Line)}
		markShape.read(s, v, sub(field, k.Value), &mark)
		into.Marks = append(into.Marks, mark)
	})
}

// IsInnovation reports whether a file lies where innovations do.
func IsInnovation(file string) bool {
	folder, name := path.Split(file)
	year, found := strings.CutSuffix(folder, "/"+innovationFolder+"/")
	return found && isYear(year) && strings.HasSuffix(name, ".yaml")
}

// innovationFiles lists the innovations' files of a folder.
func (l *loader) innovationFiles(folder string) ([]string, error) {
	entries, err := l.list(folder)
	if err != nil {
		return nil, err
	}
	files := make([]string, 0, len(entries))
	for _, e := range entries {
		file := join(folder, e.Name())
		slug, ok := strings.CutSuffix(e.Name(), ".yaml")
		switch {
		case !ok:
			l.unknown(file)
		case !isSlug(slug):
			l.report(file, problem.NotSlug, slug)
		case pagePattern().MatchString(slug):
			l.report(file, problem.ReservedID, slug)
		case l.regular(file, e):
			files = append(files, file)
		}
	}
	return files, nil
}

// An innovationFile is an innovation with the places that checks across files
// point at.
type innovationFile struct {
	innovation *award.Innovation
	name       problem.Pos
	aliases    []problem.Pos
	picture    problem.Pos
	sketch     []uint64 // see sketchOf
	names      []string // see similarNames
	similar    bool     // to an earlier one, as has been reported

	digests Digests    // the zero value without a store
	kept    *keptEntry // in the store; see [keeper]
	fresh   bool       // nothing keeps it from being kept, but it is not there yet
	old     bool       // it was kept as it is, in memory
}

// readInnovations reads the innovations of all editions on all cores.
func (l *loader) readInnovations() {
	type job struct {
		edition *editionFile
		file    string
	}
	var jobs []job
	for _, e := range l.editions {
		for _, file := range e.innovations {
			jobs = append(jobs, job{e, file})
		}
	}
	keepers := map[*editionFile]*keeper{}
	for _, e := range l.editions {
		keepers[e] = l.keeper(e)
	}
	read := make([]*innovationFile, len(jobs))
	parallel.Do(len(jobs), func(i int) { read[i] = l.readInnovation(jobs[i].edition, jobs[i].file, keepers[jobs[i].edition]) })
	from := 0
	for _, e := range l.editions {
		if k := keepers[e]; k != nil {
			k.save(read[from : from+len(e.innovations)])
		}
		from += len(e.innovations)
	}
	for i, in := range read {
		if in != nil {
			e := jobs[i].edition.edition
			e.Innovations = append(e.Innovations, in.innovation)
			if l.store != nil {
				l.content.Digests[in.innovation.File] = in.digests
			}
			l.innovations = append(l.innovations, in)
		}
	}
}

// orderMarks puts the marks in the order of the rubric.
func (e *editionFile) orderMarks(in *award.Innovation) {
	criteria := e.edition.Rubric.Criteria
	sorted := len(in.Marks) <= len(criteria)
	for i := 0; sorted && i < len(in.Marks); i++ {
		sorted = in.Marks[i].Criterion == criteria[i].ID
	}
	if sorted {
		return // as nearly always
	}
	order := func(id string) int {
		return slices.IndexFunc(criteria, func(c award.Criterion) bool { return c.ID == id })
	}
	slices.SortStableFunc(in.Marks, func(a, b award.Mark) int { return cmp.Compare(order(a.Criterion), order(b.Criterion)) })
}

// shareLevels lets marks with one level share it: there are hundreds of thousands of
// marks, and few levels.
func shareLevels(in *award.Innovation) {
	for i := range in.Marks {
		if m := &in.Marks[i]; len(m.Levels) == 1 && m.Levels[0] >= 0 && m.Levels[0] < len(oneLevel) {
			m.Levels = oneLevel[m.Levels[0]:][:1:1]
		}
	}
}

// oneLevel has each level at its own place. Nobody writes into levels.
var oneLevel = [...]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}

func (l *loader) readInnovation(e *editionFile, file string, k *keeper) *innovationFile {
	if sum, known := l.sums[file]; known && k != nil {
		if kept := k.find(file, sum); kept != nil {
			return kept
		}
	}
	data, ok := l.read(file, MaxFileSize)
	if !ok {
		return nil
	}
	var sum store.Key
	if k != nil {
		sum = sha256.Sum256(data)
		if kept := k.find(file, sum); kept != nil {
			return kept
		}
	}
	s := l.parse(file, data, 0)
	if s == nil {
		return nil
	}
	in := &award.Innovation{File: file, ID: strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".yaml")}
	innovationShape.read(s, s.root, "", in)
	decoded := !s.failed
	l.checkInnovation(s, in)
	if e.rubricRead {
		e.checkMarks(s, in, decoded)
	}
	e.checkObjections(s, in, l.hasLedger(e))
	e.checkDates(s, in)
	e.checkEvidence(s, in)
	e.checkLengths(s, in)
	s.checkPersonal(s.text, 0)
	l.keepSilences(s)
	l.orderCategories(in)
	e.orderMarks(in)
	shareLevels(in)
	out := &innovationFile{innovation: in, name: s.pos(s.find("nama")), sketch: sketchOf(in), names: namesOf(in.Name)}
	if in.Picture.File != "" {
		out.picture = s.pos(s.find("gambar", "berkas"))
	}
	for i := range in.Aliases {
		out.aliases = append(out.aliases, s.pos(s.find("alias", itoa(i))))
	}
	if k != nil {
		out.digest(sum)
		out.fresh = s.clean()
	}
	if l.texts != nil && !s.failed {
		leave(in)
	}
	s.recycle()
	return out
}

// orderCategories puts categories in the order of the taxonomies and terms, so
// that the order in the file shows nowhere.
func (l *loader) orderCategories(in *award.Innovation) {
	taxonomies := l.content.Taxonomies
	position := func(id string) int {
		return slices.IndexFunc(taxonomies, func(t award.Taxonomy) bool { return t.ID == id })
	}
	slices.SortStableFunc(in.Categories, func(a, b award.Category) int {
		return cmp.Compare(position(a.Taxonomy), position(b.Taxonomy))
	})
	for _, c := range in.Categories {
		if t := l.taxonomy(c.Taxonomy); t != nil {
			ids := termIDs(t)
			slices.SortStableFunc(c.Terms, func(a, b string) int {
				return cmp.Compare(slices.Index(ids, a), slices.Index(ids, b))
			})
		}
	}
}

// checkInnovation judges references and categories.
func (l *loader) checkInnovation(s *source, in *award.Innovation) {
	if l.agenciesRead && in.Agency != "" && l.agency[in.Agency] == nil {
		l.unknownAgency(s, in.Agency)
	}
	if !l.taxonomiesRead {
		return
	}
	for _, c := range in.Categories {
		l.checkCategory(s, c, "kategori", "kategori")
	}
	if _, given := lookup(s.root, "kategori"); s.root.Kind != yaml.MappingNode || slices.Contains(s.misspelt, "kategori") ||
		given != nil && given.Kind != yaml.MappingNode && !isNull(given) {
		return
	}
	for i := range l.content.Taxonomies {
		t := &l.content.Taxonomies[i]
		terms := in.Terms(t.ID)
		field := sub("kategori", t.ID)
		if t.Required && len(terms) == 0 && !slices.Contains(s.misspelt, field) {
			if _, given := lookup(s.find("kategori"), t.ID); given == nil || isNull(given) || len(given.Content) == 0 && given.Kind == yaml.SequenceNode {
				s.report(s.find("kategori", t.ID), field, problem.NoCategory, t.ID, shortList(termIDs(t)))
			}
		}
		if !t.Multiple && len(terms) > 1 {
			s.report(s.find("kategori", t.ID), field, problem.SingleTerm, t.ID)
		}
		for _, id := range terms {
			term := t.Term(id)
			if term == nil {
				continue
			}
			for _, need := range term.Needs {
				if given := neededFields[need]; given != nil && !given(in) && !s.present(need) && !slices.Contains(s.misspelt, need) {
					s.report(s.find("kategori", t.ID), need, problem.NeededByTerm, need, t.Name, term.Name)
				}
			}
		}
	}
}

func (l *loader) unknownAgency(s *source, agency string) {
	names := l.names()
	words, meant := names.AgencyWords(agency), names.Agency(agency)
	if meant != "" {
		words = perhaps(meant)
	}
	s.suggest(s.find("perangkat_daerah"), "perangkat_daerah", cmp.Or(meant, certain(agency, names.ids)), problem.UnknownAgency, agency, words)
}

// present reports whether a key has a value, be it a wrong one: then the value
// has been reported already.
func (s *source) present(key string) bool {
	_, v := lookup(s.root, key)
	return v != nil && !isNull(v)
}

// shortList joins names, the first few where they are many.
func shortList(names []string) string {
	if len(names) > few {
		return strings.Join(names[:few], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// checkMarks judges levels by the edition's rubric. complete is false when the
// file had problems already, so that a missing level may be a consequence.
func (e *editionFile) checkMarks(s *source, in *award.Innovation, complete bool) {
	rubric := &e.edition.Rubric
	ids := make([]string, len(rubric.Criteria))
	for i, c := range rubric.Criteria {
		ids[i] = c.ID
	}
	var meant map[string]string // what unknown criteria are
	for _, m := range in.Marks {
		path := []string{"penilaian", m.Criterion}
		field := sub("penilaian", m.Criterion)
		c := rubric.Criterion(m.Criterion)
		if c == nil {
			if meant == nil {
				meant = slips(keysOf(s.find("penilaian")), ids)
			}
			s.suggest(s.findKey(path...), field, meant[m.Criterion], problem.UnknownCriterion, m.Criterion, choices(m.Criterion, ids, maxList))
			complete = false
			continue
		}
		for i, v := range m.Levels {
			level := c.Level(v)
			if v == noLevel {
				continue
			}
			at := s.find("penilaian", m.Criterion, "tingkat", itoa(i))
			if level == nil {
				s.report(at, field+".tingkat", problem.UnknownLevel, v, c.ID, levelList(c))
			} else if level.NeedsEvidence && len(m.Evidence) == 0 && !s.misread("penilaian", m.Criterion, "bukti") {
				s.report(at, field+".tingkat", problem.NoEvidence, v, c.ID)
				break
			}
		}
		if len(m.Levels) == 0 && complete {
			s.report(s.find("penilaian", m.Criterion, "tingkat"), field+".tingkat", problem.NoLevel)
		}
	}
	if e.edition.Status == award.Draft || in.Withdrawal != (award.Withdrawal{}) || !complete {
		return
	}
	var missing []string
	for _, id := range ids {
		if !slices.ContainsFunc(in.Marks, func(m award.Mark) bool { return m.Criterion == id }) {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		s.report(s.find("penilaian"), "penilaian", problem.NotRated, shortList(missing), string(e.edition.Status))
	}
}

// misread reports whether what is under a path of keys should have been a list and is
// none, which has been reported.
func (s *source) misread(path ...string) bool {
	_, v := lookup(s.find(path[:len(path)-1]...), path[len(path)-1])
	return v != nil && !isNull(v) && v.Kind != yaml.SequenceNode
}

func levelList(c *award.Criterion) string {
	values := make([]string, len(c.Levels))
	for i, l := range c.Levels {
		values[i] = itoa(l.Value)
	}
	return shortList(values)
}

// checkDates judges the order of the dates and the edition's window.
func (e *editionFile) checkDates(s *source, in *award.Innovation) {
	if in.Applied.IsZero() {
		return
	}
	at := s.find("waktu_penerapan")
	if !in.Trial.IsZero() && in.Applied.Before(in.Trial) {
		s.report(at, "waktu_penerapan", problem.AppliedFirst, in.Applied.String(), in.Trial.String())
		return
	}
	if w := e.edition.Window; !w.IsZero() && !reversed(w) && !w.Contains(in.Applied) {
		s.report(at, "waktu_penerapan", problem.OutsideWindow, in.Applied.String(), cmp.Or(w.From.String(), "…"), cmp.Or(w.To.String(), "…"))
	}
}

// reversed reports whether a period ends before it starts, so that nothing can be in it.
func reversed(p award.Period) bool {
	return !p.To.IsZero() && p.To.Before(p.From)
}

// InnovationKeys returns the keys of an innovation's file in canonical order.
func InnovationKeys() []string { return innovationShape.keys() }
