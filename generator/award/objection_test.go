package award_test

import (
	"testing"

	"siger/generator/award"
)

// TestExplains: only rulings that are new, start at the levels before and lead to
// those after account for a change.
func TestExplains(t *testing.T) {
	o := func(criterion string, before, after int) award.Objection {
		o := award.Objection{Criterion: criterion}
		if before >= 0 {
			o.Before, o.After = []int{before}, []int{after}
		}
		return o
	}
	type list = []award.Objection
	for name, c := range map[string]struct {
		was, is       list
		before, after int
		want          bool
	}{
		"nothing on record":       {nil, nil, 1, 2, false},
		"no change":               {nil, nil, 1, 1, true},
		"one ruling":              {nil, list{o("a", 1, 2)}, 1, 2, true},
		"another criterion":       {nil, list{o("b", 1, 2)}, 1, 2, false},
		"another start":           {nil, list{o("a", 0, 2)}, 1, 2, false},
		"another end":             {nil, list{o("a", 1, 3)}, 1, 2, false},
		"recorded before":         {list{o("a", 1, 2)}, list{o("a", 1, 2)}, 1, 2, false},
		"pending before":          {list{o("a", -1, -1)}, list{o("a", 1, 2)}, 1, 2, true},
		"two rulings":             {nil, list{o("a", 1, 3), o("b", 3, 0), o("a", 3, 2)}, 1, 2, true},
		"there and back":          {nil, list{o("a", 1, 2), o("a", 2, 1)}, 1, 2, false},
		"still pending":           {nil, list{o("a", -1, -1)}, 1, 2, false},
		"new one beside a former": {list{o("a", 0, 1)}, list{o("a", 0, 1), o("a", 1, 2)}, 1, 2, true},
		"taken off the record":    {list{o("a", 1, 2)}, nil, 2, 1, false},
	} {
		if got := award.Explains(c.was, c.is, "a", []int{c.before}, []int{c.after}); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !award.Explains(nil, list{{Criterion: "a", Before: []int{1, 2}, After: []int{2, 2}}}, "a", []int{1, 2}, []int{2, 2}) {
		t.Error("several assessors")
	}
}
