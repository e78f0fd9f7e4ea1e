package generator

import (
	"context"

	"siger/generator/content"
	"siger/generator/external"
	"siger/generator/problem"
)

// CheckExternal returns what [Check] does, and a warning for each dead link to
// another site. online is false when no site could be reached; links are not
// judged then.
func CheckExternal(ctx context.Context, c Config, o external.Options) (problems []problem.Problem, online bool, err error) {
	p, err := prepare(c, false)
	if err != nil {
		return nil, false, err
	}
	if err := p.checkAll(); err != nil {
		return nil, false, err
	}
	found := p.problems()
	links, err := content.Links(c.Content)
	if err != nil {
		return nil, false, err
	}
	addresses := make([]string, len(links))
	for i, l := range links {
		addresses[i] = l.Address
	}
	dead, online, err := external.Check(ctx, addresses, o)
	if err != nil || !online {
		return found, false, err
	}
	reasons := make(map[string]problem.Words, len(dead))
	for _, d := range dead {
		reasons[d.Address] = d.Reason
	}
	var broken []problem.Problem
	for _, l := range links {
		if reason, ok := reasons[l.Address]; ok {
			broken = append(broken, problem.At(l.Pos, l.Field, problem.DeadLink, l.Address, reason))
		}
	}
	silences := p.content.Silences
	found = append(found, silences.Apply(broken)...)
	if !problem.Blocking(found) {
		found = append(found, silences.Stale(func(c problem.Code) bool { return c == problem.DeadLink })...)
	}
	return problem.Sort(found), true, nil
}
