package main

import (
	"os"
	"path/filepath"
	"syscall"
)

// A rootedFolder is a folder of a [rootedFS] that is kept open. A root tries to register each
// file with the poller, which no file of a disk can be; that is half of what reading a small
// one takes. So files are opened in the folder itself.
type rootedFolder struct {
	root *os.Root
	self *os.File
}

func newRootedFolder(root *os.Root) (*rootedFolder, error) {
	self, err := root.Open(".")
	return &rootedFolder{root, self}, err
}

func (f *rootedFolder) close() {
	f.self.Close()
	f.root.Close()
}

// file opens what stands in the folder under a name. What cannot be opened at once, such as
// a link, is the root's to judge, and so are folders, whose entries a root guards.
func (f *rootedFolder) file(base string) (*os.File, error) {
	fd, err := syscall.Openat(int(f.self.Fd()), base, syscall.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0)
	if err != nil {
		return f.root.Open(base)
	}
	var is syscall.Stat_t
	if err := syscall.Fstat(fd, &is); err != nil || is.Mode&syscall.S_IFMT == syscall.S_IFDIR {
		syscall.Close(fd)
		return f.root.Open(base)
	}
	return os.NewFile(uintptr(fd), filepath.Join(f.root.Name(), base)), nil
}
