package site

import (
	"siger/generator/award"
	"siger/generator/content"
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

// AllMarkdown returns every author's text of content, for checking, but for those of
// innovations' files that may be left out; nil for none.
func AllMarkdown(c *content.Content, except func(file string) bool) []Markdown {
	var all []Markdown
	for i := range c.Pages {
		all = append(all, pageText(&c.Pages[i]))
	}
	for i := range c.Translations {
		all = append(all, pageText(&c.Translations[i]))
	}
	for _, e := range c.Editions {
		all = append(all, editionText(e))
		for _, in := range e.Innovations {
			if except == nil || !except(in.File) {
				all = append(all, append(formTexts(in), answerText(in), noteText(in))...)
			}
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
