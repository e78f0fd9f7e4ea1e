package award_test

import (
	"encoding/csv"
	"os"
	"testing"

	"siger/generator/award"
)

// predikat are the ministry's bands for a region's index. They have holes between
// two decimals, so a score is rounded first.
func predikat(inovatif, sangat string) []award.Band {
	return []award.Band{
		{Name: "Sangat Inovatif", From: dec(sangat)}, {Name: "Inovatif", From: dec(inovatif)},
		{Name: "Kurang Inovatif", From: dec("0.01")}, {Name: "Tidak Dapat Dinilai", From: dec("0")},
	}
}

// Published scores fall in the published bands; the file says where each row is from.
func TestPredicateVectors(t *testing.T) {
	bands := map[string][]award.Band{
		"2021": predikat("35.00", "60.01"), "2022": predikat("35.00", "60.01"), "2023": predikat("35.00", "60.01"),
		"2026": predikat("40.01", "65.01"),
	}
	f, err := os.Open("testdata/predicate-vectors.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 26 {
		t.Fatalf("got %d rows, want a head and 25", len(rows))
	}
	for i, row := range rows[1:] {
		edition, score, want := row[0], row[1], row[2]
		if bands[edition] == nil {
			t.Fatalf("row %d: no bands for %s", i+2, edition)
		}
		r := rubric()
		r.Bands = bands[edition]
		got := r.Band(award.RoundHalfUp(dec(score).Rat(), r.Places))
		if got == nil || got.Name != want {
			t.Errorf("row %d: %s in %s: got %v, want %s", i+2, score, edition, got, want)
		}
	}
}
