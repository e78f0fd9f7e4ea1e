package drawing

import (
	"image"
	"image/color"
	"image/png"
	"io"

	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A canvas is a picture of flat colours. Edges are blended in sixteen steps, so that
// all colours fit into a palette, which keeps files small.
type canvas struct {
	pixels        []colour
	width, height int
	rasterizer    vector.Rasterizer
	mask          *image.Alpha // nil before the first shape
	indexed       []uint8      // pixels by colour, for a PNG
}

// A colour is 0xRRGGBB.
type colour uint32

// tile is the side of the squares in which shapes are rasterized: the rasterizer
// is exact up to 512 pixels.
const tile = 256

func newCanvas(width, height int, ground colour) *canvas {
	c := &canvas{pixels: make([]colour, width*height), width: width, height: height}
	c.rectangle(0, 0, width, height, ground)
	return c
}

func (c *canvas) rectangle(x0, y0, x1, y1 int, with colour) {
	for y := max(y0, 0); y < min(y1, c.height); y++ {
		for x := max(x0, 0); x < min(x1, c.width); x++ {
			c.pixels[y*c.width+x] = with
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
	if c.mask == nil {
		c.mask = image.NewAlpha(image.Rect(0, 0, tile, tile))
	}
	clear(c.mask.Pix)
	c.rasterizer.Draw(c.mask, image.Rect(0, 0, width, height), image.Opaque, image.Point{})
	for y := range height {
		row := c.pixels[(area.Min.Y+y)*c.width+area.Min.X:]
		for x := range width {
			if step := (uint32(c.mask.Pix[y*c.mask.Stride+x])*15 + 127) / 255; step > 0 {
				row[x] = blend(row[x], with, step)
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

// writePNG writes the picture, with a palette when there are few enough colours.
func (c *canvas) writePNG(w io.Writer) error {
	bounds := image.Rect(0, 0, c.width, c.height)
	// The best compression takes ten times as long and saves a quarter.
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if c.indexed == nil {
		c.indexed = make([]uint8, len(c.pixels))
	}
	paletted := &image.Paletted{Pix: c.indexed, Stride: c.width, Rect: bounds}
	index := map[colour]uint8{}
	for i, p := range c.pixels {
		if i > 0 && p == c.pixels[i-1] {
			paletted.Pix[i] = paletted.Pix[i-1]
			continue
		}
		n, known := index[p]
		if !known {
			if len(index) == 256 {
				return encoder.Encode(w, c.full(bounds))
			}
			n = uint8(len(index))
			index[p] = n
			paletted.Palette = append(paletted.Palette, p.rgba())
		}
		paletted.Pix[i] = n
	}
	return encoder.Encode(w, paletted)
}

func (c *canvas) full(bounds image.Rectangle) image.Image {
	out := image.NewRGBA(bounds)
	for i, p := range c.pixels {
		q := p.rgba()
		out.Pix[4*i], out.Pix[4*i+1], out.Pix[4*i+2], out.Pix[4*i+3] = q.R, q.G, q.B, q.A
	}
	return out
}

func (c colour) rgba() color.RGBA {
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xff}
}
