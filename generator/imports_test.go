package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// TestImports holds the packages to the import rules of ARCHITECTURE.md.
func TestImports(t *testing.T) {
	// What each package may import beside the standard library.
	allowed := map[string]string{
		"generator/award":             ``,
		"generator/award/awardtest":   `siger/generator/award`,
		"generator/publish":           `siger/generator/internal/parallel`,
		"generator/revision":          ``,
		"generator/problem":           `siger/generator/internal/personal`,
		"generator/picture":           ``,
		"generator/seal":              `siger/generator/award`,
		"generator/store":             ``,
		"generator/internal/corpus":   ``,
		"generator/internal/parallel": ``,
		"generator/internal/pattern":  ``,
		"generator/internal/personal": `siger/generator/internal/pattern`,
		"generator/internal/program":  ``,
		"generator/internal/sink":     ``,
		"generator/internal/bench":    `siger/generator/award siger/generator/change siger/generator/content siger/generator/internal/corpus`,
		"generator/content":           `siger/generator/store siger/generator/award siger/generator/internal/parallel siger/generator/internal/pattern siger/generator/internal/personal siger/generator/picture siger/generator/problem siger/generator/seal gopkg.in/yaml.v3 golang.org/x/text/unicode/norm`,
		"generator/history":           `siger/generator/award siger/generator/content siger/generator/internal/pattern siger/generator/problem siger/generator/revision`,
		"generator/change":            `siger/generator/award siger/generator/content siger/generator/problem`,
		"generator/drawing":           `golang.org/x/image golang.org/x/text/unicode/norm rsc.io/qr`,
		"generator/robust":            `siger/generator/award siger/generator/internal/parallel`,
		"generator/movement":          `siger/generator/award`,
		"generator/site":              `siger/generator/award siger/generator/content siger/generator/drawing siger/generator/history siger/generator/internal/pattern siger/generator/movement siger/generator/robust siger/generator/search siger/generator/seal`,
		"generator/search":            `golang.org/x/text/unicode/norm`,
		"generator/render":            `siger/generator/site siger/generator/problem siger/generator/internal/pattern siger/generator/internal/program github.com/yuin/goldmark github.com/tdewolff/minify/v2`,
		"generator/sheet":             `siger/generator/award siger/generator/internal/pattern siger/generator/problem github.com/xuri/excelize/v2 golang.org/x/text`,
		"generator/intake":            `siger/generator/award siger/generator/content siger/generator/internal/pattern siger/generator/problem siger/generator/sheet`,
		"generator/external":          `siger/generator/problem`,
		"generator/verify":            `siger/generator/award siger/generator/problem siger/generator/seal`,
		"generator": `siger/generator/award siger/generator/change siger/generator/content siger/generator/drawing siger/generator/external siger/generator/history siger/generator/internal/parallel siger/generator/internal/pattern siger/generator/problem
			siger/generator/render siger/generator/seal siger/generator/site siger/generator/store`,
		"generator/preview": `github.com/fsnotify/fsnotify`,
		"layouts":           ``,
		"cmd/siger": `siger/generator siger/generator/award siger/generator/change siger/generator/content siger/generator/external siger/generator/history siger/generator/intake siger/generator/preview
			siger/generator/problem siger/generator/publish siger/generator/revision siger/generator/seal siger/generator/sheet siger/generator/site
			siger/generator/store siger/generator/verify siger/layouts github.com/spf13/cobra github.com/spf13/pflag github.com/cli/browser
			golang.org/x/term github.com/rogpeppe/go-internal/diff github.com/rivo/uniseg`,
	}
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		folder := path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../"))
		test := strings.HasSuffix(file, "_test.go")
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || test && folder != "generator/award" {
			return err
		}
		rules, ok := allowed[folder]
		if test { // the domain's tests know nothing beyond it either
			rules += " siger/generator/award siger/generator/award/awardtest"
		}
		if !ok {
			t.Errorf("%s is in a package that the rules do not name", file)
		}
		seen[folder] = true
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			first, _, _ := strings.Cut(name, "/")
			if !strings.Contains(first, ".") && first != "siger" {
				continue
			}
			fits := false
			for _, rule := range strings.Fields(rules) {
				fits = fits || name == rule || (strings.HasPrefix(name, rule+"/") && !strings.HasPrefix(rule, "siger"))
			}
			if !fits {
				t.Errorf("%s imports %s", file, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range allowed {
		if !seen[folder] {
			t.Errorf("there is no package %s", folder)
		}
	}
}
