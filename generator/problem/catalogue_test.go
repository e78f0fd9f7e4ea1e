package problem

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[^%]`)

// TestCatalogue: every code has all its parts in both languages, which name the
// same facts, and its example can be read.
func TestCatalogue(t *testing.T) {
	for _, code := range Codes() {
		e := catalogue[code]
		for lang, w := range map[Language]words{Indonesian: e.id, English: e.en} {
			for part, text := range map[string]string{"title": w.title, "text": w.text, "more": w.more, "basis": w.basis} {
				if strings.TrimSpace(text) != text || text == "" {
					t.Errorf("%s has no proper %s in %s: %q", code, part, lang, text)
				}
			}
			if strings.ContainsAny(w.title+w.hint+w.more+w.basis, "%") && verb.MatchString(w.title+w.hint+w.more+w.basis) {
				t.Errorf("%s: only the text may have placeholders (%s)", code, lang)
			}
			if !strings.HasSuffix(w.more, ".") || strings.HasSuffix(w.title, ".") || strings.HasSuffix(w.text, ".") || strings.HasSuffix(w.basis, ".") {
				t.Errorf("%s: the explanation alone ends in a full stop (%s)", code, lang)
			}
			if len([]rune(w.title)) > 60 {
				t.Errorf("%s: the title is long (%s): %s", code, lang, w.title)
			}
		}
		if (e.id.hint == "") != (e.en.hint == "") {
			t.Errorf("%s has a hint in one language only", code)
		}
		a, b := verb.FindAllString(e.id.text, -1), verb.FindAllString(e.en.text, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%s: placeholders differ: %q and %q", code, e.id.text, e.en.text)
		}
		if !slices.Contains([]string{"yaml", "markdown", "text"}, e.example.language) || strings.Trim(e.example.text, "\n") != e.example.text || e.example.text == "" {
			t.Errorf("%s has no proper example: %q", code, e.example)
		}
		if e.example.language == "yaml" {
			var value map[string]any
			if err := yaml.Unmarshal([]byte(e.example.text), &value); err != nil || len(value) == 0 {
				t.Errorf("%s: the example is no fragment of a file: %v", code, err)
			}
		}
	}
}

// TestCodes: every constant is in the catalogue, in one file of it, and codes of
// a series have no gap.
func TestCodes(t *testing.T) {
	parts := []map[Code]entry{fileEntries, valueEntries, referenceEntries, editionEntries, innovationEntries, markdownEntries, warningEntries, sealEntries, importEntries, objectionEntries}
	sum := 0
	for _, part := range parts {
		sum += len(part)
	}
	codes := Codes()
	source, err := os.ReadFile("catalogue.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`Code = "(\w+)"`).FindAllStringSubmatch(string(source), -1) {
		if !slices.Contains(codes, Code(m[1])) {
			t.Errorf("%s is not in the catalogue", m[1])
		}
	}
	if sum != len(codes) {
		t.Errorf("the parts have %d codes, the whole %d", sum, len(codes))
	}
	for i, code := range codes {
		if !regexp.MustCompile(`^S[1-8]\d\d$`).MatchString(string(code)) {
			t.Errorf("%s is no code", code)
		}
		if i > 0 && code[1] == codes[i-1][1] && code[2:] != next(codes[i-1][2:]) {
			t.Errorf("%s follows %s", code, codes[i-1])
		}
	}
}

func next(two Code) Code {
	if two[1] == '9' {
		return Code([]byte{two[0] + 1, '0'})
	}
	return Code([]byte{two[0], two[1] + 1})
}

func TestFind(t *testing.T) {
	for _, name := range []string{"S205", "s205", " s205\n"} {
		if code, _, ok := Find(name); !ok || code != UnknownLevel {
			t.Errorf("Find(%q) = %s, %t", name, code, ok)
		}
	}
	for name, want := range map[string]Code{"205": "S205", "S2O5": "S205", "S299": "S209", "S920": "S120"} {
		if _, near, ok := Find(name); ok || !slices.Contains(near, want) || len(near) > 5 {
			t.Errorf("Find(%q) is near %v, %t; want %s", name, near, ok, want)
		}
	}
	for _, name := range []string{"", "x", "kriteria", "\x1b[31m"} {
		if _, near, ok := Find(name); ok || len(near) > 0 {
			t.Errorf("Find(%q) = %v, %t", name, near, ok)
		}
	}
}

func TestExplain(t *testing.T) {
	for _, lang := range Languages {
		for _, code := range Codes() {
			var b strings.Builder
			if err := Explain(&b, lang, code); err != nil {
				t.Fatal(err)
			}
			e := catalogue[code]
			flat := strings.Join(strings.Fields(b.String()), " ")
			for _, part := range []string{string(code), e.in(lang).title, e.in(lang).more, e.in(lang).basis, e.example.text} {
				if !strings.Contains(flat, strings.Join(strings.Fields(part), " ")) {
					t.Errorf("the explanation of %s lacks %q", code, part)
				}
			}
			for line := range strings.Lines(b.String()) {
				if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > explainWidth && !strings.HasPrefix(line, "    ") {
					t.Errorf("%s: a line of %d characters: %s", code, n, line)
				}
			}
		}
	}
}
