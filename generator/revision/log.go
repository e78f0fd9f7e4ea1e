package revision

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// A Log is how the files of a folder came to be what they are at a commit: the
// commits of the published branch that changed them. Of a merge only what it
// changed on that branch counts, so each version of a file follows from the one
// below it, whatever the dates say.
type Log struct {
	Commits []Change             // latest first
	Files   map[string][]Version // by path in the folder, latest first
}

// A Change is a commit that changed files of the folder.
type Change struct {
	ID     string
	Day    string // on which it was written, "2021-06-16" in its author's own time zone
	Author string // as git has it; may be anything
}

// A Version is a file as one commit left it.
type Version struct {
	Commit int    // index in Commits
	Blob   string // "" where the commit deleted the file, or put something else in its place
}

// ErrPartial is returned for a clone that does not reach back to the beginning.
var ErrPartial = errors.New("the history of this clone is not complete")

// Log returns the history of the folder up to a commit. It is [ErrPartial] in a
// shallow clone: what looks like a file's first version there need not be.
func (r *Repository) Log(c Commit) (*Log, error) {
	if r.shallow() {
		return nil, ErrPartial
	}
	out, err := r.output(maxListing,
		"log", "--first-parent", "-m", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-color", "--no-notes", "--no-ext-diff",
		"--encoding=UTF-8", "--format=%H%x00%aI%x00%an", c.ID, "--", ".")
	if err != nil {
		return nil, err
	}
	return parseLog(string(out), r.prefix)
}

// parseLog reads for each commit "id\0time\0author\0", then for each of its files
// ":mode mode blob blob kind\0path\0", the first of which has a newline before it.
// No name can hold a NUL.
func parseLog(out, prefix string) (*Log, error) {
	l := &Log{Files: map[string][]Version{}}
	next := func() string {
		var field string
		field, out, _ = strings.Cut(out, "\x00")
		return field
	}
	for out != "" {
		field := next()
		facts, isFile := strings.CutPrefix(strings.TrimPrefix(field, "\n"), ":")
		if !isFile {
			c := Change{ID: strings.TrimPrefix(field, "\n"), Day: next(), Author: next()}
			if len(c.Day) < len("2021-06-16") || !utf8.ValidString(c.ID) {
				return nil, fmt.Errorf("git log: cannot read commit %q", c.ID)
			}
			c.Day = c.Day[:len("2021-06-16")]
			l.Commits = append(l.Commits, c)
			continue
		}
		parts, name := strings.Fields(facts), next()
		if len(parts) != 5 || len(l.Commits) == 0 {
			return nil, fmt.Errorf("git log: cannot read %q", field)
		}
		if prefix != "" {
			inside, ok := strings.CutPrefix(name, prefix+"/")
			if !ok {
				continue // the folder's own name, where something else had it
			}
			name = inside
		}
		if len(name) > maxPath || path.Clean(name) != name {
			continue // no file that a folder could have
		}
		v := Version{Commit: len(l.Commits) - 1}
		if mode := parts[1]; mode == "100644" || mode == "100755" {
			v.Blob = parts[3]
		}
		l.Files[name] = append(l.Files[name], v)
	}
	return l, nil
}

// Clean reports whether the folder holds what the last commit says: nothing in it
// is changed, new or ignored. Names that begin with a dot do not count.
func (r *Repository) Clean() (bool, error) {
	out, err := r.output(maxListing, "status", "--porcelain", "-z", "--untracked-files=all", "--ignored=matching", "--no-renames", "--ignore-submodules=none", "--", ".")
	if err != nil {
		return false, err
	}
	for record := range strings.SplitSeq(string(out), "\x00") {
		if len(record) <= 3 {
			continue
		}
		name := strings.TrimPrefix(record[3:], r.prefix+"/")
		if !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.") {
			return false, nil
		}
	}
	return true, nil
}

// Same reports whether the folder is the same at two commits.
func (r *Repository) Same(a, b Commit) (bool, error) {
	var trees [2]string
	for i, c := range []Commit{a, b} {
		tree, err := r.git("rev-parse", "--verify", "--quiet", c.ID+":"+r.prefix)
		var failed *gitError
		if errors.As(err, &failed) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		trees[i] = tree
	}
	return trees[0] == trees[1], nil
}

// Blobs reads files by their ids, in order, and hands each to a function. One that
// is larger than limit, or that git does not have, is nil.
func (r *Repository) Blobs(ids []string, limit int64, each func(i int, data []byte)) error {
	o := &objects{repository: r}
	defer o.close()
	if len(ids) == 0 {
		return nil
	}
	if err := o.start(); err != nil {
		return err
	}
	asked := make(chan error, 1)
	in := o.in
	go func() { // git answers while it is still being asked
		for i := 0; i < len(ids); i += askAtOnce {
			if _, err := in.Write([]byte(strings.Join(ids[i:min(i+askAtOnce, len(ids))], "\n") + "\n")); err != nil {
				asked <- err
				return
			}
		}
		asked <- nil
	}()
	for i := range ids {
		data, err := o.next(limit)
		if err != nil {
			return err
		}
		each(i, data)
	}
	if err := <-asked; err != nil {
		return fmt.Errorf("ask git for a file: %w", err)
	}
	return nil
}

const askAtOnce = 100 // ids in one write to git
