package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"
)

// A progress shows on a terminal how far a build is. It shows nothing elsewhere,
// nor before the build has taken a second.
type progress struct {
	done, total atomic.Int64
	quit        chan struct{}
	group       sync.WaitGroup
}

const (
	progressDelay  = time.Second
	progressPeriod = 200 * time.Millisecond
)

func (a *app) newProgress(quiet bool) *progress {
	p := &progress{quit: make(chan struct{})}
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
				if total := p.total.Load(); total > 0 {
					done := p.done.Load()
					fmt.Fprint(a.err, "\r\x1b[K"+a.t(tProgress, done*100/total, a.count(int(done)), a.count(int(total))))
					shown = true
				}
				wait.Reset(progressPeriod)
			}
		}
	})
	return p
}

// set is called while the build runs, from several goroutines.
func (p *progress) set(done, total int) {
	p.total.Store(int64(total))
	p.done.Store(int64(done))
}

// stop clears the line.
func (p *progress) stop() {
	close(p.quit)
	p.group.Wait()
}
