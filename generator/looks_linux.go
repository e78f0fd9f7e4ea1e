package generator

import (
	"io/fs"
	"syscall"
	"time"
)

// changedAt returns when a file, or what the system says of it, was last changed; the
// zero time when that is not known.
func changedAt(info fs.FileInfo) time.Time {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(int64(stat.Ctim.Sec), int64(stat.Ctim.Nsec)) // 32 bits on some machines
	}
	return time.Time{}
}
