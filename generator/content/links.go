package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"unicode/utf8"

	"siger/generator/problem"
)

// A Link is an address of another site, with where it stands.
type Link struct {
	Address string
	Field   string
	problem.Pos
}

// Links returns the addresses of other sites in a content folder: in fields, in
// Markdown and in comments. The names that are reserved for examples lead nowhere
// and are left out. A file that cannot be read has none.
func Links(fsys fs.FS) ([]Link, error) {
	var links []Link
	l := &loader{fsys: fsys, content: &Content{}}
	err := fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("list content folder: %w", err)
		case file != "." && d.Name()[0] == '.' || !fs.ValidPath(file): // Load says so of a name that is no text
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || !Formats(file):
			return nil
		}
		data, ok := l.read(file, MaxFileSize)
		if !ok {
			return nil // Load says so
		}
		var s *source
		if strings.HasPrefix(file, pageFolder+"/") {
			_, s = l.decodePage(file, data)
		} else {
			s = l.parse(file, data, 0)
		}
		if s != nil {
			links = append(links, s.links(data)...)
		}
		return nil
	})
	return links, err
}

func (s *source) links(data []byte) []Link {
	var links []Link
	number := 0
	for line := range bytes.Lines(data) {
		number++
		for i := 0; i < len(line); {
			address := linkAt(line[i:])
			if address == "" {
				i++
				continue
			}
			if u, err := url.Parse(address); err == nil && !reserved(u.Hostname()) {
				pos := problem.Pos{File: s.file, Line: number, Column: 1 + utf8.RuneCount(line[:i]), Length: utf8.RuneCountInString(address)}
				links = append(links, Link{address, s.fieldAt(number, pos.Column), pos})
			}
			i += len(address)
		}
	}
	return links
}

// linkAt returns the address that a text begins with. A bracket that it did not
// open ends it, and marks at its end are not part of it.
func linkAt(text []byte) string {
	if !bytes.HasPrefix(text, []byte("https://")) && !bytes.HasPrefix(text, []byte("http://")) {
		return ""
	}
	depth := 0
	end := bytes.IndexFunc(text, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return depth < 0 || r <= ' ' || strings.ContainsRune("\"<>[]{}|\\^`“”", r)
	})
	if end < 0 {
		end = len(text)
	}
	address := strings.TrimRight(string(text[:end]), ".,;:!?'*_")
	if u, err := url.Parse(address); err != nil || u.Hostname() == "" {
		return ""
	}
	return address
}

// reserved reports whether a name is one of those that nobody can have.
func reserved(host string) bool {
	host = "." + strings.ToLower(host)
	for _, name := range []string{".example", ".invalid", ".test", ".example.com", ".example.net", ".example.org"} {
		if strings.HasSuffix(host, name) {
			return true
		}
	}
	return false
}
