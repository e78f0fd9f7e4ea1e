package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
)

// sweep removes an old tree file by file, folders that lie beside each other at the
// same time. A foreign file is removed only when the output folder holds it too; one
// that appeared or changed after the survey is brought over. The manifest goes last,
// so that a sweep that is interrupted can be done again.
func sweep(t *tree, out string, step func(name string) error) error {
	var err error
	for range 3 { // someone may be writing into the old tree
		w := &sweeper{tree: t, carrier: newCarrier(t.root, out), step: step, others: make(chan struct{}, runtime.GOMAXPROCS(0)-1)}
		err = w.folder("")
		if finished := w.carrier.finish(); err == nil {
			err = finished
		}
		if !errors.Is(err, fs.ErrExist) { // not empty
			break
		}
	}
	if err != nil {
		return fmt.Errorf("sweep %s: %w", t.root, err)
	}
	return nil
}

type sweeper struct {
	*tree
	rescues sync.Mutex // for carrier, and for what is foreign
	carrier *carrier
	step    func(name string) error // before each removal
	others  chan struct{}           // an element for each folder that is swept beside the first
}

func (w *sweeper) remove(path string, how func(name string) error) error {
	if err := w.step("remove"); err != nil {
		return err
	}
	return how(w.at(path))
}

// removeLone removes a folder, without reading it, and the one file that is listed in it. If that is
// not all that it holds, it reports false, and what is left is for folder.
func (w *sweeper) removeLone(folder string) (done bool, err error) {
	path, ok := w.lone(folder)
	if !ok {
		return false, nil
	}
	if info, err := os.Lstat(w.at(path)); err != nil || !info.Mode().IsRegular() {
		return false, nil
	}
	if err := w.remove(path, os.Remove); err != nil {
		return false, err
	}
	err = w.remove(folder, removeFolder)
	if errors.Is(err, fs.ErrExist) {
		return false, nil
	}
	return err == nil, err
}

func (w *sweeper) folder(folder string) error {
	if done, err := w.removeLone(folder); done || err != nil {
		return err
	}
	_, ours := w.holders[folder]
	if !ours {
		if info, err := os.Lstat(w.at(folder)); err == nil && info.Mode()&0o700 != 0o700 {
			_ = os.Chmod(w.at(folder), 0o700) // ReadDir and Remove tell
		}
	}
	entries, err := os.ReadDir(w.at(folder))
	if err != nil {
		return err
	}
	if len(entries) == 0 && folder != "" && !ours {
		if err := w.rescueFolder(folder); err != nil {
			return err
		}
	}
	last := false
	var folders []string
	for _, d := range entries {
		switch path := join(folder, d.Name()); {
		case path == manifestName:
			last = true
		case d.IsDir():
			folders = append(folders, path)
		default:
			if err := w.file(path, d); err != nil {
				return err
			}
		}
	}
	if err := w.folders(folders); err != nil {
		return err
	}
	if last {
		if err := w.remove(manifestName, os.Remove); err != nil {
			return err
		}
	}
	return w.remove(folder, removeFolder)
}

// folders sweeps folders that lie beside each other, on as many cores as are free at any depth.
func (w *sweeper) folders(paths []string) error {
	var group sync.WaitGroup
	errs := make([]error, len(paths))
	for i, path := range paths {
		select {
		case w.others <- struct{}{}:
			group.Go(func() {
				errs[i] = w.folder(path)
				<-w.others
			})
			continue
		default:
		}
		if errs[i] = w.folder(path); errs[i] != nil {
			break
		}
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *sweeper) file(path string, d fs.DirEntry) error {
	ours, err := w.ours(path, d)
	if err == nil && !ours {
		err = w.rescue(path)
	}
	if err == nil {
		err = w.remove(path, os.Remove)
	}
	if errors.Is(err, fs.ErrNotExist) { // rescued by a rename, or gone by itself
		return nil
	}
	return err
}

// rescueFolder sees to it that the output folder holds a foreign folder, unless its place is taken.
func (w *sweeper) rescueFolder(folder string) error {
	w.rescues.Lock()
	defer w.rescues.Unlock()
	var taken *ConflictError
	if err := w.carrier.folder(folder); err != nil && !errors.As(err, &taken) {
		return err
	}
	return nil
}

// rescue sees to it that the output folder holds a foreign file.
func (w *sweeper) rescue(path string) error {
	w.rescues.Lock()
	defer w.rescues.Unlock()
	var taken *ConflictError
	err := w.carrier.bring(entry{path: path})
	if err == nil || !errors.As(err, &taken) {
		return err
	}
	if taken.Path != path { // a folder's place
		return w.saveAside(path)
	}
	here, err := os.Lstat(w.at(path))
	if err != nil {
		return err
	}
	there, err := os.Lstat(w.carrier.target(path))
	if err != nil {
		return err
	}
	switch _, wanted := w.wanted[path]; {
	case os.SameFile(here, there) || w.alike(path, here, there):
		return nil
	case wanted || there.IsDir():
		return w.saveAside(path)
	case there.ModTime().After(here.ModTime()):
		return nil // it was changed here, and after the exchange there
	}
	return os.Rename(w.at(path), w.carrier.target(path))
}

// alike reports whether the one was carried from the other.
func (w *sweeper) alike(path string, here, there fs.FileInfo) bool {
	switch {
	case here.Mode().Type() != there.Mode().Type():
		return false
	case here.Mode()&fs.ModeSymlink != 0:
		a, errA := os.Readlink(w.at(path))
		b, errB := os.Readlink(w.carrier.target(path))
		return errA == nil && errB == nil && a == b
	}
	return here.Mode().IsRegular() && here.Size() == there.Size() && here.ModTime().Equal(there.ModTime())
}

// saveAside moves a foreign file whose place the site has taken, between survey
// and exchange, to a free name at the top of the output folder.
func (w *sweeper) saveAside(path string) error {
	name := filepath.Join(w.carrier.to, filepath.Base(w.at(path))+".siger-saved")
	free := name
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) {
			return os.Rename(w.at(path), free)
		}
		free = name + "-" + strconv.Itoa(n)
	}
}
