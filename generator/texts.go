package generator

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"

	"siger/generator/content"
	"siger/generator/site"
)

// loadTexts reads the interface's words in a language: the embedded ones, with
// those that --layouts changes laid over them.
func loadTexts(c Config, language string) (*site.Texts, error) {
	name := "i18n/" + language + ".yaml"
	words, err := readTexts(c.Defaults, name)
	if err != nil {
		return nil, err
	}
	changed, err := readTexts(c.Layouts, name)
	if err != nil {
		return nil, err
	}
	for key, text := range changed {
		original, known := words[key]
		if known && !slices.Equal(verbs(original), verbs(text)) {
			return nil, fmt.Errorf("%s: the text %q must hold the same placeholders as the original: %q", name, key, original)
		}
		words[key] = text
	}
	return &site.Texts{Language: language, Words: words}, nil
}

func readTexts(layouts fs.FS, name string) (map[string]string, error) {
	data, err := fs.ReadFile(layouts, name)
	if err != nil {
		return nil, fmt.Errorf("read texts: %w", err)
	}
	words, err := content.ParseTexts(data)
	if err != nil {
		return nil, fmt.Errorf("texts %s: %w", name, err)
	}
	return words, nil
}

var verbPattern = regexp.MustCompile(`%(\[\d+\])?.`)

// verbs returns the placeholders of a text in order.
func verbs(text string) []string {
	found := verbPattern.FindAllString(text, -1)
	slices.Sort(found)
	return found
}
