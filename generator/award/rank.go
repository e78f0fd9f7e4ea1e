package award

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Result is an assessment with its place in the edition.
type Result struct {
	Assessment
	Rank int    // from 1; 0 unless Rated
	Tied bool   // another innovation has the same rank
	Band string // name of the band; "" when the rubric has none or the innovation is not Rated
}

// Rank orders assessments: rated ones by falling score, then the other states
// in the order of [States]; inside equals by name, then by id. Equal scores share
// a rank and the next rank is skipped.
func Rank(r *Rubric, assessments []Assessment) []Result {
	order := make([]*Assessment, len(assessments))
	for i := range assessments {
		order[i] = &assessments[i]
	}
	slices.SortFunc(order, func(x, y *Assessment) int {
		if c := cmp.Compare(slices.Index(States, x.State), slices.Index(States, y.State)); c != 0 {
			return c
		}
		if x.State == Rated {
			if c := y.Score.Cmp(x.Score); c != 0 {
				return c
			}
		}
		return byName(x.Innovation.Name, x.Innovation.ID, y.Innovation.Name, y.Innovation.ID)
	})
	results := make([]Result, len(order))
	for i, as := range order {
		results[i] = Result{Assessment: *as}
	}
	rated := len(results)
	for i := range results {
		if results[i].State != Rated {
			rated = i
			break
		}
		if band := r.Band(results[i].Score); band != nil {
			results[i].Band = band.Name
		}
	}
	competition(rated,
		func(i, j int) bool { return results[i].Score.Cmp(results[j].Score) == 0 },
		func(i, rank int, tied bool) { results[i].Rank, results[i].Tied = rank, tied })
	return results
}

// competition gives ranks 1, 2, 2, 4 to n items that are already in order.
func competition(n int, equal func(i, j int) bool, set func(i, rank int, tied bool)) {
	for first := 0; first < n; {
		next := first + 1
		for next < n && equal(first, next) {
			next++
		}
		for i := first; i < next; i++ {
			set(i, first+1, next-first > 1)
		}
		first = next
	}
}

// byName is the order inside a tie: by name without regard to case, then by name
// as written, then by id, which is unique.
func byName(name, id, name2, id2 string) int {
	return cmp.Or(
		compareFolded(name, name2),
		strings.Compare(name, name2),
		strings.Compare(id, id2))
}

// compareFolded compares texts in small letters.
func compareFolded(a, b string) int {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if x >= utf8.RuneSelf || y >= utf8.RuneSelf {
			return strings.Compare(strings.ToLower(a), strings.ToLower(b)) // whose letters may differ in length
		}
		if x != y {
			if x, y = small(x), small(y); x != y {
				return cmp.Compare(x, y)
			}
		}
	}
	return cmp.Compare(len(a), len(b))
}

func small(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c |= 0x20
	}
	return c
}
