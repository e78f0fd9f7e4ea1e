package award

import (
	"math"
	"math/big"
	"math/bits"
	"slices"
)

// integers are a rubric's weights in whole numbers of one unit, with which scores
// are computed without allocating. What does not fit into 64 bits is computed with
// rationals; both ways are exact, so the results are the same.
type integers struct {
	fit     bool
	weights []uint64 // in units of 10^-places
	places  int
	most    uint64 // Σ(weight·highest level)
	scale   uint64 // × 10^(places of a score)
	tenth   uint64 // 10^(places of the scale)
}

func newIntegers(r *Rubric) integers {
	n := integers{fit: true, weights: make([]uint64, len(r.Criteria))}
	for i := range r.Criteria {
		n.places = max(n.places, r.Criteria[i].Weight.places)
	}
	for i := range r.Criteria {
		w := r.Criteria[i].Weight
		n.weights[i] = n.times(uint64(w.units), n.power(n.places-w.places))
		n.most = n.plus(n.most, n.times(n.weights[i], uint64(r.Criteria[i].Highest())))
	}
	n.tenth = n.power(r.Scale.places)
	n.scale = n.times(uint64(r.Scale.units), n.power(r.Places))
	n.fit = n.fit && n.most > 0
	return n
}

func (n *integers) times(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	n.fit = n.fit && high == 0
	return low
}

func (n *integers) plus(a, b uint64) uint64 {
	sum, carry := bits.Add64(a, b, 0)
	n.fit = n.fit && carry == 0
	return sum
}

func (n *integers) power(places int) uint64 {
	p := uint64(1)
	for range places {
		p = n.times(p, 10)
	}
	return p
}

// points returns the parts of Σ(weight·level), in units of 10^-places / common.
func (n *integers) points(lines []Line, into []uint64) (sum, common uint64) {
	common = 1
	for i := range lines {
		if den := uint64(lines[i].Level.Den); common%den != 0 {
			common = n.times(common, den/divisor(common, den))
		}
	}
	for i := range lines {
		level := lines[i].Level
		into[i] = n.times(n.weights[i], n.times(uint64(level.Num), common/uint64(level.Den)))
		sum = n.plus(sum, into[i])
	}
	return sum, common
}

// divisor returns the greatest common divisor.
func divisor(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// score is [Assessor.score] in whole numbers. It reports whether they sufficed.
func (n integers) score(lines []Line, places int) (Decimal, bool) {
	if !n.fit {
		return Decimal{}, false
	}
	var room [64]uint64
	var order [64]int
	parts, byRemainder := room[:], order[:]
	if len(lines) > len(parts) {
		parts, byRemainder = make([]uint64, len(lines)), make([]int, len(lines))
	}
	parts, byRemainder = parts[:len(lines)], byRemainder[:len(lines)]
	sum, common := n.points(lines, parts)
	whole := n.times(n.times(n.most, common), n.tenth)
	if !n.fit {
		return Decimal{}, false
	}
	score, remainder, ok := divide(n.scale, sum, whole)
	if !ok {
		return Decimal{}, false
	}
	if remainder >= whole-remainder {
		score++
	}
	left := score
	for i := range parts {
		floor, remainder, ok := divide(n.scale, parts[i], whole)
		if !ok {
			return Decimal{}, false
		}
		lines[i].Share = Decimal{int64(floor), places}
		left -= floor
		parts[i], byRemainder[i] = remainder, i
	}
	if left > 0 {
		slices.SortStableFunc(byRemainder, func(x, y int) int {
			switch {
			case parts[x] > parts[y]:
				return -1
			case parts[x] < parts[y]:
				return 1
			}
			return 0
		})
	}
	for i := range left {
		lines[byRemainder[i]].Share.units++
	}
	return Decimal{int64(score), places}, score <= math.MaxInt64
}

// divide returns a·b / c and what remains.
func divide(a, b, c uint64) (quotient, remainder uint64, ok bool) {
	high, low := bits.Mul64(a, b)
	if high >= c {
		return 0, 0, false
	}
	quotient, remainder = bits.Div64(high, low, c)
	return quotient, remainder, true
}

// Sum returns Σ(weight·level) of an assessment's lines.
func (a *Assessor) Sum(lines []Line) *big.Rat {
	n := a.integers // a copy, since it notes what does not fit
	var room [64]uint64
	if n.fit && len(lines) <= len(room) {
		points, common := n.points(lines, room[:])
		whole := n.times(common, n.power(n.places))
		if n.fit && max(points, whole) <= math.MaxInt64 {
			return big.NewRat(int64(points), int64(whole))
		}
	}
	sum := new(big.Rat)
	for i := range lines {
		sum.Add(sum, a.Points(i, lines[i].Level))
	}
	return sum
}
