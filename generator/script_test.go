package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"siger/layouts"
)

// pythonPath finds Python 3. A test that needs it is skipped where there is none,
// unless SIGER_PYTHON names one, which then has to be there.
func pythonPath(t *testing.T) string {
	t.Helper()
	name := os.Getenv("SIGER_PYTHON")
	if name == "" {
		name = "python3"
	}
	file, err := exec.LookPath(name)
	if err != nil && os.Getenv("SIGER_PYTHON") == "" {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
	return file
}

// runScript runs hitung-ulang.py in a folder and returns its exit code and output.
func runScript(t *testing.T, folder string, arguments ...string) (code int, out string) {
	t.Helper()
	return runPython(t, folder, append([]string{"hitung-ulang.py"}, arguments...)...)
}

func runPython(t *testing.T, folder string, arguments ...string) (code int, out string) {
	t.Helper()
	command := exec.Command(pythonPath(t), arguments...)
	command.Dir = folder
	text, err := command.CombinedOutput()
	if err != nil && command.ProcessState == nil {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), string(text)
}

// A run is what one of several runs of a script came to.
type run struct {
	Code string `json:"kode"`
	Out  string `json:"keluaran"`
}

// runEach runs scripts with one argument each in one Python, because starting one
// is slow on some machines.
func runEach(t *testing.T, folder string, pairs [][2]string) []run {
	t.Helper()
	const driver = `import contextlib, io, json, runpy, sys
runs = []
for script, argument in json.loads(sys.argv[1]):
    sys.argv, out, code = [script, argument], io.StringIO(), 0
    with contextlib.redirect_stdout(out):
        try:
            runpy.run_path(script, run_name="__main__")
        except SystemExit as e:
            code = e.code
        except Exception as e:
            code = repr(e)
    runs.append({"kode": str(code), "keluaran": out.getvalue()})
print(json.dumps(runs))`
	list, err := json.Marshal(pairs)
	if err != nil {
		t.Fatal(err)
	}
	code, out := runPython(t, folder, "-c", driver, string(list))
	var runs []run
	if err := json.Unmarshal([]byte(out), &runs); err != nil || code != 0 || len(runs) != len(pairs) {
		t.Fatalf("exit code %d, %v\n%s", code, err, out)
	}
	return runs
}

// dataFolder writes an edition's data folder to the disk, as a reader who
// downloads it has it.
func dataFolder(t *testing.T, files map[string][]byte, prefix string) string {
	t.Helper()
	folder := t.TempDir()
	for name, data := range files {
		if path.Dir(name) != strings.TrimSuffix(prefix, "/") {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, path.Base(name)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// dataFolders lists the data folders of a site: "2021/data/".
func dataFolders(files map[string][]byte) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if folder, ok := strings.CutSuffix(name, "hasil.json"); ok {
			list = append(list, folder)
		}
	}
	return list
}

// TestScript: the published script recomputes every edition, and the test vectors,
// from the published files alone.
func TestScript(t *testing.T) {
	judged(t)
	t.Parallel()
	for name, content := range map[string]fs.FS{"kecil": smallSite(t), "content": realContent()} {
		files := build(t, config(content))
		folders := dataFolders(files)
		if len(folders) < 2 {
			t.Fatalf("%s has the data folders %q", name, folders)
		}
		for _, prefix := range folders {
			folder := dataFolder(t, files, prefix)
			arguments := []string{"vektor-uji.json", "hasil.json"}
			least := 20
			if prefix == folders[0] {
				arguments, least = nil, 1
			}
			code, out := runScript(t, folder, arguments...)
			if passed := strings.Count(out, " 0 yang berbeda"); code != 0 || passed < least || passed != strings.Count(out, "\n") {
				t.Errorf("%s %s %q: exit code %d\n%s", name, prefix, arguments, code, out)
			}
		}
	}
}

// TestScriptIsSmall: a reader can take the script in, and it needs nothing but
// Python's standard library.
func TestScriptIsSmall(t *testing.T) {
	script, err := fs.ReadFile(layouts.Default(), "data/hitung-ulang.py")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(script), "\n"), "\n")
	if len(lines) > 80 {
		t.Errorf("the script has %d lines", len(lines))
	}
	var imports []string
	for i, line := range lines {
		if n := len([]rune(line)); n > 120 {
			t.Errorf("line %d has %d characters", i+1, n)
		}
		if strings.Contains(line, "import ") {
			imports = append(imports, strings.TrimSpace(strings.Split(line, "#")[0]))
		}
	}
	if want := []string{"import bisect, json, pathlib, sys", "from fractions import Fraction"}; !slices.Equal(imports, want) {
		t.Errorf("the script imports %q", imports)
	}
}

// TestScriptNotices: when one published number of any kind is wrong, the script
// says which. A field is addressed by keys and, in a list, by id.
func TestScriptNotices(t *testing.T) {
	files := build(t, config(smallSite(t)))
	folder := dataFolder(t, files, "2020/data/")
	cases := []struct{ field, value, says string }{
		{"inovasi/kopi/skor", `"91.68"`, "/inovasi/kopi/skor: "},
		{"inovasi/kopi/skor_tepat", `"275/4"`, "/inovasi/kopi/skor_tepat: "},
		{"inovasi/baca/peringkat", `3`, "/inovasi/baca/peringkat: "},
		{"inovasi/beban/peringkat", `4`, "/inovasi/beban/peringkat: "},
		{"inovasi/kopi/predikat", `"Sedang"`, "/inovasi/kopi/predikat: "},
		{"inovasi/beban/keadaan", `"belum-dinilai"`, "/inovasi/beban/keadaan: "},
		{"inovasi/kopi/kriteria/manfaat/tingkat_diberikan", `[1, 1]`, "/inovasi/kopi/kriteria/manfaat/tingkat_dipakai: "},
		{"inovasi/kopi/kriteria/manfaat/tingkat_dipakai", `"2"`, "/inovasi/kopi/kriteria/manfaat/tingkat_dipakai: "},
		{"inovasi/kopi/kriteria/manfaat/poin", `"46"`, "/inovasi/kopi/kriteria/manfaat/poin: "},
		{"inovasi/kopi/kriteria/kebaruan/sumbangan", `"66.67"`, "/inovasi/kopi/kriteria/kebaruan/sumbangan: "},
		{"inovasi/kopi/kriteria/kebaruan/sumbangan_dibulatkan", `"66.66"`, "/inovasi/kopi/kriteria/kebaruan/sumbangan_dibulatkan: "},
		{"inovasi/kopi/kriteria/kebaruan/bobot", `"41"`, "/inovasi/kopi/kriteria/kebaruan/bobot: "},
		{"inovasi/mundur/ditarik", `null`, "/inovasi/mundur/keadaan: "},
		{"rubrik/poin_tertinggi", `"181"`, "/rubrik/poin_tertinggi: "},
		{"rubrik/kriteria/kebaruan/bobot", `"41"`, "/inovasi/kopi/skor: "},
		{"rubrik/kriteria/aman/wajib", `false`, "/inovasi/beban/keadaan: "},
		{"rubrik/skala", `"101"`, "/inovasi/kopi/skor: "},
		{"perangkat_daerah/dinas-a/dilaporkan", `3`, "/perangkat_daerah/dinas-a/dilaporkan: "},
		{"perangkat_daerah/dinas-a/jumlah", `2`, "/perangkat_daerah/dinas-a/jumlah: "},
		{"perangkat_daerah/dinas-a/total", `"91.66"`, "/perangkat_daerah/dinas-a/total: "},
		{"perangkat_daerah/dinas-b/rata_rata", `"38.89"`, "/perangkat_daerah/dinas-b/rata_rata: "},
		{"perangkat_daerah/kabupaten-c/peringkat/total", `3`, "/perangkat_daerah/kabupaten-c/peringkat/total: "},
		{"perangkat_daerah/kabupaten-c/peringkat/jumlah", `null`, "/perangkat_daerah/kabupaten-c/peringkat/jumlah: "},
		{"perangkat_daerah/dinas-b/peringkat/rata_rata", `1`, "/perangkat_daerah/dinas-b/peringkat/rata_rata: "},
		{"penghargaan/terbaik/pemenang/baca/tempat", `3`, "/penghargaan/terbaik/pemenang/baca/tempat: "},
		{"penghargaan/pd-rata/pemenang/dinas-a/nilai", `"45.83"`, "/penghargaan/pd-rata/pemenang/dinas-a/nilai: "},
		{"penghargaan/terbaik/juara", `1`, "/penghargaan/terbaik/pemenang/baca: "},
		{"penghargaan/terbaik-digital/pemenang/kopi/id", `"baca"`, "/penghargaan/terbaik-digital/pemenang/baca: "},
		{"penghargaan/terbaik-digital/skor_minimal", `"92"`, "/penghargaan/terbaik-digital/pemenang/kopi: "},
		{"penghargaan/pd-rata/pembagi_minimal", `1`, "/penghargaan/pd-rata/pemenang/dinas-a/nilai: "},
	}
	var pairs [][2]string
	for i, c := range cases {
		name := fmt.Sprintf("salah-%d.json", i)
		if err := os.WriteFile(filepath.Join(folder, name), changed(t, files["2020/data/hasil.json"], c.field, c.value), 0o644); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, [2]string{"hitung-ulang.py", name})
	}
	for i, r := range runEach(t, folder, pairs) {
		if r.Code != "1" || !strings.Contains(r.Out, cases[i].says) {
			t.Errorf("%s = %s: exit code %s, want one of %q\n%s", cases[i].field, cases[i].value, r.Code, cases[i].says, r.Out)
		}
	}
}

// changed returns a JSON document with another value in one field.
func changed(t *testing.T, document []byte, field, value string) []byte {
	t.Helper()
	var root, to any
	if err := json.Unmarshal(document, &root); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(value), &to); err != nil {
		t.Fatal(err)
	}
	at := root
	keys := strings.Split(field, "/")
	for i, key := range keys {
		switch node := at.(type) {
		case []any:
			found := slices.IndexFunc(node, func(x any) bool { return x.(map[string]any)["id"] == key })
			if found < 0 {
				t.Fatalf("%s: there is no %s", field, key)
			}
			at = node[found]
		case map[string]any:
			old, ok := node[key]
			if !ok {
				t.Fatalf("%s: there is no %s", field, key)
			}
			if i == len(keys)-1 {
				node[key] = to
			}
			at = old
		}
	}
	out, err := json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(out, document) {
		t.Fatalf("%s is %s already", field, value)
	}
	return out
}

// TestVectorsCatch: a program with one of the usual mistakes in it does not pass
// the test vectors. The programs are the script with one expression changed.
func TestVectorsCatch(t *testing.T) {
	judged(t)
	t.Parallel()
	files := build(t, config(smallSite(t)))
	folder := dataFolder(t, files, "2020/data/")
	script := string(files["2020/data/hitung-ulang.py"])
	mistakes := []struct{ mistake, from, to string }{
		{"half goes down", "Fraction(1, 2)), 10", "Fraction(499999, 1000000)), 10"},
		{"half goes to the even digit", "int(x * 10**desimal + Fraction(1, 2))", "round(x * 10**desimal)"},
		{"rounded with floats", "Fraction(int(x * 10**desimal + Fraction(1, 2)), 10**desimal)", "Fraction(str(round(float(x), desimal)))"},
		{"the rest is cut off", "int(x * 10**desimal + Fraction(1, 2))", "int(x * 10**desimal)"},
		{"the lower median", "urut[n // 2], 2)", "urut[(n - 1) // 2], 2)"},
		{"always the median", `if cara == "rata-rata" else`, `if cara == "" else`},
		{"always the mean", `if cara == "rata-rata" else`, `if cara else`},
		{"no rank is skipped", "urut = sorted(-x for x in nilai.values())", "urut = sorted({-x for x in nilai.values()})"},
		{"a tie gets the last rank", "1 + bisect.bisect_left(urut, -x)", "bisect.bisect_right(urut, -x)"},
		{"ranks by exact scores", "skor = {i: h[\"skor\"] for", "skor = {i: h[\"skor_tepat\"] for"},
		{"gates are ignored", `gagal = any(k["wajib"]`, `gagal = any(False`},
		{"every criterion is a gate", `gagal = any(k["wajib"] and`, `gagal = any(`},
		{"any assessor's 0 fails a gate", `b["tingkat_dipakai"] == 0 for`, `0 in tingkat[k["id"]] for`},
		{"gates before missing levels", `"belum-dinilai" if len(baris)`, `"tidak-memenuhi-syarat" if gagal else "belum-dinilai" if len(baris)`},
		{"missing is zero", `"belum-dinilai" if len(baris) < len(rubrik["kriteria"])`, `"belum-dinilai" if False`},
		{"the withdrawn take part", `"ditarik" if inovasi["ditarik"]`, `"ditarik" if False`},
		{"a bound is not in its band", `Fraction(b["mulai"]) <= skor`, `Fraction(b["mulai"]) < skor`},
		{"bands by exact scores", `Fraction(b["mulai"]) <= skor`, `Fraction(b["mulai"]) <= tepat`},
		{"contributions are just cut off", "(n < sisa)", "0"},
		{"the rest goes to the last", `-(b["sumbangan"] * p % 1)`, `b["sumbangan"] * p % 1`},
		{"the minimum itself is too low", `>= Fraction(a["skor_minimal"] or 0)`, `> Fraction(a["skor_minimal"] or -1)`},
		{"no minimum", `>= Fraction(a["skor_minimal"] or 0)`, `>= 0`},
		{"one filter is enough", "and all(set", `and (any if a["saring"] else all)(set`},
		{"no filter", `for k, diminta in a["saring"].items()`, `for k, diminta in ()`},
		{"no smallest divisor", "max(len(s), pembagi_minimal)", "max(len(s), 1)"},
		{"always the smallest divisor", "max(len(s), pembagi_minimal)", "pembagi_minimal"},
		{"agencies that have nothing rated are ranked", `for p, h in daerah.items() if h["jumlah"]}`, `for p, h in daerah.items()}`},
		{"as many winners as places", `if t <= a["juara"]}`, `if t < a["juara"]}`},
	}
	var pairs [][2]string
	for i, m := range mistakes {
		if n := strings.Count(script, m.from); n != 1 {
			t.Fatalf("%s: the script has %q %d times", m.mistake, m.from, n)
		}
		name := fmt.Sprintf("salah-%d.py", i)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(strings.Replace(script, m.from, m.to, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, [2]string{name, "vektor-uji.json"})
	}
	for i, r := range runEach(t, folder, pairs) {
		if r.Code != "1" || !strings.Contains(r.Out, "diterbitkan") {
			t.Errorf("%s: the vectors do not catch it: exit code %s", mistakes[i].mistake, r.Code)
		}
	}
}

// TestResultSchema: every hasil.json, and the data of every test vector, is what
// hasil.schema.json describes, and a document that is not is refused.
func TestResultSchema(t *testing.T) {
	for name, content := range map[string]fs.FS{"kecil": smallSite(t), "content": realContent()} {
		files := build(t, config(content))
		for _, prefix := range dataFolders(files) {
			schema := compileSchema(t, "hasil.schema.json", files[prefix+"hasil.schema.json"])
			if err := validate(t, schema, files[prefix+"hasil.json"]); err != nil {
				t.Errorf("%s %s: %v", name, prefix, err)
			}
			var vectors struct {
				Vectors []struct {
					ID   string          `json:"id"`
					Data json.RawMessage `json:"data"`
				} `json:"vektor"`
			}
			if err := json.Unmarshal(files[prefix+"vektor-uji.json"], &vectors); err != nil {
				t.Fatal(err)
			}
			for _, v := range vectors.Vectors {
				if err := validate(t, schema, v.Data); err != nil {
					t.Errorf("vector %s: %v", v.ID, err)
				}
			}
		}
	}
	files := build(t, config(smallSite(t)))
	schema := compileSchema(t, "hasil.schema.json", files["2020/data/hasil.schema.json"])
	for _, c := range []struct{ field, value string }{
		{"versi_skema", `"0.9"`}, {"inovasi/kopi/skor", `91.67`}, {"inovasi/kopi/skor", `"91,67"`}, {"inovasi/kopi/keadaan", `"baik"`},
		{"inovasi/kopi/kriteria/kebaruan/sumbangan", `"200/0"`}, {"rubrik/desimal", `-1`}, {"inovasi/kopi/peringkat", `"1"`},
		{"penghargaan/terbaik/ukuran", `"rerata"`}, {"edisi/status", `"selesai"`}, {"rubrik/kriteria/aman/wajib", `null`},
	} {
		if validate(t, schema, changed(t, files["2020/data/hasil.json"], c.field, c.value)) == nil {
			t.Errorf("%s = %s is valid", c.field, c.value)
		}
	}
}

func validate(t *testing.T, schema *jsonschema.Schema, data []byte) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(document)
}
