package content

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"gopkg.in/yaml.v3"

	"siger/generator/award"
)

// Most of what an innovation's file holds are its texts in Markdown, which its page shows
// and nothing else. They are not held: what is held is their hash, and the file is read
// again when the page is made. A file that says something else by then is no part of
// the content that was read.

// A ChangedError is about a file that was edited while the content was being used. The next
// run finds it whole.
type ChangedError struct {
	File string
	Err  error // of opening it, nil for none
}

func (e *ChangedError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("content file %s cannot be read again: %v", e.File, e.Err)
	}
	return fmt.Sprintf("content file %s was changed while it was being used", e.File)
}

func (e *ChangedError) Unwrap() error { return e.Err }

// textsOf returns an innovation's texts in Markdown with their fields.
func textsOf(in *award.Innovation) [6]fieldText {
	return [...]fieldText{
		{"rancang_bangun", &in.Design}, {"tujuan", &in.Goals}, {"manfaat", &in.Benefits}, {"hasil", &in.Outcomes},
		{"tanggapan", &in.Answer}, {"catatan", &in.Note},
	}
}

type fieldText struct {
	field string
	text  *award.Text
}

// TextOf returns an innovation's text in Markdown of a field, nil for a field that is none.
func TextOf(in *award.Innovation, field string) *award.Text {
	for _, t := range textsOf(in) {
		if t.field == field {
			return t.text
		}
	}
	return nil
}

// leave leaves an innovation's texts in its file.
func leave(in *award.Innovation) {
	for _, t := range textsOf(in) {
		if t.text.Source != "" {
			t.text.Left, t.text.Source = award.LeftOf([]byte(t.text.Source)), ""
		}
	}
}

// Texts reads texts that were left in files of a content folder. It is safe for
// concurrent use.
type Texts struct {
	fsys   fs.FS
	leaves sync.Pool // *leaf
}

// A leaf is a file whose texts are being read, which are read one after the other.
type leaf struct {
	file string
	data []byte
	root *yaml.Node // nil while no text needed it
}

// TextsOf returns the reader of the texts of a content folder.
func TextsOf(fsys fs.FS) *Texts { return &Texts{fsys: fsys} }

// Append adds a text of a field of a file to bytes. The error is a [*ChangedError] when
// the file no longer has the text.
func (t *Texts) Append(to []byte, file, field string, text award.Text) ([]byte, error) {
	if text.Left == "" {
		return append(to, text.Source...), nil
	}
	l, _ := t.leaves.Get().(*leaf)
	if l == nil {
		l = &leaf{}
	}
	defer t.leaves.Put(l)
	if l.file == file { // as it is for all but the first
		if out, ok := l.append(to, field, text); ok {
			return out, nil
		}
	}
	for _, read := range []func(fs.FS, string) error{l.glance, l.read} {
		l.file, l.root = "", nil
		if err := read(t.fsys, file); err != nil {
			return nil, &ChangedError{file, err}
		}
		if out, ok := l.append(to, field, text); ok {
			l.file = file
			return out, nil
		}
	}
	return nil, &ChangedError{File: file}
}

// glance reads what a file gives at once, which is mostly all of it; the text's hash tells.
func (l *leaf) glance(fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if l.data == nil {
		l.data = make([]byte, 0, MaxFileSize)
	}
	n, err := f.Read(l.data[:cap(l.data)])
	l.data = l.data[:n]
	if err == io.EOF {
		return nil
	}
	return err
}

func (l *leaf) read(fsys fs.FS, name string) error {
	data, err := readLimited(fsys, name, MaxFileSize)
	if err == nil {
		l.data = append(l.data[:0], data...)
		readMemory.Put(new(data[:0]))
	}
	return err
}

// append adds a text to bytes. It is false when the file does not have it.
func (l *leaf) append(to []byte, field string, text award.Text) ([]byte, bool) {
	from := len(to)
	if text.Block && l.root == nil { // the lines say where it stands, and mostly that suffices
		rest := l.data
		for line := 1; line < text.Line && len(rest) > 0; line++ {
			rest = rest[bytes.IndexByte(rest, '\n')+1:]
		}
		if out, ok := plainLiteral(to, rest); ok {
			if found, ok := text.Left.Find(out[from:]); ok {
				return out[:from+len(found)], true
			}
		}
	}
	if l.root == nil {
		var err error
		if l.root, _, err = parseYAML(l.data); err != nil {
			return to, false
		}
	}
	_, value := lookup(l.root, field)
	if value == nil || award.LeftOf([]byte(value.Value)) != text.Left {
		return to, false
	}
	return append(to[:from], value.Value...), true
}
