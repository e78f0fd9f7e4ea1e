package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// SchemaFolder is where a project keeps its schemas, in the content folder. A
// name that begins with a dot is no content.
const SchemaFolder = ".skema"

// A Schema describes one kind of file to editors: its keys, their meaning, and
// the values that this project has for them.
type Schema struct {
	Name  string // "edisi", "inovasi-2021"
	Title string
	Files string // a pattern of names in the content folder; "" when other schemas say more
	JSON  []byte // JSON Schema 2020-12
}

// File is where the schema belongs in the content folder.
func (s Schema) File() string { return SchemaFolder + "/" + s.Name + ".json" }

// Schemas returns the schemas of a project, one for each kind of file and one for
// the innovations of each edition. They are made of the shapes that [Load] reads
// by, and of the taxonomies, agencies and rubrics as far as those are without
// problems; where they are not, any id is right.
//
// A schema never refuses a file in which Load finds no problem, once the file is
// read as editors do: by YAML 1.2, where a date is a text. It finds most of what
// Load finds in a file by itself.
//
// The keywords are those that editors know: of the ones since draft 7 only $defs.
func Schemas(fsys fs.FS, lang problem.Language) ([]Schema, error) {
	l := newLoader(fsys)
	years, _, err := l.root()
	if err != nil {
		return nil, err
	}
	l.readShared()
	for _, year := range years {
		if err := l.readEdition(year); err != nil {
			return nil, err
		}
	}
	list := []Schema{
		l.schema(siteKind, siteFile, nil, lang),
		l.schema(taxonomyKind, taxonomyFile, nil, lang),
		l.schema(agencyKind, agencyFile, nil, lang),
		l.schema(pageKind, pageFolder+"/*.md", nil, lang),
		l.schema(editionKind, "[0-9][0-9][0-9][0-9]/"+editionFileName, nil, lang),
		l.schema(correctionKind, "[0-9][0-9][0-9][0-9]/"+correctionsFile, nil, lang),
		l.schema(innovationKind, "", nil, lang),
	}
	for _, e := range l.editions {
		list = append(list, l.schema(innovationKind, e.folder+"/"+innovationFolder+"/*.yaml", e, lang))
	}
	return list, nil
}

// SchemaLine returns the comment by which editors find the schema of a file. The
// name is one for which [Formats] is true.
func SchemaLine(file string) string {
	folder, _, inFolder := strings.Cut(file, "/")
	kind, _ := fileKind(file)
	name, up := kind.name, strings.Repeat("../", strings.Count(file, "/"))
	if kind.name == innovationKind.name && inFolder {
		name = innovationSchema(folder)
	}
	return schemaMark + up + SchemaFolder + "/" + name + ".json"
}

const schemaMark = "# yaml-language-server: $schema="

func innovationSchema(year string) string { return innovationKind.name + "-" + year }

const madeBySiger = "siger schema"

// schema makes the schema of a kind of file; edition is nil where the innovations
// of all editions are meant.
func (l *loader) schema(k kind, files string, edition *editionFile, lang problem.Language) Schema {
	b := &schemaBuilder{loader: l, lang: lang, edition: edition, defs: map[string]members{}}
	about := describe(k.name, lang)
	s := Schema{Name: k.name, Title: about.title, Files: files}
	if edition != nil {
		s.Name, s.Title = innovationSchema(edition.folder), fmt.Sprintf("%s %s", about.title, edition.folder)
	}
	body := b.value(k.name, k.form, false)
	if k.name == innovationKind.name {
		if conditions := b.conditions(); len(conditions) > 0 {
			body = append(body, member{"allOf", conditions})
		}
	}
	var defs members
	for name, def := range b.defs {
		defs = append(defs, member{name, def})
	}
	slices.SortFunc(defs, func(a, b member) int { return strings.Compare(a.key, b.key) })
	head := members{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$comment", madeBySiger},
		{"title", s.Title},
		{"description", about.text},
	}
	s.JSON = jsonText(append(append(head, body...), member{"$defs", defs}))
	return s
}

// A schemaBuilder makes one schema.
type schemaBuilder struct {
	*loader
	lang      problem.Language
	edition   *editionFile
	criterion *award.Criterion // whose mark is being described
	defs      map[string]members
}

// value describes the value under a path of keys. null says whether the author
// may leave it empty.
func (b *schemaBuilder) value(path string, f *form, null bool) members {
	if known := b.known(path, f, null); known != nil {
		return known
	}
	switch {
	case f.keys != nil:
		return b.mapping(path, f, null)
	case f.ids:
		return members{{"type", typeOf(null, "object")}, {"additionalProperties", b.value(path, f.each, true)}}
	case f.each != nil:
		return b.list(b.value(path, f.each, false), f, null)
	case f.rule.options != nil:
		list := make([]alternative, len(f.rule.options))
		for i, word := range f.rule.options {
			about := describe(path+"="+word, b.lang)
			list[i] = alternative{word, about.title, about.text}
		}
		return oneOf(list, null)
	}
	v := members{{"type", typeOf(null, f.rule.types...)}}
	if name := f.rule.name; name != "" {
		def := f.rule.schema
		if f.rule.code != "" {
			def = append(slices.Clip(def), member{"patternErrorMessage", fmt.Sprintf("%s (%s)", f.rule.code.Title(b.lang), f.rule.code)})
		}
		b.defs[name] = def
		v = append(v, member{"$ref", "#/$defs/" + name})
	}
	return v
}

// mapping describes the keys of a shape.
func (b *schemaBuilder) mapping(path string, f *form, null bool) members {
	var properties members
	var must []string
	for i, key := range f.keys {
		under := path + "." + key
		needed := f.required[i] || under == categoryPath && b.taxonomiesRead && slices.ContainsFunc(b.content.Taxonomies, isRequired)
		if needed {
			must = append(must, key)
		}
		about := describe(under, b.lang)
		properties = append(properties, member{key, titled(about.title, about.text, b.value(under, f.of[i], !needed))})
	}
	v := closed(properties, must, null)
	if f.some {
		v = append(v, member{"minProperties", 1})
	}
	return v
}

// closed describes a mapping with these keys and no other.
func closed(properties members, must []string, null bool) members {
	v := members{{"type", typeOf(null, "object")}, {"properties", properties}}
	if len(must) > 0 {
		v = append(v, member{"required", must})
	}
	for _, p := range properties {
		if otherType().MatchString(p.key) { // an editor may see another name
			return v
		}
	}
	return append(v, member{"additionalProperties", false})
}

func isRequired(t award.Taxonomy) bool { return t.Required }

func titled(title, text string, v members) members {
	head := members{{"title", title}}
	if text != "" {
		head = append(head, member{"description", text})
	}
	return append(head, v...)
}

// list describes a list of items, or an item alone.
func (b *schemaBuilder) list(item members, f *form, null bool, more ...member) members {
	v := members{{"type", typeOf(null && !f.single, "array")}, {"items", item}}
	if f.most > 0 {
		v = append(v, member{"maxItems", f.most})
	}
	v = append(v, more...)
	if !f.single {
		return v
	}
	either := []any{item, v}
	if null {
		either = append(either, members{{"type", "null"}})
	}
	return members{{"anyOf", either}}
}

// typeOf returns one type or a list of types.
func typeOf(null bool, types ...string) any {
	if null {
		types = append(slices.Clip(types), "null")
	}
	if len(types) == 1 {
		return types[0]
	}
	return types
}

// An alternative is a value that the author can choose.
type alternative struct {
	value       any
	title, text string
}

// oneOf describes a choice, with what editors show beside each value.
func oneOf(list []alternative, null bool) members {
	var all []any
	other := false
	for _, a := range list {
		all = append(all, append(members{{"const", a.value}}, titled(a.title, a.text, nil)...))
		word, _ := a.value.(string)
		other = other || otherType().MatchString(word)
	}
	if other { // an id such as 2021 is a number to an editor
		all = append(all, members{{"type", []string{"number", "boolean"}}})
	}
	if null {
		all = append(all, members{{"type", "null"}})
	}
	return members{{"oneOf", all}}
}

// reference moves a description to the definitions.
func (b *schemaBuilder) reference(name string, v members) members {
	b.defs[name] = v
	return members{{"$ref", "#/$defs/" + name}}
}

// IsSchema reports whether a file is a schema that Siger made, and may make again.
func IsSchema(data []byte) bool {
	return bytes.Contains(data, []byte(`"$comment": `+quoted(madeBySiger)))
}
