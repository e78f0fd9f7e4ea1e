package site

import (
	"siger/generator/award"
)

// A Row is an innovation in a list.
type Row struct {
	Name       string
	Href       string
	Agency     string
	AgencyHref string
	Summary    string
	Year       string // of the edition that the row speaks of
	Rank       string // "" unless rated
	Tied       bool
	Score      string // "" unless rated
	Scale      string // of the score: where rows of several editions stand together
	Bar        int    // the score in thousandths of the scale
	Band       string
	State      award.State
	StateName  string // in words, "" when rated
	Reason     string // why there is no score, "" when rated
	Corrected  bool   // a correction changed more than the rank
}

// A Table is a list of innovations with their scores.
type Table struct {
	Caption   string
	ScoreName string // with the scale
	Bands     bool   // there is a band for each score
	Corrected bool   // a row is
	Rows      []Row
}

func (s *Site) table(st *award.Standing, caption string, results []*award.Result) Table {
	r := &st.Edition.Rubric
	t := Table{Caption: caption, ScoreName: s.scoreName(r), Bands: len(r.Bands) > 0, Rows: make([]Row, len(results))}
	for i := range results {
		t.Rows[i] = s.row(st, results[i])
		t.Corrected = t.Corrected || t.Rows[i].Corrected
	}
	return t
}

// scoreName names the scores of a rubric with their scale.
func (s *Site) scoreName(r *award.Rubric) string {
	return s.t("nama-dari-skala", r.Name, s.format.decimal(r.Scale))
}

// pointers returns the addresses of a list's items.
func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// row returns a result's row. It stands in many lists and is made once.
func (s *Site) row(st *award.Standing, r *award.Result) Row {
	if made, ok := s.rows.Load(r); ok {
		return *made.(*Row)
	}
	row := s.makeRow(st, r)
	s.rows.Store(r, &row)
	return row
}

func (s *Site) makeRow(st *award.Standing, r *award.Result) Row {
	in := r.Innovation
	row := Row{
		Name:    in.Name,
		Href:    s.href(innovationPath(in.ID)),
		Summary: in.Summary,
		Year:    s.format.year(st.Edition.Year),
		State:   r.State,
	}
	if x := s.effects(st); x != nil {
		row.Corrected = x.own[r]
	}
	if a := s.agencies[in.Agency]; a != nil {
		row.Agency, row.AgencyHref = a.Name, s.href(agencyPath(a.ID))
	}
	if r.State == award.Rated {
		row.Rank, row.Tied, row.Band = s.format.count(r.Rank), r.Tied, r.Band
		row.Score, row.Scale = s.format.decimal(r.Score), s.format.decimal(st.Edition.Rubric.Scale)
		row.Bar = perMille(r.Score, st.Edition.Rubric.Scale)
	} else {
		row.StateName = s.t("keadaan-" + string(r.State))
		row.Reason = s.reason(r)
	}
	return row
}

// perMille returns part/whole in thousandths, rounded down. It only draws.
func perMille(part, whole award.Decimal) int {
	if whole.IsZero() {
		return 0
	}
	for part.Places() < whole.Places() {
		part = award.NewDecimal(part.Units()*10, part.Places()+1)
	}
	for whole.Places() < part.Places() {
		whole = award.NewDecimal(whole.Units()*10, whole.Places()+1)
	}
	return int(min(part.Units()*1000/whole.Units(), 1000))
}

// reason says in a sentence why an innovation has no score.
func (s *Site) reason(r *award.Result) string {
	switch r.State {
	case award.Withdrawn:
		w := r.Innovation.Withdrawal
		return s.t("alasan-ditarik", s.format.date(w.Date), w.Reason)
	case award.Ineligible:
		return s.t("alasan-tidak-memenuhi-syarat", s.names(r.Failed))
	case award.Unrated:
		return s.t("alasan-belum-dinilai", s.names(r.Missing))
	}
	return ""
}

func (s *Site) names(criteria []*award.Criterion) string { return s.list(criterionNames(criteria)) }

func criterionNames(criteria []*award.Criterion) []string {
	list := make([]string, len(criteria))
	for i, c := range criteria {
		list[i] = c.Name
	}
	return list
}

// A Figure is a number that stands for itself.
type Figure struct{ Value, Label string }
