package program

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"
)

// An escaper escapes values for one kind of place in a template. How, it learns from
// html/template: by a template of its own in which a value stands at such a place.
type escaper struct {
	template      *template.Template
	before, after string       // what the template has around the value
	whole         bool         // what becomes of a string depends on all of it
	plain         [256]bool    // bytes of a string that stay as they are
	each          *[256]string // what bytes of a string become; nil where that depends on others
	web           bool         // after [webScheme], too, bytes that stay as they are do
	html          bool         // HTML stays as it is
	json          bool         // structs become JSON
}

// What an escaper does to a string.
type manner int

const (
	whole  manner = iota // depends on the whole string
	safe                 // strings of bytes that stay as they are alone stay as they are
	single               // each byte becomes what it becomes alone
)

// webScheme is what most addresses of other sites begin with.
const webScheme = "https://"

// places have html/template's functions there in their comments.
var places = []struct {
	template string
	manner   manner
}{
	{`X`, single},                 // htmlescaper
	{`<title>X</title>`, single},  // rcdataescaper
	{`<p title="X"></p>`, single}, // attrescaper
	// A scheme, which may be refused, needs a colon, and an escape that is
	// kept a percent sign; neither stays as it is, but for the scheme that most have.
	{`<a href="X"></a>`, safe},                               // urlfilter, urlnormalizer, attrescaper
	{`<a href="/X"></a>`, safe},                              // urlnormalizer, attrescaper
	{`<a href="/?y=X"></a>`, safe},                           // urlescaper, attrescaper
	{`<meta http-equiv="refresh" content="0; url=X">`, safe}, // urlfilter, attrescaper
	{`<img srcset="X">`, whole},                              // srcsetescaper, attrescaper
	{`<script type="application/ld+json">X</script>`, whole}, // jsvalescaper
}

// escapers are the escapers of all places, by the names of html/template's functions
// at the end of a pipeline there.
var escapers = sync.OnceValue(func() map[string]*escaper {
	all := map[string]*escaper{}
	for _, place := range places {
		t, err := template.New("").Parse(strings.Replace(place.template, "X", "{{.}}", 1))
		if err == nil {
			err = t.Execute(io.Discard, "")
		}
		if err != nil {
			panic(err) // places are right
		}
		e := &escaper{template: t}
		var names string
		for _, n := range t.Tree.Root.Nodes {
			switch n := n.(type) {
			case *parse.TextNode:
				if names == "" {
					e.before = string(n.Text)
				} else {
					e.after = string(n.Text)
				}
			case *parse.ActionNode:
				_, names = split(n.Pipe.Cmds)
			}
		}
		e.learn(place.manner)
		all[names] = e
	}
	return all
})

// split takes the escapers from the end of a pipeline.
func split(commands []*parse.CommandNode) (rest []*parse.CommandNode, names string) {
	for rest = commands; len(rest) > 0; rest = rest[:len(rest)-1] {
		last := rest[len(rest)-1].Args
		name, ok := last[0].(*parse.IdentifierNode)
		if !ok || len(last) > 1 || !strings.HasPrefix(name.Ident, "_html_template_") {
			break
		}
		names = name.Ident + " " + names
	}
	return rest, names
}

// learn finds out what an escaper does to each byte.
func (e *escaper) learn(m manner) {
	const piece = `<b title="'">&amp;</b>`
	e.html = e.must(template.HTML(piece)) == piece
	data := struct{ Text, Key any }{piece + "\u2028</script>", nil}
	if text, err := json.Marshal(data); err == nil {
		e.json = e.must(data) == string(text)
	}
	if e.whole = m == whole; e.whole {
		return
	}
	var each [256]string
	beyond := true
	for _, sample := range []rune{0x80, 0x85, 0xa0, 'é', '–', 0x2028, 0x2029, 0xfdd0, 0xfeff, utf8.RuneError, 0xffff, 0x1d538} {
		beyond = beyond && e.must(string(sample)) == string(sample)
	}
	for c := range each {
		if c >= utf8.RuneSelf {
			e.plain[c] = beyond
			continue
		}
		each[c] = e.must(string(rune(c)))
		e.plain[c] = each[c] == string(rune(c))
	}
	if m == single && beyond {
		e.each = &each
	}
	e.web = m == safe && e.must(webScheme) == webScheme
}

func (e *escaper) must(x any) string {
	var out bytes.Buffer
	if err := e.escape(&out, x); err != nil {
		panic(err) // it is a text
	}
	return out.String()
}

// escape lets html/template escape a value.
func (e *escaper) escape(out *bytes.Buffer, x any) error {
	var page bytes.Buffer
	if err := e.template.Execute(&page, x); err != nil {
		return err
	}
	text, begins := bytes.CutPrefix(page.Bytes(), []byte(e.before))
	text, ends := bytes.CutSuffix(text, []byte(e.after))
	if !begins || !ends {
		return errLeft
	}
	out.Write(text)
	return nil
}

// text escapes a string.
func (e *escaper) text(out *bytes.Buffer, s string) error {
	if e.whole {
		return e.escape(out, s)
	}
	written, start := 0, 0
	if e.web && strings.HasPrefix(s, webScheme) {
		start = len(webScheme)
	}
	for i := start; i < len(s); i++ {
		if e.plain[s[i]] {
			continue
		}
		if e.each == nil {
			return e.escape(out, s)
		}
		out.WriteString(s[written:i])
		out.WriteString(e.each[s[i]])
		written = i + 1
	}
	out.WriteString(s[written:])
	return nil
}

var (
	stringType = reflect.TypeFor[string]()
	htmlType   = reflect.TypeFor[template.HTML]()
	intType    = reflect.TypeFor[int]()

	marshalerType = reflect.TypeFor[json.Marshaler]()
	stringerType  = reflect.TypeFor[fmt.Stringer]()
)

// print compiles an action that puts a value out.
func (c *compiler) print(pipe *parse.PipeNode) (action, error) {
	commands, names := split(pipe.Cmds)
	e := escapers()[names]
	if e == nil {
		return nil, fmt.Errorf("%s: its escapers are left to html/template", pipe)
	}
	of, err := c.pipeline(commands)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) error {
		v, err := of(m, dot)
		if err != nil {
			return err
		}
		if v = concrete(v); !v.IsValid() || !v.CanInterface() {
			return errLeft
		}
		switch t := v.Type(); {
		case t == stringType:
			return e.text(m.out, v.String())
		case t == htmlType && e.html:
			m.out.WriteString(v.String())
			return nil
		case t == intType && e.plain['0'] && e.plain['-']:
			m.out.Write(strconv.AppendInt(m.out.AvailableBuffer(), v.Int(), 10))
			return nil
		case e.json && v.Kind() == reflect.Struct && !t.Implements(marshalerType) && !t.Implements(stringerType):
			if text, err := json.Marshal(v.Interface()); err == nil {
				m.out.Write(text)
				return nil
			}
		}
		return e.escape(m.out, v.Interface())
	}, nil
}
