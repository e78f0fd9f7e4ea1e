package robust

import (
	"math/rand/v2"
	"slices"
	"testing"

	"siger/generator/internal/parallel"
)

// TestSpread: both ways to gather ranks give the percentiles of all of them, whatever their order
// and the core that adds them.
func TestSpread(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 5))
		n, draws, most := 1+r.IntN(40), 1+r.IntN(400), 1+r.IntN(60)
		ranks := make([]int32, n*draws) // of one draw after the other
		for p := range n {
			first := r.IntN(most)
			for d := range draws {
				ranks[d*n+p] = int32(1 + first + r.IntN(most-first))
			}
		}
		low, high := (5*draws+99)/100, (95*draws+99)/100
		for name, to := range map[string]spread{
			"counts": &counts[uint16]{most, low, high, make([]uint16, n*most)},
			"large":  &counts[int32]{most, low, high, make([]int32, n*most)},
			"tails":  &tails{newSmallest(n, low), newSmallest(n, draws-high+1)},
		} {
			all := newStripes(n, most, draws)
			all.to = to
			parallel.Do((draws+block-1)/block, func(i int) {
				all.add(i, ranks[i*block*n:min((i+1)*block, draws)*n])
			})
			for p := range n {
				var own []int
				for d := range draws {
					own = append(own, int(ranks[d*n+p]))
				}
				slices.Sort(own)
				l, h, best, worst := to.interval(p)
				if l != own[low-1] || h != own[high-1] || best != own[0] || worst != own[draws-1] {
					t.Fatalf("seed %d, %s: %d to %d, at best %d, at worst %d, not %d to %d, %d, %d", seed, name, l, h, best, worst, own[low-1], own[high-1], own[0], own[draws-1])
				}
			}
		}
	}
}

// TestNewSpread: large editions are not counted rank by rank, small ones are, and each count
// holds all draws.
func TestNewSpread(t *testing.T) {
	for _, c := range []struct {
		n, draws int
		small    bool
		large    bool
	}{
		{1, 10000, true, false}, {29, 10000, true, false}, {1000, 5000, true, false}, {2000, 2500, true, false},
		{2100, 2380, false, false}, {100000, 1000, false, false},
		{5, 1<<16 - 1, true, false}, {5, 1 << 16, false, true}, {500, 100000, false, true},
	} {
		to := newSpread(1, c.n, c.draws)
		_, small := to.(*counts[uint16])
		_, large := to.(*counts[int32])
		if small != c.small || large != c.large {
			t.Errorf("%d innovations, %d draws: a %T", c.n, c.draws, to)
		}
	}
}
