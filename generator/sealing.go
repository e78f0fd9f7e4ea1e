package generator

import (
	"fmt"
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/seal"
)

// A Sealing is an edition before it is sealed, or held against its seal.
type Sealing struct {
	Edition *award.Edition
	Now     *seal.Seal    // of the edition as it is
	Was     *seal.Seal    // nil when it has not been sealed
	Ledger  bool          // there are corrections already
	Changes []seal.Change // of the inputs since the seal and its corrections
	Results []seal.Change // of the results since the seal
}

// Seal computes the seal of an edition and how the edition differs from the one that
// it has. The problems are those of [Check] but for what a new seal or a correction
// mends. The sealing is nil when there is a problem or no such edition.
func Seal(c Config, year int) (*Sealing, []problem.Problem, error) {
	p, err := prepare(c, false)
	if err != nil {
		return nil, nil, err
	}
	p.found = slices.DeleteFunc(p.found, func(f problem.Problem) bool {
		return mendable[f.Code] && strings.HasPrefix(f.File, fmt.Sprint(year, "/")) || f.Code == problem.SealedChanged
	})
	if err := p.checkAll(); err != nil {
		return nil, nil, err
	}
	if problems := problem.Errors(p.problems()); len(problems) > 0 {
		return nil, problems, nil
	}
	for i, e := range p.content.Editions {
		if e.Year != year {
			continue
		}
		s := &Sealing{Edition: e, Now: seal.New(p.standings[i], shared(p.content))}
		if sealed := p.content.Sealed[year]; sealed != nil && sealed.Seal != nil {
			s.Was, s.Ledger = sealed.Seal, sealed.HasLedger
			corrected, _ := s.Was.Correct(sealed.Corrections)
			s.Changes = seal.Compare(corrected, s.Now.Inputs())
			s.Results = seal.Compare(s.Was.Results(), s.Now.Results())
		}
		return s, nil, nil
	}
	return nil, nil, nil
}

// mendable are the problems that [Seal] leaves to its caller.
var mendable = map[problem.Code]bool{
	problem.SealedChanged: true, problem.SealedFile: true, problem.CorrectionUnmatched: true,
}

func shared(c *content.Content) seal.Shared {
	return seal.Shared{Taxonomies: c.Taxonomies, Groups: c.Groups, Agencies: c.Agencies}
}

// checkSeals holds each sealed edition against its seal. An edition with problems of
// its own is left alone: what it would say is a consequence.
func (p *prepared) checkSeals() {
	var list problem.List
	for i, e := range p.content.Editions {
		sealed := p.content.Sealed[e.Year]
		if sealed == nil || p.doubtful(e.Year) {
			continue
		}
		if sealed.Seal == nil {
			file := content.CorrectionsFile(e.Year)
			list.Add(problem.At(problem.Pos{File: file}, "", problem.SealMissing, content.SealFile(e.Year)))
			continue
		}
		c := &sealCheck{prepared: p, year: e.Year, sealed: sealed, list: &list}
		if c.recompute() {
			c.compare(seal.New(p.standings[i], shared(p.content)))
		}
	}
	p.found = problem.Sort(append(p.found, list.Sorted()...))
}

// doubtful reports whether an edition or what it shares has errors already.
func (p *prepared) doubtful(year int) bool {
	return slices.ContainsFunc(problem.Errors(p.found), func(f problem.Problem) bool {
		return !strings.Contains(f.File, "/") || strings.HasPrefix(f.File, fmt.Sprint(year, "/"))
	})
}

// A sealCheck holds one edition against its seal.
type sealCheck struct {
	*prepared
	year   int
	sealed *content.Sealed
	list   *problem.List
	last   *content.Located // see located
}

// recompute finds that the program no longer computes as when the edition was sealed.
// It reports whether the seal is one of an edition at all.
func (c *sealCheck) recompute() bool {
	file := problem.Pos{File: content.SealFile(c.year)}
	changes, err := c.sealed.Seal.Recompute()
	if err != nil {
		c.list.Add(problem.At(file, "", problem.BadSeal, problem.Words{ID: "isinya bukan isi suatu edisi", EN: "its inputs are not those of an edition"}))
	}
	for _, change := range changes {
		c.list.Add(problem.At(file, change.Part, problem.SealedResult, shown(change.Field), change.Part, value(change.New), value(change.Old)))
	}
	return err == nil
}

// compare finds faults of the corrections and changes that none of them records.
func (c *sealCheck) compare(now *seal.Seal) {
	corrected, faults := c.sealed.Seal.Correct(c.sealed.Corrections)
	faulty := map[[2]string]bool{}
	for _, f := range faults {
		change := c.sealed.Corrections[f.Record].Changes[f.Change]
		faulty[[2]string{change.Part, change.Field}] = true
		at := func(key string, code problem.Code, args ...any) {
			pos, field := c.place(f.Record, f.Change, key)
			c.list.Add(problem.At(pos, field, code, args...))
		}
		switch f.Flaw {
		case seal.WrongStart:
			at("dari", problem.CorrectionStart, value(change.Old), value(f.Found))
		case seal.WrongKind:
			at("bagian", problem.CorrectionKind, shown(change.Field), change.Part)
		default:
			at("bagian", problem.CorrectionEmpty, shown(change.Field), change.Part)
		}
	}
	changes := seal.Compare(corrected, now.Inputs())
	for _, change := range changes {
		record, at, recorded := c.lastChange(change)
		switch {
		case faulty[[2]string{change.Part, change.Field}]: // has been reported
		case recorded:
			pos, field := c.place(record, at, "menjadi")
			c.list.Add(problem.At(pos, field, problem.CorrectionUnmatched, shown(change.Field), change.Part, value(change.Old), value(change.New)))
		case change.Field != "":
			file, path := partFile(c.year, change.Part)
			field := strings.Join(append(path, change.Field), ".")
			pos := c.located(file).Pos(strings.Split(field, ".")...)
			c.list.Add(problem.At(pos, field, problem.SealedChanged, c.year, shown(change.Field), value(change.Old), value(change.New)))
		case !seal.Editorial(change.Part):
			file, _ := partFile(c.year, change.Part)
			what := problem.Words{ID: "dihapus", EN: "was deleted"}
			if change.Old == "" {
				what = problem.Words{ID: "ditambahkan", EN: "was added"}
			}
			c.list.Add(problem.At(problem.Pos{File: file}, "", problem.SealedFile, c.year, what))
		}
	}
}

// lastChange returns the last change of the ledger about a field.
func (c *sealCheck) lastChange(of seal.Change) (record, change int, ok bool) {
	for i, correction := range c.sealed.Corrections {
		for j, other := range correction.Changes {
			if other.Part == of.Part && other.Field == of.Field {
				record, change, ok = i, j, true
			}
		}
	}
	return record, change, ok
}

// located returns a file to look for fields in; it keeps the last, since most faults
// are of one file.
func (c *sealCheck) located(file string) *content.Located {
	if c.last == nil || c.last.File != file {
		c.last = content.Locate(c.config.Content, file)
	}
	return c.last
}

// place returns where a key of a change of the ledger stands.
func (c *sealCheck) place(record, change int, key string) (problem.Pos, string) {
	file := content.CorrectionsFile(c.year)
	pos := c.located(file).Pos(fmt.Sprint(record), "perubahan", fmt.Sprint(change), key)
	return pos, fmt.Sprintf("[%d].perubahan[%d].%s", record, change, key)
}

// partFile returns the content file that a part is made from, and the keys under
// which it stands there.
func partFile(year int, part string) (file string, path []string) {
	switch kind, id := seal.Subject(part); kind {
	case "inovasi":
		return fmt.Sprintf("%d/inovasi/%s.yaml", year, id), nil
	case "perangkat-daerah":
		return "perangkat-daerah.yaml", []string{"perangkat_daerah", id}
	case "kelompok":
		return "perangkat-daerah.yaml", []string{"kelompok", id}
	case "klasifikasi":
		return "klasifikasi.yaml", []string{id}
	}
	return fmt.Sprintf("%d/edisi.yaml", year), nil
}

// shown names a field for a message.
func shown(field string) any {
	if field == "" {
		return problem.Words{ID: "seluruhnya", EN: "all of it"}
	}
	return field
}

// value shows a sealed value: prose by the beginning of its hash.
func value(v string) any {
	if v == "" {
		return problem.Words{ID: "(tidak ada)", EN: "(nothing)"}
	}
	if hash, ok := strings.CutPrefix(v, "sha256:"); ok {
		short := hash[:min(len(hash), 8)]
		return problem.Words{ID: "(teks " + short + "…)", EN: "(text " + short + "…)"}
	}
	return "“" + problem.Visible(v) + "”"
}
