package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"siger/generator/award"
	"siger/generator/drawing"
)

// CertificatePage is the view of a printable certificate.
type CertificatePage struct {
	Head        Head
	Title       string
	Award       string
	Place       string // "Juara 1"
	PlaceNumber string
	Digits      int // of the place
	Tied        bool
	Name        string
	Agency      string
	Size        int // how small the texts are set so that all fit on the sheet, from 0
	Measure     string
	Value       string
	Scale       string // what the value is out of, in words; "" for nothing
	Edition     string
	Grounds     string // the decree, or what the award rests on; "" when unknown
	Signed      string // place and date of the signing; "" when both are unknown
	AsOf        string
	Signer      award.Signer // zero when unknown
	Organiser   string
	Region      string
	Holder      Link
	Address     string // absolute, of this page
	QR          drawing.QR
	Code        string // "" unless the edition is sealed
	Check       string // where it is said how a certificate is checked, "" without a code
	Back        string
	Seal        *SealNote
	Corrected   string // what a correction did to the place or the value, "" for nothing
}

func (s *Site) certificate(st *award.Standing, a *award.AwardStanding, w *award.Winner) CertificatePage {
	e := st.Edition
	path := certificatePath(e, a.Award, *w)
	title := s.t("judul-piagam", a.Award.Name, w.Name())
	number := s.format.count(w.Place)
	p := CertificatePage{
		Head: s.editionHead(st, path, title, s.t("uraian-piagam", w.Name(), e.Name),
			Link{Text: s.t("menu-penghargaan"), Href: s.href(awardsPath(e))}),
		Title:       s.t("piagam-judul"),
		Award:       a.Award.Name,
		Place:       s.t("tempat", number),
		PlaceNumber: number,
		Digits:      len(number),
		Tied:        w.Tied,
		Name:        w.Name(),
		Measure:     capital(s.measureName(st, a.Award)),
		Value:       s.format.decimal(w.Value),
		Edition:     e.Name,
		Grounds:     a.Award.Basis,
		Signed:      s.signing(e.Certificate),
		AsOf:        s.format.date(e.AsOf),
		Signer:      e.Certificate.Signer,
		Organiser:   s.content.Site.Organiser,
		Region:      s.content.Site.Region,
		Address:     s.permanent(path),
		Code:        s.code(e, a.Award, w),
		Back:        s.href(awardsPath(e)) + "#" + awardAnchor(a.Award.ID),
		Seal:        s.sealNote(e),
		Corrected:   s.placeNote(e, a.Award, w),
	}
	if e.Certificate.Decision != "" {
		p.Grounds = s.t("piagam-berdasarkan", e.Certificate.Decision)
	}
	p.Grounds = beginning(p.Grounds, longestGrounds)
	if p.Code != "" {
		p.Check = s.href(awardsPath(e)) + "#" + checkAnchor
	}
	if scale := s.measureScale(st, a.Award); scale != "" {
		p.Scale = s.t("dari-skala", scale)
	}
	p.Head.NoIndex = true
	p.Head.Further = s.asset("piagam.css")
	p.Head.Image = s.placeImage(place{st, a, w})
	p.QR, _ = drawing.NewQR(p.Address) // no code where the address is too long for one
	p.Holder = s.holder(a.Award.Subject, w.ID())
	if w.Agency == nil {
		if agency := s.agencies[w.Result.Innovation.Agency]; agency != nil {
			p.Agency = agency.Name
		}
	}
	p.Size = s.certificateSize(&p)
	return p
}

// longestGrounds is how many characters of a decree a certificate has room for.
const longestGrounds = 260

// beginning returns a text, or as many whole words of it as are in its first most
// characters.
func beginning(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// capital returns a text with a capital at its beginning.
func capital(text string) string {
	plain := strings.TrimLeft(text, Own)
	first, size := utf8.DecodeRuneInString(plain)
	return text[:len(text)-len(plain)] + string(unicode.ToUpper(first)) + plain[size:]
}

// signing writes where and when certificates are signed: "Kota Uji, 1 Mei 2021".
func (s *Site) signing(c award.Certificate) string {
	date := s.format.date(c.Date)
	if c.Place != "" && date != "" {
		return c.Place + ", " + date
	}
	return c.Place + date
}

// code returns the short code of a certificate; an edition that is not sealed gives
// none, since nothing fixes what the code would stand for.
func (s *Site) code(e *award.Edition, a *award.Award, w *award.Winner) string {
	sealed := s.sealed(e)
	if sealed == nil {
		return ""
	}
	return sealed.Seal.Code(a.ID, w.ID(), w.Place, w.Value.String())
}

// checkAnchor is where the awards page says how a certificate is checked.
const checkAnchor = "periksa-piagam"

// A CodeRow is a certificate by its code.
type CodeRow struct {
	Code        string
	Certificate Link // its text is the award with the place
	Holder      string
	Value       string
}

// codes lists the certificates of an edition that has codes.
func (s *Site) codes(st *award.Standing) []CodeRow {
	e := st.Edition
	if e.Status != award.Final || s.sealed(e) == nil {
		return nil
	}
	var rows []CodeRow
	for i := range st.Awards {
		a := &st.Awards[i]
		for j := range a.Winners {
			w := &a.Winners[j]
			rows = append(rows, CodeRow{
				Code:        s.code(e, a.Award, w),
				Certificate: Link{Text: s.t("juara", s.format.count(w.Place), a.Award.Name), Href: s.href(certificatePath(e, a.Award, *w))},
				Holder:      w.Name(),
				Value:       s.format.decimal(w.Value),
			})
		}
	}
	return rows
}

// A certificateStep is how large the parts of a certificate are, in tenths of a
// millimetre; layouts/assets/piagam.css has the same steps.
type certificateStep struct{ name, award, agency, small, crown, title, signature int }

var certificateSteps = []certificateStep{
	{150, 87, 59, 40, 230, 131, 190},
	{124, 81, 55, 39, 210, 131, 190},
	{102, 72, 51, 37, 190, 125, 190},
	{84, 62, 46, 34, 160, 116, 166},
	{68, 52, 42, 30, 130, 101, 143},
	{56, 46, 39, 28, 100, 86, 125},
	{46, 38, 34, 25, 80, 72, 100},
}

const (
	certificateWidth  = 2200 // of a line
	certificateHeight = 1600 // between the inner lines of the frame, with a little air
	signerWidth       = 920
	medalHeight       = 345
)

// certificateSize returns the first step in which all texts fit on the sheet. The bold
// cut is the widest that the sheet uses, so lines are never more than counted.
func (s *Site) certificateSize(p *CertificatePage) int {
	lines := func(text string, width, size int) int {
		if text == "" {
			return 0
		}
		n, _ := s.options.Typeface.Lines(Unmarked(text), width, size)
		return n
	}
	for i, step := range certificateSteps {
		of := func(text string, size int) int { return lines(text, certificateWidth, size) * size * 13 / 10 }
		names, whole := s.options.Typeface.Lines(p.Name, certificateWidth, step.name)
		header := step.crown + 27 + 52 + step.title*115/100
		body := 2*56 + 33 + names*step.name*115/100 + 18 + of(p.Agency, step.agency) +
			of(p.Place+" ◆ "+p.Award+s.t("tempat-seri"), step.award) + 18 +
			of(p.Edition, step.small*12/10) + of(p.Measure+" "+p.Value+" "+p.Scale, step.small) + of(p.Grounds, step.small) + of(p.Corrected, step.small)
		const signerSize = 36
		signer := step.signature + 25
		for _, text := range []string{p.Signed, p.Signer.Behalf, p.Signer.Office, p.Signer.Name} {
			signer += lines(text, signerWidth, signerSize*112/100) * signerSize * 14 / 10
		}
		if p.Signer.Name == "" {
			signer = 0
		}
		foot := max(medalHeight, signer) + 30 + of(p.Head.Notice+" "+s.t("piagam-pindai")+" "+p.Address, 28)
		if whole && names <= 1+min(i, 2) && header+body+foot <= certificateHeight {
			return i
		}
	}
	return len(certificateSteps) - 1
}
