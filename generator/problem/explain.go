package problem

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Find returns the code that a name means, in capitals or not. Where there is
// none, near are the codes that look most like it.
func Find(name string) (code Code, near []Code, ok bool) {
	code = Code(strings.ToUpper(strings.TrimSpace(name)))
	if _, ok := catalogue[code]; ok {
		return code, nil, true
	}
	digits := strings.TrimPrefix(string(code), "S")
	if len(digits) > len("1234") { // a word, not a mistyped code
		return "", nil, false
	}
	best := 1 // one digit in its place is the least that counts
	for _, c := range Codes() {
		same := 0
		for i, r := range []byte(c[1:]) {
			if i < len(digits) && digits[i] == r {
				same++
			}
		}
		if same > best {
			best, near = same, nil
		}
		if same == best && len(near) < 5 {
			near = append(near, c)
		}
	}
	return "", near, false
}

// Index prints every code with its title, a line each.
func Index(w io.Writer, lang Language) error {
	out := bufio.NewWriter(w)
	for _, c := range Codes() {
		fmt.Fprintf(out, "%s  %s\n", c, catalogue[c].in(lang).title)
	}
	return out.Flush()
}

// Title names the kind of problem in a few words.
func (c Code) Title(lang Language) string { return catalogue[c].in(lang).title }

// explainWidth is the width of the lines of an explanation.
const explainWidth = 80

// What stands before the parts of an explanation.
var (
	rightLabel = Words{"Contoh yang benar:", "An example of what is right:"}
	basisLabel = Words{"Dasar:", "Basis:"}
)

// Explain prints at length what a code means, what is right, and why. The code
// must be one of [Codes].
func Explain(w io.Writer, lang Language, code Code) error {
	out := bufio.NewWriter(w)
	words := catalogue[code].in(lang)
	fmt.Fprintf(out, "%s  %s\n\n", code, words.title)
	wrap(out, words.more)
	fmt.Fprintf(out, "\n%s\n\n", rightLabel.In(lang))
	for line := range strings.Lines(catalogue[code].example.text + "\n") {
		fmt.Fprint(out, strings.TrimRight("    "+line, " \n"), "\n")
	}
	fmt.Fprintln(out)
	wrap(out, basisLabel.In(lang)+" "+words.basis)
	return out.Flush()
}

// wrap prints a paragraph in lines of at most explainWidth characters.
func wrap(w io.Writer, text string) {
	column := 0
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > explainWidth:
			fmt.Fprintln(w)
			column = 0
		default:
			fmt.Fprint(w, " ")
			column++
		}
		fmt.Fprint(w, word)
		column += n
	}
	fmt.Fprintln(w)
}

// Codes returns every code in order.
func Codes() []Code {
	list := make([]Code, 0, len(catalogue))
	for c := range catalogue {
		list = append(list, c)
	}
	slices.Sort(list)
	return list
}
