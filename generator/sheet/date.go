package sheet

import (
	"strconv"
	"strings"
	"time"

	"siger/generator/award"
	"siger/generator/internal/pattern"
)

// An Epoch says from when a workbook counts days.
type Epoch int

// The epochs of spreadsheet programs.
const (
	Epoch1900 Epoch = iota
	Epoch1904
)

// Bounds on numbers that are taken for days: 1954 to 2119. Years lie outside.
const (
	firstSerial = 20_000
	lastSerial  = 80_000
)

var serialPattern = pattern.Lazy(`^([0-9]{5})(?:\.[0-9]{1,17})?$`)

// serial reads the number of a day. The part of the day after the point goes.
func (e Epoch) serial(s string) (award.Date, bool) {
	m := serialPattern().FindStringSubmatch(s)
	if m == nil {
		return award.Date{}, false
	}
	n, _ := strconv.Atoi(m[1]) // five digits
	if n < firstSerial || n > lastSerial {
		return award.Date{}, false
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if e == Epoch1904 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	day := start.AddDate(0, 0, n)
	return award.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}, true
}

// shown returns the text of a cell that is stored in one way and shown in
// another: a day as far as it is shown, and everything else as it is stored.
func (e Epoch) shown(stored, shown string) string {
	day, ok := e.serial(stored)
	if !ok || shown == stored {
		return stored
	}
	seen, err := e.ParseDate(shown)
	if err != nil || seen.Year != day.Year || seen.Month != 0 && seen.Month != day.Month || seen.Day != 0 && seen.Day != day.Day {
		return stored
	}
	return seen.String()
}

var (
	yearFirst  = pattern.Lazy(`^([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?$`)
	dayFirst   = pattern.Lazy(`^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})$`)
	monthFirst = pattern.Lazy(`^([0-9]{1,2})[-/. ]([0-9]{4})$`)
	named      = pattern.Lazy(`^(?:([0-9]{1,2})[-/. ]*)?([a-z]{3,10})\.?[-/., ]*([0-9]{4}|[0-9]{2})$`)
	englishDay = pattern.Lazy(`^([a-z]{3,10})\.? ([0-9]{1,2}), ([0-9]{4})$`)
	clock      = pattern.Lazy(`[t ,]+(?:pukul )?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:wib|wita|wit|am|pm|z))?$`)
	weekday    = pattern.Lazy(`^(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad),? `)
	prefix     = pattern.Lazy(`^(?:tahun|thn\.?|th\.?|tanggal|tgl\.?|bulan|sejak|mulai) `)
)

// months are the names of months and the short forms that people write, in
// Indonesian and English.
var months = map[string]int{
	"jan": 1, "januari": 1, "january": 1, "feb": 2, "peb": 2, "februari": 2, "pebruari": 2, "february": 2,
	"mar": 3, "mrt": 3, "maret": 3, "march": 3, "apr": 4, "april": 4, "mei": 5, "may": 5,
	"jun": 6, "juni": 6, "june": 6, "jul": 7, "juli": 7, "july": 7,
	"agu": 8, "agt": 8, "ags": 8, "agust": 8, "agustus": 8, "aug": 8, "august": 8,
	"sep": 9, "sept": 9, "september": 9, "okt": 10, "oct": 10, "oktober": 10, "october": 10,
	"nov": 11, "nop": 11, "november": 11, "nopember": 11, "des": 12, "dec": 12, "desember": 12, "december": 12,
}

// ParseDate reads a date as people write it: 16/06/2021, 16-6-21, 2021-06-16,
// 16 Juni 2021, Rabu, 16 Jun 2021, Juni 2021, Jun-21, 06/2021, 2021, tahun 2021,
// and the number of a day. The day stands before the month; 06/16/2021 is
// refused rather than turned around, since its neighbours may be turned around
// as well. A time of day is dropped. Years of two digits are 1970 to 2069. The
// error is [award.ErrNotDate].
func (e Epoch) ParseDate(s string) (award.Date, error) {
	if len(s) > 60 {
		return award.Date{}, award.ErrNotDate
	}
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if day, ok := e.serial(s); ok {
		return day, nil
	}
	s = weekday().ReplaceAllString(s, "")
	s = prefix().ReplaceAllString(s, "")
	s = clock().ReplaceAllString(s, "")
	if m := yearFirst().FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := dayFirst().FindStringSubmatch(s); m != nil {
		return day(m[3], m[2], m[1])
	}
	if m := monthFirst().FindStringSubmatch(s); m != nil {
		return day(m[2], m[1], "")
	}
	if m := named().FindStringSubmatch(s); m != nil && months[m[2]] > 0 {
		return day(m[3], strconv.Itoa(months[m[2]]), m[1])
	}
	if m := englishDay().FindStringSubmatch(s); m != nil && months[m[1]] > 0 {
		return day(m[3], strconv.Itoa(months[m[1]]), m[2])
	}
	return award.ParseDate(s)
}

// day makes a date of digits; month and day may be "".
func day(year, month, day string) (award.Date, error) {
	if len(year) == 2 {
		if year < "70" {
			year = "20" + year
		} else {
			year = "19" + year
		}
	}
	iso := year
	for _, part := range []string{month, day} {
		if part == "" {
			break
		}
		if len(part) == 1 {
			part = "0" + part
		}
		iso += "-" + part
	}
	return award.ParseDate(iso)
}
