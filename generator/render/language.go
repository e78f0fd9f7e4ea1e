package render

import (
	"bytes"
	"html/template"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"siger/generator/internal/pattern"
	"siger/generator/site"
)

// Pages in a further language: what of them is in the content's language gets a lang
// attribute. Layouts need not see to that. Their own text is the interface's; what an
// action puts out counts as content, but for the words and dates between site.Own and
// site.Other; and when the page is done the marks become attributes.

// markActions puts marks around the actions that print something outside of tags, in a
// template whose words are there already.
func markActions(source string) string {
	var b strings.Builder
	tag, script := false, false
	var quote byte // of the attribute's value that we are in
	for i := 0; i < len(source); {
		if strings.HasPrefix(source[i:], "{{") {
			end := i + 2 + strings.Index(source[i+2:], "}}") + 2
			action := source[i:end]
			if !tag && !script && prints(action) {
				action = site.Other + action + site.Own
			}
			b.WriteString(action)
			i = end
			continue
		}
		c := source[i]
		switch {
		case tag && quote != 0:
			if c == quote {
				quote = 0
			}
		case tag && (c == '"' || c == '\''):
			quote = c
		case tag && c == '>':
			tag = false
		case !tag && c == '<':
			tag = true
			if name := source[i+1:]; strings.HasPrefix(name, "script") {
				script = true
			} else if strings.HasPrefix(name, "/script") {
				script = false
			}
		}
		b.WriteByte(c)
		i++
	}
	return b.String()
}

var silentAction = pattern.Lazy(`^\{\{-?\s*(if|else|end|range|with|template|define|block|break|continue|/\*|\$\w*(\s*,\s*\$\w*)?\s*:?=)`)

// prints reports whether an action of a template puts something out.
func prints(action string) bool { return !silentAction().MatchString(action) }

// markContent copies a page and turns its marks into lang attributes: of the element
// where all its text is content, else of a span around it. Where no element can be,
// as in a title, and in attributes, marks are dropped.
func markContent(out *bytes.Buffer, page []byte, language string) {
	m := marker{out: out, lang: ` lang="` + language + `"`, own: true}
	for len(page) > 0 {
		text, rest := page, []byte(nil)
		if i := bytes.IndexByte(page, '<'); i >= 0 {
			text, rest = page[:i], page[i:]
		}
		if len(text) > 0 {
			m.text(text, bytes.HasPrefix(rest, []byte("</")))
		}
		if len(rest) == 0 {
			return
		}
		end := tagEnd(rest)
		m.tag(rest[:end])
		page = rest[end:]
		if m.name == "script" {
			end := max(0, bytes.Index(page, []byte("</script")))
			out.Write(unmarkedScript(page[:end]))
			page = page[end:]
		}
	}
}

type marker struct {
	out  *bytes.Buffer
	lang string // the attribute
	own  bool   // what follows is in the page's language

	// The start tag right before, if there is one.
	name     string
	labelled bool // it has a text of its own in the page's language
	said     bool // it has a lang attribute
}

// tagEnd returns where a tag ends that begins with the text.
func tagEnd(text []byte) int {
	var quote byte
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(text)
}

func (m *marker) tag(tag []byte) {
	for _, part := range bytes.FieldsFunc(tag, func(r rune) bool { return r == '\x02' || r == '\x03' }) {
		m.out.Write(part)
	}
	m.name = ""
	name := bytes.TrimLeft(tag, "<")
	if !bytes.HasSuffix(tag, []byte(">")) || bytes.HasSuffix(tag, []byte("/>")) || !unicode.IsLetter(rune(name[0])) {
		return // an end tag, one without content, or none
	}
	m.name = string(name[:bytes.IndexAny(name, " \t\n>")])
	m.labelled = bytes.Contains(tag, []byte(` title=`)) || bytes.Contains(tag, []byte(` aria-label=`))
	m.said = bytes.Contains(tag, []byte(` lang=`))
	if m.name == "img" && !m.said && !bytes.ContainsAny(tag, site.Own) { // its alt is content
		m.attribute()
	}
}

// attribute adds the lang attribute to the tag that was written last.
func (m *marker) attribute() {
	m.out.Truncate(m.out.Len() - 1)
	m.out.WriteString(m.lang + ">")
}

// A piece is a part of a text in one language.
type piece struct {
	text    []byte
	content bool
	neutral bool // no word: spaces, numbers, addresses
}

// text writes the text between two tags; ends says that the second is an end tag.
func (m *marker) text(text []byte, ends bool) {
	var pieces []piece
	content, own := false, false
	for len(text) > 0 {
		end := bytes.IndexAny(text, site.Own+site.Other)
		part := text
		if end >= 0 {
			part = text[:end]
		}
		if len(part) > 0 {
			p := piece{part, !m.own, !hasWord(part)}
			content = content || p.content && !p.neutral
			own = own || !p.content && !p.neutral
			pieces = append(pieces, p)
		}
		if end < 0 {
			break
		}
		m.own = text[end] == site.Own[0]
		text = text[end+1:]
	}
	element := "span"
	switch m.name {
	case "text":
		element = "tspan"
	case "title", "option", "textarea":
		element = ""
	}
	whole := m.name != "" && ends && !own && !m.labelled
	if content && whole && !m.said {
		m.attribute()
	}
	if !content || whole || element == "" {
		for _, p := range pieces {
			m.out.Write(p.text)
		}
		return
	}
	for i := 0; i < len(pieces); {
		if p := pieces[i]; p.neutral || !p.content {
			m.out.Write(p.text)
			i++
			continue
		}
		// What is neutral between two pieces of content belongs to it.
		last := i
		for j := i + 1; j < len(pieces) && (pieces[j].content || pieces[j].neutral); j++ {
			if !pieces[j].neutral {
				last = j
			}
		}
		var run []byte
		for _, p := range pieces[i : last+1] {
			run = append(run, p.text...)
		}
		trimmed := bytes.TrimSpace(run)
		before, after, _ := bytes.Cut(run, trimmed)
		m.out.Write(before)
		m.out.WriteString("<" + element + m.lang + ">")
		m.out.Write(trimmed)
		m.out.WriteString("</" + element + ">")
		m.out.Write(after)
		i = last + 1
	}
}

// code matches what is in no language: addresses and hashes.
var code = pattern.Lazy(`^(https?://\S+|[0-9a-f]{4,}( [0-9a-f]{4}){0,2}…?)$`)

// hasWord reports whether a text has a word of some language. The letters of a
// character reference are none.
func hasWord(text []byte) bool {
	rest := text
	for len(rest) > 0 {
		if rest[0] == '&' {
			if end := bytes.IndexByte(rest, ';'); end > 0 && end < 10 {
				rest = rest[end+1:]
				continue
			}
		}
		r, n := utf8.DecodeRune(rest)
		if unicode.IsLetter(r) {
			trimmed := bytes.TrimSpace(text)
			return !(bytes.ContainsAny(trimmed, "0123456789:") && code().Match(trimmed))
		}
		rest = rest[n:]
	}
	return false
}

var escapedMark = pattern.Lazy(`\\*\\u000[23]`)

// unmarkedScript drops the marks in structured data, where they are escaped.
func unmarkedScript(data []byte) []byte {
	return escapedMark().ReplaceAllFunc(data, func(match []byte) []byte {
		if slashes := len(match) - len("u0002"); slashes%2 == 0 {
			return match // an escaped backslash, then text
		}
		return match[:len(match)-len(`\u0002`)]
	})
}

// A twin leads the links of Markdown to the pages of another language.
type twin struct {
	base, prefix string // "/repo/", "en/"
	exists       func(path string) bool
}

var hrefPattern = pattern.Lazy(`<a href="([^"]*)"`)

func (t twin) relink(html string) string {
	return hrefPattern().ReplaceAllStringFunc(html, func(match string) string {
		path, inside := strings.CutPrefix(hrefPattern().FindStringSubmatch(match)[1], t.base)
		page, _, _ := strings.Cut(path, "#")
		page, _, _ = strings.Cut(page, "?")
		if !inside || strings.HasPrefix(page, t.prefix) || page != "" && !strings.HasSuffix(page, "/") || !t.exists(t.prefix+page) {
			return match
		}
		return `<a href="` + t.base + t.prefix + path + `"`
	})
}

// shared keeps the HTML of Markdown until the pages of all languages have it. Those
// are rendered one after the other, so it holds little.
type shared struct {
	uses int // how many languages there are
	mu   sync.Mutex
	html map[site.Markdown]*sharedHTML
}

type sharedHTML struct {
	html template.HTML
	left int
}

func (s *shared) take(md site.Markdown) (template.HTML, bool) {
	if s.uses == 1 {
		return "", false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := s.html[md]
	if kept == nil {
		return "", false
	}
	if kept.left--; kept.left == 0 {
		delete(s.html, md)
	}
	return kept.html, true
}

func (s *shared) put(md site.Markdown, html template.HTML) {
	if s.uses == 1 || md.Text.Language != "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.html == nil {
		s.html = map[site.Markdown]*sharedHTML{}
	}
	if kept := s.html[md]; kept == nil {
		s.html[md] = &sharedHTML{html, s.uses - 1}
	} else if kept.left--; kept.left == 0 { // two workers were at it
		delete(s.html, md)
	}
}
