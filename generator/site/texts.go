package site

import (
	"fmt"
	"strconv"
	"strings"

	"siger/generator/internal/pattern"
)

// Texts are the words of the interface in one language, by key.
type Texts struct {
	Language string // BCP 47
	Words    map[string]string
	Marked   bool // the content is in another language; see [Own]
}

// Get returns the words of a key with %s and %[n]s replaced by the arguments, and
// {n:…} by the form that fits argument n; see [form]. A key that is missing is an
// error: a page must not go out with a hole in it.
func (t *Texts) Get(key string, args ...any) (string, error) {
	words, ok := t.Words[key]
	if !ok {
		return "", fmt.Errorf("no text for %q in language %s", key, t.Language)
	}
	if len(args) > 0 {
		words = fmt.Sprintf(t.inflected(words, args), t.marked(args)...)
	}
	if t.Marked {
		return Own + words + Other, nil
	}
	return words, nil
}

// marked returns arguments that stand in the words of a page in a further language:
// each begins as content.
func (t *Texts) marked(args []any) []any {
	if !t.Marked {
		return args
	}
	list := make([]any, len(args))
	for i, a := range args {
		list[i] = a
		if s, ok := a.(string); ok {
			list[i] = Other + s + Own
		}
	}
	return list
}

// FormPattern matches a choice of forms in a text: {1:innovation|innovations}.
var FormPattern = pattern.Lazy(`\{(\d):([^{}|]*(?:\|[^{}|]*)+)\}`)

func (t *Texts) inflected(words string, args []any) string {
	if !strings.Contains(words, "{") {
		return words
	}
	return FormPattern().ReplaceAllStringFunc(words, func(match string) string {
		parts := FormPattern().FindStringSubmatch(match)
		n, _ := strconv.Atoi(parts[1]) // one digit
		if n < 1 || n > len(args) {
			return match // TestLanguages does not let it get so far
		}
		return form(Unmarked(fmt.Sprint(args[n-1])), strings.Split(parts[2], "|"))
	})
}

// form returns which form a number as it is written takes in English: of two the
// first for 1, of four that of an ordinal (1st, 2nd, 3rd, others), after the plural
// rules of CLDR. Indonesian has one form for all numbers and needs no choice.
func form(number string, forms []string) string {
	last := len(forms) - 1
	if number == "" {
		return forms[last]
	}
	if last == 1 {
		if number == "1" {
			return forms[0]
		}
		return forms[1]
	}
	teens := len(number) > 1 && number[len(number)-2] == '1'
	if i := strings.IndexByte("123", number[len(number)-1]); i >= 0 && i < last && !teens {
		return forms[i]
	}
	return forms[last]
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
