package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"siger/generator/content"
	"siger/generator/internal/pattern"
	"siger/generator/site"
	"siger/generator/store"
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
	key, err := store.DigestOf(string(defaults), string(layouts))
	if err != nil {
		return nil, fmt.Errorf("read texts: %w", err)
	}
	build := func() (map[string]string, error) { return wordsOf(defaults, layouts) }
	words, err := stored(&keptWords, c.Store, "kata-"+language, key, build, packWords, unpackWords)
	if err != nil {
		return nil, fmt.Errorf("texts %s: %w", name, err)
	}
	return &site.Texts{Language: language, Words: words}, nil
}

var keptWords memo[store.Key, map[string]string]

func packWords(words map[string]string) []string {
	list := make([]string, 0, 2*len(words))
	for _, key := range slices.Sorted(maps.Keys(words)) {
		list = append(list, key, words[key])
	}
	return list
}

func unpackWords(list []string) map[string]string {
	words := make(map[string]string, len(list)/2)
	for i := 1; i < len(list); i += 2 {
		words[list[i-1]] = list[i]
	}
	return words
}

// wordsOf reads a catalogue, and one whose words stand in for those of the first.
func wordsOf(defaults, layouts []byte) (map[string]string, error) {
	words, err := content.ParseTexts(defaults)
	if err != nil || bytes.Equal(layouts, defaults) {
		return words, err
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

var verbPattern = pattern.Lazy(`%(\[\d+\])?.`)

// verbs returns the placeholders of a text in order.
func verbs(text string) []string {
	found := verbPattern().FindAllString(text, -1)
	slices.Sort(found)
	return found
}
