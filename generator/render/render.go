// Package render turns finished view models into HTML: templates, Markdown and
// minification.
//
// # Layouts
//
// A layout is a file <name>.html that renders a whole page; partials/*.html
// define the pieces that layouts share. Both are html/template, so that a value
// is escaped for the place where it stands. A layout sees one view model of the
// package site and these functions:
//
//	{{t "key" …}}          the interface's words in the page's language
//	{{markdown .Body}}     the HTML of an author's Markdown
//	{{once "partial" .}}   a partial that many pages show alike, rendered once for
//	                       equal views; in HTML text only, not inside a tag
//	{{rects .Segments}}    the segments of a bar, in SVG
//
// Templates are minified once, when they are loaded; per page only what Markdown
// made is minified. Neither function nor field that does not exist goes by
// silently: it is an error at load or at the first page.
package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"siger/generator/internal/pattern"
	"siger/generator/internal/program"
	"siger/generator/problem"
	"siger/generator/site"
)

// A Renderer renders pages. It is safe for concurrent use.
type Renderer struct {
	layouts  map[string]layout    // those of a further language as "en/ranking"
	markdown map[string]*Markdown // by the language of the text; "" for the content's
	read     Reader
	linked   sync.Map // files whose texts link to the site itself
	shared   shared   // HTML of Markdown that pages in other languages will need
	minifier *minify.M
	problems problem.List
	buffers  sync.Pool
}

// Options say what pages are rendered with.
type Options struct {
	Layouts fs.FS                  // *.html and partials/*.html
	Texts   *site.Texts            // the interface's words, in the content's language
	Others  []*site.Texts          // the same in further languages
	Base    string                 // path of the base URL
	Exists  func(path string) bool // whether a path of the site leads somewhere
	Read    Reader                 // of texts
	Single  bool                   // pages are rendered one by one, so that nothing is kept for a page's twins in other languages
}

// A Reader adds the source of a text to bytes. It is used by several goroutines.
type Reader func(to []byte, md site.Markdown) ([]byte, error)

// New loads the layouts.
func New(o Options) (*Renderer, error) {
	r := &Renderer{layouts: map[string]layout{}, markdown: map[string]*Markdown{}, minifier: newMinifier(), read: o.Read, shared: shared{uses: 1 + len(o.Others)}}
	if o.Single {
		r.shared.uses = 1
	}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	if err := r.load(o, o.Texts); err != nil {
		return nil, err
	}
	for _, texts := range o.Others {
		if err := r.load(o, texts); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// A layout is a template with the words of one language in it.
type layout struct {
	programs *program.Set
	name     string // of the template
	content  string // language of the content; "" where it is the page's
}

// load loads the layouts with the words of one language.
func (r *Renderer) load(o Options, texts *site.Texts) error {
	var words markdownWords
	for key, into := range map[string]*string{"catatan-kaki-kembali": &words.footnoteBack, "tabel": &words.table} {
		text, err := texts.Get(key)
		if err != nil {
			return err
		}
		*into = site.Unmarked(text)
	}
	prefix, content, of := "", "", ""
	convert := r.convert
	if texts != o.Texts {
		prefix, content, of = texts.Language+"/", o.Texts.Language, texts.Language
		twin := twin{base: o.Base + "/", prefix: prefix, exists: o.Exists}
		convert = func(md site.Markdown) (template.HTML, error) {
			out, err := r.convert(md)
			if out == "" || err != nil {
				return out, err
			}
			out = template.HTML(twin.relink(string(out)))
			if md.Text.Language == "" {
				out = `<div lang="` + template.HTML(content) + `">` + out + "</div>"
			}
			return site.Own + out, nil
		}
	}
	r.markdown[of] = newMarkdown(o.Base, o.Exists, words)
	r.markdown[of].asked = func(file string) { r.linked.Store(file, true) }
	pieces := &fragments{}
	if texts.Marked {
		pieces.begin = site.Own
	}
	set := template.New("").Funcs(template.FuncMap{
		"t":        texts.Get,
		"markdown": convert,
		"once":     pieces.once,
		"rects":    rects,
	}).Option("missingkey=error")
	programs := program.NewSet(set, functions(texts, convert, pieces))
	pieces.set = programs
	defined := map[string]string{} // by what it defines: the file
	for _, pattern := range []string{"partials/*.html", "*.html"} {
		names, err := fs.Glob(o.Layouts, pattern)
		if err != nil {
			return fmt.Errorf("list layouts: %w", err)
		}
		for _, name := range names {
			if err := parseLayout(set, o.Layouts, name, texts, defined); err != nil {
				return fmt.Errorf("layout %s: %w", name, err)
			}
			if pattern == "*.html" {
				r.layouts[prefix+strings.TrimSuffix(name, ".html")] = layout{programs, name, content}
			}
		}
	}
	pieces.made = make(map[string]*sync.Map)
	for _, t := range set.Templates() {
		pieces.made[t.Name()] = new(sync.Map)
	}
	return checkTexts(set, texts)
}

// functions are the functions of the templates as programs call them.
func functions(texts *site.Texts, convert func(site.Markdown) (template.HTML, error), pieces *fragments) map[string]program.Func {
	return map[string]program.Func{
		"t": func(args []any) (any, error) {
			key, ok := first[string](args)
			if !ok {
				return nil, errArguments
			}
			return texts.Get(key, args[1:]...)
		},
		"markdown": func(args []any) (any, error) {
			md, ok := first[site.Markdown](args)
			if !ok || len(args) != 1 {
				return nil, errArguments
			}
			return convert(md)
		},
		"once": func(args []any) (any, error) {
			partial, ok := first[string](args)
			if !ok || len(args) != 2 {
				return nil, errArguments
			}
			return pieces.once(partial, args[1])
		},
		"rects": func(args []any) (any, error) {
			segments, ok := first[[]site.Segment](args)
			if !ok || len(args) != 1 {
				return nil, errArguments
			}
			return rects(segments), nil
		},
	}
}

// errArguments leaves it to html/template to say what is wrong with a call.
var errArguments = errors.New("wrong arguments")

// first returns the first of a function's arguments.
func first[T any](args []any) (x T, ok bool) {
	if len(args) > 0 {
		x, ok = args[0].(T)
	}
	return x, ok
}

var definePattern = pattern.Lazy(`\{\{-?\s*(?:define|block)\s+"([^"]*)"`)

// parseLayout adds a minified template file to a set, under its path. All files are in
// one set, so none may define what another has defined.
func parseLayout(set *template.Template, layouts fs.FS, name string, texts *site.Texts, defined map[string]string) error {
	data, err := fs.ReadFile(layouts, name)
	if err != nil {
		return err
	}
	for _, m := range definePattern().FindAllSubmatch(data, -1) {
		if first := defined[string(m[1])]; first != "" {
			return fmt.Errorf("it defines %q, which %s has defined", m[1], first)
		}
		defined[string(m[1])] = name
	}
	if data, err = inline(data, texts); err != nil {
		return err
	}
	var small bytes.Buffer
	if err := templateMinifier.Minify(minify.New(), &small, bytes.NewReader(data), nil); err != nil {
		return fmt.Errorf("minify: %w", err)
	}
	source := small.String()
	if texts.Marked {
		source = markActions(source)
	}
	_, err = set.New(name).Parse(source)
	return err
}

var wordsPattern = pattern.Lazy(`\{\{t "([^"]*)"\}\}`)

// inline replaces calls {{t "key"}} without arguments by the words themselves,
// escaped for HTML text and quoted attributes, where alone layouts have them: what
// is the same on every page need not be looked up for every page.
func inline(data []byte, texts *site.Texts) (out []byte, err error) {
	out = wordsPattern().ReplaceAllFunc(data, func(call []byte) []byte {
		words, missing := texts.Get(string(wordsPattern().FindSubmatch(call)[1]))
		if missing != nil {
			err = missing
		}
		return []byte(strings.ReplaceAll(template.HTMLEscapeString(site.Unmarked(words)), "{{", `{{"{{"}}`))
	})
	return out, err
}

// checkTexts finds calls {{t "key"}} for which there are no words.
func checkTexts(set *template.Template, texts *site.Texts) error {
	var missing error
	var layout string
	var walk func(n parse.Node)
	walkAll := func(list *parse.ListNode) {
		if list != nil {
			for _, n := range list.Nodes {
				walk(n)
			}
		}
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			walkAll(n)
		case *parse.ActionNode:
			walk(n.Pipe)
		case *parse.TemplateNode:
			if n.Pipe != nil {
				walk(n.Pipe)
			}
		case *parse.IfNode:
			walk(n.Pipe)
			walkAll(n.List)
			walkAll(n.ElseList)
		case *parse.RangeNode:
			walk(n.Pipe)
			walkAll(n.List)
			walkAll(n.ElseList)
		case *parse.WithNode:
			walk(n.Pipe)
			walkAll(n.List)
			walkAll(n.ElseList)
		case *parse.PipeNode:
			for _, c := range n.Cmds {
				walk(c)
			}
		case *parse.CommandNode:
			if len(n.Args) > 1 {
				name, isName := n.Args[0].(*parse.IdentifierNode)
				key, isKey := n.Args[1].(*parse.StringNode)
				if isName && isKey && name.Ident == "t" {
					if _, err := texts.Get(key.Text); err != nil && missing == nil {
						missing = fmt.Errorf("layout %s: %w", layout, err)
					}
				}
			}
			for _, a := range n.Args {
				walk(a)
			}
		}
	}
	for _, t := range set.Templates() {
		if t.Tree != nil {
			layout = t.Name()
			walk(t.Tree.Root)
		}
	}
	return missing
}

// convert is the template function markdown. Problems are kept, so that one
// build finds them all.
func (r *Renderer) convert(md site.Markdown) (template.HTML, error) {
	if out, ok := r.shared.take(md); ok {
		return out, nil
	}
	whole, small := r.buffer(), r.buffer()
	defer r.buffers.Put(whole)
	defer r.buffers.Put(small)
	found, err := r.html(whole, md)
	if err != nil {
		return "", err
	}
	r.problems.Add(found...)
	if whole.Len() == 0 {
		return "", nil
	}
	if !compact(small, whole.Bytes()) {
		if err := r.minifier.Minify("text/html", small, whole); err != nil {
			return "", fmt.Errorf("minify Markdown of %s: %w", md.File, err)
		}
	}
	// Page takes this word for a value that html/template refused.
	out := template.HTML(strings.ReplaceAll(small.String(), "ZgotmplZ", "&#90;gotmplZ"))
	r.shared.put(md, out)
	return out, nil
}

// html adds the HTML of a text to out, nothing when its author must mend it. Errors are those
// of reading it.
func (r *Renderer) html(out *bytes.Buffer, md site.Markdown) ([]problem.Problem, error) {
	if md.Text.IsZero() {
		return nil, nil
	}
	memory := sourceMemory.Get().(*[]byte)
	defer sourceMemory.Put(memory)
	source, err := r.read((*memory)[:0], md)
	if err != nil {
		return nil, err
	}
	*memory = source
	return r.markdown[md.Text.Language].Convert(out, md, source), nil
}

var sourceMemory = sync.Pool{New: func() any { return new([]byte) }}

// Check converts a text for its problems alone, which [Renderer.Problems] does not have. Errors are
// those of reading it.
func (r *Renderer) Check(md site.Markdown) ([]problem.Problem, error) {
	out := r.buffer()
	defer r.buffers.Put(out)
	return r.html(out, md)
}

// buffer returns an empty buffer, which the caller gives back to r.buffers.
func (r *Renderer) buffer() *bytes.Buffer {
	out := r.buffers.Get().(*bytes.Buffer)
	out.Reset()
	return out
}

// Linked reports whether a text of a file that was converted links to the site itself, so that it
// depends on the site's addresses.
func (r *Renderer) Linked(file string) bool {
	_, linked := r.linked.Load(file)
	return linked
}

// Problems returns what was found in the Markdown of pages so far, sorted.
func (r *Renderer) Problems() []problem.Problem { return r.problems.Sorted() }

// Page renders a view model by a layout and hands the bytes to use, which must
// not keep them.
func (r *Renderer) Page(layout string, view any, use func([]byte) error) error {
	t, ok := r.layouts[layout]
	if !ok {
		return fmt.Errorf("no layout %s.html", layout)
	}
	out := r.buffer()
	defer r.buffers.Put(out)
	if err := t.programs.Lookup(t.name).Execute(out, view); err != nil {
		return fmt.Errorf("render layout %s: %w", layout, err)
	}
	if i := refusal(out.Bytes()); i >= 0 {
		return fmt.Errorf("render layout %s: a value was refused where it stands: %q", layout, out.Bytes()[max(0, i-80):i])
	}
	if t.content == "" {
		return use(out.Bytes())
	}
	marked := r.buffer()
	defer r.buffers.Put(marked)
	markContent(marked, out.Bytes(), t.content)
	return use(marked.Bytes())
}

// refusal returns where html/template has refused a value, -1 for nowhere.
func refusal(page []byte) int {
	const word, after = "ZgotmplZ", `"`
	for at := 0; ; at += len(word) {
		i := bytes.Index(page[at:], []byte(word)) // it begins with a rare byte
		if i < 0 {
			return -1
		}
		at += i
		for _, before := range []string{`="#`, `;url=#`, `; url=#`} {
			if bytes.HasSuffix(page[:at], []byte(before)) && bytes.HasPrefix(page[at+len(word):], []byte(after)) {
				return at - len(before)
			}
		}
	}
}

// newMinifier returns the minifiers of Markdown's HTML and of assets.
func newMinifier() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepEndTags: true, KeepQuotes: true})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}

// templateMinifier minifies the HTML of templates around their actions. It has
// no minifier for what is inside HTML: one that does not know of templates would
// break the actions in a drawing.
var templateMinifier = &html.Minifier{
	KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
	TemplateDelims: html.GoTemplateDelims,
}

var assetTypes = map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

// minifyAsset makes styles, scripts and drawings smaller and leaves others as
// they are.
func minifyAsset(m *minify.M, name string, data []byte) ([]byte, error) {
	kind, ok := assetTypes[path.Ext(name)]
	if !ok {
		return data, nil
	}
	small, err := m.Bytes(kind, data)
	if err != nil {
		return nil, fmt.Errorf("minify asset %s: %w", name, err)
	}
	return small, nil
}
