package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A tree is a published site on the disk, seen by the publication after it.
type tree struct {
	root    string
	listed  manifest          // by its own manifest
	wanted  manifest          // by the publication after it
	holders map[string]string // the folders of what is listed
}

func newTree(root string, listed, wanted manifest) *tree {
	return &tree{root: root, listed: listed, wanted: wanted, holders: listed.folders()}
}

// lone returns the one thing in a folder, by the manifest, when that is a file that the next
// publication has anew. So it is in most of a site's thousands of folders.
func (t *tree) lone(folder string) (path string, ok bool) {
	path = t.holders[folder]
	_, ok = t.wanted[path]
	return path, ok && path != ""
}

// at is where a path is on the disk.
func (t *tree) at(path string) string { return filepath.Join(t.root, filepath.FromSlash(path)) }

// ours reports whether an entry, not a folder, may be deleted: the manifest, a
// listed file that the next publication has anew, or a listed file that is as it
// was published.
func (t *tree) ours(path string, d fs.DirEntry) (bool, error) {
	if !d.Type().IsRegular() {
		return false, nil
	}
	if path == manifestName {
		return true, nil
	}
	want, ok := t.listed[path]
	if !ok {
		return false, nil
	}
	if _, ok := t.wanted[path]; ok {
		return true, nil
	}
	have, err := hashFile(t.at(path))
	return have == want, err
}

// An entry is a foreign file or link, or a foreign folder without entries.
type entry struct {
	path  string
	empty bool // a folder
}

// A survey is what a publication finds in the old tree.
type survey struct {
	foreign []entry
	removed int // files of the old site that the new one has not
}

// survey walks the tree in order and follows no link.
func (t *tree) survey() (survey, error) {
	var found survey
	top, err := os.Lstat(t.root)
	if err != nil {
		return found, err
	}
	return found, t.surveyFolder("", top, &found)
}

func (t *tree) surveyFolder(folder string, top fs.FileInfo, found *survey) error {
	entries, err := os.ReadDir(t.at(folder))
	if err != nil {
		return err
	}
	if _, ours := t.holders[folder]; len(entries) == 0 && folder != "" && !ours {
		found.foreign = append(found.foreign, entry{folder, true})
	}
	for _, d := range entries {
		path := join(folder, d.Name())
		if d.IsDir() {
			info, err := d.Info()
			if err != nil {
				return err
			}
			if !sameDevice(info, top) {
				return &RefusedError{Dir: t.root, Reason: NotMovable, Other: t.at(path)}
			}
			if err := t.surveyFolder(path, top, found); err != nil {
				return err
			}
			continue
		}
		ours, err := t.ours(path, d)
		if err != nil {
			return fmt.Errorf("compare with the manifest: %w", err)
		}
		if !ours {
			found.foreign = append(found.foreign, entry{path, false})
		} else if _, ok := t.wanted[path]; !ok && path != manifestName {
			found.removed++
		}
	}
	return nil
}

// conflict returns a *ConflictError for the first foreign entry whose place the
// site needs.
func (s *Stage) conflict(foreign []entry) error {
	for _, e := range foreign {
		_, file := s.files[e.path]
		_, folder := s.folders[e.path]
		taken := file || folder && !e.empty || e.path == manifestName
		for above := parent(e.path); above != "" && !taken; above = parent(above) {
			_, taken = s.files[above]
		}
		if taken {
			return &ConflictError{Path: e.path}
		}
	}
	return nil
}

func join(folder, name string) string {
	if folder == "" {
		return name
	}
	return folder + "/" + name
}
