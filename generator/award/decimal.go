package award

import (
	"errors"
	"math/big"
	"strconv"
	"strings"
)

// Limits of a [Decimal] that comes from outside. They keep every sum of the
// scores of a million innovations inside 64 bits.
const (
	MaxIntegerDigits = 7 // digits of a decimal before its point
	MaxPlaces        = 4 // and after it
)

// A Decimal is an exact number, zero or greater, with a fixed number of decimal
// places: units × 10^-places. The zero value is 0.
type Decimal struct {
	units  int64
	places int
}

// Errors of [ParseDecimal].
var (
	ErrNotDecimal   = errors.New("not a decimal number")
	ErrDecimalRange = errors.New("decimal number has too many digits")
)

// NewDecimal returns units × 10^-places. It panics when either is negative,
// which only a program can get wrong.
func NewDecimal(units int64, places int) Decimal {
	if units < 0 || places < 0 {
		panic("award: negative decimal")
	}
	return Decimal{units, places}
}

// ParseDecimal reads digits with an optional point and more digits ("30",
// "60.01"). No sign, exponent, comma, leading zero or bare point is accepted. It
// returns [ErrNotDecimal] or [ErrDecimalRange] when s has more than
// [MaxIntegerDigits] or [MaxPlaces] digits on a side of the point.
func ParseDecimal(s string) (Decimal, error) {
	whole, fraction, point := strings.Cut(s, ".")
	if !digits(whole) || (point && !digits(fraction)) || (len(whole) > 1 && whole[0] == '0') {
		return Decimal{}, ErrNotDecimal
	}
	if len(whole) > MaxIntegerDigits || len(fraction) > MaxPlaces {
		return Decimal{}, ErrDecimalRange
	}
	units, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil {
		return Decimal{}, ErrDecimalRange
	}
	return Decimal{units, len(fraction)}, nil
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// String returns the machine form: a decimal point, no grouping, exactly
// Places digits after the point.
func (d Decimal) String() string {
	s := strconv.FormatInt(d.units, 10)
	if d.places == 0 {
		return s
	}
	if len(s) <= d.places {
		s = strings.Repeat("0", d.places-len(s)+1) + s
	}
	return s[:len(s)-d.places] + "." + s[len(s)-d.places:]
}

// Units returns d × 10^Places.
func (d Decimal) Units() int64 { return d.units }

// Places returns the number of decimal places.
func (d Decimal) Places() int { return d.places }

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.units == 0 }

// Cmp compares two numbers, whatever their places: -1, 0 or +1.
func (d Decimal) Cmp(e Decimal) int {
	if d.places == e.places {
		switch {
		case d.units < e.units:
			return -1
		case d.units > e.units:
			return 1
		}
		return 0
	}
	return d.Rat().Cmp(e.Rat())
}

// Add returns the exact sum with the places of the longer operand.
func (d Decimal) Add(e Decimal) Decimal {
	for d.places < e.places {
		d.units, d.places = d.units*10, d.places+1
	}
	for e.places < d.places {
		e.units, e.places = e.units*10, e.places+1
	}
	return Decimal{d.units + e.units, d.places}
}

// Rat returns d as a rational.
func (d Decimal) Rat() *big.Rat { return new(big.Rat).SetFrac(big.NewInt(d.units), pow10(d.places)) }

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

var half = big.NewRat(1, 2)

// RoundHalfUp rounds x, which must be zero or greater, to the given number of
// places; exactly half goes up. This is the only rounding of a score.
func RoundHalfUp(x *big.Rat, places int) Decimal {
	y := new(big.Rat).Mul(x, new(big.Rat).SetInt(pow10(places)))
	y.Add(y, half)
	return Decimal{new(big.Int).Quo(y.Num(), y.Denom()).Int64(), places}
}

// A Ratio is an exact fraction of two integers, zero or greater and in lowest
// terms. Levels are ratios, because several assessors' levels combine to
// halves (median) or to n-ths (mean).
type Ratio struct{ Num, Den int64 }

// NewRatio returns num/den in lowest terms. den must be positive.
func NewRatio(num, den int64) Ratio {
	a, b := num, den
	for b != 0 {
		a, b = b, a%b
	}
	if a == 0 {
		a = 1
	}
	return Ratio{num / a, den / a}
}

// IsZero reports whether r is 0.
func (r Ratio) IsZero() bool { return r.Num == 0 }

// Rat returns r as a rational.
func (r Ratio) Rat() *big.Rat { return big.NewRat(r.Num, r.Den) }

// String returns the machine form: see [Exact].
func (r Ratio) String() string {
	if r.Den == 1 {
		return strconv.FormatInt(r.Num, 10)
	}
	return Exact(r.Rat())
}

// Exact returns the machine form of x, which any language's exact fraction type
// can read: a decimal with as many places as it needs ("2.5", "30"), or "8/3"
// when no decimal is exact.
func Exact(x *big.Rat) string {
	if x.IsInt() {
		return x.Num().String()
	}
	places, exact := x.FloatPrec()
	if !exact {
		return x.String()
	}
	return x.FloatString(places)
}
