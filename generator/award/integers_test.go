package award

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestIntegersAgree: whole numbers and rationals give the same scores, shares and
// sums, at the limits of what content can hold, too, where whole numbers give up.
func TestIntegersAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	fit, unfit := 0, 0
	for range 20000 {
		large := r.IntN(4) == 0
		number := func(most int64) Decimal {
			if large {
				return Decimal{1 + r.Int64N(99_999_999_999), r.IntN(MaxPlaces + 1)}
			}
			return Decimal{1 + r.Int64N(most), r.IntN(3)}
		}
		rubric := Rubric{Scale: number(1000), Places: r.IntN(MaxPlaces + 1)}
		lines := make([]Line, 1+r.IntN(70))
		for i := range lines {
			highest := 1 + r.IntN(5)
			if large {
				highest = 1 + r.IntN(1000)
			}
			rubric.Criteria = append(rubric.Criteria, Criterion{ID: fmt.Sprint(i), Weight: number(100), Levels: []Level{{Value: 0}, {Value: highest}}})
			den := 1 + r.Int64N(4)
			if large {
				den = 1 + r.Int64N(99)
			}
			lines[i].Level = NewRatio(r.Int64N(int64(highest)*den+1), den)
		}
		a := NewAssessor(&rubric)
		want := make([]Line, len(lines))
		copy(want, lines)
		score := a.rationalScore(want)
		if got, ok := a.integers.score(lines, rubric.Places); !ok {
			unfit++
		} else if fit++; got != score || fmt.Sprint(lines) != fmt.Sprint(want) {
			t.Fatalf("whole numbers give %v and %v, rationals %v and %v, of %+v", got, lines, score, want, rubric)
		}
		sum := number(1).Rat()
		sum.SetInt64(0)
		for i := range want {
			sum.Add(sum, a.Points(i, want[i].Level))
		}
		if got := a.Sum(want); got.Cmp(sum) != 0 {
			t.Fatalf("the sum is %v, not %v", got, sum)
		}
	}
	if fit < 5000 || unfit < 500 {
		t.Errorf("only %d fit into whole numbers and %d did not", fit, unfit)
	}
}
