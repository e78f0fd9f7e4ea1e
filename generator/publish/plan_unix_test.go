//go:build unix

package publish

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestPlanPipe: a pipe is no manifest, and nobody waits for what comes out of it.
func TestPlanPipe(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, manifestName)
	check(t, syscall.Mkfifo(pipe, 0o600))
	for _, name := range []string{pipe, dir} {
		done := make(chan error, 1)
		go func() {
			_, err := Plan(name, name)
			done <- err
		}()
		var listing *ListingError
		select {
		case err := <-done:
			if !errors.As(err, &listing) || listing.File != pipe {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%s: still waiting", name)
			w, err := os.OpenFile(pipe, os.O_RDWR, 0)
			check(t, err)
			defer w.Close()
		}
	}
}
