package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tFmtShort = text{"Rapikan tata letak berkas isi", "Lay out the content files"}
	tFmtLong  = text{
		"Merapikan tata letak berkas isi: urutan kunci, indentasi, tanda kutip, dan baris kosong.\nArti setiap nilai, teks Markdown, dan semua komentar tetap sama.\n\nTanpa nama berkas, semua berkas di folder isi dirapikan. Nama berkas yang berubah ditampilkan.\nBerkas yang bermasalah dibiarkan dan masalahnya ditampilkan seperti pada siger check.\n\nKode keluar: 0 tanpa masalah, 1 ada masalah atau (dengan --check) ada berkas yang belum rapi,\n2 salah pakai, 3 mesin gagal.",
		"Lays out the content files: the order of keys, indentation, quotes and blank lines.\nThe meaning of every value, the Markdown and all comments stay the same.\n\nWithout a file's name, all files of the content folder are laid out. The names of changed\nfiles are printed. A file with problems is left alone, and its problems are printed as by\nsiger check.\n\nExit codes: 0 no problem, 1 problems or (with --check) files not laid out yet,\n2 wrong usage, 3 the machine failed.",
	}
	tFlagCheck = text{"tampilkan nama berkas yang belum rapi tanpa mengubahnya; kode keluar 1 bila ada", "print the files that are not laid out yet and change none; exit code 1 when there is one"}
	tFlagDiff  = text{"tampilkan perubahannya saja tanpa menulis", "print the changes and write nothing"}

	tFmtMissing   = text{"berkas “%s” tidak ditemukan", "the file “%s” was not found"}
	tFmtOutside   = text{"“%s” tidak berada di folder isi “%s”", "“%s” is not in the content folder “%s”"}
	tFmtNotFormat = text{"“%s” bukan berkas isi yang tata letaknya diatur; yang diatur: situs.yaml, klasifikasi.yaml, perangkat-daerah.yaml, edisi.yaml, berkas di inovasi/, dan halaman", "“%s” is not a content file with a layout; these are: situs.yaml, klasifikasi.yaml, perangkat-daerah.yaml, edisi.yaml, files in inovasi/, and pages"}
	tFmtSkipped   = text{"%s dilewati: bukan berkas biasa", "%s was skipped: not an ordinary file"}
	tFmtRefused   = text{"%s:%d: berkas dibiarkan: di sekitar baris ini ada komentar atau susunan yang tidak dapat dipindahkan dengan aman; rapikan bagian itu dengan tangan", "%s:%d: the file was left alone: near this line is a comment or structure that cannot be moved safely; lay that part out by hand"}
	tFmtDone      = text{"%s dari %s berkas dirapikan.", "%s of %s files were laid out."}
	tFmtWould     = text{"%s dari %s berkas belum rapi.", "%s of %s files are not laid out."}
)

// A formatting is one run of fmt.
type formatting struct {
	folder
	check, diff bool

	changed, files, refused int
	problems                []problem.Problem
}

func (a *app) fmt() *cobra.Command {
	var check, diff, quiet bool
	cmd := &cobra.Command{
		Use:   "fmt [FILE...]",
		Short: a.t(tFmtShort),
		Long:  a.t(tFmtLong),
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := a.openFolder()
			if err != nil {
				return err
			}
			defer folder.root.Close()
			f := &formatting{folder: folder, check: check, diff: diff}
			return f.run(args, quiet)
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, a.t(tFlagCheck))
	cmd.Flags().BoolVar(&diff, "diff", false, a.t(tFlagDiff))
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, a.t(tFlagQuiet))
	return cmd
}

// run formats the files that are named, or all.
func (f *formatting) run(args []string, quiet bool) error {
	var names []string
	var err error
	if len(args) > 0 {
		names, err = f.named(args)
	} else {
		names, err = f.all()
	}
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := f.file(name); err != nil {
			return err
		}
	}
	if !quiet {
		done := tFmtDone
		if f.check || f.diff {
			done = tFmtWould
		}
		fmt.Fprintln(f.err, f.t(done, f.count(f.changed), f.count(f.files)))
	}
	if len(f.problems) > 0 {
		return f.report(f.err, false, problem.Sort(f.problems))
	}
	if f.refused > 0 || f.check && f.changed > 0 {
		return errProblems
	}
	return nil
}

// all lists the content files that have a layout, as slash-separated names.
func (f *formatting) all() (names []string, err error) {
	err = fs.WalkDir(f.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("list content folder: %w", err)
		case name != "." && strings.HasPrefix(d.Name(), ".") || !fs.ValidPath(name): // check says what is wrong with a name
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && (content.Formats(name) || !d.Type().IsRegular()):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// file formats one file.
func (f *formatting) file(name string) error {
	shown := f.shown(name)
	info, err := f.root.Lstat(filepath.FromSlash(name))
	if err != nil {
		return fmt.Errorf("read %s: %w", shown, err)
	}
	if !info.Mode().IsRegular() {
		fmt.Fprintln(f.err, f.t(tFmtSkipped, problem.Visible(shown)))
		return nil
	}
	before, err := f.read(name)
	if err != nil {
		return &content.ReadError{File: name, Err: err}
	}
	f.files++
	after, problems, err := content.Format(name, before)
	var layout *content.LayoutError
	switch {
	case errors.As(err, &layout):
		f.refused++
		fmt.Fprintln(f.err, f.t(tFmtRefused, problem.Visible(shown), layout.Line))
		return nil
	case err != nil:
		return err
	case len(problems) > 0:
		f.problems = append(f.problems, problems...)
		return nil
	case bytes.Equal(before, after):
		return nil
	}
	f.changed++
	switch {
	case f.diff:
		_, err = io.WriteString(f.out, problem.Masked(string(diff.Diff("a/"+shown, before, "b/"+shown, after))))
	case !f.check:
		if err := replaceFile(f.root, name, before, after); err != nil {
			return fmt.Errorf("write %s: %w", shown, err)
		}
		fallthrough
	default:
		_, err = fmt.Fprintln(f.out, problem.Visible(shown))
	}
	if err != nil {
		return fmt.Errorf("print result: %w", err)
	}
	return nil
}
