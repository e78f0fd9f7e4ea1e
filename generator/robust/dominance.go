package robust

import (
	"sync/atomic"

	"siger/generator/internal/parallel"
)

// dominance counts the pairs that no weights reverse. The profiles are in the order
// of the standing, and a dominating one scores no less: only among equals can a
// later one dominate.
func (a *Analysis) dominance(m *model) {
	n := len(m.size)
	covers := m.covers()
	official := make([]int64, n)
	m.scores(m.weights, official)
	over, under := make([]atomic.Int64, n), make([]atomic.Int64, n)
	parallel.Workers(n, func() func(p int) {
		return func(p int) {
			count := func(first, second int) {
				over[first].Add(int64(m.size[second]))
				under[second].Add(int64(m.size[first]))
			}
			for q := p + 1; q < n; q++ {
				if covers(p, q) {
					count(p, q)
				} else if official[p] == official[q] && covers(q, p) {
					count(q, p)
				}
			}
		}
	})
	a.Pairs = len(a.Entries) * (len(a.Entries) - 1) / 2
	for i := range a.Entries {
		e := &a.Entries[i]
		e.Above, e.Below = int(over[m.profile[i]].Load()), int(under[m.profile[i]].Load())
		a.Fixed += e.Above
	}
}

// covers returns whether a profile has at least the level of another on every
// criterion; since profiles differ, it then has more on one. Steps below 128 are
// compared eight at a time: with its top bit set, no byte of the difference
// borrows from the next, and keeps that bit where it is not negative.
func (m *model) covers() func(p, q int) bool {
	const top = 0x8080808080808080
	k := len(m.criteria)
	width := (k + 7) / 8
	packed := make([]uint64, width*len(m.size))
	for i, step := range m.steps {
		if step > 127 {
			return m.coversSlowly
		}
		packed[i/k*width+i%k/8] |= uint64(step) << (i % k % 8 * 8)
	}
	return func(p, q int) bool {
		a, b := packed[p*width:][:width], packed[q*width:][:width]
		for i, x := range a {
			if ((x|top)-b[i])&top != top {
				return false
			}
		}
		return true
	}
}

func (m *model) coversSlowly(p, q int) bool {
	k := len(m.criteria)
	for j, step := range m.steps[p*k:][:k] {
		if step < m.steps[q*k+j] {
			return false
		}
	}
	return true
}
