package robust_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"siger/generator/award"
	"siger/generator/robust"
)

// The second implementation draws and evaluates one edition after the other with
// package award, in the words of the package comment.

type slow struct {
	ranks   map[string][]int // of each draw
	winners [][]award.AwardStanding
}

func drawSlowly(e *award.Edition, agencies []award.Agency, draws int) slow {
	s := slow{ranks: map[string][]int{}}
	pcg := rand.NewPCG(uint64(e.Year), 0)
	n := big.NewInt(int64(20*e.Robustness.Variation + 1))
	for range draws {
		w := weights(e)
		for i := range w {
			if w[i].IsZero() {
				continue
			}
			x := new(big.Int).SetUint64(pcg.Uint64())
			factor := 1000 - 10*int64(e.Robustness.Variation) + x.Rsh(x.Mul(x, n), 64).Int64()
			w[i] = award.NewDecimal(w[i].Units()*factor, w[i].Places()+3)
		}
		st := award.Evaluate(weighed(e, w), agencies)
		for _, r := range st.Rated() {
			s.ranks[r.Innovation.ID] = append(s.ranks[r.Innovation.ID], r.Rank)
		}
		s.winners = append(s.winners, st.Awards)
	}
	return s
}

// percentile is the smallest rank that at least p of 100 draws do not exceed.
func percentile(ranks []int, p int) int {
	for r := 1; ; r++ {
		under := 0
		for _, rank := range ranks {
			if rank <= r {
				under++
			}
		}
		if under*100 >= p*len(ranks) {
			return r
		}
	}
}

func TestDrawsAgainstSecondImplementation(t *testing.T) {
	everyEdition(t, 80, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		st := award.Evaluate(e, agencies)
		a := robust.Analyse(st)
		want := drawSlowly(e, agencies, e.Robustness.Draws)
		for _, entry := range a.Entries {
			ranks := want.ranks[entry.Result.Innovation.ID]
			got := [4]int{entry.Low, entry.High, entry.Best, entry.Worst}
			if w := [4]int{percentile(ranks, 5), percentile(ranks, 95), slices.Min(ranks), slices.Max(ranks)}; got != w {
				t.Errorf("%s: ranks %v, want %v", entry.Result.Innovation.ID, got, w)
			}
		}
		for i := range a.Awards {
			same := 0
			holders := make([]robust.Holder, len(st.Awards[i].Winners))
			for _, awards := range want.winners {
				if places(awards[i]) == places(st.Awards[i]) {
					same++
				}
				for j, w := range st.Awards[i].Winners {
					for _, other := range awards[i].Winners {
						if other.ID() == w.ID() {
							holders[j].Wins++
							if other.Place == w.Place {
								holders[j].Kept++
							}
						}
					}
				}
			}
			if len(a.Entries) > 0 && (a.Awards[i].Same != same || !slices.Equal(a.Awards[i].Holders, holders)) {
				t.Errorf("award %d: %d draws alike, holders %v; want %d, %v", i, a.Awards[i].Same, a.Awards[i].Holders, same, holders)
			}
		}
		checkGroups(t, a, want)
	})
}

// checkGroups tries every run of the ranking against the definition.
func checkGroups(t *testing.T, a *robust.Analysis, s slow) {
	t.Helper()
	together := func(first, last int) bool {
		for i := first; i <= last; i++ {
			for j := i + 1; j <= last; j++ {
				x, y := a.Entries[i].Result, a.Entries[j].Result
				higher := 0
				for d, r := range s.ranks[x.Innovation.ID] {
					if r < s.ranks[y.Innovation.ID][d] {
						higher++
					}
				}
				if x.Rank < y.Rank && higher*100 >= 95*a.Draws {
					return false
				}
			}
		}
		return true
	}
	var want []robust.Group
	for first := range a.Entries {
		for last := first + 1; last < len(a.Entries); last++ {
			if together(first, last) && (first == 0 || !together(first-1, last)) && (last == len(a.Entries)-1 || !together(first, last+1)) {
				want = append(want, robust.Group{First: first, Last: last})
			}
		}
	}
	if !slices.Equal(a.Groups, want) {
		t.Errorf("groups %v, want %v", a.Groups, want)
	}
}

// TestTippingIsNearest tries every weight that can be written, on editions whose
// weights are so small that there are few.
func TestTippingIsNearest(t *testing.T) {
	found := map[bool]int{}
	everyEdition(t, 60, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		for i := range e.Rubric.Criteria {
			if c := &e.Rubric.Criteria[i]; !c.Weight.IsZero() {
				c.Weight = award.NewDecimal(1+c.Weight.Units()%9, award.MaxPlaces)
			}
		}
		e.Robustness.Draws = 1
		st := award.Evaluate(e, agencies)
		nearest := func(award, criterion, step int) string {
			w := weights(e)
			official := w[criterion].Units()
			for at := official + int64(step); at > 0 && at <= 10*official; at += int64(step) {
				w[criterion] = decimalUnits(at)
				if now := evaluate(e, w, agencies).Awards[award]; places(now) != places(st.Awards[award]) {
					return w[criterion].String() + " " + places(now)
				}
			}
			return ""
		}
		for i, a := range robust.Analyse(st).Awards {
			for _, tip := range a.Tipping {
				if tip.Unknown {
					t.Fatal("the search gave up")
				}
				for step, got := range map[int]*robust.Threshold{-1: tip.Down, 1: tip.Up} {
					found[got != nil]++
					if want := nearest(i, tip.Criterion, step); text(got) != want {
						t.Errorf("award %s, criterion %d, step %d: got %q, want %q", st.Awards[i].Award.ID, tip.Criterion, step, text(got), want)
					}
				}
			}
		}
	})
	t.Cleanup(func() {
		if found[true] < 30 || found[false] < 30 {
			t.Errorf("thresholds found and not: %v", found)
		}
	})
}

func decimalUnits(u int64) award.Decimal { return award.NewDecimal(u, award.MaxPlaces) }

func evaluate(e *award.Edition, w []award.Decimal, agencies []award.Agency) *award.Standing {
	return award.Evaluate(weighed(e, w), agencies)
}

// text writes a threshold as [TestTippingIsNearest] does.
func text(t *robust.Threshold) string {
	if t == nil {
		return ""
	}
	var list []string
	for _, w := range t.Winners {
		list = append(list, fmt.Sprint(w.Place, " ", w.ID()))
	}
	slices.Sort(list)
	return t.Weight.String() + " " + fmt.Sprint(list)
}

// TestTippingFlips: with weights as rubrics have them the winners change at the
// threshold, and not at 99 % of the way there.
func TestTippingFlips(t *testing.T) {
	flips := 0
	everyEdition(t, 150, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		e.Robustness.Draws = 1
		st := award.Evaluate(e, agencies)
		for i, a := range robust.Analyse(st).Awards {
			for _, tip := range a.Tipping {
				for _, threshold := range []*robust.Threshold{tip.Down, tip.Up} {
					if threshold == nil {
						continue
					}
					flips++
					w := weights(e)
					official := lattice(w[tip.Criterion])
					w[tip.Criterion] = threshold.Weight
					now := evaluate(e, w, agencies).Awards[i]
					if places(now) == places(st.Awards[i]) || text(threshold) != threshold.Weight.String()+" "+places(now) {
						t.Errorf("criterion %d at %s: %s, announced %s", tip.Criterion, threshold.Weight, places(now), text(threshold))
					}
					w[tip.Criterion] = decimalUnits(official + (threshold.Weight.Units()-official)*99/100)
					if now := evaluate(e, w, agencies).Awards[i]; places(now) != places(st.Awards[i]) {
						t.Errorf("criterion %d: the winners change at %s already, before %s", tip.Criterion, w[tip.Criterion], threshold.Weight)
					}
				}
			}
		}
	})
	t.Cleanup(func() {
		if flips < 100 {
			t.Errorf("only %d thresholds", flips)
		}
	})
}

func lattice(d award.Decimal) int64 { return d.Add(award.NewDecimal(0, award.MaxPlaces)).Units() }

func TestNoVariation(t *testing.T) {
	everyEdition(t, 60, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		e.Robustness.Variation = 0
		a := robust.Analyse(award.Evaluate(e, agencies))
		for _, entry := range a.Entries {
			if r := entry.Result.Rank; entry.Low != r || entry.High != r || entry.Best != r || entry.Worst != r {
				t.Errorf("%s: rank %d, but %+v", entry.Result.Innovation.ID, r, entry)
			}
		}
		for i, aw := range a.Awards {
			for _, h := range aw.Holders {
				if h.Kept != a.Draws || h.Wins != a.Draws {
					t.Errorf("award %d: %+v of %d", i, h, a.Draws)
				}
			}
		}
	})
}

// TestDominance counts the pairs by the definition, and sees that no draw reverses
// one.
func TestDominance(t *testing.T) {
	pairs := 0
	everyEdition(t, 60, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		a := robust.Analyse(award.Evaluate(e, agencies))
		s := drawSlowly(e, agencies, a.Draws)
		fixed := 0
		for i := range a.Entries {
			above, below := 0, 0
			for j := range a.Entries {
				if dominates(e, a.Entries[i].Result, a.Entries[j].Result) {
					above++
					for d, r := range s.ranks[a.Entries[i].Result.Innovation.ID] {
						if r > s.ranks[a.Entries[j].Result.Innovation.ID][d] {
							t.Errorf("draw %d ranks %d above %d", d, j, i)
						}
					}
				}
				if dominates(e, a.Entries[j].Result, a.Entries[i].Result) {
					below++
				}
			}
			fixed += above
			if a.Entries[i].Above != above || a.Entries[i].Below != below {
				t.Errorf("%d: above %d and below %d, want %d and %d", i, a.Entries[i].Above, a.Entries[i].Below, above, below)
			}
		}
		pairs += fixed
		if n := len(a.Entries); a.Fixed != fixed || a.Pairs != n*(n-1)/2 {
			t.Errorf("%d of %d pairs, want %d of %d entries", a.Fixed, a.Pairs, fixed, n)
		}
	})
	t.Cleanup(func() {
		if pairs < 100 {
			t.Errorf("only %d pairs", pairs)
		}
	})
}

func dominates(e *award.Edition, x, y *award.Result) bool {
	more := false
	for i, c := range e.Rubric.Criteria {
		if c.Weight.IsZero() {
			continue
		}
		switch x.Lines[i].Level.Rat().Cmp(y.Lines[i].Level.Rat()) {
		case -1:
			return false
		case 1:
			more = true
		}
	}
	return more
}

// TestAlternatives compares with evaluations of changed editions, and with
// products of rationals.
func TestAlternatives(t *testing.T) {
	geometric := 0
	everyEdition(t, 100, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		st := award.Evaluate(e, agencies)
		a := robust.Analyse(st)
		for _, o := range a.Omissions {
			w := weights(e)
			w[o.Criterion] = award.Decimal{}
			other := evaluate(e, w, agencies)
			ranks := map[string]int{}
			for _, r := range other.Rated() {
				ranks[r.Innovation.ID] = r.Rank
			}
			checkRanks(t, fmt.Sprint("without ", o.Criterion), a, o.Alternative, func(r *award.Result) int { return ranks[r.Innovation.ID] })
			var awards []int
			for i := range other.Awards {
				if places(other.Awards[i]) != places(st.Awards[i]) {
					awards = append(awards, i)
				}
			}
			if !slices.Equal(o.Awards, awards) {
				t.Errorf("without %d: awards %v change, want %v", o.Criterion, o.Awards, awards)
			}
		}
		var exponents int64
		for _, w := range weights(e) {
			exponents += lattice(w) / divisor(e)
		}
		if a.Geometric == nil || exponents > 500 {
			return // too slow for rationals
		}
		geometric++
		product := func(r *award.Result) *big.Rat {
			p := big.NewRat(1, 1)
			for i, c := range e.Rubric.Criteria {
				part := r.Lines[i].Level.Rat()
				part.Quo(part, big.NewRat(int64(c.Highest()), 1))
				for range lattice(c.Weight) / divisor(e) {
					p.Mul(p, part)
				}
			}
			return p
		}
		powers := make([]*big.Rat, len(a.Entries))
		for i := range a.Entries {
			powers[i] = product(a.Entries[i].Result)
		}
		at := 0
		checkRanks(t, "geometric", a, *a.Geometric, func(*award.Result) int {
			rank := 1
			for _, p := range powers {
				if p.Cmp(powers[at]) > 0 {
					rank++
				}
			}
			at++
			return rank
		})
	})
	t.Cleanup(func() {
		if geometric < 30 {
			t.Errorf("only %d geometric means", geometric)
		}
	})
}

func divisor(e *award.Edition) int64 {
	d := new(big.Int)
	for _, w := range weights(e) {
		d.GCD(nil, nil, d, big.NewInt(lattice(w)))
	}
	return d.Int64()
}

func checkRanks(t *testing.T, what string, a *robust.Analysis, alt robust.Alternative, want func(*award.Result) int) {
	t.Helper()
	moved, farthest := 0, 0
	for i, entry := range a.Entries {
		w := want(entry.Result)
		if alt.Ranks[i] != w {
			t.Errorf("%s: %s has rank %d, want %d", what, entry.Result.Innovation.ID, alt.Ranks[i], w)
		}
		if w != entry.Result.Rank {
			moved++
			farthest = max(farthest, w-entry.Result.Rank, entry.Result.Rank-w)
		}
	}
	if alt.Moved != moved || alt.Farthest != farthest {
		t.Errorf("%s: %d moved by up to %d, want %d by %d", what, alt.Moved, alt.Farthest, moved, farthest)
	}
}

// TestReproducible: neither the number of cores nor the order of the input shows.
func TestReproducible(t *testing.T) {
	e, agencies := large(rand.New(rand.NewPCG(7, 38)), 120)
	want := fingerprint(robust.Analyse(award.Evaluate(e, agencies)))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 3, 8} {
		runtime.GOMAXPROCS(cores)
		rand.New(rand.NewPCG(uint64(cores), 0)).Shuffle(len(e.Innovations), func(i, j int) { e.Innovations[i], e.Innovations[j] = e.Innovations[j], e.Innovations[i] })
		if got := fingerprint(robust.Analyse(award.Evaluate(e, agencies))); got != want {
			t.Errorf("%d cores:\n%s\nwant\n%s", cores, got, want)
		}
	}
}

func fingerprint(a *robust.Analysis) string {
	s := fmt.Sprintln(a.Variation, a.Draws, a.Seed, a.Groups, a.Pairs, a.Fixed, a.Omissions, a.Geometric)
	for _, e := range a.Entries {
		s += fmt.Sprintln(e.Result.Innovation.ID, e.Low, e.High, e.Best, e.Worst, e.Above, e.Below)
	}
	for _, aw := range a.Awards {
		s += fmt.Sprintln(aw.Award.Award.ID, aw.Same, aw.Holders)
		for _, tip := range aw.Tipping {
			s += fmt.Sprintln(tip.Criterion, text(tip.Down), text(tip.Up), tip.Unknown)
		}
	}
	for _, g := range a.Agreement {
		s += fmt.Sprintln(g.Criterion, g.Units, g.Pairs, g.Same, g.Distance, g.Alpha)
	}
	return s
}

// TestFixedSeed pins the draws: whoever recomputes them elsewhere starts here.
func TestFixedSeed(t *testing.T) {
	got := fmt.Sprint(robust.Factors(2021, 2, 4, 25))
	if want := "[840 837 927 775 1109 1069 1224 937]"; got != want {
		t.Errorf("the factors of 2021 begin with %s, want %s", got, want)
	}
}

func TestSmall(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, size := range []int{0, 1, 2} {
		e, agencies := large(r, size)
		a := robust.Analyse(award.Evaluate(e, agencies))
		if len(a.Entries) != size || a.Draws != 10000 || len(a.Awards) != len(e.Awards) {
			t.Errorf("%d innovations: %+v", size, a)
		}
		if size == 1 && (a.Entries[0].Low != 1 || a.Entries[0].High != 1 || a.Pairs != 0 || a.Groups != nil) {
			t.Errorf("one innovation: %+v", a.Entries[0])
		}
	}
	e, agencies := large(r, 3)
	e.Robustness.Draws = 0
	if a := robust.Analyse(award.Evaluate(e, agencies)); a != nil {
		t.Errorf("switched off: %+v", a)
	}
}

// TestWide: numbers beyond 64 bits give the same as small ones in proportion.
func TestWide(t *testing.T) {
	everyEdition(t, 40, func(t *testing.T, e *award.Edition, agencies []award.Agency) {
		for i := range e.Rubric.Criteria {
			if c := &e.Rubric.Criteria[i]; !c.Weight.IsZero() {
				c.Weight = award.NewDecimal(1+c.Weight.Units()%9, 0)
			}
		}
		small := robust.Analyse(award.Evaluate(e, agencies))
		// So large that no sum fits into 64 bits.
		for i := range e.Rubric.Criteria {
			c := &e.Rubric.Criteria[i]
			c.Weight = award.NewDecimal(c.Weight.Units()*999999, 0)
			for j := range c.Levels {
				c.Levels[j].Value *= 100000
			}
		}
		for _, in := range e.Innovations {
			for _, m := range in.Marks {
				for j := range m.Levels {
					m.Levels[j] *= 100000
				}
			}
		}
		big := robust.Analyse(award.Evaluate(e, agencies))
		for i := range small.Entries {
			s, b := small.Entries[i], big.Entries[i]
			if s.Low != b.Low || s.High != b.High || s.Best != b.Best || s.Worst != b.Worst || s.Above != b.Above {
				t.Errorf("%+v, but %+v when large", s, b)
			}
		}
		for i := range small.Awards {
			if small.Awards[i].Same != big.Awards[i].Same || !slices.Equal(small.Awards[i].Holders, big.Awards[i].Holders) {
				t.Errorf("%+v, but %+v when large", small.Awards[i], big.Awards[i])
			}
		}
	})
}

// large makes an edition of twenty criteria as large as asked, with awards of every
// measure.
func large(r *rand.Rand, size int) (*award.Edition, []award.Agency) {
	e := &award.Edition{Year: 2021, Robustness: award.DefaultRobustness}
	e.Rubric = award.Rubric{Scale: decimal("111"), Places: 2, Combine: award.Median}
	for i := range 20 {
		c := award.Criterion{ID: fmt.Sprint("k", i), Weight: award.NewDecimal(int64(1+i%4), 0)}
		for v := range 4 {
			c.Levels = append(c.Levels, award.Level{Value: v})
		}
		e.Rubric.Criteria = append(e.Rubric.Criteria, c)
	}
	agencies := make([]award.Agency, 1+min(400, size/25))
	for i := range agencies {
		agencies[i] = award.Agency{ID: fmt.Sprint("pd", i), Name: fmt.Sprint("PD ", i), Group: "pd"}
	}
	for i := range size {
		in := &award.Innovation{ID: fmt.Sprint("in", i), Name: fmt.Sprint("Inovasi ", i), Agency: pick(r, agencies...).ID}
		for _, c := range e.Rubric.Criteria {
			mark := award.Mark{Criterion: c.ID}
			for range 1 + r.IntN(2)*2 {
				mark.Levels = append(mark.Levels, r.IntN(4))
			}
			in.Marks = append(in.Marks, mark)
		}
		e.Innovations = append(e.Innovations, in)
	}
	for i, m := range []award.Measure{award.ByScore, award.ByScore, award.ByCount, award.ByTotal, award.ByMean} {
		a := award.Award{ID: fmt.Sprint("aw", i), Subject: award.Agencies, Measure: m, Places: 3, Minimum: new(decimal("40"))}
		if m == award.ByScore {
			a.Subject = award.Innovations
		}
		e.Awards = append(e.Awards, a)
	}
	return e, agencies
}

// BenchmarkAnalyse analyses editions of twenty criteria and five awards.
//
//	go test ./generator/robust -run xxx -bench Analyse -benchtime 1x
func BenchmarkAnalyse(b *testing.B) {
	for _, size := range []int{29, 1000, 10000, 30000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			e, agencies := large(rand.New(rand.NewPCG(1, 38)), size)
			st := award.Evaluate(e, agencies)
			b.ReportAllocs()
			for b.Loop() {
				robust.Analyse(st)
			}
		})
	}
}
