package content

import (
	"slices"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/problem"
)

const objectionsKey = "sanggahan"

var hearingShape = shape[award.Hearing]{
	{"mulai", optional, day(func(v *award.Hearing) *award.Date { return &v.Window.From })},
	{"selesai", optional, day(func(v *award.Hearing) *award.Date { return &v.Window.To })},
	{"ditetapkan", optional, day(func(v *award.Hearing) *award.Date { return &v.Decided })},
	{"keputusan", optional, text(maxLine, func(v *award.Hearing) *string { return &v.Decree })},
}

func levelsOf[T any](at func(*T) *[]int) value[T] {
	return atMost(maxAssessors, list(true, between(0, maxLevel), noLevel, at))
}

var objectionShape = shape[award.Objection]{
	{"nomor", optional, text(maxName, func(v *award.Objection) *string { return &v.Number })},
	{"tanggal", required, day(func(v *award.Objection) *award.Date { return &v.Date })},
	{"asal", optional, choice(award.Parties, func(v *award.Objection) *award.Party { return &v.Party })},
	{"kriteria", required, slug(func(v *award.Objection) *string { return &v.Criterion })},
	{"isi", required, text(maxLine, func(v *award.Objection) *string { return &v.Claim })},
	{"putusan", required, choice(award.Rulings, func(v *award.Objection) *award.Ruling { return &v.Ruling })},
	{"diputus", optional, day(func(v *award.Objection) *award.Date { return &v.Ruled })},
	{"alasan", optional, text(maxLine, func(v *award.Objection) *string { return &v.Reason })},
	{"dari", optional, levelsOf(func(v *award.Objection) *[]int { return &v.Before })},
	{"menjadi", optional, levelsOf(func(v *award.Objection) *[]int { return &v.After })},
}

// checkHearing finds dates that do not fit the edition's status. Nothing asks what
// day it is: the dates are said, and the status must not say more than they do.
func (s *source) checkHearing(e *award.Edition) {
	h := e.Hearing
	if e.Status != award.Objections && h.IsZero() {
		return
	}
	const field = "sanggah"
	needs := func(key string, d award.Date) {
		if d.IsZero() {
			at := s.find(field)
			if h.IsZero() {
				at = s.find("status")
			}
			s.report(at, sub(field, key), problem.HearingDates, string(e.Status), sub(field, key))
		}
	}
	needs("mulai", h.Window.From)
	needs("selesai", h.Window.To)
	if e.Status == award.Final {
		needs("ditetapkan", h.Decided)
	}
	order := func(key string, d, least award.Date, than string) {
		if !d.IsZero() && !least.IsZero() && d.Before(least) {
			n := s.find(field, key)
			path := sub(field, key)
			if key == "per_tanggal" {
				n, path = s.find(key), key
			}
			s.report(n, path, problem.HearingOrder, path, d.String(), than, least.String())
		}
	}
	order("selesai", h.Window.To, h.Window.From, "sanggah.mulai")
	order("ditetapkan", h.Decided, h.Window.To, "sanggah.selesai")
	if e.Status == award.Final {
		order("per_tanggal", e.AsOf, h.Decided, "sanggah.ditetapkan")
	}
}

// checkObjections judges the objections to an innovation's marks. corrected tells
// that the edition's ledger of corrections may have changed levels since.
func (e *editionFile) checkObjections(s *source, in *award.Innovation, corrected bool) {
	if !e.rubricRead {
		return
	}
	rubric := &e.edition.Rubric
	ids := make([]string, len(rubric.Criteria))
	for i, c := range rubric.Criteria {
		ids[i] = c.ID
	}
	level := map[string][]int{} // where the objections to a criterion have led
	for i := range in.Objections {
		o := &in.Objections[i]
		field := item(objectionsKey, i)
		at := func(key string) *yaml.Node { return s.find(objectionsKey, itoa(i), key) }
		c := rubric.Criterion(o.Criterion)
		if c == nil {
			if o.Criterion != "" {
				s.suggest(at("kriteria"), field+".kriteria", certain(o.Criterion, ids), problem.UnknownCriterion, o.Criterion, choices(o.Criterion, ids, maxList))
			}
			continue
		}
		e.checkRuling(s, o, field, at)
		fault := func(key string, words problem.Words) {
			s.report(at(key), sub(field, key), problem.ObjectionEffect, words)
		}
		switch settled := o.Ruling == award.Accepted || o.Ruling == award.Partly; {
		case len(o.Before) == 0 && len(o.After) == 0:
			continue
		case len(o.Before) == 0 || len(o.After) == 0:
			fault("putusan", problem.Words{ID: "dari dan menjadi ditulis berpasangan", EN: "dari and menjadi go together"})
			continue
		case !settled && o.Ruling != "":
			fault("putusan", problem.Words{ID: "hanya sanggahan yang diterima mengubah tingkat", EN: "only an accepted objection changes a level"})
			continue
		case slices.Equal(o.Before, o.After):
			fault("menjadi", problem.Words{ID: "dari dan menjadi sama", EN: "dari and menjadi are the same"})
			continue
		}
		known := true
		for _, key := range []string{"dari", "menjadi"} {
			levels := o.Before
			if key == "menjadi" {
				levels = o.After
			}
			for j, v := range levels {
				known = known && c.Level(v) != nil
				if v != noLevel && c.Level(v) == nil {
					s.report(s.find(objectionsKey, itoa(i), key, itoa(j)), sub(field, key), problem.UnknownLevel, v, c.ID, levelList(c))
				}
			}
		}
		if !known {
			delete(level, c.ID)
			continue
		}
		if was, ok := level[c.ID]; ok && !slices.Equal(was, o.Before) {
			fault("dari", problem.Words{ID: "sanggahan sebelumnya berakhir pada " + numberList(was), EN: "the objection before ended at " + numberList(was)})
		}
		level[c.ID] = o.After
		last := !slices.ContainsFunc(in.Objections[i+1:], func(other award.Objection) bool { return other.Criterion == c.ID && other.Changed() })
		mark := slices.IndexFunc(in.Marks, func(m award.Mark) bool { return m.Criterion == c.ID })
		if last && mark >= 0 && !corrected && !slices.Equal(in.Marks[mark].Levels, o.After) {
			now := numberList(in.Marks[mark].Levels)
			fault("menjadi", problem.Words{ID: "tingkat " + c.ID + " sekarang " + now, EN: "the level of " + c.ID + " is now " + now})
		}
	}
}

// checkRuling judges the dates of an objection and whether its ruling is whole.
func (e *editionFile) checkRuling(s *source, o *award.Objection, field string, at func(key string) *yaml.Node) {
	h := e.edition.Hearing
	window := h.Window
	if o.Party == award.ByOrganiser { // mends its own faults until the decision
		window.To = h.Decided
	}
	switch {
	case o.Date.IsZero(): // has been reported
	case h.Window.IsZero():
		s.report(at("tanggal"), field+".tanggal", problem.ObjectionOutside, o.Date.String(), problem.Words{ID: "edisi ini tidak memiliki masa sanggah", EN: "the edition has no objection period"})
	case !window.Contains(o.Date):
		span := h.Window.From.String() + " – " + h.Window.To.String()
		s.report(at("tanggal"), field+".tanggal", problem.ObjectionOutside, o.Date.String(), problem.Words{ID: "masa sanggahnya " + span, EN: "the objection period is " + span})
	}
	lacking := func(key string, words problem.Words) {
		s.report(at(key), sub(field, key), problem.ObjectionRuling, string(o.Ruling), words)
	}
	switch {
	case o.Ruling == "": // has been reported
	case o.Ruling == award.Pending:
		if e.edition.Status == award.Final {
			s.report(at("putusan"), field+".putusan", problem.ObjectionOpen)
		}
		if !o.Ruled.IsZero() {
			lacking("diputus", problem.Words{ID: "sanggahan yang diproses belum memiliki diputus", EN: "an objection that is pending has no diputus yet"})
		}
	case o.Ruled.IsZero():
		lacking("diputus", problem.Words{ID: "isi diputus: tanggal putusannya", EN: "fill in diputus: the day of the ruling"})
	case o.Ruled.Before(o.Date):
		lacking("diputus", problem.Words{ID: "diputus " + o.Ruled.String() + ", sebelum sanggahannya masuk " + o.Date.String(), EN: "ruled on " + o.Ruled.String() + ", before it came in on " + o.Date.String()})
	}
	if o.Ruling != award.Pending && o.Ruling != "" && o.Reason == "" {
		lacking("alasan", problem.Words{ID: "isi alasan yang dapat dibaca warga", EN: "fill in alasan that citizens can read"})
	}
}

func numberList(levels []int) string {
	text := ""
	for i, v := range levels {
		if i > 0 {
			text += ", "
		}
		text += itoa(v)
	}
	return text
}
