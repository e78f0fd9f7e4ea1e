package award_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"siger/generator/award"
)

func TestLevelThatCounts(t *testing.T) {
	for _, c := range []struct {
		combine award.Combination
		levels  []int
		want    string
	}{
		{award.Median, []int{3}, "3"}, {award.Median, []int{3, 1, 2}, "2"}, {award.Median, []int{3, 3, 0}, "3"},
		{award.Median, []int{2, 3}, "2.5"}, {award.Median, []int{3, 1}, "2"}, {award.Median, []int{3, 0, 3, 2}, "2.5"},
		{award.Median, []int{0, 0, 1, 3}, "0.5"}, {award.Median, []int{3, 2, 1, 0}, "1.5"}, {award.Median, []int{0, 3, 0, 3, 0}, "0"},
		{award.Mean, []int{3}, "3"}, {award.Mean, []int{3, 3, 2}, "8/3"}, {award.Mean, []int{3, 2}, "2.5"},
		{award.Mean, []int{0, 0, 1}, "1/3"}, {award.Mean, []int{3, 0, 3, 3}, "2.25"}, {award.Mean, []int{1, 2, 3}, "2"},
	} {
		r := rubric(criterion("a", "1", 0, 1, 2, 3))
		r.Combine = c.combine
		in := marked(r, slices.Clone(c.levels))
		got := award.NewAssessor(&r).Assess(in)
		equal(t, fmt.Sprint(c.combine, " of ", c.levels), got.Lines[0].Level.String(), c.want)
		if !slices.Equal(in.Marks[0].Levels, c.levels) {
			t.Errorf("%v of %v: the record now says %v", c.combine, c.levels, in.Marks[0].Levels)
		}
	}
}

func TestScore(t *testing.T) {
	graded := rubric(gate("a", "30", 0, 1, 2, 3), criterion("b", "25", 0, 1, 2, 3), gate("c", "0", 0, 1))
	uneven := rubric(criterion("a", "0.5", 1, 3), criterion("b", "1.25", 0, 4))
	uneven.Scale, uneven.Places = dec("10"), 4
	whole := rubric(criterion("a", "1", 0, 1, 2, 3), criterion("b", "1", 0, 1, 2, 3), criterion("c", "1", 0, 1, 2, 3))
	whole.Scale, whole.Places = dec("10"), 0
	for _, c := range []struct {
		rubric award.Rubric
		levels [][]int
		score  string
		shares string
	}{
		{graded, [][]int{{3}, {3}, {1}}, "100.00", "[54.55 45.45 0.00]"},
		{graded, [][]int{{2}, {1}, {1}}, "51.52", "[36.37 15.15 0.00]"}, // 36.3636… and 15.1515…: the larger remainder gets the unit
		{graded, [][]int{{1}, {0}, {1}}, "18.18", "[18.18 0.00 0.00]"},
		{graded, [][]int{{2, 3}, {3}, {1}}, "90.91", "[45.46 45.45 0.00]"}, // both end in …4545…: the earlier gets it
		{uneven, [][]int{{1}, {0}}, "0.7692", "[0.7692 0.0000]"},
		{uneven, [][]int{{1}, {1}}, "2.6923", "[0.7692 1.9231]"},
		{whole, [][]int{{1}, {1}, {1}}, "3", "[1 1 1]"},
		{whole, [][]int{{2}, {2}, {2}}, "7", "[3 2 2]"}, // 3 × 2.22… rounds once to 7, not to 6
		{whole, [][]int{{3}, {3}, {3}}, "10", "[4 3 3]"},
		{whole, [][]int{{0}, {0}, {0}}, "0", "[0 0 0]"},
	} {
		a := award.NewAssessor(&c.rubric)
		got := a.Assess(marked(c.rubric, c.levels...))
		shares := []award.Decimal{}
		for _, l := range got.Lines {
			shares = append(shares, l.Share)
		}
		equal(t, fmt.Sprint("score of ", c.levels), got.Score.String(), c.score)
		equal(t, fmt.Sprint("shares of ", c.levels), fmt.Sprint(shares), c.shares)
	}
}

// A score is rounded once, and from the exact number: level/2000 with two decimals.
func TestScoreIsRoundedOnce(t *testing.T) {
	r := rubric(criterion("nilai", "0.3", 0, 200000))
	a := award.NewAssessor(&r)
	for unit := 0; unit < 10000; unit += 61 {
		for rest, want := range map[int]int{0: unit, 9: unit, 10: unit + 1, 11: unit + 1} { // 9: 0.0045 must not become 0.005
			got := a.Assess(scored("x", "a", 20*unit+rest)).Score
			if got != award.NewDecimal(int64(want), 2) {
				t.Fatalf("score of %d/2000: got %s, want %d hundredths", 20*unit+rest, got, want)
			}
		}
	}
}

// The same points reached in different ways are the same score: these weights do
// not add up in binary.
func TestEqualPointsTie(t *testing.T) {
	r := rubric(criterion("a", "0.3", 0, 10), criterion("b", "0.2", 0, 10), criterion("c", "0.1", 0, 10), criterion("d", "0.4", 0, 10))
	a := award.NewAssessor(&r)
	for n := range 10 * 10 * 10 * 10 {
		if n%37 != 0 {
			continue
		}
		l := []int{n % 10, n / 10 % 10, n / 100 % 10, n / 1000}
		want := award.NewDecimal(int64(100*(3*l[0]+2*l[1]+l[2]+4*l[3])), 2)
		equal(t, fmt.Sprint("score of ", l), a.Assess(marked(r, l[:1], l[1:2], l[2:3], l[3:])).Score, want)
	}
}

// The largest numbers that content may hold stay inside 64 bits.
func TestLargestNumbers(t *testing.T) {
	r := rubric(criterion("a", "9999999.9999", 0, 1000000), criterion("b", "9999999.9999", 0, 1000000))
	r.Scale, r.Places = dec("9999999.9999"), award.MaxPlaces
	a := award.NewAssessor(&r)
	full := a.Assess(marked(r, []int{1000000}, []int{1000000})).Score
	equal(t, "the highest score", full, r.Scale)
	equal(t, "half of it, rounded up", a.Assess(marked(r, []int{1000000}, []int{0})).Score.String(), "5000000.0000")
	equal(t, "a million of them", award.NewDecimal(full.Units()*999999, 4).Add(full).String(), "9999999999900.0000")
}

// kematangan is the ministry's rubric for one innovation in 2023: indicators 16
// to 35, levels 0 to 3, weights that add up to 37.
func kematangan() award.Rubric {
	r := rubric()
	r.Scale = dec("111")
	for i, weight := range []int64{3, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 2, 3, 2, 3, 2, 4} {
		c := criterion(fmt.Sprint("i", 16+i), "0", 0, 1, 2, 3)
		c.Weight = award.NewDecimal(weight, 0)
		r.Criteria = append(r.Criteria, c)
	}
	return r
}

// With a scale equal to the most points, the score is the plain sum of weight × level.
func TestKematangan(t *testing.T) {
	r := kematangan()
	a := award.NewAssessor(&r)
	equal(t, "most", award.Exact(a.Most()), "111")
	for _, c := range []struct {
		level func(i int) int
		want  string
	}{
		{func(int) int { return 3 }, "111.00"},
		{func(int) int { return 2 }, "74.00"},
		{func(int) int { return 1 }, "37.00"},
		{func(int) int { return 0 }, "0.00"},
		{func(i int) int { return i % 4 }, "58.00"},
		{func(i int) int { return 3 * (i / 19) }, "12.00"}, // only the video
	} {
		levels, sum := [][]int{}, int64(0)
		for i := range r.Criteria {
			levels = append(levels, []int{c.level(i)})
			sum += r.Criteria[i].Weight.Units() * int64(c.level(i))
		}
		got := a.Assess(marked(r, levels...))
		equal(t, "state", got.State, award.Rated)
		equal(t, "score", got.Score.String(), c.want)
		equal(t, "score as a sum", got.Score.Cmp(award.NewDecimal(sum, 0)), 0)
		for i, l := range got.Lines {
			equal(t, "share of "+r.Criteria[i].ID, l.Share.Cmp(award.NewDecimal(r.Criteria[i].Weight.Units()*int64(levels[i][0]), 0)), 0)
		}
	}
}

func TestAssessorParts(t *testing.T) {
	r := rubric(criterion("a", "30", 0, 1, 3), criterion("b", "2.5", 0, 4), gate("c", "0", 0, 1))
	a := award.NewAssessor(&r)
	equal(t, "Most", award.Exact(a.Most()), "100")
	equal(t, "Points of a whole level", award.Exact(a.Points(0, award.NewRatio(3, 1))), "90")
	equal(t, "Points of a ratio", award.Exact(a.Points(1, award.NewRatio(8, 3))), "20/3")
	equal(t, "Points of a pure gate", award.Exact(a.Points(2, award.NewRatio(1, 1))), "0")
	r.Scale = dec("50")
	a = award.NewAssessor(&r)
	equal(t, "Most at another scale", award.Exact(a.Most()), "100")
	equal(t, "Contribution", award.Exact(a.Contribution(0, award.NewRatio(3, 1))), "45")
	a.Most().SetInt64(7) // the caller's own
	equal(t, "Most again", award.Exact(a.Most()), "100")
	equal(t, "Contribution of a ratio", award.Exact(a.Contribution(1, award.NewRatio(8, 3))), "10/3")
}

func TestState(t *testing.T) {
	r := rubric(gate("a", "30", 0, 1, 3), criterion("b", "10", 0, 1), gate("c", "0", 0, 1))
	mean := r
	mean.Combine = award.Mean
	for _, c := range []struct {
		name            string
		rubric          award.Rubric
		levels          [][]int
		edit            func(*award.Innovation)
		state           award.State
		failed, missing []string
	}{
		{name: "complete", rubric: r, levels: [][]int{{3}, {1}, {1}}, state: award.Rated},
		{name: "0 on a criterion that is no gate", rubric: r, levels: [][]int{{3}, {0}, {1}}, state: award.Rated},
		{name: "0 on a gate", rubric: r, levels: [][]int{{0}, {1}, {1}}, state: award.Ineligible, failed: []string{"a"}},
		{name: "0 on a pure gate", rubric: r, levels: [][]int{{3}, {1}, {0}}, state: award.Ineligible, failed: []string{"c"}},
		{name: "0 on two gates", rubric: r, levels: [][]int{{0}, {1}, {0}}, state: award.Ineligible, failed: []string{"a", "c"}},
		{name: "most assessors say 0", rubric: r, levels: [][]int{{3, 0, 0}, {1}, {1}}, state: award.Ineligible, failed: []string{"a"}},
		{name: "most assessors say 1", rubric: r, levels: [][]int{{0, 1, 1}, {1}, {1}}, state: award.Rated},
		{name: "half of the assessors say 0", rubric: r, levels: [][]int{{0, 1}, {1}, {1}}, state: award.Rated},
		{name: "all assessors say 0", rubric: r, levels: [][]int{{0, 0}, {1}, {1}}, state: award.Ineligible, failed: []string{"a"}},
		{name: "mean above 0", rubric: mean, levels: [][]int{{3}, {1}, {0, 0, 1}}, state: award.Rated},
		{name: "mean 0", rubric: mean, levels: [][]int{{3}, {1}, {0, 0, 0}}, state: award.Ineligible, failed: []string{"c"}},
		{name: "a mark is missing", rubric: r, levels: [][]int{{3}, {1}}, state: award.Unrated, missing: []string{"c"}},
		{name: "no marks", rubric: r, state: award.Unrated, missing: []string{"a", "b", "c"}},
		{name: "a mark without levels", rubric: r, levels: [][]int{{3}, {}, {1}}, state: award.Unrated, missing: []string{"b"}},
		{name: "missing outweighs a failed gate", rubric: r, levels: [][]int{{0}, {1}}, state: award.Unrated, missing: []string{"c"}},
		{name: "withdrawn", rubric: r, levels: [][]int{{3}, {1}, {1}}, state: award.Withdrawn,
			edit: func(in *award.Innovation) {
				in.Withdrawal = award.Withdrawal{Date: day("2021-06-16"), Reason: "digabung"}
			}},
		{name: "withdrawn without a date", rubric: r, state: award.Withdrawn,
			edit: func(in *award.Innovation) { in.Withdrawal.Reason = "digabung" }},
		{name: "withdrawn outweighs a failed gate", rubric: r, levels: [][]int{{0}, {1}, {1}}, state: award.Withdrawn,
			edit: func(in *award.Innovation) { in.Withdrawal.Date = day("2021") }},
		{name: "a mark that the rubric lacks", rubric: r, levels: [][]int{{3}, {1}, {1}}, state: award.Rated,
			edit: func(in *award.Innovation) {
				in.Marks = append(in.Marks, award.Mark{Criterion: "z", Levels: []int{0}})
			}},
		{name: "marks in another order", rubric: r, levels: [][]int{{3}, {1}, {1}}, state: award.Rated,
			edit: func(in *award.Innovation) { slices.Reverse(in.Marks) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := marked(c.rubric, c.levels...)
			if c.edit != nil {
				c.edit(in)
			}
			got := award.NewAssessor(&c.rubric).Assess(in)
			equal(t, "state", got.State, c.state)
			equal(t, "innovation", got.Innovation, in)
			equal(t, "failed", fmt.Sprint(ids(got.Failed)), fmt.Sprint(c.failed))
			equal(t, "missing", fmt.Sprint(ids(got.Missing)), fmt.Sprint(c.missing))
			lines := 0
			if c.state == award.Rated || c.state == award.Ineligible {
				lines = len(c.rubric.Criteria)
			}
			equal(t, "lines", len(got.Lines), lines)
			equal(t, "has a score", got.Score != award.Decimal{}, c.state == award.Rated)
		})
	}
}

func TestMark(t *testing.T) {
	r := rubric(criterion("a", "1", 0, 1), criterion("b", "1", 0, 1))
	as := award.NewAssessor(&r).Assess(marked(r, []int{1}, []int{0}))
	equal(t, "mark on b", as.Mark("b"), &as.Innovation.Marks[1])
	equal(t, "mark on z", as.Mark("z"), nil)
}

// What the content check refuses still has a defined answer.
func TestRubricWithoutPoints(t *testing.T) {
	for _, c := range []struct {
		weight, scale, most string
	}{{"0", "100", "0"}, {"2", "0", "6"}} {
		r := rubric(criterion("a", c.weight, 0, 3))
		r.Scale = dec(c.scale)
		a := award.NewAssessor(&r)
		equal(t, "most", award.Exact(a.Most()), c.most)
		equal(t, "score", a.Assess(marked(r, []int{3})).Score.String(), "0.00")
	}
}

// An Assessor may be used by many goroutines; -race watches.
func TestAssessorIsShared(t *testing.T) {
	r := kematangan()
	a := award.NewAssessor(&r)
	in := marked(r, slices.Repeat([][]int{{3, 2}}, len(r.Criteria))...)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				equal(t, "score", a.Assess(in).Score.String(), "92.50")
			}
		})
	}
	group.Wait()
}
