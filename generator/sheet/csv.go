package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"siger/generator/problem"
)

// separators are those that spreadsheet programs write; the first wins a tie.
var separators = []rune{',', ';', '\t', '|'}

// readCSV reads text with one line for each row. Encoding and separator are
// found out from the text.
func readCSV(data []byte, want string) (*Sheet, *reason) {
	if want != "" {
		return nil, &reason{code: problem.NoSheet, args: []any{want, problem.Words{ID: "; berkas CSV tidak memiliki lembar", EN: "; a CSV file has no sheets"}}}
	}
	text := decode(data)
	if text == nil {
		return nil, bad(damaged)
	}
	if !bytes.Contains(text, []byte("\n")) {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	sheet := &Sheet{}
	row, separator := 0, rune(0)
	if line, rest, _ := bytes.Cut(text, []byte("\n")); bytes.HasPrefix(line, []byte("sep=")) {
		if mark := bytes.TrimSpace(line[len("sep="):]); len(mark) <= 1 {
			// Excel's own note about the separator, in a line that it does not show.
			if separator = '\t'; len(mark) == 1 {
				separator = rune(mark[0])
			}
			text = rest
		}
	}
	if !bytes.ContainsRune([]byte(string(separators)), separator) {
		separator = separatorOf(text)
	}
	reader := newReader(text, separator)
	for next := 1; ; { // the line of the text where the next row begins
		begin := reader.InputOffset()
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return sheet, nil
		}
		if err != nil {
			fault := bad(problem.Words{ID: "tanda kutip tidak ditutup, atau ada di tengah sel tanpa digandakan", EN: "a quote is not closed, or is inside a cell and not doubled"})
			fault.row = row + 1
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				fault.row += max(0, parse.StartLine-next)
			}
			return nil, fault
		}
		line, _ := reader.FieldPos(0)
		row += 1 + line - next // the reader skips empty lines
		next += bytes.Count(text[begin:reader.InputOffset()], []byte("\n"))
		if sheet.Rows = append(sheet.Rows, Row{Number: row, Cells: cells}); len(sheet.Rows) > 2*MaxRows {
			return sheet, nil // limit says so
		}
	}
}

func newReader(text []byte, separator rune) *csv.Reader {
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma, reader.FieldsPerRecord = separator, -1
	return reader
}

// decode returns text as UTF-8 without a mark, nil when it is no text. Without
// a mark, what is not UTF-8 is taken for Windows-1252, which spreadsheet programs
// on Windows write.
func decode(data []byte) []byte {
	var from encoding.Encoding
	head := data[:min(len(data), 1000)]
	even, odd := 0, 0 // bytes that are zero
	for i, b := range head {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case odd > len(head)/4 && even == 0:
		from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > len(head)/4 && odd == 0:
		from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	if from == nil && !utf8.Valid(data) {
		from = charmap.Windows1252
	}
	if from != nil {
		text, err := from.NewDecoder().Bytes(data)
		if err != nil {
			return nil
		}
		data = text
	}
	if bytes.IndexByte(data, 0) >= 0 || !utf8.Valid(data) {
		return nil
	}
	return data
}

// separatorOf returns the separator that gives the most of the first rows the
// same number of cells, and among equals the most cells.
func separatorOf(text []byte) rune {
	best, most := separators[0], 0
	for _, separator := range separators {
		reader := newReader(text, separator)
		counts := map[int]int{}
		for range 30 {
			cells, err := reader.Read()
			if err != nil {
				break
			}
			counts[len(cells)]++
		}
		for cells, rows := range counts {
			if score := rows*1000 + min(cells, 999); cells > 1 && score > most {
				best, most = separator, score
			}
		}
	}
	return best
}
