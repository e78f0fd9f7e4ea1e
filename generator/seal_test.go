package generator_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/internal/sink"
	"siger/generator/problem"
	"siger/generator/seal"
	"siger/generator/store"
)

// sealEdition writes the seal of an edition, as "siger seal" does.
func sealEdition(t testing.TB, files fstest.MapFS, year string) {
	t.Helper()
	number, err := strconv.Atoi(year)
	if err != nil {
		t.Fatal(err)
	}
	s, problems, err := generator.Seal(config(files), number)
	if err != nil || len(problems) > 0 || s == nil {
		t.Fatalf("seal %s: %v %v", year, problems, err)
	}
	files[year+"/segel.json"] = &fstest.MapFile{Data: s.Now.Encode()}
}

// TestLargeSeal: a seal that is larger than any other file is a source as others are: a build that hashed it
// first finds it the same, and one that changes it is another.
func TestLargeSeal(t *testing.T) {
	t.Parallel()
	files := corpus(600)
	replaceIn(files, "2023/edisi.yaml", `(?m)^status: .*`, "status: final")
	sealEdition(t, files, "2023")
	if size := len(files["2023/segel.json"].Data); size <= 1<<20 {
		t.Fatalf("the seal has %d bytes", size)
	}
	c := config(files)
	c.Store = store.Open(t.TempDir(), "test")
	digest := func() store.Key {
		t.Helper()
		var err error
		if c.Sources, err = generator.SourcesOf(c, true); err != nil {
			t.Fatal(err)
		}
		key, known := c.Sources.Digest()
		if !known {
			t.Fatal("not all is known")
		}
		return key
	}
	before := digest()
	if _, problems, err := generator.Build(c, &sink.Memory{}); err != nil || problem.Blocking(problems) {
		t.Fatal(problems, err)
	}
	data := bytes.Clone(files["2023/segel.json"].Data)
	data[len(data)-10]++
	files["2023/segel.json"] = &fstest.MapFile{Data: data}
	if digest() == before {
		t.Error("the end of a large seal is no source")
	}
}

// rehash computes the hashes of a seal as the comment of package seal says, with no
// code of that package, and writes them into the file.
func rehash(t testing.TB, files fstest.MapFS, name string) {
	t.Helper()
	var s seal.Seal
	if err := json.Unmarshal(files[name].Data, &s); err != nil {
		t.Fatal(err)
	}
	hash := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return hex.EncodeToString(sum[:])
	}
	root := fmt.Sprintf("siger-segel 1 %d\n", s.Year)
	for i := range s.Parts {
		var lines strings.Builder
		for _, path := range slices.Sorted(maps.Keys(s.Parts[i].Fields)) {
			lines.WriteString(path + "=" + s.Parts[i].Fields[path] + "\n")
		}
		s.Parts[i].Hash = hash(lines.String())
		root += s.Parts[i].Hash + "  " + s.Parts[i].Name + "\n"
	}
	s.Root = hash(root)
	files[name] = &fstest.MapFile{Data: s.Encode()}
}

// TestRehash: the hashes are what the documentation says.
func TestRehash(t *testing.T) {
	files := smallSite(t)
	sealEdition(t, files, "2020")
	before := string(files["2020/segel.json"].Data)
	rehash(t, files, "2020/segel.json")
	if after := string(files["2020/segel.json"].Data); after != before {
		t.Errorf("recomputed by the documentation, the seal is another:\n%s", after)
	}
}

// TestSealMeaning: what does not change the meaning of a sealed edition is no
// problem, and a correction makes what it lists one no more.
func TestSealMeaning(t *testing.T) {
	level := func(files fstest.MapFS, levels string) {
		edit(t, files, "2020/inovasi/kopi.yaml", "tingkat: [1, 2], alasan", "tingkat: ["+levels+"], alasan")
	}
	record := func(change string) string {
		return "- tanggal: 2021-02-01\n  jenis: substansi\n  keputusan: Keputusan Uji 9/2021\n  alasan: Salah salin.\n  perubahan: [{" + change + "}]\n"
	}
	const at = "bagian: inovasi/kopi, isian: penilaian.manfaat.tingkat, "
	cases := map[string]func(files fstest.MapFS){
		"nothing": func(fstest.MapFS) {},
		"comment": func(files fstest.MapFS) { prepend(files, "2020/edisi.yaml", "# Catatan.\n") },
		"layout": func(files fstest.MapFS) {
			for name, f := range files {
				if content.Formats(name) {
					data, _, err := content.Format(name, f.Data)
					if err != nil || data == nil {
						t.Fatal(name, err)
					}
					files[name] = &fstest.MapFile{Data: data}
				}
			}
		},
		"order of keys": func(files fstest.MapFS) {
			edit(t, files, "2020/inovasi/kopi.yaml", "nama: Kopi Rakyat\nperangkat_daerah: dinas-a\n", "perangkat_daerah: dinas-a\nnama: Kopi Rakyat\n")
		},
		"order of terms": func(files fstest.MapFS) {
			edit(t, files, "2020/inovasi/kopi.yaml", "[pertanian, kesehatan]", "[kesehatan, pertanian]")
		},
		"order of taxonomies": func(files fstest.MapFS) {
			edit(t, files, "klasifikasi.yaml", "    - {id: digital, nama: Digital, perlu: [tautan]}\n    - {id: non-digital, nama: Non digital, perlu: [sop]}\n",
				"    - {id: non-digital, nama: Non digital, perlu: [sop]}\n    - {id: digital, nama: Digital, perlu: [tautan]}\n")
		},
		"same number": func(files fstest.MapFS) { edit(t, files, "2020/edisi.yaml", "mulai: 75.5", "mulai: 75.50") },
		"new agency": func(files fstest.MapFS) {
			files["perangkat-daerah.yaml"].Data = append(files["perangkat-daerah.yaml"].Data, "  - {id: dinas-e, nama: Dinas E, kelompok: provinsi}\n"...)
		},
		"agency that the edition does not name": func(files fstest.MapFS) { edit(t, files, "perangkat-daerah.yaml", "Dinas D", "Dinas Delta") },
		"another edition": func(files fstest.MapFS) {
			edit(t, files, "2021/inovasi/benih.yaml", "nama: ", "nama: Baru ")
		},
		"Windows": func(files fstest.MapFS) {
			files["2020/segel.json"].Data = []byte(strings.ReplaceAll(string(files["2020/segel.json"].Data), "\n", "\r\n"))
		},
		"empty ledger": func(files fstest.MapFS) { files["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte("[]\n")} },
		"correction": func(files fstest.MapFS) {
			level(files, "2, 2")
			files["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte(record(at + `dari: "1, 2", menjadi: "2, 2"`))}
		},
		"two corrections": func(files fstest.MapFS) {
			level(files, "2, 2")
			files["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte(record(at+`dari: "1, 2", menjadi: "1, 1"`) + record(at+`dari: "1, 1", menjadi: "2, 2"`))}
		},
		"correction and back": func(files fstest.MapFS) {
			files["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte(record(at+`dari: "1, 2", menjadi: "1, 1"`) + record(at+`dari: "1, 1", menjadi: "1, 2"`))}
		},
	}
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		t.Run(name, func(t *testing.T) {
			files := smallSite(t)
			sealEdition(t, files, "2020")
			cases[name](files)
			checkSound(t, files)
		})
	}
}

// TestDraftedCorrections: whatever is changed, the records that are drafted for it
// make the content sound once somebody has given the reasons.
func TestDraftedCorrections(t *testing.T) {
	judged(t)
	t.Parallel()
	for name, change := range map[string]func(files fstest.MapFS){
		"level":  func(files fstest.MapFS) { edit(t, files, "2020/inovasi/kopi.yaml", "[1, 2], alasan", "[0, 0], alasan") },
		"weight": func(files fstest.MapFS) { edit(t, files, "2020/edisi.yaml", "bobot: 30", "bobot: 31.5") },
		"band":   func(files fstest.MapFS) { edit(t, files, "2020/edisi.yaml", "    - {nama: Sedang, mulai: 40}\n", "") },
		"award":  func(files fstest.MapFS) { edit(t, files, "2020/edisi.yaml", "{id: terbaik, ", "{id: utama, ") },
		"text": func(files fstest.MapFS) {
			edit(t, files, "2020/inovasi/kopi.yaml", "  Terima kasih.", "  Terima kasih banyak.")
		},
		"deleted": func(files fstest.MapFS) { delete(files, "2020/inovasi/baca.yaml") },
		"renamed": func(files fstest.MapFS) {
			files["2020/inovasi/membaca.yaml"] = files["2020/inovasi/baca.yaml"]
			delete(files, "2020/inovasi/baca.yaml")
		},
		"agency": func(files fstest.MapFS) {
			edit(t, files, "2020/inovasi/kopi.yaml", "perangkat_daerah: dinas-a", "perangkat_daerah: dinas-d")
		},
		"picture": func(files fstest.MapFS) {
			var other bytes.Buffer
			if err := png.Encode(&other, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
				t.Fatal(err)
			}
			files["2020/gambar/kopi.png"] = &fstest.MapFile{Data: other.Bytes()}
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := smallSite(t)
			sealEdition(t, files, "2020")
			change(files)
			problems, err := generator.Check(config(files))
			if err != nil || len(problems) == 0 {
				t.Fatalf("the change was not found: %v", err)
			}
			s, problems, err := generator.Seal(config(files), 2020)
			if err != nil || len(problems) > 0 {
				t.Fatal(err, problems)
			}
			if len(s.Changes) == 0 {
				t.Fatal("no changes")
			}
			drafts := seal.Draft(award.Date{Year: 2021, Month: 3, Day: 1}, s.Changes)
			ledger := string(content.AppendCorrections(nil, drafts))
			ledger = strings.ReplaceAll(strings.ReplaceAll(ledger, "  alasan:\n", "  alasan: Salah salin.\n"), "  keputusan:\n", "  keputusan: Keputusan Uji 9/2021\n")
			files["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte(ledger)}
			checkSound(t, files)
			if formatted, _, err := content.Format("2020/koreksi.yaml", []byte(ledger)); err != nil || string(formatted) != ledger {
				t.Errorf("the drafted ledger is laid out otherwise (%v):\n%s", err, formatted)
			}
			build(t, config(files))
		})
	}
}

func checkSound(t *testing.T, files fstest.MapFS) {
	t.Helper()
	problems, err := generator.Check(config(files))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: [%s] %s", p.Place(""), p.Code, p.Text("id"))
	}
}

func edit(t *testing.T, files fstest.MapFS, name, before, after string) {
	t.Helper()
	data := string(files[name].Data)
	if strings.Count(data, before) != 1 {
		t.Fatalf("%s: %q is there %d times", name, before, strings.Count(data, before))
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(data, before, after, 1))}
}

func prepend(files fstest.MapFS, name, text string) {
	files[name] = &fstest.MapFile{Data: append([]byte(text), files[name].Data...)}
}

// correctedSite is the small site with an edition that was sealed, then corrected
// twice: a level by a decision, and a name.
func correctedSite(t testing.TB) fstest.MapFS {
	files := smallSite(t)
	sealEdition(t, files, "2020")
	replace := func(name, before, after string) {
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[name].Data), before, after, 1))}
	}
	replace("2020/inovasi/kopi.yaml", "tingkat: [1, 2], alasan", "tingkat: [0, 0], alasan")
	replace("perangkat-daerah.yaml", "nama: Dinas B", "nama: Dinas Beta")
	files["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte(`- tanggal: 2021-02-01
  jenis: substansi
  keputusan: Keputusan Uji 9/2021 <b>
  alasan: Tingkat salah salin dari berita acara.
  perubahan:
    - {bagian: inovasi/kopi, isian: penilaian.manfaat.tingkat, dari: "1, 2", menjadi: "0, 0"}
- tanggal: 2021-03-01
  jenis: redaksional
  alasan: Nama dinas berganti.
  perubahan:
    - {bagian: perangkat-daerah/dinas-b/teks, isian: nama, dari: Dinas B, menjadi: Dinas Beta}
`)}
	return files
}

// TestGoldenSealed holds what a seal and corrections add to a site against
// testdata/segel.golden.
func TestGoldenSealed(t *testing.T) {
	files := build(t, config(correctedSite(t)))
	compareGolden(t, "testdata/segel.golden", files, func(name string) bool {
		return strings.HasPrefix(name, "2020/koreksi/") || slices.Contains([]string{
			"2020/data/segel.json", "2020/data/koreksi.json", "2020/data/hasil.json", "2020/data/hasil.csv", "2020/data/datapackage.json",
			"2020/data/index.html", "inovasi/kopi/index.html", "2020/penghargaan/terbaik/sehat/index.html", "2020/penghargaan/terbaik/kopi/index.html",
		}, name)
	})
	for _, base := range []string{"https://x.id/", "https://x.id/repo/"} {
		c := config(correctedSite(t))
		c.BaseURL = base
		checkSite(t, build(t, c), base)
	}
}

// TestCorrectedPages: every page that shows results of a corrected edition says which
// of them changed, and marks those that were corrected themselves.
func TestCorrectedPages(t *testing.T) {
	small := correctedSite(t)
	maps.DeleteFunc(small, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "2021/") })
	files := build(t, config(small))
	const notice = "Edisi 2020 dikoreksi sesudah disegel, terakhir 1 Februari 2021: 3 hasil inovasi, 3 hasil perangkat daerah, dan 6 raihan penghargaan berubah."
	for _, name := range []string{
		"index.html", "2020/index.html", "2020/peringkat/index.html", "2020/peringkat/perangkat-daerah/index.html", "2020/penghargaan/index.html",
		"2020/urusan/pertanian/index.html", "perangkat-daerah/dinas-a/index.html",
	} {
		if page := string(files[name]); strings.Count(page, notice) != 1 || !strings.Contains(page, `<a href="/2020/koreksi/">Lihat koreksinya</a>`) {
			t.Errorf("%s does not say once what was corrected", name)
		}
	}
	for _, name := range []string{"index.html", "2020/index.html"} {
		if !strings.Contains(string(files[name]), ", dengan koreksi sampai 1 Februari 2021") {
			t.Errorf("%s does not say that its date is not the last", name)
		}
	}
	const mark = ">dikoreksi</span>"
	ranking := string(files["2020/peringkat/index.html"])
	if _, row, _ := strings.Cut(ranking, "Kopi Rakyat</a>"); strings.Count(ranking, mark) != 1 || strings.Index(row, mark) > strings.Index(row, "</tr>") {
		t.Error("the ranking marks others than the one that was corrected")
	}
	if !strings.Contains(string(files["2020/peringkat/kolom.json"]), `"dikoreksi":[2]`) {
		t.Errorf("the data of the ranking lacks the mark: %s", files["2020/peringkat/kolom.json"])
	}
	corrections := string(files["2020/koreksi/index.html"])
	for _, want := range []string{"Manfaat: tingkat", "penilaian.manfaat.tingkat", "1 · 2 → 0 · 0", "Juara 2</td><td>Juara 1", "Juara 1</td><td>tidak ada"} {
		if !strings.Contains(corrections, want) {
			t.Errorf("the corrections lack %q", want)
		}
	}

	wording := correctedSite(t) // the name alone
	ledger := string(wording["2020/koreksi.yaml"].Data)
	wording["2020/koreksi.yaml"] = &fstest.MapFile{Data: []byte(ledger[strings.LastIndex(ledger, "- tanggal"):])}
	wording["2020/inovasi/kopi.yaml"] = smallSite(t)["2020/inovasi/kopi.yaml"]
	for name, data := range build(t, config(wording)) {
		if bytes.Contains(data, []byte("dikoreksi sesudah disegel")) || bytes.Contains(data, []byte(mark)) {
			t.Errorf("%s says that results changed where words did", name)
		}
	}
}
