package revision

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Folder is a folder of a commit as a file system. Files have no time and no
// permissions. Links are links, and submodules are irregular files. It is safe for
// concurrent use.
type Folder struct {
	objects *objects
	entries map[string]*entry // by path; "." is the top
}

// An entry is a file or folder; it is its own fs.FileInfo and fs.DirEntry.
type entry struct {
	name  string
	mode  fs.FileMode
	size  int64
	blob  string   // id, of a regular file
	inner []*entry // of a folder, by name
}

func (e *entry) Name() string               { return e.name }
func (e *entry) Size() int64                { return e.size }
func (e *entry) Mode() fs.FileMode          { return e.mode }
func (e *entry) Type() fs.FileMode          { return e.mode.Type() }
func (e *entry) ModTime() time.Time         { return time.Time{} }
func (e *entry) IsDir() bool                { return e.mode.IsDir() }
func (e *entry) Sys() any                   { return nil }
func (e *entry) Info() (fs.FileInfo, error) { return e, nil }

// newFolder reads what "git ls-tree -r -z --long" prints: for each file
// "mode kind id size\tpath\0".
func newFolder(o *objects, listing []byte) (*Folder, error) {
	f := &Folder{o, map[string]*entry{".": {name: ".", mode: fs.ModeDir | 0o555}}}
	for record := range bytes.SplitSeq(listing, []byte{0}) {
		if len(record) == 0 {
			continue
		}
		head, name, ok := strings.Cut(string(record), "\t")
		facts := strings.Fields(head)
		if len(name) > maxPath || len(f.entries) > maxFiles {
			return nil, ErrTooLarge
		}
		if !ok || len(facts) != 4 || name == "." || !fs.ValidPath(name) {
			return nil, fmt.Errorf("git ls-tree: cannot read %q", record)
		}
		e := &entry{name: path.Base(name), mode: fs.ModeIrregular, blob: facts[2]}
		switch facts[0] {
		case "100644", "100755", "100664":
			e.mode = 0o444
			e.size, _ = strconv.ParseInt(facts[3], 10, 64)
		case "120000":
			e.mode = fs.ModeSymlink
		}
		f.add(name, e)
	}
	for _, e := range f.entries {
		slices.SortFunc(e.inner, func(a, b *entry) int { return strings.Compare(a.name, b.name) })
	}
	return f, nil
}

// add puts an entry into its folder, and the folder into its own.
func (f *Folder) add(name string, e *entry) {
	for f.entries[name] == nil {
		f.entries[name] = e
		name = path.Dir(name)
		parent := f.entries[name]
		if parent == nil {
			parent = &entry{name: path.Base(name), mode: fs.ModeDir | 0o555}
		}
		parent.inner = append(parent.inner, e)
		e = parent
	}
}

// Open opens a file or a folder. Of a file larger than 2 MiB only so much can be
// read; links and submodules cannot be opened.
func (f *Folder) Open(name string) (fs.File, error) {
	e, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	switch {
	case e.IsDir():
		return &openFolder{entry: e}, nil
	case !e.mode.IsRegular():
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	data, err := f.objects.read(e.blob)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &openFile{bytes.NewReader(data), e}, nil
}

// ReadDir lists a folder in the order of the names.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	e, err := f.find("readdir", name)
	if err == nil && !e.IsDir() {
		err = &fs.PathError{Op: "readdir", Path: name, Err: errors.New("not a folder")}
	}
	if err != nil {
		return nil, err
	}
	return e.list(), nil
}

func (e *entry) list() []fs.DirEntry {
	list := make([]fs.DirEntry, len(e.inner))
	for i, inner := range e.inner {
		list[i] = inner
	}
	return list
}

func (f *Folder) find(op, name string) (*entry, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	if e := f.entries[name]; e != nil {
		return e, nil
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// Close ends the git program that reads files, if one is running.
func (f *Folder) Close() { f.objects.close() }

type openFile struct {
	*bytes.Reader
	entry *entry
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	entry *entry
	next  int
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFolder) Close() error               { return nil }
func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.entry.name, Err: errors.New("is a folder")}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	list := f.entry.list()[f.next:]
	if n > 0 {
		if len(list) == 0 {
			return nil, io.EOF
		}
		list = list[:min(n, len(list))]
	}
	f.next += len(list)
	return list, nil
}

// objects reads objects with one "git cat-file --batch", which is started when it
// is first needed.
type objects struct {
	repository *Repository
	mu         sync.Mutex
	cmd        *exec.Cmd
	in         io.WriteCloser
	out        *bufio.Reader
}

// read returns a blob, or the first bytes of one that is too large.
func (o *objects) read(id string) ([]byte, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	data, whole, err := o.ask(id)
	if err != nil || !whole {
		o.stop() // what comes next out of the pipe belongs to this object
	}
	return data, err
}

func (o *objects) ask(id string) (data []byte, whole bool, err error) {
	if o.cmd == nil {
		if err := o.start(); err != nil {
			return nil, false, err
		}
	}
	if _, err := fmt.Fprintln(o.in, id); err != nil {
		return nil, false, fmt.Errorf("ask git for a file: %w", err)
	}
	head, err := o.out.ReadString('\n')
	if err != nil {
		return nil, false, fmt.Errorf("read a file from git: %w", err)
	}
	facts := strings.Fields(head) // "id blob size", or "id missing"
	if len(facts) != 3 || facts[1] != "blob" {
		return nil, false, fmt.Errorf("git has no file %s", id)
	}
	size, err := strconv.ParseInt(facts[2], 10, 64)
	if err != nil || size < 0 {
		return nil, false, fmt.Errorf("git says that a file has %q bytes", facts[2])
	}
	data = make([]byte, min(size, maxFile))
	if _, err := io.ReadFull(o.out, data); err != nil {
		return nil, false, fmt.Errorf("read a file from git: %w", err)
	}
	if size > maxFile {
		return data, false, nil
	}
	if _, err := o.out.Discard(1); err != nil { // a newline
		return nil, false, fmt.Errorf("read a file from git: %w", err)
	}
	return data, true, nil
}

// next reads the answer to one of several ids; nil for what is no file or too large.
func (o *objects) next(limit int64) ([]byte, error) {
	head, err := o.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("read a file from git: %w", err)
	}
	facts := strings.Fields(head) // "id kind size", or "id missing"
	if len(facts) != 3 {
		return nil, nil
	}
	size, err := strconv.ParseInt(facts[2], 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("git says that a file has %q bytes", facts[2])
	}
	if facts[1] != "blob" || size > limit {
		if _, err := io.CopyN(io.Discard, o.out, size+1); err != nil {
			return nil, fmt.Errorf("read a file from git: %w", err)
		}
		return nil, nil
	}
	data := make([]byte, size+1) // with a newline at the end
	if _, err := io.ReadFull(o.out, data); err != nil {
		return nil, fmt.Errorf("read a file from git: %w", err)
	}
	return data[:size], nil
}

func (o *objects) start() error {
	cmd := o.repository.command("cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return fmt.Errorf("run git: %w", err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("run git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("run git: %w", err)
	}
	o.cmd, o.in, o.out = cmd, in, bufio.NewReaderSize(out, 64<<10)
	return nil
}

func (o *objects) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.stop()
}

// stop ends the program. It only reads, so there is nothing to lose.
func (o *objects) stop() {
	if o.cmd == nil {
		return
	}
	o.in.Close()
	_ = o.cmd.Process.Kill()
	_ = o.cmd.Wait()
	o.cmd = nil
}
