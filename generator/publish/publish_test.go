package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A disk is a folder's content: a file's bytes, "-> target" for a link, and for a
// folder without entries "folder".
type disk map[string]string

// build creates what d says.
func (d disk) build(t *testing.T, root string) {
	t.Helper()
	for _, path := range slices.Sorted(maps.Keys(d)) {
		name := filepath.Join(root, filepath.FromSlash(path))
		check(t, os.MkdirAll(filepath.Dir(name), 0o755))
		if target, ok := strings.CutPrefix(d[path], "-> "); ok {
			check(t, os.Symlink(target, name))
		} else if d[path] == "folder" {
			check(t, os.MkdirAll(name, 0o755))
		} else {
			check(t, os.WriteFile(name, []byte(d[path]), 0o644))
		}
	}
}

// read reads a folder, without its manifest; it is nil if there is no folder.
func read(t *testing.T, root string) disk {
	t.Helper()
	if _, err := os.Lstat(root); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	d := disk{}
	check(t, filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == root {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		rel = filepath.ToSlash(rel)
		delete(d, parent(rel))
		switch {
		case e.IsDir():
			d[rel] = "folder"
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			d[rel] = "-> " + target
			return err
		case rel != manifestName:
			data, err := os.ReadFile(name)
			d[rel] = string(data)
			return err
		}
		return nil
	}))
	return d
}

func with(parts ...disk) disk {
	all := disk{}
	for _, d := range parts {
		maps.Copy(all, d)
	}
	return all
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, what string, got, want disk) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %v\nwant %v", what, got, want)
	}
}

// publish publishes a site.
func publish(out string, site disk, options Options) (Summary, error) {
	stage, err := Begin(out, options)
	if err != nil {
		return Summary{}, err
	}
	defer stage.Abort()
	for _, path := range slices.Sorted(maps.Keys(site)) {
		if err := stage.Put(path, []byte(site[path])); err != nil {
			return Summary{}, err
		}
	}
	return stage.Commit()
}

// clean fails if something remains beside the output folder.
func clean(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(out))
	check(t, err)
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".siger") {
			t.Errorf("%s remains: %v", e.Name(), read(t, filepath.Join(filepath.Dir(out), e.Name())))
		}
	}
}

var (
	siteA   = disk{"index.html": "A", "sama.css": "same", "2021/peringkat/index.html": "A", "lama/index.html": "A", "jenis": "A"}
	siteB   = disk{"index.html": "B", "sama.css": "same", "2021/peringkat/index.html": "B", "baru/index.html": "B", "jenis/index.html": "B"}
	foreign = disk{"CNAME": "inovasi.example", ".gitignore": "*\n", "milik/orang/catatan.txt": "mine", "2021/foto.jpg": "mine",
		"kosong/sekali": "folder", "tautan": "-> ../luar", "putus": "-> tidak-ada"}
	ways = map[string]Options{"exchange": {}, "two renames": {twoRenames: true}, "copies": {copies: true}}
)

func TestPublish(t *testing.T) {
	edited := disk{"lama/index.html": "edited by hand"}
	for _, c := range []struct {
		name         string
		first, extra disk // the site before, and what is then put beside it
		next, want   disk
		summary      Summary // Bytes left out
	}{
		{"fresh", nil, nil, siteA, siteA, Summary{Files: 5, Written: 5}},
		{"beside foreign files", nil, foreign, siteA, with(siteA, foreign), Summary{Files: 5, Written: 5, Kept: 7}},
		{"same", siteA, nil, siteA, siteA, Summary{Files: 5, Unchanged: 5}},
		{"same with foreign files", siteA, foreign, siteA, with(siteA, foreign), Summary{Files: 5, Unchanged: 5}},
		{"another", siteA, foreign, siteB, with(siteB, foreign), Summary{Files: 5, Written: 4, Unchanged: 1, Removed: 2, Kept: 7}},
		{"fewer", siteA, nil, disk{"index.html": "A"}, disk{"index.html": "A"}, Summary{Files: 1, Unchanged: 1, Removed: 4}},
		{"none", siteA, foreign, disk{}, foreign, Summary{Removed: 5, Kept: 7}},
		{"stale but edited", siteA, edited, siteB, with(siteB, edited), Summary{Files: 5, Written: 4, Unchanged: 1, Removed: 1, Kept: 1}},
		{"edited and wanted", siteA, edited, siteA, siteA, Summary{Files: 5, Written: 1, Unchanged: 4}},
		{"edited, same size", siteA, disk{"sama.css": "SAME"}, siteA, siteA, Summary{Files: 5, Written: 1, Unchanged: 4}},
		{"empty file", nil, nil, disk{"kosong": ""}, disk{"kosong": ""}, Summary{Files: 1, Written: 1}},
		{"folder where a file was", disk{"a": "1"}, nil, disk{"a/b": "1"}, disk{"a/b": "1"}, Summary{Files: 1, Written: 1, Removed: 1}},
		{"file where a folder was", disk{"a/b": "1"}, nil, disk{"a": "1"}, disk{"a": "1"}, Summary{Files: 1, Written: 1, Removed: 1}},
		{"foreign empty folder used", nil, disk{"a/b": "folder"}, disk{"a/c": "1"}, disk{"a/b": "folder", "a/c": "1"}, Summary{Files: 1, Written: 1, Kept: 1}},
	} {
		for way, options := range ways {
			t.Run(c.name+"/"+way, func(t *testing.T) {
				t.Parallel()
				top := t.TempDir()
				out := filepath.Join(top, "public")
				disk{"luar/asing.txt": "outside"}.build(t, top)
				if c.first != nil {
					_, err := publish(out, c.first, Options{})
					check(t, err)
				}
				c.extra.build(t, out)
				summary, err := publish(out, c.next, options)
				check(t, err)
				want := c.summary
				for _, data := range c.next {
					want.Bytes += int64(len(data))
				}
				if summary != want {
					t.Errorf("summary %+v, want %+v", summary, want)
				}
				same(t, "output folder", read(t, out), c.want)
				same(t, "outside", read(t, filepath.Join(top, "luar")), disk{"asing.txt": "outside"})
				clean(t, out)
			})
		}
	}
}

// inodes returns what would differ if a file were touched.
func inodes(t *testing.T, root string) map[string]string {
	t.Helper()
	found := map[string]string{}
	check(t, filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil {
			number, _ := inode(info)
			found[name] = fmt.Sprint(number, info.Mode(), info.ModTime().UnixNano())
		}
		return err
	}))
	return found
}

func TestUntouched(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	foreign.build(t, out)
	_, err := publish(out, siteA, Options{})
	check(t, err)
	before := inodes(t, out)
	_, err = publish(out, siteA, Options{})
	check(t, err)
	if after := inodes(t, out); !maps.Equal(before, after) {
		t.Errorf("publishing the same site touched it:\nbefore %v\nafter  %v", before, after)
	}
	_, err = publish(out, siteB, Options{})
	check(t, err)
	after := inodes(t, out)
	for _, path := range []string{"sama.css", "CNAME", "milik/orang/catatan.txt"} {
		if name := filepath.Join(out, filepath.FromSlash(path)); before[name] != after[name] {
			t.Errorf("%s was touched: before %s, after %s", path, before[name], after[name])
		}
	}
}

// An old time makes a file trusted; without it the bytes are compared.
func TestUnchangedWithOldTime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	_, err := publish(out, siteA, Options{})
	check(t, err)
	past := time.Now().Add(-time.Hour)
	check(t, os.Chtimes(filepath.Join(out, "sama.css"), past, past))
	for way, options := range ways {
		summary, err := publish(out, with(siteA, disk{"index.html": way}), options)
		check(t, err)
		info, err := os.Lstat(filepath.Join(out, "sama.css"))
		check(t, err)
		if summary.Unchanged != 4 || !info.ModTime().Equal(past) {
			t.Errorf("%s: %d files unchanged, want 4; time %v, want %v", way, summary.Unchanged, info.ModTime(), past)
		}
	}
}

// TestBesideOneFile: what is foreign in a folder with one file of the site is there at every instant,
// however often the site has been published with it.
func TestBesideOneFile(t *testing.T) {
	for way, options := range ways {
		t.Run(way, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			extra := disk{"2021/peringkat/catatan.txt": "mine", "lama/lagi/catatan.txt": "mine", "lama/kosong": "folder"}
			options.step = func(name string) error {
				if name == "exchanged" {
					for path := range extra {
						if _, err := os.Lstat(filepath.Join(out, filepath.FromSlash(path))); err != nil {
							t.Error(err)
						}
					}
				}
				if name == "manifest" || name == "replace" {
					time.Sleep(20 * time.Millisecond) // more than the grain of files' times
				}
				return nil
			}
			_, err := publish(out, siteA, Options{})
			check(t, err)
			extra.build(t, out)
			for _, next := range []disk{{"index.html": "B"}, {"index.html": "C", "jenis": "C"}, {"index.html": "D", "jenis": "D"}, {"index.html": "E"}} {
				next = with(siteA, next)
				_, err = publish(out, next, options)
				check(t, err)
				same(t, "output folder", read(t, out), with(next, extra))
			}
			_, err = publish(out, with(siteA, disk{"2021/peringkat/catatan.txt": "F"}), options)
			if _, ok := errors.AsType[*ConflictError](err); !ok {
				t.Errorf("no conflict: %v", err)
			}
			clean(t, out)
		})
	}
}

func TestConflict(t *testing.T) {
	for _, c := range []struct {
		name  string
		extra disk
		want  string
	}{
		{"file for a file", disk{"baru/index.html": "mine"}, "baru/index.html"},
		{"equal file for a file", disk{"baru/index.html": "B"}, "baru/index.html"},
		{"file for a folder", disk{"baru": "mine"}, "baru"},
		{"folder for a file", disk{"baru/index.html/mine.txt": "mine"}, "baru/index.html/mine.txt"},
		{"empty folder for a file", disk{"baru/index.html": "folder"}, "baru/index.html"},
		{"link for a folder", disk{"baru": "-> ../luar"}, "baru"},
		{"link for a file", disk{"baru/index.html": "-> ../../luar/asing.txt"}, "baru/index.html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			top := t.TempDir()
			out := filepath.Join(top, "public")
			disk{"luar/asing.txt": "outside"}.build(t, top)
			_, err := publish(out, siteA, Options{})
			check(t, err)
			c.extra.build(t, out)
			before := inodes(t, out)
			_, err = publish(out, siteB, Options{})
			var conflict *ConflictError
			if !errors.As(err, &conflict) || conflict.Path != c.want {
				t.Errorf("error %v, want a conflict over %s", err, c.want)
			}
			if after := inodes(t, out); !maps.Equal(before, after) {
				t.Errorf("a conflict changed the output folder")
			}
			same(t, "outside", read(t, filepath.Join(top, "luar")), disk{"asing.txt": "outside"})
			clean(t, out)
		})
	}
}

// A published folder that was replaced by a link must not be written through, nor
// be taken as unchanged.
func TestLinkForPublishedFolder(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "public")
	_, err := publish(out, siteA, Options{})
	check(t, err)
	check(t, os.Rename(filepath.Join(out, "lama"), filepath.Join(top, "luar")))
	check(t, os.Symlink("../luar", filepath.Join(out, "lama")))
	_, err = publish(out, siteA, Options{})
	var conflict *ConflictError
	if !errors.As(err, &conflict) || conflict.Path != "lama" {
		t.Errorf("error %v, want a conflict over lama", err)
	}
	_, err = publish(out, siteB, Options{})
	check(t, err)
	same(t, "output folder", read(t, out), with(siteB, disk{"lama": "-> ../luar"}))
	same(t, "outside", read(t, filepath.Join(top, "luar")), disk{"index.html": "A"})
}

func TestOutputFolderIsLink(t *testing.T) {
	top := t.TempDir()
	check(t, os.Mkdir(filepath.Join(top, "data"), 0o755))
	check(t, os.Symlink("data", filepath.Join(top, "public")))
	_, err := publish(filepath.Join(top, "public"), siteA, Options{})
	check(t, err)
	if target, err := os.Readlink(filepath.Join(top, "public")); target != "data" {
		t.Errorf("the link leads to %q, %v", target, err)
	}
	same(t, "linked folder", read(t, filepath.Join(top, "data")), siteA)
	clean(t, filepath.Join(top, "data"))
}

func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	out := filepath.Join(t.TempDir(), "public")
	disk{"CNAME": "mine", "milik/a": "mine"}.build(t, out)
	check(t, os.Chmod(out, 0o775))
	check(t, os.Chmod(filepath.Join(out, "milik"), 0o500))
	check(t, os.Chmod(filepath.Join(out, "CNAME"), 0o600))
	for _, site := range []disk{siteA, siteB} {
		_, err := publish(out, site, Options{})
		check(t, err)
		check(t, os.Chmod(filepath.Join(out, "sama.css"), 0o666)) // mended by the next
	}
	_, err := publish(out, siteA, Options{})
	check(t, err)
	for path, want := range map[string]fs.FileMode{"": 0o775, "milik": 0o500, "CNAME": 0o600, "index.html": 0o644,
		"2021/peringkat": 0o755, "sama.css": 0o644, manifestName: 0o644} {
		info, err := os.Lstat(filepath.Join(out, path))
		check(t, err)
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%q has mode %o, want %o", path, got, want)
		}
	}
	check(t, os.Chmod(filepath.Join(out, "milik"), 0o700)) // so that it can be removed
}

func TestAbort(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	stage, err := Begin(out, Options{})
	check(t, err)
	check(t, stage.Put("a/b", []byte("1")))
	check(t, stage.Abort())
	check(t, stage.Abort())
	if err := stage.Put("c", nil); err == nil {
		t.Error("Put after Abort: no error")
	}
	if _, err := stage.Commit(); err == nil {
		t.Error("Commit after Abort: no error")
	}
	same(t, "output folder", read(t, out), nil)
	clean(t, out)
}

func TestConcurrentPut(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for round := range 2 {
		stage, err := Begin(out, Options{})
		check(t, err)
		want := disk{}
		var group sync.WaitGroup
		for i := range 200 {
			path, data := fmt.Sprintf("%d/%d/index.html", i%7, i), fmt.Sprint(i*(1+round*(i%2)))
			want[path] = data
			group.Go(func() {
				if err := stage.Put(path, []byte(data)); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		_, err = stage.Commit()
		check(t, err)
		same(t, "output folder", read(t, out), want)
	}
}
