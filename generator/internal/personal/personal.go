// Package personal recognises personal data in a text: numbers of identity cards
// (NIK), of civil servants (NIP), of telephones and of accounts, and e-mail addresses.
// Only what has the structure of such data counts: a number alone is a year, a decree
// or a sum.
package personal

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"siger/generator/internal/pattern"
)

// A Kind is a kind of personal data; 0 is none.
type Kind int

// The kinds.
const (
	Identity Kind = iota + 1
	Servant
	Phone
	Mail
	Account
)

// A Finding is a part of a line that is likely personal data.
type Finding struct {
	From, To int // in bytes
	Kind     Kind
}

// Hidden stands for a character of personal data that is not repeated.
const Hidden = '•'

// Mask hides all but the first two characters of what is likely personal data in a text.
func Mask(text string) string {
	found := Find([]byte(text))
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, f := range found {
		shown := f.From
		for range 2 {
			_, size := utf8.DecodeRuneInString(text[shown:f.To])
			shown += size
		}
		b.WriteString(text[at:shown])
		b.WriteString(strings.Repeat(string(Hidden), utf8.RuneCountInString(text[shown:f.To])))
		at = f.To
	}
	return b.String() + text[at:]
}

// Find returns what is likely personal data on a line, in order; no two findings overlap.
func Find(line []byte) []Finding {
	if count := digits(line); count < leastDigits && bytes.IndexByte(line, '@') < 0 {
		return nil
	}
	var found []Finding
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == 'h' || c == 'w':
			if n := addressLength(line[i:]); n > 0 {
				i += n
				continue
			}
		case c == '@':
			if from, to := mailAt(line, i); to > 0 {
				for n := len(found) - 1; n >= 0 && found[n].To > from; n-- { // its name may look like a number, or be another's end
					from, found = min(from, found[n].From), found[:n]
				}
				found = append(found, Finding{from, to, Mail})
				i = to
				continue
			}
		case digit(c):
			groups := digitGroups(line, i)
			found = append(found, numbers(line, groups)...)
			i = groups[len(groups)-1].to
			continue
		}
		i++
	}
	return found
}

// digits returns how many digits a line has.
func digits(line []byte) (n int) {
	for _, c := range line {
		if digit(c) {
			n++
		}
	}
	return n
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(r rune) bool { return r == '_' || unicode.IsLetter(r) }

func word(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || digit(c) }

// addressLength returns the length of a web address that a text begins with; its
// digits mean nothing.
func addressLength(text []byte) int {
	for _, scheme := range []string{"https://", "http://", "www."} {
		if bytes.HasPrefix(text, []byte(scheme)) {
			if n := bytes.IndexAny(text, " \n\t\"'<>()[]{}`|"); n >= 0 {
				return n
			}
			return len(text)
		}
	}
	return 0
}

var domainPattern = pattern.Lazy(`^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}`)

// mailAt returns the e-mail address around an @. The names that are reserved for
// examples belong to nobody.
func mailAt(line []byte, at int) (from, to int) {
	from = at
	for from > 0 && at-from < 64 && (word(line[from-1]) || strings.IndexByte(".%+-", line[from-1]) >= 0) {
		from--
	}
	domain := domainPattern().Find(line[at+1:])
	low := strings.ToLower(string(domain))
	if from == at || domain == nil || strings.HasSuffix(low, ".example") || strings.HasPrefix(low, "example.") {
		return 0, 0
	}
	return from, at + 1 + len(domain)
}

type group struct{ from, to int }

// leastDigits is how many digits personal data that is a number has at least.
const leastDigits = 8

// maxRun bounds how many groups of digits are looked at together.
const maxRun = 64

// digitGroups returns the groups of digits from a place on that one space, dot,
// hyphen or bracket parts from each other.
func digitGroups(line []byte, at int) []group {
	var groups []group
	for len(groups) < maxRun {
		g := group{at, at}
		for g.to < len(line) && digit(line[g.to]) {
			g.to++
		}
		groups = append(groups, g)
		at = g.to
		if bytes.HasPrefix(line[at:], []byte(") ")) || bytes.HasPrefix(line[at:], []byte(" (")) {
			at++
		}
		if at+1 >= len(line) || strings.IndexByte(" .-)", line[at]) < 0 || !digit(line[at+1]) {
			break
		}
		at++
	}
	return groups
}

// numbers returns the groups of digits that together are likely personal data.
func numbers(line []byte, groups []group) []Finding {
	var found []Finding
next:
	for i := 0; i < len(groups); i++ {
		for j := min(i+5, len(groups)-1); j >= i; j-- {
			if kind, from := classify(line, groups[i:j+1]); kind != 0 {
				found = append(found, Finding{from, groups[j].to, kind})
				i = j
				continue next
			}
		}
	}
	return found
}

// classify says what groups of digits are likely to be, and where it begins.
func classify(line []byte, groups []group) (kind Kind, from int) {
	from = groups[0].from
	to := groups[len(groups)-1].to
	total := 0
	for _, g := range groups {
		total += g.to - g.from
	}
	if total < leastDigits || total > 18 {
		return kind, 0
	}
	digits := make([]byte, 0, total)
	sizes := ""
	for _, g := range groups {
		digits = append(digits, line[g.from:g.to]...)
		sizes += strconv.Itoa(g.to-g.from) + " "
	}
	before, _ := utf8.DecodeLastRune(line[:from])
	after, _ := utf8.DecodeRune(line[to:])
	if letter(before) || before == '/' || letter(after) || after == '/' || after == ',' && to+1 < len(line) && digit(line[to+1]) {
		return kind, 0
	}
	switch {
	case total == 18 && (len(groups) == 1 || sizes == "8 6 1 3 ") && servant(digits):
		return Servant, from
	case total == 16 && (len(groups) == 1 || sizes == "4 4 4 4 " || sizes == "6 6 4 ") && identity(digits):
		return Identity, from
	case before == '+' && bytes.HasPrefix(digits, []byte("62")) && total >= 10 && total <= 15:
		return Phone, from - 1
	case len(groups) > 1 && total >= 9 && total <= 12 && digits[0] == '0' && strings.IndexByte("2345679", digits[1]) >= 0 && landline(groups):
		if before == '(' {
			from--
		}
		return Phone, from
	case groups[0].to-groups[0].from >= 3 && mobile(digits):
		return Phone, from
	case account(line, groups, total):
		return Account, from
	}
	return kind, 0
}

// mobile numbers begin with 08, or with 628 where the + was left out.
func mobile(digits []byte) bool {
	switch {
	case bytes.HasPrefix(digits, []byte("08")) && digits[2] != '0':
		return len(digits) >= 10 && len(digits) <= 13
	case bytes.HasPrefix(digits, []byte("628")):
		return len(digits) >= 11 && len(digits) <= 14
	}
	return false
}

// landline numbers are written as an area code of three or four digits and a
// number in at most two parts.
func landline(groups []group) bool {
	area := groups[0].to - groups[0].from
	rest := groups[len(groups)-1].to - groups[1].from
	return (area == 3 || area == 4) && len(groups) <= 3 && rest >= 6 && rest <= 9 && groups[1].to-groups[1].from >= 3
}

func two(digits []byte) int { return int(digits[0]-'0')*10 + int(digits[1]-'0') }

// identity reports whether 16 digits have the structure of a NIK: province,
// municipality and district; day of birth (40 more for women), month and year; a
// serial number.
func identity(d []byte) bool {
	province, municipality, district, day, month := two(d), two(d[2:]), two(d[4:]), two(d[6:]), two(d[8:])
	if day > 40 {
		day -= 40
	}
	return province >= 11 && province <= 97 && municipality >= 1 && municipality <= 79 && district >= 1 &&
		day >= 1 && day <= 31 && month >= 1 && month <= 12 && string(d[12:]) != "0000"
}

// servant reports whether 18 digits have the structure of a NIP: the day of
// birth, the month of the appointment (21 on contract), the sex, a serial number.
func servant(d []byte) bool {
	born, appointed := two(d)*100+two(d[2:]), two(d[8:])*100+two(d[10:])
	month, day, start := two(d[4:]), two(d[6:]), two(d[12:])
	return born >= 1940 && born <= 2019 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
		appointed >= born+15 && appointed <= born+70 && (start >= 1 && start <= 12 || start == 21) && (d[14] == '1' || d[14] == '2')
}

// accountWords is how far before its number an account is called one.
const accountWords = 40

var accountPattern = pattern.Lazy(`(?i)\b(rekening|norek|no\.? ?rek)\b`)

// account reports whether digits near the word are an account number: not a day,
// nor a sum in groups of three.
func account(line []byte, groups []group, total int) bool {
	if len(groups) > 1 && (total < 10 || line[groups[0].to] == '.') {
		return false
	}
	from := groups[0].from
	return accountPattern().Match(line[max(0, from-accountWords):from])
}
