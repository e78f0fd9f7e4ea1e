package publish

import (
	"errors"
	"os"
	"syscall"
)

const (
	deleteOnClose    = 0x04000000
	sharingViolation = syscall.Errno(32)
)

// tryLock opens a file that nobody else may open meanwhile; the system closes and
// removes it when the process ends, however it ends.
func tryLock(name string) (func(then func()), error) {
	wide, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	handle, err := syscall.CreateFile(wide, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS,
		syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) {
		return nil, ErrBusy
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return func(then func()) {
		_ = syscall.CloseHandle(handle)
		then()
	}, nil
}
