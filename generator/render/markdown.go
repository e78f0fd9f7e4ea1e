package render

import (
	"bytes"
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"siger/generator/internal/pattern"
	"siger/generator/problem"
	"siger/generator/site"
)

// Limits on Markdown, checked before the library sees it: small inputs beyond
// them make it use gigabytes.
const (
	maxNesting  = 10      // lists and quotes inside each other
	maxIndent   = 64      // columns of space before a line outside a list's text
	maxOpen     = 1000    // brackets opened in a text
	maxEmphasis = 1000    // stars and underscores on a line of Markdown
	maxBlank    = 100     // blank lines in a row
	maxColumns  = 20      // columns of a table
	maxCells    = 10000   // cells of all tables of a text: short rows are filled up
	maxAddress  = 2000    // bytes of a link's address or title
	maxLinks    = 1 << 17 // bytes of all addresses and titles of a text
	maxFaults   = 50      // problems reported of one text
)

// Markdown turns authors' texts into HTML. Raw HTML is refused, links and
// pictures are checked, and headings get anchors. It is safe for concurrent use.
type Markdown struct {
	engine goldmark.Markdown
	plain  goldmark.Markdown      // for texts that [plainMarkdown] finds
	base   string                 // path of the base URL
	exists func(path string) bool // whether a path of the site leads somewhere
	asked  func(file string)      // called when that was asked for a text of a file; nil for nobody
	words  markdownWords
}

type markdownWords struct{ footnoteBack, table string }

func newMarkdown(base string, exists func(string) bool, words markdownWords) *Markdown {
	options := []goldmark.Option{
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(html.WithUnsafe()), // see check: no raw HTML gets this far
	}
	return &Markdown{
		base: base, exists: exists, words: words,
		plain: goldmark.New(options...),
		engine: goldmark.New(append(options,
			goldmark.WithExtensions(
				extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
				extension.Strikethrough,
				extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})),
				extension.NewFootnote(
					extension.WithFootnoteIDPrefixFunction(footnotePrefix),
					extension.WithFootnoteBacklinkTitle(words.footnoteBack),
				),
			),
		)...),
	}
}

// plainMarkdown reports whether a text has none of the marks that an extension
// looks for, of tables, strikethrough, footnotes and addresses, and no entity, whose
// place the extensions find more exactly. Most texts have
// none, and are converted faster without the extensions; FuzzPlainMarkdown holds
// the result to be the same.
func plainMarkdown(source []byte) bool {
	for _, mark := range []string{"|", "~", "@", "&", "[^", "www.", "://"} {
		if bytes.Contains(source, []byte(mark)) {
			return false
		}
	}
	for line := range bytes.Lines(source) {
		if bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, ":- \t\r\n>")) == 0 { // below the head of a table, perhaps
			return false
		}
	}
	return true
}

const prefixKey = "prefix"

func footnotePrefix(n ast.Node) []byte {
	if p, ok := n.OwnerDocument().Meta()[prefixKey].(string); ok {
		return []byte(p)
	}
	return nil
}

// Convert adds the HTML of a text, of which md says where it is from, to out and returns
// what its author must mend; the HTML is there only when that is nothing.
func (m *Markdown) Convert(out *bytes.Buffer, md site.Markdown, source []byte) []problem.Problem {
	c := &conversion{Markdown: m, md: md, source: source}
	if !c.bounded() {
		return c.problems
	}
	prefix := ""
	if md.Field != "" {
		prefix = md.Field + "-"
	}
	engine := m.engine
	if plainMarkdown(c.source) {
		engine = m.plain
	}
	root := engine.Parser().Parse(text.NewReader(c.source),
		parser.WithContext(parser.NewContext(parser.WithIDs(&anchors{prefix: prefix, used: map[string]bool{}, next: map[string]int{}}))))
	root.OwnerDocument().AddMeta(prefixKey, prefix)
	c.check(root)
	if len(c.problems) > 0 {
		return c.problems
	}
	before := out.Len()
	if err := engine.Renderer().Render(unbuffered{out}, c.source, root); err != nil {
		panic(err) // a buffer does not fail
	}
	if html := out.Bytes()[before:]; bytes.Contains(html, []byte("<table>")) || bytes.Contains(html, []byte("<pre>")) {
		wide := m.scrollable(string(html))
		out.Truncate(before)
		out.WriteString(wide)
	}
	return nil
}

// unbuffered is a buffer that the library need not put another one before.
type unbuffered struct{ *bytes.Buffer }

func (unbuffered) Buffered() int { return 0 }

func (unbuffered) Flush() error { return nil }

// scrollable lets what is too wide for a phone scroll on its own, with the
// keyboard, too: tables and code. Raw HTML is refused and text is escaped, so the
// tags can only be those of tables and code.
func (m *Markdown) scrollable(s string) string {
	open := `<div class="gulir" role="group" tabindex="0" aria-label="` + template.HTMLEscapeString(m.words.table) + `"><table>`
	return strings.NewReplacer("<table>", open, "</table>", "</table></div>", "<pre>", `<pre tabindex="0">`).Replace(s)
}

type conversion struct {
	*Markdown
	md       site.Markdown
	source   []byte
	problems []problem.Problem
	links    int // bytes of all addresses and titles so far
}

// bounded refuses texts that would cost the library far more than their size.
func (c *conversion) bounded() bool {
	offset, open, blank := 0, 0, 0
	columns, cells := 0, 0 // of the table that the line may belong to; of all so far
	for line := range bytes.Lines(c.source) {
		rest := line
		depth, indent := 0, 0
		if filled := bytes.TrimSpace(line); len(filled) > 0 {
			blank = -1
			if rule(filled) {
				rest = nil
			}
		}
		blank++
		open += bytes.Count(line, []byte("["))
		for len(rest) > 0 {
			switch b := rest[0]; {
			case b == ' ', b == '\t':
				indent++
				if b == '\t' {
					indent += 3
				}
				rest = rest[1:]
				continue
			case b == '>', b == '-', b == '*', b == '+':
				rest = rest[1:]
			case b >= '0' && b <= '9':
				trimmed := bytes.TrimLeft(rest, "0123456789")
				if len(trimmed) == 0 || (trimmed[0] != '.' && trimmed[0] != ')') {
					rest = nil
					continue
				}
				rest = trimmed[1:]
			default:
				rest = nil
				continue
			}
			depth++
			// A marker needs a space after it, except the quote's; a line of
			// "-----" is a rule, not nesting.
			if len(rest) > 0 && rest[0] != ' ' && rest[0] != '\t' && rest[0] != '>' {
				rest = nil
			}
		}
		if depth > maxNesting || indent > maxIndent || open > maxOpen || blank > maxBlank ||
			bytes.Count(line, []byte("*"))+bytes.Count(line, []byte("_")) > maxEmphasis {
			c.mark(offset, c.lineEnd(offset), problem.DeepNesting)
			return false
		}
		bars := 0
		if delimiterRow(line) {
			bars = bytes.Count(line, []byte("|"))
			columns = bars + 1
		} else if blank > 0 {
			columns = 0
		}
		if cells += columns; cells > maxCells {
			c.mark(offset, c.lineEnd(offset), problem.DeepNesting)
			return false
		}
		if bars > maxColumns+1 {
			c.mark(offset, c.lineEnd(offset), problem.WideTable, maxColumns)
			return false
		}
		offset += len(line)
	}
	return true
}

// rule reports whether a line without space around it is a thematic break such as "- - -".
func rule(line []byte) bool {
	mark := line[0]
	if mark != '-' && mark != '*' {
		return false
	}
	marks := 0
	for _, c := range line {
		switch c {
		case mark:
			marks++
		case ' ':
		default:
			return false
		}
	}
	return marks >= 3
}

// delimiterRow reports whether a line can be the one below a table's head.
func delimiterRow(line []byte) bool {
	return bytes.Contains(line, []byte("|")) && len(bytes.Trim(line, "|:- \t\r\n>")) == 0
}

// check walks the parsed text, reports what may not be published and rewrites
// links to the site's own pages.
func (c *conversion) check(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker returns no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			if n.Segments.Len() > 0 {
				first := n.Segments.At(0)
				c.mark(first.Start, first.Stop, problem.RawHTML)
			}
		case *ast.HTMLBlock:
			c.mark(c.offset(n), c.lineEnd(c.offset(n)), problem.RawHTML)
		case *ast.Heading:
			if n.Level < c.md.Heading {
				c.mark(c.offset(n), c.lineEnd(c.offset(n)), problem.HeadingLevel, c.md.Heading, strings.Repeat("#", c.md.Heading))
			}
			n.Level = min(n.Level+c.md.Deeper, 6)
			c.filled(n)
		case *ast.Text:
			c.visible(n)
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkURL {
				c.link(n, n.Label(c.source), string(n.URL(c.source)))
			}
		case *ast.Link:
			raw := n.Destination
			n.Destination = c.stored(c.link(n, raw, destination(raw)))
			c.weigh(n, n.Destination, n.Title)
			c.filled(n)
		case *ast.Image:
			c.image(n)
		case *extast.TableCell:
			switch n.Alignment {
			case extast.AlignRight:
				n.SetAttributeString("class", []byte("kanan"))
			case extast.AlignCenter:
				n.SetAttributeString("class", []byte("tengah"))
			}
		}
		return ast.WalkContinue, nil
	})
}

// short cuts an address for a message.
func short(address string) string {
	const most = 100
	if r := []rune(problem.Visible(address)); len(r) > most {
		return string(r[:most]) + "…"
	}
	return problem.Visible(address)
}

// destination undoes Markdown's escapes and entities, so that what is checked is
// what a browser gets.
func destination(raw []byte) string {
	return string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(raw))))
}

// link checks where a link leads and returns the address to publish. raw is the
// address as the author wrote it.
func (c *conversion) link(n ast.Node, raw []byte, address string) string {
	report := func(code problem.Code, address string) {
		from, to := c.address(n, raw)
		c.mark(from, to, code, address)
	}
	u, err := url.Parse(address)
	switch {
	case err != nil, strings.HasPrefix(address, "//"), strings.ContainsAny(address, "\\\"<>"), u.User != nil:
		report(problem.UnsafeLink, short(address))
	case u.Scheme == "http" || u.Scheme == "https":
		if u.Host == "" {
			report(problem.UnsafeLink, short(address))
		}
	case u.Scheme == "mailto" && u.Opaque != "":
	case u.Scheme != "":
		report(problem.UnsafeLink, short(address))
	case u.Path == "" && u.RawQuery == "":
		if u.Fragment == "" {
			report(problem.BrokenLink, short(address))
		}
	case !strings.HasPrefix(u.Path, "/") || !c.leads(u.Path[1:]):
		report(problem.BrokenLink, short(address))
	default:
		return c.base + address
	}
	return address
}

// leads reports whether a path of the site leads somewhere.
func (c *conversion) leads(path string) bool {
	if c.asked != nil {
		c.asked(c.md.File)
	}
	return c.exists(path)
}

// picturePath matches the addresses of pictures.
var picturePath = pattern.Lazy(`^/(halaman/)?gambar/`)

func (c *conversion) image(n *ast.Image) {
	address := destination(n.Destination)
	from, to := c.address(n, n.Destination)
	written := address
	if name, near := strings.CutPrefix(address, "gambar/"); near && c.md.Pictures != "" {
		address = "/" + c.md.Pictures + name
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(address, "//"):
		c.mark(from, to, problem.ForeignImage, short(written))
	case !picturePath().MatchString(u.Path) || u.RawQuery != "" || !c.leads(u.Path[1:]):
		c.mark(from, to, problem.ImageMissing, short(written))
	case !hasText(n):
		c.mark(c.offset(n), to+1, problem.ImageNoAlt) // with its bracket
	}
	n.Destination = c.stored(c.base + address)
	c.weigh(n, n.Destination, n.Title)
}

// stored returns an address in the form that the library expects: it resolves
// entities once more when it renders.
func (c *conversion) stored(address string) []byte {
	return []byte(strings.ReplaceAll(address, "&", "&amp;"))
}

// weigh bounds addresses and titles: a reference that is defined once can be used
// thousands of times.
func (c *conversion) weigh(n ast.Node, address, title []byte) {
	c.links += len(address) + len(title)
	if len(address) > maxAddress || len(title) > maxAddress || c.links > maxLinks {
		c.mark(c.offset(n), c.offset(n), problem.DeepNesting)
	}
}

// filled reports a heading or link that shows nothing.
func (c *conversion) filled(n ast.Node) {
	if !hasText(n) {
		c.mark(c.offset(n), c.offset(n), problem.EmptyElement)
	}
}

// visible reports characters that an entity such as &#x202E; would bring in.
func (c *conversion) visible(n *ast.Text) {
	raw := n.Segment.Value(c.source)
	if !bytes.Contains(raw, []byte("&")) {
		return
	}
	for _, r := range string(util.ResolveEntityNames(util.ResolveNumericReferences(raw))) {
		if problem.Hidden(r) {
			c.mark(n.Segment.Start, n.Segment.Stop, problem.HiddenChar, fmt.Sprintf("U+%04X", r))
			return
		}
	}
}

func hasText(n ast.Node) bool {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch t := child.(type) {
		case *ast.Text:
			if t.Segment.Stop > t.Segment.Start {
				return true
			}
		case *ast.AutoLink, *ast.String:
			return true
		}
		if hasText(child) {
			return true
		}
	}
	return false
}

// anchors gives headings ids that are unique on a page: the field's name, then
// the heading in small letters.
type anchors struct {
	prefix string
	used   map[string]bool
	next   map[string]int // the number that the next repetition of an id gets
}

func (a *anchors) Generate(value []byte, _ ast.NodeKind) []byte {
	var b strings.Builder
	b.WriteString(a.prefix)
	gap := false
	for _, r := range strings.ToLower(string(value)) {
		if (r >= 'a' && r <= 'z') || (r >= '0' && r <= '9') {
			if gap && b.Len() > len(a.prefix) {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		} else {
			gap = true
		}
	}
	if b.Len() == len(a.prefix) {
		b.WriteString("bagian")
	}
	id := b.String()
	for n := a.next[b.String()]; a.used[id]; n++ {
		id = b.String() + "-" + strconv.Itoa(n+2)
		a.next[b.String()] = n + 1
	}
	a.used[id] = true
	return []byte(id)
}

func (a *anchors) Put(value []byte) { a.used[string(value)] = true }
