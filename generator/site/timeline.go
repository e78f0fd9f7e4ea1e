package site

import (
	"fmt"
	"time"

	"siger/generator/award"
)

// A Timeline is an edition's timetable, planned against actual, on one axis.
type Timeline struct {
	Ticks  []Tick // beginnings of months; nil when no phase has a date
	Phases []PhaseRow
}

// A Tick is a mark on the axis, in thousandths of its length.
type Tick struct {
	X     int
	Label string // "Juni 2021"
}

// Percent returns where the mark is, as a share of the axis: "12.5%".
func (t Tick) Percent() string { return fmt.Sprintf("%d.%d%%", t.X/10, t.X%10) }

// A PhaseRow is a step of the timetable.
type PhaseRow struct {
	Name, Planned, Actual, Note string
	PlannedSpan, ActualSpan     Span
}

// A Span is a period on the axis, in thousandths of its length; W is 0 when there
// is nothing to draw.
type Span struct{ X, W int }

const (
	mostTicks = 6  // so many labels fit on a phone
	leastSpan = 12 // width of a single day, so that it can be seen
)

// timeline draws the timetable. An open end reaches to the end of the axis.
func (s *Site) timeline(phases []award.Phase) Timeline {
	var t Timeline
	axis := axisOf(phases)
	for _, p := range phases {
		t.Phases = append(t.Phases, PhaseRow{
			Name:        p.Name,
			Planned:     s.period(p.Planned),
			Actual:      s.period(p.Actual),
			Note:        p.Note,
			PlannedSpan: axis.span(p.Planned),
			ActualSpan:  axis.span(p.Actual),
		})
	}
	for _, month := range axis.months() {
		t.Ticks = append(t.Ticks, Tick{axis.place(month), s.format.date(award.Date{Year: month.Year(), Month: int(month.Month())})})
	}
	return t
}

// An axis spans whole months: from the first day of one to that of another.
type axis struct{ from, to time.Time }

// axisOf returns the axis on which all dates of phases lie; zero without dates.
func axisOf(phases []award.Phase) (a axis) {
	for _, p := range phases {
		for _, d := range []award.Date{p.Planned.From, p.Planned.To, p.Actual.From, p.Actual.To} {
			if d.IsZero() {
				continue
			}
			first, after := days(d)
			if a.to.IsZero() || first.Before(a.from) {
				a.from = first
			}
			if after.After(a.to) {
				a.to = after
			}
		}
	}
	if a.to.IsZero() {
		return a
	}
	a.from = time.Date(a.from.Year(), a.from.Month(), 1, 0, 0, 0, 0, time.UTC)
	if a.to.Day() > 1 {
		a.to = time.Date(a.to.Year(), a.to.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	}
	return a
}

// days returns the first day that a date may stand for, and the day after the last.
func days(d award.Date) (first, after time.Time) {
	at := func(year, month, day int) time.Time {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	}
	switch {
	case d.Month == 0:
		return at(d.Year, 1, 1), at(d.Year+1, 1, 1)
	case d.Day == 0:
		return at(d.Year, d.Month, 1), at(d.Year, d.Month+1, 1)
	}
	return at(d.Year, d.Month, d.Day), at(d.Year, d.Month, d.Day+1)
}

// place returns where a day begins, in thousandths.
func (a axis) place(day time.Time) int {
	return int(1000 * (day.Unix() - a.from.Unix()) / (a.to.Unix() - a.from.Unix()))
}

func (a axis) span(p award.Period) Span {
	if p.IsZero() {
		return Span{}
	}
	from, to := 0, 1000
	if !p.From.IsZero() {
		first, _ := days(p.From)
		from = a.place(first)
	}
	if !p.To.IsZero() {
		_, after := days(p.To)
		to = a.place(after)
	}
	if to-from < leastSpan {
		from = min(from, 1000-leastSpan)
		to = from + leastSpan
	}
	return Span{from, to - from}
}

// months returns the months to label: every one, or every so many that mostTicks
// suffice.
func (a axis) months() (list []time.Time) {
	count := 12*(a.to.Year()-a.from.Year()) + int(a.to.Month()-a.from.Month())
	step := max(1, (count+mostTicks-1)/mostTicks)
	for i := 0; i < count; i += step {
		list = append(list, time.Date(a.from.Year(), a.from.Month()+time.Month(i), 1, 0, 0, 0, 0, time.UTC))
	}
	return list
}
