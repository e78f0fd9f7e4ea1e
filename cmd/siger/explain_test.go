package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"siger/generator/problem"
)

// TestGuide: the guide for the secretariat lists every code, as it is now.
func TestGuide(t *testing.T) {
	data, err := os.ReadFile("../../content/halaman/panduan.md")
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, code := range problem.Codes() {
		fmt.Fprintf(&want, "| %s | %s |\n", code, code.Title(problem.Indonesian))
	}
	if got := between(t, string(data), "| Kode | Masalah |\n|---|---|\n", "\n\n") + "\n"; got != want.String() {
		t.Errorf("the guide's codes are\n%s\nthe program's are\n%s", got, want.String())
	}
}
