package generator_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"siger/generator"
	"siger/generator/problem"
)

var update = flag.Bool("update", false, "rewrite the expected results under testdata")

// TestProblems holds the small site, changed as each case says, against the
// problems that the case expects, word for word. A case is a txtar archive: its
// comment has edits of the small site's files,
//
//	edit <file>
//	<<<<
//	old text, found exactly once
//	====
//	new text
//	>>>>
//
// and lines "delete <file>", "seal <tahun>", which writes the edition's seal as it is
// there, and "rehash <tahun>", which makes the hashes of a changed seal right again;
// its files are added; the last one, "problems", is what check prints. Every case
// but none has at least one problem.
func TestProblems(t *testing.T) {
	judged(t)
	t.Parallel()
	cases, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(cases) < 80 {
		t.Fatalf("found %d cases (%v); want at least 80", len(cases), err)
	}
	covered := map[problem.Code]bool{}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			content := smallSite(t)
			applyEdits(t, content, string(archive.Comment))
			last := len(archive.Files) - 1
			if last < 0 || archive.Files[last].Name != "problems" {
				t.Fatal("the last file is not “problems”")
			}
			for _, f := range archive.Files[:last] {
				content[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			problems, err := generator.Check(config(content))
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				covered[p.Code] = true
			}
			var got bytes.Buffer
			out := problem.Output{Language: problem.Indonesian, Root: "content", Source: problem.Source(content)}
			if err := out.Text(&got, problems); err != nil {
				t.Fatal(err)
			}
			if got.Len() == 0 {
				t.Error("no problem was found")
			}
			if *update {
				archive.Files[last].Data = got.Bytes()
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[last].Data); got.String() != want {
				t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
			}
			// English must say the same problems without a hole in any text.
			got.Reset()
			out.Language = problem.English
			if err := out.Text(&got, problems); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(got.String(), "%!") {
				t.Errorf("a text does not fit its facts:\n%s", got.String())
			}
		})
	}
	for _, code := range problem.Codes() {
		// NotRegular needs a real disk, DeadLink a network and TooManyFiles many files:
		// see TestNotRegular, TestExternal, TestTooManyFiles. S8xx are of spreadsheets: see TestImport of package intake.
		if !covered[code] && code != problem.NotRegular && code != problem.DeadLink && code != problem.TooManyFiles && !strings.HasPrefix(string(code), "S8") {
			t.Errorf("no case shows %s", code)
		}
	}
}

// smallSite returns the files of testdata/kecil, which has no problems.
func smallSite(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	addFolder(t, files, "testdata/kecil")
	return files
}

// addFolder puts the files of a folder over others.
func addFolder(t testing.TB, files fstest.MapFS, folder string) {
	t.Helper()
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func applyEdits(t testing.TB, files fstest.MapFS, script string) {
	t.Helper()
	for script != "" {
		var line string
		line, script, _ = strings.Cut(script, "\n")
		verb, name, _ := strings.Cut(line, " ")
		file := files[name]
		if file == nil && verb != "seal" && verb != "rehash" {
			t.Fatalf("no file for %q", line)
		}
		switch verb {
		case "seal":
			sealEdition(t, files, name)
		case "rehash":
			rehash(t, files, name+"/segel.json")
		case "delete":
			delete(files, name)
		case "edit":
			body, rest, ok := strings.Cut(strings.TrimPrefix(script, "<<<<\n"), "\n>>>>\n")
			before, after, ok2 := strings.Cut(body, "\n====\n")
			if !ok || !ok2 {
				t.Fatalf("edit of %s is not complete", name)
			}
			script = rest
			if n := strings.Count(string(file.Data), before); n != 1 {
				t.Fatalf("edit of %s: the old text is there %d times", name, n)
			}
			files[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(file.Data), before, after, 1))}
		default:
			t.Fatalf("unknown line %q", line)
		}
	}
}
