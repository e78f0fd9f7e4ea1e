package site

import (
	"slices"
	"strings"
	"sync"

	"siger/generator/award"
	"siger/generator/movement"
)

// movementPath is that of an edition's page on what moved since the edition before.
func movementPath(e *award.Edition) string { return editionPath(e) + "perubahan/" }

// A moved is how an edition's ranking came from that of the edition before, made when
// the first page asks for it.
type moved struct {
	*movement.Movement
	entry map[string]*movement.Entry // by the innovation's id
}

func (s *Site) planMovement(st *award.Standing) {
	at := slices.Index(s.standings, st)
	if at+1 == len(s.standings) {
		return
	}
	if s.main() { // all languages share the split
		before := s.standings[at+1]
		s.moved[st] = sync.OnceValue(func() *moved {
			m := &moved{movement.Between(before, st), map[string]*movement.Entry{}}
			for i := range m.Entries {
				m.entry[m.Entries[i].After.Innovation.ID] = &m.Entries[i]
			}
			return m
		})
	}
	e := st.Edition
	s.page(movementPath(e), "movement", e.AsOf, e.Status == award.Final, func() any { return s.movement(st) })
}

// movementLink leads to the page on what moved since the edition before; the zero
// value where there is none.
func (s *Site) movementLink(st *award.Standing) Link {
	if s.moved[st] == nil {
		return Link{}
	}
	before := s.standings[slices.Index(s.standings, st)+1]
	return Link{Text: s.t("judul-perubahan-sejak", s.format.year(before.Edition.Year)), Href: s.href(movementPath(st.Edition))}
}

// A Move says on an innovation's page why its rank changed since the edition before.
type Move struct {
	ID, Title string
	Sentence  string
	Beaten    string // what may be said without comparing scores; "" where one is alone
	Reason    string // why the causes are not told apart, "" where they are
	Parts     []MovePart
	Sum       MovePart
	Scores    bool // the score is split as well
	Notes     []string
	Page      Link
}

// A MovePart is one cause with the places gained by it; Score is "" where a cause
// has nothing to do with the score.
type MovePart struct{ Cause, Places, Score string }

// moves returns why an innovation's rank changed, the latest edition first: of each
// two editions that follow each other, where it was in both.
func (s *Site) moves(e *entry) []Move {
	var list []Move
	for i := range e.appearances[:len(e.appearances)-1] {
		now, was := e.appearances[i], e.appearances[i+1]
		if s.moved[now.standing] == nil {
			continue
		}
		m := s.moved[now.standing]()
		if m.Before != was.standing {
			continue
		}
		a, b := s.format.year(m.Before.Edition.Year), s.format.year(m.After.Edition.Year)
		move := Move{ID: "riwayat-" + b, Title: s.t("perubahan-dari-ke", a, b), Page: s.movementLink(now.standing)}
		if x := m.entry[e.id]; x != nil {
			s.explain(m, x, &move)
		} else {
			move.Sentence = s.noRank(a, b, was.result, now.result)
		}
		list = append(list, move)
	}
	return list
}

// noRank says that there are no two ranks to compare.
func (s *Site) noRank(a, b string, was, now *award.Result) string {
	year, r := a, was
	if was.State == award.Rated {
		year, r = b, now
	}
	return s.t("perubahan-tanpa-peringkat", year, s.t("keadaan-"+string(r.State)))
}

// explain fills in why the rank of an innovation changed that is ranked in both.
func (s *Site) explain(m *moved, x *movement.Entry, move *Move) {
	a, b := s.format.year(m.Before.Edition.Year), s.format.year(m.After.Edition.Year)
	n, o := s.format.count(len(m.Before.Rated())), s.format.count(len(m.After.Rated()))
	was, is := s.format.count(x.Before.Rank), s.format.count(x.After.Rank)
	switch gained := x.Sum(); {
	case gained > 0:
		move.Sentence = s.t("perubahan-naik", s.format.count(gained), was, n, a, is, o, b)
	case gained < 0:
		move.Sentence = s.t("perubahan-turun", s.format.count(-gained), was, n, a, is, o, b)
	default:
		move.Sentence = s.t("perubahan-tetap", was, n, a, is, o, b)
	}
	if len(m.Before.Rated()) > 1 && len(m.After.Rated()) > 1 {
		move.Beaten = s.t("perubahan-di-atas", a, s.format.count(x.Beaten.Before), s.format.count(len(m.Before.Rated())-1),
			b, s.format.count(x.Beaten.After), s.format.count(len(m.After.Rated())-1))
	}
	move.Reason, move.Scores = s.moveReason(m, x), x.Split
	for _, p := range s.partList(m, x) {
		part := MovePart{Cause: s.t("perubahan-" + p.key), Places: s.signed(p.places)}
		if x.Split && p.key == "aturan" {
			part.Score = s.delta(x.ScoreRules)
		}
		if x.Split && p.key == "sendiri" {
			part.Score = s.delta(x.ScoreOwn)
		}
		move.Parts = append(move.Parts, part)
	}
	move.Sum = MovePart{Cause: s.t("jumlah"), Places: s.signed(x.Sum())}
	if !x.Split {
		return
	}
	move.Sum.Score = s.delta(award.Difference(x.Before.Score, x.After.Score))
	rescored := s.format.decimal(x.Rescored)
	if x.Band != "" {
		rescored = s.t("perubahan-skor-predikat", rescored, x.Band)
	}
	levels, rubric := a, b
	if m.Order == movement.RulesLast {
		levels, rubric = b, a
	}
	move.Notes = append(move.Notes, s.t("perubahan-dinilai-ulang", levels, rubric, rescored))
	if levels := s.changedLevels(m, x); levels != "" {
		move.Notes = append(move.Notes, s.t("perubahan-tingkat-berubah", levels))
	}
	if bounds := s.bounds(x); bounds != "" {
		move.Notes = append(move.Notes, s.t("perubahan-urutan-lain", bounds))
	}
}

// changedLevels lists the criteria of both rubrics on which another level counts.
func (s *Site) changedLevels(m *moved, x *movement.Entry) string {
	old, now := m.Before.Edition.Rubric.Criteria, m.After.Edition.Rubric.Criteria
	var list []string
	for i := range now {
		at := slices.IndexFunc(old, func(c award.Criterion) bool { return c.ID == now[i].ID })
		if at < 0 || x.Before.Lines[at].Level == x.After.Lines[i].Level {
			continue
		}
		was, is := x.Before.Lines[at].Level.String(), x.After.Lines[i].Level.String()
		list = append(list, s.t("perubahan-tingkat", now[i].Name, s.format.machine(was), s.format.machine(is)))
	}
	return strings.Join(list, "; ")
}

// A namedPart is a cause by the key of its text.
type namedPart struct {
	key    string
	places int
}

// partList lists the causes in the order in which they are counted. Those that cannot
// be told apart stand as one.
func (s *Site) partList(m *moved, x *movement.Entry) []namedPart {
	list := []namedPart{{"keluar", x.Departed}}
	if x.Split {
		three := []namedPart{{"aturan", x.Rules}, {"sendiri", x.Own}, {"lain", x.Others}}
		if m.Order == movement.RulesLast {
			three = append(three[1:], three[0])
		}
		list = append(list, three...)
	}
	if !x.Split || x.Mixed != 0 {
		list = append(list, namedPart{"tidak-terpisah", x.Mixed})
	}
	return append(list, namedPart{"pendatang", x.Arrived})
}

// bounds says between what the parts lie when the causes are counted in another
// order; "" where the order does not matter.
func (s *Site) bounds(x *movement.Entry) string {
	var list []string
	add := func(key string, least, most int) {
		if least != most {
			list = append(list, s.t("perubahan-batas", s.t("perubahan-"+key+"-kecil"), s.signed(least), s.signed(most)))
		}
	}
	add("aturan", x.Least.Rules, x.Most.Rules)
	add("sendiri", x.Least.Own, x.Most.Own)
	add("lain", x.Least.Others, x.Most.Others)
	return strings.Join(list, "; ")
}

// moveReason says why the causes are not told apart; "" where they are.
func (s *Site) moveReason(m *moved, x *movement.Entry) string {
	rubric, levels := s.format.year(m.After.Edition.Year), s.format.year(m.Before.Edition.Year)
	if m.Order == movement.RulesLast {
		rubric, levels = levels, rubric
	}
	switch x.Reason.Kind {
	case movement.Rubric:
		return s.rubricReason(m)
	case movement.Levels:
		return s.t("perubahan-alasan-tingkat", levels, s.names(x.Reason.Criteria), rubric)
	case movement.Gates:
		return s.t("perubahan-alasan-syarat", levels, rubric, s.names(x.Reason.Criteria))
	}
	return ""
}

func (s *Site) rubricReason(m *moved) string {
	a, b := s.format.year(m.Before.Edition.Year), s.format.year(m.After.Edition.Year)
	return s.t("perubahan-alasan-rubrik", b, s.format.count(len(m.Asked)), a, s.format.count(len(m.Gone)))
}

// signed writes a whole number with its sign: +4, −1, 0.
func (s *Site) signed(n int) string {
	switch {
	case n < 0:
		return "−" + s.format.count(-n)
	case n > 0:
		return "+" + s.format.count(n)
	}
	return s.format.count(0)
}

// delta writes a difference of scores with its sign.
func (s *Site) delta(d award.Delta) string {
	text := d.String()
	if digits, ok := strings.CutPrefix(text, "-"); ok {
		return "−" + s.format.machine(digits)
	}
	if digits, ok := strings.CutPrefix(text, "+"); ok {
		return "+" + s.format.machine(digits)
	}
	return s.format.machine(text)
}
