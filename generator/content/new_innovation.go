package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/problem"
)

// A Draft is what is known of an innovation whose file is to be made.
type Draft struct {
	Slug       string
	Name       string
	Agency     string
	Categories []award.Category
	Fields     map[string]string // further values, by keys of DraftFields
}

// noSummary stands in a new file until the author writes the summary, which every
// innovation must have.
const noSummary = "Ringkasan belum ditulis."

// DraftFields returns the keys of an innovation beyond its name and agency that
// can have a single value, in canonical order.
func DraftFields() []string {
	var keys []string
	for _, k := range innovationShape[2:] {
		if f := k.value.form; f.keys == nil && (f.each == nil || f.single) {
			keys = append(keys, k.name)
		}
	}
	return keys
}

// CheckField returns what is wrong with a value of an innovation by itself.
func CheckField(key, value string) []problem.Problem {
	l := &loader{}
	s := &source{problems: &l.problems}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Style: yaml.DoubleQuotedStyle}
	if i := innovationShape.index(key); i >= 0 {
		innovationShape[i].value.read(s, n, key, &award.Innovation{})
	}
	return l.problems.Sorted()
}

// CheckSlug returns what keeps a slug from being the name of an innovation's file.
func CheckSlug(slug string) []problem.Problem {
	switch {
	case !isSlug(slug):
		return []problem.Problem{problem.At(problem.Pos{}, "", problem.NotSlug, slug)}
	case pagePattern().MatchString(slug):
		return []problem.Problem{problem.At(problem.Pos{}, "", problem.ReservedID, slug)}
	}
	return nil
}

// InnovationFile returns the name of an innovation's file in the content folder.
func InnovationFile(year int, slug string) string {
	return strconv.Itoa(year) + "/" + innovationFolder + "/" + slug + ".yaml"
}

// NewInnovation returns the file of a new innovation in the canonical layout: what
// is known of it, and every other field in comments that say what it is for, with
// the terms of the taxonomies and the levels of the edition's criteria. Without
// their number signs these lines are fields.
//
// Problems are those of the draft; the content must have no problem in its
// taxonomies and in the edition.
func (c *Content) NewInnovation(e *award.Edition, d Draft, lang problem.Language) ([]byte, []problem.Problem, error) {
	file := InnovationFile(e.Year, d.Slug)
	w := &draftWriter{lang: lang}
	w.WriteString(SchemaLine(file) + "\n")
	for _, k := range innovationShape {
		if k.name == silencesKey || k.name == objectionsKey { // for what is there
			continue
		}
		about := describe(innovationKind.name+"."+k.name, lang)
		w.WriteString("\n")
		explained := about.title + ": " + about.text
		if k.required || k.name == "kategori" && slices.ContainsFunc(c.Taxonomies, isRequired) {
			explained += problem.Words{ID: " Wajib.", EN: " Required."}.In(lang)
		}
		w.comment("", explained)
		switch value, f := d.Fields[k.name], k.value.form; {
		case k.name == "nama":
			w.single(k.name, d.Name, f)
		case k.name == "perangkat_daerah":
			w.single(k.name, d.Agency, f)
		case k.name == "kategori":
			w.categories(c.Taxonomies, d.Categories)
		case value != "":
			w.single(k.name, value, f)
		case k.name == "ringkasan":
			w.single(k.name, noSummary, f)
		case k.name == "penilaian":
			w.marks(&e.Rubric)
		default:
			w.later(k.name, f)
		}
	}
	out, problems, err := Format(file, []byte(w.String()))
	if err != nil {
		return nil, problems, fmt.Errorf("lay out a new innovation: %w", err)
	}
	return out, problems, nil
}

// A draftWriter writes the fields of a new innovation.
type draftWriter struct {
	strings.Builder
	lang problem.Language
}

const commentWidth = 100 // columns of a comment

// comment writes a comment in lines that each begin with a prefix.
func (w *draftWriter) comment(prefix, text string) {
	line := prefix + "#"
	for _, word := range strings.Fields(text) {
		if width(line)+1+width(word) > commentWidth && line != prefix+"#" {
			w.WriteString(line + "\n")
			line = prefix + "#"
		}
		line += " " + word
	}
	w.WriteString(line + "\n")
}

// single writes a field with its value.
func (w *draftWriter) single(key, value string, f *form) {
	if strings.Contains(value, "\n") && printable(value) {
		w.WriteString(key + ": |\n")
		for _, line := range strings.Split(strings.TrimRight(value, "\n"), "\n") {
			w.WriteString(strings.TrimRight("  "+line, " ") + "\n")
		}
		return
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: strings.TrimSpace(value)}
	w.WriteString(key + ": " + scalarText(n, f.text, false) + "\n")
}

// later writes a field without a value as a comment.
func (w *draftWriter) later(key string, f *form) {
	switch {
	case f.keys != nil:
		w.WriteString("# " + key + ":\n")
		for _, k := range f.keys {
			w.WriteString("#   " + k + ":\n")
		}
	case f.each != nil:
		w.WriteString("# " + key + ": []\n")
	case f.rule.name == "": // text of many lines
		w.WriteString("# " + key + ": |\n")
	default:
		w.WriteString("# " + key + ":\n")
	}
}

// categories writes the terms that are known; a taxonomy without one becomes a
// comment.
func (w *draftWriter) categories(taxonomies []award.Taxonomy, chosen []award.Category) {
	later := "" // the number sign of the block, when none of it is known
	if len(chosen) == 0 {
		later = "# "
	}
	w.WriteString(later + "kategori:\n")
	for i := range taxonomies {
		t := &taxonomies[i]
		i := slices.IndexFunc(chosen, func(c award.Category) bool { return c.Taxonomy == t.ID })
		w.comment(later+"  ", strings.TrimSuffix(t.Name+": "+t.Description, ": "))
		if i < 0 || len(chosen[i].Terms) == 0 {
			w.comment(later+"  ", w.terms(t))
			w.WriteString(later + "  # " + t.ID + ":\n")
			continue
		}
		terms := make([]string, len(chosen[i].Terms))
		for j, id := range chosen[i].Terms {
			n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: id}
			terms[j] = scalarText(n, true, true)
		}
		if t.Multiple {
			terms = []string{"[" + strings.Join(terms, ", ") + "]"}
		}
		w.WriteString("  " + t.ID + ": " + terms[0] + "\n")
	}
}

const manyTerms = 12 // of a taxonomy, too many to name in a comment

// terms names the terms that can be chosen.
func (w *draftWriter) terms(t *award.Taxonomy) string {
	if len(t.Terms) > manyTerms {
		return problem.Words{ID: "Pilihannya ada di klasifikasi.yaml.", EN: "The choices are in klasifikasi.yaml."}.In(w.lang)
	}
	names := make([]string, len(t.Terms))
	for i, term := range t.Terms {
		names[i] = term.ID + " (" + term.Name + ")"
	}
	return problem.Words{ID: "Pilihan: ", EN: "Choices: "}.In(w.lang) + strings.Join(names, ", ")
}

// marks writes the criteria with their levels as comments.
func (w *draftWriter) marks(r *award.Rubric) {
	for _, part := range []string{"tingkat", "alasan", "bukti"} {
		about := describe(markPath+"."+part, w.lang)
		w.comment("", about.title+": "+about.text)
	}
	evidence := "{" + strings.Join(evidenceShape.keys(), ": …, ") + ": …}"
	w.comment("", problem.Words{ID: "Satu bukti ditulis: ", EN: "A piece of evidence is written: "}.In(w.lang)+"- "+evidence)
	w.WriteString("# penilaian:\n")
	for i := range r.Criteria {
		c := &r.Criteria[i]
		w.comment("#   ", strings.TrimSuffix(c.Name+": "+c.Description, ": "))
		if c.EvidenceWant != "" {
			w.comment("#   ", describe(evidenceWantPath, w.lang).title+": "+c.EvidenceWant)
		}
		for j := range c.Levels {
			w.comment("#   ", levelText(&c.Levels[j], w.lang))
		}
		w.WriteString("#   " + c.ID + ":\n#     tingkat:\n#     alasan:\n#     bukti: []\n")
	}
}
