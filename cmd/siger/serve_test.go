package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A session is "siger serve" as a process, in a folder with the small site.
type session struct {
	t       *testing.T
	dir     string
	process *exec.Cmd
	lines   chan string // of stderr; closed at its end
	address string
}

func startServe(t *testing.T, prepare func(dir string), args ...string) *session {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs signals")
	}
	s := &session{t: t, dir: t.TempDir(), lines: make(chan string, 100)}
	if err := os.CopyFS(filepath.Join(s.dir, "content"), os.DirFS("../../generator/testdata/kecil")); err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(s.dir)
	}
	s.process = exec.Command("siger", append([]string{"serve", "--port", "0"}, args...)...) // of testscript.Main
	s.process.Dir = s.dir
	s.process.Stdout = failingWriter{t}
	messages, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Kill() })
	go func() {
		defer close(s.lines)
		for in := bufio.NewScanner(messages); in.Scan(); {
			s.lines <- in.Text()
		}
	}()
	found := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(s.until("http://"))
	if s.address = found; found == "" {
		t.Fatal("no address was printed")
	}
	return s
}

// failingWriter is the stdout of a command that has no results.
type failingWriter struct{ t *testing.T }

func (w failingWriter) Write(data []byte) (int, error) {
	w.t.Errorf("on stdout: %s", data)
	return len(data), nil
}

// until returns the lines of stderr up to the first that has a text.
func (s *session) until(text string) string {
	s.t.Helper()
	var all strings.Builder
	late := time.After(time.Minute)
	for {
		select {
		case line, ok := <-s.lines:
			if !ok {
				s.t.Fatalf("the end came before %q:\n%s", text, all.String())
			}
			fmt.Fprintln(&all, line)
			if strings.Contains(line, text) {
				return all.String()
			}
		case <-late:
			s.t.Fatalf("no line with %q:\n%s", text, all.String())
		}
	}
}

func (s *session) get(path string) (status int, body string) {
	s.t.Helper()
	answer, err := http.Get(s.address + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer.StatusCode, string(data)
}

// faults returns what pages show of the faults now.
func (s *session) faults() string {
	s.t.Helper()
	answer, err := http.Get(s.address + ".siger/events")
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	for in := bufio.NewScanner(answer.Body); in.Scan(); {
		if data, ok := strings.CutPrefix(in.Text(), "data: "); ok {
			var event struct{ Masalah string }
			if err := json.Unmarshal([]byte(data), &event); err != nil {
				s.t.Fatal(err)
			}
			return event.Masalah
		}
	}
	s.t.Fatal("no event")
	return ""
}

func (s *session) edit(name, old, now string) {
	s.t.Helper()
	file := filepath.Join(s.dir, "content", name)
	data, err := os.ReadFile(file)
	if err != nil {
		s.t.Fatal(err)
	}
	if strings.Count(string(data), old) != 1 {
		s.t.Fatalf("%s has not one %q", name, old)
	}
	if err := os.WriteFile(file+".baru", []byte(strings.Replace(string(data), old, now, 1)), 0o644); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Rename(file+".baru", file); err != nil {
		s.t.Fatal(err)
	}
}

// TestServeWarning: a warning is told in the terminal, and lies over no page.
func TestServeWarning(t *testing.T) {
	s := startServe(t, nil)
	s.until("Situs siap")
	s.edit("2020/inovasi/kopi.yaml", "Nama rekaan.", "Telepon 0812-3456-7890.")
	s.until("1 peringatan di 1 berkas. Rinciannya ditampilkan oleh siger check.")
	if faults := s.faults(); faults != "" {
		t.Errorf("pages show %q", faults)
	}
	if _, page := s.get("inovasi/kopi/"); !strings.Contains(page, "Telepon 0812") {
		t.Error("the page is not the new one")
	}
	s.stop(os.Interrupt)
}

func (s *session) stop(signal os.Signal) {
	s.t.Helper()
	if err := s.process.Process.Signal(signal); err != nil {
		s.t.Fatal(err)
	}
	s.until("Pratinjau selesai.")
	for line := range s.lines {
		s.t.Errorf("after the end: %s", line)
	}
	if err := s.process.Wait(); err != nil {
		s.t.Errorf("after %v: %v", signal, err)
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		s.t.Fatal(err)
	}
	if len(entries) != 1 {
		s.t.Errorf("the preview wrote beside the content: %v", entries)
	}
}

// TestServe: a session from the first build to Ctrl+C.
func TestServe(t *testing.T) {
	s := startServe(t, nil)
	s.until("Situs siap: 6")
	if status, page := s.get("inovasi/kopi/"); status != http.StatusOK || !strings.Contains(page, "Kopi Rakyat") ||
		!strings.Contains(page, `<link rel="canonical" href="`+s.address+`inovasi/kopi/">`) {
		t.Errorf("status %d:\n%s", status, page)
	}

	// Terminal and pages say what check says, and the site stays.
	s.edit("2020/inovasi/kopi.yaml", "nama: Kopi Rakyat", "nam: Kopi Rakyat")
	printed := s.until("terakhir yang baik tetap ditampilkan")
	check := exec.Command("siger", "check")
	check.Dir = s.dir
	said, err := check.CombinedOutput()
	if err == nil || !strings.Contains(string(said), "content/2020/inovasi/kopi.yaml:1:1: [S110]") {
		t.Fatalf("check: %v\n%s", err, said)
	}
	if !strings.Contains(printed, string(said)) {
		t.Errorf("the terminal has\n%s\ncheck says\n%s", printed, said)
	}
	if got := s.faults(); got != string(said) {
		t.Errorf("pages have\n%s\ncheck says\n%s", got, said)
	}
	if status, _ := s.get("inovasi/kopi/"); status != http.StatusOK {
		t.Errorf("with problems the site has status %d", status)
	}
	s.edit("2020/inovasi/kopi.yaml", "nam: Kopi Rakyat", "nama: Kopi Merakyat")
	s.until("Situs siap: ")
	if _, page := s.get("inovasi/kopi/"); s.faults() != "" || !strings.Contains(page, "Kopi Merakyat") {
		t.Errorf("after mending: faults %q, page\n%s", s.faults(), page)
	}

	// Its port is taken now.
	port := strings.Trim(s.address[strings.LastIndex(s.address, ":"):], ":/")
	second := exec.Command("siger", "serve", "--port", port)
	second.Dir = s.dir
	refused, _ := second.CombinedOutput()
	if want := "port " + port + " sedang dipakai program lain"; second.ProcessState.ExitCode() != exitUsage || !strings.Contains(string(refused), want) {
		t.Errorf("exit code %d: %s", second.ProcessState.ExitCode(), refused)
	}
	s.stop(os.Interrupt)
}

// TestServeDisguised: a file that was changed and looks as before is read anew when its page is made.
func TestServeDisguised(t *testing.T) {
	const kopi = "content/2020/inovasi/kopi.yaml"
	old := time.Now().Add(-time.Hour)
	s := startServe(t, func(dir string) {
		if err := os.Chtimes(filepath.Join(dir, kopi), old, old); err != nil {
			t.Fatal(err)
		}
	})
	s.until("Situs siap: 6")
	file := filepath.Join(s.dir, kopi)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(data), "rancang_bangun: |\n  ")
	if !found {
		t.Fatal("no text to change")
	}
	changed := strings.Replace(string(data), text[:12], strings.Repeat("x", 12), 1)
	if err := errors.Join(os.WriteFile(file+".baru", []byte(changed), 0o644), os.Chtimes(file+".baru", old, old), os.Rename(file+".baru", file)); err != nil {
		t.Fatal(err)
	}
	s.edit("situs.yaml", "nama: Situs Uji", "nama: Situs Coba")
	s.until("Situs siap: 6")
	if _, page := s.get("inovasi/kopi/"); s.faults() != "" || !strings.Contains(page, "xxxxxxxxxxxx") {
		t.Errorf("faults %q, page\n%s", s.faults(), page)
	}
	s.stop(os.Interrupt)
}

// TestServeBroken: problems from the start, and layouts that cannot work.
func TestServeBroken(t *testing.T) {
	s := startServe(t, func(dir string) {
		if err := os.Mkdir(filepath.Join(dir, "content/layouts"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "content/layouts/home.html"), []byte("{{"), 0o644); err != nil {
			t.Fatal(err)
		}
	}, "--layouts", "content/layouts")
	s.until("Situs ditampilkan begitu ini dibereskan.")
	if status, page := s.get(""); status != http.StatusServiceUnavailable || !strings.Contains(page, "home.html") {
		t.Errorf("status %d:\n%s", status, page)
	}
	if err := os.Rename(filepath.Join(s.dir, "content/layouts/home.html"), filepath.Join(s.dir, "content/layouts/.home")); err != nil {
		t.Fatal(err)
	}
	s.until("[S101]") // the folder of layouts is no content
	if status, page := s.get(""); status != http.StatusServiceUnavailable || !strings.Contains(page, "content/layouts: [S101]") {
		t.Errorf("status %d:\n%s", status, page)
	}
	s.stop(syscall.SIGTERM)
}

// TestServeOpen: the browser opens on the page of the file last changed.
func TestServeOpen(t *testing.T) {
	bin := t.TempDir()
	opened := filepath.Join(bin, "dibuka")
	for _, name := range []string{"xdg-open", "open"} {
		script := "#!/bin/sh\necho \"$1\" > " + opened + ".baru && mv " + opened + ".baru " + opened + "\n"
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	touch := func(dir, name string, age time.Duration) {
		when := time.Now().Add(-age)
		if err := os.Chtimes(filepath.Join(dir, "content", name), when, when); err != nil {
			t.Fatal(err)
		}
	}
	s := startServe(t, func(dir string) { touch(dir, "2020/inovasi/kopi.yaml", -time.Hour) }, "--open")
	s.until("Situs siap: ")
	var address string
	for end := time.Now().Add(time.Minute); address == "" && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		data, _ := os.ReadFile(opened)
		address = strings.TrimSpace(string(data))
	}
	if want := s.address + ".siger/latest"; address != want {
		t.Fatalf("opened %q, want %q", address, want)
	}
	for name, want := range map[string]string{
		"2020/inovasi/kopi.yaml": "inovasi/kopi/",
		"2020/edisi.yaml":        "2020/",
		"perangkat-daerah.yaml":  "perangkat-daerah/",
		"klasifikasi.yaml":       "",
	} {
		touch(s.dir, name, -2*time.Hour)
		answer, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if got := answer.Request.URL.String(); got != s.address+want || answer.StatusCode != http.StatusOK {
			t.Errorf("after a change of %s: %s with status %d", name, got, answer.StatusCode)
		}
		touch(s.dir, name, time.Hour)
	}
	s.stop(os.Interrupt)
}
