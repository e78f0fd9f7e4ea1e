package award

import "slices"

// A Status is how settled an edition's results are.
type Status string

// The statuses, in the order in which an edition moves through them. The values
// are the words of the content format.
const (
	Draft       Status = "draf"
	Provisional Status = "sementara"
	Objections  Status = "masa-sanggah"
	Final       Status = "final"
)

// Statuses lists every status in order.
var Statuses = []Status{Draft, Provisional, Objections, Final}

// An Edition is one year of the award.
type Edition struct {
	Year        int
	Name        string
	Status      Status
	AsOf        Date   // the day that the results stand for
	Basis       string // in law
	Note        Text
	Sources     []string
	Timetable   []Phase
	Hearing     Hearing
	Window      Period // in which an innovation must have been applied
	DesignWords int    // that the description of a design has at least; 0 for no bound
	Rubric      Rubric
	Awards      []Award
	Certificate Certificate
	Robustness  Robustness
	File        string
	Innovations []*Innovation // by id
}

// A Certificate is what the printed certificates of an edition say beside its results;
// whatever is not known is absent. A civil servant's number (NIP) has no place here:
// it is personal data.
type Certificate struct {
	Decision string // that gives the awards
	Place    string // of the signing
	Date     Date   // of the signing
	Signer   Signer // the zero value for none
}

// A Signer is who signs certificates.
type Signer struct {
	Behalf string // the office in whose name is signed, "" for the signer's own
	Office string
	Name   string
}

// Robustness says how far the weights are varied to see what ranks depend on
// them. It changes no result.
type Robustness struct {
	Variation int // percent of a weight, up and down
	Draws     int // 0 for none
}

// DefaultRobustness is that of an edition that does not say.
var DefaultRobustness = Robustness{Variation: 25, Draws: 10000}

// A Phase is one step of the timetable; timetables slip, so it has two periods.
type Phase struct {
	Name    string
	Planned Period
	Actual  Period
	Note    string
}

// A Rubric says how innovations are scored.
type Rubric struct {
	Name        string // of the score
	Scale       Decimal
	Places      int // decimal places of the score, 0 to MaxPlaces
	Combine     Combination
	Criteria    []Criterion
	BandsSource string // whose bands these are
	Bands       []Band // by falling lower bound; the last bound is 0
}

// A Combination is how several assessors' levels become one.
type Combination string

// The combinations; the values are the words of the content format.
const (
	Median Combination = "median"
	Mean   Combination = "rata-rata"
)

// Combinations lists every combination.
var Combinations = []Combination{Median, Mean}

// A Criterion is one question of the rubric.
type Criterion struct {
	ID           string
	Name         string
	Group        string
	Basis        string // in law
	Description  string
	Weight       Decimal // 0 only for a gate
	Gate         bool    // level 0 means "does not qualify", whatever the rest
	EvidenceWant string  // what evidence is asked for
	Sources      []string
	Levels       []Level // by rising value
}

// Highest returns the value of the highest level.
func (c *Criterion) Highest() int {
	if len(c.Levels) == 0 {
		return 0
	}
	return c.Levels[len(c.Levels)-1].Value
}

// Level returns the level with the value, or nil.
func (c *Criterion) Level(value int) *Level {
	for i := range c.Levels {
		if c.Levels[i].Value == value {
			return &c.Levels[i]
		}
	}
	return nil
}

// A Level is one step of a criterion.
type Level struct {
	Value         int
	Description   string
	NeedsEvidence bool
}

// A Band names a range of scores. It reaches from From up to the next band, so
// that there are no holes.
type Band struct {
	Name string
	From Decimal
}

// Band returns the band of a rounded score, or nil when the rubric has none.
func (r *Rubric) Band(score Decimal) *Band {
	for i := range r.Bands {
		if score.Cmp(r.Bands[i].From) >= 0 {
			return &r.Bands[i]
		}
	}
	return nil
}

// Criterion returns the criterion with the id, or nil.
func (r *Rubric) Criterion(id string) *Criterion {
	for i := range r.Criteria {
		if r.Criteria[i].ID == id {
			return &r.Criteria[i]
		}
	}
	return nil
}

// A Subject is who competes for an award.
type Subject string

// The subjects; the values are the words of the content format.
const (
	Innovations Subject = "inovasi"
	Agencies    Subject = "perangkat-daerah"
)

// Subjects lists every subject.
var Subjects = []Subject{Innovations, Agencies}

// A Measure is what an award compares.
type Measure string

// The measures; the values are the words of the content format. ByScore is for
// innovations, the others are for agencies.
const (
	ByScore Measure = "skor"
	ByCount Measure = "jumlah"    // number of rated innovations
	ByTotal Measure = "total"     // sum of their scores
	ByMean  Measure = "rata-rata" // total / max(MinDivisor, number)
)

// Measures lists the measures of a subject.
func Measures(s Subject) []Measure {
	if s == Agencies {
		return []Measure{ByCount, ByTotal, ByMean}
	}
	return []Measure{ByScore}
}

// An Award is a prize of an edition.
type Award struct {
	ID          string
	Name        string
	Description string
	Basis       string
	Subject     Subject
	Measure     Measure
	Filter      Filter
	Places      int      // how many places are given, at least 1
	Minimum     *Decimal // lowest score of an innovation that counts, nil for none
	MinDivisor  int      // for ByMean; an agency with fewer innovations is divided by this
}

// A Filter selects innovations. The zero value selects all.
type Filter struct {
	Terms  []Category // of each taxonomy, at least one of the terms
	Groups []string   // of agencies, one of these
}

// IsZero reports whether the filter selects all.
func (f Filter) IsZero() bool { return len(f.Terms) == 0 && len(f.Groups) == 0 }

// Match reports whether the filter selects an innovation of the agency group.
func (f Filter) Match(in *Innovation, group string) bool {
	if len(f.Groups) > 0 && !slices.Contains(f.Groups, group) {
		return false
	}
	for _, want := range f.Terms {
		found := false
		for _, term := range in.Terms(want.Taxonomy) {
			found = found || slices.Contains(want.Terms, term)
		}
		if !found {
			return false
		}
	}
	return true
}
