package personal

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"NIK 1871011203850001":          "NIK 18••••••••••••••",
		"surel 081234567890@gmail.com":  "surel 08••••••••••••••••••••",
		"+6281234567890@gmail.com":      "+6••••••••••••••••••••••",
		"rekening 1234567890@x.co":      "rekening 12•••••••••••••",
		"a@b.co@c.co":                   "a@•••••••••",
		"081234567890, budi@contoh.com": "08••••••••••, bu•••••••••••••",
		"Perda 12 Tahun 2020":           "Perda 12 Tahun 2020",
	} {
		if got := Mask(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{"081234567890@gmail.com", "a@b.co@c.co", "NIP 19850312 201001 1 001", "rekening 1234567890@x.co", "“081234567890” https://a.id/1871011203850001"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, found := range Find([]byte(text)) {
			if found.From < end || found.To <= found.From || found.To > len(text) {
				t.Fatalf("%q: %v begins before %d", text, found, end)
			}
			end = found.To
		}
		if masked := Mask(text); utf8.ValidString(text) && utf8.RuneCountInString(masked) != utf8.RuneCountInString(text) {
			t.Fatalf("%q became %q", text, masked)
		} else if strings.Count(masked, "@") > strings.Count(text, "@") {
			t.Fatalf("%q became %q", text, masked)
		}
	})
}
