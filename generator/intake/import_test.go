package intake_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"siger/generator"
	"siger/generator/content"
	"siger/generator/intake"
	"siger/generator/problem"
	"siger/layouts"
)

var update = flag.Bool("update", false, "rewrite the expected results under testdata")

func check(folder fs.FS) ([]problem.Problem, error) {
	return generator.Check(generator.Config{Content: folder, Layouts: layouts.Default(), Defaults: layouts.Default()})
}

// TestImport runs testdata/*.txtar on the small site of the generator's tests.
// The comment's last line may hold the options "edisi=2020", "ganti" and
// "rapikan-nama". tabel.csv is the spreadsheet and peta.yaml the mapping; hasil is
// what comes out: columns, cleanings, rows, problems, and the files.
func TestImport(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	covered := map[problem.Code]bool{}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			request := intake.Request{File: "tabel.csv", MapFile: "peta.yaml", Year: 2021, Content: os.DirFS("../testdata/kecil"), Check: check}
			comment := strings.Split(strings.TrimSpace(string(archive.Comment)), "\n")
			for option := range strings.FieldsSeq(comment[len(comment)-1]) {
				switch year, isYear := strings.CutPrefix(option, "edisi="); {
				case isYear:
					request.Year, _ = strconv.Atoi(year)
				case option == "ganti":
					request.Replace = true
				case option == "rapikan-nama":
					request.TidyNames = true
				}
			}
			var mapping []byte
			for _, f := range archive.Files {
				switch f.Name {
				case "tabel.csv":
					request.Data = bytes.ReplaceAll(f.Data, []byte("<NBSP>"), []byte("\u00A0"))
				case "peta.yaml":
					mapping = f.Data
				}
			}
			last := len(archive.Files) - 1
			for _, lang := range problem.Languages {
				got := run(t, request, mapping, lang, covered)
				if strings.Contains(got, "%!") {
					t.Errorf("a text does not fit its facts:\n%s", got)
				}
				if lang != problem.Indonesian {
					continue
				}
				if *update {
					archive.Files[last].Data = []byte(got)
					if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
						t.Fatal(err)
					}
				} else if want := string(archive.Files[last].Data); got != want {
					t.Errorf("got:\n%s\nwant:\n%s", got, want)
				}
			}
		})
	}
	for _, code := range problem.Codes() {
		if strings.HasPrefix(string(code), "S8") && !covered[code] {
			t.Errorf("no case shows %s", code)
		}
	}
}

func run(t *testing.T, request intake.Request, mapping []byte, lang problem.Language, covered map[problem.Code]bool) string {
	t.Helper()
	var out bytes.Buffer
	output := problem.Output{Language: lang, Source: func(file string) ([]byte, error) {
		if file == "peta.yaml" {
			return mapping, nil
		}
		return nil, fs.ErrNotExist
	}}
	say := func(list []problem.Problem) {
		for _, p := range list {
			covered[p.Code] = true
		}
		if err := output.Text(&out, list); err != nil {
			t.Fatal(err)
		}
	}
	if mapping != nil {
		m, problems := content.ParseImportMap("peta.yaml", mapping)
		if say(problems); len(problems) > 0 {
			return out.String()
		}
		request.Map = &m
	}
	plan, err := intake.Prepare(request)
	if err != nil {
		t.Fatal(err)
	}
	say(plan.Existing)
	for _, c := range plan.Columns {
		fmt.Fprintf(&out, "%s %q %s %d\n", strings.TrimRight(problem.Address(c.Number, 0), "0"), c.Header, strings.Join(c.Fields, " "), c.Filled)
	}
	if plan.Empty > 0 {
		fmt.Fprintf(&out, "empty %d\n", plan.Empty)
	}
	for kind, c := range plan.Cleaned {
		if c.Count > 0 {
			fmt.Fprintf(&out, "cleaning %d: %d %q\n", kind, c.Count, c.Examples)
		}
	}
	say(plan.Problems)
	say(plan.Warnings)
	for _, r := range plan.Rows {
		action := map[intake.Action]string{intake.Bad: "bad", intake.New: "new", intake.Update: "update", intake.Same: "same"}[r.Action]
		fmt.Fprintf(&out, "row %d: %s %s %v\n", r.Number, action, r.File, r.Years)
		if r.Action == intake.New || r.Action == intake.Update {
			out.Write(r.Data)
			again, problems, err := content.Format(r.File, r.Data)
			if err != nil || len(problems) > 0 || !bytes.Equal(again, r.Data) {
				t.Errorf("row %d is no fixed point of fmt: %v %v", r.Number, err, problems)
			}
		}
		if (r.Action == intake.Bad) != (r.Data == nil && r.Action != intake.Same) {
			t.Errorf("row %d: action %v with %d bytes", r.Number, r.Action, len(r.Data))
		}
	}
	return out.String()
}

// TestBulk imports real rows with a mapping: what is written and what is not, by
// the kind of problem. See ../sheet/testdata/README.md.
func TestBulk(t *testing.T) {
	data, err := os.ReadFile("../sheet/testdata/bulk.csv")
	if err != nil {
		t.Fatal(err)
	}
	mapping, problems := content.ParseImportMap("peta.yaml", []byte(`kolom:
  name: [nama, ringkasan]
  agency: unit_pelaksana
  year_initiated: waktu_uji_coba
  year_implemented: waktu_penerapan
tetap:
  perangkat_daerah: Badan B
  kategori.bentuk: Pelayanan Publik
  kategori.jenis: non-digital
  sop: SOP 1/2021
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	plan, err := intake.Prepare(intake.Request{
		File: "bulk.csv", Data: data, Map: &mapping, Year: 2021, Content: os.DirFS("../testdata/kecil"), Check: check, TidyNames: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	actions := map[intake.Action]int{}
	files := map[string]bool{}
	for _, r := range plan.Rows {
		actions[r.Action]++
		if r.Action == intake.New && files[r.File] {
			t.Errorf("%s is written twice", r.File)
		}
		files[r.File] = true
	}
	if len(plan.Rows) != 53 || actions[intake.New] != 50 || actions[intake.Bad] != 3 {
		t.Errorf("%d rows: %v", len(plan.Rows), actions)
	}
	for _, p := range plan.Problems {
		if p.Code != problem.RowTwice {
			t.Errorf("%s: [%s] %s", p.Place(""), p.Code, p.Text(problem.English))
		}
	}
	if len(plan.Problems) != 3 {
		t.Errorf("%d problems", len(plan.Problems))
	}
}
