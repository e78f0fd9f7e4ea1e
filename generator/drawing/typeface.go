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
	glyphs map[rune]*glyph
	kerns  map[[2]sfnt.GlyphIndex]fixed.Int26_6
}

// A glyph is what shows a character.
type glyph struct {
	index   sfnt.GlyphIndex
	advance fixed.Int26_6

	drawn       bool     // the rest is known
	outline     path     // at the origin
	svg         string   // after its first move
	first, last [2]int64 // where the first and the last contour begin, in tenths
}

func (c *Cut) at(ppem fixed.Int26_6) *setter {
	return &setter{cut: c, ppem: ppem, glyphs: map[rune]*glyph{}, kerns: map[[2]sfnt.GlyphIndex]fixed.Int26_6{}}
}

// glyph returns the glyph of a character; one that the cut lacks is shown by what
// it is composed of, or else as the cut shows a missing one.
func (s *setter) glyph(r rune) *glyph {
	if g := s.glyphs[r]; g != nil {
		return g
	}
	index, _ := s.cut.font.GlyphIndex(&s.buffer, r) // an error means that there is none
	if index == 0 {
		for _, part := range norm.NFKD.String(string(r)) {
			if index, _ = s.cut.font.GlyphIndex(&s.buffer, part); index != 0 {
				break
			}
		}
	}
	g := &glyph{index: index}
	if advance, err := s.cut.font.GlyphAdvance(&s.buffer, index, s.ppem, font.HintingNone); err == nil {
		g.advance = advance
	}
	s.glyphs[r] = g
	return g
}

// kern returns by how much two glyphs move together.
func (s *setter) kern(left, right sfnt.GlyphIndex) fixed.Int26_6 {
	pair := [2]sfnt.GlyphIndex{left, right}
	kern, known := s.kerns[pair]
	if !known {
		kern, _ = s.cut.font.Kern(&s.buffer, left, right, s.ppem, font.HintingNone) // an error means that they do not
		s.kerns[pair] = kern
	}
	return kern
}

// draw finds out what a glyph looks like.
func (s *setter) draw(g *glyph) {
	if g.drawn {
		return
	}
	if loaded, err := s.cut.font.LoadGlyph(&s.buffer, g.index, s.ppem, nil); err == nil { // one that cannot be drawn leaves a gap
		g.outline = slices.Clone(path(loaded))
		if len(g.outline) > 0 {
			g.svg = g.outline.svg()
			g.svg = g.svg[1+strings.IndexAny(g.svg[1:], "lqcz"):]
			first, last := g.outline.starts()
			g.first[0], g.first[1] = tenths(first)
			g.last[0], g.last[1] = tenths(last)
		}
	}
	g.drawn = true
}

// walk calls each for the glyphs of a line with where each begins, and returns
// where the line ends.
func (s *setter) walk(text string, each func(g *glyph, x fixed.Int26_6)) fixed.Int26_6 {
	var x fixed.Int26_6
	var last *glyph
	for _, r := range norm.NFC.String(text) {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			continue // marks that no letter took, joiners
		}
		g := s.glyph(r)
		if last != nil {
			x += s.kern(last.index, g.index)
		}
		each(g, x)
		x += g.advance
		last = g
	}
	return x
}

func (s *setter) width(text string) fixed.Int26_6 {
	return s.walk(text, func(*glyph, fixed.Int26_6) {})
}

// outline returns a line of text as a path whose baseline begins at (x, y).
func (s *setter) outline(text string, x, y fixed.Int26_6) path {
	var p path
	s.walk(text, func(g *glyph, at fixed.Int26_6) {
		s.draw(g)
		for _, seg := range g.outline {
			for i := range seg.Args {
				seg.Args[i].X += x + at
				seg.Args[i].Y += y
			}
			p = append(p, seg)
		}
	})
	return p
}

// appendSVG appends a line of text, whose baseline begins at (x, y), as [path.svg] would
// write it, but that each glyph stands at a tenth of a pixel: so it has the same shape
// wherever it stands.
func (s *setter) appendSVG(to []byte, text string, x, y fixed.Int26_6) []byte {
	var penX, penY int64
	move := byte('M') // so that the line can follow another path
	s.walk(text, func(g *glyph, at fixed.Int26_6) {
		s.draw(g)
		if g.svg == "" {
			return
		}
		originX, originY := tenths(fixed.Point26_6{X: x + at, Y: y})
		to = append(to, move)
		move = 'm'
		to = appendTenths(to, originX+g.first[0]-penX, false)
		to = appendTenths(to, originY+g.first[1]-penY, true)
		to = append(to, g.svg...)
		penX, penY = originX+g.last[0], originY+g.last[1]
	})
	return to
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
