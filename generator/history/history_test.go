package history_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"siger/generator/award"
	"siger/generator/history"
	"siger/generator/revision"
)

// A fake history: each commit sets files, the first commit first. A file whose text
// is "-" is deleted, "!" is too large to be read.
func source(commits ...map[string]string) history.Source {
	log := &revision.Log{Files: map[string][]revision.Version{}}
	blobs := map[string]string{}
	for i := len(commits) - 1; i >= 0; i-- {
		at := len(log.Commits)
		log.Commits = append(log.Commits, revision.Change{ID: fmt.Sprintf("c%d", i+1), Day: fmt.Sprintf("2024-01-%02d", i+1), Author: "Penulis"})
		for name, text := range commits[i] {
			v := revision.Version{Commit: at}
			if text != "-" {
				v.Blob = fmt.Sprintf("%s@%d", name, i)
				blobs[v.Blob] = text
			}
			log.Files[name] = append(log.Files[name], v)
		}
	}
	return history.Source{Log: log, Read: func(ids []string, limit int64, each func(int, []byte)) error {
		for i, id := range ids {
			if blobs[id] == "!" {
				each(i, nil)
			} else {
				each(i, []byte(blobs[id]))
			}
		}
		return nil
	}}
}

func told(steps []history.Step) string {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%s %s", s.Commit.ID, [...]string{"berubah", "pertama", "tidak terbaca", "dihapus"}[s.Kind])
		for _, m := range s.Marks {
			fmt.Fprintf(&b, "; %s %v→%v", m.Criterion, m.Before, m.After)
			if m.Reason {
				b.WriteString(" alasan")
			}
			if m.Evidence {
				b.WriteString(" bukti")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestSteps runs testdata/*.txtar: files named by their commit and path, such as
// "2/2024/inovasi/a.yaml", and "riwayat" with the steps of a.yaml, the latest
// first. The comment lists its aliases.
func TestSteps(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) < 5 {
		t.Fatalf("found %d cases (%v)", len(cases), err)
	}
	for _, name := range cases {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var commits []map[string]string
			want := ""
			for _, f := range archive.Files {
				if f.Name == "riwayat" {
					want = string(f.Data)
					continue
				}
				number, file, _ := strings.Cut(f.Name, "/")
				for len(commits) < int(number[0]-'0') {
					commits = append(commits, map[string]string{})
				}
				commits[len(commits)-1][file] = string(f.Data)
				if text := strings.TrimSpace(string(f.Data)); text == "-" || text == "!" {
					commits[len(commits)-1][file] = text
				}
			}
			in := &award.Innovation{ID: "a", File: "2024/inovasi/a.yaml", Aliases: strings.Fields(string(archive.Comment))}
			h, err := history.Of(source(commits...), []*award.Edition{{Year: 2024, Innovations: []*award.Innovation{in}}}, true)
			if err != nil {
				t.Fatal(err)
			}
			if got := told(h.Steps(in.File)); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestLast: a page comes from the latest commit that changed one of its files.
func TestLast(t *testing.T) {
	h, err := history.Of(source(
		map[string]string{"2024/inovasi/a.yaml": "a", "2024/inovasi/b.yaml": "b", "situs.yaml": "s"},
		map[string]string{"2024/inovasi/b.yaml": "b2"},
		map[string]string{"situs.yaml": "s2"},
	), nil, true)
	if err != nil {
		t.Fatal(err)
	}
	for want, names := range map[string][]string{
		"c1": {"2024/inovasi/a.yaml"}, "c2": {"2024"}, "c3": {}, "": {"2023/edisi.yaml"},
	} {
		got := ""
		if c := h.Last(names...); c != nil {
			got = c.ID
		}
		if got != want {
			t.Errorf("%v: %q, want %q", names, got, want)
		}
	}
	if h.Last("2024/inovasi/a.yaml", "2024/inovasi/b.yaml").ID != "c2" {
		t.Error("not the later of two")
	}
	var none *history.History
	if none.Last() != nil || none.Steps("x") != nil {
		t.Error("nil knows something")
	}
}

// FuzzSteps: whatever former versions hold, nothing breaks.
func FuzzSteps(f *testing.F) {
	f.Add("penilaian:\n  a: {tingkat: 1}\n", "penilaian:\n  a: {tingkat: 2}\n")
	f.Add("nama: x\npenilaian:\n  a:\n    tingkat: 1\n    alasan: |\n      # bukan komentar\n\n      b: c\n", "penilaian: {a: {tingkat: 1}}\n")
	f.Add("a: \"\npenilaian:\n  a: {tingkat: 1}\n\"\n", "\x00")
	f.Fuzz(func(t *testing.T, first, second string) {
		in := &award.Innovation{ID: "a", File: "2024/inovasi/a.yaml"}
		s := source(map[string]string{in.File: first}, map[string]string{in.File: second})
		if _, err := history.Of(s, []*award.Edition{{Innovations: []*award.Innovation{in}}}, true); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkThousand(b *testing.B) {
	edition := &award.Edition{}
	var commits []map[string]string
	for n := range 20 {
		commits = append(commits, map[string]string{})
		for i := range 1000 {
			text := "nama: Inovasi\nringkasan: Ringkas.\nrancang_bangun: |\n" + strings.Repeat("  Kalimat yang menerangkan cara kerjanya dengan panjang.\n", 40) + "penilaian:\n"
			for c := range 8 {
				level := 1
				if c == n%8 {
					level = 2
				}
				text += fmt.Sprintf("  kriteria-%d:\n    tingkat: %d\n    alasan: Alasan yang dapat dibaca warga.\n    bukti:\n      - {judul: Keputusan, nomor: 1/2024, tanggal: 2024-01-01}\n", c, level)
			}
			commits[n][fmt.Sprintf("2024/inovasi/i-%d.yaml", i)] = text
		}
	}
	for i := range 1000 {
		edition.Innovations = append(edition.Innovations, &award.Innovation{File: fmt.Sprintf("2024/inovasi/i-%d.yaml", i)})
	}
	s := source(commits...)
	for b.Loop() {
		if _, err := history.Of(s, []*award.Edition{edition}, true); err != nil {
			b.Fatal(err)
		}
	}
}
