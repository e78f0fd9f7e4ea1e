package change

import (
	"encoding/json"
	"fmt"
	"io"

	"siger/generator/award"
)

// schemaVersion grows its first number when a key of the JSON goes or changes its
// meaning, its second when one is added.
const schemaVersion = "1.1"

type jsonPair[T any] struct {
	Before T `json:"sebelum"`
	After  T `json:"sesudah"`
}

type jsonReport struct {
	Schema   string        `json:"versi_skema"`
	Before   string        `json:"sebelum"`
	After    string        `json:"sesudah"`
	Changed  bool          `json:"hasil_berubah"`
	Problems int           `json:"masalah_sebelum"`
	Editions []jsonEdition `json:"edisi"`
	Texts    []string      `json:"teks"`
}

type jsonEdition struct {
	Year      int              `json:"tahun"`
	Name      string           `json:"nama"`
	Unsure    bool             `json:"tidak_dapat_dibandingkan"`
	Status    jsonPair[string] `json:"status"`
	Reopened  bool             `json:"final_berubah"`
	Changed   bool             `json:"hasil_berubah"`
	Unfounded []jsonUnfounded  `json:"tanpa_sanggahan"`
	Rules     []jsonValue      `json:"aturan"`
	Awards    []jsonAward      `json:"penghargaan"`
	Entries   []jsonEntry      `json:"inovasi"`
	Agencies  []jsonAgency     `json:"perangkat_daerah"`
}

type jsonUnfounded struct {
	ID        string `json:"id"`
	Name      string `json:"nama"`
	Criterion string `json:"kriteria,omitempty"`
}

type jsonValue struct {
	Path string `json:"isian"`
	jsonPair[string]
}

type jsonAward struct {
	ID      string         `json:"id"`
	Name    string         `json:"nama"`
	Subject award.Subject  `json:"subjek"`
	Exists  jsonPair[bool] `json:"ada"`
	Causes  []string       `json:"sebab"`
	Holders []jsonHolder   `json:"penerima"`
}

type jsonHolder struct {
	ID   string `json:"id"`
	Name string `json:"nama"`
	jsonPair[*jsonPlace]
}

type jsonPlace struct {
	Number int    `json:"juara"`
	Tied   bool   `json:"seri"`
	Value  string `json:"nilai"`
}

type jsonEntry struct {
	jsonPair[*jsonOutcome]
	Causes    []string     `json:"sebab"`
	Own       bool         `json:"data_sendiri"`
	Values    []jsonValue  `json:"isian"`
	Marks     []jsonMark   `json:"penilaian"`
	DataOnly  *jsonOutcome `json:"data_baru_aturan_lama,omitempty"`
	RulesOnly *jsonOutcome `json:"data_lama_aturan_baru,omitempty"`
}

type jsonOutcome struct {
	ID      string      `json:"id"`
	Name    string      `json:"nama"`
	File    string      `json:"berkas"`
	State   award.State `json:"keadaan"`
	Score   string      `json:"skor,omitempty"`
	Rank    int         `json:"peringkat,omitempty"`
	Tied    bool        `json:"seri,omitempty"`
	Band    string      `json:"predikat,omitempty"`
	Reasons []string    `json:"alasan,omitempty"`
}

type jsonMark struct {
	Criterion string `json:"kriteria"`
	Name      string `json:"nama"`
	jsonPair[*jsonGiven]
	Points string `json:"poin,omitempty"`
}

type jsonGiven struct {
	Levels []int  `json:"penilai"`
	Level  string `json:"tingkat"`
	Line   int    `json:"baris"`
}

type jsonAgency struct {
	ID   string `json:"id"`
	Name string `json:"nama"`
	jsonPair[*jsonMeasures]
	Causes []string `json:"sebab"`
}

type jsonMeasures struct {
	Entries   int    `json:"inovasi"`
	Count     int    `json:"jumlah"`
	Total     string `json:"total"`
	Mean      string `json:"rata_rata"`
	RankCount int    `json:"peringkat_jumlah,omitempty"`
	RankTotal int    `json:"peringkat_total,omitempty"`
	RankMean  int    `json:"peringkat_rata_rata,omitempty"`
}

// JSON prints a whole report as one object. Numbers with decimals are strings with
// a point; lists are there also when empty; what did not exist on a side is null.
//
//	versi_skema      version of this form, "1.1"
//	sebelum, sesudah what is compared
//	hasil_berubah    whether a score, rank, state, band, award or measure differs
//	masalah_sebelum  number of problems of the content before
//	teks             files of which only something that no result depends on differs
//	edisi            the editions that differ, the latest first:
//	  tidak_dapat_dibandingkan  problems leave its results open; nothing else is known
//	  status         before and after, "" where the edition does not exist
//	  final_berubah  it was final already
//	  tanpa_sanggahan  innovations whose score changes in the objection period without an
//	                 objection on record, with the criterion where it is a level
//	  aturan         rules: path of keys, and the value before and after, "" for none
//	  penghargaan    awards with the places that differ; sebab says by what: "data",
//	                 "aturan", or "tidak-terpisah" where that cannot be told
//	  inovasi        innovations: outcome before and after, sebab, whether its own data
//	                 change it, isian and penilaian with the values and levels that
//	                 differ, poin with what a level adds to the score, and, where rules
//	                 differ, the outcome with only the data or only the rules changed
//	  perangkat_daerah  agencies: measures and ranks before and after
func (o Output) JSON(w io.Writer, r Report) error {
	report := jsonReport{
		Schema: schemaVersion, Before: o.Before, After: o.After, Changed: r.Changed(), Problems: o.Problems,
		Editions: []jsonEdition{}, Texts: []string{},
	}
	for _, name := range r.Texts {
		report.Texts = append(report.Texts, o.file(name))
	}
	for _, e := range r.Editions {
		report.Editions = append(report.Editions, jsonEdition{
			Year: e.Year, Name: e.Name, Unsure: e.Unsure,
			Status:   jsonPair[string]{string(e.Status.Before), string(e.Status.After)},
			Reopened: e.Reopened(), Changed: e.Changed(),
			Unfounded: jsonList(e.Unfounded(), func(u Unfounded) jsonUnfounded { return jsonUnfounded{u.Is().ID, u.Is().Name, u.Criterion} }),
			Rules:     jsonList(e.Rules, jsonOfValue), Awards: jsonList(e.Awards, jsonOfAward),
			Entries: jsonList(e.Entries, o.jsonOfEntry), Agencies: jsonList(e.Agencies, jsonOfAgency),
		})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(report); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// jsonList converts a list; the result is never null.
func jsonList[T, J any](list []T, of func(T) J) []J {
	out := make([]J, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}

func (c Cause) json() []string {
	list := []string{}
	for _, part := range []struct {
		is   bool
		name string
	}{{c.Data, "data"}, {c.Rules, "aturan"}, {c.Mixed, "tidak-terpisah"}} {
		if part.is {
			list = append(list, part.name)
		}
	}
	return list
}

func jsonOfValue(v Value) jsonValue { return jsonValue{v.Path, jsonPair[string](v.Pair)} }

func jsonOfAward(a Award) jsonAward {
	return jsonAward{a.ID, a.Name, a.Subject, jsonPair[bool](a.Exists), a.json(), jsonList(a.Holders, func(h Holder) jsonHolder {
		return jsonHolder{h.ID, h.Name, jsonPair[*jsonPlace]{jsonOfPlace(h.Before), jsonOfPlace(h.After)}}
	})}
}

func jsonOfPlace(p Place) *jsonPlace {
	if p.Number == 0 {
		return nil
	}
	return &jsonPlace{p.Number, p.Tied, p.Value.String()}
}

func (o Output) jsonOfEntry(x Entry) jsonEntry {
	out := jsonEntry{
		jsonPair: jsonPair[*jsonOutcome]{o.jsonOfOutcome(&x.Before), o.jsonOfOutcome(&x.After)},
		Causes:   x.json(), Own: x.Own, Values: jsonList(x.Values, jsonOfValue),
		DataOnly: o.jsonOfOutcome(x.DataOnly), RulesOnly: o.jsonOfOutcome(x.RulesOnly),
	}
	out.Marks = jsonList(x.Marks, func(m Mark) jsonMark {
		j := jsonMark{m.Criterion, m.Name, jsonPair[*jsonGiven]{jsonOfGiven(m.Before), jsonOfGiven(m.After)}, ""}
		if m.Points != nil {
			j.Points = m.Points.String()
		}
		return j
	})
	return out
}

func jsonOfGiven(g *Given) *jsonGiven {
	if g == nil {
		return nil
	}
	return &jsonGiven{g.Levels, g.Level.String(), g.Line}
}

func (o Output) jsonOfOutcome(x *Outcome) *jsonOutcome {
	if x == nil || x.ID == "" {
		return nil
	}
	j := &jsonOutcome{ID: x.ID, Name: x.Name, File: o.file(x.File), State: x.State, Rank: x.Rank, Tied: x.Tied, Band: x.Band, Reasons: x.Reasons}
	if x.State == award.Rated {
		j.Score = x.Score.String()
	}
	return j
}

func jsonOfAgency(a Agency) jsonAgency {
	of := func(m Measures) *jsonMeasures {
		if m.Entries == 0 {
			return nil
		}
		return &jsonMeasures{m.Entries, m.Count, m.Total.String(), m.Mean.String(), m.Ranks.Count, m.Ranks.Total, m.Ranks.Mean}
	}
	return jsonAgency{a.ID, a.Name, jsonPair[*jsonMeasures]{of(a.Before), of(a.After)}, a.json()}
}
