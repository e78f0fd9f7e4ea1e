package verify

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
	"siger/generator/seal"
)

// A published is what hasil.json says, as far as the checks need it. Other fields may
// be there.
type published struct {
	Edition struct {
		Status string `json:"status"`
		AsOf   string `json:"per_tanggal"`
	} `json:"edisi"`
	Seal struct {
		Root string `json:"akar"`
	} `json:"segel"`
	Rubric struct {
		Scale    string `json:"skala"`
		Places   int    `json:"desimal"`
		Combine  string `json:"penilai"`
		Criteria []struct {
			ID     string `json:"id"`
			Weight string `json:"bobot"`
			Gate   bool   `json:"wajib"`
			Levels []struct {
				Value int `json:"nilai"`
			} `json:"tingkat"`
		} `json:"kriteria"`
		Bands []struct {
			Name string `json:"nama"`
			From string `json:"mulai"`
		} `json:"predikat"`
	} `json:"rubrik"`
	Innovations []publishedInnovation `json:"inovasi"`
	Agencies    []publishedAgency     `json:"perangkat_daerah"`
	Awards      []publishedAward      `json:"penghargaan"`
}

type publishedInnovation struct {
	ID         string              `json:"id"`
	Agency     string              `json:"perangkat_daerah"`
	Categories map[string][]string `json:"kategori"`
	State      string              `json:"keadaan"`
	Criteria   []struct {
		ID    string `json:"id"`
		Given []int  `json:"tingkat_diberikan"`
	} `json:"kriteria"`
	Score string `json:"skor"`
	Rank  int    `json:"peringkat"`
	Band  string `json:"predikat"`
}

type publishedAgency struct {
	ID       string `json:"id"`
	Group    string `json:"kelompok"`
	Reported int    `json:"dilaporkan"`
	Count    int    `json:"jumlah"`
	Total    string `json:"total"`
	Mean     string `json:"rata_rata"`
	Ranks    struct {
		Count int `json:"jumlah"`
		Total int `json:"total"`
		Mean  int `json:"rata_rata"`
	} `json:"peringkat"`
}

type publishedAward struct {
	ID         string              `json:"id"`
	Subject    string              `json:"subjek"`
	Measure    string              `json:"ukuran"`
	Filter     map[string][]string `json:"saring"`
	Places     int                 `json:"juara"`
	Minimum    string              `json:"skor_minimal"`
	MinDivisor int                 `json:"pembagi_minimal"`
	Winners    []publishedWinner   `json:"pemenang"`
}

type publishedWinner struct {
	Place int    `json:"tempat"`
	ID    string `json:"id"`
	Value string `json:"nilai"`
}

// groupFilter is the filter by agency groups among those by taxonomies.
const groupFilter = "kelompok"

// results checks hasil.json against the inputs that are expected; nil when it cannot
// be read.
func (c *check) results(expected map[string]seal.Part) *published {
	const file = "data/" + resultsFile
	data, err := c.read(file)
	if err != nil {
		c.unreadable(file, err)
		return nil
	}
	p := &published{}
	if err := json.Unmarshal(data, p); err != nil {
		c.find(file, "berkas tidak dapat dibaca sebagai hasil", "the file cannot be read as results")
		return nil
	}
	if p.Seal.Root != c.seal.Root {
		c.find(file, "menyebut sidik jari lain: %s", "names another root hash: %s", value(p.Seal.Root))
	}
	if c.repeats(p) {
		return p
	}
	inputs := p.inputs(c.edition.Year)
	for _, change := range seal.Compare(scored(expected, p), scored(inputs, p)) {
		c.find(file, "%s: %s seharusnya %s menurut segel dan koreksi, tertulis %s", "%s: %s should be %s by the seal and its corrections, but is %s",
			problem.Visible(change.Part), field(change.Field), value(change.Old), value(change.New))
	}
	st, err := seal.Evaluate(c.edition.Year, inputs)
	if err != nil {
		c.find(file, "isinya bukan isi suatu edisi", "the inputs are not those of an edition")
		return p
	}
	computed := seal.New(st, seal.Shared{}).Results()
	for _, change := range seal.Compare(computed, p.results()) {
		c.find(file, "%s: %s terhitung %s, tertulis %s", "%s: %s is computed as %s, but written as %s",
			problem.Visible(change.Part), field(change.Field), value(change.Old), value(change.New))
	}
	return p
}

// repeats reports ids that occur twice: then nothing else can be compared.
func (c *check) repeats(p *published) bool {
	ids := map[string]bool{}
	note := func(kind, id string) {
		if id = kind + "/" + id; ids[id] {
			c.find("data/"+resultsFile, "%s ada dua kali", "%s is there twice", value(id))
			ids[""] = true
		} else {
			ids[id] = true
		}
	}
	for _, x := range p.Rubric.Criteria {
		note("kriteria", x.ID)
	}
	for _, x := range p.Innovations {
		note("inovasi", x.ID)
	}
	for _, x := range p.Agencies {
		note("perangkat-daerah", x.ID)
	}
	for _, x := range p.Awards {
		note("penghargaan", x.ID)
	}
	return ids[""]
}

// inputs returns what hasil.json says of the inputs, as a seal would hold it.
// Numbers that are none are left out, and so are a difference.
func (p *published) inputs(year int) map[string]seal.Part {
	decimal := func(text string) award.Decimal {
		d, _ := award.ParseDecimal(text)
		return d
	}
	e := &award.Edition{Year: year, Status: award.Status(p.Edition.Status)}
	e.AsOf, _ = award.ParseDate(p.Edition.AsOf)
	e.Rubric = award.Rubric{Scale: decimal(p.Rubric.Scale), Places: p.Rubric.Places, Combine: award.Combination(p.Rubric.Combine)}
	for _, x := range p.Rubric.Criteria {
		criterion := award.Criterion{ID: x.ID, Weight: decimal(x.Weight), Gate: x.Gate}
		for _, l := range x.Levels {
			criterion.Levels = append(criterion.Levels, award.Level{Value: l.Value})
		}
		e.Rubric.Criteria = append(e.Rubric.Criteria, criterion)
	}
	for _, x := range p.Rubric.Bands {
		e.Rubric.Bands = append(e.Rubric.Bands, award.Band{Name: x.Name, From: decimal(x.From)})
	}
	for _, x := range p.Awards {
		a := award.Award{ID: x.ID, Subject: award.Subject(x.Subject), Measure: award.Measure(x.Measure), Places: x.Places, MinDivisor: x.MinDivisor}
		for _, taxonomy := range slices.Sorted(maps.Keys(x.Filter)) {
			if taxonomy == groupFilter {
				a.Filter.Groups = x.Filter[taxonomy]
			} else {
				a.Filter.Terms = append(a.Filter.Terms, award.Category{Taxonomy: taxonomy, Terms: x.Filter[taxonomy]})
			}
		}
		if x.Minimum != "" {
			minimum := decimal(x.Minimum)
			a.Minimum = &minimum
		}
		e.Awards = append(e.Awards, a)
	}
	for _, x := range p.Innovations {
		in := &award.Innovation{ID: x.ID, Agency: x.Agency}
		for _, taxonomy := range slices.Sorted(maps.Keys(x.Categories)) {
			in.Categories = append(in.Categories, award.Category{Taxonomy: taxonomy, Terms: x.Categories[taxonomy]})
		}
		for _, m := range x.Criteria {
			in.Marks = append(in.Marks, award.Mark{Criterion: m.ID, Levels: m.Given})
		}
		if x.State == string(award.Withdrawn) {
			in.Withdrawal.Reason = x.State
		}
		e.Innovations = append(e.Innovations, in)
	}
	shared := seal.Shared{}
	for _, x := range p.Agencies {
		shared.Agencies = append(shared.Agencies, award.Agency{ID: x.ID, Name: x.ID, Group: x.Group})
	}
	return seal.New(&award.Standing{Edition: e}, shared).Inputs()
}

// results returns what hasil.json says of the results, as a seal would hold it.
func (p *published) results() map[string]seal.Part {
	parts := map[string]seal.Part{}
	add := func(name string, pairs ...string) {
		fields := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i+1] != "" {
				fields[pairs[i]] = pairs[i+1]
			}
		}
		parts["hasil/"+name] = seal.Part{Name: "hasil/" + name, Fields: fields}
	}
	for _, x := range p.Innovations {
		add("inovasi/"+x.ID, "keadaan", x.State, "skor", x.Score, "peringkat", number(x.Rank), "predikat", x.Band)
	}
	for _, x := range p.Agencies {
		add("perangkat-daerah/"+x.ID, "dilaporkan", strconv.Itoa(x.Reported), "jumlah", strconv.Itoa(x.Count), "total", x.Total, "rata_rata", x.Mean,
			"peringkat.jumlah", number(x.Ranks.Count), "peringkat.total", number(x.Ranks.Total), "peringkat.rata_rata", number(x.Ranks.Mean))
	}
	for _, x := range p.Awards {
		var pairs []string
		for _, w := range x.Winners {
			pairs = append(pairs, w.ID+".tempat", strconv.Itoa(w.Place), w.ID+".nilai", w.Value)
		}
		add("penghargaan/"+x.ID, pairs...)
	}
	return parts
}

// scored returns the parts that scores depend on, without the levels of innovations
// that were taken back, which hasil.json does not have.
func scored(parts map[string]seal.Part, p *published) map[string]seal.Part {
	withdrawn := map[string]bool{}
	for _, in := range p.Innovations {
		withdrawn["inovasi/"+in.ID] = in.State == string(award.Withdrawn)
	}
	kept := map[string]seal.Part{}
	for name, part := range parts {
		if seal.Editorial(name) {
			continue
		}
		if withdrawn[name] && part.Fields != nil {
			part.Fields = maps.Clone(part.Fields)
			maps.DeleteFunc(part.Fields, func(path, _ string) bool { return strings.HasPrefix(path, "penilaian.") })
		}
		kept[name] = part
	}
	return kept
}

// tables checks that the tables say what hasil.json says.
func (c *check) tables(p *published) {
	innovations := make([]map[string]string, len(p.Innovations))
	for i, in := range p.Innovations {
		innovations[i] = map[string]string{"id": in.ID, "perangkat_daerah": in.Agency, "keadaan": in.State, "skor": in.Score, "peringkat": number(in.Rank), "predikat": in.Band}
	}
	c.table("data/"+resultsTable, innovations)
	agencies := make([]map[string]string, len(p.Agencies))
	for i, a := range p.Agencies {
		agencies[i] = map[string]string{
			"id": a.ID, "kelompok": a.Group, "jumlah": strconv.Itoa(a.Count), "total": a.Total, "rata_rata": a.Mean,
			"peringkat_jumlah": number(a.Ranks.Count), "peringkat_total": number(a.Ranks.Total), "peringkat_rata_rata": number(a.Ranks.Mean),
		}
	}
	c.table("data/"+agenciesTable, agencies)
	if !c.exists(c.folder + "data/" + awardsTable) {
		return // an older Siger wrote none; dataPackage finds one that was taken away
	}
	var winners []map[string]string
	for _, a := range p.Awards {
		for _, w := range a.Winners {
			winners = append(winners, map[string]string{"penghargaan": a.ID, "tempat": number(w.Place), "subjek": a.Subject, "id": w.ID, "ukuran": a.Measure, "nilai": w.Value})
		}
	}
	c.table("data/"+awardsTable, winners)
}

// number writes a number that is absent when it is 0.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (c *check) table(file string, want []map[string]string) {
	data, err := c.read(file)
	if err != nil {
		c.unreadable(file, err)
		return
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) == 0 {
		c.find(file, "berkas tidak dapat dibaca sebagai tabel", "the file cannot be read as a table")
		return
	}
	if len(rows)-1 != len(want) {
		c.find(file, "%d baris, padahal hasil.json memuat %d", "%d rows, but hasil.json has %d", len(rows)-1, len(want))
		return
	}
	for i, record := range want {
		for _, name := range slices.Sorted(maps.Keys(record)) {
			column := slices.Index(rows[0], name)
			if column < 0 {
				c.find(file, "kolom %s tidak ada", "there is no column %s", value(name))
				return
			}
			// A quote before a text keeps spreadsheets from running it.
			if got := rows[i+1][column]; got != record[name] && got != "'"+record[name] {
				c.find(file, "baris %d, kolom %s: %s, padahal hasil.json %s", "row %d, column %s: %s, but hasil.json has %s", i+2, name, value(got), value(record[name]))
			}
		}
	}
}

// dataPackage checks that the files that datapackage.json names are there.
func (c *check) dataPackage() {
	const file = "data/" + packageFile
	data, err := c.read(file)
	if err != nil {
		c.unreadable(file, err)
		return
	}
	var description struct {
		Resources []struct {
			Path string `json:"path"`
		} `json:"resources"`
	}
	if err := json.Unmarshal(data, &description); err != nil {
		c.find(file, "berkas tidak dapat dibaca", "the file cannot be read")
		return
	}
	for _, r := range description.Resources {
		if name := path.Join(c.folder, "data", r.Path); !c.exists(name) {
			c.find(file, "menyebut %s, yang tidak ada", "names %s, which is not there", value(r.Path))
		}
	}
}
