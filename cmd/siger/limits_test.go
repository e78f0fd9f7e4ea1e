package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

var manyFiles = flag.Bool("many-files", false, "TestWithinLimits also makes a folder of 121,000 files")

// What siger check may use on any content: time of a processor, since a busy
// machine lets a process wait, and memory.
const (
	mostTime   = 2 * time.Second
	mostMemory = 256 << 20 // bytes
	hang       = time.Minute
)

// TestWithinLimits runs siger check in a process of its own on content that would
// exhaust a careless reader. Each ends with a problem that names the file, within
// the limits of time and memory.
func TestWithinLimits(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs pipes, links and the names of Unix")
	}
	const innovation = "2020/inovasi/uji.yaml"
	bomb := "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'z'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	nested := strings.Repeat("a:\n", 1)
	for i := 1; i <= 340; i++ { // as deep as indentation goes in 64 KiB
		nested += strings.Repeat(" ", i) + "a:\n"
	}
	file := func(name, text string) func(dir string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644) }
	}
	sparse := func(name string) func(dir string) error {
		return func(dir string) error {
			f, err := os.Create(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			defer f.Close()
			return f.Truncate(1 << 30)
		}
	}
	pipe := func(name string) func(dir string) error {
		return func(dir string) error {
			os.Remove(filepath.Join(dir, name))
			return makePipe(filepath.Join(dir, name))
		}
	}
	link := func(to, name string) func(dir string) error {
		return func(dir string) error { return os.Symlink(to, filepath.Join(dir, name)) }
	}
	type hostile struct {
		name string
		make func(dir string) error
		want string // in what is printed: where, and the code
	}
	kopi, err := os.ReadFile("../../generator/testdata/kecil/2020/inovasi/kopi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	utf16 := []byte{0xFF, 0xFE}
	for _, b := range kopi {
		utf16 = append(utf16, b, 0)
	}
	// The file systems of macOS take no two names of which one is the other in
	// another case or composition; there the second file is the first.
	cases := []hostile{
		{"alias bomb", file(innovation, bomb), innovation + ":1:4: [S109]"},
		{"10,000 levels in brackets", file(innovation, "nama: "+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+"\n"), innovation},
		{"10,000 levels in braces", file(innovation, "nama: "+strings.Repeat("{a: ", 10_000)+strings.Repeat("}", 10_000)+"\n"), innovation},
		{"10,000 levels left open", file(innovation, "nama: "+strings.Repeat("[", 10_000)), innovation},
		{"10,000 lists in lists", file(innovation, strings.Repeat("- ", 10_000)+"x\n"), innovation},
		{"10,000 keys in keys", file(innovation, strings.Repeat("? ", 10_000)+"x\n"), innovation},
		{"levels by indentation", file(innovation, nested), innovation},
		{"10,000 quotes in quotes", file("halaman/uji.md", "---\njudul: Uji\nringkasan: Uji.\n---\n"+strings.Repeat("> ", 10_000)+"x\n"), "halaman/uji.md:5"},
		{"1 GB as YAML", sparse(innovation), innovation + ": [S103]"},
		{"1 GB as a seal", sparse("2020/segel.json"), "2020/segel.json: [S103]"},
		{"1 GB as corrections", sparse("2020/koreksi.yaml"), "2020/koreksi.yaml: [S103]"},
		{"1 GB as a page", sparse("halaman/uji.md"), "halaman/uji.md: [S103]"},
		{"1 GB as a picture", sparse("2020/gambar/uji.png"), "2020/gambar/uji.png: [S409]"},
		{"1 GB as the site's file", sparse("situs.yaml"), "situs.yaml: [S103]"},
		{"pipe as YAML", pipe(innovation), innovation + ": [S125]"},
		{"pipe as the site's file", pipe("situs.yaml"), "situs.yaml: [S125]"},
		{"pipe as an edition", pipe("2020/edisi.yaml"), "2020/edisi.yaml: [S125]"},
		{"pipe as a seal", pipe("2020/segel.json"), "2020/segel.json"},
		{"pipe as a picture", pipe("2020/gambar/uji.png"), "2020/gambar/uji.png: [S125]"},
		{"pipe as a page", pipe("halaman/uji.md"), "halaman/uji.md: [S125]"},
		{"endless device", link("/dev/zero", innovation), innovation + ": [S125]"},
		{"link to itself", link("uji.yaml", innovation), innovation + ": [S125]"},
		{"link to the folder above", link("..", "2020/inovasi/lingkar"), "2020/inovasi/lingkar"},
		{"link to the whole", link("../..", "2020/gambar/uji.png"), "2020/gambar/uji.png: [S125]"},
		{"edition that is a link", link("2020", "2022"), "2022: [S101]"},
		{"name of 255 bytes", file("2020/inovasi/"+strings.Repeat("n", 250)+".yaml", string(kopi)), ".yaml: [S119]"},
		{"name of 255 bytes, not UTF-8", file("2020/inovasi/"+strings.Repeat("\xe9", 250)+".yaml", string(kopi)), ".yaml: [S119]"},
		{"composed and decomposed", func(dir string) error {
			for _, name := range []string{"caf\u00e9.yaml", "cafe\u0301.yaml"} {
				if err := file("2020/inovasi/"+name, string(kopi))(dir); err != nil {
					return err
				}
			}
			return nil
		}, "caf\u00e9.yaml: [S119]"},
		{"case twins", file("2020/inovasi/Kopi.yaml", string(kopi)), "2020/inovasi/Kopi.yaml: [S124]"},
		{"byte order mark", file(innovation, "\ufeff"+string(kopi)), innovation + ": [S104]"},
		{"UTF-16", file(innovation, string(utf16)), innovation + ": [S104]"},
		{"NUL", file(innovation, strings.Replace(string(kopi), "Kopi", "Ko\x00pi", 1)), innovation + ": [S104]"},
		{"old line ends", file(innovation, strings.ReplaceAll(string(kopi), "\n", "\r")), innovation + ":1"},
		{"only line ends", file(innovation, strings.Repeat("\n", 64<<10)), innovation + ": [S102]"},
	}
	if *manyFiles {
		cases = append(cases, hostile{"121,000 files", func(dir string) error {
			for i := range 121_000 {
				if err := os.WriteFile(filepath.Join(dir, "2020/inovasi", fmt.Sprintf("inovasi-%d.yaml", i)), nil, 0o644); err != nil {
					return err
				}
			}
			return nil
		}, "2020/inovasi: [S133]"})
	}
	var slowest time.Duration
	var largest int64
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			content := filepath.Join(dir, "content")
			if err := os.CopyFS(content, os.DirFS("../../generator/testdata/kecil")); err != nil {
				t.Fatal(err)
			}
			if err := c.make(content); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), hang)
			defer cancel()
			cmd := exec.CommandContext(ctx, "siger", "check")
			cmd.Dir = dir
			var out bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &out
			err := cmd.Run()
			if ctx.Err() != nil {
				t.Fatal("it hangs")
			}
			if code := cmd.ProcessState.ExitCode(); code != exitProblems || !strings.Contains(out.String(), c.want) || strings.Contains(out.String(), "goroutine ") {
				t.Errorf("exit code %d (%v), want a problem %q:\n%.2000s", code, err, c.want, out.String())
			}
			took, memory := cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), peak(cmd.ProcessState)
			if took > mostTime || memory > mostMemory {
				t.Errorf("it took %v and %d MB", took, memory>>20)
			}
			slowest, largest = max(slowest, took), max(largest, memory)
		})
	}
	t.Logf("%d cases; at most %v and %d MB", len(cases), slowest, largest>>20)
}

// TestLineEnds: the line ends of Windows are as good as any: the same site.
func TestLineEnds(t *testing.T) {
	var outputs [2]string
	for i := range outputs {
		dir := t.TempDir()
		content := filepath.Join(dir, "content")
		if err := os.CopyFS(content, os.DirFS("../../generator/testdata/kecil")); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			for _, name := range []string{"2020/inovasi/kopi.yaml", "2020/edisi.yaml", "situs.yaml", "halaman/tentang.md"} {
				data, err := os.ReadFile(filepath.Join(content, name))
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(content, name), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		cmd := exec.Command("siger", "build", "--quiet")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		// The list of what was published has a hash of every file.
		list, err := os.ReadFile(filepath.Join(dir, "public/.siger-manifest"))
		if err != nil || len(list) < 1000 {
			t.Fatal(len(list), err)
		}
		outputs[i] = string(list)
	}
	if outputs[0] != outputs[1] {
		t.Error("the line ends of Windows make another site")
	}
}
