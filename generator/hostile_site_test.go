package generator_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/internal/sink"
	"siger/generator/problem"
)

var hostileSites = flag.String("hostile", "", "folder into which TestHostileSites writes its sites, for a browser")

// hostileOnly are the texts that only a browser can judge.
var hostileOnly = []string{
	`<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>`,
	`<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
	`<a href="data:text/html,<script>alert(1)</script>">klik</a>`,
	`<link rel=stylesheet href=//jahat.example/x.css><meta http-equiv=refresh content="0;url=//jahat.example/">`,
	`{"@context":"https://schema.org"}</script><img src=//jahat.example/x.png>`,
	`=cmd|'/c calc'!A1`,
	`a","b` + "\u00a0" + `;=1+1`,
	`<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`,
	`<form action=//jahat.example/><button>kirim</button>`,
}

// hostileLinks are what the fields for addresses may hold.
var hostileLinks = []string{
	`https://contoh.example/?q="><script>alert(1)</script>`, `https://contoh.example/#' onmouseover='alert(1)`, `https://contoh.example/%3Cscript%3Ealert(1)%3C/script%3E`,
}

// TestHostileSites writes sites in which every field that takes free text, every
// address and every construct of Markdown is hostile, each field in some site with
// each text. .ci/hostile.mjs opens all their pages in a browser. Which fields take
// free text is not listed: what loading finds nothing wrong with, it takes.
func TestHostileSites(t *testing.T) {
	if *hostileSites == "" {
		return // TestHostileFields looks at the bytes
	}
	small := smallSite(t)
	texts := slices.Concat(hostile, hostileOnly)
	type place struct {
		from, to int
		link     bool
	}
	fields := map[string][]place{}
	total := 0
	with := func(file string, data []byte) fstest.MapFS {
		changed := maps.Clone(small)
		changed[file] = &fstest.MapFile{Data: data}
		return changed
	}
	quoted := func(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
	for _, file := range slices.Sorted(maps.Keys(small)) {
		if ext := path.Ext(file); ext != ".yaml" && ext != ".md" {
			continue
		}
		data := small[file].Data
		for _, at := range scalarPlaces(data) {
			put := func(text string) bool {
				changed := slices.Concat(data[:at[0]], []byte(quoted(text)), data[at[1]:])
				return len(load(t, with(file, changed))) == 0
			}
			if put("<b>bebas</b> & 'lain'") {
				fields[file] = append(fields[file], place{at[0], at[1], false})
			} else if strings.HasPrefix(string(data[at[0]:]), "http") && put(hostileLinks[0]) {
				fields[file] = append(fields[file], place{at[0], at[1], true})
			}
		}
		total += len(fields[file])
	}
	if total < 60 {
		t.Errorf("only %d fields take free text: %v", total, fields)
	}
	constructs := hostileConstructs(t, small)
	for k := range texts {
		content := maps.Clone(small)
		n := 0
		for _, file := range slices.Sorted(maps.Keys(fields)) {
			data := string(small[file].Data)
			slices.SortFunc(fields[file], func(a, b place) int { return b.from - a.from })
			for _, p := range fields[file] {
				n++
				text := fmt.Sprintf("%s %d", texts[(k+n)%len(texts)], n) // names must differ
				if p.link {
					text = hostileLinks[(k+n)%len(hostileLinks)]
				}
				data = data[:p.from] + quoted(text) + data[p.to:]
			}
			content[file] = &fstest.MapFile{Data: []byte(data)}
		}
		const page, form = "halaman/tentang.md", "2020/inovasi/kopi.yaml"
		content[page] = &fstest.MapFile{Data: []byte(string(content[page].Data) + "\n\n" + strings.Join(constructs, "\n\n") + "\n")}
		content[form] = &fstest.MapFile{Data: []byte(inMarkdownField(t, string(content[form].Data), strings.Join(constructs, "\n\n")))}
		var site sink.Memory
		_, problems, err := generator.Build(config(content), &site)
		if err != nil || len(problems) > 0 {
			for _, p := range problems {
				t.Errorf("%s: %s", p.Place(""), p.Text(problem.English))
			}
			t.Fatal(err)
		}
		for name, data := range site.Files {
			to := filepath.Join(*hostileSites, fmt.Sprintf("%02d", k), filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d sites: %d texts in each of %d fields, %d constructs of Markdown in two places", len(texts), len(texts), total, len(constructs))
	if t.Failed() {
		return
	}
	fmt.Printf("hostile: %d inputs (%d texts × %d fields, %d constructs × 2)\n", len(texts)*total+2*len(constructs), len(texts), total, len(constructs))
}

// hostileConstructs returns the constructs of Markdown that are not refused.
func hostileConstructs(t *testing.T, small fstest.MapFS) []string {
	t.Helper()
	var list []string
	for _, text := range slices.Concat(hostileMarkdown, markdownSeeds, hostileOnly) {
		if strings.ContainsAny(text, "\t") {
			continue // a field has none
		}
		content := maps.Clone(small)
		const form = "2020/inovasi/kopi.yaml"
		content[form] = &fstest.MapFile{Data: []byte(inMarkdownField(t, string(small[form].Data), text))}
		if problems, err := generator.Check(config(content)); err != nil {
			t.Fatal(err)
		} else if len(problems) == 0 {
			list = append(list, text)
		}
	}
	if len(list) < 15 {
		t.Errorf("only %d constructs are not refused", len(list))
	}
	return list
}

// inMarkdownField puts a text into the field of Markdown of an innovation.
func inMarkdownField(t *testing.T, data, text string) string {
	t.Helper()
	const old = "  Harga yang adil."
	if strings.Count(data, old) != 1 {
		t.Fatalf("%q is there %d times", old, strings.Count(data, old))
	}
	return strings.Replace(data, old, "  Mulai.\n\n  "+strings.ReplaceAll(text, "\n", "\n  "), 1)
}
