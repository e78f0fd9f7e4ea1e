package publish

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkPath returns an error unless the path names a file inside the output
// folder on every system, and can stand on a line of the manifest.
func checkPath(path string) error {
	switch {
	case path == "":
		return errors.New("the path is empty")
	case !utf8.ValidString(path):
		return fmt.Errorf("path %q is not UTF-8", path)
	case strings.ContainsFunc(path, unicode.IsControl) || strings.ContainsAny(path, `\:*?"<>|`):
		return fmt.Errorf("path %q has a character that no path may have", path)
	case strings.EqualFold(path, manifestName):
		return fmt.Errorf("path %s is the manifest's", path)
	}
	for element := range strings.SplitSeq(path, "/") {
		if element == "" {
			return fmt.Errorf("path %q has an empty element", path)
		}
		if strings.HasSuffix(element, ".") || strings.HasSuffix(element, " ") { // "..", and what Windows drops
			return fmt.Errorf("path %q has an element that ends in a dot or space", path)
		}
	}
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return fmt.Errorf("path %q is not a path inside the output folder", path)
	}
	return nil
}

// fold maps paths that some file systems hold to be one to one string.
func fold(path string) string {
	for i := range len(path) {
		if c := path[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ToLower(strings.ToUpper(path))
		}
	}
	return path // as nearly all are
}

// parent returns the folder of a path, "" for the top.
func parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}

// claim takes a path for a file, once. It is called with the mutex held.
func (s *Stage) claim(path string) (*folder, error) {
	if err := checkPath(path); err != nil {
		return nil, err
	}
	holder, err := s.claimFolder(parent(path))
	if err != nil {
		return nil, err
	}
	if err := s.claimName(path); err != nil {
		return nil, err
	}
	s.files[path] = file{}
	return holder, nil
}

func (s *Stage) claimFolder(path string) (*folder, error) {
	if f, ok := s.folders[path]; ok {
		return f, nil
	}
	var above *folder
	if path != "" {
		var err error
		if above, err = s.claimFolder(parent(path)); err != nil {
			return nil, err
		}
		if err := s.claimName(path + "/"); err != nil {
			return nil, err
		}
	}
	f := &folder{of: s, path: path, above: above}
	s.folders[path] = f
	return f, nil
}

// claimName enters a name, a folder's with a slash at its end.
func (s *Stage) claimName(name string) error {
	bare := strings.TrimSuffix(name, "/")
	key := fold(bare)
	taken, ok := s.names[key]
	if !ok {
		s.names[key] = name
		return nil
	}
	switch other := strings.TrimSuffix(taken, "/"); {
	case taken == name:
		return fmt.Errorf("path %s was put twice", bare)
	case other == bare:
		return fmt.Errorf("path %s is to be a file and a folder", bare)
	default:
		return fmt.Errorf("paths %s and %s differ only by case", other, bare)
	}
}
