package content

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/internal/pattern"
	"siger/generator/problem"
)

// A source is one YAML document with what is needed to point into it.
type source struct {
	file     string
	text     []byte
	offset   int          // lines of the file before the document (front matter)
	root     *yaml.Node   // nil when it could not be parsed
	memory   *plainParser // that root is in, if it can be used again; see recycle
	problems *problem.List
	tabs     bool     // are harmless: the text is Markdown
	failed   bool     // an error was reported
	tabWidth int      // of indentation, once looked for; see withoutTabs
	lines    [][]byte // of text, once a place was looked for
	faults   int      // how many errors were reported
	warnings int      // and how many warnings; those beyond maxFaults are left out
	silences []*silence
	misspelt []string // fields whose keys were probably meant by unknown ones
}

// read returns a file's bytes, or false with the problem reported. The limit is
// checked before and while reading, so that a file that grows does no harm.
func (l *loader) read(file string, limit int64) ([]byte, bool) {
	data, err := readLimited(l.fsys, file, limit)
	switch {
	case errors.Is(err, errTooLarge):
		l.report(file, problem.LargeFile, size(limit))
	case errors.Is(err, fs.ErrNotExist):
		l.report(file, problem.MissingFile)
	case err != nil:
		l.fail(file, &ReadError{file, err})
	}
	if err == nil {
		l.compare(file, data)
	}
	return data, err == nil
}

// compare holds what was read of a file to its known hash, if it has one: what is kept under that hash must
// not come of other bytes.
func (l *loader) compare(file string, data []byte) {
	if sum, known := l.sums[file]; known && sum != sha256.Sum256(data) {
		l.fail(file, &ChangedError{File: file})
	}
}

// fail ends the loading with an error about a file, of several with that of the first by name.
func (l *loader) fail(file string, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.failed == nil || file < l.failedAt {
		l.failed, l.failedAt = err, file
	}
}

// A ReadError is about a file or folder of the content that is there and cannot be read:
// mostly one that this user is not permitted to.
type ReadError struct {
	File string
	Err  error
}

func (e *ReadError) Error() string { return fmt.Sprintf("read content %s: %v", e.File, e.Err) }

func (e *ReadError) Unwrap() error { return e.Err }

var errTooLarge = errors.New("file too large")

func readLimited(fsys fs.FS, file string, limit int64) ([]byte, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	guess := int64(0)
	if info, err := f.Stat(); err == nil {
		if guess = info.Size(); guess > limit {
			return nil, errTooLarge
		}
	}
	memory, _ := readMemory.Get().(*[]byte)
	if need := int(guess) + bytes.MinRead; memory == nil || cap(*memory) < need {
		memory = new(make([]byte, 0, need))
	}
	data := bytes.NewBuffer(*memory)
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return data.Bytes(), err
	}
	if int64(data.Len()) > limit {
		return data.Bytes(), errTooLarge
	}
	return data.Bytes(), nil
}

func size(n int64) string {
	if n >= 1<<20 {
		return strconv.FormatInt(n>>20, 10) + " MiB"
	}
	return strconv.FormatInt(n>>10, 10) + " KiB"
}

// open reads and parses a YAML file. The source is nil when there is nothing to
// decode; the reason has been reported then.
func (l *loader) open(file string) *source {
	data, ok := l.read(file, SizeLimit(file))
	if !ok {
		return nil
	}
	return l.parse(file, data, 0)
}

// parse makes a source of a document that starts after offset lines of its file.
func (l *loader) parse(file string, data []byte, offset int) (read *source) {
	s := &source{file: file, text: data, offset: offset, problems: &l.problems}
	defer func() {
		if read == nil && s.failed && utf8.Valid(data) { // nobody else will look, and excerpts are printed
			s.checkPersonal(data, offset)
		}
	}()
	if offset == 0 && !l.checkConflicts(file, data) || !s.lint() {
		return nil
	}
	root, memory := plainYAML(data)
	var line int
	var err error
	if root == nil {
		root, line, err = libraryYAML(data)
	}
	switch {
	case errors.Is(err, io.EOF):
		s.add(problem.Pos{File: file}, "", problem.EmptyFile)
		return nil
	case errors.Is(err, errSecondDocument):
		s.add(problem.Pos{File: file, Line: offset + line}, "", problem.SecondDoc)
		return nil
	case err != nil:
		f := faultOf(data, err)
		if p, ok := s.causeOf(f.line); ok {
			s.put(p)
			return nil
		}
		p := problem.At(problem.Pos{File: file, Line: offset + f.line, Column: f.column, Length: f.length}, "", problem.BadYAML, f.say)
		p.Fix = s.asYAML(f.line)
		s.put(p)
		return nil
	}
	s.root, s.memory = root, memory
	s.refuse(root)
	if s.failed || !s.checkHashes() {
		return nil
	}
	return s
}

// lint checks the raw text for what would make every later message misleading.
func (s *source) lint() bool {
	if bytes.HasPrefix(s.text, []byte("\xEF\xBB\xBF")) || !utf8.Valid(s.text) || bytes.IndexByte(s.text, 0) >= 0 {
		p := problem.At(problem.Pos{File: s.file}, "", problem.BadEncoding)
		if utf8.Valid(s.text) && bytes.IndexByte(s.text, 0) < 0 { // a byte order mark alone
			p.Fix = &problem.Fix{Line: s.offset + 1, Column: 1, Length: 1}
		}
		s.put(p)
		return false
	}
	number := 0
	for line := range bytes.Lines(s.text) {
		i := number
		number++
		line = bytes.TrimSuffix(line, []byte("\n"))
		if plainASCII(line) {
			continue
		}
		line = bytes.TrimSuffix(line, []byte("\r"))
		if at := bytes.IndexByte(line, '\r'); at >= 0 { // first: what else is wrong has other lines without it
			pos := problem.Pos{File: s.file, Line: s.offset + i + 1, Column: 1 + utf8.RuneCount(line[:at]), Length: 1}
			p := problem.At(pos, "", problem.HiddenChar, fmt.Sprintf("U+%04X", '\r'))
			p.Fix = loneReturn(line[at:], pos)
			s.put(p)
			continue
		}
		column := 0
		for _, r := range string(line) {
			column++
			pos := problem.Pos{File: s.file, Line: s.offset + i + 1, Column: column, Length: 1}
			if r == '\t' && s.tabs {
				continue
			}
			if r == '\t' {
				p := problem.At(pos, "", problem.Tab)
				p.Fix = s.withoutTabs(string(line), pos)
				s.put(p)
				break
			}
			if problem.Hidden(r) {
				p := problem.At(pos, "", problem.HiddenChar, fmt.Sprintf("U+%04X", r))
				p.Fix = withoutHidden(string(line), pos)
				s.put(p)
				break
			}
		}
	}
	return !s.failed
}

// plainASCII reports whether a text has plain ASCII characters alone, of which none
// is hidden or a tab.
func plainASCII[T string | []byte](text T) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7F {
			return false
		}
	}
	return true
}

// readMemory is memory of files that are done with, for the next to be read.
var readMemory sync.Pool // *[]byte

// recycle gives the memory of the nodes and of the text back, unless something was reported,
// which may refer to them. The source is done with.
func (s *source) recycle() {
	if s.memory != nil && s.clean() {
		s.memory.giveBack()
		readMemory.Put(new(s.text[:0]))
		s.root, s.memory, s.text = nil, nil, nil
	}
}

// clean reports whether the file has neither errors nor warnings nor silences.
func (s *source) clean() bool { return s.faults == 0 && s.warnings == 0 && len(s.silences) == 0 }

var errSecondDocument = errors.New("second document")

// parseYAML returns the value of the only document, or the line of the error.
func parseYAML(data []byte) (root *yaml.Node, line int, err error) {
	if root, _ := plainYAML(data); root != nil {
		return root, 0, nil
	}
	return libraryYAML(data)
}

func libraryYAML(data []byte) (root *yaml.Node, line int, err error) {
	defer func() {
		// The library turns its own panics into errors; one that escapes would
		// be its bug, set off by the author's bytes: still the author's file.
		if r := recover(); r != nil {
			root, line, err = nil, 0, fmt.Errorf("yaml: %v", r)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	if err := decoder.Decode(&document); err != nil {
		return nil, yamlLine(err), err
	}
	if err := decoder.Decode(&second); err == nil {
		return nil, second.Line, errSecondDocument
	} else if !errors.Is(err, io.EOF) {
		return nil, yamlLine(err), err
	}
	root = document.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil, 0, io.EOF
	}
	return root, 0, nil
}

var linePattern = pattern.Lazy(`line (\d+)`)

func yamlLine(err error) int {
	if m := linePattern().FindStringSubmatch(err.Error()); m != nil {
		n, _ := strconv.Atoi(m[1]) // too large a number is 0: unknown
		return n
	}
	return 1
}

// refuse reports the parts of YAML that content does not use: they hide what a
// file says from the person who reads it.
func (s *source) refuse(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		s.report(n, "", problem.Anchor, problem.Words{ID: "alias (*)", EN: "an alias (*)"})
		return
	case n.Anchor != "":
		s.report(n, "", problem.Anchor, problem.Words{ID: "jangkar (&)", EN: "an anchor (&)"})
	case n.Style&yaml.TaggedStyle != 0:
		s.report(n, "", problem.Anchor, problem.Words{ID: "tag (!)", EN: "a tag (!)"})
	case n.Tag == "!!merge":
		s.report(n, "", problem.Anchor, problem.Words{ID: "kunci gabung (<<)", EN: "a merge key (<<)"})
	}
	for _, c := range n.Content {
		s.refuse(c)
	}
}

// report adds a problem at a node.
func (s *source) report(n *yaml.Node, field string, code problem.Code, args ...any) {
	if !s.enough(code) {
		s.add(s.pos(n), field, code, args...)
	}
}

// enough counts an error that would be left out, so that nobody looks for its place:
// on one long line that takes as long as the line.
func (s *source) enough(code problem.Code) bool {
	if s.faults <= maxFaults || code.Severity() == problem.Warning {
		return false
	}
	s.faults++
	return true
}

func (s *source) add(pos problem.Pos, field string, code problem.Code, args ...any) {
	s.put(problem.At(pos, field, code, args...))
}

// suggest adds a problem at a node that a fix of its text mends; "" for none.
func (s *source) suggest(n *yaml.Node, field, text string, code problem.Code, args ...any) {
	if s.enough(code) {
		return
	}
	p := problem.At(s.pos(n), field, code, args...)
	if text != "" && p.Length > 0 {
		p.Fix = p.Replace(text)
	}
	s.put(p)
}

func (s *source) put(p problem.Problem) {
	if p.Code.Severity() == problem.Warning { // says nothing about what can be relied on
		if s.warnings++; s.warnings <= maxFaults {
			s.problems.Add(p)
		}
		return
	}
	s.failed = true
	s.faults++
	switch {
	case s.faults <= maxFaults:
		s.problems.Add(p)
	case s.faults == maxFaults+1:
		s.problems.Add(problem.At(p.Pos, "", problem.TooMany))
	}
}

// find returns the value under a path of keys, or the deepest value on the way.
func (s *source) find(path ...string) *yaml.Node {
	n := s.root
	for _, key := range path {
		_, value := lookup(n, key)
		if value == nil {
			return n
		}
		n = value
	}
	return n
}

// findKey returns the key itself where a path of keys leads, or the deepest
// value on the way.
func (s *source) findKey(path ...string) *yaml.Node {
	last := len(path) - 1
	parent := s.find(path[:last]...)
	if key, _ := lookup(parent, path[last]); key != nil {
		return key
	}
	return parent
}

func lookup(n *yaml.Node, key string) (k, v *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i], n.Content[i]
		}
		return nil, nil
	}
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i], n.Content[i+1]
			}
		}
	}
	return nil, nil
}
