package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"siger/generator/award"
	"siger/generator/problem"
)

// CardSummary is how many characters a summary can have to be read on a card,
// about six lines on a phone.
const CardSummary = 300

// checkLengths warns of texts that are shorter or longer than they should be, and
// refuses the placeholder of a summary once results are shown.
func (e *editionFile) checkLengths(s *source, in *award.Innovation) {
	if in.Summary == noSummary {
		switch at := s.find("ringkasan"); e.edition.Status {
		case "": // has been reported
		case award.Draft:
			s.report(at, "ringkasan", problem.SummaryLater)
		default:
			s.report(at, "ringkasan", problem.NoSummary, string(e.edition.Status))
		}
	}
	if n := utf8.RuneCountInString(in.Summary); n > CardSummary {
		s.report(s.find("ringkasan"), "ringkasan", problem.LongSummary, n, CardSummary)
	}
	least := e.edition.DesignWords
	if in.Withdrawal != (award.Withdrawal{}) || s.failed {
		return
	}
	if n := countWords(in.Design.Source); n < least {
		s.report(s.findKey("rancang_bangun"), "rancang_bangun", problem.ShortDesign, n, least)
	}
}

// countWords counts what has a letter or a digit: marks of Markdown are no words.
func countWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// checkEvidence warns of evidence that did not exist when the edition closed.
func (e *editionFile) checkEvidence(s *source, in *award.Innovation) {
	for _, m := range in.Marks {
		for i, v := range m.Evidence {
			if v.Date.IsZero() || !e.edition.AsOf.Before(v.Date) || e.edition.AsOf.IsZero() {
				continue
			}
			field := item("penilaian."+m.Criterion+".bukti", i) + ".tanggal"
			s.report(s.find("penilaian", m.Criterion, "bukti", itoa(i), "tanggal"), field, problem.LateEvidence, v.Date.String(), e.edition.AsOf.String())
		}
	}
}
