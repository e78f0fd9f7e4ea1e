package change

import (
	"cmp"
	"slices"

	"siger/generator/award"
)

// An Award is an award with a place that somebody gains, loses or changes, or
// that somebody holds with another value.
type Award struct {
	ID      string
	Name    string // after, or else before
	Subject award.Subject
	Exists  Pair[bool]
	Cause
	Holders []Holder // by place after, then those who lost theirs by place before
}

// A Holder is somebody whose place in an award differs.
type Holder struct {
	ID   string // after, or else before
	Name string
	Pair[Place]
}

// A Place is a place of an award. The zero value is none.
type Place struct {
	Number int
	Tied   bool
	Value  award.Decimal // what was compared
}

func (p Place) same(q Place) bool {
	return p.Number == q.Number && p.Tied == q.Tied && p.Value.Cmp(q.Value) == 0
}

// places are the winners of an award, by the id of the side after.
func (c *comparison) places(s *award.Standing, id string) map[string]Place {
	places := map[string]Place{}
	if a := findAward(s, id); a != nil {
		for _, w := range a.Winners {
			places[c.key(s, w)] = Place{w.Place, w.Tied, w.Value}
		}
	}
	return places
}

func (c *comparison) key(s *award.Standing, w award.Winner) string {
	if now, ok := c.ids[w.ID()]; ok && w.Result != nil && (s == c.Before || s == c.rulesOnly) {
		return now
	}
	return w.ID()
}

func findAward(s *award.Standing, id string) *award.AwardStanding {
	if s == nil {
		return nil
	}
	for i := range s.Awards {
		if s.Awards[i].Award.ID == id {
			return &s.Awards[i]
		}
	}
	return nil
}

// awards compares the awards' winners.
func (c *comparison) awards() []Award {
	var list []Award
	seen := map[string]bool{}
	for _, s := range []*award.Standing{c.After, c.Before} {
		if s == nil {
			continue
		}
		for i := range s.Awards {
			if id := s.Awards[i].Award.ID; !seen[id] {
				seen[id] = true
				if a := c.award(s.Awards[i].Award); len(a.Holders) > 0 {
					list = append(list, a)
				}
			}
		}
	}
	return list
}

func (c *comparison) award(of *award.Award) Award {
	before, after := findAward(c.Before, of.ID), findAward(c.After, of.ID)
	a := Award{ID: of.ID, Name: of.Name, Subject: of.Subject, Exists: Pair[bool]{before != nil, after != nil}}
	was, is := c.places(c.Before, of.ID), c.places(c.After, of.ID)
	seen := map[string]bool{}
	for _, side := range []struct {
		standing *award.Standing
		award    *award.AwardStanding
	}{{c.After, after}, {c.Before, before}} {
		if side.award == nil {
			continue
		}
		for _, w := range side.award.Winners {
			id := c.key(side.standing, w)
			if !seen[id] && !was[id].same(is[id]) {
				a.Holders = append(a.Holders, Holder{id, w.Name(), Pair[Place]{was[id], is[id]}})
			}
			seen[id] = true
		}
	}
	a.Cause = c.cause(func(x, y *award.Standing) bool {
		p, q := c.places(x, of.ID), c.places(y, of.ID)
		return !equalMaps(p, q, Place.same)
	})
	return a
}

func equalMaps[V any](a, b map[string]V, equal func(V, V) bool) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if w, ok := b[k]; !ok || !equal(v, w) {
			return false
		}
	}
	return true
}

// An Agency is an agency whose measures or ranks in an edition differ.
type Agency struct {
	ID   string
	Name string // after, or else before
	Pair[Measures]
	Cause
}

// Measures are an agency's part in an edition. The zero value is that of one
// without an innovation in it.
type Measures struct {
	Entries int // innovations, rated or not
	award.Measured
	Ranks award.MeasureRanks
}

func (m Measures) same(n Measures) bool {
	return m.Entries == n.Entries && m.Count == n.Count && m.Total.Cmp(n.Total) == 0 && m.Mean.Cmp(n.Mean) == 0 && m.Ranks == n.Ranks
}

// standings compares the agencies' measures.
func (c *comparison) standings() []Agency {
	names := map[string]string{}
	parts := map[*award.Standing]map[string]Measures{}
	for _, s := range []*award.Standing{c.Before, c.rulesOnly, c.dataOnly, c.After} {
		if s == nil {
			continue
		}
		parts[s] = map[string]Measures{}
		for _, a := range s.Agencies {
			parts[s][a.Agency.ID] = Measures{len(a.Results), a.Measured, a.Ranks}
			names[a.Agency.ID] = a.Agency.Name
		}
	}
	var list []Agency
	for _, id := range sortedKeys(names) {
		a := Agency{ID: id, Name: names[id], Pair: Pair[Measures]{parts[c.Before][id], parts[c.After][id]}}
		if a.Before.same(a.After) {
			continue
		}
		a.Cause = c.cause(func(x, y *award.Standing) bool { return !parts[x][id].same(parts[y][id]) })
		list = append(list, a)
	}
	position := func(m Measures) int {
		if m.Ranks.Total == 0 {
			return len(list) + len(names) + 1
		}
		return m.Ranks.Total
	}
	slices.SortFunc(list, func(a, b Agency) int {
		return cmp.Or(
			cmp.Compare(position(a.After), position(b.After)),
			cmp.Compare(position(a.Before), position(b.Before)),
			cmp.Compare(a.ID, b.ID))
	})
	return list
}
