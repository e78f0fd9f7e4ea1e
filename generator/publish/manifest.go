package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const manifestName = ".siger-manifest"

type sum = [sha256.Size]byte

// A manifest is the hash of each of a site's files, by path.
type manifest map[string]sum

// encode returns the manifest's one form.
func (m manifest) encode() []byte {
	paths := slices.Sorted(maps.Keys(m))
	size := 0
	for _, path := range paths {
		size += 2*sha256.Size + len("  \n") + len(path)
	}
	out := make([]byte, 0, size)
	for _, path := range paths {
		sum := m[path]
		out = append(append(append(hex.AppendEncode(out, sum[:]), "  "...), path...), '\n')
	}
	return out
}

// listedPath returns the path on a line of what encode returns.
func listedPath(line []byte) []byte { return line[2*sha256.Size+len("  ") : len(line)-len("\n")] }

// list returns the manifest of what was put as it is written.
func (s *Stage) list() []byte {
	if s.listing == nil {
		s.listing = s.next.encode()
	}
	return s.listing
}

// parseManifest accepts only what encode returns.
func parseManifest(data []byte) (manifest, error) {
	least := 2*sha256.Size + len("  x\n") // of a line; a damaged listing must not take more memory
	m := make(manifest, min(bytes.Count(data, []byte("\n")), len(data)/least))
	number, last := 0, ""
	for line := range strings.Lines(string(data)) {
		number++
		rest := data
		data = data[len(line):]
		digits, path, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		var raw sum
		if !ok || len(digits) != 2*len(raw) || digits != strings.ToLower(digits) || !decode(&raw, rest[:len(digits)]) ||
			!strings.HasSuffix(line, "\n") || checkPath(path) != nil || path <= last {
			return nil, fmt.Errorf("line %d is not one that Siger wrote", number)
		}
		last = path
		m[path] = raw
	}
	return m, nil
}

// decode reads a hash from as many hexadecimal digits as it has.
func decode(into *sum, digits []byte) bool {
	_, err := hex.Decode(into[:], digits)
	return err == nil
}

// readManifest reads the manifest of a tree and when it was written. A tree
// without one has an empty manifest; a broken one is a *RefusedError, since what
// it lists may not be deleted and what it does not list may be Siger's.
func readManifest(tree string) (manifest, time.Time, error) {
	data, written, err := listingOf(tree)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, time.Time{}, nil
	}
	if err != nil {
		return nil, time.Time{}, err
	}
	m, err := parseManifest(data)
	if err != nil {
		return nil, time.Time{}, &RefusedError{Dir: tree, Reason: BrokenListing, Other: fmt.Sprintf("%s: %v", filepath.Join(tree, manifestName), err)}
	}
	return m, written, nil
}

// listingOf reads the bytes of a tree's manifest and when they were written.
func listingOf(tree string) (data []byte, written time.Time, err error) {
	name := filepath.Join(tree, manifestName)
	info, err := os.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, time.Time{}, &RefusedError{Dir: tree, Reason: BrokenListing}
	}
	if err == nil {
		data, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("read the manifest: %w", err)
	}
	return data, info.ModTime(), nil
}

// folders returns the folders that hold listed files, at any depth, and for one that holds
// a single file and no folder the path of that file; else "".
func (m manifest) folders() map[string]string {
	found := make(map[string]string, len(m))
	for path := range m {
		dir := parent(path)
		if dir == "" {
			continue
		}
		if _, known := found[dir]; known {
			found[dir] = ""
			continue
		}
		found[dir] = path
		for above := parent(dir); above != ""; above = parent(above) {
			one, known := found[above]
			found[above] = ""
			if known && one == "" {
				break // as all above it
			}
		}
	}
	return found
}

// hashFile returns the hash of a file's bytes.
func hashFile(name string) (sum, error) {
	f, err := os.Open(name)
	if err != nil {
		return sum{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum{}, err
	}
	return sum(h.Sum(nil)), nil
}
