package award

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// A Date is a calendar day, or only a month or a year where no more is known.
// The zero value is "no date".
type Date struct {
	Year  int
	Month int // 1 to 12; 0 when only the year is known
	Day   int // 1 to 31; 0 when only the month is known
}

// ErrNotDate is returned by [ParseDate].
var ErrNotDate = errors.New("not a date")

// ParseDate reads "2021-06-16", "2021-06" or "2021". Days that do not exist
// are refused.
func ParseDate(s string) (Date, error) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return Date{}, ErrNotDate
	}
	if (len(s) > 4 && s[4] != '-') || (len(s) > 7 && s[7] != '-') {
		return Date{}, ErrNotDate
	}
	part := func(from, to int) int {
		if len(s) < to || !digits(s[from:to]) {
			return 0
		}
		n, _ := strconv.Atoi(s[from:to]) // digits only, so it cannot fail
		return n
	}
	d := Date{part(0, 4), part(5, 7), part(8, 10)}
	if d.Year < 1900 || (len(s) > 4 && (d.Month < 1 || d.Month > 12)) {
		return Date{}, ErrNotDate
	}
	if len(s) == 10 && (d.Day < 1 || time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Day() != d.Day) {
		return Date{}, ErrNotDate
	}
	return d, nil
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsDay reports whether the day is known.
func (d Date) IsDay() bool { return d.Day > 0 }

// String returns the ISO 8601 form with as much as is known, "" for no date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// first and last bound the days that d may stand for, as numbers that compare.
func (d Date) first() int { return d.Year*10000 + max(d.Month, 1)*100 + max(d.Day, 1) }

func (d Date) last() int {
	month, day := d.Month, d.Day
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = 31
	}
	return d.Year*10000 + month*100 + day
}

// Before reports whether every day that d may stand for lies before every day
// of e. Dates that overlap, such as 2021 and 2021-06, are not before each other.
func (d Date) Before(e Date) bool { return d.last() < e.first() }

// A Period is a span of days, both ends included. An end that is absent is open.
type Period struct{ From, To Date }

// IsZero reports whether there is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Contains reports whether some day that d may stand for lies in the period.
func (p Period) Contains(d Date) bool {
	return (p.From.IsZero() || !d.Before(p.From)) && (p.To.IsZero() || !p.To.Before(d))
}
