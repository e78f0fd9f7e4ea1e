package movement_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"siger/generator/award"
	"siger/generator/award/awardtest"
	"siger/generator/movement"
)

const editions = 300

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func chance(r *rand.Rand, n int) bool { return r.IntN(100) < n }

// everyPair runs a check on random editions and on what may have become of them a
// year later.
func everyPair(t *testing.T, check func(t *testing.T, before, after *award.Standing)) {
	t.Helper()
	for seed := range uint64(editions) {
		passed := t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 5))
			e, agencies := awardtest.Edition(r)
			check(t, award.Evaluate(e, agencies), award.Evaluate(aYearLater(r, e), agencies))
		})
		if !passed {
			return
		}
	}
}

// aYearLater changes data and, most of the time, rules.
func aYearLater(r *rand.Rand, e *award.Edition) *award.Edition {
	out := *e
	out.Year++
	out.Rubric.Criteria = slices.Clone(e.Rubric.Criteria)
	out.Innovations = nil
	for _, in := range e.Innovations {
		if chance(r, 10) {
			continue
		}
		next := *in
		next.Marks = slices.Clone(in.Marks)
		for i := range next.Marks {
			if c := out.Rubric.Criterion(next.Marks[i].Criterion); c != nil && chance(r, 15) {
				next.Marks[i].Levels = []int{pick(r, c.Levels...).Value}
			}
		}
		if chance(r, 5) {
			next.Withdrawal = award.Withdrawal{Reason: "pindah"}
		}
		out.Innovations = append(out.Innovations, &next)
	}
	for i := range r.IntN(3) {
		if len(e.Innovations) > 0 {
			in := *pick(r, e.Innovations...)
			in.ID, in.Marks = fmt.Sprint("baru", i), slices.Clone(in.Marks)
			out.Innovations = append(out.Innovations, &in)
		}
	}
	c := &out.Rubric.Criteria[r.IntN(len(out.Rubric.Criteria))]
	switch r.IntN(9) {
	case 0, 1, 2:
		for i := range out.Rubric.Criteria {
			if c := &out.Rubric.Criteria[i]; !c.Weight.IsZero() {
				c.Weight = award.NewDecimal(1+r.Int64N(50), 0)
			}
		}
	case 3: // a gate comes or goes; some pass it this year who would not have before
		c.Gate = !c.Gate
		for _, in := range out.Innovations {
			for i := range in.Marks {
				if in.Marks[i].Criterion == c.ID && chance(r, 60) {
					in.Marks[i].Levels = []int{c.Highest()}
				}
			}
		}
	case 4: // a level is gone, which some may have
		if c = &out.Rubric.Criteria[0]; len(c.Levels) > 2 {
			gone := c.Levels[1].Value
			c.Levels = slices.Delete(slices.Clone(c.Levels), 1, 2)
			for _, in := range out.Innovations {
				for i := range in.Marks {
					if in.Marks[i].Criterion == c.ID && slices.Contains(in.Marks[i].Levels, gone) {
						in.Marks[i].Levels = []int{c.Highest()}
					}
				}
			}
		}
	case 5:
		c.Levels = append(slices.Clone(c.Levels), award.Level{Value: c.Highest() + 1})
	case 6: // a criterion is new
		out.Rubric.Criteria = append(out.Rubric.Criteria, awardtest.Criterion("baru", "7", 0, 1))
		for _, in := range out.Innovations {
			in.Marks = append(in.Marks, award.Mark{Criterion: "baru", Levels: []int{r.IntN(2)}})
		}
		if chance(r, 50) && len(out.Rubric.Criteria) > 2 && !out.Rubric.Criteria[1].Weight.IsZero() {
			out.Rubric.Criteria = out.Rubric.Criteria[1:]
		}
	case 7: // one is gone
		if len(out.Rubric.Criteria) > 1 && !out.Rubric.Criteria[1].Weight.IsZero() {
			out.Rubric.Criteria = out.Rubric.Criteria[1:]
		}
	}
	return &out
}

// TestSecondImplementation computes the parts from the definition: every competitor
// of every innovation by itself, every ranking that never was by award.Evaluate, every
// sequence as a list of steps.
func TestSecondImplementation(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	everyPair(t, func(t *testing.T, before, after *award.Standing) {
		m := movement.Between(before, after)
		n := newNaive(before, after)
		if len(m.Entries) != len(n.both) {
			t.Fatalf("%d entries, want %d", len(m.Entries), len(n.both))
		}
		for i := range m.Entries {
			e := &m.Entries[i]
			id := e.After.Innovation.ID
			want := n.entry(id)
			got := fmt.Sprintf("%+v %v %+v %+v", e.Parts, e.Split, e.Least, e.Most)
			if w := fmt.Sprintf("%+v %v %+v %+v", want.Parts, want.Split, want.Least, want.Most); got != w {
				t.Errorf("%s: %s, want %s", id, got, w)
			}
			if (e.Reason.Kind == movement.None) != e.Split {
				t.Errorf("%s: split %v, reason %+v", id, e.Split, e.Reason)
			}
			seen[fmt.Sprint("order ", m.Order)]++
			seen[fmt.Sprint("reason ", e.Reason.Kind)]++
			for what, is := range map[string]bool{
				"rules": e.Rules != 0, "own": e.Own != 0, "others": e.Others != 0, "departed": e.Departed != 0, "arrived": e.Arrived != 0,
				"mixed beside split": e.Split && e.Mixed != 0, "depends on the sequence": e.Least != e.Most,
			} {
				if is {
					seen[what]++
				}
			}
		}
	})
	for _, what := range []string{
		"order 0", "order 1", "order 2", "reason 0", "reason 1", "reason 2", "reason 3",
		"rules", "own", "others", "departed", "arrived", "mixed beside split", "depends on the sequence",
	} {
		if seen[what] < 5 {
			t.Errorf("%s: seen %d times", what, seen[what])
		}
	}
}

// TestPartsAddUp: of the rank, and of the score.
func TestPartsAddUp(t *testing.T) {
	t.Parallel()
	everyPair(t, func(t *testing.T, before, after *award.Standing) {
		m := movement.Between(before, after)
		for i := range m.Entries {
			e := &m.Entries[i]
			if got, want := e.Sum(), e.Before.Rank-e.After.Rank; got != want {
				t.Errorf("%s: the parts add up to %d, the rank gained %d", e.After.Innovation.ID, got, want)
			}
			if e.Split {
				want := award.Difference(e.Before.Score, e.After.Score)
				if places := max(e.ScoreRules.Places, e.ScoreOwn.Places); scaled(e.ScoreRules, places)+scaled(e.ScoreOwn, places) != scaled(want, places) {
					t.Errorf("%s: %v and %v do not add up to %v", e.After.Innovation.ID, e.ScoreRules, e.ScoreOwn, want)
				}
			}
			for _, b := range [][3]int{{e.Least.Rules, e.Rules, e.Most.Rules}, {e.Least.Own, e.Own, e.Most.Own}, {e.Least.Others, e.Others, e.Most.Others}} {
				if b[0] > b[1] || b[1] > b[2] {
					t.Errorf("%s: bounds %v", e.After.Innovation.ID, b)
				}
			}
		}
	})
}

func scaled(d award.Delta, places int) int64 {
	for ; d.Places < places; d.Places++ {
		d.Units *= 10
	}
	return d.Units
}

// TestOneCause: where one thing differs, it has all of the change.
func TestOneCause(t *testing.T) {
	t.Parallel()
	moved := map[string]int{}
	for seed := range uint64(editions) {
		r := rand.New(rand.NewPCG(seed, 6))
		e, agencies := awardtest.Edition(r)
		before := award.Evaluate(e, agencies)
		only := func(what string, change func(*award.Edition), rest func(p movement.Parts) movement.Parts) {
			f := *e
			f.Innovations = slices.Clone(e.Innovations)
			change(&f)
			m := movement.Between(before, award.Evaluate(&f, agencies))
			for i := range m.Entries {
				x := &m.Entries[i]
				if x.Sum() != 0 {
					moved[what]++
				}
				if p := rest(x.Parts); p != (movement.Parts{}) {
					t.Errorf("seed %d, %s: %s has %+v", seed, what, x.After.Innovation.ID, x.Parts)
				}
			}
		}
		only("nothing", func(*award.Edition) {}, func(p movement.Parts) movement.Parts { return p })
		only("weights", func(f *award.Edition) {
			f.Rubric.Criteria = slices.Clone(f.Rubric.Criteria)
			for i := range f.Rubric.Criteria {
				if c := &f.Rubric.Criteria[i]; !c.Weight.IsZero() {
					c.Weight = award.NewDecimal(1+r.Int64N(50), 0)
				}
			}
		}, func(p movement.Parts) movement.Parts { p.Rules = 0; return p })
		if len(e.Innovations) == 0 {
			continue
		}
		only("arrivals", func(f *award.Edition) {
			in := *pick(r, e.Innovations...)
			in.ID = "baru"
			f.Innovations = append(f.Innovations, &in)
		}, func(p movement.Parts) movement.Parts { p.Arrived = 0; return p })
		only("departures", func(f *award.Edition) {
			f.Innovations = slices.Delete(f.Innovations, 0, 1)
		}, func(p movement.Parts) movement.Parts { p.Departed = 0; return p })
		at := r.IntN(len(e.Innovations))
		touched := *e.Innovations[at]
		if as := before.Assessor.Assess(&touched); as.State != award.Rated {
			continue
		}
		touched.Marks = slices.Clone(touched.Marks)
		for i := range touched.Marks {
			if c := e.Rubric.Criterion(touched.Marks[i].Criterion); c != nil {
				touched.Marks[i].Levels = []int{c.Highest()}
			}
		}
		f := *e
		f.Innovations = slices.Clone(e.Innovations)
		f.Innovations[at] = &touched
		m := movement.Between(before, award.Evaluate(&f, agencies))
		for i := range m.Entries {
			x := &m.Entries[i]
			p := x.Parts
			if x.After.Innovation.ID == touched.ID {
				p.Own = 0
			} else {
				p.Others = 0
			}
			if x.Sum() != 0 {
				moved["levels"]++
			}
			if p != (movement.Parts{}) || x.Least != x.Most {
				t.Errorf("seed %d: %s has %+v, bounds %+v and %+v", seed, x.After.Innovation.ID, x.Parts, x.Least, x.Most)
			}
		}
	}
	if moved["nothing"] != 0 || moved["weights"] < 100 || moved["arrivals"] < 100 || moved["departures"] < 100 || moved["levels"] < 100 {
		t.Errorf("moved: %v", moved)
	}
}

// TestMirror: exchanged editions exchange departures and arrivals, and, where all
// levels fit both rubrics, give the same bounds from the other end.
func TestMirror(t *testing.T) {
	t.Parallel()
	bounds := 0
	everyPair(t, func(t *testing.T, before, after *award.Standing) {
		there, back := movement.Between(before, after), movement.Between(after, before)
		if ids(there.Arrivals) != ids(back.Departures) || ids(there.Departures) != ids(back.Arrivals) || len(there.Entries) != len(back.Entries) {
			t.Fatal("other innovations")
		}
		other := map[string]*movement.Entry{}
		fit := true
		for i := range back.Entries {
			e := &back.Entries[i]
			other[e.After.Innovation.ID] = e
			fit = fit && e.Split && there.Entries[i].Split
		}
		for i := range there.Entries {
			x := &there.Entries[i]
			y := other[x.After.Innovation.ID]
			if x.Departed != -y.Arrived || x.Arrived != -y.Departed || x.Rules+x.Own+x.Others+x.Mixed != -(y.Rules+y.Own+y.Others+y.Mixed) || x.Beaten != (movement.Pair{Before: y.Beaten.After, After: y.Beaten.Before}) {
				t.Errorf("%s: %+v, back %+v", x.After.Innovation.ID, x.Parts, y.Parts)
			}
			if fit {
				if x.Least != negative(y.Most) || x.Most != negative(y.Least) {
					t.Errorf("%s: bounds %+v and %+v, back %+v and %+v", x.After.Innovation.ID, x.Least, x.Most, y.Least, y.Most)
				}
				bounds++
			}
		}
	})
	if bounds < editions {
		t.Errorf("only %d bounds", bounds)
	}
}

func ids(list []movement.Passage) string {
	var out []string
	for _, p := range list {
		out = append(out, p.Result.Innovation.ID)
	}
	return fmt.Sprint(out)
}

func negative(p movement.Parts) movement.Parts {
	return movement.Parts{Rules: -p.Rules, Own: -p.Own, Others: -p.Others}
}

// large makes two editions of n innovations that differ in everything that may.
func large(n int) (before, after *award.Standing) {
	r := rand.New(rand.NewPCG(1, 5))
	e := &award.Edition{Year: 2021, Rubric: award.Rubric{Scale: awardtest.Decimal("111"), Places: 2, Combine: award.Median}}
	for i := range 20 {
		e.Rubric.Criteria = append(e.Rubric.Criteria, awardtest.Criterion(fmt.Sprint("k", i), fmt.Sprint(1+i%4), 0, 1, 2, 3))
	}
	f := *e
	f.Year++
	f.Rubric.Criteria = slices.Clone(e.Rubric.Criteria)
	f.Rubric.Criteria[3].Weight = awardtest.Decimal("7.25")
	for _, edition := range []*award.Edition{e, &f} {
		for i := range n {
			in := &award.Innovation{ID: fmt.Sprint("in", i+edition.Year%2*n/10), Name: fmt.Sprint("Inovasi ", i)}
			for _, c := range edition.Rubric.Criteria {
				in.Marks = append(in.Marks, award.Mark{Criterion: c.ID, Levels: []int{r.IntN(4)}})
			}
			edition.Innovations = append(edition.Innovations, in)
		}
	}
	return award.Evaluate(e, nil), award.Evaluate(&f, nil)
}

func BenchmarkBetween(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			before, after := large(n)
			b.ReportAllocs()
			for b.Loop() {
				movement.Between(before, after)
			}
		})
	}
}

// TestTime: the work grows with n·log n, not n². The bound is generous, for busy
// machines; BenchmarkBetween has the figures.
func TestTime(t *testing.T) {
	if testing.Short() {
		t.Skip("measures")
	}
	before, after := large(4000)
	start := time.Now()
	m := movement.Between(before, after)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%d innovations took %v", len(m.Entries), took)
	}
}
