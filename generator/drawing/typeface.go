// Package drawing makes the pictures that a site publishes beside its pages: share
// images, badges and QR codes. It measures and draws text with the outlines of the
// site's own typeface; it knows nothing of awards, addresses or languages.
//
// # Determinism
//
// The same input gives the same pixels on every machine. Outlines come as integers
// and are flattened in integers; of the rasterizer only straight lines are used, in
// its fixed-point mode, whose few operations on floats no compiler can fuse.
package drawing

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// A Typeface is the two cuts that pictures are set in. It is safe for concurrent use.
type Typeface struct {
	Bold *Cut // names and figures
	Text *Cut // everything else

	mu     sync.Mutex
	shares map[Share][]byte // drawn last
	badges sync.Pool        // badgeSetters: thousands of badges have the same few glyphs
}

// A Cut is one weight of a typeface.
type Cut struct{ font *sfnt.Font }

// ParseTypeface reads the two cuts from TrueType or OpenType files.
func ParseTypeface(bold, text []byte) (*Typeface, error) {
	b, err := sfnt.Parse(bold)
	if err != nil {
		return nil, fmt.Errorf("bold cut: %w", err)
	}
	t, err := sfnt.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("text cut: %w", err)
	}
	return &Typeface{Bold: &Cut{b}, Text: &Cut{t}}, nil
}

// A setter sets text in one cut and size. It is for one goroutine.
type setter struct {
	cut    *Cut
	ppem   fixed.Int26_6
	buffer sfnt.Buffer
	glyphs map[rune]sfnt.GlyphIndex
	drawn  map[sfnt.GlyphIndex]path // outlines at the origin
}

func (c *Cut) at(ppem fixed.Int26_6) *setter {
	return &setter{cut: c, ppem: ppem, glyphs: map[rune]sfnt.GlyphIndex{}, drawn: map[sfnt.GlyphIndex]path{}}
}

// glyph returns the glyph of a character; one that the cut lacks is shown by what
// it is composed of, or else as the cut shows a missing one.
func (s *setter) glyph(r rune) sfnt.GlyphIndex {
	if g, ok := s.glyphs[r]; ok {
		return g
	}
	g, _ := s.cut.font.GlyphIndex(&s.buffer, r) // an error means that there is none
	if g == 0 {
		for _, part := range norm.NFKD.String(string(r)) {
			if g, _ = s.cut.font.GlyphIndex(&s.buffer, part); g != 0 {
				break
			}
		}
	}
	s.glyphs[r] = g
	return g
}

// walk calls each for the glyphs of a line with where each begins, and returns
// where the line ends.
func (s *setter) walk(text string, each func(g sfnt.GlyphIndex, x fixed.Int26_6)) fixed.Int26_6 {
	var x fixed.Int26_6
	var last sfnt.GlyphIndex
	first := true
	for _, r := range norm.NFC.String(text) {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			continue // marks that no letter took, joiners
		}
		g := s.glyph(r)
		if !first {
			if kern, err := s.cut.font.Kern(&s.buffer, last, g, s.ppem, font.HintingNone); err == nil {
				x += kern
			}
		}
		each(g, x)
		if advance, err := s.cut.font.GlyphAdvance(&s.buffer, g, s.ppem, font.HintingNone); err == nil {
			x += advance
		}
		last, first = g, false
	}
	return x
}

func (s *setter) width(text string) fixed.Int26_6 {
	return s.walk(text, func(sfnt.GlyphIndex, fixed.Int26_6) {})
}

// outline returns a line of text as a path whose baseline begins at (x, y).
func (s *setter) outline(text string, x, y fixed.Int26_6) path {
	var p path
	s.walk(text, func(g sfnt.GlyphIndex, at fixed.Int26_6) {
		segments, known := s.drawn[g]
		if !known {
			loaded, err := s.cut.font.LoadGlyph(&s.buffer, g, s.ppem, nil)
			if err == nil { // one that cannot be drawn leaves a gap
				segments = slices.Clone(path(loaded))
			}
			s.drawn[g] = segments
		}
		for _, seg := range segments {
			for i := range seg.Args {
				seg.Args[i].X += x + at
				seg.Args[i].Y += y
			}
			p = append(p, seg)
		}
	})
	return p
}

// wrap breaks text into lines no wider than width. A word that is wider is broken
// between its characters; whole reports that none was.
func (s *setter) wrap(text string, width fixed.Int26_6) (lines []string, whole bool) {
	whole = true
	line := ""
	for _, word := range strings.Fields(text) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if s.width(joined) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; s.width(line) > width; {
			whole = false
			n := s.fitting(line, width)
			lines, line = append(lines, line[:n]), line[n:]
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines, whole
}

// fitting returns how many bytes of a text fit into a width, at least one character.
func (s *setter) fitting(text string, width fixed.Int26_6) int {
	end := 0
	for i, r := range text {
		next := i + len(string(r))
		if end > 0 && s.width(text[:next]) > width {
			break
		}
		end = next
	}
	return end
}

// balance breaks text into as few lines as wrap does, but as even as they can be.
func (s *setter) balance(text string, width fixed.Int26_6) (lines []string, whole bool) {
	lines, whole = s.wrap(text, width)
	if !whole || len(lines) < 2 {
		return lines, whole
	}
	low, high := width/2, width
	for high-low > 64 {
		middle := (low + high) / 2
		if narrower, ok := s.wrap(text, middle); ok && len(narrower) <= len(lines) {
			high = middle
		} else {
			low = middle
		}
	}
	return s.wrap(text, high)
}

// shorten cuts a line to a width, with an ellipsis.
func (s *setter) shorten(text string, width fixed.Int26_6) string {
	if s.width(text) <= width {
		return text
	}
	room := width - s.width("…")
	n := s.fitting(text, room)
	return strings.TrimRight(text[:n], " ,.;:-–") + "…"
}

// fit sets text in the largest size in which it needs no more than most lines and
// no word is broken; in the smallest, words may be broken and the last line ends in
// an ellipsis.
func (c *Cut) fit(text string, width int, sizes []int, most int) (*setter, []string) {
	w := fixed.I(width)
	for i, size := range sizes {
		s := c.at(fixed.I(size))
		lines, whole := s.balance(text, w)
		if len(lines) <= most && whole {
			return s, lines
		}
		if i < len(sizes)-1 {
			continue
		}
		if len(lines) > most {
			rest := strings.Join(lines[most-1:], " ")
			lines = append(lines[:most-1:most-1], s.shorten(rest, w))
		}
		return s, lines
	}
	return c.at(fixed.I(1)), nil
}

// Lines returns how many lines a text needs that is set in the bold cut, and whether
// no word was broken. Width and size have the same unit.
func (t *Typeface) Lines(text string, width, size int) (n int, whole bool) {
	lines, whole := t.Bold.at(fixed.I(size)).wrap(text, fixed.I(width))
	return len(lines), whole
}
