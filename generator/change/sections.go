package change

import (
	"fmt"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// A section is a part of a report as it is read: rows of a lead, such as a change
// of rank, a name, what became of it, and notes. Everything in it is plain text.
type section struct {
	title  string
	first  bool // belongs to the part that is read first
	lead   string
	name   string
	text   string
	rows   []row
	common int // rows that text shows at most; 0 for all
}

type row struct {
	lead, name, text string
	notes            []string
	turn             int // to the better, 1, or worse, -1
}

// sections lays out an edition.
func (o Output) sections(e Edition) []section {
	list, kept := o.awards(e)
	list = append([]section{o.unfounded(e)}, list...)
	own := section{title: o.say(wOwn), lead: o.say(wRank), name: o.say(wInnovation), text: o.say(wChange), common: 60}
	ruled := section{title: o.say(wRuled), lead: own.lead, name: own.name, text: own.text, common: 30}
	follow := section{title: o.say(wFollow), lead: own.lead, name: own.name, text: o.say(wScore), common: 10}
	if e.Mixed {
		ruled.title = o.say(wMixed)
	}
	for _, x := range e.Entries {
		switch {
		case x.Own || len(x.Marks)+len(x.Values) > 0 || x.Before.ID != x.After.ID:
			own.rows = append(own.rows, o.entry(e, x))
		case x.Rules || x.Mixed:
			ruled.rows = append(ruled.rows, o.entry(e, x))
		default:
			follow.rows = append(follow.rows, o.entry(e, x))
		}
	}
	list = append(list, o.rules(e), own, ruled, follow, kept, o.agencies(e))
	filled := list[:0]
	for _, s := range list {
		if len(s.rows) > 0 {
			filled = append(filled, s)
		}
	}
	return filled
}

// awards lays out the awards with another holder or place, a section for each; and
// those whose holders only have another value, all in one that is read later.
func (o Output) awards(e Edition) (moved []section, kept section) {
	entries := map[string]Entry{}
	for _, x := range e.Entries {
		entries[x.Is().ID] = x
	}
	kept = section{title: o.say(wKept), lead: o.say(wPlace), name: o.say(wHolder), text: o.say(wChange), common: 10}
	for _, a := range e.Awards {
		s := section{title: o.say(wAward, a.Name), first: true, lead: o.say(wPlace), name: o.say(wHolder), text: o.say(wChange)}
		switch {
		case e.Status.Before == "" || e.Status.After == "":
		case !a.Exists.Before:
			s.title += " (" + o.say(wNew) + ")"
		case !a.Exists.After:
			s.title += " (" + o.say(wGone) + ")"
		}
		if c := o.cause(e, a.Cause); c != "" {
			s.title += ", " + c
		}
		for _, h := range a.Holders {
			r := row{lead: o.arrow(place(h.Before), place(h.After)), name: h.Name, turn: turn(h.Before.Number, h.After.Number)}
			if h.Before.Number == h.After.Number && h.Before.Tied == h.After.Tied {
				r.text = a.Name + ", " + o.arrow(o.number(h.Before.Value), o.number(h.After.Value))
				kept.rows = append(kept.rows, r)
				continue
			}
			x, listed := entries[h.ID]
			r.text = o.holder(a, h, x, listed)
			s.rows = append(s.rows, r)
		}
		if len(s.rows) > 0 {
			moved = append(moved, s)
		}
	}
	return moved, kept
}

// holder says what became of the holder of a place. listed tells whether the report
// has an entry of it.
func (o Output) holder(a Award, h Holder, x Entry, listed bool) string {
	var parts []string
	switch {
	case h.Before.Number == 0:
		parts = append(parts, o.say(wGains, o.number(h.After.Value)))
	case h.After.Number == 0:
		parts = append(parts, o.say(wLoses, o.number(h.Before.Value)))
	case h.Before.Value.Cmp(h.After.Value) != 0:
		parts = append(parts, o.say(wValue, o.number(h.Before.Value), o.number(h.After.Value)))
	default:
		parts = append(parts, o.say(wValueStays, o.number(h.After.Value)))
	}
	if a.Subject != award.Innovations {
		return parts[0]
	}
	switch {
	case listed && x.After.ID == "":
		parts = append(parts, o.say(wDeleted))
	case listed && x.After.State != award.Rated:
		parts = append(parts, o.state(x.After))
	case listed && h.Before.Number > 0 && x.Before.Rank != x.After.Rank:
		parts = append(parts, o.say(wRankSmall)+" "+o.arrow(rank(x.Before), rank(x.After)))
	}
	if h.Before.Number > 0 && (!listed || !x.Own && len(x.Marks)+len(x.Values) == 0) {
		parts = append(parts, o.say(wUntouched))
	}
	return strings.Join(parts, "; ")
}

// rules lays out what the rules were and are.
func (o Output) rules(e Edition) section {
	s := section{title: o.say(wRules), name: o.say(wField), text: o.say(wChange)}
	for _, v := range e.Rules {
		s.rows = append(s.rows, row{name: v.Path, text: o.arrow(v.Before, v.After)})
	}
	return s
}

// agencies lays out the agencies.
func (o Output) agencies(e Edition) section {
	s := section{title: o.say(wAgencies), lead: o.say(wRank), name: o.say(wAgency), text: o.say(wChange), common: 10}
	for _, a := range e.Agencies {
		r := row{lead: o.arrow(shared(a.Before.Ranks.Total, false), shared(a.After.Ranks.Total, false)), name: a.Name, turn: turn(a.Before.Ranks.Total, a.After.Ranks.Total)}
		var parts []string
		part := func(w problem.Words, was, is award.Decimal, rankWas, rankIs int) {
			if was.Cmp(is) == 0 && rankWas == rankIs {
				return
			}
			text := o.say(w) + " "
			if was.Cmp(is) == 0 {
				text += o.number(is)
			} else {
				text += o.arrow(o.number(was), o.number(is))
			}
			if rankWas != rankIs {
				text += " (" + o.say(wRankSmall) + " " + o.arrow(shared(rankWas, false), shared(rankIs, false)) + ")"
			}
			parts = append(parts, text)
		}
		b, c := a.Before, a.After
		part(wTotal, b.Total, c.Total, b.Ranks.Total, c.Ranks.Total)
		part(wCount, b.Of(award.ByCount), c.Of(award.ByCount), b.Ranks.Count, c.Ranks.Count)
		part(wMean, b.Mean, c.Mean, b.Ranks.Mean, c.Ranks.Mean)
		if b.Entries != c.Entries {
			parts = append(parts, o.say(wEntries)+" "+o.arrow(o.grouped(fmt.Sprint(b.Entries)), o.grouped(fmt.Sprint(c.Entries))))
		}
		if cause := o.cause(e, a.Cause); cause != "" {
			parts = append(parts, cause)
		}
		r.text = strings.Join(parts, "; ")
		s.rows = append(s.rows, r)
	}
	return s
}

// entry lays out an innovation.
func (o Output) entry(e Edition, x Entry) row {
	r := row{lead: o.arrow(rank(x.Before), rank(x.After)), name: x.Is().Name, turn: turn(x.Before.Rank, x.After.Rank)}
	b, a := x.Before, x.After
	var parts []string
	switch {
	case b.ID == "":
		parts = append(parts, o.say(wNew), o.state(a))
	case a.ID == "":
		parts = append(parts, o.say(wDeleted), o.state(b))
	case b.State != a.State:
		parts = append(parts, o.arrow(o.state(b), o.state(a)))
	case a.State != award.Rated:
		parts = append(parts, o.state(a))
	case b.Score.Cmp(a.Score) != 0:
		d := award.Difference(b.Score, a.Score)
		parts = append(parts, o.say(wScoreSmall)+" "+o.arrow(o.number(b.Score), o.number(a.Score))+" ("+o.delta(d)+")")
	default:
		parts = append(parts, o.say(wScoreStays, o.number(a.Score)))
	}
	if b.Band != a.Band && b.State == award.Rated && a.State == award.Rated {
		parts = append(parts, o.say(wBand)+" "+o.arrow(b.Band, a.Band))
	}
	if b.ID != "" && a.ID != "" && b.ID != a.ID {
		parts = append(parts, o.say(wRenamed)+" "+o.arrow(b.ID, a.ID))
	}
	if c := o.cause(e, x.Cause); c != "" && x.Moved() {
		parts = append(parts, c)
	}
	r.text = strings.Join(parts, "; ")
	for _, m := range x.Marks {
		note := m.Criterion + ": " + o.arrow(o.given(m.Before), o.given(m.After))
		if m.Points != nil {
			note += " (" + o.delta(*m.Points) + ")"
		}
		file, line := a.File, 0
		if m.After != nil {
			line = m.After.Line
		}
		r.notes = append(r.notes, note+" · "+o.position(file, line))
	}
	for _, v := range x.Values {
		r.notes = append(r.notes, v.Path+": "+o.arrow(v.Before, v.After)+" · "+o.position(a.File, 0))
	}
	if x.Data && x.Rules && x.Moved() {
		if x.DataOnly != nil {
			r.notes = append(r.notes, o.say(wDataOnly, o.brief(*x.DataOnly)))
		}
		if x.RulesOnly != nil {
			r.notes = append(r.notes, o.say(wRulesOnly, o.brief(*x.RulesOnly)))
		}
	}
	return r
}

// cause says what made a result differ, where the rules do.
func (o Output) cause(e Edition, c Cause) string {
	switch {
	case len(e.Rules) == 0:
		return ""
	case c.Mixed:
		return o.say(wByEither)
	case c.Data && c.Rules:
		return o.say(wByBoth)
	case c.Rules:
		return o.say(wByRules)
	case c.Data:
		return o.say(wByData)
	}
	return ""
}
