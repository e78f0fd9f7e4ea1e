package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A notifier tells of changes in the folders that were added, not in the folders
// inside them. It is what the system offers, or a test's.
type notifier interface {
	Add(folder string) error
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

type system struct{ *fsnotify.Watcher }

func (s system) Events() <-chan fsnotify.Event { return s.Watcher.Events }
func (s system) Errors() <-chan error          { return s.Watcher.Errors }

func openSystem() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return system{w}, nil
}

// A watcher knows when something in folders may have changed.
//
// It watches folders rather than files, because editors save by putting a new
// file in place of the old. It watches the folder above each of its own as well,
// because one that is replaced as a whole is a different folder.
//
// Before each build it forgets all it watched and begins anew. The build that
// follows reads everything, so nothing is lost in between; and no watch is left
// on a folder that was moved away, and none is missing on one that took its place
// while nobody looked.
type watcher struct {
	limits  limits
	refused func() // called once, when polling begins

	folders  []string        // absolute
	notifier notifier        // nil while there is none
	inside   map[string]bool // watched folders, without those above
	polling  bool            // for good: the system refused
	blind    bool            // until the next arm: a folder could not be watched
	seen     snapshot        // before the build, when polling or blind
}

func newWatcher(folders []string, refused func(), l limits) (*watcher, error) {
	w := &watcher{limits: l, refused: refused}
	for _, folder := range folders {
		absolute, err := filepath.Abs(folder)
		if err != nil {
			return nil, fmt.Errorf("find folder %s: %w", folder, err)
		}
		w.folders = append(w.folders, absolute)
	}
	return w, nil
}

// arm begins to watch. Every change after it returns, and any during it, is
// either told by wait or seen by who reads the folders after arm.
func (w *watcher) arm() {
	w.close()
	w.inside, w.blind = map[string]bool{}, false
	if !w.polling {
		if err := w.watch(); err != nil {
			w.close()
			w.polling = true
			w.refused()
		}
	}
	if w.polling || w.blind {
		w.seen, _ = scan(w.folders, w.seen)
	}
}

func (w *watcher) close() {
	if w.notifier != nil {
		w.notifier.Close()
		w.notifier = nil
	}
}

// watch returns an error when the system cannot watch at all: its limits on
// watches or open files are reached, or the file system does not tell.
func (w *watcher) watch() error {
	opened, err := w.limits.open()
	if err != nil {
		return err
	}
	w.notifier = opened
	for _, folder := range w.folders {
		if _, err := w.add(filepath.Dir(folder)); err != nil {
			return err
		}
		real, err := filepath.EvalSymlinks(folder)
		if err != nil {
			w.blind = true
			continue
		}
		if err := w.tree(real); err != nil {
			return err
		}
	}
	return nil
}

// tree watches a folder, then lists it: a folder made in between is in the list
// or will be told of.
func (w *watcher) tree(folder string) error {
	added, err := w.add(folder)
	if err != nil || !added {
		return err
	}
	w.inside[folder] = true
	entries, err := os.ReadDir(folder)
	if err != nil {
		w.blind = true
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			if err := w.tree(filepath.Join(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// add watches one folder. One that is gone or closed to us makes the watcher
// blind, not useless.
func (w *watcher) add(folder string) (bool, error) {
	err := w.notifier.Add(folder)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOTDIR) {
		w.blind = true
		return false, nil
	}
	return err == nil, err
}

// wait returns true when something may have changed and then nothing more for a
// moment, or false when the context has ended.
func (w *watcher) wait(ctx context.Context) bool {
	var events <-chan fsnotify.Event
	var troubles <-chan error
	if w.notifier != nil {
		events, troubles = w.notifier.Events(), w.notifier.Errors()
	}
	var look <-chan time.Time
	if w.polling || w.blind {
		ticker := time.NewTicker(w.limits.poll)
		defer ticker.Stop()
		look = ticker.C
	}
	var over <-chan time.Time
	var quiet *time.Timer
	var latest time.Time
	changed := func() {
		if quiet == nil {
			latest = time.Now().Add(w.limits.burst)
			quiet = time.NewTimer(w.limits.quiet)
			over = quiet.C
			return
		}
		quiet.Reset(min(w.limits.quiet, time.Until(latest)))
	}
	for {
		select {
		case <-ctx.Done():
			return false
		case e, ok := <-events:
			if !ok {
				events = nil
			} else if w.concerns(e.Name) {
				changed()
			}
		case _, ok := <-troubles: // such as more changes than the system can hold
			if !ok {
				troubles = nil
			} else {
				changed()
			}
		case <-look:
			now, different := scan(w.folders, w.seen)
			if w.seen = now; different {
				changed()
			}
		case <-over:
			return true
		}
	}
}

// concerns reports whether a name is of the folders: not a neighbour of one, nor
// a hidden file inside, such as an editor's notes.
func (w *watcher) concerns(name string) bool {
	if w.inside[name] || slices.Contains(w.folders, name) {
		return true
	}
	return w.inside[filepath.Dir(name)] && !strings.HasPrefix(filepath.Base(name), ".")
}
