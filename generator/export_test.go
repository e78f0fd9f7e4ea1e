package generator

import (
	"maps"
	"slices"
)

// Paths returns the paths of a preview's files.
func (p *Preview) Paths() []string {
	return slices.Concat(slices.Collect(maps.Keys(p.plan.index)), slices.Collect(maps.Keys(p.files)))
}
