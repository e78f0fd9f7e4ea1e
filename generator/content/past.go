package content

import (
	"gopkg.in/yaml.v3"

	"siger/generator/award"
	"siger/generator/problem"
)

// PastMarks reads the marks of a former version of an innovation's file, or of its
// part penilaian alone. ok is false where they cannot be read; whether they fitted
// the rubric of their time is not asked.
func PastMarks(data []byte) (marks []award.Mark, ok bool) {
	if len(data) > MaxFileSize {
		return nil, false
	}
	root, _, err := parseYAML(data)
	if err != nil {
		return nil, false
	}
	s := &source{text: data, root: root, problems: new(problem.List)}
	s.refuse(root)
	if s.failed || root.Kind != yaml.MappingNode {
		return nil, false
	}
	var in award.Innovation
	if _, given := lookup(root, "penilaian"); given != nil && !isNull(given) {
		marksValue(s, given, "penilaian", &in)
	}
	return in.Marks, !s.failed
}
