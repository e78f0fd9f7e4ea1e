package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
)

// slug settles the file's name. A slug is one innovation for good: in the edition
// it must be free, and in another its user must mean the same innovation.
func (m *innovationMaker) slug() error {
	if m.draft.Slug == "" {
		if m.draft.Slug = content.Slug(m.draft.Name); m.draft.Slug == "" {
			return usageError{m.t(tNoSlug)}
		}
	}
	if wrong := m.first(content.CheckSlug(m.draft.Slug)); wrong != "" {
		return usageError{m.t(tBadSlug, wrong)}
	}
	if err := m.free(); err != nil {
		return err
	}
	earlier := m.elsewhere()
	switch {
	case earlier == nil && m.same:
		return usageError{m.t(tNotElsewhere, m.draft.Slug)}
	case earlier == nil:
		return nil
	case !m.same:
		found := m.t(tSlugElsewhere, m.draft.Slug, problem.Visible(earlier.Name), problem.Visible(m.shown(earlier.File)))
		if m.ask == nil {
			return usageError{found + m.t(tSlugChoice)}
		}
		same, err := m.ask.yes(found + m.t(tSlugSame))
		if err != nil {
			return err
		}
		if !same {
			slug, err := m.ask.text(m.t(tAskSlug), false, func(s string) string { return m.first(content.CheckSlug(s)) })
			if err != nil {
				return err
			}
			m.draft.Slug = slug
			return m.slug()
		}
	}
	m.follow(earlier)
	return nil
}

// free refuses a name or slug that the edition has already.
func (m *innovationMaker) free() error {
	file := content.InnovationFile(m.edition.Year, m.draft.Slug)
	if _, err := m.root.Lstat(file); err == nil {
		return usageError{m.t(tFileExists, problem.Visible(m.shown(file))) + m.t(tOtherSlug)}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("look for %s: %w", m.shown(file), err)
	}
	for _, in := range m.edition.Innovations {
		if strings.EqualFold(strings.Join(strings.Fields(in.Name), " "), m.draft.Name) {
			return usageError{m.t(tNameTaken, problem.Visible(m.shown(in.File)))}
		}
	}
	for _, e := range m.content.Editions {
		for _, in := range e.Innovations {
			if in.ID != m.draft.Slug && slices.Contains(in.Aliases, m.draft.Slug) {
				return usageError{m.t(tSlugIsAlias, m.draft.Slug, problem.Visible(m.shown(in.File)))}
			}
		}
	}
	return nil
}

// elsewhere returns the innovation with the slug in the latest other edition, or
// nil.
func (m *innovationMaker) elsewhere() *award.Innovation {
	for _, e := range slices.Backward(m.content.Editions) {
		for _, in := range e.Innovations {
			if in.ID == m.draft.Slug {
				return in
			}
		}
	}
	return nil
}

// follow takes over the agency and the categories of the same innovation in
// another edition, unless flags say otherwise.
func (m *innovationMaker) follow(earlier *award.Innovation) {
	known := func(c choice) bool { return c.id == earlier.Agency }
	if m.draft.Agency == "" && slices.ContainsFunc(agencyChoices(m.content), known) {
		m.draft.Agency = earlier.Agency
	}
	for i := range m.content.Taxonomies {
		t := &m.content.Taxonomies[i]
		terms := earlier.Terms(t.ID)
		gone := slices.ContainsFunc(terms, func(id string) bool { return t.Term(id) == nil })
		if len(terms) > 0 && !gone && m.terms(t.ID) == nil && (t.Multiple || len(terms) == 1) {
			m.setTerms(t.ID, terms)
		}
	}
	year, _, _ := strings.Cut(earlier.File, "/")
	fmt.Fprintln(m.err, m.t(tTaken, year))
}
