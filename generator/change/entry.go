package change

import (
	"slices"
	"strconv"
	"strings"

	"siger/generator/award"
)

// An Entry is an innovation whose outcome differs, or its id, or what its outcome
// depends on.
type Entry struct {
	Pair[Outcome]
	Cause
	Own       bool    // its own data change its state or score
	Values    []Value // of its file, other than levels
	Marks     []Mark  // whose levels differ, in the order of the rubric
	Objected  Pair[[]award.Objection]
	DataOnly  *Outcome // with the data after and the rules before; nil when the rules are the same or this cannot be computed
	RulesOnly *Outcome // with the data before and the rules after; nil likewise
}

// An Outcome is what becomes of an innovation in an edition. The zero value is
// that of one that does not take part.
type Outcome struct {
	ID, Name, File string
	State          award.State
	Score          award.Decimal // only when rated
	Rank           int           // only when rated
	Tied           bool
	Band           string
	Reasons        []string // ids of the gates that it fails, or of the criteria without a level
}

// A Mark is a criterion on which an innovation has other levels.
type Mark struct {
	Criterion string // id
	Name      string
	Pair[*Given]
	Points *award.Delta // what it adds to the score; nil where there is no score on both sides
}

// Given are the levels on a criterion.
type Given struct {
	Levels []int
	Level  award.Ratio // that counts
	Line   int         // in the innovation's file
}

// Is returns the outcome that names the innovation: after, or else before.
func (e Entry) Is() Outcome {
	if e.After.ID != "" {
		return e.After
	}
	return e.Before
}

// Moved reports whether the outcome differs.
func (e Entry) Moved() bool { return !same(e.Before, e.After) }

// Follows reports whether the innovation moved only because others did.
func (e Entry) Follows() bool { return !e.Own && e.Cause == Cause{Data: true} }

// same reports whether two outcomes are equal, whatever the innovation is called.
func same(a, b Outcome) bool {
	return scored(a, b) && a.Rank == b.Rank && a.Tied == b.Tied && a.Band == b.Band
}

// scored reports whether two outcomes are equal in what an innovation's own data
// decide.
func scored(a, b Outcome) bool {
	return a.State == b.State && a.Score.Cmp(b.Score) == 0 && slices.Equal(a.Reasons, b.Reasons)
}

func outcome(r *award.Result) Outcome {
	if r == nil {
		return Outcome{}
	}
	o := Outcome{
		ID: r.Innovation.ID, Name: r.Innovation.Name, File: r.Innovation.File,
		State: r.State, Score: r.Score, Rank: r.Rank, Tied: r.Tied, Band: r.Band,
	}
	for _, c := range append(slices.Clone(r.Failed), r.Missing...) {
		o.Reasons = append(o.Reasons, c.ID)
	}
	slices.Sort(o.Reasons)
	return o
}

// entries compares the innovations of the two sides.
func (c *comparison) entries() []Entry {
	results := map[*award.Standing]map[string]*award.Result{}
	var keys []string // the id after, or else before; in the order of the entries
	seen := map[string]bool{}
	for _, s := range []*award.Standing{c.After, c.dataOnly, c.Before, c.rulesOnly} {
		if s == nil {
			continue
		}
		results[s] = make(map[string]*award.Result, len(s.Results))
		old := s == c.Before || s == c.rulesOnly
		for i := range s.Results {
			id := s.Results[i].Innovation.ID
			if now, ok := c.ids[id]; ok && old {
				id = now
			}
			results[s][id] = &s.Results[i]
			if !seen[id] {
				seen[id] = true
				keys = append(keys, id)
			}
		}
	}
	var entries []Entry
	for _, key := range keys {
		before, after := results[c.Before][key], results[c.After][key]
		e := Entry{Pair: Pair[Outcome]{outcome(before), outcome(after)}}
		if before != nil && after != nil {
			e.Values = values(before.Innovation, after.Innovation)
			e.Marks = c.marks(results, key)
			e.Objected = Pair[[]award.Objection]{before.Innovation.Objections, after.Innovation.Objections}
		}
		own := func(a, b *award.Standing) bool { return !scored(outcome(results[a][key]), outcome(results[b][key])) }
		e.Own = c.cause(own).Data
		e.Cause = c.cause(func(a, b *award.Standing) bool { return !same(outcome(results[a][key]), outcome(results[b][key])) })
		if !e.Moved() && e.Before.ID == e.After.ID && len(e.Values)+len(e.Marks) == 0 {
			continue
		}
		if c.dataOnly != nil {
			e.DataOnly = new(outcome(results[c.dataOnly][key]))
		}
		if c.rulesOnly != nil {
			e.RulesOnly = new(outcome(results[c.rulesOnly][key]))
		}
		entries = append(entries, e)
	}
	return entries
}

// values compares what an innovation's outcome depends on beside its levels.
func values(before, after *award.Innovation) []Value {
	var list valueList
	list.add("perangkat_daerah", before.Agency, after.Agency)
	taxonomies := map[string]Pair[[]string]{}
	for _, c := range before.Categories {
		taxonomies[c.Taxonomy] = Pair[[]string]{Before: c.Terms}
	}
	for _, c := range after.Categories {
		taxonomies[c.Taxonomy] = Pair[[]string]{taxonomies[c.Taxonomy].Before, c.Terms}
	}
	for _, id := range sortedKeys(taxonomies) {
		list.add("kategori."+id, set(taxonomies[id].Before), set(taxonomies[id].After))
	}
	list.add("ditarik.tanggal", before.Withdrawal.Date.String(), after.Withdrawal.Date.String())
	list.add("ditarik.alasan", before.Withdrawal.Reason, after.Withdrawal.Reason)
	return list
}

// marks compares the levels of an innovation.
func (c *comparison) marks(results map[*award.Standing]map[string]*award.Result, key string) []Mark {
	var marks []Mark
	before, after := results[c.Before][key], results[c.After][key]
	add := func(id, name string) {
		if slices.ContainsFunc(marks, func(m Mark) bool { return m.Criterion == id }) {
			return
		}
		m := Mark{Criterion: id, Name: name, Pair: Pair[*Given]{given(c.Before, before, id), given(c.After, after, id)}}
		if m.Before == nil && m.After == nil || m.Before != nil && m.After != nil && slices.Equal(m.Before.Levels, m.After.Levels) {
			return
		}
		marks = append(marks, m)
	}
	for _, s := range []*award.Standing{c.After, c.Before} {
		for _, criterion := range s.Edition.Rubric.Criteria {
			add(criterion.ID, criterion.Name)
		}
	}
	switch {
	case !c.ruled:
		points(marks, c.Before.Assessor, &c.Before.Edition.Rubric, before, after)
	case c.dataOnly != nil:
		points(marks, c.Before.Assessor, &c.Before.Edition.Rubric, before, results[c.dataOnly][key])
	case c.rulesOnly != nil:
		points(marks, c.After.Assessor, &c.After.Edition.Rubric, results[c.rulesOnly][key], after)
	}
	return marks
}

func given(s *award.Standing, r *award.Result, criterion string) *Given {
	m := r.Mark(criterion)
	if m == nil || len(m.Levels) == 0 {
		return nil
	}
	return &Given{m.Levels, s.Edition.Rubric.Combine.Level(m.Levels), int(m.Line)}
}

// set writes ids as a list of the content format, in an order of its own.
func set(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return "[" + strings.Join(slices.Sorted(slices.Values(ids)), ", ") + "]"
}

func numbers(values []int) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = strconv.Itoa(v)
	}
	return "[" + strings.Join(words, ", ") + "]"
}
