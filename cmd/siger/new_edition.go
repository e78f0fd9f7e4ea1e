package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tNewEditionShort = text{"Buat edisi baru dengan aturan edisi lain", "Make a new edition with the rules of another"}
	tNewEditionLong  = text{
		"Membuat edisi baru berstatus draf. Rubrik, predikat, dan penghargaan disalin dari edisi lain\nbersama komentarnya; masa pada syarat digeser, dan tahapan disalin tanpa tanggal. Inovasi,\ncatatan, dan sumber edisi lama tidak ikut.",
		"Makes a new edition as a draft. Rubric, bands and awards are copied from another edition with\ntheir comments; the period of the eligibility is moved, and the phases are copied without dates.\nInnovations, note and sources of the other edition are not.",
	}
	tFlagFrom         = text{"`tahun` edisi yang aturannya disalin; bawaannya edisi terakhir", "`year` of the edition whose rules are copied; the latest by default"}
	tNewEditionYear   = text{"sebut satu tahun, misalnya: siger new edisi 2024", "name one year, such as: siger new edisi 2024"}
	tBadYear          = text{"“%s” bukan tahun", "“%s” is not a year"}
	tEditionExists    = text{"edisi %d sudah ada: %s", "there is an edition of %d already: %s"}
	tNoEdition        = text{"edisi %d tidak ada", "there is no edition of %d"}
	tEditionsAre      = text{"; yang ada: %s", "; there are: %s"}
	tNoEditions       = text{"belum ada edisi yang dapat disalin", "there is no edition to copy"}
	tEditionRefused   = text{"%s:%d: edisi ini tidak dapat disalin dengan aman; rapikan bagian itu dengan tangan", "%s:%d: this edition cannot be copied safely; lay that part out by hand"}
	tNewEditionDone   = text{"Edisi %d disalin dari edisi %d sebagai draf.", "The edition of %d was copied from that of %d, as a draft."}
	tNewEditionNext   = text{"Periksa nama, per_tanggal, dasar, tahapan, syarat, dan penghargaannya. Lalu: siger new inovasi %d \"Nama Inovasi\"", "Check its nama, per_tanggal, dasar, tahapan, syarat and penghargaan. Then: siger new inovasi %d \"Name of the innovation\""}
	tWrittenWithFault = text{"Berkas sudah ditulis; yang masih harus diperbaiki:", "The file was written; this must still be mended:"}
)

func (a *app) newEdition() *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "edisi 2024",
		Short: a.t(tNewEditionShort),
		Long:  a.t(tNewEditionLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{a.t(tNewEditionYear)}
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			year, err := a.year(args[0])
			if err != nil {
				return err
			}
			root, err := a.openContent()
			if err != nil {
				return err
			}
			defer root.Close()
			return a.copyEdition(root, from, year)
		},
	}
	cmd.Flags().StringVar(&from, "dari", "", a.t(tFlagFrom))
	a.complete(cmd, "dari", a.completeYears)
	return cmd
}

// year reads the year of an edition.
func (a *app) year(s string) (int, error) {
	year, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || year < 1900 {
		return 0, usageError{a.t(tBadYear, problem.Visible(s))}
	}
	return year, nil
}

// years lists the years that have an edition, in order.
func years(fsys fs.FS) ([]int, error) {
	files, err := fs.Glob(fsys, "[0-9][0-9][0-9][0-9]/edisi.yaml")
	if err != nil {
		return nil, err
	}
	var list []int
	for _, file := range files {
		if year, err := strconv.Atoi(file[:4]); err == nil && year >= 1900 {
			list = append(list, year)
		}
	}
	return list, nil
}

// noEdition says that a year has no edition, and which have.
func (a *app) noEdition(year int, have []int) error {
	text := a.t(tNoEdition, year)
	if len(have) > 0 {
		names := make([]string, len(have))
		for i, y := range have {
			names[i] = strconv.Itoa(y)
		}
		text += a.t(tEditionsAre, strings.Join(names, ", "))
	}
	return usageError{text}
}

// copyEdition writes the file of a new edition.
func (a *app) copyEdition(root *os.Root, flag string, year int) error {
	have, err := years(root.FS())
	if err != nil {
		return fmt.Errorf("list editions: %w", err)
	}
	if len(have) == 0 {
		return usageError{a.t(tNoEditions)}
	}
	from := have[len(have)-1]
	if flag != "" {
		if from, err = a.year(flag); err != nil {
			return err
		}
	}
	name := content.EditionFile(year)
	if _, err := root.Lstat(name); err == nil {
		return usageError{a.t(tEditionExists, year, problem.Visible(a.shown(name)))}
	}
	source := content.EditionFile(from)
	data, err := readUpTo(root, source, content.MaxFileSize+1)
	if errors.Is(err, fs.ErrNotExist) {
		return a.noEdition(from, have)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", a.shown(source), err)
	}
	out, problems, err := content.CopyEdition(data, from, year, a.lang)
	var layout *content.LayoutError
	switch {
	case len(problems) > 0:
		return a.report(a.err, false, problems)
	case errors.As(err, &layout):
		return usageError{a.t(tEditionRefused, problem.Visible(a.shown(source)), layout.Line)}
	case err != nil:
		return err
	}
	if err := a.create(root, name, out); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.t(tNewEditionDone, year, from))
	fmt.Fprintln(a.err, a.t(tNewEditionNext, year))
	return a.checkNew(name)
}

// create writes a new content file and the schemas, so that editors help with it,
// and prints its name.
func (a *app) create(root *os.Root, name string, data []byte) error {
	shown := problem.Visible(a.shown(name))
	if err := createFile(root, name, data); errors.Is(err, fs.ErrExist) {
		return usageError{a.t(tFileExists, shown)}
	} else if err != nil {
		return fmt.Errorf("write %s: %w", shown, err)
	}
	fmt.Fprintln(a.out, shown)
	schemas, err := content.Schemas(root.FS(), a.lang)
	if err != nil {
		return err
	}
	for _, s := range schemas {
		_, err := a.writeSchema(root, s, false)
		var usage usageError
		if errors.As(err, &usage) { // the content file is written all the same
			fmt.Fprintln(a.err, usage.text)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// checkNew prints the errors that a new file still has. Warnings, such as that the
// design is short, are for the author who fills it in.
func (a *app) checkNew(name string) error {
	config, done, err := a.config()
	if err != nil {
		return err
	}
	defer done()
	all, err := generator.Check(config)
	if err != nil {
		return err
	}
	var problems []problem.Problem
	for _, p := range problem.Errors(all) {
		if p.File == name {
			problems = append(problems, p)
		}
	}
	if len(problems) == 0 {
		return nil
	}
	fmt.Fprintln(a.err, a.t(tWrittenWithFault))
	return a.report(a.err, false, problems)
}

// completeYears completes the year of an edition.
func (a *app) completeYears(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if root, err := a.openContent(); err == nil {
		defer root.Close()
		list, _ := years(root.FS()) // none to offer where they cannot be listed
		for _, year := range list {
			names = append(names, strconv.Itoa(year))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeFirstYear completes a first argument that is the year of an edition.
func (a *app) completeFirstYear(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeYears(cmd, args, word)
}

// complete makes a flag complete its values.
func (a *app) complete(cmd *cobra.Command, flag string, values cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, values); err != nil {
		panic("siger: " + err.Error()) // the flag does not exist, or has two
	}
}
