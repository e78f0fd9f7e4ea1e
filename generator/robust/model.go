package robust

import (
	"cmp"
	"encoding/binary"
	"math/big"
	"math/bits"
	"slices"

	"siger/generator/award"
)

// A model holds the rated innovations of an edition as integers. Innovations
// with the same levels share a profile: they score alike under any weights.
//
// With weights in units of 10^-MaxPlaces and den a common denominator of the
// levels, points = Σ(weight·level)·den and most = Σ(weight·highest level)·den;
// the score in its last place is scale·points/most, rounded half up.
type model struct {
	criteria []int   // those with a weight, by their index in the rubric
	weights  []int64 // the official ones
	profile  []int   // of each rated innovation
	size     []int   // innovations with each profile
	steps    []int32 // of each profile, criterion by criterion: which of the criterion's levels, counted upwards
	scale    int64   // highest score in its last place
	levels   []int64 // level·den in the order of steps; nil when points may exceed 64 bits
	highest  []int64
	exact    exact
}

// An exact model has the same numbers without a bound.
type exact struct {
	values  [][]*big.Int // of each criterion, by step: level·den
	highest []*big.Int
}

// newModel returns a model whose weights may be multiplied by up to stretch.
func newModel(st *award.Standing, stretch int64) *model {
	r := &st.Edition.Rubric
	rated := st.Rated()
	m := &model{profile: make([]int, len(rated)), scale: r.Scale.Units() * pow10(r.Places-r.Scale.Places())}
	for i := range r.Criteria {
		if w := r.Criteria[i].Weight; !w.IsZero() {
			m.criteria = append(m.criteria, i)
			m.weights = append(m.weights, lattice(w))
		}
	}
	values := make([][]award.Ratio, len(m.criteria)) // of each criterion, rising
	den := big.NewInt(1)
	for j, c := range m.criteria {
		list := make([]award.Ratio, len(rated))
		for i := range rated {
			list[i] = rated[i].Lines[c].Level
		}
		slices.SortFunc(list, compare)
		values[j] = slices.Compact(list)
		for _, v := range values[j] {
			d := big.NewInt(v.Den)
			den.Mul(den, d.Div(d, new(big.Int).GCD(nil, nil, den, d)))
		}
	}
	seen := map[string]int{}
	var key []byte
	row := make([]int32, len(m.criteria))
	for i := range rated {
		key = key[:0]
		for j, c := range m.criteria {
			step, _ := slices.BinarySearchFunc(values[j], rated[i].Lines[c].Level, compare)
			row[j] = int32(step)
			key = binary.LittleEndian.AppendUint32(key, uint32(step))
		}
		p, ok := seen[string(key)]
		if !ok {
			p = len(m.size)
			seen[string(key)] = p
			m.size = append(m.size, 0)
			m.steps = append(m.steps, row...)
		}
		m.profile[i] = p
		m.size[p]++
	}
	m.spread(r, values, den, stretch)
	return m
}

// spread writes every level as an integer, in 64 bits if all sums fit.
func (m *model) spread(r *award.Rubric, values [][]award.Ratio, den *big.Int, stretch int64) {
	most := new(big.Int)
	for j, c := range m.criteria {
		h := new(big.Int).Mul(big.NewInt(int64(r.Criteria[c].Highest())), den)
		m.exact.highest = append(m.exact.highest, h)
		most.Add(most, new(big.Int).Mul(h, big.NewInt(m.weights[j])))
		list := make([]*big.Int, len(values[j]))
		for i, v := range values[j] {
			list[i] = new(big.Int).Mul(big.NewInt(v.Num), den)
			list[i].Div(list[i], big.NewInt(v.Den))
		}
		m.exact.values = append(m.exact.values, list)
	}
	// No level is above the highest, so most bounds all points.
	if most.Mul(most, big.NewInt(stretch)).BitLen() > 62 {
		return
	}
	k := len(m.criteria)
	m.levels, m.highest = make([]int64, len(m.steps)), make([]int64, k)
	for i, step := range m.steps {
		m.levels[i] = m.exact.values[i%k][step].Int64()
	}
	for j, h := range m.exact.highest {
		m.highest[j] = h.Int64()
	}
}

// scores writes the rounded score of every profile under weights that are not
// all zero.
func (m *model) scores(weights, into []int64) {
	if m.levels == nil {
		for p := range into {
			into[p] = m.wideScore(p, weights)
		}
		return
	}
	d := newDivision(m.scale, m.most(weights))
	for p := range into {
		into[p] = d.round(m.points(p, weights))
	}
}

// points returns the points of a profile.
func (m *model) points(profile int, weights []int64) (points int64) {
	row := m.levels[profile*len(weights):][:len(weights)]
	for j, w := range weights {
		points += w * row[j]
	}
	return points
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
	if rest >= d.most {
		quotient, rest = quotient+1, rest-d.most
	}
	if 2*rest >= d.most {
		quotient++
	}
	return int64(quotient)
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

func compare(a, b award.Ratio) int { return cmp.Compare(a.Num*b.Den, b.Num*a.Den) }

// lattice returns a weight in units of 10^-MaxPlaces, the finest that an edition
// can write.
func lattice(w award.Decimal) int64 { return w.Units() * pow10(award.MaxPlaces-w.Places()) }

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
