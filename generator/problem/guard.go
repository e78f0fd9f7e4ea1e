package problem

import (
	"slices"
	"strings"

	"siger/generator/internal/personal"
)

// guarded returns problems as every format may print them: without the personal data
// that [Problem.Text] cannot know of, since only the line tells what a number is, and
// without that of fields and fixes.
func guarded(list []Problem) []Problem {
	type place struct {
		file string
		line int
	}
	secrets := map[place][]Pos{}
	for _, p := range list {
		if p.Code == PersonalData {
			at := place{p.File, p.Line}
			secrets[at] = append(secrets[at], p.Pos)
		}
	}
	list = slices.Clone(list)
	for i := range list {
		p := &list[i]
		p.Field = personal.Mask(p.Field)
		secret := p.Code != PersonalData && slices.ContainsFunc(secrets[place{p.File, p.Line}], p.overlaps)
		if secret {
			p.Args = slices.Clone(p.Args)
			for i, arg := range p.Args {
				if text, ok := arg.(string); ok {
					p.Args[i] = withoutNumbers(text)
				}
			}
		}
		if f := p.Fix; f != nil {
			text := personal.Mask(f.Text)
			if secret {
				text = withoutNumbers(f.Text)
			}
			if text != f.Text {
				hidden := *f
				hidden.Text = text
				p.Fix, p.masked = &hidden, true
			}
		}
	}
	return list
}

// Masked hides all but the first two characters of what is likely personal data in a text that a
// command prints beside problems.
func Masked(text string) string { return personal.Mask(text) }

// overlaps reports whether two places on one line have a character in common. One
// without a column is the whole line.
func (p Pos) overlaps(other Pos) bool {
	return p.Column == 0 || p.Column < other.Column+other.Length && other.Column < p.Column+max(p.Length, 1)
}

// withoutNumbers masks a text, of which it is known that it has personal data: where
// the text alone does not tell what is, all digits beyond the second.
func withoutNumbers(text string) string {
	if masked := personal.Mask(text); masked != text {
		return masked
	}
	n := 0
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			if n++; n > 2 {
				return personal.Hidden
			}
		}
		return r
	}, text)
}
