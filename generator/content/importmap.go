package content

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/problem"
)

// An ImportMap says what the columns of a spreadsheet mean: the mapping file of
// siger import.
//
//	lembar: Inovasi              # sheet; the first that can be seen without it
//	baris_judul: 4               # row of the columns' headers; found without it
//	kolom:                       # header or letter of a column: field, or a list of them
//	  Nama Inovasi: nama
//	  D: [tujuan, ringkasan]
//	  Telepon: abaikan           # knowingly left out
//	tetap:                       # field: value for all rows
//	  kategori.bentuk: pelayanan-publik
//	nilai:                       # field: what cells hold: what they mean
//	  kategori.jenis: {Digital/IT: digital}
type ImportMap struct {
	Sheet     string
	HeaderRow int
	Columns   []MapEntry            // headers or letters
	Fixed     []MapEntry            // fields
	Values    map[string][]MapEntry // by field; what cells hold
}

// A MapEntry is one line of a mapping file.
type MapEntry struct {
	Key    string
	Values []string
	Pos    problem.Pos // of the values
	KeyPos problem.Pos
}

// Ignored is the field of a column that is knowingly left out.
const Ignored = "abaikan"

var importMapShape = shape[ImportMap]{
	{"lembar", optional, text(maxName, func(v *ImportMap) *string { return &v.Sheet })},
	{"baris_judul", optional, integer(1, 1<<20, func(v *ImportMap) *int { return &v.HeaderRow })},
	{"kolom", optional, entries(func(v *ImportMap) *[]MapEntry { return &v.Columns })},
	{"tetap", optional, entries(func(v *ImportMap) *[]MapEntry { return &v.Fixed })},
	{"nilai", optional, value[ImportMap]{listOf(listOf(textForm)), func(s *source, n *yaml.Node, field string, into *ImportMap) {
		if !s.want(n, yaml.MappingNode, field) {
			return
		}
		into.Values = map[string][]MapEntry{}
		s.pairs(n, field, func(k, v *yaml.Node) {
			var list []MapEntry
			entries(itself[[]MapEntry]).read(s, v, sub(field, k.Value), &list)
			for i := range list {
				list[i].KeyPos = s.pos(k)
			}
			into.Values[k.Value] = list
		})
	}}},
}

// entries reads a mapping of the author's keys to one or more texts.
func entries[T any](at func(*T) *[]MapEntry) value[T] {
	return value[T]{listOf(listOf(textForm)), func(s *source, n *yaml.Node, field string, into *T) {
		if !s.want(n, yaml.MappingNode, field) {
			return
		}
		s.pairs(n, field, func(k, v *yaml.Node) {
			e := MapEntry{Key: k.Value, Pos: s.pos(v), KeyPos: s.pos(k)}
			atMost(maxList, texts(func(e *MapEntry) *[]string { return &e.Values })).read(s, v, sub(field, k.Value), &e)
			*at(into) = append(*at(into), e)
		})
	}}
}

// ParseImportMap reads a mapping file. It is as strict as content is.
func ParseImportMap(file string, data []byte) (ImportMap, []problem.Problem) {
	var m ImportMap
	l := &loader{content: &Content{}}
	if len(data) > MaxFileSize {
		l.report(file, problem.LargeFile, size(MaxFileSize))
	} else if s := l.parse(file, data, 0); s != nil {
		importMapShape.read(s, s.root, "", &m)
	}
	problems := l.problems.Sorted()
	for i := range problems {
		problems[i].Fix = nil // siger fix mends content
	}
	return m, problems
}

// Text returns a mapping file with notes beside its columns, by their place.
func (m ImportMap) Text(head string, notes []string) string {
	var b strings.Builder
	for line := range strings.Lines(head) {
		b.WriteString("# " + line)
	}
	if m.Sheet != "" {
		fmt.Fprintf(&b, "lembar: %s\n", Quoted(m.Sheet))
	}
	if m.HeaderRow > 0 {
		fmt.Fprintf(&b, "baris_judul: %d\n", m.HeaderRow)
	}
	write := func(name string, list []MapEntry, notes []string) {
		if len(list) > 0 {
			b.WriteString(name + ":\n")
		}
		for i, e := range list {
			value := Quoted(strings.Join(e.Values, ""))
			if len(e.Values) != 1 {
				parts := make([]string, len(e.Values))
				for j, v := range e.Values {
					parts[j] = Quoted(v)
				}
				value = "[" + strings.Join(parts, ", ") + "]"
			}
			fmt.Fprintf(&b, "  %s: %s", Quoted(e.Key), value)
			if i < len(notes) && notes[i] != "" {
				b.WriteString(" # " + notes[i])
			}
			b.WriteString("\n")
		}
	}
	write("kolom", m.Columns, notes)
	write("tetap", m.Fixed, nil)
	return b.String()
}

// Quoted returns a text as one value of a YAML file, in quotes where it needs
// them.
func Quoted(v string) string { return scalarText(scalarNode(v), true, true) }

// Suggestion says which valid value a wrong one may have meant, or all of them
// where they are few.
func Suggestion(wrong string, valid []string) problem.Words { return choices(wrong, valid, few) }

// IsSlug reports whether a text can name an innovation's file.
func IsSlug(v string) bool { return isSlug(v) && !pagePattern().MatchString(v) }

// MaxSlug is the longest name of a file without its ending, in characters.
const MaxSlug = maxSlug

// IsWebAddress reports whether a text is the absolute address of something on
// the web.
func IsWebAddress(v string) bool { return webAddress(v) }
