package site

import (
	"slices"
	"testing"
)

// TestPages: pages hold every row once, in order, and a list of up to wholeRows is on one.
func TestPages(t *testing.T) {
	for _, c := range []struct{ rows, pages int }{{0, 1}, {1, 1}, {250, 1}, {251, 3}, {300, 3}, {301, 4}, {30000, 300}} {
		list := make([]int, c.rows)
		for i := range list {
			list[i] = i
		}
		if got := pages(c.rows); got != c.pages {
			t.Errorf("%d rows take %d pages, want %d", c.rows, got, c.pages)
		}
		var seen []int
		for page := range pages(c.rows) {
			seen = append(seen, window(list, page+1)...)
		}
		if !slices.Equal(seen, list) {
			t.Errorf("the pages of %d rows hold %d", c.rows, len(seen))
		}
	}
}
