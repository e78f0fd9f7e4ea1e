package site

import (
	"math/big"
	"slices"
	"strings"
	"sync"

	"siger/generator/award"
	"siger/generator/robust"
)

// robustnessPath is that of an edition's page on what its ranks depend on.
func robustnessPath(e *award.Edition) string { return editionPath(e) + "ketahanan/" }

// A robustness is an edition's analysis, made when the first page asks for it.
type robustness struct{ *robust.Analysis }

// An analysing is an analysis to come. Pages of innovations need the intervals of ranks alone.
type analysing struct {
	drawn func() *robust.Analysis // whose intervals are there then
	whole func() *robustness
}

func (s *Site) planRobustness(st *award.Standing) {
	if st.Edition.Robustness.Draws == 0 {
		return
	}
	if s.main() { // all languages share the analysis
		s.robust[st] = s.analyse(st)
		if kept := s.options.Intervals[st.Edition.Year]; len(kept) == len(st.Rated()) {
			s.intervals.Store(st, kept)
		}
	}
	e := st.Edition
	s.page(robustnessPath(e), "robustness", e.AsOf, e.Status == award.Final, func() any { return s.robustness(st) })
	s.outputs[len(s.outputs)-1].Facts = true // to make its view, everything is analysed
}

func (s *Site) analyse(st *award.Standing) *analysing {
	drawn := sync.OnceValue(func() *robust.Analysis {
		a := robust.Draw(st)
		list := make([]Interval, len(a.Entries))
		for i := range a.Entries {
			list[i] = Interval{a.Entries[i].Low, a.Entries[i].High}
		}
		s.intervals.Store(st, list)
		return a
	})
	return &analysing{drawn, sync.OnceValue(func() *robustness {
		a := drawn()
		a.Complete()
		return &robustness{a}
	})}
}

// An Interval is the ranks that an innovation nearly always has under varied weights.
type Interval struct{ Low, High int }

// Intervals returns those of an edition's rated innovations, in order; nil when
// nothing has asked for them.
func (s *Site) Intervals(st *award.Standing) []Interval {
	if list, ok := s.intervals.Load(st); ok {
		return list.([]Interval)
	}
	return nil
}

// robustnessHref returns the address of the page, "" when the edition has none.
func (s *Site) robustnessHref(e *award.Edition) string {
	if e.Robustness.Draws == 0 {
		return ""
	}
	return s.href(robustnessPath(e))
}

// robustnessLine says in a sentence how far an innovation's rank depends on the
// weights; without a page, or beside nobody, there is nothing to say.
func (s *Site) robustnessLine(a appearance) string {
	st := a.standing
	if s.robust[st] == nil || len(st.Rated()) < 2 {
		return ""
	}
	if s.Intervals(st) == nil {
		s.robust[st].drawn()
	}
	e := s.Intervals(st)[a.index]
	variation := s.percent(st.Edition.Robustness.Variation)
	if e.Low == e.High {
		return s.t("ketahanan-baris-tetap", variation, s.format.count(e.Low))
	}
	return s.t("ketahanan-baris", variation, s.format.count(e.Low), s.format.count(e.High))
}

// RobustnessPage is the view of what an edition's ranks depend on.
type RobustnessPage struct {
	Head      Head
	Title     string
	Intro     string
	Few       bool     // there are not two to compare
	Findings  []string // in sentences
	Awards    []RobustAward
	Rows      []RobustRow
	RowsNote  string // "" when all are there
	Chart     *IntervalChart
	Groups    []string
	Fixed     string
	Omissions []AlternativeRow
	Geometric *AlternativeRow
	Agreement []AgreementRow
	Variation string
	Draws     string
	Seed      string
	Ranking   string
	Method    string
	Data      string
}

// A RobustAward is an award with how firmly its places are held.
type RobustAward struct {
	ID, Name string
	Same     string // share of the draws with the same winners
	Holders  []RobustHolder
	Nearest  string // the smallest change of one weight that changes the winners, in a sentence
	Weights  []TippingRow
}

// A RobustHolder is a winner.
type RobustHolder struct{ Place, Name, Href, Kept, Wins string }

// A TippingRow is a criterion with the nearest weights that change the winners; one
// of them may be "".
type TippingRow struct{ Name, Weight, Down, Up string }

// A RobustRow is an innovation with the ranks it could have had.
type RobustRow struct {
	Rank, Name, Href, Interval, Extremes, Above, Below string
	Tied                                               bool
}

// An AlternativeRow is another ranking in short.
type AlternativeRow struct {
	Name, Moved, Farthest string
	Top                   string // how the first ranks change
	Awards                string // those with other winners
}

// An AgreementRow is a criterion that several assessors judged.
type AgreementRow struct{ Name, Units, Same, Distance, Alpha string }

const (
	robustRows = 100 // innovations in the table
	robustBars = 30  // in the chart
	robustTop  = 10  // ranks whose changes are told
)

func (s *Site) robustness(st *award.Standing) RobustnessPage {
	e, a := st.Edition, s.robust[st].whole()
	title := s.t("judul-ketahanan", s.format.year(e.Year))
	p := RobustnessPage{
		Head:  s.editionHead(st, robustnessPath(e), title, s.t("uraian-ketahanan", e.Name)),
		Title: title, Few: len(a.Entries) < 2,
		Variation: s.percent(a.Variation), Draws: s.format.count(a.Draws), Seed: s.format.year(e.Year),
		Ranking: s.href(rankingPath(e)), Method: s.href(methodPath(e)), Data: s.href(dataPath(e)),
	}
	p.Intro = s.t("pengantar-ketahanan", p.Variation, p.Draws)
	for i := range a.Agreement {
		p.Agreement = append(p.Agreement, s.agreementRow(st, &a.Agreement[i]))
	}
	if p.Few {
		return p
	}
	p.Findings = s.findings(a)
	for i := range a.Awards {
		if len(a.Awards[i].Holders) > 0 {
			p.Awards = append(p.Awards, s.robustAward(st, a, &a.Awards[i]))
		}
	}
	for i := range a.Entries[:min(robustRows, len(a.Entries))] {
		p.Rows = append(p.Rows, s.robustRow(&a.Entries[i]))
	}
	if len(p.Rows) < len(a.Entries) {
		p.RowsNote = s.t("ketahanan-sisa", s.format.count(len(p.Rows)), s.format.count(len(a.Entries)))
	}
	p.Chart = s.intervalChart(a)
	for _, g := range a.Groups {
		first, last := a.Entries[g.First].Result, a.Entries[g.Last].Result
		p.Groups = append(p.Groups, s.t("ketahanan-kelompok", s.format.count(g.Last-g.First+1),
			first.Innovation.Name, s.format.count(first.Rank), last.Innovation.Name, s.format.count(last.Rank)))
	}
	p.Fixed = s.t("ketahanan-pasti", s.format.count(a.Fixed), s.format.count(a.Pairs), s.share(a.Fixed, a.Pairs))
	for i := range a.Omissions {
		o := &a.Omissions[i]
		row := s.alternativeRow(a, &o.Alternative, e.Rubric.Criteria[o.Criterion].Name)
		names := make([]string, len(o.Awards))
		for j, at := range o.Awards {
			names[j] = e.Awards[at].Name
		}
		row.Awards = strings.Join(names, "; ")
		p.Omissions = append(p.Omissions, row)
	}
	if a.Geometric != nil {
		row := s.alternativeRow(a, a.Geometric, "")
		p.Geometric = &row
	}
	return p
}

// findings says the most important in sentences that can be read aloud.
func (s *Site) findings(a *robustness) []string {
	first := a.Entries[0].Result
	leaders := 1
	for leaders < len(a.Entries) && a.Entries[leaders].Result.Rank == first.Rank {
		leaders++
	}
	list := []string{s.t("ketahanan-temuan-pertama", first.Innovation.Name, s.format.count(a.Entries[0].Low), s.format.count(a.Entries[0].High))}
	if a.Entries[0].Low == a.Entries[0].High {
		list[0] = s.t("ketahanan-temuan-kukuh", first.Innovation.Name, s.format.count(a.Entries[0].Low))
	}
	if leaders > 1 {
		list[0] = s.t("ketahanan-temuan-seri", s.format.count(leaders))
	}
	still := 0
	for i := range a.Entries {
		if e := &a.Entries[i]; e.Low == e.High && e.Low == e.Result.Rank {
			still++
		}
	}
	return append(list, s.t("ketahanan-temuan-tetap", s.format.count(still), s.format.count(len(a.Entries))))
}

func (s *Site) robustAward(st *award.Standing, a *robustness, aw *robust.Award) RobustAward {
	out := RobustAward{ID: aw.Award.Award.ID, Name: aw.Award.Award.Name, Same: s.share(aw.Same, a.Draws)}
	for i := range aw.Holders {
		w := &aw.Award.Winners[i]
		h := RobustHolder{Place: s.format.count(w.Place), Name: w.Name(), Kept: s.share(aw.Holders[i].Kept, a.Draws), Wins: s.share(aw.Holders[i].Wins, a.Draws)}
		if w.Agency != nil {
			h.Href = s.href(agencyPath(w.Agency.ID))
		} else {
			h.Href = s.href(innovationPath(w.ID()))
		}
		out.Holders = append(out.Holders, h)
	}
	var nearest *robust.Threshold
	var by *big.Rat // its change, as a part of the weight
	var criterion *award.Criterion
	unknown := false
	for _, tip := range aw.Tipping {
		c := &st.Edition.Rubric.Criteria[tip.Criterion]
		unknown = unknown || tip.Unknown
		row := TippingRow{Name: c.Name, Weight: s.weight(c.Weight)}
		for _, side := range []struct {
			at   *robust.Threshold
			text *string
		}{{tip.Down, &row.Down}, {tip.Up, &row.Up}} {
			if side.at == nil {
				continue
			}
			change := s.change(c.Weight, side.at.Weight)
			*side.text = s.t("ketahanan-bobot-baru", s.weight(side.at.Weight), s.percentOf(change))
			if by == nil || change.Cmp(by) < 0 {
				nearest, by, criterion = side.at, change, c
			}
		}
		if row.Down != "" || row.Up != "" {
			out.Weights = append(out.Weights, row)
		}
	}
	switch {
	case nearest != nil:
		key := "ketahanan-bobot-turun"
		if nearest.Weight.Cmp(criterion.Weight) > 0 {
			key = "ketahanan-bobot-naik"
		}
		out.Nearest = s.t(key, criterion.Name, s.weight(criterion.Weight), s.weight(nearest.Weight), s.percentOf(by), s.winnerNames(nearest.Winners))
	case unknown:
		out.Nearest = s.t("ketahanan-bobot-tidak-pasti")
	default:
		out.Nearest = s.t("ketahanan-bobot-tidak-ada")
	}
	return out
}

// winnerNames writes winners by place, the first few of many.
func (s *Site) winnerNames(winners []robust.Winner) string {
	const few = 6
	var list []string
	for _, w := range winners[:min(few, len(winners))] {
		list = append(list, s.t("ketahanan-pemenang", s.format.count(w.Place), w.Name()))
	}
	switch {
	case len(winners) == 0:
		return s.t("ketahanan-tanpa-pemenang")
	case len(winners) > few:
		list = append(list, s.t("ketahanan-lagi", s.format.count(len(winners)-few)))
	}
	return strings.Join(list, "; ")
}

func (s *Site) robustRow(e *robust.Entry) RobustRow {
	in := e.Result.Innovation
	return RobustRow{
		Rank: s.format.count(e.Result.Rank), Tied: e.Result.Tied, Name: in.Name, Href: s.href(innovationPath(in.ID)),
		Interval: s.between(e.Low, e.High), Extremes: s.between(e.Best, e.Worst),
		Above: s.format.count(e.Above), Below: s.format.count(e.Below),
	}
}

func (s *Site) between(low, high int) string {
	if low == high {
		return s.format.count(low)
	}
	return s.format.count(low) + "–" + s.format.count(high)
}

func (s *Site) alternativeRow(a *robustness, alt *robust.Alternative, name string) AlternativeRow {
	var changes []string
	for i, now := range alt.Ranks {
		r := a.Entries[i].Result
		if r.Rank <= robustTop && now != r.Rank && len(changes) < 2*robustTop {
			changes = append(changes, s.t("ketahanan-pindah", r.Innovation.Name, s.format.count(r.Rank), s.format.count(now)))
		}
	}
	return AlternativeRow{Name: name, Moved: s.format.count(alt.Moved), Farthest: s.format.count(alt.Farthest), Top: strings.Join(changes, "; ")}
}

func (s *Site) agreementRow(st *award.Standing, g *robust.Agreement) AgreementRow {
	row := AgreementRow{
		Name: st.Edition.Rubric.Criteria[g.Criterion].Name, Units: s.format.count(g.Units),
		Same: s.share(g.Same, g.Pairs), Distance: s.format.decimal(award.RoundHalfUp(g.Distance, 2)),
	}
	if g.Alpha != nil {
		row.Alpha = s.rounded(g.Alpha, 2)
	}
	return row
}

func (s *Site) weight(w award.Decimal) string { return s.format.machine(award.Exact(w.Rat())) }

// change returns by how much a weight changes, up or down, as a part of it.
func (s *Site) change(from, to award.Decimal) *big.Rat {
	d := new(big.Rat).Sub(to.Rat(), from.Rat())
	return d.Abs(d.Quo(d, from.Rat()))
}

// percentOf writes a part that is more than nothing in percent.
func (s *Site) percentOf(part *big.Rat) string {
	rounded := award.RoundHalfUp(new(big.Rat).Mul(part, big.NewRat(100, 1)), 1)
	if rounded.IsZero() {
		return s.t("ketahanan-kurang-dari", s.percentText(s.format.decimal(award.NewDecimal(1, 1))))
	}
	return s.percentText(s.format.decimal(rounded))
}

func (s *Site) percent(n int) string { return s.percentText(s.format.count(n)) }

func (s *Site) percentText(number string) string { return number + s.format.percent }

// share writes a part in percent, never rounding what is not all to all, or what
// is something to nothing.
func (s *Site) share(part, whole int) string {
	if whole == 0 || part == whole {
		return s.percent(100)
	}
	if part == 0 {
		return s.percent(0)
	}
	tenths := award.RoundHalfUp(big.NewRat(int64(part)*100, int64(whole)), 1).Units()
	return s.percentText(s.format.decimal(award.NewDecimal(min(max(tenths, 1), 999), 1)))
}

// rounded writes a number that may be negative.
func (s *Site) rounded(x *big.Rat, places int) string {
	if x.Sign() < 0 {
		return "−" + s.format.decimal(award.RoundHalfUp(new(big.Rat).Neg(x), places))
	}
	return s.format.decimal(award.RoundHalfUp(x, places))
}

// An IntervalChart draws what the first rows of the table say.
type IntervalChart struct {
	Description   string
	Width, Height int
	Axis          int // y of the axis
	Bars          []IntervalBar
	Ticks         []IntervalTick
}

// An IntervalBar is one innovation: its extremes, its interval and its rank.
type IntervalBar struct {
	Label                     string
	Text                      string // the same in words
	TextY, Y, Middle          int
	Best, Worst, X, Wide, Dot int
}

// An IntervalTick is a rank on the axis.
type IntervalTick struct {
	X     int
	Label string
}

const (
	chartWidth  = 420
	chartMargin = 14
	chartRow    = 40
)

func (s *Site) intervalChart(a *robustness) *IntervalChart {
	shown := a.Entries[:min(robustBars, len(a.Entries))]
	last := 2
	for i := range shown {
		last = max(last, shown[i].Worst, shown[i].Result.Rank)
	}
	x := func(rank int) int { return chartMargin + (rank-1)*(chartWidth-2*chartMargin)/(last-1) }
	c := &IntervalChart{
		Description: s.t("ketahanan-bagan-uraian", s.format.count(len(shown))),
		Width:       chartWidth, Axis: len(shown) * chartRow, Height: len(shown)*chartRow + 24,
	}
	for i := range shown {
		e := &shown[i]
		y := i * chartRow
		c.Bars = append(c.Bars, IntervalBar{
			Label: s.format.count(e.Result.Rank) + ". " + clipped(e.Result.Innovation.Name),
			Text: s.t("ketahanan-bagan-baris", e.Result.Innovation.Name, s.format.count(e.Result.Rank), s.format.count(e.Low),
				s.format.count(e.High), s.format.count(e.Best), s.format.count(e.Worst)),
			TextY: y + 15, Y: y + 23, Middle: y + 28,
			Best: x(e.Best), Worst: x(e.Worst), X: x(e.Low) - 3, Wide: x(e.High) - x(e.Low) + 6, Dot: x(e.Result.Rank),
		})
	}
	for _, rank := range slices.Compact([]int{1, (1 + last) / 2, last}) {
		c.Ticks = append(c.Ticks, IntervalTick{x(rank), s.format.count(rank)})
	}
	return c
}

// clipped shortens a name to what a chart has room for.
func clipped(name string) string {
	const room = 44
	if letters := []rune(name); len(letters) > room {
		return string(letters[:room-1]) + "…"
	}
	return name
}
