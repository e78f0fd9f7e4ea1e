package render

import (
	"bytes"
	"strings"
	"testing"
)

// TestMarkContent: what is between \x03 and \x02 gets the language of the content.
func TestMarkContent(t *testing.T) {
	for in, want := range map[string]string{
		"<p>\x03Kopi Rakyat\x02</p>":                                 `<p lang="id">Kopi Rakyat</p>`,
		"<p>Rank 1: \x03Kopi\x02</p>":                                `<p>Rank 1: <span lang="id">Kopi</span></p>`,
		"<p>\x03 Kopi \x02 and \x03Teh\x02.</p>":                     `<p> <span lang="id">Kopi</span>  and <span lang="id">Teh</span>.</p>`,
		"<p>\x03Kopi\x02, \x03Teh\x02 win</p>":                       `<p><span lang="id">Kopi, Teh</span> win</p>`,
		"<p>\x03Kopi\x02 · \x0312\x02</p>":                           `<p lang="id">Kopi · 12</p>`,
		"<p>\x03\x02Rank \x031\x02 of \x033\x02\x03\x02</p>":         `<p>Rank 1 of 3</p>`,
		"<p>\x031.234,5\x02</p>":                                     `<p>1.234,5</p>`,
		"<p>\x03&amp; &lt;\x02</p>":                                  `<p>&amp; &lt;</p>`,
		"<p>\x03Kopi &amp; Teh\x02</p>":                              `<p lang="id">Kopi &amp; Teh</p>`,
		"<p>\x03Kopi\x02<b>x</b>\x03Teh\x02</p>":                     `<p><span lang="id">Kopi</span><b>x</b><span lang="id">Teh</span></p>`,
		"<a href=\"/\" lang=\"id\">\x03Bahasa\x02</a>":               `<a href="/" lang="id">Bahasa</a>`,
		"<span title=\"Tied\">\x03seri\x02</span>":                   `<span title="Tied"><span lang="id">seri</span></span>`,
		"<option>\x03Kopi\x02</option>":                              `<option lang="id">Kopi</option>`,
		"<option>Level: \x03Kopi\x02</option>":                       `<option>Level: Kopi</option>`,
		"<title>\x03Kopi\x02 – \x02Rank\x03</title>":                 `<title>Kopi – Rank</title>`,
		"<text>\x031. Kopi\x02</text>":                               `<text lang="id">1. Kopi</text>`,
		"<text>Rank \x03Kopi\x02</text>":                             `<text>Rank <tspan lang="id">Kopi</tspan></text>`,
		"<a title=\"\x02Rank \x03Kopi\x02\x03\">x</a>":               `<a title="Rank Kopi">x</a>`,
		"<img alt=\"Petani\">":                                       `<img alt="Petani" lang="id">`,
		"<img alt=\"\x02Seal\x03\">":                                 `<img alt="Seal">`,
		"<p>\x03https://x.id/berita\x02</p>":                         `<p>https://x.id/berita</p>`,
		"<code>\x03ceb4 d7eb 9e0f\x02</code>":                        `<code>ceb4 d7eb 9e0f</code>`,
		"<p>\x03\x02<div lang=\"id\"><p>Isi</p></div>\x02</p>":       `<p><div lang="id"><p>Isi</p></div></p>`,
		"<p title=\"a > b\">\x03Kopi\x02</p>":                        `<p title="a > b"><span lang="id">Kopi</span></p>`,
		`<script>{"n":"\u0002Rank \u0003Kopi\u0002\u0003"}</script>`: `<script>{"n":"Rank Kopi"}</script>`,
		`<script>{"n":"\\u0002"}</script>`:                           `<script>{"n":"\\u0002"}</script>`,
		`<script>{"n":"\\\u0002"}</script>`:                          `<script>{"n":"\\"}</script>`,
		"<p>a < \x03Kopi\x02</p>":                                    `<p>a < Kopi</p>`,
		"<p><":                                                       "<p><",
		"<p>plain":                                                   "<p>plain",
		"<rect x=\"1\"/>\x03Kopi\x02</svg>":                          `<rect x="1"/><span lang="id">Kopi</span></svg>`,
	} {
		var out bytes.Buffer
		markContent(&out, []byte(in), "id")
		if out.String() != want {
			t.Errorf("%q:\n got %s\nwant %s", in, out.String(), want)
		}
	}
}

// TestMarkActions: an action that prints is marked, but not where html/template must
// see the value's own beginning.
func TestMarkActions(t *testing.T) {
	for in, want := range map[string]string{
		`<p>{{.Name}}</p>`:                                    `<p>(3){{.Name}}(2)</p>`,
		`<a href="{{.Href}}" title='{{.T}}'>x</a>`:            `<a href="{{.Href}}" title='{{.T}}'>x</a>`,
		`<li{{if .X}} class="{{.C}}"{{end}}>{{.Y}}`:           `<li{{if .X}} class="{{.C}}"{{end}}>(3){{.Y}}(2)`,
		`{{range $i, $x := .L}}{{$x}}{{end}}`:                 `{{range $i, $x := .L}}(3){{$x}}(2){{end}}`,
		`{{$y := .H}}{{with .A}}{{.}}{{else}}–{{end}}`:        `{{$y := .H}}{{with .A}}(3){{.}}(2){{else}}–{{end}}`,
		`{{template "x" .}}{{define "y"}}{{t "k" .A}}{{end}}`: `{{template "x" .}}{{define "y"}}(3){{t "k" .A}}(2){{end}}`,
		`<script type="a">{{.}}</script>{{.Z}}`:               `<script type="a">{{.}}</script>(3){{.Z}}(2)`,
		`<p title="a>b">{{- .N -}}</p>`:                       `<p title="a>b">(3){{- .N -}}(2)</p>`,
	} {
		got := strings.NewReplacer("\x02", "(2)", "\x03", "(3)").Replace(markActions(in))
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", in, got, want)
		}
	}
}

// TestRelink: links of Markdown stay in the reader's language where they can.
func TestRelink(t *testing.T) {
	known := map[string]bool{"en/": true, "en/2021/": true}
	tw := twin{"/repo/", "en/", func(path string) bool { return known[path] }}
	for in, want := range map[string]string{
		"/repo/2021/": "/repo/en/2021/", "/repo/2021/#a": "/repo/en/2021/#a", "/repo/": "/repo/en/", "/repo/halaman/x/": "/repo/halaman/x/",
		"/repo/2021/data/hasil.csv": "/repo/2021/data/hasil.csv", "https://x.id/repo/2021/": "https://x.id/repo/2021/", "#a": "#a", "/repo/en/2021/": "/repo/en/2021/",
	} {
		if got := tw.relink(`<a href="` + in + `">`); got != `<a href="`+want+`">` {
			t.Errorf("%s: %s", in, got)
		}
	}
}
