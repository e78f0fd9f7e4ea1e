package generator_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"siger/generator"
	"siger/generator/content"
)

// TestRobustnessPage: the official notice comes first, and the chart says what the
// table and the data say.
func TestRobustnessPage(t *testing.T) {
	files := build(t, config(realContent()))
	page := files["2021/ketahanan/index.html"]
	var data struct {
		Entries []struct {
			ID   string `json:"id"`
			Rank int    `json:"peringkat"`
			P5   int    `json:"persentil_5"`
			P95  int    `json:"persentil_95"`
		} `json:"inovasi"`
	}
	if err := json.Unmarshal(files["2021/data/ketahanan.json"], &data); err != nil || len(data.Entries) < 20 {
		t.Fatal(err, len(data.Entries))
	}
	document, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var table, chart []string
	for n := range document.Descendants() {
		switch {
		case n.Data == "table" && strings.Contains(attribute(n, "class"), "daftar"):
			for row := range n.Descendants() {
				if row.Data == "strong" {
					table = append(table, textOf(row))
				}
			}
		case n.Data == "title" && n.Parent.Data == "g":
			chart = append(chart, textOf(n))
		}
	}
	if len(table) != len(data.Entries) || len(chart) != len(table) {
		t.Fatalf("%d in the data, %d in the table, %d in the chart", len(data.Entries), len(table), len(chart))
	}
	for i, e := range data.Entries {
		low, high := strconv.Itoa(e.P5), strconv.Itoa(e.P95)
		if want := strings.Join(slices.Compact([]string{low, high}), "–"); table[i] != want {
			t.Errorf("%s: %q in the table, %q in the data", e.ID, table[i], want)
		}
		if want := "peringkat resmi " + strconv.Itoa(e.Rank) + ", rentang " + low + " sampai " + high + ","; !strings.Contains(chart[i], want) {
			t.Errorf("%s: the chart says %q, not %q", e.ID, chart[i], want)
		}
		line := "di antara " + low + " dan " + high + "."
		if low == high {
			line = "hampir selalu " + low + "."
		}
		if !bytes.Contains(files["inovasi/"+e.ID+"/index.html"], []byte(line)) {
			t.Errorf("the page of %s does not say %q", e.ID, line)
		}
	}
	notice, first := bytes.Index(page, []byte("Halaman ini bukan hasil resmi")), bytes.Index(page, []byte("<table"))
	if notice < 0 || notice > first {
		t.Error("the notice does not come first")
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestRobustnessSetting: an edition without draws has no page, no data and no link
// to them; other editions keep theirs, drafts included.
func TestRobustnessSetting(t *testing.T) {
	site := smallSite(t)
	edition := site["2020/edisi.yaml"]
	site["2020/edisi.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(edition.Data), "ketahanan: {tarikan: 0}\n"...)}
	files := build(t, config(site))
	if files["2021/ketahanan/index.html"] == nil || files["2021/data/ketahanan.csv"] == nil {
		t.Error("the other edition lost its page")
	}
	for name, data := range files {
		if strings.HasPrefix(name, "2020/ketahanan") || strings.HasPrefix(name, "2020/data/ketahanan") {
			t.Errorf("%s is there", name)
		}
		if bytes.Contains(data, []byte("2020/ketahanan/")) || bytes.Contains(data, []byte("2020/data/ketahanan")) {
			t.Errorf("%s leads to the page", name)
		}
	}
	site["2020/edisi.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(edition.Data), "ketahanan: {variasi: 10}\n"...)}
	if page := build(t, config(site))["2020/ketahanan/index.html"]; !bytes.Contains(page, []byte("hingga 10\u00a0%")) || !bytes.Contains(page, []byte("sebanyak 10.000 kali")) {
		t.Error("the setting and the default do not show")
	}
	site["2020/edisi.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(edition.Data), "ketahanan: {variasi: 91, tarikan: 100001}\n"...)}
	problems, err := generator.Check(config(site))
	if err != nil || len(problems) != 2 || problems[0].Field != "ketahanan.variasi" || problems[1].Field != "ketahanan.tarikan" {
		t.Errorf("%v %v", problems, err)
	}
	if !slices.Contains(content.ReservedTaxonomies, "ketahanan") {
		t.Error("a taxonomy could take the page's address")
	}
}
