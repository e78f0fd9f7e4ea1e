package site

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"siger/generator/award"
)

// The data with which a reader filters, sorts and re-weighs a whole ranking in the
// browser, in pieces, so that a reader downloads what a question needs:
//
//	kolom.json     the rule, and of every innovation its score, agency and terms
//	tingkat.json   the levels of the ranked ones, exact: "3", "2.5", "8/3"
//	nama-<n>.json  names, ids and why there is no score, nameRows rows a file
//
// Rows are in the order of the ranking, so ranks, ties and bands follow from the
// scores. What repeats is in lists; a column is then a text with one character a
// row, which compresses to a few bits. No word of the interface is in them, so that
// one set serves every language.

type explorerData struct {
	Scale      string              `json:"skala"`
	Places     int                 `json:"desimal"`
	States     []explorerState     `json:"keadaan"` // in order, with how many rows
	Scores     []int64             `json:"skor"`    // of the ranked: the first in units of the last place, then by how much each falls
	Bands      []explorerBand      `json:"predikat"`
	Criteria   []explorerCriterion `json:"kriteria"`
	Agencies   explorerAgencies    `json:"perangkat_daerah"`
	Taxonomies []explorerTaxonomy  `json:"taksonomi"`
	PartSize   int                 `json:"bagian"`              // rows of a file of names
	WholeRows  int                 `json:"utuh"`                // rows that need no pages
	PageRows   int                 `json:"halaman"`             // rows of a page, where there are more
	Corrected  []int               `json:"dikoreksi,omitempty"` // rows that are marked so: the first, then how far each is from the one before
}

type explorerState struct {
	ID   award.State `json:"id"`
	Rows int         `json:"n"`
}

type explorerBand struct {
	Name string `json:"nama"`
	From string `json:"mulai"`
}

type explorerCriterion struct {
	ID      string `json:"id"`
	Name    string `json:"nama"`
	Weight  string `json:"bobot"`
	Highest int    `json:"maks"`
}

// An explorerColumn is a value for each row: the different values, and for each row
// the character whose code is columnBase plus the value's index.
type explorerColumn struct {
	Values []string `json:"nilai"`
	Rows   string   `json:"isi"`
}

// columnBase is the code of "0". Codes that stand for no character of their own in
// UTF-16 are stepped over.
const (
	columnBase      = '0'
	firstSurrogate  = 0xD800
	surrogateLength = 0x800
)

// A columnWriter makes an explorerColumn.
type columnWriter struct {
	values []string
	index  map[string]int
	rows   strings.Builder
}

func (c *columnWriter) add(value string) {
	i, ok := c.index[value]
	if !ok {
		if c.index == nil {
			c.index = map[string]int{}
		}
		i = len(c.values)
		c.index[value] = i
		c.values = append(c.values, value)
	}
	code := rune(columnBase + i)
	if code >= firstSurrogate {
		code += surrogateLength
	}
	c.rows.WriteRune(code)
}

func (c *columnWriter) column() explorerColumn {
	return explorerColumn{append([]string{}, c.values...), c.rows.String()}
}

// explorerAgencies is a column whose values are ids.
type explorerAgencies struct {
	Names []string `json:"nama"` // of the values
	explorerColumn
}

// An explorerTaxonomy is a column whose values are the terms of a row, joined by
// spaces.
type explorerTaxonomy struct {
	ID    string         `json:"id"`
	Name  string         `json:"nama"`
	Terms []explorerTerm `json:"istilah"` // those that an innovation has
	explorerColumn
}

type explorerTerm struct {
	ID   string `json:"id"`
	Name string `json:"nama"`
}

// nameRows is how many rows a file of names has. A word is looked for in all of them, so
// they are few; a page needs one or two.
const nameRows = 250

func (s *Site) planExplorer(st *award.Standing) {
	path := rankingPath(st.Edition)
	s.file(path+"kolom.json", func(w io.Writer) error { return writeCompact(w, s.explorerColumns(st)) })
	s.file(path+"tingkat.json", func(w io.Writer) error { return writeCompact(w, explorerLevels(st)) })
	part := 0
	for results := range slices.Chunk(st.Results, nameRows) {
		part++
		s.file(fmt.Sprintf("%snama-%d.json", path, part), func(w io.Writer) error {
			return writeCompact(w, explorerNames(st, results))
		})
	}
}

// writeCompact is writeJSON without spaces between values.
func writeCompact(w io.Writer, v any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	return out.Encode(v)
}

func (s *Site) explorerColumns(st *award.Standing) explorerData {
	rubric := &st.Edition.Rubric
	data := explorerData{
		Scale: rubric.Scale.String(), Places: rubric.Places, States: []explorerState{}, Scores: []int64{},
		Bands: []explorerBand{}, Criteria: []explorerCriterion{}, Taxonomies: []explorerTaxonomy{}, PartSize: nameRows, WholeRows: wholeRows, PageRows: pageRows,
	}
	for _, b := range rubric.Bands {
		data.Bands = append(data.Bands, explorerBand{b.Name, b.From.String()})
	}
	for i := range rubric.Criteria {
		c := &rubric.Criteria[i]
		data.Criteria = append(data.Criteria, explorerCriterion{c.ID, c.Name, c.Weight.String(), c.Highest()})
	}
	var agencies columnWriter
	last, marked := int64(0), 0
	changed := s.effects(st)
	for i := range st.Results {
		r := &st.Results[i]
		if n := len(data.States); n == 0 || data.States[n-1].ID != r.State {
			data.States = append(data.States, explorerState{ID: r.State})
		}
		data.States[len(data.States)-1].Rows++
		if r.State == award.Rated {
			units := r.Score.Units()
			if i == 0 {
				data.Scores = append(data.Scores, units)
			} else {
				data.Scores = append(data.Scores, last-units)
			}
			last = units
		}
		if changed != nil && changed.own[r] {
			data.Corrected = append(data.Corrected, i-marked)
			marked = i
		}
		agencies.add(r.Innovation.Agency)
	}
	data.Agencies = explorerAgencies{make([]string, len(agencies.values)), agencies.column()}
	for i, id := range agencies.values {
		data.Agencies.Names[i] = s.agencyName(id)
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		out := explorerTaxonomy{ID: t.ID, Name: t.Name}
		used := map[string]bool{}
		var column columnWriter
		for j := range st.Results {
			terms := st.Results[j].Innovation.Terms(t.ID)
			column.add(strings.Join(terms, " "))
			for _, term := range terms {
				used[term] = true
			}
		}
		for _, term := range t.Terms {
			if used[term.ID] {
				out.Terms = append(out.Terms, explorerTerm{term.ID, term.Name})
			}
		}
		if len(out.Terms) > 1 {
			out.explorerColumn = column.column()
			data.Taxonomies = append(data.Taxonomies, out)
		}
	}
	return data
}

func explorerLevels(st *award.Standing) []explorerColumn {
	columns := make([]columnWriter, len(st.Edition.Rubric.Criteria))
	for _, r := range st.Rated() {
		for i, line := range r.Lines {
			columns[i].add(line.Level.String())
		}
	}
	out := make([]explorerColumn, len(columns))
	for i := range columns {
		out[i] = columns[i].column()
	}
	return out
}

// explorerNames returns [name, id] of each result; then, where there is no score,
// the names of the criteria that are why, or the date and the reason of a withdrawal.
func explorerNames(st *award.Standing, results []award.Result) [][]string {
	rows := make([][]string, len(results))
	for i := range results {
		r := &results[i]
		rows[i] = []string{r.Innovation.Name, r.Innovation.ID}
		switch r.State {
		case award.Ineligible:
			rows[i] = append(rows[i], strings.Join(criterionNames(r.Failed), ", "))
		case award.Unrated:
			rows[i] = append(rows[i], strings.Join(criterionNames(r.Missing), ", "))
		case award.Withdrawn:
			w := r.Innovation.Withdrawal
			rows[i] = append(rows[i], w.Date.String(), w.Reason)
		}
	}
	return rows
}
