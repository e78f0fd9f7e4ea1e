package change

import (
	"fmt"
	"io"
	"strings"

	"siger/generator/problem"
)

// A Format is a way to print a report.
type Format string

// The formats.
const (
	FormatText     Format = "text"
	FormatJSON     Format = "json"
	FormatMarkdown Format = "markdown"
)

// Formats lists the formats; the first is the default.
var Formats = []Format{FormatText, FormatJSON, FormatMarkdown}

// An Output says how a report is printed. The zero value prints Indonesian text.
type Output struct {
	Language problem.Language
	Root     string // put before each file name
	Color    bool   // for a terminal; text only
	Before   string // what is compared, for people
	After    string
	Problems int // of the content before
}

// Write prints a report in a format.
func (o Output) Write(w io.Writer, format Format, r Report) error {
	switch format {
	case FormatText:
		return o.Text(w, r)
	case FormatJSON:
		return o.JSON(w, r)
	case FormatMarkdown:
		return o.Markdown(w, r)
	}
	return fmt.Errorf("no format %q", format)
}

// say returns words in the language of the output.
func (o Output) say(w problem.Words, args ...any) string {
	if len(args) == 0 {
		return w.In(o.Language)
	}
	return fmt.Sprintf(w.In(o.Language), args...)
}

// heading names an edition with its status.
func (o Output) heading(e Edition) string {
	if e.Unsure {
		return fmt.Sprint(e.Year)
	}
	return fmt.Sprintf("%d · %s [%s]", e.Year, e.Name, o.arrow(string(e.Status.Before), string(e.Status.After)))
}

// remarks are sentences about an edition as a whole; loud ones come first.
func (o Output) remarks(e Edition) (loud, quiet []string) {
	switch {
	case e.Unsure:
		return []string{o.say(wUnsure)}, nil
	case e.Status.Before == "":
		return nil, []string{o.say(wNewEdition, o.grouped(fmt.Sprint(e.Size.After)))}
	case e.Status.After == "" && e.Reopened():
		return []string{o.say(wFinalGone)}, nil
	case e.Status.After == "":
		return nil, []string{o.say(wEditionGone)}
	case len(e.Unfounded()) > 0:
		loud = append(loud, o.say(wUnfounded))
	case e.Reopened() && e.Changed():
		loud = append(loud, o.say(wFinalResults))
	case e.Reopened():
		loud = append(loud, o.say(wFinalData))
	}
	if e.Status.Before != e.Status.After {
		quiet = append(quiet, o.say(wStatus, e.Status.Before, e.Status.After))
	}
	if e.Mixed {
		quiet = append(quiet, o.say(wCannotTell))
	} else if len(e.Rules) > 0 {
		var data, rules, both int
		for _, x := range e.Entries {
			switch {
			case x.Data && x.Rules:
				both++
			case x.Data:
				data++
			case x.Rules:
				rules++
			}
		}
		quiet = append(quiet, o.say(wAttributed, data, rules, both))
	}
	if !e.Changed() {
		quiet = append(quiet, o.say(wNoMove))
	} else if text := o.tally(e); text != "" {
		quiet = append(quiet, text)
	}
	return loud, quiet
}

// tally counts what happens to the innovations of an edition.
func (o Output) tally(e Edition) string {
	var up, down, band, state, gain, lose int
	for _, x := range e.Entries {
		b, a := x.Before, x.After
		switch {
		case b.State != a.State:
			state++
			continue
		case turn(b.Rank, a.Rank) > 0:
			up++
		case turn(b.Rank, a.Rank) < 0:
			down++
		}
		if b.Band != a.Band {
			band++
		}
	}
	for _, a := range e.Awards {
		for _, h := range a.Holders {
			switch {
			case h.Before.Number == 0:
				gain++
			case h.After.Number == 0:
				lose++
			}
		}
	}
	var parts []string
	for _, part := range []struct {
		words words
		n     int
	}{{wGain, gain}, {wLose, lose}, {wUp, up}, {wDown, down}, {wOtherBand, band}, {wOtherState, state}} {
		if part.n > 0 {
			parts = append(parts, o.say(part.words)+" "+o.grouped(fmt.Sprint(part.n)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, ", ")
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// ending are the sentences about the report as a whole.
func (o Output) ending(r Report) []string {
	var list []string
	if n := len(r.Texts); n > 0 {
		names := make([]string, 0, 3)
		for _, name := range r.Texts[:min(3, n)] {
			names = append(names, o.file(name))
		}
		text := o.say(wTexts, n, strings.Join(names, ", "))
		if n > 3 {
			text += ", " + o.say(wMore, n-3)
		}
		list = append(list, text+".")
	}
	if o.Problems > 0 {
		list = append(list, o.say(wBroken, o.Before, o.Problems))
	}
	if !r.Changed() {
		list = append(list, o.say(wNothing))
	}
	return list
}
