package movement

import (
	"siger/generator/award"
)

// The causes, as bits of a world: set where it is as after, clear where as before.
const (
	rules = 1 << iota
	own
	others
	worlds
)

// A value is a score, if there is one.
type value struct {
	score award.Decimal
	rated bool
}

// A splitter tells the causes apart among the innovations ranked in both editions.
type splitter struct {
	m     *Movement
	known [2][2]bool    // by rules and levels: whether such scores can be computed
	value [2][2][]value // of each entry
	ranks [2][2]ranking // of the entries that fit
	mixed [2]ranking    // before and after, of the entries that do not
	all   [2]ranking    // of all entries
	fits  []bool        // entries that can be scored by the other rules
}

func newSplitter(m *Movement) *splitter {
	s := &splitter{m: m, fits: make([]bool, len(m.Entries))}
	for i := range m.Entries {
		s.all[0].add(m.Entries[i].Before.Score)
		s.all[1].add(m.Entries[i].After.Score)
	}
	s.all[0].sort()
	s.all[1].sort()
	if m.Order == Unsplit {
		return s
	}
	a, b := &m.Before.Edition.Rubric, &m.After.Edition.Rubric
	for i := range m.Entries {
		e := &m.Entries[i]
		misfits := b.Misfits(e.Before.Innovation)
		if m.Order == RulesLast {
			misfits = a.Misfits(e.After.Innovation)
		}
		if s.fits[i] = len(misfits) == 0; !s.fits[i] {
			e.Reason = Reason{Levels, misfits}
			s.mixed[0].add(e.Before.Score)
			s.mixed[1].add(e.After.Score)
		}
	}
	s.mixed[0].sort()
	s.mixed[1].sort()
	s.known = [2][2]bool{{true, s.computable(m.Gone, a, false)}, {s.computable(m.Asked, b, true), true}}
	for r := range 2 {
		for l := range 2 {
			if s.known[r][l] {
				s.fill(r, l)
			}
		}
	}
	return s
}

// computable reports whether everybody who fits can be scored by a rubric with the
// levels of the other edition. beyond are the criteria that the other one lacks.
func (s *splitter) computable(beyond []*award.Criterion, r *award.Rubric, before bool) bool {
	if len(beyond) > 0 {
		return false
	}
	for i := range s.m.Entries {
		in := s.m.Entries[i].After.Innovation
		if before {
			in = s.m.Entries[i].Before.Innovation
		}
		if s.fits[i] && len(r.Misfits(in)) > 0 {
			return false
		}
	}
	return true
}

// fill scores the entries that fit by the rules of one edition with the levels of one.
func (s *splitter) fill(r, l int) {
	assessor := s.m.Before.Assessor
	if r == 1 {
		assessor = s.m.After.Assessor
	}
	same := s.m.Before.Edition.Rubric.SameScores(&s.m.After.Edition.Rubric)
	s.value[r][l] = make([]value, len(s.m.Entries))
	for i := range s.m.Entries {
		if !s.fits[i] {
			continue
		}
		result := s.m.Entries[i].Before
		if l == 1 {
			result = s.m.Entries[i].After
		}
		v := value{result.Score, true}
		if r != l && !same {
			state, score := assessor.Score(result.Innovation)
			v = value{score, state == award.Rated}
		}
		s.value[r][l][i] = v
		if v.rated {
			s.ranks[r][l].add(v.score)
		}
	}
	s.ranks[r][l].sort()
}

// above returns how many of those who fit are above an entry in a world. ok is false
// where the entry has no score in it, or where nobody's is known.
func (s *splitter) above(i, world int) (n int, ok bool) {
	bit := func(of int) int { return min(world&of, 1) }
	r, w, o := bit(rules), bit(own), bit(others)
	if !s.known[r][w] || !s.known[r][o] || !s.value[r][w][i].rated {
		return 0, false
	}
	score := s.value[r][w][i].score
	n = s.ranks[r][o].above(score)
	if itself := s.value[r][o][i]; itself.rated && itself.score.Cmp(score) > 0 {
		n--
	}
	return n, true
}

// Sequences of causes: that of [RulesFirst] is the first, that of [RulesLast] the
// last.
var sequences = [][3]int{
	{rules, own, others}, {rules, others, own}, {own, rules, others},
	{others, rules, own}, {others, own, rules}, {own, others, rules},
}

// sequence returns the sequence of an order.
func (o Order) sequence() [3]int {
	if o == RulesLast {
		return sequences[len(sequences)-1]
	}
	return sequences[0]
}

func (s *splitter) split() {
	for i := range s.m.Entries {
		e := &s.m.Entries[i]
		if s.m.Order == Unsplit {
			e.Reason = Reason{Kind: Rubric}
		}
		if s.fits[i] && s.sequences(i, e) {
			e.Mixed = s.mixed[0].above(e.Before.Score) - s.mixed[1].above(e.After.Score)
			s.scores(i, e)
			continue
		}
		e.Mixed = s.all[0].above(e.Before.Score) - s.all[1].above(e.After.Score)
	}
}

// sequences splits an entry by the sequence of the movement, and bounds the parts
// over all that can be computed. It returns false, with the reason, where the entry
// has no score on the way.
func (s *splitter) sequences(i int, e *Entry) bool {
	var ranks [worlds]int
	var known [worlds]bool
	for world := range worlds {
		ranks[world], known[world] = s.above(i, world)
	}
	walk := func(sequence [3]int) (p Parts, ok bool) {
		world := 0
		for _, cause := range sequence {
			next := world | cause
			if !known[world] || !known[next] {
				return Parts{}, false
			}
			gained := ranks[world] - ranks[next]
			switch cause {
			case rules:
				p.Rules = gained
			case own:
				p.Own = gained
			case others:
				p.Others = gained
			}
			world = next
		}
		return p, true
	}
	p, ok := walk(s.m.Order.sequence())
	if !ok {
		r, result := s.m.After.Assessor, e.Before
		if s.m.Order == RulesLast {
			r, result = s.m.Before.Assessor, e.After
		}
		e.Reason = Reason{Gates, r.Assess(result.Innovation).Failed}
		return false
	}
	e.Split, e.Rules, e.Own, e.Others = true, p.Rules, p.Own, p.Others
	e.Least, e.Most = p, p
	for _, sequence := range sequences {
		if q, ok := walk(sequence); ok {
			e.Least = Parts{Rules: min(e.Least.Rules, q.Rules), Own: min(e.Least.Own, q.Own), Others: min(e.Least.Others, q.Others)}
			e.Most = Parts{Rules: max(e.Most.Rules, q.Rules), Own: max(e.Most.Own, q.Own), Others: max(e.Most.Others, q.Others)}
		}
	}
	return true
}

// scores splits the difference of the score.
func (s *splitter) scores(i int, e *Entry) {
	if s.m.Order == RulesFirst {
		e.Rescored = s.value[1][0][i].score
		e.ScoreRules, e.ScoreOwn = award.Difference(e.Before.Score, e.Rescored), award.Difference(e.Rescored, e.After.Score)
	} else {
		e.Rescored = s.value[0][1][i].score
		e.ScoreOwn, e.ScoreRules = award.Difference(e.Before.Score, e.Rescored), award.Difference(e.Rescored, e.After.Score)
	}
	rubric := &s.m.After.Edition.Rubric
	if s.m.Order == RulesLast {
		rubric = &s.m.Before.Edition.Rubric
	}
	if band := rubric.Band(e.Rescored); band != nil {
		e.Band = band.Name
	}
}
