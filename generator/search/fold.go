package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is how many characters of a word count.
const longest = 40

// words calls found for each word of a text with its folded parts, which are valid until
// it returns. A word is a run of letters, digits and marks; an apostrophe inside belongs to
// it, a hyphen inside parts it. Folding decomposes (NFKD), drops all but letters and
// digits, and makes letters small, so that "Jum’at" is jumat and "Ê" is e.
func (f *folder) words(text string, found func(parts [][]byte)) {
	f.parts, f.buffer = f.parts[:0], f.buffer[:0]
	flush := func() {
		if len(f.parts) > 0 {
			found(f.parts)
		}
		f.parts, f.buffer = f.parts[:0], f.buffer[:0]
	}
	start := -1 // of the part that is being read
	part := func(end int) {
		if start >= 0 {
			from := len(f.buffer)
			f.buffer = appendFolded(f.buffer, text[start:end])
			if len(f.buffer) > from {
				f.parts = append(f.parts, f.buffer[from:len(f.buffer):len(f.buffer)])
			}
		}
		start = -1
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if inWord(r) {
			if start < 0 {
				start = i
			}
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		inside := start >= 0 && inWord(next)
		switch {
		case inside && (r == '\'' || r == '’' || r == '‘'):
		case inside && (r == '-' || r == '‐' || r == '‑'):
			part(i)
		default:
			part(i)
			flush()
		}
		i += size
	}
	part(len(text))
	flush()
}

// A folder holds what folding reuses.
type folder struct {
	parts  [][]byte
	buffer []byte
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

func appendFolded(out []byte, part string) []byte {
	n := 0
	ascii := true
	for i := range len(part) {
		ascii = ascii && part[i] < utf8.RuneSelf
	}
	if !ascii {
		part = norm.NFKD.String(part)
	}
	for _, r := range part {
		if r >= utf8.RuneSelf {
			if !unicode.IsLetter(r) && !unicode.IsNumber(r) || r == 'ʼ' || r == 'ʻ' {
				continue
			}
			if r = unicode.ToLower(r); r == 'ς' { // small sigma has two forms
				r = 'σ'
			}
		} else if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		} else if !inWord(r) {
			continue
		}
		if n++; n > longest {
			break
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// A compound of more parts than this is not joined.
const joinable = 4

// doubled tells whether two parts are a reduplication: one of them holds the other, as
// in anak-anak, anak-anaknya and berlari-lari.
func doubled[T ~string | ~[]byte](parts []T) bool {
	if len(parts) != 2 {
		return false
	}
	a, b := string(parts[0]), string(parts[1])
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 3 && strings.Contains(b, a)
}

func (f *folder) tokens(text string, found func(token []byte)) {
	f.words(text, func(parts [][]byte) {
		for _, p := range parts {
			found(p)
		}
		if n := len(parts); n > 1 && n <= joinable && !doubled(parts) {
			var joined []byte
			for _, p := range parts {
				joined = append(joined, p...)
			}
			found(cut(joined))
		}
	})
}

func cut(token []byte) []byte {
	n := 0
	for i := range string(token) {
		if n++; n > longest {
			return token[:i]
		}
	}
	return token
}

// Initials returns the folded first letters of a name's words that begin with a capital
// letter, as in "dpmptsp" for Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu;
// "" when there are fewer than three.
func Initials(name string) string {
	var letters []byte
	n, word := 0, false
	for _, r := range name {
		if !word && unicode.IsUpper(r) {
			letters = appendFolded(letters, string(r))
			n++
		}
		word = inWord(r)
	}
	if n < 3 {
		return ""
	}
	return string(cut(letters))
}
