package content

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldedLetters are those that are no letter of a to z with a mark.
var foldedLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ħ", "h", "ı", "i", "ł", "l", "þ", "th",
	"'", "", "’", "", "‘", "", "ʼ", "", "`", "", "´", "", "&", " dan ", "+", " plus ")

// Slug returns the id that follows from a name: small letters without marks,
// digits, and hyphens for all else, cut between words where it would be too long.
// It is "" for a name without any such letter.
func Slug(name string) string {
	name = foldedLetters.Replace(strings.ToLower(name))
	var words []string
	var word strings.Builder
	length := 0
	end := func() bool {
		if word.Len() == 0 {
			return true
		}
		if length += word.Len() + 1; length > maxSlug+1 {
			return false
		}
		words = append(words, word.String())
		word.Reset()
		return true
	}
	for _, r := range norm.NFKD.String(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			word.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case !end():
			return strings.Join(words, "-")
		}
	}
	last := word.String()
	if !end() && len(words) == 0 { // one endless word
		return last[:maxSlug]
	}
	return strings.Join(words, "-")
}
