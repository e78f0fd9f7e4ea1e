package robust

import (
	"cmp"
	"encoding/binary"
	"math/big"
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
	criteria []int     // those with a weight, by their index in the rubric
	weights  []int64   // the official ones
	profile  []int     // of each rated innovation
	size     []int     // innovations with each profile
	steps    []int32   // of each profile, criterion by criterion: which of the criterion's levels, counted upwards
	scale    int64     // highest score in its last place
	values   [][]int64 // of each criterion, by step: level·den; nil when points may exceed 64 bits
	highest  []int64
	parts    []part  // of the criteria
	places   []int32 // of each profile, part by part: where its sum is
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
	for j, list := range m.exact.values {
		values := make([]int64, len(list))
		for step, v := range list {
			values[step] = v.Int64()
		}
		m.values, m.highest = append(m.values, values), append(m.highest, m.exact.highest[j].Int64())
	}
	m.divide()
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
