package change

import (
	"math/big"
	"slices"

	"siger/generator/award"
)

// points splits the difference of two scores under one rubric over the marks that
// make it. Each gets its exact part rounded down or up, by largest remainder, so
// that the parts add up to the difference of the published scores.
func points(marks []Mark, assessor *award.Assessor, rubric *award.Rubric, before, after *award.Result) {
	if before == nil || after == nil || before.State != award.Rated || after.State != award.Rated {
		return
	}
	type part struct {
		mark  *Mark
		exact *big.Rat // in units
		units int64
	}
	var parts []part
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(rubric.Places)), nil))
	sum := new(big.Rat)
	for i := range rubric.Criteria {
		at := slices.IndexFunc(marks, func(m Mark) bool { return m.Criterion == rubric.Criteria[i].ID })
		if at < 0 {
			continue
		}
		d := assessor.Contribution(i, after.Lines[i].Level)
		d.Sub(d, assessor.Contribution(i, before.Lines[i].Level)).Mul(d, unit)
		sum.Add(sum, d)
		parts = append(parts, part{mark: &marks[at], exact: d})
	}
	total := award.Difference(before.Score, after.Score)
	// A fall is split as the rise that it mirrors.
	sign := int64(1)
	if sum.Sign() < 0 || sum.Sign() == 0 && len(parts) > 0 && parts[0].exact.Sign() < 0 {
		sign = -1
	}
	rest := sign * total.Units
	for i := range parts {
		if sign < 0 {
			parts[i].exact.Neg(parts[i].exact)
		}
		floor := new(big.Int)
		floor.Div(parts[i].exact.Num(), parts[i].exact.Denom()) // Euclidean: down, since the denominator is positive
		parts[i].units = floor.Int64()
		parts[i].exact.Sub(parts[i].exact, new(big.Rat).SetInt(floor))
		rest -= parts[i].units
	}
	slices.SortStableFunc(parts, func(a, b part) int { return b.exact.Cmp(a.exact) })
	for i := range parts {
		if int64(i) < rest {
			parts[i].units++
		}
		parts[i].mark.Points = &award.Delta{Units: sign * parts[i].units, Places: rubric.Places}
	}
}
