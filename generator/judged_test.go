package generator_test

import "testing"

// judged is called by tests that judge what many builds say, one after the other, and
// learn nothing of concurrency. Under the race detector they would take ten times as
// long, so the gate runs them without it; builds in parallel are what the others are
// for.
func judged(t testing.TB) {
	t.Helper()
	if raceDetector {
		t.Skip("run without -race")
	}
}
