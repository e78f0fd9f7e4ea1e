package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/problem"
)

// A kind is a kind of content file: where it lies and how it is read.
type kind struct {
	name string
	form *form
	read func(*source)
}

// kindOf returns a reader whose values are not kept.
func kindOf[T any](name string, v value[T]) kind {
	return kind{name, v.form, func(s *source) { v.read(s, s.root, "", new(T)) }}
}

func itself[T any](v *T) *T { return v }

var (
	siteKind       = kindOf("situs", object(siteShape, itself[Site]))
	taxonomyKind   = kindOf("klasifikasi", taxonomiesValue)
	agencyKind     = kindOf("perangkat-daerah", object(agenciesShape, itself[agencies]))
	pageKind       = kindOf("halaman", object(pageShape, itself[Page]))
	editionKind    = kindOf("edisi", object(editionShape, itself[award.Edition]))
	innovationKind = kindOf("inovasi", object(innovationShape, itself[award.Innovation]))
	correctionKind = kindOf("koreksi", correctionsValue)
)

// fileKind returns the kind of a file by its name in the content folder.
func fileKind(file string) (kind, bool) {
	folder, name, _ := strings.Cut(file, "/")
	switch {
	case file == siteFile:
		return siteKind, true
	case file == taxonomyFile:
		return taxonomyKind, true
	case file == agencyFile:
		return agencyKind, true
	case folder == pageFolder && strings.HasSuffix(name, ".md"):
		if language, slug := pageName(file); !strings.Contains(slug, "/") && (language == "" || slices.Contains(Languages, language)) {
			return pageKind, true
		}
	case isYear(folder) && name == editionFileName:
		return editionKind, true
	case isYear(folder) && name == correctionsFile:
		return correctionKind, true
	}
	parent, name, _ := strings.Cut(name, "/")
	if isYear(folder) && parent == innovationFolder && strings.HasSuffix(name, ".yaml") && !strings.Contains(name, "/") {
		return innovationKind, true
	}
	return kind{}, false
}

// Formats reports whether Format knows the layout of a file, by its name in the
// content folder.
func Formats(file string) bool {
	_, ok := fileKind(file)
	return ok
}

// A LayoutError says that Format cannot lay out a file without changing what it
// says or losing a comment.
type LayoutError struct {
	File string
	Line int // near which line
}

func (e *LayoutError) Error() string {
	return fmt.Sprintf("%s:%d: cannot be laid out", e.File, e.Line)
}

// Format returns a content file in the canonical layout: the keys in the order of
// the official form, two spaces for each level, quotes where they are needed, at
// most one blank line, no space at the end of a line. Of a page, the head is laid
// out and the Markdown is left as it is. The author chooses between {a: 1} and
// pairs on lines of their own, unless a line grows past 140 columns; the text
// of every value and every comment stays, and what is laid out already does not
// change.
//
// A file that Load would find a problem in, by itself, has no layout: the
// problems are returned. The one exception is a byte order mark, which goes where
// nothing else is wrong. The error is a *LayoutError. file is the name in the content folder, for which
// Formats is true.
func Format(file string, data []byte) ([]byte, []problem.Problem, error) {
	kind, ok := fileKind(file)
	if !ok {
		return nil, nil, fmt.Errorf("format %s: not a content file", file)
	}
	l := &loader{content: &Content{}}
	limit := SizeLimit(file)
	if int64(len(data)) > limit {
		l.report(file, problem.LargeFile, size(limit))
		return nil, l.problems.Sorted(), nil
	}
	text, marked := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF"))
	out, line := l.format(kind, file, bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
	problems := l.problems.Sorted()
	switch {
	case len(problems) > 0 && marked: // Load would see the mark alone
		return nil, []problem.Problem{problem.At(problem.Pos{File: file}, "", problem.BadEncoding)}, nil
	case len(problems) > 0:
		return nil, problems, nil
	case line > 0 || int64(len(out)) > limit:
		return nil, nil, &LayoutError{file, max(1, line)}
	}
	return out, nil, nil
}

// format lays out a file with Unix line ends, or returns the line where it could
// not. Problems are reported.
func (l *loader) format(kind kind, file string, text []byte) (out []byte, line int) {
	var before, after []byte // what is not YAML
	offset := 0
	if strings.HasPrefix(file, pageFolder+"/") {
		if l.decodePage(file, text); !l.problems.Empty() {
			return nil, 0
		}
		head, body, _ := cutFrontMatter(text)
		before, text, after, offset = []byte("---\n"), head, append([]byte("---\n"), body...), 1
	}
	out, line = l.layout(kind, file, bytes.TrimSuffix(text, []byte("\r")), offset)
	if line > 0 {
		return nil, offset + line
	}
	return slices.Concat(before, out, after), 0
}

// layout lays out one document, or returns the line where it could not.
func (l *loader) layout(kind kind, file string, text []byte, offset int) (out []byte, line int) {
	s := l.parse(file, text, offset)
	if s == nil {
		return nil, 0
	}
	kind.read(s)
	if s.failed {
		return nil, 0
	}
	doc, line := readDocument(text, s.root)
	if line > 0 {
		return nil, line
	}
	doc.root.arrange(kind.form)
	doc.settle()
	out = []byte(doc.text())

	// No file is worth a doubt: what was written must read the same.
	if s = new(loader).parse(file, out, offset); s == nil {
		return nil, 1
	}
	again, line := readDocument(out, s.root)
	if line > 0 {
		return nil, 1
	}
	if at, ok := doc.root.same(again.root); !ok {
		return nil, at.value.Line
	}
	if !slices.Equal(doc.comments(), again.comments()) {
		return nil, 1
	}
	return out, 0
}
