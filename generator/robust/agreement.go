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

// agreements returns those of the criteria that somebody judged twice, in the rubric's order.
func agreements(st *award.Standing) (list []Agreement) {
	criteria := st.Edition.Rubric.Criteria
	index := make(map[string]int, len(criteria))
	for i := range criteria {
		index[criteria[i].ID] = i
	}
	units := make([][][]int, len(criteria)) // levels of innovations
	for _, r := range st.Rated() {
		for i := range r.Innovation.Marks {
			if m := &r.Innovation.Marks[i]; len(m.Levels) > 1 {
				if c, ok := index[m.Criterion]; ok {
					units[c] = append(units[c], m.Levels)
				}
			}
		}
	}
	for c, units := range units {
		if len(units) > 0 {
			list = append(list, agreement(c, units))
		}
	}
	return list
}

func agreement(criterion int, units [][]int) Agreement {
	a := Agreement{Criterion: criterion, Units: len(units)}
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
	a.Distance = big.NewRat(int64(apart), int64(a.Pairs))
	a.Alpha = alpha(units)
	return a
}

// alpha returns Krippendorff's alpha with the interval metric, which fits levels
// because the score adds them up: 1 - observed / expected disagreement, the mean
// squared difference inside units and over all levels. Units of one level must be
// left out. It returns nil when all levels are the same.
func alpha(units [][]int) *big.Rat {
	apart := map[int64]int64{} // by how many levels units have
	var n, sum, squares int64
	for _, levels := range units {
		m, s, q := int64(len(levels)), int64(0), int64(0)
		for _, v := range levels {
			s += int64(v)
			q += int64(v) * int64(v)
		}
		apart[m] += 2 * (m*q - s*s) // Σ(x-y)² over ordered pairs
		n, sum, squares = n+m, sum+s, squares+q
	}
	observed := new(big.Rat)
	for m, sum := range apart {
		observed.Add(observed, big.NewRat(sum, m-1))
	}
	expected := big.NewRat(2*(n*squares-sum*sum), n-1)
	if expected.Sign() == 0 {
		return nil
	}
	return observed.Sub(big.NewRat(1, 1), observed.Quo(observed, expected))
}
