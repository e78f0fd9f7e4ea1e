package site

import (
	"fmt"
	"hash/fnv"
	"io"

	"siger/generator/award"
)

// The data of comparisons. A reader downloads a file of the edition and for each entry
// the one file that its id hashes to: some kilobytes each, however many innovations
// there are. To add one by name is a search.
//
//	edisi-<tahun>.json        the rubric
//	inovasi-<n>.json          entries by id; a former id has the present one
//	perangkat-daerah-<n>.json the same for agencies
//
// As in the ranking's data no word of the interface is in them.

// shardSize is how many entries a file has at most on average; 32 of them with twenty
// criteria in two editions are some 6 kB compressed.
const shardSize = 32

// shards returns how many files n entries take: a power of two, so that it seldom
// changes.
func shards(n int) int {
	count := 1
	for count*shardSize < n {
		count *= 2
	}
	return count
}

// shard returns the file of an id: FNV-1a, of 32 bits, modulo the number of files.
func shard(id string, of int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(of))
}

type compareEdition struct {
	Year     int                `json:"tahun"`
	Name     string             `json:"nama"`
	Status   award.Status       `json:"status"`
	Score    string             `json:"rubrik"`
	Scale    string             `json:"skala"`
	Places   int                `json:"desimal"`
	Rated    int                `json:"dinilai"`
	Criteria []compareCriterion `json:"kriteria"`
}

type compareCriterion struct {
	ID     string         `json:"id"`
	Name   string         `json:"nama"`
	Weight string         `json:"bobot"`
	Gate   bool           `json:"wajib,omitempty"`
	Most   string         `json:"terbanyak"` // what the highest level adds to a score, rounded
	Levels []compareLevel `json:"tingkat"`
}

type compareLevel struct {
	Value       int    `json:"nilai"`
	Description string `json:"uraian"`
}

type compareItem struct {
	Name     string                   `json:"nama"`
	Agency   string                   `json:"pd"`
	Editions map[string]compareResult `json:"edisi"` // by year
}

type compareResult struct {
	State      award.State `json:"keadaan"`
	Rank       int         `json:"peringkat,omitempty"`
	Tied       bool        `json:"seri,omitempty"`
	Score      string      `json:"skor,omitempty"`
	Band       string      `json:"predikat,omitempty"`
	Levels     []*string   `json:"tingkat,omitempty"`   // of each criterion; null where there is none
	Shares     []string    `json:"sumbangan,omitempty"` // of the score
	Withdrawal []string    `json:"ditarik,omitempty"`   // date and reason
}

type compareAgency struct {
	Name     string                         `json:"nama"`
	Group    string                         `json:"kelompok"`
	Editions map[string]compareAgencyResult `json:"edisi"`
}

type compareAgencyResult struct {
	Reported int    `json:"dilaporkan"`
	Count    int    `json:"jumlah"`
	Total    string `json:"total"`
	Mean     string `json:"rata_rata"`
	Ranks    [3]int `json:"peringkat"` // by count, total and mean; 0 for none
}

func (s *Site) planCompare() {
	s.page(comparePath(), "compare", award.Date{}, false, func() any { return s.compare() })
	for _, st := range s.standings {
		s.file(fmt.Sprintf("%sedisi-%d.json", comparePath(), st.Edition.Year),
			func(w io.Writer) error { return writeCompact(w, s.compareEdition(st)) })
	}
	items := make([][]*entry, shards(len(s.entries)))
	for _, e := range s.entries {
		i := shard(e.id, len(items))
		items[i] = append(items[i], e)
	}
	former := make([][][2]string, len(items)) // a former id and the present one
	for _, e := range s.entries {
		for _, a := range e.appearances {
			for _, alias := range a.result.Innovation.Aliases {
				i := shard(alias, len(items))
				former[i] = append(former[i], [2]string{alias, e.id})
			}
		}
	}
	for i := range items {
		s.file(fmt.Sprintf("%sinovasi-%d.json", comparePath(), i), func(w io.Writer) error {
			file := make(map[string]any, len(items[i]))
			for _, e := range items[i] {
				file[e.id] = s.compareItem(e)
			}
			for _, f := range former[i] {
				file[f[0]] = f[1]
			}
			return writeCompact(w, file)
		})
	}
	s.planCompareAgencies()
}

func (s *Site) planCompareAgencies() {
	files := make([]map[string]*compareAgency, shards(len(s.content.Agencies)))
	for i := range files {
		files[i] = map[string]*compareAgency{}
		s.file(fmt.Sprintf("%sperangkat-daerah-%d.json", comparePath(), i), func(w io.Writer) error { return writeCompact(w, files[i]) })
	}
	for i := range s.content.Agencies {
		a := &s.content.Agencies[i]
		files[shard(a.ID, len(files))][a.ID] = &compareAgency{a.Name, s.groups[a.Group], map[string]compareAgencyResult{}}
	}
	for _, st := range s.standings {
		for i := range st.Agencies {
			a := &st.Agencies[i]
			files[shard(a.Agency.ID, len(files))][a.Agency.ID].Editions[s.format.year(st.Edition.Year)] = compareAgencyResult{
				len(a.Results), a.Count, a.Total.String(), a.Mean.String(), [3]int{a.Ranks.Count, a.Ranks.Total, a.Ranks.Mean},
			}
		}
	}
}

func (s *Site) compareEdition(st *award.Standing) compareEdition {
	e := st.Edition
	out := compareEdition{
		Year: e.Year, Name: e.Name, Status: e.Status, Score: e.Rubric.Name, Scale: e.Rubric.Scale.String(),
		Places: e.Rubric.Places, Rated: len(st.Rated()), Criteria: []compareCriterion{},
	}
	for i := range e.Rubric.Criteria {
		c := &e.Rubric.Criteria[i]
		most := award.RoundHalfUp(st.Assessor.Contribution(i, award.NewRatio(int64(c.Highest()), 1)), e.Rubric.Places)
		cc := compareCriterion{ID: c.ID, Name: c.Name, Weight: award.Exact(c.Weight.Rat()), Gate: c.Gate, Most: most.String()}
		for _, l := range c.Levels {
			cc.Levels = append(cc.Levels, compareLevel{l.Value, l.Description})
		}
		out.Criteria = append(out.Criteria, cc)
	}
	return out
}

func (s *Site) compareItem(e *entry) compareItem {
	in := e.latest()
	item := compareItem{in.Name, s.agencyName(in.Agency), map[string]compareResult{}}
	for _, a := range e.appearances {
		r := a.result
		out := compareResult{State: r.State}
		if r.State == award.Withdrawn {
			w := r.Innovation.Withdrawal
			out.Withdrawal = []string{w.Date.String(), w.Reason}
		} else {
			for i := range a.standing.Edition.Rubric.Criteria {
				var level *string
				if l, given := a.standing.Assessor.Level(i, r.Innovation); given != nil {
					level = new(l.String())
				}
				out.Levels = append(out.Levels, level)
			}
		}
		if r.State == award.Rated {
			out.Rank, out.Tied, out.Score, out.Band = r.Rank, r.Tied, r.Score.String(), r.Band
			for _, line := range r.Lines {
				out.Shares = append(out.Shares, line.Share.String())
			}
		}
		item.Editions[s.format.year(a.standing.Edition.Year)] = out
	}
	return item
}
