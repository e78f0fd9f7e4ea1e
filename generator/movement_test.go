package generator_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"siger/generator/content"
)

// movingSite is the small site with two editions before it, whose rules and levels
// can be told apart.
func movingSite(t testing.TB) fstest.MapFS {
	t.Helper()
	site := smallSite(t)
	addFolder(t, site, "testdata/perubahan")
	return site
}

// moving returns perubahan.csv by innovation and column, and the ids in its order.
func moving(t *testing.T, data []byte) (rows map[string]map[string]string, ids []string) {
	t.Helper()
	table, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(table) < 2 {
		t.Fatal(err, len(table))
	}
	rows = map[string]map[string]string{}
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, name := range table[0] {
			row[name] = cells[i]
		}
		rows[row["id"]] = row
		ids = append(ids, row["id"])
	}
	return rows, ids
}

func whole(t *testing.T, s string) int {
	t.Helper()
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var moveParts = []string{"karena_keluar", "karena_aturan", "karena_sendiri", "karena_lain", "tidak_terpisah", "karena_pendatang"}

// TestMovementPage: what the pages say of a change of rank is what the data say, and
// that is what the two rankings say.
func TestMovementPage(t *testing.T) {
	t.Parallel()
	c := config(movingSite(t))
	c.BaseURL = "https://x.id/repo/"
	files := build(t, c)
	checkSite(t, files, c.BaseURL)
	for _, pair := range [][2]string{{"2018", "2019"}, {"2019", "2020"}, {"2020", "2021"}} {
		rows, ids := moving(t, files[pair[1]+"/data/perubahan.csv"])
		ranks := func(year string) map[string]string {
			found := map[string]string{}
			all, _ := moving(t, files[year+"/data/hasil.csv"])
			for id, row := range all {
				if row["peringkat"] != "" {
					found[id] = row["peringkat"]
				}
			}
			return found
		}
		before, after := ranks(pair[0]), ranks(pair[1])
		var both []string
		for _, id := range ids {
			row := rows[id]
			if row["peringkat_sebelum"] != before[id] || row["peringkat"] != after[id] {
				t.Errorf("%s: %s has the ranks %q and %q, not %q and %q", pair[1], id, row["peringkat_sebelum"], row["peringkat"], before[id], after[id])
			}
			delete(before, id)
			delete(after, id)
			if row["keikutsertaan"] != "keduanya" {
				continue
			}
			both = append(both, id)
			sum := 0
			for _, part := range moveParts {
				sum += whole(t, row[part])
			}
			if gained := whole(t, row["peringkat_sebelum"]) - whole(t, row["peringkat"]); sum != gained || whole(t, row["naik"]) != gained {
				t.Errorf("%s: the parts of %s add up to %d, gained %s, the ranks say %d", pair[1], id, sum, row["naik"], gained)
			}
		}
		if len(before)+len(after) > 0 || len(both) == 0 {
			t.Errorf("%s: missing %v and %v, %d in both", pair[1], before, after, len(both))
		}
		checkMovement(t, pair, files, rows, both)
	}
	if files["2018/perubahan/index.html"] != nil || files["2018/data/perubahan.csv"] != nil || bytes.Contains(files["2018/index.html"], []byte("/perubahan/")) {
		t.Error("the first edition has nothing before it")
	}
	if !slices.Contains(content.ReservedTaxonomies, "perubahan") {
		t.Error("a taxonomy could take the page's address")
	}
}

// checkMovement holds the table and the chart of an edition's page, and the pages of
// the innovations, against the data.
func checkMovement(t *testing.T, pair [2]string, files map[string][]byte, rows map[string]map[string]string, both []string) {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(files[pair[1]+"/perubahan/index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	var table, chart []string
	for n := range document.Descendants() {
		switch {
		case n.Data == "tr" && n.Parent.Data == "tbody" && strings.Contains(attribute(n.Parent.Parent, "class"), "daftar"):
			table = append(table, textOf(n))
		case n.Data == "title" && n.Parent.Data == "g":
			chart = append(chart, textOf(n))
		}
	}
	if len(table) != len(both) || len(chart) != len(both) {
		t.Fatalf("%s: %d in the data, %d in the table, %d in the chart", pair[1], len(both), len(table), len(chart))
	}
	words := map[string]string{
		"karena_keluar": "yang keluar", "karena_aturan": "aturan", "karena_sendiri": "tingkatnya sendiri",
		"karena_lain": "tingkat inovasi lain", "tidak_terpisah": "aturan dan tingkat", "karena_pendatang": "pendatang",
	}
	signed := func(n int) string { return strings.Replace(fmt.Sprintf("%+d", n), "-", "−", 1) }
	for i, id := range both {
		row := rows[id]
		want := fmt.Sprintf("%s: %s peringkat %s, %s peringkat %s", row["nama"], pair[0], row["peringkat_sebelum"], pair[1], row["peringkat"])
		if chart[i] != want {
			t.Errorf("the chart says %q, not %q", chart[i], want)
		}
		for _, part := range moveParts {
			n := whole(t, row[part])
			if says := strings.Contains(table[i], words[part]+" "+signed(n)); says != (n != 0) {
				t.Errorf("%s: the table says %q, %s is %d", id, table[i], part, n)
			}
		}
		page := string(files["inovasi/"+id+"/index.html"])
		_, section, found := strings.Cut(page, `<h3 id="riwayat-`+pair[1]+`">`)
		section, _, _ = strings.Cut(section, "<p><a ")
		split := row["tidak_dipisahkan_karena"] == ""
		if n := whole(t, row["naik"]); !found || n > 0 && !strings.Contains(section, fmt.Sprintf("naik %d: dari peringkat %s dari", n, row["peringkat_sebelum"])) ||
			n < 0 && !strings.Contains(section, fmt.Sprintf("turun %d: dari", -n)) || n == 0 && !strings.Contains(section, "Peringkatnya tetap") {
			t.Errorf("the page of %s says %q", id, section)
		}
		if strings.Contains(section, "tidak dapat dibandingkan") == split || strings.Contains(section, ">Tingkatnya sendiri<") != split {
			t.Errorf("the page of %s compares scores or does not: %q", id, section)
		}
	}
}

// TestMovementFixture: what the two editions were made for does occur in them.
func TestMovementFixture(t *testing.T) {
	t.Parallel()
	files := build(t, config(movingSite(t)))
	rows, _ := moving(t, files["2019/data/perubahan.csv"])
	for id, want := range map[string][]string{
		"kopi":  {"3", "1", "-2", "5", "-1", "0", "0"}, // its own levels, against the rules
		"gizi":  {"2", "1", "3", "0", "-1", "0", "-1"}, // the rules alone
		"peta":  {"2", "1", "", "", "", "2", "-1"},     // would not have been eligible
		"arsip": {"", "", "", "", "", "", ""},
	} {
		var got []string
		for _, name := range append([]string{"naik"}, moveParts...) {
			got = append(got, rows[id][name])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if r := rows["kopi"]; r["skor_dinilai_ulang"] != "65.00" || r["skor_karena_aturan"] != "-5.00" || r["skor_karena_sendiri"] != "25.00" || r["aturan_terendah"] != "-4" || r["aturan_tertinggi"] != "0" {
		t.Errorf("kopi: %v", r)
	}
	if rows["peta"]["tidak_dipisahkan_karena"] != "syarat" || rows["arsip"]["keikutsertaan"] != "keluar" || rows["bibit"]["keikutsertaan"] != "keluar" || rows["cepat"]["keikutsertaan"] != "pendatang" {
		t.Errorf("peta: %v", rows["peta"])
	}
	for name, want := range map[string]string{
		"2019/perubahan/index.html": "tidak memenuhi syarat “Mutu layanan”",
		"2019/metode/index.html":    "dinilai ulang dengan rubrik 2019",
		"2020/perubahan/index.html": "jadi skor kedua edisi tidak dapat dibandingkan",
		"2019/index.html":           "Perubahan sejak 2018",
		"inovasi/kopi/index.html":   "Tingkatnya yang berubah: Manfaat dari 2 ke 3; Mutu layanan dari 1 ke 2.",
		"inovasi/bibit/index.html":  "Pada 2019 inovasi ini tidak berperingkat (Tidak memenuhi syarat)",
	} {
		if !bytes.Contains(files[name], []byte(want)) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
}

// TestMovementRules: an edition that asks more than the one before is compared by the
// rules before, and one with the same rules says so.
func TestMovementRules(t *testing.T) {
	t.Parallel()
	more, same := movingSite(t), movingSite(t)
	edit := func(file *fstest.MapFile, old, replacement string) *fstest.MapFile {
		if !bytes.Contains(file.Data, []byte(old)) {
			t.Fatalf("no %q in\n%s", old, file.Data)
		}
		return &fstest.MapFile{Data: bytes.Replace(file.Data, []byte(old), []byte(replacement), 1)}
	}
	more["2019/edisi.yaml"] = edit(more["2019/edisi.yaml"], "  dasar_predikat:",
		"    - id: dampak\n      nama: Dampak\n      bobot: 50\n      tingkat: [{nilai: 0, uraian: Belum}, {nilai: 1, uraian: Ada}]\n  dasar_predikat:")
	for name := range more {
		if strings.HasPrefix(name, "2019/inovasi/") {
			more[name] = edit(more[name], "  layanan:", "  dampak: {tingkat: 1}\n  layanan:")
		}
	}
	same["2019/edisi.yaml"] = &fstest.MapFile{Data: bytes.ReplaceAll(same["2018/edisi.yaml"].Data, []byte("2018"), []byte("2019"))}
	for _, c := range []struct {
		site   fstest.MapFS
		says   []string
		silent string
	}{
		{more, []string{"Terakhir rubrik 2018 diganti dengan rubrik 2019", "Dampak", "Tingkatnya sendiri.</strong> Di antara"}, "Bobot, tingkat, syarat, dan skala kedua edisi sama"},
		{same, []string{"Bobot, tingkat, syarat, dan skala kedua edisi sama"}, "· aturan "},
	} {
		files := build(t, config(c.site))
		page := files["2019/perubahan/index.html"]
		for _, text := range c.says {
			if !bytes.Contains(page, []byte(text)) {
				t.Errorf("the page does not say %q", text)
			}
		}
		if bytes.Contains(page, []byte(c.silent)) {
			t.Errorf("the page says %q", c.silent)
		}
		rows, _ := moving(t, files["2019/data/perubahan.csv"])
		ruled := 0
		for id, row := range rows {
			if row["keikutsertaan"] != "keduanya" {
				continue
			}
			if row["tidak_dipisahkan_karena"] != "" {
				t.Errorf("%s is not split: %s", id, row["tidak_dipisahkan_karena"])
			}
			ruled += whole(t, row["karena_aturan"]) * whole(t, row["karena_aturan"])
		}
		if (ruled == 0) != (c.silent == "· aturan ") {
			t.Errorf("the rules moved %d", ruled)
		}
	}
}
