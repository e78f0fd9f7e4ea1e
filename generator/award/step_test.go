package award_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"siger/generator/award"
)

// TestNextBand: the step lifts the innovation when it is taken, and no step that
// adds less does. What a step does is tried by assessing the changed innovation.
func TestNextBand(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		standing := award.Evaluate(e, agencies)
		rank := func(score award.Decimal) int { // of the band, from the highest
			return slices.IndexFunc(e.Rubric.Bands, func(b award.Band) bool { return score.Cmp(b.From) >= 0 })
		}
		for i := range standing.Results {
			r := &standing.Results[i]
			step, ok := standing.Assessor.NextBand(&r.Assessment)
			if r.State != award.Rated || len(e.Rubric.Bands) == 0 {
				if ok {
					t.Errorf("%s: a step without a score or bands", r.Innovation.ID)
				}
				continue
			}
			try := func(criterion string, level int) award.Assessment {
				in := *r.Innovation
				in.Marks = slices.Clone(in.Marks)
				for j := range in.Marks {
					if in.Marks[j].Criterion == criterion {
						in.Marks[j].Levels = []int{level}
					}
				}
				return standing.Assessor.Assess(&in)
			}
			reached := award.Decimal{}
			for _, c := range e.Rubric.Criteria {
				for _, l := range c.Levels {
					as := try(c.ID, l.Value)
					if as.State == award.Rated && rank(as.Score) < rank(r.Score) && (reached.IsZero() || as.Score.Cmp(reached) < 0) {
						reached = as.Score
					}
				}
			}
			if ok != !reached.IsZero() {
				t.Errorf("%s: step %v, trying all says %s", r.Innovation.ID, ok, reached)
			}
			if !ok {
				continue
			}
			as := try(step.Criterion.ID, step.Level.Value)
			if as.Score.Cmp(step.Score) != 0 || as.Score.Cmp(reached) != 0 || e.Rubric.Bands[rank(as.Score)].Name != step.Band.Name {
				t.Errorf("%s: %s to %d gives %s, the step says %s (%s), the least is %s",
					r.Innovation.ID, step.Criterion.ID, step.Level.Value, as.Score, step.Score, step.Band.Name, reached)
			}
		}
	})
}
