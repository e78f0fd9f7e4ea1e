package generator_test

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"siger/generator/content"
	"siger/generator/site"
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
	placeholder := regexp.MustCompile(`%(\[\d+\])?.|\{[a-z]+\}`)
	for _, key := range slices.Sorted(maps.Keys(indonesian)) {
		other, ok := english[key]
		a, b := placeholder.FindAllString(indonesian[key], -1), placeholder.FindAllString(other, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !ok || other == "" || !slices.Equal(a, b) {
			t.Errorf("%s: Indonesian %q, English %q", key, indonesian[key], other)
		}
		if strings.Contains(indonesian[key], ":") && site.FormPattern().MatchString(indonesian[key]) {
			t.Errorf("%s: Indonesian has no forms of number: %q", key, indonesian[key])
		}
		for _, form := range site.FormPattern().FindAllStringSubmatch(other, -1) {
			values := len(regexp.MustCompile(`%(\[\d+\])?s`).FindAllString(other, -1))
			choices := strings.Count(form[2], "|") + 1
			if n, _ := strconv.Atoi(form[1]); n < 1 || n > values || choices != 2 && choices != 4 {
				t.Errorf("%s: %s of %d values in %q", key, form[0], values, other)
			}
		}
		if strings.ContainsAny(placeholder.ReplaceAllString(site.FormPattern().ReplaceAllString(other, ""), ""), "{}") {
			t.Errorf("%s: a brace that is no placeholder: %q", key, other)
		}
	}
	for key := range english {
		if _, ok := indonesian[key]; !ok {
			t.Errorf("%s is there in English only", key)
		}
	}
}
