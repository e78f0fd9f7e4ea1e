package seal

import (
	"maps"
	"slices"
	"strings"

	"siger/generator/award"
)

// A Change is a field of a part that became another. Where Field is "", the whole
// part came or went and the values are "sha256:" and its hash. A value that is
// absent is "".
type Change struct {
	Part  string
	Field string
	Old   string
	New   string
}

// Compare returns how parts became others, by part and field. What the parts of
// shared files gain or lose is left out: it follows from the references.
func Compare(old, now map[string]Part) []Change {
	var changes []Change
	names := maps.Clone(old)
	maps.Copy(names, now)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		a, was := old[name]
		b, is := now[name]
		switch {
		case was && is && a.Fields != nil && b.Fields != nil:
			changes = append(changes, compareFields(name, a.Fields, b.Fields)...)
		case followsReferences(name) && was != is:
		case whole(a) != whole(b):
			changes = append(changes, Change{Part: name, Old: whole(a), New: whole(b)})
		}
	}
	return changes
}

func compareFields(name string, a, b map[string]string) []Change {
	var changes []Change
	paths := maps.Clone(a)
	maps.Copy(paths, b)
	for _, path := range slices.Sorted(maps.Keys(paths)) {
		if a[path] == b[path] || followsReferences(name) && (a[path] == "" || b[path] == "") {
			continue
		}
		changes = append(changes, Change{name, path, a[path], b[path]})
	}
	return changes
}

// whole returns the value that stands for a whole part, "" for none.
func whole(p Part) string {
	if p.Hash == "" {
		return ""
	}
	return digestPrefix + p.Hash
}

// A Kind says what a correction may change.
type Kind string

// The kinds; the values are the words of the content format.
const (
	Substance Kind = "substansi"   // anything, by a decision
	Wording   Kind = "redaksional" // texts that no score depends on
)

// Kinds lists every kind.
var Kinds = []Kind{Substance, Wording}

// A Correction is one record of the ledger of a sealed edition.
type Correction struct {
	Date     award.Date
	Kind     Kind
	Decision string // number and title of the decree; for Substance
	Reason   string
	Changes  []Change
}

// A Flaw is what is wrong with a change of the ledger by itself.
type Flaw int

// The flaws.
const (
	NoChange   Flaw = iota + 1 // it changes nothing
	WrongKind                  // a record of wording changes what a score depends on
	WrongStart                 // the value before it was another: see Fault.Found
	Unknown                    // there is no such part, or it follows from others
)

// A Fault is a flaw with its place: the indexes of the record and of its change.
type Fault struct {
	Record, Change int
	Flaw           Flaw
	Found          string // what the value was before, for WrongStart
}

// Correct returns the sealed inputs as the ledger leaves them, applied record by
// record, with the faults that it found. A change with a fault is applied too, so
// that one cause is one fault.
func (s *Seal) Correct(ledger []Correction) (map[string]Part, []Fault) {
	parts := s.Inputs()
	var faults []Fault
	for i, c := range ledger {
		for j, change := range c.Changes {
			if flaw, found := apply(parts, c.Kind, change); flaw != 0 {
				faults = append(faults, Fault{i, j, flaw, found})
			}
		}
	}
	return parts, faults
}

// apply makes one change. Parts are replaced, never changed in place.
func apply(parts map[string]Part, kind Kind, c Change) (Flaw, string) {
	part, known := parts[c.Part]
	found := whole(part)
	if c.Field != "" {
		if !known || part.Fields == nil {
			return Unknown, ""
		}
		found = part.Fields[c.Field]
		f := maps.Clone(fields(part.Fields))
		delete(f, c.Field)
		f.set(c.Field, c.New)
		parts[c.Part] = newPart(c.Part, f)
	} else if hash, ok := strings.CutPrefix(c.New, digestPrefix); ok {
		parts[c.Part] = Part{Name: c.Part, Hash: hash} // known by its hash alone
	} else {
		delete(parts, c.Part)
	}
	switch {
	case c.Old == c.New:
		return NoChange, ""
	case strings.HasPrefix(c.Part, results),
		followsReferences(c.Part) && (c.Field == "" || c.Old == "" || c.New == ""):
		return Unknown, ""
	case found != c.Old:
		return WrongStart, found
	case kind == Wording && !Editorial(c.Part):
		return WrongKind, ""
	}
	return 0, ""
}

// Draft puts changes into records for somebody to give the reasons of: one for
// what scores depend on, one for wording.
func Draft(date award.Date, changes []Change) []Correction {
	var drafts []Correction
	for _, kind := range Kinds {
		c := Correction{Date: date, Kind: kind}
		for _, change := range changes {
			if (kind == Wording) == editorialChange(changes, change) {
				c.Changes = append(c.Changes, change)
			}
		}
		if len(c.Changes) > 0 {
			drafts = append(drafts, c)
		}
	}
	return drafts
}

// editorialChange reports whether a change is one of wording: the texts of an
// innovation that comes or goes are part of its coming and going.
func editorialChange(changes []Change, c Change) bool {
	if !Editorial(c.Part) {
		return false
	}
	return c.Field != "" || !slices.ContainsFunc(changes, func(other Change) bool {
		return other.Field == "" && other.Part+texts == c.Part
	})
}

// Subject returns the kind and id of what a part is about: "inovasi", "kopi".
func Subject(part string) (kind, id string) {
	if Editorial(part) {
		part = strings.TrimSuffix(part, texts)
	}
	kind, id, _ = strings.Cut(part, "/")
	return kind, id
}
