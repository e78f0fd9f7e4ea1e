//go:build !linux

package publish

import (
	"io/fs"
	"os"
	"runtime"
	"time"
)

// openNew creates a file of the site.
func openNew(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}

// changeTime would return when a folder, or what the system says of it, was last changed.
func changeTime(fs.FileInfo) (changed time.Time, known bool) { return time.Time{}, false }

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
