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
// most likely, or those that go on where it ends, or all of them where they are at most so many.
func choices(wrong string, valid []string, most int) problem.Words {
	words := Perhaps(wrong, valid)
	if all := strings.Join(valid, ", "); words.ID == "" && all != "" && len(valid) <= most {
		return problem.Words{ID: "; pilihannya: " + all, EN: "; there are: " + all}
	}
	return words
}

// Perhaps says which valid values a wrong one was probably meant to be; no words when none is likely.
func Perhaps(wrong string, valid []string) problem.Words {
	list := likely(wrong, valid)
	if len(list) == 0 {
		return problem.Words{}
	}
	return perhaps(list...)
}

func perhaps(list ...string) problem.Words {
	return problem.Words{ID: "; mungkin maksudnya “" + strings.Join(list, "” atau “") + "”", EN: "; perhaps “" + strings.Join(list, "” or “") + "” is meant"}
}

// likely returns the valid values that a wrong one was probably meant to be: the closest, or
// else those that go on where it ends.
func likely(wrong string, valid []string) []string {
	if best := closest(wrong, valid); best != "" {
		return []string{best}
	}
	return begun(wrong, valid)
}

// misspell notes which keys of a field an unknown one was probably meant to be: that they are
// missing is no second problem.
func (s *source) misspell(field, wrong string, valid []string) {
	for _, key := range likely(wrong, valid) {
		s.misspelt = append(s.misspelt, sub(field, key))
	}
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
// letters, at most a third of them; "" when there is none. First words that both have do not
// count: every “dinas-…” begins alike.
func closest(wrong string, valid []string) string {
	best, least := "", (len(wrong)+2)/3+1
	for _, v := range valid {
		shared := sharedWords(wrong, v)
		most := min(least, (len(wrong)-shared+2)/3+1)
		if n := len(v) - len(wrong); n >= most || -n >= most {
			continue
		}
		if d := distance(wrong[shared:], v[shared:]); d < most {
			best, least = v, d
		}
	}
	return best
}

// sharedWords returns the length of the first words that two values have in common, with what
// parts them from the rest.
func sharedWords(a, b string) int {
	words := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '-' || a[i] == '_' {
			words = i + 1
		}
	}
	return words
}

// most that begun returns: more are no help.
const mostBegun = 3

// begun returns the valid values that begin with the words of a wrong one and go on, nil when
// they are many. A few letters of the words may be wrong, but not where all of them are few.
func begun(wrong string, valid []string) []string {
	var found []string
	for _, v := range valid {
		for end, letter := range v {
			if n := end - len(wrong); (letter == '-' || letter == '_') && -maxSlip <= n && n <= maxSlip && distance(wrong, v[:end]) <= min(maxSlip, len(wrong)/5) {
				found = append(found, v)
				break
			}
		}
	}
	if len(found) > mostBegun {
		return nil
	}
	return found
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
