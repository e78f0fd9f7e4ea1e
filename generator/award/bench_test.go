package award_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"siger/generator/award"
)

// BenchmarkEvaluate evaluates editions of twenty criteria with three assessors,
// bands, and awards of every measure.
func BenchmarkEvaluate(b *testing.B) {
	for _, size := range []int{1000, 10000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 38))
			e := &award.Edition{Rubric: kematangan()}
			e.Rubric.Bands = []award.Band{{Name: "atas", From: dec("80")}, {Name: "tengah", From: dec("40.5")}, {Name: "bawah", From: dec("0")}}
			for i, m := range []award.Measure{award.ByScore, award.ByCount, award.ByTotal, award.ByMean} {
				a := award.Award{Subject: award.Agencies, Measure: m, Places: 3, Minimum: new(dec("30"))}
				if i == 0 {
					a.Subject = award.Innovations
				}
				e.Awards = append(e.Awards, a)
			}
			names := make([]string, 50)
			for i := range names {
				names[i] = fmt.Sprint("pd", i)
			}
			for i := range size {
				in := &award.Innovation{ID: fmt.Sprint("in", i), Name: fmt.Sprint("Inovasi ", r.IntN(size)), Agency: pick(r, names...)}
				for j := range e.Rubric.Criteria {
					mark := award.Mark{Criterion: e.Rubric.Criteria[j].ID}
					for range 3 {
						mark.Levels = append(mark.Levels, r.IntN(4))
					}
					in.Marks = append(in.Marks, mark)
				}
				e.Innovations = append(e.Innovations, in)
			}
			list := agencies(names...)
			b.ReportAllocs()
			for b.Loop() {
				award.Evaluate(e, list)
			}
		})
	}
}
