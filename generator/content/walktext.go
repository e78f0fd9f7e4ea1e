package content

import (
	"strings"
	"unicode"
)

// quoted passes a text in quotes.
func (w *walker) quoted() {
	quote := w.peek()
	w.next()
	for w.at < len(w.text) {
		r := w.peek()
		w.next()
		switch {
		case r == '\\' && quote == '"':
			w.next()
		case r == quote && quote == '\'' && w.peek() == quote:
			w.next()
		case r == quote:
			return
		}
	}
	w.fail()
}

// header passes the line that begins a block of text, and returns the
// indentation that it states, or 0.
func (w *walker) header(e *element) (explicit int) {
	w.next()
	for strings.ContainsRune("+-123456789", w.peek()) && w.peek() != 0 {
		if unicode.IsDigit(w.peek()) {
			explicit = int(w.peek() - '0')
		}
		w.next()
	}
	for w.peek() == ' ' {
		w.next()
	}
	if w.peek() == '#' {
		w.comment()
	}
	if w.at < len(w.text) {
		w.want('\n')
	}
	return explicit
}

// match passes the characters of a value, with whatever space is between them.
func (w *walker) match(value string) {
	for _, r := range value {
		if r == ' ' || r == '\n' {
			continue
		}
		for w.peek() == ' ' || w.peek() == '\n' {
			w.next()
		}
		if w.peek() != r {
			w.fail()
			return
		}
		w.next()
	}
}

// pieces returns the lines of a value that its author broke into several, nil
// where it is on one line or the lines are not all that there is to it.
func pieces(raw, value string) []string {
	lines := strings.Split(raw, "\n")
	for i := range lines {
		lines[i] = strings.Trim(lines[i], " ")
	}
	if len(lines) == 1 || strings.Join(lines, " ") != value {
		return nil
	}
	return lines
}

// folded returns the lines of a folded block without their indentation: what is
// stated, counted from the collection around, or that of the first line.
func (w *walker) folded(start, explicit int) []string {
	lines := strings.Split(string(w.text[start:w.at]), "\n")
	base := -1
	if explicit > 0 && len(w.chain) > 0 {
		base = w.chain[len(w.chain)-1].column - 1 + explicit
	}
	for i, line := range lines {
		text := strings.TrimLeft(line, " ")
		if base < 0 && text != "" {
			base = len(line) - len(text)
		}
		lines[i] = line[min(len(line), max(base, 0)):]
	}
	return lines
}
