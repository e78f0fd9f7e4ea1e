package site

import (
	"encoding/json"
	"io"
	"strings"

	"siger/generator/award"
)

// The data with which a reader filters, sorts and re-weighs the ranking in the
// browser. Levels are exact ("3", "2.5", "8/3"), so that the browser can follow
// the rule to the last digit; texts that repeat are in lists, rows hold indexes.

type explorerData struct {
	Scale      string              `json:"skala"`
	Places     int                 `json:"desimal"`
	Criteria   []explorerCriterion `json:"kriteria"`
	Taxonomies []explorerTaxonomy  `json:"taksonomi"`
	Agencies   []string            `json:"perangkat_daerah"`
	Rows       []explorerRow       `json:"baris"`
}

type explorerCriterion struct {
	ID      string `json:"id"`
	Name    string `json:"nama"`
	Weight  string `json:"bobot"`
	Highest int    `json:"maks"`
}

type explorerTaxonomy struct {
	ID    string         `json:"id"`
	Name  string         `json:"nama"`
	Terms []explorerTerm `json:"istilah"` // those that a rated innovation has
}

type explorerTerm struct {
	ID   string `json:"id"`
	Name string `json:"nama"`
}

type explorerRow struct {
	Name   string   `json:"n"`
	Href   string   `json:"h"`
	Agency int      `json:"p"` // index
	Rank   int      `json:"r"`
	Tied   bool     `json:"s,omitempty"`
	Score  string   `json:"k"` // machine form
	Band   string   `json:"b,omitempty"`
	Terms  []string `json:"t"` // "taxonomy:term"
	Levels []string `json:"l"`
}

func explorerPath(e *award.Edition) string { return rankingPath(e) + "baris.json" }

func (s *Site) writeExplorer(w io.Writer, st *award.Standing) error {
	rubric := &st.Edition.Rubric
	data := explorerData{
		Scale: rubric.Scale.String(), Places: rubric.Places,
		Criteria: []explorerCriterion{}, Taxonomies: []explorerTaxonomy{}, Agencies: []string{}, Rows: []explorerRow{},
	}
	for i := range rubric.Criteria {
		c := &rubric.Criteria[i]
		data.Criteria = append(data.Criteria, explorerCriterion{c.ID, c.Name, c.Weight.String(), c.Highest()})
	}
	agencies := map[string]int{}
	used := map[string]bool{}
	for _, r := range st.Rated() {
		in := r.Innovation
		if _, ok := agencies[in.Agency]; !ok {
			agencies[in.Agency] = len(data.Agencies)
			name := in.Agency
			if a := s.agencies[in.Agency]; a != nil {
				name = a.Name
			}
			data.Agencies = append(data.Agencies, name)
		}
		row := explorerRow{
			Name: in.Name, Href: s.href(innovationPath(in.ID)), Agency: agencies[in.Agency],
			Rank: r.Rank, Tied: r.Tied, Score: r.Score.String(), Band: r.Band, Terms: []string{},
		}
		for _, c := range in.Categories {
			for _, term := range c.Terms {
				row.Terms = append(row.Terms, c.Taxonomy+":"+term)
				used[c.Taxonomy+":"+term] = true
			}
		}
		for _, line := range r.Lines {
			row.Levels = append(row.Levels, line.Level.String())
		}
		data.Rows = append(data.Rows, row)
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		out := explorerTaxonomy{ID: t.ID, Name: t.Name}
		for _, term := range t.Terms {
			if used[t.ID+":"+term.ID] {
				out.Terms = append(out.Terms, explorerTerm{term.ID, term.Name})
			}
		}
		if len(out.Terms) > 1 {
			data.Taxonomies = append(data.Taxonomies, out)
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	return out.Encode(data)
}

// An Explorer is what the ranking page's form needs.
type Explorer struct {
	Data     string // address of the data
	Script   string
	Criteria []ExplorerSlider // those with a weight
	Sorts    []ExplorerSort
}

// An ExplorerSlider lets a reader choose a criterion's weight.
type ExplorerSlider struct {
	ID, Name string
	Weight   string // official, in machine form
	Most     string // of the slider
}

// An ExplorerSort is a criterion to sort by.
type ExplorerSort struct{ ID, Name string }

// explorer returns nil for an edition without a rated innovation.
func (s *Site) explorer(st *award.Standing) *Explorer {
	if len(st.Rated()) == 0 {
		return nil
	}
	x := &Explorer{Data: s.href(explorerPath(st.Edition)), Script: s.asset("peringkat.js")}
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
		if c.Highest() > 1 || !c.Weight.IsZero() {
			x.Sorts = append(x.Sorts, ExplorerSort{c.ID, c.Name})
		}
		if !c.Weight.IsZero() {
			x.Criteria = append(x.Criteria, ExplorerSlider{c.ID, c.Name, award.Exact(c.Weight.Rat()), reach})
		}
	}
	return x
}
