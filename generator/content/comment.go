package content

import "strings"

// comment reads a comment up to the end of its line: it is about what it shares
// the line with, or else waits for what follows.
func (w *walker) comment() {
	own, start := !w.content, w.at
	c := comment{blank: w.blank, column: w.column}
	for w.at < len(w.text) && w.peek() != '\n' {
		w.next()
	}
	c.text = strings.TrimRight(string(w.text[start:w.at]), " ")
	if !own {
		w.noteHash(c)
	}
	w.count++
	w.blank = false
	switch {
	case own || w.target == nil:
		w.pending = append(w.pending, c)
	case w.target.line == "":
		w.target.line = c.text
	default: // two ends of lines become one
		w.target.head = append(w.target.head, comment{text: c.text})
	}
}

// begin starts an element in block style at the given depth.
func (w *walker) begin(e *element, depth int) {
	e.column = w.column
	w.distribute(e, depth)
	w.chain = append(w.chain[:min(depth, len(w.chain))], e)
	w.target = e
}

// take makes the waiting comments those above an element.
func (w *walker) take(e *element) {
	e.head = append(e.head, w.pending...)
	w.pending = nil
}

// distribute gives the waiting comments to the elements that they are about: the
// next one, which begins at a depth, or those that end before it. At the end of
// the document there is no next one.
//
//   - Deeper than the next element: below the open element that it lines up with.
//   - Right below the last element and apart from the next: below the last.
//   - Otherwise: above the next.
func (w *walker) distribute(next *element, depth int) {
	rest := w.pending
	w.pending = nil
	column := 1
	if next != nil {
		column = next.column
	} else if len(w.chain) > 0 {
		column = w.chain[0].column
	}
	level := len(w.chain) - 1
	for level >= depth && len(rest) > 0 && rest[0].column > column {
		for level > depth+1 && w.chain[level].column > rest[0].column {
			level--
		}
		e := w.chain[level]
		if level == depth && !e.empty() {
			break
		}
		e.foot, rest = append(e.foot, rest[0]), rest[1:]
	}
	if next == nil {
		w.doc.foot = append(w.doc.foot, rest...)
		return
	}
	next.blank = w.blank
	w.blank = false
	apart := func(i int) bool { // whether a blank line is below the comment before i
		if i == len(rest) {
			return next.blank
		}
		return rest[i].blank
	}
	switch {
	case len(rest) == 0:
	case len(w.chain) == 0: // above the first element
		for i := len(rest); i > 0; i-- {
			if apart(i) {
				w.doc.head, rest = rest[:i], rest[i:]
				break
			}
		}
	case depth < len(w.chain) && !rest[0].blank:
		for i := 1; i <= len(rest); i++ {
			if apart(i) {
				last := w.chain[depth]
				last.foot, rest = append(last.foot, rest[:i]...), rest[i:]
				break
			}
		}
	}
	next.head = rest
}
