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
	next := int32(1)
	for i := 0; i < len(r.order); {
		score, rank := r.score[r.order[i]], next
		for ; i < len(r.order) && r.score[r.order[i]] == score; i++ {
			p := r.order[i]
			r.rank[p] = rank
			next += int32(r.m.size[p])
		}
	}
}

// sort puts the profiles in order by radix, the last digit first: scores are
// small numbers, and this is ten times faster than comparing them.
func (r *ranker) sort() {
	mask := int64(len(r.counts) - 1)
	for shift := 0; shift == 0 || r.m.scale>>shift > 0; shift += r.digit {
		clear(r.counts)
		for _, s := range r.score {
			r.counts[s>>shift&mask]++
		}
		at := int32(0)
		for i, n := range slices.Backward(r.counts) {
			r.counts[i] = at
			at += n
		}
		if shift == 0 { // as they come
			for p, s := range r.score {
				d := s & mask
				r.order[r.counts[d]] = int32(p)
				r.counts[d]++
			}
			continue
		}
		for _, p := range r.order {
			d := r.score[p] >> shift & mask
			r.spare[r.counts[d]] = p
			r.counts[d]++
		}
		r.order, r.spare = r.spare, r.order
	}
}
