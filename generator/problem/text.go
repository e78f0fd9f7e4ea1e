package problem

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Text prints problems for people, one after another:
//
//	content/2021/inovasi/kopi.yaml:12:15: [S205] tingkat 4 tidak ada …
//	    12 |     tingkat: 4
//	       |              ^
//	    isian: penilaian.pembaharuan.tingkat
//	    petunjuk: …
//	    perbaikan: siger fix menulis …
//
// A warning says so after its code: “[S605] peringatan: …”.
//
// The excerpt is left out where the file cannot be read or the problem has no
// line, the caret where it has no column, the last line where siger fix cannot help.
func (o Output) Text(w io.Writer, list []Problem) error {
	list = guarded(list)
	out := bufio.NewWriter(w)
	files := sources{read: o.Source}
	for _, p := range list {
		ink := inks[o.Color]
		if o.Color && o.severity(p.Code) == Warning {
			ink.code = color("1;33")
		}
		fmt.Fprintf(out, "%s: %s %s\n", ink.place(p.Place(o.Root)), ink.code("["+string(p.Code)+"]"), ink.text(o.prefix(p.Code)+Visible(p.Text(o.Language))))
		if line, ok := files.line(p.Pos); ok {
			e := cut(line, p.Column, p.Length)
			fmt.Fprintf(out, "    %s %s\n", ink.gutter(fmt.Sprintf("%d |", p.Line)), e.text)
			if e.run > 0 {
				gutter := strings.Repeat(" ", len(fmt.Sprint(p.Line))) + " |"
				fmt.Fprintf(out, "    %s %s%s\n", ink.gutter(gutter), strings.Repeat(" ", e.start), ink.code(strings.Repeat("^", e.run)))
			}
		}
		if p.Field != "" {
			fmt.Fprintf(out, "    %s %s\n", ink.label(o.say("isian:", "field:")), Visible(p.Field))
		}
		if h := p.Hint(o.Language); h != "" {
			fmt.Fprintf(out, "    %s %s\n", ink.label(o.say("petunjuk:", "hint:")), h)
		}
		if f := o.fix(p); f != "" {
			fmt.Fprintf(out, "    %s %s\n", ink.label(o.say("perbaikan:", "fix:")), f)
		}
	}
	return out.Flush()
}

// An ink colours the parts of the text, or leaves them as they are.
type ink struct{ place, code, text, gutter, label func(string) string }

var inks = map[bool]ink{
	false: {plain, plain, plain, plain, plain},
	true:  {color("1"), color("1;31"), color("1"), color("34"), color("36")},
}

func plain(s string) string { return s }

func color(code string) func(string) string {
	return func(s string) string { return "\x1b[" + code + "m" + s + "\x1b[0m" }
}

// Place returns "root/file:line:column" with as much as is known, of a
// spreadsheet "root/file:B17".
func (p Pos) Place(root string) string {
	var b strings.Builder
	if root != "" {
		b.WriteString(strings.TrimSuffix(root, "/") + "/")
	}
	b.WriteString(Visible(p.File))
	if p.Cell {
		return b.String() + ":" + Address(p.Column, p.Line)
	}
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}

// Address names a cell as spreadsheet programs do: "B17". Without a column it is
// the row.
func Address(column, row int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters + strconv.Itoa(row)
}
