package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"siger/generator/internal/parallel"
)

var errMoved = errors.New("the output folder changed during the publication")

// Commit publishes what was put, and ends the stage. Errors to test for are
// [*ConflictError] and [*RefusedError]. After an error the output folder holds
// the old site, unless the error says that the new one is in place.
func (s *Stage) Commit() (Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return Summary{}, errEnded
	}
	summary, err := s.commit()
	if ended := s.end(); err == nil {
		err = ended
	}
	if err != nil {
		return summary, fmt.Errorf("publish to %s: %w", s.out, err)
	}
	return summary, nil
}

func (s *Stage) commit() (Summary, error) {
	if s.failed != nil {
		return Summary{}, fmt.Errorf("a file could not be put: %w", s.failed)
	}
	s.next, s.listing = make(manifest, len(s.files)), nil
	summary := Summary{Files: len(s.files)}
	var same []string
	for path, f := range s.files {
		s.next[path] = f.sum
		summary.Bytes += f.size
		if f.unchanged {
			same = append(same, path)
		}
	}
	summary.Unchanged = len(same)
	summary.Written = summary.Files - summary.Unchanged
	if s.before != nil && summary.Written == 0 && len(s.next) == len(s.old) {
		return summary, nil
	}

	if summary.Written == 1 {
		if err := s.single(); !errors.Is(err, errManifold) {
			return summary, err
		}
	}
	last := newTree(s.out, s.old, s.next)
	found, err := s.inspect(last)
	if err != nil {
		return Summary{}, err
	}
	summary.Removed, summary.Kept = found.removed, len(found.foreign)
	if err := s.complete(same, found); err != nil {
		return Summary{}, err
	}
	old, err := s.replace()
	if err != nil || old == "" {
		return summary, err
	}
	last.root = old
	if err := sweep(last, s.out, s.step); err != nil {
		return summary, inPlace(err)
	}
	return summary, nil
}

// inPlace is for what fails after the exchange. The next Begin tries again.
func inPlace(err error) error {
	return fmt.Errorf("the new site is in place, but the old one is not all removed: %w", err)
}

// inspect surveys the output folder, which holds the last site, and looks for conflicts.
func (s *Stage) inspect(last *tree) (survey, error) {
	info, err := os.Lstat(s.out)
	if errors.Is(err, fs.ErrNotExist) && s.before == nil {
		return survey{}, nil
	}
	if err == nil && (s.before == nil || !os.SameFile(info, s.before)) || errors.Is(err, fs.ErrNotExist) {
		return survey{}, errMoved
	}
	if err != nil {
		return survey{}, err
	}
	if err := s.step("survey"); err != nil {
		return survey{}, err
	}
	found, err := last.survey()
	if err != nil {
		return survey{}, err
	}
	return found, s.conflict(found.foreign)
}

// complete makes the stage a whole site that is safely on the disk.
func (s *Stage) complete(same []string, found survey) error {
	top, err := s.claimFolder("")
	if err != nil {
		return err
	}
	if err := top.stage(); err != nil {
		return err
	}
	slices.Sort(same)
	if err := parallel.Try(len(same), func(i int) error { return s.link(same[i]) }); err != nil {
		return err
	}
	carrier := newCarrier(s.out, s.staged(""))
	carrier.copies = s.options.copies
	for _, e := range found.foreign {
		if err := s.step("carry"); err != nil {
			return err
		}
		if err := carrier.bring(e); err != nil {
			return fmt.Errorf("keep %s: %w", e.path, err)
		}
	}
	if err := s.step("manifest"); err != nil {
		return err
	}
	if err := s.write(s.staged(manifestName), s.list()); err != nil {
		return fmt.Errorf("write the manifest: %w", err)
	}
	if err := carrier.finish(); err != nil {
		return err
	}
	if s.before != nil {
		if err := likeFolder(s.staged(""), s.before); err != nil {
			return err
		}
	}
	if err := s.step("sync"); err != nil {
		return err
	}
	if err := syncTree(s.staged("")); err != nil {
		return fmt.Errorf("write the stage to the disk: %w", err)
	}
	return nil
}

// link takes an unchanged file of out into the stage. Where there are no hard
// links it is copied, with its time.
func (s *Stage) link(path string) error {
	if err := s.folders[parent(path)].stage(); err != nil {
		return err
	}
	if err := s.step("link"); err != nil {
		return err
	}
	f := s.files[path]
	modified, ok := asPublished(s.current(path), f.size)
	if !ok {
		return fmt.Errorf("%w: %s", errMoved, path)
	}
	if !modified.Before(s.oldTime) { // as in has
		if have, err := hashFile(s.current(path)); err != nil || have != f.sum {
			return fmt.Errorf("%w: %s", errMoved, path)
		}
	}
	if !s.options.copies && os.Link(s.current(path), s.staged(path)) == nil {
		return nil
	}
	from, err := os.Open(s.current(path))
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := openNew(s.staged(path))
	if err != nil {
		return err
	}
	h := sha256.New()
	_, err = io.Copy(to, io.TeeReader(from, h))
	if err := s.finish(to, err); err != nil {
		return err
	}
	if sum(h.Sum(nil)) != f.sum {
		return fmt.Errorf("%w: %s", errMoved, path)
	}
	return os.Chtimes(s.staged(path), modified, modified)
}
