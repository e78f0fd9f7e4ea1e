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
			"counts": &counts{most, low, high, make([]uint16, n*most)},
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

// TestNewSpread: large editions are not counted rank by rank, nor more draws than a count
// can hold; small ones are.
func TestNewSpread(t *testing.T) {
	for n, counted := range map[int]bool{1: true, 29: true, 1000: true, 2000: true, 2100: false, 100000: false} {
		if _, ok := newSpread(1, n, draws(10000, n)).(*counts); ok != counted {
			t.Errorf("%d innovations: counted %v", n, ok)
		}
	}
	if _, ok := newSpread(1, 5, 1<<16).(*counts); ok {
		t.Error("65,536 draws are counted in sixteen bits")
	}
}
