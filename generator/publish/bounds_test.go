package publish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// TestDamagedListing: a listing of empty lines takes little more memory than its bytes.
func TestDamagedListing(t *testing.T) {
	data := bytes.Repeat([]byte("\n"), 4<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := parseManifest(data); err == nil {
		t.Error("it is taken for a manifest")
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 8*uint64(len(data)) {
		t.Errorf("%d MiB for %d MiB", took>>20, len(data)>>20)
	}
}

// TestSweepBounded: however deep an old site is, no more is removed at once than there are
// processors; and more than one thing is.
func TestSweepBounded(t *testing.T) {
	const processors = 4
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
	dir := t.TempDir()
	root, listed := filepath.Join(dir, "old"), manifest{}
	for i := range 6 * 6 * 6 {
		path := fmt.Sprintf("%d/%d/%d/x", i%6, i/6%6, i/36)
		listed[path] = sha256.Sum256(nil)
		if err := os.MkdirAll(filepath.Join(root, filepath.Dir(path)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, path), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var now, most atomic.Int64
	err := sweep(newTree(root, listed, listed), dir, func(string) error {
		n := now.Add(1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		return nil
	})
	if got := most.Load(); err != nil || got < 2 || got > processors {
		t.Errorf("%d removals at once, %v", got, err)
	}
	if _, err := os.Lstat(root); !os.IsNotExist(err) {
		t.Errorf("the old site is still there: %v", err)
	}
}
