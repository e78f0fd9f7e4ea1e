package generator_test

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
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
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"siger/generator"
	"siger/generator/history"
	"siger/generator/problem"
	"siger/generator/publish"
	"siger/generator/revision"
	"siger/generator/store"
	"siger/layouts"
)

var sequences = flag.Int("sequences", 6, "random sequences of edits in TestIncremental")

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

// TestTextsAreCheckedAgain: a text has a problem once the picture that it links to has gone, or once what made it
// harmless has, whether a page shows the text or not, and whatever was kept of the build before.
func TestTextsAreCheckedAgain(t *testing.T) {
	t.Parallel()
	for name, edit := range map[string]struct {
		before, after func(c fstest.MapFS, file string)
	}{
		"picture": {
			func(c fstest.MapFS, file string) {
				c[spare] = c["2020/gambar/kopi.png"]
				linkSpare(c, file)
			},
			func(c fstest.MapFS, _ string) { delete(c, spare) },
		},
		"code": { // four spaces make it one
			func(c fstest.MapFS, file string) { setGoals(c, file, `"    [x](/tidak/ada/)"`) },
			func(c fstest.MapFS, file string) { setGoals(c, file, `"[x](/tidak/ada/)"`) },
		},
		"indented code": {
			func(c fstest.MapFS, file string) { setGoals(c, file, "|2\n      [x](/tidak/ada/)") },
			func(c fstest.MapFS, file string) { setGoals(c, file, "|2\n     [x](/tidak/ada/)") },
		},
	} {
		for _, file := range []string{"2020/inovasi/kopi.yaml", "2021/inovasi/kopi.yaml"} { // the earlier one's text is not shown
			content := smallSite(t)
			kept, site := store.Open(t.TempDir(), "test"), &generator.Memory{}
			build := func() []problem.Problem {
				c := config(content)
				c.Store = kept
				site = &generator.Memory{Last: site}
				_, problems, err := generator.Build(c, site)
				if err != nil {
					t.Fatal(err)
				}
				return problem.Errors(problems)
			}
			edit.before(content, file)
			if found := build(); len(found) > 0 {
				t.Fatal(name, found)
			}
			edit.after(content, file)
			if found := build(); len(found) != 1 || found[0].File != file {
				t.Errorf("%s, %s: the problems are %v", name, file, found)
			}
		}
	}
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
		content, overlay := smallSite(t), fstest.MapFS{}
		for _, name := range []string{"2020/edisi.yaml", "2021/edisi.yaml"} { // fewer draws, for speed
			content[name] = &fstest.MapFile{Data: append(slices.Clone(content[name].Data), "ketahanan: {tarikan: 20}\n"...)}
		}
		if seed%2 == 1 {
			inTwoLanguages(t, content)
		}
		commit := 0
		dir := t.TempDir()
		out, place := filepath.Join(dir, "public"), filepath.Join(dir, "store")
		shown := previewed{store: store.InMemory()}
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
			var clean generator.Memory
			wantSummary, want, err := generator.Build(c, &clean)
			if err != nil {
				t.Fatalf("seed %d, %v: %v", seed, done, err)
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

// A previewed is what a preview keeps from build to build.
type previewed struct {
	store  *store.Store
	recall generator.Recall
	site   *generator.Memory
	before fstest.MapFS
	clock  time.Time
}

// build builds as a preview does, and compares the result with that of a clean build.
func (p *previewed) build(c generator.Config, content fstest.MapFS, clean *generator.Memory, want []problem.Problem) (err error) {
	p.clock = cmp.Or(p.clock, time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)).Add(time.Hour)
	for name, file := range content {
		if p.before[name] != file {
			file.ModTime = p.clock
		}
	}
	p.before = maps.Clone(content)
	c.Store = p.store
	if c.Sources, err = p.recall.Sources(c); err != nil {
		return err
	}
	site := &generator.Memory{Last: p.site}
	_, got, err := generator.Build(c, site)
	if err != nil {
		return err
	}
	p.recall.Note(c.Sources)
	if fmt.Sprint(got) != fmt.Sprint(want) {
		return fmt.Errorf("the problems are\n%v\nnot\n%v", got, want)
	}
	if problem.Blocking(want) {
		return nil
	}
	p.site = site
	if !maps.EqualFunc(site.Files, clean.Files, bytes.Equal) {
		return errors.New("the site is not that of a clean build")
	}
	return nil
}

// TestRecall: of innovations, only those are read again that look other than before, or may
// just have been changed.
func TestRecall(t *testing.T) {
	t.Parallel()
	content := smallSite(t)
	old := time.Now().Add(-time.Hour)
	for _, file := range content {
		file.ModTime = old
	}
	const kopi, sehat = "2020/inovasi/kopi.yaml", "2020/inovasi/sehat.yaml"
	p := previewed{store: store.InMemory()}
	read := func() []string {
		opened := &openedFS{FS: content}
		c := config(opened)
		c.Store = p.store
		var err error
		if c.Sources, err = p.recall.Sources(c); err != nil {
			t.Fatal(err)
		}
		site := &generator.Memory{Last: p.site}
		if _, problems, err := generator.Build(c, site); err != nil || problem.Blocking(problems) {
			t.Fatal(problems, err)
		}
		p.site = site
		p.recall.Note(c.Sources)
		return opened.innovations()
	}
	if first := read(); !slices.Contains(first, kopi) || !slices.Contains(first, sehat) {
		t.Fatalf("read at first: %v", first)
	}
	if again := read(); slices.Contains(again, kopi) || slices.Contains(again, sehat) {
		t.Errorf("read again though nothing changed: %v", again)
	}
	content[kopi].ModTime = old.Add(time.Second)
	if again := read(); !slices.Contains(again, kopi) || slices.Contains(again, sehat) {
		t.Errorf("read after a change: %v", again)
	}
	content[kopi].ModTime = time.Now()
	for range 2 {
		if again := read(); !slices.Contains(again, kopi) {
			t.Errorf("not read though it is new: %v", again)
		}
	}
}

// TestRecallForgets: a file that was changed and looks the same fails a build that needs it, and not
// the next one.
func TestRecallForgets(t *testing.T) {
	t.Parallel()
	content := smallSite(t)
	old := time.Now().Add(-time.Hour)
	for _, file := range content {
		file.ModTime = old
	}
	const file = "2020/inovasi/kopi.yaml"
	p := previewed{store: store.InMemory()}
	build := func() error {
		c := config(content)
		c.Store = p.store
		var err error
		if c.Sources, err = p.recall.Sources(c); err != nil {
			t.Fatal(err)
		}
		if _, _, err = generator.Build(c, &generator.Memory{}); err == nil {
			p.recall.Note(c.Sources)
		}
		return err
	}
	if err := build(); err != nil {
		t.Fatal(err)
	}
	before := content[file].Data
	at := bytes.Index(before, []byte("rancang_bangun: |\n  ")) + len("rancang_bangun: |\n  ")
	now := slices.Clone(before)
	now[at]++
	content[file] = &fstest.MapFile{Data: now, ModTime: old}
	changed, ok := errors.AsType[*generator.ChangedError](build())
	if !ok || changed.File != file {
		t.Fatal("the change is not noticed")
	}
	p.recall.Forget(changed.File)
	if err := build(); err != nil {
		t.Error(err)
	}
}

// An openedFS notes what is opened.
type openedFS struct {
	fs.FS
	mu    sync.Mutex
	names []string
}

func (f *openedFS) Open(name string) (fs.File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.names = append(f.names, name)
	return f.FS.Open(name)
}

func (f *openedFS) innovations() []string {
	return slices.DeleteFunc(f.names, func(name string) bool { return !strings.Contains(name, "/inovasi/") })
}

// TestRealContentIsKept: nothing of the real content, its seals included, keeps its
// outputs from being kept.
func TestRealContentIsKept(t *testing.T) {
	t.Parallel()
	c := config(os.DirFS("../content"))
	c.Store = store.Open(t.TempDir(), "test")
	var first, second generator.Memory
	for _, site := range []*generator.Memory{&first, &second} {
		if _, problems, err := generator.Build(c, site); err != nil || problem.Blocking(problems) {
			t.Fatal(problems, err)
		}
		second.Last = &first
	}
	if !maps.EqualFunc(first.Files, second.Files, bytes.Equal) {
		t.Error("the second build differs from the first")
	}
	if c.Store.Saved("keluaran") == 0 {
		t.Error("the outputs were not kept")
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

// TestFactsOnly: no text in Markdown goes into the outputs that say so; they would be
// left as they are when one is edited.
func TestFactsOnly(t *testing.T) {
	t.Parallel()
	content := smallSite(t)
	before := build(t, config(content))
	for name, file := range content {
		if strings.Contains(name, "/inovasi/") {
			text := regexp.MustCompile(`(?m)^(rancang_bangun|tujuan|manfaat|hasil|tanggapan|catatan): \|\n(  .*\n|\n)*`).ReplaceAllString(string(file.Data), "")
			content[name] = &fstest.MapFile{Data: []byte(text + "tujuan: |\n  Teks lain.\n")}
		}
	}
	after := build(t, config(content))
	differ := 0
	for path, data := range before {
		same := bytes.Equal(data, after[path])
		if !same {
			differ++
		}
		if !same && !strings.HasPrefix(path, "inovasi/") {
			t.Errorf("%s shows a text of Markdown", path)
		}
	}
	if differ == 0 {
		t.Error("no page shows the texts")
	}
}

// TestEditedWhileBuilding: a page is never made from a text that came after the others were read.
func TestEditedWhileBuilding(t *testing.T) {
	t.Parallel()
	const file = "2020/inovasi/kopi.yaml"
	content := smallSite(t)
	edited := maps.Clone(content)
	replaceIn(edited, file, "(?m)^rancang_bangun: \\|\n", "rancang_bangun: |\n  Kalimat baru.\n\n")
	if bytes.Equal(edited[file].Data, content[file].Data) {
		t.Fatal("nothing is edited")
	}
	_, _, err := generator.Build(config(&editedFS{FS: content, edited: edited, file: file}), &generator.Memory{})
	if changed, ok := errors.AsType[*generator.ChangedError](err); !ok || changed.File != file {
		t.Errorf("the error is %v", err)
	}
}

// An editedFS has a file that is edited once it was opened.
type editedFS struct {
	fs.FS
	edited fs.FS
	file   string
	opened atomic.Bool
}

func (f *editedFS) Open(name string) (fs.File, error) {
	if name == f.file && f.opened.Swap(true) {
		return f.edited.Open(name)
	}
	return f.FS.Open(name)
}

// TestSameTexts: what is kept of comparisons of texts is not used once either text is another.
func TestSameTexts(t *testing.T) {
	t.Parallel()
	const first, second = "2020/inovasi/kopi.yaml", "2020/inovasi/sehat.yaml"
	words := strings.Fields("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas panen kopi petani gudang pasar harga desa kabupaten layanan warga cepat mudah murah aman")
	text := func(seed uint64) string {
		r := rand.New(rand.NewPCG(seed, 9))
		var out []string
		for range 120 {
			out = append(out, words[r.IntN(len(words))])
		}
		return "|\n  " + strings.Join(out, " ")
	}
	for name, kept := range map[string]func() *store.Store{
		"disk":   func(dir string) func() *store.Store { return func() *store.Store { return store.Open(dir, "test") } }(t.TempDir()),
		"memory": func(s *store.Store) func() *store.Store { return func() *store.Store { return s } }(store.InMemory()),
	} {
		content := smallSite(t)
		check := func(want string) {
			t.Helper()
			c := config(content)
			c.Store = kept()
			problems, err := generator.Check(c)
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, p := range problems {
				if p.Code == problem.NearDuplicate {
					found = append(found, p.File)
				}
			}
			if got := strings.Join(found, " "); got != want {
				t.Errorf("%s: nearly the same are %q, not %q", name, got, want)
			}
		}
		setGoals(content, first, text(1))
		setGoals(content, second, text(1))
		check(second)
		check(second)
		setGoals(content, first, text(2))
		check("")
		setGoals(content, second, text(2))
		check(second)
		setGoals(content, second, text(3))
		check("")
		check("")
		setGoals(content, first, text(3))
		check(second)
	}
}

// TestKeptThoughRanksMove: pages whose innovations stand where they did are kept, though badges are planned in
// the order of ranks.
func TestKeptThoughRanksMove(t *testing.T) {
	t.Parallel()
	const moved = "2023/inovasi/inovasi-000030.yaml"
	content, kept := corpus(60), store.Open(t.TempDir(), "test")
	site := &keepingSink{}
	build := func(level int) {
		replaceIn(content, moved, `indikator-4: .*`, fmt.Sprintf("indikator-4: {tingkat: %d}", level))
		c := config(content)
		c.Store = kept
		site = &keepingSink{Memory: generator.Memory{Last: &site.Memory}}
		if _, problems, err := generator.Build(c, site); err != nil || problem.Blocking(problems) {
			t.Fatal(problems, err)
		}
	}
	build(0)
	ranking := string(site.Files["2023/peringkat/index.html"])
	build(3)
	if string(site.Files["2023/peringkat/index.html"]) == ranking {
		t.Fatal("no rank has moved")
	}
	if n := site.kept.Load(); n < 60 {
		t.Errorf("%d of %d outputs were kept", n, len(site.Files))
	}

	// A card or a badge more is an address more, which pages whose texts have no links do not ask for.
	for name, file := range content {
		if strings.HasPrefix(name, "2023/inovasi/") && name != moved {
			content["2023/inovasi/lain.yaml"] = &fstest.MapFile{Data: bytes.Replace(file.Data, []byte("nama: "), []byte("nama: Lain "), 1)}
			break
		}
	}
	replaceIn(content, "2023/inovasi/lain.yaml", `(?m)^penilaian:\n(  .*\n)*`, "penilaian: {}\nditarik: {tanggal: 2023-06-01, alasan: Diajukan dua kali.}\n")
	build(3)
	if n := site.kept.Load(); n < 60 {
		t.Errorf("%d of %d outputs were kept though one was added", n, len(site.Files))
	}
}

// A keepingSink counts what it kept.
type keepingSink struct {
	generator.Memory
	kept atomic.Int64
}

func (s *keepingSink) Keep(path string, sum [sha256.Size]byte, size int64) bool {
	ok := s.Memory.Keep(path, sum, size)
	if ok {
		s.kept.Add(1)
	}
	return ok
}
