package change

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"siger/generator/problem"
)

// Marker is the first line of a report in Markdown: a comment that nobody sees,
// by which a workflow finds what it wrote before.
const Marker = "<!-- siger diff -->"

// Limits of a comment. GitHub refuses one of more than 65,536 characters.
const (
	maxComment = 60000 // bytes of a report in Markdown
	maxRows    = 50    // rows of a section of it
	maxCell    = 300   // characters of a cell of it
	maxNotes   = 12    // notes of a row of it
)

// Markdown prints a report for a comment on a pull request: what happens to the
// awards first, the rest folded, and of long lists the beginning. It has at most
// 60,000 bytes. Nothing that an author wrote is Markdown in it.
func (o Output) Markdown(w io.Writer, r Report) error {
	c := &comment{output: o}
	c.write("%s\n## %s\n\n%s\n", Marker, o.say(wHeading), c.text(o.say(wCompared, o.Before, o.After)))
	for _, s := range o.ending(r) {
		c.write("\n%s\n", c.text(s))
	}
	for _, e := range r.Editions {
		c.write("\n### %s\n", c.text(o.heading(e)))
		loud, quiet := o.remarks(e)
		for _, s := range loud {
			c.write("\n> **%s**\n", c.text(s))
		}
		for _, s := range quiet {
			c.write("\n%s\n", c.text(s))
		}
		for _, s := range o.sections(e) {
			if s.first {
				c.section(s, "\n**"+c.title(s)+"**\n\n", "")
			}
		}
	}
	for _, e := range r.Editions {
		for _, s := range o.sections(e) {
			if !s.first {
				c.section(s, fmt.Sprintf("\n<details><summary>%d · %s</summary>\n\n", e.Year, c.title(s)), "\n</details>\n")
			}
		}
	}
	if c.left > 0 {
		c.b.WriteString("\n" + o.say(wSectionsLeft, c.left) + "\n")
	}
	_, err := io.WriteString(w, c.b.String())
	return err
}

// A comment is written as long as it is not too long.
type comment struct {
	output Output
	b      strings.Builder
	left   int // sections that found no place
}

// tail is kept free for what closes a section.
const tail = 500

func (c *comment) write(format string, args ...any) bool {
	s := fmt.Sprintf(format, args...)
	if c.b.Len()+len(s) > maxComment-tail {
		return false
	}
	c.b.WriteString(s)
	return true
}

func (c *comment) title(s section) string {
	return fmt.Sprintf("%s (%d)", c.text(s.title), len(s.rows))
}

// section writes rows as a table, as many as find a place.
func (c *comment) section(s section, open, end string) {
	leads := s.lead != ""
	head := fmt.Sprintf("| %s | %s |\n|---|---|\n", s.name, s.text)
	if leads {
		head = fmt.Sprintf("| %s | %s | %s |\n|---|---|---|\n", s.lead, s.name, s.text)
	}
	if c.left > 0 || !c.write("%s", open+head) {
		c.left++
		return
	}
	written := 0
	for _, r := range s.rows[:min(maxRows, len(s.rows))] {
		text := c.text(r.text)
		for i, note := range r.notes {
			if i == maxNotes {
				text += "<br>" + c.output.say(wMore, len(r.notes)-i)
				break
			}
			text += "<br>" + c.text(note)
		}
		line := "| " + c.text(r.name) + " | " + text + " |\n"
		if leads {
			line = "| " + c.text(r.lead) + " " + line
		}
		if !c.write("%s", line) {
			break
		}
		written++
	}
	if more := len(s.rows) - written; more > 0 {
		c.b.WriteString("\n" + c.output.say(wMore, more) + "\n")
	}
	c.b.WriteString(end)
}

// text makes plain text stand for itself, and cuts it where it is too long.
func (c *comment) text(s string) string {
	if utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell-1]) + "…"
	}
	return problem.Markdown(problem.Visible(s))
}

// MarkdownOfProblems prints what stands in the comment while the content has
// problems, so that no old report is taken for a new one.
func (o Output) MarkdownOfProblems(w io.Writer, problems int) error {
	_, err := fmt.Fprintf(w, "%s\n## %s\n\n%s\n", Marker, o.say(wHeading), o.say(wProblems, problems))
	return err
}
