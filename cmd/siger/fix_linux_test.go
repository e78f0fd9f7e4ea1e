package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// terminal opens a terminal: what is written to ours is typed.
func terminal(t *testing.T) (ours, theirs *os.File) {
	t.Helper()
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ours.Close() })
	var number, unlocked uint32
	for request, value := range map[uintptr]*uint32{syscall.TIOCSPTLCK: &unlocked, syscall.TIOCGPTN: &number} {
		if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, ours.Fd(), request, uintptr(unsafe.Pointer(value))); e != 0 {
			t.Fatal(e)
		}
	}
	theirs, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { theirs.Close() })
	return ours, theirs
}

// TestFixEditedMeanwhile saves one of two files while fix waits for its answer: what was saved
// stays, the other is mended.
func TestFixEditedMeanwhile(t *testing.T) {
	for name, edit := range map[string]func(file string) error{
		"edited":  func(file string) error { return os.WriteFile(file, []byte("ringksan: Lain.\n"), 0o644) },
		"deleted": os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../generator/testdata/kecil")); err != nil {
				t.Fatal(err)
			}
			path := func(name string) string { return filepath.Join(dir, "content/2020/inovasi", name+".yaml") }
			for _, name := range []string{"kopi", "baca"} {
				data, err := os.ReadFile(path(name))
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path(name), bytes.Replace(data, []byte("ringkasan:"), []byte("ringksan:"), 1), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			ours, theirs := terminal(t)
			cmd := exec.Command("siger", "fix")
			cmd.Dir, cmd.Stdin = dir, theirs
			messages, err := cmd.StderrPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = cmd.Process.Kill() })
			asked := make([]byte, len("Tulis perubahan ini ke 2 berkas? "))
			if _, err := io.ReadFull(messages, asked); err != nil {
				t.Fatalf("%s: %v", asked, err)
			}
			if err := edit(path("kopi")); err != nil {
				t.Fatal(err)
			}
			want, _ := os.ReadFile(path("kopi"))
			if _, err := ours.WriteString("y\n"); err != nil {
				t.Fatal(err)
			}
			said, err := io.ReadAll(messages)
			if err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != exitMachine || !strings.Contains(string(said), "1 berkas diperbaiki.") ||
				!strings.Contains(string(said), "tidak ditimpa: 2020/inovasi/kopi.yaml; jalankan sekali lagi") {
				t.Errorf("exit code %d: %s", code, said)
			}
			if got, _ := os.ReadFile(path("kopi")); !bytes.Equal(got, want) {
				t.Errorf("what was saved is gone:\n%s", got)
			}
			if other, err := os.ReadFile(path("baca")); err != nil || !bytes.Contains(other, []byte("ringkasan:")) {
				t.Errorf("the other was not mended: %s, %v", other, err)
			}
		})
	}
}
