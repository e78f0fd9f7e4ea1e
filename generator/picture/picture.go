// Package picture strips pictures of what they say beside what they show: where
// and with what a photograph was taken, who made it, small copies of what was cut
// off, comments, and whatever stands after the end.
//
// A picture is taken apart into its segments and put together again from those
// that are needed to show it; the compressed image is copied as it is, so nothing
// is lost and nothing is decoded. What is kept is a list of what is known to be
// harmless, not all but a list of what is known to tell something. Of the segments
// kept, those beside the image itself have a fixed form and length, so that they
// carry no text.
//
// One thing in the metadata says how a picture is to be shown: its orientation.
// It is written anew, alone. A colour profile is dropped, because those of screens
// name the screen and its owner; colours are then taken as sRGB.
package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// ErrBroken is returned for what is not a whole JPEG or PNG.
var ErrBroken = errors.New("not a whole JPEG or PNG picture")

// A Bare picture has nothing in it but what is needed to show it.
type Bare struct {
	Data     []byte
	Sideways bool // it is shown turned, so that its width is its height
}

// Strip returns the bare form of a JPEG or PNG picture. To strip a bare picture
// changes nothing.
func Strip(data []byte) (Bare, error) {
	var out []byte
	var turn orientation
	var ok bool
	switch {
	case bytes.HasPrefix(data, []byte(pngHead)):
		out, turn, ok = stripPNG(data)
	case bytes.HasPrefix(data, []byte{0xFF, soi}):
		out, turn, ok = stripJPEG(data)
	}
	if !ok {
		return Bare{}, ErrBroken
	}
	return Bare{out, turn >= 5}, nil
}

// An orientation is the value of the TIFF tag of that name: 1 to 8, or 0 when
// nothing is said. From 5 on the picture lies on its side.
type orientation uint16

const (
	orientationTag = 0x0112
	typeShort      = 3
)

// orientationOf finds the orientation in the first directory of a TIFF structure,
// as Exif has it.
func orientationOf(tiff []byte) orientation {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 0
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	for entries := order.Uint16(tiff[at:]); entries > 0; entries-- {
		entry := at + 2
		if at += 12; entry+12 > uint64(len(tiff)) {
			return 0
		}
		e := tiff[entry : entry+12]
		if order.Uint16(e) == orientationTag && order.Uint16(e[2:]) == typeShort && order.Uint32(e[4:]) == 1 {
			if v := orientation(order.Uint16(e[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 0
		}
	}
	return 0
}

// tiff returns a TIFF structure that says the orientation and nothing else.
func (o orientation) tiff() []byte {
	b := []byte("MM\x00*\x00\x00\x00\x08\x00\x01")
	b = binary.BigEndian.AppendUint16(b, orientationTag)
	b = binary.BigEndian.AppendUint16(b, typeShort)
	b = binary.BigEndian.AppendUint32(b, 1)
	b = binary.BigEndian.AppendUint16(b, uint16(o))
	return append(b, 0, 0, 0, 0, 0, 0) // fill, and no directory after this one
}

// says reports whether it must be written: 1 is how pictures are anyway.
func (o orientation) says() bool { return o > 1 }
