package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/external"
	"siger/generator/problem"
	"siger/layouts"
)

func (a *app) check() *cobra.Command {
	var quiet, strict, outside bool
	var format, changed string
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.t(tCheckShort),
		Long:  a.t(tCheckLong),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			form, err := a.formatOf(format, changed)
			if err != nil {
				return err
			}
			form.strict = strict
			config, done, err := a.config()
			if err != nil {
				return err
			}
			defer done()
			problems, err := a.checked(config, outside)
			if err != nil {
				return err
			}
			if err := a.print(a.out, form, problems); err != nil {
				return err
			}
			if len(problems) > 0 {
				return a.counted(form, problems)
			}
			if !quiet {
				fmt.Fprintln(a.err, a.t(tNoProblems))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", string(problem.FormatText), a.t(tFlagFormat, formatNames()))
	cmd.Flags().StringVar(&changed, "changed", "", a.t(tFlagChanged))
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, a.t(tFlagQuiet))
	cmd.Flags().BoolVar(&outside, "external", false, a.t(tFlagExternal))
	cmd.Flags().BoolVar(&strict, "strict", false, a.t(tFlagStrict))
	return cmd
}

var (
	tFlagExternal = text{"periksa juga tautan ke situs lain; memerlukan jaringan", "check links to other sites too; needs the network"}
	tOffline      = text{"Tautan luar tidak diperiksa: tidak ada situs yang dapat dihubungi dari sini.", "Links to other sites were not checked: no site can be reached from here."}
)

// checked returns the problems of the content, with dead links where they are
// asked for. That there is no network is said, and is no problem of the content.
func (a *app) checked(config generator.Config, links bool) ([]problem.Problem, error) {
	if !links {
		return generator.Check(config)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	problems, online, err := generator.CheckExternal(ctx, config, external.Options{})
	if err == nil && !online {
		fmt.Fprintln(a.err, a.t(tOffline))
	}
	return problems, err
}

// config opens the folders that the flags name. done closes them.
func (a *app) config() (config generator.Config, done func(), err error) {
	var opened []*os.Root
	var inner []*rootedFS
	done = func() {
		for _, f := range inner {
			f.close()
		}
		for _, r := range opened {
			r.Close()
		}
	}
	// A root keeps names and links from leading out of the folder.
	open := func(dir string, missing text) (fs.FS, error) {
		root, err := a.openRoot(dir, missing)
		if err != nil {
			return nil, err
		}
		opened = append(opened, root)
		folder := &rootedFS{FS: root.FS(), root: root}
		inner = append(inner, folder)
		return folder, nil
	}
	config = generator.Config{Layouts: layouts.Default(), Defaults: layouts.Default(), BaseURL: a.flags.baseURL}
	if config.Content, err = open(a.flags.content, tNoContent); err != nil {
		done()
		return config, nil, err
	}
	if a.flags.layouts != "" {
		folder, err := open(a.flags.layouts, tNoLayouts)
		if err != nil {
			done()
			return config, nil, err
		}
		config.Layouts = layouts.Over(folder)
	}
	return config, done, nil
}
