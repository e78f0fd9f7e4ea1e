//go:build !linux

package publish

import "os"

// openNew creates a file of the site.
func openNew(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}
