package revision_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator/revision"
)

// git runs git in a folder, away from the settings of whoever runs the test.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// repository makes a repository with one commit of some files.
func repository(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	git(t, dir, "init", "-q", "-b", "main")
	write(t, dir, files)
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-q", "-m", "satu")
	return dir
}

// folder opens a folder at a revision.
func folder(t *testing.T, dir, name string) *revision.Folder {
	t.Helper()
	r, err := revision.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	commit, err := r.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Folder(commit)
	if err != nil {
		t.Fatal(err)
	}
	if f != nil {
		t.Cleanup(f.Close)
	}
	return f
}

func read(t *testing.T, f fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(f, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFolder(t *testing.T) {
	names := []string{"isi", "isi baru", "ísi", "-isi", "i:s^i"}
	if runtime.GOOS != "windows" {
		names = append(names, "tab\tdan \"kutip\"", "baris\nbaru")
	}
	files := map[string]string{".gitattributes": "* export-ignore export-subst text eol=crlf\n", "luar.txt": "luar"}
	for _, name := range names {
		files[name+"/a.yaml"] = "a\n$Format:%H$\n"
		files[name+"/dalam/ü b.yaml"] = "b"
		files[name+"/kosong.yaml"] = ""
	}
	dir := repository(t, files)
	for _, name := range names {
		write(t, dir, map[string]string{name + "/a.yaml": "lain", name + "/baru.yaml": "baru"})
		f := folder(t, filepath.Join(dir, name), "HEAD")
		if err := fstest.TestFS(f, "a.yaml", "dalam/ü b.yaml", "kosong.yaml"); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if got := read(t, f, "a.yaml"); got != "a\n$Format:%H$\n" {
			t.Errorf("%q: %q", name, got)
		}
		if _, err := f.Open("baru.yaml"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: a file of the working tree: %v", name, err)
		}
	}
	if f := folder(t, dir, "main"); read(t, f, "luar.txt") != "luar" || read(t, f, "isi/a.yaml") == "" {
		t.Error("the whole tree")
	}
	if changed := git(t, dir, "status", "--porcelain", "--untracked-files=no"); strings.Count(changed, "\n")+1 != len(names) {
		t.Errorf("the repository is now\n%s", changed)
	}
}

func TestFolderThatIsNotThere(t *testing.T) {
	dir := repository(t, map[string]string{"a": "", "berkas": ""})
	if err := os.Mkdir(filepath.Join(dir, "isi"), 0o755); err != nil {
		t.Fatal(err)
	}
	if f := folder(t, filepath.Join(dir, "isi"), "HEAD"); f != nil {
		t.Error("a folder that no commit has")
	}
	git(t, dir, "rm", "-q", "berkas")
	write(t, dir, map[string]string{"berkas/a": ""})
	if f := folder(t, filepath.Join(dir, "berkas"), "HEAD"); f != nil {
		t.Error("a folder that was a file")
	}
}

// TestOddEntries: links and submodules are never opened, and a huge file is cut.
func TestOddEntries(t *testing.T) {
	dir := repository(t, map[string]string{"besar": strings.Repeat("x", 5<<20), "biasa": "biasa"})
	commit := git(t, dir, "rev-parse", "HEAD")
	link := exec.Command("git", "hash-object", "-w", "--stdin")
	link.Dir, link.Stdin = dir, strings.NewReader("/etc/passwd")
	id, err := link.Output()
	if err != nil {
		t.Fatal(err)
	}
	git(t, dir, "update-index", "--add", "--cacheinfo", "120000,"+strings.TrimSpace(string(id))+",tautan")
	git(t, dir, "update-index", "--add", "--cacheinfo", "160000,"+commit+",modul")
	git(t, dir, "commit", "-q", "-m", "aneh")
	f := folder(t, dir, "HEAD")
	for _, name := range []string{"tautan", "modul", "../luar", "/etc/passwd"} {
		if _, err := f.Open(name); err == nil {
			t.Errorf("%s was opened", name)
		}
	}
	entries, err := fs.ReadDir(f, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if regular := e.Name() == "besar" || e.Name() == "biasa"; e.Type().IsRegular() != regular {
			t.Errorf("%s is %v", e.Name(), e.Type())
		}
	}
	for range 2 { // after a cut file the next one is whole
		if got := read(t, f, "besar"); len(got) != 2<<20 {
			t.Errorf("%d bytes of a huge file", len(got))
		}
		if got := read(t, f, "biasa"); got != "biasa" {
			t.Errorf("then %q", got)
		}
	}
}

// TestHostileTree: names that no working tree can have are refused.
func TestHostileTree(t *testing.T) {
	dir := repository(t, map[string]string{"a": "a"})
	blob := git(t, dir, "rev-parse", "HEAD:a")
	raw, err := hex.DecodeString(blob)
	if err != nil {
		t.Fatal(err)
	}
	object := func(kind, data string) string {
		cmd := exec.Command("git", "hash-object", "-t", kind, "-w", "--stdin", "--literally")
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(data)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(out))
	}
	r, err := revision.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"..", ".", "", "a/../b", "/etc/passwd", strings.Repeat("a/", 3000) + "a"} {
		tree := object("tree", "100644 "+name+"\x00"+string(raw))
		commit := object("commit", "tree "+tree+"\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nx\n")
		c, err := r.Find(commit)
		if err != nil {
			t.Fatal(err)
		}
		if f, err := r.Folder(c); err == nil {
			f.Close()
			t.Errorf("%.20q was accepted", name)
		}
	}
}

func TestNames(t *testing.T) {
	dir := repository(t, map[string]string{"a": ""})
	git(t, dir, "tag", "v1")
	r, err := revision.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := git(t, dir, "rev-parse", "HEAD")
	for _, name := range []string{"HEAD", "main", "v1", "@", want, want[:8], "HEAD^0", "HEAD^{/satu}"} {
		if c, err := r.Find(name); err != nil || c.ID != want || c.Name != name {
			t.Errorf("%q: %+v, %v", name, c, err)
		}
	}
	for _, name := range []string{"", "^main", "-h", "--all", "--output=x", "--upload-pack=touch x", "main\n--all", "a\x00b", strings.Repeat("a", 1001)} {
		if _, err := r.Find(name); !errors.Is(err, revision.ErrBadName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"tidak-ada", "HEAD~1", "HEAD:a", "HEAD..main", "$(touch x)", ";touch x", strings.Repeat("0", 40)} {
		if c, err := r.Find(name); !errors.Is(err, revision.ErrNotFound) {
			t.Errorf("%q: %+v, %v", name, c, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
		t.Error("a name was run")
	}
}

// TestBase: what is compared with when nothing is named.
func TestBase(t *testing.T) {
	base := func(dir string) string {
		t.Helper()
		r, err := revision.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		c, err := r.Base()
		if err != nil {
			return err.Error()
		}
		return c.Name + " " + c.ID
	}
	dir := repository(t, map[string]string{"a": "1"})
	first := git(t, dir, "rev-parse", "HEAD")
	if got := base(dir); got != "main "+first {
		t.Errorf("on main: %s", got)
	}
	git(t, dir, "checkout", "-q", "-b", "cabang")
	write(t, dir, map[string]string{"a": "2"})
	git(t, dir, "commit", "-q", "-a", "-m", "dua")
	if got := base(dir); got != "main "+first {
		t.Errorf("on a branch: %s", got)
	}
	tree := filepath.Join(t.TempDir(), "pohon")
	git(t, dir, "worktree", "add", "-q", tree, "-b", "lain")
	if got := base(tree); got != "main "+first {
		t.Errorf("in a worktree: %s", got)
	}

	clone := filepath.Join(t.TempDir(), "klona")
	git(t, dir, "checkout", "-q", "main")
	git(t, ".", "clone", "-q", "file://"+filepath.ToSlash(dir), clone)
	git(t, clone, "checkout", "-q", "-b", "kerja", "origin/cabang")
	if got := base(clone); got != "origin/main "+first {
		t.Errorf("in a clone: %s", got)
	}
	git(t, dir, "branch", "-q", "-m", "main", "utama")
	if got := base(dir); got != "HEAD "+first {
		t.Errorf("without a main branch: %s", got)
	}

	shallow := filepath.Join(t.TempDir(), "dangkal")
	git(t, ".", "clone", "-q", "--depth", "1", "--branch", "cabang", "file://"+filepath.ToSlash(dir), shallow)
	git(t, shallow, "update-ref", "-d", "refs/remotes/origin/HEAD")
	if got := base(shallow); got != revision.ErrNoMain.Error() {
		t.Errorf("in a shallow clone: %s", got)
	}
	r, err := revision.Open(shallow)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Find(first); !errors.Is(err, revision.ErrShallow) {
		t.Errorf("a commit that a shallow clone lacks: %v", err)
	}
}

// TestElsewhere: outside a repository, in a bare one, before the first commit, and
// in the environment of a hook.
func TestElsewhere(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	if _, err := revision.Open(dir); !errors.Is(err, revision.ErrNoRepository) {
		t.Errorf("outside: %v", err)
	}
	git(t, dir, "init", "-q", "--bare")
	if _, err := revision.Open(dir); !errors.Is(err, revision.ErrNoRepository) {
		t.Errorf("bare: %v", err)
	}
	empty := t.TempDir()
	git(t, empty, "init", "-q")
	r, err := revision.Open(empty)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Base(); !errors.Is(err, revision.ErrNotFound) {
		t.Errorf("before the first commit: %v", err)
	}
	hooked := repository(t, map[string]string{"isi/a": "a"})
	t.Setenv("GIT_DIR", filepath.Join(dir, "tidak-ada"))
	t.Setenv("GIT_INDEX_FILE", "tidak-ada")
	if f := folder(t, filepath.Join(hooked, "isi"), "HEAD"); f == nil || read(t, f, "a") != "a" {
		t.Error("in a hook")
	}
	t.Setenv("PATH", "")
	if _, err := revision.Open(hooked); !errors.Is(err, revision.ErrNoGit) {
		t.Errorf("without git: %v", err)
	}
}

// TestOpenFile: an open file reads like any other.
func TestOpenFile(t *testing.T) {
	f := folder(t, repository(t, map[string]string{"a": "isi berkas"}), "HEAD")
	file, err := f.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out bytes.Buffer
	if _, err := io.Copy(&out, file); err != nil || out.String() != "isi berkas" {
		t.Errorf("%q, %v", out.String(), err)
	}
}
