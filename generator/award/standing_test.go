package award_test

import (
	"fmt"
	"testing"

	"siger/generator/award"
)

func TestAwardPlaces(t *testing.T) {
	for _, c := range []struct {
		scores  []int // of a, b, c, …; -1 without a level
		places  int
		minimum string
		want    string
	}{
		{[]int{90, 80, 70, 60}, 3, "", "1 a, 2 b, 3 c"},
		{[]int{90, 80, 80, 70}, 3, "", "1 a, 2= b, 2= c"}, // two second places, no third
		{[]int{90, 80, 80, 80, 70}, 3, "", "1 a, 2= b, 2= c, 2= d"},
		{[]int{90, 80, 70, 70, 60}, 3, "", "1 a, 2 b, 3= c, 3= d"},
		{[]int{90, 90, 80, 70}, 3, "", "1= a, 1= b, 3 c"},
		{[]int{90, 90, 80}, 1, "", "1= a, 1= b"},
		{[]int{90, 80, 80}, 2, "", "1 a, 2= b, 2= c"},
		{[]int{90, 80}, 3, "", "1 a, 2 b"},
		{[]int{80, 60, 59, 90}, 3, "60", "1 d, 2 a, 3 b"},
		{[]int{80, 60, 59}, 3, "60.01", "1 a"},
		{[]int{59}, 3, "60", ""},
		{[]int{0}, 3, "", "1 a"},
		{[]int{0}, 3, "0", "1 a"},
		{[]int{-1, 10}, 3, "", "1 b"},
		{nil, 3, "", ""},
	} {
		e := &award.Edition{Rubric: plain(), Awards: []award.Award{{Subject: award.Innovations, Measure: award.ByScore, Places: c.places}}}
		for i, score := range c.scores {
			e.Innovations = append(e.Innovations, scored(string(rune('a'+i)), "x", score))
		}
		if c.minimum != "" {
			e.Awards[0].Minimum = new(dec(c.minimum))
		}
		s := award.Evaluate(e, agencies("x"))
		equal(t, fmt.Sprintf("%d places among %v from %q", c.places, c.scores, c.minimum), places(s.Awards[0]), c.want)
		for _, w := range s.Awards[0].Winners {
			equal(t, "value", w.Value, w.Result.Score)
			equal(t, "agency beside a result", w.Agency, nil)
		}
	}
}

func TestAwardFilter(t *testing.T) {
	category := func(taxonomy string, terms ...string) award.Category {
		return award.Category{Taxonomy: taxonomy, Terms: terms}
	}
	list := []award.Agency{{ID: "x", Name: "X", Group: "pd"}, {ID: "y", Name: "Y", Group: "kota"}, {ID: "z", Name: "Z", Group: "kota"}}
	e := &award.Edition{Rubric: plain()}
	e.Innovations = append(e.Innovations, []*award.Innovation{scored("a", "x", 90), scored("b", "y", 80), scored("c", "y", 70), scored("d", "z", 60)}...)
	e.Innovations[0].Categories = []award.Category{category("jenis", "digital"), category("urusan", "pertanian", "pangan")}
	e.Innovations[1].Categories = []award.Category{category("jenis", "digital"), category("urusan", "kesehatan")}
	e.Innovations[2].Categories = []award.Category{category("urusan", "pangan", "digital"), category("jenis", "non-digital")}
	for _, c := range []struct {
		filter award.Filter
		want   string
	}{
		{award.Filter{}, "1 a, 2 b, 3 c, 4 d"},
		{award.Filter{Terms: []award.Category{category("jenis", "digital")}}, "1 a, 2 b"},
		{award.Filter{Terms: []award.Category{category("urusan", "kesehatan", "pangan")}}, "1 a, 2 b, 3 c"},
		{award.Filter{Terms: []award.Category{category("jenis", "digital"), category("urusan", "pangan")}}, "1 a"},
		{award.Filter{Terms: []award.Category{category("jenis", "pangan")}}, ""},
		{award.Filter{Terms: []award.Category{category("tahapan", "penerapan")}}, ""},
		{award.Filter{Groups: []string{"kota"}}, "1 b, 2 c, 3 d"},
		{award.Filter{Groups: []string{"desa", "pd"}}, "1 a"},
		{award.Filter{Groups: []string{"kota"}, Terms: []award.Category{category("jenis", "digital")}}, "1 b"},
		{award.Filter{Groups: []string{"desa"}}, ""},
	} {
		e.Awards = []award.Award{
			{Subject: award.Innovations, Measure: award.ByScore, Places: 9, Filter: c.filter},
			{Subject: award.Agencies, Measure: award.ByTotal, Places: 9, Filter: c.filter},
		}
		s := award.Evaluate(e, list)
		equal(t, fmt.Sprint("winners of ", c.filter), places(s.Awards[0]), c.want)
		equal(t, fmt.Sprint(c.filter, " is zero"), c.filter.IsZero(), len(c.filter.Terms)+len(c.filter.Groups) == 0)
		equal(t, fmt.Sprint("agencies win with ", c.filter), len(s.Awards[1].Winners) > 0, c.want != "")
	}
}

func TestAgencyMeasures(t *testing.T) {
	e := &award.Edition{Rubric: plain()}
	add := func(agency string, scores ...int) {
		for _, score := range scores {
			e.Innovations = append(e.Innovations, scored(fmt.Sprint("i", len(e.Innovations)), agency, score))
		}
	}
	add("besar", 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51)
	add("kecil", 90, 85, -1)
	add("tunggal", 90)
	add("kosong", -1)
	add("nihil", 0)
	e.Innovations[14].Withdrawal.Reason = "digabung" // a withdrawn one counts as little as an unrated one
	s := award.Evaluate(e, agencies("tak-ikut", "nihil", "kosong", "tunggal", "kecil", "besar"))
	for i, want := range []struct {
		id          string
		results     int
		count       int
		total, mean string
		ranks       award.MeasureRanks
	}{
		{"besar", 12, 12, "601.00", "50.08", award.MeasureRanks{Count: 1, Total: 1, Mean: 3}},
		{"kecil", 3, 2, "175.00", "87.50", award.MeasureRanks{Count: 2, Total: 2, Mean: 2}},
		{"tunggal", 1, 1, "90.00", "90.00", award.MeasureRanks{Count: 3, Total: 3, Mean: 1}},
		{"kosong", 1, 0, "0.00", "0.00", award.MeasureRanks{}},
		{"nihil", 1, 1, "0.00", "0.00", award.MeasureRanks{Count: 3, Total: 4, Mean: 4}},
	} {
		a := s.Agencies[i]
		equal(t, "agency", a.Agency.ID, want.id)
		equal(t, want.id+" results", len(a.Results), want.results)
		equal(t, want.id+" count", a.Count, want.count)
		equal(t, want.id+" total", a.Total.String(), want.total)
		equal(t, want.id+" mean", a.Mean.String(), want.mean)
		equal(t, want.id+" ranks", a.Ranks, want.ranks)
	}
	equal(t, "agencies", len(s.Agencies), 5)

	for _, c := range []struct {
		award  award.Award
		want   string
		values string
	}{
		{award.Award{Measure: award.ByCount, Places: 3}, "1 besar, 2 kecil, 3= nihil, 3= tunggal", "[12 2 1 1]"},
		{award.Award{Measure: award.ByTotal, Places: 9}, "1 besar, 2 kecil, 3 tunggal, 4 nihil", "[601.00 175.00 90.00 0.00]"},
		{award.Award{Measure: award.ByMean, Places: 2}, "1 tunggal, 2 kecil", "[90.00 87.50]"},
		{award.Award{Measure: award.ByMean, Places: 2, MinDivisor: 1}, "1 tunggal, 2 kecil", "[90.00 87.50]"},
		{award.Award{Measure: award.ByMean, Places: 9, MinDivisor: 10}, "1 besar, 2 kecil, 3 tunggal, 4 nihil", "[50.08 17.50 9.00 0.00]"},
		{award.Award{Measure: award.ByMean, Places: 9, MinDivisor: 12}, "1 besar, 2 kecil, 3 tunggal, 4 nihil", "[50.08 14.58 7.50 0.00]"},
		{award.Award{Measure: award.ByMean, Places: 1, MinDivisor: 13}, "1 besar", "[46.23]"},
		{award.Award{Measure: award.ByCount, Places: 9, Minimum: new(dec("51"))}, "1 kecil, 2= besar, 2= tunggal", "[2 1 1]"},
		{award.Award{Measure: award.ByTotal, Places: 9, Minimum: new(dec("51"))}, "1 kecil, 2 tunggal, 3 besar", "[175.00 90.00 51.00]"},
		{award.Award{Measure: award.ByMean, Places: 9, Minimum: new(dec("51")), MinDivisor: 2}, "1 kecil, 2 tunggal, 3 besar", "[87.50 45.00 25.50]"},
	} {
		c.award.Subject = award.Agencies
		e.Awards = []award.Award{c.award}
		got := award.Evaluate(e, agencies("besar", "kecil", "tunggal", "kosong", "nihil", "tak-ikut")).Awards[0]
		values := []award.Decimal{}
		for _, w := range got.Winners {
			values = append(values, w.Value)
			if w.Result != nil || w.Agency == nil {
				t.Errorf("%v: winner %v is not an agency", c.award.Measure, w)
			}
		}
		what := fmt.Sprintf("%s, at least %d, from %v", c.award.Measure, c.award.MinDivisor, c.award.Minimum)
		equal(t, what, places(got), c.want)
		equal(t, what, fmt.Sprint(values), c.values)
	}
}

// Two agencies whose means differ only behind the last digit share a place.
func TestAgencyMeanIsRounded(t *testing.T) {
	e := &award.Edition{Rubric: plain(), Awards: []award.Award{{Subject: award.Agencies, Measure: award.ByMean, Places: 1, MinDivisor: 3000}}}
	e.Innovations = []*award.Innovation{scored("a", "x", 50), scored("b", "y", 51), scored("c", "z", 60)}
	e.Rubric.Places = 2
	s := award.Evaluate(e, agencies("x", "y", "z"))
	equal(t, "places", places(s.Awards[0]), "1= x, 1= y, 1= z") // 0.0166…, 0.017 and 0.02
	for _, w := range s.Awards[0].Winners {
		equal(t, "value of "+w.ID(), w.Value.String(), "0.02")
	}
}

func TestEmptyEdition(t *testing.T) {
	e := &award.Edition{Rubric: plain(), Awards: []award.Award{
		{ID: "p", Subject: award.Innovations, Measure: award.ByScore, Places: 3},
		{ID: "q", Subject: award.Agencies, Measure: award.ByMean, Places: 3, MinDivisor: 10},
	}}
	for _, list := range [][]award.Agency{nil, agencies("x", "y")} {
		s := award.Evaluate(e, list)
		equal(t, "edition", s.Edition, e)
		equal(t, "results", len(s.Results), 0)
		equal(t, "rated", len(s.Rated()), 0)
		equal(t, "agencies", len(s.Agencies), 0)
		equal(t, "awards", len(s.Awards), 2)
		for i, a := range s.Awards {
			equal(t, "award", a.Award, &e.Awards[i])
			equal(t, "winners", len(a.Winners), 0)
		}
	}
}

// Results, agencies and winners speak of the same values, not of copies.
func TestStandingSharesResults(t *testing.T) {
	e := &award.Edition{Rubric: plain(), Awards: []award.Award{{Subject: award.Innovations, Measure: award.ByScore, Places: 1}}}
	e.Innovations = []*award.Innovation{scored("a", "x", 10), scored("b", "x", 20), scored("c", "x", -1)}
	s := award.Evaluate(e, agencies("x"))
	equal(t, "winner", s.Awards[0].Winners[0].Result, &s.Results[0])
	for i, r := range s.Agencies[0].Results {
		equal(t, "result of the agency", r, &s.Results[i])
	}
	equal(t, "rated", len(s.Rated()), 2)
	equal(t, "name of a winner", s.Awards[0].Winners[0].Name(), "b")
}
