package site

import (
	"strings"

	"siger/generator/award"
)

// An Explorer is what the ranking page's form needs. See explorerData for the data.
type Explorer struct {
	Data       string           // address of the folder of the data
	Innovation string           // address of the folder of innovations
	Scripts    []string         // modules
	States     []ExplorerChoice // when there is more than one
	Criteria   []ExplorerSlider // those with a weight
	Sorts      []ExplorerChoice // criteria to sort by
	Corrected  bool             // some rows are marked so
}

// An ExplorerSlider lets a reader choose a criterion's weight.
type ExplorerSlider struct {
	ID, Name string
	Weight   string // official, in machine form
	Most     string // of the slider
}

// An ExplorerChoice is one of a list to choose from.
type ExplorerChoice struct{ ID, Name string }

func (s *Site) explorer(st *award.Standing) *Explorer {
	x := &Explorer{Data: s.folder(rankingPath(st.Edition)), Innovation: s.href(innovationsPath()), Scripts: []string{s.asset("bersama.js"), s.asset("peringkat.js")}}
	if changed := s.effects(st); changed != nil {
		x.Corrected = len(changed.own) > 0
	}
	for i := range st.Results {
		state := st.Results[i].State
		if n := len(x.States); n == 0 || x.States[n-1].ID != string(state) {
			x.States = append(x.States, ExplorerChoice{string(state), s.t("keadaan-" + string(state))})
		}
	}
	if len(st.Rated()) == 0 {
		return x
	}
	rubric := &st.Edition.Rubric
	most := award.Decimal{}
	for i := range rubric.Criteria {
		if w := rubric.Criteria[i].Weight; w.Cmp(most) > 0 {
			most = w
		}
	}
	// A slider reaches past twice the largest weight, to a whole number.
	reach, _, _ := strings.Cut(most.Add(most).Add(award.NewDecimal(1, 0)).String(), ".")
	for i := range rubric.Criteria {
		c := &rubric.Criteria[i]
		x.Sorts = append(x.Sorts, ExplorerChoice{c.ID, c.Name})
		if !c.Weight.IsZero() {
			x.Criteria = append(x.Criteria, ExplorerSlider{c.ID, c.Name, award.Exact(c.Weight.Rat()), reach})
		}
	}
	return x
}
