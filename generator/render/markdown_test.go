package render

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"siger/generator/problem"
	"siger/generator/site"
)

// FuzzPlainMarkdown: a text that is converted without the extensions gives what it
// does with them.
func FuzzPlainMarkdown(f *testing.F) {
	for _, seed := range []string{
		"### Judul\n\nSatu *dua* **tiga** `empat`.\n\n1. a\n2. b\n\n- c\n  - d\n", "a\n-\n", "a\n:-:\n", "a\n- -\n", "> a\n> b\n", "[a](/b/) ![c](/d.png)",
		"a  \nb\\\nc", "    kode\n", "```\nx\n```\n", "a_b_c *d*e* f", "&amp; &#64; \\* <", "a. b (c) _d_:e", "ftp:x mailto:y Http:/x", "[a]\n\n[a]: /b/ 'c'\n", "* * *\n", "a\n===\n",
	} {
		f.Add(seed)
	}
	m := newMarkdown("", func(string) bool { return true }, markdownWords{"kembali", "tabel"})
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 || !utf8.ValidString(text) || strings.ContainsFunc(text, problem.Hidden) || !plainMarkdown([]byte(text)) {
			return // content with hidden characters is refused before
		}
		md := site.Markdown{Field: "uji"}
		c := &conversion{Markdown: m, md: md, source: []byte(text)}
		if !c.bounded() {
			return
		}
		var whole [2]bytes.Buffer
		plainProblems := m.Convert(&whole[0], md, []byte(text))
		full := *m
		full.plain = m.engine
		wantProblems := full.Convert(&whole[1], md, []byte(text))
		small := newMinifier()
		var published [2]string
		for i := range whole {
			var err error
			if published[i], err = small.String("text/html", whole[i].String()); err != nil {
				t.Fatal(err)
			}
		}
		var compacted bytes.Buffer
		if compact(&compacted, whole[0].Bytes()) && compacted.String() != published[0] {
			t.Errorf("%q is compacted to\n%s\nand minified to\n%s", text, compacted.String(), published[0])
		}
		plain, want := published[0], published[1]
		if plain != want || len(plainProblems) != len(wantProblems) {
			t.Errorf("%q is converted to\n%s %v\nand with the extensions to\n%s %v", text, plain, plainProblems, want, wantProblems)
		}
	})
}

// TestPlainMarkdown: texts with a mark of an extension are converted with it.
func TestPlainMarkdown(t *testing.T) {
	m := newMarkdown("", func(string) bool { return true }, markdownWords{"kembali", "tabel"})
	for text, want := range map[string]string{
		"https://a.example/": "<a href", "www.a.example": "<a href", "a@b.example": "<a href",
		"| a | b |\n|---|---|\n| 1 | 2 |": "<table>", "a\n:-:\nb": "<table>", "~~a~~": "<del>", "a[^1]\n\n[^1]: b": "footnote",
	} {
		var got bytes.Buffer
		problems := m.Convert(&got, site.Markdown{}, []byte(text))
		if len(problems) > 0 || !bytes.Contains(got.Bytes(), []byte(want)) {
			t.Errorf("%q gives %s %v", text, got.String(), problems)
		}
	}
}

// TestCompact: what most texts have needs no minifier, and what it does not know is left to it.
func TestCompact(t *testing.T) {
	for html, want := range map[string]string{
		"<h3 id=\"a-1\">A</h3>\n<p>a\n<strong>b</strong>\nc</p>\n<ul>\n<li>d\n<ol>\n<li>e</li>\n</ol>\n</li>\n</ul>\n": "<h3 id=\"a-1\">A</h3><p>a\n<strong>b</strong>\nc</p><ul><li>d<ol><li>e</li></ol></li></ul>",
		"<p>a &amp; b</p>\n": "", "<p>a  b</p>": "", "<p><a href=\"/\">a</a></p>\n": "", "<p><code>a</code></p>": "", "<h3 id=\"a\" class=\"b\">A</h3>": "", "<p title=\"a\">b</p>": "",
	} {
		var got bytes.Buffer
		if compact(&got, []byte(html)) != (want != "") || got.String() != want {
			t.Errorf("%q gives %q, want %q", html, got.String(), want)
		}
	}
}
