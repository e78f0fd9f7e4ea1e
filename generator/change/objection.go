package change

import (
	"slices"

	"siger/generator/award"
)

// An Unfounded is a change of a score inside an objection period that no objection
// and no mending of the organiser's own accounts for.
type Unfounded struct {
	Entry
	Criterion string // id; "" where it is no level that changed the score
}

// Unfounded lists those of an edition whose results were open to objections before.
// It speaks of the side after: what the other one has recorded says nothing about
// this change. A withdrawal has its own record.
func (e Edition) Unfounded() []Unfounded {
	if e.Status.Before != award.Objections || e.Status.After == "" || e.Unsure {
		return nil
	}
	var list []Unfounded
	for _, x := range e.Entries {
		if x.After.State == award.Withdrawn || scored(x.Before, x.After) && len(x.Marks) == 0 {
			continue
		}
		founded := len(x.Marks) > 0
		for _, m := range x.Marks {
			if !award.Explains(x.Objected.Before, x.Objected.After, m.Criterion, m.Before.levels(), m.After.levels()) {
				list = append(list, Unfounded{x, m.Criterion})
				founded = true // has been said
			}
		}
		if !founded || x.Rules && !scored(x.Before, x.After) {
			list = append(list, Unfounded{Entry: x})
		}
	}
	return list
}

// Unfounded reports whether a score changes without a record of why; see
// [Edition.Unfounded].
func (r *Report) Unfounded() bool {
	return slices.ContainsFunc(r.Editions, func(e Edition) bool { return len(e.Unfounded()) > 0 })
}

func (g *Given) levels() []int {
	if g == nil {
		return nil
	}
	return g.Levels
}

// unfounded lays out changes that nothing on record accounts for.
func (o Output) unfounded(e Edition) section {
	s := section{title: o.say(wNoObjection), first: true, name: o.say(wInnovation), text: o.say(wChange)}
	for _, u := range e.Unfounded() {
		full := o.entry(e, u.Entry)
		r := row{name: full.name, text: full.text}
		for _, m := range u.Marks {
			if m.Criterion == u.Criterion {
				r.text = m.Criterion + ": " + o.arrow(o.given(m.Before), o.given(m.After))
			}
		}
		s.rows = append(s.rows, r)
	}
	return s
}
