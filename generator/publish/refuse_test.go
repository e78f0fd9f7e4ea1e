package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRefuse(t *testing.T) {
	top := t.TempDir()
	disk{
		"repo/content/situs.yaml": "", "repo/layouts/page.html": "", "repo/.git/HEAD": "", "repo/file": "",
		"worktree/.git": "gitdir: …", "homes/ani/surat.txt": "", "tautan": "-> repo/content", "putus": "-> tidak-ada",
		"rusak/.siger-manifest": "abc  index.html\n", "link/.siger-manifest": "-> ../repo/file", "repo/dua": "-> content/x",
	}.build(t, top)
	t.Setenv("HOME", filepath.Join(top, "homes", "ani"))
	t.Setenv("USERPROFILE", filepath.Join(top, "homes", "ani"))
	for _, c := range []struct {
		out  string
		want Reason // 0 for none
	}{
		{"repo/public", 0},
		{"repo/baru/sekali/public", 0},
		{"repo/contents", 0},
		{"homes/ani/public", 0},
		{"/", RootFolder},
		{"homes/ani", HomeFolder},
		{"homes", HomeFolder},
		{"/home", HomeFolder},
		{"/home/siapa", HomeFolder},
		{"/Users/siapa", HomeFolder},
		{"/root", HomeFolder},
		{"repo", HoldsSource},
		{".", HomeFolder},
		{"worktree", Repository},
		{"repo/content", EqualsSource},
		{"repo/content/", EqualsSource},
		{"repo/public/../content", EqualsSource},
		{"repo/content/2021", InSource},
		{"repo/layouts/a/b", InSource},
		{"tautan", EqualsSource},
		{"tautan/2021", InSource},
		{"repo/file", NotFolder},
		{"putus", NotFolder},
		{"repo/dua", NotFolder},
		{"rusak", BrokenListing},
		{"link", BrokenListing},
	} {
		out := c.out
		if !strings.HasPrefix(out, "/") {
			out = top + "/" + out
		}
		stage, err := Begin(out, Options{
			Sources: []string{filepath.Join(top, "repo", "content"), filepath.Join(top, "repo", "layouts")},
			Protect: []string{filepath.Join(top, "repo")},
		})
		if err == nil {
			check(t, stage.Abort())
		}
		var refused *RefusedError
		switch {
		case c.want == 0 && err != nil:
			t.Errorf("%s: %v", c.out, err)
		case c.want != 0 && (!errors.As(err, &refused) || refused.Reason != c.want):
			t.Errorf("%s: error %v, want reason %q", c.out, err, c.want)
		}
	}
	if _, err := Begin("", Options{}); err == nil {
		t.Error("no name: no error")
	}
	if _, err := Begin(filepath.Join(top, "repo"), Options{Protect: []string{filepath.Join(top, "repo")}}); err == nil {
		t.Error("protected folder: no error")
	}
	clean(t, filepath.Join(top, "x"))
	if read(t, filepath.Join(top, "homes"))["ani/surat.txt"] != "" {
		t.Error("the home folder was changed")
	}
}

func TestBadPath(t *testing.T) {
	for _, c := range []struct{ first, path string }{
		{"", ""}, {"", "/"}, {"", "/a"}, {"", "a/"}, {"", "a//b"}, {"", "."}, {"", ".."}, {"", "../a"}, {"", "a/../b"}, {"", "a/./b"},
		{"", `a\b`}, {"", "a\nb"}, {"", "a\x00b"}, {"", "a\x7fb"}, {"", "a\xffb"}, {"", "c:a"}, {"", "a?"}, {"", "a./b"}, {"", "a "},
		{"", ".siger-manifest"}, {"", ".Siger-Manifest"},
		{"a", "a"}, {"a/b", "a"}, {"a", "a/b"}, {"a/b", "a/B"}, {"a/b", "A/c"}, {"a/b", "A"}, {"ſ", "s"}, {"É", "é"},
	} {
		out := filepath.Join(t.TempDir(), "public")
		stage, err := Begin(out, Options{})
		check(t, err)
		if c.first != "" {
			check(t, stage.Put(c.first, nil))
		}
		if err := stage.Put(c.path, nil); err == nil {
			t.Errorf("Put %q after %q: no error", c.path, c.first)
		}
		if _, err := stage.Commit(); err == nil {
			t.Errorf("Commit after a Put of %q that failed: no error", c.path)
		}
		if _, err := os.Lstat(out); err == nil {
			t.Errorf("Put %q: published", c.path)
		}
	}
}

func TestManifest(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	_, err := publish(out, disk{"b": "", "a/c": "abc", "a.b": ""}, Options{})
	check(t, err)
	data, err := os.ReadFile(filepath.Join(out, manifestName))
	check(t, err)
	const none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	want := none + "  a.b\n" + abc + "  a/c\n" + none + "  b\n"
	if string(data) != want {
		t.Errorf("manifest\n%s\nwant\n%s", data, want)
	}
	for _, bad := range []string{
		"x", "\n", none + "  b", none + " b\n", none + "  ../b\n", none + "  b\n" + none + "  a\n", none + "  b\n" + none + "  b\n",
		strings.ToUpper(none) + "  b\n", none[2:] + "  b\n", none + "  b\r\n", none + "  .siger-manifest\n", none + "  /etc/passwd\n",
	} {
		if _, err := parseManifest([]byte(bad)); err == nil {
			t.Errorf("manifest %q: no error", bad)
		}
	}
}
