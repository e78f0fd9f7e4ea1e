//go:build !(linux && (amd64 || arm64))

package publish

import "errors"

const canExchange = false

func exchange(a, b string) error { return errors.ErrUnsupported }

func noExchange(err error) bool { return true }

func syncfs(fd uintptr) (bool, error) { return false, nil }
