package main

import (
	"encoding/csv"
	"encoding/json"
	"strconv"

	"siger/generator/award"
	"siger/generator/site"
)

// rankSchema grows its first number when a key of the JSON goes or changes its
// meaning, its second when one is added.
const rankSchema = "1.0"

type jsonRanking struct {
	Schema   string          `json:"versi_skema"`
	Year     int             `json:"tahun"`
	Name     string          `json:"nama"`
	Status   award.Status    `json:"status"`
	AsOf     string          `json:"per_tanggal"`
	Score    string          `json:"nama_skor"`
	Scale    string          `json:"skala"`
	Rated    int             `json:"dinilai"`
	Entries  []jsonRanked    `json:"inovasi"`
	Awards   []jsonPrize     `json:"penghargaan"`
	Agencies []jsonRankedOrg `json:"perangkat_daerah"`
}

type jsonRanked struct {
	Rank   *int        `json:"peringkat"`
	Tied   bool        `json:"seri"`
	ID     string      `json:"id"`
	Name   string      `json:"nama"`
	Agency string      `json:"perangkat_daerah"`
	State  award.State `json:"keadaan"`
	Reason *string     `json:"alasan"`
	Score  *string     `json:"skor"`
	Band   *string     `json:"predikat"`
}

type jsonPrize struct {
	ID      string       `json:"id"`
	Name    string       `json:"nama"`
	Winners []jsonWinner `json:"pemenang"`
}

type jsonWinner struct {
	Place int    `json:"tempat"`
	ID    string `json:"id"`
	Name  string `json:"nama"`
	Value string `json:"nilai"`
}

type jsonRankedOrg struct {
	Rank  *int   `json:"peringkat"`
	ID    string `json:"id"`
	Name  string `json:"nama"`
	Count int    `json:"jumlah"`
	Total string `json:"total"`
	Mean  string `json:"rata_rata"`
}

// rankJSON prints a ranking for programs. Numbers that decide are texts in machine
// form; awards and agencies are those of the whole edition.
func (a *app) rankJSON(r *ranked) error {
	e := r.Edition
	doc := jsonRanking{
		Schema: rankSchema, Year: e.Year, Name: e.Name, Status: e.Status, AsOf: e.AsOf.String(), Score: e.Rubric.Name, Scale: e.Rubric.Scale.String(),
		Rated: len(r.Rated()), Entries: []jsonRanked{}, Awards: []jsonPrize{}, Agencies: []jsonRankedOrg{},
	}
	for _, x := range r.results {
		out := jsonRanked{ID: x.Innovation.ID, Name: x.Innovation.Name, Agency: x.Innovation.Agency, State: x.State}
		if x.State == award.Rated {
			out.Rank, out.Tied, out.Score = &x.Rank, x.Tied, new(x.Score.String())
			if x.Band != "" {
				out.Band = &x.Band
			}
		} else {
			out.Reason = new(a.why(x))
		}
		doc.Entries = append(doc.Entries, out)
	}
	for _, w := range r.Awards {
		prize := jsonPrize{w.Award.ID, w.Award.Name, []jsonWinner{}}
		for _, x := range w.Winners {
			prize.Winners = append(prize.Winners, jsonWinner{x.Place, x.ID(), x.Name(), x.Value.String()})
		}
		doc.Awards = append(doc.Awards, prize)
	}
	for _, x := range r.shownAgencies() {
		out := jsonRankedOrg{ID: x.Agency.ID, Name: x.Agency.Name, Count: x.Count, Total: x.Total.String(), Mean: x.Mean.String()}
		if x.Ranks.Total > 0 {
			out.Rank = &x.Ranks.Total
		}
		doc.Agencies = append(doc.Agencies, out)
	}
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(doc)
}

// rankCSV prints the innovations as a table after RFC 4180, with the columns of
// hasil.csv that say what became of them.
func (a *app) rankCSV(r *ranked) error {
	out := csv.NewWriter(a.out)
	out.UseCRLF = true
	rows := [][]string{{"peringkat", "id", "nama", "perangkat_daerah", "nama_perangkat_daerah", "skor", "predikat", "keadaan", "alasan"}}
	for _, x := range r.results {
		in := x.Innovation
		row := []string{"", in.ID, site.Guard(in.Name), in.Agency, site.Guard(r.agency(in)), "", site.Guard(x.Band), string(x.State), ""}
		if x.State == award.Rated {
			row[0], row[5] = strconv.Itoa(x.Rank), x.Score.String()
		} else {
			row[8] = site.Guard(a.why(x))
		}
		rows = append(rows, row)
	}
	return out.WriteAll(rows)
}
