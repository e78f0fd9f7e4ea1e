package site

import (
	"maps"
	"reflect"
	"strings"

	"siger/generator/award"
)

// resultSchema returns hasil.schema.json, the JSON Schema of hasil.json. Like the
// dictionary it is made by walking the document's types, so that it describes what
// is written and nothing else.
func (s *Site) resultSchema() map[string]any {
	schema := s.schemaOf(reflect.TypeFor[resultsDocument]())
	maps.Copy(schema, map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   s.t("berkas-hasil-json"),
	})
	schema["properties"].(map[string]any)["versi_skema"].(map[string]any)["const"] = SchemaVersion
	return schema
}

const decimalPattern = `(0|[1-9][0-9]*)(\.[0-9]+)?`

// schemaTexts are the texts that a document holds only certain values of.
var schemaTexts = map[reflect.Type]map[string]any{
	reflect.TypeFor[decimalText]():       {"type": "string", "pattern": "^" + decimalPattern + "$"},
	reflect.TypeFor[exactText]():         {"type": "string", "pattern": "^(" + decimalPattern + "|[1-9][0-9]*/[1-9][0-9]*)$"},
	reflect.TypeFor[award.Status]():      {"enum": award.Statuses},
	reflect.TypeFor[award.State]():       {"enum": award.States},
	reflect.TypeFor[award.Combination](): {"enum": award.Combinations},
	reflect.TypeFor[award.Subject]():     {"enum": award.Subjects},
	reflect.TypeFor[award.Measure]():     {"enum": append(award.Measures(award.Innovations), award.Measures(award.Agencies)...)},
}

func (s *Site) schemaOf(t reflect.Type) map[string]any {
	if text, ok := schemaTexts[t]; ok {
		return maps.Clone(text)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{s.schemaOf(t.Elem()), map[string]any{"type": "null"}}}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.schemaOf(t.Elem())}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.schemaOf(t.Elem())}
	case reflect.Int:
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.String:
		return map[string]any{"type": "string"}
	}
	properties, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		property := s.schemaOf(f.Type)
		property["description"] = s.t("json-" + f.Tag.Get("kamus"))
		properties[name] = property
		if options == "" {
			required = append(required, name)
		}
	}
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}
