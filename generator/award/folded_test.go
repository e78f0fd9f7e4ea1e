package award

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestCompareFolded: names are compared as their small letters are, whatever they are made of.
func TestCompareFolded(t *testing.T) {
	letters := []rune("aAbBzZ[_09 éÉİKſßẞ\u0080")
	r := rand.New(rand.NewPCG(1, 1))
	text := func() string {
		list := make([]rune, r.IntN(6))
		for i := range list {
			list[i] = letters[r.IntN(len(letters))]
		}
		return string(list)
	}
	for range 100_000 {
		a, b := text(), text()
		if got, want := compareFolded(a, b), strings.Compare(strings.ToLower(a), strings.ToLower(b)); got != want {
			t.Fatalf("%q and %q compare as %d, want %d", a, b, got, want)
		}
	}
}
