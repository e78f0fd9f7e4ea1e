package content

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator/award"
)

const leftFile = "2026/inovasi/uji.yaml"

// readAlone reads an innovation's file by itself; nil for one with problems.
func readAlone(data []byte) *award.Innovation {
	s := (&loader{}).parse(leftFile, slices.Clone(data), 0)
	if s == nil {
		return nil
	}
	in := &award.Innovation{File: leftFile}
	innovationShape.read(s, s.root, "", in)
	if s.failed {
		return nil
	}
	return in
}

// holdLeft holds what is read of texts that were left in a file to what was read before. It
// returns the innovation as it was before and as it was left.
func holdLeft(t *testing.T, data []byte) (whole, left *award.Innovation) {
	whole = readAlone(data)
	if whole == nil {
		return nil, nil
	}
	left = new(*whole)
	leave(left)
	texts := TextsOf(fstest.MapFS{leftFile: {Data: data}})
	held := textsOf(whole)
	for i, is := range textsOf(left) {
		want := held[i].text
		if is.text.Source != "" || is.text.IsZero() != want.IsZero() {
			t.Fatalf("%s: %q was left as %+v", is.field, want.Source, *is.text)
		}
		if want.IsZero() {
			continue
		}
		got, err := texts.Append([]byte("sebelumnya "), leftFile, is.field, *is.text)
		if err != nil || string(got) != "sebelumnya "+want.Source {
			t.Fatalf("%s: %q was read again as %q (%v)", is.field, want.Source, got, err)
		}
	}
	return whole, left
}

// leftHead is what an innovation must have.
const leftHead = "nama: A\nperangkat_daerah: a\nkategori: {}\nringkasan: A.\npenilaian: {}\n"

// leftTexts are fields whose texts are written in the ways that YAML has.
var leftTexts = []string{
	"tujuan: |\n  satu\n\n    dua\n  tiga\nmanfaat: |\n  empat\n",
	"tujuan: |-\n  satu\n\n\nunit_pelaksana: A\n",
	"tujuan: |2\n    satu\n  dua\n",
	"tujuan: >\n  satu\n  dua\n\n  tiga\n",
	"tujuan: \"satu\\n\\ndua\"\n", "tujuan: 'satu'\n",
	"tujuan: satu\n  dua\n", "tujuan:\n  satu\n",
	"# komentar\n\nunit_pelaksana: A\ntujuan: |\n  satu\nmanfaat: |\n  satu\n",
	"tujuan: |2\n      kode sumber\n", "tujuan: |2\n      satu\n  dua\n", "tujuan: \"    satu\"\n", "tujuan: |\n  \u00a0satu\u3000\n",
	"tujuan: |\n  satu\r\n  dua\r\n", "catatan: |+\n  satu\n\n\n", "tanggapan: |\n  é\u00a0\n  ǆ\n",
}

// TestLeft: texts that were left are read again as they were, and those of a file that was
// changed are not taken for them.
func TestLeft(t *testing.T) {
	for _, data := range leftTexts {
		data = leftHead + data
		whole, left := holdLeft(t, []byte(data))
		if whole == nil {
			t.Errorf("%q has problems", data)
			continue
		}
		for i, is := range textsOf(left) {
			if is.text.IsZero() {
				continue
			}
			text := strings.Fields(textsOf(whole)[i].text.Source)[0]
			for _, now := range []string{strings.ReplaceAll(data, text, "lain"), "nama: A\n", "[", ""} {
				var changed *ChangedError
				got, err := TextsOf(fstest.MapFS{leftFile: {Data: []byte(now)}}).Append(nil, leftFile, is.field, *is.text)
				if !errors.As(err, &changed) || changed.File != leftFile {
					t.Errorf("%q: %s is read as %q (%v) from %q", data, is.field, got, err, now)
				}
			}
			moved := "# baris baru\n" + data
			if _, err := TextsOf(fstest.MapFS{leftFile: {Data: []byte(moved)}}).Append(nil, leftFile, is.field, *is.text); err != nil {
				t.Errorf("%q: %s is not found a line further down: %v", data, is.field, err)
			}
		}
	}
	var changed *ChangedError
	if _, err := TextsOf(fstest.MapFS{}).Append(nil, leftFile, "tujuan", award.Text{Left: "x"}); !errors.As(err, &changed) {
		t.Errorf("a file that has gone gives %v", err)
	}
}

// TestLeftFar: texts are found beyond what a glance at a file reads, in any order.
func TestLeftFar(t *testing.T) {
	data := leftHead + "tujuan: |\n" + strings.Repeat("  Kalimat yang panjang.\n", 2000) + "manfaat: |\n  dua\nhasil: >\n  tiga\n"
	whole, left := holdLeft(t, []byte(data))
	if whole == nil || len(whole.Goals.Source) < 32<<10 {
		t.Fatal("it is not what it should be")
	}
	texts := TextsOf(fstest.MapFS{leftFile: {Data: []byte(data)}})
	for _, is := range []struct {
		field string
		text  award.Text
		want  string
	}{{"hasil", left.Outcomes, "tiga\n"}, {"tujuan", left.Goals, whole.Goals.Source}, {"manfaat", left.Benefits, "dua\n"}} {
		if got, err := texts.Append(nil, leftFile, is.field, is.text); err != nil || string(got) != is.want {
			t.Errorf("%s: %d bytes, %v", is.field, len(got), err)
		}
	}
}

// FuzzLeft holds texts that are read again to what was read first.
func FuzzLeft(f *testing.F) {
	for _, data := range leftTexts {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			return
		}
		holdLeft(t, append([]byte(leftHead), data...))
	})
}
