package robust

// Factors lets the tests see the draws.
var Factors = factors

// Alpha lets the tests compare with a published example.
var Alpha = alpha
