package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
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
	*app
	root        *os.Root // the content folder
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
			root, err := os.OpenRoot(a.flags.content)
			if errors.Is(err, fs.ErrNotExist) {
				return usageError{a.t(tNoContent, problem.Visible(a.flags.content))}
			}
			if err != nil {
				return fmt.Errorf("open folder: %w", err)
			}
			defer root.Close()
			f := &formatting{app: a, root: root, check: check, diff: diff}
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
		case name != "." && strings.HasPrefix(d.Name(), "."):
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

// named finds the files that the user named inside the content folder.
func (f *formatting) named(args []string) ([]string, error) {
	var names []string
	seen := map[string]bool{}
	for _, arg := range args {
		if _, err := os.Lstat(arg); errors.Is(err, fs.ErrNotExist) {
			return nil, usageError{f.t(tFmtMissing, problem.Visible(arg))}
		}
		name, err := within(f.flags.content, arg)
		if err != nil {
			return nil, err
		}
		if !filepath.IsLocal(name) {
			return nil, usageError{f.t(tFmtOutside, problem.Visible(arg), problem.Visible(f.flags.content))}
		}
		if name = filepath.ToSlash(name); !content.Formats(name) {
			return nil, usageError{f.t(tFmtNotFormat, problem.Visible(arg))}
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names, nil
}

// within returns the path from a folder to a file, whose folders may be reached
// by links.
func within(folder, file string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find content folder: %w", err)
	}
	if file, err = filepath.Abs(file); err != nil {
		return "", fmt.Errorf("find file: %w", err)
	}
	if name, err := filepath.Rel(folder, file); err == nil && filepath.IsLocal(name) {
		return name, nil
	}
	realFolder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", fmt.Errorf("find content folder: %w", err)
	}
	realParent, err := filepath.EvalSymlinks(filepath.Dir(file))
	if err != nil {
		return "", fmt.Errorf("find file: %w", err)
	}
	name, err := filepath.Rel(realFolder, filepath.Join(realParent, filepath.Base(file)))
	if err != nil {
		return "..", nil // on another volume
	}
	return name, nil
}

// file formats one file.
func (f *formatting) file(name string) error {
	shown := path.Join(filepath.ToSlash(filepath.Clean(f.flags.content)), name)
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
		return fmt.Errorf("read %s: %w", shown, err)
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
		_, err = f.out.Write(diff.Diff("a/"+shown, before, "b/"+shown, after))
	case !f.check:
		if err := f.replace(name, after, info.Mode().Perm()); err != nil {
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

// read reads a file, and of one that is too large enough to know that it is.
func (f *formatting) read(name string) ([]byte, error) {
	file, err := f.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, content.MaxFileSize+1))
}

// replace puts new bytes in a file's place in one step: a reader sees the old
// file or the new one. The name of the file in between begins with a dot, so
// that no command takes it for content should it be left behind.
func (f *formatting) replace(name string, data []byte, mode fs.FileMode) (err error) {
	folder, base := path.Split(name)
	temp := filepath.FromSlash(folder + "." + base + "." + rand.Text()[:8])
	file, err := f.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			f.root.Remove(temp)
		}
	}()
	if _, err = file.Write(data); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	if err = f.root.Chmod(temp, mode); err != nil {
		return err
	}
	return f.root.Rename(temp, filepath.FromSlash(name))
}
