package site

import (
	"testing"

	"siger/generator/award"
)

// TestTimeline: where periods lie on the axis.
func TestTimeline(t *testing.T) {
	date := func(s string) award.Date {
		if s == "" {
			return award.Date{}
		}
		d, err := award.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	period := func(from, to string) award.Period { return award.Period{From: date(from), To: date(to)} }
	phases := []award.Phase{
		{Planned: period("2021-06", "2021-08-13"), Actual: period("", "2021-09-17")},
		{Planned: period("2021-10", "2021-10"), Actual: period("2021-11-23", "2021-11-25")},
		{Planned: period("2021-11", ""), Actual: period("2021-12-31", "2021-12-31")},
		{},
	}
	a := axisOf(phases)
	if got := a.from.Format("2006-01-02") + " " + a.to.Format("2006-01-02"); got != "2021-06-01 2022-01-01" {
		t.Errorf("axis %s", got)
	}
	// 214 days: June 30, July 31, August 31, September 30, October 31, November 30, December 31.
	want := [][2]Span{
		{{0, 1000 * 74 / 214}, {0, 1000 * 109 / 214}},
		{{1000 * 122 / 214, 1000*153/214 - 1000*122/214}, {1000 * 175 / 214, 1000*178/214 - 1000*175/214}},
		{{1000 * 153 / 214, 1000 - 1000*153/214}, {1000 - leastSpan, leastSpan}},
		{},
	}
	for i, p := range phases {
		if got := [2]Span{a.span(p.Planned), a.span(p.Actual)}; got != want[i] {
			t.Errorf("phase %d: %v, want %v", i, got, want[i])
		}
	}
	months := a.months()
	if len(months) != 4 || months[1].Month() != 8 { // seven months, every second
		t.Errorf("months %v", months)
	}
	if none := axisOf(phases[3:]); len(none.months()) != 0 || none.span(award.Period{}) != (Span{}) {
		t.Errorf("without dates: %v", none)
	}
}
