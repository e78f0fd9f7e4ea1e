package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/internal/pattern"
	"siger/generator/problem"
	"siger/generator/sheet"
)

// A draft is an innovation on its way from a row to a file.
type draft struct {
	row        Row
	innovation award.Innovation
	existing   *award.Innovation // in the edition
	faulty     []string          // fields that have been reported
	bad        bool
	twin       bool // another row has the file
}

// A source is where a value comes from.
type source struct {
	pos         problem.Pos
	row, column int  // 0 for a fixed value
	shared      bool // the column fills another field as well
}

// readRows makes a draft of each row that has something in a mapped column.
func (p *planner) readRows() {
	first := map[string]*draft{} // by file
	for i, r := range p.plan.Sheet.Rows {
		if i == 0 && p.isNumbering(r) || p.isEmpty(r) {
			p.plan.Empty++
			continue
		}
		if r.Hidden {
			p.plan.Hidden++
		}
		d := p.draft(r)
		p.drafts = append(p.drafts, d)
		if d.row.File == "" {
			continue
		}
		if other := first[d.row.File]; other != nil {
			d.twin = true
			p.fault(d, "nama", p.cell(r.Number, p.columnOf("nama")), problem.RowTwice, other.row.Number, d.row.File)
			continue
		}
		first[d.row.File] = d
		if d.existing != nil && !p.Replace {
			d.twin = true
			p.fault(d, "nama", p.cell(r.Number, p.columnOf("nama")), problem.FileExists, d.row.File)
		}
	}
}

func (p *planner) columnOf(field string) int {
	if c := p.column(field); c != nil {
		return c.Number
	}
	return 0
}

// isNumbering reports whether a row numbers the columns, as forms do below the
// headers: 1, 2, 3 or (1), (2), (3).
func (p *planner) isNumbering(r sheet.Row) bool {
	last, count := 0, 0
	for _, c := range r.Cells {
		if c == "" {
			continue
		}
		n, err := strconv.Atoi(strings.Trim(c, "() "))
		if err != nil || n <= last || n > last+2 {
			return false
		}
		last = n
		count++
	}
	return count > 2
}

func (p *planner) isEmpty(r sheet.Row) bool {
	for _, c := range p.plan.Columns {
		if len(c.Fields) > 0 && !c.Ignored() {
			if text, _ := sheet.Clean(r.Cell(c.Number)); text != "" && !emptyMark(text) {
				return false
			}
		}
	}
	return true
}

// emptyMark reports whether a text is what people write where there is nothing.
func emptyMark(s string) bool {
	switch strings.ToLower(s) {
	case "-", "--", "---", "–", "—", ".", "n/a", "nihil", "(kosong)", "tidak ada", "belum ada":
		return true
	}
	return false
}

func (p *planner) fault(d *draft, field string, pos problem.Pos, code problem.Code, args ...any) {
	d.bad = true
	d.faulty = append(d.faulty, field)
	p.report(problem.At(pos, field, code, args...))
}

func (p *planner) draft(r sheet.Row) *draft {
	d := &draft{row: Row{Number: r.Number}}
	values := map[string]string{}
	for _, c := range p.plan.Columns {
		if len(c.Fields) == 0 || c.Ignored() {
			continue
		}
		raw := p.plan.Sheet.Down(r, c.Number)
		if sheet.IsError(raw) {
			p.fault(d, c.Fields[0], p.cell(r.Number, c.Number), problem.CellError, raw)
			d.faulty = append(d.faulty, c.Fields...)
			continue
		}
		text, done := sheet.Clean(raw)
		for _, kind := range done {
			p.clean(kind, r.Number, c.Number, raw, text)
		}
		if emptyMark(text) {
			p.clean(sheet.EmptyMark, r.Number, c.Number, text, "")
			text = ""
		}
		for _, name := range c.Fields {
			if text != "" && values[name] != "" {
				text = values[name] + "\n" + text
			}
			if text != "" {
				values[name] = text
			}
		}
	}
	p.name(d, values)
	for i := range p.fields {
		f := &p.fields[i]
		column := p.column(f.name)
		switch {
		case f.name == "nama" || f.kind == fileKind:
		case values[f.name] != "":
			text := p.translated(f.name, values[f.name])
			p.fill(d, f, text, source{p.cell(r.Number, column.Number), r.Number, column.Number, len(column.Fields) > 1})
		case p.fixed[f.name] != nil:
			p.fill(d, f, strings.Join(p.fixed[f.name], "; "), source{pos: p.cell(r.Number, 0)})
		}
	}
	d.row.Agency = d.innovation.Agency
	if d.row.Agency == "" {
		d.row.Agency = values["perangkat_daerah"]
	}
	return d
}

// translated returns what the mapping file says that a cell means.
func (p *planner) translated(field, text string) string {
	if p.Map != nil {
		for _, e := range p.Map.Values[field] {
			if content.NameKey(e.Key) == content.NameKey(text) || e.Key == text {
				return strings.Join(e.Values, "; ")
			}
		}
	}
	return text
}

// name gives a draft its name and file, and what the file says already.
func (p *planner) name(d *draft, values map[string]string) {
	name := oneLine(values["nama"])
	row, column := d.row.Number, p.columnOf("nama")
	if name == "" {
		if !slices.Contains(d.faulty, "nama") && !slices.Contains(p.lacking, "nama") {
			p.fault(d, "nama", p.cell(row, column), problem.Missing, "nama")
		}
		d.bad = true
		return
	}
	if p.TidyNames {
		if title := sheet.Title(name); title != name {
			p.clean(sheet.NameCase, row, column, name, title)
			name = title
		}
	}
	d.row.Name = name
	slug := oneLine(strings.TrimSuffix(values[fileField], ".yaml"))
	key := content.NameKey(name)
	if slug == "" {
		if slug = p.known.slugs[key]; slug == "" {
			slug = Slug(name)
		}
		if now := p.known.aliases[slug]; now != "" {
			slug = now
		}
	}
	if in := p.known.inEdition[key]; in != nil && values[fileField] == "" {
		slug = in.ID
	}
	if !content.IsSlug(slug) {
		at := column
		if values[fileField] != "" {
			at = p.columnOf(fileField)
		}
		p.fault(d, fileField, p.cell(row, at), problem.NotSlug, slug)
		return
	}
	d.row.File = fmt.Sprintf("%d/inovasi/%s.yaml", p.Year, slug)
	d.row.Years = p.known.years[slug]
	if in := p.known.byFile[slug]; in != nil {
		d.existing = in
		d.innovation = *in
		d.innovation.Marks = slices.Clone(in.Marks)
		d.innovation.Categories = slices.Clone(in.Categories)
	}
	d.innovation.ID, d.innovation.File, d.innovation.Name = slug, d.row.File, name
}

var schemeless = pattern.Lazy(`^(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}(?:[/?#:]\S*)?$`)

// fill sets a field to what a text says.
func (p *planner) fill(d *draft, f *field, text string, from source) {
	in := &d.innovation
	line := oneLine(text)
	fault := func(code problem.Code, args ...any) { p.fault(d, f.name, from.pos, code, args...) }
	tidied := func(kind sheet.Cleaning, to string) {
		if from.row > 0 && to != line {
			p.clean(kind, from.row, from.column, line, to)
		}
	}
	switch f.kind {
	case lineKind:
		switch f.name {
		case "unit_pelaksana":
			in.Unit = line
		case "sop":
			in.Procedure = line
		case "ringkasan":
			in.Summary = line
			if short := beginning(line); from.shared && short != line {
				tidied(sheet.SummaryStart, short)
				in.Summary = short
			}
		}
	case markdownKind:
		*content.TextOf(in, f.name) = award.Text{Source: paragraphs(text)}
	case dateKind:
		day, err := p.plan.Sheet.Epoch.ParseDate(line)
		if err != nil {
			fault(problem.NotDate, line)
			return
		}
		tidied(sheet.DateForm, day.String())
		if f.name == "waktu_uji_coba" {
			in.Trial = day
		} else {
			in.Applied = day
		}
	case linkKind:
		in.Link = withScheme(line)
		tidied(sheet.AddressForm, in.Link)
	case linksKind:
		in.Sources = nil
		for link := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == ' ' || r == ';' || r == ',' }) {
			to := withScheme(link)
			if to != link && from.row > 0 {
				p.clean(sheet.AddressForm, from.row, from.column, link, to)
			}
			if !slices.Contains(in.Sources, to) {
				in.Sources = append(in.Sources, to)
			}
		}
	case aliasKind:
		in.Aliases = strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ' ' || r == ';' || r == ',' })
	case agencyKind:
		id := p.names.Agency(line)
		if id == "" {
			fault(problem.UnknownAgency, line, p.names.AgencyWords(line))
			return
		}
		tidied(sheet.AgencyID, id)
		in.Agency = id
	case termsKind:
		p.fillTerms(d, f, text, from)
	case levelKind:
		levels, wrong := parseLevels(line)
		if wrong != "" {
			fault(problem.NotInteger, wrong)
			return
		}
		if strings.Contains(line, ",") {
			tidied(sheet.NumberForm, joinInts(levels))
		}
		p.mark(in, f.id).Levels = levels
	case reasonKind:
		p.mark(in, f.id).Reason = line
	case evidenceKind:
		evidence := award.Evidence{Title: line}
		if content.IsWebAddress(line) {
			evidence.Link = line
		}
		p.mark(in, f.id).Evidence = []award.Evidence{evidence}
	}
}

func (p *planner) fillTerms(d *draft, f *field, text string, from source) {
	i := slices.IndexFunc(p.content.Taxonomies, func(t award.Taxonomy) bool { return t.ID == f.id })
	taxonomy := &p.content.Taxonomies[i]
	ids, unknown := p.names.Terms(taxonomy, text)
	if unknown != "" {
		p.fault(d, f.name, from.pos, problem.UnknownTerm, oneLine(unknown), f.id, p.names.TermWords(taxonomy, unknown))
		return
	}
	if to := strings.Join(ids, "; "); from.row > 0 && to != text {
		p.clean(sheet.TermID, from.row, from.column, oneLine(text), to)
	}
	in := &d.innovation
	category := award.Category{Taxonomy: f.id, Terms: ids}
	if at := slices.IndexFunc(in.Categories, func(c award.Category) bool { return c.Taxonomy == f.id }); at >= 0 {
		in.Categories[at] = category
	} else {
		in.Categories = append(in.Categories, category)
	}
}

// mark returns the mark of a criterion, in the order of the rubric.
func (p *planner) mark(in *award.Innovation, criterion string) *award.Mark {
	i := slices.IndexFunc(in.Marks, func(m award.Mark) bool { return m.Criterion == criterion })
	if i < 0 {
		i = len(in.Marks)
		in.Marks = append(in.Marks, award.Mark{Criterion: criterion})
	}
	return &in.Marks[i]
}

func withScheme(link string) string {
	if schemeless().MatchString(link) {
		return "https://" + link
	}
	return link
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

var bullet = pattern.Lazy(`^[•·●▪■◦‣➢➤✓✔\x{F000}-\x{F0FF}*–—-]\s+`)
var listItem = pattern.Lazy(`^(?:- |[0-9]{1,3}[.)] )`)

// paragraphs makes Markdown of the lines of a cell: a line break that somebody
// typed into a cell separates paragraphs or the items of a list.
func paragraphs(s string) string {
	var b strings.Builder
	last := ""
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			last = ""
			continue
		}
		line = bullet().ReplaceAllString(line, "- ")
		if b.Len() > 0 {
			b.WriteString("\n")
			if last == "" || !listItem().MatchString(last) || !listItem().MatchString(line) {
				b.WriteString("\n")
			}
		}
		b.WriteString(line)
		last = line
	}
	return b.String() + "\n"
}

// maxSummary is how long the beginning of a text may be as a summary: that of a
// card.
const maxSummary = 300

var sentenceEnd = pattern.Lazy(`[.!?]["')]? `)

// beginning returns the first sentences of a text that fit into a summary; the
// text itself when the first does not.
func beginning(s string) string {
	if utf8.RuneCountInString(s) <= maxSummary {
		return s
	}
	end := 0
	for _, m := range sentenceEnd().FindAllStringIndex(s, -1) {
		if utf8.RuneCountInString(s[:m[1]-1]) > maxSummary {
			break
		}
		end = m[1] - 1
	}
	if end == 0 {
		return s
	}
	return s[:end]
}

var levelPattern = pattern.Lazy(`^([0-9]{1,4})(?:[.,]0{1,4})?$`)

// parseLevels reads one level, or one for each assessor between semicolons or
// strokes. A decimal comma is no separator: 2,0 is 2 and 2,5 is no level.
func parseLevels(s string) (levels []int, wrong string) {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ';' || r == '/' || r == '|' }) {
		m := levelPattern().FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			return nil, strings.TrimSpace(part)
		}
		n, _ := strconv.Atoi(m[1]) // at most four digits
		levels = append(levels, n)
	}
	if len(levels) == 0 {
		return nil, s
	}
	return levels, ""
}

func joinInts(list []int) string {
	parts := make([]string, len(list))
	for i, n := range list {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, "; ")
}

// Slug makes the name of a file of an innovation's name.
func Slug(name string) string {
	slug := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == ' ' {
			return r
		}
		return -1
	}, content.NameKey(name))
	slug = strings.Join(strings.Fields(slug), "-")
	if len(slug) > content.MaxSlug {
		if at := strings.LastIndexByte(slug[:content.MaxSlug+1], '-'); at > 0 {
			slug = slug[:at]
		} else {
			slug = slug[:content.MaxSlug]
		}
	}
	return slug
}
