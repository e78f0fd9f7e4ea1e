package generator_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"siger/generator/content"
	"siger/generator/problem"
)

// A schema says less than the checks: these are the codes that it always finds.
// Of the others it may find some: a missing item, an id that is taken.
var schemaFinds = []problem.Code{
	problem.UnknownKey, problem.WrongKind, problem.TooLong, problem.NotInteger, problem.NotDecimal, problem.NotDay,
	problem.NotSlug, problem.NotLink, problem.NotChoice, problem.NotBaseURL, problem.TooManyItems,
	problem.UnknownAgency, problem.UnknownTaxonomy, problem.UnknownTerm, problem.UnknownCriterion, problem.UnknownLevel, problem.UnknownNeed,
	problem.NoCategory, problem.NeededByTerm, problem.NoEvidence, problem.NotRated, problem.SingleTerm, problem.TermTwice, problem.NoLevel,
}

// schemaMisses are the cases where an editor reads another value than is written, or
// would have to look at a value beside it.
var schemaMisses = map[string]string{
	"objection-effect": "the levels that there are depend on kriteria",
	"integer-octal":    "007 is the number 7 by YAML 1.2",
}

// TestSchemas holds the schemas to the checks: every file of the real content and
// of the small site fits its schema, and in every broken case no file is refused
// that has no problem of its own, while those that have one of schemaFinds are.
func TestSchemas(t *testing.T) {
	judged(t)
	t.Parallel()
	for name, folder := range map[string]fs.FS{"content": realContent(), "kecil": smallSite(t)} {
		if n := len(compareSchemas(t, name, folder, nil)); n < 10 {
			t.Errorf("%s: only %d files were judged", name, n)
		}
	}
	cases, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(cases) < 80 {
		t.Fatalf("found %d cases (%v); want at least 80", len(cases), err)
	}
	found := map[problem.Code]bool{}
	small := smallSite(t)
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := maps.Clone(small)
		applyEdits(t, files, string(archive.Comment))
		for _, f := range archive.Files[:len(archive.Files)-1] {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		_, problems, err := content.Load(files)
		if err != nil {
			t.Fatal(err)
		}
		broken := map[string][]problem.Code{}
		for _, p := range problems {
			broken[p.File] = append(broken[p.File], p.Code)
		}
		name = strings.TrimSuffix(filepath.Base(name), ".txtar")
		for file, refused := range compareSchemas(t, name, files, broken) {
			for _, code := range broken[file] {
				found[code] = found[code] || refused && slices.Contains(schemaFinds, code)
			}
		}
	}
	for _, code := range schemaFinds {
		if !found[code] {
			t.Errorf("no case shows that a schema finds %s", code)
		}
	}
}

// judgements are the answers of schemas about files, and compiled the schemas
// themselves, by their bytes: in most cases all but one file is the same.
var (
	judgements = map[[2]string]judgement{}
	compiled   = map[string]*jsonschema.Schema{}
)

type judgement struct {
	err error // of the schema
	ok  bool  // the file can be read
}

// judge judges a file by a schema.
func judge(t *testing.T, s content.Schema, file string, data []byte) judgement {
	t.Helper()
	key := [2]string{string(s.JSON), path.Ext(file) + string(data)}
	j, known := judgements[key]
	if known {
		return j
	}
	var value any
	if value, j.ok = asEditors(file, data); j.ok {
		schema := compiled[string(s.JSON)]
		if schema == nil {
			schema = compileSchema(t, s.File(), s.JSON)
			compiled[string(s.JSON)] = schema
		}
		j.err = schema.Validate(value)
	}
	judgements[key] = j
	return j
}

// compareSchemas judges the files of a content folder by its schemas, and returns
// whether each was refused.
func compareSchemas(t *testing.T, name string, folder fs.FS, broken map[string][]problem.Code) map[string]bool {
	t.Helper()
	schemas, err := content.Schemas(folder, problem.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	judged := map[string]bool{}
	for _, s := range schemas {
		files, err := fs.Glob(folder, s.Files)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := fs.ReadFile(folder, file)
			if err != nil {
				t.Fatal(err)
			}
			j := judge(t, s, file, data)
			if !j.ok {
				continue
			}
			err = j.err
			judged[file] = err != nil
			certain := slices.ContainsFunc(broken[file], func(c problem.Code) bool { return slices.Contains(schemaFinds, c) })
			switch {
			case err != nil && len(broken[file]) == 0:
				t.Errorf("%s: %s has no problem, but its schema refuses it: %v", name, file, err)
			case err == nil && certain && schemaMisses[name] == "":
				t.Errorf("%s: the schema does not refuse %s, which has %v", name, file, broken[file])
			}
		}
	}
	return judged
}

// TestSchemasNeverRefuse puts strange values in the place of others, one at a time:
// a schema must not refuse what Load finds nothing wrong with.
func TestSchemasNeverRefuse(t *testing.T) {
	judged(t)
	t.Parallel()
	values := []string{
		"2021", "007", "1e5", "0x1F", "-1", "3.0", ".5", "1_000", "12:30", "true", "False", "no", "~", "''", "' '", "2021-06", "2021-06-16",
		"'2'", "' 2 '", "\"30.5\"", "[]", "[1, 2]", "[2021]", "{}", "{a: 1}", "[[]]", "dinas-a", "[dinas-a]", "draf", "'draf '",
		"https://contoh.example/a", "HTTPS://contoh.example", "https://contoh.example/\u00e9", "'  " + strings.Repeat("a ", 99) + "a  '",
		strings.Repeat("é", 200), strings.Repeat("a", 601), "\"a\\nb\"",
	}
	files := smallSite(t)
	schemas, err := content.Schemas(files, problem.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	tried, accepted := 0, 0
	for _, s := range schemas {
		compiled := compileSchema(t, s.File(), s.JSON)
		names, err := fs.Glob(files, s.Files)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			original := files[name]
			for i, place := range scalarPlaces(original.Data) {
				for j, value := range values {
					if (i+j)%5 != 0 { // every value comes to every kind of place often enough
						continue
					}
					changed := slices.Concat(original.Data[:place[0]], []byte(value), original.Data[place[1]:])
					tried++
					judged, ok := asEditors(name, changed)
					if !ok {
						continue
					}
					if err := compiled.Validate(judged); err != nil {
						files[name] = &fstest.MapFile{Data: changed}
						_, problems, loadErr := content.Load(files)
						if loadErr != nil {
							t.Fatal(loadErr)
						}
						if !slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.File == name }) {
							t.Errorf("%s with %s in the place of %s: refused, but right: %v", name, value, original.Data[place[0]:place[1]], err)
						}
						continue
					}
					accepted++
				}
			}
			files[name] = original
		}
	}
	if tried < 1000 || accepted < tried/20 {
		t.Errorf("%d values tried, %d accepted: too few to show anything", tried, accepted)
	}
}

// scalarPlaces returns where the plain values of a file stand.
func scalarPlaces(data []byte) (places [][2]int) {
	var document yaml.Node
	offset := 0
	text := data
	if rest, ok := bytes.CutPrefix(data, []byte("---\n")); ok {
		offset = 4
		text, _, _ = bytes.Cut(rest, []byte("\n---\n"))
	}
	if yaml.Unmarshal(text, &document) != nil {
		return nil
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 {
				continue
			}
			walk(c)
		}
		if n.Kind != yaml.ScalarNode || n.Style != 0 || strings.Contains(n.Value, "\n") {
			return
		}
		at := offset
		for _, line := range lines[:n.Line-1] {
			at += len(line)
		}
		for range n.Column - 1 {
			_, size := utf8.DecodeRune(data[at:])
			at += size
		}
		if bytes.HasPrefix(data[at:], []byte(n.Value)) {
			places = append(places, [2]int{at, at + len(n.Value)})
		}
	}
	walk(&document)
	return places
}

// compileSchema compiles a schema of draft 2020-12.
func compileSchema(t *testing.T, name string, data []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource(name, document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return compiled
}

// asEditors reads a file as the YAML language server does: by the core schema of
// YAML 1.2, which has no dates. It reports whether the file could be read.
func asEditors(file string, data []byte) (any, bool) {
	if path.Ext(file) == ".md" {
		_, rest, ok := bytes.Cut(data, []byte("---\n"))
		head, _, ok2 := bytes.Cut(rest, []byte("\n---\n"))
		if !ok || !ok2 {
			return nil, false
		}
		data = head
	}
	var document yaml.Node
	if yaml.Unmarshal(data, &document) != nil || len(document.Content) == 0 {
		return nil, false
	}
	return coreValue(document.Content[0])
}

var (
	coreInteger = regexp.MustCompile(`^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$`)
	coreFloat   = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

func coreValue(n *yaml.Node) (any, bool) {
	switch n.Kind {
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, c := range n.Content {
			v, ok := coreValue(c)
			if !ok {
				return nil, false
			}
			list[i] = v
		}
		return list, true
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, ok := coreValue(n.Content[i+1])
			if !ok || n.Content[i].Kind != yaml.ScalarNode {
				return nil, false
			}
			object[n.Content[i].Value] = v
		}
		return object, true
	case yaml.ScalarNode:
	default:
		return nil, false // content has no aliases
	}
	v := n.Value
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return v, true
	case v == "", v == "~", v == "null", v == "Null", v == "NULL":
		return nil, true
	case v == "true", v == "True", v == "TRUE":
		return true, true
	case v == "false", v == "False", v == "FALSE":
		return false, true
	case coreInteger.MatchString(v):
		if digits := strings.TrimLeft(v, "+-0"); strings.HasPrefix(v, "0o") || strings.HasPrefix(v, "0x") {
			i, _ := new(big.Int).SetString(v, 0)
			return json.Number(i.String()), true
		} else if digits == "" {
			return json.Number("0"), true
		} else if v[0] == '-' {
			return json.Number("-" + digits), true
		} else {
			return json.Number(digits), true
		}
	case coreFloat.MatchString(v):
		f, _, err := big.ParseFloat(v, 10, 200, big.ToNearestEven)
		if err != nil {
			return nil, false
		}
		return json.Number(f.Text('g', 40)), true
	}
	return v, true
}

// TestSchemasRepeat: the same content gives the same bytes, in either language.
func TestSchemasRepeat(t *testing.T) {
	for _, lang := range problem.Languages {
		first, err := content.Schemas(os.DirFS("../content"), lang)
		if err != nil {
			t.Fatal(err)
		}
		second, err := content.Schemas(os.DirFS("../content"), lang)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(first, second, func(a, b content.Schema) bool { return bytes.Equal(a.JSON, b.JSON) && a.Name == b.Name }) {
			t.Errorf("the schemas in %s differ from one run to the next", lang)
		}
		names := map[string]bool{}
		for _, s := range first {
			names[s.Name] = true
		}
		for _, want := range []string{"situs", "klasifikasi", "perangkat-daerah", "halaman", "edisi", "inovasi", "inovasi-2021", "inovasi-2023"} {
			if !names[want] {
				t.Errorf("there is no schema %s but %v", want, slices.Sorted(maps.Keys(names)))
			}
		}
	}
}
