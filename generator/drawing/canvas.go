package drawing

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"slices"
	"sync"

	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A canvas is a picture of at most 256 flat colours, which is what a PNG with a palette
// holds: small files, and little memory while it is drawn. Edges are blended in sixteen
// steps, so that they mostly suffice; what needs more takes the nearest of them.
type canvas struct {
	pixels        []uint8 // numbers of colours
	width, height int
	colours       []colour
	full          bool             // all numbers are taken by colours that are visible
	numbers       map[colour]uint8 // of colours; once it is full, of the nearest ones
	last          colour           // whose number was asked for, or noColour
	lastNumber    uint8
	rasterizer    vector.Rasterizer
	mask          []uint8 // of a tile
}

// A colour is 0xRRGGBB.
type colour uint32

const noColour colour = 1 << 24

// tile is the side of the squares in which shapes are rasterized: the rasterizer
// is exact up to 512 pixels.
const tile = 256

func newCanvas(width, height int, ground colour) *canvas {
	c := &canvas{pixels: make([]uint8, width*height), width: width, height: height, numbers: map[colour]uint8{}, mask: make([]uint8, tile*tile)}
	c.take(c.pixels, []colour{ground})
	return c
}

// take makes the canvas a copy of other pixels and their colours.
func (c *canvas) take(pixels []uint8, colours []colour) {
	copy(c.pixels, pixels)
	c.colours = append(c.colours[:0], colours...)
	c.full, c.last = false, noColour
	clear(c.numbers)
	for n, of := range colours {
		c.numbers[of] = uint8(n)
	}
}

// number returns the number of a colour.
func (c *canvas) number(of colour) uint8 {
	if of == c.last {
		return c.lastNumber
	}
	n, known := c.numbers[of]
	if !known {
		if len(c.colours) == 256 && !c.full {
			c.tidy()
			c.full = len(c.colours) == 256
		}
		if c.full {
			n = c.nearest(of)
		} else {
			n = uint8(len(c.colours))
			c.colours = append(c.colours, of)
		}
		c.numbers[of] = n
	}
	c.last, c.lastNumber = of, n
	return n
}

// nearest returns the number of the colour that differs least from another.
func (c *canvas) nearest(to colour) uint8 {
	best, least := 0, 1<<20
	for n, of := range c.colours {
		difference := 0
		for shift := 0; shift < 24; shift += 8 {
			d := int(of>>shift&0xff) - int(to>>shift&0xff)
			difference += d * d
		}
		if difference < least {
			best, least = n, difference
		}
	}
	return uint8(best)
}

// tidy numbers the visible colours as they come from the upper left and forgets the
// others.
func (c *canvas) tidy() {
	var tidied [256]uint8
	var seen [256]bool
	before := slices.Clone(c.colours)
	c.colours, c.last = c.colours[:0], noColour
	clear(c.numbers)
	for i, n := range c.pixels {
		if !seen[n] {
			seen[n], tidied[n] = true, uint8(len(c.colours))
			c.numbers[before[n]] = tidied[n]
			c.colours = append(c.colours, before[n])
		}
		c.pixels[i] = tidied[n]
	}
}

func (c *canvas) rectangle(x0, y0, x1, y1 int, with colour) {
	n := c.number(with)
	for y := max(y0, 0); y < min(y1, c.height); y++ {
		row := c.pixels[y*c.width : (y+1)*c.width]
		for x := max(x0, 0); x < min(x1, c.width); x++ {
			row[x] = n
		}
	}
}

// fill fills a path by the non-zero rule.
func (c *canvas) fill(p path, with colour) {
	var box image.Rectangle
	first := true
	grow := func(q fixed.Point26_6) {
		r := image.Rect(q.X.Floor(), q.Y.Floor(), q.X.Floor()+1, q.Y.Floor()+1)
		if first {
			box, first = r, false
		}
		box = box.Union(r)
	}
	p.flatten(grow, grow)
	box = box.Intersect(image.Rect(0, 0, c.width, c.height))
	for y := box.Min.Y; y < box.Max.Y; y += tile {
		for x := box.Min.X; x < box.Max.X; x += tile {
			c.fillTile(p, with, image.Rect(x, y, min(x+tile, box.Max.X), min(y+tile, box.Max.Y)))
		}
	}
}

func (c *canvas) fillTile(p path, with colour, area image.Rectangle) {
	width, height := area.Dx(), area.Dy()
	c.rasterizer.Reset(width, height)
	at := func(q fixed.Point26_6) (x, y float32) {
		return float32(q.X-fixed.I(area.Min.X)) / 64, float32(q.Y-fixed.I(area.Min.Y)) / 64
	}
	open := false
	p.flatten(func(q fixed.Point26_6) {
		if open {
			c.rasterizer.ClosePath()
		}
		open = true
		c.rasterizer.MoveTo(at(q))
	}, func(q fixed.Point26_6) { c.rasterizer.LineTo(at(q)) })
	c.rasterizer.ClosePath()
	mask := &image.Alpha{Pix: c.mask[:width*height], Stride: width, Rect: image.Rect(0, 0, width, height)}
	c.rasterizer.DrawOp = draw.Src
	c.rasterizer.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	for y := range height {
		row := c.pixels[(area.Min.Y+y)*c.width+area.Min.X:]
		for x, covered := range mask.Pix[y*width : (y+1)*width] {
			if step := (uint32(covered)*15 + 127) / 255; step > 0 {
				row[x] = c.number(blend(c.colours[row[x]], with, step))
			}
		}
	}
}

// blend mixes step fifteenths of a colour into another.
func blend(under, over colour, step uint32) colour {
	var out colour
	for shift := 0; shift < 24; shift += 8 {
		a, b := uint32(under>>shift)&0xff, uint32(over>>shift)&0xff
		out |= colour((a*(15-step)+b*step+7)/15) << shift
	}
	return out
}

// text writes a line whose baseline begins at (x, y), and returns its width.
func (c *canvas) text(s *setter, line string, x, y int, with colour) int {
	c.fill(s.outline(line, fixed.I(x), fixed.I(y)), with)
	return s.width(line).Ceil()
}

// writePNG writes the picture.
func (c *canvas) writePNG(w io.Writer) error {
	c.tidy()
	palette := make(color.Palette, len(c.colours))
	for n, of := range c.colours {
		palette[n] = of.rgba()
	}
	return pngEncoder.Encode(w, &image.Paletted{
		Pix: c.pixels, Stride: c.width, Rect: image.Rect(0, 0, c.width, c.height), Palette: palette,
	})
}

// The best compression takes ten times as long and saves a quarter.
var pngEncoder = png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: new(pngBuffers)}

// pngBuffers keeps the memory of encoders, over a megabyte each.
type pngBuffers struct{ pool sync.Pool }

func (b *pngBuffers) Get() *png.EncoderBuffer {
	buffer, _ := b.pool.Get().(*png.EncoderBuffer)
	return buffer
}

func (b *pngBuffers) Put(buffer *png.EncoderBuffer) { b.pool.Put(buffer) }

func (c colour) rgba() color.RGBA {
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xff}
}
