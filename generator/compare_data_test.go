package generator_test

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// officialResults is what these tests read of hasil.json.
type officialResults struct {
	Innovations []struct {
		ID       string              `json:"id"`
		Name     string              `json:"nama"`
		Agency   string              `json:"perangkat_daerah"`
		State    string              `json:"keadaan"`
		Score    *string             `json:"skor"`
		Rank     *int                `json:"peringkat"`
		Band     *string             `json:"predikat"`
		Terms    map[string][]string `json:"kategori"`
		Criteria []struct {
			ID    string  `json:"id"`
			Level string  `json:"tingkat_dipakai"`
			Share *string `json:"sumbangan_dibulatkan"`
		} `json:"kriteria"`
	} `json:"inovasi"`
	Agencies []struct {
		ID       string `json:"id"`
		Name     string `json:"nama"`
		Reported int    `json:"dilaporkan"`
		Count    int    `json:"jumlah"`
		Total    string `json:"total"`
		Mean     string `json:"rata_rata"`
		Ranks    struct {
			Count *int `json:"jumlah"`
			Total *int `json:"total"`
			Mean  *int `json:"rata_rata"`
		} `json:"peringkat"`
	} `json:"perangkat_daerah"`
}

func decode[T any](t *testing.T, files map[string][]byte, name string) (v T) {
	t.Helper()
	data, ok := files[name]
	if !ok {
		t.Fatalf("no file %s", name)
	}
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func editionsOf(files map[string][]byte) (years []string) {
	for name := range files {
		if year, ok := strings.CutSuffix(name, "/data/hasil.json"); ok {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}

// shardOf finds the file of an id as banding.js does.
func shardOf(files map[string][]byte, kind, id string) string {
	of := 0
	for files[fmt.Sprintf("banding/%s-%d.json", kind, of)] != nil {
		of++
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	return fmt.Sprintf("banding/%s-%d.json", kind, h.Sum32()%uint32(of))
}

// TestCompareData holds what comparisons show against hasil.json.
func TestCompareData(t *testing.T) {
	for name, content := range map[string]fs.FS{"kecil": smallSite(t), "content": realContent()} {
		t.Run(name, func(t *testing.T) { checkCompareData(t, build(t, config(content))) })
	}
}

func checkCompareData(t *testing.T, files map[string][]byte) {
	type result struct {
		State  string    `json:"keadaan"`
		Rank   int       `json:"peringkat"`
		Score  string    `json:"skor"`
		Band   string    `json:"predikat"`
		Levels []*string `json:"tingkat"`
		Shares []string  `json:"sumbangan"`
	}
	compared := 0
	for _, year := range editionsOf(files) {
		rubric := decode[struct {
			Criteria []struct {
				ID string `json:"id"`
			} `json:"kriteria"`
		}](t, files, "banding/edisi-"+year+".json")
		want := decode[officialResults](t, files, year+"/data/hasil.json")
		for _, in := range want.Innovations {
			all := decode[map[string]json.RawMessage](t, files, shardOf(files, "inovasi", in.ID))
			var item struct {
				Editions map[string]result `json:"edisi"`
			}
			if err := json.Unmarshal(all[in.ID], &item); err != nil {
				t.Fatalf("%s: %v", in.ID, err)
			}
			got := item.Editions[year]
			if got.State != in.State || got.Score != value(in.Score) || got.Rank != value(in.Rank) || got.Band != value(in.Band) {
				t.Errorf("%s in %s: %+v, want %+v", in.ID, year, got, in)
			}
			levels := map[string]string{}
			for i, level := range got.Levels {
				if level != nil {
					levels[rubric.Criteria[i].ID] = *level
				}
			}
			if len(levels) != len(in.Criteria) {
				t.Errorf("%s in %s: levels %v, want %+v", in.ID, year, levels, in.Criteria)
			}
			for _, c := range in.Criteria {
				if levels[c.ID] != c.Level {
					t.Errorf("%s in %s: %s is %q, want %q", in.ID, year, c.ID, levels[c.ID], c.Level)
				}
				i := slices.IndexFunc(rubric.Criteria, func(k struct {
					ID string `json:"id"`
				}) bool {
					return k.ID == c.ID
				})
				if c.Share != nil && got.Shares[i] != *c.Share {
					t.Errorf("%s in %s: %s gives %q, want %q", in.ID, year, c.ID, got.Shares[i], *c.Share)
				}
				compared++
			}
		}
		for _, a := range want.Agencies {
			all := decode[map[string]struct {
				Editions map[string]struct {
					Reported int    `json:"dilaporkan"`
					Count    int    `json:"jumlah"`
					Total    string `json:"total"`
					Mean     string `json:"rata_rata"`
					Ranks    [3]int `json:"peringkat"`
				} `json:"edisi"`
			}](t, files, shardOf(files, "perangkat-daerah", a.ID))
			got := all[a.ID].Editions[year]
			if got.Reported != a.Reported || got.Count != a.Count || got.Total != a.Total || got.Mean != a.Mean ||
				got.Ranks != [3]int{value(a.Ranks.Count), value(a.Ranks.Total), value(a.Ranks.Mean)} {
				t.Errorf("%s in %s: %+v, want %+v", a.ID, year, got, a)
			}
			compared++
		}
		checkExplorer(t, files, year, want)
	}
	if compared < 10 {
		t.Errorf("only %d values were compared", compared)
	}
}

// value returns what a pointer points to, or the zero value.
func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// checkExplorer decodes the ranking's data as peringkat.js does.
func checkExplorer(t *testing.T, files map[string][]byte, year string, want officialResults) {
	type column struct {
		Values []string `json:"nilai"`
		Rows   string   `json:"isi"`
	}
	data := decode[struct {
		Places int `json:"desimal"`
		States []struct {
			ID   string `json:"id"`
			Rows int    `json:"n"`
		} `json:"keadaan"`
		Scores     []int64 `json:"skor"`
		Agencies   column  `json:"perangkat_daerah"`
		Taxonomies []struct {
			ID string `json:"id"`
			column
		} `json:"taksonomi"`
		Part int `json:"bagian"`
	}](t, files, year+"/peringkat/kolom.json")
	levels := decode[[]column](t, files, year+"/peringkat/tingkat.json")
	at := func(c column, i int) string {
		code := []rune(c.Rows)[i]
		if code >= 0xE000 {
			code -= 0x800
		}
		return c.Values[code-'0']
	}
	var states []string
	for _, s := range data.States {
		states = append(states, slices.Repeat([]string{s.ID}, s.Rows)...)
	}
	if len(states) != len(want.Innovations) || utf8.RuneCountInString(data.Agencies.Rows) != len(states) {
		t.Fatalf("%s: %d states and %d agencies for %d innovations", year, len(states), utf8.RuneCountInString(data.Agencies.Rows), len(want.Innovations))
	}
	units := int64(0)
	for i, in := range want.Innovations {
		names := decode[[][]string](t, files, fmt.Sprintf("%s/peringkat/nama-%d.json", year, i/data.Part+1))
		if row := names[i%data.Part]; row[0] != in.Name || row[1] != in.ID || states[i] != in.State || at(data.Agencies, i) != in.Agency {
			t.Errorf("%s, row %d: %v, %s of %s, want %+v", year, i, row, states[i], at(data.Agencies, i), in)
		}
		for _, tax := range data.Taxonomies {
			if got := at(tax.column, i); got != strings.Join(in.Terms[tax.ID], " ") {
				t.Errorf("%s: %s has %q of %s", year, in.ID, got, tax.ID)
			}
		}
		if in.Score == nil {
			if len(names[i%data.Part]) < 3 {
				t.Errorf("%s: nothing says why %s has no score", year, in.ID)
			}
			continue
		}
		if i == 0 {
			units = data.Scores[0]
		} else {
			units -= data.Scores[i]
		}
		if score := strings.Replace(*in.Score, ".", "", 1); fmt.Sprintf("%0*d", len(score), units) != score {
			t.Errorf("%s: %s has %d, want %s", year, in.ID, units, *in.Score)
		}
		for k, c := range in.Criteria {
			if got := at(levels[k], i); got != c.Level {
				t.Errorf("%s: %s has level %q of %s, want %q", year, in.ID, got, c.ID, c.Level)
			}
		}
	}
}
