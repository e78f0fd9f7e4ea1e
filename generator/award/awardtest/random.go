// Package awardtest makes editions for the tests of what computes with them: random
// ones, and their parts.
package awardtest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"siger/generator/award"
)

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// chance is true n times out of 100.
func chance(r *rand.Rand, n int) bool { return r.IntN(100) < n }

var (
	randomTerms  = map[string][]string{"bentuk": {"tata-kelola", "pelayanan", "lain"}, "jenis": {"digital", "non-digital"}}
	randomGroups = []string{"pd", "kota"}
	randomNames  = []string{"Siger", "siger", "SIGER", "e-Samdes", "E-SAMDES", "Kartu Petani", "Élan", "Zamrud"}
)

// Edition makes an edition that the content check would pass as a draft:
// small and coarse, so that ties, cut-offs and empty lists are common.
func Edition(r *rand.Rand) (*award.Edition, []award.Agency) {
	e := &award.Edition{Year: 2021, Rubric: randomRubric(r)}
	agencies := make([]award.Agency, 1+r.IntN(6))
	for i := range agencies {
		agencies[i] = award.Agency{ID: fmt.Sprint("pd", i), Name: pick(r, randomNames...), Group: pick(r, randomGroups...)}
	}
	size := r.IntN(20)
	if chance(r, 5) {
		size = 0
	}
	for i := range size {
		e.Innovations = append(e.Innovations, randomInnovation(r, &e.Rubric, fmt.Sprint("in", i), pick(r, agencies...).ID))
	}
	// Bounds that a score meets exactly are the ones that go wrong.
	bounds := []award.Decimal{e.Rubric.Scale}
	assessor := award.NewAssessor(&e.Rubric)
	for _, in := range e.Innovations[:min(size, 5)] {
		if as := assessor.Assess(in); as.State == award.Rated {
			bounds = append(bounds, as.Score)
		}
	}
	e.Rubric.Bands = randomBands(r, bounds)
	for i := range r.IntN(6) {
		e.Awards = append(e.Awards, randomAward(r, fmt.Sprint("aw", i), bounds))
	}
	return e, agencies
}

func randomRubric(r *rand.Rand) award.Rubric {
	places := r.IntN(award.MaxPlaces + 1)
	rubric := award.Rubric{Places: places, Combine: pick(r, award.Combinations...)}
	rubric.Scale = pick(r, Decimal("100"), Decimal("111"), Decimal("10"), Decimal("1"), award.NewDecimal(1+r.Int64N(99999), r.IntN(places+1)))
	same := chance(r, 40)
	for i := range 1 + r.IntN(8) {
		weight := pick(r, award.NewDecimal(1+r.Int64N(30), 0), award.NewDecimal(1+r.Int64N(99), 1), award.NewDecimal(1+r.Int64N(99999), 4))
		if same {
			weight = Decimal("12.5")
		}
		c := Criterion(fmt.Sprint("k", i), "0", pick(r, []int{0, 1, 2, 3}, []int{0, 1, 3}, []int{0, 5}, []int{0, 2, 7, 11})...)
		c.Gate = chance(r, 25)
		if i > 0 && c.Gate && chance(r, 50) {
			weight = award.Decimal{} // a pure gate; the first criterion always has a weight
		}
		if !c.Gate && chance(r, 30) {
			c.Levels = c.Levels[1:] // no level 0
		}
		c.Weight = weight
		rubric.Criteria = append(rubric.Criteria, c)
	}
	return rubric
}

func randomInnovation(r *rand.Rand, rubric *award.Rubric, id, agency string) *award.Innovation {
	in := &award.Innovation{ID: id, Name: pick(r, randomNames...), Agency: agency}
	for _, taxonomy := range []string{"bentuk", "jenis"} {
		terms := slices.Clone(randomTerms[taxonomy])
		r.Shuffle(len(terms), func(i, j int) { terms[i], terms[j] = terms[j], terms[i] })
		in.Categories = append(in.Categories, award.Category{Taxonomy: taxonomy, Terms: terms[:r.IntN(len(terms))]})
	}
	assessors := 1 + r.IntN(4)
	top := chance(r, 5)
	for i := range rubric.Criteria {
		c := &rubric.Criteria[i]
		mark := award.Mark{Criterion: c.ID}
		for range assessors {
			level := pick(r, c.Levels...).Value
			if top || c.Gate && chance(r, 60) {
				level = c.Highest()
			}
			mark.Levels = append(mark.Levels, level)
		}
		switch {
		case chance(r, 2):
			continue
		case chance(r, 1):
			mark.Levels = nil
		}
		in.Marks = append(in.Marks, mark)
	}
	if chance(r, 10) {
		in.Marks = append(in.Marks, award.Mark{Criterion: "lain", Levels: []int{0}})
	}
	if chance(r, 8) {
		in.Withdrawal = pick(r, award.Withdrawal{Date: Day("2021-06-16")}, award.Withdrawal{Reason: "digabung"})
	}
	return in
}

func randomBands(r *rand.Rand, bounds []award.Decimal) []award.Band {
	if chance(r, 20) {
		return nil
	}
	froms := []award.Decimal{{}}
	for range r.IntN(4) {
		froms = append(froms, pick(r, bounds...))
	}
	slices.SortFunc(froms, func(x, y award.Decimal) int { return y.Cmp(x) })
	froms = slices.CompactFunc(froms, func(x, y award.Decimal) bool { return x.Cmp(y) == 0 })
	var bands []award.Band
	for i, from := range froms {
		bands = append(bands, award.Band{Name: fmt.Sprint("band", i), From: from})
	}
	return bands
}

func randomAward(r *rand.Rand, id string, bounds []award.Decimal) award.Award {
	a := award.Award{ID: id, Subject: pick(r, award.Subjects...), Places: 1 + r.IntN(4)}
	a.Measure = pick(r, award.Measures(a.Subject)...)
	if a.Measure == award.ByMean {
		a.MinDivisor = r.IntN(8)
	}
	if chance(r, 40) {
		a.Minimum = new(pick(r, bounds...))
	}
	for _, taxonomy := range []string{"bentuk", "jenis"} {
		if chance(r, 30) {
			terms := randomTerms[taxonomy]
			a.Filter.Terms = append(a.Filter.Terms, award.Category{Taxonomy: taxonomy, Terms: terms[:1+r.IntN(len(terms)-1)]})
		}
	}
	if chance(r, 30) {
		a.Filter.Groups = []string{pick(r, randomGroups...)}
	}
	return a
}

// Decimal reads a decimal that a test itself wrote.
func Decimal(s string) award.Decimal {
	d, err := award.ParseDecimal(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return d
}

// Day reads a date that a test itself wrote; "" is no date.
func Day(s string) award.Date {
	if s == "" {
		return award.Date{}
	}
	d, err := award.ParseDate(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return d
}

// Criterion makes a criterion with levels of the values.
func Criterion(id, weight string, values ...int) award.Criterion {
	c := award.Criterion{ID: id, Weight: Decimal(weight)}
	for _, v := range values {
		c.Levels = append(c.Levels, award.Level{Value: v})
	}
	return c
}
