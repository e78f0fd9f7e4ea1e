package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
)

var fruits = []choice{
	{"mangga", "Mangga manis", "Pohon"}, {"manggis", "Manggis", "Pohon"}, {"melon", "Melon", "Rambat"}, {"2021", "Buah 2021", ""},
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers string
		many    bool
		want    []string // nil when the answers end without a choice
		shown   string   // part of what is printed
	}{
		{"a number", "2\n", false, []string{"manggis"}, "Dipilih: Manggis"},
		{"the last line may lack its end", "3", false, []string{"melon"}, ""},
		{"a part of one name", "MEL\n", false, []string{"melon"}, ""},
		{"words in any order", "manis mangga\n", false, []string{"mangga"}, ""},
		{"an id as a whole", "mangga\n", false, []string{"mangga"}, ""},
		{"a number beyond the list is looked for in names", "2021\n", false, []string{"2021"}, ""},
		{"a part of several names", "mang\n2\n", false, []string{"manggis"}, "Ada 2 yang cocok dengan “mang”:\n  Pohon\n    1  Mangga manis\n    2  Manggis\n"},
		{"nothing that matches", "apel\n3\n", false, []string{"melon"}, "Tidak ada yang cocok dengan “apel”."},
		{"Enter shows all", "\n3\n", false, []string{"melon"}, "  Rambat\n    3  Melon\n    4  Buah 2021\n"},
		{"a comma is no list where one is wanted", "1,2\n1\n", false, []string{"mangga"}, "Tidak ada yang cocok dengan “1,2”."},
		{"several", " 3, manggis ,,3\n", true, []string{"melon", "manggis"}, "Dipilih: Melon, Manggis"},
		{"several with one that is wrong", "1, apel\n1\n", true, []string{"mangga"}, "Tidak ada yang cocok dengan “apel”."},
		{"only commas", ",\n1\n", true, []string{"mangga"}, ""},
		{"the answers end", "apel\n", false, nil, ""},
		{"a line without an end", strings.Repeat("a", 2*maxAnswer), false, nil, ""},
		{"hidden characters", "\x1b[2J\n1\n", false, []string{"mangga"}, "“"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			q := (&app{err: &out, lang: "id"}).newQuestions(strings.NewReader(c.answers))
			got, err := q.choose("Buah:", fruits, c.many)
			var usage usageError
			if !slices.Equal(got, c.want) || (c.want == nil) != errors.As(err, &usage) {
				t.Errorf("chosen %v, %v; want %v", got, err, c.want)
			}
			if !strings.Contains(out.String(), c.shown) || strings.Contains(out.String(), "\x1b") {
				t.Errorf("printed:\n%q\nwant in it:\n%q", out.String(), c.shown)
			}
		})
	}
}

// A long list is shown only when it is asked for.
func TestChooseLong(t *testing.T) {
	var list []choice
	for _, letter := range "abcdefghijklmnopqrst" {
		list = append(list, choice{id: string(letter), name: "Huruf " + string(letter)})
	}
	var out bytes.Buffer
	q := (&app{err: &out, lang: "id"}).newQuestions(strings.NewReader("20\n"))
	if got, err := q.choose("Huruf:", list, false); err != nil || got[0] != "t" {
		t.Errorf("chosen %v, %v", got, err)
	}
	if s := out.String(); strings.Contains(s, "Huruf a") || !strings.Contains(s, "20 pilihan; Enter menampilkan semuanya.") {
		t.Errorf("printed:\n%s", s)
	}
}

func TestTextAndYes(t *testing.T) {
	var out bytes.Buffer
	q := (&app{err: &out, lang: "id"}).newQuestions(strings.NewReader("\nsalah\nbenar\n\nmungkin\nYA\nt\n"))
	check := func(s string) string {
		if s == "salah" {
			return "tidak boleh"
		}
		return ""
	}
	if got, err := q.text("Isi", false, check); got != "benar" || err != nil {
		t.Errorf("text: %q, %v", got, err)
	}
	if got, err := q.text("Isi", true, check); got != "" || err != nil {
		t.Errorf("text that may be empty: %q, %v", got, err)
	}
	for _, want := range []bool{true, false} {
		if got, err := q.yes("Sama?"); got != want || err != nil {
			t.Errorf("yes: %v, %v; want %v", got, err, want)
		}
	}
	for _, want := range []string{"Harus diisi.", "tidak boleh", "[y/t]"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q was not printed in:\n%s", want, out.String())
		}
	}
}
