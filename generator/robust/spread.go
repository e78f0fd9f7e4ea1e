package robust

import (
	"math"
	"slices"
	"sync"
)

// Intervals are percentiles of a profile's ranks over all draws. All ranks of all profiles
// would be the largest thing in the memory of a build. Where there are few profiles, it
// suffices to count how often each had each rank; where there are many, the lowest and
// the highest twentieth of its ranks suffice.

// A spread gathers the ranks of profiles over draws.
type spread interface {
	// add adds ranks of a profile, which stand n places apart.
	add(p int, ranks []int32, n int)
	// interval returns the 5th and the 95th percentile, the least rank that so many in a hundred do not
	// exceed, and the best and the worst rank, once all ranks have been added.
	interval(p int) (low, high, best, worst int)
}

// newSpread returns the spread of the ranks of n profiles, which are at most most.
func newSpread(n, most, draws int) spread {
	low, high := (5*draws+99)/100, (95*draws+99)/100 // the how-manieth smallest
	above, small := draws-high+1, draws <= math.MaxUint16
	room := 2 * 8 * (low + above) // bytes: counts are faster, so they may take twice what tails would
	switch {
	case small && 2*most <= room:
		return &counts[uint16]{most, low, high, make([]uint16, n*most)}
	case !small && 4*most <= room:
		return &counts[int32]{most, low, high, make([]int32, n*most)}
	}
	return &tails{newSmallest(n, low), newSmallest(n, above)}
}

// stripes let several cores add to one spread.
type stripes struct {
	to   spread
	n    int
	size int // of a stripe
	mu   []sync.Mutex
}

func newStripes(n, most, draws int) *stripes {
	size := max(1, min(n/16, 256))
	return &stripes{newSpread(n, most, draws), n, size, make([]sync.Mutex, (n+size-1)/size)}
}

// add adds the ranks of some draws, those of all profiles for one draw after the other. Cores
// that begin elsewhere do not wait for each other.
func (s *stripes) add(begin int, ranks []int32) {
	for i := range s.mu {
		i = (i + begin) % len(s.mu)
		s.mu[i].Lock()
		for p := i * s.size; p < min((i+1)*s.size, s.n); p++ {
			s.to.add(p, ranks[p:], s.n)
		}
		s.mu[i].Unlock()
	}
}

// counts are how often each profile had each rank, up to the last one.
type counts[N uint16 | int32] struct {
	most, low, high int
	of              []N
}

func (c *counts[N]) row(p int) []N { return c.of[p*c.most:][:c.most] }

func (c *counts[N]) add(p int, ranks []int32, n int) {
	of := c.row(p)
	for i := 0; i < len(ranks); i += n {
		of[ranks[i]-1]++
	}
}

func (c *counts[N]) interval(p int) (low, high, best, worst int) {
	sum := 0
	for i, count := range c.row(p) {
		if count == 0 {
			continue
		}
		if worst = i + 1; sum == 0 {
			best = worst
		}
		if sum < c.low && sum+int(count) >= c.low {
			low = worst
		}
		if sum < c.high && sum+int(count) >= c.high {
			high = worst
		}
		sum += int(count)
	}
	return low, high, best, worst
}

// tails are the lowest and the highest ranks, these with the sign turned.
type tails struct{ low, high *smallest }

func (t *tails) add(p int, ranks []int32, n int) {
	t.low.add(p, ranks, n, 1)
	t.high.add(p, ranks, n, -1)
}

func (t *tails) interval(p int) (low, high, best, worst int) {
	low, best = t.low.last(p)
	high, worst = t.high.last(p)
	return low, -high, best, -worst
}

// smallest gathers the k smallest values of each of several lists.
type smallest struct {
	k     int
	lists []int32 // room for 2k values of each
	used  []int32 // values of each
	bound []int32 // the kth value, or a larger one while that is not known
}

func newSmallest(n, k int) *smallest {
	s := &smallest{k: k, lists: make([]int32, 2*k*n), used: make([]int32, n), bound: make([]int32, n)}
	for i := range s.bound {
		s.bound[i] = math.MaxInt32
	}
	return s
}

func (s *smallest) list(i int) []int32 { return s.lists[2*s.k*i:][:2*s.k] }

// add adds values that stand n places apart to a list, each times a sign.
func (s *smallest) add(i int, values []int32, n int, sign int32) {
	list, used, bound := s.list(i), int(s.used[i]), s.bound[i]
	for at := 0; at < len(values); at += n {
		value := sign * values[at]
		if value >= bound {
			continue
		}
		list[used] = value
		if used++; used == len(list) {
			bring(list, s.k)
			used, bound = s.k, slices.Max(list[:s.k])
		}
	}
	s.used[i], s.bound[i] = int32(used), bound
}

// last returns the kth smallest value of a list that was given as many, and the smallest.
func (s *smallest) last(i int) (kth, first int) {
	list := s.list(i)[:s.used[i]]
	bring(list, s.k)
	return int(slices.Max(list[:s.k])), int(slices.Min(list[:s.k]))
}

// bring brings the k smallest values of a list to its beginning (Hoare's FIND).
func bring(list []int32, k int) {
	for len(list) > k && k > 0 {
		a, b, c := list[0], list[len(list)/2], list[len(list)-1]
		middle := max(min(a, b), min(max(a, b), c))
		i, j := 0, len(list)-1
		for i <= j {
			for list[i] < middle {
				i++
			}
			for list[j] > middle {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch { // list[:j+1] ≤ middle ≤ list[i:], and what is between equals it
		case k <= j+1:
			list = list[:j+1]
		case k > i:
			list, k = list[i:], k-i
		default:
			return
		}
	}
}
