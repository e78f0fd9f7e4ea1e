package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// resolve returns the absolute path of the output folder, without symbolic links.
// The folder need not exist.
func resolve(out string) (string, error) {
	if out == "" {
		return "", &RefusedError{Reason: NoName}
	}
	abs, err := filepath.Abs(out)
	if err != nil {
		return "", fmt.Errorf("output folder %s: %w", out, err)
	}
	info, err := os.Stat(abs)
	if err == nil && !info.IsDir() {
		return "", &RefusedError{Dir: abs, Reason: NotFolder}
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("output folder: %w", err)
	}
	if err != nil {
		// A link that leads nowhere. Another process may have created the folder
		// since it was asked for, which is no reason to refuse it.
		if info, err := os.Lstat(abs); err == nil && !info.IsDir() {
			return "", &RefusedError{Dir: abs, Reason: NotFolder}
		}
	}
	return realPath(abs)
}

// realPath resolves the symbolic links in the part of an absolute path that
// exists.
func realPath(abs string) (string, error) {
	real, err := filepath.EvalSymlinks(abs)
	if err == nil || !errors.Is(err, fs.ErrNotExist) || filepath.Dir(abs) == abs {
		return real, err
	}
	parent, err := realPath(filepath.Dir(abs))
	return filepath.Join(parent, filepath.Base(abs)), err
}

// refuse returns a *RefusedError if out, a resolved path, must not be replaced.
func refuse(out string, options Options) error {
	if filepath.Dir(out) == out {
		return &RefusedError{Dir: out, Reason: RootFolder}
	}
	if home := homeIn(out); home != "" {
		return &RefusedError{Dir: out, Reason: HomeFolder, Other: home}
	}
	for i, other := range slices.Concat(options.Sources, options.Protect) {
		abs, err := filepath.Abs(other)
		if err == nil {
			abs, err = realPath(abs)
		}
		if err != nil {
			return fmt.Errorf("folder to be kept %s: %w", other, err)
		}
		reason := Reason(0)
		switch holds, inside := within(abs, out), within(out, abs); {
		case holds && inside:
			reason = EqualsSource
		case holds:
			reason = HoldsSource
		case inside && i < len(options.Sources):
			reason = InSource
		default:
			continue
		}
		return &RefusedError{Dir: out, Reason: reason, Other: other}
	}
	if _, err := os.Lstat(filepath.Join(out, ".git")); err == nil {
		return &RefusedError{Dir: out, Reason: Repository}
	}
	info, err := os.Lstat(out)
	if err != nil {
		return nil // there is none yet
	}
	if parent, err := os.Lstat(filepath.Dir(out)); err == nil && !sameDevice(info, parent) {
		return &RefusedError{Dir: out, Reason: NotMovable}
	}
	return nil
}

// homeIn returns the home folder that out is or holds, or "".
func homeIn(out string) string {
	parent := filepath.Dir(out)
	volume := filepath.VolumeName(out)
	for _, homes := range []string{"/home", "/Users", volume + `\Users`} {
		if parent == homes || out == homes {
			return out
		}
	}
	if out == "/root" {
		return out
	}
	home, err := os.UserHomeDir()
	if err != nil || !filepath.IsAbs(home) {
		return ""
	}
	if real, err := realPath(home); err == nil {
		home = real
	}
	if filepath.Dir(home) != home && within(home, out) {
		return home
	}
	return ""
}

// within reports whether path is folder or lies in it. Both are resolved; that
// two spellings may be one folder is asked of the file system.
func within(path, folder string) bool {
	info, err := os.Stat(folder)
	for ; ; path = filepath.Dir(path) {
		if path == folder {
			return true
		}
		if err == nil {
			if other, err := os.Stat(path); err == nil && os.SameFile(info, other) {
				return true
			}
		}
		if filepath.Dir(path) == path {
			return false
		}
	}
}
