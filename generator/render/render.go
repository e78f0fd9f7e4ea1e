// Package render turns finished view models into HTML: templates, Markdown and
// minification.
//
// # Layouts
//
// A layout is a file <name>.html that renders a whole page; partials/*.html
// define the pieces that layouts share. Both are html/template, so that a value
// is escaped for the place where it stands. A layout sees one view model of the
// package site and two functions:
//
//	{{t "key" …}}        the interface's words in the page's language
//	{{markdown .Body}}   the HTML of an author's Markdown
//
// Templates are minified once, when they are loaded; per page only what Markdown
// made is minified. Neither function nor field that does not exist goes by
// silently: it is an error at load or at the first page.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"siger/generator/problem"
	"siger/generator/site"
)

// A Renderer renders pages. It is safe for concurrent use.
type Renderer struct {
	layouts  map[string]*template.Template
	texts    *site.Texts
	markdown *Markdown
	minifier *minify.M
	problems problem.List
	buffers  sync.Pool
}

// Options say what pages are rendered with.
type Options struct {
	Layouts fs.FS                  // *.html and partials/*.html
	Texts   *site.Texts            // the interface's words
	Base    string                 // path of the base URL
	Exists  func(path string) bool // whether a path of the site leads somewhere
}

// New loads the layouts.
func New(o Options) (*Renderer, error) {
	r := &Renderer{layouts: map[string]*template.Template{}, texts: o.Texts, minifier: newMinifier()}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	var words markdownWords
	for key, into := range map[string]*string{"catatan-kaki-kembali": &words.footnoteBack, "tabel": &words.table} {
		text, err := o.Texts.Get(key)
		if err != nil {
			return nil, err
		}
		*into = text
	}
	r.markdown = newMarkdown(o.Base, o.Exists, words)
	common := template.New("").Funcs(template.FuncMap{
		"t":        o.Texts.Get,
		"markdown": r.convert,
	}).Option("missingkey=error")
	partials, err := fs.Glob(o.Layouts, "partials/*.html")
	if err != nil {
		return nil, fmt.Errorf("list partials: %w", err)
	}
	for _, name := range partials {
		if err := r.parse(common, o.Layouts, name); err != nil {
			return nil, err
		}
	}
	layouts, err := fs.Glob(o.Layouts, "*.html")
	if err != nil {
		return nil, fmt.Errorf("list layouts: %w", err)
	}
	for _, name := range layouts {
		set, err := common.Clone()
		if err != nil {
			return nil, fmt.Errorf("layout %s: %w", name, err)
		}
		if err := r.parse(set, o.Layouts, name); err != nil {
			return nil, err
		}
		if err := checkTexts(set, o.Texts); err != nil {
			return nil, fmt.Errorf("layout %s: %w", name, err)
		}
		r.layouts[strings.TrimSuffix(name, ".html")] = set.Lookup(name)
	}
	return r, nil
}

// parse adds a minified template file to a set, under its path.
func (r *Renderer) parse(set *template.Template, layouts fs.FS, name string) error {
	data, err := fs.ReadFile(layouts, name)
	if err != nil {
		return fmt.Errorf("read layout: %w", err)
	}
	if data, err = r.inline(data); err != nil {
		return fmt.Errorf("layout %s: %w", name, err)
	}
	var small bytes.Buffer
	if err := templateMinifier.Minify(minify.New(), &small, bytes.NewReader(data), nil); err != nil {
		return fmt.Errorf("minify layout %s: %w", name, err)
	}
	if _, err := set.New(name).Parse(small.String()); err != nil {
		return fmt.Errorf("layout %s: %w", name, err)
	}
	return nil
}

var wordsPattern = regexp.MustCompile(`\{\{t "([^"]*)"\}\}`)

// inline replaces calls {{t "key"}} without arguments by the words themselves,
// escaped for HTML text and quoted attributes, where alone layouts have them: what
// is the same on every page need not be looked up for every page.
func (r *Renderer) inline(data []byte) (out []byte, err error) {
	out = wordsPattern.ReplaceAllFunc(data, func(call []byte) []byte {
		words, missing := r.texts.Get(string(wordsPattern.FindSubmatch(call)[1]))
		if missing != nil {
			err = missing
		}
		return []byte(strings.ReplaceAll(template.HTMLEscapeString(words), "{{", `{{"{{"}}`))
	})
	return out, err
}

// checkTexts finds calls {{t "key"}} for which there are no words.
func checkTexts(set *template.Template, texts *site.Texts) error {
	var missing error
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
						missing = err
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
			walk(t.Tree.Root)
		}
	}
	return missing
}

// convert is the template function markdown. Problems are kept, so that one
// build finds them all.
func (r *Renderer) convert(md site.Markdown) (template.HTML, error) {
	out, problems := r.markdown.Convert(md)
	if len(problems) > 0 {
		r.problems.Add(problems...)
		return "", nil
	}
	if out == "" {
		return "", nil
	}
	small, err := r.minifier.String("text/html", string(out))
	if err != nil {
		return "", fmt.Errorf("minify Markdown of %s: %w", md.File, err)
	}
	// Page takes this word for a value that html/template refused.
	return template.HTML(strings.ReplaceAll(small, "ZgotmplZ", "&#90;gotmplZ")), nil
}

// Check converts a text for its problems alone.
func (r *Renderer) Check(md site.Markdown) {
	_, problems := r.markdown.Convert(md)
	r.problems.Add(problems...)
}

// Problems returns what was found in Markdown so far, sorted.
func (r *Renderer) Problems() []problem.Problem { return r.problems.Sorted() }

// Page renders a view model by a layout and hands the bytes to use, which must
// not keep them.
func (r *Renderer) Page(layout string, view any, use func([]byte) error) error {
	t := r.layouts[layout]
	if t == nil {
		return fmt.Errorf("no layout %s.html", layout)
	}
	out := r.buffers.Get().(*bytes.Buffer)
	out.Reset()
	defer r.buffers.Put(out)
	if err := t.Execute(out, view); err != nil {
		return fmt.Errorf("render layout %s: %w", layout, err)
	}
	if i := bytes.Index(out.Bytes(), []byte(`="#ZgotmplZ"`)); i >= 0 {
		return fmt.Errorf("render layout %s: a value was refused where it stands: %q", layout, out.Bytes()[max(0, i-80):i])
	}
	return use(out.Bytes())
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
