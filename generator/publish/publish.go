// Package publish puts a site's files into an output folder, all or nothing.
//
//	stage, err := publish.Begin("public", publish.Options{Sources: …})
//	…
//	defer stage.Abort()              // does nothing after Commit
//	err = stage.Put("index.html", data)
//	…
//	summary, err := stage.Commit()
//
// # What a caller can rely on
//
//   - At every instant the output folder holds wholly the old site or wholly the
//     new one: after an error, a kill -9, a full disk or lost power too. The
//     exception is a system that cannot exchange two folders in one step; see
//     below.
//   - A publication that changes nothing touches nothing in the folder.
//   - A file that is unchanged keeps its time, and its inode where the file system
//     has hard links.
//   - Foreign files, those that Siger did not write, stay: nothing is deleted that
//     the last manifest does not list with the hash that the file still has. When
//     the site needs a place that a foreign file holds, Commit changes nothing and
//     returns a [*ConflictError].
//   - A listed file that was edited by hand is foreign only where the new site has
//     no such path; elsewhere the site's bytes replace it.
//   - No symbolic link inside the folder is followed; links are kept as links. If
//     the output folder itself is a link to a folder, that folder is meant.
//   - Two publications at once do not mix: the second waits, then gets [ErrBusy].
//   - Files have the mode 0644 and folders 0755, whatever the umask. The output
//     folder itself and foreign folders keep the modes that they have.
//
// # The manifest
//
// The output folder holds a file .siger-manifest: one line "<sha256>  <path>" for
// each of the site's files, ordered by path, so that sha256sum -c can check it.
// It is written with the site and tells the next publication what is Siger's.
//
// # How it works
//
// Beside an output folder public there is, while a publication runs, a work
// folder .public.siger; nothing of it remains afterwards. It holds
//
//	lock      locked by the running process, and unlocked by its end
//	stage/    the new site, incomplete
//	swap-N/   the new site, complete, inode N; with another inode, the old site
//	old/      the old site, which has been replaced
//
// Put writes what is new or changed into stage. Commit finds the foreign files,
// links them and the unchanged files into stage, writes the manifest, has the
// system write everything to the disk, and exchanges stage and output folder by
// renameat2(RENAME_EXCHANGE). It then empties the old site, bringing over any
// foreign file that appeared there in the meantime, the manifest last.
//
// A site of which one file alone has other bytes, as after an edit of a text, needs
// no exchange: that file is renamed into its place, and then the manifest.
//
// Where there is no such exchange (systems other than Linux on amd64 and arm64,
// and some file systems) Commit renames the output folder to old and then stage
// to the output folder. If it is interrupted just between the two, there is no
// output folder until the next Begin has put the old one back.
//
// Begin looks at what an interrupted publication left in the work folder: a stage
// or a swap that was never published is dropped, an old site is put back if there
// is no output folder, and emptied as above if there is one.
//
// # What is trusted
//
// A path counts as unchanged if the manifest lists it with the hash of the new
// bytes and the file there is regular, of their size, of mode 0644 and older than
// the manifest. If it is not older, its bytes are compared. So a file that was
// damaged without a change of size, and then given an old time, stays damaged:
// delete the folder to publish everything anew.
//
// Owners, access lists and extended attributes of foreign folders are not kept;
// those of foreign files are, where the file system has hard links.
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Options say what the output folder must stay clear of.
type Options struct {
	Sources []string      // content, layouts: out must not equal, hold or lie in one of them
	Protect []string      // repository root: out must not equal or hold one of them
	Wait    time.Duration // how long to wait for another publication to end

	step       func(name string) error // called before each step; tests make it fail or die
	twoRenames bool                    // do not try to exchange in one step
	copies     bool                    // do not try to make hard links
}

// A Stage is a site that is being put together. It is ended by Commit or Abort.
type Stage struct {
	options Options
	out     string      // absolute, without symbolic links
	work    string      // beside out
	before  fs.FileInfo // of out at Begin; nil if there was none
	old     manifest    // of out at Begin
	oldTime time.Time   // when old was written
	unlock  func()

	chmodFiles, chmodFolders bool // the umask takes bits from our modes

	mu      sync.Mutex
	names   map[string]string // folded path → path; a folder's ends in a slash
	files   map[string]file
	folders map[string]*folder
	next    manifest // of what was put, once Commit was called
	listing []byte   // how it is written, once that was needed
	failed  error    // the first error of a Put
	ended   bool
}

// A file is what remains in memory of a file that was put.
type file struct {
	sum       sum
	size      int64
	unchanged bool // out has it already; nothing was written
}

// A Summary says what a Commit did.
type Summary struct {
	Files     int // of the site, the manifest not counted
	Written   int
	Unchanged int
	Removed   int   // files of the last site that the new one has not
	Kept      int   // foreign files, links and empty folders; not counted when one file at most changed
	Bytes     int64 // of all files of the site
}

// Begin locks the output folder, mends what an interrupted publication left and
// returns an empty stage. The output folder need not exist. Errors to test for
// are [ErrBusy] and [*RefusedError].
func Begin(out string, options Options) (*Stage, error) {
	real, err := resolve(out)
	if err != nil {
		return nil, err
	}
	if err := refuse(real, options); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(real), folderMode); err != nil {
		return nil, fmt.Errorf("create the parent of the output folder: %w", err)
	}
	s := &Stage{
		options: options,
		out:     real,
		work:    workOf(real),
		folders: map[string]*folder{},
	}
	if s.unlock, err = lock(s.work, options.Wait); err != nil {
		return nil, fmt.Errorf("lock %s: %w", real, err)
	}
	if err := s.open(); err != nil {
		s.unlock()
		return nil, err
	}
	// The new site is mostly as large as the old one.
	s.files = make(map[string]file, len(s.old))
	s.names = make(map[string]string, len(s.old)+len(s.old)/2)
	return s, nil
}

// open does what of Begin needs the lock.
func (s *Stage) open() error {
	if err := s.mend(); err != nil {
		return fmt.Errorf("mend an interrupted publication: %w", err)
	}
	info, err := os.Lstat(s.out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	s.before = info
	s.old, s.oldTime, err = readManifest(s.out)
	return err
}

// Abort drops the stage and leaves the output folder as it is. After Commit or
// Abort it does nothing.
func (s *Stage) Abort() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.end()
}

// end drops what is in the stage and gives up the lock.
func (s *Stage) end() error {
	if s.ended {
		return nil
	}
	s.ended = true
	defer s.unlock()
	if err := removeTree(s.staged("")); err != nil {
		return fmt.Errorf("remove the stage: %w", err)
	}
	return nil
}

// step announces a step to the tests.
func (s *Stage) step(name string) error {
	if s.options.step == nil {
		return nil
	}
	return s.options.step(name)
}

// current is where a path of the site is in the output folder.
func (s *Stage) current(path string) string {
	return filepath.Join(s.out, filepath.FromSlash(path))
}

// staged is where a path of the site is in the stage.
func (s *Stage) staged(path string) string {
	return filepath.Join(s.work, "stage", filepath.FromSlash(path))
}
