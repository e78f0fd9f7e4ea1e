package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func TestUmask(t *testing.T) {
	before := syscall.Umask(0o077)
	defer syscall.Umask(before)
	out := filepath.Join(t.TempDir(), "public")
	_, err := publish(out, siteA, Options{})
	check(t, err)
	for path, want := range map[string]fs.FileMode{"": 0o755, "2021": 0o755, "2021/peringkat/index.html": 0o644, manifestName: 0o644} {
		info, err := os.Lstat(filepath.Join(out, path))
		check(t, err)
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%q has mode %o, want %o", path, got, want)
		}
	}
}

// asNobody has the rest of a test touch files as a user who is not root.
func asNobody(t *testing.T, folder string) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	check(t, os.Chmod(filepath.Dir(folder), 0o755))
	check(t, os.Chown(folder, 65534, 65534))
	runtime.LockOSThread()
	check(t, syscall.Setfsgid(65534))
	check(t, syscall.Setfsuid(65534))
	t.Cleanup(func() {
		check(t, syscall.Setfsuid(0))
		check(t, syscall.Setfsgid(0))
		runtime.UnlockOSThread()
	})
}

func TestReadOnlyParent(t *testing.T) {
	top := t.TempDir()
	asNobody(t, top)
	out := filepath.Join(top, "public")
	prepare(t, out, siteA)
	check(t, os.Chmod(top, 0o555))
	defer os.Chmod(top, 0o755)
	if _, err := publish(out, siteB, Options{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v, want permission denied", err)
	}
	if got := whole(t, out, siteA); got != "old" {
		t.Errorf("the site is %s", got)
	}
}

// A foreign folder that its owner closed for writing is carried and swept.
func TestClosedFolder(t *testing.T) {
	top := t.TempDir()
	asNobody(t, top)
	out := filepath.Join(top, "public")
	disk{"milik/a": "mine", "milik/b/c": "mine"}.build(t, out)
	for _, path := range []string{"milik/b", "milik"} {
		check(t, os.Chmod(filepath.Join(out, path), 0o555))
		defer os.Chmod(filepath.Join(out, path), 0o755)
	}
	want := disk{"milik/a": "mine", "milik/b/c": "mine"}
	for _, site := range []disk{siteA, siteB} {
		_, err := publish(out, site, Options{})
		check(t, err)
		same(t, "output folder", read(t, out), with(site, want))
		clean(t, out)
	}
	options := Options{step: func(at string) error {
		if at == "exchange" {
			return syscall.ENOSPC
		}
		return nil
	}}
	if _, err := publish(out, siteA, options); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error %v, want that the disk is full", err)
	}
	same(t, "output folder", read(t, out), with(siteB, want))
	clean(t, out)
	info, err := os.Lstat(filepath.Join(out, "milik"))
	check(t, err)
	if info.Mode().Perm() != 0o555 {
		t.Errorf("the foreign folder has mode %o", info.Mode().Perm())
	}
}

// mount mounts a small file system on a new folder, or skips the test.
func mount(t *testing.T, folder string) {
	t.Helper()
	check(t, os.MkdirAll(folder, 0o755))
	if err := syscall.Mount("siger-test", folder, "tmpfs", 0, "size=96k"); err != nil {
		t.Skipf("mounting is not permitted here: %v", err)
	}
	t.Cleanup(func() { check(t, syscall.Unmount(folder, 0)) })
}

func TestFullDisk(t *testing.T) {
	top := filepath.Join(t.TempDir(), "kecil")
	mount(t, top)
	out := filepath.Join(top, "public")
	prepare(t, out, siteA)
	_, err := publish(out, with(siteB, disk{"besar": strings.Repeat("x", 200<<10)}), Options{})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error %v, want that the disk is full", err)
	}
	if got := whole(t, out, siteA); got != "old" {
		t.Errorf("the site is %s", got)
	}
	clean(t, out)
}

func TestMountPoint(t *testing.T) {
	for _, c := range []struct{ name, mount string }{{"the output folder", "public"}, {"in the output folder", "public/lain"}} {
		t.Run(c.name, func(t *testing.T) {
			top := t.TempDir()
			mount(t, filepath.Join(top, c.mount))
			disk{"a": "mine"}.build(t, filepath.Join(top, c.mount))
			_, err := publish(filepath.Join(top, "public"), siteA, Options{})
			var refused *RefusedError
			if !errors.As(err, &refused) || refused.Reason != NotMovable {
				t.Errorf("error %v, want refused", err)
			}
			same(t, "mounted folder", read(t, filepath.Join(top, c.mount)), disk{"a": "mine"})
		})
	}
}

// The call for the whole file system and the calls for each file both work.
func TestSyncTree(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	prepare(t, out, siteA)
	check(t, syncTree(out))
	check(t, syncEach(out))
}
