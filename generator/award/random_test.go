package award_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"siger/generator/award"
	"siger/generator/award/awardtest"
)

// editions is how many random editions each property is tried on. The seeds are
// 0, 1, 2, …, so every run tries the same ones.
var editions = flag.Uint64("editions", 100, "random editions for each property")

// everyEdition runs a check on random editions, each a subtest named by its seed,
// until one fails.
func everyEdition(t *testing.T, check func(t *testing.T, r *rand.Rand, e *award.Edition, agencies []award.Agency)) {
	t.Parallel()
	for seed := range *editions {
		passed := t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 38))
			e, agencies := awardtest.Edition(r)
			check(t, r, e, agencies)
		})
		if !passed {
			return
		}
	}
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// The properties are worth what the editions they run on are worth: each thing
// that can go wrong has to occur, and often.
func TestRandomEditionsCover(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	note := func(what string, occurs bool) {
		if occurs {
			seen[what]++
		}
	}
	const tried = 100
	for seed := range uint64(tried) {
		e, agencies := awardtest.Edition(rand.New(rand.NewPCG(seed, 38)))
		s := award.Evaluate(e, agencies)
		note("an empty edition", len(s.Results) == 0)
		note("decimal weights", slices.ContainsFunc(e.Rubric.Criteria, func(c award.Criterion) bool { return c.Weight.Places() > 0 }))
		note("a pure gate", slices.ContainsFunc(e.Rubric.Criteria, func(c award.Criterion) bool { return c.Weight.IsZero() }))
		for _, combine := range award.Combinations {
			note("combined by "+string(combine), e.Rubric.Combine == combine)
		}
		for _, result := range s.Results {
			note(string(result.State), true)
			note("a tie", result.Tied)
			note("the highest score", result.State == award.Rated && result.Score.Cmp(e.Rubric.Scale) == 0)
			note("the lowest score", result.State == award.Rated && result.Score.IsZero())
			for _, l := range result.Lines {
				note("a fraction of a level", l.Level.Den > 1)
			}
			band := e.Rubric.Band(result.Score)
			note("a bound met exactly", result.State == award.Rated && band != nil && band.From.Cmp(result.Score) == 0)
		}
		for _, a := range s.Agencies {
			note("an agency with nothing rated", a.Count == 0)
		}
		for _, a := range s.Awards {
			note("an award of "+string(a.Award.Measure), len(a.Winners) > 0)
			note("an award without winners", len(a.Winners) == 0)
			note("more winners than places", len(a.Winners) > a.Award.Places)
			for _, w := range a.Winners {
				note("a minimum met exactly", a.Award.Minimum != nil && w.Result != nil && w.Value.Cmp(*a.Award.Minimum) == 0)
				note("a filter passed", !a.Award.Filter.IsZero())
			}
		}
	}
	for _, what := range []string{
		"an empty edition", "decimal weights", "a pure gate", "combined by median", "combined by rata-rata",
		"dinilai", "belum-dinilai", "tidak-memenuhi-syarat", "ditarik", "a tie", "the highest score", "the lowest score",
		"a fraction of a level", "a bound met exactly", "an agency with nothing rated", "an award of skor", "an award of jumlah",
		"an award of total", "an award of rata-rata", "an award without winners", "more winners than places",
		"a minimum met exactly", "a filter passed",
	} {
		if seen[what] < 5 {
			t.Errorf("%s: in %d random editions, seen %d times", what, tried, seen[what])
		}
	}
}
