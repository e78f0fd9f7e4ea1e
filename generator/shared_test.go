package generator_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	_ "image/png"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"siger/generator/award"
	"siger/generator/change"
	"siger/generator/content"
	"siger/generator/drawing"
	"siger/generator/site"
	"siger/layouts"
)

// elements returns the elements of a page that have a tag.
func elements(t *testing.T, page []byte, tag string) (list []*html.Node) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			list = append(list, n)
		}
	}
	return list
}

// TestCertificates: a certificate prints what a paper must say to be checked, and
// nothing that the edition's file does not say.
func TestCertificates(t *testing.T) {
	t.Parallel()
	files := build(t, config(os.DirFS("testdata/panjang")))
	awards := string(files["2024/penghargaan/index.html"])
	codes := map[string]string{}
	for name, data := range files {
		if !regexp.MustCompile(`^2024/penghargaan/.+/index\.html$`).MatchString(name) {
			continue
		}
		page := textOf(elements(t, data, "article")[0])
		code := regexp.MustCompile(`[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}`).FindString(page)
		if code == "" || codes[code] != "" || !strings.Contains(awards, code) {
			t.Errorf("%s has the code %q, which is wrong, also that of %q, or not on the awards page", name, code, codes[code])
		}
		codes[code] = name
		address := "https://panjang.example/situs/" + strings.TrimSuffix(name, "index.html")
		for _, want := range []string{
			address, "Kota Uji, 2 Mei 2024", "a.n. Gubernur Daerah Uji", "Sekretaris Daerah selaku", "Dr. Nama Rekaan", "Berdasarkan Keputusan Gubernur",
			"fad9 9cbb 9e8f", "Isi uji, bukan data sungguhan.",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
		qr, err := drawing.NewQR(address)
		if err != nil || !bytes.Contains(data, []byte(qr.Path)) {
			t.Errorf("%s has no QR code of its address (%v)", name, err)
		}
	}
	if len(codes) < 6 {
		t.Errorf("only %d certificates", len(codes))
	}

	// Without a seal there is no code, and without a signer no place for one.
	files = build(t, config(smallSite(t)))
	page := textOf(elements(t, files["2020/penghargaan/terbaik/kopi/index.html"], "article")[0])
	if strings.Contains(page, "Kode piagam") || strings.Contains(page, "a.n.") || !strings.Contains(page, "Hasil per 31 Desember 2020") || !strings.Contains(page, "Sekretariat Uji") {
		t.Errorf("the certificate says %s", page)
	}
	if strings.Contains(string(files["2020/penghargaan/index.html"]), "Memeriksa piagam") {
		t.Error("codes are explained where there are none")
	}
}

// TestShareImages: every page names a share image that is there, has the size that it
// says, and stays small; who holds an award has one of its own.
func TestShareImages(t *testing.T) {
	t.Parallel()
	c := config(smallSite(t))
	c.BaseURL = "https://x.id/repo/"
	files := build(t, c)
	pages := 0
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") || bytes.Contains(data, []byte(`http-equiv="refresh"`)) || strings.Contains(name, "/sematan/") {
			continue
		}
		pages++
		meta := map[string]string{}
		for _, n := range elements(t, data, "meta") {
			meta[attribute(n, "property")+attribute(n, "name")] = attribute(n, "content")
		}
		file, ok := strings.CutPrefix(meta["og:image"], "https://x.id/repo/")
		if !ok || files[file] == nil || meta["og:image:alt"] == "" || meta["twitter:card"] != "summary_large_image" {
			t.Errorf("%s: image %q, %q", name, meta["og:image"], meta["og:image:alt"])
			continue
		}
		config, format, err := image.DecodeConfig(bytes.NewReader(files[file]))
		if err != nil || format != "png" || fmt.Sprint(config.Width, config.Height) != meta["og:image:width"]+" "+meta["og:image:height"] || len(files[file]) > 80_000 {
			t.Errorf("%s: %s of %d × %d and %d bytes, %v", file, format, config.Width, config.Height, len(files[file]), err)
		}
		year, _, _ := strings.Cut(name, "/")
		if own := year == "2020" || year == "2021"; own && !strings.HasPrefix(file, year+"/") {
			t.Errorf("%s has the image %s", name, file)
		}
		if strings.HasPrefix(name, "2020/penghargaan/") && path.Base(path.Dir(name)) != "penghargaan" && path.Dir(file) != path.Dir(name) {
			t.Errorf("%s has the image %s", name, file)
		}
	}
	if pages < 30 || !bytes.Contains(files["inovasi/sehat/index.html"], []byte("/2020/penghargaan/terbaik/sehat/bagikan.png")) {
		t.Errorf("%d pages were looked at", pages)
	}
}

// TestEmbeds: badges and cards are of final editions, the code that is offered leads to
// them, and a card can stand in a frame of another site.
func TestEmbeds(t *testing.T) {
	t.Parallel()
	files := build(t, config(smallSite(t)))
	cards := 0
	for name, data := range files {
		if strings.Contains(name, "/lencana/") {
			if err := xml.Unmarshal(data, &struct{}{}); err != nil || !strings.HasPrefix(name, "2020/") {
				t.Errorf("%s: %v", name, err)
			}
		}
		if !strings.Contains(name, "/sematan/") {
			continue
		}
		cards++
		checkPage(t, name, data)
		slug := path.Base(path.Dir(name))
		if !strings.HasPrefix(name, "2020/") || files["2020/lencana/"+slug+".svg"] == nil || !bytes.Contains(data, []byte(`content="noindex"`)) ||
			!bytes.Contains(data, []byte(`rel="canonical" href="https://uji.example/inovasi/`+slug+`/"`)) {
			t.Errorf("%s:\n%s", name, data)
		}
		for _, a := range elements(t, data, "a") {
			if attribute(a, "target") != "_top" {
				t.Errorf("%s: the link to %s would open inside the frame", name, attribute(a, "href"))
			}
		}
		areas := elements(t, files["inovasi/"+slug+"/index.html"], "textarea")
		if len(areas) != 2 {
			t.Fatalf("%s offers %d codes", slug, len(areas))
		}
		found := map[string]bool{}
		for _, area := range areas {
			for _, tag := range []string{"a", "img", "iframe"} {
				for _, n := range elements(t, []byte(textOf(area)), tag) {
					u, err := url.Parse(attribute(n, "href") + attribute(n, "src"))
					if err != nil || u.Scheme != "https" || u.Host != "uji.example" {
						t.Fatalf("%s offers %v, %v", slug, u, err)
					}
					file := strings.TrimPrefix(u.Path, "/")
					if strings.HasSuffix(file, "/") {
						file += "index.html"
					}
					if files[file] == nil || tag != "a" && attribute(n, "alt")+attribute(n, "title") == "" {
						t.Errorf("%s offers a %s of %s, which is not there or has no name", slug, tag, u)
					}
					found[tag] = true
				}
			}
		}
		if len(found) != 3 {
			t.Errorf("%s offers %v", slug, found)
		}
	}
	if cards != 3 {
		t.Errorf("%d cards, want one for each rated innovation of the final edition", cards)
	}
}

// TestWins: the page of an innovation and that of its agency say which places it holds,
// the latest edition first, with the certificates of final ones; a card says the best
// place, and how many more there are.
func TestWins(t *testing.T) {
	t.Parallel()
	small := smallSite(t)
	inTwoLanguages(t, small)
	draft := small["2021/edisi.yaml"]
	small["2021/edisi.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(draft.Data), "penghargaan:\n  - {id: matang, nama: Matang, subjek: inovasi, ukuran: skor, juara: 1}\n"...)}
	files := build(t, config(small))
	wins := func(page string) (links []string) {
		for _, list := range elements(t, files[page], "ul") {
			if attribute(list, "class") != "raihan" {
				continue
			}
			for n := range list.Descendants() {
				if n.Data == "a" {
					links = append(links, strings.TrimPrefix(attribute(n, "href"), "/"))
				}
			}
		}
		return links
	}
	want := []string{
		"2021/penghargaan/#penghargaan_matang",
		"2020/penghargaan/#penghargaan_terbaik", "2020/penghargaan/terbaik/kopi/",
		"2020/penghargaan/#penghargaan_terbaik-digital", "2020/penghargaan/terbaik-digital/kopi/",
	}
	if got := wins("inovasi/kopi/index.html"); !slices.Equal(got, want) {
		t.Errorf("the innovation: %q", got)
	}
	agency := wins("perangkat-daerah/dinas-a/index.html")
	for _, link := range want {
		if !slices.Contains(agency, link) {
			t.Errorf("the agency lacks %s: %q", link, agency)
		}
	}
	for card, want := range map[string]string{
		"2020/sematan/kopi/": "Juara 1, Terbaik dan 1 penghargaan lain", "en/2020/sematan/kopi/": "1st place, Terbaik and 1 more award", "2020/sematan/baca/": "Juara 2, Terbaik",
	} {
		text := ""
		for _, p := range elements(t, files[card+"index.html"], "p") {
			if attribute(p, "class") == "raihan" {
				text = textOf(p)
			}
		}
		if text != want {
			t.Errorf("%s: %q", card, text)
		}
	}
}

// TestEmbedsAreFew: an edition of any size has badges and cards for its best only, and
// everyone who holds an award.
func TestEmbedsAreFew(t *testing.T) {
	t.Parallel()
	c, problems, err := content.Load(corpus(1200))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	standings := change.Evaluate(c).Standings
	last := standings[len(standings)-1]
	last.Edition.Status = award.Final
	data, err := layouts.Default().Open("i18n/id.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(data); err != nil {
		t.Fatal(err)
	}
	words, err := content.ParseTexts(text.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	s := site.New(c, standings, site.Options{Base: &url.URL{Scheme: "https", Host: "x.id"}, Texts: &site.Texts{Language: "id", Words: words}})
	badges, cards := map[string]bool{}, 0
	for _, o := range s.Outputs() {
		if strings.Contains(o.Path, "/lencana/") {
			badges[strings.TrimSuffix(path.Base(o.Path), ".svg")] = true
		}
		if strings.Contains(o.Path, "/sematan/") {
			cards++
		}
	}
	rated := last.Rated()
	ranked := 0
	for _, r := range rated {
		if r.Rank <= 1000 {
			ranked++
			if !badges[r.Innovation.ID] {
				t.Errorf("rank %d has no badge", r.Rank)
			}
		}
	}
	if len(rated) < 1100 || len(badges) != cards || len(badges) < ranked || len(badges) > ranked+50 {
		t.Errorf("%d rated, %d ranked down to 1000, %d badges, %d cards", len(rated), ranked, len(badges), cards)
	}
}
