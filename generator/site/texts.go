package site

import (
	"fmt"
	"strings"
)

// Texts are the words of the interface in one language, by key.
type Texts struct {
	Language string // BCP 47
	Words    map[string]string
}

// Get returns the words of a key with %s and %[n]s replaced by the arguments. A
// key that is missing is an error: a page must not go out with a hole in it.
func (t *Texts) Get(key string, args ...any) (string, error) {
	words, ok := t.Words[key]
	if !ok {
		return "", fmt.Errorf("no text for %q in language %s", key, t.Language)
	}
	if len(args) == 0 {
		return words, nil
	}
	return fmt.Sprintf(words, args...), nil
}

// t is Get for the keys that this package uses itself; [Keys] lists them, and
// whoever loads texts checks that they are there.
func (s *Site) t(key string, args ...any) string {
	words, err := s.texts.Get(key, args...)
	if err != nil {
		panic(err)
	}
	return words
}

// title joins a page's own title and the site's name.
func (s *Site) title(parts ...string) string {
	return strings.Join(append(parts, s.content.Site.Name), " – ")
}
