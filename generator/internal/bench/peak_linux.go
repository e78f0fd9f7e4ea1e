package main

import (
	"os"
	"syscall"
)

// peakOf returns the most memory that a process held, in bytes.
func peakOf(s *os.ProcessState) int64 { return s.SysUsage().(*syscall.Rusage).Maxrss << 10 }
