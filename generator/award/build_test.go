package award_test

import (
	"fmt"
	"strings"
	"testing"

	"siger/generator/award"
	"siger/generator/award/awardtest"
)

// The parts of an edition, by short names.
var dec, day, criterion = awardtest.Decimal, awardtest.Day, awardtest.Criterion

func gate(id, weight string, values ...int) award.Criterion {
	c := criterion(id, weight, values...)
	c.Gate = true
	return c
}

// rubric gives up to 100 points with two decimals, and counts the median.
func rubric(criteria ...award.Criterion) award.Rubric {
	return award.Rubric{Scale: dec("100"), Places: 2, Combine: award.Median, Criteria: criteria}
}

// plain is a rubric whose score is the level of its only criterion, "nilai".
func plain() award.Rubric { return rubric(criterion("nilai", "1", 0, 100)) }

// scored is an innovation that scores as much as asked under [plain]; a negative
// score leaves it without a level. Its name is its id.
func scored(id, agency string, score int) *award.Innovation {
	in := &award.Innovation{ID: id, Name: id, Agency: agency}
	if score >= 0 {
		in.Marks = []award.Mark{{Criterion: "nilai", Levels: []int{score}}}
	}
	return in
}

// marked is an innovation with the levels of several assessors on each criterion
// of the rubric, in its order.
func marked(r award.Rubric, levels ...[]int) *award.Innovation {
	in := &award.Innovation{ID: "x", Name: "X", Agency: "a"}
	for i, l := range levels {
		in.Marks = append(in.Marks, award.Mark{Criterion: r.Criteria[i].ID, Levels: l})
	}
	return in
}

// agencies are agencies in the group "pd", named by their ids.
func agencies(ids ...string) []award.Agency {
	list := make([]award.Agency, len(ids))
	for i, id := range ids {
		list[i] = award.Agency{ID: id, Name: id, Group: "pd"}
	}
	return list
}

func ids(criteria []*award.Criterion) []string {
	list := []string{}
	for _, c := range criteria {
		list = append(list, c.ID)
	}
	return list
}

// places writes the winners as "1 a, 2= b, 2= c"; "=" marks a shared place.
func places(a award.AwardStanding) string {
	var list []string
	for _, w := range a.Winners {
		list = append(list, placed(w.Place, w.Tied, w.ID()))
	}
	return strings.Join(list, ", ")
}

// ranks writes the results as [places] does, with their state instead of a rank
// where they have none.
func ranks(results []award.Result) string {
	var list []string
	for _, r := range results {
		if r.State != award.Rated {
			list = append(list, fmt.Sprint(r.State, " ", r.Innovation.ID))
			continue
		}
		list = append(list, placed(r.Rank, r.Tied, r.Innovation.ID))
	}
	return strings.Join(list, ", ")
}

func placed(place int, tied bool, id string) string {
	shared := ""
	if tied {
		shared = "="
	}
	return fmt.Sprintf("%d%s %s", place, shared, id)
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
