package award_test

import (
	"errors"
	"math/big"
	"testing"

	"siger/generator/award"
)

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct {
		in     string
		units  int64
		places int
		err    error
	}{
		{in: "0", units: 0, places: 0},
		{in: "30", units: 30, places: 0},
		{in: "60.01", units: 6001, places: 2},
		{in: "0.0001", units: 1, places: 4},
		{in: "0.50", units: 50, places: 2},
		{in: "0.0000", units: 0, places: 4},
		{in: "9999999.9999", units: 99999999999, places: 4},
		{in: "", err: award.ErrNotDecimal},
		{in: ".", err: award.ErrNotDecimal},
		{in: ".5", err: award.ErrNotDecimal},
		{in: "5.", err: award.ErrNotDecimal},
		{in: "1.2.3", err: award.ErrNotDecimal},
		{in: "-1", err: award.ErrNotDecimal},
		{in: "+1", err: award.ErrNotDecimal},
		{in: "60,01", err: award.ErrNotDecimal},
		{in: "1e3", err: award.ErrNotDecimal},
		{in: "0x10", err: award.ErrNotDecimal},
		{in: "1_000", err: award.ErrNotDecimal},
		{in: "010", err: award.ErrNotDecimal},
		{in: "00", err: award.ErrNotDecimal},
		{in: "00.5", err: award.ErrNotDecimal},
		{in: " 1", err: award.ErrNotDecimal},
		{in: "1 ", err: award.ErrNotDecimal},
		{in: "1\n", err: award.ErrNotDecimal},
		{in: ".nan", err: award.ErrNotDecimal},
		{in: "٣", err: award.ErrNotDecimal},
		{in: "10000000", err: award.ErrDecimalRange},
		{in: "0.00000", err: award.ErrDecimalRange},
		{in: "99999999999999999999999999", err: award.ErrDecimalRange},
	} {
		d, err := award.ParseDecimal(c.in)
		if !errors.Is(err, c.err) || d.Units() != c.units || d.Places() != c.places {
			t.Errorf("ParseDecimal(%q): got %d×10^-%d, %v; want %d×10^-%d, %v",
				c.in, d.Units(), d.Places(), err, c.units, c.places, c.err)
		}
	}
}

func TestDecimalString(t *testing.T) {
	for _, c := range []struct {
		units  int64
		places int
		want   string
	}{
		{0, 0, "0"}, {0, 2, "0.00"}, {5, 0, "5"}, {5, 1, "0.5"}, {5, 2, "0.05"}, {50, 2, "0.50"},
		{100, 2, "1.00"}, {6001, 2, "60.01"}, {1, 4, "0.0001"}, {12345, 4, "1.2345"}, {123456789, 3, "123456.789"},
	} {
		equal(t, "String", award.NewDecimal(c.units, c.places).String(), c.want)
	}
	equal(t, "the zero value", award.Decimal{}.String(), "0")
}

func TestDecimalCmp(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want int
	}{
		{"0", "0.00", 0}, {"60", "60.00", 0}, {"60.0", "60.00", 0}, {"60.00", "60.01", -1}, {"60", "60.01", -1},
		{"9", "10.0", -1}, {"9.9", "10", -1}, {"0.5", "0.4999", 1}, {"9999999", "0.0001", 1}, {"7", "7", 0}, {"8", "7", 1},
	} {
		equal(t, c.x+" against "+c.y, dec(c.x).Cmp(dec(c.y)), c.want)
		equal(t, c.y+" against "+c.x, dec(c.y).Cmp(dec(c.x)), -c.want)
	}
}

func TestDecimalAdd(t *testing.T) {
	for _, c := range []struct{ x, y, want string }{
		{"0", "0", "0"}, {"1", "2", "3"}, {"1.5", "0.25", "1.75"}, {"0.75", "0.25", "1.00"}, {"1", "0.0001", "1.0001"},
		{"0", "0.00", "0.00"}, {"99.99", "0.01", "100.00"}, {"9999999.9999", "9999999.9999", "19999999.9998"},
	} {
		equal(t, c.x+" + "+c.y, dec(c.x).Add(dec(c.y)).String(), c.want)
		equal(t, c.y+" + "+c.x, dec(c.y).Add(dec(c.x)).String(), c.want)
	}
}

func TestNewDecimalRefusesNegative(t *testing.T) {
	for _, c := range [][2]int{{-1, 0}, {0, -1}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("NewDecimal(%d, %d) did not panic", c[0], c[1])
				}
			}()
			award.NewDecimal(int64(c[0]), c[1])
		}()
	}
}

func TestRoundHalfUp(t *testing.T) {
	for _, c := range []struct {
		x      string
		places int
		want   string
	}{
		{"0", 0, "0"}, {"0", 2, "0.00"},
		{"1/2", 0, "1"}, {"3/2", 0, "2"}, {"5/2", 0, "3"}, // not to even
		{"0.4999999999999999999999", 0, "0"}, {"0.5000000000000000000001", 0, "1"},
		{"0.005", 2, "0.01"}, {"0.00499999", 2, "0.00"}, {"0.015", 2, "0.02"}, {"0.025", 2, "0.03"},
		{"1/3", 2, "0.33"}, {"2/3", 2, "0.67"}, {"8/3", 4, "2.6667"},
		{"60.004", 2, "60.00"}, {"60.005", 2, "60.01"}, {"34.996", 2, "35.00"},
		{"0.445", 0, "0"},                          // once: not to 0.45 and then up
		{"1.005", 2, "1.01"}, {"2.675", 2, "2.68"}, // both lie below the half in binary
		{"99.995", 2, "100.00"}, {"9.5", 0, "10"},
		{"7", 3, "7.000"}, {"12345678.12345", 4, "12345678.1235"},
	} {
		x, _ := new(big.Rat).SetString(c.x)
		before := x.String()
		equal(t, "RoundHalfUp("+c.x+")", award.RoundHalfUp(x, c.places).String(), c.want)
		equal(t, "the argument afterwards", x.String(), before)
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		want     award.Ratio
		text     string
	}{
		{0, 1, award.Ratio{Num: 0, Den: 1}, "0"}, {0, 5, award.Ratio{Num: 0, Den: 1}, "0"}, {6, 4, award.Ratio{Num: 3, Den: 2}, "1.5"},
		{8, 3, award.Ratio{Num: 8, Den: 3}, "8/3"}, {9, 3, award.Ratio{Num: 3, Den: 1}, "3"}, {3, 9, award.Ratio{Num: 1, Den: 3}, "1/3"},
	} {
		got := award.NewRatio(c.num, c.den)
		equal(t, "NewRatio", got, c.want)
		equal(t, "String", got.String(), c.text)
		equal(t, "IsZero", got.IsZero(), c.num == 0)
		equal(t, "Rat", got.Rat().Cmp(big.NewRat(c.num, c.den)), 0)
	}
}

func TestExact(t *testing.T) {
	for _, c := range []struct{ x, want string }{
		{"0", "0"}, {"30", "30"}, {"5/2", "2.5"}, {"1/8", "0.125"}, {"1/3", "1/3"}, {"8/3", "8/3"}, {"7/6", "7/6"},
		{"1/1024", "0.0009765625"}, {"12.50", "12.5"}, {"100000000000000000000", "100000000000000000000"}, {"1/40", "0.025"},
	} {
		x, _ := new(big.Rat).SetString(c.x)
		got := award.Exact(x)
		equal(t, "Exact("+c.x+")", got, c.want)
		if back, ok := new(big.Rat).SetString(got); !ok || back.Cmp(x) != 0 {
			t.Errorf("Exact(%s) = %s does not read back as the same number", c.x, got)
		}
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"0", "30", "60.01", "0.0001", "9999999.9999", "010", "1.", ".5", "-1", "1e3", "1,5", "٣", "10000000", "0.00000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := award.ParseDecimal(s)
		if err != nil {
			if !errors.Is(err, award.ErrNotDecimal) && !errors.Is(err, award.ErrDecimalRange) {
				t.Fatalf("%q: an error without a contract: %v", s, err)
			}
			equal(t, "the value beside an error", d, award.Decimal{})
			return
		}
		equal(t, "String", d.String(), s) // only the canonical form is accepted
		again, err := award.ParseDecimal(d.String())
		if err != nil || again != d {
			t.Fatalf("%q: reads back as %v, %v", s, again, err)
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || d.Rat().Cmp(want) != 0 {
			t.Fatalf("%q: got %s, want %s", s, d.Rat(), want)
		}
		equal(t, "rounded to its own places", award.RoundHalfUp(want, d.Places()), d)
	})
}
