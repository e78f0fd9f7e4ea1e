package generator_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"siger/generator"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/verify"
)

// siteOnDisk copies the small site into a folder, and opens it as the program does.
func siteOnDisk(t *testing.T) (dir string, open func() generator.Config) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/kecil")); err != nil {
		t.Fatal(err)
	}
	return dir, func() generator.Config {
		t.Helper()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { root.Close() })
		return config(root.FS())
	}
}

// TestNamesOfBytes: a name that is no text is a problem of its author, of a folder as of a file,
// and in nobody's way.
func TestNamesOfBytes(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("its file systems take text alone")
	}
	dir, open := siteOnDisk(t)
	for _, err := range []error{
		os.WriteFile(filepath.Join(dir, "2020/inovasi/caf\xe9.yaml"), []byte("nama: A\n"), 0o644),
		os.Mkdir(filepath.Join(dir, "halaman/caf\xe9.md"), 0o755),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	c := open()
	problems, err := generator.Check(c)
	if err != nil || len(problems) != 2 || problems[0].Code != problem.NotSlug || problems[1].Code != problem.NotSlug {
		t.Errorf("check: %v, %v", problems, err)
	}
	if _, err := generator.SourcesOf(c, true); err != nil {
		t.Errorf("sources: %v", err)
	}
	if changed, err := content.Fix(c.Content, anyFile); err != nil || len(changed) > 0 {
		t.Errorf("fix: %v, %v", changed, err)
	}
	if _, err := content.Links(c.Content); err != nil {
		t.Errorf("links: %v", err)
	}
}

// TestNotRegular: what is not an ordinary file is never opened, let alone
// followed or waited for.
func TestNotRegular(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs symbolic links and pipes")
	}
	dir, open := siteOnDisk(t)
	secret := filepath.Join(t.TempDir(), "secret.yaml")
	if err := os.WriteFile(secret, []byte("nama: rahasia\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		os.Symlink(secret, filepath.Join(dir, "2020/inovasi/tautan.yaml")),
		os.Symlink("kopi.yaml", filepath.Join(dir, "2020/inovasi/tautan-dalam.yaml")),
		os.Symlink(filepath.Dir(secret), filepath.Join(dir, "2022")),
		os.Symlink(".", filepath.Join(dir, "2020/gambar/lingkaran.png")),
		makePipe(filepath.Join(dir, "2020/inovasi/pipa.yaml")),
		os.Mkdir(filepath.Join(dir, "2020/inovasi/folder.yaml"), 0o755),
		os.Mkdir(filepath.Join(dir, "halaman/folder.md"), 0o755),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	c, start := open(), time.Now()
	problems, err := generator.Check(c)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]problem.Code{}
	for _, p := range problems {
		got[p.File] = p.Code
	}
	want := map[string]problem.Code{
		"2020/inovasi/tautan.yaml": problem.NotRegular, "2020/inovasi/tautan-dalam.yaml": problem.NotRegular,
		"2020/inovasi/pipa.yaml": problem.NotRegular, "2020/inovasi/folder.yaml": problem.NotRegular,
		"2020/gambar/lingkaran.png": problem.NotRegular, "halaman/folder.md": problem.NotRegular,
		"2022": problem.UnknownFile,
	}
	for file, code := range want {
		if got[file] != code {
			t.Errorf("%s: code %q, want %q", file, got[file], code)
		}
	}
	if len(problems) != len(want) {
		t.Errorf("%d problems, want %d: %v", len(problems), len(want), problems)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("it took %s", took)
	}
}

// TestVerifyPipe: a pipe in a published folder is a finding, and nobody waits for what
// comes out of it.
func TestVerifyPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs pipes")
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "2021/data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := makePipe(filepath.Join(dir, "2021/data/segel.json")); err != nil {
		t.Fatal(err)
	}
	done := make(chan verify.Report, 1)
	go func() {
		report, err := verify.Folder(os.DirFS(dir))
		if err != nil {
			t.Error(err)
		}
		done <- report
	}()
	select {
	case report := <-done:
		if len(report.Findings) != 1 || report.Findings[0].File != "2021/data/segel.json" {
			t.Errorf("%+v", report)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting")
	}
}
