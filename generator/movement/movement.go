package movement

import (
	"siger/generator/award"
)

// A Pair is a number in the edition before and after.
type Pair struct{ Before, After int }

// A Movement is how the ranking of an edition came from that of one before.
type Movement struct {
	Before, After *award.Standing
	Order         Order
	Asked, Gone   []*award.Criterion // only in the rubric after; only in the one before
	Entries       []Entry            // ranked in both, in the order of the ranking after
	Arrivals      []Passage          // ranked after alone, in that order
	Departures    []Passage          // ranked before alone, in that order
}

// An Order is when the rules come in the sequence of causes.
type Order int

// The orders.
const (
	RulesFirst Order = iota // rules, own levels, others' levels
	RulesLast               // own levels, others' levels, rules
	Unsplit                 // neither can be computed
)

// A Passage is an innovation that is ranked in one of the two editions.
type Passage struct {
	Result *award.Result
	Other  *award.Result // in the other edition, where it is not ranked; nil when it is not in it
}

// An Entry is an innovation that is ranked in both editions.
type Entry struct {
	Before, After *award.Result
	Beaten        Pair // how many others have a lower score
	Parts
	Split       bool   // Rules and Own and Others are told apart
	Reason      Reason // why not
	Least, Most Parts  // bounds of Rules, Own and Others over all sequences; zero unless Split
	// Where Split: what the data of one edition are worth under the rules of the
	// other, after [RulesFirst] and [RulesLast], and what that makes of the score.
	Rescored             award.Decimal
	Band                 string
	ScoreRules, ScoreOwn award.Delta
}

// Parts are places gained by each cause.
type Parts struct{ Departed, Rules, Own, Others, Mixed, Arrived int }

// Sum returns the places gained: the rank before minus the rank after.
func (p Parts) Sum() int { return p.Departed + p.Rules + p.Own + p.Others + p.Mixed + p.Arrived }

// A Reason says why the causes cannot be told apart.
type Reason struct {
	Kind     Kind
	Criteria []*award.Criterion // that it is about
}

// A Kind is a kind of reason.
type Kind int

// The kinds of reasons.
const (
	None   Kind = iota
	Rubric      // the rubrics ask different things: [Movement.Asked] and Gone
	Levels      // its levels on these criteria are none of the other rubric
	Gates       // it fails these gates under the other rubric
)

// Between compares two evaluated editions; before is the earlier one. It takes time
// in n·log n for n innovations.
func Between(before, after *award.Standing) *Movement {
	m := &Movement{
		Before: before, After: after, Order: Unsplit,
		Asked: after.Edition.Rubric.Beyond(&before.Edition.Rubric),
		Gone:  before.Edition.Rubric.Beyond(&after.Edition.Rubric),
	}
	switch {
	case len(m.Asked) == 0:
		m.Order = RulesFirst
	case len(m.Gone) == 0:
		m.Order = RulesLast
	}
	was := byID(before)
	is := byID(after)
	departed, arrived := ranking{}, ranking{}
	for i := range before.Rated() {
		r := &before.Results[i]
		if other := is[r.Innovation.ID]; other == nil || other.State != award.Rated {
			m.Departures = append(m.Departures, Passage{r, other})
			departed.add(r.Score)
		}
	}
	for i := range after.Rated() {
		r := &after.Results[i]
		other := was[r.Innovation.ID]
		if other == nil || other.State != award.Rated {
			m.Arrivals = append(m.Arrivals, Passage{r, other})
			arrived.add(r.Score)
			continue
		}
		m.Entries = append(m.Entries, Entry{Before: other, After: r})
	}
	departed.sort()
	arrived.sort()
	all := [2]ranking{whole(before), whole(after)}
	for i := range m.Entries {
		e := &m.Entries[i]
		e.Departed = departed.above(e.Before.Score)
		e.Arrived = -arrived.above(e.After.Score)
		e.Beaten = Pair{all[0].below(e.Before.Score), all[1].below(e.After.Score)}
	}
	newSplitter(m).split()
	return m
}

func byID(s *award.Standing) map[string]*award.Result {
	results := make(map[string]*award.Result, len(s.Results))
	for i := range s.Results {
		results[s.Results[i].Innovation.ID] = &s.Results[i]
	}
	return results
}

func whole(s *award.Standing) ranking {
	var list ranking
	for i := range s.Rated() {
		list.add(s.Results[i].Score)
	}
	list.sort()
	return list
}
