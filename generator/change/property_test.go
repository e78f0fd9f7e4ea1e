package change_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"siger/generator/award"
	"siger/generator/award/awardtest"
	"siger/generator/change"
	"siger/generator/content"
)

const editions = 300

// everyChange runs a check on random editions and random changes of them: of data
// (even seeds), or of data and rules.
func everyChange(t *testing.T, check func(t *testing.T, before, after change.Side, ruled bool)) {
	t.Parallel()
	for seed := range uint64(editions) {
		passed := t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 5))
			e, agencies := awardtest.Edition(r)
			e.Status = award.Draft
			ruled := seed%2 == 1
			f, others := changed(r, e, agencies, ruled)
			check(t, side(e, agencies), side(f, others), ruled)
		})
		if !passed {
			return
		}
	}
}

func side(e *award.Edition, agencies []award.Agency) change.Side {
	return change.Evaluate(&content.Content{Editions: []*award.Edition{e}, Agencies: agencies})
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func chance(r *rand.Rand, n int) bool { return r.IntN(100) < n }

// changed returns an edition that somebody has worked on.
func changed(r *rand.Rand, e *award.Edition, agencies []award.Agency, ruled bool) (*award.Edition, []award.Agency) {
	out := *e
	out.Rubric.Criteria = slices.Clone(e.Rubric.Criteria)
	out.Rubric.Bands = slices.Clone(e.Rubric.Bands)
	out.Awards = slices.Clone(e.Awards)
	out.Innovations = nil
	others := slices.Clone(agencies)
	if chance(r, 20) {
		i := r.IntN(len(others))
		others[i].Group = pick(r, "pd", "kota")
	}
	for _, in := range e.Innovations {
		in := *in
		in.Marks = slices.Clone(in.Marks)
		switch {
		case chance(r, 5):
			continue // removed
		case chance(r, 5):
			in.Aliases = []string{in.ID}
			in.ID += "-baru"
		case chance(r, 5):
			in.Withdrawal = award.Withdrawal{Reason: "pindah"}
		case chance(r, 5):
			in.Withdrawal = award.Withdrawal{}
		case chance(r, 5):
			in.Agency = pick(r, others...).ID
		case chance(r, 5):
			in.Categories = nil
		case chance(r, 10):
			in.Name += " dua"
		}
		for i := range in.Marks {
			c := out.Rubric.Criterion(in.Marks[i].Criterion)
			if c != nil && chance(r, 10) {
				in.Marks[i].Levels = []int{pick(r, c.Levels...).Value}
			}
		}
		if len(in.Marks) > 0 && chance(r, 3) {
			in.Marks = in.Marks[1:]
		}
		out.Innovations = append(out.Innovations, &in)
	}
	if len(out.Innovations) > 0 && chance(r, 30) {
		in := *pick(r, out.Innovations...)
		in.ID, in.Aliases = "tambahan", nil
		out.Innovations = append(out.Innovations, &in)
	}
	if !ruled {
		return &out, others
	}
	c := &out.Rubric.Criteria[r.IntN(len(out.Rubric.Criteria))]
	kind := r.IntN(10)
	switch kind {
	case 0:
		c.Weight = award.NewDecimal(1+r.Int64N(50), 0)
	case 1:
		out.Rubric.Scale = award.NewDecimal(50+r.Int64N(50), 0)
	case 2:
		out.Rubric.Places = r.IntN(5)
	case 3:
		c.Gate = !c.Gate
	case 4:
		c.Levels = append(slices.Clone(c.Levels), award.Level{Value: c.Highest() + 1})
	case 5:
		out.Rubric.Bands = []award.Band{{Name: "atas", From: award.NewDecimal(1, 0)}, {Name: "bawah"}}
	case 6:
		if len(out.Awards) > 0 {
			a := &out.Awards[r.IntN(len(out.Awards))]
			a.Places, a.Minimum, a.Filter = 1+r.IntN(4), nil, award.Filter{}
		}
	case 7, 9: // one criterion is gone, with its levels: it takes a rubric of two
		if len(out.Rubric.Criteria) > 1 && !out.Rubric.Criteria[1].Weight.IsZero() {
			gone := out.Rubric.Criteria[0].ID
			out.Rubric.Criteria = out.Rubric.Criteria[1:]
			for _, in := range out.Innovations {
				in.Marks = slices.DeleteFunc(in.Marks, func(m award.Mark) bool { return m.Criterion == gone })
			}
		}
	}
	if kind >= 8 { // one is new
		out.Rubric.Criteria = append(out.Rubric.Criteria, award.Criterion{
			ID: "baru", Weight: award.NewDecimal(7, 0), Levels: []award.Level{{Value: 0}, {Value: 1}},
		})
		for _, in := range out.Innovations {
			if chance(r, 95) {
				in.Marks = append(in.Marks, award.Mark{Criterion: "baru", Levels: []int{r.IntN(2)}})
			}
		}
	}
	return &out, others
}

// A ledger is everything that the results of an edition say, by id.
type ledger struct {
	outcomes map[string]string
	levels   map[string]string
	places   map[string]string
	measures map[string]string
}

func newLedger(s *award.Standing, id func(string) string) ledger {
	l := ledger{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	for _, r := range s.Results {
		l.outcomes[id(r.Innovation.ID)] = fmt.Sprint(r.State, " ", award.Exact(r.Score.Rat()), " ", r.Rank, r.Tied, r.Band)
		for _, m := range r.Innovation.Marks {
			if c := s.Edition.Rubric.Criterion(m.Criterion); c != nil && len(m.Levels) > 0 {
				l.levels[id(r.Innovation.ID)+" "+m.Criterion] = fmt.Sprint(m.Levels)
			}
		}
	}
	for _, a := range s.Awards {
		for _, w := range a.Winners {
			key := w.ID()
			if w.Result != nil {
				key = id(key)
			}
			l.places[a.Award.ID+" "+key] = fmt.Sprint(w.Place, w.Tied, award.Exact(w.Value.Rat()))
		}
	}
	for _, a := range s.Agencies {
		l.measures[a.Agency.ID] = fmt.Sprint(len(a.Results), a.Count, award.Exact(a.Total.Rat()), award.Exact(a.Mean.Rat()), a.Ranks)
	}
	return l
}

// apply changes a ledger as a report says.
func (l ledger) apply(e change.Edition) {
	put := func(in map[string]string, key string, there bool, value string) {
		if there {
			in[key] = value
		} else {
			delete(in, key)
		}
	}
	for _, x := range e.Entries {
		o := x.After
		put(l.outcomes, x.Is().ID, o.ID != "", fmt.Sprint(o.State, " ", award.Exact(o.Score.Rat()), " ", o.Rank, o.Tied, o.Band))
		for _, m := range x.Marks {
			if m.After != nil {
				l.levels[x.Is().ID+" "+m.Criterion] = fmt.Sprint(m.After.Levels)
			} else {
				delete(l.levels, x.Is().ID+" "+m.Criterion)
			}
		}
	}
	for _, a := range e.Awards {
		for _, h := range a.Holders {
			put(l.places, a.ID+" "+h.ID, h.After.Number > 0, fmt.Sprint(h.After.Number, h.After.Tied, award.Exact(h.After.Value.Rat())))
		}
	}
	for _, a := range e.Agencies {
		m := a.After
		put(l.measures, a.ID, m.Entries > 0, fmt.Sprint(m.Entries, m.Count, award.Exact(m.Total.Rat()), award.Exact(m.Mean.Rat()), m.Ranks))
	}
}

func only(t *testing.T, r change.Report) change.Edition {
	t.Helper()
	switch len(r.Editions) {
	case 0:
		return change.Edition{}
	case 1:
		return r.Editions[0]
	}
	t.Fatalf("%d editions", len(r.Editions))
	return change.Edition{}
}

// TestReportIsTheDifference: what was, with the reported changes, is what is.
func TestReportIsTheDifference(t *testing.T) {
	moved := 0
	everyChange(t, func(t *testing.T, before, after change.Side, _ bool) {
		e := only(t, change.Between(before, after))
		ids := map[string]string{}
		come, gone := map[string]bool{}, map[string]bool{}
		for _, x := range e.Entries {
			if x.Before.ID != "" && x.After.ID != "" {
				ids[x.Before.ID] = x.After.ID
			}
			come[x.Is().ID] = x.Before.ID == ""
			gone[x.Is().ID] = x.After.ID == ""
			if x.Moved() {
				moved++
			}
		}
		got := newLedger(before.Standings[0], func(id string) string { return cmp.Or(ids[id], id) })
		got.apply(e)
		want := newLedger(after.Standings[0], func(id string) string { return id })
		// Levels of innovations that come or go are not listed one by one, nor those
		// on criteria that came or went.
		for _, l := range []ledger{got, want} {
			for key := range l.levels {
				var id, criterion string
				fmt.Sscan(key, &id, &criterion)
				if come[id] || gone[id] || before.Standings[0].Edition.Rubric.Criterion(criterion) == nil && after.Standings[0].Edition.Rubric.Criterion(criterion) == nil {
					delete(l.levels, key)
				}
			}
		}
		for _, part := range []struct {
			what      string
			got, want map[string]string
		}{
			{"outcomes", got.outcomes, want.outcomes}, {"levels", got.levels, want.levels},
			{"places", got.places, want.places}, {"measures", got.measures, want.measures},
		} {
			if !maps.Equal(part.got, part.want) {
				t.Errorf("%s: the report makes\n%v\nthe results are\n%v", part.what, part.got, part.want)
			}
		}
	})
	t.Cleanup(func() {
		if moved < editions {
			t.Errorf("only %d innovations moved", moved)
		}
	})
}

// TestMirror: exchanged sides give the exchanged report.
func TestMirror(t *testing.T) {
	everyChange(t, func(t *testing.T, before, after change.Side, ruled bool) {
		there, back := change.Between(before, after), change.Between(after, before)
		if len(there.Editions) != len(back.Editions) || !slices.Equal(there.Texts, back.Texts) {
			t.Fatalf("%d editions, texts %v; back %d editions, texts %v", len(there.Editions), there.Texts, len(back.Editions), back.Texts)
		}
		want, got := canonical(only(t, there), ruled), canonical(mirror(only(t, back)), ruled)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("mirrored\n%+v\nwant\n%+v", got, want)
		}
	})
}

func swap[T any](p change.Pair[T]) change.Pair[T] {
	return change.Pair[T]{Before: p.After, After: p.Before}
}

func mirror(e change.Edition) change.Edition {
	e.Status, e.Size = swap(e.Status), swap(e.Size)
	e.Rules, e.Awards, e.Entries, e.Agencies = slices.Clone(e.Rules), slices.Clone(e.Awards), slices.Clone(e.Entries), slices.Clone(e.Agencies)
	for i := range e.Rules {
		e.Rules[i].Pair = swap(e.Rules[i].Pair)
	}
	for i := range e.Awards {
		a := &e.Awards[i]
		a.Exists, a.Holders = swap(a.Exists), slices.Clone(a.Holders)
		for j := range a.Holders {
			a.Holders[j].Pair = swap(a.Holders[j].Pair)
		}
	}
	for i := range e.Agencies {
		e.Agencies[i].Pair = swap(e.Agencies[i].Pair)
	}
	for i := range e.Entries {
		x := &e.Entries[i]
		x.Pair, x.DataOnly, x.RulesOnly = swap(x.Pair), x.RulesOnly, x.DataOnly
		x.Values, x.Marks = slices.Clone(x.Values), slices.Clone(x.Marks)
		for j := range x.Values {
			x.Values[j].Pair = swap(x.Values[j].Pair)
		}
		for j := range x.Marks {
			m := &x.Marks[j]
			m.Pair = swap(m.Pair)
			if m.Points != nil {
				m.Points = &award.Delta{Units: -m.Points.Units, Places: m.Points.Places}
			}
		}
	}
	return e
}

// canonical leaves out the order of the lists, the words for what is the same
// thing under two names, and the points where the rules differ: they are counted
// under the rules before.
func canonical(e change.Edition, ruled bool) change.Edition {
	key := func(o change.Pair[change.Outcome]) string {
		return min(o.Before.ID, o.After.ID) + max(o.Before.ID, o.After.ID)
	}
	names := map[string]string{}
	for i := range e.Entries {
		x := &e.Entries[i]
		slices.SortFunc(x.Marks, func(a, b change.Mark) int { return cmp.Compare(a.Criterion, b.Criterion) })
		for j := range x.Marks {
			if ruled {
				x.Marks[j].Points = nil
			}
		}
		names[x.Before.ID], names[x.After.ID] = key(x.Pair), key(x.Pair)
	}
	slices.SortFunc(e.Entries, func(a, b change.Entry) int { return cmp.Compare(key(a.Pair), key(b.Pair)) })
	slices.SortFunc(e.Awards, func(a, b change.Award) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(e.Agencies, func(a, b change.Agency) int { return cmp.Compare(a.ID, b.ID) })
	for i := range e.Awards {
		for j := range e.Awards[i].Holders {
			h := &e.Awards[i].Holders[j]
			h.ID, h.Name = cmp.Or(names[h.ID], h.ID), ""
		}
		slices.SortFunc(e.Awards[i].Holders, func(a, b change.Holder) int { return cmp.Compare(a.ID, b.ID) })
	}
	return e
}

// TestPointsAddUp: the points of the levels that differ are what the published
// score differs by.
func TestPointsAddUp(t *testing.T) {
	added := 0
	everyChange(t, func(t *testing.T, before, after change.Side, ruled bool) {
		if ruled {
			return
		}
		for _, x := range only(t, change.Between(before, after)).Entries {
			if x.Before.State != award.Rated || x.After.State != award.Rated || len(x.Marks) == 0 {
				continue
			}
			var sum int64
			for _, m := range x.Marks {
				sum += m.Points.Units
			}
			if want := x.After.Score.Units() - x.Before.Score.Units(); sum != want {
				t.Errorf("%s: the points add up to %d, the score differs by %d", x.Is().ID, sum, want)
			}
			added++
		}
	})
	t.Cleanup(func() {
		if added < editions/2 {
			t.Errorf("only %d sums", added)
		}
	})
}

// TestCauses: data alone are the cause where the rules are the same, rules alone
// where the data are; an innovation that only follows has its old data.
func TestCauses(t *testing.T) {
	follows, told, apart := 0, 0, 0
	everyChange(t, func(t *testing.T, before, after change.Side, ruled bool) {
		e := only(t, change.Between(before, after))
		for _, x := range e.Entries {
			if x.Moved() && x.Cause == (change.Cause{}) || !x.Moved() && x.Own && len(e.Rules) == 0 {
				t.Errorf("%s: moved %v, own %v, cause %+v", x.Is().ID, x.Moved(), x.Own, x.Cause)
			}
			if len(e.Rules) == 0 && (x.Rules || x.Mixed) {
				t.Errorf("%s: cause %+v without another rule", x.Is().ID, x.Cause)
			}
			if x.Moved() && x.Follows() && len(x.Marks) == 0 {
				follows++
			}
			if x.Mixed {
				apart++
			} else if x.Rules {
				told++
			}
		}
		// The same data under the rules after: everything is the rules' doing.
		f := *after.Standings[0].Edition
		f.Innovations = before.Standings[0].Edition.Innovations
		if len(e.Rules) == 0 || slices.ContainsFunc(e.Rules, func(v change.Value) bool { return v.Before == "" || v.After == "" }) {
			return
		}
		for _, x := range only(t, change.Between(before, side(&f, before.Content.Agencies))).Entries {
			if x.Data || x.Own || !x.Rules {
				t.Errorf("%s: cause %+v, own %v, with the same data", x.Is().ID, x.Cause, x.Own)
			}
		}
	})
	t.Cleanup(func() {
		if follows < editions/2 || told < editions/2 || apart < 5 {
			t.Errorf("%d followed, %d were moved by rules, %d could not be told", follows, told, apart)
		}
	})
}

// TestNothing: the same content twice is no change.
func TestNothing(t *testing.T) {
	everyChange(t, func(t *testing.T, before, after change.Side, _ bool) {
		for _, s := range []change.Side{before, after} {
			if r := change.Between(s, s); len(r.Editions)+len(r.Texts) > 0 || r.Changed() {
				t.Errorf("%+v", r)
			}
		}
	})
}
