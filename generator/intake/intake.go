// Package intake turns the rows of a spreadsheet into files of innovations: it
// finds out what the columns mean, cleans and resolves their cells, and has the
// result checked before anything is written. It touches no disk.
//
// # What a caller can rely on
//
//   - Nothing is lost silently: each column is mapped, knowingly ignored, or
//     listed as not mapped; each row becomes a file, has a problem, or is counted
//     as empty; each change to a cell is counted, with examples.
//   - A row's file is in the canonical layout, and the content with all good
//     rows in it has no problem that it did not have before.
//   - An agency or term is what its id, name or other name says exactly, but for
//     case, spaces and punctuation. What only looks like one is suggested in the
//     problem and never taken.
//   - The same name, or the same former file name, is the same innovation: in
//     another edition its file name is used again; in this edition the row is a
//     problem, or with Replace an update that leaves alone what the table lacks.
//   - What a row says is warned of as check would, before it is written.
//   - Problems point at cells of the spreadsheet or lines of the mapping file.
package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/sheet"
)

// A Request says what to import.
type Request struct {
	File      string // name of the spreadsheet in problems
	Data      []byte
	Sheet     string             // "" for that of the mapping, or the first
	Map       *content.ImportMap // nil to guess from the headers
	MapFile   string             // its name in problems
	Year      int                // of the edition
	Content   fs.FS
	Check     func(fs.FS) ([]problem.Problem, error) // finds what is wrong with a content folder
	Replace   bool                                   // update innovations that exist
	AnyHeader bool                                   // without known headers, take the fullest of the first rows for them
	TidyNames bool                                   // give names in capitals the capitals of a title
}

// A Plan is what an import would do.
type Plan struct {
	Sheet     *sheet.Sheet // nil when it could not be read
	HeaderRow int
	Columns   []Column
	Fields    []string // all that a column can fill
	Rows      []Row
	Empty     int // rows that number the columns, or without anything in a mapped one
	Hidden    int // rows read although they are hidden
	Cleaned   [sheet.Cleanings]Cleaned
	Problems  []problem.Problem // of the spreadsheet and the mapping
	Warnings  []problem.Problem // of what rows say; they keep nothing from being written
	Existing  []problem.Problem // of the content, in the way of an import
	Elsewhere bool              // some problems are in files that exist: leaving rows out does not help
}

// A Column is a column of the table.
type Column struct {
	Number int
	Header string
	Fields []string // none: not mapped
	Hidden bool
	Filled int // cells below the header with something in them
}

// Ignored reports whether the mapping leaves the column out knowingly.
func (c Column) Ignored() bool { return slices.Equal(c.Fields, []string{content.Ignored}) }

// An Action is what becomes of a row.
type Action int

// The actions.
const (
	Bad    Action = iota // it has a problem
	New                  // a new file
	Update               // another text of a file that exists
	Same                 // the file that exists says this already
)

// A Row is a row that stands for an innovation.
type Row struct {
	Number int
	Action Action
	Name   string
	Agency string // id, or as the cell has it
	File   string // in the content folder; "" when the row has no name
	Was    []byte // what the file holds; nil when there is none
	Data   []byte // the file's text
	Years  []int  // other editions that have this innovation
}

// Cleaned counts a kind of cleaning.
type Cleaned struct {
	Count    int
	Examples []Example // the first
}

// An Example is a cell that was cleaned.
type Example struct {
	Cell     string
	From, To string
}

const maxExamples = 3

// ErrNoEdition is returned when the content lacks the year.
var ErrNoEdition = errors.New("there is no such edition")

// Prepare plans an import. The error is [ErrNoEdition] or says what the machine
// failed at.
func Prepare(r Request) (*Plan, error) {
	p := &planner{Request: r, plan: &Plan{}}
	if err := p.run(); err != nil {
		return nil, err
	}
	p.plan.Problems = once(problem.Sort(p.plan.Problems))
	p.plan.Warnings = once(problem.Sort(p.plan.Warnings))
	return p.plan, nil
}

// once keeps of equal problems in one column the first, with the other cells
// behind its field: what is wrong in a hundred cells is mended once.
func once(list []problem.Problem) []problem.Problem {
	type cause struct {
		code   problem.Code
		column int
		text   string
	}
	first := map[cause]int{}
	others := map[int][]string{}
	var kept []problem.Problem
	for _, p := range list {
		c := cause{p.Code, p.Column, p.Text(problem.Indonesian)}
		if at, ok := first[c]; ok && p.Cell {
			if cell := problem.Address(p.Column, p.Line); p.Pos != kept[at].Pos && !slices.Contains(others[at], cell) {
				others[at] = append(others[at], cell)
			}
			continue
		}
		first[c] = len(kept)
		kept = append(kept, p)
	}
	for at, cells := range others {
		more := ""
		if n := len(cells) - maxOthers; n > 0 {
			cells, more = cells[:maxOthers], fmt.Sprintf(", … (+%d)", n)
		}
		kept[at].Field += " + " + strings.Join(cells, ", ") + more
	}
	return kept
}

const maxOthers = 5

// A planner is one import.
type planner struct {
	Request
	plan    *Plan
	content *content.Content
	edition *award.Edition
	fields  []field
	names   *content.Names
	known   *known
	before  []problem.Problem // of the content as it is
	fixed   map[string][]string
	was     map[string][]byte // files of the edition that may be replaced
	lacking []string          // fields whose absence has been reported for all rows
	drafts  []*draft
}

func (p *planner) run() error {
	if err := p.load(); err != nil || len(p.plan.Existing) > 0 {
		return err
	}
	want := p.Sheet
	if want == "" && p.Map != nil {
		want = p.Map.Sheet
	}
	var found []problem.Problem
	if p.plan.Sheet, found = sheet.Read(p.File, p.Data, want); p.plan.Sheet == nil {
		p.report(found...)
		return nil
	}
	mapped := p.mapColumns()
	if fixed := p.checkFixed(); !mapped || !fixed {
		return nil
	}
	p.checkSources()
	p.readRows()
	return p.check()
}

// errors returns what stands against a content folder. Warnings do not.
func (p *planner) errors(folder fs.FS) ([]problem.Problem, error) {
	found, err := p.Check(folder)
	return problem.Errors(found), err
}

// load reads the content, whose agencies, taxonomies and edition must be sound.
func (p *planner) load() (err error) {
	if p.Replace {
		p.hold()
	}
	if p.before, err = p.errors(p.Content); err != nil {
		return err
	}
	if p.content, _, err = content.Load(p.Content); err != nil {
		return err
	}
	for _, e := range p.content.Editions {
		if e.Year == p.Year {
			p.edition = e
		}
	}
	for _, f := range p.before {
		if !strings.Contains(f.File, "/") || f.File == fmt.Sprintf("%d/edisi.yaml", p.Year) {
			p.plan.Existing = append(p.plan.Existing, f)
		}
	}
	if p.edition == nil && len(p.plan.Existing) == 0 {
		return ErrNoEdition
	}
	if p.edition != nil {
		p.fields = fieldsOf(p.content, p.edition)
		p.plan.Fields = p.fieldNames()
		p.names = p.content.Names()
		p.known = newKnown(p.content, p.edition)
	}
	return nil
}

// hold reads the files that may be replaced, once for all: a row's new text is made from
// the very bytes that it says.
func (p *planner) hold() {
	p.was = map[string][]byte{}
	folder := fmt.Sprintf("%d/inovasi", p.Year)
	entries, _ := fs.ReadDir(p.Content, folder) // the check says what is wrong with it, and with files
	for _, e := range entries {
		name := folder + "/" + e.Name()
		if !content.IsInnovation(name) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err != nil || info.Size() > content.MaxFileSize {
			continue
		}
		if data, err := fs.ReadFile(p.Content, name); err == nil {
			p.was[name] = data
		}
	}
	p.Content = over(p.Content, p.was)
}

func (p *planner) report(list ...problem.Problem) {
	p.plan.Problems = append(p.plan.Problems, list...)
}

// cell is the place of a cell; column 0 is the whole row.
func (p *planner) cell(row, column int) problem.Pos {
	return problem.Pos{File: p.File, Line: row, Column: column, Cell: true}
}

// whole is the place of the whole spreadsheet.
func (p *planner) whole() problem.Pos { return problem.Pos{File: p.File} }

// clean counts a cleaning.
func (p *planner) clean(kind sheet.Cleaning, row, column int, from, to string) {
	c := &p.plan.Cleaned[kind]
	if c.Count++; len(c.Examples) < maxExamples {
		c.Examples = append(c.Examples, Example{problem.Address(column, row), from, to})
	}
}

// column returns the column that fills a field, or nil.
func (p *planner) column(field string) *Column {
	for i := range p.plan.Columns {
		if slices.Contains(p.plan.Columns[i].Fields, field) {
			return &p.plan.Columns[i]
		}
	}
	return nil
}

// check has the content with the new files checked, and brings what is found in
// them back to the cells that it comes from.
func (p *planner) check() error {
	files := map[string][]byte{}
	of := map[string]*draft{}
	for _, d := range p.drafts {
		if d.row.File == "" || d.twin {
			continue
		}
		text, err := p.content.Encode(&d.innovation)
		if err != nil {
			return err
		}
		if d.existing != nil {
			old, err := p.content.Encode(d.existing)
			if err != nil {
				return err
			}
			if string(old) == string(text) {
				d.row.Action = Same
				continue
			}
		}
		laid, faults, err := content.Format(d.row.File, text)
		if err != nil {
			return fmt.Errorf("row %d: %w", d.row.Number, err)
		}
		if len(faults) == 0 {
			text = laid
		}
		d.row.Data, d.row.Action = text, New
		if d.existing != nil {
			d.row.Action, d.row.Was = Update, p.was[d.row.File]
		}
		files[d.row.File], of[d.row.File] = text, d
	}
	after, err := p.Check(over(p.Content, files))
	if err != nil {
		return err
	}
	old := map[string]bool{}
	name := func(f problem.Problem) string {
		return strings.Join([]string{f.Place(""), string(f.Code), f.Field, f.Text(problem.Indonesian)}, "\n")
	}
	for _, f := range p.before {
		old[name(f)] = true
	}
	for _, f := range after {
		d, warning := of[f.File], f.Code.Severity() == problem.Warning
		switch {
		case d != nil && warning:
			f.Pos = p.cellOf(d, f.Field)
			p.plan.Warnings = append(p.plan.Warnings, f)
		case d != nil:
			p.blame(d, f)
		case !warning && !old[name(f)]:
			p.report(f)
			p.plan.Elsewhere = true
		}
	}
	for _, d := range p.drafts {
		if d.bad {
			d.row.Action, d.row.Data = Bad, nil
		}
		p.plan.Rows = append(p.plan.Rows, d.row)
	}
	return nil
}

// blame reports a problem of a row's file at the cell that it comes from, unless
// the cell has been reported.
func (p *planner) blame(d *draft, f problem.Problem) {
	base := within(f.Field)
	d.bad = true
	if slices.ContainsFunc(d.faulty, base) || slices.ContainsFunc(p.lacking, base) {
		return
	}
	f.Pos = p.cellOf(d, f.Field)
	p.report(f)
}

// cellOf returns the cell of a row that a field comes from; the whole row where none is known.
func (p *planner) cellOf(d *draft, field string) problem.Pos {
	base := within(field)
	for _, c := range p.plan.Columns {
		if slices.ContainsFunc(c.Fields, base) && c.Fields[0] != content.Ignored {
			return p.cell(d.row.Number, c.Number)
		}
	}
	return p.cell(d.row.Number, 0)
}

// within reports whether a name is that of a field, of a part of it or of what it is in.
func within(field string) func(name string) bool {
	field, _, _ = strings.Cut(field, "[")
	return func(name string) bool {
		return name == field || strings.HasPrefix(name, field+".") || strings.HasPrefix(field, name+".")
	}
}
