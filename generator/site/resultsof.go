package site

import (
	"io"
	"math/big"

	"siger/generator/award"
)

func (s *Site) writeResults(w io.Writer, st *award.Standing) error {
	doc := s.resultsHead(st)
	doc.Innovations = []innovationData{}
	for _, r := range s.rules(st) {
		doc.Rules = append(doc.Rules, ruleData(r))
	}
	return writeJSONList(w, doc, "inovasi", len(st.Results), func(i int) any { return s.innovationData(st, &st.Results[i]) })
}

// results returns the document without its rules in words.
func (s *Site) results(st *award.Standing) resultsDocument {
	doc := s.resultsHead(st)
	doc.Innovations = make([]innovationData, len(st.Results))
	for i := range st.Results {
		doc.Innovations[i] = s.innovationData(st, &st.Results[i])
	}
	return doc
}

// resultsHead returns the document without its rules and innovations.
func (s *Site) resultsHead(st *award.Standing) resultsDocument {
	e := st.Edition
	doc := resultsDocument{
		Schema:     SchemaVersion,
		Notice:     s.content.Site.Notice,
		Edition:    editionData{e.Year, e.Name, e.Status, e.AsOf.String(), e.Basis, hearingDataOf(e.Hearing)},
		Seal:       s.sealData(e),
		Origin:     s.originData(e),
		Rubric:     s.rubricData(st),
		Taxonomies: make([]taxonomyData, len(s.content.Taxonomies)),
		Groups:     make([]namedData, len(s.content.Groups)),
		Agencies:   make([]agencyData, len(st.Agencies)),
		Awards:     make([]awardData, len(st.Awards)),
	}
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		doc.Taxonomies[i] = taxonomyData{t.ID, t.Name, make([]namedData, len(t.Terms))}
		for j := range t.Terms {
			doc.Taxonomies[i].Terms[j] = namedData{t.Terms[j].ID, t.Terms[j].Name}
		}
	}
	for i, g := range s.content.Groups {
		doc.Groups[i] = namedData(g)
	}
	for i := range st.Agencies {
		a := &st.Agencies[i]
		doc.Agencies[i] = agencyData{
			ID: a.Agency.ID, Name: a.Agency.Name, Group: a.Agency.Group, Reported: len(a.Results),
			Count: a.Count, Total: decimalOf(a.Total), Mean: decimalOf(a.Mean),
			Ranks: agencyRanksData{rankOrNull(a.Ranks.Count), rankOrNull(a.Ranks.Total), rankOrNull(a.Ranks.Mean)},
		}
	}
	for i := range st.Awards {
		doc.Awards[i] = s.awardData(&st.Awards[i])
	}
	return doc
}

func (s *Site) rubricData(st *award.Standing) rubricData {
	r := &st.Edition.Rubric
	data := rubricData{
		Name: r.Name, Scale: decimalOf(r.Scale), Places: r.Places, Combine: r.Combine, Most: exactOf(st.Assessor.Most()),
		Criteria: []criterionData{}, Bands: []bandData{},
	}
	for i := range r.Criteria {
		c := &r.Criteria[i]
		cd := criterionData{ID: c.ID, Name: c.Name, Weight: decimalOf(c.Weight), Gate: c.Gate}
		for _, l := range c.Levels {
			cd.Levels = append(cd.Levels, levelData{l.Value, l.Description, l.NeedsEvidence})
		}
		data.Criteria = append(data.Criteria, cd)
	}
	for _, b := range r.Bands {
		data.Bands = append(data.Bands, bandData{b.Name, decimalOf(b.From)})
	}
	return data
}

func (s *Site) innovationData(st *award.Standing, r *award.Result) innovationData {
	in := r.Innovation
	data := innovationData{
		ID: in.ID, Name: in.Name, Agency: in.Agency, State: r.State,
		Categories: map[string][]string{}, Sealed: s.sealedResultData(st, r), Objections: objectionDataOf(in),
	}
	for _, c := range in.Categories {
		data.Categories[c.Taxonomy] = c.Terms
	}
	if w := in.Withdrawal; w != (award.Withdrawal{}) {
		data.Withdrawal = &withdrawalData{w.Date.String(), w.Reason}
	}
	data.Criteria = make([]lineData, 0, len(st.Edition.Rubric.Criteria))
	for i := range st.Edition.Rubric.Criteria {
		level, given := st.Assessor.Level(i, r.Innovation)
		if given == nil || r.State == award.Withdrawn {
			continue
		}
		line := s.lineData(st, i, level)
		line.Given = given
		if r.State == award.Rated {
			line.Share = new(decimalOf(r.Lines[i].Share))
		}
		data.Criteria = append(data.Criteria, line)
	}
	if r.State != award.Rated {
		data.Reason = new(s.reason(r))
		return data
	}
	data.Exact, data.Score, data.Rank = new(exactOf(st.Assessor.Exact(r.Lines))), new(decimalOf(r.Score)), &r.Rank
	if r.Band != "" {
		data.Band = &r.Band
	}
	return data
}

// lineData returns what a level on a criterion is worth. Few are different, and each
// is made once.
func (s *Site) lineData(st *award.Standing, i int, level award.Ratio) lineData {
	key := ruleKey{standing: st, criterion: i, level: level}
	return s.lines.of(key, func() lineData {
		c := &st.Edition.Rubric.Criteria[i]
		return lineData{
			ID: c.ID, Used: exactText(level.String()), Weight: decimalOf(c.Weight),
			Points: exactOf(st.Assessor.Points(i, level)), Contribution: exactOf(st.Assessor.Contribution(i, level)),
		}
	})
}

func decimalOf(d award.Decimal) decimalText { return decimalText(d.String()) }

func exactOf(x *big.Rat) exactText { return exactText(award.Exact(x)) }

func rankOrNull(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func (s *Site) awardData(a *award.AwardStanding) awardData {
	data := awardData{
		ID: a.Award.ID, Name: a.Award.Name, Basis: a.Award.Basis, Subject: a.Award.Subject, Measure: a.Award.Measure,
		Filter: map[string][]string{}, Places: a.Award.Places, Winners: []winnerData{},
	}
	for _, c := range a.Award.Filter.Terms {
		data.Filter[c.Taxonomy] = c.Terms
	}
	if len(a.Award.Filter.Groups) > 0 {
		data.Filter["kelompok"] = a.Award.Filter.Groups
	}
	if a.Award.Minimum != nil {
		data.Minimum = new(decimalOf(*a.Award.Minimum))
	}
	if a.Award.Measure == award.ByMean {
		data.MinDivisor = new(max(1, a.Award.MinDivisor))
	}
	for _, w := range a.Winners {
		data.Winners = append(data.Winners, winnerData{w.Place, w.ID(), w.Name(), decimalOf(w.Value)})
	}
	return data
}
