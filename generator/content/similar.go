package content

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"siger/generator/award"
	"siger/generator/problem"
)

// Innovations that are nearly the same are found without comparing each with each.
// The texts of an innovation are cut into runs of words, and of the numbers that
// stand for them (hashes) the smallest are its sketch: two texts that share most
// of their runs share much of their sketches. Those that do are compared in full.
const (
	runWords    = 4  // words of a run: a phrase that two authors seldom both write
	sketchSize  = 32 // runs of a sketch
	leastRuns   = 12 // shorter texts are not compared
	leastShared = 4  // of two sketches, to be compared in full
	neighbours  = 4  // earlier innovations that one is tried against for each run
	samePercent = 60 // runs that texts share to be nearly the same
)

// bodiesOf returns the texts that tell innovations apart.
func bodiesOf(in *award.Innovation) []string {
	return []string{in.Summary, in.Design.Source, in.Goals.Source, in.Benefits.Source, in.Outcomes.Source}
}

// eachRun calls each with the number of every run of words of an innovation's
// texts. No run spans two texts.
func eachRun(in *award.Innovation, each func(uint64)) {
	for _, text := range bodiesOf(in) {
		var last [runWords]uint64
		n := 0
		word := uint64(0)
		end := func() {
			if word == 0 {
				return
			}
			last[n%runWords] = word
			word = 0
			if n++; n < runWords {
				return
			}
			run := uint64(0)
			for i := range runWords {
				run = mix(run ^ last[(n+i)%runWords])
			}
			each(run)
		}
		for i := 0; i < len(text); {
			letter, size := uint64(0), 1 // 0 for what is none
			if c := text[i]; c < utf8.RuneSelf {
				letter = uint64(inWords[c])
			} else {
				var r rune
				if r, size = utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) {
					letter = uint64(unicode.ToLower(r))
				}
			}
			if letter > 0 {
				word = (word + letter + 1) * 0x9E3779B97F4A7C15
			} else {
				end()
			}
			i += size
		}
		end()
	}
}

// inWords are the letters and digits of ASCII, small, and 0 for every other character.
var inWords = func() (of [utf8.RuneSelf]byte) {
	for c := range of {
		switch {
		case c >= 'A' && c <= 'Z':
			of[c] = byte(c) | 0x20
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			of[c] = byte(c)
		}
	}
	return of
}()

// mix spreads a number over all its bits (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// sketchOf returns the smallest numbers of an innovation's runs in order; nil
// where the texts are too short to be compared.
func sketchOf(in *award.Innovation) []uint64 {
	least := make([]uint64, 0, sketchSize)
	count := 0
	eachRun(in, func(run uint64) {
		count++
		if len(least) == sketchSize && run >= least[sketchSize-1] {
			return
		}
		at, there := slices.BinarySearch(least, run)
		if there {
			return
		}
		if len(least) == sketchSize {
			least = least[:sketchSize-1]
		}
		least = slices.Insert(least, at, run)
	})
	if count < leastRuns {
		return nil
	}
	return slices.Clip(least)
}

// checkSimilar warns of innovations of an edition that are nearly the same as an
// earlier one.
func (l *loader) checkSimilar() {
	for from := 0; from < len(l.innovations); {
		to := from + 1
		for to < len(l.innovations) && folderOf(l.innovations[to].innovation) == folderOf(l.innovations[from].innovation) {
			to++
		}
		l.similarNames(l.innovations[from:to])
		l.similarTexts(l.innovations[from:to])
		from = to
	}
}

// similarNames reports names that differ by the order of words, spaces and marks
// only. Names that are the same have been reported as such.
func (l *loader) similarNames(list []*innovationFile) {
	first := make(map[string]*innovationFile, 2*len(list))
	for _, in := range list {
		for _, key := range in.names {
			other := first[key]
			if other == nil {
				first[key] = in
				continue
			}
			if other == in || sameName(other.innovation.Name, in.innovation.Name) {
				continue
			}
			in.similar = true
			l.problems.Add(problem.At(in.name, "nama", problem.NearDuplicate, other.innovation.File,
				problem.Words{ID: "namanya berbeda hanya pada urutan kata, spasi, atau tanda baca", EN: "their names differ by the order of words, spaces or marks only"}))
			break
		}
	}
}

// namesOf returns what is the same for names that differ by the order of words, spaces and
// marks only: one of the results is.
func namesOf(name string) []string {
	words := strings.Fields(simple(name))
	if len(words) == 0 {
		return nil
	}
	slices.Sort(words)
	keys := []string{strings.Join(words, " ")}
	if joined := squeezed(name); joined != keys[0] {
		keys = append(keys, joined)
	}
	return keys
}

func sameName(a, b string) bool { return foldName(a) == foldName(b) }

// A pair is two innovations of a list, the later one first.
type pair struct{ later, earlier int32 }

// A sketched is a run in the sketch of an innovation of a list.
type sketched struct {
	run uint64
	in  int32
}

// A runSet knows of runs whether each was added twice. Of one in sixteen, at most, it holds so wrongly.
type runSet struct{ once, twice []uint64 } // a bit for each value of a run's last bits

func newRunSet(n int) runSet {
	words := 1 << bits.Len(uint(n/4)) // sixteen bits for each run, or more
	return runSet{make([]uint64, words), make([]uint64, words)}
}

// place returns where a run's bit is. Its first bits would not do: a sketch has the least runs.
func (s runSet) place(run uint64) (word int, bit uint64) {
	return int(run >> 6 & uint64(len(s.once)-1)), 1 << (run & 63)
}

func (s runSet) add(run uint64) {
	word, bit := s.place(run)
	s.twice[word] |= s.once[word] & bit
	s.once[word] |= bit
}

func (s runSet) repeated(run uint64) bool {
	word, bit := s.place(run)
	return s.twice[word]&bit != 0
}

// byRun puts equal runs beside each other, each in the order of the innovations. Runs are
// first thrown together by their last bits, since little is left to be sorted then.
func byRun(entries []sketched) []sketched {
	mask := uint64(1)<<bits.Len(uint(len(entries))) - 1
	next := make([]int32, mask+2) // where the next run with some bits goes
	for _, e := range entries {
		next[e.run&mask+1]++
	}
	for i := range mask {
		next[i+1] += next[i]
	}
	ordered := make([]sketched, len(entries))
	for _, e := range entries {
		ordered[next[e.run&mask]] = e
		next[e.run&mask]++
	}
	from := int32(0)
	for _, to := range next[:mask+1] {
		if to-from > 1 {
			slices.SortStableFunc(ordered[from:to], func(a, b sketched) int { return cmp.Compare(a.run, b.run) })
		}
		from = to
	}
	return ordered
}
