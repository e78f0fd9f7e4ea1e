package seal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"siger/generator/award"
)

// everyEdition runs a check on random evaluated editions.
func everyEdition(t *testing.T, check func(t *testing.T, r *rand.Rand, e *award.Edition, shared Shared)) {
	for seed := range uint64(100) {
		passed := t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 5))
			e, shared := randomEdition(r)
			check(t, r, e, shared)
		})
		if !passed {
			return
		}
	}
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// randomEdition makes a small edition with every kind of rule, and ties.
func randomEdition(r *rand.Rand) (*award.Edition, Shared) {
	shared := Shared{Groups: []award.AgencyGroup{{ID: "pd", Name: "PD"}, {ID: "kota", Name: "Kota"}}}
	shared.Taxonomies = []award.Taxonomy{{ID: "jenis", Name: "Jenis", Terms: []award.Term{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}}}}
	for i := range 1 + r.IntN(4) {
		shared.Agencies = append(shared.Agencies, award.Agency{ID: fmt.Sprint("pd", i), Name: fmt.Sprint("Dinas ", i), Group: pick(r, "pd", "kota")})
	}
	e := &award.Edition{Year: 2021, Status: award.Final, AsOf: award.Date{Year: 2021}, Rubric: award.Rubric{
		Scale: award.NewDecimal(100, 0), Places: r.IntN(award.MaxPlaces + 1), Combine: pick(r, award.Combinations...),
		Bands: []award.Band{{Name: "Tinggi = atas", From: award.NewDecimal(50, 0)}, {Name: "Rendah"}},
	}}
	for i := range 1 + r.IntN(4) {
		c := award.Criterion{ID: fmt.Sprint("k", i), Weight: award.NewDecimal(1+r.Int64N(99), r.IntN(2)), Gate: r.IntN(4) == 0}
		for _, v := range []int{0, 1, 3} {
			c.Levels = append(c.Levels, award.Level{Value: v})
		}
		e.Rubric.Criteria = append(e.Rubric.Criteria, c)
	}
	minimum := award.NewDecimal(40, 0)
	e.Awards = []award.Award{
		{ID: "terbaik", Subject: award.Innovations, Measure: award.ByScore, Places: 1 + r.IntN(3)},
		{ID: "digital", Subject: award.Innovations, Measure: award.ByScore, Places: 2, Minimum: &minimum,
			Filter: award.Filter{Terms: []award.Category{{Taxonomy: "jenis", Terms: []string{"b"}}}, Groups: []string{"pd"}}},
		{ID: "rata", Subject: award.Agencies, Measure: award.ByMean, Places: 2, MinDivisor: r.IntN(4)},
	}
	for i := range 1 + r.IntN(8) {
		in := &award.Innovation{ID: fmt.Sprint("in", i), Name: pick(r, "Siger", "siger", "Kopi"), Agency: pick(r, shared.Agencies...).ID, Summary: "Ringkasan."}
		in.Categories = []award.Category{{Taxonomy: "jenis", Terms: []string{pick(r, "a", "b")}}}
		for _, c := range e.Rubric.Criteria {
			in.Marks = append(in.Marks, award.Mark{Criterion: c.ID, Levels: []int{pick(r, 0, 1, 3), pick(r, 1, 3)}})
		}
		if r.IntN(8) == 0 {
			in.Withdrawal = award.Withdrawal{Date: award.Date{Year: 2021}, Reason: "Digabung."}
		}
		e.Innovations = append(e.Innovations, in)
	}
	return e, shared
}

func sealOf(e *award.Edition, shared Shared) *Seal {
	return New(award.Evaluate(e, shared.Agencies), shared)
}

// TestRoundTrip: a seal is read as it was written, its results are those that its
// inputs give, and the order of records does not show.
func TestRoundTrip(t *testing.T) {
	everyEdition(t, func(t *testing.T, r *rand.Rand, e *award.Edition, shared Shared) {
		s := sealOf(e, shared)
		data := s.Encode()
		if !bytes.Equal(data, encode(s)) {
			t.Fatal("part by part, the file is another")
		}
		again, err := Decode(data)
		if err != nil || !bytes.Equal(again.Encode(), data) {
			t.Fatalf("decode: %v", err)
		}
		if changes, err := again.Recompute(); err != nil || len(changes) > 0 {
			t.Errorf("recomputed: %v %v", err, changes)
		}
		r.Shuffle(len(e.Innovations), func(i, j int) { e.Innovations[i], e.Innovations[j] = e.Innovations[j], e.Innovations[i] })
		slices.Reverse(shared.Agencies)
		if other := sealOf(e, shared); other.Root != s.Root {
			t.Error("the order of records shows in the root hash")
		}
	})
}

// TestIDTeks: an innovation or agency may have the id that the names of parts without
// effect on scores end in.
func TestIDTeks(t *testing.T) {
	e, shared := randomEdition(rand.New(rand.NewPCG(1, 5)))
	shared.Agencies[0].ID = "teks"
	for _, in := range e.Innovations {
		in.Agency = "teks"
	}
	e.Innovations[0].ID = "teks"
	s := sealOf(e, shared)
	if changes, err := s.Recompute(); err != nil || len(changes) > 0 {
		t.Errorf("recomputed: %v %v", err, changes)
	}
	for _, c := range []struct {
		part, kind, id string
		editorial      bool
	}{
		{"edisi", "edisi", "", false}, {"edisi/teks", "edisi", "", true},
		{"inovasi/teks", "inovasi", "teks", false}, {"inovasi/teks/teks", "inovasi", "teks", true},
		{"perangkat-daerah/teks", "perangkat-daerah", "teks", false}, {"perangkat-daerah/teks/teks", "perangkat-daerah", "teks", true},
		{"klasifikasi/teks/teks", "klasifikasi", "teks", true},
	} {
		if kind, id := Subject(c.part); kind != c.kind || id != c.id || Editorial(c.part) != c.editorial {
			t.Errorf("%s is about %s %s, without effect: %t", c.part, kind, id, Editorial(c.part))
		}
		if _, ok := s.Inputs()[c.part]; !ok && c.kind != "klasifikasi" {
			t.Errorf("there is no part %s", c.part)
		}
	}
	change := Change{"inovasi/teks", "perangkat_daerah", "teks", "lain"}
	if _, faults := s.Correct([]Correction{{Kind: Wording, Changes: []Change{change}}}); len(faults) != 1 || faults[0].Flaw != WrongKind {
		t.Errorf("a record of wording changes what scores depend on: %v", faults)
	}
}

// mutations change something that scores depend on.
var mutations = map[string]func(r *rand.Rand, e *award.Edition, shared Shared){
	"level": func(r *rand.Rand, e *award.Edition, _ Shared) {
		m := &pick(r, e.Innovations...).Marks[0]
		m.Levels[r.IntN(len(m.Levels))]++
	},
	"assessor": func(r *rand.Rand, e *award.Edition, _ Shared) {
		m := &pick(r, e.Innovations...).Marks[0]
		m.Levels = append(m.Levels, 1)
	},
	"mark gone": func(r *rand.Rand, e *award.Edition, _ Shared) {
		in := pick(r, e.Innovations...)
		in.Marks = in.Marks[1:]
	},
	"agency": func(r *rand.Rand, e *award.Edition, _ Shared) { pick(r, e.Innovations...).Agency = "lain" },
	"category": func(r *rand.Rand, e *award.Edition, _ Shared) {
		pick(r, e.Innovations...).Categories = []award.Category{{Taxonomy: "jenis", Terms: []string{"a", "b"}}}
	},
	"withdrawal": func(r *rand.Rand, e *award.Edition, _ Shared) {
		in := pick(r, e.Innovations...)
		if in.Withdrawal != (award.Withdrawal{}) {
			in.Withdrawal = award.Withdrawal{}
		} else {
			in.Withdrawal.Reason = "Digabung."
		}
	},
	"weight":          func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Criteria[0].Weight = award.NewDecimal(100, 0) },
	"gate":            func(r *rand.Rand, e *award.Edition, _ Shared) { c := &e.Rubric.Criteria[0]; c.Gate = !c.Gate },
	"levels":          func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Criteria[0].Levels[2].Value = 4 },
	"scale":           func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Scale = award.NewDecimal(111, 0) },
	"places":          func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Places = (e.Rubric.Places + 1) % 5 },
	"combine":         func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Combine += "x" },
	"band":            func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Bands[0].From = award.NewDecimal(51, 0) },
	"band name":       func(r *rand.Rand, e *award.Edition, _ Shared) { e.Rubric.Bands[1].Name = "Bawah" },
	"award places":    func(r *rand.Rand, e *award.Edition, _ Shared) { e.Awards[0].Places++ },
	"award filter":    func(r *rand.Rand, e *award.Edition, _ Shared) { e.Awards[1].Filter.Groups = []string{"kota"} },
	"award minimum":   func(r *rand.Rand, e *award.Edition, _ Shared) { e.Awards[1].Minimum = nil },
	"award divisor":   func(r *rand.Rand, e *award.Edition, _ Shared) { e.Awards[2].MinDivisor = 9 },
	"award gone":      func(r *rand.Rand, e *award.Edition, _ Shared) { e.Awards = e.Awards[1:] },
	"status":          func(r *rand.Rand, e *award.Edition, _ Shared) { e.Status = award.Draft },
	"innovation gone": func(r *rand.Rand, e *award.Edition, _ Shared) { e.Innovations = e.Innovations[1:] },
	"group of an agency": func(r *rand.Rand, e *award.Edition, shared Shared) {
		for i := range shared.Agencies {
			shared.Agencies[i].Group = "lain"
		}
	},
}

// TestMutations: every change of something that scores depend on is found, as one
// that is not about wording, and a correction that lists it makes up for it.
func TestMutations(t *testing.T) {
	for name, mutate := range mutations {
		t.Run(name, func(t *testing.T) {
			everyEdition(t, func(t *testing.T, r *rand.Rand, e *award.Edition, shared Shared) {
				s := sealOf(e, shared)
				mutate(r, e, shared)
				now := inputsOf(e, shared)
				changes := Compare(s.Inputs(), now)
				if !slices.ContainsFunc(changes, func(c Change) bool { return !Editorial(c.Part) }) {
					t.Fatalf("not found: %v", changes)
				}
				corrected, faults := s.Correct(Draft(award.Date{Year: 2022}, changes))
				if left := Compare(corrected, now); len(left) > 0 || len(faults) > 0 {
					t.Errorf("after the correction: %v %v", left, faults)
				}
			})
		})
	}
}

// inputsOf returns the parts of inputs without evaluating what may be no edition.
func inputsOf(e *award.Edition, shared Shared) map[string]Part {
	return New(&award.Standing{Edition: e}, shared).Inputs()
}

func TestCorrectFaults(t *testing.T) {
	s := &Seal{Format: Format, Year: 2021, Parts: []Part{
		newPart("inovasi/a", fields{"x": "1"}),
		newPart("inovasi/a/teks", fields{"nama": "A"}),
		newPart("klasifikasi/k/teks", fields{"nama": "K"}),
	}}
	for _, c := range []struct {
		name string
		kind Kind
		list []Change
		want []Fault
	}{
		{"a step", Substance, []Change{{"inovasi/a", "x", "1", "2"}}, nil},
		{"two steps", Substance, []Change{{"inovasi/a", "x", "1", "2"}, {"inovasi/a", "x", "2", "3"}}, nil},
		{"a gap", Substance, []Change{{"inovasi/a", "x", "1", "2"}, {"inovasi/a", "x", "3", "4"}}, []Fault{{0, 1, WrongStart, "2"}}},
		{"a gap is one fault", Substance, []Change{{"inovasi/a", "x", "0", "2"}, {"inovasi/a", "x", "2", "4"}}, []Fault{{0, 0, WrongStart, "1"}}},
		{"a new field", Substance, []Change{{"inovasi/a", "y", "", "2"}}, nil},
		{"a field that was there", Substance, []Change{{"inovasi/a", "x", "", "2"}}, []Fault{{0, 0, WrongStart, "1"}}},
		{"nothing", Substance, []Change{{"inovasi/a", "x", "1", "1"}}, []Fault{{0, 0, NoChange, ""}}},
		{"no part", Substance, []Change{{"inovasi/b", "x", "1", "2"}}, []Fault{{0, 0, Unknown, ""}}},
		{"a result", Substance, []Change{{"hasil/inovasi/a", "skor", "1", "2"}}, []Fault{{0, 0, Unknown, ""}}},
		{"a name", Wording, []Change{{"klasifikasi/k/teks", "nama", "K", "L"}}, nil},
		{"what follows", Wording, []Change{{"klasifikasi/k/teks", "istilah.x.nama", "", "X"}, {"kelompok/g/teks", "", "", digest("g")}}, []Fault{{0, 0, Unknown, ""}, {0, 1, Unknown, ""}}},
		{"wording", Wording, []Change{{"inovasi/a/teks", "nama", "A", "B"}}, nil},
		{"more than wording", Wording, []Change{{"inovasi/a", "x", "1", "2"}}, []Fault{{0, 0, WrongKind, ""}}},
		{"a new part, then its field", Substance, []Change{{"inovasi/b", "", "", digest("b")}, {"inovasi/b", "x", "1", "2"}}, []Fault{{0, 1, Unknown, ""}}},
		{"gone with what was there", Substance, []Change{{"inovasi/a", "", whole(s.Parts[0]), ""}}, nil},
		{"gone after a step", Substance, []Change{{"inovasi/a", "x", "1", "2"}, {"inovasi/a", "", whole(s.Parts[0]), ""}},
			[]Fault{{0, 1, WrongStart, whole(newPart("inovasi/a", fields{"x": "2"}))}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := whole(s.Parts[0])
			if _, faults := s.Correct([]Correction{{Kind: c.kind, Changes: c.list}}); !slices.Equal(faults, c.want) {
				t.Errorf("faults %v, want %v", faults, c.want)
			}
			if whole(s.Parts[0]) != before || s.Parts[0].Hash != hashFields(s.Parts[0].Fields) {
				t.Error("the seal itself was changed")
			}
		})
	}
}

func TestDecodeErrors(t *testing.T) {
	e, shared := randomEdition(rand.New(rand.NewPCG(1, 5)))
	good := string(sealOf(e, shared).Encode())
	replace := func(before, after string) string {
		if !strings.Contains(good, before) {
			t.Fatalf("the seal has no %q", before)
		}
		return strings.Replace(good, before, after, 1)
	}
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"nothing":       {"", ErrForm},
		"another value": {replace(`"status": "final"`, `"status": "draf"`), ErrHash},
		"another year":  {replace(`"tahun": 2021,`, `"tahun": 2022,`), ErrHash},
		"another root":  {replace(`"akar": "`, `"akar": "0`), ErrHash},
		"another key":   {replace(`"tahun": 2021,`, `"tahun": 2021, "x": 1,`), ErrForm},
		"a key twice":   {replace(`"status": "final"`, "\"status\": \"draf\",\n    \"status\": \"final\""), ErrForm},
		"cut short":     {good[:len(good)/2], ErrForm},
		"more after it": {good + "{}", ErrForm},
		"a space":       {replace(`"tahun": 2021,`, `"tahun":  2021,`), ErrForm},
		"no last line":  {strings.TrimSuffix(good, "\n"), ErrForm},
		"a format":      {replace(`"format": "1"`, `"format": "2"`), ErrFormat},
		"one line":      {strings.ReplaceAll(good, "\n", ""), ErrForm},
		"null":          {"null\n", ErrFormat},
	} {
		if _, err := Decode([]byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// TestForgedSize: a seal whose evaluation would take far more than its size is
// refused.
func TestForgedSize(t *testing.T) {
	edition := fields{"rubrik.skala": "100", "rubrik.desimal": "2", "rubrik.penilai": "median"}
	var ids []string
	for i := range maxCriteria {
		id := fmt.Sprint("k", i)
		ids = append(ids, id)
		edition["rubrik.kriteria."+id+".bobot"], edition["rubrik.kriteria."+id+".tingkat"] = "1", "0, 1"
	}
	edition.list("rubrik.kriteria", ids)
	inputs := map[string]Part{"edisi": newPart("edisi", edition)}
	if _, err := Evaluate(2021, inputs); err != nil {
		t.Fatal(err)
	}
	for i := range maxMarks / maxCriteria {
		name := fmt.Sprint("inovasi/in", i)
		inputs[name] = newPart(name, fields{"perangkat_daerah": "pd"})
	}
	if _, err := Evaluate(2021, inputs); !errors.Is(err, ErrInputs) {
		t.Errorf("many innovations: %v", err)
	}
	edition.list("rubrik.kriteria", append(ids, "satu-lagi"))
	if _, err := Evaluate(2021, map[string]Part{"edisi": newPart("edisi", edition)}); !errors.Is(err, ErrInputs) {
		t.Errorf("many criteria: %v", err)
	}
}

// FuzzDecode: no file makes the package panic, and what is read is written the same.
func FuzzDecode(f *testing.F) {
	for seed := range uint64(3) {
		e, shared := randomEdition(rand.New(rand.NewPCG(seed, 5)))
		f.Add(sealOf(e, shared).Encode())
	}
	f.Add([]byte(`{"format":"1","bagian":[{"isian":null}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Decode(data)
		if err != nil {
			return
		}
		if !bytes.Equal(s.Encode(), bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) {
			t.Error("read and written, the seal is another")
		}
		if len(s.Root) != 64 || s.Short() == "" {
			t.Error("a root hash of another length")
		}
		_, _ = s.Recompute() // any error is as good as another
	})
}

// FuzzEvaluate: no inputs make the package panic.
func FuzzEvaluate(f *testing.F) {
	f.Add("rubrik.skala=100\nrubrik.desimal=2\nrubrik.penilai=median\nrubrik.kriteria=a\nrubrik.kriteria.a.bobot=30\nrubrik.kriteria.a.tingkat=0, 1", "perangkat_daerah=pd\npenilaian.a.tingkat=1, 0")
	f.Add("rubrik.desimal=9999999999999999999\nrubrik.skala=1e9", "penilaian.a.tingkat=-1")
	f.Fuzz(func(t *testing.T, edition, innovation string) {
		parse := func(text string) fields {
			m := fields{}
			for line := range strings.Lines(text) {
				path, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
				m[path] = value
			}
			return m
		}
		_, err := Evaluate(2021, map[string]Part{"edisi": newPart("edisi", parse(edition)), "inovasi/x": newPart("inovasi/x", parse(innovation))})
		if err != nil && !errors.Is(err, ErrInputs) {
			t.Error(err)
		}
	})
}
