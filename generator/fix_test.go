package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"siger/generator/content"
	"siger/generator/problem"
)

func anyFile(string) bool { return true }

// mended returns content with its fixes, and their diff.
func mended(t testing.TB, files fstest.MapFS) (fstest.MapFS, string) {
	t.Helper()
	changed, err := content.Fix(files, anyFile)
	if err != nil {
		t.Fatal(err)
	}
	after := maps.Clone(files)
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		after[name] = &fstest.MapFile{Data: changed[name].After}
		b.Write(diff.Diff("a/"+name, changed[name].Before, "b/"+name, changed[name].After))
	}
	return after, b.String()
}

// errorsOf counts the errors of each file, and those that keep it from being read
// as more than any number of others.
func errorsOf(t testing.TB, files fstest.MapFS) map[string]int {
	t.Helper()
	count := map[string]int{}
	for _, p := range load(t, files) {
		switch {
		case p.Code.Severity() != problem.Error:
		case p.Code == problem.BadEncoding:
			count[p.File] += 1e6
		case p.Code == problem.HiddenChar || p.Code == problem.Tab:
			count[p.File] += 1e4
		case p.Code == problem.BadYAML:
			count[p.File] += 1e3
		default:
			count[p.File]++
		}
	}
	return count
}

// lineEnds counts the line ends of a text, of any system's kind.
func lineEnds(text []byte) int {
	unix := regexp.MustCompile(`\r+\n`).ReplaceAll(text, []byte("\n"))
	return bytes.Count(unix, []byte("\n")) + bytes.Count(unix, []byte("\r"))
}

// harmless holds what fixes did against what they promise: no changed file has
// more errors, each has as many lines, and mending again changes nothing.
func harmless(t testing.TB, before, after fstest.MapFS) {
	t.Helper()
	was, is := errorsOf(t, before), errorsOf(t, after)
	for name, f := range after {
		if bytes.Equal(before[name].Data, f.Data) {
			continue
		}
		if is[name] > was[name] {
			t.Errorf("%s has worse errors than before (%d, %d):\n%s\n%s", name, is[name], was[name], before[name].Data, f.Data)
		}
		if a, b := lineEnds(before[name].Data), lineEnds(f.Data); a != b {
			t.Errorf("%s had %d lines and has %d", name, a, b)
		}
	}
	if _, again := mended(t, after); again != "" {
		t.Errorf("mending again changes\n%s", again)
	}
}

// TestFix holds fixes against testdata/fix: a case has edits of the small site as
// in TestProblems, its files, and last the diff that fix shows.
func TestFix(t *testing.T) {
	cases, err := filepath.Glob("testdata/fix/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("found %d cases (%v)", len(cases), err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := smallSite(t)
			// Characters that an editor would hide or lose stand in braces.
			shown := strings.NewReplacer("{TAB}", "\t", "{NBSP}", "\u00A0", "{ZWSP}", "\u200B", "{BOM}", "\uFEFF", "{CR}", "\r", "{SPACE}", " ")
			applyEdits(t, files, shown.Replace(string(archive.Comment)))
			last := len(archive.Files) - 1
			for _, f := range archive.Files[:last] {
				files[f.Name] = &fstest.MapFile{Data: []byte(shown.Replace(string(f.Data)))}
			}
			after, got := mended(t, files)
			harmless(t, files, after)
			hidden := strings.NewReplacer("\t", "{TAB}", "\u00A0", "{NBSP}", "\u200B", "{ZWSP}", "\uFEFF", "{BOM}", "\r", "{CR}", " \n", "{SPACE}\n")
			got = hidden.Replace(got)
			if *update {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[last].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestFixProblems mends every case of broken content: none gets worse.
func TestFixProblems(t *testing.T) {
	judged(t)
	t.Parallel()
	cases, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("found %d cases (%v)", len(cases), err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := smallSite(t)
			applyEdits(t, files, string(archive.Comment))
			for _, f := range archive.Files[:len(archive.Files)-1] {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			after, _ := mended(t, files)
			harmless(t, files, after)
		})
	}
}

// TestFixClean: content without problems stays as it is.
func TestFixClean(t *testing.T) {
	if _, changes := mended(t, smallSite(t)); changes != "" {
		t.Error(changes)
	}
	changed, err := content.Fix(realContent(), anyFile)
	if err != nil || len(changed) > 0 {
		t.Errorf("the real content would change: %v, %v", slices.Sorted(maps.Keys(changed)), err)
	}
}

// TestFixRandom breaks lines at random as people do: what a fix changes are lines
// that were broken, and nothing gets worse.
func TestFixRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 3))
	names := []string{"2020/inovasi/kopi.yaml", "2020/edisi.yaml", "perangkat-daerah.yaml", "klasifikasi.yaml", "halaman/tentang.md"}
	repaired := 0
	for range 80 {
		files := smallSite(t)
		name := names[random.IntN(len(names))]
		lines := strings.SplitAfter(string(files[name].Data), "\n")
		whole := slices.Clone(lines)
		for range 1 + random.IntN(3) {
			i := random.IntN(len(lines))
			lines[i] = slip(random, lines[i])
		}
		broken := slices.Clone(lines)
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, ""))}
		after, changes := mended(t, files)
		harmless(t, files, after)
		if changes != "" {
			repaired++
		}
		for i, line := range strings.SplitAfter(string(after[name].Data), "\n") {
			if line != broken[i] && broken[i] == whole[i] {
				t.Errorf("line %d was not broken:\n%s%s", i+1, broken[i], line)
			}
		}
	}
	if repaired < 20 {
		t.Errorf("only %d of 80 were mended", repaired)
	}
}

// slip breaks a line as a hand does; the number of lines stays.
func slip(random *rand.Rand, line string) string {
	text, end := strings.TrimSuffix(line, "\n"), ""
	if text != line {
		end = "\n"
	}
	runes := []rune(text)
	if len(runes) < 3 || strings.Contains(text, "\r") { // what stands behind one would be another line
		return line
	}
	i := random.IntN(len(runes) - 1)
	key, value, pair := strings.Cut(text, ": ")
	switch kind := random.IntN(8); {
	case kind == 0: // a letter is missing
		return string(slices.Delete(runes, i, i+1)) + end
	case kind == 1: // or there twice
		return string(slices.Insert(runes, i, runes[i])) + end
	case kind == 2: // or changed places
		runes[i], runes[i+1] = runes[i+1], runes[i]
		return string(runes) + end
	case kind == 3:
		return text + "  \r" + end
	case kind == 4:
		return strings.Replace(text, "  ", "\t", 1) + end
	case kind == 5:
		return string(slices.Insert(runes, i, '\u200B')) + end
	case kind == 6 && pair:
		return key + ":" + value + end
	case pair:
		return fmt.Sprintf("%s: “%s”%s", key, value, end)
	}
	return line
}

// FuzzFix mends arbitrary text as each kind of file.
func FuzzFix(f *testing.F) {
	judged(f)
	names := []string{"2020/inovasi/kopi.yaml", "2020/edisi.yaml", "situs.yaml", "halaman/tentang.md"}
	for i, name := range names {
		f.Add(i, smallSite(f)[name].Data)
	}
	f.Add(0, []byte("nama:“a: b”\r\n\tperangkat_daera: dinas-a\n\u00a0ringkasan: @x \n"))
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		if which < 0 || len(data) > 8<<10 {
			return
		}
		files := smallSite(t)
		files[names[which%len(names)]] = &fstest.MapFile{Data: data}
		after, _ := mended(t, files)
		harmless(t, files, after)
	})
}
