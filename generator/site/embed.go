package site

import (
	"fmt"
	"html"
	"io"

	"siger/generator/award"
	"siger/generator/drawing"
)

// Badges and cards are for other sites: an agency shows what its innovation achieved,
// and the picture or frame comes from here, so that it stays right after a correction.
// They are made in final editions only, since they travel without the words that a
// result may still change.

// embeddedRanks is down to which rank an innovation has a badge and a card; who holds
// an award has them anyway. Everyone in an edition of ordinary size does, and the
// largest do not get twice as many files for places that nobody shows.
const embeddedRanks = 1000

// embedded reports whether an innovation has a badge and a card for an edition.
func (s *Site) embedded(a appearance) bool {
	r := a.result
	return a.standing.Edition.Status == award.Final && r.State == award.Rated &&
		(r.Rank <= embeddedRanks || len(s.placesIn(a.standing, a.holder())) > 0)
}

func (s *Site) planEmbeds(st *award.Standing) {
	for i := range st.Results {
		a := appearance{st, &st.Results[i], i}
		if !s.embedded(a) {
			continue
		}
		id := a.result.Innovation.ID
		if s.main() {
			s.add(Output{Path: badgePath(st.Edition, id), From: func() any { return s.badge(a) },
				Write: func(w io.Writer) error { return s.options.Typeface.WriteBadge(w, s.badge(a)) }})
		}
		s.page(cardPath(st.Edition, id), "embed", st.Edition.AsOf, false, func() any { return s.embed(a) })
	}
}

// achievement says what an innovation achieved in an edition: its best place, or else
// its rank.
func (s *Site) achievement(a appearance) string {
	if places := s.placesIn(a.standing, a.holder()); len(places) > 0 {
		return s.t("juara", s.format.count(places[0].winner.Place), places[0].award.Award.Name)
	}
	return s.t("peringkat-dari", s.format.count(a.result.Rank), s.format.count(len(a.standing.Rated())))
}

func (s *Site) badge(a appearance) drawing.Badge {
	b := drawing.Badge{
		Label: s.content.Site.Name + " " + s.format.year(a.standing.Edition.Year),
		Value: s.achievement(a),
	}
	b.Title = s.t("lencana-uraian", a.result.Innovation.Name, b.Value, b.Label)
	if s.content.Site.Notice != "" {
		b.Title += " " + s.content.Site.Notice
	}
	return b
}

// An Embed is what a page offers to other sites: code to copy, with absolute
// addresses.
type Embed struct {
	ID    string // of the edition's part of the page
	Badge string // address of the badge on this site
	Alt   string
	Image string // code of the badge
	Frame string // code of the card
}

// Size of the frame that a card fits into.
const (
	cardWidth  = 440
	cardHeight = 280
)

// embedCode returns nil when there is nothing to embed.
func (s *Site) embedCode(a appearance) *Embed {
	if !s.embedded(a) {
		return nil
	}
	e, in := a.standing.Edition, a.result.Innovation
	alt := s.badge(a).Title
	page := html.EscapeString(s.absolute(innovationPath(in.ID)))
	return &Embed{
		ID:    s.format.year(e.Year),
		Badge: s.href(badgePath(e, in.ID)),
		Alt:   alt,
		Image: fmt.Sprintf(`<a href="%s"><img src="%s" alt="%s" height="%d"></a>`, page, html.EscapeString(s.absolute(badgePath(e, in.ID))), html.EscapeString(Unmarked(alt)), drawing.BadgeHeight),
		Frame: fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" style="border:0;max-width:100%%" loading="lazy"></iframe>`,
			html.EscapeString(s.absolute(cardPath(e, in.ID))), html.EscapeString(Unmarked(s.t("sematan-judul", in.Name, s.format.year(e.Year)))), cardWidth, cardHeight),
	}
}

// EmbedPage is the view of a card: a page of its own without the site around it.
type EmbedPage struct {
	Language  string
	Title     string
	Canonical string // the innovation's page
	Style     string
	Font      string
	SiteName  string
	Home      string
	Year      string
	Row       Row
	Rank      string
	ScoreName string
	Scale     string
	Award     string // the best, "" for none
	Further   string // how many more awards, "" for none
	Notice    string
}

func (s *Site) embed(a appearance) EmbedPage {
	e, in := a.standing.Edition, a.result.Innovation
	p := EmbedPage{
		Language:  s.texts.Language,
		Title:     s.title(s.t("sematan-judul", in.Name, s.format.year(e.Year))),
		Canonical: s.absolute(innovationPath(in.ID)),
		Style:     s.asset("sematan.css"),
		Font:      s.asset("plus-jakarta-sans.woff2"),
		SiteName:  s.content.Site.Name,
		Home:      s.href(editionPath(e)),
		Year:      s.format.year(e.Year),
		Row:       s.row(a.standing, a.result),
		Rank:      s.t("peringkat-dari", s.format.count(a.result.Rank), s.format.count(len(a.standing.Rated()))),
		ScoreName: e.Rubric.Name,
		Scale:     s.format.decimal(e.Rubric.Scale),
		Notice:    s.content.Site.Notice,
	}
	if n := len(s.placesIn(a.standing, a.holder())); n > 0 {
		p.Award = s.achievement(a)
		if n > 1 {
			p.Further = s.t("sematan-lagi", s.format.count(n-1))
		}
	}
	return p
}
