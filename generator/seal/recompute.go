package seal

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"siger/generator/award"
)

// ErrInputs is returned by [Evaluate] for inputs that no edition can have.
var ErrInputs = errors.New("the sealed inputs are not those of an edition")

// Recompute computes the results from the sealed inputs again and returns how they
// differ from the sealed ones: not at all, as long as the program keeps its rules.
func (s *Seal) Recompute() ([]Change, error) {
	st, err := Evaluate(s.Year, s.Inputs())
	if err != nil {
		return nil, err
	}
	now := map[string]Part{}
	for _, p := range resultParts(st) {
		now[p.Name] = p
	}
	return Compare(s.Results(), now), nil
}

// Evaluate evaluates the edition that the parts of inputs describe. Names, which
// decide nothing, are ids in it.
func Evaluate(year int, inputs map[string]Part) (*award.Standing, error) {
	r := &reader{fields: inputs["edisi"].Fields}
	e := r.edition()
	if r.failed == "" && len(inputs)*len(e.Rubric.Criteria) > maxMarks {
		r.fail("rubrik.kriteria")
	}
	if r.failed != "" {
		return nil, fmt.Errorf("%w: %s", ErrInputs, r.failed)
	}
	e.Year = year
	var agencies []award.Agency
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		if Editorial(name) {
			continue
		}
		r.fields = inputs[name].Fields
		switch kind, id := Subject(name); kind {
		case "inovasi":
			e.Innovations = append(e.Innovations, r.innovation(id, &e.Rubric))
		case "perangkat-daerah":
			agencies = append(agencies, award.Agency{ID: id, Name: id, Group: r.text("kelompok")})
		}
	}
	if r.failed != "" {
		return nil, fmt.Errorf("%w: %s", ErrInputs, r.failed)
	}
	return award.Evaluate(e, agencies), nil
}

// Limits of what is evaluated, so that a forged seal costs no more than its size. No
// award reaches them.
const (
	maxNumber   = 1000000  // the largest whole number
	maxLevels   = 1000     // levels of a criterion, or of a mark
	maxCriteria = 1000     // criteria, and as many bands and awards
	maxMarks    = 10000000 // innovations × criteria
)

// A reader reads the fields of a part. The first path that it cannot read is kept.
type reader struct {
	fields map[string]string
	failed string
}

func (r *reader) fail(path string) {
	if r.failed == "" {
		r.failed = path
	}
}

func (r *reader) text(path string) string {
	if r.fields[path] == "" {
		r.fail(path)
	}
	return r.fields[path]
}

func (r *reader) list(path string) []string {
	if r.fields[path] == "" {
		return nil
	}
	return strings.Split(r.fields[path], ", ")
}

// few reads a list that must be short.
func (r *reader) few(path string) []string {
	list := r.list(path)
	if len(list) > maxCriteria {
		r.fail(path)
		return nil
	}
	return list
}

func (r *reader) integer(path, text string, most int) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most || strconv.Itoa(n) != text {
		r.fail(path)
		return 0
	}
	return n
}

func (r *reader) integers(path string) []int {
	var values []int
	for _, text := range r.list(path) {
		values = append(values, r.integer(path, text, maxNumber))
	}
	if len(values) > maxLevels {
		r.fail(path)
	}
	return values
}

func (r *reader) decimal(path string) award.Decimal {
	d, err := award.ParseDecimal(r.fields[path])
	if err != nil {
		r.fail(path)
	}
	return d
}

// choice reads one of the words of the content format.
func choice[E ~string](r *reader, path string, options []E) E {
	v := E(r.fields[path])
	if !slices.Contains(options, v) {
		r.fail(path)
	}
	return v
}

// edition reads the part "edisi".
func (r *reader) edition() *award.Edition {
	e := &award.Edition{Rubric: award.Rubric{
		Scale:   r.decimal("rubrik.skala"),
		Places:  r.integer("rubrik.desimal", r.fields["rubrik.desimal"], award.MaxPlaces),
		Combine: choice(r, "rubrik.penilai", award.Combinations),
	}}
	for _, id := range r.few("rubrik.kriteria") {
		at := "rubrik.kriteria." + id + "."
		c := award.Criterion{ID: id, Weight: r.decimal(at + "bobot"), Gate: r.fields[at+"wajib"] == "ya"}
		for _, value := range r.integers(at + "tingkat") {
			c.Levels = append(c.Levels, award.Level{Value: value})
		}
		e.Rubric.Criteria = append(e.Rubric.Criteria, c)
	}
	for i := range maxCriteria {
		at := fmt.Sprintf("rubrik.predikat.%d.", i)
		if r.fields[at+"nama"] == "" {
			break
		}
		e.Rubric.Bands = append(e.Rubric.Bands, award.Band{Name: r.fields[at+"nama"], From: r.decimal(at + "mulai")})
	}
	for _, id := range r.few("penghargaan") {
		e.Awards = append(e.Awards, r.award(id))
	}
	return e
}

func (r *reader) award(id string) award.Award {
	at := "penghargaan." + id + "."
	a := award.Award{
		ID:      id,
		Subject: choice(r, at+"subjek", award.Subjects),
		Places:  r.integer(at+"juara", r.fields[at+"juara"], maxNumber),
	}
	a.Measure = choice(r, at+"ukuran", award.Measures(a.Subject))
	for _, path := range slices.Sorted(maps.Keys(r.fields)) {
		taxonomy, ok := strings.CutPrefix(path, at+"saring.")
		switch {
		case ok && taxonomy == "kelompok":
			a.Filter.Groups = r.list(path)
		case ok:
			a.Filter.Terms = append(a.Filter.Terms, award.Category{Taxonomy: taxonomy, Terms: r.list(path)})
		}
	}
	if r.fields[at+"skor_minimal"] != "" {
		minimum := r.decimal(at + "skor_minimal")
		a.Minimum = &minimum
	}
	if text := r.fields[at+"pembagi_minimal"]; text != "" {
		a.MinDivisor = r.integer(at+"pembagi_minimal", text, maxNumber)
	}
	return a
}

// innovation reads a part "inovasi/<id>".
func (r *reader) innovation(id string, rubric *award.Rubric) *award.Innovation {
	in := &award.Innovation{ID: id, Name: id, Agency: r.text("perangkat_daerah")}
	for _, path := range slices.Sorted(maps.Keys(r.fields)) {
		if taxonomy, ok := strings.CutPrefix(path, "kategori."); ok {
			in.Categories = append(in.Categories, award.Category{Taxonomy: taxonomy, Terms: r.list(path)})
		}
	}
	for i := range rubric.Criteria {
		c := rubric.Criteria[i].ID
		if levels := r.integers("penilaian." + c + ".tingkat"); levels != nil {
			in.Marks = append(in.Marks, award.Mark{Criterion: c, Levels: levels})
		}
	}
	if r.fields["ditarik"] == "ya" {
		in.Withdrawal.Reason = "ya"
	}
	return in
}
