package generator_test

import (
	"bytes"
	"encoding/xml"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"siger/generator"
	"siger/generator/content"
	"siger/layouts"
)

// languageOf returns the language of a page by its address.
func languageOf(name string) string {
	if strings.HasPrefix(name, "en/") {
		return "en"
	}
	return "id"
}

// inTwoLanguages gives a small site English pages, and one page of its own in English.
func inTwoLanguages(t testing.TB, files fstest.MapFS) {
	t.Helper()
	before := string(files["situs.yaml"].Data)
	after := strings.Replace(before, "bahasa: id\n", "bahasa: [id, en]\n", 1)
	if before == after {
		t.Fatal("the language is not where it was")
	}
	files["situs.yaml"] = &fstest.MapFile{Data: []byte(after)}
	files["halaman/en/news.md"] = &fstest.MapFile{Data: []byte("---\njudul: News\nringkasan: In English alone.\n---\nSee the [method](/2020/metode/#kriteria).\n")}
}

// bilingual are the sites that the tests below look at.
func bilingual(t testing.TB) map[string]fs.FS {
	small := smallSite(t)
	inTwoLanguages(t, small)
	sealEdition(t, small, "2020")
	small["halaman/en/tentang.md"] = &fstest.MapFile{Data: []byte("---\njudul: About\nringkasan: What this is.\n---\nThe [method](/2020/metode/).\n")}
	return map[string]fs.FS{"kecil": small, "content": realContent()}
}

// TestTwins: every page is there in each language, and says where: the addresses lead
// somewhere, agree with each other and with the sitemap, and the switch keeps the page.
func TestTwins(t *testing.T) {
	judged(t)
	t.Parallel()
	for name, content := range bilingual(t) {
		c := config(content)
		c.BaseURL = "https://x.id/repo/"
		files := build(t, c)
		sitemap := alternatesOfSitemap(t, files["sitemap.xml"])
		pages, alone := 0, []string{}
		for _, file := range slices.Sorted(maps.Keys(files)) {
			if !strings.HasSuffix(file, ".html") || bytes.Contains(files[file], []byte(`http-equiv="refresh"`)) || strings.Contains(file, "/sematan/") {
				continue // a card's only address is the innovation's page
			}
			pages++
			address := strings.TrimSuffix(file, "index.html")
			plain := strings.TrimPrefix(address, "en/")
			links := languageLinks(t, files[file])
			want := map[string]string{"id": c.BaseURL + plain, "en": c.BaseURL + "en/" + plain, "x-default": c.BaseURL + plain}
			_, both := files["en/"+plain+"index.html"]
			if _, id := files[plain+"index.html"]; !both || !id {
				alone = append(alone, address)
				if len(links.alternates) > 0 {
					t.Errorf("%s: %s has no twin but says %v", name, file, links.alternates)
				}
				continue
			}
			if !maps.Equal(links.alternates, want) {
				t.Errorf("%s: %s says %v", name, file, links.alternates)
			}
			if links.canonical != c.BaseURL+address {
				t.Errorf("%s: the canonical address of %s is %s", name, file, links.canonical)
			}
			other := map[string]string{"id": "en", "en": "id"}[languageOf(file)]
			if got := links.twins[other]; "https://x.id"+got != want[other] {
				t.Errorf("%s: %s leads to %q in the other language", name, file, got)
			}
			if listed, ok := sitemap[c.BaseURL+address]; ok && !maps.Equal(listed, want) {
				t.Errorf("%s: the sitemap says %v of %s", name, listed, file)
			}
		}
		if pages < 60 || len(sitemap) < 20 {
			t.Errorf("%s: only %d pages, %d in the sitemap", name, pages, len(sitemap))
		}
		expected := map[string][]string{"kecil": {"404.html", "en/halaman/news/"}, "content": {"404.html", "halaman/panduan/"}}[name]
		if !slices.Equal(alone, expected) {
			t.Errorf("%s: pages without a twin: %v", name, alone)
		}
	}
}

type links struct {
	canonical         string
	alternates, twins map[string]string // by language
}

func languageLinks(t *testing.T, data []byte) links {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	found := links{alternates: map[string]string{}, twins: map[string]string{}}
	for n := range document.Descendants() {
		attr := attributes(n)
		switch {
		case n.Data == "link" && attr["rel"] == "canonical":
			found.canonical = attr["href"]
		case n.Data == "link" && attr["hreflang"] != "":
			found.alternates[attr["hreflang"]] = attr["href"]
		case n.Data == "a" && attr["class"] == "ke-bahasa" && attr["lang"] == attr["hreflang"]:
			found.twins[attr["hreflang"]] = attr["href"]
		}
	}
	return found
}

func attributes(n *html.Node) map[string]string {
	list := make(map[string]string, len(n.Attr))
	for _, a := range n.Attr {
		list[a.Key] = a.Val
	}
	return list
}

func alternatesOfSitemap(t *testing.T, data []byte) map[string]map[string]string {
	t.Helper()
	var sitemap struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Language string `xml:"hreflang,attr"`
				Href     string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(data, &sitemap); err != nil {
		t.Fatal(err)
	}
	list := map[string]map[string]string{}
	for _, u := range sitemap.URLs {
		list[u.Loc] = map[string]string{}
		for _, l := range u.Links {
			list[u.Loc][l.Language] = l.Href
		}
	}
	return list
}

// Words that no text of the other language goes without for long.
var functionWords = map[string]*regexp.Regexp{
	"id": regexp.MustCompile(`(?i)\b(yang|dan|dengan|untuk|dari|pada|tidak|adalah|atau|belum|semua|bila|agar|oleh|sebagai|menurut|edisi|halaman|peringkat|kriteria)\b`),
	"en": regexp.MustCompile(`(?i)\b(the|of|and|with|from|this|that|which|are|was|innovations|agencies|rank|criteria)\b`),
}

// codes are values of the data, such as belum-dinilai, which English texts name.
var codes = regexp.MustCompile(`[a-z]+(-[a-z]+)+`)

// TestNoOtherLanguage walks the pages of both languages: outside of what says that it
// is in another language there is no word of that language, no text of the other
// catalogue and no name from the content; and no mark is left in any file.
func TestNoOtherLanguage(t *testing.T) {
	judged(t)
	t.Parallel()
	catalogue := onlyOneLanguage(t)
	sites := bilingual(t)
	for name, site := range map[string]fstest.MapFS{"sanggah": objectedSite(t), "perubahan": movingSite(t)} {
		inTwoLanguages(t, site)
		sites[name] = site
	}
	for name, content := range sites {
		names := contentNames(t, content)
		texts, marked := 0, 0
		files := build(t, config(content))
		for _, file := range slices.Sorted(maps.Keys(files)) {
			data := files[file]
			if strings.HasSuffix(file, ".png") {
				continue
			}
			if bytes.ContainsAny(data, "\x02\x03") && !strings.HasPrefix(file, "aset/") && !strings.Contains(file, "gambar/") ||
				bytes.Contains(data, []byte(`%02`)) || bytes.Contains(data, []byte(`%03`)) || bytes.Contains(data, []byte(`\u0002`)) {
				t.Errorf("%s: a mark is left in %s", name, file)
			}
			if !strings.HasSuffix(file, ".html") {
				continue
			}
			here := languageOf(file)
			other := map[string]string{"id": "en", "en": "id"}[here]
			document, err := html.Parse(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			walkLanguages(document, "", func(n *html.Node, language string) {
				if n.Type == html.ElementNode {
					for key, value := range attributes(n) {
						if language == here && catalogue[other][value] && (key == "aria-label" || key == "title" || strings.HasPrefix(key, "data-") && key != "data-jenis" && key != "data-kata") {
							t.Errorf("%s: %s: <%s %s=%q>", name, file, n.Data, key, value)
						}
					}
					return
				}
				text := strings.TrimSpace(n.Data)
				if !strings.ContainsFunc(text, unicode.IsLetter) {
					return
				}
				texts++
				if language == other {
					marked++
				}
				if language != here || slices.Contains([]string{"script", "title", "code"}, n.Parent.Data) {
					return
				}
				if catalogue[other][text] {
					t.Errorf("%s: %s: a text of the other language: %q", name, file, text)
				}
				if word := functionWords[other].FindString(codes.ReplaceAllString(text, "")); word != "" {
					t.Errorf("%s: %s: %q in %q", name, file, word, text)
				}
				if i := slices.IndexFunc(names, func(name string) bool { return strings.Contains(text, name) }); here == "en" && i >= 0 {
					t.Errorf("%s: %s: %q in %q", name, file, names[i], text)
				}
			})
		}
		if texts < 5000 || marked < 1000 {
			t.Errorf("%s: only %d texts, %d in another language", name, texts, marked)
		}
	}
}

// walkLanguages calls visit for each node with the language that it is in.
func walkLanguages(n *html.Node, language string, visit func(n *html.Node, language string)) {
	if n.Type == html.ElementNode {
		if said := attributes(n)["lang"]; said != "" {
			language = said
		}
	}
	if n.Type == html.ElementNode || n.Type == html.TextNode {
		visit(n, language)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walkLanguages(c, language, visit)
	}
}

// onlyOneLanguage returns the texts without values that the other catalogue does not
// have as well, by language.
func onlyOneLanguage(t *testing.T) map[string]map[string]bool {
	t.Helper()
	all := map[string]map[string]string{}
	for _, language := range content.Languages {
		data, err := fs.ReadFile(layouts.Default(), "i18n/"+language+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if all[language], err = content.ParseTexts(data); err != nil {
			t.Fatal(err)
		}
	}
	list := map[string]map[string]bool{}
	for language, words := range all {
		list[language] = map[string]bool{}
		for _, text := range words {
			list[language][text] = true
		}
	}
	for text := range list["id"] {
		if list["en"][text] {
			delete(list["id"], text)
			delete(list["en"], text)
		}
	}
	return list
}

// contentNames returns names that the content gives to things. Those of one word can
// be words of English, too.
func contentNames(t *testing.T, files fs.FS) (names []string) {
	t.Helper()
	c, _, err := content.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	add := func(name string) {
		if strings.Contains(name, " ") {
			names = append(names, name)
		}
	}
	for _, a := range c.Agencies {
		add(a.Name)
	}
	for _, taxonomy := range c.Taxonomies {
		for _, term := range taxonomy.Terms {
			add(term.Name)
		}
	}
	for _, e := range c.Editions {
		add(e.Name)
		for i := range e.Rubric.Criteria {
			add(e.Rubric.Criteria[i].Name)
		}
		for i := range e.Awards {
			add(e.Awards[i].Name)
		}
		for _, in := range e.Innovations {
			add(in.Name)
		}
	}
	return names
}

// TestContentLanguage: what the content says stays as it is in a site in one language;
// the content's language can be English, and broken content is not judged by a
// language that it does not have.
func TestContentLanguage(t *testing.T) {
	t.Parallel()
	languages := func(value string) fstest.MapFS {
		files := smallSite(t)
		text := strings.Replace(string(files["situs.yaml"].Data), "bahasa: id", "bahasa: "+value, 1)
		files["situs.yaml"] = &fstest.MapFile{Data: []byte(text)}
		return files
	}
	english := build(t, config(languages("en")))
	if page := string(english["2020/metode/index.html"]); !strings.Contains(page, `<html lang="en"`) || !strings.Contains(page, "Award rules") || strings.Contains(page, "hreflang") {
		t.Errorf("a site in English alone: %s", page[:1000])
	}
	if results := string(english["2020/data/hasil.json"]); !strings.Contains(results, "A withdrawn innovation") {
		t.Error("the data of a site in English are not")
	}
	one, list := build(t, config(languages("id"))), build(t, config(languages("[id]")))
	if !maps.EqualFunc(one, list, bytes.Equal) {
		t.Error("a list of one language makes another site than the language alone")
	}
	both := languages("[id, en]")
	two := build(t, config(both))
	for name, data := range one {
		if !strings.HasSuffix(name, ".html") && name != "sitemap.xml" && name != "_headers" && !bytes.Equal(data, two[name]) {
			t.Errorf("%s differs in a site of two languages", name)
		}
	}
	for _, broken := range []string{"[]", "[id, id]", "fr", "[id, fr]", "[fr, en]", "id\nterjemahan: {en: {uraian: x}}", "[id, en]\nterjemahan: {id: {uraian: x}}"} {
		files := languages(broken)
		if !strings.HasPrefix(broken, "id") {
			files["halaman/en/tentang.md"] = files["halaman/tentang.md"]
		}
		if found, err := generator.Check(config(files)); err != nil || len(found) != 1 || found[0].File != "situs.yaml" {
			t.Errorf("bahasa: %s: %v %v", broken, found, err)
		}
	}
	stray := languages("id")
	stray["halaman/en/tentang.md"] = stray["halaman/tentang.md"]
	if found, err := generator.Check(config(stray)); err != nil || len(found) != 1 || found[0].File != "halaman/en" {
		t.Errorf("a translation into no language of the site: %v %v", found, err)
	}
}
