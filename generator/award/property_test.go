package award_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"siger/generator/award"
)

func TestOrderOfInputChangesNothing(t *testing.T) {
	everyEdition(t, func(t *testing.T, r *rand.Rand, e *award.Edition, agencies []award.Agency) {
		want := canonical(award.Evaluate(e, agencies))
		for range 3 {
			r.Shuffle(len(e.Innovations), func(i, j int) { e.Innovations[i], e.Innovations[j] = e.Innovations[j], e.Innovations[i] })
			r.Shuffle(len(agencies), func(i, j int) { agencies[i], agencies[j] = agencies[j], agencies[i] })
			for _, in := range e.Innovations {
				r.Shuffle(len(in.Marks), func(i, j int) { in.Marks[i], in.Marks[j] = in.Marks[j], in.Marks[i] })
				for _, m := range in.Marks {
					r.Shuffle(len(m.Levels), func(i, j int) { m.Levels[i], m.Levels[j] = m.Levels[j], m.Levels[i] })
				}
			}
			sameText(t, canonical(award.Evaluate(e, agencies)), want)
		}
	})
}

func TestEvaluateOnlyReads(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		record := func() string {
			s := fmt.Sprintf("%+v %+v %+v ", e.Rubric, e.Awards, agencies)
			for _, in := range e.Innovations {
				s += fmt.Sprintf("%+v ", *in)
			}
			return s
		}
		before := record()
		award.Evaluate(e, agencies)
		equal(t, "the records afterwards", record(), before)
	})
}

func TestScaledWeightsChangeNothing(t *testing.T) {
	everyEdition(t, func(t *testing.T, r *rand.Rand, e *award.Edition, agencies []award.Agency) {
		want := canonical(award.Evaluate(e, agencies))
		factor, places := 2+r.Int64N(500), r.IntN(3)
		for i := range e.Rubric.Criteria {
			w := &e.Rubric.Criteria[i].Weight
			*w = award.NewDecimal(w.Units()*factor, w.Places()+places)
		}
		sameText(t, canonical(award.Evaluate(e, agencies)), want)
	})
}

func TestHigherLevelNeverHurts(t *testing.T) {
	rises := 0
	everyEdition(t, func(t *testing.T, r *rand.Rand, e *award.Edition, agencies []award.Agency) {
		before := map[string]award.Result{}
		for _, result := range award.Evaluate(e, agencies).Results {
			before[result.Innovation.ID] = result
		}
		for i, in := range e.Innovations {
			if len(in.Marks) == 0 {
				continue
			}
			mark := pick(r, in.Marks...)
			c := e.Rubric.Criterion(mark.Criterion)
			if c == nil || len(mark.Levels) == 0 {
				continue
			}
			assessor := r.IntN(len(mark.Levels))
			higher := slices.DeleteFunc(slices.Clone(c.Levels), func(l award.Level) bool { return l.Value <= mark.Levels[assessor] })
			if len(higher) == 0 {
				continue
			}
			old := mark.Levels[assessor]
			mark.Levels[assessor] = pick(r, higher...).Value
			results := award.Evaluate(e, agencies).Results
			after := results[slices.IndexFunc(results, func(x award.Result) bool { return x.Innovation == in })]
			was := before[in.ID]
			switch was.State {
			case award.Rated:
				if after.State != award.Rated || after.Score.Cmp(was.Score) < 0 || after.Rank > was.Rank {
					t.Fatalf("innovation %d: %s %s rank %d became %s %s rank %d", i,
						was.State, was.Score, was.Rank, after.State, after.Score, after.Rank)
				}
				rises += after.Score.Cmp(was.Score)
			case award.Ineligible:
				if after.State != award.Ineligible && after.State != award.Rated {
					t.Fatalf("innovation %d: %s became %s", i, was.State, after.State)
				}
			default:
				equal(t, "state", after.State, was.State)
			}
			mark.Levels[assessor] = old
		}
	})
	if uint64(rises) < *editions {
		t.Errorf("only %d scores rose", rises)
	}
}

func TestHighestLevelsGiveTheScale(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		for _, in := range e.Innovations {
			in.Withdrawal, in.Marks = award.Withdrawal{}, nil
			for i := range e.Rubric.Criteria {
				highest := e.Rubric.Criteria[i].Highest()
				in.Marks = append(in.Marks, award.Mark{Criterion: e.Rubric.Criteria[i].ID, Levels: []int{highest, highest}})
			}
		}
		for _, result := range award.Evaluate(e, agencies).Results {
			if result.Rank != 1 || result.Score.Cmp(e.Rubric.Scale) != 0 || result.Score.Places() != e.Rubric.Places {
				t.Fatalf("%s: rank %d, score %s of %s", result.Innovation.ID, result.Rank, result.Score, e.Rubric.Scale)
			}
		}
	})
}

func TestScoresAndShares(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		s := award.Evaluate(e, agencies)
		unit := award.NewDecimal(1, e.Rubric.Places).Rat()
		for _, result := range s.Rated() {
			if result.Score.Places() != e.Rubric.Places || result.Score.Cmp(award.Decimal{}) < 0 || result.Score.Cmp(e.Rubric.Scale) > 0 {
				t.Fatalf("%s: score %s of %s", result.Innovation.ID, result.Score, e.Rubric.Scale)
			}
			sum := award.NewDecimal(0, e.Rubric.Places)
			for i, l := range result.Lines {
				sum = sum.Add(l.Share)
				exact := s.Assessor.Contribution(i, l.Level)
				off := new(big.Rat).Sub(l.Share.Rat(), exact)
				if off.Abs(off).Cmp(unit) >= 0 || exact.Sign() == 0 && !l.Share.IsZero() || l.Share.Places() != e.Rubric.Places {
					t.Fatalf("%s: share %s of line %d, exactly %s", result.Innovation.ID, l.Share, i, award.Exact(exact))
				}
			}
			equal(t, "the shares of "+result.Innovation.ID+" add up to", sum, result.Score)
		}
	})
}

func TestRanksFollowScores(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		s := award.Evaluate(e, agencies)
		times := map[*award.Innovation]int{}
		rated := s.Rated()
		for i, result := range s.Results {
			times[result.Innovation]++
			if (result.State == award.Rated) != (i < len(rated)) || (result.State == award.Rated) != (result.Rank > 0) {
				t.Fatalf("%s: %s, rank %d, listed at %d of %d rated", result.Innovation.ID, result.State, result.Rank, i, len(rated))
			}
			if i == 0 || i >= len(rated) {
				continue
			}
			above := s.Results[i-1]
			want := i + 1
			if above.Score.Cmp(result.Score) == 0 {
				want = above.Rank
			}
			if above.Score.Cmp(result.Score) < 0 || result.Rank != want {
				t.Fatalf("%s with rank %d and %s stands under %s with rank %d and %s",
					result.Innovation.ID, result.Rank, result.Score, above.Innovation.ID, above.Rank, above.Score)
			}
		}
		equal(t, "results", len(s.Results), len(e.Innovations))
		for _, in := range e.Innovations {
			equal(t, "times that "+in.ID+" is listed", times[in], 1)
		}
	})
}

func TestAgencyTotalsAreSums(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		s := award.Evaluate(e, agencies)
		listed, all, total := 0, award.Decimal{}, award.Decimal{}
		for _, a := range s.Agencies {
			sum, count := award.Decimal{}, 0
			for _, r := range a.Results {
				equal(t, "agency of "+r.Innovation.ID, r.Innovation.Agency, a.Agency.ID)
				if r.State == award.Rated {
					sum, count = sum.Add(r.Score), count+1
				}
			}
			equal(t, "total of "+a.Agency.ID, a.Total.Cmp(sum), 0)
			equal(t, "count of "+a.Agency.ID, a.Count, count)
			equal(t, a.Agency.ID+" is ranked", a.Ranks != award.MeasureRanks{}, count > 0)
			listed, total = listed+len(a.Results), total.Add(a.Total)
		}
		for _, r := range s.Rated() {
			all = all.Add(r.Score)
		}
		equal(t, "innovations of all agencies", listed, len(s.Results))
		equal(t, "total of all agencies", total.Cmp(all), 0)
	})
}

// Whoever passes an award's filter and minimum and has a place among its places
// is in; nobody else is.
func TestAwardsGoToWhoPasses(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		s := award.Evaluate(e, agencies)
		for _, a := range s.Awards {
			values := map[string]award.Decimal{} // of everyone who competes
			for _, r := range s.Results {
				if r.State != award.Rated || !passes(*a.Award, r.Innovation, agencies) || a.Award.Minimum != nil && r.Score.Cmp(*a.Award.Minimum) < 0 {
					continue
				}
				switch {
				case a.Award.Subject == award.Innovations:
					values[r.Innovation.ID] = r.Score
				case a.Award.Measure == award.ByCount:
					values[r.Innovation.Agency] = values[r.Innovation.Agency].Add(award.NewDecimal(1, 0))
				default:
					values[r.Innovation.Agency] = values[r.Innovation.Agency].Add(r.Score)
				}
			}
			won := map[string]award.Winner{}
			for _, w := range a.Winners {
				won[w.ID()] = w
				if _, competes := values[w.ID()]; !competes {
					t.Fatalf("award %+v goes to %s, who does not compete for it", *a.Award, w.ID())
				}
				if a.Award.Measure == award.ByMean {
					values[w.ID()] = w.Value // the oracle checks the division
				}
			}
			equal(t, "winners listed once", len(won), len(a.Winners))
			if a.Award.Measure == award.ByMean {
				continue
			}
			for id, value := range values {
				place, same := 1, 0
				for _, other := range values {
					switch other.Cmp(value) {
					case 1:
						place++
					case 0:
						same++
					}
				}
				w, in := won[id]
				if in != (place <= a.Award.Places) || in && (w.Place != place || w.Tied != (same > 1) || w.Value.Cmp(value) != 0) {
					t.Fatalf("award %+v: %s with %s should have place %d, got %+v", *a.Award, id, value, place, w)
				}
			}
		}
	})
}
