package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"siger/generator/problem"
)

var (
	tFlagFormat    = text{"`bentuk` keluaran: %s", "output `format`: %s"}
	tFlagChanged   = text{"`berkas` berisi nama berkas yang berubah, satu per baris; masalahnya tampil lebih dulu (hanya --format github)", "`file` with the names of changed files, one per line; their problems come first (--format github only)"}
	tFlagStrict    = text{"perlakukan peringatan sebagai masalah", "treat warnings as problems"}
	tBadFormat     = text{"bentuk “%s” tidak ada; pilihannya: %s", "there is no format “%s”; there are: %s"}
	tChangedFormat = text{"--changed hanya untuk --format github", "--changed is only for --format github"}
	tNoChanged     = text{"daftar berkas berubah “%s” tidak dapat dibaca", "cannot read the list of changed files “%s”"}
	tNoSummary     = text{"ringkasan pekerjaan tidak dapat ditulis: %s", "cannot write the summary of the job: %s"}
)

// A form is how problems are printed.
type form struct {
	format  problem.Format
	changed []string // file names relative to the working directory
	strict  bool     // warnings count as errors
}

func formatNames() string {
	names := make([]string, len(problem.Formats))
	for i, f := range problem.Formats {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

// formatOf reads the flags of the output: a format, and a file that names the
// changed files.
func (a *app) formatOf(format, changed string) (form, error) {
	f := form{format: problem.Format(format)}
	if !slices.Contains(problem.Formats, f.format) {
		return f, usageError{a.t(tBadFormat, problem.Visible(format), formatNames())}
	}
	if changed == "" {
		return f, nil
	}
	if f.format != problem.FormatGitHub {
		return f, usageError{a.t(tChangedFormat)}
	}
	data, err := os.ReadFile(changed)
	if err != nil {
		return f, usageError{a.t(tNoChanged, problem.Visible(changed))}
	}
	for line := range strings.Lines(string(data)) {
		if name := strings.TrimSpace(line); name != "" {
			f.changed = append(f.changed, path.Clean(filepath.ToSlash(name)))
		}
	}
	return f, nil
}

// report prints problems as text and returns the error that ends the command.
func (a *app) report(w io.Writer, strict bool, problems []problem.Problem) error {
	f := form{format: problem.FormatText, strict: strict}
	if err := a.print(w, f, problems); err != nil {
		return err
	}
	return a.counted(f, problems)
}

// counted says how many problems have been printed, and returns the error that
// ends the command if they are not all warnings.
func (a *app) counted(f form, problems []problem.Problem) error {
	fmt.Fprintln(a.err, problem.Output{Language: a.lang, Strict: f.strict}.Count(problems))
	if f.strict || problem.Blocking(problems) {
		return errProblems
	}
	return nil
}

// print prints problems, with excerpts of the content where they can be read.
func (a *app) print(w io.Writer, f form, problems []problem.Problem) error {
	out := problem.Output{
		Language: a.lang, Root: contentName(a.flags.content), Color: colored(w), Version: versionText(), Changed: f.changed, Strict: f.strict,
	}
	if root, err := os.OpenRoot(a.flags.content); err == nil {
		defer root.Close()
		out.Source = problem.Source(root.FS())
	}
	if err := out.Write(w, f.format, problems); err != nil {
		return fmt.Errorf("print problems: %w", err)
	}
	if f.format == problem.FormatGitHub {
		a.summary(out, problems)
	}
	return nil
}

// summary adds all problems to the summary page of a GitHub job. That it cannot
// be written is said, but does not hide the problems.
func (a *app) summary(out problem.Output, problems []problem.Problem) {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return
	}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err == nil {
		err = out.Summary(file, problems)
		if e := file.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		fmt.Fprintf(a.err, "siger: %s\n", problem.Visible(a.t(tNoSummary, err)))
	}
}

// contentName is the content folder as problems name it: relative to the working
// directory where it lies below, since readers of machine formats look there.
func contentName(dir string) string {
	dir = filepath.Clean(dir)
	if here, err := os.Getwd(); err == nil && filepath.IsAbs(dir) {
		if name, err := filepath.Rel(here, dir); err == nil && fs.ValidPath(filepath.ToSlash(name)) {
			dir = name
		}
	}
	return filepath.ToSlash(dir)
}

// colored reports whether text may be coloured: on a terminal, unless its user
// wants none (see no-color.org).
func colored(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(file.Fd()))
}
