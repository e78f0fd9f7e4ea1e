package site

import "testing"

// TestForms: a text takes the form that fits a number as it is written.
func TestForms(t *testing.T) {
	texts := &Texts{Language: "en", Words: map[string]string{
		"count": "%s {1:innovation|innovations} from %s {2:agency|agencies}", "place": "%s{1:st|nd|rd|th} place", "swapped": "%[2]s: %[1]s {1:is|are} {2:one|many}",
	}}
	for _, c := range []struct {
		key  string
		args []any
		want string
	}{
		{"count", []any{"1", "2"}, "1 innovation from 2 agencies"},
		{"count", []any{"0", "1"}, "0 innovations from 1 agency"},
		{"count", []any{"1.0", "11"}, "1.0 innovations from 11 agencies"},
		{"swapped", []any{"2", "1"}, "1: 2 are one"},
		{"place", []any{"1"}, "1st place"}, {"place", []any{"2"}, "2nd place"}, {"place", []any{"3"}, "3rd place"}, {"place", []any{"4"}, "4th place"},
		{"place", []any{"11"}, "11th place"}, {"place", []any{"12"}, "12th place"}, {"place", []any{"21"}, "21st place"}, {"place", []any{"113"}, "113th place"},
		{"place", []any{"1,023"}, "1,023rd place"}, {"place", []any{"10"}, "10th place"}, {"place", []any{""}, "th place"},
	} {
		got, err := texts.Get(c.key, c.args...)
		if err != nil || got != c.want {
			t.Errorf("%s %q: %q %v, want %q", c.key, c.args, got, err, c.want)
		}
		texts.Marked = true
		marked, _ := texts.Get(c.key, c.args...)
		texts.Marked = false
		if Unmarked(marked) != c.want || marked[0] != Own[0] || marked[len(marked)-1] != Other[0] {
			t.Errorf("%s %q: %q with marks", c.key, c.args, marked)
		}
	}
	if _, err := texts.Get("none"); err == nil {
		t.Error("a text that is missing goes by silently")
	}
}

// TestLists: names are joined as a sentence of the language joins them.
func TestLists(t *testing.T) {
	s := &Site{texts: &Texts{Language: "id", Words: map[string]string{"daftar-dua": "%s dan %s", "daftar-akhir": "%s, dan %s"}}}
	for want, names := range map[string][]string{"": nil, "a": {"a"}, "a dan b": {"a", "b"}, "a, b, dan c": {"a", "b", "c"}} {
		if got := s.list(names); got != want {
			t.Errorf("%q: %q, want %q", names, got, want)
		}
	}
}
