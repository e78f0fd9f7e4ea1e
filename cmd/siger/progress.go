package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"siger/generator"
)

// A progress follows a build: it shows on a terminal how far it is, and keeps how
// long its stages took. It shows nothing elsewhere, nor before the build has taken a
// second.
type progress struct {
	app         *app
	done, total atomic.Int64
	quit        chan struct{}
	group       sync.WaitGroup

	mu     sync.Mutex
	stages []stageTime
}

// A stageTime is a stage and when it began.
type stageTime struct {
	name  text
	begun time.Time
}

const (
	progressDelay  = time.Second
	progressPeriod = 200 * time.Millisecond
)

func (a *app) newProgress(quiet bool) *progress {
	p := &progress{app: a, quit: make(chan struct{})}
	if file, ok := a.err.(*os.File); !ok || quiet || !term.IsTerminal(int(file.Fd())) {
		return p
	}
	p.group.Go(func() {
		shown := false
		wait := time.NewTimer(progressDelay)
		defer wait.Stop()
		for {
			select {
			case <-p.quit:
				if shown {
					fmt.Fprint(a.err, "\r\x1b[K")
				}
				return
			case <-wait.C:
				if line := p.line(time.Now()); line != "" {
					fmt.Fprint(a.err, "\r\x1b[K"+line)
					shown = true
				}
				wait.Reset(progressPeriod)
			}
		}
	})
	return p
}

// line says what the build is at: the stage and, where outputs are counted, how many
// there are, how many are made in a second and how long the rest will take.
func (p *progress) line(now time.Time) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.stages) == 0 {
		return ""
	}
	stage := p.stages[len(p.stages)-1]
	done, total := p.done.Load(), p.total.Load()
	took := now.Sub(stage.begun)
	if total == 0 || done == 0 || took <= 0 || stage.name != stageNames[generator.Rendering] {
		return p.app.t(stage.name) + " …"
	}
	rate := float64(done) / took.Seconds()
	left := time.Duration(float64(total-done) / rate * float64(time.Second))
	return p.app.t(tProgress, p.app.t(stage.name), done*100/total, p.app.count(int(done)), p.app.count(int(total)), p.app.count(int(rate)), p.app.seconds(left))
}

// set is called while the build runs, from several goroutines.
func (p *progress) set(done, total int) {
	p.total.Store(int64(total))
	p.done.Store(int64(done))
}

// stage notes that a stage begins.
func (p *progress) stage(name text) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stages = append(p.stages, stageTime{name, time.Now()})
}

func (p *progress) built(stage generator.Stage) { p.stage(stageNames[stage]) }

// stop clears the line.
func (p *progress) stop() {
	close(p.quit)
	p.group.Wait()
}

// timings prints how long each stage took until now.
func (p *progress) timings(now time.Time) {
	for i, s := range p.stages {
		end := now
		if i+1 < len(p.stages) {
			end = p.stages[i+1].begun
		}
		fmt.Fprintf(p.app.err, "%10s  %s\n", p.app.seconds(end.Sub(s.begun)), p.app.t(s.name))
	}
}

var stageNames = map[generator.Stage]text{
	generator.Reading:    {"Membaca dan memeriksa isi", "Reading and checking the content"},
	generator.Evaluating: {"Menilai dan memeringkat", "Assessing and ranking"},
	generator.Planning:   {"Merencanakan halaman", "Planning the pages"},
	generator.Rendering:  {"Membuat halaman", "Building pages"},
}

var (
	tStageComparing  = text{"Mencari perubahan", "Looking for changes"}
	tStagePublishing = text{"Menerbitkan", "Publishing"}
	tProgress        = text{"%s: %d%% (%s dari %s, %s per detik, kira-kira %s lagi)", "%s: %d%% (%s of %s, %s a second, about %s left)"}
	tFlagTimings     = text{"tampilkan lama setiap tahap", "show how long each stage took"}
)
