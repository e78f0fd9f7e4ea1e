package problem

import "strings"

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
