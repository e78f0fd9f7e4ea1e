package generator_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/internal/sink"
	"siger/generator/problem"
	"siger/generator/store"
	"siger/layouts"
)

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
			kept, site := store.Open(t.TempDir(), "test"), &sink.Memory{}
			build := func() []problem.Problem {
				c := config(content)
				c.Store = kept
				site = &sink.Memory{Last: site}
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

// TestRealContentIsKept: nothing of the real content, its seals included, keeps its
// outputs from being kept.
func TestRealContentIsKept(t *testing.T) {
	t.Parallel()
	c := config(os.DirFS("../content"))
	c.Store = store.Open(t.TempDir(), "test")
	var first, second sink.Memory
	for _, site := range []*sink.Memory{&first, &second} {
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

// TestEditedWhileBuilding: nothing is made from a text or picture that came after the others were read.
func TestEditedWhileBuilding(t *testing.T) {
	t.Parallel()
	var other bytes.Buffer
	if err := png.Encode(&other, image.NewGray(image.Rect(0, 0, 2, 1))); err != nil {
		t.Fatal(err)
	}
	for file, edit := range map[string]func(c fstest.MapFS, file string){
		"2020/inovasi/kopi.yaml": func(c fstest.MapFS, file string) {
			replaceIn(c, file, "(?m)^rancang_bangun: \\|\n", "rancang_bangun: |\n  Kalimat baru.\n\n")
		},
		"2020/gambar/kopi.png": func(c fstest.MapFS, file string) { c[file] = &fstest.MapFile{Data: other.Bytes()} },
	} {
		content := smallSite(t)
		edited := maps.Clone(content)
		edit(edited, file)
		if bytes.Equal(edited[file].Data, content[file].Data) {
			t.Fatal("nothing is edited")
		}
		_, _, err := generator.Build(config(&editedFS{FS: content, edited: edited, file: file}), &sink.Memory{})
		if changed, ok := errors.AsType[*generator.ChangedError](err); !ok || changed.File != file {
			t.Errorf("%s: the error is %v", file, err)
		}
	}
}

// TestEditedBeforeBuilding: what is kept of a build stands under the hashes of what it was made from, not of
// what had been hashed before.
func TestEditedBeforeBuilding(t *testing.T) {
	t.Parallel()
	page, err := fs.ReadFile(layouts.Default(), "innovation.html")
	if err != nil {
		t.Fatal(err)
	}
	overlay := fstest.MapFS{"innovation.html": &fstest.MapFile{Data: page}}
	another := fstest.MapFS{"innovation.html": &fstest.MapFile{Data: bytes.Replace(page, []byte("<article"), []byte("<article id=lain"), 1)}}
	for _, file := range []string{"situs.yaml", "2020/edisi.yaml", "2020/inovasi/kopi.yaml", "2020/gambar/kopi.png", "layouts", "layouts while building"} {
		content := smallSite(t)
		c := config(content)
		c.Layouts = layouts.Over(overlay)
		c.Store = store.Open(t.TempDir(), "test")
		if c.Sources, err = generator.SourcesOf(c, true); err != nil {
			t.Fatal(err)
		}
		switch file {
		case "layouts":
			c.Layouts = layouts.Over(another)
		case "layouts while building":
			c.Layouts = layouts.Over(&editedFS{FS: overlay, edited: another, file: "innovation.html"})
		default:
			edited := maps.Clone(content)
			edited[file] = &fstest.MapFile{Data: append(bytes.Clone(content[file].Data), "\n# lain\n"...)}
			c.Content = edited
		}
		_, _, err := generator.Build(c, &sink.Memory{})
		if _, ok := errors.AsType[*generator.ChangedError](err); !ok {
			t.Errorf("%s: the error is %v", file, err)
		}
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
		site = &keepingSink{Memory: sink.Memory{Last: &site.Memory}}
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
	sink.Memory
	kept atomic.Int64
}

func (s *keepingSink) Keep(path string, sum [sha256.Size]byte, size int64) bool {
	ok := s.Memory.Keep(path, sum, size)
	if ok {
		s.kept.Add(1)
	}
	return ok
}
