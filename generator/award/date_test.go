package award_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"siger/generator/award"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want award.Date // zero: refused
	}{
		{"2021-06-16", award.Date{Year: 2021, Month: 6, Day: 16}},
		{"2021-06", award.Date{Year: 2021, Month: 6}},
		{"2021", award.Date{Year: 2021}},
		{"2020-02-29", award.Date{Year: 2020, Month: 2, Day: 29}},
		{"2000-02-29", award.Date{Year: 2000, Month: 2, Day: 29}},
		{"2021-12-31", award.Date{Year: 2021, Month: 12, Day: 31}},
		{"1900-01-01", award.Date{Year: 1900, Month: 1, Day: 1}},
		{"9999-12-31", award.Date{Year: 9999, Month: 12, Day: 31}},
		{in: "2021-02-29"}, {in: "1900-02-29"}, {in: "2100-02-29"}, {in: "2021-04-31"}, {in: "2021-01-32"}, {in: "2021-01-99"},
		{in: "2021-13"}, {in: "2021-13-01"}, {in: "2021-00"}, {in: "2021-00-10"}, {in: "2021-06-00"},
		{in: "1899"}, {in: "1899-12-31"}, {in: "0000"}, {in: ""}, {in: "21"}, {in: "20211"}, {in: "20210616"}, {in: "2021-6-16"},
		{in: "2021-06-"}, {in: "2021-"}, {in: "2021-06-1"}, {in: "2021-06-16 "}, {in: " 2021-06-16"}, {in: "2021-06-160"},
		{in: "2021/06/16"}, {in: "2021-06/16"}, {in: "2021/06"}, {in: "16-06-2021"}, {in: "2021-1a"}, {in: "2021-06-1x"}, {in: "20x1"},
		{in: "-021-06-16"}, {in: "+021"}, {in: "2021-+6-16"}, {in: "２１"}, {in: "16 Juni 21"}, {in: "2021-06-16T00:00:00Z"},
	} {
		got, err := award.ParseDate(c.in)
		refused := c.want.IsZero()
		if got != c.want || errors.Is(err, award.ErrNotDate) != refused || (err != nil) != refused {
			t.Errorf("ParseDate(%q): got %+v, %v; want %+v", c.in, got, err, c.want)
		}
	}
}

// The calendar of package time decides which days exist.
func TestParseDateAgreesWithCalendar(t *testing.T) {
	for _, year := range []int{1899, 1900, 1999, 2000, 2019, 2020, 2021, 2100} {
		for month := range 15 {
			for d := range 34 {
				s := fmt.Sprintf("%04d-%02d-%02d", year, month, d)
				_, calendar := time.Parse(time.DateOnly, s)
				_, err := award.ParseDate(s)
				if exists := calendar == nil && year >= 1900; (err == nil) != exists {
					t.Errorf("ParseDate(%q): got %v, exists: %t", s, err, exists)
				}
			}
		}
	}
}

func TestDateString(t *testing.T) {
	equal(t, "no date", award.Date{}.String(), "")
	for _, s := range []string{"2021", "2021-06", "2021-06-16", "1999-01-02"} {
		equal(t, "String", day(s).String(), s)
		equal(t, s+" is a day", day(s).IsDay(), len(s) == 10)
		equal(t, s+" is zero", day(s).IsZero(), false)
	}
}

func TestDateBefore(t *testing.T) {
	for _, c := range []struct {
		d, e string
		want bool
	}{
		{"2021-06-16", "2021-06-17", true}, {"2021-06-17", "2021-06-16", false}, {"2021-06-16", "2021-06-16", false},
		{"2020-12-31", "2021-01-01", true}, {"2021-01-31", "2021-02", true}, {"2021-02-01", "2021-02", false},
		{"2021", "2021-06", false}, {"2021-06", "2021", false}, {"2021", "2021", false},
		{"2020", "2021", true}, {"2021", "2020", false}, {"2020", "2021-01-01", true}, {"2020-12", "2021", true},
		{"2021-02", "2021-03-01", true}, {"2021-02", "2021-02-28", false}, {"2021-02-28", "2021-02", false},
	} {
		equal(t, c.d+" before "+c.e, day(c.d).Before(day(c.e)), c.want)
	}
}

func TestPeriodContains(t *testing.T) {
	for _, c := range []struct {
		from, to, d string
		want        bool
	}{
		{"2019-01-01", "2020-12-31", "2019-01-01", true}, {"2019-01-01", "2020-12-31", "2020-12-31", true},
		{"2019-01-01", "2020-12-31", "2018-12-31", false}, {"2019-01-01", "2020-12-31", "2021-01-01", false},
		{"2019-01-01", "2020-12-31", "2020", true}, {"2019-01-01", "2020-12-31", "2021", false}, {"2019-01-01", "2020-12-31", "2018-12", false},
		{"2020-03-10", "2020-03-20", "2020", true}, {"2020-03-10", "2020-03-20", "2020-03", true}, {"2020-03-10", "2020-03-20", "2020-04", false},
		{"2019", "2020", "2020-12-31", true}, {"2019", "2020", "2021-01-01", false}, {"2019-06", "2019-06", "2019-06-30", true},
		{"2019-01-01", "", "2030", true}, {"2019-01-01", "", "2018-12-31", false},
		{"", "2020-12-31", "1990", true}, {"", "2020-12-31", "2021", false}, {"", "", "2021", true},
	} {
		p := award.Period{From: day(c.from), To: day(c.to)}
		equal(t, fmt.Sprintf("%s to %s contains %s", c.from, c.to, c.d), p.Contains(day(c.d)), c.want)
		equal(t, "IsZero", p.IsZero(), c.from == "" && c.to == "")
	}
}

// bounds are the first and the last day that a date may stand for.
func bounds(d award.Date) (first, last time.Time) {
	first = time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case d.Month == 0:
		return first, first.AddDate(1, 0, -1)
	case d.Day == 0:
		return first, first.AddDate(0, 1, -1)
	}
	return first, first
}

// Before and Contains say what their comments say, day by day.
func TestDatesByEnumeration(t *testing.T) {
	var dates []award.Date
	for _, s := range []string{"2020", "2021", "2020-02", "2020-12", "2021-01", "2021-02", "2020-02-29", "2020-12-31", "2021-01-01", "2021-02-28", "2021-03-01"} {
		dates = append(dates, day(s))
	}
	for _, d := range dates {
		first, last := bounds(d)
		for _, e := range dates {
			from, _ := bounds(e)
			equal(t, fmt.Sprint(d, " before ", e), d.Before(e), last.Before(from))
			for _, f := range dates {
				_, to := bounds(f)
				if to.Before(from) {
					continue
				}
				want := false
				for day := first; !day.After(last); day = day.AddDate(0, 0, 1) {
					want = want || !day.Before(from) && !day.After(to)
				}
				equal(t, fmt.Sprintf("%s to %s contains %s", e, f, d), award.Period{From: e, To: f}.Contains(d), want)
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2021-06-16", "2021-06", "2021", "2020-02-29", "2021-02-29", "2021-13", "0000", "2021-00-00", "2021-1a", "20210616", "2021-06/16", "２１"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := award.ParseDate(s)
		exists := false
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			day, calendar := time.Parse(layout, s)
			exists = exists || calendar == nil && len(s) == len(layout) && day.Year() >= 1900
		}
		if (err == nil) != exists {
			t.Fatalf("%q: got %v, exists: %t", s, err, exists)
		}
		if err != nil {
			equal(t, "the date beside an error", d, award.Date{})
			return
		}
		equal(t, "String", d.String(), s)
		if again, err := award.ParseDate(d.String()); err != nil || again != d {
			t.Fatalf("%q: reads back as %v, %v", s, again, err)
		}
		first, last := bounds(d)
		if first.After(last) || d.Before(d) || !(award.Period{From: d, To: d}).Contains(d) {
			t.Fatalf("%q: does not contain itself", s)
		}
	})
}
