package change

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"siger/generator/award"
)

// A valueList collects what was written differently.
type valueList []Value

func (l *valueList) add(path, before, after string) {
	if before != after {
		*l = append(*l, Value{path, Pair[string]{before, after}})
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// rules compares everything in an edition that decides results, and its
// eligibility. The values are written as in an edition's file.
func rules(before, after *award.Edition) []Value {
	var list valueList
	list.add("syarat.waktu_penerapan", period(before.Window), period(after.Window))
	a, b := &before.Rubric, &after.Rubric
	list.add("rubrik.skala", number(a.Scale), number(b.Scale))
	list.add("rubrik.desimal", strconv.Itoa(a.Places), strconv.Itoa(b.Places))
	list.add("rubrik.penilai", string(a.Combine), string(b.Combine))
	list.pairs("rubrik.kriteria.", parts(a.Criteria, criterionParts), parts(b.Criteria, criterionParts))
	list.add("rubrik.predikat", bands(a.Bands), bands(b.Bands))
	list.pairs("penghargaan.", parts(before.Awards, awardParts), parts(after.Awards, awardParts))
	return list
}

// A part is a key with what is written there, "" for nothing.
type part struct{ key, value string }

// parts lists what decides in each item, by the item's id.
func parts[T any](items []T, of func(*T) (id string, parts []part)) map[string][]part {
	all := make(map[string][]part, len(items))
	for i := range items {
		id, list := of(&items[i])
		all[id] = list
	}
	return all
}

// pairs compares items by their ids. One that only one side has is written as a
// whole.
func (l *valueList) pairs(path string, before, after map[string][]part) {
	ids := maps.Clone(before)
	maps.Copy(ids, after)
	for _, id := range sortedKeys(ids) {
		a, b := before[id], after[id]
		if a == nil || b == nil {
			l.add(path+id, whole(a), whole(b))
			continue
		}
		for i := range a {
			l.add(path+id+"."+a[i].key, a[i].value, b[i].value)
		}
	}
}

func whole(parts []part) string {
	if parts == nil {
		return ""
	}
	var words []string
	for _, p := range parts {
		if p.value != "" {
			words = append(words, p.key+": "+p.value)
		}
	}
	return "{" + strings.Join(words, ", ") + "}"
}

func criterionParts(c *award.Criterion) (string, []part) {
	var levels, evidence []int
	for _, l := range c.Levels {
		levels = append(levels, l.Value)
		if l.NeedsEvidence {
			evidence = append(evidence, l.Value)
		}
	}
	proof := ""
	if evidence != nil {
		proof = numbers(evidence)
	}
	return c.ID, []part{{"bobot", number(c.Weight)}, {"wajib", yes(c.Gate)}, {"tingkat", numbers(levels)}, {"perlu_bukti", proof}}
}

func awardParts(a *award.Award) (string, []part) {
	minimum, divisor := "", ""
	if a.Minimum != nil {
		minimum = number(*a.Minimum)
	}
	if a.MinDivisor > 0 {
		divisor = strconv.Itoa(a.MinDivisor)
	}
	return a.ID, []part{
		{"subjek", string(a.Subject)}, {"ukuran", string(a.Measure)}, {"saring", filter(a.Filter)},
		{"juara", strconv.Itoa(a.Places)}, {"skor_minimal", minimum}, {"pembagi_minimal", divisor},
	}
}

// filter writes a filter without regard to its order.
func filter(f award.Filter) string {
	terms := map[string][]string{}
	for _, c := range f.Terms {
		terms[c.Taxonomy] = c.Terms
	}
	var words []string
	for _, taxonomy := range sortedKeys(terms) {
		words = append(words, taxonomy+": "+set(terms[taxonomy]))
	}
	if len(f.Groups) > 0 {
		words = append(words, "kelompok: "+set(f.Groups))
	}
	if words == nil {
		return ""
	}
	return "{" + strings.Join(words, ", ") + "}"
}

func bands(list []award.Band) string {
	words := make([]string, len(list))
	for i, b := range list {
		words[i] = b.Name + ": " + number(b.From)
	}
	if len(words) == 0 {
		return ""
	}
	return "{" + strings.Join(words, ", ") + "}"
}

// number writes a decimal without zeros at its end: 30.0 is the rule 30.
func number(d award.Decimal) string { return award.Exact(d.Rat()) }

func yes(v bool) string {
	if v {
		return "true"
	}
	return ""
}

func period(p award.Period) string {
	if p.IsZero() {
		return ""
	}
	var words []string
	for _, end := range []part{{"mulai", p.From.String()}, {"selesai", p.To.String()}} {
		if end.value != "" {
			words = append(words, end.key+": "+end.value)
		}
	}
	return "{" + strings.Join(words, ", ") + "}"
}
