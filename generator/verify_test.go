package generator_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator/seal"
	"siger/generator/verify"
)

// publishedSite returns the corrected small site as it is published.
func publishedSite(t testing.TB) fstest.MapFS {
	files := fstest.MapFS{}
	for name, data := range build(t, config(correctedSite(t))) {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func findings(t testing.TB, files fstest.MapFS) (verify.Report, []string) {
	t.Helper()
	report, err := verify.Folder(files)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range report.Findings {
		if strings.Contains(f.Text.ID+f.Text.EN, "%!") {
			t.Errorf("%s: a text does not fit its facts: %s / %s", f.File, f.Text.ID, f.Text.EN)
		}
		found = append(found, f.File+": "+f.Text.EN)
	}
	return report, found
}

// TestVerify: a site as it was built fits, and each thing that is changed in it is
// found where it is.
func TestVerify(t *testing.T) {
	site := publishedSite(t)
	report, found := findings(t, site)
	if len(found) > 0 || len(report.Editions) != 1 || !slices.Equal(report.Unsealed, []int{2021}) {
		t.Fatalf("as it was built: %+v", report)
	}
	if e := report.Editions[0]; e.Year != 2020 || e.Innovations != 5 || e.Corrections != 2 || e.Pages < 10 {
		t.Errorf("checked %+v", e)
	}
	const data = "2020/data/"
	for _, c := range []struct{ name, file, before, after, want string }{
		{"score", data + "hasil.json", `"skor":"66.67"`, `"skor":"66.68"`, `hasil/inovasi/kopi: skor is computed as “66.67”, but written as “66.68”`},
		{"rank", data + "hasil.json", `"peringkat":3,`, `"peringkat":2,`, `hasil/inovasi/kopi: peringkat is computed as “3”`},
		{"band", data + "hasil.json", `"predikat":"Sedang"`, `"predikat":"Tinggi"`, `predikat is computed as “Sedang”`},
		{"state", data + "hasil.json", `"keadaan":"ditarik"`, `"keadaan":"dinilai"`, `inovasi/mundur: ditarik should be “ya”`},
		{"level", data + "hasil.json", `"tingkat_diberikan":[0,0]`, `"tingkat_diberikan":[0,1]`, `penilaian.manfaat.tingkat should be “0, 0” by the seal and its corrections, but is “0, 1”`},
		{"weight", data + "hasil.json", `"bobot": "40",
    "wajib"`, `"bobot": "41",
    "wajib"`, `edisi: rubrik.kriteria.kebaruan.bobot should be “40”`},
		{"places", data + "hasil.json", `"desimal": 2`, `"desimal": 99`, "not those of an edition"},
		{"winner", data + "hasil.json", `"tempat": 1,
     "id": "sehat"`, `"tempat": 2,
     "id": "sehat"`, `hasil/penghargaan/terbaik: sehat.tempat is computed as “1”`},
		{"agency", data + "hasil.json", `"dilaporkan": 2`, `"dilaporkan": 3`, `dilaporkan is computed as “2”`},
		{"root", data + "hasil.json", `"akar": "`, `"akar": "0`, "names another root hash"},
		{"twice", data + "hasil.json", `"id":"sehat","nama"`, `"id":"baca","nama"`, "“inovasi/baca” is there twice"},
		{"broken", data + "hasil.json", `"versi_skema"`, `versi_skema`, "cannot be read as results"},
		{"table", data + "hasil.csv", ",66.67,3,", ",66.67,2,", "row 4, column peringkat: “2”, but hasil.json has “3”"},
		{"column", data + "hasil.csv", ",skor,", ",nilai,", "there is no column “skor”"},
		{"agencies", data + "perangkat-daerah.csv", "dinas-b", "dinas-x", "column id: “dinas-x”"},
		{"winners", data + "penghargaan.csv", ",1,inovasi,sehat,", ",2,inovasi,sehat,", "row 2, column tempat: “2”, but hasil.json has “1”"},
		{"package", data + "datapackage.json", `"path": "koreksi.json"`, `"path": "../../../etc/passwd"`, "names “../../../etc/passwd”"},
		{"seal", data + "segel.json", `"skor": "91.67"`, `"skor": "66.67"`, "does not fit its hashes"},
		{"seal's form", data + "segel.json", `"tahun": 2020`, `"tahun":  2020`, "not a seal as Siger writes it"},
		{"correction", data + "koreksi.json", `"dari": "1, 2"`, `"dari": "1, 1"`, "correction 1 does not apply to penilaian.manfaat.tingkat of inovasi/kopi"},
		{"correction's seal", data + "koreksi.json", `"akar": "`, `"akar": "0`, "not about this seal"},
		{"correction's form", data + "koreksi.json", `"alasan": "Nama`, `"x": 1, "alasan": "Nama`, "not corrections as Siger writes them"},
		{"edition", "2020/index.html", "02ee 92a9 e3ec", "02ee 92a9 e3ed", "does not print the fingerprint"},
		{"certificate", "2020/penghargaan/terbaik/sehat/index.html", "02ee 92a9 e3ec", "", "the certificate does not print"},
		{"certificate's code", "2020/penghargaan/terbaik/sehat/index.html", sealedCode(t, site, "terbaik", "sehat"), "333-333-333", "the certificate does not print the code"},
		{"revoked certificate", "2020/penghargaan/terbaik/kopi/index.html", "tidak berlaku lagi", "02ee 92a9 e3ec", "no longer valid"},
		{"page", "inovasi/kopi/index.html", "66,67", "91,67", "the page does not print the score 66,67"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := maps.Clone(site)
			if !bytes.Contains(files[c.file].Data, []byte(c.before)) {
				t.Fatalf("%s has no %q:\n%s", c.file, c.before, files[c.file].Data)
			}
			files[c.file] = &fstest.MapFile{Data: bytes.ReplaceAll(files[c.file].Data, []byte(c.before), []byte(c.after))}
			if _, found := findings(t, files); !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, c.file) && strings.Contains(f, c.want) }) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if strings.HasPrefix(name, data) && !strings.Contains(name, "kamus") || bytes.Contains(site[name].Data, []byte("02ee 92a9 e3ec")) {
			files := maps.Clone(site)
			delete(files, name)
			if _, found := findings(t, files); len(found) == 0 {
				t.Errorf("that %s is missing was not found", name)
			}
		}
	}
}

// sealedCode returns the code of a first place with its value, from the seal of 2020.
func sealedCode(t *testing.T, site fstest.MapFS, awardID, id string) string {
	t.Helper()
	s, err := seal.Decode(site["2020/data/segel.json"].Data)
	if err != nil {
		t.Fatal(err)
	}
	return s.Code(awardID, id, 1, s.Result("inovasi/" + id)["skor"])
}

// FuzzVerify: no published file makes verify fail, or the whole site fit when its
// results say something else.
func FuzzVerify(f *testing.F) {
	judged(f)
	site := publishedSite(f)
	for _, name := range []string{"hasil.json", "koreksi.json", "segel.json", "hasil.csv", "datapackage.json"} {
		f.Add(name, site["2020/data/"+name].Data)
	}
	f.Add("hasil.json", []byte(`{"rubrik":{"desimal":-1,"kriteria":[{"id":"a","tingkat":[{"nilai":-9}]}]},"inovasi":[{"id":"../x","skor":"1"},{"id":"\n"}]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		files := maps.Clone(site)
		files["2020/data/"+name] = &fstest.MapFile{Data: data}
		findings(t, files)
	})
}

// TestVerifyLanguages: the pages of a further language are checked as theirs, and a
// site in English alone prints its scores in English.
func TestVerifyLanguages(t *testing.T) {
	content := correctedSite(t)
	inTwoLanguages(t, content)
	site := fstest.MapFS{}
	for name, data := range build(t, config(content)) {
		site[name] = &fstest.MapFile{Data: data}
	}
	if _, found := findings(t, site); len(found) > 0 {
		t.Fatalf("as it was built: %q", found)
	}
	page := "en/inovasi/kopi/index.html"
	text := strings.ReplaceAll(string(site[page].Data), "66.67", "66.68")
	if text == string(site[page].Data) {
		t.Fatal("the score is not where it was")
	}
	site[page] = &fstest.MapFile{Data: []byte(text)}
	if _, found := findings(t, site); len(found) != 1 || !strings.HasPrefix(found[0], page) {
		t.Errorf("another score in an English page: %q", found)
	}
	english := correctedSite(t)
	english["situs.yaml"] = &fstest.MapFile{Data: bytes.Replace(english["situs.yaml"].Data, []byte("bahasa: id"), []byte("bahasa: en"), 1)}
	site = fstest.MapFS{}
	for name, data := range build(t, config(english)) {
		site[name] = &fstest.MapFile{Data: data}
	}
	if _, found := findings(t, site); len(found) > 0 {
		t.Errorf("a site in English: %q", found)
	}
}
