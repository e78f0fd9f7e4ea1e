//go:build linux && (amd64 || arm64)

package publish

import (
	"errors"
	"syscall"
	"unsafe"
)

const (
	canExchange    = true
	atCwd          = -100 // AT_FDCWD
	renameExchange = 2    // RENAME_EXCHANGE
)

// exchange exchanges two names in one step.
func exchange(a, b string) error {
	from, err := syscall.BytePtrFromString(a)
	if err != nil {
		return err
	}
	to, err := syscall.BytePtrFromString(b)
	if err != nil {
		return err
	}
	cwd := atCwd
	_, _, errno := syscall.Syscall6(sysRenameat2, uintptr(cwd), uintptr(unsafe.Pointer(from)),
		uintptr(cwd), uintptr(unsafe.Pointer(to)), renameExchange, 0)
	if errno != 0 {
		return errno
	}
	return nil
}

// noExchange reports whether the kernel, the file system or a sandbox does not
// know the exchange.
func noExchange(err error) bool {
	return errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.EINVAL) ||
		errors.Is(err, syscall.EOPNOTSUPP) || errors.Is(err, syscall.EPERM)
}

// syncfs writes the whole file system that the open file is on to the disk. It
// reports false where there is no such call.
func syncfs(fd uintptr) (bool, error) {
	_, _, errno := syscall.Syscall(sysSyncfs, fd, 0, 0)
	switch errno {
	case 0:
		return true, nil
	case syscall.ENOSYS, syscall.EPERM:
		return false, nil
	}
	return true, errno
}
