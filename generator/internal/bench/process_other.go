//go:build !linux

package main

import (
	"errors"
	"os"
	"time"
)

// peakOf is not known here: systems count it in different units.
func peakOf(*os.ProcessState) int64 { return 0 }

func cpuOf(int) (time.Duration, error) { return 0, errors.ErrUnsupported }
