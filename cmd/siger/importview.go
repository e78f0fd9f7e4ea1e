package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"siger/generator/content"
	"siger/generator/intake"
	"siger/generator/problem"
	"siger/generator/sheet"
)

const (
	maxShownName = 48
	maxShownCell = 40
)

// describe says what the table is, what its columns are and what was cleaned.
func (i *importing) describe(plan *intake.Plan) {
	if plan.Sheet == nil {
		return
	}
	if names := others(plan.Sheet); len(names) > 0 {
		fmt.Fprintln(i.err, i.t(tImportSheet, problem.Visible(plan.Sheet.Name), problem.Visible(strings.Join(names, ", "))))
	}
	if plan.HeaderRow == 0 {
		return
	}
	fmt.Fprintln(i.err, i.t(tImportHeader, plan.HeaderRow, i.count(len(plan.Rows))))
	if plan.Empty > 0 {
		fmt.Fprintln(i.err, i.t(tImportEmpty, i.count(plan.Empty)))
	}
	if plan.Hidden > 0 {
		fmt.Fprintln(i.err, i.t(tImportHidden, i.count(plan.Hidden)))
	}
	var rows [][]string
	for _, c := range plan.Columns {
		rows = append(rows, []string{"  " + letters(c.Number), shown(c.Header, maxShownCell), i.meaning(c)})
	}
	fmt.Fprint(i.err, aligned(rows))
	cleaned := false
	for kind, c := range plan.Cleaned {
		if c.Count == 0 {
			continue
		}
		if !cleaned {
			fmt.Fprintln(i.err, i.t(tImportCleaned))
			cleaned = true
		}
		var examples []string
		for _, e := range c.Examples {
			to := e.To
			if to == "" {
				to = i.t(tImportNothing)
			}
			examples = append(examples, fmt.Sprintf("%s “%s” → %s", e.Cell, shown(e.From, maxShownCell), shown(to, maxShownCell)))
		}
		if c.Count > len(examples) {
			examples = append(examples, "…")
		}
		fmt.Fprintf(i.err, "  %s × %s: %s\n", i.count(c.Count), i.t(cleaningNames[sheet.Cleaning(kind)]), strings.Join(examples, "; "))
	}
}

// others returns the sheets that were not read.
func others(s *sheet.Sheet) (names []string) {
	for _, name := range s.Names {
		if name != s.Name {
			names = append(names, name)
		}
	}
	return names
}

// meaning says what a column fills.
func (i *importing) meaning(c intake.Column) string {
	switch {
	case c.Ignored():
		return i.t(tImportIgnored, i.count(c.Filled))
	case len(c.Fields) > 0:
		return "→ " + strings.Join(c.Fields, ", ")
	case c.Hidden:
		return i.t(tImportHid, i.count(c.Filled))
	}
	return i.t(tImportUnmapped, i.count(c.Filled))
}

// table prints the rows.
func (i *importing) table(plan *intake.Plan) error {
	if len(plan.Rows) == 0 {
		return nil
	}
	rows := [][]string{strings.Split(i.t(tImportHead), "\t")}
	for _, r := range plan.Rows {
		file := r.File[strings.LastIndexByte(r.File, '/')+1:]
		if len(r.Years) > 0 {
			years := make([]string, len(r.Years))
			for j, y := range r.Years {
				years[j] = strconv.Itoa(y)
			}
			file += i.t(tImportAlso, strings.Join(years, ", "))
		}
		rows = append(rows, []string{strconv.Itoa(r.Number), i.t(actionNames[r.Action]), file, shown(r.Name, maxShownName), shown(r.Agency, maxShownName)})
	}
	if _, err := fmt.Fprint(i.out, aligned(rows)); err != nil {
		return fmt.Errorf("print table: %w", err)
	}
	return nil
}

// letters returns the letters of a column.
func letters(column int) string { return strings.TrimRight(problem.Address(column, 0), "0") }

// shown returns foreign text on one line, cut to some characters.
func shown(s string, most int) string {
	s = problem.Visible(strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "↵"))
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return s
}

// aligned sets rows in columns, two spaces apart.
func aligned(rows [][]string) string {
	var widths []int
	for _, r := range rows {
		for c, cell := range r {
			if c == len(widths) {
				widths = append(widths, 0)
			}
			widths[c] = max(widths[c], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, r := range rows {
		line := ""
		for c, cell := range r {
			line += cell + strings.Repeat(" ", widths[c]-utf8.RuneCountInString(cell)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// writeMap prints the mapping of a plan as a file to edit.
func (i *importing) writeMap(plan *intake.Plan) error {
	m, columns := plan.Mapping()
	notes := make([]string, len(columns))
	for n, c := range columns {
		notes[n] = letters(c.Number)
		if m.Columns[n].Key == notes[n] {
			notes[n] = shown(c.Header, maxShownName)
		}
		if len(c.Fields) == 0 {
			notes[n] = strings.TrimLeft(notes[n]+"; "+i.t(tImportMapLost), "; ")
		}
	}
	text := m.Text(i.t(tImportMapHead, wrapped(plan.Fields)), notes)
	var lacking, unknown []string
	field := ""
	for _, p := range plan.Problems {
		name, _, _ := strings.Cut(p.Field, " ")
		switch p.Code {
		case problem.NoSource:
			if name != "nama" { // which differs in each row
				lacking = append(lacking, "#   "+name+": …\n")
			}
		case problem.UnknownAgency, problem.UnknownTerm:
			unknown = append(unknown, name+"\n"+content.Quoted(problem.Visible(fmt.Sprint(p.Args[0]))))
		}
	}
	if len(lacking) > 0 {
		text += i.t(tImportMapFixed) + "\n# tetap:\n" + strings.Join(lacking, "")
	}
	slices.Sort(unknown)
	for n, entry := range unknown {
		name, value, _ := strings.Cut(entry, "\n")
		if n == 0 {
			text += i.t(tImportMapValues) + "\n# nilai:\n"
		}
		if name != field {
			text += "#   " + name + ":\n"
			field = name
		}
		text += "#     " + value + ": …\n"
	}
	if _, err := fmt.Fprint(i.out, text); err != nil {
		return fmt.Errorf("print mapping: %w", err)
	}
	return nil
}

// wrapped sets names into lines of a comment.
func wrapped(names []string) string {
	var b strings.Builder
	width := 0
	for n, name := range names {
		if n > 0 {
			b.WriteString(",")
			if width += len(name) + 2; width > 90 {
				b.WriteString("\n ")
				width = len(name)
			}
			b.WriteString(" ")
		}
		b.WriteString(name)
	}
	return b.String()
}
