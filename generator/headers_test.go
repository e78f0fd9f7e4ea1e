package generator_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"siger/generator/site"
)

// TestHeaders: the policy that hosts are asked to send is that of every page, has
// no exception for inline code, and lets nobody frame a page but those made for it.
func TestHeaders(t *testing.T) {
	if strings.Contains(site.Policy, "unsafe") || strings.Contains(site.Policy, "*") || strings.Contains(site.Policy, "data:") || !strings.HasPrefix(site.Policy, "default-src 'none';") {
		t.Errorf("the policy is not strict: %s", site.Policy)
	}
	files := build(t, config(smallSite(t)))
	rules := map[string]map[string]string{}
	path := ""
	for line := range strings.Lines(string(files["_headers"])) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, " ") {
			path = line
			rules[path] = map[string]string{}
			continue
		}
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || len(line) > 2000 { // more is refused by Cloudflare
			t.Errorf("the line %q", line)
		}
		rules[path][name] = value
	}
	if len(rules) > 100 { // likewise
		t.Errorf("%d rules", len(rules))
	}
	all := rules["/*"]
	if all["Content-Security-Policy"] != site.Policy || all["X-Content-Type-Options"] != "nosniff" || all["X-Frame-Options"] != "DENY" ||
		all["Referrer-Policy"] == "" || all["Permissions-Policy"] == "" || all["Strict-Transport-Security"] == "" {
		t.Errorf("every file is sent with %v", all)
	}
	for _, year := range []string{"2020", "2021"} {
		embed := rules["/"+year+"/sematan/*"]
		if len(embed) != 1 || embed["Content-Security-Policy"] != site.Policy+"; frame-ancestors *" {
			t.Errorf("pages to be framed are sent with %v", embed)
		}
	}
	if !strings.Contains(rules["/aset/*"]["Cache-Control"], "immutable") {
		t.Errorf("assets are sent with %v", rules["/aset/*"])
	}
	for path := range rules {
		if path = strings.Trim(path, "/*"); path == "" || strings.HasSuffix(path, "/sematan") || path == "halaman/gambar" {
			continue
		}
		found := false
		for name := range files {
			found = found || strings.HasPrefix(name, path+"/")
		}
		if !found {
			t.Errorf("a rule is about %s, which is not there", path)
		}
	}
	pages := 0
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		document, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for n := range document.Descendants() {
			if n.Type == html.ElementNode && n.Data == "meta" {
				if attribute(n, "http-equiv") == "Content-Security-Policy" {
					said = attribute(n, "content")
				}
			}
		}
		if said != site.Policy {
			t.Errorf("%s has the policy %q", name, said)
		}
		pages++
	}
	if pages < 20 {
		t.Errorf("only %d pages", pages)
	}
	c := config(smallSite(t))
	c.BaseURL = "http://localhost:8080/"
	if plain := build(t, c)["_headers"]; bytes.Contains(plain, []byte("Strict-Transport-Security")) {
		t.Error("a site without HTTPS asks for HTTPS alone")
	}
}
