package content

import (
	"bytes"
	"unicode/utf8"

	"siger/generator/problem"
)

// The lines that a merge leaves around two versions of a text. The one between them and the
// one above the common ancestor are as good as Markdown where no other is there.
var (
	oursMark     = []byte("<<<<<<< ")
	ancestorMark = []byte("|||||||")
	middleMark   = []byte("=======")
	theirsMark   = []byte(">>>>>>> ")
)

// checkConflicts reports what a merge left in a file, each conflict at its first line, and
// returns whether it left nothing. A file that says two things at once is read no further.
func (l *loader) checkConflicts(file string, data []byte) bool {
	if !bytes.Contains(data, oursMark) && !bytes.Contains(data, theirsMark) {
		return true
	}
	var first []problem.Pos // of each conflict
	var begun *problem.Pos  // the last line that may begin a conflict whose first line is gone
	inside := false
	number := 0
	for line := range bytes.Lines(data) {
		number++
		line = bytes.TrimRight(line, "\r\n")
		pos := problem.Pos{File: file, Line: number, Column: 1, Length: utf8.RuneCount(line)}
		switch {
		case bytes.HasPrefix(line, oursMark):
			first = append(first, pos)
			inside, begun = true, nil
		case bytes.HasPrefix(line, theirsMark):
			if begun == nil {
				begun = &pos
			}
			if !inside {
				first = append(first, *begun)
			}
			inside, begun = false, nil
		case bytes.Equal(line, middleMark), bytes.HasPrefix(line, ancestorMark) && (len(line) == len(ancestorMark) || line[len(ancestorMark)] == ' '):
			begun = &pos
		}
	}
	for _, pos := range first[:min(len(first), maxFaults)] {
		l.problems.Add(problem.At(pos, "", problem.MergeConflict))
	}
	return len(first) == 0
}
