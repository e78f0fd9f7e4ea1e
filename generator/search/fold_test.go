package search

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// folding is the shape of testdata/lipat.json, whose cases .ci/cari.mjs puts to the script
// of the search page, too.
type folding struct {
	Tokens []struct {
		Text  string   `json:"teks"`
		Words []string `json:"kata"`
	} `json:"token"`
	Roots []struct {
		Word  string   `json:"kata"`
		Roots []string `json:"akar"`
	} `json:"akar"`
	Related   [][]string `json:"serumpun"`
	Unrelated [][]string `json:"asing"`
}

func cases(t *testing.T) folding {
	t.Helper()
	data, err := os.ReadFile("testdata/lipat.json")
	if err != nil {
		t.Fatal(err)
	}
	var c folding
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Tokens) == 0 || len(c.Roots) == 0 || len(c.Related) == 0 || len(c.Unrelated) == 0 {
		t.Fatal("no cases")
	}
	return c
}

func TestFold(t *testing.T) {
	for _, c := range cases(t).Tokens {
		if got := tokens(c.Text); !slices.Equal(got, c.Words) {
			t.Errorf("%q: %q, want %q", c.Text, got, c.Words)
		}
	}
	if got := tokens(strings.Repeat("é", 1000)); len(got) != 1 || got[0] != strings.Repeat("e", longest) {
		t.Errorf("a long word is %q", got)
	}
}

func TestRoots(t *testing.T) {
	c := cases(t)
	for _, r := range c.Roots {
		if got := Roots(r.Word); !slices.Equal(got, r.Roots) {
			t.Errorf("%q: %q, want %q", r.Word, got, r.Roots)
		}
	}
	family := func(w string) []string { return append(Roots(w), w) }
	related := func(a, b string) bool {
		return slices.ContainsFunc(family(a), func(x string) bool { return slices.Contains(family(b), x) })
	}
	for _, list := range c.Related {
		for _, w := range list[1:] {
			if !related(list[0], w) {
				t.Errorf("%q %q and %q %q share nothing", list[0], Roots(list[0]), w, Roots(w))
			}
		}
	}
	for _, pair := range c.Unrelated {
		if related(pair[0], pair[1]) {
			t.Errorf("%q %q and %q %q are related", pair[0], Roots(pair[0]), pair[1], Roots(pair[1]))
		}
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu": "dpmptsp",
		"Dinas Kesehatan": "", "RSUD dr. A": "", "": "", "Kartu Petani Berjaya berbasis elektronik (e-KPB)": "kpbk", "Élan Îl Ôde": "eio",
	} {
		if got := Initials(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range []string{"Anak-anak e-KPB", "Jum’at", "\u0301a\u200d-ǅ", "ﷺ½-İ", "a\xff-b", "a-", "-'a'b-'"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, token := range tokens(text) {
			if token == "" || strings.ContainsAny(token, " \"'<>&\\-") || len([]rune(token)) > longest {
				t.Errorf("%q gives the token %q", text, token)
			}
			for _, root := range Roots(token) {
				if root == token || !latin(root) || len(root) >= len(token) && token[:2] != "me" && token[:2] != "pe" {
					t.Errorf("%q has the root %q", token, root)
				}
			}
		}
	})
}

// tokens returns what a text is listed under without roots: each part of each word,
// and the parts of a compound together, so that e-KPB is e, kpb and ekpb. A
// reduplication is no compound.
func tokens(text string) []string {
	var f folder
	var list []string
	f.tokens(text, func(token []byte) { list = append(list, string(token)) })
	slices.Sort(list)
	return slices.Compact(list)
}
