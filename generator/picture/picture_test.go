package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// drawn is a picture in which every pixel differs from its neighbours.
func drawn() image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for y := range 16 {
		for x := range 24 {
			m.Set(x, y, color.RGBA{uint8(10 * x), uint8(15 * y), uint8(5 * (x + y)), 255})
		}
	}
	return m
}

func encoded(t testing.TB, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	if kind == "png" {
		err = png.Encode(&b, drawn())
	} else {
		err = jpeg.Encode(&b, drawn(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// afterStart puts bytes behind the first segment or chunk.
func afterStart(data, extra []byte) []byte {
	at := 2
	if bytes.HasPrefix(data, []byte(pngHead)) {
		at = len(pngHead) + 12 + 13
	}
	return append(append(bytes.Clone(data[:at]), extra...), data[at:]...)
}

// exif returns a TIFF structure as a camera writes it: an orientation among other
// fields, and a secret.
func exif(order binary.AppendByteOrder, turn uint16, secret string) []byte {
	b := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		b = []byte("II*\x00")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	entry := func(tag, kind uint16, count uint32, value []byte) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, count)
		b = append(b, value...)
	}
	entry(0x010F, 2, uint32(len(secret)), order.AppendUint32(nil, 38)) // the maker
	entry(orientationTag, typeShort, 1, order.AppendUint16(order.AppendUint16(nil, turn), 0))
	b = order.AppendUint32(b, 0)
	return append(b, secret...)
}

const secret = "GPS 5°25'S 105°15'E Kamera Rahasia"

// TestStrip: whatever a picture is told to carry, what is published is the same as
// if it had never carried it, and shows the same.
func TestStrip(t *testing.T) {
	text := func(kind string) []byte { return appendChunk(nil, kind, []byte("Comment\x00"+secret)) }
	segment := func(marker byte, head string) []byte { return appendSegment(nil, marker, []byte(head+secret)) }
	for _, c := range []struct {
		name, kind string
		extra      []byte
		behind     bool // the end
	}{
		{"PNG text", "png", text("tEXt"), false},
		{"PNG compressed text", "png", text("zTXt"), false},
		{"PNG international text", "png", text("iTXt"), false},
		{"PNG time", "png", text("tIME"), false},
		{"PNG profile", "png", text("iCCP"), false},
		{"PNG animation", "png", append(text("acTL"), text("fdAT")...), false},
		{"PNG private chunk", "png", text("prVt"), false},
		{"PNG Exif", "png", appendChunk(nil, "eXIf", exif(binary.BigEndian, 1, secret)), false},
		{"PNG gamma of too many bytes", "png", text("gAMA"), false},
		{"PNG behind the end", "png", []byte(secret), true},
		{"Exif", "jpeg", segment(app1, exifHead+string(exif(binary.LittleEndian, 1, secret))), false},
		{"broken Exif", "jpeg", segment(app1, exifHead+"MM\x00*\xff\xff\xff\xff"), false},
		{"XMP", "jpeg", segment(app1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"), false},
		{"IPTC", "jpeg", segment(0xED, "Photoshop 3.0\x008BIM"), false},
		{"profile", "jpeg", segment(0xE2, "ICC_PROFILE\x00\x01\x01"), false},
		{"comment", "jpeg", segment(0xFE, ""), false},
		{"JFIF extension", "jpeg", segment(app0, "JFXX\x00\x10"), false},
		{"unknown segment", "jpeg", segment(0xEB, ""), false},
		{"fill", "jpeg", append(bytes.Repeat([]byte{0xFF}, 9), segment(0xFE, "")...), false},
		{"behind the end", "jpeg", []byte(secret), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			plain := encoded(t, c.kind)
			want, err := Strip(plain)
			if err != nil {
				t.Fatal(err)
			}
			full := afterStart(plain, c.extra)
			if c.behind {
				full = append(bytes.Clone(plain), c.extra...)
			}
			if !bytes.Contains(full, []byte(secret)) {
				t.Fatal("the case has no secret")
			}
			got, err := Strip(full)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Data, want.Data) || got.Sideways {
				t.Errorf("%d bytes, want the %d of the plain picture", len(got.Data), len(want.Data))
			}
			sameImage(t, plain, got.Data)
		})
	}
}

// sameImage fails when two pictures show different pixels.
func sameImage(t *testing.T, a, b []byte) {
	t.Helper()
	x, _, err := image.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	y, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if x.Bounds() != y.Bounds() {
		t.Fatalf("bounds %v, then %v", x.Bounds(), y.Bounds())
	}
	for py := range x.Bounds().Dy() {
		for px := range x.Bounds().Dx() {
			if x.At(px, py) != y.At(px, py) {
				t.Fatalf("the pixel at %d, %d differs", px, py)
			}
		}
	}
}

// TestOrientation: a picture is shown the way it was, and says nothing else.
func TestOrientation(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		for turn := range uint16(10) {
			tiff := exif(order, turn, secret)
			for _, full := range [][]byte{
				afterStart(encoded(t, "jpeg"), appendSegment(nil, app1, append([]byte(exifHead), tiff...))),
				afterStart(encoded(t, "png"), appendChunk(nil, "eXIf", tiff)),
			} {
				bare, err := Strip(full)
				if err != nil {
					t.Fatal(err)
				}
				if bytes.Contains(bare.Data, []byte(secret)) || bare.Sideways != (turn >= 5 && turn <= 8) {
					t.Errorf("orientation %d: sideways is %v", turn, bare.Sideways)
				}
				i := bytes.Index(bare.Data, []byte("MM\x00*"))
				if told := turn >= 2 && turn <= 8; told != (i >= 0) {
					t.Errorf("orientation %d is told: %v", turn, i >= 0)
				} else if told && orientationOf(bare.Data[i:]) != orientation(turn) {
					t.Errorf("orientation %d became %d", turn, orientationOf(bare.Data[i:]))
				}
				sameImage(t, full, bare.Data)
			}
		}
	}
}

// TestBroken: what is cut off, of another type or with broken segments is refused.
func TestBroken(t *testing.T) {
	for _, kind := range []string{"png", "jpeg"} {
		whole := encoded(t, kind)
		for i := range whole {
			if _, err := Strip(whole[:i]); !errors.Is(err, ErrBroken) {
				t.Fatalf("the first %d of %d bytes of a %s: error %v", i, len(whole), kind, err)
			}
		}
	}
	flipped := encoded(t, "png")
	flipped[len(flipped)-20]++ // in the image, against its checksum
	for _, bad := range [][]byte{flipped, []byte("GIF89a"), []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), []byte("RIFF\x00\x00\x00\x00WEBPVP8 "),
		[]byte("\xff\xd8\xff\xd9"), []byte(pngHead), afterStart(encoded(t, "png"), appendChunk(nil, "CRIT", nil)), afterStart(encoded(t, "jpeg"), []byte("\xff\x00"))} {
		if _, err := Strip(bad); !errors.Is(err, ErrBroken) {
			t.Errorf("%.20q: error %v", bad, err)
		}
	}
}

// FuzzStrip: nothing that a picture is told to carry is published, whatever it is;
// a bare picture is not changed again; any bytes end in a picture or an error.
func FuzzStrip(f *testing.F) {
	jpg, pngs := encoded(f, "jpeg"), encoded(f, "png")
	f.Add(jpg, uint8(0xE1), []byte(exifHead+string(exif(binary.BigEndian, 6, secret))))
	f.Add(pngs, uint8(0xFE), exif(binary.LittleEndian, 3, secret))
	f.Add(jpg[:len(jpg)/2], uint8(0xE0), []byte("JFIF\x00"))
	f.Add(afterStart(pngs, appendChunk(nil, "eXIf", exif(binary.BigEndian, 8, secret))), uint8(0xEE), []byte("Adobe\x00d\x00\x00\x00\x00\x02"))
	bare := map[string]Bare{}
	for kind, data := range map[string][]byte{"jpeg": jpg, "png": pngs} {
		bare[kind], _ = Strip(data)
	}
	f.Fuzz(func(t *testing.T, data []byte, marker uint8, told []byte) {
		if got, err := Strip(data); err == nil {
			again, err := Strip(got.Data)
			if err != nil || !bytes.Equal(again.Data, got.Data) || again.Sideways != got.Sideways {
				t.Errorf("stripped again it differs (%v)", err)
			}
			before, _, errBefore := image.DecodeConfig(bytes.NewReader(data))
			after, _, errAfter := image.DecodeConfig(bytes.NewReader(got.Data))
			if errBefore == nil && (errAfter != nil || before.Width != after.Width || before.Height != after.Height) {
				t.Errorf("%v with %v became %v with %v", before, errBefore, after, errAfter)
			}
		}
		// Metadata in a picture that is known: the result is that of the picture
		// without them, but for an orientation.
		told = told[:min(len(told), 60000)]
		for kind, full := range map[string][]byte{
			"jpeg": afterStart(jpg, appendSegment(nil, 0xE0|marker&0x0F, told)),
			"png":  afterStart(pngs, appendChunk(nil, string([]byte{'a' + marker%26, 'A' + marker>>4, 'A', 'z'}), told)),
		} {
			got, err := Strip(full)
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			if extra := len(got.Data) - len(bare[kind].Data); extra > 80 {
				t.Errorf("%s: %d bytes more than the picture alone", kind, extra)
			}
			if len(told) >= 24 && bytes.Count(got.Data, told) > bytes.Count(bare[kind].Data, told) && !bytes.HasPrefix(told, []byte("JFIF")) && !bytes.Contains(told, []byte("MM\x00*")) {
				t.Errorf("%s: what it was told is published", kind)
			}
		}
	})
}
