package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"siger": main})
}

// TestScripts runs testdata/*.txtar: each is a session on the command line in a
// folder that holds the small site of the generator's tests as content/.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(filepath.Join(env.WorkDir, "content"), os.DirFS("../../generator/testdata/kecil"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"ganti": replaceOnce, "status": exitStatus},
	})
}

// replaceOnce is the script command "ganti FILE OLD NEW"; \n in a text is a line end.
func replaceOnce(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: ganti FILE OLD NEW")
	}
	file := ts.MkAbs(args[0])
	for i := range args[1:] {
		args[1+i] = strings.ReplaceAll(args[1+i], `\n`, "\n")
	}
	data, err := os.ReadFile(file)
	ts.Check(err)
	if n := strings.Count(string(data), args[1]); n != 1 {
		ts.Fatalf("%s holds the text %d times", args[0], n)
	}
	ts.Check(os.WriteFile(file, []byte(strings.Replace(string(data), args[1], args[2], 1)), 0o644))
}

// exitStatus is the script command "status CODE ARG …": it runs siger with the
// arguments and wants that exit code.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: status CODE ARG ...")
	}
	code := 0
	var exit *exec.ExitError
	if err := ts.Exec("siger", args[1:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if args[0] != strconv.Itoa(code) {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// TestTexts: every message has both languages.
func TestTexts(t *testing.T) {
	for reason, words := range refusals {
		if words.id == "" || words.en == "" {
			t.Errorf("reason %d lacks a language", reason)
		}
	}
	for _, lang := range []string{"id", "en"} {
		var out, err bytes.Buffer
		if code := run([]string{"--lang", lang, "--help"}, &out, &err); code != exitOK || strings.Contains(out.String(), "%!") {
			t.Errorf("--lang %s --help: exit code %d, %s%s", lang, code, out.String(), err.String())
		}
	}
}
