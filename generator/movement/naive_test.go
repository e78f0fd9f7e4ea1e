package movement_test

import (
	"slices"

	"siger/generator/award"
	"siger/generator/movement"
)

// A naive splitter holds every ranking that never was as a list of results.
type naive struct {
	before, after map[string]*award.Result
	both          []string // ranked in both
	fit           []string // of those, who can be scored by the other rules
	order         movement.Order
	crossed       [2][2]map[string]*award.Result // by rules and levels; nil where not computable
}

func ranked(s *award.Standing) map[string]*award.Result {
	out := map[string]*award.Result{}
	for i := range s.Results {
		if s.Results[i].State == award.Rated {
			out[s.Results[i].Innovation.ID] = &s.Results[i]
		}
	}
	return out
}

func newNaive(before, after *award.Standing) *naive {
	n := &naive{before: ranked(before), after: ranked(after)}
	asks := func(r, other *award.Rubric) bool { // r asks nothing that other does not
		return !slices.ContainsFunc(r.Criteria, func(c award.Criterion) bool { return other.Criterion(c.ID) == nil })
	}
	has := func(r *award.Rubric, in *award.Innovation) bool {
		for _, mark := range in.Marks {
			if c := r.Criterion(mark.Criterion); c != nil {
				for _, level := range mark.Levels {
					if c.Level(level) == nil {
						return false
					}
				}
			}
		}
		return true
	}
	old, now := &before.Edition.Rubric, &after.Edition.Rubric
	first, last := asks(now, old), asks(old, now)
	switch {
	case first:
		n.order = movement.RulesFirst
	case last:
		n.order = movement.RulesLast
	default:
		n.order = movement.Unsplit
	}
	for _, r := range after.Results {
		id := r.Innovation.ID
		if n.before[id] == nil || n.after[id] == nil {
			continue
		}
		n.both = append(n.both, id)
		if n.order == movement.RulesFirst && has(now, n.before[id].Innovation) || n.order == movement.RulesLast && has(old, n.after[id].Innovation) {
			n.fit = append(n.fit, id)
		}
	}
	cross := func(possible bool, rules *award.Edition, levels map[string]*award.Result) map[string]*award.Result {
		if !possible {
			return nil
		}
		mixed := *rules
		mixed.Innovations = nil
		for _, id := range n.fit {
			if !has(&rules.Rubric, levels[id].Innovation) {
				return nil
			}
			mixed.Innovations = append(mixed.Innovations, levels[id].Innovation)
		}
		return ranked(award.Evaluate(&mixed, nil))
	}
	n.crossed[0][0] = cross(true, before.Edition, n.before)
	n.crossed[0][1] = cross(last, before.Edition, n.after)
	n.crossed[1][0] = cross(first, after.Edition, n.before)
	n.crossed[1][1] = cross(true, after.Edition, n.after)
	return n
}

// above counts the competitors above an innovation, with the levels of each looked
// up in a ranking of the same rules; -1 where it has no score there.
func above(competitors []string, id string, its, theirs map[string]*award.Result) int {
	if its == nil || theirs == nil || its[id] == nil {
		return -1
	}
	count := 0
	for _, other := range competitors {
		if other != id && theirs[other] != nil && theirs[other].Score.Cmp(its[id].Score) > 0 {
			count++
		}
	}
	return count
}

func (n *naive) entry(id string) movement.Entry {
	var e movement.Entry
	var departed, arrived, mixed []string
	for other := range n.before {
		if n.after[other] == nil {
			departed = append(departed, other)
		}
	}
	for other := range n.after {
		if n.before[other] == nil {
			arrived = append(arrived, other)
		}
	}
	e.Departed = above(departed, id, n.before, n.before)
	e.Arrived = -above(arrived, id, n.after, n.after)
	if slices.Contains(n.fit, id) {
		e.Split = n.steps(id, &e)
	}
	for _, other := range n.both {
		if !e.Split || !slices.Contains(n.fit, other) {
			mixed = append(mixed, other)
		}
	}
	e.Mixed = above(mixed, id, n.before, n.before) - above(mixed, id, n.after, n.after)
	return e
}

// steps tries all sequences of three causes, written as digits.
func (n *naive) steps(id string, e *movement.Entry) bool {
	const rules, own, others = 0, 1, 2
	wanted := [3]int{rules, own, others}
	if n.order == movement.RulesLast {
		wanted = [3]int{own, others, rules}
	}
	found := false
	var all []movement.Parts
	for code := range 27 {
		sequence := [3]int{code / 9, code / 3 % 3, code % 3}
		if sequence[0] == sequence[1] || sequence[1] == sequence[2] || sequence[0] == sequence[2] {
			continue
		}
		var now [3]int
		count := func() int {
			return above(n.fit, id, n.crossed[now[rules]][now[own]], n.crossed[now[rules]][now[others]])
		}
		var gained [3]int
		last := count()
		ok := true
		for _, cause := range sequence {
			now[cause] = 1
			next := count()
			ok = ok && next >= 0
			gained[cause] = last - next
			last = next
		}
		if !ok {
			continue
		}
		p := movement.Parts{Rules: gained[rules], Own: gained[own], Others: gained[others]}
		all = append(all, p)
		if sequence == wanted {
			found = true
			e.Rules, e.Own, e.Others = p.Rules, p.Own, p.Others
		}
	}
	if !found {
		return false
	}
	e.Least, e.Most = all[0], all[0]
	for _, p := range all {
		e.Least = movement.Parts{Rules: min(e.Least.Rules, p.Rules), Own: min(e.Least.Own, p.Own), Others: min(e.Least.Others, p.Others)}
		e.Most = movement.Parts{Rules: max(e.Most.Rules, p.Rules), Own: max(e.Most.Own, p.Own), Others: max(e.Most.Others, p.Others)}
	}
	return true
}
