package picture

import (
	"bytes"
	"encoding/binary"
)

// Markers of JPEG, after ITU-T T.81, table B.1.
const (
	soi   = 0xD8
	eoi   = 0xD9
	sos   = 0xDA
	app0  = 0xE0
	app1  = 0xE1
	app14 = 0xEE
	tem   = 0x01
)

// needed reports whether an image cannot be decoded without a kind of segment:
// tables, frames, restart intervals and scans.
func needed(marker byte) bool {
	switch marker {
	case 0xC4, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD: // DHT, DAC, SOS, DQT, DNL, DRI
		return true
	}
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 // SOF
}

// jfif is the JFIF header without a density, since on the web a pixel is a pixel,
// and without a small copy of the picture.
var jfif = []byte("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")

const (
	exifHead   = "Exif\x00\x00"
	adobeHead  = "Adobe"
	adobeBytes = 12 // with the version, two words of flags and the transform of colours
)

// stripJPEG goes through the segments up to the end of the image. What stands
// after it, such as another picture or a film, is left out.
func stripJPEG(data []byte) (_ []byte, turn orientation, ok bool) {
	var header, body []byte // body begins with the first segment that is needed
	var adobe []byte
	var hasJFIF bool
	rest := data[2:]
	scans := 0
	for {
		if len(rest) < 2 || rest[0] != 0xFF {
			return nil, 0, false
		}
		marker := rest[1]
		if marker == 0xFF { // fill
			rest = rest[1:]
			continue
		}
		rest = rest[2:]
		switch {
		case marker == eoi:
			if scans == 0 {
				return nil, 0, false
			}
			header = append(header, 0xFF, soi)
			if hasJFIF {
				header = appendSegment(header, app0, jfif)
			}
			if turn.says() {
				header = appendSegment(header, app1, append([]byte(exifHead), turn.tiff()...))
			}
			if adobe != nil {
				header = appendSegment(header, app14, adobe)
			}
			return append(append(header, body...), 0xFF, eoi), turn, true
		case marker == tem:
			continue
		case marker == 0, marker >= 0xD0 && marker <= soi: // no segments
			return nil, 0, false
		}
		if len(rest) < 2 {
			return nil, 0, false
		}
		size := int(binary.BigEndian.Uint16(rest))
		if size < 2 || size > len(rest) {
			return nil, 0, false
		}
		segment := rest[2:size]
		rest = rest[size:]
		switch {
		case needed(marker):
			body = appendSegment(body, marker, segment)
		case marker == app0 && bytes.HasPrefix(segment, []byte("JFIF\x00")):
			hasJFIF = true
		case marker == app1 && turn == 0 && bytes.HasPrefix(segment, []byte(exifHead)):
			turn = orientationOf(segment[len(exifHead):])
		case marker == app14 && adobe == nil && len(segment) >= adobeBytes && bytes.HasPrefix(segment, []byte(adobeHead)):
			// How the colours are stored: without it, some pictures come out wrong.
			adobe = append([]byte(adobeHead), 0, 100, 0, 0, 0, 0, segment[adobeBytes-1])
		}
		if marker == sos {
			scans++
			n := scanLength(rest)
			body = append(body, rest[:n]...)
			rest = rest[n:]
		}
	}
}

func appendSegment(to []byte, marker byte, segment []byte) []byte {
	to = append(to, 0xFF, marker)
	to = binary.BigEndian.AppendUint16(to, uint16(len(segment)+2))
	return append(to, segment...)
}

// scanLength returns how many bytes of coded image stand before the next marker.
func scanLength(data []byte) int {
	for i := 0; i+1 < len(data); i++ {
		if next := data[i+1]; data[i] == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7) {
			return i
		}
	}
	return len(data)
}
