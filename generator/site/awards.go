package site

import (
	"strings"

	"siger/generator/award"
)

// AwardsPage is the view of an edition's awards.
type AwardsPage struct {
	Head      Head
	Title     string
	Awards    []AwardCard
	Method    string
	Codes     []CodeRow // of the certificates, nil where they print none
	CodeCount string
	Seal      *SealNote
}

// An AwardCard is an award with its winners.
type AwardCard struct {
	ID          string
	Name        string
	Description string
	Basis       string
	Rule        string // in a sentence, from the rule that ran
	Measure     string // with the scale, where there is one
	Scale       string // of the values, "" where they have none
	Winners     []WinnerRow
}

// A Step is a place of a podium with those who share it.
type Step struct {
	Place   string
	Height  int // 3 for the highest
	Winners []WinnerRow
}

// podiumSteps is how many places stand on a podium.
const podiumSteps = 3

// Steps groups the winners of the first places by place.
func (c AwardCard) Steps() []Step {
	var steps []Step
	for _, w := range c.Winners[:c.onPodium()] {
		if n := len(steps); n == 0 || steps[n-1].Place != w.Place {
			steps = append(steps, Step{Place: w.Place, Height: podiumSteps - n})
		}
		last := &steps[len(steps)-1]
		last.Winners = append(last.Winners, w)
	}
	return steps
}

// Rest returns the winners who have no place on the podium.
func (c AwardCard) Rest() []WinnerRow { return c.Winners[c.onPodium():] }

// onPodium returns how many winners stand on the podium.
func (c AwardCard) onPodium() int {
	places := 0
	for i, w := range c.Winners {
		if i == 0 || w.Place != c.Winners[i-1].Place {
			places++
		}
		if places > podiumSteps {
			return i
		}
	}
	return len(c.Winners)
}

// A WinnerRow is who holds a place.
type WinnerRow struct {
	Place       string
	Tied        bool
	Name        string
	Href        string
	Agency      string // of an innovation, "" for an agency
	Value       string
	Certificate string // "" unless the edition is final
}

// A Win is a place on the page of who holds it.
type Win struct {
	Award       Link // to the award on the page of its edition's awards
	Tied        bool
	Certificate string // "" unless the edition is final
	Rule        string // what sets an agency's award apart from its rank by the same measure, "" for nothing
	Method      string // where the rules are
}

// wins says which places somebody holds; with names, who.
func (s *Site) wins(places []place, names bool) []Win {
	list := make([]Win, len(places))
	for i, p := range places {
		e, a, w := p.standing.Edition, p.award.Award, p.winner
		text := s.t("juara", s.format.count(w.Place), a.Name)
		if names {
			text = s.t("juara-inovasi", s.format.count(w.Place), a.Name, w.Name())
		}
		list[i] = Win{Award: Link{Text: text, Href: s.href(awardsPath(e)) + "#" + awardAnchor(a.ID)}, Tied: w.Tied}
		if e.Status == award.Final {
			list[i].Certificate = s.href(p.path())
		}
		if w.Agency != nil {
			list[i].Rule, list[i].Method = s.ownRule(p.standing, a), s.href(methodPath(e))+"#aturan"
		}
	}
	return list
}

func (s *Site) awards(st *award.Standing) AwardsPage {
	e := st.Edition
	title := s.t("judul-penghargaan", s.format.year(e.Year))
	p := AwardsPage{
		Head:   s.editionHead(st, awardsPath(e), title, s.t("uraian-penghargaan", e.Name)),
		Title:  title,
		Method: s.href(methodPath(e)),
		Codes:  s.codes(st),
		Seal:   s.sealNote(e),
	}
	p.Head.Corrected = s.correctedNotice(st)
	p.CodeCount = s.format.count(len(p.Codes))
	for i := range st.Awards {
		p.Awards = append(p.Awards, s.awardCard(st, &st.Awards[i]))
	}
	return p
}

func (s *Site) awardCard(st *award.Standing, a *award.AwardStanding) AwardCard {
	card := AwardCard{
		ID: a.Award.ID, Name: a.Award.Name, Description: a.Award.Description, Basis: a.Award.Basis,
		Rule:    s.awardRule(st, a.Award),
		Measure: s.measureName(st, a.Award),
		Scale:   s.measureScale(st, a.Award),
	}
	if card.Scale != "" {
		card.Measure = s.t("nama-dari-skala", card.Measure, card.Scale)
	}
	for _, w := range a.Winners {
		row := WinnerRow{Place: s.format.count(w.Place), Tied: w.Tied, Name: w.Name(), Value: s.format.decimal(w.Value)}
		if w.Agency != nil {
			row.Href = s.href(agencyPath(w.Agency.ID))
		} else {
			row.Href = s.href(innovationPath(w.Result.Innovation.ID))
			if agency := s.agencies[w.Result.Innovation.Agency]; agency != nil {
				row.Agency = agency.Name
			}
		}
		if st.Edition.Status == award.Final {
			row.Certificate = s.href(certificatePath(st.Edition, a.Award, w))
		}
		card.Winners = append(card.Winners, row)
	}
	return card
}

// measureName names what an award compares.
func (s *Site) measureName(st *award.Standing, a *award.Award) string {
	switch a.Measure {
	case award.ByScore:
		return st.Edition.Rubric.Name
	case award.ByCount:
		return s.t("ukuran-jumlah")
	}
	return s.t("ukuran-"+string(a.Measure), st.Edition.Rubric.Name)
}

// measureScale returns the most that an award's values can be; "" where nothing bounds
// them.
func (s *Site) measureScale(st *award.Standing, a *award.Award) string {
	if a.Measure != award.ByScore && a.Measure != award.ByMean {
		return ""
	}
	return s.format.decimal(st.Edition.Rubric.Scale)
}

// awardRule says in a sentence how an award is decided, from the same structure
// that decides it.
func (s *Site) awardRule(st *award.Standing, a *award.Award) string {
	rule := s.t("aturan-"+string(a.Subject), s.measureName(st, a), s.format.count(a.Places))
	if own := s.ownRule(st, a); own != "" {
		rule += " " + own
	}
	return rule
}

// ownRule says what sets the order of an award apart from the ranking by the same
// measure; "" for nothing.
func (s *Site) ownRule(st *award.Standing, a *award.Award) string {
	var rules, conditions []string
	for _, c := range a.Filter.Terms {
		if t := s.taxonomy(c.Taxonomy); t != nil {
			conditions = append(conditions, t.Name+": "+s.termNames(t, c.Terms))
		}
	}
	if len(a.Filter.Groups) > 0 {
		groups := make([]string, len(a.Filter.Groups))
		for i, g := range a.Filter.Groups {
			groups[i] = s.groups[g]
		}
		conditions = append(conditions, s.t("kelompok")+": "+s.list(groups))
	}
	if len(conditions) > 0 {
		rules = append(rules, s.t("aturan-saring", strings.Join(conditions, "; ")))
	}
	if a.MinDivisor > 1 {
		rules = append(rules, s.t("aturan-pembagi", s.format.count(a.MinDivisor)))
	}
	if a.Minimum != nil {
		rules = append(rules, s.t("aturan-minimal", st.Edition.Rubric.Name, s.format.decimal(*a.Minimum)))
	}
	return strings.Join(rules, " ")
}

func (s *Site) taxonomy(id string) *award.Taxonomy {
	for i := range s.content.Taxonomies {
		if s.content.Taxonomies[i].ID == id {
			return &s.content.Taxonomies[i]
		}
	}
	return nil
}

func (s *Site) termNames(t *award.Taxonomy, ids []string) string {
	list := make([]string, 0, len(ids))
	for _, id := range ids {
		if term := t.Term(id); term != nil {
			list = append(list, term.Name)
		}
	}
	return s.list(list)
}
