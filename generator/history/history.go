// Package history says which commits the content comes from, and how the marks of
// each innovation came to be what they are. It knows no git: it is given what git
// says ([revision.Log]) and a way to read former versions of files.
//
// # What is told
//
// Only the published branch is told: a merge counts as one change, made by whoever
// merged it. So each version follows from the one before, whatever the dates say.
// A file is known by its name, which is the permanent id of its innovation; where
// a commit deletes one name and adds another that has it as an alias, the history
// of the first goes on under the second.
//
// Levels are told with their former values, since they are what a score depends
// on. Of reasons and evidence it is only told that they changed: a text that was
// taken down, because it named a person say, must not come back from here.
package history

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/revision"
)

// An Absence is why nothing is known.
type Absence string

// The absences. The values name texts of the interface.
const (
	Outside Absence = "luar-git"      // the content lies in no repository, or there is no git
	Changed Absence = "belum-dicatat" // the content is not what the commit says
	Partial Absence = "tidak-lengkap" // the clone does not reach back to the beginning
)

// A Source is what is known of the content's past.
type Source struct {
	Log    *revision.Log // nil where nothing is known
	Absent Absence       // why not
	// Read reads former versions in order, nil for one that is too large or gone.
	Read func(blobs []string, limit int64, each func(i int, data []byte)) error
}

// A History is the past of checked content. The nil History knows nothing and does
// not say why.
type History struct {
	source  Source
	folders map[string]int // latest commit of each folder at the top
	steps   map[string][]Step
}

// A Commit is a change of the published branch.
type Commit struct {
	ID     string
	Date   award.Date // in its author's own time zone
	Author string     // without anything hidden in it, and cut where it is long
}

// A Step is what a commit did to the marks of an innovation.
type Step struct {
	Commit Commit
	Kind   Kind
	Marks  []Mark // by criterion
}

// A Kind is a kind of step.
type Kind int

// The kinds of steps.
const (
	Revised    Kind = iota // marks changed
	First                  // the first marks
	Unreadable             // the file cannot be read; what comes next is compared with what was before
	Deleted
)

// A Mark is a criterion whose mark changed.
type Mark struct {
	Criterion     string
	Before, After []int // levels; nil for none
	Reason        bool  // its reason changed
	Evidence      bool
}

// Of finds the history of checked content. How marks came to be is read only where
// marks is true; it is what takes time.
func Of(s Source, editions []*award.Edition, marks bool) (*History, error) {
	h := &History{source: s, folders: map[string]int{}, steps: map[string][]Step{}}
	if s.Log == nil {
		return h, nil
	}
	for name, versions := range s.Log.Files {
		folder, _, _ := strings.Cut(name, "/")
		latest := versions[0].Commit
		if known, ok := h.folders[folder]; !ok || latest < known {
			h.folders[folder] = latest
		}
	}
	if !marks {
		return h, nil
	}
	return h, h.read(editions)
}

// Absent returns why nothing is known, "" where something is.
func (h *History) Absent() Absence { return h.source.Absent }

// Last returns the latest commit that changed one of some files or folders of the
// top; nil where none is known. Without names, it is that of all content.
func (h *History) Last(names ...string) *Commit {
	if h == nil || h.source.Log == nil || len(h.source.Log.Commits) == 0 {
		return nil
	}
	if len(names) == 0 {
		c := h.commit(0)
		return &c
	}
	latest := len(h.source.Log.Commits)
	for _, name := range names {
		if versions := h.source.Log.Files[name]; len(versions) > 0 {
			latest = min(latest, versions[0].Commit)
		} else if at, ok := h.folders[name]; ok {
			latest = min(latest, at)
		}
	}
	if latest == len(h.source.Log.Commits) {
		return nil
	}
	c := h.commit(latest)
	return &c
}

func (h *History) commit(i int) Commit {
	c := h.source.Log.Commits[i]
	date, _ := award.ParseDate(c.Day) // no date where git has an impossible one
	return Commit{c.ID, date, shown(c.Author)}
}

const maxAuthor = 80 // characters

// shown returns a name that anybody may have put into a commit for readers.
func shown(name string) string {
	name = problem.Visible(strings.Join(strings.Fields(strings.ToValidUTF8(name, "�")), " "))
	if utf8.RuneCountInString(name) > maxAuthor {
		name = string([]rune(name)[:maxAuthor-1]) + "…"
	}
	return name
}

// Steps returns how the marks in an innovation's file came to be, the latest
// first.
func (h *History) Steps(file string) []Step {
	if h == nil {
		return nil
	}
	return h.steps[file]
}

// A past is the versions of one innovation's file.
type past struct {
	innovation *award.Innovation
	versions   []revision.Version // the oldest first
	texts      [][]byte
}

// read compares the versions of all files, those of one file after each other.
func (h *History) read(editions []*award.Edition) error {
	var pasts []*past
	var blobs []string
	for _, e := range editions {
		for _, in := range e.Innovations {
			p := &past{innovation: in, versions: h.versions(in)}
			slices.Reverse(p.versions)
			for _, v := range p.versions {
				if v.Blob != "" {
					blobs = append(blobs, v.Blob)
				}
			}
			pasts = append(pasts, p)
		}
	}
	work := make(chan *past)
	var group sync.WaitGroup
	var mu sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for p := range work {
				steps := h.compare(p)
				mu.Lock()
				h.steps[p.innovation.File] = steps
				mu.Unlock()
			}
		})
	}
	rest := pasts
	// hand on gives the workers every file whose versions are all there.
	handOn := func() {
		for len(rest) > 0 && rest[0].complete() {
			work <- rest[0]
			rest = rest[1:]
		}
	}
	handOn()
	var err error
	if len(blobs) > 0 {
		err = h.source.Read(blobs, content.MaxFileSize, func(_ int, data []byte) {
			p := rest[0]
			for p.versions[len(p.texts)].Blob == "" {
				p.texts = append(p.texts, nil)
			}
			p.texts = append(p.texts, data)
			handOn()
		})
	}
	close(work)
	group.Wait()
	return err
}

// complete reports whether all versions have been read; a deletion needs no
// reading.
func (p *past) complete() bool {
	for len(p.texts) < len(p.versions) && p.versions[len(p.texts)].Blob == "" {
		p.texts = append(p.texts, nil)
	}
	return len(p.texts) == len(p.versions)
}

// versions returns those of an innovation's file, then those of the file that it
// took over from, and so on, the latest first.
func (h *History) versions(in *award.Innovation) []revision.Version {
	files := h.source.Log.Files
	list := slices.Clone(files[in.File])
	if len(list) == 0 {
		return nil
	}
	folder := in.File[:strings.LastIndexByte(in.File, '/')+1]
	left := slices.Clone(in.Aliases)
	for {
		i := slices.IndexFunc(left, func(alias string) bool {
			former := files[folder+alias+".yaml"]
			return len(former) > 1 && former[0].Blob == "" && former[0].Commit == list[len(list)-1].Commit
		})
		if i < 0 {
			return list
		}
		list = append(list, files[folder+left[i]+".yaml"][1:]...)
		left = slices.Delete(left, i, i+1) // each once, so that no circle of names is followed for ever
	}
}
