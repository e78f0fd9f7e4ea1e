package drawing

import (
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A path is a filled shape of closed contours.
type path []sfnt.Segment

func point(x, y int) fixed.Point26_6 { return fixed.P(x, y) }

func (p *path) move(to fixed.Point26_6) {
	*p = append(*p, sfnt.Segment{Op: sfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{to}})
}

func (p *path) line(to fixed.Point26_6) {
	*p = append(*p, sfnt.Segment{Op: sfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{to}})
}

func (p *path) cubic(a, b, to fixed.Point26_6) {
	*p = append(*p, sfnt.Segment{Op: sfnt.SegmentOpCubeTo, Args: [3]fixed.Point26_6{a, b, to}})
}

// polygon returns a closed shape with straight sides: x, y, x, y, …
func polygon(coordinates ...int) path {
	var p path
	for i := 0; i+1 < len(coordinates); i += 2 {
		at := point(coordinates[i], coordinates[i+1])
		if i == 0 {
			p.move(at)
		} else {
			p.line(at)
		}
	}
	return p
}

// diamond returns a rhombus around (x, y) with half diagonals a and b.
func diamond(x, y, a, b int) path { return polygon(x, y-b, x+a, y, x, y+b, x-a, y) }

// arguments is how many points a segment has; the last is where it ends.
func arguments(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}

// flatten calls move and line for the path with curves as straight pieces.
func (p path) flatten(move, line func(to fixed.Point26_6)) {
	var pen fixed.Point26_6
	for _, s := range p {
		end := s.Args[arguments(s.Op)-1]
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			move(end)
		case sfnt.SegmentOpLineTo:
			line(end)
		case sfnt.SegmentOpQuadTo:
			n := pieces(pen, s.Args[0], end)
			for i := int64(1); i <= n; i++ {
				line(bezier(i, n, pen, s.Args[0], end))
			}
		case sfnt.SegmentOpCubeTo:
			n := pieces(pen, s.Args[0], s.Args[1], end)
			for i := int64(1); i <= n; i++ {
				line(bezier(i, n, pen, s.Args[0], s.Args[1], end))
			}
		}
		pen = end
	}
}

// pieces returns how many straight pieces a curve is made of: more the longer its
// control polygon is.
func pieces(points ...fixed.Point26_6) int64 {
	var length int64
	for i := 1; i < len(points); i++ {
		length += abs(int64(points[i].X-points[i-1].X)) + abs(int64(points[i].Y-points[i-1].Y))
	}
	return min(4+length/(64*4), 64)
}

func abs(n int64) int64 { return max(n, -n) }

// bezier returns the point i/n along a curve, rounded.
func bezier(i, n int64, points ...fixed.Point26_6) fixed.Point26_6 {
	degree := len(points) - 1
	choose := [4]int64{1, int64(degree), int64(degree * (degree - 1) / 2), 1}
	var x, y, whole int64 = 0, 0, 1
	for range degree {
		whole *= n
	}
	for k, p := range points {
		weight := choose[k]
		if k == degree {
			weight = 1
		}
		for range k {
			weight *= i
		}
		for range degree - k {
			weight *= n - i
		}
		x += weight * int64(p.X)
		y += weight * int64(p.Y)
	}
	return fixed.Point26_6{X: fixed.Int26_6(rounded(x, whole)), Y: fixed.Int26_6(rounded(y, whole))}
}

// rounded divides, rounding half up.
func rounded(a, b int64) int64 {
	q, r := a/b, a%b
	if r < 0 {
		q, r = q-1, r+b
	}
	if 2*r >= b {
		q++
	}
	return q
}

// transform returns the path scaled by num/den and then moved.
func (p path) transform(num, den int, dx, dy fixed.Int26_6) path {
	out := make(path, len(p))
	for i, s := range p {
		for j := range s.Args {
			s.Args[j].X = fixed.Int26_6(rounded(int64(s.Args[j].X)*int64(num), int64(den))) + dx
			s.Args[j].Y = fixed.Int26_6(rounded(int64(s.Args[j].Y)*int64(num), int64(den))) + dy
		}
		out[i] = s
	}
	return out
}

// svg returns the path as the attribute d of an SVG path, in tenths and relative
// coordinates, which are short.
func (p path) svg() string {
	var to []byte
	var penX, penY, startX, startY int64
	for i, s := range p {
		if s.Op == sfnt.SegmentOpMoveTo && i > 0 {
			to = append(to, 'z')
			penX, penY = startX, startY
		}
		to = append(to, "mlqc"[s.Op])
		n := arguments(s.Op)
		var x, y int64
		for j := range n {
			x, y = tenths(s.Args[j])
			to = appendTenths(to, x-penX, j > 0)
			to = appendTenths(to, y-penY, true)
		}
		penX, penY = x, y
		if s.Op == sfnt.SegmentOpMoveTo {
			startX, startY = x, y
		}
	}
	if len(p) > 0 {
		to = append(to, 'z')
	}
	return string(to)
}

// tenths returns a point in tenths, rounded.
func tenths(q fixed.Point26_6) (x, y int64) {
	return rounded(int64(q.X)*10, 64), rounded(int64(q.Y)*10, 64)
}

// starts returns where the first and the last contour begin.
func (p path) starts() (first, last fixed.Point26_6) {
	for i, s := range p {
		if s.Op == sfnt.SegmentOpMoveTo {
			if last = s.Args[0]; i == 0 {
				first = last
			}
		}
	}
	return first, last
}

// appendTenths appends a number, after a space where it would run into the one before.
func appendTenths(to []byte, n int64, space bool) []byte {
	if n < 0 {
		to = append(to, '-')
		n = -n
	} else if space {
		to = append(to, ' ')
	}
	if n >= 10 || n == 0 {
		to = strconv.AppendInt(to, n/10, 10)
	}
	if n%10 > 0 {
		to = append(to, '.', '0'+byte(n%10))
	}
	return to
}

// parsePath reads the data of an SVG path that has only absolute M, L, C and Z.
func parsePath(data string) path {
	var p path
	for i := 0; i < len(data); {
		op := data[i]
		end := i + 1
		for end < len(data) && !strings.ContainsRune("MLCZ", rune(data[end])) {
			end++
		}
		numbers := strings.Fields(data[i+1 : end])
		points := make([]fixed.Point26_6, len(numbers)/2)
		for j := range points {
			points[j] = fixed.Point26_6{X: parseFixed(numbers[2*j]), Y: parseFixed(numbers[2*j+1])}
		}
		switch op {
		case 'M':
			p.move(points[0])
		case 'L':
			p.line(points[0])
		case 'C':
			for j := 0; j+2 < len(points); j += 3 {
				p.cubic(points[j], points[j+1], points[j+2])
			}
		}
		i = end
	}
	return p
}

// parseFixed reads a number with at most one decimal place.
func parseFixed(text string) fixed.Int26_6 {
	whole, rest, _ := strings.Cut(text, ".")
	n, _ := strconv.ParseInt(whole+(rest + "0")[:1], 10, 64) // our own constants
	return fixed.Int26_6(rounded(n*64, 10))
}
