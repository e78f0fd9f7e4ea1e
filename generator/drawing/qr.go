package drawing

import (
	"fmt"
	"strconv"
	"strings"

	"rsc.io/qr"
)

// A QR is a QR code as an SVG path of unit squares.
type QR struct {
	Size int    // side of the picture in modules, the quiet zone included
	Path string // attribute d of an SVG path
}

// quiet is how many light modules ISO/IEC 18004 asks for around a code.
const quiet = 4

// NewQR encodes a text so that a fifth of the code may be damaged or dirty.
func NewQR(text string) (QR, error) {
	code, err := qr.Encode(text, qr.Q)
	if err != nil {
		return QR{}, fmt.Errorf("QR code: %w", err)
	}
	var b strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for code.Black(x, y) {
				x++
			}
			if n := strconv.Itoa(x - from); x > from {
				b.WriteString("M" + strconv.Itoa(from+quiet) + " " + strconv.Itoa(y+quiet) + "h" + n + "v1h-" + n + "z")
			}
		}
	}
	return QR{code.Size + 2*quiet, b.String()}, nil
}
