package site

import (
	"strconv"
	"strings"

	"siger/generator/award"
)

// A format writes numbers and dates for readers of one language.
type format struct {
	point, group string
	months       [12]string
	percent      string
	marked       bool // see Own
}

var formats = map[string]format{
	"id": {",", ".", [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}, "\u00a0%", false},
	"en": {".", ",", [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}, "%", false},
}

func formatOf(t *Texts) format {
	f := formats[t.Language]
	f.marked = t.Marked
	return f
}

// month writes the name of a month.
func (f format) month(n int) string {
	if f.marked {
		return Own + f.months[n-1] + Other
	}
	return f.months[n-1]
}

// count writes a whole number with groups of three digits: 1.234.
func (f format) count(n int) string { return f.grouped(strconv.Itoa(n)) }

func (f format) grouped(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	return f.grouped(digits[:len(digits)-3]) + f.group + digits[len(digits)-3:]
}

// machine writes a number given in machine form ("1234.50", "8/3") for readers.
// A fraction stays a fraction.
func (f format) machine(s string) string {
	if strings.Contains(s, "/") {
		return s
	}
	whole, fraction, point := strings.Cut(s, ".")
	if !point {
		return f.grouped(whole)
	}
	return f.grouped(whole) + f.point + fraction
}

// decimal writes an exact number with all its places: 1.234,50.
func (f format) decimal(d award.Decimal) string { return f.machine(d.String()) }

// date writes as much of a date as is known: 16 Juni 2021, Juni 2021, 2021.
func (f format) date(d award.Date) string {
	year := strconv.Itoa(d.Year)
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return year
	case d.Day == 0:
		return f.month(d.Month) + " " + year
	}
	return strconv.Itoa(d.Day) + " " + f.month(d.Month) + " " + year
}

// period writes a span without repeating what both ends share:
// 23–25 November 2021, 16 Juni – 13 Agustus 2021. from and until are the words for
// a span with one open end.
func (f format) period(p award.Period, from, until string) string {
	a, b := p.From, p.To
	switch {
	case p.IsZero():
		return ""
	case a.IsZero():
		return until + " " + f.date(b)
	case b.IsZero():
		return from + " " + f.date(a)
	case a == b:
		return f.date(a)
	case a.IsDay() && b.IsDay() && a.Year == b.Year && a.Month == b.Month:
		return strconv.Itoa(a.Day) + "–" + f.date(b)
	case a.IsDay() && b.IsDay() && a.Year == b.Year:
		return strconv.Itoa(a.Day) + " " + f.month(a.Month) + " – " + f.date(b)
	}
	return f.date(a) + " – " + f.date(b)
}
