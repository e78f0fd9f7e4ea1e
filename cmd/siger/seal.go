package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/award"
	"siger/generator/content"
	"siger/generator/problem"
	"siger/generator/seal"
)

var (
	tSealShort = text{"Segel edisi yang final, atau siapkan koreksinya", "Seal a final edition, or prepare a correction"}
	tSealLong  = text{
		"Menyegel edisi: menulis isi dan hasilnya, beserta sidik jarinya, ke TAHUN/segel.json. Sejak itu\nsiger check dan siger build menolak perubahan yang tidak dicatat di TAHUN/koreksi.yaml.\n\nYang dapat disegel hanya edisi berstatus final tanpa masalah. Edisi yang sudah tersegel dibandingkan\ndengan segelnya; bila ada yang berbeda, perbedaannya ditampilkan dan tidak ada yang ditulis.\n\nKode keluar: 0 tersegel atau tidak ada perbedaan, 1 ada masalah atau perbedaan, 2 salah pakai,\n3 mesin gagal.",
		"Seals an edition: writes what it says and what came out of it, with their hashes, into YEAR/segel.json.\nFrom then on, siger check and siger build refuse changes that YEAR/koreksi.yaml does not record.\n\nOnly a final edition without problems can be sealed. An edition that is sealed already is compared with\nits seal; where they differ, the differences are printed and nothing is written.\n\nExit codes: 0 sealed or no difference, 1 problems or differences, 2 wrong usage, 3 the machine failed.",
	}
	tFlagDraft = text{
		"siapkan catatan koreksi.yaml untuk perbedaan yang ada; alasan (dan keputusan) diisi sendiri",
		"prepare records in koreksi.yaml for the differences; you fill in the reason (and decision)",
	}
	tFlagAgain     = text{"ganti segel yang ada; hanya bila edisi belum diumumkan dan belum ada koreksi", "replace the seal; only while the edition is not announced and has no corrections"}
	tSealYear      = text{"sebut satu tahun edisi, misalnya: siger seal 2021", "name the year of one edition, such as: siger seal 2021"}
	tSealNoEdition = text{"tidak ada edisi “%s”", "there is no edition “%s”"}
	tSealOne       = text{"pilih salah satu: --koreksi atau --ulang", "choose one: --koreksi or --ulang"}
	tNotFinal      = text{"edisi %d berstatus %s; yang dapat disegel hanya edisi final", "the edition %d is %s; only a final edition (final) can be sealed"}
	tNotSealed     = text{"edisi %d belum disegel; jalankan dulu: siger seal %[1]d", "the edition %d is not sealed; first run: siger seal %[1]d"}
	tSealLedger    = text{"edisi %d memiliki koreksi, dan koreksi hanya berarti terhadap segel yang ada; catat perubahannya dengan --koreksi", "the edition %d has corrections, which mean something against its present seal only; record the changes with --koreksi"}
	tSealed        = text{"Edisi %d disegel: %s bagian di %s.", "The edition %d is sealed: %s parts in %s."}
	tSealRoot      = text{"Sidik jari: %s", "Root hash: %s"}
	tSealSame      = text{"Edisi %d sama dengan segel dan koreksinya.", "The edition %d is as its seal and its corrections say."}
	tSealDiffers   = text{"%s perbedaan dengan segel edisi %d.", "%s differences from the seal of the edition %d."}
	tSealHow       = text{"Kembalikan isinya, atau siapkan koreksi: siger seal %d --koreksi", "Restore the content, or prepare a correction: siger seal %d --koreksi"}
	tDrafted       = text{"%s perubahan disiapkan di %s. Isi alasannya (dan keputusannya bila ada), lalu jalankan siger check.", "%s changes are prepared in %s. Fill in the reason (and the decision where there is one), then run siger check."}
	tSealAbsent    = text{"(tidak ada)", "(nothing)"}
	tSealWhole     = text{"seluruhnya", "all of it"}
	tSealResults   = text{"Hasil yang berbeda dari segel: %s.", "Results that differ from the seal: %s."}
	tSealRefused   = text{"Tidak ada yang ditulis: Siger tidak akan menerima %s. %s.", "Nothing was written: Siger would not accept %s. %s."}
	tSealTooLarge  = text{"Ukurannya %s byte, paling besar %s", "It has %s bytes, of at most %s"}
	tSealForm      = text{"Ada isi yang tidak dapat disegel", "It says something that cannot be sealed"}
	tSealReplaced  = text{"Segel lama %s diganti.", "The old seal %s was replaced."}
)

// How an edition that is sealed already is treated.
type sealing struct{ draft, again bool }

func (a *app) seal() *cobra.Command {
	var mode sealing
	cmd := &cobra.Command{
		Use:   "seal 2021",
		Short: a.t(tSealShort),
		Long:  a.t(tSealLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{a.t(tSealYear)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			year, err := strconv.Atoi(args[0])
			if err != nil {
				return usageError{a.t(tSealNoEdition, problem.Visible(args[0]))}
			}
			if mode.draft && mode.again {
				return usageError{a.t(tSealOne)}
			}
			return a.runSeal(year, mode)
		},
	}
	cmd.Flags().BoolVar(&mode.draft, "koreksi", false, a.t(tFlagDraft))
	cmd.Flags().BoolVar(&mode.again, "ulang", false, a.t(tFlagAgain))
	return cmd
}

func (a *app) runSeal(year int, mode sealing) error {
	config, done, err := a.config()
	if err != nil {
		return err
	}
	defer done()
	s, problems, err := generator.Seal(config, year)
	switch {
	case err != nil:
		return a.usage(err)
	case len(problems) > 0:
		return a.report(a.err, false, problems)
	case s == nil:
		return usageError{a.t(tSealNoEdition, strconv.Itoa(year))}
	case s.Was == nil && mode.draft:
		return usageError{a.t(tNotSealed, year)}
	case s.Was == nil && s.Edition.Status != award.Final:
		return usageError{a.t(tNotFinal, year, s.Edition.Status)}
	case s.Was == nil:
		return a.writeSeal(s)
	}
	if len(s.Changes) == 0 {
		fmt.Fprintln(a.err, a.t(tSealSame, year))
		fmt.Fprintln(a.out, s.Was.Root)
		return nil
	}
	a.printChanges(s.Changes)
	fmt.Fprintln(a.err, a.t(tSealDiffers, a.count(len(s.Changes)), year))
	fmt.Fprintln(a.err, a.t(tSealResults, a.count(len(s.Results))))
	switch {
	case mode.draft:
		return a.draftCorrections(s)
	case mode.again && s.Ledger:
		return usageError{a.t(tSealLedger, year)}
	case mode.again && s.Edition.Status != award.Final:
		return usageError{a.t(tNotFinal, year, s.Edition.Status)}
	case mode.again:
		if err := a.writeSeal(s); err != nil {
			return err
		}
		fmt.Fprintln(a.err, a.t(tSealReplaced, s.Was.Root))
		return nil
	}
	fmt.Fprintln(a.err, a.t(tSealHow, year))
	return errProblems
}

func (a *app) writeSeal(s *generator.Sealing) error {
	year := s.Edition.Year
	file, data := content.SealFile(year), s.Now.Encode()
	var was []byte
	if s.Was != nil {
		var err error
		if was, err = a.readContent(file); err != nil {
			return fmt.Errorf("read the seal: %w", err)
		}
		if now, err := seal.Decode(was); err != nil || now.Root != s.Was.Root {
			return editedError{[]string{file}}
		}
	}
	if len(data) > seal.MaxSize {
		return a.refuse(file, a.t(tSealTooLarge, a.count(len(data)), a.count(seal.MaxSize)))
	}
	if _, err := seal.Decode(data); err != nil {
		return a.refuse(file, a.t(tSealForm))
	}
	if err := a.writeContent(file, was, data); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.t(tSealed, year, a.count(len(s.Now.Parts)), problem.Visible(contentName(a.flags.content)+"/"+content.SealFile(year))))
	fmt.Fprintln(a.err, a.t(tSealRoot, s.Now.Short()))
	fmt.Fprintln(a.out, s.Now.Root)
	return nil
}

// draftCorrections adds a record for each kind of change to the ledger.
func (a *app) draftCorrections(s *generator.Sealing) error {
	year, month, day := time.Now().Date()
	drafts := seal.Draft(award.Date{Year: year, Month: int(month), Day: day}, s.Changes)
	file := content.CorrectionsFile(s.Edition.Year)
	ledger, err := a.readContent(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read corrections: %w", err)
	}
	data := content.AppendCorrections(ledger, drafts)
	if problems := content.JudgeLedger(file, data); len(problems) > 0 {
		return a.refuse(file, problems[0].Text(a.lang))
	}
	if err := a.writeContent(file, ledger, data); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.t(tDrafted, a.count(len(s.Changes)), problem.Visible(contentName(a.flags.content)+"/"+file)))
	return nil
}

// refuse says why a file that Siger would not read again is not written.
func (a *app) refuse(file, reason string) error {
	fmt.Fprintln(a.err, a.t(tSealRefused, problem.Visible(contentName(a.flags.content)+"/"+file), problem.Visible(reason)))
	return errProblems
}

func (a *app) readContent(file string) ([]byte, error) {
	root, err := a.openContent()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return fs.ReadFile(root.FS(), file)
}

// writeContent writes a file of the content folder in one step; see [replaceFile].
func (a *app) writeContent(file string, was, data []byte) error {
	root, err := a.openContent()
	if err != nil {
		return err
	}
	defer root.Close()
	if err := replaceFile(root, file, was, data); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}

func (a *app) printChanges(changes []seal.Change) {
	value := func(v string) string {
		if v == "" {
			return a.t(tSealAbsent)
		}
		return problem.Visible(problem.Masked(v))
	}
	for _, c := range changes {
		field := problem.Visible(c.Field)
		if field == "" {
			field = a.t(tSealWhole)
		}
		fmt.Fprintf(a.out, "%s: %s: %s → %s\n", problem.Visible(c.Part), field, value(shortHash(c.Old)), value(shortHash(c.New)))
	}
}

// shortHash cuts the hash that stands for a text to what an eye compares.
func shortHash(v string) string {
	if hash, ok := strings.CutPrefix(v, "sha256:"); ok && len(hash) > 12 {
		return "sha256:" + hash[:12] + "…"
	}
	return v
}
