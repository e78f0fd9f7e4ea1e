package main

import (
	"os"
	"syscall"
)

// file opens a file of the folder. A root asks of each whether it can be waited for, in
// five calls of the system, which are half of what reading a small file takes. Whatever
// is not simply a file, such as a link, is the root's to judge.
func (f *rootedFolder) file(base string) (*os.File, error) {
	fd, err := syscall.Openat(int(f.self.Fd()), base, syscall.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0)
	if err != nil {
		return f.Open(base)
	}
	var is syscall.Stat_t
	if err := syscall.Fstat(fd, &is); err != nil || is.Mode&syscall.S_IFMT != syscall.S_IFREG {
		syscall.Close(fd)
		return f.Open(base)
	}
	return os.NewFile(uintptr(fd), base), nil
}
