package main

import (
	"fmt"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"siger/generator/problem"
	"siger/generator/verify"
)

var (
	tVerifyShort = text{"Periksa situs yang sudah terbit terhadap segelnya, tanpa isi", "Hold a published site against its seals, without the content"}
	tVerifyLong  = text{
		"Memeriksa folder situs yang sudah terbit (bawaan: public) terhadap segelnya sendiri: sidik jari segel,\nkoreksi, hasil yang dihitung ulang dari datanya, tabel, dan sidik jari yang tercetak di halaman.\n\nYang tidak dapat ditemukan: segel yang diganti seluruhnya. Bandingkan sidik jari yang dicetak perintah ini\ndengan yang ada pada piagam atau arsip.\n\nKode keluar: 0 semua cocok, 1 ada yang tidak cocok atau tidak ada segel, 2 salah pakai, 3 mesin gagal.",
		"Holds the folder of a published site (default: public) against its own seals: the seals' hashes, the\ncorrections, results recomputed from the data, the tables, and the fingerprints printed on pages.\n\nWhat it cannot find is a seal that was replaced as a whole. Compare the fingerprint that this command\nprints with one on a certificate or in an archive.\n\nExit codes: 0 all fits, 1 something does not fit or there is no seal, 2 wrong usage, 3 the machine failed.",
	}
	tVerifyOne     = text{"sebut satu folder saja, misalnya: siger verify public", "name one folder only, such as: siger verify public"}
	tVerifyNone    = text{"folder “%s” tidak ditemukan; buat situsnya dulu, atau sebut folder lain", "the folder “%s” was not found; build the site first, or name another folder"}
	tVerified      = text{"%d: sidik jari %s, %s inovasi, %s koreksi, %s halaman.", "%d: fingerprint %s, %s innovations, %s corrections, %s pages."}
	tVerifyNoSeal  = text{"%d: tidak disegel.", "%d: not sealed."}
	tVerifyNothing = text{"Tidak ada edisi yang disegel di “%s”.", "There is no sealed edition in “%s”."}
	tVerifyAll     = text{"Semuanya cocok.", "All of it fits."}
	tVerifyFound   = text{"%s hal tidak cocok.", "%s things do not fit."}
)

func (a *app) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify [DIR]",
		Short: a.t(tVerifyShort),
		Long:  a.t(tVerifyLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{a.t(tVerifyOne)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return a.runVerify(append(args, "public")[0])
		},
	}
}

func (a *app) runVerify(dir string) error {
	root, err := a.openRoot(dir, tVerifyNone)
	if err != nil {
		return err
	}
	defer root.Close()
	report, err := verify.Folder(root.FS())
	if err != nil {
		return err
	}
	for _, f := range report.Findings {
		name := path.Join(filepath.ToSlash(filepath.Clean(dir)), f.File)
		fmt.Fprintf(a.out, "%s: %s\n", problem.Visible(name), f.Text.In(a.lang))
	}
	for _, e := range report.Editions {
		if e.Short != "" {
			fmt.Fprintln(a.err, a.t(tVerified, e.Year, e.Short, a.count(e.Innovations), a.count(e.Corrections), a.count(e.Pages)))
		}
	}
	for _, year := range report.Unsealed {
		fmt.Fprintln(a.err, a.t(tVerifyNoSeal, year))
	}
	switch {
	case len(report.Findings) > 0:
		fmt.Fprintln(a.err, a.t(tVerifyFound, a.count(len(report.Findings))))
		return errProblems
	case len(report.Editions) == 0:
		fmt.Fprintln(a.err, a.t(tVerifyNothing, problem.Visible(dir)))
		return errProblems
	}
	fmt.Fprintln(a.err, a.t(tVerifyAll))
	return nil
}
