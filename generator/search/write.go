package search

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The shape of indeks.json.
type manifest struct {
	Stamp  string      `json:"cap"`
	Kinds  []shownKind `json:"jenis"`
	Chunk  int         `json:"potong"`
	Words  []string    `json:"kata"`    // first word of each file of words
	Keys   []string    `json:"kunci"`   // first key of each file of keys
	Titles string      `json:"panjang"` // how many words each document's title has, a digit each
}

type shownKind struct {
	ID string `json:"id"`
	N  int    `json:"n"`
}

// The shape of kata-<i>.json: words and, a digit for each, how many documents have it.
type wordFile struct {
	Stamp string `json:"cap"`
	Words string `json:"kata"`
	Bits  string `json:"banyak"`
}

// The shape of isi-<i>.json. A row is path, title, detail and summary.
type shownFile struct {
	Stamp string      `json:"cap"`
	Rows  [][4]string `json:"isi"`
}

// Write writes one of the files that [Files] names.
func (x *Index) Write(w io.Writer, name string) error {
	kind, number, _ := strings.Cut(strings.TrimSuffix(name, ".json"), "-")
	i, err := strconv.Atoi(number)
	words, keys, shown := files(x.n)
	switch {
	case kind == "indeks" && number == "":
		return encode(w, x.manifest())
	case err != nil:
	case i < 0:
	case kind == "kata" && i < words:
		return encode(w, x.wordFile(i))
	case kind == "kunci" && i < keys:
		return x.writeKeys(w, i)
	case kind == "isi" && i < shown:
		return encode(w, x.shownFile(i))
	}
	return fmt.Errorf("search: no file %q", name)
}

func encode(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }

func (x *Index) manifest() manifest {
	m := manifest{Stamp: x.stamp, Kinds: []shownKind{}, Chunk: Chunk, Titles: string(x.titles)}
	for _, k := range x.kinds {
		m.Kinds = append(m.Kinds, shownKind{k.ID, k.N})
	}
	for i := range x.kata {
		m.Words = append(m.Words, first(x.part(x.kata, i, len(x.words)), func(j int) string { return x.keys[x.words[j]].name }))
	}
	for i := range x.kunci {
		m.Keys = append(m.Keys, first(x.part(x.kunci, i, len(x.keys)), func(j int) string { return x.keys[j].name }))
	}
	return m
}

// part returns the bounds of a part.
func (x *Index) part(starts []int, i, end int) [2]int {
	if i+1 < len(starts) {
		end = starts[i+1]
	}
	return [2]int{starts[i], end}
}

// first returns the name of a part's first item. A part without one comes after all
// others: no key is as large as the last character.
func first(part [2]int, name func(i int) string) string {
	if part[0] == part[1] {
		return "\uffff"
	}
	return name(part[0])
}

func (x *Index) wordFile(i int) wordFile {
	f := wordFile{Stamp: x.stamp}
	part := x.part(x.kata, i, len(x.words))
	list := make([]string, 0, part[1]-part[0])
	digits := make([]byte, 0, part[1]-part[0])
	for _, w := range x.words[part[0]:part[1]] {
		list = append(list, x.keys[w].name)
		digits = append(digits, x.keys[w].frequency())
	}
	f.Words, f.Bits = strings.Join(list, " "), string(digits)
	return f
}

// writeKeys writes a file of keys: {"cap":…,"kunci":"a b","di":[[[0,3],[],[5]],…]}.
// For each key there are up to six lists of documents, one for each class; a list holds
// each document's difference to the one before.
func (x *Index) writeKeys(w io.Writer, i int) error {
	part := x.part(x.kunci, i, len(x.keys))
	keys := x.keys[part[0]:part[1]]
	list := make([]string, len(keys))
	for j, k := range keys {
		list[j] = k.name
	}
	names, err := json.Marshal(strings.Join(list, " "))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w) // keeps its first error
	fmt.Fprintf(out, `{"cap":%q,"kunci":%s,"di":[`, x.stamp, names)
	var lists [classes][]int
	var text []byte
	for j := range keys {
		for c := range lists {
			lists[c] = lists[c][:0]
		}
		keys[j].each(func(doc, class int) { lists[class] = append(lists[class], doc) })
		if j > 0 {
			out.WriteByte(',')
		}
		text = appendLists(text[:0], lists[:])
		out.Write(text)
	}
	out.WriteString("]}\n")
	return out.Flush()
}

// appendLists writes lists of rising numbers as lists of differences, without empty ones
// at the end.
func appendLists(out []byte, lists [][]int) []byte {
	for len(lists) > 0 && len(lists[len(lists)-1]) == 0 {
		lists = lists[:len(lists)-1]
	}
	out = append(out, '[')
	for i, list := range lists {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '[')
		last := 0
		for j, n := range list {
			if j > 0 {
				out = append(out, ',')
			}
			out = strconv.AppendInt(out, int64(n-last), 10)
			last = n
		}
		out = append(out, ']')
	}
	return append(out, ']')
}

// each calls found for the documents of a key, in order, with the key's class in each.
func (k *key) each(found func(doc, class int)) {
	doc := 0
	for data := k.data; len(data) > 0; {
		v, n := binary.Uvarint(data)
		data = data[n:]
		doc += int(v >> 3)
		found(doc, int(v&7))
	}
}

func (x *Index) shownFile(i int) shownFile {
	f := shownFile{Stamp: x.stamp}
	from := 0
	for _, k := range x.kinds {
		for j := max(0, i*Chunk-from); j < k.N && from+j < (i+1)*Chunk; j++ {
			d := k.At(j)
			f.Rows = append(f.Rows, [4]string{d.Path, d.Title, d.Detail, d.Summary})
		}
		from += k.N
	}
	return f
}
