package problem

// A Language is one in which messages can be read.
type Language string

// The languages of messages.
const (
	Indonesian Language = "id"
	English    Language = "en"
)

// Languages lists the languages; the first is the default.
var Languages = []Language{Indonesian, English}

type words struct{ text, hint string }

type entry struct{ id, en words }

func (e entry) in(lang Language) words {
	if lang == English {
		return e.en
	}
	return e.id
}
