package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Apply returns a file's text with the fixes of its problems. Of two that overlap
// the first is made; one whose place is not there is left out.
func Apply(data []byte, list []Problem) []byte {
	var fixes []Fix
	for _, p := range list {
		if p.Fix != nil {
			fixes = append(fixes, *p.Fix)
		}
	}
	slices.SortStableFunc(fixes, func(a, b Fix) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	var out strings.Builder
	number, next := 0, 0
	for line := range strings.Lines(string(data)) {
		number++
		at := 0 // bytes of the line that are written
		for ; next < len(fixes) && fixes[next].Line <= number; next++ {
			f := fixes[next]
			from, ok := offset(line, f.Column-1)
			to, whole := offset(line, f.Column-1+f.Length)
			if f.Line < number || !ok || !whole || from < at {
				continue
			}
			out.WriteString(line[at:from] + f.Text)
			at = to
		}
		out.WriteString(line[at:])
	}
	return []byte(out.String())
}

// offset returns where a number of characters end on a line, without its end.
func offset(line string, characters int) (int, bool) {
	line, ended := strings.CutSuffix(line, "\n")
	if ended {
		line = strings.TrimSuffix(line, "\r")
	}
	at := 0
	for range characters {
		_, size := utf8.DecodeRuneInString(line[at:])
		if size == 0 {
			return 0, false
		}
		at += size
	}
	return at, characters >= 0
}

// fix says in words what siger fix does about a problem; "" where it does nothing.
func (o Output) fix(p Problem) string {
	switch {
	case p.Fix == nil:
		return ""
	case p.Fix.Text == "\n":
		return o.say("siger fix menulis akhir baris", "siger fix writes a line end")
	case strings.HasPrefix(p.Fix.Text, `"`) || strings.HasPrefix(p.Fix.Text, "'"): // a whole text, which may be long or secret
		return o.say("siger fix mengapitnya dengan tanda kutip", "siger fix puts it in quotes")
	case strings.TrimSpace(p.Fix.Text) != "":
		return fmt.Sprintf(o.say("siger fix menulis “%s”", "siger fix writes “%s”"), Visible(strings.TrimSpace(p.Fix.Text)))
	case p.Fix.Text != "":
		return o.say("siger fix menulis spasi", "siger fix writes spaces")
	}
	return o.say("siger fix menghapusnya", "siger fix deletes it")
}
