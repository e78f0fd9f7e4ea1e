// Package sheet reads a spreadsheet as an agency sends it, CSV or XLSX, into rows
// of text with addresses such as B17, and cleans single cells: spaces, quotes,
// names in capitals, dates. It knows nothing of innovations; it is the only
// package that knows excelize.
//
// # What a caller can rely on
//
//   - A cell holds what its author sees where that has one meaning: the result of
//     a formula, a date as 2021-06-16 (or 2021-06 where the day is not shown),
//     a number in full and with a decimal point.
//   - A row's number and a column's letter are those that a spreadsheet program
//     shows, in CSV as well.
//   - A value that stands in a merged cell belongs to all of its area; see
//     [Sheet.Spread].
//   - Broken, hostile and too large files are problems, never a panic, and are
//     read within the limits below.
package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"siger/generator/problem"
)

// Limits on what is read.
const (
	MaxFileSize = 10 << 20 // bytes of a spreadsheet
	maxUnzipped = 48 << 20 // bytes of a workbook's parts together
	MaxRows     = 5000     // rows with something in them
	MaxColumns  = 200      // columns of a table
	maxCell     = 32767    // characters of a cell, as in spreadsheet programs
	maxLastRow  = 1 << 20  // number of the last row
	maxMerged   = 100_000  // cells below others that they are merged with
	maxSheets   = 200      // sheets of a workbook
)

// A Sheet is one table.
type Sheet struct {
	Name   string   // "" of a CSV file
	Names  []string // of all sheets that can be seen, in order
	Rows   []Row    // those with something in them, in order
	Hidden map[int]bool
	Epoch  Epoch // of numbers that stand for days

	merged map[[2]int]int // by row and column: 1 + the place in areas
	areas  []area
}

// A Row is a row with something in it.
type Row struct {
	Number int      // from 1
	Cells  []string // from column 1; the last is not empty
	Hidden bool
}

// An area is the cells that are merged into one, with the text of the first.
type area struct {
	top, left, bottom, right int
	text                     string
}

// Cell returns the text of a column, from 1; "" beyond the last.
func (r Row) Cell(column int) string {
	if column < 1 || column > len(r.Cells) {
		return ""
	}
	return r.Cells[column-1]
}

// Down returns the text of a column in a row, or of the merged cell whose first
// column it is: what is written once for several rows belongs to each of them.
func (s *Sheet) Down(r Row, column int) string {
	if v := r.Cell(column); v != "" {
		return v
	}
	if a := s.area(r.Number, column); a != nil && a.left == column {
		return a.text
	}
	return ""
}

// Spread returns the text of a column in a row, or of the merged cell that it
// is a part of. wide reports that the merged cell has several columns.
func (s *Sheet) Spread(r Row, column int) (text string, wide bool) {
	a := s.area(r.Number, column)
	if a == nil {
		return r.Cell(column), false
	}
	return a.text, a.right > a.left
}

func (s *Sheet) area(row, column int) *area {
	if i := s.merged[[2]int{row, column}]; i > 0 {
		return &s.areas[i-1]
	}
	return nil
}

// Width returns the number of the last column with something in it.
func (s *Sheet) Width() int {
	width := 0
	for _, r := range s.Rows {
		width = max(width, len(r.Cells))
	}
	return width
}

// Read reads a table. name is the file's name in problems; want is the name of
// the sheet, "" for the first that is not hidden. There is a sheet exactly when
// there are no problems.
func Read(name string, data []byte, want string) (s *Sheet, problems []problem.Problem) {
	at := problem.Pos{File: name}
	defer func() {
		// A library's own fault that a foreign file sets off is a fault of the file.
		if r := recover(); r != nil {
			s, problems = nil, []problem.Problem{problem.At(at, "", problem.BadSheet, damaged)}
		}
	}()
	if len(data) > MaxFileSize {
		return nil, []problem.Problem{problem.At(at, "", problem.LargeSheet, problem.Words{
			ID: fmt.Sprintf("berkasnya lebih besar dari %d MiB", MaxFileSize>>20), EN: fmt.Sprintf("the file is larger than %d MiB", MaxFileSize>>20)})}
	}
	var fault *reason
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, []problem.Problem{problem.At(at, "", problem.EmptyFile)}
	case bytes.HasPrefix(data, []byte("PK")):
		s, fault = readXLSX(data, want)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		fault = bad(oldFormat)
	case bytes.HasPrefix(data, []byte("%PDF")):
		fault = bad(notTable)
	default:
		s, fault = readCSV(data, want)
	}
	if fault == nil {
		fault = s.limit()
	}
	if fault != nil {
		at.Line, at.Column, at.Cell = fault.row, fault.column, fault.row > 0
		return nil, []problem.Problem{problem.At(at, "", fault.code, fault.args...)}
	}
	return s, nil
}

// A reason is why a table cannot be read, before the file's name is known.
type reason struct {
	code        problem.Code
	args        []any
	row, column int
}

func bad(why problem.Words) *reason { return &reason{code: problem.BadSheet, args: []any{why}} }

func large(row, column int, id, en string) *reason {
	return &reason{problem.LargeSheet, []any{problem.Words{ID: id, EN: en}}, row, column}
}

var (
	damaged   = problem.Words{ID: "isinya rusak atau bukan lembar kerja", EN: "it is damaged or no spreadsheet"}
	oldFormat = problem.Words{ID: "ini berkas .xls lama, atau dikunci kata sandi", EN: "it is an old .xls file, or locked by a password"}
	openDoc   = problem.Words{ID: "ini berkas OpenDocument (.ods)", EN: "it is an OpenDocument file (.ods)"}
	notTable  = problem.Words{ID: "ini dokumen PDF, bukan lembar kerja", EN: "it is a PDF document and no spreadsheet"}
)

// limit checks rows, columns and cells, and cuts what is empty at their ends.
func (s *Sheet) limit() *reason {
	rows := s.Rows[:0]
	for _, r := range s.Rows {
		for len(r.Cells) > 0 && strings.TrimSpace(r.Cells[len(r.Cells)-1]) == "" {
			r.Cells = r.Cells[:len(r.Cells)-1]
		}
		if len(r.Cells) == 0 {
			continue
		}
		if len(r.Cells) > MaxColumns {
			return large(r.Number, len(r.Cells), fmt.Sprintf("kolomnya lebih dari %d", MaxColumns), fmt.Sprintf("it has more than %d columns", MaxColumns))
		}
		for i, c := range r.Cells {
			if len(c) > maxCell && utf8.RuneCountInString(c) > maxCell {
				return large(r.Number, i+1, fmt.Sprintf("sel ini memuat lebih dari %d karakter", maxCell), fmt.Sprintf("the cell has more than %d characters", maxCell))
			}
		}
		rows = append(rows, r)
	}
	if s.Rows = rows; len(rows) > MaxRows {
		return large(rows[MaxRows].Number, 1, fmt.Sprintf("barisnya lebih dari %d", MaxRows), fmt.Sprintf("it has more than %d rows", MaxRows))
	}
	return nil
}

// Column returns the number of a column's letters ("B" is 2), 0 when s is none.
func Column(s string) int {
	n := 0
	if len(s) > 3 {
		return 0
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return 0
		}
		n = n*26 + int(s[i]-'A') + 1
	}
	return n
}
