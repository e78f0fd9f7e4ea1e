package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"math/bits"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// Where a key stands in a document, best first. A reader counts the best one only; how
// much each is worth is said in layouts/assets/cari-inti.js.
const (
	inTitle = 2 * iota
	inSummary
	inText

	asRoot  = 1 // added: the key is only a root of a word
	classes = 6
)

// An Index is the keys of a site's documents. It is immutable.
type Index struct {
	kinds  []Kind
	n      int
	stamp  string
	keys   []key // in order
	words  []int // of keys, those that are words
	kata   []int // first word of each file of words, as an index of words
	kunci  []int // first key of each file of keys
	titles []byte
}

// A key is a word or a root with its documents: for each the difference to the one
// before times eight, plus the class, as varints.
type key struct {
	name  string
	roots []int32 // of a word, by number
	data  []byte
	last  int
	n     int
	word  bool
}

// Build reads all documents once. Their texts are not held.
func Build(kinds []Kind) *Index {
	x := &Index{kinds: kinds}
	for _, k := range kinds {
		x.n += k.N
	}
	b := builder{number: map[string]int32{}}
	order := sha256.New()
	x.titles = make([]byte, 0, x.n)
	for _, k := range kinds {
		for i := range k.N {
			d := k.At(i)
			io.WriteString(order, d.Path+"\n")
			x.titles = append(x.titles, digit(b.add(&d)))
		}
	}
	x.stamp = hex.EncodeToString(order.Sum(nil)[:4])
	x.keys = b.keys
	slices.SortFunc(x.keys, func(a, b key) int { return compare(a.name, b.name) })
	weights := make([]int, len(x.keys))
	for i, k := range x.keys {
		weights[i] = len(k.data) + len(k.name)
		if k.word {
			x.words = append(x.words, i)
		}
	}
	words, keys, _ := files(x.n)
	x.kata = split(len(x.words), words, func(int) int { return 1 })
	x.kunci = split(len(x.keys), keys, func(i int) int { return weights[i] })
	return x
}

// split cuts n items into parts of about the same weight and returns where each
// part begins.
func split(n, parts int, weight func(i int) int) []int {
	total := 0
	for i := range n {
		total += weight(i)
	}
	starts := make([]int, parts)
	i, sum := 0, 0
	for p := range parts {
		for i < n && sum < total/parts*p {
			sum += weight(i)
			i++
		}
		starts[p] = i
	}
	return starts
}

// compare orders keys as JavaScript orders strings, by their UTF-16 units.
func compare(a, b string) int {
	for a != "" && b != "" {
		r, n := utf8.DecodeRuneInString(a)
		s, m := utf8.DecodeRuneInString(b)
		if r != s {
			return slices.Compare(utf16.AppendRune(nil, r), utf16.AppendRune(nil, s))
		}
		a, b = a[n:], b[m:]
	}
	return cmp.Compare(len(a), len(b))
}

type builder struct {
	folder folder
	number map[string]int32
	keys   []key
	doc    int
	place  []int32 // of a key in entries, valid when entries has it there
	local  []entry // of the document that is being read
}

type entry struct {
	key   int32
	class byte
}

// intern returns the number of a key.
func (b *builder) intern(name []byte) int32 {
	if id, ok := b.number[string(name)]; ok {
		return id
	}
	id := int32(len(b.keys))
	s := string(name)
	b.number[s] = id
	b.keys = append(b.keys, key{name: s})
	b.place = append(b.place, 0)
	return id
}

// word returns the number of a word, whose roots have numbers, too.
func (b *builder) word(name []byte) int32 {
	id := b.intern(name)
	if !b.keys[id].word {
		b.keys[id].word = true
		var list []int32
		for _, root := range Roots(string(name)) {
			list = append(list, b.intern([]byte(root)))
		}
		b.keys[id].roots = list
	}
	return id
}

func (b *builder) put(key int32, class byte) {
	if p := int(b.place[key]); p < len(b.local) && b.local[p].key == key {
		b.local[p].class = min(b.local[p].class, class)
		return
	}
	b.place[key] = int32(len(b.local))
	b.local = append(b.local, entry{key, class})
}

func (b *builder) text(text string, class byte) {
	b.folder.tokens(text, func(token []byte) {
		id := b.word(token)
		b.put(id, class)
		for _, root := range b.keys[id].roots {
			b.put(root, class+asRoot)
		}
	})
}

// add takes the next document and returns how many words its title has.
func (b *builder) add(d *Document) int {
	b.local = b.local[:0]
	length := 0
	b.folder.words(d.Title, func([][]byte) { length++ })
	for _, name := range append([]string{d.Title}, d.Names...) {
		b.text(name, inTitle)
		if initials := Initials(name); initials != "" {
			b.put(b.word([]byte(initials)), inSummary)
		}
	}
	b.text(d.Summary, inSummary)
	b.text(d.Detail, inText)
	for _, text := range d.Text {
		b.text(text, inText)
	}
	for _, e := range b.local {
		k := &b.keys[e.key]
		k.data = binary.AppendUvarint(k.data, uint64(b.doc-k.last)<<3|uint64(e.class))
		k.last = b.doc
		k.n++
	}
	b.doc++
	return length
}

// digit writes a small number as one character; what is larger than 35 is 35.
func digit(n int) byte { return "0123456789abcdefghijklmnopqrstuvwxyz"[min(n, 35)] }

// frequency is the bit length of a key's number of documents.
func (k *key) frequency() byte { return digit(bits.Len(uint(k.n))) }
