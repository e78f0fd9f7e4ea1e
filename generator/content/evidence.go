package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"siger/generator/award"
	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

// A numbered document is evidence that has a number, with the innovations that use it.
type numbered struct {
	evidence *award.Evidence // of the first use
	uses     []use           // the first of each innovation
}

// A use is where a document stands.
type use struct {
	in        *award.Innovation
	criterion string
	index     int
}

// numberPrefix is what some write before a number.
var numberPrefix = pattern.Lazy(`^no(mor)?`)

// maxNamesakes bounds how many documents of one number are told apart.
const maxNamesakes = 16

// checkDocuments warns of numbered documents that are evidence of several
// innovations of an edition, once for each: where the second innovation has it.
// That one innovation has a document for several criteria says nothing.
func (l *loader) checkDocuments() {
	byNumber := map[string][]*numbered{}
	var all []*numbered
	for _, file := range l.innovations {
		in := file.innovation
		for _, m := range in.Marks {
			for i := range m.Evidence {
				v := &m.Evidence[i]
				number := numberPrefix().ReplaceAllString(squeezed(v.Number), "")
				if len(number) < 3 || !strings.ContainsFunc(number, unicode.IsDigit) {
					continue
				}
				key := folderOf(in) + "\n" + number
				at := slices.IndexFunc(byNumber[key], func(d *numbered) bool { return d.is(v) })
				if at < 0 {
					if len(byNumber[key]) == maxNamesakes {
						continue
					}
					at = len(byNumber[key])
					d := &numbered{evidence: v}
					byNumber[key] = append(byNumber[key], d)
					all = append(all, d)
				}
				d := byNumber[key][at]
				if n := len(d.uses); n == 0 || d.uses[n-1].in != in {
					d.uses = append(d.uses, use{in, m.Criterion, i})
				}
			}
		}
	}
	for _, d := range all {
		if len(d.uses) < 2 {
			continue
		}
		second := d.uses[1]
		field := item("penilaian."+second.criterion+".bukti", second.index) + ".nomor"
		pos := problem.Pos{File: second.in.File}
		if s := l.reopen(second.in.File); s != nil {
			pos = s.pos(s.find("penilaian", second.criterion, "bukti", itoa(second.index), "nomor"))
		}
		var more problem.Words
		if n := len(d.uses) - 2; n > 0 {
			more = problem.Words{ID: fmt.Sprintf(" dan %d inovasi lain", n), EN: fmt.Sprintf(" and %d other innovations", n)}
		}
		l.problems.Add(problem.At(pos, field, problem.SameEvidence, d.evidence.Number, d.uses[0].in.File, more))
	}
}

// is reports whether evidence of the same number is the same document: it has the
// same day or, where one has none, nearly the same title.
func (d *numbered) is(v *award.Evidence) bool {
	if a, b := d.evidence.Date, v.Date; !a.IsZero() && !b.IsZero() {
		return a == b
	}
	a, b := strings.Fields(simple(d.evidence.Title)), strings.Fields(simple(v.Title))
	shared := 0
	for _, word := range a {
		if slices.Contains(b, word) {
			shared++
		}
	}
	return shared*3 >= 2*max(len(a), len(b))
}

// simple returns a text's words in small letters, without anything else.
func simple(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// squeezed is a text without its case, spaces and marks.
func squeezed(text string) string { return strings.ReplaceAll(simple(text), " ", "") }

// folderOf returns the folder of an innovation's edition.
func folderOf(in *award.Innovation) string {
	year, _, _ := strings.Cut(in.File, "/")
	return year
}

// reopen parses a file again to point into it, nil if it has changed so much that
// it cannot be.
func (l *loader) reopen(file string) *source {
	return (&loader{fsys: l.fsys, content: &Content{}}).open(file)
}
