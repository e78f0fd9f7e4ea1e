package content

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"siger/generator/award"
	"siger/generator/problem"
)

var update = flag.Bool("update", false, "rewrite the expected results under testdata")

// TestFormat holds the layout of each case against what it wants. A case is a
// txtar archive of two files: one with a content file's name, and “want”.
func TestFormat(t *testing.T) {
	names, err := filepath.Glob("testdata/fmt/*.txtar")
	if err != nil || len(names) < 25 {
		t.Fatalf("found %d cases (%v); want at least 25", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files) != 2 || archive.Files[1].Name != "want" {
				t.Fatal("want two files, the second “want”")
			}
			in := archive.Files[0]
			got := checkFormat(t, in.Name, in.Data)
			if got == nil {
				_, problems, err := Format(in.Name, in.Data)
				t.Fatalf("not laid out: %v %v", problems, err)
			}
			if *update {
				archive.Files[1].Data = got
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := archive.Files[1].Data; !bytes.Equal(got, want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestFormatBytes has the cases that a text archive cannot hold.
func TestFormatBytes(t *testing.T) {
	const file, want = "2021/inovasi/a.yaml", "nama: A\nperangkat_daerah: b\nringkasan: C\n"
	for name, in := range map[string]string{
		"no final newline":      "nama: A\nperangkat_daerah: b\nringkasan: C",
		"Windows line ends":     "nama: A\r\nperangkat_daerah: b\r\nringkasan: C\r\n",
		"byte order mark":       "\uFEFFnama: A\nperangkat_daerah: b\nringkasan: C\n",
		"half a line end":       "nama: A\nperangkat_daerah: b\nringkasan: C\r",
		"blank lines at end":    "nama: A\nperangkat_daerah: b\nringkasan: C\n\n \n",
		"everything is shifted": "  nama: A\n  perangkat_daerah: b\n  ringkasan: C\n",
	} {
		if got := checkFormat(t, file, []byte(in)); string(got) != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
	page := "---\r\njudul: A\r\nringkasan: B\r\n---\r\nSatu  \r\n\tdua"
	if got, want := checkFormat(t, "halaman/a.md", []byte(page)), "---\njudul: A\nringkasan: B\n---\nSatu  \n\tdua"; string(got) != want {
		t.Errorf("page: got %q, want %q", got, want)
	}
}

// TestFormatLeaves: a file with problems has no layout, and the problems are
// those of check.
func TestFormatLeaves(t *testing.T) {
	for _, c := range []struct {
		in   string
		code problem.Code
	}{
		{"", problem.EmptyFile},
		{"# hanya komentar\n", problem.EmptyFile},
		{"\uFEFFnama: A\n", problem.BadEncoding},
		{"\uFEFF\uFEFFnama: A\nperangkat_daerah: c\nringkasan: D\n", problem.BadEncoding},
		{"nama: A\nnama: B\nperangkat_daerah: c\nringkasan: D\n", problem.DuplicateKey},
		{"namaa: A\nperangkat_daerah: c\nringkasan: D\n", problem.UnknownKey},
		{"nama: [A\n", problem.BadYAML},
		{"nama: A\tB\n", problem.Tab},
		{"nama: &a A\nperangkat_daerah: c\nringkasan: D\n", problem.Anchor},
		{"nama: A\n---\nnama: B\n", problem.SecondDoc},
		{"- nama\n", problem.WrongKind},
		{strings.Repeat("# panjang\n", 7000), problem.LargeFile},
		{"nama: A\nperangkat_daerah: c\nringkasan: D\nwaktu_penerapan: besok\n", problem.NotDate},
	} {
		out, problems, err := Format("2021/inovasi/a.yaml", []byte(c.in))
		if err != nil || out != nil || len(problems) == 0 || problems[0].Code != c.code {
			t.Errorf("%.40q: got %q, %v, %v; want %s", c.in, out, problems, err, c.code)
		}
	}
	if _, problems, _ := Format("halaman/a.md", []byte("tanpa kepala\n")); len(problems) != 1 || problems[0].Code != problem.NoFrontMatter {
		t.Errorf("page without a head: %v", problems)
	}
}

// TestFormatRefuses: what has no place in the layout is never dropped.
func TestFormatRefuses(t *testing.T) {
	const rest = "nama: A\nperangkat_daerah: b\nringkasan: C\n"
	long := "alias: [" + strings.TrimSuffix(strings.Repeat("a, ", 20000), ", ") + "]\n"
	for name, c := range map[string]struct {
		in   string
		line int
	}{
		"a directive":                {"# a\n%YAML 1.1 # b\n---\n" + rest, 2},
		"a file that would outgrow":  {rest + long, 1},
		"a key that needs two lines": {rest + "kategori:\n  ? " + strings.Repeat("a", 1100) + "\n  : b\n", 1},
	} {
		out, problems, err := Format("2021/inovasi/a.yaml", []byte(c.in))
		if layout, ok := err.(*LayoutError); !ok || layout.Line != c.line || out != nil || problems != nil {
			t.Errorf("%s: got %.60q, %v, %v", name, out, problems, err)
		}
	}
	if _, _, err := Format("README.md", nil); err == nil || Formats("README.md") || Formats("2021/inovasi/a/b.yaml") || Formats("halaman/a/b.md") {
		t.Error("files without a layout have one")
	}
}

// TestFormatReal lays out the real content and the small site.
func TestFormatReal(t *testing.T) {
	files := 0
	for _, dir := range []string{"../../content", "../testdata/kecil"} {
		for name, data := range contentFiles(t, dir) {
			files++
			if checkFormat(t, name, data) == nil {
				t.Errorf("%s/%s is not laid out", dir, name)
			}
		}
	}
	if files < 20 {
		t.Errorf("found %d files", files)
	}
}

// TestFormatComments puts a comment at every place of every case, on a line
// of its own at several depths, with and without blank lines, and at the end of
// each line. Wherever the file can still be read, no comment is lost or refused.
func TestFormatComments(t *testing.T) {
	files := map[string][]byte{}
	names, _ := filepath.Glob("testdata/fmt/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[archive.Files[0].Name+"|"+name] = archive.Files[0].Data
	}
	laid := 0
	for name, data := range files {
		file, _, _ := strings.Cut(name, "|")
		lines := strings.SplitAfter(string(data), "\n")
		for i := range lines {
			head, rest := strings.Join(lines[:i], ""), strings.Join(lines[i:], "")
			tries := []string{strings.TrimSuffix(head, "\n") + " # x\n" + rest}
			for indent := 0; indent < 8; indent += 2 {
				own := spaces(indent) + "# x\n" + spaces(indent*3/4) + "# y\n"
				tries = append(tries, head+own+rest, head+"\n"+own+rest, head+own+"\n"+rest)
			}
			for _, try := range tries {
				if checkFormat(t, file, []byte(try)) != nil {
					laid++
				} else if _, _, err := Format(file, []byte(try)); err != nil {
					t.Errorf("%v:\n%s", err, try)
				}
			}
		}
	}
	if laid < 2000 {
		t.Errorf("only %d files could be laid out", laid)
	}
}

// FuzzFormat holds Format's promises against any bytes.
func FuzzFormat(f *testing.F) {
	files := []string{"2021/inovasi/a.yaml", "2021/edisi.yaml", "klasifikasi.yaml", "perangkat-daerah.yaml", "situs.yaml", "halaman/a.md"}
	add := func(name string, data []byte) {
		k, _ := fileKind(name)
		for i, file := range files {
			if other, _ := fileKind(file); other.form == k.form && k.form != nil {
				f.Add(uint8(i), data)
			}
		}
	}
	for _, dir := range []string{"../../content", "../testdata/kecil"} {
		for name, data := range contentFiles(f, dir) {
			add(name, data)
		}
	}
	for _, pattern := range []string{"testdata/fmt/*.txtar", "../testdata/problems/*.txtar"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				f.Fatal(err)
			}
			for _, file := range archive.Files {
				add(file.Name, file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		checkFormat(t, files[int(kind)%len(files)], data)
	})
}

// checkFormat formats a file and holds the result against every promise: the
// same record, the same comments, the same result when formatted again, and
// clean lines. It returns nil when the file has problems or was refused.
func checkFormat(t testing.TB, file string, data []byte) []byte {
	t.Helper()
	out, problems, err := Format(file, data)
	if layout, ok := err.(*LayoutError); err != nil && (!ok || layout.Line < 1) {
		t.Fatalf("%s: %v", file, err)
	}
	if err != nil || len(problems) > 0 {
		if out != nil {
			t.Fatalf("%s: laid out in spite of %v %v", file, problems, err)
		}
		return nil
	}
	again, problems, err := Format(file, out)
	if err != nil || len(problems) > 0 || !bytes.Equal(again, out) {
		t.Fatalf("%s: formatted again: %v %v\nfirst:\n%s\nthen:\n%s", file, problems, err, out, again)
	}
	plain := bytes.TrimPrefix(data, []byte("\uFEFF"))
	if want, got := record(t, file, plain), record(t, file, out); !reflect.DeepEqual(want, got) {
		t.Fatalf("%s: read as\n%+v\nnow as\n%+v\ninput:\n%s\noutput:\n%s", file, want, got, data, out)
	}
	// A number sign is in a comment or in a value; neither may come or go.
	if !bytes.Contains(data, []byte(`\`)) && bytes.Count(data, []byte("#")) != bytes.Count(out, []byte("#")) {
		t.Fatalf("%s: number signs came or went\ninput:\n%s\noutput:\n%s", file, data, out)
	}
	if bytes.Contains(out, []byte("\r\n")) || bytes.HasPrefix(out, []byte("\uFEFF")) ||
		!strings.HasPrefix(file, pageFolder) && !bytes.HasSuffix(out, []byte("\n")) {
		t.Fatalf("%s: bad bytes in %q", file, out)
	}
	return out
}

// record reads a file as Load does, without the places of things.
func record(t testing.TB, file string, data []byte) any {
	t.Helper()
	l := &loader{content: &Content{}}
	var v any
	if strings.HasPrefix(file, pageFolder+"/") {
		page, _ := l.decodePage(file, data)
		v = &page
	} else {
		s := l.parse(file, data, 0)
		if s == nil {
			t.Fatalf("%s: %v", file, l.problems.Sorted())
		}
		switch kind, _ := fileKind(file); kind.form {
		case siteKind.form:
			v = decode(s, object(siteShape, itself[Site]))
		case taxonomyKind.form:
			v = decode(s, taxonomiesValue)
		case agencyKind.form:
			all := decode(s, object(agenciesShape, itself[agencies]))
			v = []any{all.groups, all.list}
		case editionKind.form:
			v = decode(s, object(editionShape, itself[award.Edition]))
		case correctionKind.form:
			v = decode(s, correctionsValue)
		default:
			v = decode(s, object(innovationShape, itself[award.Innovation]))
		}
	}
	if list := l.problems.Sorted(); len(list) > 0 {
		t.Fatalf("%s: %v", file, list)
	}
	forgetPlaces(reflect.ValueOf(v))
	return v
}

func decode[T any](s *source, v value[T]) *T {
	into := new(T)
	v.read(s, s.root, "", into)
	return into
}

// forgetPlaces empties what says where a text or mark stands in its file.
func forgetPlaces(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			forgetPlaces(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			forgetPlaces(v.Index(i))
		}
	case reflect.Struct:
		switch at := v.Addr().Interface().(type) {
		case *award.Text:
			*at = award.Text{Source: at.Source}
			return
		case *award.Mark:
			at.Line = 0
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				forgetPlaces(v.Field(i))
			}
		}
	}
}

// contentFiles returns the files of a folder that have a layout.
func contentFiles(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && Formats(name) {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
