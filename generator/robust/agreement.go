package robust

import (
	"math/big"

	"siger/generator/award"
)

// An Agreement says how alike several assessors judged on one criterion, over the
// rated innovations that at least two of them judged.
type Agreement struct {
	Criterion int // index in the rubric
	Units     int // innovations
	Pairs     int // of assessors of the same innovation
	Same      int // pairs that gave the same level
	Distance  *big.Rat
	Alpha     *big.Rat // nil when all levels are the same, so that there is nothing to agree on
}

// agreement returns nil for a criterion that nobody judged twice.
func agreement(st *award.Standing, criterion int) *Agreement {
	id := st.Edition.Rubric.Criteria[criterion].ID
	a := &Agreement{Criterion: criterion}
	var units [][]int
	rated := st.Rated()
	for i := range rated {
		mark := rated[i].Mark(id)
		if mark == nil || len(mark.Levels) < 2 {
			continue
		}
		units = append(units, mark.Levels)
	}
	if len(units) == 0 {
		return nil
	}
	apart := 0
	for _, levels := range units {
		for i, x := range levels {
			for _, y := range levels[:i] {
				a.Pairs++
				if x == y {
					a.Same++
				}
				apart += max(x-y, y-x)
			}
		}
	}
	a.Units = len(units)
	a.Distance = big.NewRat(int64(apart), int64(a.Pairs))
	a.Alpha = alpha(units)
	return a
}

// alpha returns Krippendorff's alpha with the interval metric, which fits levels
// because the score adds them up: 1 - observed / expected disagreement, the mean
// squared difference inside units and over all levels. Units of one level must be
// left out. It returns nil when all levels are the same.
func alpha(units [][]int) *big.Rat {
	observed := new(big.Rat)
	var n, sum, squares int64
	for _, levels := range units {
		m, s, q := int64(len(levels)), int64(0), int64(0)
		for _, v := range levels {
			s += int64(v)
			q += int64(v) * int64(v)
		}
		// Σ(x-y)² over ordered pairs is 2(m·Σx² - (Σx)²).
		observed.Add(observed, big.NewRat(2*(m*q-s*s), m-1))
		n, sum, squares = n+m, sum+s, squares+q
	}
	expected := big.NewRat(2*(n*squares-sum*sum), n-1)
	if expected.Sign() == 0 {
		return nil
	}
	return observed.Sub(big.NewRat(1, 1), observed.Quo(observed, expected))
}
