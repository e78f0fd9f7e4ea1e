package problem

import (
	"encoding/json"
	"fmt"
	"io"
)

// schemaVersion grows its first number when a key of the JSON goes or changes its
// meaning, its second when one is added.
const schemaVersion = "1.1"

type jsonReport struct {
	Schema   string        `json:"versi_skema"`
	Count    int           `json:"jumlah"`
	Errors   int           `json:"jumlah_galat"`
	Warnings int           `json:"jumlah_peringatan"`
	Files    int           `json:"jumlah_berkas"`
	Problems []jsonProblem `json:"masalah"`
}

type jsonProblem struct {
	Code        Code     `json:"kode"`
	Severity    string   `json:"keparahan"`
	Title       string   `json:"judul"`
	File        string   `json:"berkas"`
	Line        int      `json:"baris,omitempty"`
	Column      int      `json:"kolom,omitempty"`
	Length      int      `json:"panjang,omitempty"`
	Field       string   `json:"isian,omitempty"`
	Text        string   `json:"teks"`
	Hint        string   `json:"petunjuk,omitempty"`
	Fix         *jsonFix `json:"perbaikan,omitempty"`
	Fingerprint string   `json:"sidik"`
}

type jsonFix struct {
	Line   int    `json:"baris"`
	Column int    `json:"kolom"`
	Length int    `json:"panjang"`
	Text   string `json:"ganti"`
}

// JSON prints problems as one object:
//
//	versi_skema    version of this form, "1.1"
//	jumlah         number of problems
//	jumlah_galat   number of those that are errors
//	jumlah_peringatan  number of those that are warnings
//	jumlah_berkas  number of files that have some
//	masalah        the problems, in the order of the text; a list, also when empty:
//	  kode         code, such as "S205"
//	  keparahan    "galat", or "peringatan", which keeps no site from being published
//	  judul        the kind of problem in a few words
//	  berkas       file, with the content folder before it
//	  baris        line, from 1; left out when the problem is the whole file
//	  kolom        column, from 1, in characters; left out when it is the whole line
//	  panjang      characters from there that are meant; left out when not known
//	  isian        path of keys, such as "penilaian.manfaat.tingkat"; left out when none
//	  teks         what was found and what is wanted
//	  petunjuk     what to do about it; left out when teks says it
//	  perbaikan    what siger fix does: ganti takes the place of panjang characters
//	               from baris and kolom; left out when the author must decide, or
//	               when ganti would have personal data
//	  sidik        SHA-256 of code, file, field and Indonesian text: a name for the
//	               problem that outlives a change of other lines
func (o Output) JSON(w io.Writer, list []Problem) error {
	list = guarded(list)
	errors, warnings := o.counts(list)
	report := jsonReport{Schema: schemaVersion, Count: len(list), Errors: errors, Warnings: warnings, Files: len(byFile(list)), Problems: []jsonProblem{}}
	prints := o.fingerprints(list)
	for i, p := range list {
		var fix *jsonFix
		if p.Fix != nil && !p.masked {
			fix = &jsonFix{p.Fix.Line, p.Fix.Column, p.Fix.Length, p.Fix.Text}
		}
		report.Problems = append(report.Problems, jsonProblem{
			Code: p.Code, Severity: levels[o.severity(p.Code)].word.ID, Title: p.Code.Title(o.Language), File: o.file(p), Line: p.Line, Column: p.Column, Length: p.Length,
			Field: p.Field, Text: Visible(p.Text(o.Language)), Hint: p.Hint(o.Language), Fix: fix, Fingerprint: prints[i],
		})
	}
	return writeJSON(w, report)
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}
