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
//     for byte, whatever the machine and the number of its cores.
//   - Memory grows with the records, not with the pages: a page is rendered,
//     handed to the Sink and forgotten.
package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"siger/generator/award"
	"siger/generator/change"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/render"
	"siger/generator/site"
)

// A Config says what to build.
type Config struct {
	Content  fs.FS
	Layouts  fs.FS                 // templates, partials, assets and i18n; see package layouts
	Defaults fs.FS                 // the embedded layouts; their words stand in for missing ones
	BaseURL  string                // "" for the one in situs.yaml
	Progress func(done, total int) // called from several goroutines; may be nil
}

// A Sink takes the files of a site. Put is called from several goroutines, once
// for each path, and must not keep data.
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

// Check loads the content and returns everything that its authors must mend.
func Check(c Config) ([]problem.Problem, error) {
	p, err := prepare(c)
	if err != nil {
		return nil, err
	}
	p.check(p.site.AllMarkdown())
	return p.problems(), nil
}

// Build builds the site into the sink. The problems are those of [Check].
func Build(c Config, sink Sink) (Summary, []problem.Problem, error) {
	p, err := prepare(c)
	if err != nil {
		return Summary{}, nil, err
	}
	if problem.Blocking(p.found) {
		p.check(p.site.AllMarkdown())
		return Summary{}, p.problems(), nil
	}
	p.check(p.site.HiddenMarkdown()) // the rest is checked as it is rendered
	summary, err := p.render(sink)
	if err != nil {
		return Summary{}, nil, err
	}
	return summary, p.problems(), nil
}

// A prepared build is loaded, evaluated and planned.
type prepared struct {
	config    Config
	content   *content.Content
	found     []problem.Problem
	standings []*award.Standing // of the editions
	assets    []render.Asset
	site      *site.Site
	renderer  *render.Renderer
}

func prepare(c Config) (*prepared, error) {
	p := &prepared{config: c}
	var err error
	if p.content, p.found, err = content.Load(c.Content); err != nil {
		return nil, err
	}
	texts, err := loadTexts(c, "id")
	if err != nil {
		return nil, err
	}
	if p.assets, err = render.Assets(c.Layouts); err != nil {
		return nil, err
	}
	base, err := baseURL(c.BaseURL, p.content.Site.URL, problem.Blocking(p.found))
	if err != nil {
		return nil, err
	}
	paths := make(map[string]string, len(p.assets))
	for _, a := range p.assets {
		paths[a.Name] = a.Path
	}
	script, err := fs.ReadFile(c.Layouts, "data/hitung-ulang.py")
	if err != nil {
		return nil, fmt.Errorf("read script: %w", err)
	}
	p.standings = change.Evaluate(p.content).Standings
	p.checkSeals()
	p.site = site.New(p.content, p.standings, site.Options{Base: base, Texts: texts, Assets: paths, Recompute: script})
	p.renderer, err = render.New(render.Options{Layouts: c.Layouts, Texts: texts, Base: base.Path, Exists: p.exists()})
	return p, err
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
		slug := strings.TrimSuffix(rest, ".md")
		switch {
		case strings.HasPrefix(f.File, "halaman/gambar/"):
			doubtful = append(doubtful, "halaman/gambar/")
		case folder == "halaman":
			doubtful = append(doubtful, "halaman/"+slug+"/")
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
func (p *prepared) check(texts []site.Markdown) {
	_ = parallel(len(texts), func(i int) error { // the check itself cannot fail
		p.renderer.Check(texts[i])
		return nil
	})
}

func (p *prepared) problems() []problem.Problem {
	return problem.Sort(append(slices.Clone(p.found), p.renderer.Problems()...))
}

// render renders every output into the sink.
func (p *prepared) render(sink Sink) (Summary, error) {
	outputs := p.site.Outputs()
	sizes := make([]int, len(outputs))
	total := len(outputs) + len(p.assets) + len(p.content.Pictures)
	var done atomic.Int64
	put := func(path string, data []byte) error {
		if err := sink.Put(path, data); err != nil {
			return err
		}
		if n := int(done.Add(1)); p.config.Progress != nil {
			p.config.Progress(n, total)
		}
		return nil
	}
	err := parallel(len(outputs), func(i int) error {
		o := &outputs[i]
		keep := func(data []byte) error {
			sizes[i] = len(data)
			return put(o.Path, data)
		}
		if o.Layout != "" {
			if err := p.renderer.Page(o.Layout, o.View(), keep); err != nil {
				return fmt.Errorf("page %s: %w", o.Path, err)
			}
			return nil
		}
		var out bytes.Buffer
		if err := o.Write(&out); err != nil {
			return fmt.Errorf("file %s: %w", o.Path, err)
		}
		return keep(out.Bytes())
	})
	if err != nil {
		return Summary{}, err
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
		data, err := fs.ReadFile(p.config.Content, picture.File)
		if err != nil {
			return Summary{}, fmt.Errorf("read picture: %w", err)
		}
		s.Bytes += int64(len(data))
		if err := put(site.PicturePath(picture.Year, picture.Name), data); err != nil {
			return Summary{}, err
		}
	}
	return s, nil
}

// parallel calls work for 0 to n-1 on all cores. After an error no further work
// is begun; the error of the lowest index among those that failed is returned.
func parallel(n int, work func(i int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = work(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
