package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	oldName    = "old"
	swapPrefix = "swap-"
)

// replace makes the stage the output folder. It returns where the old tree is
// now, or "" if there was none or the old one is still in its place.
func (s *Stage) replace() (string, error) {
	stage, old := s.staged(""), filepath.Join(s.work, oldName)
	if s.before == nil {
		if err := s.step("publish"); err != nil {
			return "", err
		}
		if err := os.Rename(stage, s.out); err != nil {
			return "", fmt.Errorf("put the stage in place: %w", err)
		}
		return "", s.syncFolders()
	}
	swap, err := s.swap(stage)
	if err != nil || swap != "" {
		return swap, err
	}
	if err := s.step("retire"); err != nil {
		return "", err
	}
	if err := os.Rename(s.out, old); err != nil {
		return "", s.refusal(fmt.Errorf("move the old site away: %w", err))
	}
	err = s.step("publish")
	if err == nil {
		err = os.Rename(stage, s.out)
	}
	if err != nil {
		if back := os.Rename(old, s.out); back != nil {
			return "", fmt.Errorf("put the stage in place: %w; and the old site back: %w; it is in %s", err, back, old)
		}
		return "", fmt.Errorf("put the stage in place: %w", err)
	}
	return old, s.syncFolders()
}

// swap exchanges the stage and the output folder in one step. It returns where
// the old tree is, or "" if there is no such step here.
func (s *Stage) swap(stage string) (string, error) {
	info, err := os.Lstat(stage)
	if err != nil {
		return "", err
	}
	number, ok := inode(info)
	if !ok || !canExchange || s.options.twoRenames {
		return "", nil
	}
	swap := filepath.Join(s.work, swapPrefix+strconv.FormatUint(number, 10))
	if err := os.Rename(stage, swap); err != nil {
		return "", err
	}
	err = s.step("exchange")
	if err == nil {
		err = exchange(swap, s.out)
	}
	if err == nil {
		return swap, s.syncFolders()
	}
	if back := os.Rename(swap, stage); back != nil {
		return "", back
	}
	if noExchange(err) {
		return "", nil
	}
	return "", s.refusal(fmt.Errorf("exchange the old site and the new one: %w", err))
}

// refusal turns what only a folder that cannot be renamed causes into a *RefusedError.
func (s *Stage) refusal(err error) error {
	if immovable(err) {
		return &RefusedError{Dir: s.out, Reason: NotMovable}
	}
	return err
}

// syncFolders makes the exchange last before anything of the old site goes.
func (s *Stage) syncFolders() error {
	if err := s.step("exchanged"); err != nil {
		return inPlace(err)
	}
	for _, folder := range []string{s.work, filepath.Dir(s.work)} {
		if err := syncFolder(folder); err != nil {
			return inPlace(err)
		}
	}
	return nil
}

// mend brings the output folder and the work folder to order after a publication
// that was interrupted at any moment.
func (s *Stage) mend() error {
	entries, err := os.ReadDir(s.work)
	if err != nil {
		return err
	}
	for _, d := range entries { // "old" comes before "stage" and "swap-N"
		left := filepath.Join(s.work, d.Name())
		switch digits, isSwap := strings.CutPrefix(d.Name(), swapPrefix); {
		case !d.IsDir():
			continue
		case d.Name() == oldName:
			err = s.settle(left)
		case d.Name() == filepath.Base(s.staged("")):
			if err = s.adopt(left); err == nil {
				err = removeTree(left)
			}
		case isSwap && published(left, digits):
			err = s.settle(left)
		case isSwap:
			err = removeTree(left)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// published reports whether a swap folder holds the old site: then the new one,
// whose inode it is named for, has left it.
func published(swap, digits string) bool {
	info, err := os.Lstat(swap)
	if err != nil {
		return true // nothing is to be dropped that is not known
	}
	number, ok := inode(info)
	return !ok || strconv.FormatUint(number, 10) != digits
}

// settle puts an old site back if there is no output folder, and sweeps it if
// there is one.
func (s *Stage) settle(old string) error {
	if _, err := os.Lstat(s.out); err != nil {
		return os.Rename(old, s.out)
	}
	listed, _, err := readManifest(old)
	if err != nil {
		return err
	}
	wanted, _, err := readManifest(s.out)
	if err != nil {
		return err
	}
	return sweep(newTree(old, listed, wanted), s.out, s.step)
}
