// Package parallel does independent pieces of work on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Do calls work for 0 to n-1 and returns when all is done.
func Do(n int, work func(i int)) {
	Workers(n, func() func(int) { return work })
}

// Workers is as Do, but each core makes its own work, so that it can have memory of
// its own.
func Workers(n int, worker func() func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			work := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	group.Wait()
}

// Try is as Do for work that can fail. After an error no further work is begun; the
// error of the lowest index among those that failed is returned.
func Try(n int, work func(i int) error) error {
	errs := make([]error, n)
	var failed atomic.Bool
	Do(n, func(i int) {
		if failed.Load() {
			return
		}
		if errs[i] = work(i); errs[i] != nil {
			failed.Store(true)
		}
	})
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
