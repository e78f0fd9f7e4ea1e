package site

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"

	"siger/generator/award"
)

// planData plans an edition's downloads and the pages about them.
func (s *Site) planData(st *award.Standing) {
	e := st.Edition
	listed := e.Status == award.Final
	s.page(dataPath(e), "data", e.AsOf, listed, func() any { return s.data(st) })
	s.page(dictionaryPath(e), "dictionary", e.AsOf, listed, func() any { return s.dictionary(st) })
	for _, d := range s.downloads(st) {
		s.file(dataPath(e)+d.name, d.write)
	}
}

// A download is one of the files in an edition's data folder. All that is said of
// them, for people and for machines, is made from one list.
type download struct {
	name, key         string // key of its texts
	resource          string // its name in datapackage.json; "" for that file itself
	format, mediaType string
	schema            *fdSchema // of a table
	write             func(w io.Writer) error
}

func (s *Site) downloads(st *award.Standing) []download {
	results, agencies, winners := s.resultColumns(st), s.agencyColumns(), s.winnerColumns()
	list := []download{
		{"hasil.csv", "hasil-csv", "hasil", "csv", "text/csv", tableSchema(results), func(w io.Writer) error {
			return writeCSV(w, results, len(st.Results), func(i int) *award.Result { return &st.Results[i] })
		}},
		{"perangkat-daerah.csv", "perangkat-daerah-csv", "perangkat-daerah", "csv", "text/csv", tableSchema(agencies), func(w io.Writer) error {
			return writeCSV(w, agencies, len(st.Agencies), func(i int) *award.AgencyStanding { return &st.Agencies[i] })
		}},
		{"penghargaan.csv", "penghargaan-csv", "penghargaan", "csv", "text/csv", tableSchema(winners, "penghargaan", "id"), func(w io.Writer) error {
			rows := winnerRows(st)
			return writeCSV(w, winners, len(rows), func(i int) *winnerRow { return &rows[i] })
		}},
		{"hasil.json", "hasil-json", "hasil-lengkap", "json", "application/json", nil,
			func(w io.Writer) error { return s.writeResults(w, st) }},
		{"hasil.schema.json", "hasil-schema", "hasil-schema", "json", "application/schema+json", nil,
			func(w io.Writer) error { return writeJSON(w, s.resultSchema()) }},
		{"hitung-ulang.py", "hitung-ulang", "hitung-ulang", "py", "text/x-python", nil, func(w io.Writer) error {
			_, err := w.Write(s.options.Recompute)
			return err
		}},
		{"vektor-uji.json", "vektor-uji", "vektor-uji", "json", "application/json", nil,
			func(w io.Writer) error { return writeJSON(w, s.vectors()) }},
	}
	list = append(list, s.robustnessDownloads(st)...)
	list = append(list, s.movementDownloads(st)...)
	list = append(list, s.sealDownloads(st.Edition)...)
	return append(list, download{"datapackage.json", "datapackage", "", "json", "application/json", nil,
		func(w io.Writer) error { return writeJSON(w, s.dataPackage(st)) }})
}

// writeCSV writes a table after RFC 4180, in UTF-8 without a byte order mark.
func writeCSV[T any](w io.Writer, columns []column[T], n int, row func(i int) *T) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for i := range n {
		for j, c := range columns {
			record[j] = c.value(row(i))
			if c.kind == "string" {
				record[j] = Guard(record[j])
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Guard keeps a spreadsheet from running a cell as a formula, after OWASP's
// advice on CSV injection: a quote before the characters that start one.
func Guard(cell string) string {
	// The writer of CSV drops carriage returns, and what follows one comes first.
	first, size := utf8.DecodeRuneInString(strings.ReplaceAll(cell, "\r", ""))
	if strings.HasPrefix(cell, "\r") || size > 0 && strings.ContainsRune("=+-@\t＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

func writeJSON(w io.Writer, v any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(true)
	out.SetIndent("", " ")
	return out.Encode(v)
}

// writeJSONList writes a document whose list under a top key, empty in the document, is made
// item by item: the list is never whole in memory. Each item has a line of its own, so that
// files of two days can be compared by lines; indented, they would be half as large again.
func writeJSONList(w io.Writer, document any, key string, n int, item func(i int) any) error {
	var around bytes.Buffer
	if err := writeJSON(&around, document); err != nil {
		return err
	}
	place := []byte("\n \"" + key + "\": [")
	before, after, found := bytes.Cut(around.Bytes(), append(place, ']'))
	if !found {
		return fmt.Errorf("no empty list %s in the document", key)
	}
	var out bytes.Buffer
	items := json.NewEncoder(&out)
	out.Write(before)
	out.Write(place)
	for i := range n {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  ")
		if err := items.Encode(item(i)); err != nil {
			return err
		}
		out.Truncate(out.Len() - 1) // the end of the line
		if out.Len() >= 64<<10 {
			if _, err := out.WriteTo(w); err != nil {
				return err
			}
		}
	}
	if n > 0 {
		out.WriteString("\n ")
	}
	out.WriteByte(']')
	out.Write(after)
	_, err := out.WriteTo(w)
	return err
}

// The Frictionless description of the downloads:
// https://specs.frictionlessdata.io/data-package/

type fdPackage struct {
	Profile     string       `json:"profile"`
	Name        string       `json:"name"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Homepage    string       `json:"homepage"`
	Version     string       `json:"version"`
	Licenses    []fdLicense  `json:"licenses,omitempty"`
	Resources   []fdResource `json:"resources"`
}

type fdLicense struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path"`
	Title string `json:"title"`
}

type fdResource struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Path        string     `json:"path"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Format      string     `json:"format"`
	MediaType   string     `json:"mediatype"`
	Encoding    string     `json:"encoding"`
	Dialect     *fdDialect `json:"dialect,omitempty"`
	Schema      *fdSchema  `json:"schema,omitempty"`
}

type fdDialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	Header         bool   `json:"header"`
}

type fdSchema struct {
	Fields     []fdField `json:"fields"`
	PrimaryKey any       `json:"primaryKey"` // a name, or a list of names
}

type fdField struct {
	Name        string         `json:"name"`
	Type        string         `json:"type"`
	Description string         `json:"description"`
	DecimalChar string         `json:"decimalChar,omitempty"`
	Constraints *fdConstraints `json:"constraints,omitempty"`
	standard
}

type fdConstraints struct {
	Required bool `json:"required"`
}

func (s *Site) dataPackage(st *award.Standing) fdPackage {
	e := st.Edition
	p := fdPackage{
		Profile:     "data-package",
		Name:        "hasil-" + s.format.year(e.Year),
		Title:       e.Name,
		Description: s.dataDescription(e),
		Homepage:    s.absolute(dataPath(e)),
		Version:     e.AsOf.String(),
	}
	if l := s.content.Site.License; l.Link != "" {
		p.Licenses = []fdLicense{{l.Code, l.Link, l.Name}}
	}
	for _, d := range s.downloads(st) {
		if d.resource == "" {
			continue
		}
		r := fdResource{
			Profile: "data-resource", Name: d.resource, Path: d.name, Title: s.t("berkas-" + d.key),
			Description: s.t("berkas-" + d.key + "-uraian"), Format: d.format, MediaType: d.mediaType, Encoding: "utf-8", Schema: d.schema,
		}
		if d.schema != nil {
			r.Profile, r.Dialect = "tabular-data-resource", &fdDialect{Delimiter: ",", LineTerminator: "\r\n", Header: true}
		}
		p.Resources = append(p.Resources, r)
	}
	return p
}

// dataDescription says what the data are, with the site's notice, which must not
// get lost when the files travel alone.
func (s *Site) dataDescription(e *award.Edition) string {
	text := s.t("data-kalimat", e.Name, s.format.date(e.AsOf), s.t("status-"+string(e.Status)))
	if notice := s.content.Site.Notice; notice != "" {
		text += " " + notice
	}
	return text
}

// tableSchema describes a table. Its key is the column id unless it takes others.
func tableSchema[T any](columns []column[T], key ...string) *fdSchema {
	schema := &fdSchema{PrimaryKey: "id"}
	if len(key) > 0 {
		schema.PrimaryKey = key
	}
	for _, c := range columns {
		f := fdField{Name: c.name, Type: c.kind, Description: c.description, standard: c.standard}
		if c.required {
			f.Constraints = &fdConstraints{Required: true}
		}
		if c.kind == "number" {
			f.DecimalChar = "."
		}
		schema.Fields = append(schema.Fields, f)
	}
	return schema
}

// DataPage is the view of an edition's downloads.
type DataPage struct {
	Head       Head
	Title      string
	Edition    Link
	AsOf       string
	Status     string
	Files      []DownloadRow
	License    Link // the zero value where the site names none
	Dictionary string
	Method     string
	Recompute  Recompute
	Seal       *SealNote
}

// A Recompute says how a reader checks every number on a computer of their own.
type Recompute struct{ Script, Results, Vectors string }

func (s *Site) recompute(e *award.Edition) Recompute {
	file := func(name string) string { return s.href(dataPath(e) + name) }
	return Recompute{Script: file("hitung-ulang.py"), Results: file("hasil.json"), Vectors: file("vektor-uji.json")}
}

// A DownloadRow is a file to download.
type DownloadRow struct{ Name, Href, Title, Description string }

func (s *Site) data(st *award.Standing) DataPage {
	e := st.Edition
	title := s.t("judul-data", s.format.year(e.Year))
	p := DataPage{
		Head:       s.editionHead(st, dataPath(e), title, s.t("uraian-data", e.Name)),
		Title:      title,
		Edition:    Link{Text: e.Name, Href: s.href(editionPath(e))},
		AsOf:       s.format.date(e.AsOf),
		Status:     s.t("status-" + string(e.Status)),
		License:    s.license(),
		Dictionary: s.href(dictionaryPath(e)),
		Method:     s.href(methodPath(e)),
		Recompute:  s.recompute(e),
		Seal:       s.sealNote(e),
	}
	for _, d := range s.downloads(st) {
		p.Files = append(p.Files, DownloadRow{d.name, s.href(dataPath(e) + d.name), s.t("berkas-" + d.key), s.t("berkas-" + d.key + "-uraian")})
	}
	p.Head.Data = append(p.Head.Data, s.dataset(st))
	return p
}

func (s *Site) license() Link {
	return Link{Text: s.content.Site.License.Name, Href: s.content.Site.License.Link}
}

type ldDataset struct {
	Context      string       `json:"@context"`
	Type         string       `json:"@type"`
	Name         string       `json:"name"`
	Description  string       `json:"description"`
	URL          string       `json:"url"`
	InLanguage   string       `json:"inLanguage"`
	DateModified string       `json:"dateModified"`
	Creator      ldOrg        `json:"creator"`
	License      string       `json:"license,omitempty"`
	Spatial      string       `json:"spatialCoverage"`
	Temporal     string       `json:"temporalCoverage"`
	Distribution []ldDownload `json:"distribution"`
}

type ldOrg struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type ldDownload struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

func (s *Site) dataset(st *award.Standing) ldDataset {
	e := st.Edition
	d := ldDataset{
		Context: "https://schema.org", Type: "Dataset",
		Name: e.Name, Description: s.dataDescription(e), URL: s.absolute(dataPath(e)),
		InLanguage: s.languages[0].texts.Language, DateModified: e.AsOf.String(),
		Creator: ldOrg{"Organization", s.content.Site.Organiser}, License: s.content.Site.License.Link,
		Spatial: s.content.Site.Region, Temporal: s.format.year(e.Year),
	}
	for _, file := range s.downloads(st) {
		d.Distribution = append(d.Distribution, ldDownload{"DataDownload", file.mediaType, s.absolute(dataPath(e) + file.name)})
	}
	return d
}

// DictionaryPage is the view of the data dictionary.
type DictionaryPage struct {
	Head    Head
	Title   string
	Data    Link
	License Link // the zero value where the site names none
	Tables  []DictionaryTable
}

// A DictionaryTable describes one file.
type DictionaryTable struct {
	ID, Title, Description string
	Fields                 []DictionaryRow
}

// A DictionaryRow describes one field.
type DictionaryRow struct {
	Name, Type, Description string
	Required                bool
	Standard                []Fact // what else Satu Data Indonesia asks for
}

func (s *Site) dictionary(st *award.Standing) DictionaryPage {
	e := st.Edition
	title := s.t("judul-kamus", s.format.year(e.Year))
	data := Link{Text: s.t("judul-data", s.format.year(e.Year)), Href: s.href(dataPath(e))}
	return DictionaryPage{
		Head:    s.editionHead(st, dictionaryPath(e), title, s.t("uraian-kamus", e.Name), data),
		Title:   title,
		Data:    data,
		License: s.license(),
		Tables: append([]DictionaryTable{
			{"hasil-csv", "hasil.csv", s.t("berkas-hasil-csv-uraian"), dictionaryRows(s, s.resultColumns(st))},
			{"perangkat-daerah-csv", "perangkat-daerah.csv", s.t("berkas-perangkat-daerah-csv-uraian"), dictionaryRows(s, s.agencyColumns())},
			{"penghargaan-csv", "penghargaan.csv", s.t("berkas-penghargaan-csv-uraian"), dictionaryRows(s, s.winnerColumns())},
			{"hasil-json", "hasil.json", s.t("berkas-hasil-json-uraian"), s.jsonFields(reflect.TypeFor[resultsDocument]())},
		}, append(s.robustnessDictionary(st), s.movementDictionary(st)...)...),
	}
}

func dictionaryRows[T any](s *Site, columns []column[T]) []DictionaryRow {
	rows := make([]DictionaryRow, len(columns))
	for i, c := range columns {
		rows[i] = DictionaryRow{c.name, s.t("tipe-" + c.kind), c.description, c.required, s.standardFacts(c.standard)}
	}
	return rows
}
