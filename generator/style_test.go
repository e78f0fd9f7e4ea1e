package generator_test

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/layouts"
)

const stylePage = "halaman/gaya/index.html"

// TestStylePage holds that the page of components is there when it is asked for,
// obeys the rules of every page, and comes after a page of the content.
func TestStylePage(t *testing.T) {
	c := config(smallSite(t))
	c.BaseURL = "https://x.id/"
	plain := build(t, c)
	c.Style = true
	styled := build(t, c)
	checkSite(t, styled, c.BaseURL)
	if plain[stylePage] != nil {
		t.Error("the public site has the page")
	}
	text := string(styled[stylePage])
	for _, want := range []string{"--utama", "podium", "kuitansi", "jadwal"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	delete(styled, stylePage)
	for path, data := range styled {
		if string(plain[path]) != string(data) {
			t.Errorf("%s differs", path)
		}
	}
	if len(styled) != len(plain) {
		t.Errorf("%d files, without the page %d", len(styled), len(plain))
	}

	own := fstest.MapFS{"halaman/gaya.md": {Data: []byte("---\njudul: Gaya kami\nringkasan: Tentang gaya.\n---\nIsi.\n")}}
	maps.Copy(own, smallSite(t))
	c.Content = own
	if page := string(build(t, c)[stylePage]); !strings.Contains(page, "Gaya kami") {
		t.Error("the page stands in for one of the content")
	}
}

var (
	classSelector = regexp.MustCompile(`\.(-?[a-zA-Z_][\w-]*)`)
	comment       = regexp.MustCompile(`(?s)/\*.*?\*/|url\([^)]*\)|"[^"]*"`)
)

// TestStyleIsUsed finds rules for classes that nothing sets any more.
func TestStyleIsUsed(t *testing.T) {
	files := layouts.Default()
	style, err := fs.ReadFile(files, "assets/siger.css")
	if err != nil {
		t.Fatal(err)
	}
	var set strings.Builder
	for _, pattern := range []string{"*.html", "partials/*.html", "assets/*.js"} {
		names, err := fs.Glob(files, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(names), err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			set.Write(data)
		}
	}
	words := strings.FieldsFunc(set.String(), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' || r == '_') })
	made := map[string]bool{"gulir": true, "kanan": true, "tengah": true} // by Markdown's tables
	for _, w := range words {
		made[w] = true
	}
	classes := map[string]bool{}
	for _, m := range classSelector.FindAllStringSubmatch(comment.ReplaceAllString(string(style), ""), -1) {
		classes[m[1]] = true
	}
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		stem := strings.TrimRight(class, "0123456789") // tinggi-{{.Height}}
		if !made[class] && !made[stem] {
			t.Errorf(".%s has a rule and is set nowhere", class)
		}
	}
}
