package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
)

// completeCategories completes with taxonomies and their terms.
func (a *app) completeCategories() cobra.CompletionFunc {
	return a.completeContent(func(c *content.Content) (words []string) {
		for i := range c.Taxonomies {
			words = append(words, completions(termChoices(&c.Taxonomies[i]), c.Taxonomies[i].ID+"=")...)
		}
		return words
	})
}

// completeContent completes with words of the content.
func (a *app) completeContent(words func(*content.Content) []string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		root, err := a.openContent()
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		defer root.Close()
		c, _, err := content.Load(root.FS())
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words(c), cobra.ShellCompDirectiveNoFileComp
	}
}

func completions(list []choice, prefix string) []string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = prefix + c.id + "\t" + c.name
	}
	return words
}

// pair reads a flag "key=value" whose key is one of a list.
func (a *app) pair(flag, form, arg string, keys []string) (key, value string, err error) {
	key, value, ok := strings.Cut(arg, "=")
	if !ok || value == "" {
		return "", "", usageError{a.t(tBadPair, flag, problem.Visible(arg), form)}
	}
	if !slices.Contains(keys, key) {
		list := make([]choice, len(keys))
		for i, k := range keys {
			list[i].id = k
		}
		return "", "", a.unknown(flag, key, list)
	}
	return key, value, nil
}

// unknown says that a flag names a value that does not exist, and which one could
// have been meant.
func (a *app) unknown(flag, value string, list []choice) error {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.id
	}
	more := content.Perhaps(value, ids).In(a.lang)
	if more == "" {
		more = a.t(tValuesAre, listed(list))
	}
	return usageError{a.t(tUnknownValue, flag, problem.Visible(value), more)}
}

// listed returns values on lines of their own.
func listed(list []choice) string {
	var b strings.Builder
	wide := 0
	for _, c := range list {
		wide = max(wide, len(c.id))
	}
	for _, c := range list {
		b.WriteString(strings.TrimRight(fmt.Sprintf("\n  %-*s  %s", wide, c.id, problem.Visible(c.name)), " "))
	}
	return b.String()
}

func (m *innovationMaker) fields(args []string) error {
	for _, arg := range args {
		key, value, err := m.pair("--isian", m.t(text{"isian=nilai", "field=value"}), arg, content.DraftFields())
		if err != nil {
			return err
		}
		if wrong := m.fault(key, value); wrong != "" {
			return usageError{"--isian " + key + ": " + wrong}
		}
		m.draft.Fields[key] = value
	}
	return nil
}

func (m *innovationMaker) categories(args []string) error {
	for _, arg := range args {
		t, terms, err := m.category(m.content.Taxonomies, arg)
		if err != nil {
			return err
		}
		if !t.Multiple && len(terms) > 1 {
			return usageError{m.t(tOneTerm, t.ID)}
		}
		m.setTerms(t.ID, terms)
	}
	return nil
}

// category reads a value of --kategori: a taxonomy and its terms, each once.
func (a *app) category(taxonomies []award.Taxonomy, arg string) (t *award.Taxonomy, terms []string, err error) {
	ids := make([]string, len(taxonomies))
	for i := range taxonomies {
		ids[i] = taxonomies[i].ID
	}
	id, value, err := a.pair("--kategori", a.t(text{"klasifikasi=istilah", "taxonomy=term"}), arg, ids)
	if err != nil {
		return nil, nil, err
	}
	t = &taxonomies[slices.Index(ids, id)]
	for _, term := range strings.Split(value, ",") {
		if term = strings.TrimSpace(term); t.Term(term) == nil {
			return nil, nil, a.unknown("--kategori "+id, term, termChoices(t))
		}
		if !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	return t, terms, nil
}

func agencyChoices(c *content.Content) []choice {
	groups := map[string]string{}
	for _, g := range c.Groups {
		groups[g.ID] = g.Name
	}
	list := make([]choice, len(c.Agencies))
	for i, a := range c.Agencies {
		list[i] = choice{a.ID, a.Name, groups[a.Group]}
	}
	return list
}

func termChoices(t *award.Taxonomy) []choice {
	list := make([]choice, len(t.Terms))
	for i, term := range t.Terms {
		list[i] = choice{term.ID, term.Name, term.Group}
	}
	return list
}
