package site

import (
	"fmt"
	"slices"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/history"
)

// An Origin is where what a page shows comes from: the latest commit that changed
// one of the page's own files, so that a change elsewhere leaves the page as it is.
type Origin struct {
	AsOf   string // the day that the page's results stand for, in words
	Commit Link   // Text is "" where none is known; Href too where it cannot be linked
	Absent string // why there is no commit, "" where nobody asked
}

// shortCommit is how many digits of a commit people read.
const shortCommit = 10

// origin returns where some files or folders of the content come from, all of it
// without names.
func (s *Site) origin(asOf string, names ...string) Origin {
	o := Origin{AsOf: asOf}
	past := s.options.History
	if past == nil {
		return o
	}
	if absent := past.Absent(); absent != "" {
		o.Absent = s.t("asal-" + string(absent))
		return o
	}
	if c := past.Last(names...); c != nil {
		o.Commit = s.commitLink(c.ID)
	}
	return o
}

func (s *Site) commitLink(id string) Link {
	return Link{Text: id[:min(shortCommit, len(id))], Href: s.commitAddress(id)}
}

// editionSources are the files and folders that the pages of an edition show.
func editionSources(e *award.Edition) []string {
	return []string{fmt.Sprint(e.Year), "klasifikasi.yaml", "perangkat-daerah.yaml"}
}

// files returns the files of an innovation in all editions.
func (e *entry) files() []string {
	var files []string
	for _, a := range e.appearances {
		files = append(files, a.result.Innovation.File)
	}
	return files
}

// agencySources are the files of an agency's innovations; one without any is shown
// by the list of agencies.
func agencySources(part map[*award.Standing]*award.AgencyStanding) []string {
	var files []string
	for _, as := range part {
		for _, r := range as.Results {
			files = append(files, r.Innovation.File)
		}
	}
	if files == nil {
		return []string{"perangkat-daerah.yaml"}
	}
	return files
}

// line returns the address of a line of a content file as it was published, "" when
// that is not known.
func (s *Site) line(file string, line int) string {
	c := s.options.History.Last(file)
	if c == nil {
		return ""
	}
	return s.lineAddress(c.ID, file, line)
}

// A MarkHistory is how an innovation's marks came to be, the latest change first.
type MarkHistory struct {
	Steps []MarkStep
	More  string // how many older ones are left out, "" for none
}

// A MarkStep is what a commit did to the marks.
type MarkStep struct {
	Date   string
	Commit Link
	Author string // "" where names are not told
	Note   string // what happened, where it is not a list of marks
	Marks  []MarkRow
}

// A MarkRow says how one mark changed.
type MarkRow struct{ Name, Text string }

// mostSteps is how many changes a page tells.
const mostSteps = 30

// markHistory returns the history of an innovation's marks; nil where none is
// known.
func (s *Site) markHistory(e *award.Edition, in *award.Innovation) *MarkHistory {
	steps := s.options.History.Steps(in.File)
	if len(steps) == 0 {
		return nil
	}
	h := &MarkHistory{}
	for _, step := range steps[:min(mostSteps, len(steps))] {
		out := MarkStep{Date: s.format.date(step.Commit.Date), Commit: s.commitLink(step.Commit.ID)}
		if s.content.Site.History == content.Named {
			out.Author = step.Commit.Author
		}
		switch step.Kind {
		case history.First:
			out.Note = s.t("riwayat-pertama", s.format.count(len(step.Marks)))
		case history.Unreadable:
			out.Note = s.t("riwayat-tak-terbaca")
		case history.Deleted:
			out.Note = s.t("riwayat-dihapus")
		default:
			out.Marks = s.markRows(&e.Rubric, step.Marks)
		}
		h.Steps = append(h.Steps, out)
	}
	if left := len(steps) - len(h.Steps); left > 0 {
		h.More = s.t("riwayat-lagi", s.format.count(left))
	}
	return h
}

// markRows puts changes into words, in the order of the rubric.
func (s *Site) markRows(rubric *award.Rubric, marks []history.Mark) []MarkRow {
	place := func(id string) int {
		if i := slices.IndexFunc(rubric.Criteria, func(c award.Criterion) bool { return c.ID == id }); i >= 0 {
			return i
		}
		return len(rubric.Criteria)
	}
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b history.Mark) int { return place(a.Criterion) - place(b.Criterion) })
	var rows []MarkRow
	for _, m := range marks {
		name := m.Criterion
		if c := rubric.Criterion(m.Criterion); c != nil {
			name = c.Name
		}
		text := ""
		add := func(part string) {
			if text != "" {
				text += "; "
			}
			text += part
		}
		if !slices.Equal(m.Before, m.After) {
			add(s.t("riwayat-tingkat", s.levelsOr(m.Before), s.levelsOr(m.After)))
		}
		if m.Reason {
			add(s.t("riwayat-alasan"))
		}
		if m.Evidence {
			add(s.t("riwayat-bukti"))
		}
		rows = append(rows, MarkRow{name, text})
	}
	return rows
}

// levelsOr writes levels, or that there are none.
func (s *Site) levelsOr(levels []int) string {
	if len(levels) == 0 {
		return "–"
	}
	return s.levels(levels)
}

// originData is what hasil.json says about where the edition comes from.
type originData struct {
	Commit     string `json:"commit" kamus:"asal-commit"`
	Date       string `json:"tanggal" kamus:"asal-tanggal"`
	Repository string `json:"repositori,omitempty" kamus:"asal-repositori"`
}

func (s *Site) originData(e *award.Edition) *originData {
	c := s.options.History.Last(editionSources(e)...)
	if c == nil {
		return nil
	}
	return &originData{c.ID, c.Date.String(), s.content.Site.Repository.URL}
}
