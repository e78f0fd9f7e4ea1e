package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
	"unsafe"
)

// peakOf returns the most memory that a process held, in bytes.
func peakOf(s *os.ProcessState) int64 { return int64(s.SysUsage().(*syscall.Rusage).Maxrss) << 10 }

// cpuOf returns the processor time that a running process has taken, by the clock
// that Linux has for each process (clock_getcpuclockid(3)): to the nanosecond,
// where /proc counts in hundredths of a second.
func cpuOf(pid int) (time.Duration, error) {
	const scheduled = 2
	var t syscall.Timespec
	clock := uintptr(^pid<<3 | scheduled)
	if _, _, errno := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clock, uintptr(unsafe.Pointer(&t)), 0); errno != 0 {
		return 0, fmt.Errorf("clock of process %d: %w", pid, errno)
	}
	return time.Duration(t.Nano()), nil
}
