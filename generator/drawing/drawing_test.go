package drawing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"
	"rsc.io/qr"
)

func typeface(t testing.TB) *Typeface {
	t.Helper()
	bold, err := os.ReadFile("../../layouts/type/plus-jakarta-sans-800.otf")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../layouts/type/plus-jakarta-sans-600.otf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseTypeface(bold, text)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var shares = map[string]Share{
	"place": {Site: "Inovasi Daerah", Above: "Juara 1, Inovasi terbaik", Title: "Kartu Petani Ćevapčići", Below: "Dinas Contoh", Foot: "Skor 97,00", Notice: "Isi uji.", Numeral: "1", Medal: true},
	"long": {Site: strings.Repeat("Situs panjang ", 20), Above: strings.Repeat("Juara ", 60), Title: strings.Repeat("Sistem Informasi ", 30), Below: strings.Repeat("Dinas Panjang ", 40),
		Foot: strings.Repeat("Penilaian ", 60), Notice: strings.Repeat("Pemberitahuan ", 40), Numeral: "1.000", Medal: true},
	"unbroken": {Site: strings.Repeat("W", 300), Above: strings.Repeat("W", 300), Title: strings.Repeat("W", 300), Below: strings.Repeat("W", 300), Numeral: "12345678"},
	"hostile":  {Site: "\u202e", Title: "<b>&amp;\x00\u200d 漢字 مرحبا e\u0301\U0001F600", Numeral: ""},
}

func picture(t *testing.T, s Share) (image.Image, int) {
	t.Helper()
	var out bytes.Buffer
	if err := typeface(t).WriteShare(&out, s); err != nil {
		t.Fatal(err)
	}
	size := out.Len()
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return img, size
}

// TestShare: a share image has its size and a palette, is a small file, and no text
// leaves its place, whatever it says.
func TestShare(t *testing.T) {
	for name, s := range shares {
		t.Run(name, func(t *testing.T) {
			img, size := picture(t, s)
			_, paletted := img.(*image.Paletted)
			if img.Bounds() != image.Rect(0, 0, ShareWidth, ShareHeight) || !paletted || size > 80_000 {
				t.Errorf("%v of %d bytes, with a palette: %v", img.Bounds(), size, paletted)
			}
			ground := maroon.rgba()
			for _, margin := range []image.Rectangle{
				image.Rect(0, 0, shareLeft-6, ShareHeight-tapisHeight), image.Rect(shareLeft+754, 0, 868, ShareHeight-tapisHeight),
				image.Rect(0, 0, 868, 40), image.Rect(0, ShareHeight-tapisHeight-14, 868, ShareHeight-tapisHeight),
			} {
				for y := margin.Min.Y; y < margin.Max.Y; y++ {
					for x := margin.Min.X; x < margin.Max.X; x++ {
						if color.RGBAModel.Convert(img.At(x, y)) != ground {
							t.Fatalf("something is drawn at %d, %d", x, y)
						}
					}
				}
			}
		})
	}
}

// TestSamePixels holds one picture to its pixels on every machine. After a change that
// is meant, look at the picture and take the new hash.
func TestSamePixels(t *testing.T) {
	img, _ := picture(t, shares["place"])
	sum := sha256.New()
	for y := range ShareHeight {
		for x := range ShareWidth {
			c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
			sum.Write([]byte{c.R, c.G, c.B})
		}
	}
	const want = "3d0cd0e75a393b80f645adab9e1bdb39a9bfc697982e37f5c59c5869a1dfdf04"
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		t.Errorf("the pixels have the hash %s, want %s", got, want)
	}
}

// TestBadge: a badge is XML with its words for those who cannot see it, and ends where
// its texts end.
func TestBadge(t *testing.T) {
	f := typeface(t)
	for _, b := range []Badge{
		{"Inovasi 2023", "Juara 1, Terbaik", "Kopi: Juara 1"},
		{"a", "b", `"><script>&]]>`},
		{strings.Repeat("W", 300), strings.Repeat("Nama yang panjang ", 20), strings.Repeat("Judul ", 90)},
	} {
		var out bytes.Buffer
		if err := f.WriteBadge(&out, b); err != nil {
			t.Fatal(err)
		}
		var svg struct {
			Width, Height int
			ViewBox       string `xml:"viewBox,attr"`
			W             int    `xml:"width,attr"`
			Label         string `xml:"aria-label,attr"`
			Title         string `xml:"title"`
			Paths         []struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(out.Bytes(), &svg); err != nil {
			t.Fatalf("%v in %s", err, out.Bytes())
		}
		if svg.Title != b.Title || svg.Label != b.Title || svg.W > badgeLabel+badgeValue+100 || !strings.HasSuffix(svg.ViewBox, strconv.Itoa(BadgeHeight)) {
			t.Errorf("%.40q: title %.40q, width %d, viewBox %s", b.Label, svg.Title, svg.W, svg.ViewBox)
		}
		if len(svg.Paths) != 5 {
			t.Fatalf("%d paths", len(svg.Paths))
		}
		for i, text := range []string{"crown", "label", "value"} {
			box := extent(t, svg.Paths[i+2].D)
			if box.left < badgeSide-2 || box.right > float64(svg.W)-badgeSide+1 || box.top < 4 || box.bottom > BadgeHeight-3 || box.bottom-box.top < 7 {
				t.Errorf("%.20q: the %s reaches over %+v of %d", b.Label, text, box, svg.W)
			}
		}
	}
}

type box struct{ left, top, right, bottom float64 }

// extent returns the box around a path's points.
func extent(t *testing.T, d string) box {
	t.Helper()
	b := box{1e9, 1e9, -1e9, -1e9}
	var x, y, startX, startY float64
	for _, command := range regexp.MustCompile(`[Mmlqcz][^Mmlqcz]*`).FindAllString(d, -1) {
		numbers := regexp.MustCompile(`-?(\d+\.?\d*|\.\d+)`).FindAllString(command, -1)
		if command[0] == 'z' {
			x, y = startX, startY
			continue
		}
		if len(numbers)%2 != 0 || len(numbers) == 0 {
			t.Fatalf("command %q", command)
		}
		if command[0] == 'M' {
			x, y = 0, 0
		}
		var toX, toY float64
		for i := 0; i < len(numbers); i += 2 {
			dx, err := strconv.ParseFloat(numbers[i], 64)
			if err != nil {
				t.Fatal(err)
			}
			dy, err := strconv.ParseFloat(numbers[i+1], 64)
			if err != nil {
				t.Fatal(err)
			}
			toX, toY = x+dx, y+dy
			b = box{min(b.left, toX), min(b.top, toY), max(b.right, toX), max(b.bottom, toY)}
		}
		x, y = toX, toY
		if command[0]|0x20 == 'm' {
			startX, startY = x, y
		}
	}
	return b
}

// TestQR: the path has the modules of the code, and the quiet zone around them.
func TestQR(t *testing.T) {
	const text = "https://x.example/2023/penghargaan/terbaik/kopi/"
	got, err := NewQR(text)
	if err != nil {
		t.Fatal(err)
	}
	want, err := qr.Encode(text, qr.Q)
	if err != nil || got.Size != want.Size+8 {
		t.Fatalf("size %d for %d modules, %v", got.Size, want.Size, err)
	}
	dark := map[[2]int]bool{}
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`).FindAllStringSubmatch(got.Path, -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		n, _ := strconv.Atoi(m[3])
		for i := range n {
			dark[[2]int{x + i, y}] = true
		}
	}
	for y := range got.Size {
		for x := range got.Size {
			if dark[[2]int{x, y}] != want.Black(x-4, y-4) {
				t.Fatalf("module %d, %d is wrong", x, y)
			}
		}
	}
	if _, err := NewQR(strings.Repeat("x", 5000)); err == nil {
		t.Error("a text that fits into no code has one")
	}
}

// TestWrap: lines are no wider than they may be, and hold the whole text.
func TestWrap(t *testing.T) {
	f := typeface(t)
	for _, text := range []string{"Kopi", "Sistem Informasi Pelayanan Terpadu", strings.Repeat("W", 90), "a  b\u00a0c", ""} {
		for _, width := range []int{40, 100, 300, 2000} {
			s := f.Bold.at(fixed.I(30))
			lines, whole := s.balance(text, fixed.I(width))
			if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.Join(strings.Fields(text), "") {
				t.Errorf("%q becomes %q", text, lines)
			}
			for _, line := range lines {
				if s.width(line) > fixed.I(width) {
					t.Errorf("%q is wider than %d", line, width)
				}
			}
			if n, all := f.Lines(text, width, 30); n != len(lines) || all != whole {
				t.Errorf("%q: %d lines, balanced %d", text, n, len(lines))
			}
		}
	}
}

// TestPathData: what is written as SVG is what was read, to a tenth.
func TestPathData(t *testing.T) {
	p := parsePath("M10 10L20.5 10C20.5 15 12 20 10 20ZM1 2L3 4L0 9Z")
	if got, want := p.svg(), "m10 10l10.5 0c0 5-8.5 10-10.5 10zm-9-8l2 2l-3 5z"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func BenchmarkShare(b *testing.B) {
	f := typeface(b)
	for b.Loop() {
		var out bytes.Buffer
		if err := f.WriteShare(&out, shares["place"]); err != nil {
			b.Fatal(err)
		}
	}
}

// TestFullPalette: hidden colours make room for new ones, and where 256 are visible, what
// would need another takes the nearest.
func TestFullPalette(t *testing.T) {
	c := newCanvas(300, 2, 0)
	for i := range 900 { // each hides one of the first row
		c.rectangle(i%200, 0, i%200+1, 1, colour(1+i))
	}
	for x := range 200 {
		want := colour(1 + 800 + x)
		if x >= 100 {
			want -= 200
		}
		if got := c.colours[c.pixels[x]]; got != want {
			t.Fatalf("pixel %d is %06x, want %06x", x, got, want)
		}
	}
	const others = 256 - 201 // 200 above and the ground are visible
	for x := range 300 {
		c.rectangle(x, 1, x+1, 2, colour(x%256*0x10000+x/256))
	}
	for x := range 300 {
		want := colour(x%256*0x10000 + x/256)
		switch {
		case x == 0:
			want = 0
		case x > others && x < 256:
			want = others * 0x10000
		case x == 256:
			want = 0
		case x > 256:
			want = colour((x - 256) * 0x10000)
		}
		if got := c.colours[c.pixels[300+x]]; got != want {
			t.Fatalf("pixel %d below is %06x, want %06x", x, got, want)
		}
	}
	var out bytes.Buffer
	if err := c.writePNG(&out); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 600 {
		if got := color.RGBAModel.Convert(img.At(i%300, i/300)); got != c.colours[c.pixels[i]].rgba() {
			t.Fatalf("the PNG has %v at %d", got, i)
		}
	}
}

// TestShareOfManyColours: a share image that runs out of colours shows all its texts.
func TestShareOfManyColours(t *testing.T) {
	s := Share{Site: "Ặ", Above: "Juara ẶǺ", Title: strings.Repeat("ẶǺj̨ģ", 30), Below: "Dinas Contoh", Foot: "Skor 97,00", Notice: "Contoh: bukan hasil.", Numeral: "ẶỆ", Medal: true}
	full, _ := picture(t, s)
	s.Below, s.Notice = "", ""
	without, _ := picture(t, s)
	differ := 0
	for y := ShareHeight / 2; y < ShareHeight-tapisHeight; y++ {
		for x := range 868 {
			if full.At(x, y) != without.At(x, y) {
				differ++
			}
		}
	}
	if differ < 5000 {
		t.Errorf("agency and notice change %d pixels", differ)
	}
}
