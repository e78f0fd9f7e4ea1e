package preview

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

func (p *trial) read(name string) []byte {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join(p.content, name))
	p.do(err)
	return data
}

func (p *trial) write(name string, data []byte) {
	p.t.Helper()
	p.do(os.WriteFile(filepath.Join(p.content, name), data, 0o644))
}

// replace changes a text of a file the way many editors save: a new file beside
// the old one, then a rename.
func (p *trial) replace(name, old, now string) {
	p.t.Helper()
	data := p.read(name)
	if bytes.Count(data, []byte(old)) != 1 {
		p.t.Fatalf("%s has the text %q %d times", name, old, bytes.Count(data, []byte(old)))
	}
	beside := filepath.Join(p.content, filepath.Dir(name), ".simpan")
	p.do(os.WriteFile(beside, bytes.Replace(data, []byte(old), []byte(now), 1), 0o644))
	p.do(os.Rename(beside, filepath.Join(p.content, name)))
}

func (p *trial) layout(name, text string) {
	p.t.Helper()
	file := filepath.Join(p.layouts, name)
	p.do(os.MkdirAll(filepath.Dir(file), 0o755))
	p.do(os.WriteFile(file, []byte(text), 0o644))
}

// many writes n innovations into the edition of 2021.
func (p *trial) many(n int) {
	p.t.Helper()
	form := string(p.read("2021/inovasi/benih.yaml"))
	for i := range n {
		first, rest, _ := strings.Cut(form, "\n")
		p.write(fmt.Sprintf("2021/inovasi/cabang-%d.yaml", i), []byte(fmt.Sprintf("%s Cabang %d\n%s", first, i, rest)))
	}
}

const goodPage = `{{template "top" .Head}}<h1>Halaman milik kami</h1>{{template "bottom" .Head}}`

// A long run has more rounds and the files of a large branch: see .ci/run.
var (
	rounds = flag.Int("rounds", 1, "how often each series of bursts is tried")
	branch = flag.Int("branch", 100, "how many files a switch of branches brings")
)

// bursts are changes as people and programs make them. Each may find the folders
// as any other left them.
var bursts = []struct {
	name string
	do   func(p *trial)
}{
	{"save by rename", func(p *trial) { p.replace("situs.yaml", "Situs Uji", "Situs Ujian") }},
	{"save in pieces", func(p *trial) {
		data := bytes.Replace(p.read("situs.yaml"), []byte("Situs Uji"), []byte("Situs Uji Baru"), 1)
		p.write("situs.yaml", nil)
		p.write("situs.yaml", data[:len(data)/2])
		time.Sleep(3 * time.Millisecond)
		p.write("situs.yaml", data)
	}},
	{"same size at once", func(p *trial) {
		data := p.read("situs.yaml")
		p.write("situs.yaml", bytes.ToUpper(data))
		p.write("situs.yaml", data)
		p.write("situs.yaml", bytes.Replace(data, []byte("rekaan"), []byte("REKAAN"), 1))
	}},
	{"delete a folder", func(p *trial) { p.do(os.RemoveAll(filepath.Join(p.content, "2021"))) }},
	{"new folders", func(p *trial) {
		p.do(os.RemoveAll(filepath.Join(p.content, "2021")))
		p.do(os.CopyFS(filepath.Join(p.content, "2021"), os.DirFS("../testdata/kecil/2021")))
	}},
	{"other folder in its place", func(p *trial) {
		here, away := filepath.Join(p.content, "halaman"), filepath.Join(p.content, ".halaman-lama")
		p.do(os.RemoveAll(away))
		p.do(os.Rename(here, away))
		p.do(os.CopyFS(here, os.DirFS("../testdata/kecil/halaman")))
		p.replace("halaman/tentang.md", "Halaman bebas.", "Halaman dari folder lain.")
	}},
	{"edit in the folder that came", func(p *trial) {
		p.write("halaman/tentang.md", append(p.read("halaman/tentang.md"), "\nSatu baris lagi.\n"...))
	}},
	{"content replaced as a whole", func(p *trial) {
		away := p.content + "-lama"
		p.do(os.RemoveAll(away))
		p.do(os.Rename(p.content, away))
		time.Sleep(60 * time.Millisecond) // seen without content
		p.do(os.CopyFS(p.content, os.DirFS("../testdata/kecil")))
	}},
	{"content gone", func(p *trial) { p.do(os.Rename(p.content, p.content+"-pergi")) }},
	{"content back", func(p *trial) {
		p.do(os.Rename(p.content+"-pergi", p.content))
		p.replace("situs.yaml", "Daerah Uji", "Daerah Kembali")
	}},
	{"switch to a branch", func(p *trial) { p.many(*branch) }},
	{"switch back", func(p *trial) {
		for i := range *branch {
			p.do(os.Remove(filepath.Join(p.content, fmt.Sprintf("2021/inovasi/cabang-%d.yaml", i))))
		}
	}},
	{"picture deleted", func(p *trial) { p.do(os.Remove(filepath.Join(p.content, "2020/gambar/kopi.png"))) }},
	{"picture back", func(p *trial) {
		p.do(os.CopyFS(filepath.Join(p.content, "2020/gambar"), os.DirFS("../testdata/kecil/2020/gambar")))
	}},
	{"layout", func(p *trial) { p.layout("not-found.html", goodPage) }},
	{"layout broken, content changed", func(p *trial) {
		p.layout("home.html", `{{template "top" .Head`)
		p.write("situs.yaml", bytes.Replace(p.read("situs.yaml"), []byte("Sekretariat Uji"), []byte("Sekretariat Lain"), 1))
	}},
	{"layout mended", func(p *trial) { p.do(os.Remove(filepath.Join(p.layouts, "home.html"))) }},
	{"new folder of layouts", func(p *trial) { p.layout("assets/siger.css", "body{color:green}") }},
	{"layouts gone", func(p *trial) { p.do(os.RemoveAll(p.layouts)) }},
	{"layouts back", func(p *trial) { p.layout("i18n/id.yaml", "siapa-menang: Juara-juara\n") }},
	{"content broken", func(p *trial) { p.replace("2020/inovasi/kopi.yaml", "nama: Kopi Rakyat", "nam: Kopi Rakyat") }},
	{"content mended", func(p *trial) { p.replace("2020/inovasi/kopi.yaml", "nam: Kopi Rakyat", "nama: Kopi Rakyat") }},
	{"nothing but a touch", func(p *trial) {
		now := time.Now()
		p.do(os.Chtimes(filepath.Join(p.content, "situs.yaml"), now, now))
	}},
}

// A deaf notifier refuses to watch more than some folders.
type deaf struct {
	notifier
	left int
	err  error
}

func (d *deaf) Add(folder string) error {
	if d.left--; d.left < 0 {
		return fmt.Errorf("watch %s: %w", folder, d.err)
	}
	return d.notifier.Add(folder)
}

// notifiers are the ways of watching, good and bad.
var notifiers = []struct {
	name   string
	open   func() (notifier, error)
	polls  int64
	bursts int // how many are tried
}{
	{"system", openSystem, 0, len(bursts)},
	{"too many open files", func() (notifier, error) { return nil, os.NewSyscallError("inotify_init1", syscall.EMFILE) }, 1, len(bursts)},
	{"too many watches", func() (notifier, error) {
		n, err := openSystem()
		return &deaf{notifier: n, left: 4, err: syscall.ENOSPC}, err
	}, 1, 5},
}

// TestBursts: after each burst of changes the preview serves what a clean build
// gives, whether the system tells of changes or not.
func TestBursts(t *testing.T) {
	for _, n := range notifiers {
		t.Run(n.name, func(t *testing.T) {
			t.Parallel()
			l := brisk()
			l.open = n.open
			p := newTrial(t, l, nil)
			served := p.settle(nil)
			for range *rounds {
				for _, burst := range bursts[:n.bursts] {
					burst.do(p)
					served = p.settle(served)
				}
			}
			t.Logf("%d bursts", *rounds*n.bursts)
			if got := p.polls.Load(); got != n.polls {
				t.Errorf("polling was announced %d times, want %d", got, n.polls)
			}
		})
	}
}

// TestBurstsAtOnce: bursts that follow each other before the preview could build,
// at random moments of its builds.
func TestBurstsAtOnce(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 7))
	p := newTrial(t, brisk(), nil)
	served := p.settle(nil)
	for range 3 * *rounds {
		for _, burst := range bursts {
			burst.do(p)
			time.Sleep(time.Duration(random.IntN(30)) * time.Millisecond)
		}
		served = p.settle(served)
	}
}

// TestQuiet: a burst is built once, not once for each of its files, and what does
// not concern the site is not built at all.
func TestQuiet(t *testing.T) {
	t.Parallel()
	l := brisk()
	l.quiet, l.burst = 200*time.Millisecond, 5*time.Second
	p := newTrial(t, l, nil)
	served := p.settle(nil)
	before := p.builds.Load()
	p.write(".situs.yaml.swp", []byte("x"))
	p.do(os.WriteFile(filepath.Join(filepath.Dir(p.content), "tetangga.txt"), []byte("x"), 0o644))
	p.do(os.Mkdir(filepath.Join(filepath.Dir(p.content), "public"), 0o755))
	time.Sleep(500 * time.Millisecond)
	if n := p.builds.Load() - before; n != 0 {
		t.Errorf("%d builds for what is not the site's", n)
	}
	p.many(100)
	p.settle(served)
	if n := p.builds.Load() - before; n < 1 || n > 20 {
		t.Errorf("%d builds for one burst", n)
	}
}

// TestEndless: changes that never pause do not keep the preview from building.
func TestEndless(t *testing.T) {
	t.Parallel()
	l := brisk()
	l.quiet, l.burst = 100*time.Millisecond, 300*time.Millisecond
	p := newTrial(t, l, nil)
	p.settle(nil)
	before := p.builds.Load()
	for end := time.Now().Add(patience); p.builds.Load() == before && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		p.replace("situs.yaml", "Situs Uji", "Situs Uji ")
	}
	if p.builds.Load() == before {
		t.Error("nothing was built while changes went on")
	}
}

// TestOverflow: when the system lost changes, the preview builds.
func TestOverflow(t *testing.T) {
	t.Parallel()
	lost := make(chan error)
	l := brisk()
	l.open = func() (notifier, error) {
		n, err := openSystem()
		return lossy{n, lost}, err
	}
	p := newTrial(t, l, nil)
	served := p.settle(nil)
	p.replace("situs.yaml", "Situs Uji", "Situs Lain")
	time.Sleep(100 * time.Millisecond) // the change itself is not told
	if p.announced().Site != versionOf(served) {
		t.Fatal("the notifier of this test told a change")
	}
	select {
	case lost <- fsnotify.ErrEventOverflow:
	case <-time.After(patience):
		t.Fatal("nobody listens to errors")
	}
	p.settle(served)
}

// A lossy notifier tells no change, only errors.
type lossy struct {
	notifier
	lost chan error
}

func (l lossy) Events() <-chan fsnotify.Event { return nil }
func (l lossy) Errors() <-chan error          { return l.lost }

// TestScan: a snapshot differs exactly when a file that counts does.
func TestScan(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string, age time.Duration) {
		t.Helper()
		at := time.Now().Add(-age).Truncate(time.Second)
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	file("lama.yaml", "a", time.Hour)
	file("baru.yaml", "a", 0)
	seen, _ := scan([]string{dir}, nil)
	step := func(name string, want bool) {
		t.Helper()
		now, changed := scan([]string{dir}, seen)
		if changed != want {
			t.Errorf("%s: changed is %v", name, changed)
		}
		seen = now
	}
	step("nothing", false)
	file(".diam", "a", 0)
	file(".git/objek", "a", 0)
	step("hidden files", false)
	at := seen[slices.Sorted(maps.Keys(seen))[1]].time // of baru.yaml
	if err := os.WriteFile(filepath.Join(dir, "baru.yaml"), []byte("b"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, "baru.yaml"), at, at); err != nil {
		t.Fatal(err)
	}
	step("same size and time, just now", true)
	file("lama.yaml", "a", 30*time.Minute)
	step("new time", true)
	file("lama.yaml", "ab", 30*time.Minute)
	step("new size", true)
	file("dalam/x.yaml", "a", time.Hour)
	step("new folder", true)
	step("nothing again", false)
	if err := os.Remove(filepath.Join(dir, "lama.yaml")); err != nil {
		t.Fatal(err)
	}
	step("deleted", true)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	step("all gone", true)
	step("still gone", false)
}
