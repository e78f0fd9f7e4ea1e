package drawing

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/image/math/fixed"
)

// A Share is what a share image says. Texts that do not fit are set smaller, over
// more lines, and at last with an ellipsis.
type Share struct {
	Site    string
	Above   string // over the title: an award, a status
	Title   string
	Below   string // under the title: an agency, figures
	Foot    string
	Notice  string // "" for none
	Numeral string // in the medal or under the crown: a place, a year
	Medal   bool
}

// Size of a share image in pixels, as the networks that show one ask for it.
const (
	ShareWidth  = 1200
	ShareHeight = 630
)

// shareLeft is where texts begin.
const shareLeft = 72

const (
	maroon      colour = 0x5c0d18
	maroonDeep  colour = 0x3d0811
	maroonLight colour = 0x7a1420
	goldDeep    colour = 0xb07d1a
	gold        colour = 0xd9a441
	goldLight   colour = 0xf3d27a
	cream       colour = 0xfff7e8
	creamDim    colour = 0xecd3b8
)

// A block is a paragraph of a share image.
type block struct {
	set     *setter
	lines   []string
	leading int // from baseline to baseline
	above   int // before the first line
	colour  colour
}

// keptShares is how many share images a typeface keeps, of some 40 kB each: drawing one
// takes longer than rendering a dozen pages, and a preview draws the same again and again.
const keptShares = 64

// WriteShare writes a share image as a PNG.
func (t *Typeface) WriteShare(w io.Writer, s Share) error {
	t.mu.Lock()
	data := t.shares[s]
	t.mu.Unlock()
	if data == nil {
		var out bytes.Buffer
		if err := t.drawShare(&out, s); err != nil {
			return err
		}
		data = out.Bytes()
		t.mu.Lock()
		if t.shares == nil || len(t.shares) >= keptShares {
			t.shares = map[Share][]byte{}
		}
		t.shares[s] = data
		t.mu.Unlock()
	}
	_, err := w.Write(data)
	return err
}

func (t *Typeface) drawShare(w io.Writer, s Share) error {
	const left, width, top, bottom = shareLeft, 750, 118, ShareHeight - tapisHeight - 22
	c := canvases.Get().(*canvas)
	defer canvases.Put(c)
	ground := shareGrounds().crown
	if s.Medal {
		ground = shareGrounds().medal
	}
	c.take(ground.pixels, ground.colours)
	t.numeral(c, s)

	name := t.Text.at(28 * 64)
	c.text(name, name.shorten(s.Site, (width-90)*64), left+84, 76, cream)

	// The title gives way first when the whole is too high.
	titles := []int{76, 68, 60, 54, 48, 42, 38, 34, 30}
	blocks, height := t.blocks(s, width, titles)
	for height > bottom-top && len(titles) > 1 {
		titles = titles[1:]
		blocks, height = t.blocks(s, width, titles)
	}
	y := top + max(0, (bottom-top-height)/2)
	for _, b := range blocks {
		y += b.above
		var lines path // together, since touching edges that are blended twice take twice the colours
		for _, line := range b.lines {
			lines = append(lines, b.set.outline(line, fixed.I(left), fixed.I(y+b.set.ppem.Round()*92/100))...)
			y += b.leading
		}
		c.fill(lines, b.colour)
	}
	return c.writePNG(w)
}

// canvases are the memory of share images: new memory costs more than drawing them.
var canvases = sync.Pool{New: func() any { return newCanvas(ShareWidth, ShareHeight, maroon) }}

// A shareGround is what share images have in common.
type shareGround struct {
	pixels  []uint8
	colours []colour
}

// shareGrounds are those with the crown and with the medal.
var shareGrounds = sync.OnceValue(func() (grounds struct{ crown, medal shareGround }) {
	c := newCanvas(ShareWidth, ShareHeight, maroon)
	// A panel of the cloth's own red for medal or crown, with a selvage of diamonds.
	c.rectangle(868, 0, ShareWidth, ShareHeight, maroonLight)
	c.rectangle(868, 0, 871, ShareHeight, gold)
	for y := 12; y < ShareHeight-tapisHeight; y += 24 {
		c.fill(diamond(883, y, 5, 7), gold)
	}
	c.rectangle(895, 0, 897, ShareHeight, gold)
	c.tapis(ShareHeight-tapisHeight, maroonDeep, gold, goldLight)
	c.siger(shareLeft, 48, 64, sigerColours{goldLight, maroonLight, cream, gold})

	common := shareGround{slices.Clone(c.pixels), slices.Clone(c.colours)}
	c.crown()
	c.tidy()
	grounds.crown = shareGround{slices.Clone(c.pixels), slices.Clone(c.colours)}
	c.take(common.pixels, common.colours)
	c.medal()
	c.tidy()
	grounds.medal = shareGround{c.pixels, c.colours}
	return grounds
})

// blocks sets the paragraphs and returns their height together.
func (t *Typeface) blocks(s Share, width int, titles []int) (blocks []block, height int) {
	add := func(cut *Cut, text string, with colour, above, most int, sizes ...int) {
		if text == "" {
			return
		}
		set, lines := cut.fit(text, width, sizes, most)
		b := block{set, lines, set.ppem.Round() * 120 / 100, above, with}
		blocks = append(blocks, b)
		height += b.above + b.leading*len(b.lines)
	}
	add(t.Bold, s.Above, goldLight, 0, 2, 34, 30, 26)
	add(t.Bold, s.Title, cream, 20, 4, titles...)
	add(t.Text, s.Below, creamDim, 22, 2, 30, 26, 23)
	add(t.Text, s.Foot, goldLight, 18, 2, 25, 22)
	add(t.Text, s.Notice, creamDim, 10, 1, 21, 18)
	return blocks, height
}

// The middle of medal and crown.
const (
	emblemX = 1048
	medalY  = 290
)

func (c *canvas) crown() {
	c.siger(emblemX-126, 134, 252, sigerColours{gold, maroonDeep, goldLight, maroonLight})
}

func (c *canvas) medal() {
	const x, y = emblemX, medalY
	c.fill(polygon(x-66, y+60, x-98, y+228, x-52, y+196, x-14, y+236, x+4, y+90), goldDeep)
	c.fill(polygon(x+66, y+60, x+98, y+228, x+52, y+196, x+14, y+236, x-4, y+90), goldDeep)
	c.fill(star(x, y, 134), gold)
	c.fill(circle(x, y, 106), goldLight)
	c.fill(circle(x, y, 98), maroonDeep)
	c.fill(circle(x, y, 90), maroonLight)
	c.siger(x-50, y-76, 100, sigerColours{gold, maroonLight, goldLight, maroonLight})
}

// numeral writes into the medal or under the crown.
func (t *Typeface) numeral(c *canvas, s Share) {
	sizes, y, with := []int{92, 72, 54}, 356, goldLight
	if s.Medal {
		sizes, y, with = []int{96, 76, 60, 44}, medalY+34, cream
	}
	set, lines := t.Bold.fit(s.Numeral, 180, sizes, 1)
	line := strings.Join(lines, "")
	c.text(set, line, emblemX-set.width(line).Round()/2, y+set.ppem.Round()*36/100, with)
}
