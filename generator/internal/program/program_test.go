package program

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"sync"
	"testing"
)

type word string

type spoken string

func (s spoken) String() string { return "<" + string(s) + ">" }

type inner struct{ Deep string }

type row struct {
	inner
	Name   string
	Number int
	HTML   template.HTML
	URL    template.URL
	Any    any
	Next   *row
	Rows   []row
	Words  [2]word
	Map    map[string]string
	Spoken spoken
	Float  float64
	Yes    bool
	hidden string
}

func (r row) Method() string { return r.Name }

func (r *row) ByPointer() string { return r.Name }

func (r row) Panics() string { panic("in a method") }

func (r row) Two() (string, error) { return r.Name, nil }

func view() row {
	return row{
		inner: inner{"d&d"}, Name: `a "b" 'c' <d> & e+f – é`, Number: -3, HTML: `<b title="x">&amp;</b>`, URL: "javascript:x", Any: 5,
		Next: &row{Name: "next", Any: row{Name: "in any"}}, Rows: []row{{Name: "1", Number: 1}, {Name: "javascript:2"}}, Words: [2]word{"w<", "v"},
		Map: map[string]string{"k": "v"}, Spoken: "s", Float: 1.5, Yes: true, hidden: "h",
	}
}

var functions = template.FuncMap{
	"join":   func(parts ...any) (string, error) { return fmt.Sprintln(parts...), nil },
	"fails":  func() (string, error) { return "", errors.New("it fails") },
	"panics": func() string { panic("in a function") },
	"html_":  func(s string) template.HTML { return template.HTML(s) },
	"other":  func(n int) int { return n + 1 },
}

var fast = map[string]Func{
	"join":   func(args []any) (any, error) { return fmt.Sprintln(args...), nil },
	"fails":  func([]any) (any, error) { return nil, errors.New("it fails in a program") },
	"panics": func([]any) (any, error) { panic("in a function of a program") },
	"html_": func(args []any) (any, error) {
		if s, ok := args[0].(string); ok {
			return template.HTML(s), nil
		}
		return nil, errLeft
	},
}

const partials = `{{define "name"}}<i title="{{.Name}}">{{$.Name}}</i>{{end}}{{define "none"}}[{{with .}}{{.}}{{end}}]{{end}}` +
	`{{define "again"}}{{if .Next}}{{template "again" .Next}}{{end}}{{.Name}}{{end}}`

func parsed(t testing.TB, source string) *template.Template {
	t.Helper()
	set, err := template.New("page").Funcs(functions).Parse(partials + source)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestPrograms: a program gives what html/template gives, and knows what layouts need.
func TestPrograms(t *testing.T) {
	for _, source := range []string{
		"plain", "{{.Name}}", "{{.Deep}} {{.Number}} {{.HTML}} {{.URL}} {{.Any}} {{.Spoken}} {{.Float}} {{.Yes}} {{.Words}}",
		`<title>{{.Name}} {{.HTML}}</title>`, `<p title="{{.Name}} {{.HTML}} {{.Number}} {{.Spoken}}"></p>`,
		`<a href="{{.Name}}">x</a><a href="/x/{{.Name}}">x</a><a href="/?q={{.Name}}&n={{.Number}}">x</a><a href="{{.URL}}">x</a>`,
		`{{range .Rows}}<a href="{{.Name}}">x</a>{{end}}`, `<img srcset="{{.Name}}">`,
		`<script type="application/ld+json">{{.Name}} {{.HTML}} {{.Number}} {{.Map}}</script>`,
		`{{if .Name}}a{{else}}b{{end}}{{if .Next.Next}}a{{else if .Yes}}b{{else}}c{{end}}{{if .Map}}m{{end}}{{if .Number}}n{{end}}{{if .Next}}p{{end}}{{if .Words}}w{{end}}`,
		`{{with .Next}}{{.Name}}{{else}}-{{end}}{{with .Next.Next}}{{.Name}}{{else}}{{.Name}}{{end}}{{with $x := .Name}}{{$x}}{{.}}{{end}}{{if $x := .Number}}{{$x}}{{end}}`,
		`{{range .Rows}}{{.Name}}{{$.Number}}{{else}}none{{end}}{{range .Next.Rows}}x{{else}}none{{end}}{{range .Words}}{{.}},{{end}}`,
		`{{range $i, $r := .Rows}}{{if $i}}, {{end}}{{$r.Name}}{{.Number}}{{end}}{{range $r := .Rows}}{{$r.Name}}{{end}}`,
		`{{$r := "outer"}}{{range $r := .Next.Rows}}{{else}}{{$r}}{{end}}{{$r}}{{range $i, $r := .Next.Rows}}{{else}}{{$i}}{{$r}}{{end}}{{range $ := .Next.Rows}}{{else}}{{$}}{{end}}`,
		`{{$x := .Name}}{{$y := .Next}}{{range .Rows}}{{$x := .Name}}{{$x}}{{end}}{{$x}}{{$y.Name}}{{with .Next}}{{$z := .Name}}{{$z}}{{end}}{{$x}}`,
		`{{and .Name .Number}}{{or .Next.Number .Name}}{{and .Next.Number .Name}}{{not .Yes}}{{not .Next.Yes}}{{if and .Yes (not .Next.Yes)}}x{{end}}`,
		`{{if gt (len .Rows) 1}}x{{end}}{{gt .Number 0}}{{len .Name}}{{len .Map}}`,
		`{{template "name" .}}{{template "name" .Next}}{{template "none"}}{{template "none" .Name}}{{template "again" .}}`,
		`{{join "a" .Name .Number 3 true .Next.Name}}{{html_ .Name}}{{with join .Name}}{{.}}{{end}}{{join}}`, `{{/* x */}}{{.Next.Any.Name}}`,
		"{{.Method}}{{.Next.Method}}{{.Next.ByPointer}}{{range .Rows}}{{.Method}}{{.ByPointer}}{{end}}", `{{"<constant>"}}{{3}}{{true}}{{with .Words}}{{.}}{{end}}`,
	} {
		var want, got bytes.Buffer
		if err := parsed(t, source).Execute(&want, view()); err != nil {
			t.Fatal(source, err)
		}
		p := NewSet(parsed(t, source), fast).Lookup("page")
		for _, v := range []any{view(), &[]row{view()}[0]} {
			got.Reset()
			if err := p.Execute(&got, v); err != nil {
				t.Error(source, err)
			}
			if p.Left() != nil {
				t.Errorf("%s: %v", source, p.Left())
			}
			if got.String() != want.String() {
				t.Errorf("%s\ngives   %s\nand not %s", source, got.String(), want.String())
			}
		}
	}
}

// TestLeft: what programs do not know is left to html/template, with its bytes and
// its errors, and nothing of the page before goes out.
func TestLeft(t *testing.T) {
	for _, source := range []string{
		// Known when the program is made.
		"{{other 3}}", "{{printf `%d` .Number}}", "{{range .Rows}}{{break}}{{end}}", "{{.Name | join}}", "{{$x := 1}}{{$x = 2}}{{$x}}", "{{1.0}}", "{{nil | html_}}", "{{eq .Number -3}}", "{{0i}}", "{{if gt 0i -1}}x{{end}}",
		"<p style='color:{{.Name}}'></p>", "{{.Name | html}}", "{{(index .Rows 0).Name}}", "{{template `missing`}}", "<p {{.Name}}", "{{if .Yes}}<a href='{{else}}x{{end}}",
		// Known when it runs.
		"x{{.Two}}", "x{{.Panics}}", "x{{.ByPointer}}", "x{{.Map.k}}", "x{{.Map.none}}", "x{{.Missing}}", "x{{.hidden}}", "x{{.Next.Next.Name}}", "x{{fails}}", "x{{panics}}", "x{{html_ .Number}}", "x{{range .Map}}{{.}}{{end}}",
		"x{{range 3}}{{.}}{{end}}", "x{{range .Number}}{{end}}", "x{{if .Float}}y{{end}}", "x{{.Next.Rows.Name}}", "x{{len .Number}}", "x{{gt .Name 1}}", "x{{.Next.Map}}{{with .Any}}{{.Name}}{{end}}", "x{{.Next.Any.None}}",
	} {
		var want, got bytes.Buffer
		failed := parsed(t, source).Execute(&want, view())
		p := NewSet(parsed(t, source), fast).Lookup("page")
		for range 2 {
			got.Reset()
			got.WriteString("before ")
			err := p.Execute(&got, view())
			if fmt.Sprint(err) != fmt.Sprint(failed) {
				t.Errorf("%s: error %v, not %v", source, err, failed)
			}
			if got.String() != "before "+want.String() {
				t.Errorf("%s\ngives   %s\nand not %s", source, got.String(), want.String())
			}
			if failed == nil && p.Left() == nil {
				t.Errorf("%s is not left to html/template", source)
			}
		}
	}
	if NewSet(parsed(t, ""), fast).Lookup("missing") != nil {
		t.Error("a program of no template")
	}
}

// TestDeepCalls: templates may call each other deeper than programs go.
func TestDeepCalls(t *testing.T) {
	first := &row{Name: "0"}
	for i := range 2 * maxDepth {
		first = &row{Name: fmt.Sprint(i), Next: first}
	}
	var want, got bytes.Buffer
	source := `{{template "again" .}}`
	if err := parsed(t, source).Execute(&want, first); err != nil {
		t.Fatal(err)
	}
	p := NewSet(parsed(t, source), fast).Lookup("page")
	if err := p.Execute(&got, first); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%v, %d bytes, want %d", err, got.Len(), want.Len())
	}
}

// TestConcurrentPrograms: programs are looked up and executed by many at once, with
// different types at the same place.
func TestConcurrentPrograms(t *testing.T) {
	type other struct{ Name, More string }
	set := NewSet(parsed(t, `{{range .Rows}}{{template "name" .}}{{end}}`), fast)
	var done sync.WaitGroup
	for i := range 8 {
		done.Go(func() {
			for range 100 {
				view, want := any(view()), `<i title="1">1</i><i title="javascript:2">javascript:2</i>`
				if i%2 > 0 {
					view, want = struct{ Rows []other }{[]other{{"o", ""}}}, `<i title="o">o</i>`
				}
				var out bytes.Buffer
				if err := set.Lookup("page").Execute(&out, view); err != nil || out.String() != want {
					t.Errorf("%s %v", out.String(), err)
				}
			}
		})
	}
	done.Wait()
}

// TestVerify: a page that is not html/template's is found out.
func TestVerify(t *testing.T) {
	Verify.Store(true)
	defer Verify.Store(false)
	wrong := map[string]Func{"join": func([]any) (any, error) { return "wrong", nil }}
	var out bytes.Buffer
	if err := NewSet(parsed(t, `{{join "right"}}`), wrong).Lookup("page").Execute(&out, view()); err == nil || !strings.Contains(err.Error(), "wrong") {
		t.Errorf("error %v", err)
	}
	for _, source := range []string{"{{other 3}}", "{{.Two}}"} {
		if err := NewSet(parsed(t, source), fast).Lookup("page").Execute(&out, view()); err == nil {
			t.Errorf("%s is left unseen", source)
		}
	}
	if err := NewSet(parsed(t, "{{.Name}}"), fast).Lookup("page").Execute(&out, view()); err != nil {
		t.Error(err)
	}
}

// Structs for the places of data: one is as it is, one has a text, one its own JSON.
type (
	data struct {
		Text string `json:"teks"`
		List []string
	}
	voiced    struct{ Text string }
	marshaled struct{ Text string }
)

func (v voiced) String() string                  { return v.Text }
func (m marshaled) MarshalJSON() ([]byte, error) { return json.Marshal(m.Text) }

// FuzzEscapers: at every kind of place a string, or a struct, comes out as html/template has it,
// alone and beside another.
func FuzzEscapers(f *testing.F) {
	for _, seed := range []string{"", "a", `<>&"'+`, "javascript:x", "a:b/c", "/a:b", "%41%zz%", "\x00\x80\xff\u2028\ufeff\ufdd0", "a, b 2x", "=`{}\\", "–é𝔸", "&amp;", "https://x.id/?a=b&c=d#e"} {
		f.Add(seed)
	}
	type pair struct {
		template *template.Template
		program  *Program
	}
	var pairs []pair
	for _, place := range places {
		source := strings.ReplaceAll(place.template, "X", "{{.}}") + strings.ReplaceAll(place.template, "X", "x{{.}}-{{.}}{{.}}")
		p := NewSet(parsed(f, source), nil).Lookup("page")
		if p.Left() != nil {
			f.Fatal(source, p.Left())
		}
		pairs = append(pairs, pair{parsed(f, source), p})
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, x := range pairs {
			for _, value := range []any{text, template.HTML(text), word(text), data{text, []string{text}}, &data{text, nil}, voiced{text}, marshaled{text}} {
				var want, got bytes.Buffer
				if err := x.template.Execute(&want, value); err != nil {
					if err := x.program.Execute(&got, value); err == nil {
						t.Errorf("%s: %T %q is refused by html/template alone", x.template.Tree.Root, value, text)
					}
					continue
				}
				if err := x.program.Execute(&got, value); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
					t.Errorf("%s: %T %q gives %s, not %s", x.template.Tree.Root, value, text, got.Bytes(), want.Bytes())
				}
			}
		}
	})
}
