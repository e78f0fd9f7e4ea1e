package generator_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"siger/generator"
)

// -sizes are the numbers of innovations for which TestSizes measures what a reader
// downloads. Large ones take minutes.
var sizesFor = flag.String("sizes", "600", "numbers of innovations to measure downloads at")

// views are what a reader opens or asks, with the files that it takes: of each
// pattern the given number of files, the largest. most is the bound in bytes
// compressed; views without grow with the number of innovations, and say so.
var views = []struct {
	name  string
	files map[string]int
	most  int
}{
	{"ranking, a page", map[string]int{`^2023/peringkat/(halaman-\d+/)?index.html$`: 1}, 30e3},
	{"ranking of agencies, a page", map[string]int{`^2023/peringkat/perangkat-daerah/(halaman-\d+/)?index.html$`: 1}, 30e3},
	{"term, a page", map[string]int{`^2023/(bentuk|jenis|urusan|tahapan)/.*index.html$`: 1}, 30e3},
	{"all innovations, a page", map[string]int{`^inovasi/(halaman-\d+/)?index.html$`: 1}, 30e3},
	{"agency, a page", map[string]int{`^perangkat-daerah/.*index.html$`: 1}, 30e3},
	{"ranking: filter by agency or term", map[string]int{`^2023/peringkat/kolom.json$`: 1, `^2023/peringkat/nama-\d+.json$`: 1}, 0},
	{"ranking: own weights", map[string]int{`^2023/peringkat/(kolom|tingkat).json$`: 2, `^2023/peringkat/nama-\d+.json$`: 1}, 0},
	{"ranking: by a word of a name", map[string]int{`^2023/peringkat/kolom.json$`: 1, `^2023/peringkat/nama-\d+.json$`: -1}, 0},
	{"comparison of four", map[string]int{`^banding/index.html$`: 1, `^banding/edisi-2023.json$`: 1, `^banding/inovasi-\d+.json$`: 4}, 40e3},
}

// A gauge is a Sink that keeps the compressed sizes of files.
type gauge struct {
	mutex sync.Mutex
	sizes map[string]int
}

func (g *gauge) Put(name string, data []byte) error {
	if match, _ := path.Match("inovasi/inovasi-*/index.html", name); match {
		return nil // one page each, whatever their number
	}
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.sizes[name] = out.Len()
	return nil
}

// TestSizes holds what a reader downloads for a view against its bound, which does
// not grow with the number of innovations. With -v it prints the table.
func TestSizes(t *testing.T) {
	judged(t)
	var table strings.Builder
	numbers := strings.Fields(*sizesFor)
	rows := make([][]string, len(views))
	for _, number := range numbers {
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		g := &gauge{sizes: map[string]int{}}
		if _, problems, err := generator.Build(config(corpus(n)), g); err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		for name, size := range g.sizes {
			if strings.HasSuffix(name, ".html") && size > 200e3 {
				t.Errorf("%s has %d bytes at %d innovations", name, size, n)
			}
		}
		for i, v := range views {
			sum := 0
			for pattern, count := range v.files {
				re := regexp.MustCompile(pattern)
				var fitting []int
				for name, size := range g.sizes {
					if re.MatchString(name) {
						fitting = append(fitting, size)
					}
				}
				slices.Sort(fitting)
				slices.Reverse(fitting)
				if len(fitting) == 0 {
					t.Errorf("%s: no file is like %s", v.name, pattern)
				}
				if count >= 0 {
					fitting = fitting[:min(count, len(fitting))]
				}
				for _, size := range fitting {
					sum += size
				}
			}
			rows[i] = append(rows[i], fmt.Sprintf("%.1f", float64(sum)/1000))
			if v.most > 0 && sum > v.most {
				t.Errorf("%s takes %d bytes at %d innovations, more than %d", v.name, sum, n, v.most)
			}
		}
	}
	fmt.Fprintf(&table, "kB compressed | %s\n", strings.Join(numbers, " | "))
	for i, v := range views {
		fmt.Fprintf(&table, "%s | %s\n", v.name, strings.Join(rows[i], " | "))
	}
	t.Log("\n" + table.String())
}

// TestPaging: every list that is split shows each row once, in order, and its pages
// lead to each other. One agency has everything, so its own list is split as well.
func TestPaging(t *testing.T) {
	const n = 270
	files := corpus(n)
	for name, file := range files {
		if strings.HasPrefix(name, "2023/inovasi/") {
			text := regexp.MustCompile(`perangkat_daerah: .*`).ReplaceAllString(string(file.Data), "perangkat_daerah: dinas-1")
			if strings.HasSuffix(name, "7.yaml") { // 27 of them, which follow the ranked ones on the last page
				text += "ditarik: {tanggal: 2023-06-01, alasan: Tidak diteruskan}\n"
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	var agencies strings.Builder
	agencies.WriteString("kelompok: [{id: daerah, nama: Daerah}]\nperangkat_daerah:\n")
	for i := range n {
		fmt.Fprintf(&agencies, "  - {id: dinas-%d, nama: Dinas %d, kelompok: daerah}\n", i+1, i+1)
	}
	files["perangkat-daerah.yaml"] = &fstest.MapFile{Data: []byte(agencies.String())}
	c := config(files)
	c.BaseURL = "https://x.id/"
	site := build(t, c)
	checkSite(t, site, c.BaseURL)
	checkCompareData(t, site)
	main := regexp.MustCompile(`(?s)<main.*</main>`)
	next := regexp.MustCompile(`rel="next" href="/([^"]*)"`)
	for _, list := range []struct{ first, second, rows string }{
		{"2023/peringkat/", "2023/peringkat/halaman-2/", `href="/inovasi/(inovasi-\d+)/"`},
		{"inovasi/", "inovasi/halaman-2/", `href="/inovasi/(inovasi-\d+)/"`},
		{"perangkat-daerah/", "perangkat-daerah/halaman-2/", `href="/perangkat-daerah/(dinas-\d+)/"`},
		{"perangkat-daerah/dinas-1/", "perangkat-daerah/dinas-1/2023/halaman-2/", `href="/inovasi/(inovasi-\d+)/"`},
	} {
		seen := map[string]int{}
		var walked []string
		for page := list.first; ; {
			walked = append(walked, page)
			text := string(site[page+"index.html"])
			for _, row := range regexp.MustCompile(list.rows).FindAllStringSubmatch(main.FindString(text), -1) {
				seen[row[1]]++
			}
			if len(walked) > 1 && !strings.Contains(text, fmt.Sprintf(`rel="prev" href="/%s`, walked[len(walked)-2])) {
				t.Errorf("%s does not lead back", page)
			}
			link := next.FindStringSubmatch(text)
			if link == nil || len(walked) > n {
				break
			}
			page = link[1]
		}
		if len(walked) != 3 || walked[1] != list.second {
			t.Errorf("%s: the pages are %q", list.first, walked)
		}
		if len(seen) != n {
			t.Errorf("%s: %d of %d rows on its pages", list.first, len(seen), n)
		}
		for row, times := range seen {
			if times != 1 {
				t.Errorf("%s: %s is there %d times", list.first, row, times)
			}
		}
	}
}
