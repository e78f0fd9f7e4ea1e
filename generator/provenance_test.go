package generator_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/history"
	"siger/generator/internal/sink"
	"siger/generator/revision"
)

// pastOf makes a source in which each change of the content is a commit, the first
// one first; the last is what is built.
func pastOf(contents ...fstest.MapFS) *history.Source {
	log := &revision.Log{Files: map[string][]revision.Version{}}
	blobs := map[string][]byte{}
	for i := len(contents) - 1; i >= 0; i-- {
		log.Commits = append(log.Commits, revision.Change{ID: fmt.Sprintf("%040d", i+1), Day: fmt.Sprintf("2024-03-%02d", i+1), Author: "Ani\u202e <script>\x1b[31m"})
		for name, file := range contents[i] {
			if i > 0 && contents[i-1][name] != nil && bytes.Equal(file.Data, contents[i-1][name].Data) {
				continue
			}
			blob := fmt.Sprintf("%s@%d", name, i)
			blobs[blob] = file.Data
			log.Files[name] = append(log.Files[name], revision.Version{Commit: len(log.Commits) - 1, Blob: blob})
		}
	}
	return &history.Source{Log: log, Read: func(ids []string, _ int64, each func(int, []byte)) error {
		for i, id := range ids {
			each(i, blobs[id])
		}
		return nil
	}}
}

// edited returns the small site with edits.
func edited(t testing.TB, edits string) fstest.MapFS {
	t.Helper()
	files := smallSite(t)
	applyEdits(t, files, edits)
	return files
}

// TestSourceLinks: the addresses of commits and lines on each kind of repository.
func TestSourceLinks(t *testing.T) {
	id := fmt.Sprintf("%040d", 1)
	for kind, want := range map[string][2]string{
		"github":    {"/commit/" + id, "/blob/" + id + "/content/2020/inovasi/kopi.yaml#L17"},
		"gitlab":    {"/-/commit/" + id, "/-/blob/" + id + "/content/2020/inovasi/kopi.yaml#L17"},
		"gitea":     {"/commit/" + id, "/src/commit/" + id + "/content/2020/inovasi/kopi.yaml#L17"},
		"bitbucket": {"/commits/" + id, "/src/" + id + "/content/2020/inovasi/kopi.yaml#lines-17"},
	} {
		files := withRepository(t, "{url: https://git.example/uji/isi, jenis: "+kind+", cabang: main, folder: content}")
		c := config(files)
		c.Source = pastOf(files)
		page := string(build(t, c)["inovasi/kopi/index.html"])
		for _, link := range want {
			if !strings.Contains(page, `"https://git.example/uji/isi`+link+`"`) {
				t.Errorf("%s: there is no %s", kind, link)
			}
		}
	}
	files := smallSite(t)
	before, _, _ := strings.Cut(string(files["situs.yaml"].Data), "repositori:")
	files["situs.yaml"] = &fstest.MapFile{Data: []byte(before)}
	c := config(files)
	c.Source = pastOf(files)
	page := string(build(t, c)["inovasi/kopi/index.html"])
	if strings.Contains(page, `href=""`) || strings.Contains(page, "#L17") || !strings.Contains(page, "commit <code>"+id[:10]+"</code>") {
		t.Error("without a repository the commit stands alone")
	}
}

// TestOneCommit: a commit changes the pages that show what it changed, and no other
// innovation's.
func TestOneCommit(t *testing.T) {
	first := smallSite(t)
	second := edited(t, "edit 2020/inovasi/kopi.yaml\n<<<<\nHarga yang adil.\n====\nHarga yang adil bagi semua.\n>>>>\n")
	c := config(first)
	c.Source = pastOf(first)
	before := build(t, c)
	c = config(second)
	c.Source = pastOf(first, second)
	after := build(t, c)
	var differ []string
	for name := range after {
		if !bytes.Equal(before[name], after[name]) && (strings.HasPrefix(name, "inovasi/") || strings.HasPrefix(name, "2021/") || strings.HasPrefix(name, "halaman/")) {
			differ = append(differ, name)
		}
	}
	if len(differ) != 2 { // its own page, and the list of all innovations
		t.Errorf("pages differ: %v", differ)
	}
	for name, commit := range map[string]string{"inovasi/kopi/index.html": "2", "inovasi/baca/index.html": "1", "2020/peringkat/index.html": "2", "2021/index.html": "1", "index.html": "2", "2020/data/hasil.json": "2"} {
		if id := strings.Repeat("0", 39) + commit; !bytes.Contains(after[name], []byte(id)) {
			t.Errorf("%s does not name %s", name, id)
		}
	}
}

// TestHostileHistory: names, former files and sizes of a history are whatever
// anybody committed.
func TestHostileHistory(t *testing.T) {
	var versions []fstest.MapFS
	for _, former := range []string{"\xff\x00", "penilaian: [", "penilaian:\n  <script>: {tingkat: 1}\n", "a: &a [*a]", "penilaian:\n  kebaruan: {tingkat: 999}\n", "- x", ""} {
		files := smallSite(t)
		files["2020/inovasi/kopi.yaml"].Data = []byte(former)
		versions = append(versions, files)
	}
	for i := range 40 {
		versions = append(versions, edited(t, fmt.Sprintf("edit 2020/inovasi/kopi.yaml\n<<<<\n    alasan: Belum ada di daerah lain.\n====\n    alasan: Alasan %d.\n>>>>\n", i)))
	}
	last := versions[len(versions)-1]
	applyEdits(t, last, "edit situs.yaml\n<<<<\nkontak:\n====\nriwayat: dengan-nama\nkontak:\n>>>>\n")
	c := config(last)
	c.Source = pastOf(versions...)
	page := string(build(t, c)["inovasi/kopi/index.html"])
	for _, bad := range []string{"<script>\ufffd", "\u202e", "\x1b", "\x00"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, want := range []string{"&lt;script&gt;", "alasan diubah", "Masih ada 16 perubahan yang lebih lama"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "Alasan 3.") {
		t.Error("a former reason came back")
	}
	c.Source = &history.Source{Log: c.Source.Log, Read: func([]string, int64, func(int, []byte)) error { return revision.ErrNoGit }}
	if _, _, err := generator.Build(c, new(sink.Memory)); err == nil {
		t.Error("a history that cannot be read is no error")
	}
}
