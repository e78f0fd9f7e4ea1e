package seal

import (
	"crypto/sha256"
	"fmt"
	"math/big"
	"strings"
)

// alphabet has a prime number of signs, of which no two look alike on paper.
const alphabet = "34679ACDEFHJKMNPQRTVWXY"

// codeSigns is how many signs a code has before its check sign: 23^8 codes, too many
// for two places of one site to get the same.
const codeSigns = 8

// Code returns the short code that the certificate of an award place prints, such as
// H7K-3MP-W9X. It is made from the SHA-256 of the line
//
//	siger-piagam 1 <root> <award> <id> <place> <value>
//
// and a line feed, the value in machine form: the hash as a number, its remainder by
// 23^8 written with the signs of the alphabet, the most significant first, then a
// check sign. So a place that a correction changed has another code.
//
// Everything that the code is made from is public. It does not prove that a piece of
// paper is genuine; it finds the page that says what the paper must say.
func (s *Seal) Code(award, id string, place int, value string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "siger-piagam 1 %s %s %s %d %s\n", s.Root, award, id, place, value))
	n := new(big.Int).SetBytes(sum[:])
	base, digit := big.NewInt(int64(len(alphabet))), new(big.Int)
	signs := make([]byte, codeSigns)
	for i := codeSigns - 1; i >= 0; i-- {
		n.DivMod(n, base, digit)
		signs[i] = alphabet[digit.Int64()]
	}
	code := string(signs) + string(alphabet[checkSign(signs)])
	return code[:3] + "-" + code[3:6] + "-" + code[6:]
}

// checkSign returns the check sign of a code. Signs weigh 2, 3, … from the left; the
// number of signs is prime, so every single wrong sign and every swap of two is found.
func checkSign(signs []byte) int {
	sum := 0
	for i, sign := range signs {
		sum += (i + 2) * strings.IndexByte(alphabet, sign)
	}
	return sum % len(alphabet)
}
