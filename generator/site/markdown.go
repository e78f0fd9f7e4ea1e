package site

import (
	"siger/generator/award"
)

// Markdown is a text with where it came from, for the template function that
// turns it into HTML.
type Markdown struct {
	Text    award.Text
	File    string
	Field   string
	Heading int // the level at which authors begin headings
	Deeper  int // how many levels deeper they are published

	Pictures string // where a picture named gambar/… is; "" where only full addresses are known
}

func editionText(e *award.Edition) Markdown { return Markdown{e.Note, e.File, "catatan", 3, 0, ""} }

// AllMarkdown returns every author's text of the site, for checking, but for those of
// innovations' files that may be left out; nil for none.
func (s *Site) AllMarkdown(except func(file string) bool) []Markdown {
	var all []Markdown
	for i := range s.content.Pages {
		all = append(all, pageText(&s.content.Pages[i]))
	}
	for i := range s.content.Translations {
		all = append(all, pageText(&s.content.Translations[i]))
	}
	for _, st := range s.standings {
		all = append(all, editionText(st.Edition))
		for _, in := range st.Edition.Innovations {
			if except != nil && except(in.File) {
				continue
			}
			all = append(all, append(formTexts(in), answerText(in), noteText(in))...)
		}
	}
	return all
}

// HiddenMarkdown returns the texts that no page shows: those of an innovation in
// the editions that its page does not speak of.
func (s *Site) HiddenMarkdown() []Markdown {
	var hidden []Markdown
	for _, e := range s.entries {
		for _, a := range e.appearances {
			if in := a.result.Innovation; in != e.latest() {
				hidden = append(hidden, append(formTexts(in), answerText(in), noteText(in))...)
			}
		}
	}
	return hidden
}
