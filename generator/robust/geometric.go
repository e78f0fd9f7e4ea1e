package robust

import (
	"math/big"
	"slices"

	"siger/generator/internal/parallel"
)

// geometricBits bounds the memory that the geometric mean may take.
const geometricBits = 1 << 28

// geometric ranks by Π(level ÷ highest level)^weight. Weights without their common
// divisor are the exponents; the highest levels are the same for all and fall out.
// Weights so fine that the powers would not fit into memory have no such ranking.
func (a *Analysis) geometric(m *model) {
	divisor := new(big.Int)
	for _, w := range m.weights {
		divisor.GCD(nil, nil, divisor, big.NewInt(w))
	}
	exponents := make([]*big.Int, len(m.weights))
	size := new(big.Int)
	for j, w := range m.weights {
		exponents[j] = new(big.Int).Div(big.NewInt(w), divisor)
		size.Add(size, new(big.Int).Mul(exponents[j], big.NewInt(int64(m.exact.highest[j].BitLen()))))
	}
	if size.Mul(size, big.NewInt(int64(len(m.size)))).Cmp(big.NewInt(geometricBits)) > 0 {
		return
	}
	factors := make([][]*big.Int, len(exponents)) // of each criterion, by step
	for j, e := range exponents {
		for _, value := range m.exact.values[j] {
			factors[j] = append(factors[j], new(big.Int).Exp(value, e, nil))
		}
	}
	powers := make([]*big.Int, len(m.size))
	parallel.Workers(len(powers), func() func(int) {
		product, next := new(big.Int), new(big.Int)
		return func(p int) {
			product.SetInt64(1)
			for j, by := range factors {
				next.Mul(product, by[m.steps[p*len(factors)+j]])
				product, next = next, product
			}
			powers[p] = new(big.Int).Set(product)
		}
	})
	order := make([]int, len(powers))
	for p := range order {
		order[p] = p
	}
	slices.SortFunc(order, func(x, y int) int { return powers[y].Cmp(powers[x]) })
	rank := make([]int32, len(powers))
	next := int32(1)
	for i, p := range order {
		rank[p] = next
		if i > 0 && powers[p].Cmp(powers[order[i-1]]) == 0 {
			rank[p] = rank[order[i-1]]
		}
		next += int32(m.size[p])
	}
	alt := a.alternative(m, rank)
	a.Geometric = &alt
}
