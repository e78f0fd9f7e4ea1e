package award

import (
	"math/big"
	"slices"
)

// A State is where an innovation stands in its edition.
type State string

// The states; the values are the words of the published data.
const (
	Rated      State = "dinilai"
	Unrated    State = "belum-dinilai"
	Ineligible State = "tidak-memenuhi-syarat"
	Withdrawn  State = "ditarik"
)

// States lists every state in the order in which innovations are listed.
var States = []State{Rated, Ineligible, Unrated, Withdrawn}

// An Assessment is an innovation held against the rubric.
type Assessment struct {
	Innovation *Innovation
	State      State
	Lines      []Line       // one per criterion, in the rubric's order; nil unless Rated or Ineligible
	Score      Decimal      // only when Rated
	Failed     []*Criterion // the gates at level 0, when Ineligible
	Missing    []*Criterion // the criteria without a level, when Unrated
}

// A Line is one criterion of an assessment.
type Line struct {
	Level Ratio   // the level that counts
	Share Decimal // of the score; the shares of a rated innovation add up to its score
}

// An Assessor holds a rubric in the form in which it is computed with. It is
// immutable and safe for concurrent use.
type Assessor struct {
	rubric  *Rubric
	weights []*big.Rat
	most    *big.Rat   // Σ(weight·highest level)
	factor  *big.Rat   // scale / most
	shares  []*big.Rat // weight·factor: what one level of a criterion adds to the score

	integers integers
}

// NewAssessor prepares a rubric. At least one criterion must have a positive
// weight and a highest level above 0; the content check sees to that.
func NewAssessor(r *Rubric) *Assessor {
	a := &Assessor{rubric: r, weights: make([]*big.Rat, len(r.Criteria)), most: new(big.Rat), factor: new(big.Rat), shares: make([]*big.Rat, len(r.Criteria))}
	for i := range r.Criteria {
		a.weights[i] = r.Criteria[i].Weight.Rat()
		a.most.Add(a.most, new(big.Rat).Mul(a.weights[i], big.NewRat(int64(r.Criteria[i].Highest()), 1)))
	}
	a.integers = newIntegers(r)
	if a.most.Sign() > 0 {
		a.factor.Quo(r.Scale.Rat(), a.most)
	}
	for i, weight := range a.weights {
		a.shares[i] = new(big.Rat).Mul(weight, a.factor)
	}
	return a
}

// Most returns Σ(weight·highest level), the points of a perfect innovation.
func (a *Assessor) Most() *big.Rat { return new(big.Rat).Set(a.most) }

// Points returns weight·level of the i-th criterion.
func (a *Assessor) Points(i int, level Ratio) *big.Rat {
	return new(big.Rat).Mul(a.weights[i], level.Rat())
}

// Contribution returns the exact part of the score that the i-th criterion gives.
func (a *Assessor) Contribution(i int, level Ratio) *big.Rat {
	return new(big.Rat).Mul(a.shares[i], level.Rat())
}

// Exact returns the score of an assessment's lines before it is rounded.
func (a *Assessor) Exact(lines []Line) *big.Rat {
	sum := a.Sum(lines)
	return sum.Mul(sum, a.factor)
}

// Assess holds an innovation against the rubric. Marks for criteria that the
// rubric lacks are ignored; the content check reports them.
func (a *Assessor) Assess(in *Innovation) Assessment {
	out := a.hold(in)
	if out.State == Rated {
		out.Score = a.score(out.Lines)
	}
	return out
}

// Score is Assess for those who need no more than the state and, where it is
// Rated, the score.
func (a *Assessor) Score(in *Innovation) (State, Decimal) {
	out := a.hold(in)
	if out.State != Rated {
		return out.State, Decimal{}
	}
	return Rated, a.score(out.Lines)
}

// hold is Assess without the score and its shares.
func (a *Assessor) hold(in *Innovation) Assessment {
	out := Assessment{Innovation: in}
	if in.Withdrawal != (Withdrawal{}) {
		out.State = Withdrawn
		return out
	}
	lines := make([]Line, len(a.rubric.Criteria))
	for i := range a.rubric.Criteria {
		c := &a.rubric.Criteria[i]
		level, given := a.Level(i, in)
		if given == nil {
			out.Missing = append(out.Missing, c)
			continue
		}
		lines[i].Level = level
		if c.Gate && lines[i].Level.IsZero() {
			out.Failed = append(out.Failed, c)
		}
	}
	if len(out.Missing) > 0 {
		out.State, out.Failed = Unrated, nil
		return out
	}
	out.Lines = lines
	if len(out.Failed) > 0 {
		out.State = Ineligible
		return out
	}
	out.State = Rated
	return out
}

// Level returns the level that counts for the i-th criterion, and the assessors'
// levels that it was combined from, nil when there are none.
func (a *Assessor) Level(i int, in *Innovation) (level Ratio, given []int) {
	mark := in.markAt(i, a.rubric.Criteria[i].ID)
	if mark == nil || len(mark.Levels) == 0 {
		return Ratio{}, nil
	}
	return combine(a.rubric.Combine, mark.Levels), mark.Levels
}

// markAt is mark for a criterion that stands at a place of the rubric, where marks
// in its order mostly have it.
func (in *Innovation) markAt(i int, criterion string) *Mark {
	if i < len(in.Marks) && in.Marks[i].Criterion == criterion {
		return &in.Marks[i]
	}
	return in.mark(criterion)
}

func (in *Innovation) mark(criterion string) *Mark {
	for i := range in.Marks {
		if in.Marks[i].Criterion == criterion {
			return &in.Marks[i]
		}
	}
	return nil
}

// Mark returns the mark on a criterion, or nil.
func (as *Assessment) Mark(criterion string) *Mark { return as.Innovation.mark(criterion) }

// score sums and rounds once, then splits the rounded score over the lines by
// largest remainder (ties to the earlier criterion), so that a printed receipt
// adds up to the printed score to the last digit.
func (a *Assessor) score(lines []Line) Decimal {
	if score, ok := a.integers.score(lines, a.rubric.Places); ok {
		return score
	}
	return a.rationalScore(lines)
}

// rationalScore is score for numbers of any size.
func (a *Assessor) rationalScore(lines []Line) Decimal {
	unit := new(big.Rat).SetInt(pow10(a.rubric.Places))
	total := new(big.Rat)
	type part struct {
		line      int
		remainder *big.Rat
	}
	parts := make([]part, len(lines))
	var floors int64
	for i := range lines {
		exact := a.Contribution(i, lines[i].Level)
		total.Add(total, exact)
		scaled := exact.Mul(exact, unit)
		floor := new(big.Int).Quo(scaled.Num(), scaled.Denom())
		lines[i].Share = Decimal{floor.Int64(), a.rubric.Places}
		floors += floor.Int64()
		parts[i] = part{i, scaled.Sub(scaled, new(big.Rat).SetInt(floor))}
	}
	score := RoundHalfUp(total, a.rubric.Places)
	slices.SortStableFunc(parts, func(x, y part) int { return y.remainder.Cmp(x.remainder) })
	for i := range score.units - floors {
		lines[parts[i].line].Share.units++
	}
	return score
}

// Level returns the level that counts when several assessors gave some: at least
// one.
func (c Combination) Level(levels []int) Ratio { return combine(c, levels) }

// combine returns the level that counts. The median of an even number of levels
// is the mean of the middle two.
func combine(how Combination, levels []int) Ratio {
	n := len(levels)
	if n == 1 {
		return Ratio{int64(levels[0]), 1}
	}
	if how == Mean {
		sum := 0
		for _, v := range levels {
			sum += v
		}
		return NewRatio(int64(sum), int64(n))
	}
	sorted := slices.Sorted(slices.Values(levels))
	if n%2 == 1 {
		return NewRatio(int64(sorted[n/2]), 1)
	}
	return NewRatio(int64(sorted[n/2-1]+sorted[n/2]), 2)
}
