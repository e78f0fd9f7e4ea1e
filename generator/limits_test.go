package generator_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/internal/sink"
	"siger/generator/problem"
)

// TestLimits holds the table of limits in ARCHITECTURE.md to the constants that
// stand below a comment "Limits on …": those tables of constants are the only
// place of their values. -update writes it anew.
func TestLimits(t *testing.T) {
	const file, begin = "../ARCHITECTURE.md", "| constant | value | of what |\n|---|---|---|\n"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	table, after, ends := strings.Cut(rest, "\n\n")
	if !ok || !ends {
		t.Fatal("there is no table of limits")
	}
	want := strings.TrimSuffix(limitRows(t), "\n")
	if *update {
		if err := os.WriteFile(file, []byte(before+begin+want+"\n\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("the table of limits is not that of the constants; want\n%s", want)
	}
	if n := strings.Count(want, "\n"); n < 50 {
		t.Errorf("only %d limits were found", n)
	}
}

// limitRows returns a row for each whole number among the limits.
func limitRows(t *testing.T) string {
	t.Helper()
	values := map[string]constant.Value{} // of all packages, for limits that name another's
	rows := map[string]string{}
	var files []string
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			files = append(files, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time the others are known
		for _, file := range files {
			set := token.NewFileSet()
			parsed, err := parser.ParseFile(set, file, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range parsed.Decls {
				block, ok := d.(*ast.GenDecl)
				if !ok || block.Tok != token.CONST || !strings.HasPrefix(block.Doc.Text(), "Limits ") {
					continue
				}
				for _, spec := range block.Specs {
					spec := spec.(*ast.ValueSpec)
					name := parsed.Name.Name + "." + spec.Names[0].Name
					expression := types.ExprString(spec.Values[0])
					value := values[expression]
					if value == nil {
						v, err := types.Eval(set, nil, token.NoPos, expression)
						if err != nil || v.Value.Kind() != constant.Int {
							continue // a time, or another's limit
						}
						value = v.Value
					}
					of := strings.TrimSpace(spec.Comment.Text())
					if of == "" {
						t.Errorf("%s: nothing says what %s is of", set.Position(spec.Pos()), name)
					}
					values[name] = value
					rows[name] = fmt.Sprintf("| `%s` | %s | %s |", name, grouped(value.String()), of)
				}
			}
		}
	}
	var b strings.Builder
	for _, name := range slices.SortedFunc(maps.Keys(rows), func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }) {
		b.WriteString(rows[name] + "\n")
	}
	return b.String()
}

// grouped puts commas between groups of three digits.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// crowded lists a folder that has very many files.
type crowded struct {
	fstest.MapFS
	folder string
	n      int
}

type crowdedEntry int

func (e crowdedEntry) Name() string             { return fmt.Sprintf("inovasi-%d.yaml", int(e)) }
func (crowdedEntry) IsDir() bool                { return false }
func (crowdedEntry) Type() fs.FileMode          { return 0 }
func (crowdedEntry) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist }

func (c crowded) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := c.MapFS.ReadDir(name)
	if name == c.folder {
		for i := range c.n {
			list = append(list, crowdedEntry(i))
		}
	}
	return list, err
}

// TestTooManyFiles: beyond the limit a folder is a problem and is not read.
func TestTooManyFiles(t *testing.T) {
	problems, err := generator.Check(config(crowded{smallSite(t), "2020/inovasi", 300_000}))
	if err != nil || len(problems) == 0 {
		t.Fatalf("%d problems, %v", len(problems), err)
	}
	if p := problems[0]; p.Code != problem.TooManyFiles || p.File != "2020/inovasi" || !strings.Contains(p.Text(problem.English), "120000") {
		t.Errorf("%s: %s %s", p.Place(""), p.Code, p.Text(problem.English))
	}
}

// A moody file system changes a file while it is read: it is gone when it is
// opened, ends in the middle, or never ends.
type moody struct {
	fs.FS
	file, mood string
	opened     int
	after      int // how often it is as it was
}

func (m *moody) Open(name string) (fs.File, error) {
	f, err := m.FS.Open(name)
	if name != m.file || err != nil {
		return f, err
	}
	if m.opened++; m.opened <= m.after {
		return f, nil
	}
	if m.mood == "vanished" {
		f.Close()
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &moodyFile{File: f, mood: m.mood}, nil
}

type moodyFile struct {
	fs.File
	mood string
	read int
}

func (f *moodyFile) Read(p []byte) (int, error) {
	switch f.mood {
	case "half": // an editor has cut it off to write it anew
		if f.read > 0 {
			return 0, io.EOF
		}
		n, err := f.File.Read(p[:min(len(p), 40)])
		f.read += n
		return n, err
	case "unreadable":
		return 0, &fs.PathError{Op: "read", Path: "x", Err: fs.ErrPermission}
	}
	for i := range p { // endless
		p[i] = '#'
	}
	return len(p), nil
}

// TestMoodyFiles: a file that vanishes, is half written, cannot be read or never
// ends while the site is built gives a problem that names it, or an error if it
// had been right before or is nobody's fault; never a panic, a hang or a site.
func TestMoodyFiles(t *testing.T) {
	judged(t)
	t.Parallel()
	site, templates := smallSite(t), only("innovation", "page")
	tried := 0
	for _, file := range []string{"situs.yaml", "klasifikasi.yaml", "perangkat-daerah.yaml", "halaman/tentang.md", "2020/edisi.yaml", "2020/inovasi/kopi.yaml", "2020/gambar/kopi.png"} {
		for _, mood := range []string{"vanished", "half", "unreadable", "endless"} {
			for after := range 2 {
				content := &moody{FS: site, file: file, mood: mood, after: after}
				var out sink.Memory
				c := config(content)
				c.Layouts = templates
				_, problems, err := generator.Build(c, &out)
				named := slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.File == file })
				if content.opened > after && !named && (err == nil || after == 0 && mood != "unreadable" || !strings.Contains(err.Error(), file)) {
					t.Errorf("%s, %s: %d problems, error %v", file, mood, len(problems), err)
				}
				if content.opened > after {
					tried++
				}
			}
		}
	}
	if tried < 30 {
		t.Errorf("only %d tried", tried)
	}
}

// TestUnreadable: a file that cannot be read is the machine's failure, which names it, and no
// problem of its author; a preview goes on once it can be.
func TestUnreadable(t *testing.T) {
	for _, file := range []string{"situs.yaml", "halaman/tentang.md", "2020/edisi.yaml", "2020/inovasi/kopi.yaml", "2020/gambar/kopi.png"} {
		fsys := &moody{FS: smallSite(t), file: file, mood: "unreadable"}
		c := config(fsys)
		_, check := generator.Check(c)
		_, _, build := generator.Build(c, &sink.Memory{})
		_, sources := generator.SourcesOf(c, true)
		var previewer generator.Previewer
		_, _, preview := previewer.Next(c)
		for name, err := range map[string]error{"check": check, "build": build, "sources": sources, "preview": preview} {
			if unread, ok := errors.AsType[*generator.ReadError](err); !ok || unread.File != file || !errors.Is(err, fs.ErrPermission) {
				t.Errorf("%s, %s: %v", file, name, err)
			}
		}
		fsys.mood, fsys.after = "", math.MaxInt
		if _, problems, err := previewer.Next(c); err != nil || len(problems) > 0 {
			t.Errorf("%s, again: %v, %v", file, problems, err)
		}
	}
}

// TestSlashes: what is a path in the content or in the site has slashes on every
// system, so the packages that know neither the disk nor its separators cannot
// mistake one; names with other separators lead nowhere.
func TestSlashes(t *testing.T) {
	touchDisk := []string{"publish", "preview", "revision", "external", "store", "internal"} // and nothing else below generator
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		folder, _, _ := strings.Cut(filepath.ToSlash(file), "/")
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			if name := strings.Trim(spec.Path.Value, `"`); (name == "path/filepath" || name == "os") && !slices.Contains(touchDisk, folder) {
				t.Errorf("%s imports %s", file, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// Each is a name of a file in the content, or of a picture that a file speaks of.
	names := []string{`a\..\..\rahasia`, `C:\rahasia`, `C:rahasia`, `\\server\bagi`, `2020\gambar\kopi`, `gambar\kopi`, `kopi.`, `kopi `, `con:`, `kopi::$DATA`, "коpi", "kоpi", "kopi\u0301", "\u202eipok", "KOPI", "kopi\x00", strings.Repeat("k", 250)}
	for _, name := range names {
		files := smallSite(t)
		put := []string{"2020/inovasi/" + name + ".yaml", "halaman/" + name + ".md", "2020/gambar/" + name + ".png", name}
		for _, file := range put {
			files[file] = files["2020/gambar/kopi.png"]
		}
		problems := load(t, files)
		for _, file := range put {
			if !slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.File == file }) {
				t.Errorf("%q is no problem", file)
			}
		}
		for _, edit := range []struct{ old, file string }{{"kopi.png", "2020/inovasi/kopi.yaml"}, {"alias: [kopi-lama]", "2020/inovasi/kopi.yaml"}} {
			files := smallSite(t)
			data := string(files[edit.file].Data)
			if strings.Count(data, edit.old) != 1 {
				t.Fatalf("%s has %q %d times", edit.file, edit.old, strings.Count(data, edit.old))
			}
			put := "'" + name + path.Ext(edit.old) + "'"
			if strings.HasPrefix(edit.old, "alias") {
				put = "alias: ['" + name + "']"
			}
			files[edit.file] = &fstest.MapFile{Data: []byte(strings.Replace(data, edit.old, put, 1))}
			if len(load(t, files)) == 0 {
				t.Errorf("%q for %q is no problem", name, edit.old)
			}
		}
	}
}
