package render

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"siger/generator/award"
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
		md := site.Markdown{Text: award.Text{Source: text}, Field: "uji"}
		c := &conversion{Markdown: m, md: md, source: []byte(text)}
		if !c.bounded() {
			return
		}
		var whole [2]bytes.Buffer
		plainProblems := m.Convert(&whole[0], md)
		full := *m
		full.plain = m.engine
		wantProblems := full.Convert(&whole[1], md)
		small := newMinifier()
		var published [2]string
		for i := range whole {
			var err error
			if published[i], err = small.String("text/html", whole[i].String()); err != nil {
				t.Fatal(err)
			}
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
		problems := m.Convert(&got, site.Markdown{Text: award.Text{Source: text}})
		if len(problems) > 0 || !bytes.Contains(got.Bytes(), []byte(want)) {
			t.Errorf("%q gives %s %v", text, got.String(), problems)
		}
	}
}
