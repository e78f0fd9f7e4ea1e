package revision_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"siger/generator/revision"
)

// commitAs commits everything under a date and an author of the test's choice.
func commitAs(t *testing.T, dir, date, author, message string) string {
	t.Helper()
	git(t, dir, "add", "-A")
	t.Setenv("GIT_AUTHOR_DATE", date)
	git(t, dir, "commit", "-q", "--author", author, "-m", message)
	return git(t, dir, "rev-parse", "HEAD")
}

func history(t *testing.T, dir string) *revision.Log {
	t.Helper()
	r, err := revision.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	head, err := r.Find("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	log, err := r.Log(head)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// told writes a file's versions, the latest first: the message's last word stands
// for the commit.
func told(t *testing.T, dir string, log *revision.Log, file string) string {
	t.Helper()
	var list []string
	for _, v := range log.Files[file] {
		c := log.Commits[v.Commit]
		text := "-"
		if v.Blob != "" {
			text = git(t, dir, "cat-file", "blob", v.Blob)
		}
		list = append(list, fmt.Sprintf("%s %s %s=%s", c.Day, c.Author, git(t, dir, "log", "-1", "--format=%s", c.ID), text))
	}
	return strings.Join(list, "; ")
}

// TestLog: each file's versions on the published branch. A merge is one change of
// whoever merged; a date is the author's own, and may go backwards.
func TestLog(t *testing.T) {
	dir := repository(t, map[string]string{"isi/a": "1", "isi/b": "b", "luar": "x"})
	isi := filepath.Join(dir, "isi")
	write(t, dir, map[string]string{"isi/a": "2"})
	commitAs(t, dir, "2024-03-01T23:30:00-05:00", "Ani <ani@x>", "dua")
	git(t, dir, "checkout", "-q", "-b", "cabang")
	write(t, dir, map[string]string{"isi/a": "3"})
	commitAs(t, dir, "2024-04-01T00:30:00+07:00", "Budi <budi@x>", "tiga")
	write(t, dir, map[string]string{"isi/a": "4"})
	commitAs(t, dir, "2024-04-02T00:30:00+07:00", "Budi <budi@x>", "empat")
	git(t, dir, "checkout", "-q", "main")
	write(t, dir, map[string]string{"isi/b": "bb", "luar": "y"})
	commitAs(t, dir, "2023-01-01T00:00:00Z", "Cici <cici@x>", "b")
	t.Setenv("GIT_AUTHOR_DATE", "2024-05-01T12:00:00+07:00")
	git(t, dir, "merge", "-q", "--no-ff", "-m", "gabung", "cabang")
	if err := os.Remove(filepath.Join(isi, "b")); err != nil {
		t.Fatal(err)
	}
	commitAs(t, dir, "2024-06-01T00:00:00Z", "Dedi <dedi@x>", "hapus")
	log := history(t, isi)
	first := git(t, dir, "log", "--format=%as %an", "--max-parents=0")
	merger := git(t, dir, "log", "-1", "--format=%an", "--merges")
	for file, want := range map[string]string{
		"a":       "2024-05-01 " + merger + " gabung=4; 2024-03-01 Ani dua=2; " + first + " satu=1",
		"b":       "2024-06-01 Dedi hapus=-; 2023-01-01 Cici b=bb; " + first + " satu=b",
		"luar":    "",
		"../luar": "",
	} {
		if got := told(t, dir, log, file); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", file, got, want)
		}
	}
	if top := history(t, dir); len(top.Files["isi/a"]) != 3 || len(top.Files["luar"]) != 2 {
		t.Errorf("from the top: %v", top.Files)
	}
}

// TestHostileLog: settings, names, authors and messages that would change what git
// prints do not change what is read.
func TestHostileLog(t *testing.T) {
	dir := repository(t, map[string]string{"a": "1"})
	order := filepath.Join(t.TempDir(), "urutan")
	write(t, filepath.Dir(order), map[string]string{"urutan": "*x*\n"})
	for _, setting := range [][2]string{
		{"log.showSignature", "true"}, {"log.showRoot", "false"}, {"diff.renames", "copies"}, {"diff.relative", "true"}, {"log.decorate", "full"},
		{"color.ui", "always"}, {"format.pretty", "%b"}, {"log.date", "relative"}, {"diff.external", "false"}, {"core.quotePath", "true"},
		{"diff.orderFile", order}, {"status.short", "false"}, {"status.showUntrackedFiles", "no"}, {"log.diffMerges", "off"},
	} {
		git(t, dir, "config", setting[0], setting[1])
	}
	odd := "x\x01\x1b[31m\u202e :100644 100644 0 0 M"
	write(t, dir, map[string]string{"a": "2", "é \t\"x\n": "aneh"})
	commitAs(t, dir, "2024-01-01T00:00:00Z", odd+" <e>", ":100644 100644 a b M\x01\n\x1b[2J\n\nSigned-off-by: x")
	git(t, dir, "mv", "a", "baru")
	id := commitAs(t, dir, "2024-01-02T00:00:00Z", "A <e>", "pindah")
	git(t, dir, "update-index", "--add", "--cacheinfo", "160000,"+id+",modul")
	git(t, dir, "commit", "-q", "-m", "modul")
	log := history(t, dir)
	if len(log.Commits) != 4 || len(log.Files["a"]) != 3 || len(log.Files["baru"]) != 1 || len(log.Files["é \t\"x\n"]) != 1 || log.Files["modul"][0].Blob != "" {
		t.Errorf("%+v", log)
	}
	if got := log.Commits[2].Author; !strings.Contains(got, "\x1b") {
		t.Errorf("the author became %q", got)
	}
}

// TestPartial: a clone that does not reach back has no history, rather than a
// wrong one.
func TestPartial(t *testing.T) {
	dir := repository(t, map[string]string{"a": "1"})
	write(t, dir, map[string]string{"a": "2"})
	git(t, dir, "commit", "-q", "-a", "-m", "dua")
	shallow := filepath.Join(t.TempDir(), "dangkal")
	git(t, ".", "clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(dir), shallow)
	r, err := revision.Open(shallow)
	if err != nil {
		t.Fatal(err)
	}
	head, err := r.Find("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if log, err := r.Log(head); !errors.Is(err, revision.ErrPartial) {
		t.Errorf("%+v, %v", log, err)
	}
}

// TestClean: what in a folder is not what the last commit says.
func TestClean(t *testing.T) {
	for name, c := range map[string]struct {
		change func(dir string)
		clean  bool
	}{
		"as it is":       {func(string) {}, true},
		"changed":        {func(dir string) { write(t, dir, map[string]string{"isi/a": "2"}) }, false},
		"staged":         {func(dir string) { write(t, dir, map[string]string{"isi/a": "2"}); git(t, dir, "add", "-A") }, false},
		"deleted":        {func(dir string) { os.Remove(filepath.Join(dir, "isi", "a")) }, false},
		"new":            {func(dir string) { write(t, dir, map[string]string{"isi/dalam/baru": "x"}) }, false},
		"ignored":        {func(dir string) { write(t, dir, map[string]string{".gitignore": "abai", "isi/abai": "x"}) }, false},
		"a dot name":     {func(dir string) { write(t, dir, map[string]string{"isi/.skema/x": "x", "isi/.DS": "x"}) }, true},
		"outside":        {func(dir string) { write(t, dir, map[string]string{"luar": "2", "baru": "x"}) }, true},
		"a name like it": {func(dir string) { write(t, dir, map[string]string{"isi-lain/x": "x"}) }, true},
	} {
		dir := repository(t, map[string]string{"isi/a": "1", "luar": "1"})
		c.change(dir)
		r, err := revision.Open(filepath.Join(dir, "isi"))
		if err != nil {
			t.Fatal(err)
		}
		if clean, err := r.Clean(); err != nil || clean != c.clean {
			t.Errorf("%s: %v, %v", name, clean, err)
		}
	}
}

// TestSame: a commit that does not touch the folder leaves it the same.
func TestSame(t *testing.T) {
	dir := repository(t, map[string]string{"isi/a": "1", "luar": "1"})
	write(t, dir, map[string]string{"luar": "2"})
	git(t, dir, "commit", "-q", "-a", "-m", "luar")
	write(t, dir, map[string]string{"isi/a": "2"})
	git(t, dir, "commit", "-q", "-a", "-m", "isi")
	r, err := revision.Open(filepath.Join(dir, "isi"))
	if err != nil {
		t.Fatal(err)
	}
	find := func(name string) revision.Commit {
		c, err := r.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	for pair, want := range map[[2]string]bool{{"HEAD~1", "HEAD~2"}: true, {"HEAD", "HEAD~1"}: false} {
		if same, err := r.Same(find(pair[0]), find(pair[1])); err != nil || same != want {
			t.Errorf("%v: %v, %v", pair, same, err)
		}
	}
}

// TestBlobs: many files in one go, those that cannot be had among them.
func TestBlobs(t *testing.T) {
	dir := repository(t, map[string]string{"a": "isi", "besar": strings.Repeat("x", 100), "kosong": ""})
	ids := []string{git(t, dir, "rev-parse", "HEAD:a"), git(t, dir, "rev-parse", "HEAD:besar"), strings.Repeat("0", 40), git(t, dir, "rev-parse", "HEAD^{tree}"), git(t, dir, "rev-parse", "HEAD:kosong")}
	var many []string
	for range 500 {
		many = append(many, ids...)
	}
	r, err := revision.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	err = r.Blobs(many, 50, func(i int, data []byte) {
		want := []string{"isi", "", "", "", ""}[i%5]
		if i != count || string(data) != want || (data == nil) != (i%5 != 0 && i%5 != 4) {
			t.Fatalf("%d: %q", i, data)
		}
		count++
	})
	if err != nil || count != len(many) {
		t.Errorf("%d of %d, %v", count, len(many), err)
	}
	if err := r.Blobs(nil, 50, nil); err != nil {
		t.Error(err)
	}
	t.Setenv("PATH", "")
	if err := r.Blobs(ids, 50, func(int, []byte) {}); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("without git: %v", err)
	}
}
