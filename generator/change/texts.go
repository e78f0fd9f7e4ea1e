package change

import (
	"reflect"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
)

// texts finds files that differ in something that no result depends on. Records
// are compared, not bytes, without the places where they were read.
type texts struct{ found map[string]bool }

// newTexts compares what belongs to no edition.
func newTexts(before, after Side) *texts {
	t := &texts{map[string]bool{}}
	a, b := new(content.Content), new(content.Content)
	if before.Content != nil {
		a = before.Content
	}
	if after.Content != nil {
		b = after.Content
	}
	t.compare("situs.yaml", a.Site, b.Site)
	t.compare("klasifikasi.yaml", a.Taxonomies, b.Taxonomies)
	t.compare("perangkat-daerah.yaml", []any{a.Groups, a.Agencies}, []any{b.Groups, b.Agencies})
	pages := map[string]Pair[content.Page]{}
	for _, p := range slices.Concat(a.Pages, a.Translations) {
		pages[p.File] = Pair[content.Page]{Before: p}
	}
	for _, p := range slices.Concat(b.Pages, b.Translations) {
		pages[p.File] = Pair[content.Page]{pages[p.File].Before, p}
	}
	for file, p := range pages {
		t.compare(file, p.Before, p.After)
	}
	return t
}

func (t *texts) files() []string { return sortedKeys(t.found) }

func (t *texts) compare(file string, before, after any) {
	if !alike(reflect.ValueOf(before), reflect.ValueOf(after)) {
		t.found[file] = true
	}
}

// edition compares what both sides have of an edition.
func (t *texts) edition(c *comparison) {
	if c.Before == nil || c.After == nil {
		return
	}
	t.compare(c.After.Edition.File, wording(c.Before.Edition, c.After.Edition), wording(c.After.Edition, c.Before.Edition))
	before := map[string]*award.Innovation{}
	for _, in := range c.Before.Edition.Innovations {
		id := in.ID
		if now, ok := c.ids[id]; ok {
			id = now
		}
		before[id] = in
	}
	for _, in := range c.After.Edition.Innovations {
		if old := before[in.ID]; old != nil {
			t.compare(in.File, unscored(old), unscored(in))
		}
	}
}

// unscored returns an innovation without what its outcome depends on.
func unscored(in *award.Innovation) award.Innovation {
	out := *in
	out.ID, out.File, out.Agency, out.Categories, out.Withdrawal = "", "", "", nil, award.Withdrawal{}
	out.Marks = slices.Clone(in.Marks)
	for i := range out.Marks {
		out.Marks[i].Levels, out.Marks[i].Line = nil, 0
	}
	out.Marks = slices.DeleteFunc(out.Marks, func(m award.Mark) bool { return m.Reason == "" && len(m.Evidence) == 0 })
	slices.SortFunc(out.Marks, func(a, b award.Mark) int { return strings.Compare(a.Criterion, b.Criterion) })
	return out
}

// wording returns an edition without its rules, and without the items that the
// other side lacks.
func wording(e, other *award.Edition) award.Edition {
	out := *e
	out.Innovations, out.Status, out.Window, out.File = nil, "", award.Period{}, ""
	r := &out.Rubric
	r.Scale, r.Places, r.Combine, r.Bands = award.Decimal{}, 0, "", nil
	r.Criteria = nil
	for _, c := range e.Rubric.Criteria {
		match := other.Rubric.Criterion(c.ID)
		if match == nil {
			continue
		}
		c.Weight, c.Gate = award.Decimal{}, false
		var levels []award.Level
		for _, l := range c.Levels {
			if match.Level(l.Value) != nil {
				levels = append(levels, award.Level{Value: l.Value, Description: l.Description})
			}
		}
		c.Levels = levels
		r.Criteria = append(r.Criteria, c)
	}
	out.Awards = nil
	for _, a := range e.Awards {
		if slices.ContainsFunc(other.Awards, func(o award.Award) bool { return o.ID == a.ID }) {
			out.Awards = append(out.Awards, award.Award{ID: a.ID, Name: a.Name, Description: a.Description, Basis: a.Basis})
		}
	}
	return out
}

var textType = reflect.TypeFor[award.Text]()

// alike compares two values of one type deeply. Texts are equal when they say the
// same, wherever they stand; an empty list is as good as none.
func alike(a, b reflect.Value) bool {
	if a.Type() == textType {
		return a.Field(0).String() == b.Field(0).String()
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if !alike(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !alike(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Interface, reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return alike(a.Elem(), b.Elem())
	}
	return a.Equal(b)
}
