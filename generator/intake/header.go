package intake

import (
	"fmt"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/sheet"
)

// maxAbove is how many rows may stand above the columns' headers.
const maxAbove = 30

// A head is a row of headers, which may reach over two rows where a merged cell
// stands above others.
type head struct {
	last  int      // index of its last row
	texts []string // by column, from 1
	score int
}

// headAt reads the headers of a row; two rows where there are merged cells above
// the second.
func (p *planner) headAt(i, width int) head {
	s := p.plan.Sheet
	h := head{last: i, texts: make([]string, width+1)}
	split := false
	for c := 1; c <= width; c++ {
		text, wide := s.Spread(s.Rows[i], c)
		h.texts[c] = text
		split = split || wide && text != "" && i+1 < len(s.Rows) && s.Rows[i+1].Cell(c) != ""
	}
	if split {
		two := head{last: i + 1, texts: make([]string, width+1)}
		for c := 1; c <= width; c++ {
			two.texts[c] = h.texts[c]
			if below := s.Rows[i+1].Cell(c); below != "" {
				two.texts[c] = strings.TrimSpace(h.texts[c] + " " + below)
			}
		}
		if two.score = p.score(two.texts); two.score > p.score(h.texts) {
			h = two
		}
	}
	for c := range h.texts {
		text, _ := sheet.Clean(h.texts[c])
		h.texts[c] = strings.Join(strings.Fields(text), " ")
	}
	h.score = p.score(h.texts)
	return h
}

// score says how much a row looks like headers: how many of them are known.
func (p *planner) score(texts []string) int {
	known := 0
	for i := range p.fields {
		best := 0
		for _, t := range texts {
			if len(t) < 100 {
				best = max(best, p.fields[i].fit(t))
			}
		}
		known += best
	}
	if p.Map == nil {
		return known
	}
	for _, e := range p.Map.Columns {
		if slices.ContainsFunc(texts, func(t string) bool { return content.NameKey(t) == content.NameKey(e.Key) }) {
			known += 10
		}
	}
	return known
}

// mapColumns finds the headers and says what each column fills. It reports
// whether the rows can be read.
func (p *planner) mapColumns() bool {
	s := p.plan.Sheet
	width := s.Width()
	var best head
	for i := range min(len(s.Rows), maxAbove) {
		if p.Map != nil && p.Map.HeaderRow > 0 && s.Rows[i].Number != p.Map.HeaderRow {
			continue
		}
		if h := p.headAt(i, width); h.score > best.score || best.texts == nil && p.Map != nil && p.Map.HeaderRow > 0 {
			best = h
		}
	}
	if best.score < 4 && p.AnyHeader && (p.Map == nil || p.Map.HeaderRow == 0) && len(s.Rows) > 0 {
		fullest := 0
		for i := range min(len(s.Rows), maxAbove) {
			if filled(s.Rows[i]) > filled(s.Rows[fullest]) {
				fullest = i
			}
		}
		best = p.headAt(fullest, width)
		best.score = max(best.score, 4)
	}
	// One header that is known says little: a title can hold the word as well.
	if best.texts == nil || best.score < 4 && (p.Map == nil || p.Map.HeaderRow == 0) {
		var why problem.Words
		if others := slices.DeleteFunc(slices.Clone(s.Names), func(n string) bool { return n == s.Name }); len(others) > 0 {
			list := strings.Join(others, ", ")
			why = problem.Words{ID: " di lembar “" + s.Name + "”; lembar lain: " + list, EN: " in the sheet “" + s.Name + "”; other sheets: " + list}
		}
		if p.Map != nil && p.Map.HeaderRow > 0 {
			why = problem.Words{ID: fmt.Sprintf("; baris %d kosong", p.Map.HeaderRow), EN: fmt.Sprintf("; row %d is empty", p.Map.HeaderRow)}
		}
		p.report(problem.At(p.whole(), "", problem.NoHeader, why))
		return false
	}
	p.plan.HeaderRow = s.Rows[best.last].Number
	s.Rows = s.Rows[best.last+1:]
	for c := 1; c <= width; c++ {
		column := Column{Number: c, Header: best.texts[c], Hidden: s.Hidden[c]}
		for _, r := range s.Rows {
			if s.Down(r, c) != "" {
				column.Filled++
			}
		}
		if column.Header != "" || column.Filled > 0 {
			p.plan.Columns = append(p.plan.Columns, column)
		}
	}
	if p.Map != nil && len(p.Map.Columns) > 0 {
		return p.applyMap()
	}
	p.guess()
	return true
}

// filled counts the cells of a row with something in them.
func filled(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		if c != "" {
			n++
		}
	}
	return n
}

// guess maps each field to the column whose header fits best, the first of equals.
// Hidden columns are left for the mapping file: they may be hidden for a reason.
func (p *planner) guess() {
	for level := 3; level > 0; level-- {
		for i := range p.fields {
			f := &p.fields[i]
			if p.column(f.name) != nil || p.isFixed(f.name) {
				continue
			}
			for j := range p.plan.Columns {
				c := &p.plan.Columns[j]
				if len(c.Fields) == 0 && !c.Hidden && f.fit(c.Header) == level {
					c.Fields = []string{f.name}
					break
				}
			}
		}
	}
}

func (p *planner) isFixed(name string) bool {
	return p.Map != nil && slices.ContainsFunc(p.Map.Fixed, func(e content.MapEntry) bool { return e.Key == name })
}

// applyMap maps columns as the mapping file says.
func (p *planner) applyMap() bool {
	sound := true
	fail := func(pos problem.Pos, code problem.Code, args ...any) {
		p.report(problem.At(pos, "", code, args...))
		sound = false
	}
	for _, e := range p.Map.Columns {
		c, why := p.named(e.Key)
		if c == nil {
			fail(e.KeyPos, problem.NoColumn, e.Key, why)
			continue
		}
		for _, name := range e.Values {
			other := p.column(name)
			f := p.field(name)
			switch {
			case name == content.Ignored:
			case f == nil:
				fail(e.Pos, problem.NotImportable, name, content.Suggestion(name, p.fieldNames()))
				continue
			case other != nil && f.kind != linksKind:
				fail(e.Pos, problem.FieldTwice, name, problem.Words{ID: "kolom " + letter(other.Number), EN: "the column " + letter(other.Number)})
				continue
			case p.isFixed(name):
				fail(e.Pos, problem.FieldTwice, name, problem.Words{ID: "nilai tetap", EN: "a fixed value"})
				continue
			}
			c.Fields = append(c.Fields, name)
		}
	}
	return sound
}

// letter returns the letters of a column.
func letter(column int) string { return strings.TrimRight(problem.Address(column, 0), "0") }

// named finds a column by its header, or by its letter where no header is that.
func (p *planner) named(name string) (c *Column, why problem.Words) {
	var found []*Column
	var all []string
	for i := range p.plan.Columns {
		c := &p.plan.Columns[i]
		if content.NameKey(c.Header) == content.NameKey(name) && c.Header != "" {
			found = append(found, c)
		}
		if c.Header != "" {
			all = append(all, c.Header)
		}
	}
	if len(found) > 1 {
		var letters []string
		for _, c := range found {
			letters = append(letters, letter(c.Number))
		}
		list := strings.Join(letters, ", ")
		return nil, problem.Words{ID: "ada beberapa di tabel; sebut hurufnya: " + list, EN: "is in the table several times; name its letter: " + list}
	}
	if len(found) == 1 {
		return found[0], why
	}
	if n := sheet.Column(name); n > 0 {
		for i := range p.plan.Columns {
			if p.plan.Columns[i].Number == n {
				return &p.plan.Columns[i], why
			}
		}
	}
	near := content.Suggestion(name, all)
	return nil, problem.Words{ID: "tidak ada di tabel" + near.ID, EN: "is not in the table" + near.EN}
}

// checkFixed resolves the values that the mapping file has for all rows, and the
// fields that it names otherwise.
func (p *planner) checkFixed() bool {
	if p.Map == nil {
		return true
	}
	p.fixed = map[string][]string{}
	before := len(p.plan.Problems)
	probe := &draft{}
	for _, e := range p.Map.Fixed {
		f := p.field(e.Key)
		if f == nil || f.kind == fileKind || f.name == "nama" {
			p.report(problem.At(e.KeyPos, "", problem.NotImportable, e.Key, content.Suggestion(e.Key, p.fieldNames())))
			continue
		}
		p.fixed[e.Key] = e.Values
		p.fill(probe, f, strings.Join(e.Values, "; "), source{pos: e.Pos})
	}
	for name, list := range p.Map.Values {
		if p.field(name) == nil && len(list) > 0 {
			p.report(problem.At(list[0].KeyPos, "", problem.NotImportable, name, content.Suggestion(name, p.fieldNames())))
		}
	}
	return len(p.plan.Problems) == before
}

// checkSources reports fields that every innovation needs and no row can have.
func (p *planner) checkSources() {
	needed := []string{"nama", "perangkat_daerah"}
	for _, t := range p.content.Taxonomies {
		if t.Required {
			needed = append(needed, "kategori."+t.ID)
		}
	}
	for _, name := range append(needed, "ringkasan") {
		if p.column(name) == nil && p.fixed[name] == nil && !(p.Replace && name != "nama") {
			p.lacking = append(p.lacking, name)
			p.report(problem.At(p.whole(), name, problem.NoSource, name))
		}
	}
	if p.edition.Status != award.Draft && !p.Replace {
		var missing []string
		for _, c := range p.edition.Rubric.Criteria {
			if name := "penilaian." + c.ID + ".tingkat"; p.column(name) == nil && p.fixed[name] == nil {
				missing = append(missing, c.ID)
			}
		}
		if len(missing) > 0 {
			p.lacking = append(p.lacking, "penilaian")
			p.report(problem.At(p.whole(), "penilaian", problem.NotDraft, p.Year, string(p.edition.Status), strings.Join(missing, ", ")))
		}
	}
}

// Mapping returns the mapping that a plan was made with, as a mapping file to
// start from, and what each column is.
func (p *Plan) Mapping() (content.ImportMap, []Column) {
	m := content.ImportMap{Sheet: p.Sheet.Name, HeaderRow: p.HeaderRow}
	seen := map[string]int{}
	for _, c := range p.Columns {
		seen[content.NameKey(c.Header)]++
	}
	for _, c := range p.Columns {
		e := content.MapEntry{Key: c.Header, Values: c.Fields}
		// What is no name of its own is named by its letter.
		if seen[content.NameKey(c.Header)] > 1 || content.NameKey(c.Header) == "" || len(c.Header) > 100 {
			e.Key = letter(c.Number)
		}
		if len(e.Values) == 0 {
			e.Values = []string{content.Ignored}
		}
		m.Columns = append(m.Columns, e)
	}
	return m, p.Columns
}
