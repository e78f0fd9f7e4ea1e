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
	allowed := map[string][]string{
		"generator/award":   {},
		"generator/problem": {},
		"generator/publish": {},
		"generator/content": {"siger/generator/award", "siger/generator/problem", "gopkg.in/yaml.v3"},
		"generator/site":    {"siger/generator/award", "siger/generator/content"},
		"generator/render":  {"siger/generator/site", "siger/generator/problem", "github.com/yuin/goldmark", "github.com/tdewolff/minify/v2"},
		"generator":         {"siger/generator/award", "siger/generator/content", "siger/generator/problem", "siger/generator/render", "siger/generator/site"},
		"generator/sheet":   {"siger/generator/award", "siger/generator/problem", "github.com/xuri/excelize/v2", "golang.org/x/text"},
		"generator/intake":  {"siger/generator/award", "siger/generator/content", "siger/generator/problem", "siger/generator/sheet"},
		"generator/preview": {"siger/generator", "github.com/fsnotify/fsnotify"},
		"layouts":           {},
		"cmd/siger":         {"siger/generator", "siger/generator/content", "siger/generator/intake", "siger/generator/preview", "siger/generator/problem", "siger/generator/publish", "siger/generator/sheet", "siger/layouts", "github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term", "github.com/rogpeppe/go-internal/diff"},
	}
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		folder := path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../"))
		rules, ok := allowed[folder]
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
			for _, rule := range rules {
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
