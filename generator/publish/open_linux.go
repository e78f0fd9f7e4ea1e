package publish

import (
	"errors"
	"os"
	"syscall"
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
