// Package verify holds a published site against its own seals, without the content
// that it was built from. It shares no code with what builds a site but the domain
// (award) and the seal's own rules.
//
// # What is checked
//
// For each edition with a seal, <tahun>/data/segel.json:
//
//   - the seal: that its hashes fit what it says, and that its results are those that
//     its inputs give
//   - data/koreksi.json: that each correction starts from what was there before
//   - data/hasil.json: that its inputs are the sealed ones after the corrections, and
//     that its scores, ranks, bands, awards and agency measures are those that these
//     inputs give
//   - data/hasil.csv, data/perangkat-daerah.csv and, where there is one,
//     data/penghargaan.csv: that they say the same
//   - data/datapackage.json: that the files it names are there
//   - the pages of the edition, its awards, its data, its corrections and its
//     certificates: that they print the fingerprint of the seal, and those that a
//     correction took back do not
//   - the pages of its rated innovations: that they print the score
//
// # What it cannot find
//
// Whoever publishes a site can publish another seal with other results, and a folder
// made so is whole in itself. What finds that is the root hash in somebody else's
// hands: on a certificate, in an archive of the web, in the git history.
//
// A published folder is foreign: files are read up to a limit, and nothing in them
// can make the package fail, only find.
package verify

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"

	"siger/generator/problem"
	"siger/generator/seal"
)

// Limits on what is read and kept.
const (
	maxFile     = seal.MaxSize // bytes of a published file; a larger one is a finding
	maxFindings = 200          // findings of an edition
)

// A Report is what was found in a folder.
type Report struct {
	Editions []Edition // those with a seal, by year
	Unsealed []int     // years of editions without one
	Findings []Finding // in the order of the checks
}

// An Edition is a sealed edition that was checked.
type Edition struct {
	Year        int
	Short       string // the fingerprint as pages print it; "" when the seal cannot be read
	Innovations int
	Corrections int
	Pages       int
}

// A Finding is something that does not fit.
type Finding struct {
	File string // in the folder
	Text problem.Words
}

// Folder checks a published site.
func Folder(fsys fs.FS) (Report, error) {
	var r Report
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return r, fmt.Errorf("list folder: %w", err)
	}
	for _, e := range entries {
		year, err := strconv.Atoi(e.Name())
		if err != nil || len(e.Name()) != 4 || !e.IsDir() {
			continue
		}
		c := &check{fsys: fsys, folder: e.Name() + "/", edition: Edition{Year: year}}
		data, err := c.read("data/" + sealFile)
		switch {
		case errors.Is(err, fs.ErrNotExist) && !c.claimsSeal():
			r.Unsealed = append(r.Unsealed, year)
			continue
		case err != nil:
			c.unreadable("data/"+sealFile, err)
		default:
			c.all(data)
		}
		r.Editions = append(r.Editions, c.edition)
		r.Findings = append(r.Findings, c.findings...)
	}
	return r, nil
}

// Names of files in an edition's data folder.
const (
	sealFile        = "segel.json"
	correctionsFile = "koreksi.json"
	resultsFile     = "hasil.json"
	resultsTable    = "hasil.csv"
	agenciesTable   = "perangkat-daerah.csv"
	awardsTable     = "penghargaan.csv"
	packageFile     = "datapackage.json"
)

// A check is that of one edition.
type check struct {
	fsys     fs.FS
	folder   string
	edition  Edition
	findings []Finding
	seal     *seal.Seal
}

// find adds a finding about a file of the edition's folder.
func (c *check) find(file, id, en string, args ...any) { c.findAt(c.folder+file, id, en, args...) }

// findAt adds a finding about a file of the site.
func (c *check) findAt(file, id, en string, args ...any) {
	if len(c.findings) >= maxFindings {
		return
	}
	say := func(text string, lang problem.Language) string {
		in := make([]any, len(args))
		for i, arg := range args {
			if w, ok := arg.(problem.Words); ok {
				arg = w.In(lang)
			}
			in[i] = arg
		}
		return fmt.Sprintf(text, in...)
	}
	c.findings = append(c.findings, Finding{file, problem.Words{ID: say(id, problem.Indonesian), EN: say(en, problem.English)}})
}

var (
	errLarge  = errors.New("file too large")
	errNoFile = errors.New("not a regular file")
)

// read reads a file of the edition's folder.
func (c *check) read(file string) ([]byte, error) { return c.readAt(c.folder + file) }

func (c *check) readAt(file string) ([]byte, error) {
	if info, err := fs.Stat(c.fsys, file); err == nil && !info.Mode().IsRegular() {
		return nil, errNoFile // to open a pipe is to wait for whoever writes into it
	}
	f, err := c.fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = errLarge
	}
	return data, err
}

func (c *check) unreadable(file string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		c.find(file, "berkas tidak ada", "there is no such file")
		return
	}
	c.find(file, "berkas tidak dapat dibaca", "the file cannot be read")
}

func (c *check) exists(file string) bool {
	_, err := fs.Stat(c.fsys, file)
	return err == nil
}

// claimsSeal reports whether an edition without a seal's file speaks of one.
func (c *check) claimsSeal() bool { return c.exists(c.folder + "koreksi") }

// all runs every check of an edition; data is the seal's file.
func (c *check) all(data []byte) {
	s, err := seal.Decode(data)
	switch {
	case errors.Is(err, seal.ErrFormat):
		c.find("data/"+sealFile, "format segel tidak dikenal; pakai Siger yang lebih baru", "unknown format of the seal; use a newer Siger")
		return
	case errors.Is(err, seal.ErrHash):
		c.find("data/"+sealFile, "isi segel tidak cocok dengan sidik jarinya", "the seal does not fit its hashes")
		return
	case err != nil:
		c.find("data/"+sealFile, "bukan segel sebagaimana ditulis Siger", "not a seal as Siger writes it")
		return
	case s.Year != c.edition.Year:
		c.find("data/"+sealFile, "ini segel edisi %d", "it is the seal of the edition %d", s.Year)
		return
	}
	c.seal, c.edition.Short = s, s.Short()
	changes, err := s.Recompute()
	if err != nil {
		c.find("data/"+sealFile, "isi segel bukan isi suatu edisi", "the inputs of the seal are not those of an edition")
		return
	}
	for _, change := range changes {
		c.find("data/"+sealFile, "hasil %s tidak sesuai isinya: %s tersegel %s, terhitung %s", "the result %s does not follow from the inputs: %s is sealed as %s, computed as %s",
			problem.Visible(change.Part), field(change.Field), value(change.Old), value(change.New))
	}
	p := c.results(c.corrected())
	if p != nil {
		c.edition.Innovations = len(p.Innovations)
		c.tables(p)
	}
	c.dataPackage()
	c.pages(p)
}

// corrected returns the sealed inputs after the corrections.
func (c *check) corrected() map[string]seal.Part {
	file := "data/" + correctionsFile
	data, err := c.read(file)
	if err != nil {
		c.unreadable(file, err)
		return c.seal.Inputs()
	}
	ledger, err := seal.DecodeLedger(c.seal, data)
	if errors.Is(err, seal.ErrHash) {
		c.find(file, "koreksi ini bukan atas segel ini", "these corrections are not about this seal")
		return c.seal.Inputs()
	}
	if err != nil {
		c.find(file, "bukan koreksi sebagaimana ditulis Siger", "not corrections as Siger writes them")
		return c.seal.Inputs()
	}
	c.edition.Corrections = len(ledger)
	inputs, faults := c.seal.Correct(ledger)
	for _, f := range faults {
		change := ledger[f.Record].Changes[f.Change]
		c.find(file, "koreksi %d tidak berlaku atas %s pada %s", "correction %d does not apply to %s of %s", f.Record+1, field(change.Field), problem.Visible(change.Part))
	}
	return inputs
}

// field and value show what comes out of a foreign file.
func field(path string) any {
	if path == "" {
		return problem.Words{ID: "seluruhnya", EN: "all of it"}
	}
	return problem.Visible(path)
}

func value(v string) any {
	if v == "" {
		return problem.Words{ID: "(tidak ada)", EN: "(nothing)"}
	}
	return "“" + problem.Visible(v[:min(len(v), 200)]) + "”"
}
