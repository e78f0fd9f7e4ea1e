package site

import (
	"siger/generator/award"
)

// MethodPage is the view of an edition's method. It is made from the same rubric
// that scores, so that the published formula is the executed one.
type MethodPage struct {
	Head      Head
	Title     string
	Edition   Link
	ScoreName string
	Scale     string
	Most      string // Σ(weight × highest level)
	IsSum     bool   // the scale equals Most: the score is the plain sum
	Rules     []Rule
	Criteria  []CriterionView
	Bands     []BandRow
	BandsFrom string
	Awards    []AwardCard
	Example   *Receipt // a real entry worked through; nil when none is rated
	Agency    string   // a real agency's measures worked through; "" when none is rated
	DataHref  string
	Recompute Recompute
	Robust    string // "" when it is switched off
	Moved     Link   // what moved since the edition before; the zero value without one
	MoveSteps []Rule // how that is counted
}

// A CriterionView is a criterion with its levels.
type CriterionView struct {
	ID, Name, Group, Basis, Description string
	Weight                              string
	Share                               string // of the highest score
	Gate, Pure                          bool   // Pure: a gate that gives no points
	Evidence                            string
	Sources                             []string
	Levels                              []LevelRow
}

// A LevelRow is a level of a criterion.
type LevelRow struct {
	Value, Description string
	NeedsEvidence      bool
	Fails              bool // this level means "does not qualify"
}

// A BandRow is a band with its bounds.
type BandRow struct{ Name, From, To string }

func (s *Site) method(st *award.Standing) MethodPage {
	e := st.Edition
	rubric := &e.Rubric
	title := s.t("judul-metode", s.format.year(e.Year))
	most := st.Assessor.Most()
	p := MethodPage{
		Head:      s.editionHead(st, methodPath(e), title, s.t("uraian-metode", e.Name)),
		Title:     title,
		Edition:   Link{Text: e.Name, Href: s.href(editionPath(e))},
		ScoreName: rubric.Name,
		Scale:     s.format.decimal(rubric.Scale),
		Most:      s.format.machine(award.Exact(most)),
		IsSum:     most.Cmp(rubric.Scale.Rat()) == 0,
		Rules:     s.rules(st),
		BandsFrom: rubric.BandsSource,
		DataHref:  s.href(dataPath(e)),
		Recompute: s.recompute(e),
		Robust:    s.robustnessHref(e),
	}
	if s.moved[st] != nil {
		p.Moved, p.MoveSteps = s.movementLink(st), s.moveSteps(s.moved[st]())
	}
	for i := range rubric.Criteria {
		c := &rubric.Criteria[i]
		v := CriterionView{
			ID: c.ID, Name: c.Name, Group: c.Group, Basis: c.Basis, Description: c.Description,
			Weight:   s.format.machine(award.Exact(c.Weight.Rat())),
			Share:    s.format.decimal(award.RoundHalfUp(st.Assessor.Contribution(i, award.NewRatio(int64(c.Highest()), 1)), rubric.Places)),
			Gate:     c.Gate,
			Pure:     c.Gate && c.Weight.IsZero(),
			Evidence: c.EvidenceWant,
			Sources:  c.Sources,
		}
		for _, l := range c.Levels {
			v.Levels = append(v.Levels, LevelRow{s.format.count(l.Value), l.Description, l.NeedsEvidence, c.Gate && l.Value == 0})
		}
		p.Criteria = append(p.Criteria, v)
	}
	for i, b := range rubric.Bands {
		row := BandRow{Name: b.Name, From: s.format.decimal(padded(b.From, rubric.Places))}
		if i == 0 {
			row.To = s.format.decimal(padded(rubric.Scale, rubric.Places))
		} else {
			upper := padded(rubric.Bands[i-1].From, rubric.Places)
			row.To = s.format.decimal(award.NewDecimal(upper.Units()-1, rubric.Places))
		}
		p.Bands = append(p.Bands, row)
	}
	for i := range st.Awards {
		p.Awards = append(p.Awards, s.awardCard(st, &st.Awards[i]))
	}
	if rated := st.Rated(); len(rated) > 0 { // see exampleOf
		example := s.receipt(appearance{st, &rated[0], 0})
		p.Example = &example
		p.Agency = s.agencyExample(&st.Agencies[0])
	}
	return p
}

// exampleOf returns the file of the innovation whose receipt, with lines of the file, is an edition's
// example; none where there is none.
func exampleOf(st *award.Standing) []string {
	rated := st.Rated()
	if len(rated) == 0 {
		return nil
	}
	return []string{rated[0].Innovation.File}
}

// agencyExample works the measures of an agency through.
func (s *Site) agencyExample(a *award.AgencyStanding) string {
	count, total := s.format.count(a.Count), s.format.decimal(a.Total)
	return s.t("metode-contoh-perangkat-daerah", a.Agency.Name, count, total, total, count, s.format.decimal(a.Mean),
		s.format.count(a.Ranks.Count), s.format.count(a.Ranks.Total), s.format.count(a.Ranks.Mean))
}

// padded returns d with at least the given number of places.
func padded(d award.Decimal, places int) award.Decimal { return d.Add(award.NewDecimal(0, places)) }
