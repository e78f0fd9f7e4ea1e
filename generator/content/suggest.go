package content

import (
	"strings"

	"siger/generator/problem"
)

// few is how many valid values a message lists in full.
const few = 8

// choices says what an unknown value could have been: the value that is meant
// most likely, or all of them where they are at most so many.
func choices(wrong string, valid []string, most int) problem.Words {
	if best := closest(wrong, valid); best != "" {
		return problem.Words{ID: "; mungkin maksudnya “" + best + "”", EN: "; perhaps “" + best + "” is meant"}
	}
	if len(valid) <= most {
		all := strings.Join(valid, ", ")
		return problem.Words{ID: "; pilihannya: " + all, EN: "; there are: " + all}
	}
	return problem.Words{}
}

// closest returns the valid value that differs from a wrong one by the fewest
// letters, at most a third of them; "" when there is none.
func closest(wrong string, valid []string) string {
	best, least := "", (len(wrong)+2)/3+1
	for _, v := range valid {
		if n := len(v) - len(wrong); n >= least || -n >= least {
			continue
		}
		if d := distance(wrong, v); d < least {
			best, least = v, d
		}
	}
	return best
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// Nearest returns the valid value that a wrong one was probably meant to be, or
// "".
func Nearest(wrong string, valid []string) string { return closest(wrong, valid) }
