package site

import (
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
)

// A revocation is an award place that an edition had when it was sealed, and whose
// holder has none of that award after a correction. Its certificate may have been
// printed and linked to, so the address keeps saying so.
type revocation struct {
	path  string
	award *award.Award
	id    string // of the innovation or agency
	place string
}

// revoked returns the revocations of a sealed edition, by award and id. An award that
// the edition no longer has, or a holder without a page, leaves none.
func (s *Site) revoked(st *award.Standing, sealed *content.Sealed) []revocation {
	var list []revocation
	if st.Edition.Status != award.Final {
		return nil
	}
	for i := range st.Awards {
		a := &st.Awards[i]
		was := sealed.Seal.Result("penghargaan/" + a.Award.ID)
		for field, place := range was {
			id, ok := strings.CutSuffix(field, placeField)
			if !ok || slices.ContainsFunc(a.Winners, func(w award.Winner) bool { return w.ID() == id }) {
				continue
			}
			if link := s.holder(a.Award.Subject, id); link.Href != "" {
				list = append(list, revocation{awardsPath(st.Edition) + a.Award.ID + "/" + id + "/", a.Award, id, place})
			}
		}
	}
	slices.SortFunc(list, func(a, b revocation) int { return strings.Compare(a.path, b.path) })
	return list
}

// holder names an agency or an innovation, with the address of its page; by its id
// where it has none.
func (s *Site) holder(kind award.Subject, id string) Link {
	if kind == award.Agencies {
		if agency := s.agencies[id]; agency != nil {
			return Link{Text: agency.Name, Href: s.href(agencyPath(id))}
		}
	} else if e := s.entry[id]; e != nil {
		return Link{Text: e.latest().Name, Href: s.href(innovationPath(id))}
	}
	return Link{Text: id}
}

// RevokedPage is the view at the address of a certificate that a correction took back.
type RevokedPage struct {
	Head   Head
	Title  string
	Text   string
	Holder Link
	Ledger string
	Awards string
}

func (s *Site) revokedPage(st *award.Standing, r revocation) RevokedPage {
	e := st.Edition
	holder := s.holder(r.award.Subject, r.id)
	title := s.t("judul-piagam-dicabut", r.award.Name, holder.Text)
	p := RevokedPage{
		Head: s.editionHead(st, r.path, title, s.t("uraian-piagam-dicabut", holder.Text, e.Name),
			Link{Text: s.t("menu-penghargaan"), Href: s.href(awardsPath(e))}),
		Title:  title,
		Text:   s.t("piagam-dicabut", s.t("tempat", r.place), r.award.Name, e.Name),
		Holder: holder,
		Ledger: s.href(correctionsPath(e)),
		Awards: s.href(awardsPath(e)) + "#" + awardAnchor(r.award.ID),
	}
	p.Head.NoIndex = true
	return p
}
