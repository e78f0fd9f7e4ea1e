package award

// A Text is Markdown as an author wrote it, with where it starts in its file,
// so that a fault in it can be pointed at.
type Text struct {
	Source   string
	Left     Left   // of a text that was left in its file; Source is "" then
	Line     int    // of the first line of text, from 1
	Indent   int    // columns before the text on each line
	Block    bool   // each line of Source is one line of the file (YAML literal block)
	Language string // BCP 47; "" for that of the content
}

// IsZero reports whether there is no text.
func (t Text) IsZero() bool { return t.Source == "" && t.Left == "" }

// An Agency is an organisation whose innovations take part: an agency of the
// region (perangkat daerah), or a municipality.
type Agency struct {
	ID         string
	Name       string
	Group      string // id of an AgencyGroup
	Kind       string
	Code       string
	RegionCode RegionCode
	OtherNames []string
	Note       string
	Sources    []string
}

// A RegionCode identifies a municipality in the two national registers. Codes
// are text: 18.10 is not 18.1.
type RegionCode struct{ HomeAffairs, Statistics string }

// An AgencyGroup is a set of agencies that compete with each other.
type AgencyGroup struct{ ID, Name string }

// A Taxonomy is one way to classify innovations.
type Taxonomy struct {
	ID          string
	Name        string
	Description string
	Required    bool // every innovation has a term
	Multiple    bool // an innovation may have several terms
	Terms       []Term
}

// Term returns the term with the id, or nil.
func (t *Taxonomy) Term(id string) *Term {
	for i := range t.Terms {
		if t.Terms[i].ID == id {
			return &t.Terms[i]
		}
	}
	return nil
}

// A Term is one value of a taxonomy.
type Term struct {
	ID          string
	Name        string
	Group       string
	Description string
	Needs       []string // keys of the innovation that this term makes mandatory
	Sources     []string
}

// A Category is the terms that an innovation has in one taxonomy.
type Category struct {
	Taxonomy string
	Terms    []string
}

// An Innovation is one entry of one edition, as its author wrote it.
type Innovation struct {
	ID         string // the file's name; permanent across editions
	File       string
	Name       string
	Agency     string // id of an Agency
	Unit       string // the unit inside the agency that runs it
	Categories []Category
	Trial      Date
	Applied    Date
	Link       string
	Procedure  string // the SOP that a manual tool comes with
	Summary    string
	Design     Text
	Goals      Text
	Benefits   Text
	Outcomes   Text
	Marks      []Mark // in the order of the rubric
	Objections []Objection
	Answer     Text // the agency's own words; never scored
	Note       Text
	Sources    []string
	Aliases    []string
	Picture    Picture
	Withdrawal Withdrawal
}

// Terms returns the ids of the terms in the taxonomy, nil when there are none.
func (in *Innovation) Terms(taxonomy string) []string {
	for _, c := range in.Categories {
		if c.Taxonomy == taxonomy {
			return c.Terms
		}
	}
	return nil
}

// A FileLine is a line of a content file, from 1. It says where something stands and
// nothing of what it is.
type FileLine int

// A Mark is what the assessors gave an innovation on one criterion.
type Mark struct {
	Criterion string
	Levels    []int // one for each assessor, at least one
	Reason    string
	Evidence  []Evidence
	Line      FileLine // in the innovation's file
}

// Evidence is a document that supports a level.
type Evidence struct {
	Title  string
	Number string
	Date   Date
	Link   string
}

// A Picture shows the innovation. The file lies in the edition's picture folder.
type Picture struct {
	File          string
	Alt           string
	Width, Height int    // in pixels, read from the file
	Hash          string // SHA-256 of the file in hexadecimal
}

// A Withdrawal says when and why an innovation left the edition.
type Withdrawal struct {
	Date   Date
	Reason string
}
