package content

import (
	"maps"
	"slices"
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

// maxSlip is how many letters of a value may be wrong for it to be corrected
// without asking.
const maxSlip = 2

// certain returns the valid value that a wrong one can only be meant to be: few
// letters differ, and in any other valid value at least two more. "" when there is
// none.
func certain(wrong string, valid []string) string {
	best, least, second := "", maxSlip+1, maxSlip+3
	for _, v := range valid {
		if n := len(v) - len(wrong); n >= second || -n >= second || v == best {
			continue
		}
		switch d := distance(wrong, v); {
		case d < least:
			best, least, second = v, d, least
		case d < second:
			second = d
		}
	}
	if least > max(1, len(wrong)/5) || second < least+2 {
		return ""
	}
	return best
}

// slips returns what the unknown ones of some values can only be meant to be. Two
// that would be the same are as uncertain as one that would repeat another, and
// nothing is certain among very many.
func slips(present, valid []string) map[string]string {
	meant, times := map[string]string{}, map[string]int{}
	if len(present) > maxList {
		return meant
	}
	for _, v := range present {
		if slices.Contains(valid, v) {
			times[v]++
		} else if m := certain(v, valid); m != "" {
			meant[v] = m
			times[m]++
		}
	}
	maps.DeleteFunc(meant, func(_, m string) bool { return times[m] > 1 })
	return meant
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
