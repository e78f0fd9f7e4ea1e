package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// errManifold is for a publication that differs from the last in more than the bytes
// of one file.
var errManifold = errors.New("more than one file changes")

// single publishes a site of which one file has other bytes than before: its rename
// into place is a whole publication in one step, and no other file is touched. The
// manifest follows, if need be from the next publication, see adopt.
func (s *Stage) single() error {
	changed := ""
	for path, f := range s.files {
		if f.unchanged {
			continue
		}
		if _, ours := s.old[path]; !ours || changed != "" {
			return errManifold
		}
		changed = path
	}
	if s.before == nil || changed == "" || len(s.next) != len(s.old) || !s.folders[parent(changed)].real() {
		return errManifold
	}
	out, err := os.Lstat(s.out)
	if err != nil || !os.SameFile(out, s.before) {
		return errManifold
	}
	place := s.current(changed)
	if info, err := os.Lstat(place); err != nil || !info.Mode().IsRegular() {
		return errManifold
	}
	listing := filepath.Join(s.work, "stage", manifestName)
	if err := s.write(listing, s.list()); err != nil {
		return fmt.Errorf("write the manifest: %w", err)
	}
	for _, name := range []string{s.staged(changed), listing} {
		if err := syncFolder(name); err != nil {
			return err
		}
	}
	if err := s.step("replace"); err != nil {
		return err
	}
	if err := os.Rename(s.staged(changed), place); err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return err
		}
		if left := os.Remove(listing); left != nil {
			return left
		}
		return errManifold // the folder may be on another file system
	}
	if err := s.step("replaced"); err != nil {
		return inPlaceOne(err)
	}
	if err := os.Rename(listing, filepath.Join(s.out, manifestName)); err != nil {
		return inPlaceOne(err)
	}
	for _, folder := range []string{filepath.Dir(place), s.out} {
		if err := syncFolder(folder); err != nil {
			return inPlaceOne(err)
		}
	}
	return nil
}

// adopt puts the manifest of an interrupted stage in place, when the site is what it lists: single
// had renamed its one file. With the old hash, that file would pass for a foreign one.
func (s *Stage) adopt(stage string) error {
	next, _, err := readManifest(stage)
	if err != nil {
		return nil // the publication ended while it wrote it
	}
	listed, _, err := readManifest(s.out)
	if err != nil || len(listed) != len(next) {
		return nil // Begin tells
	}
	changed := ""
	for path, sum := range next {
		if have, ours := listed[path]; have != sum {
			if !ours || changed != "" {
				return nil
			}
			changed = path
		}
	}
	if changed == "" {
		return nil
	}
	if have, err := hashFile(s.current(changed)); err != nil || have != next[changed] {
		return nil
	}
	if err := os.Rename(filepath.Join(stage, manifestName), filepath.Join(s.out, manifestName)); err != nil {
		return err
	}
	return syncFolder(s.out)
}

func inPlaceOne(err error) error {
	return fmt.Errorf("the new site is in place, but not listed: %w", err)
}
