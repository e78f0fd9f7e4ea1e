package content

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/problem"
)

// A silence says that a warning was weighed and left, and why. One in edisi.yaml
// holds for the files of its edition, another for its own file.
type silence struct {
	code   problem.Code
	field  string // "" for any
	reason string
	pos    problem.Pos
	used   bool
}

// Silences are those of a content folder, by the file or folder that they hold
// for. A folder's name ends in a slash.
type Silences map[string][]*silence

var silenceShape = shape[silence]{
	{"kode", required, scalar(reader[problem.Code]{silenceableRule, silenceableValue}, func(v *silence) *problem.Code { return &v.code })},
	{"isian", optional, text(maxName, func(v *silence) *string { return &v.field })},
	{"alasan", required, text(maxLine, func(v *silence) *string { return &v.reason })},
}

// silencesKey is the key of the files whose warnings can be silenced. It is read
// into the source: a silence is about the file, and no fact of what it describes.
const silencesKey = "abaikan"

func silences[T any]() key[T] {
	inner := atMost(maxList, objects(silenceShape, itself[[]silence]))
	return key[T]{silencesKey, optional, value[T]{inner.form, func(s *source, n *yaml.Node, field string, _ *T) {
		var list []silence
		inner.read(s, n, field, &list)
		for i := range list {
			list[i].pos = s.pos(s.find(silencesKey, itoa(i), "kode"))
			s.silences = append(s.silences, &list[i])
		}
	}}}
}

var silenceableRule = rule{
	name: "kode-peringatan", types: []string{"string"}, schema: members{{"pattern", "^S6[0-9]{2}$"}}, code: problem.NotSilenceable,
}

// silenceableValue reads the code of a warning.
func silenceableValue(s *source, n *yaml.Node, field string) (problem.Code, bool) {
	v, ok := raw(s, n, field)
	if !ok {
		return "", false
	}
	code := problem.Code(v)
	names := silenceable()
	switch {
	case !code.Known():
		s.suggest(n, field, unquoted(n, v, func(v string) bool { return slices.Contains(names, v) }), problem.UnknownCode, v, choices(v, names, few))
		return "", false
	case !slices.Contains(names, v):
		s.report(n, field, problem.NotSilenceable, v, strings.Join(names, ", "))
		return "", false
	}
	return code, true
}

// silenceable lists the codes that can be silenced. That a silence is stale is
// not one: deleting it is easier.
func silenceable() []string {
	var names []string
	for _, c := range problem.Warnings() {
		if c != problem.StaleSilence {
			names = append(names, string(c))
		}
	}
	return names
}

// keepSilences notes the silences of a file that has been read.
func (l *loader) keepSilences(s *source) {
	if len(s.silences) == 0 {
		return
	}
	holds := s.file
	if folder, isEdition := strings.CutSuffix(s.file, "/"+editionFileName); isEdition {
		holds = folder + "/"
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.content.Silences[holds] = append(l.content.Silences[holds], s.silences...)
}

// Apply returns the problems that no silence covers, and notes which silences
// did cover one.
func (all Silences) Apply(list []problem.Problem) []problem.Problem {
	if len(all) == 0 {
		return list
	}
	kept := list[:0:0]
	for _, p := range list {
		covered := false
		if p.Code.Severity() == problem.Warning {
			folder, _, _ := strings.Cut(p.File, "/")
			for _, holds := range []string{p.File, folder + "/"} {
				for _, s := range all[holds] {
					if s.covers(p) {
						s.used, covered = true, true
					}
				}
			}
		}
		if !covered {
			kept = append(kept, p)
		}
	}
	return kept
}

// Stale returns a problem for each silence that covered nothing so far, of those
// whose code was looked for.
func (all Silences) Stale(looked func(problem.Code) bool) []problem.Problem {
	var list []problem.Problem
	for _, silences := range all {
		for _, s := range silences {
			if !s.used && s.code != "" && looked(s.code) {
				list = append(list, problem.At(s.pos, silencesKey, problem.StaleSilence, string(s.code)))
			}
		}
	}
	return problem.Sort(list)
}

func (s *silence) covers(p problem.Problem) bool {
	if s.code != p.Code {
		return false
	}
	rest, ok := strings.CutPrefix(p.Field, s.field)
	return ok && (s.field == "" || rest == "" || rest[0] == '.' || rest[0] == '[')
}
