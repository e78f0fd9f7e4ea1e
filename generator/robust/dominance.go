package robust

import (
	"math/bits"
	"sync/atomic"

	"siger/generator/internal/parallel"
)

// dominance counts the pairs that no weights reverse.
func (a *Analysis) dominance(m *model) {
	n := len(m.size)
	over, under := make([]atomic.Int64, n), make([]atomic.Int64, n)
	count := func(first, second int) {
		over[first].Add(int64(m.size[second]))
		under[second].Add(int64(m.size[first]))
	}
	if sets := m.atMost(); sets != nil {
		parallel.Workers(n, func() func(int) { return func(p int) { sets.dominated(m, p, count) } })
	} else {
		parallel.Workers(n, func() func(int) { return func(p int) { m.dominatedSlowly(p, count) } })
	}
	a.Pairs = len(a.Entries) * (len(a.Entries) - 1) / 2
	for i := range a.Entries {
		e := &a.Entries[i]
		e.Above, e.Below = int(over[m.profile[i]].Load()), int(under[m.profile[i]].Load())
		a.Fixed += e.Above
	}
}

// maxSets bounds the memory of stepSets, in words of 64 bits.
const maxSets = 8 << 20

// stepSets are, for each criterion and step, the profiles that have at most that step: a
// bit for each profile, in words one after the other.
type stepSets struct {
	words int   // of one set
	first []int // set of a criterion's lowest step
	bits  []uint64
}

// atMost returns the sets, or nil where they would take too much memory.
func (m *model) atMost() *stepSets {
	k, n := len(m.criteria), len(m.size)
	s := &stepSets{words: (n + 63) / 64, first: make([]int, k+1)}
	for j := range k {
		most := int32(0)
		for p := range n {
			most = max(most, m.steps[p*k+j])
		}
		s.first[j+1] = s.first[j] + int(most) + 1
		if s.first[j+1]*s.words > maxSets {
			return nil
		}
	}
	s.bits = make([]uint64, s.first[k]*s.words)
	for p := range n {
		for j, step := range m.steps[p*k:][:k] {
			s.set(j, int(step))[p/64] |= 1 << (p % 64)
		}
	}
	for j := range k { // who has at most a step has at most the next
		for step := 1; step < s.first[j+1]-s.first[j]; step++ {
			lower := s.set(j, step-1)
			for i, word := range s.set(j, step) {
				s.set(j, step)[i] = word | lower[i]
			}
		}
	}
	return s
}

func (s *stepSets) set(criterion, step int) []uint64 {
	return s.bits[(s.first[criterion]+step)*s.words:][:s.words]
}

// dominated counts the profiles that a profile dominates: those that have at most its step on
// every criterion; since profiles differ, they then have less on one.
func (s *stepSets) dominated(m *model, p int, count func(first, second int)) {
	const block = 32 // words that are looked at together
	steps := m.steps[p*len(m.criteria):][:len(m.criteria)]
	for from := 0; from < s.words; from += block {
		to := min(from+block, s.words)
		var all [block]uint64
		both := all[:to-from]
		for i := range both {
			both[i] = ^uint64(0)
		}
		if to == s.words && len(m.size)%64 > 0 {
			both[len(both)-1] = 1<<(len(m.size)%64) - 1
		}
		for j, step := range steps {
			any := uint64(0)
			for i, word := range s.set(j, int(step))[from:to] {
				both[i] &= word
				any |= both[i]
			}
			if any == 0 {
				break
			}
		}
		for i, word := range both {
			for ; word != 0; word &= word - 1 {
				if q := (from+i)*64 + bits.TrailingZeros64(word); q != p {
					count(p, q)
				}
			}
		}
	}
}

func (m *model) dominatedSlowly(p int, count func(first, second int)) {
	k := len(m.criteria)
next:
	for q := range m.size {
		for j, step := range m.steps[p*k:][:k] {
			if step < m.steps[q*k+j] {
				continue next
			}
		}
		if q != p {
			count(p, q)
		}
	}
}
