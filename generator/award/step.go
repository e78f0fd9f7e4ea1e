package award

import "math/big"

// A Step is one criterion raised to a higher level, with what that would give.
type Step struct {
	Criterion *Criterion
	Level     *Level // that would count, whatever levels the assessors gave
	Score     Decimal
	Band      *Band
}

// Above returns the next higher band than that of a rounded score, or nil when the
// score is in the highest or the rubric has none.
func (r *Rubric) Above(score Decimal) *Band {
	var above *Band
	for i := range r.Bands {
		if score.Cmp(r.Bands[i].From) >= 0 {
			break
		}
		above = &r.Bands[i]
	}
	return above
}

// NextBand returns the smallest single step that would lift a rated innovation
// into a higher band: of all criteria and levels that would, the one that adds the
// least to the score; of equals, that of the earlier criterion. ok is false when
// there is no higher band or no single step reaches one.
func (a *Assessor) NextBand(as *Assessment) (step Step, ok bool) {
	if as.State != Rated {
		return Step{}, false
	}
	above := a.rubric.Above(as.Score)
	if above == nil {
		return Step{}, false
	}
	total := new(big.Rat)
	for i, line := range as.Lines {
		total.Add(total, a.Contribution(i, line.Level))
	}
	var least *big.Rat
	for i := range a.rubric.Criteria {
		c := &a.rubric.Criteria[i]
		now := a.Contribution(i, as.Lines[i].Level)
		for j := range c.Levels {
			gain := a.Contribution(i, NewRatio(int64(c.Levels[j].Value), 1))
			gain.Sub(gain, now)
			if gain.Sign() <= 0 || least != nil && gain.Cmp(least) >= 0 {
				continue
			}
			score := RoundHalfUp(new(big.Rat).Add(total, gain), a.rubric.Places)
			if score.Cmp(above.From) < 0 {
				continue
			}
			least = gain
			step = Step{Criterion: c, Level: &c.Levels[j], Score: score, Band: a.rubric.Band(score)}
		}
	}
	return step, least != nil
}
