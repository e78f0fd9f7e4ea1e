package robust

import (
	"slices"

	"siger/generator/award"
	"siger/generator/internal/parallel"
)

// An Analysis says how far an edition's results depend on choices. What no draws are needed for is zero
// until [Analysis.Complete]: Above and Below of entries, Pairs, Fixed, Tipping of awards, Omissions,
// Geometric and Agreement.
type Analysis struct {
	Variation int // percent
	Draws     int
	Seed      uint64
	Entries   []Entry // one per rated innovation, in the order of the standing
	Groups    []Group // among the first [GroupRanks]
	Pairs     int     // of rated innovations
	Fixed     int     // of those, the pairs that no weights reverse
	Awards    []Award // one per award, in the edition's order
	Omissions []Omission
	Geometric *Alternative // nil when the weights are too fine for it
	Agreement []Agreement  // of the criteria that several assessors judged

	rest *rest // nil once the analysis is whole
}

// A rest is what the parts of an analysis beside the draws are made from.
type rest struct {
	standing *award.Standing
	model    *model
	contests []*contest
}

// An Entry is a rated innovation.
type Entry struct {
	Result      *award.Result
	Low, High   int // the 5th and 95th percentile of its ranks
	Best, Worst int
	Above       int // innovations that no weights rank above it, though their levels differ
	Below       int // innovations that no weights rank below it
}

// A Group is a longest run of entries, by their index, of which no two are told
// apart. Last is included.
type Group struct{ First, Last int }

// An Award says how firmly an award's places are held.
type Award struct {
	Award   *award.AwardStanding
	Same    int // draws in which all winners and places are the official ones
	Holders []Holder
	Tipping []Tipping // one per criterion with a weight, in the rubric's order
}

// A Holder is a winner, in the order of the award's winners.
type Holder struct {
	Kept int // draws in which it has its place
	Wins int // draws in which it has any
}

// An Alternative is another ranking of the same innovations.
type Alternative struct {
	Ranks    []int // of each entry
	Moved    int   // entries whose rank differs
	Farthest int   // the most ranks that one moves
}

// An Omission is the ranking without one criterion.
type Omission struct {
	Criterion int // index in the rubric
	Alternative
	Awards []int // those whose winners or places differ, by index
}

const (
	// GroupRanks is down to which rank groups are looked for.
	GroupRanks = 100
	// fullDraws is up to how many innovations an edition gets all its draws, and
	// fewestDraws how many the largest get.
	fullDraws   = 500
	fewestDraws = 1000
)

// draws returns how often an edition with n rated innovations is drawn.
func draws(asked, n int) int {
	if n <= fullDraws {
		return asked
	}
	return min(asked, max(fewestDraws, asked*fullDraws/n))
}

// Draw analyses an evaluated edition on all cores, without what [Analysis.Complete]
// adds: it gives ranks under varied weights, groups, and how often places of awards
// are held. It returns nil when the edition asks for no draws.
func Draw(st *award.Standing) *Analysis {
	setting := st.Edition.Robustness
	if setting.Draws == 0 {
		return nil
	}
	rated := st.Rated()
	m := newModel(st, max(whole+10*int64(setting.Variation), reach))
	a := &Analysis{Variation: setting.Variation, Draws: draws(setting.Draws, len(rated)), Seed: uint64(st.Edition.Year), Entries: make([]Entry, len(rated))}
	for i := range rated {
		a.Entries[i].Result = &rated[i]
	}
	contests := make([]*contest, len(st.Awards))
	for i := range st.Awards {
		contests[i] = newContest(st, m, &st.Awards[i])
		a.Awards = append(a.Awards, Award{Award: &st.Awards[i], Holders: make([]Holder, len(st.Awards[i].Winners))})
	}
	a.rest = &rest{st, m, contests}
	if len(rated) > 0 {
		a.draw(m, contests)
	}
	return a
}

// Complete adds dominance, tipping weights, alternative rankings and the agreement of
// assessors to what [Draw] returned, unless that is nil. It is called once.
func (a *Analysis) Complete() {
	st, m, contests := a.rest.standing, a.rest.model, a.rest.contests
	a.rest = nil
	a.Agreement = agreements(st)
	if len(a.Entries) == 0 {
		return
	}
	a.dominance(m)
	a.tip(m, contests, st.Rated())
	a.omit(m, contests)
	a.geometric(m)
}

// tip finds the tipping weights of all awards and criteria.
func (a *Analysis) tip(m *model, contests []*contest, rated []award.Result) {
	k := len(m.weights)
	if len(contests) == 0 {
		return
	}
	budget := tippingBudget / (len(contests) * k)
	for i := range a.Awards {
		a.Awards[i].Tipping = make([]Tipping, k)
	}
	pairs := make([][]pair, len(contests))
	parallel.Do(len(contests), func(i int) { pairs[i] = contests[i].pairs() })
	parallel.Workers(len(contests)*k, func() func(int) {
		var s search
		return func(i int) {
			a.Awards[i/k].Tipping[i%k] = s.tipping(m, contests[i/k], pairs[i/k], i%k, budget, rated)
		}
	})
}

// tippingBudget bounds the scores that the search for all tipping weights of an
// edition may compute, a hundred times what 1,000 innovations need.
const tippingBudget = 1_000_000_000

// omit ranks without each criterion in turn.
func (a *Analysis) omit(m *model, contests []*contest) {
	if len(m.criteria) == 1 {
		return // nothing is left to rank by
	}
	r := newRanker(m)
	for j, c := range m.criteria {
		weights := slices.Clone(m.weights)
		weights[j] = 0
		r.run(weights)
		o := Omission{Criterion: c, Alternative: a.alternative(m, r.rank)}
		for i, contest := range contests {
			s := newStand(contest)
			s.run(r)
			if !s.same() {
				o.Awards = append(o.Awards, i)
			}
		}
		a.Omissions = append(a.Omissions, o)
	}
}

// alternative compares a ranking of the profiles with the official one.
func (a *Analysis) alternative(m *model, rank []int32) Alternative {
	alt := Alternative{Ranks: make([]int, len(a.Entries))}
	for i := range a.Entries {
		now, was := int(rank[m.profile[i]]), a.Entries[i].Result.Rank
		alt.Ranks[i] = now
		if now != was {
			alt.Moved++
			alt.Farthest = max(alt.Farthest, now-was, was-now)
		}
	}
	return alt
}
