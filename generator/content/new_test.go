package content

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator/award"
	"siger/generator/problem"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Kopi Rakyat":                   "kopi-rakyat",
		"  E-SAMDES  ":                  "e-samdes",
		"Pak Ja'ja & Bu Siti’s":         "pak-jaja-dan-bu-sitis",
		"Kópi Ñusantara, Größe":         "kopi-nusantara-grosse",
		"Lampung 2.0 (Smart/Village)+":  "lampung-2-0-smart-village-plus",
		"ﬁ Ⅳ ²":                         "fi-iv-2",
		"日本":                            "",
		"--":                            "",
		strings.Repeat("panjang ", 20):  strings.TrimSuffix(strings.Repeat("panjang-", 10), "-"),
		strings.Repeat("a", 100):        strings.Repeat("a", 80),
		strings.Repeat("b", 80) + " c":  strings.Repeat("b", 80),
		"c " + strings.Repeat("d", 100): "c",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Kópi Désa & Kota")
	f.Fuzz(func(t *testing.T, name string) {
		if got := Slug(name); got != "" && !isSlug(got) {
			t.Errorf("Slug(%q) = %q", name, got)
		}
	})
}

// laterField is a line of a new file that is a field once its number sign is taken
// away, or lies below one.
var laterField = regexp.MustCompile(`(?m)^# ([a-z_]+:( \||.\[\])?$|  .*$)`)

// TestNewInnovation: for every edition of the real content and the small site, a
// new file is right and laid out as it is, and so is what it becomes once every
// field is brought to life.
func TestNewInnovation(t *testing.T) {
	for _, folder := range []string{"../../content", "../testdata/kecil"} {
		c, problems, err := Load(os.DirFS(folder))
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		for _, e := range c.Editions {
			for _, lang := range problem.Languages {
				d := Draft{Slug: "baru", Name: "Baru: # “sekali”", Agency: c.Agencies[0].ID, Fields: map[string]string{"tujuan": "Satu.\n\n  Dua."}}
				for _, t := range c.Taxonomies {
					if t.Required {
						d.Categories = append(d.Categories, award.Category{Taxonomy: t.ID, Terms: []string{t.Terms[0].ID}})
					}
				}
				out, problems, err := c.NewInnovation(e, d, lang)
				if err != nil || len(problems) > 0 {
					t.Fatalf("%s: %v, %v", e.File, problems, err)
				}
				file := InnovationFile(e.Year, d.Slug)
				again, _, err := Format(file, out)
				if err != nil || !bytes.Equal(again, out) {
					t.Errorf("%s: not laid out: %v\n%s", file, err, out)
				}
				alive := laterField.ReplaceAll(out, []byte("$1"))
				alive = bytes.ReplaceAll(alive, []byte("    tingkat:\n"), []byte("    tingkat: 1\n"))
				for key, value := range map[string]string{"berkas": "a.png", "alt": "A", "tanggal": "2024-01-31", "alasan": "B"} {
					alive = bytes.ReplaceAll(alive, []byte("\n  "+key+":\n"), []byte("\n  "+key+": "+value+"\n"))
				}
				var in award.Innovation
				l := &loader{}
				if s := l.parse(file, alive, 0); s != nil {
					innovationShape.read(s, s.root, "", &in)
				}
				if !l.problems.Empty() || len(in.Marks) != len(e.Rubric.Criteria) || in.Picture.File == "" || in.Withdrawal.Reason == "" {
					t.Errorf("%s: brought to life: %v, %d of %d marks\n%s", file, l.problems.Sorted(), len(in.Marks), len(e.Rubric.Criteria), alive)
				}
				if keys := fieldsOf(alive); len(keys) != len(innovationShape)-2 { // without abaikan and sanggahan
					t.Errorf("%s: fields %v", file, keys)
				}
			}
		}
	}
}

func fieldsOf(file []byte) (keys []string) {
	for _, m := range regexp.MustCompile(`(?m)^([a-z_]+):`).FindAllSubmatch(file, -1) {
		keys = append(keys, string(m[1]))
	}
	return keys
}

// TestCopyEdition: every edition of the real content and the small site can be
// copied into any year, and what comes out has the same rules and no problem.
func TestCopyEdition(t *testing.T) {
	for _, folder := range []string{"../../content", "../testdata/kecil"} {
		c, problems, err := Load(os.DirFS(folder))
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		for _, e := range c.Editions {
			data, err := os.ReadFile(folder + "/" + e.File)
			if err != nil {
				t.Fatal(err)
			}
			for _, year := range []int{1900, 2099, 9999} {
				out, problems, err := CopyEdition(data, e.Year, year, problem.Indonesian)
				if err != nil || len(problems) > 0 {
					t.Errorf("%s/%s to %d: %v, %v", folder, e.File, year, problems, err)
					continue
				}
				files := fstest.MapFS{EditionFile(year): {Data: out}}
				for _, shared := range []string{siteFile, taxonomyFile, agencyFile} {
					data, err := os.ReadFile(folder + "/" + shared)
					if err != nil {
						t.Fatal(err)
					}
					files[shared] = &fstest.MapFile{Data: data}
				}
				copied, problems, err := Load(files)
				if err != nil || len(problems) > 0 {
					t.Errorf("%s/%s to %d: %v, %v", folder, e.File, year, problems, err)
					continue
				}
				got := copied.Editions[0]
				if got.Year != year || got.Status != award.Draft || len(got.Rubric.Criteria) != len(e.Rubric.Criteria) ||
					len(got.Awards) != len(e.Awards) || len(got.Rubric.Bands) != len(e.Rubric.Bands) || len(got.Timetable) != len(e.Timetable) ||
					!got.Note.IsZero() || got.Sources != nil || got.Window.IsZero() != e.Window.IsZero() {
					t.Errorf("%s/%s to %d became\n%s", folder, e.File, year, out)
				}
			}
		}
	}
}
