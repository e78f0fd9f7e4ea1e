package site

import (
	"siger/generator/award"
)

// A Histogram is a chart of how scores are distributed. The same numbers stand
// beside it as a table.
type Histogram struct {
	ID            string // unique on its page, for the text alternative
	Title         string
	Description   string
	Width, Height int
	Baseline      int // y of the axis
	Bins          []Bin
}

// A Bin is one bar of a histogram.
type Bin struct {
	From, To string // bounds of the scores, To excluded except in the last bin
	Count    string
	Empty    bool
	X, Y     int // of the bar's corner
	W, H     int
	Middle   int // x of its labels
	Above    int // y of its count
}

// The number of bins and their size in the chart's own units.
const (
	histogramBins = 10
	binWidth      = 60
	binGap        = 6
	plotHeight    = 160
	labelHeight   = 26
)

// histogram counts the rated scores of an edition in equal bins of the scale.
func (s *Site) histogram(st *award.Standing) Histogram {
	scale := st.Edition.Rubric.Scale
	rated := st.Rated()
	h := Histogram{
		ID:          "sebaran",
		Title:       s.t("sebaran-judul", st.Edition.Rubric.Name),
		Description: s.t("sebaran-uraian", s.format.count(len(rated)), st.Edition.Rubric.Name),
		Width:       histogramBins * binWidth,
		Height:      plotHeight + 2*labelHeight,
		Baseline:    plotHeight + labelHeight,
	}
	var counts [histogramBins]int
	most := 1
	for _, r := range rated {
		// units·10 / scale in the same units; the highest score belongs to the last bin.
		bin := int(r.Score.Units() * histogramBins * pow10(scale.Places()) / (scale.Units() * pow10(r.Score.Places())))
		counts[min(bin, histogramBins-1)]++
	}
	for _, n := range counts {
		most = max(most, n)
	}
	for i, n := range counts {
		height := plotHeight * n / most
		h.Bins = append(h.Bins, Bin{
			From: s.bound(scale, i), To: s.bound(scale, i+1),
			Count: s.format.count(n), Empty: n == 0,
			X: i*binWidth + binGap/2, Y: h.Baseline - height, W: binWidth - binGap, H: height,
			Middle: i*binWidth + binWidth/2, Above: h.Baseline - height - 8,
		})
	}
	return h
}

// bound writes the i-th bound of the bins.
func (s *Site) bound(scale award.Decimal, i int) string {
	return s.format.machine(award.Exact(award.NewDecimal(scale.Units()*int64(i), scale.Places()+1).Rat()))
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// A Stack is a bar made of one segment per criterion.
type Stack struct{ Segments []Segment }

// A Segment is one criterion's part of a Stack, in thousandths of the scale.
type Segment struct {
	X, W  int
	Shade int // 0 to 5, for telling neighbours apart
	Title string
}

const shades = 6

// stack draws the shares of a score, whose titles the lines of its receipt have.
func stack(st *award.Standing, r *award.Result, lines []ReceiptLine) Stack {
	stack := Stack{Segments: make([]Segment, 0, len(lines))}
	x := 0
	sum := award.NewDecimal(0, st.Edition.Rubric.Places)
	for i, line := range r.Lines {
		sum = sum.Add(line.Share)
		end := perMille(sum, st.Edition.Rubric.Scale)
		if end > x {
			stack.Segments = append(stack.Segments, Segment{X: x, W: end - x, Shade: i % shades, Title: lines[i].Segment})
		}
		x = end
	}
	return stack
}
