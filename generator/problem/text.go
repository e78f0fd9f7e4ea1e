package problem

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteText prints problems for people, one after another:
//
//	content/2021/inovasi/kopi.yaml:12:15: [S205] tingkat 4 tidak ada …
//	    isian: penilaian.pembaharuan.tingkat
//	    petunjuk: …
//
// root is put before each file name. A field's name is left out where the
// text of the problem already has the position only.
func WriteText(w io.Writer, lang Language, root string, list []Problem) error {
	out := bufio.NewWriter(w)
	field, hint := "isian", "petunjuk"
	if lang == English {
		field, hint = "field", "hint"
	}
	for _, p := range list {
		fmt.Fprintf(out, "%s: [%s] %s\n", p.Place(root), p.Code, Visible(p.Text(lang)))
		if p.Field != "" {
			fmt.Fprintf(out, "    %s: %s\n", field, Visible(p.Field))
		}
		if h := p.Hint(lang); h != "" {
			fmt.Fprintf(out, "    %s: %s\n", hint, h)
		}
	}
	return out.Flush()
}

// Place returns "root/file:line:column" with as much as is known.
func (p Pos) Place(root string) string {
	var b strings.Builder
	if root != "" {
		b.WriteString(strings.TrimSuffix(root, "/") + "/")
	}
	b.WriteString(Visible(p.File))
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}

// Visible replaces characters that could disturb a terminal or hide from the
// reader (controls, escapes, text direction marks) by U+FFFD.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		if Hidden(r) || r == '\n' || r == '\t' {
			return '\uFFFD'
		}
		return r
	}, s)
}

// Hidden reports whether a character has no place in content: a control other
// than newline and tab, a text direction mark, one that shows nothing (fillers, the
// soft hyphen, invisible operators, tags), or one that Unicode reserves. Joiners
// stay: some scripts need them.
func Hidden(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xFEFF, r == 0x061C,
		r == 0x200B, r >= 0x200E && r <= 0x200F, r == 0x2060, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069,
		r == 0x2028, r == 0x2029, r == 0x00AD, r == 0x034F, r >= 0x115F && r <= 0x1160, r >= 0x17B4 && r <= 0x17B5,
		r >= 0x180B && r <= 0x180E, r >= 0x2061 && r <= 0x2064, r >= 0x206A && r <= 0x206F, r == 0x2800, r == 0x3164, r == 0xFFA0,
		r >= 0xFFF9 && r <= 0xFFFB, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}
