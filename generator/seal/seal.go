// Package seal fixes what a final edition says and what came out of it, so that
// neither can change unnoticed. It computes and compares; it knows no YAML, no
// problems and no disk.
//
// # What a seal holds
//
// A [Seal] is a list of parts, each a set of fields with a path and a value:
//
//	edisi                       status, rubric and award rules: what scores depend on
//	edisi/teks                  names, notes, timetable, sources and certificates' words of the edition
//	inovasi/<id>                agency, categories, levels, withdrawal
//	inovasi/<id>/teks           every other field of the innovation's file, its picture included
//	perangkat-daerah/<id>       group of an agency that an innovation of the edition names
//	perangkat-daerah/<id>/teks  name of that agency
//	kelompok/<id>/teks          name of a group of those agencies
//	klasifikasi/<id>/teks       names of a taxonomy and of those of its terms that the edition uses
//	hasil/inovasi/<id>          state, score, rank, band
//	hasil/perangkat-daerah/<id> measures and ranks
//	hasil/penghargaan/<id>      place and value of each winner
//
// So a shared file may grow: an agency that the edition does not name is in none
// of its parts. A name that the edition's pages and certificates show is in one,
// since renaming it changes what they say.
//
// # Canonical form
//
// A field holds the meaning of a value, not how it was written, so that comments,
// the order of keys and layout do not matter. A field without a value is left out.
// Numbers are in their shortest exact form (75.5, 8/3), scores with all decimal
// places of the rubric, dates in ISO 8601, what is true is "ya". The members of a list are
// joined by a comma and a space; where their order says nothing they are in
// alphabetical order. Ids, numbers, dates and names stand in the clear. Prose is
// "sha256:" and the SHA-256 in hexadecimal of its UTF-8 bytes, without space at its
// ends, so that a text that had to be taken down is not kept by the seal. Prose of
// several values joins those of one item by a tab and the items by a line feed.
//
// # Hashes
//
// The hash of a part is the SHA-256 of its fields in the order of their paths'
// bytes, each as path, "=", value and a line feed. The root hash is the SHA-256 of
// the line "siger-segel 1 <tahun>" and then, for each part in the order of the
// names' bytes, a line of its hash, two spaces and its name: the form of sha256sum.
//
// # What a seal proves
//
// Inputs that scores depend on are in the clear, so the results can be recomputed
// from the seal alone: see [Seal.Recompute]. Somebody who can write both the content
// and the seal can replace both; what stands against that is that the root hash has
// been printed on pages and certificates, and that git keeps the old file.
package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Format is the version of the seal that this package writes and reads.
const Format = "1"

// Limits on what is read.
const (
	MaxSize = 192 << 20 // bytes of a seal: 30,000 innovations with reasons and evidence of 20 marks
)

// A Seal is what an edition said, and what came out of it, on the day it was
// sealed.
type Seal struct {
	Format string `json:"format"`
	Year   int    `json:"tahun"`
	Root   string `json:"akar"`   // see the package comment
	Parts  []Part `json:"bagian"` // by name
}

// A Part is one input or result of an edition.
type Part struct {
	Name   string            `json:"nama"`
	Hash   string            `json:"sha256"`
	Fields map[string]string `json:"isian"` // by path
}

// newPart returns a part with its hash.
func newPart(name string, f fields) Part { return Part{name, hashFields(f), f} }

func hashFields(f map[string]string) string {
	sum := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(f)) {
		fmt.Fprintf(sum, "%s=%s\n", path, f[path])
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// root returns the root hash of a seal's parts.
func (s *Seal) root() string {
	sum := sha256.New()
	fmt.Fprintf(sum, "siger-segel %s %d\n", s.Format, s.Year)
	for _, p := range s.Parts {
		fmt.Fprintf(sum, "%s  %s\n", p.Hash, p.Name)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Short returns the first twelve digits of the root hash in groups of four, for
// people who compare two of them by eye.
func (s *Seal) Short() string { return s.Root[:4] + " " + s.Root[4:8] + " " + s.Root[8:12] }

// Encode returns the seal as its file: the same seal gives the same bytes.
func (s *Seal) Encode() []byte {
	var b bytes.Buffer
	s.write(&b)
	return b.Bytes()
}

// write writes the file part by part: what encode gives for all at once, which takes
// several times the memory.
func (s *Seal) write(w io.Writer) {
	if len(s.Parts) == 0 {
		_, _ = w.Write(encode(s))
		return
	}
	head := *s
	head.Parts = []Part{}
	_, _ = w.Write(bytes.TrimSuffix(encode(head), []byte("]\n}\n")))
	var part bytes.Buffer
	out := json.NewEncoder(&part)
	out.SetEscapeHTML(false)
	out.SetIndent("  ", " ")
	for i, p := range s.Parts {
		if i > 0 {
			part.WriteByte(',')
		}
		part.WriteString("\n  ")
		if err := out.Encode(p); err != nil {
			panic(err) // see encode
		}
		part.Truncate(part.Len() - 1)
		_, _ = w.Write(part.Bytes())
		part.Reset()
	}
	_, _ = io.WriteString(w, "\n ]\n}\n")
}

// Errors of [Decode].
var (
	ErrFormat = errors.New("not a seal of this format")
	ErrForm   = errors.New("not as it was written") // hand-edited, cut short, or no seal at all
	ErrHash   = errors.New("the hashes do not fit what the seal says")
)

// Decode reads a seal's file. The bytes must be those of [Seal.Encode], so that
// nothing can stand in the file that the hashes do not cover; line ends of Windows
// are accepted.
func Decode(data []byte) (*Seal, error) {
	if len(data) > MaxSize {
		return nil, ErrForm
	}
	if bytes.Contains(data, []byte("\r\n")) {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	s := &Seal{}
	if err := json.Unmarshal(data, s); err != nil {
		return nil, ErrForm
	}
	if s.Format != Format {
		return nil, ErrFormat
	}
	same := matcher{rest: data}
	if s.write(&same); same.other || len(same.rest) > 0 {
		return nil, ErrForm
	}
	for i, p := range s.Parts {
		if i > 0 && p.Name <= s.Parts[i-1].Name || p.Fields == nil || unclear(p.Name, "") {
			return nil, ErrForm
		}
		for path, value := range p.Fields {
			if path == "" || value == "" || unclear(path, "=") || unclear(value, "") {
				return nil, ErrForm
			}
		}
		if p.Hash != hashFields(p.Fields) {
			return nil, ErrHash
		}
	}
	if s.Root != s.root() {
		return nil, ErrHash
	}
	return s, nil
}

// A matcher holds what is written against a text; rest is what is still to come.
type matcher struct {
	rest  []byte
	other bool // the text is another one
}

func (m *matcher) Write(p []byte) (int, error) {
	rest, ok := bytes.CutPrefix(m.rest, p)
	m.rest, m.other = rest, m.other || !ok
	return len(p), nil
}

// unclear reports whether a text would make the lines that are hashed ambiguous.
func unclear(text, also string) bool { return strings.ContainsAny(text, "\n\r\x00"+also) }

// results is what the names of parts that hold results begin with.
const results = "hasil/"

// texts is what the names of parts end in that no score depends on.
const texts = "/teks"

// Editorial reports whether no score depends on a part.
func Editorial(part string) bool {
	of, ok := strings.CutSuffix(part, texts)
	return ok && (of == "edisi" || strings.Contains(of, "/")) // of inovasi/teks, teks is the id
}

// byName returns the parts of inputs or of results.
func (s *Seal) byName(result bool) map[string]Part {
	m := make(map[string]Part, len(s.Parts))
	for _, p := range s.Parts {
		if strings.HasPrefix(p.Name, results) == result {
			m[p.Name] = p
		}
	}
	return m
}

// Inputs returns the parts that are not results, by name.
func (s *Seal) Inputs() map[string]Part { return s.byName(false) }

// Results returns the parts that are results, by name.
func (s *Seal) Results() map[string]Part { return s.byName(true) }

// Result returns the fields of a sealed result ("inovasi/kopi"); nil when the seal
// has none.
func (s *Seal) Result(of string) map[string]string { return s.Part(results + of) }

// Part returns the fields of a part by its name; nil when the seal has none.
func (s *Seal) Part(name string) map[string]string {
	i, ok := slices.BinarySearchFunc(s.Parts, name, func(p Part, name string) int { return strings.Compare(p.Name, name) })
	if !ok {
		return nil
	}
	return s.Parts[i].Fields
}
