package generator_test

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"testing"

	"siger/generator/content"
	"siger/layouts"
)

// TestLanguages: the interface has the same words in both languages, with the
// same placeholders.
func TestLanguages(t *testing.T) {
	read := func(language string) map[string]string {
		data, err := fs.ReadFile(layouts.Default(), "i18n/"+language+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		words, err := content.ParseTexts(data)
		if err != nil {
			t.Fatal(err)
		}
		return words
	}
	indonesian, english := read("id"), read("en")
	placeholder := regexp.MustCompile(`%(\[\d+\])?.|\{n\}`)
	for _, key := range slices.Sorted(maps.Keys(indonesian)) {
		other, ok := english[key]
		a, b := placeholder.FindAllString(indonesian[key], -1), placeholder.FindAllString(other, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !ok || other == "" || !slices.Equal(a, b) {
			t.Errorf("%s: Indonesian %q, English %q", key, indonesian[key], other)
		}
	}
	for key := range english {
		if _, ok := indonesian[key]; !ok {
			t.Errorf("%s is there in English only", key)
		}
	}
}
