//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd || windows)

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// tryLock creates a file that must not exist. A killed process leaves it: this
// system has no lock that ends with its holder.
func tryLock(name string) (func(then func()), error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%w, or was killed and left %s", ErrBusy, name)
	}
	if err != nil {
		return nil, err
	}
	_ = f.Close()
	return func(then func()) {
		_ = os.Remove(name)
		then()
	}, nil
}
