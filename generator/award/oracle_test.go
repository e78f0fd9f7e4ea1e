package award_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"siger/generator/award"
)

// The forms in which a Standing and the oracle's answer are compared.
const (
	resultForm = "result %s: %s, score %s, rank %d, tied %t, band %q, levels %v, shares %v, failed %v, missing %v\n"
	agencyForm = "agency %s: of %v, count %d, total %s, mean %s, ranks %d %d %d\n"
	winnerForm = "award %s: place %d, tied %t, value %s, %s %s\n"
)

// canonical writes everything that a Standing says, in its order.
func canonical(s *award.Standing) string {
	var out strings.Builder
	for _, r := range s.Results {
		levels, shares := []string{}, []string{}
		for _, l := range r.Lines {
			levels = append(levels, fmt.Sprintf("%d/%d", l.Level.Num, l.Level.Den))
			shares = append(shares, l.Share.String())
		}
		fmt.Fprintf(&out, resultForm, r.Innovation.ID, r.State, r.Score, r.Rank, r.Tied, r.Band, levels, shares, ids(r.Failed), ids(r.Missing))
	}
	for _, a := range s.Agencies {
		of := []string{}
		for _, r := range a.Results {
			of = append(of, r.Innovation.ID)
		}
		fmt.Fprintf(&out, agencyForm, a.Agency.ID, of, a.Count, a.Total, a.Mean, a.Ranks.Count, a.Ranks.Total, a.Ranks.Mean)
	}
	for _, a := range s.Awards {
		for _, w := range a.Winners {
			kind := "agency"
			if w.Result != nil {
				kind = "innovation"
			}
			fmt.Fprintf(&out, winnerForm, a.Award.ID, w.Place, w.Tied, w.Value, kind, w.ID())
		}
	}
	return out.String()
}

// sameText compares two renderings and shows the first line that differs.
func sameText(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d:\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	equal(t, "lines", len(g), len(w))
}

// The oracle is the scoring of DESIGN.md written a second time, from the text and
// the slow way: it only reads records, parses decimals from their text, ranks by
// counting who is better, and lists by counting who comes first.

type judged struct {
	in              *award.Innovation
	state           award.State
	score           *big.Rat
	levels, shares  []*big.Rat
	failed, missing []string
}

func number(d award.Decimal) *big.Rat {
	x, _ := new(big.Rat).SetString(d.String())
	return x
}

// rounded relies on FloatString, which rounds halves away from zero.
func rounded(x *big.Rat, places int) *big.Rat {
	y, _ := new(big.Rat).SetString(x.FloatString(places))
	return y
}

func judge(rubric award.Rubric, in *award.Innovation) judged {
	j := judged{in: in, state: award.Rated, score: new(big.Rat), failed: []string{}, missing: []string{}}
	if in.Withdrawal.Reason != "" || !in.Withdrawal.Date.IsZero() {
		j.state = award.Withdrawn
		return j
	}
	given := map[string][]int{}
	for _, m := range in.Marks {
		given[m.Criterion] = m.Levels
	}
	for _, c := range rubric.Criteria {
		levels := slices.Sorted(slices.Values(given[c.ID]))
		n := int64(len(levels))
		if n == 0 {
			j.missing = append(j.missing, c.ID)
			continue
		}
		level := big.NewRat(int64(levels[(n-1)/2]+levels[n/2]), 2)
		if rubric.Combine == award.Mean {
			level.SetInt64(0)
			for _, v := range levels {
				level.Add(level, big.NewRat(int64(v), n))
			}
		}
		j.levels = append(j.levels, level)
		if c.Gate && levels[n-1] == 0 || c.Gate && level.Sign() == 0 {
			j.failed = append(j.failed, c.ID)
		}
	}
	switch {
	case len(j.missing) > 0:
		j.state, j.levels, j.failed = award.Unrated, nil, []string{}
		return j
	case len(j.failed) > 0:
		j.state = award.Ineligible
		return j
	}
	got, most := new(big.Rat), new(big.Rat)
	for i, c := range rubric.Criteria {
		got.Add(got, new(big.Rat).Mul(number(c.Weight), j.levels[i]))
		most.Add(most, new(big.Rat).Mul(number(c.Weight), big.NewRat(int64(c.Levels[len(c.Levels)-1].Value), 1)))
	}
	exact := new(big.Rat).Quo(new(big.Rat).Mul(number(rubric.Scale), got), most)
	j.score = rounded(exact, rubric.Places)

	// Cut every part short, then hand what is left of the score to whoever lost most.
	unit, _ := new(big.Rat).SetString("1e-" + fmt.Sprint(rubric.Places))
	left := new(big.Rat).Set(j.score)
	var lost []*big.Rat
	for i, c := range rubric.Criteria {
		part := new(big.Rat).Mul(number(rubric.Scale), new(big.Rat).Quo(new(big.Rat).Mul(number(c.Weight), j.levels[i]), most))
		units := new(big.Rat).Quo(part, unit)
		share := new(big.Rat).Mul(unit, new(big.Rat).SetInt(new(big.Int).Div(units.Num(), units.Denom())))
		j.shares = append(j.shares, share)
		lost = append(lost, new(big.Rat).Sub(part, share))
		left.Sub(left, share)
	}
	for ; left.Sign() > 0; left.Sub(left, unit) {
		most := 0
		for i := range lost {
			if lost[i].Cmp(lost[most]) > 0 {
				most = i
			}
		}
		j.shares[most].Add(j.shares[most], unit)
		lost[most] = big.NewRat(-1, 1)
	}
	return j
}

// inOrder lists 0 to n-1 so that i stands behind everyone who comes before it.
func inOrder(n int, before func(i, j int) bool) []int {
	order := make([]int, n)
	for i := range n {
		ahead := 0
		for j := range n {
			if before(j, i) {
				ahead++
			}
		}
		order[ahead] = i
	}
	return order
}

// rankOf is 1 + the number of values that are better, and whether another is equal.
func rankOf(x *big.Rat, values []*big.Rat) (rank int, tied bool) {
	better, same := 0, 0
	for _, v := range values {
		switch v.Cmp(x) {
		case 1:
			better++
		case 0:
			same++
		}
	}
	return better + 1, same > 1
}

func nameBefore(name, id, name2, id2 string) bool {
	lower, lower2 := strings.ToLower(name), strings.ToLower(name2)
	return lower < lower2 || lower == lower2 && (name < name2 || name == name2 && id < id2)
}

func oracle(e *award.Edition, agencies []award.Agency) string {
	var out strings.Builder
	text := func(x *big.Rat) string { return x.FloatString(e.Rubric.Places) }
	position := map[award.State]int{award.Rated: 1, award.Ineligible: 2, award.Unrated: 3, award.Withdrawn: 4}
	unsorted := []judged{}
	scores := []*big.Rat{}
	for _, in := range e.Innovations {
		j := judge(e.Rubric, in)
		unsorted = append(unsorted, j)
		if j.state == award.Rated {
			scores = append(scores, j.score)
		}
	}
	all := []judged{}
	for _, i := range inOrder(len(unsorted), func(i, j int) bool {
		x, y := unsorted[i], unsorted[j]
		if x.state != y.state {
			return position[x.state] < position[y.state]
		}
		if c := x.score.Cmp(y.score); c != 0 {
			return c > 0
		}
		return nameBefore(x.in.Name, x.in.ID, y.in.Name, y.in.ID)
	}) {
		all = append(all, unsorted[i])
	}
	for _, j := range all {
		rank, tied, score, band := 0, false, "0", ""
		levels, shares := []string{}, []string{}
		for _, l := range j.levels {
			levels = append(levels, l.String())
			if j.state == award.Ineligible {
				shares = append(shares, "0")
			}
		}
		for _, s := range j.shares {
			shares = append(shares, text(s))
		}
		if j.state == award.Rated {
			rank, tied = rankOf(j.score, scores)
			score = text(j.score)
			for i := len(e.Rubric.Bands) - 1; i >= 0; i-- {
				if number(e.Rubric.Bands[i].From).Cmp(j.score) <= 0 {
					band = e.Rubric.Bands[i].Name
				}
			}
		}
		fmt.Fprintf(&out, resultForm, j.in.ID, j.state, score, rank, tied, band, levels, shares, j.failed, j.missing)
	}
	oracleAgencies(&out, e, all, agencies)
	for _, a := range e.Awards {
		oracleAward(&out, e, a, all, agencies)
	}
	return out.String()
}

// sums are the count, the total and the mean of an agency's rated innovations.
func sums(places int, list []judged, divisor int) (count int, total, mean *big.Rat) {
	total, mean = new(big.Rat), new(big.Rat)
	for _, j := range list {
		if j.state == award.Rated {
			count++
			total.Add(total, j.score)
		}
	}
	if count > 0 {
		mean = rounded(new(big.Rat).Quo(total, big.NewRat(int64(max(divisor, count)), 1)), places)
	}
	return count, total, mean
}

func oracleAgencies(out *strings.Builder, e *award.Edition, all []judged, agencies []award.Agency) {
	var present []award.Agency
	var own [][]judged
	var counts, totals, means []*big.Rat
	for _, a := range agencies {
		var list []judged
		for _, j := range all {
			if j.in.Agency == a.ID {
				list = append(list, j)
			}
		}
		if len(list) == 0 {
			continue
		}
		count, total, mean := sums(e.Rubric.Places, list, 1)
		present, own = append(present, a), append(own, list)
		counts, totals, means = append(counts, big.NewRat(int64(count), 1)), append(totals, total), append(means, mean)
	}
	for _, i := range inOrder(len(present), func(i, j int) bool {
		if c := totals[i].Cmp(totals[j]); c != 0 {
			return c > 0
		}
		return nameBefore(present[i].Name, present[i].ID, present[j].Name, present[j].ID)
	}) {
		of := []string{}
		for _, j := range own[i] {
			of = append(of, j.in.ID)
		}
		byCount, byTotal, byMean := 0, 0, 0
		if counts[i].Sign() > 0 {
			byCount, _ = rankOf(counts[i], counts)
			byTotal, _ = rankOf(totals[i], totals)
			byMean, _ = rankOf(means[i], means)
		}
		fmt.Fprintf(out, agencyForm, present[i].ID, of, counts[i].Num().Int64(),
			totals[i].FloatString(e.Rubric.Places), means[i].FloatString(e.Rubric.Places), byCount, byTotal, byMean)
	}
}

// passes says in its own words what an award asks of an innovation.
func passes(a award.Award, in *award.Innovation, agencies []award.Agency) bool {
	if len(a.Filter.Groups) > 0 && !slices.ContainsFunc(agencies, func(g award.Agency) bool {
		return g.ID == in.Agency && slices.Contains(a.Filter.Groups, g.Group)
	}) {
		return false
	}
	for _, want := range a.Filter.Terms {
		if !slices.ContainsFunc(in.Categories, func(has award.Category) bool {
			return has.Taxonomy == want.Taxonomy &&
				slices.ContainsFunc(has.Terms, func(term string) bool { return slices.Contains(want.Terms, term) })
		}) {
			return false
		}
	}
	return true
}

func oracleAward(out *strings.Builder, e *award.Edition, a award.Award, all []judged, agencies []award.Agency) {
	var eligible []judged
	for _, j := range all {
		if j.state == award.Rated && passes(a, j.in, agencies) && (a.Minimum == nil || number(*a.Minimum).Cmp(j.score) <= 0) {
			eligible = append(eligible, j)
		}
	}
	type candidate struct{ kind, id, name string }
	var candidates []candidate
	var values []*big.Rat
	places := e.Rubric.Places
	if a.Subject == award.Innovations {
		for _, j := range eligible {
			candidates, values = append(candidates, candidate{"innovation", j.in.ID, j.in.Name}), append(values, j.score)
		}
	}
	for _, agency := range agencies {
		var list []judged
		for _, j := range eligible {
			if j.in.Agency == agency.ID {
				list = append(list, j)
			}
		}
		if a.Subject == award.Innovations || len(list) == 0 {
			continue
		}
		count, value, mean := sums(e.Rubric.Places, list, a.MinDivisor)
		switch a.Measure {
		case award.ByCount:
			value, places = big.NewRat(int64(count), 1), 0
		case award.ByMean:
			value = mean
		}
		candidates, values = append(candidates, candidate{"agency", agency.ID, agency.Name}), append(values, value)
	}
	for _, i := range inOrder(len(candidates), func(i, j int) bool {
		if c := values[i].Cmp(values[j]); c != 0 {
			return c > 0
		}
		return nameBefore(candidates[i].name, candidates[i].id, candidates[j].name, candidates[j].id)
	}) {
		if place, tied := rankOf(values[i], values); place <= a.Places {
			fmt.Fprintf(out, winnerForm, a.ID, place, tied, values[i].FloatString(places), candidates[i].kind, candidates[i].id)
		}
	}
}

func TestEvaluateAgreesWithOracle(t *testing.T) {
	everyEdition(t, func(t *testing.T, _ *rand.Rand, e *award.Edition, agencies []award.Agency) {
		sameText(t, canonical(award.Evaluate(e, agencies)), oracle(e, agencies))
	})
}
