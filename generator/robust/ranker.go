package robust

import (
	"math/bits"
	"slices"
)

// A ranker scores and ranks all profiles under one set of weights after the
// other, in memory of its own.
type ranker struct {
	*scorer
	score []int64
	order []int32 // profiles by falling score
	rank  []int32 // of each profile, from 1

	cells []uint64 // see count; empty where there may be too many scores
	*radix
}

// Ranks are counted when there are not many more scores than profiles, since each score costs about
// an eighth of what sorting a profile does, and their cells fit into the second cache.
const (
	cellsPerProfile = 8
	mostCells       = 1 << 16
)

func newRanker(m *model) *ranker {
	n := len(m.size)
	r := &ranker{scorer: newScorer(m), score: make([]int64, n), order: make([]int32, n), rank: make([]int32, n)}
	if m.scale < min(cellsPerProfile*int64(n), mostCells) {
		r.cells = make([]uint64, m.scale+1)
	} else {
		r.radix = newRadix(n, m.scale)
	}
	return r
}

func (r *ranker) run(weights []int64) {
	r.scores(weights, r.score)
	if len(r.cells) > 0 {
		r.count()
	} else {
		r.order = r.sort(r.score, r.order)
		r.walk()
	}
}

// count ranks by counting how many have each score. A cell has in its upper half the
// innovations, in its lower half the profiles: first those with a score, then those above it, and
// last those that have been put in order before.
func (r *ranker) count() {
	cells, size := r.cells, r.m.size
	low, high := int64(len(cells)-1), int64(0)
	for p, s := range r.score {
		cells[s] += uint64(size[p])<<32 | 1
		low, high = min(low, s), max(high, s)
	}
	used := cells[low : high+1]
	above := uint64(0)
	for i, cell := range slices.Backward(used) {
		used[i] = above
		above += cell
	}
	order, rank := r.order, r.rank
	for p, s := range r.score {
		cell := cells[s]
		rank[p] = int32(cell>>32) + 1
		order[uint32(cell)] = int32(p)
		cells[s] = cell + 1
	}
	clear(used)
}

// walk ranks by the order.
func (r *ranker) walk() {
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

// A radix sorts by scores, some bits of them at a time: this is ten times faster than comparing
// them.
type radix struct {
	most   int64 // score
	digit  int   // bits that a pass looks at
	counts []int32
	spare  []int32
}

// digit is how many bits one pass looks at, at most.
const digit = 11

func newRadix(n int, most int64) *radix {
	wide := bits.Len64(uint64(most))
	passes := (wide + digit - 1) / digit
	x := &radix{most: most, digit: (wide + passes - 1) / passes, spare: make([]int32, n)}
	x.counts = make([]int32, 1<<x.digit)
	return x
}

// sort returns the indexes of scores by falling score, in the memory of order or in its own, to which
// order belongs then.
func (x *radix) sort(scores []int64, order []int32) []int32 {
	spare, counts, mask := x.spare, x.counts, int64(len(x.counts)-1)
	for shift := 0; shift == 0 || x.most>>shift > 0; shift += x.digit { // the last digit first
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
	x.spare = spare
	return order
}
