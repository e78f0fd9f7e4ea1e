package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const lockName = "lock"

// lock creates the work folder, or takes an abandoned one, and locks it. The
// returned function removes it, unless something is left in it, and unlocks it.
func lock(work string, wait time.Duration) (func(), error) {
	deadline := time.Now().Add(wait)
	for {
		err := os.Mkdir(work, folderMode)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("create the work folder: %w", err)
		}
		if info, err := os.Lstat(work); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("create the work folder: %s is not a folder", work)
		}
		unlock, err := tryLock(filepath.Join(work, lockName))
		if err == nil {
			return func() { unlock(func() { _ = os.Remove(work) }) }, nil // what is left is for the next Begin
		}
		vanished := errors.Is(err, errRetry) || errors.Is(err, fs.ErrNotExist)
		late := time.Since(deadline)
		switch {
		case vanished && late < time.Second: // it has just become free, so it is worth another try
		case errors.Is(err, ErrBusy) && late < 0:
		case vanished:
			return nil, ErrBusy
		default:
			return nil, err
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// errRetry says that the lock file was removed before it could be locked.
var errRetry = errors.New("the lock was just given up")
