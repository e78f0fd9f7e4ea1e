package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"siger/generator"
	"siger/generator/change"
	"siger/generator/internal/sink"
	"siger/generator/problem"
	"siger/layouts"
)

// The fuzz targets put hostile bytes in the place of one file of the small site
// and hold what comes out against what the package promises. As plain tests they
// run their seeds: the file itself, and every version of it in testdata/problems.
//
//	go test ./generator -run xxx -fuzz FuzzInnovation -fuzztime 60s

func FuzzInnovation(f *testing.F) {
	judged(f)
	fuzzFile(f, "2020/inovasi/kopi.yaml", "innovation", "redirect", "ranking")
}

func FuzzEdition(f *testing.F) {
	judged(f)
	fuzzFile(f, "2020/edisi.yaml", "edition", "method", "awards", "certificate")
}

func FuzzTaxonomies(f *testing.F) {
	judged(f)
	fuzzFile(f, "klasifikasi.yaml", "taxonomy", "term", "edition")
}

func FuzzPage(f *testing.F) {
	judged(f)
	fuzzFile(f, "halaman/tentang.md", "page")
}

// FuzzMarkdown puts a text into a field of Markdown and into a page, where tabs
// are allowed.
func FuzzMarkdown(f *testing.F) {
	judged(f)
	for _, seed := range markdownSeeds {
		f.Add(seed)
	}
	base, templates := smallSite(f), only("innovation", "page")
	tentang := base["halaman/tentang.md"].Data
	f.Fuzz(func(t *testing.T, text string) {
		content := maps.Clone(base)
		// The first paragraph fixes the block's indentation.
		field := "\ntujuan: |\n Mulai.\n\n " + strings.ReplaceAll(strings.ReplaceAll(text, "\t", " "), "\n", "\n ") + "\n"
		data := strings.Replace(string(base["2020/inovasi/kopi.yaml"].Data), "\ntujuan: |\n  Harga yang adil.\n", field, 1)
		content["2020/inovasi/kopi.yaml"] = &fstest.MapFile{Data: []byte(data)}
		holdBuild(t, content, templates, "2020/inovasi/kopi.yaml")

		content["2020/inovasi/kopi.yaml"] = base["2020/inovasi/kopi.yaml"]
		head := tentang[:bytes.Index(tentang, []byte("\n---\n"))+len("\n---\n")]
		content["halaman/tentang.md"] = &fstest.MapFile{Data: append(bytes.Clone(head), text...)}
		holdBuild(t, content, templates, "halaman/tentang.md")
	})
}

// markdownSeeds are small: what a fuzzer makes of them is large.
var markdownSeeds = append([]string{
	"[x](#ZgotmplZ)", "`=\"#ZgotmplZ\"`",
	"Biasa, dengan [tautan](/2020/metode/), *tekanan* dan `kode`.", "### Judul\n\n#### Judul\n\n### Judul", "- a\n  - b\n    1. c\n\n> d\n> > e",
	"| a | b |\n|:-:|--:|\n| 1 | 2 |\n|", "x[^1] y[^1] z[^2]\n\n[^1]: satu [^2]\n[^2]: dua", "[a]: https://a.example/\n\n[a] [a][] [b][a]",
	"![a](/gambar/2020/kopi.png \"b\")", "<https://a.example/> <a@b.id> www.a.id http://a.id/?b=c&d=e", "[x](#y) [x](mailto:a@b.id)", "~~a~~ ***b*** __c__ _d_",
	"```js\nx\n```\n\n    y", "&#x202E; &amp;lt;script&gt; &copy;", "a\\\nb  \nc", "a\n===\n\nb\n---", "[&#106;avascript](&amp;#106;avascript:x)", "- - - - x\n\n\t\t- y",
	"<b>x</b>", "[[[a](/)](/)](/)", "![![a](/gambar/2020/kopi.png)](/gambar/2020/kopi.png)",
}, hostile...)

// only returns the layouts with all but some pages reduced to nothing, because a
// fuzzer needs many builds a second.
func only(pages ...string) fs.FS {
	stubs := fstest.MapFS{}
	for _, asset := range []string{"assets/siger.css", "assets/cari.js", "assets/cari-inti.js", "assets/cari-lipat.js"} {
		stubs[asset] = &fstest.MapFile{Data: []byte("/**/")}
	}
	names, err := fs.Glob(layouts.Default(), "*.html")
	if err != nil {
		panic(err) // the pattern is right
	}
	for _, name := range names {
		if !slices.Contains(pages, strings.TrimSuffix(name, ".html")) {
			stubs[name] = &fstest.MapFile{Data: []byte("<p>")}
		}
	}
	return layouts.Over(stubs)
}

// fuzzFile fuzzes one file of the small site. pages are the layouts that show it.
func fuzzFile(f *testing.F, file string, pages ...string) {
	base, templates := smallSite(f), only(pages...)
	f.Add(base[file].Data)
	for _, seed := range versions(f, base[file].Data, file) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		content := maps.Clone(base)
		content[file] = &fstest.MapFile{Data: data}
		holdBuild(t, content, templates, file)
	})
}

// versions returns what the cases of TestProblems make of a file.
func versions(f *testing.F, original []byte, file string) [][]byte {
	f.Helper()
	cases, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(cases) == 0 {
		f.Fatalf("found no cases: %v", err)
	}
	var list [][]byte
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		text := string(original)
		for _, edit := range strings.Split("\n"+string(archive.Comment), "\nedit ")[1:] {
			target, rest, _ := strings.Cut(edit, "\n<<<<\n")
			before, rest, _ := strings.Cut(rest, "\n====\n")
			after, _, ok := strings.Cut(rest, "\n>>>>")
			if ok && target == file {
				text = strings.Replace(text, before, after, 1)
			}
		}
		if text != string(original) {
			list = append(list, []byte(text))
		}
		for _, added := range archive.Files {
			if filepath.Ext(added.Name) == filepath.Ext(file) && len(added.Data) < 4096 {
				list = append(list, added.Data)
			}
		}
	}
	return list
}

const (
	mostTime = 2 * time.Second
	mostPage = 10 << 20 // bytes
)

// holdBuild builds content of which one file is hostile: the build ends in time
// and without an error; each problem points into the content; without problems,
// the pages are inert and every other file is what its name says.
func holdBuild(t *testing.T, content fstest.MapFS, templates fs.FS, file string) {
	t.Helper()
	c := config(content)
	c.Layouts = templates
	var site sink.Memory
	var problems []problem.Problem
	var err error
	// A busy machine is slow once, or lets this process wait; a bad input is slow
	// every time.
	for try := range 3 {
		site = sink.Memory{}
		start, used := time.Now(), processTime()
		_, problems, err = generator.Build(c, &site)
		if took := min(time.Since(start), processTime()-used); took < mostTime {
			break
		} else if try == 2 {
			t.Fatalf("took %v for %d bytes", took, len(content[file].Data))
		}
	}
	if err != nil {
		t.Fatalf("the machine failed: %v", err)
	}
	for _, p := range problems {
		holdProblem(t, p, content)
	}
	if len(problems) > 0 {
		return
	}
	if again, err := generator.Check(c); err != nil || len(again) > 0 {
		t.Errorf("build finds nothing, check finds %v (%v)", again, err)
	}
	for name, data := range site.Files {
		switch {
		case strings.HasSuffix(name, ".html"):
			holdPage(t, name, data)
		case strings.HasSuffix(name, ".json"):
			if !json.Valid(data) {
				t.Errorf("%s is not JSON", name)
			}
		case strings.HasSuffix(name, ".csv"):
			holdCSV(t, name, data)
		case strings.HasSuffix(name, ".xml"):
			for decoder := xml.NewDecoder(bytes.NewReader(data)); ; {
				if _, err := decoder.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
	}
}

// holdProblem: a problem names a file of the content, a place in it, and says
// something in both languages.
func holdProblem(t *testing.T, p problem.Problem, content fstest.MapFS) {
	t.Helper()
	data := string(content[p.File].Data)
	for _, lang := range problem.Languages {
		text := p.Text(lang)
		if text == "" || strings.Contains(text, "%!") && !strings.Contains(data, "%!") {
			t.Errorf("%s: [%s] %q", p.Place(""), p.Code, text)
		}
	}
	if p.Line == 0 && p.Column == 0 {
		return
	}
	lines := strings.Split(data, "\n")
	if n := len(lines); n > 1 && lines[n-1] == "" {
		lines = lines[:n-1]
	}
	if p.Line < 1 || p.Line > len(lines) {
		t.Errorf("%s: [%s] the file has %d lines", p.Place(""), p.Code, len(lines))
		return
	}
	if most := utf8.RuneCountInString(lines[p.Line-1]) + 1; p.Column < 0 || p.Column > most {
		t.Errorf("%s: [%s] the line ends in column %d", p.Place(""), p.Code, most)
	}
}

// holdPage: nothing in a page can run or load from elsewhere.
func holdPage(t *testing.T, name string, data []byte) {
	t.Helper()
	if len(data) > mostPage {
		t.Errorf("%s has %d bytes", name, len(data))
	}
	checkInert(t, name, data)
	document, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for n := range document.Descendants() {
		if n.Type == html.CommentNode {
			t.Errorf("%s: comment %q", name, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			}
		}
		switch n.Data {
		case "iframe", "object", "embed", "base", "style", "template", "noscript", "math":
			t.Errorf("%s: <%s>", name, n.Data)
		case "script":
			if attr["type"] != "application/ld+json" {
				if !strings.HasPrefix(attr["src"], "/aset/") || textOf(n) != "" {
					t.Errorf("%s: <script src=%q>%s", name, attr["src"], textOf(n))
				}
			} else if !json.Valid([]byte(textOf(n))) {
				t.Errorf("%s: JSON-LD is not JSON: %s", name, textOf(n))
			}
		}
	}
}

func holdCSV(t *testing.T, name string, data []byte) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("%s: the cell %q can run as a formula", name, cell)
			}
		}
	}
}

// FuzzCompare puts hostile bytes in the place of an innovation, before or after a
// change: the comparison ends in problems or in a report, which is JSON, fits a
// comment, and hides nothing.
func FuzzCompare(f *testing.F) {
	judged(f)
	const file = "2020/inovasi/kopi.yaml"
	base := smallSite(f)
	for _, seed := range versions(f, base[file].Data, file) {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	for _, text := range hostile {
		f.Add([]byte(strings.Replace(string(base[file].Data), "Kopi Rakyat", "'"+strings.ReplaceAll(text, "'", "''")+"'", 1)), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, after bool) {
		changed := maps.Clone(base)
		changed[file] = &fstest.MapFile{Data: data}
		from, to := fs.FS(changed), fs.FS(base)
		if after {
			from, to = to, from
		}
		compared, err := generator.Compare(from, to)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range slices.Concat(compared.Before, compared.After) {
			holdProblem(t, p, changed)
		}
		if len(compared.After) > 0 {
			return
		}
		for _, lang := range problem.Languages {
			for _, format := range []change.Format{change.FormatText, change.FormatMarkdown, change.FormatJSON} {
				var out bytes.Buffer
				o := change.Output{Language: lang, Root: "content", Before: "main", After: "kerja", Problems: len(compared.Before)}
				if err := o.Write(&out, format, compared.Report); err != nil {
					t.Fatal(err)
				}
				switch {
				case !utf8.Valid(out.Bytes()) || bytes.ContainsAny(out.Bytes(), "\x00\x1b\u202e"):
					t.Errorf("the report in %s has hidden characters", format)
				case format == change.FormatJSON && !json.Valid(out.Bytes()):
					t.Error("the report is not JSON")
				case format == change.FormatMarkdown && out.Len() > 60_000:
					t.Errorf("the comment has %d bytes", out.Len())
				}
			}
		}
	})
}
