package publish

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Difference is a file that two publications do not share.
type Difference struct {
	Kind Kind
	Path string
}

// A Kind says what became of a file.
type Kind byte

// The kinds.
const (
	Added   Kind = 'A'
	Changed Kind = 'M'
	Removed Kind = 'D'
)

// Plan compares two publications by their manifests, each named by its file or by the
// folder that it lies in. The differences are in the order in which a host that takes
// one file at a time should get them: first what pages need, then pages, then what is
// to be deleted; each by path. So no page is ever shown without what it names.
func Plan(last, next string) ([]Difference, error) {
	before, err := readListing(last)
	if err != nil {
		return nil, err
	}
	after, err := readListing(next)
	if err != nil {
		return nil, err
	}
	var list []Difference
	for path, sum := range after {
		if have, ok := before[path]; !ok {
			list = append(list, Difference{Added, path})
		} else if have != sum {
			list = append(list, Difference{Changed, path})
		}
	}
	for path := range before {
		if _, ok := after[path]; !ok {
			list = append(list, Difference{Removed, path})
		}
	}
	slices.SortFunc(list, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.turn(), b.turn()), strings.Compare(a.Path, b.Path))
	})
	return list, nil
}

// turn says in which of the groups a difference comes.
func (d Difference) turn() int {
	switch {
	case d.Kind == Removed:
		return 2
	case strings.HasSuffix(d.Path, ".html"):
		return 1
	}
	return 0
}

// A ListingError names a file that is not a manifest of Siger.
type ListingError struct {
	File   string
	Reason error
}

func (e *ListingError) Error() string { return fmt.Sprintf("%s: %v", e.File, e.Reason) }

func (e *ListingError) Unwrap() error { return e.Reason }

func readListing(name string) (manifest, error) {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		name = filepath.Join(name, manifestName)
		info, err = os.Stat(name)
	}
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file") // to open a pipe is to wait for whoever writes into it
	}
	if err != nil {
		return nil, &ListingError{name, err}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, &ListingError{name, err}
	}
	m, err := parseManifest(data)
	if err != nil {
		return nil, &ListingError{name, err}
	}
	return m, nil
}
