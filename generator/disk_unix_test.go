//go:build unix

package generator_test

import (
	"syscall"
	"time"
)

func makePipe(name string) error { return syscall.Mkfifo(name, 0o600) }

// processTime returns how long this process has been running on any core.
func processTime() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic(err) // there is such a process
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

func setUmask(mask int) { syscall.Umask(mask) }
