package site

import (
	"cmp"
	"io"
	"slices"

	"siger/generator/award"
	"siger/generator/drawing"
)

// Share images are made for editions and award places only: they cost far more than a
// page, and a page without one of its own shows that of its edition.

// sharedPlaces is how many winners of an award have an image of their own. An award
// that hundreds share is none that needs hundreds of pictures.
const sharedPlaces = 50

// shareName is the file beside the page that it is for.
const shareName = "bagikan.png"

// A ShareImage is what other sites show beside a link to a page.
type ShareImage struct {
	Href          string // absolute; "" for none
	Alt           string
	Width, Height int
}

func (s *Site) shareImage(path, alt string) ShareImage {
	return ShareImage{s.absolute(path), alt, drawing.ShareWidth, drawing.ShareHeight}
}

// A place is an award place.
type place struct {
	standing *award.Standing
	award    *award.AwardStanding
	winner   *award.Winner
}

func (p place) path() string { return certificatePath(p.standing.Edition, p.award.Award, *p.winner) }

// collectPlaces finds who holds which places: of the latest edition first, inside an
// edition the best first.
func (s *Site) collectPlaces() {
	for _, st := range s.standings {
		var list []place
		for i := range st.Awards {
			a := &st.Awards[i]
			for j := range a.Winners {
				list = append(list, place{st, a, &a.Winners[j]})
			}
		}
		slices.SortStableFunc(list, func(a, b place) int { return cmp.Compare(a.winner.Place, b.winner.Place) })
		for _, p := range list {
			holder := holderOf(p.winner)
			s.places[holder] = append(s.places[holder], p)
		}
	}
}

// A holder is who can hold an award; an agency may have the id of an innovation.
type holder struct {
	subject award.Subject
	id      string
}

func holderOf(w *award.Winner) holder {
	if w.Agency != nil {
		return holder{award.Agencies, w.ID()}
	}
	return holder{award.Innovations, w.ID()}
}

// placesIn returns the places of a holder in an edition, best first.
func (s *Site) placesIn(st *award.Standing, of holder) []place {
	all := s.places[of]
	from := 0
	for from < len(all) && all[from].standing != st {
		from++
	}
	to := from
	for to < len(all) && all[to].standing == st {
		to++
	}
	return all[from:to]
}

// bestPlace returns the best place in the latest final edition in which somebody has
// one, or nil.
func (s *Site) bestPlace(of holder) *place {
	for i, p := range s.places[of] {
		if p.standing.Edition.Status == award.Final {
			return &s.places[of][i]
		}
	}
	return nil
}

// planShares plans the images of an edition.
func (s *Site) planShares(st *award.Standing) {
	s.planShare(editionPath(st.Edition)+shareName, func() drawing.Share { return s.editionShare(st) })
	if st.Edition.Status != award.Final {
		return
	}
	for i := range st.Awards {
		a := &st.Awards[i]
		for j := range a.Winners[:min(sharedPlaces, len(a.Winners))] {
			p := place{st, a, &a.Winners[j]}
			s.planShare(p.path()+shareName, func() drawing.Share { return s.placeShare(p) })
		}
	}
}

func (s *Site) planShare(path string, share func() drawing.Share) {
	if s.main() {
		s.add(Output{Path: path, From: func() any { return share() }, Write: func(w io.Writer) error { return s.options.Typeface.WriteShare(w, share()) }})
	}
}

func (s *Site) editionShare(st *award.Standing) drawing.Share {
	card := s.editionCard(st)
	return drawing.Share{
		Site: s.content.Site.Name, Above: card.Status, Title: card.Name, Below: card.Numbers,
		Foot: s.t("per-tanggal", s.format.date(st.Edition.AsOf)), Notice: s.content.Site.Notice,
		Numeral: s.format.year(st.Edition.Year),
	}
}

func (s *Site) editionImage(st *award.Standing) ShareImage {
	return s.editionImages.of(st, func() ShareImage {
		share := s.editionShare(st)
		return s.shareImage(editionPath(st.Edition)+shareName, s.t("bagikan-alt", share.Title, share.Above+", "+share.Below))
	})
}

func (s *Site) placeShare(p place) drawing.Share {
	e := p.standing.Edition
	share := drawing.Share{
		Site:    s.content.Site.Name,
		Above:   s.t("juara", s.format.count(p.winner.Place), p.award.Award.Name),
		Title:   p.winner.Name(),
		Foot:    s.t("bagikan-nilai", capital(s.measureName(p.standing, p.award.Award)), s.format.decimal(p.winner.Value), e.Name),
		Notice:  s.content.Site.Notice,
		Numeral: s.format.count(p.winner.Place),
		Medal:   true,
	}
	if p.winner.Agency == nil {
		if a := s.agencies[p.winner.Result.Innovation.Agency]; a != nil {
			share.Below = a.Name
		}
	}
	return share
}

// placeImage returns the image of an award place, or that of its edition.
func (s *Site) placeImage(p place) ShareImage {
	i := slices.IndexFunc(p.award.Winners, func(w award.Winner) bool { return w.ID() == p.winner.ID() })
	if i >= sharedPlaces {
		return s.editionImage(p.standing)
	}
	share := s.placeShare(p)
	return s.shareImage(p.path()+shareName, s.t("bagikan-alt", share.Title, share.Above+", "+p.standing.Edition.Name))
}

// holderImage returns the image of somebody's best place, or else of otherwise.
func (s *Site) holderImage(of holder, otherwise *award.Standing) ShareImage {
	if p := s.bestPlace(of); p != nil {
		return s.placeImage(*p)
	}
	if otherwise == nil {
		return ShareImage{}
	}
	return s.editionImage(otherwise)
}
