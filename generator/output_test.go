package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"io/fs"
	"maps"
	"math/big"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/internal/sink"
)

// TestGolden holds some files of the small site against testdata/kecil.golden,
// byte for byte: all data files, and a page of the kinds that say the most. After
// a change that is meant, run with -update and read the diff.
func TestGolden(t *testing.T) {
	files := build(t, config(smallSite(t)))
	pages := []string{"index.html", "2020/peringkat/index.html", "2020/metode/index.html", "inovasi/kopi/index.html", "inovasi/kopi-lama/index.html"}
	compareGolden(t, "testdata/kecil.golden", files, func(name string) bool {
		return !strings.HasPrefix(name, "aset/") && !strings.HasPrefix(name, "gambar/") && !drawn(name) && (!strings.HasSuffix(name, ".html") || slices.Contains(pages, name))
	})
}

// drawn reports whether a file is a picture that package drawing holds to its pixels.
func drawn(name string) bool {
	return path.Base(name) == "bagikan.png" || strings.Contains(name, "/lencana/")
}

// compareGolden holds the files that are wanted against a folder, which has no other.
func compareGolden(t *testing.T, golden string, files map[string][]byte, wanted func(name string) bool) {
	t.Helper()
	want := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !wanted(name) {
			continue
		}
		if base := path.Base(name); base == "hitung-ulang.py" || base == "vektor-uji.json" || base == "hasil.schema.json" {
			if !bytes.Equal(files[name], files["2020/data/"+base]) {
				t.Errorf("%s differs between editions", base)
			}
			if base == "hitung-ulang.py" || !strings.HasPrefix(name, "2020/") {
				continue // a file of layouts/data, or one that is there already
			}
		}
		want[name] = true
		files[name] = assetHash.ReplaceAll(files[name], []byte("/aset/$1.hash."))
		file := filepath.Join(golden, filepath.FromSlash(name))
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, files[name], 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		expected, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(files[name], expected) {
			t.Errorf("%s differs from %s at %s", name, golden, firstDifference(files[name], expected))
		}
	}
	err := filepath.WalkDir(golden, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(golden, file)
		if !want[filepath.ToSlash(name)] {
			t.Errorf("%s is no longer made", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// assetHash finds the hash in an asset's name, which changes with every touch of a
// style and says nothing of the page.
var assetHash = regexp.MustCompile(`/aset/([a-z0-9-]+)\.[0-9a-f]{8}\.`)

func firstDifference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(b []byte) string { return string(b[max(0, i-40):min(len(b), i+80)]) }
	return "\n got: …" + around(got) + "…\nwant: …" + around(want) + "…"
}

// TestSameBytes: neither the number of cores nor the order in which a folder is
// listed shows in the output.
func TestSameBytes(t *testing.T) {
	first := build(t, config(smallSite(t)))
	random := rand.New(rand.NewPCG(1, 2))
	for _, cores := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(cores)
		again := build(t, config(shuffled{smallSite(t), random}))
		runtime.GOMAXPROCS(old)
		if !maps.EqualFunc(first, again, bytes.Equal) {
			t.Errorf("with %d cores and shuffled folders the site differs", cores)
		}
	}
}

// shuffled lists folders in a random order.
type shuffled struct {
	fs.FS
	random *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(s.FS, name)
	s.random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

func rational(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return r
}

// TestCSV: the tables parse by RFC 4180, have the columns that datapackage.json
// describes, and no cell that a spreadsheet would run as a formula.
func TestCSV(t *testing.T) {
	files := build(t, config(smallSite(t)))
	var description struct {
		Resources []struct {
			Path   string `json:"path"`
			Schema struct {
				Fields []struct {
					Name, Type, Description string
					Constraints             struct{ Required bool }
				} `json:"fields"`
			} `json:"schema"`
		} `json:"resources"`
	}
	if err := json.Unmarshal(files["2020/data/datapackage.json"], &description); err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, r := range description.Resources {
		data, ok := files["2020/data/"+r.Path]
		if !ok {
			t.Errorf("datapackage.json names %s, which is not there", r.Path)
		}
		if !strings.HasSuffix(r.Path, ".csv") {
			continue
		}
		tables++
		if bytes.Contains(bytes.ReplaceAll(data, []byte("\r\n"), nil), []byte("\n")) {
			t.Errorf("%s has a line that does not end in CRLF", r.Path)
		}
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range r.Schema.Fields {
			if rows[0][i] != f.Name || f.Description == "" {
				t.Errorf("%s: column %d is %q, described as %q: %q", r.Path, i, rows[0][i], f.Name, f.Description)
			}
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				f := r.Schema.Fields[i]
				if f.Constraints.Required && cell == "" {
					t.Errorf("%s: %s is empty in %q", r.Path, f.Name, row)
				}
				if f.Type != "string" {
					if cell != "" {
						rational(t, cell)
					}
				} else if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Errorf("%s: the cell %q can run as a formula", r.Path, cell)
				}
			}
		}
	}
	if tables != 4 || !bytes.Contains(files["2020/data/hasil.csv"], []byte(`"'=Sehat, ""Bersama"""`)) {
		t.Errorf("%d tables; hasil.csv:\n%s", tables, files["2020/data/hasil.csv"])
	}
}

// TestDataPackage: datapackage.json has what Frictionless requires, describes every
// file beside it, and says of every column what Satu Data Indonesia asks for.
func TestDataPackage(t *testing.T) {
	files := build(t, config(smallSite(t)))
	var p struct {
		Profile, Name, Title, Description, Homepage, Version string
		Resources                                            []struct {
			Profile, Name, Path, Title, Description, Format, Mediatype, Encoding string
			Schema                                                               *struct {
				Fields []struct{ Name, Type, Description, Konsep, Klasifikasi, Ukuran, Satuan string }
			}
		}
	}
	if err := json.Unmarshal(files["2020/data/datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`^[-a-z0-9._/]+$`) // of the Data Package specification
	if p.Profile != "data-package" || !name.MatchString(p.Name) || p.Title == "" || p.Description == "" || p.Homepage != "https://uji.example/2020/data/" || p.Version != "2020-12-31" {
		t.Errorf("the package is %+v", p)
	}
	described := map[string]bool{"2020/data/datapackage.json": true, "2020/data/index.html": true}
	names := map[string]bool{}
	for _, r := range p.Resources {
		if !name.MatchString(r.Name) || names[r.Name] || r.Title == "" || r.Description == "" || r.Format == "" || r.Mediatype == "" || r.Encoding != "utf-8" ||
			path.Ext(r.Path) != "."+r.Format || (r.Profile == "tabular-data-resource") != (r.Schema != nil) {
			t.Errorf("resource %+v", r)
		}
		names[r.Name] = true
		described["2020/data/"+r.Path] = true
		if r.Schema == nil {
			continue
		}
		for _, f := range r.Schema.Fields {
			if f.Description == "" || f.Konsep == "" || (f.Type != "string" && (f.Ukuran == "" || f.Satuan == "")) {
				t.Errorf("%s: field %+v", r.Path, f)
			}
		}
	}
	for file := range files {
		if path.Dir(file) == "2020/data" && !described[file] {
			t.Errorf("datapackage.json does not describe %s", file)
		}
	}
	for file := range described {
		if files[file] == nil {
			t.Errorf("there is no %s", file)
		}
	}
	dictionary := string(files["2020/data/kamus/index.html"])
	for _, word := range []string{"Konsep: ", "Klasifikasi: ", "Ukuran: ", "Satuan: "} {
		if !strings.Contains(dictionary, word) {
			t.Errorf("the dictionary does not say %q", word)
		}
	}
}

// TestLicence: what a site says of its data's licence stands wherever the data are
// described, and a site that says nothing claims none.
func TestLicence(t *testing.T) {
	const name, link = "Lisensi Uji", "https://uji.example/lisensi"
	places := map[string]string{
		"2020/data/datapackage.json":    `"licenses": [ { "name": "UJI-1.0", "path": "` + link + `", "title": "` + name + `" } ],`,
		"2020/data/index.html":          `"license":"` + link + `"`,
		"2020/data/kamus/index.html":    `Lisensi data: <a href="` + link + `" rel="license external">` + name + `</a>`,
		"en/2020/data/kamus/index.html": `Licence of the data: <a href="` + link + `" rel="license external" lang="id">` + name + `</a>`,
	}
	content := smallSite(t)
	inTwoLanguages(t, content)
	without := build(t, config(content))
	content["situs.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(content["situs.yaml"].Data), "lisensi: {nama: "+name+", kode: UJI-1.0, tautan: "+link+"}\n"...)}
	with := build(t, config(content))
	for file, want := range places {
		if got := strings.Join(strings.Fields(string(with[file])), " "); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s:\n%s", file, want, got)
		}
		if regexp.MustCompile(`(?i)licen[sc]e|lisensi`).Match(without[file]) {
			t.Errorf("%s claims a licence", file)
		}
	}
}

// TestXML: feed and sitemap are well-formed, and every address in them exists.
func TestXML(t *testing.T) {
	files := build(t, config(smallSite(t)))
	for _, name := range []string{"atom.xml", "sitemap.xml"} {
		decoder := xml.NewDecoder(bytes.NewReader(files[name]))
		addresses := 0
		check := func(address string) {
			addresses++
			target, ok := strings.CutPrefix(address, "https://uji.example/")
			target, _, _ = strings.Cut(target, "#")
			if target == "" || strings.HasSuffix(target, "/") {
				target += "index.html"
			}
			if _, there := files[target]; !ok || !there {
				t.Errorf("%s: %s does not exist", name, address)
			}
		}
		inLoc := false
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				inLoc = token.Name.Local == "loc"
				for _, a := range token.Attr {
					if a.Name.Local == "href" {
						check(a.Value)
					}
				}
			case xml.CharData:
				if inLoc {
					check(strings.TrimSpace(string(token)))
				}
			case xml.EndElement:
				inLoc = false
			}
		}
		if addresses < 8 {
			t.Errorf("%s has only %d addresses", name, addresses)
		}
	}
}

// TestBaseURL: what cannot be a base URL is an error that can be told apart.
func TestBaseURL(t *testing.T) {
	for _, bad := range []string{"x.id", "ftp://x.id/", "https://", "https:///a", "https://x.id/?a", "https://x.id/#a", "https://u@x.id/", "https://x.id/../a", "https://x.id//a", "http://[::1", "https://x.id/%2e%2e/"} {
		c := config(smallSite(t))
		c.BaseURL = bad
		if _, _, err := generator.Build(c, &sink.Memory{}); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
