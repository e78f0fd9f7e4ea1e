package picture

import (
	"encoding/binary"
	"hash/crc32"
)

const pngHead = "\x89PNG\r\n\x1a\n"

// pngSizes are the chunks that are kept and the bytes that each may have at most:
// the image, its palette and its transparency, and how its colours are meant.
// Chunks of text, times, profiles and animations are not among them.
var pngSizes = map[string]uint32{
	"IHDR": 13, "PLTE": 3 * 256, "IDAT": 1<<31 - 1, "IEND": 0, "tRNS": 256,
	"gAMA": 4, "cHRM": 32, "sRGB": 1, "cICP": 4,
}

// stripPNG goes through the chunks up to the end of the image.
func stripPNG(data []byte) (_ []byte, turn orientation, ok bool) {
	out := []byte(pngHead)
	rest := data[len(pngHead):]
	images := 0
	var after []byte // the chunks from the first IDAT on
	for {
		if len(rest) < 12 {
			return nil, 0, false
		}
		size := binary.BigEndian.Uint32(rest)
		if uint64(size)+12 > uint64(len(rest)) {
			return nil, 0, false
		}
		kind := string(rest[4:8])
		whole, body := rest[:12+size], rest[8:8+size]
		rest = rest[12+size:]
		if binary.BigEndian.Uint32(whole[8+size:]) != crc32.ChecksumIEEE(whole[4:8+size]) {
			return nil, 0, false
		}
		if len(out) == len(pngHead) && (kind != "IHDR" || size != 13) {
			return nil, 0, false
		}
		if kind == "eXIf" && turn == 0 {
			turn = orientationOf(body)
		}
		if most, keep := pngSizes[kind]; !keep || size > most {
			if kind[0]&0x20 == 0 && !keep { // critical, and unknown to us
				return nil, 0, false
			}
			continue
		}
		if kind == "IDAT" {
			images++
		}
		if images > 0 {
			after = append(after, whole...)
		} else {
			out = append(out, whole...)
		}
		if kind == "IEND" {
			if images == 0 {
				return nil, 0, false
			}
			if turn.says() {
				out = appendChunk(out, "eXIf", turn.tiff())
			}
			return append(out, after...), turn, true
		}
	}
}

func appendChunk(to []byte, kind string, body []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(body)))
	start := len(to)
	to = append(append(to, kind...), body...)
	return binary.BigEndian.AppendUint32(to, crc32.ChecksumIEEE(to[start:]))
}
