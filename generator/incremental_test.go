package generator_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/history"
	"siger/generator/internal/sink"
	"siger/generator/problem"
	"siger/generator/publish"
	"siger/generator/revision"
	"siger/generator/store"
	"siger/layouts"
)

var sequences = flag.Int("sequences", 4, "random sequences of edits in TestIncremental")

// An editing changes the content or the layouts.
type editing struct {
	name string
	do   func(r *rand.Rand, c fstest.MapFS, l fstest.MapFS)
}

func replaceIn(files fstest.MapFS, name, pattern, text string) {
	data := regexp.MustCompile(pattern).ReplaceAllString(string(files[name].Data), text)
	files[name] = &fstest.MapFile{Data: []byte(data)}
}

// anInnovation returns the file of one at random.
func anInnovation(r *rand.Rand, c fstest.MapFS) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(c)) {
		if strings.Contains(name, "/inovasi/") {
			names = append(names, name)
		}
	}
	return names[r.IntN(len(names))]
}

var edits = []editing{
	{"text", func(r *rand.Rand, c, _ fstest.MapFS) {
		name := anInnovation(r, c)
		text := regexp.MustCompile(`(?m)^rancang_bangun: \|\n(  .*\n)*`).ReplaceAllString(string(c[name].Data), "")
		c[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "%srancang_bangun: |\n  Teks ke-%d, lihat [peringkat](/2020/peringkat/).\n", text, r.IntN(1000))}
	}},
	{"link", func(r *rand.Rand, c, _ fstest.MapFS) { // to what may be deleted or renamed
		to := strings.TrimSuffix(path.Base(anInnovation(r, c)), ".yaml")
		setGoals(c, anInnovation(r, c), fmt.Sprintf("|\n  Seperti [ini](/inovasi/%s/).", to))
	}},
	{"summary", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, anInnovation(r, c), `(?m)^ringkasan: .*`, fmt.Sprintf("ringkasan: Ringkasan ke-%d.", r.IntN(1000)))
	}},
	{"name", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, anInnovation(r, c), `(?m)^nama: .*`, fmt.Sprintf("nama: Nama Ke-%d", r.IntN(100000)))
	}},
	{"level", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, anInnovation(r, c), `manfaat: \{tingkat: \d`, fmt.Sprintf("manfaat: {tingkat: %d", r.IntN(3)))
	}},
	{"add", func(r *rand.Rand, c, _ fstest.MapFS) {
		name := fmt.Sprintf("2020/inovasi/baru-%d.yaml", r.IntN(1000))
		c[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "nama: Hal Baru %d\nperangkat_daerah: dinas-b\nkategori: {bentuk: pelayanan-publik, jenis: non-digital, urusan: [pendidikan]}\nsop: SOP 2/2019\nringkasan: Hal yang baru saja ditambahkan, nomor %d.\npenilaian:\n  kebaruan: {tingkat: %d}\n  manfaat: {tingkat: 1}\n  aman: {tingkat: 1}\n", r.IntN(100000), r.IntN(1000), r.IntN(3))}
	}},
	{"delete", func(r *rand.Rand, c, _ fstest.MapFS) {
		if name := anInnovation(r, c); strings.Contains(name, "baru-") {
			delete(c, name)
		}
	}},
	{"rename", func(r *rand.Rand, c, _ fstest.MapFS) {
		if name := anInnovation(r, c); strings.Contains(name, "baru-") {
			c[fmt.Sprintf("2020/inovasi/baru-%d.yaml", r.IntN(1000))] = c[name]
			delete(c, name)
		}
	}},
	{"nothing", func(*rand.Rand, fstest.MapFS, fstest.MapFS) {}},
	{"weight", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, "2020/edisi.yaml", `bobot: [1-9]\d*`, fmt.Sprintf("bobot: %d", 10+r.IntN(60)))
	}},
	{"agency", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, "perangkat-daerah.yaml", `(id: dinas-b,\s+nama:|id: dinas-b\n\s+nama:) [^,\n]*`, fmt.Sprintf("$1 Dinas Ke-%d", r.IntN(1000)))
	}},
	{"page", func(r *rand.Rand, c, _ fstest.MapFS) {
		c["halaman/tentang.md"] = &fstest.MapFile{Data: append(slices.Clone(c["halaman/tentang.md"].Data), fmt.Sprintf("\nParagraf %d.\n", r.IntN(1000))...)}
	}},
	{"site", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, "situs.yaml", `(?m)^nama: .*`, fmt.Sprintf("nama: Situs Ke-%d", r.IntN(1000)))
	}},
	{"edition", func(r *rand.Rand, c, _ fstest.MapFS) {
		if c["2019/edisi.yaml"] != nil {
			for name := range c {
				if strings.HasPrefix(name, "2019/") {
					delete(c, name)
				}
			}
			return
		}
		for name, file := range maps.Clone(c) {
			if rest, ok := strings.CutPrefix(name, "2020/"); ok && !strings.Contains(name, "gambar") {
				text := strings.NewReplacer("tahun: 2020", "tahun: 2019", "2020-12-31", "2019-12-31").Replace(string(file.Data))
				text = regexp.MustCompile(`(?m)^gambar: .*\n(  .*\n)*|^alias: .*\n`).ReplaceAllString(text, "")
				c["2019/"+rest] = &fstest.MapFile{Data: []byte(text)}
			}
		}
	}},
	{"layout", func(r *rand.Rand, _, l fstest.MapFS) {
		data, err := fs.ReadFile(layouts.Default(), "innovation.html")
		if err != nil {
			panic(err)
		}
		l["innovation.html"] = &fstest.MapFile{Data: bytes.Replace(data, []byte("<article>"), fmt.Appendf(nil, "<article id=\"ke-%d\">", r.IntN(1000)), 1)}
	}},
	{"partial", func(r *rand.Rand, _, l fstest.MapFS) {
		data, err := fs.ReadFile(layouts.Default(), "partials/table.html")
		if err != nil {
			panic(err)
		}
		l["partials/table.html"] = &fstest.MapFile{Data: bytes.Replace(data, []byte(`class="daftar"`), fmt.Appendf(nil, "class=\"daftar ke-%d\"", r.IntN(1000)), 1)}
	}},
	{"picture", func(r *rand.Rand, c, _ fstest.MapFS) { // is added and linked, or taken away
		if c[spare] != nil {
			delete(c, spare)
			return
		}
		c[spare] = c["2020/gambar/kopi.png"]
		linkSpare(c, anInnovation(r, c))
	}},
	{"broken", func(r *rand.Rand, c, _ fstest.MapFS) {
		replaceIn(c, anInnovation(r, c), `(?m)^perangkat_daerah: .*`, "perangkat_daerah: tidak-ada")
	}},
	{"mended", func(_ *rand.Rand, c, _ fstest.MapFS) {
		for name := range c {
			if strings.Contains(name, "/inovasi/") {
				replaceIn(c, name, `perangkat_daerah: tidak-ada`, "perangkat_daerah: dinas-b")
			}
		}
		c[spare] = c["2020/gambar/kopi.png"]
	}},
}

// spare is a picture that texts link to, but no innovation shows.
const spare = "2020/gambar/lain.png"

func linkSpare(c fstest.MapFS, name string) {
	setGoals(c, name, "|\n  Lihat [gambar](/gambar/2020/lain.png).")
}

// setGoals sets a text of an innovation.
func setGoals(c fstest.MapFS, name, value string) {
	text := regexp.MustCompile(`(?m)^tujuan:.*\n(  .*\n)*`).ReplaceAllString(string(c[name].Data), "")
	c[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "%stujuan: %s\n", text, value)}
}

// committed is what git may know of content: that its last commit, of a number, was
// also the last of an innovation.
func committed(content fstest.MapFS, number int) *history.Source {
	const file = "2020/inovasi/kopi.yaml"
	log := &revision.Log{
		Commits: []revision.Change{{ID: fmt.Sprintf("%040x", number), Day: "2024-01-02"}},
		Files:   map[string][]revision.Version{file: {{Blob: "kopi"}}},
	}
	read := func(blobs []string, _ int64, each func(i int, data []byte)) error {
		for i := range blobs {
			if now := content[file]; now != nil {
				each(i, now.Data)
			} else {
				each(i, nil)
			}
		}
		return nil
	}
	return &history.Source{Log: log, Read: read}
}

// quickSite is the small site with fewer draws.
func quickSite(t *testing.T) fstest.MapFS {
	content := smallSite(t)
	for _, name := range []string{"2020/edisi.yaml", "2021/edisi.yaml"} {
		content[name] = &fstest.MapFile{Data: append(slices.Clone(content[name].Data), "ketahanan: {tarikan: 20}\n"...)}
	}
	return content
}

// TestIncremental: after any sequence of edits, a build that uses what the last ones
// kept says and publishes what a clean one does, byte for byte; also when the store
// was damaged or lost in between. -sequences sets how many are tried.
func TestIncremental(t *testing.T) {
	t.Parallel()
	kept, published := 0, 0
	tried := *sequences
	if raceDetector {
		tried = min(tried, 2)
	}
	for seed := range tried {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		content, overlay := quickSite(t), fstest.MapFS{}
		if seed%2 == 1 {
			inTwoLanguages(t, content)
		}
		commit := 0
		dir := t.TempDir()
		out, place := filepath.Join(dir, "public"), filepath.Join(dir, "store")
		var shown previewed
		var done []string
		for range 6 {
			for range 1 + r.IntN(2) {
				e := edits[r.IntN(len(edits))]
				e.do(r, content, overlay)
				done = append(done, e.name)
			}
			if r.IntN(8) == 0 {
				damage(t, r, place)
				done = append(done, "store damaged")
			}
			c := config(content)
			c.Layouts = layouts.Over(overlay)
			if seed%3 == 2 {
				commit += r.IntN(2)
				c.Source = committed(content, commit)
			}
			var clean sink.Memory
			wantSummary, want, err := generator.Build(c, &clean)
			if err != nil {
				t.Fatalf("seed %d, %v: %v", seed, done, err)
			}
			if len(overlay) == 0 { // without layouts of one's own less is made
				c.Layouts = layouts.Default()
			}
			if err := shown.build(c, content, &clean, want); err != nil {
				t.Fatalf("seed %d, %v: in the preview: %v", seed, done, err)
			}
			c.Store = store.Open(place, "test")
			stage, err := publish.Begin(out, publish.Options{})
			if err != nil {
				t.Fatal(err)
			}
			summary, got, err := generator.Build(c, stage)
			if err != nil {
				t.Fatalf("seed %d, %v: %v", seed, done, err)
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("seed %d, %v: the problems are\n%v\nnot\n%v", seed, done, got, want)
			}
			if problem.Blocking(want) {
				if err := stage.Abort(); err != nil {
					t.Fatal(err)
				}
				continue
			}
			if summary != wantSummary {
				t.Fatalf("seed %d, %v: the summary is %+v, not %+v", seed, done, summary, wantSummary)
			}
			if result, err := stage.Commit(); err != nil {
				t.Fatal(err)
			} else {
				kept += result.Unchanged
				published++
			}
			compareFolder(t, fmt.Sprintf("seed %d, %v", seed, done), out, clean.Files)
		}
	}
	if published < tried || kept == 0 {
		t.Errorf("%d publications kept %d files: too little is tried", published, kept)
	}
}

// damage changes a byte of a file of the store, cuts one off or removes one.
func damage(t *testing.T, r *rand.Rand, place string) {
	t.Helper()
	entries, err := os.ReadDir(place)
	if err != nil || len(entries) == 0 {
		return
	}
	name := filepath.Join(place, entries[r.IntN(len(entries))].Name())
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	switch r.IntN(3) {
	case 0:
		data[r.IntN(len(data))] ^= 1
	case 1:
		data = data[:r.IntN(len(data))]
	default:
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func compareFolder(t *testing.T, when, out string, want map[string][]byte) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".siger-manifest" {
			return err
		}
		path, err := filepath.Rel(out, name)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		seen++
		if clean, ok := want[filepath.ToSlash(path)]; !ok || !bytes.Equal(data, clean) {
			t.Fatalf("%s: %s is not that of a clean build", when, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen != len(want) {
		t.Fatalf("%s: there are %d files, not %d", when, seen, len(want))
	}
}
