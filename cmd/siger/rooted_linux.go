package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// A rootedFolder is a folder of a [rootedFS] that is kept open. A root tries to register each
// file with the poller, which no file of a disk can be, and asks for each entry of a folder; that is
// half of what reading small files takes. So files are opened and read in the folder itself.
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
// a link, is the root's to judge, and so is what is no plain file.
func (f *rootedFolder) file(base string) (fs.File, error) {
	file := &rootedFile{name: base, in: f}
	var err error
	if file.fd, err = syscall.Openat(int(f.self.Fd()), base, syscall.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0); err != nil {
		return f.root.Open(base)
	}
	if err := syscall.Fstat(file.fd, &file.is); err != nil || file.is.Mode&^0o777 != syscall.S_IFREG {
		syscall.Close(file.fd)
		return f.root.Open(base)
	}
	return file, nil
}

// list returns the entries of an open folder with a name. One that a root has opened asks the
// system for each of its entries, so it is opened once more.
func (f *rootedFS) list(folder *os.File, name string) ([]fs.DirEntry, error) {
	fd, err := syscall.Openat(int(folder.Fd()), ".", syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: folder.Name(), Err: err}
	}
	again := os.NewFile(uintptr(fd), folder.Name())
	defer again.Close()
	found, err := again.ReadDir(-1)
	entries, memory := make([]fs.DirEntry, len(found)), make([]rootedEntry, len(found))
	for i, d := range found {
		memory[i] = rootedEntry{f, name, d.Name(), d.Type()}
		entries[i] = &memory[i]
	}
	return entries, err
}

// A rootedEntry is an entry of a folder. Only who wants to know more of it asks the system.
type rootedEntry struct {
	of     *rootedFS
	folder string
	name   string
	kind   fs.FileMode
}

func (e *rootedEntry) Name() string      { return e.name }
func (e *rootedEntry) IsDir() bool       { return e.kind.IsDir() }
func (e *rootedEntry) Type() fs.FileMode { return e.kind }
func (e *rootedEntry) Info() (fs.FileInfo, error) {
	if folder, err := e.of.folder(e.folder); err == nil {
		return folder.root.Lstat(e.name)
	}
	return e.of.root.Lstat(filepath.Join(e.folder, e.name)) // which says what is wrong
}
func (e *rootedEntry) String() string { return fs.FormatDirEntry(e) }

// A rootedFile is an open file without special modes.
type rootedFile struct {
	fd    int // -1 once it is closed
	name  string
	in    *rootedFolder
	is    syscall.Stat_t
	taken int64 // bytes read
	ended bool
}

func (f *rootedFile) Stat() (fs.FileInfo, error) { return (*rootedInfo)(f), nil }

// Read implements [io.Reader]. That as many bytes came as the file has, and fewer than
// would have had room, is its end; else one read more would be made to learn that.
func (f *rootedFile) Read(p []byte) (int, error) {
	switch {
	case f.fd < 0:
		return 0, f.fault("read", fs.ErrClosed)
	case f.ended && len(p) > 0:
		return 0, io.EOF
	}
	n, err := syscall.Read(f.fd, p)
	for errors.Is(err, syscall.EINTR) {
		n, err = syscall.Read(f.fd, p)
	}
	if err != nil {
		return 0, f.fault("read", err)
	}
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	f.taken += int64(n)
	f.ended = n < len(p) && f.taken == f.is.Size
	return n, nil
}

func (f *rootedFile) Close() error {
	if f.fd < 0 {
		return f.fault("close", fs.ErrClosed)
	}
	fd := f.fd
	f.fd = -1
	return syscall.Close(fd)
}

func (f *rootedFile) fault(op string, err error) error {
	return &fs.PathError{Op: op, Path: filepath.Join(f.in.root.Name(), f.name), Err: err}
}

// A rootedInfo is what the system said when a file was opened.
type rootedInfo rootedFile

func (f *rootedInfo) Name() string      { return f.name }
func (f *rootedInfo) Size() int64       { return f.is.Size }
func (f *rootedInfo) Mode() fs.FileMode { return fs.FileMode(f.is.Mode & 0o777) }
func (f *rootedInfo) ModTime() time.Time {
	return time.Unix(int64(f.is.Mtim.Sec), int64(f.is.Mtim.Nsec))
}
func (f *rootedInfo) IsDir() bool { return false }
func (f *rootedInfo) Sys() any    { return &f.is }
