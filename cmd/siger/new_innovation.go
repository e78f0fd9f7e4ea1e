package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tNewInnovationShort = text{"Buat berkas inovasi baru", "Make the file of a new innovation"}
	tNewInnovationLong  = text{
		"Membuat berkas inovasi dengan penjelasan untuk setiap isian dan setiap tingkat kriteria.\nIsian yang belum diketahui diawali tanda #; hapus tandanya untuk mengisinya.\n\nDi terminal, perangkat daerah dan kategori yang wajib ditanyakan. Di dalam skrip:\n  siger new inovasi 2024 \"Kopi Rakyat\" --perangkat-daerah dinas-perkebunan \\\n    --kategori bentuk=pelayanan-publik --kategori urusan=pertanian,perdagangan",
		"Makes the file of an innovation, with an explanation of every field and every level of the\ncriteria. Fields that are not known yet begin with #; take it away to fill them in.\n\nOn a terminal, the agency and the required categories are asked for. In a script:\n  siger new inovasi 2024 \"Kopi Rakyat\" --perangkat-daerah dinas-perkebunan \\\n    --kategori bentuk=pelayanan-publik --kategori urusan=pertanian,perdagangan",
	}
	tFlagAgency   = text{"`id` perangkat daerah", "`id` of the agency"}
	tFlagCategory = text{"`klasifikasi=istilah`; beberapa istilah dipisahkan koma; dapat diulang", "`taxonomy=term`; several terms with commas between; can be repeated"}
	tFlagField    = text{"`isian=nilai` lain, misalnya ringkasan=\"…\" atau tautan=https://…; dapat diulang", "another `field=value`, such as ringkasan=\"…\" or tautan=https://…; can be repeated"}
	tFlagSlug     = text{"`nama` berkas tanpa .yaml, bila bukan yang mengikuti nama inovasi", "`name` of the file without .yaml, when not the one that follows from the innovation's name"}
	tFlagSame     = text{"inovasi yang sama dengan yang bernama berkas sama di edisi lain", "it is the innovation that has the same file name in another edition"}

	tNewInnovationArgs = text{"sebut tahun dan nama, misalnya: siger new inovasi 2024 \"Kopi Rakyat\"", "name the year and the innovation, such as: siger new inovasi 2024 \"Kopi Rakyat\""}
	tMakeEdition       = text{". Buat dulu: siger new edisi %d", ". Make it first: siger new edisi %d"}
	tBadName           = text{"nama inovasi: %s", "name of the innovation: %s"}
	tNoSlug            = text{"nama ini tidak memuat huruf a sampai z; sebut nama berkasnya dengan --slug", "this name has no letter from a to z; name the file with --slug"}
	tBadSlug           = text{"--slug: %s", "--slug: %s"}
	tFileExists        = text{"%s sudah ada; tidak ada yang ditulis", "%s exists; nothing was written"}
	tNameTaken         = text{"nama ini sudah dipakai di edisi yang sama: %s", "this name is taken in the same edition: %s"}
	tOtherSlug         = text{"; untuk inovasi lain, pakai --slug dengan nama berkas lain", "; for another innovation, name another file with --slug"}
	tSlugIsAlias       = text{"“%s” adalah nama lama inovasi lain (%s); pakai --slug dengan nama berkas lain", "“%s” is a former name of another innovation (%s); name another file with --slug"}
	tSlugElsewhere     = text{"“%s” sudah dipakai “%s” (%s). Nama berkas yang sama berarti inovasi yang sama", "“%s” is taken by “%s” (%s). The same file name means the same innovation"}
	tSlugChoice        = text{": tambahkan --sama bila memang sama, atau --slug dengan nama berkas lain", ": add --sama if it is the same, or name another file with --slug"}
	tSlugSame          = text{". Apakah ini inovasi yang sama?", ". Is this the same innovation?"}
	tAskSlug           = text{"Nama berkas lain, tanpa .yaml", "Another file name, without .yaml"}
	tNotElsewhere      = text{"--sama: tidak ada inovasi “%s” di edisi lain", "--sama: there is no innovation “%s” in another edition"}
	tTaken             = text{"Perangkat daerah dan kategori diambil dari edisi %s.", "Agency and categories are those of the edition of %s."}
	tNeedsFlag         = text{"%s belum disebut; pilihannya:%s", "%s is missing; the choices are:%s"}
	tNeedsField        = text{"%s wajib untuk %s “%s”; tambahkan --isian %s=…", "%s is needed for %s “%s”; add --isian %s=…"}
	tAskNeeded         = text{"%s (wajib untuk %s “%s”)", "%s (needed for %s “%s”)"}
	tNeedsByHand       = text{"Isian %s wajib untuk %s “%s”; tambahkan di berkasnya.", "The field %s is needed for %s “%s”; add it to the file."}
	tBadPair           = text{"%s “%s”: tulis %s", "%s “%s”: write %s"}
	tUnknownValue      = text{"%s: “%s” tidak ada%s", "%s: there is no “%s”%s"}
	tValuesAre         = text{"; pilihannya:%s", "; the choices are:%s"}
	tOneTerm           = text{"--kategori %s: hanya satu istilah", "--kategori %s: one term only"}
	tAgency            = text{"Perangkat daerah:", "Agency:"}
	tSummary           = text{"Ringkasan, satu sampai tiga kalimat (Enter untuk nanti)", "Summary, one to three sentences (Enter for later)"}
	tBrokenRules       = text{"Perbaiki dulu:", "Mend this first:"}
	tNextDraft         = text{"Lengkapi isian yang diawali #, lalu jalankan: siger check", "Fill in the fields that begin with #, then run: siger check"}
	tNextRated         = text{"Edisi %d berstatus %s: setiap kriteria harus diberi tingkat sebelum siger check menerimanya.", "The edition of %d is %s: every criterion needs a level before siger check accepts it."}
)

func (a *app) newInnovation() *cobra.Command {
	m := &innovationMaker{app: a, draft: content.Draft{Fields: map[string]string{}}}
	var categories, fields []string
	cmd := &cobra.Command{
		Use:   "inovasi 2024 \"Nama Inovasi\"",
		Short: a.t(tNewInnovationShort),
		Long:  a.t(tNewInnovationLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{a.t(tNewInnovationArgs)}
			}
			return nil
		},
		ValidArgsFunction: a.completeFirstYear,
		RunE: func(_ *cobra.Command, args []string) error {
			year, err := a.year(args[0])
			if err != nil {
				return err
			}
			if m.root, err = a.openContent(); err != nil {
				return err
			}
			defer m.root.Close()
			if term.IsTerminal(int(os.Stdin.Fd())) {
				m.ask = a.newQuestions(os.Stdin)
			}
			m.draft.Name = args[1]
			return m.run(year, categories, fields)
		},
	}
	f := cmd.Flags()
	f.StringVar(&m.draft.Agency, "perangkat-daerah", "", a.t(tFlagAgency))
	f.StringArrayVar(&categories, "kategori", nil, a.t(tFlagCategory))
	f.StringArrayVar(&fields, "isian", nil, a.t(tFlagField))
	f.StringVar(&m.draft.Slug, "slug", "", a.t(tFlagSlug))
	f.BoolVar(&m.same, "sama", false, a.t(tFlagSame))
	a.complete(cmd, "perangkat-daerah", a.completeContent(func(c *content.Content) []string {
		return completions(agencyChoices(c), "")
	}))
	a.complete(cmd, "kategori", a.completeCategories())
	a.complete(cmd, "isian", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		words := content.DraftFields()
		for i := range words {
			words[i] += "="
		}
		return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	return cmd
}

// An innovationMaker makes the file of one innovation.
type innovationMaker struct {
	*app
	root    *os.Root
	ask     *questions // nil where nobody can answer
	same    bool       // it is known by this slug in another edition
	content *content.Content
	edition *award.Edition
	draft   content.Draft
	byHand  []string // what to say of fields that were not asked for
}

func (m *innovationMaker) run(year int, categories, fields []string) error {
	for _, step := range []func() error{
		func() error { return m.load(year) },
		m.name,
		func() error { return m.fields(fields) },
		func() error { return m.categories(categories) },
		m.slug,
		m.agency,
		m.askCategories,
		m.needed,
		m.summary,
		m.write,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// load reads the content. What the innovation is judged by must have no problem.
func (m *innovationMaker) load(year int) error {
	have, err := years(m.root.FS())
	if err != nil {
		return fmt.Errorf("list editions: %w", err)
	}
	if !slices.Contains(have, year) {
		err := m.noEdition(year, have).(usageError)
		return usageError{err.text + m.t(tMakeEdition, year)}
	}
	c, problems, err := content.Load(m.root.FS())
	if err != nil {
		return err
	}
	broken := slices.DeleteFunc(problem.Errors(problems), func(p problem.Problem) bool {
		return strings.Contains(p.File, "/") && p.File != content.EditionFile(year)
	})
	if len(broken) > 0 {
		fmt.Fprintln(m.err, m.t(tBrokenRules))
		return m.report(m.err, false, broken)
	}
	m.content = c
	for _, e := range c.Editions {
		if e.Year == year {
			m.edition = e
		}
	}
	return nil
}

// fault says what is wrong with a value of a field, "" when nothing is.
func (m *innovationMaker) fault(key, value string) string {
	return m.first(content.CheckField(key, value))
}

func (m *innovationMaker) first(problems []problem.Problem) string {
	if len(problems) == 0 {
		return ""
	}
	return problem.Visible(problems[0].Text(m.lang))
}

func (m *innovationMaker) name() error {
	if wrong := m.fault("nama", m.draft.Name); wrong != "" {
		return usageError{m.t(tBadName, wrong)}
	}
	m.draft.Name = strings.Join(strings.Fields(m.draft.Name), " ")
	return nil
}

func (m *innovationMaker) setTerms(taxonomy string, terms []string) {
	c := award.Category{Taxonomy: taxonomy, Terms: terms}
	if i := slices.IndexFunc(m.draft.Categories, func(c award.Category) bool { return c.Taxonomy == taxonomy }); i >= 0 {
		m.draft.Categories[i] = c
	} else {
		m.draft.Categories = append(m.draft.Categories, c)
	}
}

func (m *innovationMaker) terms(taxonomy string) []string {
	for _, c := range m.draft.Categories {
		if c.Taxonomy == taxonomy {
			return c.Terms
		}
	}
	return nil
}

func (m *innovationMaker) agency() (err error) {
	list := agencyChoices(m.content)
	if m.draft.Agency != "" {
		if !slices.ContainsFunc(list, func(c choice) bool { return c.id == m.draft.Agency }) {
			return m.unknown("--perangkat-daerah", m.draft.Agency, list)
		}
		return nil
	}
	if m.ask == nil {
		return usageError{m.t(tNeedsFlag, "--perangkat-daerah", listed(list))}
	}
	chosen, err := m.ask.choose(m.t(tAgency), list, false)
	if err == nil {
		m.draft.Agency = chosen[0]
	}
	return err
}

// askCategories asks for the required taxonomies that have no term yet.
func (m *innovationMaker) askCategories() error {
	for i := range m.content.Taxonomies {
		t := &m.content.Taxonomies[i]
		if !t.Required || m.terms(t.ID) != nil {
			continue
		}
		list := termChoices(t)
		if m.ask == nil {
			return usageError{m.t(tNeedsFlag, "--kategori "+t.ID+"=…", listed(list))}
		}
		chosen, err := m.ask.choose(problem.Visible(t.Name)+":", list, t.Multiple)
		if err != nil {
			return err
		}
		m.setTerms(t.ID, chosen)
	}
	return nil
}

// needed asks for the fields that the chosen terms make mandatory.
func (m *innovationMaker) needed() error {
	for i := range m.content.Taxonomies {
		t := &m.content.Taxonomies[i]
		for _, id := range m.terms(t.ID) {
			term := t.Term(id)
			for _, field := range term.Needs {
				if m.draft.Fields[field] != "" {
					continue
				}
				if !slices.Contains(content.DraftFields(), field) {
					m.byHand = append(m.byHand, m.t(tNeedsByHand, field, t.Name, term.Name))
					continue
				}
				if m.ask == nil {
					return usageError{m.t(tNeedsField, field, problem.Visible(t.Name), problem.Visible(term.Name), field)}
				}
				prompt := m.t(tAskNeeded, field, problem.Visible(t.Name), problem.Visible(term.Name))
				value, err := m.ask.text(prompt, false, func(s string) string { return m.fault(field, s) })
				if err != nil {
					return err
				}
				m.draft.Fields[field] = value
			}
		}
	}
	return nil
}

func (m *innovationMaker) summary() error {
	const key = "ringkasan"
	if m.ask == nil || m.draft.Fields[key] != "" {
		return nil
	}
	value, err := m.ask.text(m.t(tSummary), true, func(s string) string { return m.fault(key, s) })
	m.draft.Fields[key] = value
	return err
}

func (m *innovationMaker) write() error {
	data, problems, err := m.content.NewInnovation(m.edition, m.draft, m.lang)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return m.report(m.err, false, problems)
	}
	name := content.InnovationFile(m.edition.Year, m.draft.Slug)
	if err := m.create(m.root, name, data); err != nil {
		return err
	}
	for _, text := range m.byHand {
		fmt.Fprintln(m.err, problem.Visible(text))
	}
	if m.edition.Status != award.Draft {
		fmt.Fprintln(m.err, m.t(tNextRated, m.edition.Year, string(m.edition.Status)))
	}
	fmt.Fprintln(m.err, m.t(tNextDraft))
	return m.checkNew(name)
}
