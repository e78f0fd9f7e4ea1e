package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"siger/generator/problem"
)

// openOptions keep a workbook in memory, within the limit, and out of the folder
// of temporary files. Days are written so that they have one meaning.
var openOptions = excelize.Options{
	UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd",
}

// readXLSX reads one sheet of a workbook. Only excelize's readers that go through
// a sheet as a stream are used: the others fill every cell up to the last, which
// a small file can put at the end of a sheet's seventeen billion.
func readXLSX(data []byte, want string) (*Sheet, *reason) {
	if bytes.Contains(data[:min(len(data), 100)], []byte("opendocument")) {
		return nil, bad(openDoc)
	}
	if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		return nil, bad(damaged)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), openOptions)
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, large(0, 0, fmt.Sprintf("isinya lebih dari %d MiB setelah dibuka", maxUnzipped>>20), fmt.Sprintf("it holds more than %d MiB when unpacked", maxUnzipped>>20))
		}
		return nil, bad(damaged)
	}
	defer book.Close()
	name, names, fault := choose(book, want)
	if fault != nil {
		return nil, fault
	}
	sheet := &Sheet{Name: name, Names: names, Hidden: map[int]bool{}, merged: map[[2]int]int{}}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
		sheet.Epoch = Epoch1904
	}
	if fault := sheet.readRows(book); fault != nil {
		return nil, fault
	}
	return sheet, sheet.readMarks(sheetPart(book, name))
}

// choose returns the sheet that is wanted, or the first that is not hidden.
func choose(book *excelize.File, want string) (name string, names []string, fault *reason) {
	list := book.GetSheetList()
	if len(list) > maxSheets {
		return "", nil, large(0, 0, fmt.Sprintf("lembarnya lebih dari %d", maxSheets), fmt.Sprintf("it has more than %d sheets", maxSheets))
	}
	for _, s := range list {
		if visible, err := book.GetSheetVisible(s); err == nil && visible {
			names = append(names, s)
		}
		if strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(want)) {
			name = s
		}
	}
	switch {
	case name != "":
		return name, names, nil
	case want != "":
		all := strings.Join(list, ", ")
		return "", nil, &reason{code: problem.NoSheet, args: []any{want, problem.Words{ID: "; yang ada: " + all, EN: "; there are: " + all}}}
	case len(names) == 0:
		return "", nil, bad(damaged)
	}
	return names[0], names, nil
}

// readRows reads the cells twice, as they are stored and as they are shown: what
// is shown tells days from numbers, and what is stored is never rounded.
func (s *Sheet) readRows(book *excelize.File) *reason {
	stored, err := book.Rows(s.Name)
	if err != nil {
		return bad(damaged)
	}
	defer stored.Close()
	shown, err := book.Rows(s.Name)
	if err != nil {
		return bad(damaged)
	}
	defer shown.Close()
	for number := 1; stored.Next() && shown.Next() && number <= maxLastRow; number++ {
		hidden := stored.GetRowOpts().Hidden
		cells, err := stored.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return bad(damaged)
		}
		texts, err := shown.Columns(openOptions)
		if err != nil {
			return bad(damaged)
		}
		for i := range cells {
			if i < len(texts) {
				cells[i] = s.Epoch.shown(cells[i], texts[i])
			}
		}
		if slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			s.Rows = append(s.Rows, Row{Number: number, Cells: slices.Clone(cells), Hidden: hidden})
		}
		if len(s.Rows) > MaxRows || len(cells) > MaxColumns && strings.TrimSpace(cells[len(cells)-1]) != "" {
			break // limit says so
		}
	}
	if stored.Error() != nil {
		return bad(damaged)
	}
	return nil
}

// sheetPart returns the XML of a sheet; nil when it is not where workbooks keep
// it.
func sheetPart(book *excelize.File, name string) []byte {
	part := func(name string) []byte {
		value, _ := book.Pkg.Load(name)
		data, _ := value.([]byte)
		return data
	}
	var workbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if xml.Unmarshal(part("xl/workbook.xml"), &workbook) != nil || xml.Unmarshal(part("xl/_rels/workbook.xml.rels"), &links) != nil {
		return nil
	}
	for _, s := range workbook.Sheets {
		for _, l := range links.Links {
			if s.Name == name && s.ID == l.ID {
				if target, ok := strings.CutPrefix(l.Target, "/"); ok {
					return part(target)
				}
				return part(path.Join("xl", l.Target))
			}
		}
	}
	return nil
}

// readMarks reads what is said of cells beside their values: hidden columns,
// merged cells, and formulas whose result was never stored.
func (s *Sheet) readMarks(part []byte) *reason {
	decoder := xml.NewDecoder(bytes.NewReader(part))
	cell, formula, value := "", false, false
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil // to the end, or as far as the rows were read
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "col":
				first, _ := strconv.Atoi(attribute(t, "min"))
				last, _ := strconv.Atoi(attribute(t, "max"))
				if hidden := attribute(t, "hidden"); hidden == "1" || hidden == "true" {
					for c := max(1, first); c <= min(last, MaxColumns); c++ {
						s.Hidden[c] = true
					}
				}
			case "c":
				cell, formula, value = attribute(t, "r"), false, false
			case "f":
				formula = true
			case "v", "is":
				value = true
			case "mergeCell":
				if fault := s.merge(attribute(t, "ref")); fault != nil {
					return fault
				}
			}
		case xml.EndElement:
			if column, row, err := excelize.CellNameToCoordinates(cell); t.Name.Local == "c" && formula && !value && err == nil {
				return &reason{code: problem.CellError, args: []any{problem.Words{ID: "hasil rumusnya tidak tersimpan", EN: "the result of its formula is not stored"}}, row: row, column: column}
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// merge records merged cells as far as the rows with something in them reach.
func (s *Sheet) merge(ref string) *reason {
	from, to, ok := strings.Cut(ref, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err = errors.Join(err, err2); !ok || err != nil || len(s.Rows) == 0 || right < left {
		return nil
	}
	i, found := slices.BinarySearchFunc(s.Rows, top, func(r Row, n int) int { return r.Number - n })
	if !found {
		return nil // nothing is written there
	}
	s.areas = append(s.areas, area{top, left, bottom, right, s.Rows[i].Cell(left)})
	for ; i < len(s.Rows) && s.Rows[i].Number <= bottom; i++ {
		for c := left; c <= min(right, MaxColumns); c++ {
			if s.merged[[2]int{s.Rows[i].Number, c}] = len(s.areas); len(s.merged) > maxMerged {
				return large(s.Rows[i].Number, c, "sel gabungannya terlalu banyak", "it has too many merged cells")
			}
		}
	}
	return nil
}
