package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

const (
	textSave  = "siger serve, text saved"
	levelSave = "siger serve, level saved"
	hugoSave  = "hugo server, text saved"

	heading = "### Cara kerja" // of a text, in all sources
	level   = "indikator-4: "
)

// saves measures programs that serve while a file is saved, round by round. A level is saved
// together with a text, by which the page is known, and the page is asked for until it shows it.
// Peak memory is that of all the serving.
func (b *bench) saves(content, edited, hugo, id string) ([]*job, error) {
	if _, err := cpuOf(os.Getpid()); errors.Is(err, errors.ErrUnsupported) {
		fmt.Println("serving is measured on Linux only")
		return nil, nil
	}
	siger, err := serving("inovasi/"+id+"/", func(port string) []string {
		return []string{b.siger, "serve", "--content", content, "--port", port}
	})
	if err != nil {
		return nil, err
	}
	defer siger.stop()
	turn := 0
	marked := func() string { turn++; return fmt.Sprint(" saved-", turn) }
	text, levels, full := &job{name: textSave}, &job{name: levelSave}, &job{name: hugoSave}
	jobs := []*job{text, levels}
	var other *server
	if b.hugo != "" {
		jobs = append(jobs, full)
		if other, err = serving("inovasi/"+id+"/", func(port string) []string {
			return []string{b.hugo, "server", "--minify", "--disableFastRender", "--renderToMemory", "--bind", "127.0.0.1", "--port", port,
				"--source", hugo, "--cacheDir", hugo + "-cache"}
		}); err != nil {
			return nil, err
		}
		defer other.stop()
	}
	for range b.rounds {
		for _, j := range jobs {
			s, file := siger, edited
			mark := marked()
			change := func() error { return replaceLine(file, heading, mark) }
			switch j {
			case levels:
				change = func() error { return errors.Join(changeLevel(file), replaceLine(file, heading, mark)) }
			case full:
				s, file = other, filepath.Join(hugo, "content/inovasi", id+".md")
			}
			f, err := s.saved(change, mark)
			if err != nil {
				s.stop()
				return nil, fmt.Errorf("%s: %w\n%s", j.name, err, s.output.Bytes())
			}
			j.figures = append(j.figures, f)
		}
	}
	for _, j := range jobs {
		s := siger
		if j == full {
			s = other
		}
		s.stop()
		for i := range j.figures {
			j.figures[i].peak = peakOf(s.cmd.ProcessState)
		}
	}
	return jobs, nil
}

// A server is a program that serves a site while it is being edited.
type server struct {
	cmd    *exec.Cmd
	output bytes.Buffer
	page   string // address of the page that is looked at
}

// serving starts a program that serves on a port, and returns when it serves the
// page at a path.
func serving(path string, args func(port string) []string) (*server, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	list := args(port)
	s := &server{cmd: exec.Command(list[0], list[1:]...), page: "http://127.0.0.1:" + port + "/" + path}
	s.cmd.Stdout, s.cmd.Stderr = &s.output, &s.output
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	if err := s.shows(nil); err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
}

func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}

func (s *server) stop() {
	_ = s.cmd.Process.Kill() // which fails only if it has ended
	_ = s.cmd.Wait()
}

const (
	longest = 10 * time.Minute
	often   = 20 * time.Millisecond
	calm    = 300 * time.Millisecond // without work, after which all of an edit is done
)

// shows waits until the page contains a text.
func (s *server) shows(text []byte) error {
	for start := time.Now(); time.Since(start) < longest; time.Sleep(often) {
		answer, err := http.Get(s.page)
		if err != nil {
			continue // not yet
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err == nil && answer.StatusCode == http.StatusOK && bytes.Contains(body, text) {
			return nil
		}
	}
	return fmt.Errorf("%s does not show %q", s.page, text)
}

// saved measures an edit: the processor's time until the program rests again, and
// the time until the page shows a text that it brings.
func (s *server) saved(edit func() error, text string) (figure, error) {
	before, err := s.rest()
	if err != nil {
		return figure{}, err
	}
	if err := edit(); err != nil {
		return figure{}, err
	}
	start := time.Now()
	if err := s.shows([]byte(text)); err != nil {
		return figure{}, err
	}
	wall := time.Since(start)
	after, err := s.rest()
	return figure{cpu: after - before, wall: wall}, err
}

// rest waits until the program does nothing any more, and returns the processor's
// time that it has taken until now.
func (s *server) rest() (time.Duration, error) {
	last, err := cpuOf(s.cmd.Process.Pid)
	for err == nil {
		time.Sleep(calm)
		var now time.Duration
		if now, err = cpuOf(s.cmd.Process.Pid); now-last < calm/100 {
			return now, err
		}
		last = now
	}
	return 0, err
}

// changeLevel changes a level from the lowest to the highest, or back.
func changeLevel(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	to := 3
	if bytes.Contains(data, []byte(level+"{tingkat: 3}")) {
		to = 0
	}
	return replaceLine(file, level, fmt.Sprintf("{tingkat: %d}", to))
}

// replaceLine replaces what follows a pattern on the first line that has it.
func replaceLine(file, pattern, text string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, after, found := bytes.Cut(data, []byte(pattern))
	if !found {
		return fmt.Errorf("%s lacks %q", file, pattern)
	}
	_, after, _ = bytes.Cut(after, []byte("\n"))
	return os.WriteFile(file, append(fmt.Appendf(bytes.Clone(before), "%s%s\n", pattern, text), after...), 0o644)
}
