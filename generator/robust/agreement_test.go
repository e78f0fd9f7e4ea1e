package robust_test

import (
	"testing"

	"siger/generator/robust"
)

// TestAlpha: the example of Krippendorff, “Computing Krippendorff's
// Alpha-Reliability” (2011), part C: four observers, twelve units, values
// missing. With the interval metric it has 0.849.
func TestAlpha(t *testing.T) {
	units := [][]int{{1, 1, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {5, 5, 5}, {1, 1}}
	if got := robust.Alpha(units).FloatString(3); got != "0.849" {
		t.Errorf("alpha %s, want 0.849", got)
	}
	if got := robust.Alpha([][]int{{2, 2}, {2, 2, 2}}); got != nil {
		t.Errorf("nothing differs, yet alpha is %s", got)
	}
	if got := robust.Alpha([][]int{{0, 1}, {1, 0}}).FloatString(3); got != "-0.500" {
		t.Errorf("two that never agree: %s", got)
	}
}
