// Package change says what a change of the content does to the results: it
// compares two evaluated contents and reports the differences as values. It
// knows no git, no disk and no YAML.
//
// # What is compared
//
// An edition is the same on both sides by its year, an innovation by its id (or
// by an alias that the other side's id is), an award, a criterion and an agency
// by its id. The sides are called before and after; nothing in a report depends
// on which of them is older:
//
//   - What the innovations, agencies and awards were before, with the reported
//     changes applied, is exactly what they are after.
//   - The report of the exchanged sides is the same report with before and after
//     exchanged.
//   - Comments, the order of keys and the layout of files give an empty report.
//
// # Rules and data
//
// The rubric, the awards and the eligibility of an edition are its rules; levels,
// withdrawals, categories and agencies are its data. Where both differ, two more
// rankings are computed: the data after under the rules before, and the data
// before under the rules after. A result moved by data differs where only the
// data do, one moved by rules where only the rules do; see [Cause]. One of the
// two may not exist, since data need not have a level for each criterion of the
// other rules, or may have levels that those lack; then the other one decides.
// Where neither exists, the causes cannot be told apart.
//
// # Printing
//
// [Output] prints a report as text for people, as JSON, or as Markdown that fits
// a comment on a pull request.
package change

import (
	"cmp"
	"slices"
	"sync"

	"siger/generator/award"
	"siger/generator/content"
)

// A Side is a content with its evaluated editions. The zero value is a content
// without anything in it.
type Side struct {
	Content   *content.Content
	Standings []*award.Standing // of the content's editions, in their order
	Unsure    map[int]bool      // years whose results problems of the content make unknowable
}

// Evaluate evaluates the editions of a content on all cores.
func Evaluate(c *content.Content) Side {
	s := Side{Content: c, Standings: make([]*award.Standing, len(c.Editions))}
	var group sync.WaitGroup
	for i, e := range c.Editions {
		group.Go(func() { s.Standings[i] = award.Evaluate(e, c.Agencies) })
	}
	group.Wait()
	return s
}

// A Pair is something on both sides.
type Pair[T any] struct{ Before, After T }

// A Report is what differs between two contents.
type Report struct {
	Editions []Edition // those that differ in more than texts, the latest first
	Texts    []string  // files of which only something that no result depends on differs, in order
}

// An Edition is what differs in an edition.
type Edition struct {
	Year     int
	Name     string             // after, or else before
	Unsure   bool               // a side has problems, so that nothing else is known
	Status   Pair[award.Status] // "" where the edition does not exist
	Rules    []Value
	Mixed    bool    // rules and data differ and cannot be told apart
	Awards   []Award // in the order of the edition after, then those that are gone
	Entries  []Entry // in the order of the ranking after, then those that are gone
	Agencies []Agency
	Size     Pair[int] // how many innovations the edition has
}

// A Value is something that an author wrote, and wrote differently: a rule, or a
// part of an innovation that its results depend on.
type Value struct {
	Path string // of keys, lists by their ids: "rubrik.kriteria.manfaat.bobot"
	Pair[string]
}

// A Cause says what made a result differ.
type Cause struct {
	Data  bool // it differs where only the data do
	Rules bool // it differs where only the rules do
	Mixed bool // it differs, and the two cannot be told apart
}

// Changed reports whether a rank, a score, a state, a band, a place of an award or
// a measure of an agency differs, or may do so.
func (r *Report) Changed() bool { return slices.ContainsFunc(r.Editions, Edition.Changed) }

// Changed is [Report.Changed] for one edition.
func (e Edition) Changed() bool {
	return e.Unsure || e.Status.Before == "" || e.Status.After == "" || len(e.Awards) > 0 || len(e.Agencies) > 0 ||
		slices.ContainsFunc(e.Entries, Entry.Moved)
}

// Reopened reports whether an edition differs that was already final: its results,
// its rules, its data or its status.
func (e Edition) Reopened() bool { return e.Status.Before == award.Final && !e.Unsure }

// Between compares two contents.
func Between(before, after Side) Report {
	var r Report
	years := map[int]Pair[*award.Standing]{}
	for _, s := range before.Standings {
		years[s.Edition.Year] = Pair[*award.Standing]{Before: s}
	}
	for _, s := range after.Standings {
		years[s.Edition.Year] = Pair[*award.Standing]{years[s.Edition.Year].Before, s}
	}
	for year := range before.Unsure {
		years[year] = Pair[*award.Standing]{}
	}
	for year := range after.Unsure {
		years[year] = Pair[*award.Standing]{}
	}
	texts := newTexts(before, after)
	for year, s := range years {
		if before.Unsure[year] || after.Unsure[year] {
			r.Editions = append(r.Editions, Edition{Year: year, Unsure: true})
			continue
		}
		c := comparison{Pair: s, agencies: Pair[[]award.Agency]{before.agencies(), after.agencies()}}
		if e := c.edition(); e.differs() {
			r.Editions = append(r.Editions, e)
		}
		texts.edition(&c)
	}
	slices.SortFunc(r.Editions, func(a, b Edition) int { return cmp.Compare(b.Year, a.Year) })
	r.Texts = texts.files()
	return r
}

func (s Side) agencies() []award.Agency {
	if s.Content == nil {
		return nil
	}
	return s.Content.Agencies
}

func (e *Edition) differs() bool {
	return e.Status.Before != e.Status.After || len(e.Rules)+len(e.Awards)+len(e.Entries)+len(e.Agencies) > 0
}

// A comparison is the work on one edition. The sides under the rules of the other
// side are nil unless the rules differ, or where they cannot be computed.
type comparison struct {
	Pair[*award.Standing]
	agencies  Pair[[]award.Agency]
	ids       map[string]string // of innovations: before to after, where they differ
	ruled     bool              // the rules differ
	dataOnly  *award.Standing   // data after, rules before
	rulesOnly *award.Standing   // data before, rules after
}

func (c *comparison) edition() Edition {
	var e Edition
	if c.Before != nil {
		e.Year, e.Name, e.Status.Before, e.Size.Before = c.Before.Edition.Year, c.Before.Edition.Name, c.Before.Edition.Status, len(c.Before.Results)
	}
	if c.After != nil {
		e.Year, e.Name, e.Status.After, e.Size.After = c.After.Edition.Year, c.After.Edition.Name, c.After.Edition.Status, len(c.After.Results)
	}
	c.ids = renamed(c.Before, c.After)
	if c.Before != nil && c.After != nil {
		e.Rules = rules(c.Before.Edition, c.After.Edition)
	}
	if c.ruled = len(e.Rules) > 0; c.ruled {
		c.dataOnly = cross(c.Before, c.After, c.agencies.After)
		c.rulesOnly = cross(c.After, c.Before, c.agencies.Before)
	}
	e.Entries = c.entries()
	e.Awards = c.awards()
	e.Agencies = c.standings()
	e.Mixed = c.ruled && c.dataOnly == nil && c.rulesOnly == nil
	return e
}

// cross evaluates the data of one side under the rules of another; nil where the
// data lack a level for a criterion of the rules, or have one that the rules lack.
func cross(rules, data *award.Standing, agencies []award.Agency) *award.Standing {
	for _, in := range data.Edition.Innovations {
		if in.Withdrawal == (award.Withdrawal{}) && !fits(in, &data.Edition.Rubric, &rules.Edition.Rubric) {
			return nil
		}
	}
	mixed := *rules.Edition
	mixed.Innovations = data.Edition.Innovations
	return award.Evaluate(&mixed, agencies)
}

// fits reports whether an innovation that was written for a rubric says what
// another rubric asks.
func fits(in *award.Innovation, own, other *award.Rubric) bool {
	return len(other.Beyond(own)) == 0 && len(other.Misfits(in)) == 0
}

// cause compares one result on up to four sides. differ compares it on two of
// them.
func (c *comparison) cause(differ func(a, b *award.Standing) bool) (cause Cause) {
	switch {
	case !c.ruled:
		cause.Data = differ(c.Before, c.After)
	case c.dataOnly == nil && c.rulesOnly == nil:
		cause.Mixed = differ(c.Before, c.After)
	}
	if c.dataOnly != nil {
		cause.Data = differ(c.Before, c.dataOnly)
		cause.Rules = differ(c.dataOnly, c.After)
	}
	if c.rulesOnly != nil {
		cause.Rules = differ(c.Before, c.rulesOnly) || cause.Rules
		cause.Data = differ(c.rulesOnly, c.After) || cause.Data
	}
	return cause
}

// renamed finds the innovations whose ids differ although an alias says that they
// are the same.
func renamed(before, after *award.Standing) map[string]string {
	if before == nil || after == nil {
		return nil
	}
	type pair struct{ before, after string }
	gone, come := missing(before, after), missing(after, before)
	var pairs []pair
	for id, in := range gone {
		for _, alias := range in.Aliases {
			if come[alias] != nil {
				pairs = append(pairs, pair{id, alias})
			}
		}
	}
	for id, in := range come {
		for _, alias := range in.Aliases {
			if gone[alias] != nil {
				pairs = append(pairs, pair{alias, id})
			}
		}
	}
	// Where aliases contradict each other, the order of the names decides, in a way
	// that does not ask which side is which.
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(
			cmp.Compare(min(a.before, a.after), min(b.before, b.after)),
			cmp.Compare(max(a.before, a.after), max(b.before, b.after)))
	})
	ids := map[string]string{}
	for _, p := range pairs {
		if gone[p.before] != nil && come[p.after] != nil {
			ids[p.before] = p.after
			delete(gone, p.before)
			delete(come, p.after)
		}
	}
	return ids
}

// missing returns the innovations of a standing whose ids another one lacks.
func missing(from, in *award.Standing) map[string]*award.Innovation {
	found := make(map[string]*award.Innovation)
	for _, i := range from.Edition.Innovations {
		found[i.ID] = i
	}
	for _, i := range in.Edition.Innovations {
		delete(found, i.ID)
	}
	return found
}
