//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks a file; the system unlocks it when the process ends, however it
// ends. Since the holder removes the file, one that was locked counts only if it
// still has its name.
func tryLock(name string) (func(then func()), error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, fileMode)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = ErrBusy
	}
	if err == nil {
		err = stillNamed(f, name)
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return func(then func()) {
		_ = os.Remove(name)
		then()
		_ = f.Close()
	}, nil
}

func stillNamed(f *os.File, name string) error {
	held, err := f.Stat()
	if err != nil {
		return err
	}
	if now, err := os.Lstat(name); err != nil || !os.SameFile(held, now) {
		return errRetry
	}
	return nil
}
