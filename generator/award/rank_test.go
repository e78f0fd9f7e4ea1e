package award_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"siger/generator/award"
)

func TestRank(t *testing.T) {
	for _, c := range []struct {
		scores []int // of a, b, c, …; -1 without a level
		want   string
	}{
		{nil, ""},
		{[]int{70}, "1 a"},
		{[]int{70, 80, 90}, "1 c, 2 b, 3 a"},
		{[]int{90, 80, 80, 70}, "1 a, 2= b, 2= c, 4 d"},
		{[]int{90, 90, 80, 80}, "1= a, 1= b, 3= c, 3= d"},
		{[]int{50, 50, 50}, "1= a, 1= b, 1= c"},
		{[]int{0, 100, 0}, "1 b, 2= a, 2= c"},
		{[]int{-1, 70, -1}, "1 b, belum-dinilai a, belum-dinilai c"},
		{[]int{-1}, "belum-dinilai a"},
	} {
		e := &award.Edition{Rubric: plain()}
		for i, score := range c.scores {
			e.Innovations = append(e.Innovations, scored(string(rune('a'+i)), "x", score))
		}
		s := award.Evaluate(e, agencies("x"))
		equal(t, fmt.Sprint("ranks of ", c.scores), ranks(s.Results), c.want)
	}
}

// What a reader sees decides: scores that differ only behind the last digit tie.
func TestRankComparesRoundedScores(t *testing.T) {
	r := rubric(criterion("nilai", "1", 0, 30000))
	r.Bands = []award.Band{{Name: "atas", From: dec("50.01")}, {Name: "bawah", From: dec("0")}}
	e := &award.Edition{Rubric: r}
	e.Innovations = append(e.Innovations, scored("a", "x", 15001), scored("b", "x", 15002), scored("c", "x", 15000), scored("d", "x", 15003))
	e.Awards = []award.Award{{Subject: award.Innovations, Places: 9, Minimum: new(dec("50.01"))}}
	s := award.Evaluate(e, agencies("x"))
	// 50.0033…, 50.0066…, 50 and 50.01
	equal(t, "ranks", ranks(s.Results), "1= b, 1= d, 3= a, 3= c")
	for i, want := range []string{"50.01 atas", "50.01 atas", "50.00 bawah", "50.00 bawah"} {
		equal(t, "score and band", s.Results[i].Score.String()+" "+s.Results[i].Band, want)
	}
	equal(t, "award", places(s.Awards[0]), "1= b, 1= d")
}

func TestOrder(t *testing.T) {
	r := rubric(gate("nilai", "1", 0, 100))
	withdrawn := scored("w", "x", 99)
	withdrawn.Withdrawal.Reason = "digabung"
	e := &award.Edition{Rubric: r}
	add := func(id, name string, score int) {
		in := scored(id, "x", score)
		in.Name = name
		e.Innovations = append(e.Innovations, in)
	}
	add("n1", "tanpa nilai", -1)
	add("g2", "gugur", 0)
	add("t5", "beta", 50)
	add("t4", "Beta", 50)
	add("t3", "beta", 50)
	add("t2", "Alfa", 50)
	add("t1", "Cipta", 50)
	add("g1", "Gugur", 0)
	add("b1", "zulu", 60)
	e.Innovations = append(e.Innovations, withdrawn)
	want := "1 b1, 2= t2, 2= t4, 2= t3, 2= t5, 2= t1, tidak-memenuhi-syarat g1, tidak-memenuhi-syarat g2, belum-dinilai n1, ditarik w"
	for seed := range uint64(20) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(e.Innovations), func(i, j int) {
			e.Innovations[i], e.Innovations[j] = e.Innovations[j], e.Innovations[i]
		})
		s := award.Evaluate(e, agencies("x"))
		equal(t, "order", ranks(s.Results), want)
		equal(t, "rated", ranks(s.Rated()), ranks(s.Results[:6]))
		if t.Failed() {
			return
		}
	}
}

func TestBand(t *testing.T) {
	r := rubric()
	equal(t, "without bands", r.Band(dec("50")), nil)
	r.Bands = []award.Band{{Name: "tinggi", From: dec("80")}, {Name: "sedang", From: dec("40.5")}, {Name: "rendah", From: dec("0")}}
	for _, c := range []struct{ score, want string }{
		{"100.00", "tinggi"}, {"80.00", "tinggi"}, {"79.99", "sedang"}, {"40.50", "sedang"}, {"40.49", "rendah"}, {"0.00", "rendah"}, {"80", "tinggi"},
	} {
		if got := r.Band(dec(c.score)); got == nil || got.Name != c.want {
			t.Errorf("band of %s: got %v, want %s", c.score, got, c.want)
		}
	}
	e := &award.Edition{Rubric: plain(), Innovations: []*award.Innovation{scored("a", "x", 40), scored("b", "x", -1)}}
	for _, result := range award.Evaluate(e, nil).Results {
		equal(t, "band of "+result.Innovation.ID+" without bands", result.Band, "")
	}
	e.Rubric.Bands = r.Bands
	results := award.Evaluate(e, nil).Results
	equal(t, "band of a", results[0].Band, "rendah")
	equal(t, "band of an unrated one", results[1].Band, "")
}

func TestLookups(t *testing.T) {
	r := rubric(criterion("a", "1", 0, 2), criterion("b", "1", 0, 1, 3))
	equal(t, "criterion b", r.Criterion("b"), &r.Criteria[1])
	equal(t, "criterion z", r.Criterion("z"), nil)
	equal(t, "level 3 of b", r.Criteria[1].Level(3), &r.Criteria[1].Levels[2])
	equal(t, "level 2 of b", r.Criteria[1].Level(2), nil)
	equal(t, "highest of b", r.Criteria[1].Highest(), 3)
	equal(t, "highest of none", new(award.Criterion).Highest(), 0)
	taxonomy := award.Taxonomy{Terms: []award.Term{{ID: "digital"}, {ID: "non-digital"}}}
	equal(t, "term", taxonomy.Term("non-digital"), &taxonomy.Terms[1])
	equal(t, "no term", taxonomy.Term("z"), nil)
	equal(t, "measures of agencies", fmt.Sprint(award.Measures(award.Agencies)), "[jumlah total rata-rata]")
	equal(t, "measures of innovations", fmt.Sprint(award.Measures(award.Innovations)), "[skor]")
	equal(t, "no text", award.Text{}.IsZero(), true)
	equal(t, "a text", award.Text{Source: "x"}.IsZero(), false)
}
