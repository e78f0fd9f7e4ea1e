//go:build !linux

package publish

import (
	"os"
	"runtime"
	"time"
)

// openNew creates a file of the site.
func openNew(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}

// asPublished returns when a file was changed last, and whether it is as the site's are: regular, of a
// size, and with their mode, where there are modes.
func asPublished(name string, size int64) (modified time.Time, ok bool) {
	info, err := os.Lstat(name)
	if err != nil {
		return time.Time{}, false
	}
	plain := runtime.GOOS == "windows" || info.Mode().Perm() == fileMode
	return info.ModTime(), info.Mode().IsRegular() && info.Size() == size && plain
}
