package generator_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"siger/generator"
	"siger/generator/change"
	"siger/generator/problem"
)

// TestChanges holds what a change of the small site does against what each case
// expects. A case is a txtar archive: edits and new files as in [TestProblems],
// and the printed report in one file for each of the forms that it shows: "text",
// "text.en", "markdown", "json". The edition of cases named objected-… is in its
// objection period.
func TestChanges(t *testing.T) {
	cases, err := filepath.Glob("testdata/changes/*.txtar")
	if err != nil || len(cases) < 10 {
		t.Fatalf("found %d cases (%v); want at least 10", len(cases), err)
	}
	shown := map[string]int{}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			start := smallSite
			if strings.HasPrefix(filepath.Base(name), "objected-") {
				start = objectedSite
			}
			before, after := start(t), start(t)
			applyEdits(t, after, string(archive.Comment))
			for _, f := range archive.Files {
				if strings.Contains(f.Name, "/") {
					after[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			compared, err := generator.Compare(before, after)
			if err != nil || len(compared.Before)+len(compared.After) > 0 {
				t.Fatal(compared.Before, compared.After, err)
			}
			if err := json.Unmarshal(printed(t, change.FormatJSON, "id", compared), new(any)); err != nil {
				t.Error(err)
			}
			for i, f := range archive.Files {
				if strings.Contains(f.Name, "/") {
					continue
				}
				shown[f.Name]++
				format, language, ok := strings.Cut(f.Name, ".")
				if !ok {
					language = "id"
				}
				got := printed(t, change.Format(format), problem.Language(language), compared)
				if *update {
					archive.Files[i].Data = got
				} else if string(f.Data) != string(got) {
					t.Errorf("%s: got:\n%s\nwant:\n%s", f.Name, got, f.Data)
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	for _, form := range []string{"text", "text.en", "markdown", "json"} {
		if shown[form] == 0 {
			t.Errorf("no case shows %s", form)
		}
	}
}

// printed prints a report, and looks at what must hold of every one.
func printed(t *testing.T, format change.Format, language problem.Language, c generator.Comparison) []byte {
	t.Helper()
	var out bytes.Buffer
	o := change.Output{Language: language, Root: "content", Before: "main", After: "folder kerja", Problems: len(c.Before)}
	if err := o.Write(&out, format, c.Report); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "%!") || strings.ContainsRune(out.String(), 0x1B) {
		t.Errorf("%s:\n%s", format, out.String())
	}
	for line := range strings.Lines(out.String()) {
		if format == change.FormatText && len([]rune(line)) > 81 && strings.Count(strings.TrimSpace(line), " ") > 0 {
			t.Errorf("a line has more than 80 columns: %s", line)
		}
	}
	return out.Bytes()
}

// TestLayoutIsNoChange: comments, the order of keys and the layout of files differ
// in no report.
func TestLayoutIsNoChange(t *testing.T) {
	before, after := smallSite(t), smallSite(t)
	rewrite := func(name string, change func(string) string) {
		text := change(string(after[name].Data))
		if text == string(after[name].Data) {
			t.Fatalf("%s is the same", name)
		}
		after[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name := range before {
		if strings.HasSuffix(name, ".yaml") {
			rewrite(name, func(s string) string { return "# komentar\n\n" + s + "\n# akhir\n" })
		}
	}
	for _, name := range []string{"2020/inovasi/baca.yaml", "2020/inovasi/beban.yaml", "2020/inovasi/sehat.yaml"} {
		rewrite(name, func(s string) string {
			lines := strings.Split(s, "\n")
			head, marks := lines[2:7], lines[8:11] // after the comment
			var out []string
			out = append(out, "penilaian:", marks[2], marks[1], marks[0])
			for i := range head {
				out = append(out, head[len(head)-1-i])
			}
			return strings.Join(out, "\n") + "\n"
		})
	}
	rewrite("2020/inovasi/kopi.yaml", func(s string) string {
		s = strings.Replace(s, "nama: Kopi Rakyat", "nama: 'Kopi Rakyat'", 1)
		s = strings.Replace(s, "{bentuk: pelayanan-publik, jenis: digital, urusan: [pertanian, kesehatan]}",
			"\n  urusan:\n    - kesehatan\n    - pertanian\n  jenis: digital\n  bentuk: pelayanan-publik", 1)
		return strings.Replace(s, "tujuan: |\n  Harga yang adil.", "tujuan: |\n      Harga yang adil.", 1)
	})
	rewrite("2020/edisi.yaml", func(s string) string {
		s = strings.Replace(s, "bobot: 40", "bobot: 40.0", 1)
		return strings.Replace(s, "- {nama: Sedang, mulai: 40}", "- mulai: 40.00\n      nama: Sedang", 1)
	})
	compared, err := generator.Compare(before, after)
	if err != nil || len(compared.After) > 0 {
		t.Fatal(compared.After, err)
	}
	if r := compared.Report; len(r.Editions)+len(r.Texts) > 0 {
		t.Errorf("%s", printed(t, change.FormatText, "id", compared))
	}
}

// TestProblemsBefore: what problems of the content before leave open is said, and
// the rest is compared; problems after are returned alone.
func TestProblemsBefore(t *testing.T) {
	base := smallSite(t)
	for _, c := range []struct {
		file   string
		unsure []int
	}{
		{"2021/inovasi/benih.yaml", []int{2021}},
		{"2020/edisi.yaml", []int{2020}},
		{"perangkat-daerah.yaml", []int{2021, 2020}},
		{"klasifikasi.yaml", []int{2021, 2020}},
		{"situs.yaml", nil},
		{"2020/gambar/kopi.png", nil},
		{"halaman/tentang.md", nil},
	} {
		broken := maps.Clone(base)
		broken[c.file] = &fstest.MapFile{Data: []byte("salah")}
		compared, err := generator.Compare(broken, base)
		if err != nil || len(compared.Before) == 0 || len(compared.After) > 0 {
			t.Fatalf("%s: %v, %v, %v", c.file, compared.Before, compared.After, err)
		}
		var unsure []int
		for _, e := range compared.Report.Editions {
			if e.Unsure {
				unsure = append(unsure, e.Year)
			} else {
				t.Errorf("%s: %d differs", c.file, e.Year)
			}
		}
		if len(unsure) != len(c.unsure) || compared.Report.Changed() != (len(unsure) > 0) {
			t.Errorf("%s: unsure %v, want %v", c.file, unsure, c.unsure)
		}
		text := string(printed(t, change.FormatText, "id", compared))
		if !strings.Contains(text, "Isi di main bermasalah") || strings.Contains(text, "Tidak ada perubahan peringkat") == (len(unsure) > 0) {
			t.Errorf("%s:\n%s", c.file, text)
		}
		compared, err = generator.Compare(base, broken)
		if err != nil || len(compared.After) == 0 || len(compared.Report.Editions)+len(compared.Report.Texts) > 0 {
			t.Errorf("%s after: %+v, %v", c.file, compared, err)
		}
	}
	compared, err := generator.Compare(nil, base)
	if err != nil || len(compared.Report.Editions) != 2 || compared.Report.Editions[0].Status.Before != "" {
		t.Errorf("from nothing: %+v, %v", compared, err)
	}
}

// TestHostileReport: names that authors choose stay names in Markdown and text.
func TestHostileReport(t *testing.T) {
	before, after := smallSite(t), smallSite(t)
	name := "</details> @everyone | [x](https://jahat.example) <b>x</b> `a` #1 www.jahat.example ![g](//x) <!-- siger diff --> $x$ **y**"
	applyEdits(t, after, "edit 2020/inovasi/baca.yaml\n<<<<\nnama: Baca Bersama\n====\nnama: '"+name+"'\n>>>>\nedit 2020/inovasi/baca.yaml\n<<<<\nmanfaat: {tingkat: 2}\n====\nmanfaat: {tingkat: 0}\n>>>>\n"+
		"edit 2020/edisi.yaml\n<<<<\nnama: Terbaik,\n====\nnama: '<script>@x</summary>',\n>>>>\nedit 2020/edisi.yaml\n<<<<\nnama: Sedang\n====\nnama: '| @b <i>'\n>>>>\n")
	compared, err := generator.Compare(before, after)
	if err != nil || len(compared.After) > 0 {
		t.Fatal(compared.After, err)
	}
	text := string(printed(t, change.FormatMarkdown, "id", compared))
	if !strings.Contains(text, "everyone") || !strings.Contains(text, "script") {
		t.Fatalf("the names are not there:\n%s", text)
	}
	if open, closed := strings.Count(text, "<details>"), strings.Count(text, "</details>"); open == 0 || open != closed {
		t.Errorf("%d details, %d ends", open, closed)
	}
	if strings.Count(text, "<!--") != 1 {
		t.Error("a second marker")
	}
	for _, tag := range []string{"<b>", "<i>", "<script", "@", "://", "](", " `", "www.", " #1"} {
		if strings.Contains(text, tag) {
			t.Errorf("%q is in\n%s", tag, text)
		}
	}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		if bars := strings.Count(line, "|") - strings.Count(line, `\|`); bars != 3 && bars != 4 {
			t.Errorf("a row has %d bars: %s", bars, line)
		}
	}
}

// TestLargeReport: a change of everything in a large edition fits a comment, and
// says how much is left out.
func TestLargeReport(t *testing.T) {
	before := corpus(300)
	after := maps.Clone(before)
	edition := strings.Replace(string(before["2023/edisi.yaml"].Data), "bobot: 1\n", "bobot: 9\n", 1)
	for i := range 95 {
		edition += "  - {id: terbaik-" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + ", nama: " + strings.Repeat("Terbaik ", 20) + ", subjek: inovasi, ukuran: skor, juara: 100}\n"
	}
	after["2023/edisi.yaml"] = &fstest.MapFile{Data: []byte(edition)}
	compared, err := generator.Compare(before, after)
	if err != nil || len(compared.After) > 0 {
		t.Fatal(compared.After, err)
	}
	text := string(printed(t, change.FormatMarkdown, "id", compared))
	if len(text) > 65536 || len(text) < 50000 {
		t.Errorf("%d bytes", len(text))
	}
	if !strings.HasPrefix(text, change.Marker+"\n") || !strings.Contains(text, " lagi\n") || !strings.Contains(text, "bagian lagi tidak dimuat") {
		t.Errorf("%s … %s", text[:300], text[len(text)-600:])
	}
	if strings.Count(text, "<details>") != strings.Count(text, "</details>") {
		t.Error("an open section")
	}
}
