package parallel

import (
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
)

func TestDo(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		calls := make([]atomic.Int32, n)
		Do(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("of %d, %d was done %d times", n, i, got)
			}
		}
	}
}

// A worker's memory is its own: the race detector would see that it is not.
func TestWorkers(t *testing.T) {
	var workers, sum atomic.Int64
	Workers(1000, func() func(int) {
		workers.Add(1)
		own := 0
		return func(i int) {
			own++
			sum.Add(int64(i))
		}
	})
	if got := workers.Load(); got < 1 || got > int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d workers", got)
	}
	if sum.Load() != 999*1000/2 {
		t.Errorf("sum %d", sum.Load())
	}
}

func TestTry(t *testing.T) {
	if err := Try(1000, func(int) error { return nil }); err != nil {
		t.Error(err)
	}
	var begun atomic.Int32
	err := Try(100_000, func(i int) error {
		begun.Add(1)
		if i >= 3 {
			return fmt.Errorf("%d", i)
		}
		return nil
	})
	if err == nil || begun.Load() > int32(3+runtime.GOMAXPROCS(0)) {
		t.Errorf("error %v, %d begun", err, begun.Load())
	}
	// Both have begun before either fails, and the first is the one that is told.
	both := make(chan struct{}, 2)
	first := errors.New("first")
	if runtime.GOMAXPROCS(0) < 2 {
		return
	}
	err = Try(2, func(i int) error {
		both <- struct{}{}
		for len(both) < 2 {
			runtime.Gosched()
		}
		if i == 0 {
			return first
		}
		return errors.New("second")
	})
	if err != first {
		t.Errorf("error %v", err)
	}
}
