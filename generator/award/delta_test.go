package award_test

import (
	"testing"

	"siger/generator/award"
)

func TestDifference(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"77.78", "80", "+2.22"}, {"80", "77.78", "-2.22"}, {"1.5", "1.50", "0.00"}, {"0.05", "0", "-0.05"}, {"7", "9", "+2"},
	} {
		if got := award.Difference(dec(c.from), dec(c.to)).String(); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}
