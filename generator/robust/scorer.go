package robust

import (
	"math/big"
	"math/bits"
)

// A scorer scores all profiles under one set of weights after the other, in memory of its
// own. For each set it first sums up all that some criteria in a row can give together, so
// that a profile's points are a few of those sums.
type scorer struct {
	m    *model
	sums []int64 // of all parts
}

func newScorer(m *model) *scorer {
	s := &scorer{m: m}
	if n := len(m.parts); n > 0 {
		s.sums = make([]int64, m.parts[n-1].to)
	}
	return s
}

// A part is some criteria in a row. Its sums stand from a place to another.
type part struct {
	criteria []int // by their index in the model
	from, to int
}

// partSize bounds the sums of a part: they shall stay in the nearest cache, and be fewer
// than the profiles, for which they save work.
const partSize = 256

// divide divides the criteria into parts.
func (m *model) divide() {
	most := min(partSize, len(m.size))
	for j, values := range m.values {
		n := len(m.parts) - 1
		if n < 0 || (m.parts[n].to-m.parts[n].from)*len(values) > most {
			end := 0
			if n >= 0 {
				end = m.parts[n].to
			}
			m.parts = append(m.parts, part{from: end, to: end + 1})
			n++
		}
		p := &m.parts[n]
		p.criteria = append(p.criteria, j)
		p.to = p.from + (p.to-p.from)*len(values)
	}
	m.places = make([]int32, 0, len(m.size)*len(m.parts))
	for p := range m.size {
		steps := m.steps[p*len(m.values):][:len(m.values)]
		for _, part := range m.parts {
			at := 0
			for _, j := range part.criteria {
				at = at*len(m.values[j]) + int(steps[j])
			}
			m.places = append(m.places, int32(part.from+at))
		}
	}
}

// add sums up what the criteria of each part can give, in the order of their steps.
func (s *scorer) add(weights []int64) {
	for _, part := range s.m.parts {
		sums, n := s.sums[part.from:part.to], 1
		sums[0] = 0
		for _, j := range part.criteria {
			values := s.m.values[j]
			for i := n - 1; i >= 0; i-- { // the last first, since all get farther apart
				before := sums[i]
				for step := len(values) - 1; step >= 0; step-- {
					sums[i*len(values)+step] = before + weights[j]*values[step]
				}
			}
			n *= len(values)
		}
	}
}

// points writes the points of every profile. They must fit: see [model].
func (s *scorer) points(weights, into []int64) {
	s.add(weights)
	n := len(s.m.parts)
	for p := range into {
		into[p] = s.sum(s.m.places[p*n:][:n])
	}
}

func (s *scorer) sum(places []int32) (points int64) {
	for _, at := range places {
		points += s.sums[at]
	}
	return points
}

// scores writes the rounded score of every profile under weights that are not
// all zero.
func (s *scorer) scores(weights, into []int64) {
	m := s.m
	if m.values == nil {
		for p := range into {
			into[p] = m.wideScore(p, weights)
		}
		return
	}
	s.add(weights)
	d, n, places := newDivision(m.scale, m.most(weights)), len(m.parts), m.places
	for p := range into {
		into[p] = d.round(s.sum(places[p*n:][:n]))
	}
}

// most returns the most points there are.
func (m *model) most(weights []int64) (most int64) {
	for j, w := range weights {
		most += w * m.highest[j]
	}
	return most
}

// A division returns ⌊scale·points/most + ½⌋ for many points. points is at most most, which is
// below 2⁶², so that the quotient fits.
type division struct {
	scale, most uint64
	inverse     uint64 // ⌊2⁶⁴·scale/most⌋; 0 where that does not fit
}

func newDivision(scale, most int64) division {
	d := division{scale: uint64(scale), most: uint64(most)}
	if d.scale < d.most {
		d.inverse, _ = bits.Div64(d.scale, 0, d.most)
	}
	return d
}

func (d *division) round(points int64) int64 {
	if d.inverse == 0 {
		high, low := bits.Mul64(2*d.scale, uint64(points))
		low, carry := bits.Add64(low, d.most, 0)
		quotient, _ := bits.Div64(high+carry, low, 2*d.most)
		return int64(quotient)
	}
	// points·inverse/2⁶⁴ is below scale·points/most by less than 1, since points is below 2⁶⁴. So the
	// quotient is this or the next, and the rest is below 2·most < 2⁶³, whatever overflows on the way.
	quotient, _ := bits.Mul64(uint64(points), d.inverse)
	rest := d.scale*uint64(points) - quotient*d.most
	// A branch would be mispredicted half of the time, so the borrows are counted instead: twice the
	// rest is below 4·most < 2⁶⁴.
	_, belowHalf := bits.Sub64(2*rest, d.most, 0)
	_, belowOneAndHalf := bits.Sub64(2*rest, 3*d.most, 0)
	return int64(quotient + 2 - belowHalf - belowOneAndHalf)
}

// wideScore is the rounded score without a bound.
func (m *model) wideScore(profile int, weights []int64) int64 {
	points, most, product := new(big.Int), new(big.Int), new(big.Int)
	for j, w := range weights {
		by := big.NewInt(w)
		points.Add(points, product.Mul(m.exact.values[j][m.steps[profile*len(weights)+j]], by))
		most.Add(most, product.Mul(m.exact.highest[j], by))
	}
	points.Mul(points, big.NewInt(2*m.scale)).Add(points, most)
	return points.Div(points, most.Lsh(most, 1)).Int64()
}
