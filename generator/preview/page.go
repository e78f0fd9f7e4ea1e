package preview

import (
	"bytes"
	"html"
	"slices"
	"strings"
)

// scriptTag is what a page is served with beyond what was built. It names the
// site that the page belongs to, so that a page that was loaded just before a
// change learns of it as well.
func scriptTag(version string) []byte {
	return []byte(`<script src="` + scriptPath + `" data-situs="` + version + `" defer></script>`)
}

// inject returns a copy of a page with the script's tag at the end of its body,
// or at its end when it does not close its body.
func inject(page []byte, version string) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], scriptTag(version), page[at:])
}

// faultsPolicy lets the page of faults do what it does and no more.
const faultsPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// faultsPage is the page that stands for every other while there is no good site, and for one
// that cannot be made; version is that of the site.
func (s *server) faultsPage(heading, below, faults, version string) []byte {
	var b strings.Builder
	b.WriteString(`<!doctype html>
<html lang="` + html.EscapeString(s.words.Language) + `">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>` + html.EscapeString(heading) + `</title>
<link rel="stylesheet" href="` + stylePath + `">
</head>
<body class="siger-masalah">
<main>
<h1>` + html.EscapeString(heading) + `</h1>
<p>` + html.EscapeString(below) + `</p>
<pre id="siger-masalah" tabindex="0">` + html.EscapeString(faults) + `</pre>
</main>
`)
	b.Write(scriptTag(version))
	b.WriteString("\n</body>\n</html>\n")
	return []byte(b.String())
}
