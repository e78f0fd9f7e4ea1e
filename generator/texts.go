package generator

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"

	"siger/generator/content"
	"siger/generator/site"
)

// loadLanguages reads the interface's words in the languages of a site, that of the
// content first; Indonesian where broken content has none.
func loadLanguages(c Config, languages []string) (main *site.Texts, others []*site.Texts, err error) {
	if len(languages) == 0 || languages[0] == "" {
		languages = append(content.Languages[:1:1], languages[min(1, len(languages)):]...)
	}
	if main, err = loadTexts(c, languages[0]); err != nil {
		return nil, nil, err
	}
	for i, language := range languages {
		if language == "" || slices.Contains(languages[:i], language) || i == 0 {
			continue // what is wrong with it has been reported
		}
		texts, err := loadTexts(c, language)
		if err != nil {
			return nil, nil, err
		}
		texts.Marked = true
		others = append(others, texts)
	}
	return main, others, nil
}

// loadTexts reads the interface's words in a language: the embedded ones, with
// those that --layouts changes laid over them.
func loadTexts(c Config, language string) (*site.Texts, error) {
	name := "i18n/" + language + ".yaml"
	defaults, err := fs.ReadFile(c.Defaults, name)
	if err != nil {
		return nil, fmt.Errorf("read texts: %w", err)
	}
	layouts, err := fs.ReadFile(c.Layouts, name)
	if err != nil {
		return nil, fmt.Errorf("read texts: %w", err)
	}
	words, err := keptWords.get([2]string{string(defaults), string(layouts)}, func() (map[string]string, error) { return wordsOf(defaults, layouts) })
	if err != nil {
		return nil, fmt.Errorf("texts %s: %w", name, err)
	}
	return &site.Texts{Language: language, Words: words}, nil
}

var keptWords memo[[2]string, map[string]string]

// wordsOf reads a catalogue, and one whose words stand in for those of the first.
func wordsOf(defaults, layouts []byte) (map[string]string, error) {
	words, err := content.ParseTexts(defaults)
	if err != nil {
		return nil, err
	}
	changed, err := content.ParseTexts(layouts)
	if err != nil {
		return nil, err
	}
	for key, text := range changed {
		original, known := words[key]
		if known && !slices.Equal(verbs(original), verbs(text)) {
			return nil, fmt.Errorf("the text %q must hold the same placeholders as the original: %q", key, original)
		}
		words[key] = text
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
