package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tRankShort = text{"Tampilkan peringkat, penghargaan, dan perangkat daerah sebuah edisi", "Show the ranking, the awards and the agencies of an edition"}
	tRankLong  = text{
		"Menghitung hasil sebuah edisi dari isinya dan menampilkannya, tanpa membuat situs.\nTanpa TAHUN, yang ditampilkan adalah edisi terbaru yang bukan draf; bila semuanya draf, yang terbaru.\n\nDengan --kategori, yang ditampilkan hanya inovasi dengan kategori itu; peringkatnya tetap\nperingkat di antara semua inovasi.\n\n  siger rank 2021 --top 10\n  siger rank 2021 --kategori jenis=digital --kategori urusan=kesehatan,pendidikan\n  siger rank 2021 --format csv\n\nKode keluar: 0 selesai, 1 isinya bermasalah, 2 salah pakai, 3 mesin gagal.",
		"Computes the results of an edition from its content and shows them, without building the site.\nWithout TAHUN, the edition is the latest that is not a draft, or else the latest.\n\nWith --kategori, only innovations of that category are shown; their ranks are those among all\ninnovations.\n\n  siger rank 2021 --top 10\n  siger rank 2021 --kategori jenis=digital --kategori urusan=kesehatan,pendidikan\n  siger rank 2021 --format csv\n\nExit codes: 0 done, 1 the content has problems, 2 wrong usage, 3 the machine failed.",
	}
	tFlagTop          = text{"hanya inovasi dan perangkat daerah sampai peringkat `N`; 0 untuk semua", "only innovations and agencies down to rank `N`; 0 for all"}
	tFlagRankCategory = text{"hanya inovasi dengan `klasifikasi=istilah`; beberapa istilah dipisahkan koma, boleh diulang", "only innovations with `taxonomy=term`; several terms with commas between, can be repeated"}
	tRankOne          = text{"sebut satu tahun saja, misalnya: siger rank 2021", "name one year only, such as: siger rank 2021"}
	tRankTop          = text{"--top harus 0 atau lebih", "--top must be 0 or more"}
	tRankNone         = text{"belum ada edisi", "there is no edition yet"}
	tRankProblems     = text{"Isinya bermasalah, jadi hasilnya belum dapat ditampilkan.", "The content has problems, so its results cannot be shown yet."}
)

// The formats of rank; the first is the default.
var rankFormats = []string{"text", "json", "csv"}

// A ranked is an edition with what is to be shown of it.
type ranked struct {
	*award.Standing
	agencies map[string]*award.Agency
	results  []*award.Result // those that are shown, in the order of the standing
	matching int             // rated innovations of the filter, shown or not
	filter   award.Filter
	top      int // 0 for all
}

func (a *app) rank() *cobra.Command {
	var format string
	var top int
	var categories []string
	cmd := &cobra.Command{
		Use:   "rank [TAHUN]",
		Short: a.t(tRankShort),
		Long:  a.t(tRankLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{a.t(tRankOne)}
			}
			return nil
		},
		ValidArgsFunction: a.completeFirstYear,
		RunE: func(_ *cobra.Command, args []string) error {
			year := 0
			var err error
			if len(args) == 1 {
				if year, err = a.year(args[0]); err != nil {
					return err
				}
			}
			if !slices.Contains(rankFormats, format) {
				return usageError{a.t(tBadFormat, problem.Visible(format), strings.Join(rankFormats, ", "))}
			}
			if top < 0 {
				return usageError{a.t(tRankTop)}
			}
			r, problems, err := a.ranked(year, top, categories)
			if err != nil {
				return err
			}
			switch format {
			case "json":
				err = a.rankJSON(r)
			case "csv":
				err = a.rankCSV(r)
			default:
				err = a.rankText(r)
			}
			if err != nil {
				return fmt.Errorf("print ranking: %w", err)
			}
			a.tellWarnings(problems)
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", rankFormats[0], a.t(tFlagFormat, strings.Join(rankFormats, ", ")))
	f.IntVar(&top, "top", 0, a.t(tFlagTop))
	f.StringArrayVar(&categories, "kategori", nil, a.t(tFlagRankCategory))
	a.complete(cmd, "kategori", a.completeCategories())
	return cmd
}

// ranked evaluates the edition of a year, 0 for the current one. Problems that would
// keep the site from being built are printed and end the command.
func (a *app) ranked(year, top int, categories []string) (*ranked, []problem.Problem, error) {
	config, done, err := a.config()
	if err != nil {
		return nil, nil, err
	}
	defer done()
	c, standings, problems, err := generator.Evaluate(config)
	if err != nil {
		return nil, nil, a.usage(err)
	}
	if problem.Blocking(problems) {
		err := a.report(a.err, false, problems)
		fmt.Fprintln(a.err, a.t(tRankProblems))
		return nil, nil, err
	}
	st, err := a.standing(standings, year)
	if err != nil {
		return nil, nil, err
	}
	r := &ranked{Standing: st, agencies: map[string]*award.Agency{}, top: top}
	if r.filter, err = a.filter(c, categories); err != nil {
		return nil, nil, err
	}
	for i := range c.Agencies {
		r.agencies[c.Agencies[i].ID] = &c.Agencies[i]
	}
	for i := range st.Results {
		result := &st.Results[i]
		if !r.filter.Match(result.Innovation, "") {
			continue
		}
		if result.State == award.Rated {
			r.matching++
		}
		if top == 0 || result.State == award.Rated && result.Rank <= top {
			r.results = append(r.results, result)
		}
	}
	return r, problems, nil
}

// standing finds the edition of a year; with 0, the latest that is not a draft, or
// else the latest.
func (a *app) standing(standings []*award.Standing, year int) (*award.Standing, error) {
	if len(standings) == 0 {
		return nil, usageError{a.t(tRankNone)}
	}
	current := standings[len(standings)-1]
	var have []int
	for _, st := range standings {
		have = append(have, st.Edition.Year)
		if st.Edition.Year == year {
			return st, nil
		}
		if st.Edition.Status != award.Draft && (current.Edition.Status == award.Draft || st.Edition.Year > current.Edition.Year) {
			current = st
		}
	}
	if year != 0 {
		return nil, a.noEdition(year, have)
	}
	return current, nil
}

func (a *app) filter(c *content.Content, categories []string) (award.Filter, error) {
	var f award.Filter
	for _, arg := range categories {
		t, terms, err := a.category(c.Taxonomies, arg)
		if err != nil {
			return f, err
		}
		f.Terms = append(f.Terms, award.Category{Taxonomy: t.ID, Terms: terms})
	}
	return f, nil
}

// agency returns the name of an innovation's agency.
func (r *ranked) agency(in *award.Innovation) string {
	if a := r.agencies[in.Agency]; a != nil {
		return a.Name
	}
	return in.Agency
}

// shownAgencies are the agencies down to the top.
func (r *ranked) shownAgencies() []award.AgencyStanding {
	if r.top == 0 {
		return r.Agencies
	}
	n := slices.IndexFunc(r.Agencies, func(a award.AgencyStanding) bool { return a.Ranks.Total == 0 || a.Ranks.Total > r.top })
	if n < 0 {
		return r.Agencies
	}
	return r.Agencies[:n]
}
