package drawing

import "golang.org/x/image/math/fixed"

// The ornaments, drawn for Siger: the siger, Lampung's crown of nine leaves, and a band
// after the tapis cloth with its bamboo shoots and diamonds. The certificate has the
// same crown; see layouts/partials/crown.html.

// A siger is drawn in a box of 240 by 124.
const sigerWidth = 240

var siger = struct{ leaves, hearts, band, gems path }{
	leaves: parsePath("M24.5 95.5C20.3 75.7 18.9 61.6 21.2 48.5C23.5 61.6 47.7 75.7 43.5 95.5ZM46 100.5C41.8 77 43.6 60.2 45.9 44.5" +
		"C48.2 60.2 69.2 77 65 100.5ZM67.5 104.1C63.3 76.4 68.3 56.6 70.6 38.1C72.9 56.6 90.7 76.4 86.5 104.1ZM89 106.3" +
		"C84.8 73.9 93 50.8 95.3 29.3C97.6 50.8 112.2 73.9 108 106.3ZM110.5 107C106.3 69.2 117.7 42.2 120 17" +
		"C122.3 42.2 133.7 69.2 129.5 107ZM132 106.3C127.8 73.9 142.4 50.8 144.7 29.3C147 50.8 155.2 73.9 151 106.3Z" +
		"M153.5 104.1C149.3 76.4 167.1 56.6 169.4 38.1C171.7 56.6 176.7 76.4 172.5 104.1ZM175 100.5" +
		"C170.8 77 191.8 60.2 194.1 44.5C196.4 60.2 198.2 77 194 100.5ZM196.5 95.5C192.3 75.7 216.5 61.6 218.8 48.5" +
		"C221.1 61.6 219.7 75.7 215.5 95.5ZM21.2 42.4L24.4 47.2L21.2 52L18 47.2ZM45.9 38.4L49.1 43.2L45.9 48L42.7 43.2Z" +
		"M70.6 32L73.8 36.8L70.6 41.6L67.4 36.8ZM95.3 23.2L98.5 28L95.3 32.8L92.1 28ZM120 9L124.2 15.3L120 21.6" +
		"L115.8 15.3ZM144.7 23.2L147.9 28L144.7 32.8L141.5 28ZM169.4 32L172.6 36.8L169.4 41.6L166.2 36.8ZM194.1 38.4" +
		"L197.3 43.2L194.1 48L190.9 43.2ZM218.8 42.4L222 47.2L218.8 52L215.6 47.2Z"),
	hearts: parsePath("M29.2 89.5C27.4 76.5 24.4 67.1 25.6 58.5C26.7 67.1 40.6 76.5 38.8 89.5ZM50.8 94.5C48.9 79 48 67.9 49.2 57.6" +
		"C50.3 67.9 62.1 79 60.2 94.5ZM72.2 98.1C70.3 79.8 71.6 66.8 72.8 54.6C73.9 66.8 83.7 79.8 81.8 98.1ZM93.8 100.3" +
		"C91.8 78.9 95.2 63.7 96.4 49.5C97.5 63.7 105.2 78.9 103.2 100.3ZM115.2 101C113.3 76.1 118.9 58.2 120 41.6" +
		"C121.1 58.2 126.7 76.1 124.8 101ZM136.8 100.3C134.8 78.9 142.5 63.7 143.6 49.5C144.8 63.7 148.2 78.9 146.2 100.3" +
		"ZM158.2 98.1C156.3 79.8 166.1 66.8 167.2 54.6C168.4 66.8 169.7 79.8 167.8 98.1ZM179.8 94.5" +
		"C177.8 79 189.7 67.9 190.8 57.6C192 67.9 191.2 79 189.2 94.5ZM201.2 89.5C199.3 76.5 213.3 67.1 214.4 58.5" +
		"C215.6 67.1 212.7 76.5 210.8 89.5Z"),
	band: parsePath("M18 90C60 107 180 107 222 90L218 106C180 122 60 122 22 106Z"),
	gems: parsePath("M34 93.3L37.8 96.5L34 99.7L30.2 96.5ZM55.5 99L59.3 102.2L55.5 105.4L51.7 102.2ZM77 103.1L80.8 106.3L77 109.5" +
		"L73.2 106.3ZM98.5 105.6L102.3 108.8L98.5 112L94.7 108.8ZM120 106.4L123.8 109.6L120 112.8L116.2 109.6Z" +
		"M141.5 105.6L145.3 108.8L141.5 112L137.7 108.8ZM163 103.1L166.8 106.3L163 109.5L159.2 106.3ZM184.5 99" +
		"L188.3 102.2L184.5 105.4L180.7 102.2ZM206 93.3L209.8 96.5L206 99.7L202.2 96.5Z"),
}

// sigerColours are of the leaves, their hearts, the band and its gems.
type sigerColours [4]colour

// siger draws the crown with its upper left corner at (x, y).
func (c *canvas) siger(x, y, width int, with sigerColours) {
	for i, p := range []path{siger.leaves, siger.hearts, siger.band, siger.gems} {
		c.fill(p.transform(width, sigerWidth, fixed.I(x), fixed.I(y)), with[i])
	}
}

// tapis draws a band of cloth over the whole width, from y down; its height is
// tapisHeight.
func (c *canvas) tapis(y int, ground, thread, light colour) {
	c.rectangle(0, y, c.width, y+tapisHeight, ground)
	c.rectangle(0, y, c.width, y+4, thread)
	c.rectangle(0, y+8, c.width, y+10, thread)
	c.rectangle(0, y+tapisHeight-4, c.width, y+tapisHeight, thread)
	const step, foot, top = 60, tapisHeight - 10, 22
	for x := 0; x < c.width; x += step {
		c.fill(polygon(x+2, y+foot, x+30, y+top, x+58, y+foot), thread)
		c.fill(polygon(x+13, y+foot, x+30, y+top+19, x+47, y+foot), ground)
		c.fill(polygon(x+20, y+foot, x+30, y+top+33, x+40, y+foot), light)
	}
	for x := 0; x <= c.width; x += step {
		c.fill(diamond(x, y+31, 13, 15), light)
		c.fill(diamond(x, y+31, 7, 8), ground)
		c.fill(diamond(x, y+31, 3, 3), light)
	}
}

const tapisHeight = 84

// circle returns a circle around (x, y).
func circle(x, y, r int) path {
	k := r * 5523 / 10000 // of a quarter's control points
	var p path
	p.move(point(x+r, y))
	p.cubic(point(x+r, y+k), point(x+k, y+r), point(x, y+r))
	p.cubic(point(x-k, y+r), point(x-r, y+k), point(x-r, y))
	p.cubic(point(x-r, y-k), point(x-k, y-r), point(x, y-r))
	p.cubic(point(x+k, y-r), point(x+r, y-k), point(x+r, y))
	return p
}

// rays are the tips and notches of a star of sixteen rays around the origin, in
// thousandths of its radius.
var rays = func() []int {
	// Cosines of multiples of a quarter and an eighth of a right angle.
	tips := [][2]int{{1000, 0}, {924, 383}, {707, 707}, {383, 924}}
	notches := [][2]int{{855, 170}, {725, 484}, {484, 725}, {170, 855}}
	var list []int
	for quarter := range 4 {
		turn := func(p [2]int) {
			x, y := p[0], p[1]
			for range quarter {
				x, y = -y, x
			}
			list = append(list, x, y)
		}
		for i := range tips {
			turn(tips[i])
			turn(notches[i])
		}
	}
	return list
}()

func star(x, y, r int) path {
	corners := make([]int, len(rays))
	for i := range rays {
		corners[i] = []int{x, y}[i%2] + rays[i]*r/1000
	}
	return polygon(corners...)
}
