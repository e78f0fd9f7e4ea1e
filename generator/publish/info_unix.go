//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// sameDevice reports whether two folders are on one mounted file system, as far
// as is known.
func sameDevice(a, b fs.FileInfo) bool {
	x, ok := a.Sys().(*syscall.Stat_t)
	y, also := b.Sys().(*syscall.Stat_t)
	return !ok || !also || x.Dev == y.Dev
}

// inode returns the number of a file on its file system, if it has one.
func inode(info fs.FileInfo) (uint64, bool) {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Ino), true
	}
	return 0, false
}

// likeOwner gives a file the owner of another if the system lets it.
func likeOwner(path string, info fs.FileInfo) {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		_ = os.Lchown(path, int(stat.Uid), int(stat.Gid))
	}
}

// immovable reports whether a rename failed because of what the folder is.
func immovable(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV)
}
