package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"siger/generator"
	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tFixShort = text{"Perbaiki kesalahan yang perbaikannya sudah pasti", "Mend the faults whose repair is beyond doubt"}
	tFixLong  = text{
		"Memperbaiki yang perbaikannya sudah pasti: salah eja kunci, perangkat daerah, istilah, dan\nkriteria; tanda kutip lengkung; tab; karakter tersembunyi; titik dua tanpa spasi; spasi di akhir\nbaris; akhir baris Windows dan Mac lama; BOM. Bila ada dua kemungkinan, berkas dibiarkan.\n\nPerubahannya ditampilkan dulu, lalu ditanyakan. Di luar terminal tidak ada yang ditulis tanpa\n--yes. Tanpa nama berkas, semua berkas isi diperiksa.\n\nKode keluar: 0 tidak ada lagi masalah, 1 masih ada masalah atau perubahan belum ditulis,\n2 salah pakai, 3 mesin gagal.",
		"Mends what is beyond doubt: misspelt keys, agencies, terms and criteria; curly quotes; tabs;\nhidden characters; a colon without its space; spaces at the end of lines; line ends of\nWindows and old Macs; a byte order mark. Where two repairs are possible a file is left alone.\n\nThe changes are shown first, then you are asked. Beyond a terminal nothing is written without\n--yes. Without a file's name, all content files are looked at.\n\nExit codes: 0 no problem is left, 1 there are problems left or changes not written,\n2 wrong usage, 3 the machine failed.",
	}
	tFlagYes = text{"tulis perubahan tanpa bertanya", "write the changes without asking"}

	tFixNothing = text{"Tidak ada yang dapat diperbaiki sendiri oleh Siger.", "There is nothing that Siger can mend by itself."}
	tFixAsk     = text{"Tulis perubahan ini ke %s berkas? [y/T] ", "Write these changes to %s files? [y/N] "}
	tFixNoTerm  = text{"Belum ditulis. Jalankan dengan --yes untuk menulis perubahan ini.", "Not written. Run with --yes to write these changes."}
	tFixRefused = text{"Tidak ada yang ditulis.", "Nothing was written."}
	tFixDone    = text{"%s berkas diperbaiki.", "%s files were mended."}
	tFixWould   = text{"%s berkas dapat diperbaiki.", "%s files can be mended."}
	tFixLeft    = text{"Masih tersisa: %s Rinciannya ditampilkan oleh siger check.", "Left: %s Run siger check to read them."}
)

func (a *app) fix() *cobra.Command {
	var yes, diff, quiet bool
	cmd := &cobra.Command{
		Use:   "fix [FILE...]",
		Short: a.t(tFixShort),
		Long:  a.t(tFixLong),
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := a.openFolder()
			if err != nil {
				return err
			}
			defer folder.root.Close()
			return folder.fix(args, yes, diff, quiet)
		},
	}
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, a.t(tFlagYes))
	cmd.Flags().BoolVar(&diff, "diff", false, a.t(tFlagDiff))
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, a.t(tFlagQuiet))
	return cmd
}

// fix mends the files that are named, or all.
func (f folder) fix(args []string, yes, onlyDiff, quiet bool) error {
	names, err := f.named(args)
	if err != nil {
		return err
	}
	changed, err := content.Fix(f.root.FS(), func(file string) bool { return len(args) == 0 || slices.Contains(names, file) })
	if err != nil {
		return err
	}
	files := slices.Sorted(maps.Keys(changed))
	if err := f.show(files, changed); err != nil {
		return err
	}
	tell := func(t text, args ...any) {
		if !quiet {
			fmt.Fprintln(f.err, f.t(t, args...))
		}
	}
	switch {
	case len(files) == 0:
		tell(tFixNothing)
	case onlyDiff:
		tell(tFixWould, f.count(len(files)))
		return errProblems // not written, as --help says
	case !yes && !term.IsTerminal(int(os.Stdin.Fd())):
		tell(tFixNoTerm)
		return errProblems
	case !yes && !f.agreed(os.Stdin, len(files)):
		tell(tFixRefused)
		return errProblems
	default:
		var edited editedError
		for _, name := range files {
			if err := edited.add(replaceFile(f.root, name, changed[name].Before, changed[name].After)); err != nil {
				return fmt.Errorf("write %s: %w", f.shown(name), err)
			}
		}
		tell(tFixDone, f.count(len(files)-len(edited.files)))
		if len(edited.files) > 0 {
			return edited
		}
	}
	return f.left(tell)
}

// show prints the changes.
func (f folder) show(files []string, changed map[string]content.Mended) error {
	for _, name := range files {
		if _, err := io.WriteString(f.out, problem.Masked(string(diff.Diff("a/"+f.shown(name), changed[name].Before, "b/"+f.shown(name), changed[name].After)))); err != nil {
			return fmt.Errorf("print changes: %w", err)
		}
	}
	return nil
}

// agreed asks whether the changes shall be written.
func (f folder) agreed(in io.Reader, files int) bool {
	fmt.Fprint(f.err, f.t(tFixAsk, f.count(files)))
	answer, _ := bufio.NewReader(io.LimitReader(in, 100)).ReadString('\n') // none is no
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "ya", "yes":
		return true
	}
	return false
}

// left says what the author must mend.
func (f folder) left(tell func(text, ...any)) error {
	config, done, err := f.config()
	if err != nil {
		return err
	}
	defer done()
	problems, err := generator.Check(config)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		tell(tFixLeft, problem.Output{Language: f.lang}.Count(problems))
	}
	if problem.Blocking(problems) {
		return errProblems
	}
	return nil
}
