package site

import (
	"fmt"
	"slices"

	"siger/generator/award"
	"siger/generator/content"
)

// The document vektor-uji.json: small editions, each about one case that a program
// which computes results gets wrong easily. They are evaluated by the same code as
// real editions and written in the form of hasil.json, so that one program reads
// both and the expected outputs are the rule that runs.

type vectorsDocument struct {
	Schema  string       `json:"versi_skema"`
	Vectors []vectorData `json:"vektor"`
}

type vectorData struct {
	ID   string          `json:"id"`
	Text string          `json:"uraian"`
	Data resultsDocument `json:"data"`
}

func (s *Site) vectors() vectorsDocument {
	doc := vectorsDocument{Schema: SchemaVersion}
	for _, v := range vectors() {
		v.edition.Year, v.edition.Name, v.edition.Status = 2000, v.id, award.Draft
		v.edition.Rubric.Criteria = withLevels(&v.edition)
		plan := &Site{texts: s.texts, format: s.format, content: &content.Content{Taxonomies: vectorTaxonomies, Groups: vectorGroups}, pieces: new(pieces)}
		doc.Vectors = append(doc.Vectors, vectorData{v.id, s.t("vektor-" + v.id), plan.results(award.Evaluate(&v.edition, vectorAgencies))})
	}
	return doc
}

// What all vectors share.
var (
	vectorTaxonomies = []award.Taxonomy{
		{ID: "bentuk", Name: "Bentuk", Terms: []award.Term{{ID: "layanan", Name: "Layanan"}, {ID: "tata-kelola", Name: "Tata kelola"}}},
		{ID: "urusan", Name: "Urusan", Terms: []award.Term{{ID: "kesehatan", Name: "Kesehatan"}, {ID: "pertanian", Name: "Pertanian"}, {ID: "pendidikan", Name: "Pendidikan"}}},
	}
	vectorGroups   = []award.AgencyGroup{{ID: "provinsi", Name: "Provinsi"}, {ID: "kabupaten", Name: "Kabupaten"}}
	vectorAgencies = []award.Agency{
		{ID: "dinas-a", Name: "Dinas A", Group: "provinsi"}, {ID: "dinas-b", Name: "Dinas B", Group: "provinsi"},
		{ID: "kabupaten-c", Name: "Kabupaten C", Group: "kabupaten"},
	}
)

type vector struct {
	id      string
	edition award.Edition
}

// vectors makes the cases anew each time, so that nobody can change them for others.
func vectors() []vector {
	// plain scores as many points as the level of its one criterion.
	plain := rubricOf("10", 0, criterionOf("a", "1", 10))
	ones := func(names string, levels ...int) []*award.Innovation {
		var list []*award.Innovation
		for i, level := range levels {
			list = append(list, entryOf(names[i:i+1], "dinas-a", []int{level}))
		}
		return list
	}
	best := award.Award{ID: "terbaik", Name: "Terbaik", Subject: award.Innovations, Measure: award.ByScore, Places: 3}
	filtered := func(id string, f award.Filter) award.Award {
		a := best
		a.ID, a.Name, a.Filter = id, id, f
		return a
	}
	agencyAward := func(m award.Measure) award.Award {
		return award.Award{ID: "pd-" + string(m), Name: "Menurut " + string(m), Subject: award.Agencies, Measure: m, Places: 1}
	}
	with := func(r award.Rubric, change func(*award.Rubric)) award.Rubric {
		change(&r)
		return r
	}
	in := func(id, agency string, level int, categories ...award.Category) *award.Innovation {
		e := entryOf(id, agency, []int{level})
		e.Categories = categories
		return e
	}
	category := func(taxonomy string, terms ...string) award.Category {
		return award.Category{Taxonomy: taxonomy, Terms: terms}
	}
	gated := rubricOf("10", 1, criterionOf("a", "2", 3), gateOf("b", "1", 3), gateOf("c", "0", 1))
	pair := rubricOf("100", 2, criterionOf("a", "1", 3), criterionOf("b", "2", 3))
	banded := with(rubricOf("10", 1, criterionOf("a", "1", 100)), func(r *award.Rubric) {
		r.Bands = []award.Band{{Name: "Tinggi", From: number("7.5")}, {Name: "Sedang", From: number("4")}, {Name: "Rendah", From: number("0")}}
	})
	withdrawn := in("b", "dinas-a", 9)
	withdrawn.Withdrawal = award.Withdrawal{Date: award.Date{Year: 2000, Month: 5, Day: 1}, Reason: "Digabung"}
	minimum := func(a award.Award, least string) award.Award {
		a.Minimum = new(number(least))
		return a
	}
	divided := func(divisor int) award.Award {
		a := agencyAward(award.ByMean)
		a.MinDivisor, a.Places = divisor, 2
		return a
	}
	across := []*award.Innovation{in("a", "dinas-a", 9), in("b", "dinas-b", 4), in("c", "dinas-b", 5), in("d", "dinas-b", 5), in("e", "kabupaten-c", 8)}

	return []vector{
		{"setengah-ke-atas", award.Edition{
			Rubric:      rubricOf("10", 1, criterionOf("a", "1", 8)), // 1.25 for each level
			Innovations: ones("abcd", 1, 2, 3, 5),
		}},
		{"hampir-setengah", award.Edition{
			Rubric:      with(rubricOf("1", 1, criterionOf("a", "1", 20)), func(r *award.Rubric) { r.Combine = award.Mean }), // 0.05 for each level
			Innovations: []*award.Innovation{entryOf("a", "dinas-a", []int{8, 9, 10}), entryOf("b", "dinas-a", []int{8, 9, 9}), entryOf("c", "dinas-a", []int{9, 9, 10})},
		}},
		{"seri-dilewati", award.Edition{Rubric: plain, Innovations: ones("abcd", 9, 7, 7, 5), Awards: []award.Award{best}}},
		{"seri-di-puncak", award.Edition{Rubric: plain, Innovations: ones("abcd", 8, 8, 8, 7), Awards: []award.Award{best}}},
		{"seri-karena-pembulatan", award.Edition{
			Rubric:      rubricOf("10", 0, criterionOf("a", "1", 100)),
			Innovations: ones("abc", 75, 84, 74), Awards: []award.Award{best},
		}},
		{"syarat", award.Edition{
			Rubric: gated,
			Innovations: []*award.Innovation{
				entryOf("a", "dinas-a", []int{0}, []int{1}, []int{1}), // 0 on a criterion that is no gate
				entryOf("b", "dinas-a", []int{3}, []int{0}, []int{1}),
				entryOf("c", "dinas-a", []int{3}, []int{3}, []int{0}), // the gate without weight
				entryOf("d", "dinas-a", []int{3, 3}, []int{0, 1}, []int{0, 1}),
				entryOf("e", "dinas-a", []int{3, 3, 3}, []int{0, 0, 3}, []int{1, 1, 1}),
			},
		}},
		{"predikat-di-batas", award.Edition{
			Rubric:      banded,
			Innovations: append(ones("abcdef", 100, 75, 74, 40, 39, 0), entryOf("g", "dinas-a", []int{74, 75})), // 7.45
		}},
		{"tanpa-predikat", award.Edition{Rubric: plain, Innovations: ones("a", 10)}},
		{"median", award.Edition{Rubric: pair, Innovations: []*award.Innovation{
			entryOf("a", "dinas-a", []int{1, 2}, []int{3, 0, 3, 1}), entryOf("b", "dinas-a", []int{3, 0, 1}, []int{2}),
		}}},
		{"rata-rata", award.Edition{
			Rubric: with(pair, func(r *award.Rubric) { r.Combine = award.Mean }),
			Innovations: []*award.Innovation{
				entryOf("a", "dinas-a", []int{1, 2, 2}, []int{3, 0, 3, 1}), entryOf("b", "dinas-a", []int{3, 0, 1}, []int{2}),
			},
		}},
		{"sumbangan", award.Edition{
			Rubric: rubricOf("100", 1, criterionOf("a", "1", 1), criterionOf("b", "1", 1), criterionOf("c", "1", 1)),
			Innovations: []*award.Innovation{
				entryOf("a", "dinas-a", []int{1}, []int{1}, []int{1}), entryOf("b", "dinas-a", []int{0}, []int{1}, []int{1}),
			},
		}},
		{"belum-dinilai", award.Edition{Rubric: gated, Innovations: []*award.Innovation{
			entryOf("a", "dinas-a", []int{3}, []int{2}, []int{1}), entryOf("b", "dinas-a", []int{3}, []int{0}), entryOf("c", "dinas-a"),
		}}},
		{"ditarik", award.Edition{
			Rubric: plain, Innovations: []*award.Innovation{in("a", "dinas-a", 5), withdrawn},
			Awards: []award.Award{best, agencyAward(award.ByCount)},
		}},
		{"perangkat-daerah-tanpa-nilai", award.Edition{
			Rubric: plain, Innovations: []*award.Innovation{in("a", "dinas-a", 0), entryOf("b", "dinas-b"), entryOf("c", "dinas-b")},
			Awards: []award.Award{agencyAward(award.ByCount), agencyAward(award.ByTotal), agencyAward(award.ByMean)},
		}},
		{"ukuran-perangkat-daerah", award.Edition{
			Rubric: plain, Innovations: across,
			Awards: []award.Award{agencyAward(award.ByCount), agencyAward(award.ByTotal), agencyAward(award.ByMean)},
		}},
		{"rata-rata-dari-skor-bulat", award.Edition{
			Rubric:      rubricOf("10", 1, criterionOf("a", "1", 200)), // 0.05 for each level
			Innovations: []*award.Innovation{in("a", "dinas-a", 21), in("b", "dinas-a", 24)},
		}},
		{"skor-minimal", award.Edition{
			Rubric: plain, Innovations: across,
			Awards: []award.Award{minimum(filtered("tepat", award.Filter{}), "8"), minimum(filtered("di-atas", award.Filter{}), "10"), minimum(agencyAward(award.ByCount), "5")},
		}},
		{"pembagi-minimal", award.Edition{Rubric: plain, Innovations: across, Awards: []award.Award{divided(2)}}},
		{"saring-kategori", award.Edition{
			Rubric: plain,
			Innovations: []*award.Innovation{
				in("a", "dinas-a", 9, category("bentuk", "layanan"), category("urusan", "pendidikan")),
				in("b", "dinas-a", 8, category("bentuk", "layanan"), category("urusan", "kesehatan", "pertanian")),
				in("c", "dinas-b", 7, category("bentuk", "tata-kelola"), category("urusan", "pertanian")),
				in("d", "dinas-b", 6),
			},
			Awards: []award.Award{
				filtered("salah-satu", award.Filter{Terms: []award.Category{category("urusan", "pertanian", "kesehatan")}}),
				filtered("keduanya", award.Filter{Terms: []award.Category{category("bentuk", "layanan"), category("urusan", "pertanian")}}),
			},
		}},
		{"saring-kelompok", award.Edition{
			Rubric: plain, Innovations: across,
			Awards: []award.Award{
				filtered("kabupaten", award.Filter{Groups: []string{"kabupaten"}}),
				filtered("semua-kelompok", award.Filter{Groups: []string{"kabupaten", "provinsi"}}),
			},
		}},
		{"skala-jumlah-bobot", award.Edition{
			Rubric:      rubricOf("13.5", 1, criterionOf("a", "1.5", 3), criterionOf("b", "3", 3)),
			Innovations: []*award.Innovation{entryOf("a", "dinas-a", []int{3}, []int{3}), entryOf("b", "dinas-a", []int{1}, []int{2})},
		}},
		{"kosong", award.Edition{Rubric: plain, Awards: []award.Award{best, agencyAward(award.ByTotal)}}},
	}
}

// number reads a decimal that is written in this file.
func number(s string) award.Decimal {
	d, err := award.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func rubricOf(scale string, places int, criteria ...award.Criterion) award.Rubric {
	return award.Rubric{Name: "Skor", Scale: number(scale), Places: places, Combine: award.Median, Criteria: criteria}
}

// criterionOf has the levels 0 and highest; see [withLevels] for those between.
func criterionOf(id, weight string, highest int) award.Criterion {
	return award.Criterion{ID: id, Name: id, Weight: number(weight), Levels: []award.Level{{Value: 0}, {Value: highest}}}
}

func gateOf(id, weight string, highest int) award.Criterion {
	c := criterionOf(id, weight, highest)
	c.Gate = true
	return c
}

// withLevels returns the criteria of a vector with every level that an assessor
// gave on them.
func withLevels(e *award.Edition) []award.Criterion {
	criteria := slices.Clone(e.Rubric.Criteria)
	for i := range criteria {
		values := []int{0, criteria[i].Highest()}
		for _, in := range e.Innovations {
			if i < len(in.Marks) {
				values = append(values, in.Marks[i].Levels...)
			}
		}
		slices.Sort(values)
		criteria[i].Levels = nil
		for _, v := range slices.Compact(values) {
			criteria[i].Levels = append(criteria[i].Levels, award.Level{Value: v})
		}
	}
	return criteria
}

// entryOf has the assessors' levels on the criteria a, b, c, …
func entryOf(id, agency string, levels ...[]int) *award.Innovation {
	in := &award.Innovation{ID: id, Name: fmt.Sprintf("Inovasi %s", id), Agency: agency}
	for i, l := range levels {
		in.Marks = append(in.Marks, award.Mark{Criterion: string(rune('a' + i)), Levels: l})
	}
	return in
}
