package award

// A Delta is an exact difference of two decimals: Units × 10^-Places.
type Delta struct {
	Units  int64
	Places int
}

// Difference returns to - from, with the places of the longer one.
func Difference(from, to Decimal) Delta {
	zero := Decimal{0, max(from.places, to.places)}
	return Delta{to.Add(zero).units - from.Add(zero).units, zero.places}
}

// String returns the machine form: a sign unless it is 0, a decimal point.
func (d Delta) String() string {
	switch {
	case d.Units < 0:
		return "-" + Decimal{-d.Units, d.Places}.String()
	case d.Units > 0:
		return "+" + Decimal{d.Units, d.Places}.String()
	}
	return Decimal{0, d.Places}.String()
}
