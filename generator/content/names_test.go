package content

import "testing"

func TestNameKey(t *testing.T) {
	for _, pair := range [][2]string{{"Perindustrian & Perdagangan", "PERINDUSTRIAN DAN PERDAGANGAN"}, {"e-KPB", "E KPB"}, {"Café", "CAFE"}, {" a  b.", "a-b"}} {
		if NameKey(pair[0]) != NameKey(pair[1]) {
			t.Errorf("%q and %q are %q and %q", pair[0], pair[1], NameKey(pair[0]), NameKey(pair[1]))
		}
	}
}
