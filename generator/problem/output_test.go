package problem

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "rewrite the expected results under testdata")

// sample has what formats can trip over: a whole file, a line without a column,
// equal problems in two places, texts that the formats escape, warnings beside
// errors and alone, a secret, a fix.
func sample() []Problem {
	at := func(file string, line, column, length int) Pos {
		return Pos{File: file, Line: line, Column: column, Length: length}
	}
	misspelt := At(at("2020/inovasi/kopi.yaml", 4, 1, 6), "kontak", UnknownKey, "kontak", Words{})
	misspelt.Fix = misspelt.Replace("catatan")
	return Sort([]Problem{
		At(at("2020/inovasi/kopi.yaml", 2, 10, 1), "penilaian.manfaat.tingkat", UnknownLevel, 5, "manfaat", "0, 1, 2"),
		At(at("2020/inovasi/kopi.yaml", 3, 3, 4), "tujuan", RawHTML),
		At(at("2020/inovasi/kopi.yaml", 3, 12, 4), "tujuan", RawHTML),
		At(at("2020/inovasi/kopi.yaml", 1, 7, 0), "nama", NotLink, "100%, a:b\r\n<b>&\x1b[31m|x|"),
		At(at("2020/inovasi/kopi.yaml", 4, 9, 14), "kontak", PersonalData, Words{"nomor telepon", "a telephone number"}, "08…"),
		misspelt,
		At(at("2020/inovasi/sehat.yaml", 0, 0, 0), "rancang_bangun", ShortDesign, 0, 300),
		At(at("2020/inovasi/baca.yaml", 5, 0, 0), "", SecondDoc),
		At(at("2020/a,b: 50%.txt", 0, 0, 0), "", UnknownFile, "a,b: 50%.txt", Words{ID: "itu, dan: %", EN: "that, and: %"}),
	})
}

var sampleFiles = fstest.MapFS{
	"2020/inovasi/kopi.yaml": {Data: []byte("nama: x\ntingkat: 5\n  <b>tebal</b>\nkontak: 0812-3456-7890\n")},
}

// TestFormats holds each format of the sample against testdata.
func TestFormats(t *testing.T) {
	for _, lang := range Languages {
		out := Output{Language: lang, Root: "content", Source: Source(sampleFiles), Version: "v1.2.3"}
		for _, format := range Formats {
			var got bytes.Buffer
			if err := out.Write(&got, format, sample()); err != nil {
				t.Fatal(err)
			}
			golden(t, fmt.Sprintf("testdata/%s.%s", format, lang), got.Bytes())
		}
		var got bytes.Buffer
		if err := out.Summary(&got, sample()); err != nil {
			t.Fatal(err)
		}
		golden(t, fmt.Sprintf("testdata/summary.%s", lang), got.Bytes())
	}
	if err := (Output{}).Write(&bytes.Buffer{}, "html", nil); err == nil {
		t.Error("html is a format")
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant:\n%s", file, got, want)
	}
}

// TestNoProblems: each format is whole when there is nothing to say.
func TestNoProblems(t *testing.T) {
	for format, want := range map[Format]string{
		FormatText: "", FormatGitHub: "", FormatGitLab: "[]\n",
		FormatJSON: "{\n \"versi_skema\": \"1.1\",\n \"jumlah\": 0,\n \"jumlah_galat\": 0,\n \"jumlah_peringatan\": 0,\n \"jumlah_berkas\": 0,\n \"masalah\": []\n}\n",
	} {
		var got bytes.Buffer
		if err := (Output{}).Write(&got, format, nil); err != nil || got.String() != want {
			t.Errorf("%s: %q, %v", format, got.String(), err)
		}
	}
	suites := readJUnit(t, nil)
	if suites.Tests != 1 || suites.Failures != 0 || len(suites.Suite.Cases) != 1 || suites.Suite.Cases[0].Failure != nil {
		t.Errorf("JUnit without a problem: %+v", suites)
	}
	if run := readSARIF(t, nil); len(run["results"].([]any)) != 0 {
		t.Errorf("SARIF without a problem has results: %v", run)
	}
}

func readJUnit(t *testing.T, list []Problem) (suites junitSuites) {
	t.Helper()
	var got bytes.Buffer
	if err := (Output{Root: "content", Source: Source(sampleFiles)}).JUnit(&got, list); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(got.Bytes(), &suites); err != nil {
		t.Fatal(err)
	}
	return suites
}

func TestJUnit(t *testing.T) {
	suites := readJUnit(t, sample())
	if suites.Tests != 4 || suites.Failures != 3 || suites.Suite.Tests != 4 || suites.Suite.Failures != 3 {
		t.Errorf("counts: %+v", suites)
	}
	kopi := suites.Suite.Cases[2]
	if kopi.Name != "content/2020/inovasi/kopi.yaml" || kopi.Failure.Type != NotLink || strings.Count(kopi.Failure.Text, "[S503]") != 2 ||
		!strings.Contains(kopi.Failure.Text, "\n    2 | tingkat: 5\n      |          ^\n") || !strings.HasSuffix(kopi.Failure.Message, "(dan 4 lagi)") {
		t.Errorf("the case of kopi.yaml is %+v %+v", kopi, kopi.Failure)
	}
	if !strings.Contains(kopi.Out, "[S601]") || strings.Contains(kopi.Failure.Text, "[S601]") {
		t.Errorf("the warning of kopi.yaml is not beside its failure: %+v", kopi)
	}
	if sehat := suites.Suite.Cases[3]; sehat.Failure != nil || !strings.Contains(sehat.Out, "[S605]") {
		t.Errorf("the case of sehat.yaml is %+v", sehat)
	}
}

// readSARIF returns the only run of a log, checked by what the schema of SARIF
// 2.1.0 requires of the parts that are used.
func readSARIF(t *testing.T, list []Problem) map[string]any {
	t.Helper()
	var got bytes.Buffer
	if err := (Output{Root: "content"}).SARIF(&got, list); err != nil {
		t.Fatal(err)
	}
	var log map[string]any
	if err := json.Unmarshal(got.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if log["version"] != "2.1.0" || len(log["runs"].([]any)) != 1 {
		t.Fatalf("not a log of one run: %v", log)
	}
	run := log["runs"].([]any)[0].(map[string]any)
	driver := run["tool"].(map[string]any)["driver"].(map[string]any)
	if driver["name"] != "Siger" || run["columnKind"] != "unicodeCodePoints" || run["language"] != "id" {
		t.Errorf("the run is %v", run)
	}
	rules := driver["rules"].([]any)
	seen := map[any]bool{}
	for _, rule := range rules {
		rule := rule.(map[string]any)
		if seen[rule["id"]] {
			t.Errorf("the rule %s is there twice", rule["id"])
		}
		seen[rule["id"]] = true
		for _, part := range []string{"shortDescription", "fullDescription", "help"} {
			if text, ok := rule[part].(map[string]any)["text"].(string); !ok || text == "" {
				t.Errorf("the rule %s has no %s", rule["id"], part)
			}
		}
	}
	for _, result := range run["results"].([]any) {
		result := result.(map[string]any)
		if rule := rules[int(result["ruleIndex"].(float64))].(map[string]any); rule["id"] != result["ruleId"] {
			t.Errorf("the rule of %v is %v", result, rule["id"])
		}
		if text, ok := result["message"].(map[string]any)["text"].(string); !ok || text == "" || (result["level"] == "warning") != (result["ruleId"].(string) >= "S6") {
			t.Errorf("the result %v says nothing", result)
		}
		place := result["locations"].([]any)[0].(map[string]any)["physicalLocation"].(map[string]any)
		uri := place["artifactLocation"].(map[string]any)["uri"].(string)
		if !strings.HasPrefix(uri, "content/") || strings.ContainsAny(uri, ` \`) {
			t.Errorf("the URI is %q", uri)
		}
		region := place["region"].(map[string]any)
		if region["startLine"].(float64) < 1 {
			t.Errorf("the region is %v", region)
		}
		if end, ok := region["endColumn"].(float64); ok && end <= region["startColumn"].(float64) {
			t.Errorf("the region is empty: %v", region)
		}
	}
	return run
}

func TestSARIF(t *testing.T) {
	run := readSARIF(t, sample())
	if results := run["results"].([]any); len(results) != len(sample()) {
		t.Errorf("%d results", len(results))
	}
	uri := run["results"].([]any)[0].(map[string]any)["locations"].([]any)[0].(map[string]any)["physicalLocation"].(map[string]any)["artifactLocation"].(map[string]any)["uri"]
	if uri != "content/2020/a,b:%2050%25.txt" {
		t.Errorf("the URI is %s", uri)
	}
}

// TestFingerprints: they differ for different problems, and neither the language
// nor a line added above changes them.
func TestFingerprints(t *testing.T) {
	list := sample()
	first := Output{Root: "content"}.fingerprints(list)
	seen := map[string]bool{}
	for i := range list {
		if seen[first[i]] {
			t.Errorf("problem %d has the fingerprint of another", i)
		}
		seen[first[i]] = true
		if list[i].Line > 0 {
			list[i].Line += 7
		}
	}
	for i, print := range (Output{Root: "content", Language: English}).fingerprints(list) {
		if print != first[i] {
			t.Errorf("problem %d has another fingerprint", i)
		}
	}
}

// TestGitHub: changed files come first, at most nine annotations, and nothing
// that an author wrote ends a command or begins one.
func TestGitHub(t *testing.T) {
	list := sample()
	for i := range 20 {
		list = append(list, At(Pos{File: fmt.Sprintf("2021/inovasi/z%02d.yaml", i), Line: 1}, "", NotLink, "x\n::error::y"))
	}
	out := Output{Root: "content", Changed: []string{"content/2021/inovasi/z07.yaml", "lain.txt"}}
	var got bytes.Buffer
	if err := out.GitHub(&got, Sort(list)); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(got.String(), "\n"), "\n")
	if len(lines) != 12 || !strings.HasPrefix(lines[0], "::error file=content/2021/inovasi/z07.yaml,line=1,title=S120::") ||
		!strings.HasPrefix(lines[1], "::error file=content/2020/a%2Cb%3A 50%25.txt,title=S101::") ||
		!strings.HasPrefix(lines[11], "::notice title=siger check::18 masalah lagi") || strings.Count(got.String(), "::warning ") != 2 {
		t.Errorf("got:\n%s", got.String())
	}
	for _, line := range lines {
		if strings.Count(line, "::error ")+strings.Count(line, "::warning ")+strings.Count(line, "::notice ") != 1 || strings.ContainsAny(line, "\r\x1b") {
			t.Errorf("not one command: %q", line)
		}
	}
	got.Reset()
	if err := out.Summary(&got, Sort(list)); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(got.String(), "\n")
	if !strings.HasPrefix(rows[6], `| content/2021/inovasi/z07.yaml:1 | S120 | “x`) || strings.Count(got.String(), "\n| content") != len(list) {
		t.Errorf("summary:\n%s", got.String())
	}
	many := make([]Problem, 20_000)
	for i := range many {
		many[i] = At(Pos{File: "a.yaml", Line: i + 1}, "", Tab)
	}
	got.Reset()
	if err := out.Summary(&got, many); err != nil || got.Len() > 1<<20 || !strings.Contains(got.String(), " masalah lagi; ") {
		t.Errorf("the summary of many has %d bytes (%v)", got.Len(), err)
	}
}

// TestSource: a file is read once, and one that cannot be read has no excerpt.
func TestSource(t *testing.T) {
	reads := map[string]int{}
	out := Output{Source: func(file string) ([]byte, error) {
		reads[file]++
		if strings.Contains(file, "baca") {
			return nil, errors.New("gone")
		}
		return sampleFiles[file].Data, nil
	}}
	var got bytes.Buffer
	if err := out.Text(&got, append(sample(), At(Pos{File: "2020/inovasi/baca.yaml", Line: 1}, "", Tab))); err != nil {
		t.Fatal(err)
	}
	if len(reads) != 2 || reads["2020/inovasi/kopi.yaml"] != 1 || reads["2020/inovasi/baca.yaml"] != 1 {
		t.Errorf("files were read so many times: %v", reads)
	}
}

// TestSecrets: no format repeats what is secret, be it what a problem quotes, beside
// another problem of its line, or told by its line alone.
func TestSecrets(t *testing.T) {
	const file = "2020/inovasi/baca.yaml"
	at := func(line, column, length int) Pos { return Pos{File: file, Line: line, Column: column, Length: length} }
	link := At(at(2, 9, 14), "081234563456", UnknownKey, "“081234563456”", Words{"; budi3456@gmail.com", "; budi3456@gmail.com"})
	link.Fix = link.Replace("081234563456")
	list := Sort(append(sample(),
		At(at(1, 19, 16), "perangkat_daerah", UnknownAgency, "1871011203853456", Words{}),
		link,
		At(at(3, 28, 10), "tautan", NotLink, "1234343456"),
		At(at(3, 28, 10), "", PersonalData, Words{"nomor rekening", "an account number"}, "12…"),
		At(at(4, 6, 11), "sop", NotSlug, "SK 800/2021")))
	files := fstest.MapFS{file: {Data: []byte("perangkat_daerah: 1871011203853456\ntautan: “081234563456”\n{judul: Rekening, tautan: 1234343456}\nsop: SK 800/2021\n")}}
	for name, f := range sampleFiles {
		files[name] = f
	}
	for _, strict := range []bool{false, true} {
		out := Output{Root: "content", Source: Source(files), Strict: strict}
		var summary bytes.Buffer
		if err := out.Summary(&summary, list); err != nil {
			t.Fatal(err)
		}
		for _, format := range append(Formats, "summary") {
			got := summary
			if format != "summary" {
				got = bytes.Buffer{}
				if err := out.Write(&got, format, list); err != nil {
					t.Fatal(err)
				}
			}
			quoted := format == FormatJUnit || strings.Contains(got.String(), "18••") && strings.Contains(got.String(), "12••") && strings.Contains(got.String(), "SK 800/2021")
			if strings.Contains(got.String(), "3456") || !strings.Contains(got.String(), "08") || !quoted {
				t.Errorf("%s repeats a secret, or says nothing of it:\n%s", format, got.String())
			}
		}
	}
}

// TestStrict: as errors, warnings are nothing else in any format.
func TestStrict(t *testing.T) {
	out := Output{Strict: true}
	for _, format := range Formats {
		var got bytes.Buffer
		if err := out.Write(&got, format, []Problem{At(Pos{File: "a.yaml"}, "", ShortDesign, 1, 300)}); err != nil {
			t.Fatal(err)
		}
		if text := got.String(); strings.Contains(text, "peringatan:") || strings.Contains(text, "::warning") ||
			strings.Contains(text, `"level": "warning",`) || strings.Contains(text, "minor") || strings.Contains(text, `failures="0"`) {
			t.Errorf("%s:\n%s", format, text)
		}
	}
}

// TestColor: colour changes nothing but the colours.
func TestColor(t *testing.T) {
	var plain, colored bytes.Buffer
	out := Output{Source: Source(sampleFiles)}
	if err := out.Text(&plain, sample()); err != nil {
		t.Fatal(err)
	}
	out.Color = true
	if err := out.Text(&colored, sample()); err != nil {
		t.Fatal(err)
	}
	stripped := colored.String()
	for _, code := range []string{"0", "1", "1;31", "1;33", "34", "36"} {
		stripped = strings.ReplaceAll(stripped, "\x1b["+code+"m", "")
	}
	if stripped != plain.String() || !strings.Contains(colored.String(), "\x1b[1;31m^\x1b[0m") || strings.Contains(plain.String(), "\x1b") {
		t.Errorf("coloured:\n%q\nplain:\n%q", colored.String(), plain.String())
	}
}
