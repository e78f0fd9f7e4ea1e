package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"siger/generator/award"
	"siger/generator/problem"
)

var (
	tRankStatus = map[award.Status]text{
		award.Draft:       {"draf, dapat berubah", "draft, may change"},
		award.Provisional: {"sementara, dapat berubah", "provisional, may change"},
		award.Objections:  {"masa sanggah, dapat berubah", "objections open, may change"},
		award.Final:       {"final", "final"},
	}
	tRankAbout      = text{"Keadaan per %[2]s: %[1]s. %[3]s dari %[4]s inovasi dinilai; %[5]s paling tinggi %[6]s.", "As of %[2]s: %[1]s. %[3]s of %[4]s innovations are rated; %[5]s is at most %[6]s."}
	tRankFilter     = text{"Hanya %s: %s inovasi dinilai. Peringkat di antara semua inovasi.", "Only %s: %s innovations rated. Ranks are those among all innovations."}
	tRankOr         = text{" atau ", " or "}
	tRankRank       = text{"Per.", "Rank"}
	tRankInnovation = text{"Inovasi", "Innovation"}
	tRankAgency     = text{"Perangkat daerah", "Agency"}
	tRankBand       = text{"Predikat", "Band"}
	tRankCount      = text{"Inovasi", "Rated"}
	tRankTotal      = text{"Total", "Total"}
	tRankMean       = text{"Rata-rata", "Mean"}
	tRankRanking    = text{"Peringkat", "Ranking"}
	tRankUnranked   = text{"Tanpa peringkat", "Without a rank"}
	tRankAwards     = text{"Penghargaan", "Awards"}
	tRankAgencies   = text{"Perangkat daerah menurut total", "Agencies by total"}
	tRankMore       = text{"%s lagi; tampilkan semuanya tanpa --top", "%s more; leave out --top to see all"}
	tRankNobody     = text{"belum ada yang memenuhi syarat", "nobody qualifies yet"}
	tRankNothing    = text{"Tidak ada inovasi yang dinilai di sini.", "No innovation is rated here."}
	tRankFailed     = text{"syarat yang tidak terpenuhi: %s", "fails: %s"}
	tRankMissing    = text{"belum ada tingkat untuk: %s", "no level for: %s"}
	tRankWithdrawn  = text{"ditarik: %s", "withdrawn: %s"}
)

// rankText prints a ranking for people.
func (a *app) rankText(r *ranked) error {
	e := r.Edition
	bold, dim := a.ink("1"), a.ink("2")
	width := a.screen()
	say := func(s string) {
		for _, line := range folded(problem.Visible(s), width) {
			fmt.Fprintln(a.out, line)
		}
	}
	for _, line := range folded(problem.Visible(e.Name), width) {
		fmt.Fprintln(a.out, bold(line))
	}
	rated := len(r.Rated())
	say(a.t(tRankAbout, a.t(tRankStatus[e.Status]), e.AsOf.String(), a.count(rated), a.count(len(r.Results)), e.Rubric.Name, a.number(e.Rubric.Scale)))
	if !r.filter.IsZero() {
		say(a.t(tRankFilter, a.filterWords(r.filter), a.count(r.matching)))
	}
	section := func(title text) { fmt.Fprintf(a.out, "\n%s\n", bold(a.t(title))) }
	section(tRankRanking)
	ranking := grid{width: width, head: dim, columns: []column{
		{head: a.t(tRankRank), right: true}, {head: a.t(tRankInnovation), wide: true}, {head: a.t(tRankAgency), wide: true}, {head: e.Rubric.Name, right: true},
	}}
	if len(e.Rubric.Bands) > 0 {
		ranking.columns = append(ranking.columns, column{head: a.t(tRankBand)})
	}
	unranked := grid{width: width, head: dim, columns: []column{{right: true}, {wide: true}, {wide: true}}}
	for _, x := range r.results {
		if x.State != award.Rated {
			unranked.rows = append(unranked.rows, []string{"  – ", x.Innovation.Name, a.why(x)})
			continue
		}
		row := []string{a.place(x.Rank, x.Tied), x.Innovation.Name, r.agency(x.Innovation), a.number(x.Score), x.Band}
		ranking.rows = append(ranking.rows, row[:len(ranking.columns)])
	}
	if len(ranking.rows) == 0 {
		say(a.t(tRankNothing))
	} else if err := ranking.write(a.out); err != nil {
		return err
	}
	if more := r.matching - len(ranking.rows); more > 0 {
		fmt.Fprintln(a.out, "      "+dim(a.t(tRankMore, a.count(more))))
	}
	if len(unranked.rows) > 0 {
		section(tRankUnranked)
		if err := unranked.write(a.out); err != nil {
			return err
		}
	}
	if !r.filter.IsZero() {
		return nil
	}
	if len(r.Awards) > 0 {
		section(tRankAwards)
		if err := a.rankAwards(r, width); err != nil {
			return err
		}
	}
	if len(r.Agencies) == 0 {
		return nil
	}
	section(tRankAgencies)
	agencies := grid{width: width, head: dim, columns: []column{
		{head: a.t(tRankRank), right: true}, {head: a.t(tRankAgency), wide: true},
		{head: a.t(tRankCount), right: true}, {head: a.t(tRankTotal), right: true}, {head: a.t(tRankMean), right: true},
	}}
	shared := map[int]int{}
	for _, x := range r.Agencies {
		shared[x.Ranks.Total]++
	}
	for _, x := range r.shownAgencies() {
		rank := "– "
		if n := x.Ranks.Total; n > 0 {
			rank = a.place(n, shared[n] > 1)
		}
		agencies.rows = append(agencies.rows, []string{rank, x.Agency.Name, a.count(x.Count), a.number(x.Total), a.number(x.Mean)})
	}
	if err := agencies.write(a.out); err != nil {
		return err
	}
	if more := len(r.Agencies) - len(agencies.rows); more > 0 {
		fmt.Fprintln(a.out, "      "+dim(a.t(tRankMore, a.count(more))))
	}
	return nil
}

// rankAwards prints who holds the places of each award.
func (a *app) rankAwards(r *ranked, width int) error {
	for i := range r.Awards {
		w := &r.Awards[i]
		for _, line := range folded(problem.Visible(w.Award.Name), width-2) {
			fmt.Fprintln(a.out, "  "+line)
		}
		winners := grid{width: width, columns: []column{{right: true}, {wide: true}, {right: true}}}
		for _, x := range w.Winners {
			winners.rows = append(winners.rows, []string{"  " + a.place(x.Place, x.Tied), x.Name(), a.number(x.Value)})
		}
		if len(w.Winners) == 0 {
			winners.rows = [][]string{{"  – ", a.t(tRankNobody), ""}}
		}
		if err := winners.write(a.out); err != nil {
			return err
		}
	}
	return nil
}

// why says why an innovation has no rank.
func (a *app) why(r *award.Result) string {
	list := func(criteria []*award.Criterion) string {
		names := make([]string, len(criteria))
		for i, c := range criteria {
			names[i] = c.Name
		}
		return strings.Join(names, ", ")
	}
	switch r.State {
	case award.Ineligible:
		return a.t(tRankFailed, list(r.Failed))
	case award.Unrated:
		return a.t(tRankMissing, list(r.Missing))
	}
	return a.t(tRankWithdrawn, r.Innovation.Withdrawal.Reason)
}

// filterWords writes a filter by the ids that were asked for.
func (a *app) filterWords(f award.Filter) string {
	list := make([]string, len(f.Terms))
	for i, c := range f.Terms {
		list[i] = c.Taxonomy + "=" + strings.Join(c.Terms, a.t(tRankOr))
	}
	return strings.Join(list, ", ")
}

// place writes a rank, with a sign where it is shared.
func (a *app) place(rank int, tied bool) string {
	if tied {
		return a.count(rank) + "="
	}
	return a.count(rank) + " "
}

// number writes an exact number with groups of three digits.
func (a *app) number(d award.Decimal) string {
	whole, fraction, point := strings.Cut(d.String(), ".")
	n, err := strconv.Atoi(whole)
	if err != nil {
		return d.String()
	}
	if !point {
		return a.count(n)
	}
	if a.lang == problem.English {
		return a.count(n) + "." + fraction
	}
	return a.count(n) + "," + fraction
}

// ink colours text on a terminal.
func (a *app) ink(code string) func(string) string {
	if !colored(a.out) {
		return func(s string) string { return s }
	}
	return func(s string) string { return "\x1b[" + code + "m" + s + "\x1b[0m" }
}

// screen returns how wide a text for people may be: what the terminal shows, up to a
// width that is still easy to read, or 80.
func (a *app) screen() int {
	if file, ok := a.out.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			return min(max(width, 40), 120)
		}
	}
	return 80
}
