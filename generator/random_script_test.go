package generator_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siger/generator/award"
	"siger/generator/award/awardtest"
	"siger/generator/content"
	"siger/generator/site"
	"siger/layouts"
)

var randomEditions = flag.Uint64("editions", 100, "random editions that the published script recomputes")

// TestScriptAgrees: what the site publishes of random editions is what
// hitung-ulang.py, which is written from the method page in another language,
// computes from the published file. -editions says how many.
func TestScriptAgrees(t *testing.T) {
	t.Parallel()
	pythonPath(t) // skips where there is none, before the work
	script, err := fs.ReadFile(layouts.Default(), "data/hitung-ulang.py")
	if err != nil {
		t.Fatal(err)
	}
	words, err := fs.ReadFile(layouts.Default(), "i18n/id.yaml")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := content.ParseTexts(words)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("hitung-ulang.py", script)
	arguments := []string{"hitung-ulang.py"}
	for seed := range *randomEditions {
		e, agencies := awardtest.Edition(rand.New(rand.NewPCG(seed, 38)))
		e.Status = award.Draft
		name := fmt.Sprintf("seed-%d.json", seed)
		write(name, published(t, e, agencies, &site.Texts{Language: "id", Words: texts}))
		arguments = append(arguments, name)
	}
	code, out := runPython(t, folder, arguments...)
	if code != 0 {
		t.Fatalf("exit code %d\n%s", code, out)
	}
	if got := strings.Count(out, " 0 yang berbeda"); got != int(*randomEditions) {
		t.Errorf("of %d editions, the script found %d without a difference", *randomEditions, got)
	}
}

// published returns hasil.json of an edition as the site writes it.
func published(t *testing.T, e *award.Edition, agencies []award.Agency, texts *site.Texts) []byte {
	t.Helper()
	c := &content.Content{Agencies: agencies, Editions: []*award.Edition{e}}
	s := site.New(c, []*award.Standing{award.Evaluate(e, agencies)}, site.Options{Base: &url.URL{Scheme: "https", Host: "x.id"}, Texts: texts})
	for _, o := range s.Outputs() {
		if o.Path == fmt.Sprintf("%d/data/hasil.json", e.Year) {
			var out bytes.Buffer
			if err := o.Write(&out); err != nil {
				t.Fatal(err)
			}
			return out.Bytes()
		}
	}
	t.Fatal("the site has no hasil.json")
	return nil
}
