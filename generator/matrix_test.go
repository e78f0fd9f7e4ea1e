package generator_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"siger/generator"
	"siger/generator/publish"
)

var rebuilds = flag.Int("rebuilds", 4, "how many processes TestMatrix builds the site in; 50 in .ci/run")

// folding opens a name whatever its case, as the file systems of macOS and Windows
// do, and lists a folder in a random order.
type folding struct {
	fs.FS
	random *rand.Rand
}

func (f folding) Open(name string) (fs.File, error) {
	real := "."
	for _, part := range strings.Split(name, "/") {
		list, err := fs.ReadDir(f.FS, real)
		if err != nil && name != "." {
			return nil, err
		}
		for _, e := range list {
			if strings.EqualFold(e.Name(), part) {
				part = e.Name()
			}
		}
		real = path.Join(real, part)
	}
	return f.FS.Open(real)
}

func (f folding) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(f.FS, name)
	f.random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

// TestMatrix builds and publishes the small site in many processes that differ in
// all that must not show: cores, time zone, language, umask, places on the disk,
// order of listings, and whether the file system tells cases apart. All publish
// the same files with the same modes.
func TestMatrix(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	pick := func(i int, from ...string) string { return from[i%len(from)] }
	var first string
	for i := range *rebuilds {
		top := filepath.Join(t.TempDir(), strings.Repeat("dalam/", i%5), pick(i, "a", "Folder Isi", "ü", "public"))
		if err := os.MkdirAll(top, 0o755); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(self, "-test.run", "^TestMatrixChild$", "-test.v")
		cmd.Env = append(os.Environ(), "SIGER_MATRIX="+top, "SIGER_MATRIX_SEED="+strconv.Itoa(i),
			"GOMAXPROCS="+pick(i, "1", "2", "8"), "TZ="+pick(i/3, "UTC", "Asia/Jakarta", "America/St_Johns", "Pacific/Kiritimati"),
			"LANG="+pick(i/2, "C", "id_ID.UTF-8", "tr_TR.UTF-8"), "LC_ALL="+pick(i/5, "", "de_DE.UTF-8"),
			"SIGER_MATRIX_UMASK="+pick(i, "18", "63", "0", "23")) // 022, 077, 0, 027
		out, err := cmd.CombinedOutput()
		_, hash, ok := strings.Cut(string(out), "hash ")
		hash, _, _ = strings.Cut(hash, "\n")
		if err != nil || !ok || len(hash) != 64 {
			t.Fatalf("rebuild %d: %v\n%s", i, err, out)
		}
		if first == "" {
			first = hash
		} else if hash != first {
			t.Errorf("rebuild %d has the hash %s, the first %s; its environment: %q", i, hash, first, cmd.Env[len(cmd.Env)-6:])
		}
	}
	t.Logf("%d rebuilds, hash %s", *rebuilds, first)
}

// TestMatrixChild is one process of TestMatrix.
func TestMatrixChild(t *testing.T) {
	top := os.Getenv("SIGER_MATRIX")
	if top == "" {
		return
	}
	seed, err := strconv.ParseUint(os.Getenv("SIGER_MATRIX_SEED"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	mask, err := strconv.Atoi(os.Getenv("SIGER_MATRIX_UMASK"))
	if err != nil {
		t.Fatal(err)
	}
	content := filepath.Join(top, "content")
	if err := os.CopyFS(content, os.DirFS("testdata/kecil")); err != nil {
		t.Fatal(err)
	}
	setUmask(mask)
	out := filepath.Join(top, "situs")
	stage, err := publish.Begin(out, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Abort()
	_, problems, err := generator.Build(config(folding{os.DirFS(content), rand.New(rand.NewPCG(seed, 1))}), stage)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if _, err := stage.Commit(); err != nil {
		t.Fatal(err)
	}
	sum := sha256.New()
	files := 0
	err = filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		var data []byte
		if !d.IsDir() {
			files++
			if data, err = os.ReadFile(name); err != nil {
				return err
			}
		}
		rel, err := filepath.Rel(out, name)
		if bytes.Contains(data, []byte(top)) {
			t.Errorf("%s tells where it was built", rel)
		}
		fmt.Fprintf(sum, "%s %s %d\n%s\n", filepath.ToSlash(rel), info.Mode(), len(data), data)
		return err
	})
	if err != nil || files < 50 {
		t.Fatalf("%d files, %v", files, err)
	}
	fmt.Printf("hash %x\n", sum.Sum(nil))
}
