// Package generator builds a public site from a content folder.
//
// # The program in one line
//
//	content/*.yaml ─load─▶ records ─check─▶ problems
//	                          └─assess─▶ assessments ─rank─▶ standings ─plan─▶ outputs ─render─▶ files ─▶ Sink
//
// [Check] runs the first row and the checks of Markdown; [Build] runs it all.
// Content comes in as an fs.FS, files go out through a [Sink]; this package
// touches no disk.
//
// # What a caller can rely on
//
//   - Everything that the author must mend is returned as problems, in order, in
//     one run. The error says only what the machine failed at.
//   - When a problem is an error, whatever a Sink got must be thrown away; warnings
//     keep nothing from being published (see [problem.Severity]).
//   - The same content, layouts, base URL and language give the same files, byte
//     for byte, whatever the machine and the number of its cores; with a Source, the
//     same history as well.
//   - Memory grows with the records, not with the pages: a page is rendered,
//     handed to the Sink and forgotten.
package generator

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"

	"siger/generator/award"
	"siger/generator/change"
	"siger/generator/content"
	"siger/generator/history"
	"siger/generator/internal/parallel"
	"siger/generator/problem"
	"siger/generator/render"
	"siger/generator/site"
	"siger/generator/store"
)

// A Config says what to build.
type Config struct {
	Content  fs.FS
	Layouts  fs.FS                 // templates, partials, assets and i18n; see package layouts
	Defaults fs.FS                 // the embedded layouts; their words stand in for missing ones
	BaseURL  string                // "" for the one in situs.yaml
	Style    bool                  // adds a page that shows every component, for those who change the look
	Source   *history.Source       // what git knows of the content; nil when it was not asked
	Progress func(done, total int) // called from several goroutines; may be nil
	Stage    func(Stage)           // called when a stage begins; may be nil
	Store    *store.Store          // what builds keep for the next one; nil for nothing
	Sources  *Sources              // what SourcesOf found just before, which spares reading things again; may be nil
}

// A Stage is a part of a build.
type Stage int

// The stages in their order.
const (
	Reading Stage = iota
	Evaluating
	Planning
	Rendering
)

func (c Config) begin(stage Stage) {
	if c.Stage != nil {
		c.Stage(stage)
	}
}

// A Sink takes the files of a site. Put is called from several goroutines, once
// for each path, and must not keep data. A Sink that is a [Keeper] can be spared what
// it has already, one that is a [Streamer] large files in one piece.
type Sink interface {
	Put(path string, data []byte) error
}

// A Summary says what was built.
type Summary struct {
	Innovations int // over all editions
	Editions    int
	Pages       int
	Files       int // pages included
	Bytes       int64
	Largest     string // path of the largest page; the first of equals
	LargestSize int
}

// ErrBaseURL is wrapped by the error for a base URL that cannot be used: see
// [content.ParseBaseURL].
var ErrBaseURL = content.ErrBaseURL

// A ChangedError is the error for content that was edited while it was being used.
type ChangedError = content.ChangedError

// A ReadError is the error for content that is there and cannot be read.
type ReadError = content.ReadError

// Check loads the content and returns everything that its authors must mend.
func Check(c Config) ([]problem.Problem, error) {
	p, err := prepare(c, false)
	if err != nil {
		return nil, err
	}
	if err := p.checkAll(); err != nil {
		return nil, err
	}
	return p.problems(), nil
}

// Build builds the site into the sink. The problems are those of [Check].
func Build(c Config, sink Sink) (Summary, []problem.Problem, error) {
	p, err := prepare(c, true)
	if err != nil {
		return Summary{}, nil, err
	}
	if problem.Blocking(p.found) {
		if err := p.checkAll(); err != nil {
			return Summary{}, nil, err
		}
		return Summary{}, p.problems(), nil
	}
	if err := p.checkHidden(); err != nil {
		return Summary{}, nil, err
	}
	summary, err := p.render(sink)
	if err != nil {
		return Summary{}, nil, err
	}
	return summary, p.problems(), nil
}

// Evaluate loads, checks and evaluates the content. The problems are those of
// [Check]; when one is an error, the results are not to be shown.
func Evaluate(c Config) (*content.Content, []*award.Standing, []problem.Problem, error) {
	p, err := prepare(c, false)
	if err != nil {
		return nil, nil, nil, err
	}
	if err := p.checkAll(); err != nil {
		return nil, nil, nil, err
	}
	return p.content, p.standings, p.problems(), nil
}

// A prepared build is loaded, evaluated and planned.
type prepared struct {
	config    Config
	content   *content.Content
	found     []problem.Problem
	checked   problem.List // of texts that were converted for their problems alone
	texts     *site.Texts
	others    []*site.Texts // of further languages
	assets    []render.Asset
	base      *url.URL
	standings []*award.Standing // of the editions
	site      *site.Site
	renderer  *render.Renderer
	layouts   store.Key               // digest of the layouts
	facts     store.Key               // digest of the content but for texts and lines; see factsOf
	pages     store.Key               // digest of the facts and the texts of editions
	addresses store.Key               // digest of where links may lead; like the other digests, without a store there is none
	intervals map[int][]site.Interval // that were kept
}

// prepare loads, evaluates and plans. Whoever needs the texts of innovations at once does not leave
// them in their files.
func prepare(c Config, leave bool) (*prepared, error) {
	p, err := load(c, leave)
	if err != nil {
		return nil, err
	}
	return p, p.finish()
}

// load reads what a site is made of.
func load(c Config, leave bool) (*prepared, error) {
	p := &prepared{config: c}
	var err error
	c.begin(Reading)
	var known map[string]store.Key
	listed := c.Content
	if c.Sources != nil {
		known = c.Sources.sums
		listed = c.Sources.over(c.Content)
	}
	if leave || c.Store != nil {
		p.content, p.found, err = content.LoadKept(listed, c.Store, known)
	} else {
		p.content, p.found, err = content.Load(listed)
	}
	if err != nil {
		return nil, err
	}
	if c.Sources != nil {
		c.Sources.note(p.content.Digests)
	}
	if p.texts, p.others, err = loadLanguages(c, p.content.Site.Languages); err != nil {
		return nil, err
	}
	if p.assets, err = loadAssets(c.Layouts, c.Store); err != nil {
		return nil, err
	}
	if p.base, err = baseURL(c.BaseURL, p.content.Site.URL, problem.Blocking(p.found)); err != nil {
		return nil, err
	}
	if c.Store == nil {
		return p, nil
	}
	if p.layouts, err = layoutsOf(c.Layouts, c.Defaults); err != nil {
		return nil, err
	}
	if c.Sources != nil && c.Sources.design != p.layouts {
		return nil, errLayoutsEdited
	}
	if p.facts, err = factsOf(p.content, c.Source); err != nil {
		return nil, err
	}
	p.pages, err = pagesOf(p.content, p.facts)
	return p, err
}

// finish evaluates what was loaded and plans its site.
func (p *prepared) finish() error {
	p.config.begin(Evaluating)
	p.standings = change.Evaluate(p.content).Standings
	p.checkSeals()
	p.config.begin(Planning)
	if err := p.planSite(); err != nil {
		return err
	}
	var err error
	if p.config.Store != nil {
		p.addresses, err = p.addressesOf()
	}
	return err
}

// baseURL parses the base URL; its path has no slash at the end. broken content
// may lack one, which has been reported.
func baseURL(override, configured string, broken bool) (*url.URL, error) {
	raw := configured
	if override != "" {
		raw = override
	}
	if raw == "" && broken {
		raw = "https://localhost"
	}
	u, err := content.ParseBaseURL(raw)
	if err != nil {
		return nil, fmt.Errorf("%w: %q", ErrBaseURL, raw)
	}
	return u, nil
}

// exists tells Markdown which of the site's paths lead somewhere. A path that a
// file with problems may have led to gets the benefit of the doubt, so that one
// cause is not reported twice.
func (p *prepared) exists() func(path string) bool {
	var doubtful []string
	for _, f := range p.found {
		if f.Code.Severity() != problem.Error {
			continue
		}
		folder, rest, _ := strings.Cut(f.File, "/")
		page := site.PageOf(f.File)
		switch {
		case strings.HasPrefix(f.File, "halaman/gambar/"):
			doubtful = append(doubtful, "halaman/gambar/")
		case folder == "halaman":
			doubtful = append(doubtful, page)
		case strings.HasPrefix(rest, "inovasi/"):
			doubtful = append(doubtful, strings.TrimSuffix(rest, ".yaml")+"/", folder+"/penghargaan/")
		case strings.HasPrefix(rest, "gambar/"):
			doubtful = append(doubtful, "gambar/"+folder+"/")
		case folder == "perangkat-daerah.yaml":
			doubtful = append(doubtful, "perangkat-daerah/")
		case folder == "klasifikasi.yaml":
			for _, e := range p.content.Editions {
				doubtful = append(doubtful, fmt.Sprintf("%d/", e.Year))
			}
		default:
			doubtful = append(doubtful, folder+"/")
		}
	}
	return func(path string) bool {
		return p.site.Has(path) || slices.ContainsFunc(doubtful, func(d string) bool { return strings.HasPrefix(path, d) })
	}
}

// check finds what is wrong with texts.
func (p *prepared) check(texts []site.Markdown) error {
	return parallel.Try(len(texts), func(i int) error {
		found, err := p.renderer.Check(texts[i])
		p.checked.Add(found...)
		return err
	})
}

// checkAll finds what is wrong with all texts.
func (p *prepared) checkAll() error { return p.check(site.AllMarkdown(p.content, nil)) }

func (p *prepared) problems() []problem.Problem {
	return problem.Sort(slices.Concat(p.found, p.renderer.Problems(), p.checked.Sorted()))
}

// render renders every output into the sink.
func (p *prepared) render(sink Sink) (Summary, error) {
	p.config.begin(Rendering)
	outputs := p.site.Outputs()
	memory := p.remember(sink)
	sizes := make([]int, len(outputs))
	total := len(outputs) + len(p.assets) + len(p.content.Pictures)
	var done atomic.Int64
	progress := func() {
		if n := int(done.Add(1)); p.config.Progress != nil {
			p.config.Progress(n, total)
		}
	}
	put := func(path string, data []byte) error {
		defer progress()
		return sink.Put(path, data)
	}
	err := parallel.Try(len(outputs), func(i int) error {
		o := &outputs[i]
		var from made
		var view any
		if memory != nil {
			var kept bool
			if from, view, kept = memory.kept(i, o, sink.(Keeper)); kept {
				sizes[i] = int(from.Size)
				progress()
				return nil
			}
		}
		keep := func(data []byte) error {
			sizes[i] = len(data)
			if memory == nil {
				return put(o.Path, data)
			}
			defer progress()
			sum := sha256.Sum256(data)
			memory.note(i, o, from, sum, int64(len(data)))
			return sink.(Keeper).PutSum(o.Path, data, sum)
		}
		to, ok := sink.(Streamer)
		if o.Layout != "" || !ok {
			return p.make(o, view, keep)
		}
		defer progress()
		sum, size, err := to.PutStream(o.Path, o.Write)
		if err != nil {
			return fmt.Errorf("file %s: %w", o.Path, err)
		}
		sizes[i] = int(size)
		if memory != nil {
			memory.note(i, o, from, sum, size)
		}
		return nil
	})
	if err != nil {
		return Summary{}, err
	}
	if err := p.sameLayouts(); err != nil {
		return Summary{}, err
	}
	if len(p.renderer.Problems()) == 0 && p.checked.Empty() {
		if memory != nil {
			memory.save()
		}
		p.saveIntervals()
	}
	s := Summary{Editions: len(p.content.Editions), Files: total}
	for _, e := range p.content.Editions {
		s.Innovations += len(e.Innovations)
	}
	for i, o := range outputs {
		s.Bytes += int64(sizes[i])
		if o.Layout == "" {
			continue
		}
		s.Pages++
		if sizes[i] > s.LargestSize {
			s.Largest, s.LargestSize = o.Path, sizes[i]
		}
	}
	for _, a := range p.assets {
		s.Bytes += int64(len(a.Data))
		if err := put(a.Path, a.Data); err != nil {
			return Summary{}, err
		}
	}
	for _, picture := range p.content.Pictures {
		data, err := picture.Read(p.config.Content)
		if err != nil {
			return Summary{}, err
		}
		s.Bytes += int64(len(data))
		if err := put(site.PicturePath(picture.Year, picture.Name), data); err != nil {
			return Summary{}, err
		}
	}
	return s, nil
}

// make makes an output and hands its bytes to use, which must not keep them. view is a page's, nil when it
// has not been made.
func (p *prepared) make(o *site.Output, view any, use func([]byte) error) error {
	if o.Layout == "" {
		var out bytes.Buffer
		if err := o.Write(&out); err != nil {
			return fmt.Errorf("file %s: %w", o.Path, err)
		}
		return use(out.Bytes())
	}
	if view == nil {
		view = o.View()
	}
	if err := p.renderer.Page(o.Layout, view, use); err != nil {
		return fmt.Errorf("page %s: %w", o.Path, err)
	}
	return nil
}
