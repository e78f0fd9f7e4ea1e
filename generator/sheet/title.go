package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"siger/generator/internal/pattern"
)

// small words stay small inside a title.
var small = words("dan di ke dari untuk yang pada dengan dalam bagi oleh atau serta tentang kepada terhadap sebagai antara hingga sampai melalui secara demi guna per of the and for to in")

// capitals are short forms of government that look like words.
var capitals = words("asn adl apbd apbn api asi bumd bumn bumdes dprd ikm imb iot isp iud kia kua kue kis oda odgj opd paud pad pki pki plut pkk posbindu ri rt rw sd sim sma smk smp sop tpa tki ukm uks umkm upt uptd web wifi ti it ai tb tbc hiv aids e-ktp gis ibi ispa lansia nik npwp ojk pos sms usg ugd igd icu kb")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

var (
	roman   = pattern.Lazy(`^(?:X{0,3})(?:IX|IV|V?I{0,3})$`)
	vowel   = pattern.Lazy(`[AIUEOY]`)
	letters = pattern.Lazy(`[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*`)
)

// Title returns a name that is all in capitals in the capitals of a title:
// "SISTEM PELAYANAN (SIPEL) DI DESA" becomes "Sistem Pelayanan (SIPEL) di Desa".
// A name with a small letter is returned as it is: its author chose the capitals.
//
// Capitals are kept where they may be meant: a name of one word, a word alone
// before a colon or in brackets, or before a bracket at the name's beginning;
// words with digits or without a vowel; Roman numbers; the usual short forms.
// This cannot tell every short form from a word, so nobody's names are changed
// unasked.
func Title(name string) string {
	if strings.IndexFunc(name, unicode.IsLower) >= 0 || strings.IndexFunc(name, unicode.IsUpper) < 0 {
		return name
	}
	spans := letters().FindAllStringIndex(name, -1)
	if len(spans) < 2 {
		return name
	}
	var b strings.Builder
	at := 0
	for i, span := range spans {
		word, before, after := name[span[0]:span[1]], name[:span[0]], name[span[1]:]
		b.WriteString(name[at:span[0]])
		at = span[1]
		first := i == 0 || strings.HasSuffix(strings.TrimRight(before, " "), ":")
		switch {
		case strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")"), isQuoted(before, after),
			i == 0 && (strings.HasPrefix(after, ":") || strings.HasPrefix(after, " (") || strings.HasPrefix(after, " :")),
			roman().MatchString(word), !vowel().MatchString(word), strings.ContainsAny(word, "0123456789"):
			b.WriteString(word)
		case word == "E" && strings.HasPrefix(after, "-"): // e-KTP, e-Learning
			b.WriteString("e")
		case capitals[strings.ToLower(word)]:
			b.WriteString(word)
		case small[strings.ToLower(word)] && !first:
			b.WriteString(strings.ToLower(word))
		default:
			r, size := utf8.DecodeRuneInString(word)
			b.WriteString(string(r) + strings.ToLower(word[size:]))
		}
	}
	return b.String() + name[at:]
}

// isQuoted reports whether one word alone stands in quotes.
func isQuoted(before, after string) bool {
	for _, q := range []string{`"`, "'", "“”"} {
		last, _ := utf8.DecodeLastRuneInString(q)
		first, _ := utf8.DecodeRuneInString(q)
		if strings.HasSuffix(before, string(first)) && strings.HasPrefix(after, string(last)) {
			return true
		}
	}
	return false
}
