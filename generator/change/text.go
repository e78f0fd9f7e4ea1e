package change

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"siger/generator/problem"
)

const width = 80 // columns of text

// Text prints a report for people, at most 80 columns wide where words allow:
// awards first, then what changed of its own accord, then what only follows.
func (o Output) Text(w io.Writer, r Report) error {
	out := bufio.NewWriter(w)
	line := func(indent int, color, text string) {
		writeWrapped(out, indent, indent, text, o.ink(color))
	}
	line(0, "", o.say(wCompared, o.Before, o.After))
	for _, e := range r.Editions {
		fmt.Fprintln(out)
		line(0, "1", o.heading(e))
		loud, quiet := o.remarks(e)
		for _, s := range loud {
			line(2, "1;31", s)
		}
		for _, s := range quiet {
			line(2, "", s)
		}
		for _, s := range o.sections(e) {
			o.section(out, s)
		}
	}
	if list := o.ending(r); len(list) > 0 {
		fmt.Fprintln(out)
		for _, s := range list {
			line(0, "", s)
		}
	}
	return out.Flush()
}

func (o Output) section(out io.Writer, s section) {
	fmt.Fprintln(out)
	writeWrapped(out, 2, 2, fmt.Sprintf("%s (%d)", s.title, len(s.rows)), o.ink("1;36"))
	rows := s.rows
	if s.common > 0 && len(rows) > s.common {
		rows = rows[:s.common]
	}
	lead := 0
	for _, r := range rows {
		lead = max(lead, utf8.RuneCountInString(r.lead))
	}
	if lead > 0 {
		lead += 2
	}
	colors := map[int]string{1: "32", -1: "31"}
	for _, r := range rows {
		text := strings.Repeat(" ", 4) + r.lead + strings.Repeat(" ", lead-utf8.RuneCountInString(r.lead)) + r.name
		if r.text != "" {
			text += ": " + r.text
		}
		writeWrapped(out, 0, 4+lead, text, o.ink(colors[r.turn]))
		for _, note := range r.notes {
			writeWrapped(out, 4+lead+2, 4+lead+4, note, o.ink(""))
		}
	}
	if more := len(s.rows) - len(rows); more > 0 {
		fmt.Fprintln(out, strings.Repeat(" ", 4+lead)+o.say(wAllInJSON, more))
	}
}

// ink colours a line, or leaves it as it is.
func (o Output) ink(code string) func(string) string {
	if !o.Color || code == "" {
		return func(s string) string { return s }
	}
	return func(s string) string { return "\x1b[" + code + "m" + s + "\x1b[0m" }
}

// writeWrapped writes a text over lines of at most [width] columns, the first one
// indented by first, the others by rest. A word that is wider stays whole, so that
// names of files can be copied.
func writeWrapped(out io.Writer, first, rest int, text string, ink func(string) string) {
	text = problem.Visible(text)
	lead := len(text) - len(strings.TrimLeft(text, " "))
	line := strings.Repeat(" ", first+lead)
	column, start := first+lead, true
	flush := func() { fmt.Fprintln(out, ink(line)) }
	for word := range strings.SplitSeq(text[lead:], " ") {
		n := utf8.RuneCountInString(word)
		switch {
		case start:
		case column+1+n > width:
			flush()
			line, column = strings.Repeat(" ", rest), rest
		default:
			line, column = line+" ", column+1
		}
		line, column, start = line+word, column+n, false
	}
	line = strings.TrimRight(line, " ")
	flush()
}
