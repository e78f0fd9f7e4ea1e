package publish

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// openNew creates a file of the site. [os.OpenFile] tries to register each file with the
// poller, which no file of a disk can be; that costs as much as creating it does.
func openNew(name string) (*os.File, error) {
	for {
		fd, err := syscall.Open(name, syscall.O_WRONLY|syscall.O_CREAT|syscall.O_EXCL|syscall.O_CLOEXEC, uint32(fileMode))
		if err == nil {
			return os.NewFile(uintptr(fd), name), nil
		}
		if !errors.Is(err, syscall.EINTR) {
			return nil, &os.PathError{Op: "open", Path: name, Err: err}
		}
	}
}

// asPublished returns when a file was changed last, and whether it is as the site's are: regular, of a
// size, and with their mode. [os.Lstat] says more, in memory of its own, and each file is asked for.
func asPublished(name string, size int64) (modified time.Time, ok bool) {
	var is syscall.Stat_t
	err := syscall.Lstat(name, &is)
	for errors.Is(err, syscall.EINTR) {
		err = syscall.Lstat(name, &is)
	}
	ok = err == nil && is.Mode&syscall.S_IFMT == syscall.S_IFREG && is.Size == size && is.Mode&0o777 == uint32(fileMode)
	return time.Unix(int64(is.Mtim.Sec), int64(is.Mtim.Nsec)), ok
}
