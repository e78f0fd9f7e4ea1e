package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"siger/generator/internal/sink"
)

// A builtSite is a site that was built as a whole.
type builtSite struct{ sink.Memory }

func (s *builtSite) File(path string) ([]byte, error) {
	if data, ok := s.Files[path]; ok {
		return data, nil
	}
	return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
}

func (s *builtSite) Has(path string) bool { _, ok := s.Files[path]; return ok }

func (s *builtSite) Version() string { return versionOf(s.Files) }

// versionOf returns the version of a site with these files.
func versionOf(files map[string][]byte) string {
	hash := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(hash, "%s\n%x\n", path, sha256.Sum256(files[path]))
	}
	return hex.EncodeToString(hash.Sum(nil)[:16])
}
