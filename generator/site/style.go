package site

// A Token is a custom property of the site's style and its value, for light
// screens where there are two.
type Token struct{ Name, Value string }

// StylePage is the view of the page that shows every component as it is, filled
// with the current edition. It is for those who change the look, and is planned
// only where [Options.Tokens] are given.
type StylePage struct {
	Head     Head
	Title    string
	Tokens   []Token
	Summary  *Summary  // nil when there is no edition, as all below
	Timeline *Timeline // of the current edition
	Explorer *Explorer
	Receipt  *Receipt
	Facts    []Fact
	Pager    Pager
	Seal     *SealNote
	Editions []EditionCard
}

// Colours returns the tokens that are colours.
func (p StylePage) Colours() []Token { return p.tokens(true) }

// Sizes returns the tokens that are not.
func (p StylePage) Sizes() []Token { return p.tokens(false) }

func (p StylePage) tokens(colours bool) []Token {
	var out []Token
	for _, t := range p.Tokens {
		if (t.Value != "" && t.Value[0] == '#') == colours {
			out = append(out, t)
		}
	}
	return out
}

func (s *Site) planStyle() {
	path := pagePath("gaya")
	if s.options.Tokens == nil || s.Has(path) { // a page of the content comes first
		return
	}
	var files []string
	if e := s.shown(); e != nil {
		files = e.files()
	}
	s.add(Output{Path: path + "index.html", Layout: "style", View: func() any { return s.style(path) }, Files: files})
}

// shown returns the innovation whose receipt the page of the style shows, nil for none.
func (s *Site) shown() *entry {
	st := s.current()
	if st == nil || len(st.Rated()) == 0 {
		return nil
	}
	return s.entry[st.Rated()[0].Innovation.ID]
}

func (s *Site) style(path string) StylePage {
	title := s.t("judul-gaya")
	p := StylePage{Head: s.head(path, title, s.t("pengantar-gaya")), Title: title, Tokens: s.options.Tokens}
	p.Head.NoIndex = true
	p.Pager = Pager{
		Position: s.t("halaman-dari", s.format.count(2), s.format.count(3)),
		Previous: Link{Text: s.t("halaman-sebelumnya"), Href: p.Head.Canonical},
		Next:     Link{Text: s.t("halaman-berikutnya"), Href: p.Head.Canonical},
	}
	for _, st := range s.standings {
		p.Editions = append(p.Editions, s.editionCard(st))
	}
	st := s.current()
	if st == nil {
		return p
	}
	edition := s.edition(st)
	p.Summary, p.Timeline, p.Seal = &edition.Summary, &edition.Timeline, edition.Seal
	p.Explorer = s.explorer(st)
	if e := s.shown(); e != nil {
		shown := s.innovation(e)
		p.Facts, p.Receipt = shown.Facts, &shown.Receipts[0]
	}
	return p
}
