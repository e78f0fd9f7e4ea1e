package search

import "strings"

// Roots returns the words that an Indonesian word may be derived from, without itself;
// none for what is not one. There is no dictionary: every rule of word formation that
// fits gives a candidate, since a nasal prefix can stand for several first letters
// (menari: tari, nari). A wrong candidate does little harm: it must be the
// word or a root of something else before it matches, and then counts less than the word
// itself.
//
// The rules are those of Tata Bahasa Baku Bahasa Indonesia: the particles -lah and -kah, the
// possessive -nya, the suffixes -kan, -an and -i, the prefixes me-, pe-, di-, ter-, ber-,
// per-, se- and ke-…-an, with nasal assimilation. They are deliberately strict: a prefix
// goes only with its suffixes, ke- only with -an, and a root has at least two vowels and
// four letters, or three when it begins with a vowel (uji). "Anak2", an old way to write
// a plural, is anak.
func Roots(word string) []string {
	if n := len(word); n > 3 && word[n-1] == '2' && latin(word[:n-1]) {
		return append([]string{word[:n-1]}, Roots(word[:n-1])...)
	}
	if len(word) < 5 || len(word) > longest || !latin(word) {
		return nil
	}
	r := roots{word: word}
	for _, particle := range []string{"lah", "kah"} { // masalah and sekolah have none, sejumlah may
		if rest, ok := strings.CutSuffix(word, particle); ok && len(rest) > 4 && plausible(rest) {
			r.addAll(rest)
			break
		}
	}
	r.addAll(word)
	return r.list
}

// A prefixed word without its prefix, and the suffixes that go with the prefix. A
// suffix "-an" must be there.
type prefixed struct{ rest, suffixes string }

const (
	withMe  = "kan i"
	withPe  = "an"
	withBer = "an kan"
	withPer = "an kan i"
	withKe  = "-an"
)

// prefixes returns what is left of a word for each prefix that it may have.
func prefixes(w string) []prefixed {
	var list []prefixed
	add := func(rest, suffixes string) { list = append(list, prefixed{rest, suffixes}) }
	two, rest := w[:2], w[2:]
	switch two {
	case "me":
		nasal(rest, func(root string) { add(root, withMe) })
	case "pe":
		nasal(rest, func(root string) { add(root, withPe) })
		if len(rest) > 1 && strings.IndexByte("bcdfghjkpst", rest[0]) >= 0 && vowel(rest[1]) { // petani, peserta
			add(rest, withPe)
		}
		if rest[0] == 'r' {
			add(rest[1:], withPer)
		}
		if strings.HasPrefix(rest, "lajar") {
			add(rest[1:], withPe)
		}
	case "di":
		add(rest, withMe)
	case "te":
		if rest[0] == 'r' {
			add(rest[1:], withMe)
		}
	case "be":
		if rest[0] == 'r' {
			add(rest[1:], withBer)
		} else if len(rest) > 3 && !vowel(rest[0]) && rest[1:3] == "er" { // bekerja
			add(rest, "")
		}
		if strings.HasPrefix(rest, "lajar") {
			add(rest[1:], "")
		}
	case "ke":
		add(rest, withKe)
	case "se":
		if len(rest) > 4 {
			add(rest, "")
		}
	}
	return list
}

// nasal undoes the assimilation of me- and pe- with what follows them.
func nasal(rest string, found func(root string)) {
	n := 0
	restored := ""
	switch {
	case strings.HasPrefix(rest, "ny"):
		n, restored = 2, "s"
	case strings.HasPrefix(rest, "ng"):
		n, restored = 2, "k"
	case rest[0] == 'm':
		n, restored = 1, "p"
	case rest[0] == 'n':
		n, restored = 1, "t"
	}
	if n >= len(rest) {
		return
	}
	next := rest[n]
	switch {
	case n == 0:
		if strings.IndexByte("lrwy", next) >= 0 && len(rest) > 1 && vowel(rest[1]) {
			found(rest)
		}
	case vowel(next):
		found(restored + rest[n:])
		if restored == "k" {
			found(rest[n:])
		} else {
			found(rest)
		}
	case restored == "k" && strings.IndexByte("ghkq", next) >= 0,
		restored == "p" && strings.IndexByte("bfpv", next) >= 0,
		restored == "t" && strings.IndexByte("cdjstz", next) >= 0:
		found(rest[n:])
	}
}

type roots struct {
	word string
	list []string
}

// addAll adds the roots of a word without a particle.
func (r *roots) addAll(base string) {
	if rest, ok := strings.CutSuffix(base, "nya"); ok && plausible(rest) {
		base = rest
	}
	r.add(base)
	whole := false // taking off a prefix explains the suffix, too
	for _, p := range prefixes(base) {
		whole = r.addDerived(p.rest, p.suffixes) || whole
	}
	if rest, ok := strings.CutSuffix(base, "an"); ok && !whole {
		r.add(rest)
		if rest, ok = strings.CutSuffix(rest, "k"); ok {
			r.add(rest)
		}
	}
}

func (r *roots) add(root string) bool {
	if !plausible(root) {
		return false
	}
	if root != r.word {
		for _, have := range r.list {
			if have == root {
				return true
			}
		}
		r.list = append(r.list, root)
	}
	return true
}

// addDerived adds what is left of a word when a prefix is taken off, without a suffix
// that goes with the prefix, and without a second prefix (memberdayakan: berdaya, daya).
// It tells whether there was such a suffix.
func (r *roots) addDerived(rest, suffixes string) bool {
	cut := false
	for _, suffix := range strings.Fields(suffixes) {
		bare, ok := strings.CutSuffix(rest, strings.TrimPrefix(suffix, "-"))
		if !ok {
			continue
		}
		if inner, ok := strings.CutPrefix(bare, "ke"); ok && suffixes == withBer && suffix == "an" && plausible(inner) { // berkelanjutan
			bare = inner
		}
		// An i may belong to the root (inovasi), the others rarely do.
		cut = r.addInner(bare) && suffix != "i" || cut
	}
	if !cut && !strings.HasPrefix(suffixes, "-") {
		r.addInner(rest)
	}
	return cut
}

// addInner adds a word that may have a second prefix.
func (r *roots) addInner(w string) bool {
	if !r.add(w) {
		return false
	}
	if len(w) < 6 {
		return true
	}
	switch w[:3] {
	case "ber", "per", "ter":
		r.add(w[3:])
	case "bel", "pel":
		if w[3:] == "ajar" {
			r.add("ajar")
		}
	}
	if bare, ok := strings.CutSuffix(w[2:], "an"); ok && w[:2] == "ke" {
		r.add(bare)
	}
	return true
}

// plausible tells whether a word can be a root: it has two vowels, four letters or
// three that begin with a vowel, and begins with no consonants that no word begins with.
func plausible(w string) bool {
	if len(w) < 3 || len(w) == 3 && !vowel(w[0]) {
		return false
	}
	if !vowel(w[0]) && !vowel(w[1]) && strings.IndexByte("hlrwy", w[1]) < 0 {
		switch w[:2] {
		case "ng", "ps", "sk", "sn", "sp", "st":
		default:
			return false
		}
	}
	n := 0
	for i := range len(w) {
		if vowel(w[i]) {
			n++
		}
	}
	return n > 1
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func latin(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return w != ""
}
