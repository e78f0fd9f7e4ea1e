package site

import (
	"math/big"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/movement"
)

// MovementPage is the view of what moved since the edition before.
type MovementPage struct {
	Head          Head
	Title         string
	Intro         string
	Reason        string // why scores are not compared, "" where they are
	Findings      []string
	Before, After string // years
	Rows          []MoveRow
	RowsNote      string // "" when all are there
	Chart         *MoveChart
	Arrivals      PassageList
	Departures    PassageList
	Agencies      []AgencyMove
	Same          bool // both rubrics score alike
	Criteria      []CriterionPair
	Wording       string // criteria whose levels are described otherwise, "" for none
	Steps         []Rule // how the parts are counted
	Ranking       string
	Earlier       Link // the ranking before
	Method        string
	Data          string
}

// A MoveRow is an innovation that is ranked in both editions.
type MoveRow struct {
	Name, Href    string
	Before, After string // ranks
	Tied          bool   // after
	Change        string // in words
	Up, Down      bool
	Parts         string
	Reason        string // why the causes are not told apart though those of others are
	Bounds        string
}

// A PassageList is innovations that are ranked in one of the editions.
type PassageList struct {
	Rows []PassageRow
	Note string // "" when all are there
}

// A PassageRow is one of them; Reason says why it has no rank in the other edition.
type PassageRow struct{ Name, Href, Rank, Reason string }

// An AgencyMove is an agency with its part in each edition, "" where it had none.
type AgencyMove struct{ Name, Href, Before, After string }

// A CriterionPair is a criterion with its weight in each edition.
type CriterionPair struct{ Name, Before, After string }

const (
	moveRows = 200 // innovations in each table
	moveBars = 30  // in the chart
)

func (s *Site) movement(st *award.Standing) MovementPage {
	m := s.moved[st]()
	e, before := st.Edition, m.Before.Edition
	title := s.t("judul-perubahan", s.format.year(before.Year), s.format.year(e.Year))
	p := MovementPage{
		Head:  s.editionHead(st, movementPath(e), title, s.t("uraian-perubahan", e.Name, before.Name)),
		Title: title, Intro: s.t("pengantar-perubahan", s.format.year(before.Year), s.format.year(e.Year)),
		Before: s.format.year(before.Year), After: s.format.year(e.Year),
		Findings: s.moveFindings(m), Steps: s.moveSteps(m),
		Same:    before.Rubric.SameScores(&e.Rubric),
		Ranking: s.href(rankingPath(e)), Method: s.href(methodPath(e)), Data: s.href(dataPath(e)),
		Earlier: Link{Text: s.t("judul-peringkat", s.format.year(before.Year)), Href: s.href(rankingPath(before))},
	}
	if m.Order == movement.Unsplit {
		p.Reason = s.rubricReason(m)
	}
	for i := range m.Entries[:min(moveRows, len(m.Entries))] {
		p.Rows = append(p.Rows, s.moveRow(m, &m.Entries[i]))
	}
	if len(p.Rows) < len(m.Entries) {
		p.RowsNote = s.t("perubahan-sisa", s.format.count(len(p.Rows)), s.format.count(len(m.Entries)))
	}
	p.Chart = s.moveChart(m)
	p.Arrivals, p.Departures = s.passages(m.Arrivals), s.passages(m.Departures)
	p.Agencies = s.agencyMoves(m)
	if !p.Same {
		p.Criteria, p.Wording = s.criterionPairs(m)
	}
	return p
}

// moveFindings says the most important in sentences that can be read aloud.
func (s *Site) moveFindings(m *moved) []string {
	var up, down, still int
	var highest, lowest *movement.Entry
	for i := range m.Entries {
		x := &m.Entries[i]
		switch gained := x.Sum(); {
		case gained > 0:
			up++
			if highest == nil || gained > highest.Sum() {
				highest = x
			}
		case gained < 0:
			down++
			if lowest == nil || gained < lowest.Sum() {
				lowest = x
			}
		default:
			still++
		}
	}
	list := []string{s.t("perubahan-temuan", s.format.count(len(m.Entries)), s.format.count(up), s.format.count(down), s.format.count(still))}
	far := func(key string, x *movement.Entry) {
		if x != nil {
			list = append(list, s.t(key, x.After.Innovation.Name, s.format.count(x.Before.Rank), s.format.count(len(m.Before.Rated())),
				s.format.count(x.After.Rank), s.format.count(len(m.After.Rated())), s.parts(m, x)))
		}
	}
	far("perubahan-temuan-naik", highest)
	far("perubahan-temuan-turun", lowest)
	return append(list, s.t("perubahan-temuan-peserta", s.format.count(len(m.Departures)), s.format.count(len(m.Arrivals))))
}

func (s *Site) moveRow(m *moved, x *movement.Entry) MoveRow {
	in := x.After.Innovation
	row := MoveRow{
		Name: in.Name, Href: s.href(innovationPath(in.ID)), Before: s.format.count(x.Before.Rank), After: s.format.count(x.After.Rank),
		Tied: x.After.Tied, Change: s.t("perubahan-kata-tetap"),
	}
	if bounds := s.bounds(x); bounds != "" {
		row.Bounds = s.t("perubahan-urutan-lain-singkat", bounds)
	}
	switch gained := x.Sum(); {
	case gained > 0:
		row.Up, row.Change = true, s.t("perubahan-kata-naik", s.format.count(gained))
	case gained < 0:
		row.Down, row.Change = true, s.t("perubahan-kata-turun", s.format.count(-gained))
	}
	if row.Parts = s.parts(m, x); row.Parts == "" {
		row.Parts = s.t("perubahan-tanpa-bagian")
	}
	if m.Order != movement.Unsplit {
		row.Reason = s.moveReason(m, x)
	}
	return row
}

// parts lists the places that an innovation gained or lost by each cause, "" for none.
func (s *Site) parts(m *moved, x *movement.Entry) string {
	var parts []string
	for _, part := range s.partList(m, x) {
		if part.places != 0 {
			parts = append(parts, s.t("perubahan-bagian", s.t("perubahan-"+part.key+"-kecil"), s.signed(part.places)))
		}
	}
	return strings.Join(parts, " · ")
}

func (s *Site) passages(list []movement.Passage) PassageList {
	var out PassageList
	for _, p := range list[:min(moveRows, len(list))] {
		in := p.Result.Innovation
		row := PassageRow{Name: in.Name, Href: s.href(innovationPath(in.ID)), Rank: s.format.count(p.Result.Rank)}
		if p.Other != nil {
			row.Reason = s.reason(p.Other)
		}
		out.Rows = append(out.Rows, row)
	}
	if len(out.Rows) < len(list) {
		out.Note = s.t("perubahan-sisa", s.format.count(len(out.Rows)), s.format.count(len(list)))
	}
	return out
}

// agencyMoves sets the agencies' ranks by total side by side: in the order of the
// later edition, then those that were in the earlier one alone.
func (s *Site) agencyMoves(m *moved) []AgencyMove {
	part := func(a *award.AgencyStanding) string {
		if a.Ranks.Total == 0 {
			return s.t("belum-ada-yang-dinilai")
		}
		return s.t("perubahan-perangkat-daerah-bagian", s.format.count(a.Ranks.Total), s.format.count(a.Count))
	}
	was := map[string]*award.AgencyStanding{}
	for i := range m.Before.Agencies {
		was[m.Before.Agencies[i].Agency.ID] = &m.Before.Agencies[i]
	}
	var list []AgencyMove
	add := func(a *award.AgencyStanding, before, after string) {
		list = append(list, AgencyMove{a.Agency.Name, s.href(agencyPath(a.Agency.ID)), before, after})
	}
	for i := range m.After.Agencies {
		a := &m.After.Agencies[i]
		before := ""
		if b := was[a.Agency.ID]; b != nil {
			before = part(b)
			delete(was, a.Agency.ID)
		}
		add(a, before, part(a))
	}
	for i := range m.Before.Agencies {
		if a := &m.Before.Agencies[i]; was[a.Agency.ID] != nil {
			add(a, part(a), "")
		}
	}
	return list
}

// criterionPairs sets the two rubrics side by side: the criteria of the later one,
// then those that are gone.
func (s *Site) criterionPairs(m *moved) (pairs []CriterionPair, wording string) {
	old, now := &m.Before.Edition.Rubric, &m.After.Edition.Rubric
	var reworded []string
	for i := range now.Criteria {
		c := &now.Criteria[i]
		pair := CriterionPair{Name: c.Name, After: s.weightOf(m.After, c)}
		if before := old.Criterion(c.ID); before != nil {
			pair.Before = s.weightOf(m.Before, before)
			if !sameWords(before, c) {
				reworded = append(reworded, c.Name)
			}
		}
		pairs = append(pairs, pair)
	}
	for _, c := range m.Gone {
		pairs = append(pairs, CriterionPair{Name: c.Name, Before: s.weightOf(m.Before, c)})
	}
	if reworded != nil {
		wording = s.t("perubahan-uraian-tingkat", strings.Join(reworded, ", "))
		if m.Order != movement.Unsplit {
			wording += " " + s.t("perubahan-uraian-dianggap")
		}
	}
	return pairs, wording
}

// sameWords reports whether the levels that two criteria share mean the same.
func sameWords(a, b *award.Criterion) bool {
	return !slices.ContainsFunc(a.Levels, func(l award.Level) bool {
		other := b.Level(l.Value)
		return other != nil && other.Description != l.Description
	})
}

// weightOf writes a criterion's weight with the part of the highest score that it
// can give.
func (s *Site) weightOf(st *award.Standing, c *award.Criterion) string {
	if c.Weight.IsZero() {
		return s.t("perubahan-syarat")
	}
	part := new(big.Rat).Mul(c.Weight.Rat(), big.NewRat(int64(c.Highest()), 1))
	text := s.t("perubahan-bobot", s.weight(c.Weight), s.percentOf(part.Quo(part, st.Assessor.Most())))
	if c.Gate {
		text += ", " + s.t("juga-syarat")
	}
	return text
}

// moveSteps are the rules by which the parts are counted, in their order.
func (s *Site) moveSteps(m *moved) []Rule {
	keys := []string{"keluar", "aturan", "sendiri", "lain", "pendatang", "urutan"}
	switch m.Order {
	case movement.RulesLast:
		keys = []string{"keluar", "sendiri-dulu", "lain", "aturan-akhir", "pendatang", "urutan-akhir"}
	case movement.Unsplit:
		keys = []string{"keluar", "tidak-terpisah", "pendatang"}
	}
	a, b := s.format.year(m.Before.Edition.Year), s.format.year(m.After.Edition.Year)
	steps := make([]Rule, len(keys))
	for i, key := range keys {
		years := []any{a, b}
		if strings.HasPrefix(key, "urutan") {
			years = nil // it is about no edition
		}
		steps[i] = Rule{key, s.t("perubahan-cara-" + key + "-nama"), s.t("perubahan-cara-"+key, years...)}
	}
	return steps
}

// A MoveChart draws the ranks of the first rows in both editions.
type MoveChart struct {
	Description   string
	Width, Height int
	Axis          int // y of the axis
	Bars          []MoveBar
	Ticks         []IntervalTick
}

// A MoveBar is one innovation: a hollow dot at its rank before, a full one at that
// after.
type MoveBar struct {
	Label, Text   string
	TextY, Middle int
	Before, After int
}

func (s *Site) moveChart(m *moved) *MoveChart {
	shown := m.Entries[:min(moveBars, len(m.Entries))]
	if len(shown) == 0 {
		return nil
	}
	last := 2
	for i := range shown {
		last = max(last, shown[i].Before.Rank, shown[i].After.Rank)
	}
	x := func(rank int) int { return chartMargin + (rank-1)*(chartWidth-2*chartMargin)/(last-1) }
	a, b := s.format.year(m.Before.Edition.Year), s.format.year(m.After.Edition.Year)
	c := &MoveChart{
		Description: s.t("perubahan-bagan-uraian", s.format.count(len(shown)), a, b),
		Width:       chartWidth, Axis: len(shown) * chartRow, Height: len(shown)*chartRow + 24,
	}
	for i := range shown {
		e := &shown[i]
		was, is := s.format.count(e.Before.Rank), s.format.count(e.After.Rank)
		c.Bars = append(c.Bars, MoveBar{
			Label: is + ". " + clipped(e.After.Innovation.Name), Text: s.t("perubahan-bagan-baris", e.After.Innovation.Name, a, was, b, is),
			TextY: i*chartRow + 15, Middle: i*chartRow + 28, Before: x(e.Before.Rank), After: x(e.After.Rank),
		})
	}
	for _, rank := range slices.Compact([]int{1, (1 + last) / 2, last}) {
		c.Ticks = append(c.Ticks, IntervalTick{x(rank), s.format.count(rank)})
	}
	return c
}
