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

// An entry is what the catalogue says of a code.
type entry struct {
	id, en  words
	example example
	warning bool // see [Warning]
}

// The words of an entry. text names the facts of the problem with the verbs of
// package fmt; both languages take the same facts. The rest stands as it is.
type words struct {
	title string // the kind of problem, in a few words
	text  string // what was found and what is wanted
	hint  string // what to do; "" when the text says it all
	more  string // a paragraph for somebody who meets this for the first time
	basis string // the law, promise or technical reason that the rule rests on
}

// An example is a right value, as it stands in a file.
type example struct {
	language string // "yaml", "markdown" or "text"
	text     string
}

func (e entry) in(lang Language) words {
	if lang == English {
		return e.en
	}
	return e.id
}
