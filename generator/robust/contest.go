package robust

import (
	"cmp"
	"slices"

	"siger/generator/award"
)

// A contest is an award with those who may win it: all that its filter lets
// through. Who reaches the minimum depends on the draw.
type contest struct {
	award   *award.Award
	minimum int64 // of a score in its last place
	rivals  []rival
	holders []holder // the official winners, in their order
	size    []int    // candidates with each profile; nil when agencies compete
}

// A rival is an agency, or all candidates with one profile: they win together.
type rival struct {
	agency  *award.Agency
	entries []int // of one profile, by their index among the rated; nil for an agency
	members []member
}

type member struct{ profile, count int }

// A holder is an official winner.
type holder struct{ rival, place int }

func newContest(st *award.Standing, m *model, a *award.AwardStanding) *contest {
	c := &contest{award: a.Award}
	if low := a.Award.Minimum; low != nil {
		c.minimum = ceiling(*low, st.Edition.Rubric.Places)
	}
	agencies := make(map[string]*award.Agency, len(st.Agencies))
	for i := range st.Agencies {
		agencies[st.Agencies[i].Agency.ID] = st.Agencies[i].Agency
	}
	byAgency, byProfile, byID := map[string]int{}, map[int]int{}, map[string]int{} // indexes of rivals
	if a.Award.Subject == award.Innovations {
		c.size = make([]int, len(m.size))
	}
	for i, result := range st.Rated() {
		agency, p := agencies[result.Innovation.Agency], m.profile[i]
		if agency == nil || !a.Award.Filter.Match(result.Innovation, agency.Group) {
			continue
		}
		if c.size != nil {
			at, ok := byProfile[p]
			if !ok {
				at = len(c.rivals)
				byProfile[p] = at
				c.rivals = append(c.rivals, rival{members: []member{{p, 1}}})
			}
			c.rivals[at].entries = append(c.rivals[at].entries, i)
			c.size[p]++
			byID[result.Innovation.ID] = at
			continue
		}
		at, ok := byAgency[agency.ID]
		if !ok {
			at = len(c.rivals)
			byAgency[agency.ID] = at
			c.rivals = append(c.rivals, rival{agency: agency})
			byID[agency.ID] = at
		}
		members := &c.rivals[at].members
		if j := slices.IndexFunc(*members, func(m member) bool { return m.profile == p }); j >= 0 {
			(*members)[j].count++
		} else {
			*members = append(*members, member{p, 1})
		}
	}
	for _, w := range a.Winners {
		c.holders = append(c.holders, holder{byID[w.ID()], w.Place})
	}
	return c
}

// value returns what the award compares for n innovations whose scores have a
// sum.
func (c *contest) value(sum, n int64) int64 {
	switch c.award.Measure {
	case award.ByCount:
		return n
	case award.ByMean:
		d := max(n, int64(c.award.MinDivisor))
		return (2*sum + d) / (2 * d)
	}
	return sum
}

// worth returns what a rival competes with by the scores of the profiles, or -1
// when none of its innovations reaches the minimum.
func (c *contest) worth(r *rival, score []int64) int64 {
	var sum, n int64
	for _, m := range r.members {
		if s := score[m.profile]; s >= c.minimum {
			sum += s * int64(m.count)
			n += int64(m.count)
		}
	}
	if n == 0 {
		return -1
	}
	return c.value(sum, n)
}

// A Winner is who would hold a place. Exactly one of Result and Agency is set.
type Winner struct {
	Place  int
	Result *award.Result
	Agency *award.Agency
}

// ID returns the id of the innovation or the agency.
func (w Winner) ID() string {
	if w.Agency != nil {
		return w.Agency.ID
	}
	return w.Result.Innovation.ID
}

// Name returns the name of the innovation or the agency.
func (w Winner) Name() string {
	if w.Agency != nil {
		return w.Agency.Name
	}
	return w.Result.Innovation.Name
}

// winners returns who wins by the scores of the profiles, by place; those who
// share one in the order of the standing.
func (c *contest) winners(rated []award.Result, score []int64) []Winner {
	order := make([]int, len(c.rivals))
	worth := make([]int64, len(c.rivals))
	for i := range c.rivals {
		order[i], worth[i] = i, c.worth(&c.rivals[i], score)
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(worth[y], worth[x]) })
	var winners []Winner
	for i, at := range order {
		r, place := &c.rivals[at], len(winners)+1
		if len(winners) > 0 && worth[at] == worth[order[i-1]] {
			place = winners[len(winners)-1].Place
		}
		if worth[at] < 0 || place > c.award.Places {
			break
		}
		if r.agency != nil {
			winners = append(winners, Winner{Place: place, Agency: r.agency})
		}
		for _, e := range r.entries {
			winners = append(winners, Winner{Place: place, Result: &rated[e]})
		}
	}
	return winners
}

// A stand finds the places of a contest's holders under one ranking after the
// other, in memory of its own.
type stand struct {
	c       *contest
	places  []int // of each holder; 0 when it wins nothing
	winners int
	profile []int   // place of each profile
	worth   []int64 // of each rival
	sorted  []int64 // those that are there, negated
}

func newStand(c *contest) *stand {
	return &stand{c: c, places: make([]int, len(c.holders)), profile: make([]int, len(c.size)), worth: make([]int64, len(c.rivals))}
}

func (s *stand) run(r *ranker) {
	if s.c.size != nil {
		s.innovations(r)
	} else {
		s.agencies(r)
	}
}

// innovations walks down the ranking until all places are given.
func (s *stand) innovations(r *ranker) {
	of := func(h holder) *int { return &s.profile[s.c.rivals[h.rival].members[0].profile] }
	for _, h := range s.c.holders {
		*of(h) = 0
	}
	s.winners = 0
	for i := 0; i < len(r.order) && s.winners < s.c.award.Places; {
		score, place := r.score[r.order[i]], s.winners+1
		if score < s.c.minimum {
			break
		}
		for ; i < len(r.order) && r.score[r.order[i]] == score; i++ {
			p := r.order[i]
			if n := s.c.size[p]; n > 0 {
				s.winners += n
				s.profile[p] = place
			}
		}
	}
	for i, h := range s.c.holders {
		s.places[i] = *of(h)
	}
}

func (s *stand) agencies(r *ranker) {
	s.sorted = s.sorted[:0]
	for i := range s.c.rivals {
		s.worth[i] = s.c.worth(&s.c.rivals[i], r.score)
		if s.worth[i] >= 0 {
			s.sorted = append(s.sorted, -s.worth[i])
		}
	}
	slices.Sort(s.sorted)
	s.winners = len(s.sorted)
	if s.winners > s.c.award.Places {
		s.winners, _ = slices.BinarySearch(s.sorted, s.sorted[s.c.award.Places-1]+1)
	}
	for i, h := range s.c.holders {
		s.places[i] = 0
		above, there := slices.BinarySearch(s.sorted, -s.worth[h.rival])
		if there && above < s.c.award.Places {
			s.places[i] = above + 1
		}
	}
}

// same reports whether the winners and their places are the official ones.
func (s *stand) same() bool {
	for i, h := range s.c.holders {
		if s.places[i] != h.place {
			return false
		}
	}
	return s.winners == len(s.c.holders)
}

// ceiling returns the lowest score in its last place that is at least d.
func ceiling(d award.Decimal, places int) int64 {
	up, down := pow10(max(0, places-d.Places())), pow10(max(0, d.Places()-places))
	return (d.Units()*up + down - 1) / down
}
