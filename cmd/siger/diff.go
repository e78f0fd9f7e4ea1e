package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/change"
	"siger/generator/problem"
	"siger/generator/revision"
)

var (
	tDiffShort = text{"Tampilkan akibat perubahan isi terhadap skor, peringkat, dan penghargaan", "Show what a change of the content does to scores, ranks and awards"}
	tDiffLong  = text{
		"Menghitung hasil dari isi pada sebuah revisi git dan dari isi di folder kerja, lalu\nmenampilkan bedanya: siapa masuk atau keluar dari penghargaan, skor siapa yang berubah dan\nkarena kriteria mana, siapa yang hanya bergeser karena yang lain, dan aturan yang berubah.\nRepositori hanya dibaca; tidak ada yang diubah.\n\nTanpa REV, pembandingnya adalah commit tempat cabang ini berpisah dari cabang utama\n(cabang bawaan origin, atau main, atau master); bila tidak ada cabang utama, commit terakhir.\nDengan dua REV, kedua revisi itu yang dibandingkan.\n\nDalam masa sanggah, setiap perubahan skor memerlukan sanggahan atau perbaikan yang dicatat.\n\nKode keluar: 0 selesai, 1 isi sesudahnya bermasalah, skor berubah dalam masa sanggah tanpa\ncatatan, atau (dengan --exit-code) hasilnya berubah, 2 salah pakai, 3 mesin gagal.",
		"Computes the results of the content at a git revision and in the working tree, and shows\nwhat differs: who gains or loses an award, whose score changes and by which criterion, who\nmoves only because others did, and which rules change. The repository is only read.\n\nWithout REV, the content is compared with the commit at which this branch left the main branch\n(the default branch of origin, or main, or master); without a main branch, with the last commit.\nWith two REVs, these two are compared.\n\nIn an objection period each change of a score needs an objection or a mending on record.\n\nExit codes: 0 done, 1 the content after has problems, scores change in an objection period\nwithout a record, or (with --exit-code) results change, 2 wrong usage, 3 the machine failed.",
	}
	tFlagExitCode = text{"kode keluar 1 bila skor, peringkat, atau penghargaan berubah", "exit code 1 when scores, ranks or awards change"}

	tDiffMany     = text{"sebut paling banyak dua revisi", "name two revisions at most"}
	tDiffNoGit    = text{"program git tidak ditemukan; pasang dari https://git-scm.com", "the program git was not found; install it from https://git-scm.com"}
	tDiffNoRepo   = text{"folder isi “%s” tidak berada di dalam folder kerja git", "the content folder “%s” is not in a git working tree"}
	tDiffBadName  = text{"“%s” bukan nama revisi", "“%s” is not the name of a revision"}
	tDiffNotFound = text{"revisi “%s” tidak ada di repositori ini", "there is no revision “%s” in this repository"}
	tDiffShallow  = text{"revisi “%s” tidak ada di klona dangkal ini; ambil riwayatnya dengan “git fetch --unshallow”", "the revision “%s” is not in this shallow clone; fetch its history with “git fetch --unshallow”"}
	tDiffNoMain   = text{"titik pisah dari cabang utama tidak ditemukan; sebut revisinya, atau ambil riwayatnya dengan “git fetch --unshallow”", "the point at which this branch left the main branch was not found; name a revision, or fetch the history with “git fetch --unshallow”"}
	tDiffTooLarge = text{"folder isi pada revisi itu memuat terlalu banyak berkas", "the content folder has too many files at that revision"}
	tDiffProblems = text{"Isi sesudahnya bermasalah, jadi akibatnya tidak dapat dihitung.", "The content after has problems, so its effect cannot be computed."}
	tDiffWorking  = text{"folder kerja", "working tree"}
	tDiffBase     = text{"%s (titik pisah dari %s)", "%s (where this left %s)"}
	tDiffNamed    = text{"%s (%s)", "%s (%s)"}
)

func (a *app) diff() *cobra.Command {
	var format string
	var exitCode bool
	names := make([]string, len(change.Formats))
	for i, f := range change.Formats {
		names[i] = string(f)
	}
	cmd := &cobra.Command{
		Use:   "diff [REV [REV]]",
		Short: a.t(tDiffShort),
		Long:  a.t(tDiffLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return usageError{a.t(tDiffMany)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(names, format) {
				return usageError{a.t(tBadFormat, problem.Visible(format), strings.Join(names, ", "))}
			}
			changed, unfounded, err := a.runDiff(args, change.Format(format))
			if err != nil {
				return err
			}
			if changed && exitCode || unfounded {
				return errProblems
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", names[0], a.t(tFlagFormat, strings.Join(names, ", ")))
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, a.t(tFlagExitCode))
	return cmd
}

// runDiff prints what differs, and reports whether results do, and whether they do
// in an objection period without a record of why.
func (a *app) runDiff(args []string, format change.Format) (changed, unfounded bool, err error) {
	root, err := a.openContent()
	if err != nil {
		return false, false, err
	}
	defer root.Close()
	repository, err := revision.Open(a.flags.content)
	if err != nil {
		return false, false, a.revisionError(err, "")
	}
	out := change.Output{Language: a.lang, Root: contentName(a.flags.content), Color: colored(a.out), After: a.t(tDiffWorking)}
	var before, after fs.FS = nil, root.FS()
	if len(args) == 0 {
		base, err := repository.Base()
		if err != nil {
			return false, false, a.revisionError(err, "HEAD")
		}
		out.Before = a.t(tDiffBase, base.Short(), problem.Visible(base.Name))
		if base.Name == "HEAD" {
			out.Before = a.t(tDiffNamed, base.Short(), base.Name)
		}
		folder, err := repository.Folder(base)
		if err != nil {
			return false, false, a.revisionError(err, "")
		}
		if folder != nil {
			defer folder.Close()
			before = folder
		}
	}
	for i, name := range args {
		commit, err := repository.Find(name)
		if err != nil {
			return false, false, a.revisionError(err, name)
		}
		folder, err := repository.Folder(commit)
		if err != nil {
			return false, false, a.revisionError(err, name)
		}
		var side fs.FS
		if folder != nil {
			defer folder.Close()
			side = folder
		}
		title := a.t(tDiffNamed, commit.Short(), problem.Visible(name))
		if i == 0 {
			before, out.Before = side, title
		} else {
			after, out.After = side, title
		}
	}
	compared, err := generator.Compare(before, after)
	if err != nil {
		return false, false, err
	}
	if len(compared.After) > 0 {
		return false, false, a.unreadable(out, format, after, compared.After)
	}
	out.Problems = len(compared.Before)
	if err := out.Write(a.out, format, compared.Report); err != nil {
		return false, false, fmt.Errorf("print report: %w", err)
	}
	return compared.Report.Changed(), compared.Report.Unfounded(), nil
}

// unreadable prints the problems that leave nothing to compare.
func (a *app) unreadable(out change.Output, format change.Format, fsys fs.FS, problems []problem.Problem) error {
	err := problem.Output{Language: a.lang, Root: out.Root, Color: colored(a.err), Source: problem.Source(fsys)}.Text(a.err, problems)
	if err != nil {
		return fmt.Errorf("print problems: %w", err)
	}
	if format == change.FormatMarkdown {
		if err := out.MarkdownOfProblems(a.out, len(problems)); err != nil {
			return fmt.Errorf("print report: %w", err)
		}
	}
	err = a.counted(form{}, problems)
	fmt.Fprintln(a.err, a.t(tDiffProblems))
	return err
}

// revisionError says in the user's language what is wrong with a revision.
func (a *app) revisionError(err error, name string) error {
	name = problem.Visible(name)
	for _, known := range []struct {
		err  error
		text string
	}{
		{revision.ErrNoGit, a.t(tDiffNoGit)},
		{revision.ErrNoRepository, a.t(tDiffNoRepo, problem.Visible(a.flags.content))},
		{revision.ErrBadName, a.t(tDiffBadName, name)},
		{revision.ErrNotFound, a.t(tDiffNotFound, name)},
		{revision.ErrShallow, a.t(tDiffShallow, name)},
		{revision.ErrNoMain, a.t(tDiffNoMain)},
		{revision.ErrTooLarge, a.t(tDiffTooLarge)},
	} {
		if errors.Is(err, known.err) {
			return usageError{known.text}
		}
	}
	return fmt.Errorf("read revision: %w", err)
}
