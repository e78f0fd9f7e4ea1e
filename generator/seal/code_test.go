package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"strings"
	"testing"
)

// TestCode: a code follows from its documentation, differs with everything that it is
// made from, and shows every single misread sign and every swap.
func TestCode(t *testing.T) {
	s := &Seal{Root: strings.Repeat("0a", 32)}
	code := s.Code("terbaik", "kopi", 1, "97.50")
	sum := sha256.Sum256([]byte("siger-piagam 1 " + s.Root + " terbaik kopi 1 97.50\n"))
	n, _ := new(big.Int).SetString(hex.EncodeToString(sum[:]), 16)
	n.Mod(n, new(big.Int).Exp(big.NewInt(23), big.NewInt(8), nil))
	digits := n.Text(23)
	digits = strings.Repeat("0", 8-len(digits)) + digits
	want := ""
	for _, d := range digits {
		want += string(alphabet[strings.IndexRune("0123456789abcdefghijklm", d)])
	}
	bare := strings.ReplaceAll(code, "-", "")
	if len(code) != 11 || bare[:8] != want || !validCode(code) || !validCode(strings.ToLower(bare)) {
		t.Fatalf("code %s, want %s and a check sign", code, want)
	}
	seen := map[string]bool{code: true}
	for i, other := range []string{
		(&Seal{Root: strings.Repeat("0b", 32)}).Code("terbaik", "kopi", 1, "97.50"),
		s.Code("digital", "kopi", 1, "97.50"), s.Code("terbaik", "sehat", 1, "97.50"), s.Code("terbaik", "kopi", 2, "97.50"), s.Code("terbaik", "kopi", 1, "97.5"),
	} {
		if seen[other] || !validCode(other) {
			t.Errorf("change %d gives %s", i, other)
		}
		seen[other] = true
	}
	for i := range bare {
		for _, sign := range alphabet {
			if wrong := bare[:i] + string(sign) + bare[i+1:]; wrong != bare && validCode(wrong) {
				t.Errorf("%s passes for %s", wrong, bare)
			}
		}
		for j := range i {
			b := []byte(bare)
			b[i], b[j] = b[j], b[i]
			if string(b) != bare && validCode(string(b)) {
				t.Errorf("%s passes for %s", b, bare)
			}
		}
	}
	for _, bad := range []string{"", "H7K", code + "3", "OIL-012-BS5", "ÿÿÿ-ÿÿÿ-ÿÿÿ"} {
		if validCode(bad) {
			t.Errorf("%q is taken for a code", bad)
		}
	}
	if strings.ContainsAny(alphabet, "01258OILZSBUG") || len(alphabet) != 23 || !big.NewInt(int64(len(alphabet))).ProbablyPrime(0) {
		t.Error("the alphabet has signs that look alike, or not a prime number of them")
	}
}

// validCode reports whether a code can be one at all: that it was not misread or
// mistyped. Case, spaces and hyphens do not matter.
func validCode(code string) bool {
	var signs []byte
	for _, r := range strings.ToUpper(code) {
		switch {
		case r == '-' || r == ' ':
		case r < 0x80 && strings.IndexByte(alphabet, byte(r)) >= 0:
			signs = append(signs, byte(r))
		default:
			return false
		}
	}
	return len(signs) == codeSigns+1 && alphabet[checkSign(signs[:codeSigns])] == signs[codeSigns]
}
