// Package search makes the index that the site's search reads in the browser: small
// JSON files, of which a search loads only those that it needs.
//
// # Documents
//
// A document is a page that can be found. Documents are numbered in the order in which
// they are given, best first: where a search finds two of them equally good, the lower
// number comes first. Documents of a kind follow each other.
//
// # Keys
//
// Texts are folded to words (fold.go), and a word may have roots (stem.go). A document is
// listed under its words and under their roots. So a query finds what has its words, what
// has words derived from them, and what shares a root with them.
//
// # Files
//
//	indeks.json     what there are: kinds, sizes, first keys of the other files
//	kata-<i>.json   words in order, with the bit length of their number of documents
//	kunci-<i>.json  for keys in order, the documents of each
//	isi-<i>.json    what is shown of [Chunk] documents
//
// How many files there are depends on the number of documents alone, so that a site can
// be planned before it is indexed. All files bear a stamp of the documents' order, and
// indeks.json names the first key of each file, so that a reader notices files of two
// different builds.
//
// layouts/assets/cari-lipat.js folds and stems as this package does, cari-inti.js reads
// the files. testdata/lipat.json holds both to the same cases.
package search

import "fmt"

// A Document is a page that can be found.
type Document struct {
	Path    string   // relative to the root of the site in its language
	Title   string   // found best
	Names   []string // other names: found like the title, not shown
	Detail  string   // shown under the title; found like Text
	Summary string   // shown; found less than the title
	Text    []string // found least, not shown
}

// A Kind is a run of documents of one kind.
type Kind struct {
	ID string
	N  int
	At func(i int) Document // for i from 0 to N-1, as often as needed
}

// Sizes, chosen by what a reader downloads for one search of 30,000 documents; see
// TestSizes. The keys of a small site are one file, which is loaded faster than several.
const (
	Chunk   = 50   // documents in a file of what is shown
	small   = 500  // up to so many documents, all keys are one file
	perWord = 1000 // documents for each file of words
	perKey  = 100  // documents for each file of keys
)

// files returns how many files of words, keys and shown texts n documents take.
func files(n int) (words, keys, shown int) {
	words, keys, shown = max(1, (n+perWord-1)/perWord), 1, (n+Chunk-1)/Chunk
	if n > small {
		keys = (n + perKey - 1) / perKey
	}
	return words, keys, shown
}

// Files returns the names of the files for n documents.
func Files(n int) []string {
	words, keys, shown := files(n)
	list := []string{"indeks.json"}
	for _, part := range []struct {
		name string
		n    int
	}{{"kata", words}, {"kunci", keys}, {"isi", shown}} {
		for i := range part.n {
			list = append(list, fmt.Sprintf("%s-%d.json", part.name, i))
		}
	}
	return list
}
