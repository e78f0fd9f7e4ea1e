package generator_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/problem"
	"siger/generator/store"
)

// objectedSite is the small site with an edition in its objection period.
func objectedSite(t testing.TB) fstest.MapFS {
	t.Helper()
	edits, err := os.ReadFile("testdata/sanggah.edit")
	if err != nil {
		t.Fatal(err)
	}
	return edited(t, string(edits))
}

var objected = flag.String("objected", "", "folder that takes the content of TestObjections, for a browser")

// TestObjections: what an edition in its objection period looks like.
func TestObjections(t *testing.T) {
	site := objectedSite(t)
	if *objected != "" {
		if err := os.CopyFS(*objected, site); err != nil {
			t.Fatal(err)
		}
	}
	files := build(t, config(site))
	pages := []string{"2020/sanggahan/index.html", "inovasi/baca/index.html", "atom.xml"}
	compareGolden(t, "testdata/sanggah.golden", files, func(name string) bool { return slices.Contains(pages, name) })
	for name := range files {
		if strings.HasPrefix(name, "2020/penghargaan/terbaik/") {
			t.Errorf("%s is made before the results are final", name)
		}
	}
	for _, name := range []string{"2020/index.html", "2020/peringkat/index.html", "inovasi/baca/index.html", "index.html"} {
		if !bytes.Contains(files[name], []byte("masa sanggah, 1–10 Desember 2020.")) {
			t.Errorf("%s does not say until when objections are taken", name)
		}
	}
	var data struct {
		Edition struct {
			Hearing map[string]string `json:"sanggah"`
		} `json:"edisi"`
		Innovations []struct {
			ID         string           `json:"id"`
			Objections []map[string]any `json:"sanggahan"`
		} `json:"inovasi"`
	}
	if err := json.Unmarshal(files["2020/data/hasil.json"], &data); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, in := range data.Innovations {
		counts[in.ID] = len(in.Objections)
	}
	if data.Edition.Hearing["selesai"] != "2020-12-10" || counts["baca"] != 2 || counts["kopi"] != 1 || counts["sehat"] != 0 {
		t.Errorf("%+v, %v", data.Edition, counts)
	}
}

// TestNoHearing: an edition without an objection period has no trace of one.
func TestNoHearing(t *testing.T) {
	files := build(t, config(smallSite(t)))
	if files["2020/sanggahan/index.html"] != nil || bytes.Contains(files["inovasi/baca/index.html"], []byte("anggah")) {
		t.Error("there is an objection period")
	}
}

// TestFinalHearing: once the results are decided, the page stays and takes no more
// objections.
func TestFinalHearing(t *testing.T) {
	small := objectedSite(t)
	applyEdits(t, small, "edit 2020/edisi.yaml\n<<<<\nstatus: masa-sanggah\n====\nstatus: final\n>>>>\nedit 2020/edisi.yaml\n<<<<\nselesai: 2020-12-10}\n====\nselesai: 2020-12-10, ditetapkan: 2020-12-20, keputusan: Keputusan Uji 9/2020}\n>>>>\n"+
		"edit 2020/inovasi/baca.yaml\n<<<<\n    putusan: diproses\n====\n    putusan: ditolak\n    diputus: 2020-12-11\n    alasan: Berbeda cara kerjanya.\n>>>>\n")
	files := build(t, config(small))
	page := string(files["2020/sanggahan/index.html"])
	for _, want := range []string{"20 Desember 2020", "Keputusan Uji 9/2020", "Berbeda cara kerjanya", "Tingkatnya tetap"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, name := range []string{"2020/sanggahan/index.html", "inovasi/baca/index.html"} {
		if bytes.Contains(files[name], []byte("Ajukan sanggahan")) {
			t.Errorf("%s takes objections", name)
		}
	}
}

// TestObjectionLinks: each criterion leads to a form that is filled in, as far as
// the repository's software can do that.
func TestObjectionLinks(t *testing.T) {
	for kind, want := range map[string]string{
		"github":    "/uji/isi/issues/new template=sanggahan.yml inovasi=Baca Bersama (2020/inovasi/baca.yaml) kriteria=Manfaat (manfaat) nilai=2 commit=" + fmt.Sprintf("%040d", 1),
		"gitlab":    "/uji/isi/-/issues/new issue[title]=Sanggahan 2020: Baca Bersama, Manfaat",
		"gitea":     "/uji/isi/issues/new title=Sanggahan 2020: Baca Bersama, Manfaat",
		"bitbucket": "/kontak",
	} {
		files := objectedSite(t)
		before, _, _ := strings.Cut(string(files["situs.yaml"].Data), "repositori:")
		files["situs.yaml"] = &fstest.MapFile{Data: []byte(before + "repositori: {url: https://git.example/uji/isi, jenis: " + kind + ", cabang: main, folder: content}\n")}
		c := config(files)
		c.Source = pastOf(files)
		found := false
		for _, link := range pageLinks(t, build(t, c)["inovasi/baca/index.html"]) {
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: %v", kind, err)
				continue
			}
			path, fields, _ := strings.Cut(want, " ")
			fits := u.Path == path
			for field := range strings.SplitSeq(strings.NewReplacer(" inovasi=", "\n", " kriteria=", "\n", " nilai=", "\n", " commit=", "\n").Replace(fields), "\n") {
				_, value, _ := strings.Cut(field, "=")
				if value == "" {
					value = field
				}
				holds := false
				for _, values := range u.Query() {
					holds = holds || strings.Contains(values[0], value)
				}
				fits = fits && (holds || field == "")
			}
			found = found || fits
		}
		if !found {
			t.Errorf("%s: no link to %s", kind, want)
		}
	}
}

// pageLinks returns the addresses of a page's links.
func pageLinks(t *testing.T, page []byte) (links []string) {
	t.Helper()
	for part := range strings.SplitSeq(string(page), `href="`) {
		address, _, ok := strings.Cut(part, `"`)
		if ok {
			links = append(links, strings.ReplaceAll(address, "&amp;", "&"))
		}
	}
	return links[1:]
}

// TestLedgerIsJudged: whether an objection's levels must be the present ones depends on a ledger of
// corrections, so an innovation that was kept beside one is judged again without it.
func TestLedgerIsJudged(t *testing.T) {
	site := objectedSite(t)
	const baca, ledger = "2020/inovasi/baca.yaml", "2020/koreksi.yaml"
	site[baca] = &fstest.MapFile{Data: bytes.Replace(site[baca].Data, []byte("manfaat: {tingkat: 2}"), []byte("manfaat: {tingkat: 1}"), 1)}
	c := config(site)
	for _, kept := range []*store.Store{store.Open(t.TempDir(), "uji"), store.InMemory()} {
		for _, corrected := range []bool{true, false, true} {
			delete(site, ledger)
			if corrected {
				site[ledger] = &fstest.MapFile{Data: []byte("[]\n")}
			}
			c.Store = nil
			want, err := generator.Check(c)
			if err != nil {
				t.Fatal(err)
			}
			if corrected == slices.ContainsFunc(want, func(p problem.Problem) bool { return p.File == baca }) {
				t.Fatalf("with a ledger %v: %v", corrected, want)
			}
			c.Store = kept
			if got, err := generator.Check(c); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("with a ledger %v: %v %v, want %v", corrected, got, err, want)
			}
		}
	}
}

// TestObjectionWays: what the page says of how to object is true of its link.
func TestObjectionWays(t *testing.T) {
	const web, mail = "kontak: {nama: Kontak, tautan: https://uji.example/kontak}\n", "kontak: {nama: Kontak, tautan: \"mailto:kantor@uji.go.id\"}\n"
	repository := func(kind string) string {
		return "repositori: {url: https://git.example/uji/isi, jenis: " + kind + ", cabang: main, folder: content}\n"
	}
	const filled, asks = "terisi sendiri.", "tidak terisi sendiri."
	for settings, want := range map[string]struct{ words, link string }{
		web + repository("github"):     {filled, "https://git.example/"},
		mail + repository("gitlab"):    {filled, "https://git.example/"},
		repository("gitea"):            {filled, "https://git.example/"},
		mail + repository("bitbucket"): {filled, "mailto:"},
		web + repository("bitbucket"):  {asks, "https://uji.example/kontak"},
		mail:                           {filled, "mailto:"},
		web:                            {asks, "https://uji.example/kontak"},
		"":                             {"kepada penyelenggara: Sekretariat Uji.", ""},
	} {
		files := objectedSite(t)
		before, _, _ := strings.Cut(string(files["situs.yaml"].Data), "kontak:")
		files["situs.yaml"] = &fstest.MapFile{Data: []byte(before + settings)}
		checkSound(t, files)
		site := build(t, config(files))
		page := string(site["2020/sanggahan/index.html"])
		_, how, _ := strings.Cut(page, "Cara menyanggah</h2>")
		how, _, _ = strings.Cut(how, "</section>")
		asking := strings.Contains(how, asks)
		if !strings.Contains(how, want.words) || asking != (want.words == asks) || !strings.Contains(how, want.link) || strings.Contains(how, "href=") != (want.link != "") {
			t.Errorf("with %q the page says %s", settings, how)
		}
		receipt := string(site["inovasi/baca/index.html"])
		if strings.Contains(receipt, "Ajukan sanggahan") != (want.link != "") {
			t.Errorf("with %q the receipt offers what is not there", settings)
		}
		if want.link != "mailto:" {
			continue
		}
		found := false
		for _, link := range pageLinks(t, site["inovasi/baca/index.html"]) {
			if u, err := url.Parse(link); err == nil && u.Opaque == "kantor@uji.go.id" {
				subject, body := u.Query().Get("subject"), u.Query().Get("body")
				found = found || subject == "Sanggahan 2020: Baca Bersama, Manfaat" && !strings.Contains(u.RawQuery, "+") &&
					strings.HasPrefix(body, "Inovasi: Baca Bersama (2020/inovasi/baca.yaml)\r\nKriteria: Manfaat (manfaat)\r\nTingkat sekarang: 2\r\n")
			}
		}
		if !found {
			t.Errorf("with %q no message is filled in", settings)
		}
	}
}
