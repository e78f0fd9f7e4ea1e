package robust

import "siger/generator/award"

// Analyse is all of an analysis at once.
func Analyse(st *award.Standing) *Analysis {
	a := Draw(st)
	if a != nil {
		a.Complete()
	}
	return a
}

// Factors lets the tests see the draws.
var Factors = factors

// Alpha lets the tests compare with a published example.
var Alpha = alpha
