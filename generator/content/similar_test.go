package content

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSharedRuns: the pairs are those that a plain search finds, whether few runs are shared
// or nearly all.
func TestSharedRuns(t *testing.T) {
	for seed, values := range []uint64{3, 50, 5_000, 1 << 60} {
		random := rand.New(rand.NewPCG(uint64(seed), 1))
		list := make([]*innovationFile, 300)
		holders := map[uint64][]int32{} // of each run, in order
		for i := range list {
			list[i] = &innovationFile{}
			for range sketchSize {
				run := random.Uint64N(values) << (seed % 3)
				if !slices.Contains(list[i].sketch, run) {
					list[i].sketch = append(list[i].sketch, run)
					holders[run] = append(holders[run], int32(i))
				}
			}
		}
		var want []pair
		for _, in := range holders {
			for i, later := range in {
				for _, earlier := range in[max(0, i-neighbours):i] {
					want = append(want, pair{later, earlier})
				}
			}
		}
		slices.SortFunc(want, func(a, b pair) int {
			return cmp.Or(cmp.Compare(a.later, b.later), cmp.Compare(a.earlier, b.earlier))
		})
		if got := sharedRuns(list); !slices.Equal(got, want) {
			t.Errorf("of %d values: %d pairs, want %d", values, len(got), len(want))
		}
	}
}
