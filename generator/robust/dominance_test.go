package robust

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
)

// TestDominated: sets of bits find the pairs that comparing step by step finds.
func TestDominated(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 100 {
		k, levels := 1+r.IntN(5), 1+r.IntN(6)
		m := &model{criteria: make([]int, k)}
		seen := map[string]bool{}
		for range 1 + r.IntN(2000) {
			steps := make([]int32, k)
			for j := range steps {
				steps[j] = int32(r.IntN(levels))
			}
			if !seen[fmt.Sprint(steps)] { // profiles differ
				seen[fmt.Sprint(steps)] = true
				m.steps, m.size = append(m.steps, steps...), append(m.size, 1)
			}
		}
		sets := m.atMost()
		for p := range m.size {
			got, want := map[[2]int]int{}, map[[2]int]int{}
			sets.dominated(m, p, func(first, second int) { got[[2]int{first, second}]++ })
			m.dominatedSlowly(p, func(first, second int) { want[[2]int{first, second}]++ })
			if !maps.Equal(got, want) {
				t.Fatalf("%d criteria, %d levels, %d profiles: %d dominates %v, not %v", k, levels, len(m.size), p, got, want)
			}
			found += len(want)
		}
	}
	if found < 10000 {
		t.Errorf("only %d pairs were compared", found)
	}
	wide := &model{criteria: make([]int, 1), size: make([]int, 30000), steps: make([]int32, 30000)}
	for i := range wide.steps {
		wide.steps[i] = int32(i)
	}
	if wide.atMost() != nil {
		t.Error("sets of too many steps are made")
	}
}
