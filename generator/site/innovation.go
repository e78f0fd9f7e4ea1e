package site

import (
	"math/big"
	"strings"

	"siger/generator/award"
)

// InnovationPage is the view of an innovation's permanent page.
type InnovationPage struct {
	Head        Head
	Name        string
	Agency      Link
	Unit        string
	Summary     string
	Picture     Picture
	Facts       []Fact
	Sections    []Section // the official form's texts that are there
	Empty       bool      // there are none
	Answer      Markdown
	Note        Markdown
	Sources     []string
	Receipts    []Receipt // one per edition, latest first
	History     []Row     // when there is more than one edition
	Moves       []Move    // why its rank changed from one to the next
	ProfileYear string
	Embeds      []Embed // one per edition that offers any, latest first
	CopyScript  string
}

// A Picture is an image with its size in pixels; Href is "" for none.
type Picture struct {
	Href, Alt     string
	Width, Height int
}

// A Fact is a short answer of the official form.
type Fact struct {
	Label string
	Text  string
	Links []Link // instead of Text
}

// A Section is a long answer of the official form.
type Section struct {
	ID, Title string
	Body      Markdown
}

// A Receipt is how a score came about: everything that a reader needs to
// recompute it.
type Receipt struct {
	ID         string
	Year       string
	Edition    Link
	Row        Row
	Awards     []Win  // the places won, best first
	RankText   string // "Peringkat 3 dari 27"
	ScoreName  string
	Scale      string
	Stack      Stack
	Lines      []ReceiptLine
	Sum        string // of weight × level
	Most       string // the same for the highest levels
	Formula    string // with the numbers in it
	Combine    string // how several assessors' levels became one, "" when none has several
	BandsFrom  string // whose bands these are
	Method     string
	AnyReasons bool
	Neighbours []Neighbour
	Compare    string // with the neighbours
	Next       string // what is missing for the next band; "" when there is none above
	Corrected  string // what corrections did to this result, "" for nothing
	Ledger     string // of the corrections
	Robust     string // how far the rank depends on the weights, "" when nothing is known
	RobustHref string
	Past       *MarkHistory // nil where none is known
	Objections Link         // to the page of all, Href is "" where there is none
	Open       string       // that objections are being taken; "" while they are not
}

// A Neighbour is the innovation right above or below in the ranking.
type Neighbour struct {
	Label string
	Row   Row
}

// A ReceiptLine is one criterion.
type ReceiptLine struct {
	*ReceiptRule
	Reason     string
	Evidence   []EvidenceRow
	Objections []ObjectionRow
	Object     Link // the way to object; Href is "" where objections are not taken
	Source     Link // the line that it was read from; Href is "" where it is not known
}

// A ReceiptRule is the part of a line that follows from the rubric and the levels
// alone; many innovations share one, so it never changes.
type ReceiptRule struct {
	Name        string
	Href        string // of the criterion on the method page
	Group       string
	Gate        bool
	GateFailed  bool
	Level       string
	Given       string // the assessors' levels, "" when there is one
	Highest     string
	Description string // of the level, "" when it lies between two
	Weight      string
	Points      string // weight × level
	Share       string // of the score; "" when there is no score
	Segment     string // title of the share's segment in a bar; "" when there is no score
}

// An EvidenceRow is a document behind a level.
type EvidenceRow struct{ Title, Number, Date, Href string }

// InnovationListPage is the view of a page of the list of all innovations.
type InnovationListPage struct {
	Head  Head
	Title string
	Intro string
	Rows  []Row
	Pager Pager
}

func (s *Site) planInnovations() {
	of := pages(len(s.entries))
	for page := 1; page <= of; page++ {
		s.page(numbered(innovationsPath(), page), "innovations", s.asOf(), true, func() any { return s.innovations(page, of) })
	}
	for _, e := range s.entries {
		latest := e.profile().standing.Edition
		s.page(innovationPath(e.id), "innovation", latest.AsOf, s.listed(e), func() any { return s.innovation(e) }, e.files()...)
		seen := map[string]bool{}
		for _, a := range e.appearances {
			for _, alias := range a.result.Innovation.Aliases {
				if !seen[alias] {
					seen[alias] = true
					s.page(innovationPath(alias), "redirect", award.Date{}, false, func() any { return s.redirect(innovationPath(e.id), e.latest().Name) })
				}
			}
		}
	}
	for _, p := range s.content.Pictures {
		s.known[PicturePath(p.Year, p.Name)] = true // written by whoever has the files
	}
}

// listed reports whether an innovation is in a final edition.
func (s *Site) listed(e *entry) bool {
	for _, a := range e.appearances {
		if a.standing.Edition.Status == award.Final {
			return true
		}
	}
	return false
}

func (s *Site) innovations(page, of int) InnovationListPage {
	title := s.pageTitle(s.t("judul-inovasi"), page)
	p := InnovationListPage{
		Head:  s.head(numbered(innovationsPath(), page), title, s.t("uraian-inovasi", s.content.Site.Region)),
		Title: title,
		Intro: s.t("pengantar-inovasi", s.format.count(len(s.entries)), s.format.count(len(s.standings))),
		Pager: s.pager(innovationsPath(), page, of),
	}
	p.Head.Propose = s.propose(s.open(), "")
	for _, e := range window(s.entries, page) {
		p.Rows = append(p.Rows, s.row(e.profile().standing, e.profile().result))
	}
	return p
}

func (s *Site) innovation(e *entry) InnovationPage {
	st, in := e.profile().standing, e.latest()
	p := InnovationPage{
		Head: s.head(innovationPath(e.id), in.Name, in.Summary,
			Link{Text: s.t("menu-inovasi"), Href: s.href(innovationsPath())}),
		Name:        in.Name,
		Unit:        in.Unit,
		Summary:     in.Summary,
		Facts:       s.facts(st, in),
		Answer:      answerText(in),
		Note:        noteText(in),
		Sources:     in.Sources,
		ProfileYear: s.format.year(st.Edition.Year),
	}
	p.Head.Edit = s.edit(in.File)
	p.Head.Origin = s.origin(s.standsAt(st), e.files()...)
	p.Head.NoIndex = !s.listed(e)
	p.Head.Image = s.holderImage(holder{award.Innovations, e.id}, st)
	for _, a := range e.appearances {
		if a.standing.Edition.Status != award.Final {
			p.Head.Status = s.statusNotice(a.standing.Edition)
			break
		}
	}
	if a := s.agencies[in.Agency]; a != nil {
		p.Agency = Link{Text: a.Name, Href: s.href(agencyPath(a.ID))}
	}
	if in.Picture.File != "" {
		p.Picture = Picture{s.href(PicturePath(st.Edition.Year, in.Picture.File)), in.Picture.Alt, in.Picture.Width, in.Picture.Height}
	}
	for _, body := range formTexts(in) {
		if !body.Text.IsZero() {
			key := strings.ReplaceAll(body.Field, "_", "-")
			p.Sections = append(p.Sections, Section{key, s.t(key), body})
		}
	}
	p.Empty = len(p.Sections) == 0
	for _, a := range e.appearances {
		if embed := s.embedCode(a); embed != nil {
			p.Embeds, p.CopyScript = append(p.Embeds, *embed), s.asset("salin.js")
		}
		p.Receipts = append(p.Receipts, s.receipt(a))
		if len(e.appearances) > 1 {
			p.History = append(p.History, s.row(a.standing, a.result))
		}
	}
	p.Moves = s.moves(e)
	return p
}

// The Markdown of an innovation: the official form's texts in its order, the
// agency's answer, the editor's note. Authors begin headings at the third level;
// those of the form's texts stand below the text's own heading.

func formTexts(in *award.Innovation) []Markdown {
	return []Markdown{
		{in.Design, in.File, "rancang_bangun", 3, 1, ""},
		{in.Goals, in.File, "tujuan", 3, 1, ""},
		{in.Benefits, in.File, "manfaat", 3, 1, ""},
		{in.Outcomes, in.File, "hasil", 3, 1, ""},
	}
}

func answerText(in *award.Innovation) Markdown {
	return Markdown{in.Answer, in.File, "tanggapan", 3, 0, ""}
}

func noteText(in *award.Innovation) Markdown { return Markdown{in.Note, in.File, "catatan", 3, 0, ""} }

// facts returns the short answers of the form that are there.
func (s *Site) facts(st *award.Standing, in *award.Innovation) []Fact {
	var facts []Fact
	for i := range s.content.Taxonomies {
		t := &s.content.Taxonomies[i]
		var links []Link
		for _, id := range in.Terms(t.ID) {
			if term := t.Term(id); term != nil {
				links = append(links, Link{Text: term.Name, Href: s.href(termPath(st.Edition, t, id))})
			}
		}
		if len(links) > 0 {
			facts = append(facts, Fact{Label: t.Name, Links: links})
		}
	}
	text := func(key, value string) {
		if value != "" {
			facts = append(facts, Fact{Label: s.t(key), Text: value})
		}
	}
	text("waktu-uji-coba", s.format.date(in.Trial))
	text("waktu-penerapan", s.format.date(in.Applied))
	if in.Link != "" {
		facts = append(facts, Fact{Label: s.t("tautan"), Links: []Link{{Text: in.Link, Href: in.Link}}})
	}
	text("sop", in.Procedure)
	return facts
}

func (s *Site) receipt(a appearance) Receipt {
	st, r := a.standing, a.result
	e := st.Edition
	rubric := &e.Rubric
	rc := Receipt{
		ID:        "nilai-" + s.format.year(e.Year),
		Year:      s.format.year(e.Year),
		Edition:   Link{Text: e.Name, Href: s.href(editionPath(e))},
		Row:       s.row(st, r),
		Awards:    s.wins(s.placesIn(st, a.holder()), false),
		ScoreName: rubric.Name,
		Scale:     s.format.decimal(rubric.Scale),
		Method:    s.href(methodPath(e)),
		Corrected: s.correctionNote(st, r),
		Ledger:    s.href(correctionsPath(e)),
		Past:      s.markHistory(e, r.Innovation),
		Compare:   s.compareNeighbours(a),
	}
	open := e.Status == award.Objections
	if open {
		rc.Open = s.t("sanggahan-pilih-kriteria")
		if s.object(e, nil, nil, nil).Href == "" {
			rc.Open = s.t("sanggahan-masih-dapat")
		}
	}
	if !e.Hearing.IsZero() {
		rc.Objections = Link{Text: s.t("sanggahan-semua"), Href: s.href(objectionsPath(e))}
	}
	if r.State == award.Rated {
		rc.RankText = s.t("peringkat-dari", s.format.count(r.Rank), s.format.count(len(st.Rated())))
		rc.Neighbours = s.neighbours(a)
		rc.Next = s.nextBand(st, &r.Assessment)
		rc.Robust, rc.RobustHref = s.robustnessLine(a), s.robustnessHref(e)
		if r.Band != "" {
			rc.BandsFrom = rubric.BandsSource
		}
	}
	several := false
	rc.Lines = make([]ReceiptLine, 0, len(r.Lines))
	for i, line := range r.Lines {
		c := &rubric.Criteria[i]
		key := ruleKey{standing: st, criterion: i, level: line.Level, share: line.Share, rated: r.State == award.Rated}
		mark := r.Mark(c.ID)
		if mark != nil && len(mark.Levels) > 1 {
			several = true
			key.given = s.levels(mark.Levels)
		}
		out := ReceiptLine{ReceiptRule: s.receiptRule(key), Objections: s.objectionsTo(e, r.Innovation, c.ID)}
		if open {
			out.Object = s.object(e, r.Innovation, c, mark)
		}
		if mark != nil {
			out.Reason = mark.Reason
			if href := s.line(r.Innovation.File, int(mark.Line)); href != "" {
				out.Source = Link{Text: s.t("sumber-baris", s.format.count(int(mark.Line))), Href: href}
			}
			for _, ev := range mark.Evidence {
				out.Evidence = append(out.Evidence, EvidenceRow{ev.Title, ev.Number, s.format.date(ev.Date), ev.Link})
			}
			rc.AnyReasons = rc.AnyReasons || mark.Reason != "" || len(mark.Evidence) > 0
		}
		rc.Lines = append(rc.Lines, out)
	}
	if r.State == award.Rated {
		rc.Stack = stack(st, r, rc.Lines)
	}
	if several {
		rc.Combine = s.t("penilai-" + string(rubric.Combine))
	}
	rc.Sum = s.format.machine(award.Exact(st.Assessor.Sum(r.Lines)))
	rc.Most = s.format.machine(award.Exact(st.Assessor.Most()))
	if r.State == award.Rated {
		rc.Formula = s.t("rumus-angka", rc.Scale, rc.Sum, rc.Most, s.format.decimal(r.Score))
	}
	return rc
}

// A ruleKey is what a [ReceiptRule] is made from.
type ruleKey struct {
	standing  *award.Standing
	criterion int
	level     award.Ratio
	share     award.Decimal
	rated     bool
	given     string
}

// receiptRule returns what a receipt says of a level on a criterion. Few are different,
// and each is made once.
func (s *Site) receiptRule(key ruleKey) *ReceiptRule {
	return s.receiptRules.of(key, func() *ReceiptRule { return s.makeReceiptRule(key) })
}

func (s *Site) makeReceiptRule(key ruleKey) *ReceiptRule {
	st, level := key.standing, key.level
	c := &st.Edition.Rubric.Criteria[key.criterion]
	rule := &ReceiptRule{
		Name: c.Name, Href: s.href(methodPath(st.Edition)) + "#" + criterionAnchor(c.ID), Group: c.Group, Gate: c.Gate,
		GateFailed: c.Gate && level.IsZero(),
		Level:      s.format.machine(level.String()),
		Given:      key.given,
		Highest:    s.format.count(c.Highest()),
		Weight:     s.format.machine(award.Exact(c.Weight.Rat())),
		Points:     s.format.machine(award.Exact(st.Assessor.Points(key.criterion, level))),
	}
	if key.rated {
		rule.Share = s.format.decimal(key.share)
		rule.Segment = c.Name + ": " + rule.Share
	}
	if level.Den == 1 {
		if l := c.Level(int(level.Num)); l != nil {
			rule.Description = l.Description
		}
	}
	return rule
}

// neighbours returns the innovations right above and below a rated one.
func (s *Site) neighbours(a appearance) []Neighbour {
	rated := a.standing.Rated()
	var list []Neighbour
	add := func(key string, i int) {
		if i >= 0 && i < len(rated) {
			if rated[i].Rank == a.result.Rank {
				key = "tetangga-seri"
			}
			list = append(list, Neighbour{s.t(key), s.row(a.standing, &rated[i])})
		}
	}
	add("tetangga-atas", a.index-1)
	add("tetangga-bawah", a.index+1)
	return list
}

// nextBand says what a rated innovation lacks for the next band, and which single
// step would be the smallest that lifts it.
func (s *Site) nextBand(st *award.Standing, as *award.Assessment) string {
	rubric := &st.Edition.Rubric
	above := rubric.Above(as.Score)
	if above == nil {
		return ""
	}
	missing := new(big.Rat).Sub(above.From.Rat(), as.Score.Rat())
	text := s.t("predikat-berikutnya", above.Name, s.format.decimal(above.From), s.format.machine(award.Exact(missing)))
	step, ok := st.Assessor.NextBand(as)
	if !ok {
		return text + " " + s.t("predikat-tanpa-langkah")
	}
	return text + " " + s.t("predikat-langkah", step.Criterion.Name, s.format.count(step.Level.Value), s.format.decimal(step.Score), step.Band.Name)
}

func (s *Site) levels(values []int) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = s.format.count(v)
	}
	return strings.Join(list, levelSeparator)
}

const levelSeparator = " · "
