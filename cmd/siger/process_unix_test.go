//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

func makePipe(name string) error { return syscall.Mkfifo(name, 0o600) }

// peak returns the most bytes of memory that a process had. It may be those of the
// process that started it, if that had more.
func peak(state *os.ProcessState) int64 {
	use := state.SysUsage().(*syscall.Rusage)
	if runtime.GOOS == "darwin" {
		return int64(use.Maxrss)
	}
	return int64(use.Maxrss) << 10
}
