package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// licences are the licences that a dependency may have, by SPDX id, and what only
// their text says.
var licences = []struct{ id, says, not string }{
	{"Apache-2.0", "apache license version 2.0, january 2004", ""},
	{"Apache-2.0", "licensed under the apache license, version 2.0", ""},
	{"BSD-3-Clause", "neither the name of", ""},
	{"BSD-2-Clause", "redistributions in binary form must reproduce the above copyright notice", "neither the name of"},
	{"MIT", "the software is provided \"as is\", without warranty of any kind", ""},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose", ""},
}

// licenceOf returns the SPDX expression of a licence's text, "" for one that is
// not known. Several in one text are of several parts.
func licenceOf(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	var found []string
	for _, l := range licences {
		if strings.Contains(text, l.says) && (l.not == "" || !strings.Contains(text, l.not)) {
			found = append(found, l.id)
		}
	}
	for _, bad := range []string{"gnu general public", "gnu lesser", "gnu affero", "mozilla public", "server side public", "commons clause", "business source"} {
		if strings.Contains(text, bad) && !strings.Contains(text, "apache license") {
			return ""
		}
	}
	return strings.Join(slices.Compact(found), " AND ")
}

// TestLicences holds licences.txt, the list of all modules of go.mod with
// their licences, to the licences that the modules bring along. All are ones that
// ask for no more than their text to be kept.
func TestLicences(t *testing.T) {
	goTool := func(args ...string) []byte {
		t.Helper()
		cmd := exec.Command("go", args...)
		cmd.Dir = "../.."
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go %s: %v", strings.Join(args, " "), err)
		}
		return out
	}
	var module struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal(goTool("mod", "edit", "-json"), &module); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range module.Require {
		// From the module cache; fetched only if it is not there.
		var where struct{ Dir string }
		if err := json.Unmarshal(goTool("mod", "download", "-json", m.Path+"@"+m.Version), &where); err != nil {
			t.Fatal(err)
		}
		id := ""
		for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"} {
			if data, err := os.ReadFile(filepath.Join(where.Dir, name)); err == nil {
				id = licenceOf(string(data))
				break
			}
		}
		if id == "" {
			t.Errorf("%s has no licence that is known", m.Path)
		}
		got = append(got, fmt.Sprintf("%s %s", m.Path, id))
	}
	slices.Sort(got)
	want, err := os.ReadFile("licences.txt")
	if err != nil || strings.Join(got, "\n")+"\n" != string(want) {
		t.Errorf("licences.txt should be\n%s", strings.Join(got, "\n"))
	}
	for text, want := range map[string]string{"": "", "All rights reserved.": "", "GNU GENERAL PUBLIC LICENSE Version 3": "", "Commons Clause. The software is provided \"as is\", without warranty of any kind": ""} {
		if id := licenceOf(text); id != want {
			t.Errorf("%q is taken for %q", text, id)
		}
	}
}
