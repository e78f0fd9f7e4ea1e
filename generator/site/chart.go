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
	Ticks         []IntervalTick // at the bounds of the bins
}

// A Bin is one bar of a histogram.
type Bin struct {
	Range  string // of the scores, in words
	Count  string
	Empty  bool
	X, Y   int // of the bar's corner
	W, H   int
	Middle int // x of its count
	Above  int // y of its count
}

// The number of bins and their size in the chart's own units.
const (
	histogramBins = 10
	binWidth      = 60
	binGap        = 6
	plotHeight    = 160
	labelHeight   = 26
	labelMargin   = 30 // for the half of the outermost bounds
)

// histogram counts the rated scores of an edition in equal bins of the scale. A score on the bound
// of two belongs to the upper one.
func (s *Site) histogram(st *award.Standing) Histogram {
	scale := st.Edition.Rubric.Scale
	rated := st.Rated()
	h := Histogram{
		ID:          "sebaran",
		Title:       s.t("sebaran-judul", st.Edition.Rubric.Name),
		Description: s.t("sebaran-uraian", s.format.count(len(rated)), st.Edition.Rubric.Name),
		Width:       histogramBins*binWidth + 2*labelMargin,
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
	for i := range histogramBins + 1 {
		h.Ticks = append(h.Ticks, IntervalTick{labelMargin + i*binWidth, s.bound(scale, i)})
	}
	for i, n := range counts {
		height, left, words := plotHeight*n/most, h.Ticks[i].X, "rentang"
		if i == histogramBins-1 {
			words = "rentang-terakhir"
		}
		h.Bins = append(h.Bins, Bin{
			Range: s.t(words, h.Ticks[i].Label, h.Ticks[i+1].Label),
			Count: s.format.count(n), Empty: n == 0,
			X: left + binGap/2, Y: h.Baseline - height, W: binWidth - binGap, H: height,
			Middle: left + binWidth/2, Above: h.Baseline - height - 8,
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
