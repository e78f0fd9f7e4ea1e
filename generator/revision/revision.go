// Package revision reads a folder as it was at a revision of a git repository. It
// asks the git program, which must be installed, and only reads: no checkout is
// made, and no file of the repository or of its working tree is written.
//
// It works from any folder of a repository or of one of its worktrees, in shallow
// clones as far as they reach, and whatever the names of the folders. The name of
// a revision comes from outside: one that git could take for an option is refused,
// and git gets the rest as one argument, never through a shell.
//
// Bytes are those of the commit: no attribute of the repository filters, leaves
// out or converts them.
package revision

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// Limits on what is read. They bound time and memory on a hostile repository.
const (
	maxName    = 1000     // bytes of the name of a revision
	maxListing = 64 << 20 // bytes of the list of files
	maxFiles   = 200000   // files and folders of a revision
	maxPath    = 4096     // bytes of a file's path
	maxFile    = 2 << 20  // bytes of a file; the rest is left out
	maxMessage = 4 << 10  // bytes of an error message of git
)

// Errors that the user can do something about.
var (
	ErrNoGit        = errors.New("the git program is not installed")
	ErrNoRepository = errors.New("not in a git repository")
	ErrBadName      = errors.New("not the name of a revision")
	ErrNotFound     = errors.New("no such revision")
	ErrShallow      = errors.New("no such revision in this shallow clone")
	ErrNoMain       = errors.New("no common ancestor with the main branch")
	ErrTooLarge     = errors.New("the folder has too many files")
)

// A Repository is a git repository, seen from one of its folders.
type Repository struct {
	dir    string // the folder
	prefix string // the folder's path in the repository, "" for its top
}

// Open finds the repository that a folder lies in.
func Open(dir string) (*Repository, error) {
	r := &Repository{dir: dir}
	inside, err := r.git("rev-parse", "--is-inside-work-tree")
	if err != nil {
		return nil, err
	}
	if inside != "true" {
		return nil, ErrNoRepository
	}
	prefix, err := r.git("rev-parse", "--show-prefix")
	r.prefix = strings.TrimSuffix(prefix, "/")
	return r, err
}

// A Commit is a revision that exists.
type Commit struct {
	ID   string // hexadecimal
	Name string // as it was asked for
}

// Short returns as much of the id as people read.
func (c Commit) Short() string { return c.ID[:min(10, len(c.ID))] }

// Find returns the commit that a name stands for: everything that git takes for
// one revision, such as main, v1.2, HEAD~3 or part of an id.
func (r *Repository) Find(name string) (Commit, error) {
	if name == "" || len(name) > maxName || name[0] == '-' || name[0] == '^' || strings.ContainsFunc(name, func(c rune) bool { return c < ' ' || c == 0x7F }) {
		return Commit{}, ErrBadName
	}
	id, err := r.git("rev-parse", "--verify", "--quiet", name+"^{commit}")
	if err == nil {
		return Commit{id, name}, nil
	}
	var failed *gitError
	if !errors.As(err, &failed) {
		return Commit{}, err
	}
	if r.shallow() {
		return Commit{}, ErrShallow
	}
	return Commit{}, ErrNotFound
}

func (r *Repository) shallow() bool {
	answer, err := r.git("rev-parse", "--is-shallow-repository")
	return err == nil && answer == "true"
}

// mains are the names under which the main branch is looked for, in order.
var mains = []string{"refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"}

// Base returns the commit at which the present branch left the main branch: what a
// pull request would be compared with. The main branch is the default one of the
// remote "origin", else main or master there, else here. Where there is none, it
// is the last commit. In a clone that does not reach back that far, it is
// [ErrNoMain].
func (r *Repository) Base() (Commit, error) {
	head, err := r.Find("HEAD")
	if err != nil {
		return Commit{}, err
	}
	for _, name := range mains {
		tip, err := r.git("rev-parse", "--verify", "--quiet", name+"^{commit}")
		if err != nil {
			continue
		}
		if full, err := r.git("rev-parse", "--verify", "--quiet", "--symbolic-full-name", name); err == nil && full != "" {
			name = full
		}
		name = strings.TrimPrefix(strings.TrimPrefix(name, "refs/remotes/"), "refs/heads/")
		id, err := r.git("merge-base", tip, head.ID)
		if err != nil {
			return Commit{}, ErrNoMain
		}
		return Commit{id, name}, nil
	}
	if r.shallow() {
		return Commit{}, ErrNoMain
	}
	return head, nil
}

// Folder returns the repository's folder at a commit. It is nil when the commit
// has no such folder. Close must be called when it is not needed any more.
func (r *Repository) Folder(c Commit) (*Folder, error) {
	top := c.ID + ":" + r.prefix // with an empty path, the whole tree
	tree, err := r.git("rev-parse", "--verify", "--quiet", top)
	var failed *gitError
	switch {
	case errors.As(err, &failed):
		return nil, nil
	case err != nil:
		return nil, err
	}
	if kind, err := r.git("cat-file", "-t", tree); err != nil || kind != "tree" {
		return nil, err
	}
	listing, err := r.output(maxListing, "ls-tree", "-r", "-z", "--long", "--full-tree", tree)
	if err != nil {
		return nil, err
	}
	return newFolder(&objects{repository: r}, listing)
}

// A gitError is git's refusal.
type gitError struct {
	args    []string
	message string
}

func (e *gitError) Error() string { return "git " + e.args[0] + ": " + cmp.Or(e.message, "failed") }

// git runs git and returns the line that it prints.
func (r *Repository) git(args ...string) (string, error) {
	out, err := r.output(1<<20, args...)
	return strings.TrimSuffix(strings.TrimSuffix(string(out), "\n"), "\r"), err
}

func (r *Repository) output(limit int64, args ...string) ([]byte, error) {
	cmd := r.command(args...)
	var message bytes.Buffer
	cmd.Stderr = &limited{&message, maxMessage}
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, ErrNoGit
		}
		return nil, fmt.Errorf("run git: %w", err)
	}
	out, readErr := io.ReadAll(io.LimitReader(pipe, limit+1))
	if int64(len(out)) > limit {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return nil, ErrTooLarge
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		text := strings.TrimSpace(message.String())
		if strings.Contains(text, "not a git repository") {
			return nil, ErrNoRepository
		}
		return nil, &gitError{args, text}
	case err != nil:
		return nil, fmt.Errorf("run git: %w", err)
	}
	return out, readErr
}

// options hold for every call: settings of the user that would change what git
// prints, or have it run something, do not count.
var options = []string{
	"--no-replace-objects", "--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true",
	"-c", "log.follow=false", "-c", "diff.relative=false",
}

// command prepares a call of git in the folder. The environment of a hook, which
// points git elsewhere, is left out.
func (r *Repository) command(args ...string) *exec.Cmd {
	cmd := exec.Command("git", append(slices.Clone(options), args...)...)
	cmd.Dir = r.dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{
			"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
			"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
		}, name)
	})
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	return cmd
}

// limited keeps the first bytes that are written to it.
type limited struct {
	to   *bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.to.Write(p[:n])
	l.left -= n
	return len(p), nil
}
