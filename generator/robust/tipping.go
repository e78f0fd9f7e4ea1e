package robust

import (
	"slices"

	"siger/generator/award"
)

// # How a tipping weight is found exactly
//
// Over an interval of one weight t every unrounded score is (a + bt)/(c + dt) and
// so monotone, and so is the difference of two: what holds at both ends holds
// between. That proves for most pairs, from their rounded scores at the ends
// alone, that their order is the same throughout: when the score of one stays
// above all values of the other, when neither changes, or when their difference
// at both ends is too large for rounding to close. If a pair is left over, the
// interval is halved, the half nearer to the official weight first, down to a
// single weight, at which the scores speak for themselves.

// reach is how many times a weight is raised in search of a tipping weight.
const reach = 10

// A Tipping says how far one weight can move alone until an award's winners or
// their places change.
type Tipping struct {
	Criterion int        // index in the rubric
	Down, Up  *Threshold // nil when nothing changes down to the smallest weight, or up to ten times the weight
	Unknown   bool       // the search was too long for hostile numbers; the thresholds that are there hold
}

// A Threshold is the nearest weight at which the winners differ.
type Threshold struct {
	Weight  award.Decimal
	Winners []Winner // then
}

// A pair is what must stay as it is for the winners to stay: two rivals in their
// order, or one that takes part, or does not (the other is -1).
type pair struct {
	a, b int
	want relation
}

type relation uint8

const (
	above   relation = iota // a ranks above b
	outdone                 // a ranks above b, or b does not take part
	level                   // a and b share a place
	present                 // a takes part
	absent                  // a does not take part
)

// pairs returns what the official winners rest on: that each takes part and stays
// behind, or beside, the one before it, and that nobody else reaches the last.
func (c *contest) pairs() []pair {
	var list []pair
	wins := make([]bool, len(c.rivals))
	for i, h := range c.holders {
		if wins[h.rival] {
			continue // of the same profile as another
		}
		wins[h.rival] = true
		list = append(list, pair{h.rival, -1, present})
		if i > 0 && c.holders[i-1].place < h.place {
			list = append(list, pair{c.holders[i-1].rival, h.rival, above})
		} else if i > 0 {
			list = append(list, pair{c.holders[i-1].rival, h.rival, level})
		}
	}
	for k := range c.rivals {
		switch {
		case wins[k]:
		case len(c.holders) < c.award.Places:
			list = append(list, pair{k, -1, absent})
		default:
			list = append(list, pair{c.holders[len(c.holders)-1].rival, k, outdone})
		}
	}
	return list
}

// A search looks for the tipping weight of one criterion in one contest.
type search struct {
	m      *model
	c      *contest
	at     int     // the criterion, by its index in the model
	others []int64 // the weights, the criterion's own being the one looked at
	points []int64 // of each profile without the criterion
	most   int64
	spans  []span // of each rival over the interval that was looked at last
	stamp  []int  // which interval that was
	now    int
	budget int // scores that may still be computed
}

// A span bounds what a rival competes with over an interval.
type span struct {
	low, high   int64
	least, most int64 // its innovations that take part: throughout, somewhere
	near, far   int64 // its worth at the ends
}

// begin begins another search, in the memory of the one before.
func (s *search) begin(m *model, c *contest, at, budget int) {
	*s = search{m: m, c: c, at: at, budget: budget, others: append(s.others[:0], m.weights...), points: s.points,
		spans: slices.Grow(s.spans[:0], len(c.rivals))[:len(c.rivals)], stamp: slices.Grow(s.stamp[:0], len(c.rivals))[:len(c.rivals)]}
	clear(s.stamp)
	s.others[at] = 0
	if m.values != nil {
		s.points = slices.Grow(s.points[:0], len(m.size))[:len(m.size)]
		newScorer(m).points(s.others, s.points)
		s.most = m.most(s.others)
	}
}

// tipping looks for the tipping weight of a criterion, by its index in the model, in a contest
// with these pairs.
func (s *search) tipping(m *model, c *contest, pairs []pair, at, budget int, rated []award.Result) Tipping {
	s.begin(m, c, at, budget)
	t := Tipping{Criterion: m.criteria[at]}
	threshold := func(near, far int64) *Threshold {
		if near == 0 {
			return nil // the weight is the smallest already
		}
		weight, ok := s.first(near, far, pairs)
		t.Unknown = t.Unknown || s.budget < 0
		if !ok || s.budget < 0 {
			return nil
		}
		weights := slices.Clone(m.weights)
		weights[at] = weight
		score := make([]int64, len(m.size))
		newScorer(m).scores(weights, score)
		return &Threshold{award.NewDecimal(weight, award.MaxPlaces), c.winners(rated, score)}
	}
	w := m.weights[at]
	t.Down = threshold(w-1, 1)
	t.Up = threshold(w+1, reach*w)
	return t
}

// first returns the weight nearest to near, between it and far, at which one of
// the pairs is not as it must be.
func (s *search) first(near, far int64, pairs []pair) (int64, bool) {
	s.now++
	var open []pair
	for _, p := range pairs {
		if !s.holds(p, near, far) {
			open = append(open, p)
		}
	}
	switch {
	case len(open) == 0 || s.budget < 0:
		return 0, false
	case near == far:
		return near, true
	}
	middle := near + (far-near)/2
	if t, ok := s.first(near, middle, open); ok {
		return t, true
	}
	if far > near {
		return s.first(middle+1, far, open)
	}
	return s.first(middle-1, far, open)
}

// holds reports whether a pair is as it must be at every weight of an interval. At
// a single weight it always knows; else false may mean that it cannot tell.
func (s *search) holds(p pair, near, far int64) bool {
	a := s.span(p.a, near, far)
	switch p.want {
	case present:
		return a.least > 0
	case absent:
		return a.most == 0
	}
	b := s.span(p.b, near, far)
	if p.want == level {
		return a.least > 0 && b.least > 0 && a.low == a.high && b.low == b.high && a.low == b.low
	}
	if p.want == outdone && b.most == 0 {
		return true
	}
	if a.least == 0 {
		return false
	}
	if a.low > b.high {
		return true
	}
	return a.least == a.most && b.least == b.most &&
		a.near-b.near >= s.margin(a, b) && a.far-b.far >= s.margin(a, b)
}

// margin returns how much two rounded worths must differ for the unrounded ones,
// which move monotonously, to differ by more than rounding can close: n scores are
// rounded by at most n/2 together, before and after; a mean once more.
func (s *search) margin(a, b *span) int64 {
	switch s.c.award.Measure {
	case award.ByCount:
		return 1
	case award.ByMean:
		return 4
	}
	return a.most + b.most
}

func (s *search) span(rival int, near, far int64) *span {
	out := &s.spans[rival]
	if s.stamp[rival] == s.now {
		return out
	}
	s.stamp[rival] = s.now
	*out = span{}
	var low, high, atNear, atFar int64 // sums of scores
	for _, m := range s.c.rivals[rival].members {
		n, f, count := s.score(m.profile, near), s.score(m.profile, far), int64(m.count)
		if max(n, f) < s.c.minimum {
			continue
		}
		out.most += count
		high += max(n, f) * count
		if min(n, f) >= s.c.minimum {
			out.least += count
			low += min(n, f) * count
		}
		atNear += n * count
		atFar += f * count
	}
	if out.most == 0 {
		return out
	}
	// A mean is lowest over the most innovations and highest over the fewest.
	out.low, out.high = s.c.value(low, out.most), s.c.value(high, max(out.least, 1))
	if s.c.award.Measure == award.ByCount {
		out.low, out.high = out.least, out.most
	}
	out.near, out.far = s.c.value(atNear, out.most), s.c.value(atFar, out.most)
	return out
}

// score returns the rounded score of a profile at a weight of the criterion.
func (s *search) score(profile int, weight int64) int64 {
	s.budget--
	m := s.m
	if m.values == nil {
		s.others[s.at] = weight
		return m.wideScore(profile, s.others)
	}
	d := division{scale: uint64(m.scale), most: uint64(s.most + weight*m.highest[s.at])}
	return d.round(s.points[profile] + weight*m.values[s.at][m.steps[profile*len(m.weights)+s.at]])
}
