package search

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// library returns n documents as a nation may have them: 40,000 words of which few are
// frequent, an acronym of its own in each title, 400 agencies.
func library(n int) []Kind {
	random := rand.New(rand.NewPCG(7, 7))
	syllables := strings.Fields("ba be bi bo bu da di du ga gi ja ka ke ki ko ku la le li lu ma me mi mo mu na ni nu pa pe pi ra ri ru sa se si su ta ti tu wa ya")
	word := func() string {
		var b strings.Builder
		for range 2 + random.IntN(3) {
			b.WriteString(syllables[random.IntN(len(syllables))])
		}
		return []string{"", "", "", "me", "pe", "ber", "di"}[random.IntN(7)] + b.String() + []string{"", "", "", "", "n", "an", "kan", "nya", "s"}[random.IntN(9)]
	}
	vocabulary := make([]string, 40000)
	for i := range vocabulary {
		vocabulary[i] = word()
	}
	zipf := rand.NewZipf(random, 1.1, 8, uint64(len(vocabulary)-1))
	sentence := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = vocabulary[zipf.Uint64()]
		}
		return strings.Join(list, " ")
	}
	agencies := make([]string, 400)
	for i := range agencies {
		agencies[i] = "Dinas " + sentence(3)
	}
	list := make([]Document, n)
	for i := range list {
		list[i] = Document{
			Path: fmt.Sprintf("inovasi/%s-%d/", strings.ReplaceAll(sentence(3), " ", "-"), i), Title: strings.ToUpper(word()) + " (" + sentence(4) + ")",
			Detail: agencies[random.IntN(len(agencies))], Summary: sentence(18),
		}
	}
	return []Kind{{ID: "inovasi", N: n, At: func(i int) Document { return list[i] }}}
}

// TestSizes: what one search loads stays small as a site grows: indeks.json, the words with
// a first letter, some files of keys and some of what is shown.
func TestSizes(t *testing.T) {
	for _, n := range []int{1000, 30000} {
		x := Build(library(n))
		largest, most := map[string]int{}, map[string]int{"indeks": 30_000, "kata": 30_000, "kunci": 20_000, "isi": 8_000}
		for i, name := range Files(n) {
			if i%5 != 0 && n > 1000 { // a sample; packing takes its time
				continue
			}
			var small bytes.Buffer
			packed := gzip.NewWriter(&small)
			if err := x.Write(packed, name); err != nil {
				t.Fatal(err)
			}
			packed.Close()
			kind, _, _ := strings.Cut(strings.TrimSuffix(name, ".json"), "-")
			largest[kind] = max(largest[kind], small.Len())
		}
		t.Logf("%d documents, %d keys: %d files, the largest %v", n, len(x.keys), len(Files(n)), largest)
		for kind, limit := range most {
			if largest[kind] > limit || largest[kind] == 0 {
				t.Errorf("%d documents: a file %s of %d bytes", n, kind, largest[kind])
			}
		}
	}
}

// TestIndex reads the files back and holds them to a search through the texts.
func TestIndex(t *testing.T) {
	for _, n := range []int{0, 1, 60, small + 50} {
		kinds := library(n)
		extra := []Document{{Path: "x/", Title: "𞤀𞤣 ﷺ", Names: []string{"Satu Dua Tiga"}, Summary: "constructor", Text: []string{"pertanian"}}}
		kinds = append(kinds, Kind{ID: "kosong", At: func(int) Document { panic("there is none") }}, Kind{ID: "lain", N: 1, At: func(i int) Document { return extra[i] }})
		x := Build(kinds)
		files := map[string]json.RawMessage{}
		for _, name := range Files(n + 1) {
			var out bytes.Buffer
			if err := x.Write(&out, name); err != nil {
				t.Fatal(err)
			}
			files[name] = out.Bytes()
		}
		read := func(name string, into any) {
			if err := json.Unmarshal(files[name], into); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		var m manifest
		read("indeks.json", &m)
		got := map[string]map[int]int{} // class by key and document
		last := ""
		for i, first := range m.Keys {
			var f struct {
				Stamp string    `json:"cap"`
				Keys  string    `json:"kunci"`
				In    [][][]int `json:"di"`
			}
			read(fmt.Sprintf("kunci-%d.json", i), &f)
			keys := strings.Fields(f.Keys)
			if len(keys) != len(f.In) || f.Stamp != m.Stamp || len(keys) > 0 && keys[0] != first {
				t.Fatalf("kunci-%d.json: %d keys, %d lists, first key %s", i, len(keys), len(f.In), first)
			}
			for j, k := range keys {
				if last != "" && compare(last, k) >= 0 {
					t.Fatalf("%q comes after %q", k, last)
				}
				last = k
				got[k] = map[int]int{}
				for class, list := range f.In[j] {
					doc := 0
					for _, d := range list {
						doc += d
						got[k][doc] = class
					}
				}
			}
		}
		want := map[string]map[int]int{}
		put := func(key string, doc, class int) {
			if want[key] == nil {
				want[key] = map[int]int{}
			}
			if old, ok := want[key][doc]; !ok || class < old {
				want[key][doc] = class
			}
		}
		doc, words := 0, map[string]bool{}
		for _, kind := range kinds {
			for i := range kind.N {
				d := kind.At(i)
				for class, texts := range map[int][]string{inTitle: append([]string{d.Title}, d.Names...), inSummary: {d.Summary, Initials(d.Title), Initials(strings.Join(d.Names, " "))}, inText: append([]string{d.Detail}, d.Text...)} {
					for _, text := range texts {
						for _, token := range tokens(text) {
							words[token] = true
							put(token, doc, class)
							for _, root := range Roots(token) {
								put(root, doc, class+asRoot)
							}
						}
					}
				}
				doc++
			}
		}
		if len(got) != len(want) || len(m.Titles) != doc {
			t.Fatalf("%d documents: %d keys, want %d; %d titles", n, len(got), len(want), len(m.Titles))
		}
		for key, docs := range want {
			if fmt.Sprint(got[key]) != fmt.Sprint(docs) {
				t.Fatalf("%d documents: %q is in %v, want %v", n, key, got[key], docs)
			}
		}
		seen := 0
		for i := range m.Words {
			var f wordFile
			read(fmt.Sprintf("kata-%d.json", i), &f)
			for j, w := range strings.Fields(f.Words) {
				if !words[w] || f.Bits[j] != digit(len(fmt.Sprintf("%b", len(want[w])))) {
					t.Fatalf("word %q with %c, in %d documents", w, f.Bits[j], len(want[w]))
				}
				seen++
			}
		}
		if seen != len(words) {
			t.Fatalf("%d words, want %d", seen, len(words))
		}
		var shown [][4]string
		for i := range (doc + Chunk - 1) / Chunk {
			var f shownFile
			read(fmt.Sprintf("isi-%d.json", i), &f)
			shown = append(shown, f.Rows...)
		}
		if len(shown) != doc || shown[doc-1] != [4]string{"x/", extra[0].Title, "", "constructor"} {
			t.Fatalf("%d rows for %d documents", len(shown), doc)
		}
	}
	for _, name := range []string{"", "indeks-0.json", "kata-1.json", "kunci--1.json", "isi-x.json", "lain-0.json"} {
		if err := Build(library(1)).Write(&bytes.Buffer{}, name); err == nil {
			t.Errorf("%q is written", name)
		}
	}
}

func TestCompare(t *testing.T) {
	list := []string{"\uffff", "𞤢", "b", "a", "", "ab", "\ue000"}
	slices.SortFunc(list, compare)
	if want := []string{"", "a", "ab", "b", "𞤢", "\ue000", "\uffff"}; !slices.Equal(list, want) { // as JavaScript sorts
		t.Errorf("%q", list)
	}
}

// BenchmarkBuild makes an index and writes all its files.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000, 30000} {
		kinds := library(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x := Build(kinds)
				var out bytes.Buffer
				for _, name := range Files(n) {
					out.Reset()
					if err := x.Write(&out, name); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
