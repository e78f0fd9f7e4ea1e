//go:build unix

package publish

import (
	"os"
	"syscall"
)

// removeFolder removes an empty folder. [os.Remove] would first try to remove a file of its
// name, for each of a site's thousands of folders.
func removeFolder(name string) error {
	for {
		switch err := syscall.Rmdir(name); err {
		case nil:
			return nil
		case syscall.EINTR:
		default:
			return &os.PathError{Op: "remove", Path: name, Err: err}
		}
	}
}
