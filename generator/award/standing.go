package award

import (
	"math/big"
	"slices"
	"sort"
)

// A Standing is an evaluated edition.
type Standing struct {
	Edition  *Edition
	Assessor *Assessor
	Results  []Result         // see [Rank] for the order
	Agencies []AgencyStanding // those with an innovation in the edition, by falling total
	Awards   []AwardStanding  // in the edition's order
}

// An AgencyStanding is an agency's part in an edition.
type AgencyStanding struct {
	Agency   *Agency
	Results  []*Result // all its innovations, in the order of the standing
	Measured           // over its rated innovations
	Ranks    MeasureRanks
}

// Measured are the three measures of an agency over some rated innovations.
type Measured struct {
	Count int
	Total Decimal
	Mean  Decimal // Total / max(divisor, Count), rounded half up; 0 when Count is 0
}

// MeasureRanks are an agency's ranks by each measure; 0 when it has no rated
// innovation.
type MeasureRanks struct{ Count, Total, Mean int }

// An AwardStanding is an award with its winners.
type AwardStanding struct {
	Award   *Award
	Winners []Winner // by place; inside a tie by name, then id
}

// A Winner is who holds a place. Exactly one of Result and Agency is set.
type Winner struct {
	Place  int
	Tied   bool
	Value  Decimal // what was compared
	Result *Result
	Agency *Agency
}

// Evaluate assesses, ranks and gives the awards of an edition. agencies are all
// agencies that an innovation may name. The result does not depend on the order
// of either list.
func Evaluate(e *Edition, agencies []Agency) *Standing {
	s := &Standing{Edition: e, Assessor: NewAssessor(&e.Rubric)}
	assessments := make([]Assessment, len(e.Innovations))
	for i, in := range e.Innovations {
		assessments[i] = s.Assessor.Assess(in)
	}
	s.Results = Rank(&e.Rubric, assessments)
	byID := make(map[string]*Agency, len(agencies))
	for i := range agencies {
		byID[agencies[i].ID] = &agencies[i]
	}
	s.Agencies = standAgencies(s.Results, byID, e.Rubric.Places)
	s.Awards = make([]AwardStanding, len(e.Awards))
	for i := range e.Awards {
		s.Awards[i] = give(&e.Awards[i], s.Results, byID, e.Rubric.Places)
	}
	return s
}

// Rated returns the results that have a rank. They come first; see [Rank].
func (s *Standing) Rated() []Result {
	n := sort.Search(len(s.Results), func(i int) bool { return s.Results[i].State != Rated })
	return s.Results[:n]
}

func standAgencies(results []Result, byID map[string]*Agency, places int) []AgencyStanding {
	groups := map[string]*AgencyStanding{}
	for i := range results {
		id := results[i].Innovation.Agency
		if groups[id] == nil {
			if byID[id] == nil {
				continue
			}
			groups[id] = &AgencyStanding{Agency: byID[id]}
		}
		groups[id].Results = append(groups[id].Results, &results[i])
	}
	list := make([]AgencyStanding, 0, len(groups))
	for _, g := range groups {
		g.Measured = measure(g.Results, places, 1)
		list = append(list, *g)
	}
	// Rank by each measure in turn; the total comes last, because its order stays.
	rank := func(value func(*AgencyStanding) Decimal, set func(*MeasureRanks, int)) {
		slices.SortFunc(list, func(x, y AgencyStanding) int {
			if c := value(&y).Cmp(value(&x)); c != 0 {
				return c
			}
			return byName(x.Agency.Name, x.Agency.ID, y.Agency.Name, y.Agency.ID)
		})
		competition(len(list),
			func(i, j int) bool { return value(&list[i]).Cmp(value(&list[j])) == 0 },
			func(i, r int, _ bool) {
				if list[i].Count > 0 {
					set(&list[i].Ranks, r)
				}
			})
	}
	rank(func(a *AgencyStanding) Decimal { return a.Of(ByCount) }, func(r *MeasureRanks, n int) { r.Count = n })
	rank(func(a *AgencyStanding) Decimal { return a.Of(ByMean) }, func(r *MeasureRanks, n int) { r.Mean = n })
	rank(func(a *AgencyStanding) Decimal { return a.Of(ByTotal) }, func(r *MeasureRanks, n int) { r.Total = n })
	return list
}

// measure computes the agency measures over the rated ones of some results.
func measure(results []*Result, places, minDivisor int) Measured {
	m := Measured{Total: Decimal{0, places}, Mean: Decimal{0, places}}
	for _, r := range results {
		if r.State == Rated {
			m.Count++
			m.Total = m.Total.Add(r.Score)
		}
	}
	if m.Count > 0 {
		divisor := big.NewRat(int64(max(m.Count, minDivisor)), 1)
		m.Mean = RoundHalfUp(new(big.Rat).Quo(m.Total.Rat(), divisor), places)
	}
	return m
}

// Of returns the value of a measure.
func (m Measured) Of(by Measure) Decimal {
	switch by {
	case ByCount:
		return Decimal{int64(m.Count), 0}
	case ByMean:
		return m.Mean
	}
	return m.Total
}

// give finds the winners of an award: everyone whose rank among those that the
// filter and the minimum let through is at most the number of places.
func give(a *Award, results []Result, byID map[string]*Agency, places int) AwardStanding {
	var candidates []Winner
	agencies := map[string][]*Result{}
	for i := range results {
		r := &results[i]
		agency := byID[r.Innovation.Agency]
		if r.State != Rated || agency == nil || !a.Filter.Match(r.Innovation, agency.Group) {
			continue
		}
		if a.Minimum != nil && r.Score.Cmp(*a.Minimum) < 0 {
			continue
		}
		if a.Subject == Agencies {
			agencies[agency.ID] = append(agencies[agency.ID], r)
		} else {
			candidates = append(candidates, Winner{Value: r.Score, Result: r})
		}
	}
	for id, list := range agencies {
		candidates = append(candidates, Winner{Value: measure(list, places, a.MinDivisor).Of(a.Measure), Agency: byID[id]})
	}
	slices.SortFunc(candidates, func(x, y Winner) int {
		if c := y.Value.Cmp(x.Value); c != 0 {
			return c
		}
		return byName(x.Name(), x.ID(), y.Name(), y.ID())
	})
	competition(len(candidates),
		func(i, j int) bool { return candidates[i].Value.Cmp(candidates[j].Value) == 0 },
		func(i, rank int, tied bool) { candidates[i].Place, candidates[i].Tied = rank, tied })
	n := slices.IndexFunc(candidates, func(w Winner) bool { return w.Place > a.Places })
	if n < 0 {
		n = len(candidates)
	}
	return AwardStanding{Award: a, Winners: candidates[:n:n]}
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
