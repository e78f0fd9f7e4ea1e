package content

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"

	"siger/generator/award"
	"siger/generator/internal/parallel"
	"siger/generator/problem"
	"siger/generator/store"
)

// similarTexts reports innovations whose texts are nearly the same.
func (l *loader) similarTexts(list []*innovationFile) {
	shared := sharedRuns(list)
	var ends []int // of the pairs of each later innovation
	for i := range shared {
		if i+1 == len(shared) || shared[i+1].later != shared[i].later {
			ends = append(ends, i+1)
		}
	}
	same := l.samenessOf(list)
	parallel.Do(len(ends), func(i int) {
		from := 0
		if i > 0 {
			from = ends[i-1]
		}
		l.compareTexts(list, shared[from:ends[i]], same)
	})
	same.save()
}

// sharedRuns returns pairs that share runs of their sketches, once for each, the later
// innovation's beside each other.
func sharedRuns(list []*innovationFile) []pair {
	seen := newRunSet(len(list) * sketchSize)
	for _, in := range list {
		for _, run := range in.sketch {
			seen.add(run)
		}
	}
	var entries []sketched // of runs that more than one may have, which most runs are not
	for i, in := range list {
		for _, run := range in.sketch {
			if seen.repeated(run) {
				entries = append(entries, sketched{run, int32(i)})
			}
		}
	}
	entries = byRun(entries)
	var shared []pair
	for i := range entries {
		for j := i - 1; j >= 0 && j >= i-neighbours && entries[j].run == entries[i].run; j-- {
			shared = append(shared, pair{entries[i].in, entries[j].in})
		}
	}
	slices.SortFunc(shared, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.later, b.later), cmp.Compare(a.earlier, b.earlier))
	})
	return shared
}

// compareTexts compares an innovation with those that share runs with it.
func (l *loader) compareTexts(list []*innovationFile, shared []pair, same *sameness) {
	tried := 0
	for i := 0; i < len(shared); {
		p, n := shared[i], 0
		for i < len(shared) && shared[i] == p {
			i, n = i+1, n+1
		}
		later, earlier := list[p.later], list[p.earlier]
		if n < min(leastShared, len(later.sketch)/2) || later.similar || tried == neighbours {
			continue
		}
		tried++
		if percent := same.part(later, earlier); percent >= samePercent {
			later.similar = true
			l.problems.Add(problem.At(later.name, "nama", problem.NearDuplicate, earlier.innovation.File,
				problem.Words{ID: fmt.Sprintf("%d%% uraiannya sama", percent), EN: fmt.Sprintf("%d%% of their texts is the same", percent)}))
		}
	}
}

// A sameness is what part of innovations' texts is the same, of an edition. Forms that begin
// alike make many pairs that must be compared in full, so the results are kept, by the bytes
// of the two files. It is safe for concurrent use.
type sameness struct {
	l    *loader
	name string // in the store

	mu     sync.Mutex
	kept   map[store.Key]uint8 // in percent, of a pair
	now    map[store.Key]uint8
	wholes map[*award.Innovation]*award.Innovation // with their texts
}

// recentWholes is how many innovations stay whole: most are compared with those right before them.
const recentWholes = 256

func (l *loader) samenessOf(list []*innovationFile) *sameness {
	s := &sameness{l: l, name: "mirip-" + folderOf(list[0].innovation), now: map[store.Key]uint8{}, wholes: map[*award.Innovation]*award.Innovation{}}
	if l.store == nil {
		return s
	}
	if l.store.KeepsValues() {
		s.kept, _ = l.store.Value(s.name, store.Key{}).(map[store.Key]uint8)
		return s
	}
	var packed packedSameness
	if _, err := store.Unpack(l.store.Load(s.name, store.Key{}), &packed); err == nil && len(packed.Pairs) == len(store.Key{})*len(packed.Percents) {
		s.kept = make(map[store.Key]uint8, len(packed.Percents))
		for i := range len(packed.Percents) {
			s.kept[store.Key([]byte(packed.Pairs[i*len(store.Key{}):][:len(store.Key{})]))] = packed.Percents[i]
		}
	}
	return s
}

// packedSameness is a sameness in the store.
type packedSameness struct {
	Pairs    string // keys, one after the other
	Percents string // one byte for each
}

// part returns how many of a hundred runs of two innovations are in both.
func (s *sameness) part(a, b *innovationFile) int {
	if s.l.store == nil {
		return samePart(s.whole(a.innovation), s.whole(b.innovation))
	}
	key, err := store.DigestOf(string(a.digests.Source[:]), string(b.digests.Source[:]))
	if err != nil {
		panic(err) // texts are data
	}
	s.mu.Lock()
	percent, known := s.kept[key]
	s.mu.Unlock()
	if !known {
		percent = uint8(samePart(s.whole(a.innovation), s.whole(b.innovation)))
	}
	s.mu.Lock()
	s.now[key] = percent
	s.mu.Unlock()
	return int(percent)
}

// save leaves what was looked up or found to the next build.
func (s *sameness) save() {
	changed := len(s.now) != len(s.kept)
	for key := range s.now {
		_, known := s.kept[key]
		changed = changed || !known
	}
	switch {
	case s.l.store == nil || !changed || s.l.failed != nil:
		return
	case s.l.store.KeepsValues():
		s.l.store.SetValue(s.name, store.Key{}, s.now)
		return
	}
	var packed packedSameness
	pairs, percents := make([]byte, 0, len(s.now)*len(store.Key{})), make([]byte, 0, len(s.now))
	for _, key := range slices.SortedFunc(maps.Keys(s.now), func(a, b store.Key) int { return bytes.Compare(a[:], b[:]) }) {
		pairs, percents = append(pairs, key[:]...), append(percents, s.now[key])
	}
	packed.Pairs, packed.Percents = string(pairs), string(percents)
	s.l.store.Save(s.name, store.Key{}, store.Pack(nil, &packed))
}

// whole returns an innovation with the texts that were left in its file.
func (s *sameness) whole(in *award.Innovation) *award.Innovation {
	s.mu.Lock()
	recent := s.wholes[in]
	s.mu.Unlock()
	if recent != nil {
		return recent
	}
	out := *in
	for _, t := range textsOf(&out) {
		if t.text.Left == "" {
			continue
		}
		source, err := s.l.texts.Append(nil, in.File, t.field, *t.text)
		if err != nil {
			s.l.fail(in.File, err)
		}
		t.text.Source = string(source)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.wholes) == recentWholes {
		clear(s.wholes)
	}
	s.wholes[in] = &out
	return &out
}

// samePart returns how many of a hundred runs of two innovations are in both.
func samePart(a, b *award.Innovation) int {
	runs := map[uint64]bool{} // whether both have it
	eachRun(a, func(run uint64) { runs[run] = false })
	both := 0
	eachRun(b, func(run uint64) {
		if shared, known := runs[run]; known && !shared {
			runs[run] = true
			both++
		} else if !known {
			runs[run] = true // of b alone: counted once
		}
	})
	if len(runs) == 0 {
		return 0
	}
	return both * 100 / len(runs)
}
