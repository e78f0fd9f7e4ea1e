package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
)

// TestBill: the bill of materials names every module that is linked into a program,
// with its version, and is the same every time.
func TestBill(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var printed [2]string
	for i, args := range [][]string{{"version", "--sbom"}, {"version", "--sbom", self}} {
		var out, messages bytes.Buffer
		if code := run(args, &out, &messages); code != exitOK {
			t.Fatal(messages.String())
		}
		printed[i] = out.String()
	}
	if printed[0] != printed[1] {
		t.Error("a program says another thing of itself than is read from its file")
	}
	var b bill
	if err := json.Unmarshal([]byte(printed[0]), &b); err != nil {
		t.Fatal(err)
	}
	info, _ := debug.ReadBuildInfo()
	there := map[string]string{}
	refs := map[string]bool{}
	for _, c := range b.Components {
		there[c.Name] = c.Version
		refs[c.Ref] = true
		if c.Version == "" || c.URL != "pkg:golang/"+c.Name+"@"+c.Version {
			t.Errorf("the component %+v", c)
		}
	}
	for _, m := range info.Deps {
		if there[m.Path] != m.Version {
			t.Errorf("%s is of version %q, want %q", m.Path, there[m.Path], m.Version)
		}
	}
	if b.Format != "CycloneDX" || b.Spec != "1.6" || b.Metadata.Component.Name != "siger" || there["std"] != info.GoVersion || len(there) != len(info.Deps)+1 || len(info.Deps) < 10 {
		t.Errorf("the bill is %.400s", printed[0])
	}
	if len(b.Dependencies) != 1 || len(b.Dependencies[0].On) != len(refs) || regexp.MustCompile(`"(timestamp|serialNumber)"`).MatchString(printed[0]) {
		t.Errorf("dependencies %+v", b.Dependencies)
	}
	var out, messages bytes.Buffer
	if code := run([]string{"version", "--sbom", "sbom_test.go"}, &out, &messages); code != exitUsage || !strings.Contains(messages.String(), "sbom_test.go") {
		t.Errorf("what is no program: exit code %d, %s", code, messages.String())
	}
}
