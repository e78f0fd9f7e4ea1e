package main

import (
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"siger/generator"
	"siger/generator/content"
	"siger/layouts"
)

// TestReadme holds the README against the program: its two commands, its tables
// of commands, flags and fields, and its example of an innovation.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	gate, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}

	try := between(t, readme, "```sh\n", "```")
	if want := "go run ./cmd/siger build\ngo test ./...\n"; try != want {
		t.Errorf("the README's commands are\n%s", try)
	}
	if !strings.Contains(string(gate), "go test -race ./...") {
		t.Error(".ci/run does not run the README's test command")
	}

	app := &app{out: io.Discard, err: io.Discard, lang: "id"}
	root := app.root()
	var commands, flags []string
	eachCommand(root, func(c *cobra.Command) {
		if !c.Hidden && !c.HasSubCommands() {
			commands = append(commands, c.CommandPath())
		}
		c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	})
	root.PersistentFlags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	flags = slices.DeleteFunc(flags, func(name string) bool { return name == "--help" })
	var named []string
	for _, cell := range firstColumn(between(t, readme, "| command | does |\n|---|---|\n", "\n\n")) {
		words := strings.Fields(cell)
		if c, _, err := root.Find(words[1:]); err == nil {
			named = append(named, c.CommandPath())
		} else {
			named = append(named, cell)
		}
	}
	same(t, "commands", slices.Compact(named), commands)
	same(t, "flags", firstColumn(between(t, readme, "| flag | meaning |\n|---|---|\n", "\n\n")), flags)

	fields := firstColumn(between(t, readme, "| field | meaning |\n|---|---|\n", "\n\n"))
	if keys := content.InnovationKeys(); !slices.Equal(fields, keys) {
		t.Errorf("the README's fields are\n%v\nthe program's are\n%v", fields, keys)
	}

	example := between(t, readme, "```yaml\n", "```")
	for _, key := range regexp.MustCompile(`(?m)^([a-z_]+):`).FindAllStringSubmatch(example, -1) {
		if !slices.Contains(fields, key[1]) {
			t.Errorf("the README's example has the unknown key %s", key[1])
		}
	}
}

// TestReadmeExample puts the README's example into a copy of the real content:
// it must have exactly the faults that its foreign ids cause.
func TestReadmeExample(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	example := between(t, string(data), "```yaml\n", "```")
	if err := os.WriteFile(dir+"/2021/inovasi/kopi-rakyat.yaml", []byte(example), 0o644); err != nil {
		t.Fatal(err)
	}
	problems, err := generator.Check(generator.Config{Content: os.DirFS(dir), Layouts: layouts.Default(), Defaults: layouts.Default()})
	if err != nil {
		t.Fatal(err)
	}
	// The example shows one criterion of five, so the rest are missing: one problem.
	if len(problems) != 1 || problems[0].Code != "S406" {
		for _, p := range problems {
			t.Errorf("%s: [%s] %s", p.Place(""), p.Code, p.Text("id"))
		}
	}
}

func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, from)
	part, _, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatalf("the README has nothing between %q and %q", from, to)
	}
	return part
}

// firstColumn returns the code in the first cell of each row of a table.
func firstColumn(table string) []string {
	var cells []string
	for line := range strings.Lines(table) {
		cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
			cells = append(cells, m[1])
		}
	}
	return cells
}

func same(t *testing.T, what string, a, b []string) {
	t.Helper()
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	if b = slices.Compact(b); !slices.Equal(a, b) {
		t.Errorf("the README's %s are %v, the program's are %v", what, a, b)
	}
}
