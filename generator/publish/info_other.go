//go:build !unix

package publish

import "io/fs"

func sameDevice(a, b fs.FileInfo) bool { return true }

func inode(info fs.FileInfo) (uint64, bool) { return 0, false }

func likeOwner(path string, info fs.FileInfo) {}

func immovable(err error) bool { return false }
