package award

import "slices"

// Beyond returns the criteria that another rubric does not have, by their ids.
// What was marked under the other cannot be assessed by r when there is one.
func (r *Rubric) Beyond(other *Rubric) []*Criterion {
	var list []*Criterion
	for i := range r.Criteria {
		if other.Criterion(r.Criteria[i].ID) == nil {
			list = append(list, &r.Criteria[i])
		}
	}
	return list
}

// Misfits returns the criteria on which an innovation, marked under another
// rubric, has a level that r does not have.
func (r *Rubric) Misfits(in *Innovation) []*Criterion {
	var list []*Criterion
	for i := range r.Criteria {
		c := &r.Criteria[i]
		m := in.mark(c.ID)
		if m != nil && slices.ContainsFunc(m.Levels, func(v int) bool { return c.Level(v) == nil }) {
			list = append(list, c)
		}
	}
	return list
}

// SameScores reports whether two rubrics give every innovation the same state and
// score. Names, descriptions and bands do not matter.
func (r *Rubric) SameScores(other *Rubric) bool {
	return r.Scale.Cmp(other.Scale) == 0 && r.Places == other.Places && r.Combine == other.Combine &&
		slices.EqualFunc(r.Criteria, other.Criteria, func(a, b Criterion) bool {
			return a.ID == b.ID && a.Weight.Cmp(b.Weight) == 0 && a.Gate == b.Gate &&
				slices.EqualFunc(a.Levels, b.Levels, func(x, y Level) bool { return x.Value == y.Value })
		})
}
