package change

import (
	"fmt"
	"path"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// brief is an outcome in a word or two.
func (o Output) brief(x Outcome) string {
	switch {
	case x.ID == "":
		return o.say(wAbsent)
	case x.State != award.Rated:
		return o.state(x)
	}
	return o.say(wBrief, rank(x), o.number(x.Score))
}

// state says in words where an innovation stands, and why.
func (o Output) state(x Outcome) string {
	if x.State == award.Rated {
		return o.say(wRated, o.number(x.Score))
	}
	text := o.say(states[x.State])
	if len(x.Reasons) > 0 {
		text += " (" + strings.Join(x.Reasons, ", ") + ")"
	}
	return text
}

func (o Output) given(g *Given) string {
	if g == nil {
		return ""
	}
	level := o.machine(g.Level.String())
	if len(g.Levels) == 1 {
		return level
	}
	return numbers(g.Levels) + " = " + level
}

func rank(x Outcome) string { return shared(x.Rank, x.Tied) }

func place(p Place) string { return shared(p.Number, p.Tied) }

// shared writes a rank, marked where somebody else has it, too; "" for none.
func shared(n int, tied bool) string {
	switch {
	case n == 0:
		return ""
	case tied:
		return fmt.Sprint(n, "=")
	}
	return fmt.Sprint(n)
}

// arrow writes what something was and is; what stays is written once.
func (o Output) arrow(was, is string) string {
	none := func(s string) string {
		if s == "" {
			return "–"
		}
		return s
	}
	if was == is {
		return none(is)
	}
	return none(was) + " → " + none(is)
}

// turn is 1 for a better rank, -1 for a worse one; 0 is no rank, which is worst.
func turn(was, is int) int {
	switch {
	case was == is:
		return 0
	case was == 0 || is > 0 && is < was:
		return 1
	}
	return -1
}

func (o Output) position(file string, line int) string {
	return problem.Pos{File: file, Line: line}.Place(o.Root)
}

func (o Output) file(name string) string { return path.Join(o.Root, name) }

func (o Output) number(d award.Decimal) string { return o.machine(d.String()) }

func (o Output) delta(d award.Delta) string {
	s := d.String()
	if sign := strings.TrimLeft(s, "+-"); sign != s {
		return strings.Replace(s[:1], "-", "−", 1) + o.machine(sign)
	}
	return o.machine(s)
}

// machine writes a number given in machine form for readers.
func (o Output) machine(s string) string {
	point := ","
	if o.Language == problem.English {
		point = "."
	}
	whole, fraction, ok := strings.Cut(s, ".")
	if !ok {
		return o.grouped(s)
	}
	return o.grouped(whole) + point + fraction
}

// grouped writes a whole number with groups of three digits.
func (o Output) grouped(s string) string {
	group := "."
	if o.Language == problem.English {
		group = ","
	}
	for i := len(s) - 3; i > 0 && !strings.Contains(s, "/"); i -= 3 {
		s = s[:i] + group + s[i:]
	}
	return s
}
