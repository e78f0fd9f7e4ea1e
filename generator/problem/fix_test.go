package problem

import "testing"

func TestApply(t *testing.T) {
	fix := func(line, column, length int, text string) Problem {
		return Problem{Fix: &Fix{line, column, length, text}}
	}
	for name, c := range map[string]struct {
		text  string
		fixes []Problem
		want  string
	}{
		"none":         {"a: b\n", []Problem{{}}, "a: b\n"},
		"replace":      {"a: b\nc: d\n", []Problem{fix(2, 1, 1, "e")}, "a: b\ne: d\n"},
		"insert":       {"a:b\n", []Problem{fix(1, 3, 0, " ")}, "a: b\n"},
		"delete":       {"\uFEFFa: b", []Problem{fix(1, 1, 1, "")}, "a: b"},
		"two, any way": {"ab cd\r\n", []Problem{fix(1, 4, 2, "CD"), fix(1, 1, 2, "AB")}, "AB CD\r\n"},
		"characters":   {"é“x”\n", []Problem{fix(1, 2, 3, `"x"`)}, "é\"x\"\n"},
		"overlap":      {"abcd\n", []Problem{fix(1, 1, 3, "X"), fix(1, 2, 1, "Y")}, "Xd\n"},
		"line's end":   {"ab\n", []Problem{fix(1, 3, 0, "c")}, "abc\n"},
		"beyond":       {"ab\n", []Problem{fix(1, 2, 2, "c"), fix(1, 9, 0, "c"), fix(3, 1, 1, "c"), fix(0, 0, 0, "c")}, "ab\n"},
	} {
		if got := string(Apply([]byte(c.text), c.fixes)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
