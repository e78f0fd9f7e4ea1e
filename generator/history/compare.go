package history

import (
	"bytes"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/internal/pattern"
)

// marks are those of one version, by criterion, each with the text that it was
// read from.
type marks map[string]marked

type marked struct {
	text string // "" where the file was read as a whole
	mark award.Mark
}

// compare returns the steps of a file, the latest first.
func (h *History) compare(p *past) []Step {
	var steps []Step
	now, seen := marks{}, false
	for i, v := range p.versions {
		step := Step{Commit: h.commit(v.Commit)}
		next, ok := marks{}, true
		if v.Blob == "" {
			step.Kind = Deleted
		} else if next, ok = read(p.texts[i], now); !ok {
			step.Kind = Unreadable
			steps = append(steps, step)
			continue
		}
		step.Marks = difference(now, next)
		now = next
		if len(step.Marks) == 0 && step.Kind != Deleted {
			continue
		}
		if step.Kind == Revised && !seen {
			step.Kind = First
		}
		seen = true
		steps = append(steps, step)
	}
	slices.Reverse(steps)
	return steps
}

// read reads the marks of a version, where it can by reading only the criteria
// whose text differs from that of the version before.
func read(data []byte, before marks) (marks, bool) {
	if data == nil {
		return nil, false
	}
	texts, ok := split(data)
	if !ok || len(texts) == 0 && len(before) > 0 { // marks that are gone may only be unreadable
		list, ok := content.PastMarks(data)
		next := make(marks, len(list))
		for _, m := range list {
			next[m.Criterion] = marked{mark: m}
		}
		return next, ok
	}
	next := make(marks, len(texts))
	changed := []byte("penilaian:\n")
	for criterion, text := range texts {
		if was, ok := before[criterion]; ok && was.text == text {
			next[criterion] = was
		} else {
			changed = append(changed, text...)
			if text[len(text)-1] != '\n' { // the end of the file
				changed = append(changed, '\n')
			}
		}
	}
	if len(next) == len(texts) {
		return next, true
	}
	list, ok := content.PastMarks(changed)
	for _, m := range list {
		next[m.Criterion] = marked{texts[m.Criterion], m}
	}
	return next, ok
}

var (
	marksLine     = pattern.Lazy(`^penilaian:[ \t]*(#.*)?$`)
	criterionLine = pattern.Lazy(`^ +([a-z0-9]+(?:-[a-z0-9]+)*):(?: |$)`)
)

// split returns the text of each criterion of a file that is laid out as Siger and
// people lay it out: penilaian is a key of the first column, and the criteria stand
// in lines of their own below it. ok is false for every other file.
func split(data []byte) (texts map[string]string, ok bool) {
	texts = map[string]string{}
	inside, found, indent := false, false, 0
	criterion, start, end := "", 0, 0 // the one that is being read
	keep := func() {
		if criterion != "" {
			texts[criterion] = string(data[start:end])
		}
	}
	at := 0
	for line := range bytes.Lines(data) {
		from := at
		at += len(line)
		text := bytes.TrimRight(line, "\r\n")
		if bytes.HasPrefix(text, []byte("penilaian")) {
			if found || !marksLine().Match(text) {
				return nil, false
			}
			found, inside = true, true
			continue
		}
		body := bytes.TrimLeft(text, " ")
		if len(body) > 0 && len(body) == len(text) {
			switch body[0] {
			case '"', '\'', '{', '?', '&', '!', '*', '%', '-': // no plain key
				return nil, false
			case '#':
			default:
				inside = false
			}
			continue
		}
		if !inside || len(body) == 0 {
			continue
		}
		depth := len(text) - len(body)
		if indent == 0 && body[0] != '#' {
			indent = depth
		}
		switch {
		case criterion != "" && depth > indent:
			end = at
			continue
		case body[0] == '#': // between criteria
			continue
		}
		key := criterionLine().FindSubmatch(text)
		if depth != indent || key == nil {
			return nil, false
		}
		keep()
		criterion, start, end = string(key[1]), from, at
		if _, twice := texts[criterion]; twice {
			return nil, false
		}
	}
	keep()
	return texts, true
}

// difference returns the criteria whose marks differ, by id.
func difference(before, after marks) []Mark {
	var list []Mark
	add := func(criterion string) {
		b, a := before[criterion], after[criterion]
		m := Mark{
			Criterion: criterion, Before: b.mark.Levels, After: a.mark.Levels,
			Reason: b.mark.Reason != a.mark.Reason, Evidence: !slices.Equal(b.mark.Evidence, a.mark.Evidence),
		}
		if m.Reason || m.Evidence || !slices.Equal(m.Before, m.After) {
			list = append(list, m)
		}
	}
	for criterion := range after {
		add(criterion)
	}
	for criterion := range before {
		if _, ok := after[criterion]; !ok {
			add(criterion)
		}
	}
	slices.SortFunc(list, func(a, b Mark) int { return strings.Compare(a.Criterion, b.Criterion) })
	return list
}
