package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"siger/generator"
	"siger/generator/content"
	"siger/generator/internal/sink"
	"siger/layouts"
)

func config(content fs.FS) generator.Config {
	return generator.Config{Content: content, Layouts: layouts.Default(), Defaults: layouts.Default()}
}

// build builds content that must have no problems.
func build(t testing.TB, c generator.Config) map[string][]byte {
	t.Helper()
	var site sink.Memory
	_, problems, err := generator.Build(c, &site)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Place(""), p.Text("id"))
	}
	if t.Failed() {
		t.FailNow()
	}
	return site.Files
}

// TestPages holds every page against the rules that hold for all of them, at the
// root of a host and in a folder of one.
func TestPages(t *testing.T) {
	for name, content := range map[string]fs.FS{"kecil": smallSite(t), "content": realContent()} {
		for _, base := range []string{"https://x.id/", "https://x.id/repo/"} {
			t.Run(name+" "+base, func(t *testing.T) {
				c := config(content)
				c.BaseURL = base
				checkSite(t, build(t, c), base)
			})
		}
	}
}

// TestReserved: no taxonomy can take the address of an edition's own pages and files.
func TestReserved(t *testing.T) {
	files := quickSite(t)
	sealEdition(t, files, "2020")
	read, _, err := content.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	free := map[string]bool{}
	for _, taxonomy := range read.Taxonomies {
		free[taxonomy.ID] = true
	}
	seen := map[string]bool{}
	for name := range build(t, config(files)) {
		year, rest, _ := strings.Cut(strings.TrimPrefix(name, "en/"), "/")
		folder, _, below := strings.Cut(rest, "/")
		if (year != "2020" && year != "2021") || !below || free[folder] {
			continue
		}
		if seen[folder] = true; !slices.Contains(content.ReservedTaxonomies, folder) {
			t.Errorf("%s: a taxonomy could have the id %s", name, folder)
		}
	}
	if len(seen) < 8 {
		t.Errorf("only %d folders: %v", len(seen), seen)
	}
}

// A page is what the checks need to know of a parsed page.
type page struct {
	ids   map[string]bool
	links []string
}

func checkSite(t *testing.T, files map[string][]byte, base string) {
	t.Helper()
	root, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]*page{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".html") {
			pages[name] = checkPage(t, name, files[name])
		}
	}
	links := 0
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		here, err := url.Parse(base + strings.TrimSuffix(name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range pages[name].links {
			u, err := here.Parse(link)
			if err != nil {
				t.Errorf("%s: link %q: %v", name, link, err)
				continue
			}
			if u.Host != root.Host {
				continue
			}
			links++
			rest, inside := strings.CutPrefix(u.Path, root.Path)
			if !inside {
				t.Errorf("%s: link %q leaves the site's folder", name, link)
				continue
			}
			target := rest
			if target == "" || strings.HasSuffix(target, "/") {
				target += "index.html"
			}
			if _, ok := files[target]; !ok {
				t.Errorf("%s: link %q leads nowhere", name, link)
			} else if p := pages[target]; u.Fragment != "" && (p == nil || !p.ids[u.Fragment]) {
				t.Errorf("%s: link %q: no such part of the page", name, link)
			}
		}
	}
	if len(pages) < 20 || links < 500 {
		t.Errorf("only %d pages with %d links were checked", len(pages), links)
	}
}

// checkPage holds one page against the rules and returns what it links to.
func checkPage(t *testing.T, name string, data []byte) *page {
	t.Helper()
	complain := func(format string, args ...any) { t.Helper(); t.Errorf(name+": "+format, args...) }
	document, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("%!")) {
		complain("a text of the interface does not fit its values")
	}
	p := &page{ids: map[string]bool{}}
	seen := map[string]int{}
	heading := 0
	for n := range document.Descendants() {
		if n.Type == html.CommentNode {
			complain("comment %q", n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		seen[n.Data]++
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				complain("<%s> has the attribute %s, which the site's own security policy forbids", n.Data, a.Key)
			}
		}
		if id, ok := attr["id"]; ok {
			if p.ids[id] {
				complain("the id %q is there twice", id)
			}
			p.ids[id] = true
		}
		switch n.Data {
		case "html":
			if want := languageOf(name); attr["lang"] != want {
				complain("lang is %q", attr["lang"])
			}
		case "h1", "h2", "h3", "h4", "h5", "h6":
			level := int(n.Data[1] - '0')
			if level > heading+1 {
				complain("<%s> %q follows a heading of level %d", n.Data, textOf(n), heading)
			}
			heading = level
			if strings.TrimSpace(textOf(n)) == "" {
				complain("<%s> is empty", n.Data)
			}
		case "a", "link":
			p.links = append(p.links, attr["href"])
			if n.Data == "a" && strings.TrimSpace(textOf(n)) == "" {
				complain("the link to %q has no text", attr["href"])
			}
			if n.Data == "link" && attr["rel"] != "canonical" && attr["hreflang"] == "" && !strings.HasPrefix(attr["href"], "/") {
				complain("<link rel=%s> leads to %q", attr["rel"], attr["href"])
			}
		case "img":
			p.links = append(p.links, attr["src"])
			if attr["alt"] == "" || !strings.HasPrefix(attr["src"], "/") {
				complain("<img src=%q alt=%q>", attr["src"], attr["alt"])
			}
		case "form":
			p.links = append(p.links, attr["action"])
		case "input", "select", "textarea":
			seen["label for "+attr["id"]]--
		case "label":
			seen["label for "+attr["for"]]++
		case "script":
			if attr["type"] == "application/ld+json" {
				if !json.Valid([]byte(textOf(n))) {
					complain("JSON-LD is not JSON: %s", textOf(n))
				}
			} else if attr["src"] == "" {
				complain("script in the page")
			} else {
				p.links = append(p.links, attr["src"])
			}
		case "iframe", "object", "embed", "base", "style":
			complain("<%s>", n.Data)
		}
	}
	for _, tag := range []string{"title", "h1", "main"} {
		if seen[tag] != 1 && !(tag == "title" && seen[tag] > 0) { // drawings have titles, too
			complain("there are %d <%s>", seen[tag], tag)
		}
	}
	for key, n := range seen {
		if strings.HasPrefix(key, "label for ") && n != 0 {
			complain("%s is not matched", key)
		}
	}
	return p
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// TestNotice: a site's notice stands on every page but the redirects.
func TestNotice(t *testing.T) {
	for name, data := range build(t, config(smallSite(t))) {
		if path.Base(name) == "index.html" && !bytes.Contains(data, []byte("http-equiv=\"refresh\"")) &&
			!bytes.Contains(data, []byte("Isi uji, bukan data sungguhan.")) {
			t.Errorf("%s lacks the notice", name)
		}
	}
}

// TestUnfinished: pages of an edition that is not final say so and stay out of
// search engines and the sitemap.
func TestUnfinished(t *testing.T) {
	files := build(t, config(smallSite(t)))
	sitemap := string(files["sitemap.xml"])
	count := 0
	for name, data := range files {
		year, _, _ := strings.Cut(name, "/")
		if !strings.HasSuffix(name, ".html") || (year != "2020" && year != "2021") {
			continue
		}
		count++
		draft := year == "2021"
		if got := bytes.Contains(data, []byte("masih draf")); got != draft {
			t.Errorf("%s says that it is a draft: %v", name, got)
		}
		if draft && !bytes.Contains(data, []byte(`<meta name="robots" content="noindex">`)) {
			t.Errorf("%s can be indexed", name)
		}
		address := "https://uji.example/" + strings.TrimSuffix(name, "index.html")
		if listed := strings.Contains(sitemap, fmt.Sprintf("<loc>%s</loc>", address)); listed && draft {
			t.Errorf("%s is in the sitemap", name)
		}
	}
	if count < 30 || !strings.Contains(sitemap, "<loc>https://uji.example/2020/metode/</loc>") {
		t.Errorf("checked %d pages; sitemap:\n%s", count, sitemap)
	}
}

// TestEditionMenu: a reader of an edition stays in it by the menu, and comes to the same
// page of another, or to the nearest above it; elsewhere the menu leads to the latest
// that is no draft.
func TestEditionMenu(t *testing.T) {
	content := smallSite(t)
	inTwoLanguages(t, content)
	files := build(t, config(content))
	menu := func(name string) (string, string) {
		page := string(files[name])
		_, list, _ := strings.Cut(page, `<nav aria-label=`)
		list, _, _ = strings.Cut(list, "</nav>")
		_, editions, _ := strings.Cut(page, `<nav class="ganti-edisi"`)
		editions, _, _ = strings.Cut(editions, "</nav>")
		return list, editions
	}
	var certificate string
	for name := range files {
		if parts := strings.Split(name, "/"); len(parts) == 5 && strings.HasPrefix(name, "2020/penghargaan/") && parts[4] == "index.html" {
			certificate = strings.TrimSuffix(name, "index.html")
		}
	}
	for _, c := range []struct{ page, other, marked string }{
		{"2020/", "2021/", ""},
		{"2021/metode/", "2020/metode/", `href="/2021/metode/" aria-current="page"`},
		{"en/2021/metode/", "en/2020/metode/", `href="/en/2021/metode/" aria-current="page"`},
		{"2020/peringkat/perangkat-daerah/", "2021/peringkat/perangkat-daerah/", `href="/2020/peringkat/" aria-current="true"`},
		{certificate, "2021/penghargaan/", `href="/2020/penghargaan/" aria-current="true"`},
		{"perangkat-daerah/", "", `href="/perangkat-daerah/" aria-current="page"`},
	} {
		list, editions := menu(c.page + "index.html")
		year, _, _ := strings.Cut(strings.TrimPrefix(c.page, "en/"), "/")
		if c.other == "" {
			year = "2020"
		}
		for _, key := range []string{"peringkat", "penghargaan", "metode", "data"} {
			if !strings.Contains(list, "/"+year+"/"+key+"/\"") {
				t.Errorf("the menu of %s does not lead to /%s/%s/", c.page, year, key)
			}
		}
		if !strings.Contains(list, c.marked) || strings.Count(list, "aria-current") != min(len(c.marked), 1) {
			t.Errorf("the menu of %s marks another item than %q:\n%s", c.page, c.marked, list)
		}
		if link := `href="/` + c.other + `"`; (c.other == "") != (editions == "") || !strings.Contains(editions, link) && c.other != "" {
			t.Errorf("the editions of %s lack %s:\n%s", c.page, link, editions)
		}
	}
}

// TestAgencies: those without an innovation come last and folded, with their number; a
// rank is out of how many, and an award with a rule of its own says so beside it.
func TestAgencies(t *testing.T) {
	files := build(t, config(smallSite(t)))
	list := string(files["perangkat-daerah/index.html"])
	with, without, folded := strings.Cut(list, "<details")
	if !folded || !strings.Contains(without, "<summary>1 perangkat daerah belum punya") ||
		strings.Contains(with, ">Dinas D<") || !strings.Contains(without, ">Dinas D<") || strings.Contains(without, ">Kabupaten C<") {
		t.Errorf("the agencies are in another order:\n%s", list)
	}
	for name, want := range map[string][]string{
		"perangkat-daerah/": {`href="/2020/peringkat/perangkat-daerah/"`},
		"2020/":             {`href="/2020/peringkat/perangkat-daerah/"`},
		"perangkat-daerah/dinas-a/": {
			`href="/2020/peringkat/perangkat-daerah/"`, `<dt>Rata-rata, dari 100</dt><dd>91,67</dd><dd class="kecil">Peringkat 1 dari 3</dd>`,
			`Paling banyak</a> <span class="redup">(berbagi tempat)</span> <span class="tanpa-cetak">· <a href="/2020/penghargaan/pd-terbanyak/dinas-a/">Piagam</a></span></li>`, `atau dibagi 2 bila inovasinya kurang dari itu. <a href="/2020/metode/#aturan">`,
		},
	} {
		for _, text := range want {
			if !strings.Contains(string(files[name+"index.html"]), text) {
				t.Errorf("%s lacks %s", name, text)
			}
		}
	}
}

// TestScales: a score says what it is out of wherever a reader meets it.
func TestScales(t *testing.T) {
	files := build(t, config(smallSite(t)))
	for name, want := range map[string]string{
		"index.html":                                       `<strong>91,67</strong> <span class="kecil">dari 100</span>`,
		"2020/peringkat/index.html":                        `<th scope="col" class="angka">Skor, dari 100</th>`,
		"2020/penghargaan/index.html":                      `<p class="kecil ukuran">rata-rata Skor, dari 100</p>`,
		"2020/penghargaan/terbaik/kopi/index.html":         `<strong>91,67</strong> dari 100</p>`,
		"2020/penghargaan/pd-terbanyak/dinas-a/index.html": `<strong>1</strong></p>`,
		"inovasi/index.html":                               `<span class="utuh">91,67 dari 100</span>`,
		"inovasi/kopi/index.html":                          `<strong>91,67</strong> dari 100 · Peringkat 1`,
	} {
		if !strings.Contains(string(files[name]), want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
}

// TestFound: what only some editions have can be found where they have it, and search
// shows which award an innovation won once that is final.
func TestFound(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{"objected": objectedSite(t), "corrected": correctedSite(t), "moving": movingSite(t)} {
		site := build(t, config(files))
		var shown []byte
		for file, data := range site {
			if strings.HasPrefix(file, "cari/isi-") {
				shown = append(shown, data...)
			}
		}
		for _, year := range []string{"2018", "2019", "2020", "2021"} {
			for _, page := range []string{"penghargaan", "perubahan", "sanggahan", "koreksi"} {
				path := year + "/" + page + "/"
				if there := site[path+"index.html"] != nil; there != bytes.Contains(shown, []byte(`"`+path+`"`)) {
					t.Errorf("%s: %s is there: %v, and the index says otherwise", name, path, there)
				}
			}
		}
		if final := name != "objected"; final != bytes.Contains(shown, []byte("· Juara 1, Terbaik (2020)")) {
			t.Errorf("%s: the award is in the index: %v", name, !final)
		}
	}
}
