package movement

import (
	"slices"
	"sort"

	"siger/generator/award"
)

// A ranking is scores of one rubric, rising once it is sorted.
type ranking []int64

func (l *ranking) add(score award.Decimal) { *l = append(*l, score.Units()) }

func (l ranking) sort() { slices.Sort(l) }

// above returns how many scores are higher.
func (l ranking) above(score award.Decimal) int {
	units := score.Units()
	return len(l) - sort.Search(len(l), func(i int) bool { return l[i] > units })
}

// below returns how many scores are lower.
func (l ranking) below(score award.Decimal) int {
	units := score.Units()
	return sort.Search(len(l), func(i int) bool { return l[i] >= units })
}
