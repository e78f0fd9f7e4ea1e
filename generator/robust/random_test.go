package robust_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"siger/generator/award"
)

// everyEdition runs a check on small random editions, the same ones in every run.
func everyEdition(t *testing.T, n int, check func(t *testing.T, e *award.Edition, agencies []award.Agency)) {
	t.Parallel()
	for seed := range n {
		passed := t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			e, agencies := randomEdition(rand.New(rand.NewPCG(uint64(seed), 38)))
			check(t, e, agencies)
		})
		if !passed {
			return
		}
	}
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// randomEdition makes an edition so small and coarse that ties, near-ties, minimums
// met exactly and empty lists are common.
func randomEdition(r *rand.Rand) (*award.Edition, []award.Agency) {
	e := &award.Edition{Year: 2000 + r.IntN(50), Robustness: award.Robustness{Variation: pick(r, 25, 25, 5, 90), Draws: 1 + r.IntN(120)}}
	e.Rubric = award.Rubric{Places: r.IntN(3), Combine: pick(r, award.Combinations...), Scale: pick(r, decimal("100"), decimal("7"), decimal("111"))}
	for i := range 1 + r.IntN(5) {
		c := award.Criterion{ID: fmt.Sprint("k", i), Weight: pick(r, award.NewDecimal(1+r.Int64N(30), 0), award.NewDecimal(1+r.Int64N(60), 1), award.NewDecimal(1+r.Int64N(40), 4))}
		for _, v := range pick(r, []int{0, 1, 2, 3}, []int{0, 1, 3}, []int{0, 5}) {
			c.Levels = append(c.Levels, award.Level{Value: v})
		}
		if c.Gate = r.IntN(4) == 0; c.Gate && i > 0 && r.IntN(2) == 0 {
			c.Weight = award.Decimal{}
		}
		e.Rubric.Criteria = append(e.Rubric.Criteria, c)
	}
	agencies := make([]award.Agency, 1+r.IntN(5))
	for i := range agencies {
		agencies[i] = award.Agency{ID: fmt.Sprint("pd", i), Name: fmt.Sprint("PD ", i), Group: pick(r, "pd", "kota")}
	}
	for i := range r.IntN(14) {
		in := &award.Innovation{ID: fmt.Sprint("in", i), Name: fmt.Sprint("Inovasi ", r.IntN(9)), Agency: pick(r, agencies...).ID}
		in.Categories = []award.Category{{Taxonomy: "jenis", Terms: []string{pick(r, "digital", "lain")}}}
		for _, c := range e.Rubric.Criteria {
			mark := award.Mark{Criterion: c.ID}
			for range 1 + r.IntN(3) {
				mark.Levels = append(mark.Levels, pick(r, c.Levels...).Value)
			}
			if r.IntN(60) > 0 {
				in.Marks = append(in.Marks, mark)
			}
		}
		e.Innovations = append(e.Innovations, in)
	}
	var scores []award.Decimal
	for _, result := range award.Evaluate(e, agencies).Rated() {
		scores = append(scores, result.Score)
	}
	for i := range r.IntN(5) {
		a := award.Award{ID: fmt.Sprint("aw", i), Subject: pick(r, award.Subjects...), Places: 1 + r.IntN(4)}
		a.Measure = pick(r, award.Measures(a.Subject)...)
		if a.Measure == award.ByMean {
			a.MinDivisor = r.IntN(4)
		}
		if len(scores) > 0 && r.IntN(2) == 0 {
			a.Minimum = new(pick(r, scores...))
		}
		if r.IntN(3) == 0 {
			a.Filter.Terms = []award.Category{{Taxonomy: "jenis", Terms: []string{"digital"}}}
		}
		if r.IntN(4) == 0 {
			a.Filter.Groups = []string{"kota"}
		}
		e.Awards = append(e.Awards, a)
	}
	return e, agencies
}

func decimal(s string) award.Decimal {
	d, err := award.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

// weighed is the edition with other weights.
func weighed(e *award.Edition, weights []award.Decimal) *award.Edition {
	other := *e
	other.Rubric.Criteria = slices.Clone(e.Rubric.Criteria)
	for i, w := range weights {
		other.Rubric.Criteria[i].Weight = w
	}
	return &other
}

func weights(e *award.Edition) []award.Decimal {
	var list []award.Decimal
	for _, c := range e.Rubric.Criteria {
		list = append(list, c.Weight)
	}
	return list
}

// places writes the winners of an award in a form that can be compared.
func places(a award.AwardStanding) string {
	var list []string
	for _, w := range a.Winners {
		list = append(list, fmt.Sprint(w.Place, " ", w.ID()))
	}
	slices.Sort(list)
	return fmt.Sprint(list)
}
