package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestBusy(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := Begin(out, Options{})
	check(t, err)
	began := time.Now()
	if _, err := Begin(out, Options{Wait: 50 * time.Millisecond}); !errors.Is(err, ErrBusy) {
		t.Errorf("error %v, want busy", err)
	}
	if waited := time.Since(began); waited < 50*time.Millisecond || waited > 5*time.Second {
		t.Errorf("waited %v, want 50ms", waited)
	}
	beside, err := Begin(out+"2", Options{})
	check(t, err)
	check(t, beside.Abort())
	time.AfterFunc(30*time.Millisecond, func() { _ = first.Abort() })
	second, err := Begin(out, Options{Wait: 10 * time.Second})
	check(t, err)
	check(t, second.Abort())
	clean(t, out)
}

func TestBusyWithProcess(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	cmd := start(t, "hold", out)
	if _, err := Begin(out, Options{}); !errors.Is(err, ErrBusy) {
		t.Errorf("error %v, want busy", err)
	}
	check(t, cmd.Process.Kill())
	_ = cmd.Wait()
	mended(t, out)
}

func TestManyAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	sites := make([]disk, 8)
	var group sync.WaitGroup
	for i := range sites {
		sites[i] = disk{"index.html": fmt.Sprint(i), fmt.Sprintf("%d/index.html", i): "x", "sama": "same"}
		group.Go(func() {
			if _, err := publish(out, sites[i], Options{Wait: time.Minute}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got := read(t, out)
	for _, site := range sites {
		if reflect.DeepEqual(got, site) {
			clean(t, out)
			return
		}
	}
	t.Errorf("the output folder is no one's: %v", got)
}

// The lock is given up and taken in quick succession, and held by one at a time.
func TestLockIsExclusive(t *testing.T) {
	work := filepath.Join(t.TempDir(), "work")
	var holders atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 40 {
				unlock, err := tryBegin(work)
				if err != nil {
					t.Error(err)
					return
				}
				if n := holders.Add(1); n != 1 {
					t.Errorf("%d hold the lock", n)
				}
				runtime.Gosched()
				holders.Add(-1)
				unlock()
			}
		})
	}
	group.Wait()
}

// tryBegin locks without pauses, to meet as often as can be.
func tryBegin(work string) (func(), error) {
	for {
		unlock, err := lock(work, 0)
		if !errors.Is(err, ErrBusy) {
			return unlock, err
		}
		runtime.Gosched()
	}
}

// An output folder that another process creates or removes while it is looked at
// is a folder all along.
func TestFolderComesAndGoes(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	done := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				if err := errors.Join(os.Mkdir(out, 0o755), os.Remove(out)); err != nil {
					t.Error(err)
					return
				}
			}
		}
	})
	for range 20_000 {
		if _, err := resolve(out); err != nil {
			t.Error(err)
			break
		}
	}
	close(done)
	group.Wait()
}
