package robust

import (
	"math/bits"
	"slices"
)

// A ranker scores and ranks all profiles under one set of weights after the
// other, in memory of its own.
type ranker struct {
	*scorer
	score  []int64
	order  []int32 // profiles by falling score
	rank   []int32 // of each profile, from 1
	spare  []int32
	counts []int32
	digit  int // bits that a pass of the sort looks at
}

// digit is how many bits of a score one pass of the sort looks at, at most.
const digit = 11

func newRanker(m *model) *ranker {
	n := len(m.size)
	r := &ranker{scorer: newScorer(m), score: make([]int64, n), order: make([]int32, n), rank: make([]int32, n), spare: make([]int32, n)}
	wide := bits.Len64(uint64(m.scale))
	passes := (wide + digit - 1) / digit
	r.digit = (wide + passes - 1) / passes
	r.counts = make([]int32, 1<<r.digit)
	return r
}

func (r *ranker) run(weights []int64) {
	r.scores(weights, r.score)
	r.sort()
	scores, ranks, size := r.score, r.rank, r.m.size
	above, rank, next := int64(-1), int32(0), int32(1)
	for _, p := range r.order {
		score := scores[p]
		if score != above {
			rank = next
		}
		above = score
		ranks[p] = rank
		next += int32(size[p])
	}
}

// sort puts the profiles in order by radix, the last digit first: scores are
// small numbers, and this is ten times faster than comparing them.
func (r *ranker) sort() {
	scores, order, spare := r.score, r.order, r.spare
	counts, mask := r.counts, int64(len(r.counts)-1)
	for shift := 0; shift == 0 || r.m.scale>>shift > 0; shift += r.digit {
		clear(counts)
		for _, s := range scores {
			counts[s>>shift&mask]++
		}
		at := int32(0)
		for i, n := range slices.Backward(counts) {
			counts[i] = at
			at += n
		}
		if shift == 0 { // as they come
			for p, s := range scores {
				to := &counts[s&mask]
				spare[*to] = int32(p)
				*to++
			}
		} else {
			for _, p := range order {
				to := &counts[scores[p]>>shift&mask]
				spare[*to] = p
				*to++
			}
		}
		order, spare = spare, order
	}
	r.order, r.spare = order, spare
}
