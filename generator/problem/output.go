package problem

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// A Format is a way to print problems.
type Format string

// The formats.
const (
	FormatText   Format = "text"
	FormatJSON   Format = "json"
	FormatGitHub Format = "github"
	FormatSARIF  Format = "sarif"
	FormatJUnit  Format = "junit"
	FormatGitLab Format = "gitlab"
)

// Formats lists the formats; the first is the default.
var Formats = []Format{FormatText, FormatJSON, FormatGitHub, FormatSARIF, FormatJUnit, FormatGitLab}

// An Output says how problems are printed. The zero value prints Indonesian text
// without excerpts of the files.
type Output struct {
	Language Language
	Root     string                            // put before each file name
	Source   func(file string) ([]byte, error) // reads a file of the content for excerpts; may be nil
	Color    bool                              // for a terminal; text only
	Version  string                            // of the program; sarif only
	Changed  []string                          // file names, with Root, that come first; github only
	Strict   bool                              // warnings are printed as errors
}

// Write prints problems in a format. The list must be sorted; see [Sort].
func (o Output) Write(w io.Writer, format Format, list []Problem) error {
	switch format {
	case FormatText:
		return o.Text(w, list)
	case FormatJSON:
		return o.JSON(w, list)
	case FormatGitHub:
		return o.GitHub(w, list)
	case FormatSARIF:
		return o.SARIF(w, list)
	case FormatJUnit:
		return o.JUnit(w, list)
	case FormatGitLab:
		return o.GitLab(w, list)
	}
	return fmt.Errorf("no format %q", format)
}

// maxSource is how much of a file is read for excerpts. Files of content are
// smaller; one that has grown since it was checked does no harm.
const maxSource = 1 << 20

// Source reads files of a folder for excerpts.
func Source(fsys fs.FS) func(file string) ([]byte, error) {
	return func(file string) ([]byte, error) {
		f, err := fsys.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, maxSource))
	}
}

// file returns a problem's file with the root before it.
func (o Output) file(p Problem) string { return path.Join(o.Root, p.File) }

// say chooses between a word's two languages.
func (o Output) say(id, en string) string { return Words{id, en}.In(o.Language) }

// byFile splits a sorted list into the runs that share a file.
func byFile(list []Problem) [][]Problem {
	var runs [][]Problem
	for start, i := 0, 1; i <= len(list); i++ {
		if i == len(list) || list[i].File != list[start].File {
			runs = append(runs, list[start:i])
			start = i
		}
	}
	return runs
}

// fingerprints names each problem in a way that outlives a change of other lines
// and of the messages' language. Problems that differ by place only are numbered.
func (o Output) fingerprints(list []Problem) []string {
	prints := make([]string, len(list))
	seen := map[string]int{}
	for i, p := range list {
		name := strings.Join([]string{string(p.Code), o.file(p), p.Field, p.Text(Indonesian)}, "\n")
		seen[name]++
		if n := seen[name]; n > 1 {
			name += "\n" + strconv.Itoa(n)
		}
		sum := sha256.Sum256([]byte(name))
		prints[i] = hex.EncodeToString(sum[:])
	}
	return prints
}
