package award_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"siger/generator/award"
)

// TestScore: the short way to a score is the long one's.
func TestScoreAlone(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, _ []award.Agency) {
		a := award.NewAssessor(&e.Rubric)
		for _, in := range e.Innovations {
			as := a.Assess(in)
			if state, score := a.Score(in); state != as.State || score != as.Score {
				t.Errorf("%s: %s %s, want %s %s", in.ID, state, score, as.State, as.Score)
			}
		}
	})
}

// TestScoreIsWide: points beyond 64 bits are scored as well.
func TestScoreIsWide(t *testing.T) {
	r := award.Rubric{Scale: dec("100"), Places: 2, Combine: award.Median}
	in := &award.Innovation{}
	for i, id := range []string{"a", "b"} {
		r.Criteria = append(r.Criteria, award.Criterion{ID: id, Weight: dec("9999999.9999"), Levels: []award.Level{{Value: 0}, {Value: 1 << 40}}})
		in.Marks = append(in.Marks, award.Mark{Criterion: id, Levels: []int{i << 40}})
	}
	if state, score := award.NewAssessor(&r).Score(in); state != award.Rated || score.String() != "50.00" {
		t.Errorf("%s %s", state, score)
	}
}

// TestFit: what one rubric asks beyond another, the levels that it lacks, and
// whether the two score alike.
func TestFit(t *testing.T) {
	criterion := func(id, weight string, levels ...int) award.Criterion {
		c := award.Criterion{ID: id, Weight: dec(weight)}
		for _, v := range levels {
			c.Levels = append(c.Levels, award.Level{Value: v})
		}
		return c
	}
	rubric := func(criteria ...award.Criterion) *award.Rubric {
		return &award.Rubric{Scale: dec("100"), Places: 2, Combine: award.Median, Criteria: criteria}
	}
	ids := func(list []*award.Criterion) (out []string) {
		for _, c := range list {
			out = append(out, c.ID)
		}
		return out
	}
	old := rubric(criterion("a", "1", 0, 1, 2), criterion("b", "2", 0, 1))
	now := rubric(criterion("a", "1", 0, 2), criterion("c", "2", 0, 1))
	if got := ids(now.Beyond(old)); !slices.Equal(got, []string{"c"}) {
		t.Errorf("asked beyond: %v", got)
	}
	in := &award.Innovation{Marks: []award.Mark{{Criterion: "a", Levels: []int{2, 1}}, {Criterion: "b", Levels: []int{5}}}}
	if got := ids(now.Misfits(in)); !slices.Equal(got, []string{"a"}) {
		t.Errorf("misfits: %v", got)
	}
	alike := rubric(criterion("a", "1.0", 0, 1, 2), criterion("b", "2", 0, 1))
	alike.Name, alike.Bands = "Lain", []award.Band{{Name: "x"}}
	if !old.SameScores(alike) || old.SameScores(now) {
		t.Error("rubrics are alike that are not, or the reverse")
	}
	for i, change := range []func(r *award.Rubric){
		func(r *award.Rubric) { r.Scale = dec("10") }, func(r *award.Rubric) { r.Places = 1 }, func(r *award.Rubric) { r.Combine = award.Mean },
		func(r *award.Rubric) { r.Criteria[0].Gate = true }, func(r *award.Rubric) { r.Criteria[1].Weight = dec("3") },
		func(r *award.Rubric) { r.Criteria[1].Levels = r.Criteria[0].Levels },
	} {
		other := rubric(criterion("a", "1", 0, 1, 2), criterion("b", "2", 0, 1))
		if change(other); old.SameScores(other) {
			t.Errorf("change %d makes no difference", i)
		}
	}
}
