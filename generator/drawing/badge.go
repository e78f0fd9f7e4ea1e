package drawing

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/image/math/fixed"
)

// A Badge is two short texts side by side, for other sites.
type Badge struct {
	Label string
	Value string
	Title string // of the picture, for those who cannot see it
}

// BadgeHeight is the height of every badge in pixels.
const BadgeHeight = 28

const (
	badgeSide     = 10                     // space beside a text
	badgeIcon     = 26                     // width of the crown
	badgeText     = fixed.Int26_6(25 * 32) // 12½ pixels
	badgeBaseline = 19
)

// Longest texts of a badge in pixels; what is wider ends in an ellipsis.
const (
	badgeLabel = 300
	badgeValue = 340
)

// WriteBadge writes a badge as an SVG. Texts are outlines, so that it looks the same
// wherever it is shown and nothing overflows.
func (t *Typeface) WriteBadge(w io.Writer, b Badge) error {
	s, _ := t.badges.Get().(*badgeSetters)
	if s == nil {
		s = &badgeSetters{label: t.Text.at(badgeText), value: t.Bold.at(badgeText)}
	}
	defer t.badges.Put(s)
	if s.leaves == "" || s.text != b.Label {
		s.left(b.Label)
	}
	middle := s.middle
	right := s.value.shorten(b.Value, fixed.I(badgeValue))
	width := middle + badgeSide + s.value.width(right).Ceil() + badgeSide
	var title strings.Builder
	if err := xml.EscapeText(&title, []byte(b.Title)); err != nil {
		return err
	}
	to := fmt.Appendf(s.memory[:0], `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" viewBox="0 0 %[1]d %[2]d" role="img" aria-label="%[3]s"><title>%[3]s</title>`+
		`<path fill="#7a1420" d="M4 0H%[4]dV%[2]dH4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"/><path fill="#f3d27a" d="M%[4]d 0H%[5]da4 4 0 0 1 4 4v%[6]da4 4 0 0 1-4 4H%[4]dz"/>`+
		`<path fill="#f3d27a" d="%[7]s"/><path fill="#fff" d="%[8]s"/><path fill="#3d0811" d="`,
		width, BadgeHeight, title.String(), middle, width-4, BadgeHeight-8, s.leaves, s.white)
	to = s.value.appendSVG(to, right, fixed.I(middle+badgeSide), fixed.I(badgeBaseline))
	to = append(to, `"/></svg>`+"\n"...)
	s.memory = to
	_, err := w.Write(to)
	return err
}

// badgeSetters set the texts of badges one after the other, of which the label is mostly
// the same.
type badgeSetters struct {
	label, value *setter

	text          string // the last label
	middle        int    // where its part ends
	leaves, white string // its paths

	memory []byte // of the last badge
}

// left sets the left part of a badge.
func (s *badgeSetters) left(text string) {
	shown := s.label.shorten(text, fixed.I(badgeLabel))
	icon := func(p path) path { return p.transform(badgeIcon, sigerWidth, fixed.I(badgeSide-1), fixed.I(7)) }
	s.text, s.middle = text, badgeSide+badgeIcon+7+s.label.width(shown).Ceil()+badgeSide
	s.leaves = icon(siger.leaves).svg()
	s.white = string(s.label.appendSVG([]byte(icon(siger.band).svg()), shown, fixed.I(badgeSide+badgeIcon+7), fixed.I(badgeBaseline)))
}
