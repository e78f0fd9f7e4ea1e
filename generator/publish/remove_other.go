//go:build !unix

package publish

import "os"

// removeFolder removes an empty folder.
func removeFolder(name string) error { return os.Remove(name) }
