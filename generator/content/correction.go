package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/problem"
	"siger/generator/seal"
)

const (
	sealFile        = "segel.json"
	correctionsFile = "koreksi.yaml"
)

// A Sealed is what a sealed edition has beside its content.
type Sealed struct {
	Seal        *seal.Seal        // nil when there are corrections only, or it cannot be read
	Corrections []seal.Correction // in the order of the file
	HasLedger   bool              // there is a file of corrections
}

// SizeLimit returns how many bytes a YAML or Markdown file of the content may have.
func SizeLimit(file string) int64 {
	if folder, name := path.Split(file); name == correctionsFile && isYear(strings.TrimSuffix(folder, "/")) {
		return MaxLedgerSize
	}
	return MaxFileSize
}

// SealFile returns the name of an edition's seal in the content folder.
func SealFile(year int) string { return fmt.Sprintf("%d/%s", year, sealFile) }

// CorrectionsFile returns the name of an edition's ledger of corrections.
func CorrectionsFile(year int) string { return fmt.Sprintf("%d/%s", year, correctionsFile) }

var changeShape = shape[seal.Change]{
	{"bagian", required, text(maxName, func(v *seal.Change) *string { return &v.Part })},
	{"isian", optional, text(maxName, func(v *seal.Change) *string { return &v.Field })},
	{"dari", optional, text(maxSealed, func(v *seal.Change) *string { return &v.Old })},
	{"menjadi", optional, text(maxSealed, func(v *seal.Change) *string { return &v.New })},
}

var correctionShape = shape[seal.Correction]{
	{"tanggal", required, day(func(v *seal.Correction) *award.Date { return &v.Date })},
	{"jenis", required, choice(seal.Kinds, func(v *seal.Correction) *seal.Kind { return &v.Kind })},
	{"keputusan", optional, text(maxLine, func(v *seal.Correction) *string { return &v.Decision })},
	{"alasan", required, text(maxLine, func(v *seal.Correction) *string { return &v.Reason })},
	{"perubahan", required, atMost(maxChanges, objects(changeShape, func(v *seal.Correction) *[]seal.Change { return &v.Changes }))},
}

var correctionsValue = atMost(maxCorrections, objects(correctionShape, itself[[]seal.Correction]))

// readSealed reads the seal of an edition, or its corrections.
func (l *loader) readSealed(year int, file string) {
	sealed := l.content.Sealed[year]
	if sealed == nil {
		sealed = &Sealed{}
		l.content.Sealed[year] = sealed
	}
	if file == SealFile(year) {
		sealed.Seal = l.readSeal(file, year)
		return
	}
	sealed.HasLedger = true
	if s := l.open(file); s != nil {
		sealed.Corrections = s.readCorrections()
	}
}

// hasLedger reports whether an edition has a file of corrections.
func (l *loader) hasLedger(e *editionFile) bool {
	sealed := l.content.Sealed[e.edition.Year]
	return sealed != nil && sealed.HasLedger
}

func (l *loader) readSeal(file string, year int) *seal.Seal {
	data, ok := l.read(file, seal.MaxSize)
	if !ok || !l.checkConflicts(file, data) {
		return nil
	}
	s, err := seal.Decode(data)
	switch {
	case errors.Is(err, seal.ErrFormat):
		l.report(file, problem.BadSeal, problem.Words{ID: "formatnya bukan format " + seal.Format, EN: "its format is not format " + seal.Format})
	case errors.Is(err, seal.ErrHash):
		l.report(file, problem.BadSeal, problem.Words{ID: "isinya tidak cocok dengan sidik jarinya", EN: "what it says does not fit its hashes"})
	case err != nil:
		l.report(file, problem.BadSeal, problem.Words{ID: "isinya bukan tulisan siger seal, atau pernah diubah", EN: "it is not as siger seal wrote it"})
	case s.Year != year:
		l.report(file, problem.BadSeal, problem.Words{ID: fmt.Sprintf("ini segel edisi %d", s.Year), EN: fmt.Sprintf("it is the seal of the edition %d", s.Year)})
	default:
		return s
	}
	return nil
}

// readCorrections reads a ledger and judges each record by itself.
func (s *source) readCorrections() []seal.Correction {
	var list []seal.Correction
	correctionsValue.read(s, s.root, "", &list)
	for i, c := range list {
		if _, given := lookup(s.find(itoa(i)), "keputusan"); c.Kind == seal.Substance && (given == nil || isNull(given)) {
			s.report(s.findKey(itoa(i), "keputusan"), item("", i)+".keputusan", problem.Missing, "keputusan")
		}
	}
	if s.failed {
		return list
	}
	for i, c := range list {
		if len(c.Changes) == 0 {
			s.report(s.find(itoa(i), "perubahan"), item("", i)+".perubahan", problem.Missing, "perubahan")
		}
		if i > 0 && c.Date.Before(list[i-1].Date) {
			s.report(s.find(itoa(i), "tanggal"), item("", i)+".tanggal", problem.CorrectionOrder, c.Date.String(), list[i-1].Date.String())
		}
	}
	return list
}

// JudgeLedger returns what [Load] would find wrong with a ledger by itself, but for what
// [AppendCorrections] leaves to a person.
func JudgeLedger(file string, ledger []byte) []problem.Problem {
	l := &loader{content: &Content{}}
	if len(ledger) > MaxLedgerSize {
		l.report(file, problem.LargeFile, size(MaxLedgerSize))
	} else if s := l.parse(file, ledger, 0); s != nil {
		s.readCorrections()
	}
	return slices.DeleteFunc(problem.Errors(l.problems.Sorted()), func(p problem.Problem) bool { return p.Code == problem.Missing })
}

// AppendCorrections returns a ledger with records added at its end. Dates, kinds and
// changes are filled in; the reason, and the decision where there must be one, are
// left for a person: until then the ledger has a problem at those lines.
func AppendCorrections(ledger []byte, drafts []seal.Correction) []byte {
	var b strings.Builder
	b.Write(ledger)
	if n := len(ledger); n > 0 && ledger[n-1] != '\n' {
		b.WriteByte('\n')
	}
	value := func(indent, key, v string) {
		if v != "" {
			fmt.Fprintf(&b, "%s%s: %s\n", indent, key, asText(v))
		}
	}
	for _, c := range drafts {
		fmt.Fprintf(&b, "- tanggal: %s\n  jenis: %s\n", c.Date, c.Kind)
		if c.Kind == seal.Substance {
			b.WriteString("  keputusan:\n")
		}
		b.WriteString("  alasan:\n  perubahan:\n")
		for _, change := range c.Changes {
			fmt.Fprintf(&b, "    - bagian: %s\n", asText(change.Part))
			value("      ", "isian", change.Field)
			value("      ", "dari", change.Old)
			value("      ", "menjadi", change.New)
		}
	}
	return []byte(b.String())
}

// asText writes a text as Format does.
func asText(v string) string {
	return scalarText(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: v}, true, false)
}

// A Located is a content file in which fields are looked for.
type Located struct {
	File string
	s    *source // nil where it cannot be read
}

// Locate reads a content file to look for fields in.
func Locate(fsys fs.FS, file string) *Located {
	data, err := readLimited(fsys, file, SizeLimit(file))
	if err != nil {
		return &Located{File: file}
	}
	root, _, err := parseYAML(data)
	if err != nil {
		return &Located{File: file}
	}
	return &Located{file, &source{file: file, text: data, root: root, problems: new(problem.List)}}
}

// Pos returns where a field stands, or what is nearest to it; the whole file where it
// cannot be read. The keys are those of mappings, the ids of list items that have ids,
// and the places of others.
func (l *Located) Pos(keys ...string) problem.Pos {
	if l.s == nil {
		return problem.Pos{File: l.File}
	}
	n := l.s.root
	for _, key := range keys {
		next := child(n, key)
		if next == nil {
			break
		}
		n = next
	}
	if n == l.s.root {
		return problem.Pos{File: l.File}
	}
	return l.s.pos(n)
}

// child returns the value under a key, or the item of a list with an id or place.
func child(n *yaml.Node, key string) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		for _, c := range n.Content {
			if _, id := lookup(c, "id"); id != nil && id.Value == key {
				return c
			}
		}
	}
	_, v := lookup(n, key)
	return v
}
