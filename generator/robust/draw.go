package robust

import (
	"math/bits"
	"math/rand/v2"
	"sync"

	"siger/generator/internal/parallel"
)

// whole is a factor of 1: factors are thousandths.
const whole = 1000

// factors returns the factors of all draws: those of one draw after the other, each
// in the order of the criteria.
func factors(seed uint64, draws, criteria, variation int) []int16 {
	source := rand.NewPCG(seed, 0)
	least, n := whole-10*variation, uint64(20*variation+1)
	list := make([]int16, draws*criteria)
	for i := range list {
		step, _ := bits.Mul64(source.Uint64(), n)
		list[i] = int16(least + int(step))
	}
	return list
}

// block is how many draws a core takes at a time; their ranks are written side by
// side, so that a profile's ranks fill whole lines of the cache.
const block = 32

// draw ranks under all draws.
func (a *Analysis) draw(m *model, contests []*contest) {
	k, n := len(m.weights), len(m.size)
	list := factors(a.Seed, a.Draws, k, a.Variation)
	all, top := newStripes(n, len(m.profile), a.Draws), a.top(m)
	var mutex sync.Mutex
	var tallies [][]Award
	parallel.Workers((a.Draws+block-1)/block, func() func(int) {
		r, weights, some := newRanker(m), make([]int64, k), make([]int32, block*n)
		tally := make([]Award, len(contests))
		stands := make([]*stand, len(contests))
		for i, c := range contests {
			stands[i] = newStand(c)
			tally[i].Holders = make([]Holder, len(c.holders))
		}
		mutex.Lock()
		tallies = append(tallies, tally)
		mutex.Unlock()
		return func(i int) {
			first, end := i*block, min((i+1)*block, a.Draws)
			for d := first; d < end; d++ {
				for j, f := range list[d*k : (d+1)*k] {
					weights[j] = m.weights[j] * int64(f)
				}
				r.run(weights)
				copy(some[(d-first)*n:], r.rank)
				for j, s := range stands {
					s.run(r)
					s.count(&tally[j])
				}
			}
			all.add(i, some[:(end-first)*n])
			for p, row := range top {
				for d := range end - first {
					row[first+d] = some[d*n+p]
				}
			}
		}
	})
	for _, tally := range tallies {
		for i := range tally {
			a.Awards[i].Same += tally[i].Same
			for j, h := range tally[i].Holders {
				a.Awards[i].Holders[j].Kept += h.Kept
				a.Awards[i].Holders[j].Wins += h.Wins
			}
		}
	}
	intervals := make([]Entry, n)
	for p := range intervals {
		e := &intervals[p]
		e.Low, e.High, e.Best, e.Worst = all.to.interval(p)
	}
	for i := range a.Entries {
		e, of := &a.Entries[i], &intervals[m.profile[i]]
		e.Low, e.High, e.Best, e.Worst = of.Low, of.High, of.Best, of.Worst
	}
	a.groups(m, top)
}

// top returns a row for the ranks of each profile that [Analysis.groups] looks at.
func (a *Analysis) top(m *model) map[int][]int32 {
	rows := map[int][]int32{}
	for i := range a.Entries {
		if a.Entries[i].Result.Rank > GroupRanks {
			break
		}
		if rows[m.profile[i]] == nil {
			rows[m.profile[i]] = make([]int32, a.Draws)
		}
	}
	return rows
}

// count adds a draw to a tally.
func (s *stand) count(to *Award) {
	for i, h := range s.c.holders {
		if s.places[i] > 0 {
			to.Holders[i].Wins++
		}
		if s.places[i] == h.place {
			to.Holders[i].Kept++
		}
	}
	if s.same() {
		to.Same++
	}
}

// groups finds the longest runs of entries of which no two are told apart.
func (a *Analysis) groups(m *model, ranks map[int][]int32) {
	apart := func(i, j int) bool {
		if a.Entries[i].Result.Rank == a.Entries[j].Result.Rank {
			return false
		}
		x, y := ranks[m.profile[i]], ranks[m.profile[j]]
		misses := a.Draws - (95*a.Draws+99)/100 // that may be
		for d, r := range x {
			if r >= y[d] {
				if misses--; misses < 0 {
					return false
				}
			}
		}
		return true
	}
	first := 0
	for last := 0; last < len(a.Entries) && a.Entries[last].Result.Rank <= GroupRanks; last++ {
		from := last
		for from > first && !apart(from-1, last) {
			from--
		}
		if from > first && last-first > 1 {
			a.Groups = append(a.Groups, Group{first, last - 1})
		}
		first = from
		if end := last + 1; last > first && (end == len(a.Entries) || a.Entries[end].Result.Rank > GroupRanks) {
			a.Groups = append(a.Groups, Group{first, last})
		}
	}
}
