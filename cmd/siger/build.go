package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/problem"
	"siger/generator/publish"
)

// busyWait is how long a build waits for another one of the same folder.
const busyWait = 10 * time.Second

func (a *app) build() *cobra.Command {
	var quiet, strict, timings bool
	var revision, profile string
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.t(tBuildShort),
		Long:  a.t(tBuildLong),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			stop, err := startProfile(profile)
			if err != nil {
				return err
			}
			err = a.runBuild(quiet, strict, timings, revision)
			if e := stop(); err == nil {
				err = e
			}
			return err
		},
	}
	cmd.Flags().StringVarP(&a.flags.out, "out", "o", "public", a.t(tFlagOut))
	cmd.Flags().StringVar(&a.flags.baseURL, "base-url", "", a.t(tFlagBaseURL))
	cmd.Flags().StringVar(&revision, "revisi", "", a.t(tFlagRevision))
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, a.t(tFlagQuiet))
	cmd.Flags().BoolVar(&strict, "strict", false, a.t(tFlagStrict))
	cmd.Flags().StringVar(&a.flags.cache, "cache", "", a.t(tFlagCache))
	cmd.Flags().StringVar(&profile, "profile", "", a.t(tFlagProfile))
	cmd.Flags().BoolVar(&timings, "timings", false, a.t(tFlagTimings))
	cmd.Flags().BoolVar(&a.flags.noCache, "no-cache", false, a.t(tFlagNoCache))
	return cmd
}

func (a *app) runBuild(quiet, strict, timings bool, revision string) error {
	start := time.Now()
	bar := a.newProgress(quiet)
	stopBar := sync.OnceFunc(bar.stop)
	defer func() {
		stopBar()
		if timings {
			bar.timings(time.Now())
		}
	}()
	config, done, err := a.config()
	if err != nil {
		return err
	}
	defer done()
	if revision != "" {
		if config.Source, err = a.source(revision); err != nil {
			return err
		}
	}
	folders := []string{a.flags.content}
	if a.flags.layouts != "" {
		folders = append(folders, a.flags.layouts)
	}
	if config.Store = a.openStore(); config.Store != nil {
		bar.stage(tStageComparing)
		// Without a stamp there is nothing to compare with, and the build reads everything.
		if config.Sources, err = generator.SourcesOf(config, config.Store.Saved(stampName) > 0); err != nil {
			return err
		}
		if built, ok := a.unchanged(config.Store, config.Sources); ok {
			stopBar()
			if !quiet {
				a.summarise(built, publish.Summary{Files: built.Files, Unchanged: built.Files}, time.Since(start))
			}
			return nil
		}
	}
	stage, err := publish.Begin(a.flags.out, publish.Options{Sources: folders, Protect: []string{"."}, Wait: busyWait})
	if err != nil {
		return a.usage(err)
	}
	defer stage.Abort()
	config.Progress, config.Stage = bar.set, bar.built
	built, problems, err := generator.Build(config, stage)
	if err != nil {
		stopBar()
		return a.usage(err)
	}
	if problem.Blocking(problems) || strict && len(problems) > 0 {
		stopBar()
		err := a.report(a.err, strict, problems)
		fmt.Fprintln(a.err, a.t(tNotBuilt))
		return err
	}
	bar.stage(tStagePublishing)
	published, err := stage.Commit()
	stopBar()
	if err != nil {
		return a.usage(err)
	}
	if config.Store != nil && len(problems) == 0 {
		a.stamp(config.Store, config.Sources, built, stage.Print())
	}
	if !quiet {
		a.summarise(built, published, time.Since(start))
	}
	a.tellSource(config.Source)
	a.tellWarnings(problems)
	return nil
}

// tellWarnings says how many warnings there are beside a site that was built.
func (a *app) tellWarnings(problems []problem.Problem) {
	if len(problems) > 0 {
		fmt.Fprintln(a.err, a.t(tWarnings, problem.Output{Language: a.lang}.Count(problems)))
	}
}

var (
	tFlagCache   = text{"`folder` simpanan untuk pembuatan berikutnya; bawaannya di folder cache pengguna, aman dihapus", "`folder` that keeps things for the next build; by default in the user's cache folder, safe to delete"}
	tFlagNoCache = text{"buat semuanya dari awal dan jangan simpan apa pun", "make everything anew and keep nothing"}
)

var tWarnings = text{"%s Rinciannya ditampilkan oleh siger check.", "%s Run siger check to read them."}

// usage turns errors that the user's choice of flags caused into usage errors.
func (a *app) usage(err error) error {
	var refused *publish.RefusedError
	switch {
	case errors.As(err, &refused):
		return usageError{a.t(tRefused, problem.Visible(refused.Dir), a.refusal(refused))}
	case errors.Is(err, generator.ErrBaseURL):
		return usageError{a.t(tBadBaseURL)}
	}
	return err
}

// refusal says why a folder cannot be the output folder.
func (a *app) refusal(e *publish.RefusedError) string {
	words, ok := refusals[e.Reason]
	if !ok {
		return e.Reason.String()
	}
	return a.t(words)
}

var refusals = map[publish.Reason]text{
	publish.NotFolder:     {"bukan folder", "it is not a folder"},
	publish.RootFolder:    {"itu akar sistem berkas", "it is the root of a file system"},
	publish.HomeFolder:    {"itu folder rumah, atau memuat folder rumah", "it is or holds a home folder"},
	publish.Repository:    {"itu repositori git", "it is a git repository"},
	publish.EqualsSource:  {"itu folder isi, tata letak, atau proyek", "it is the folder of the content, the layouts or the project"},
	publish.HoldsSource:   {"di dalamnya ada folder isi, tata letak, atau proyek", "it holds the folder of the content, the layouts or the project"},
	publish.InSource:      {"letaknya di dalam folder isi atau tata letak", "it lies in the folder of the content or the layouts"},
	publish.NotMovable:    {"itu titik kait atau memuatnya, jadi tidak dapat ditukar; pilih folder di dalamnya", "it is or holds a mount point, so it cannot be exchanged; choose a folder inside it"},
	publish.NoName:        {"namanya kosong", "its name is empty"},
	publish.BrokenListing: {"berkas .siger-manifest di dalamnya bukan tulisan Siger; pindahkan dulu", "its .siger-manifest was not written by Siger; move it first"},
}

// explain says in the user's language what the machine failed at, as far as it
// is one of the failures that people meet.
func (a *app) explain(err error) string {
	var conflict *publish.ConflictError
	var changed *generator.ChangedError
	var edited editedError
	var unread *generator.ReadError
	switch {
	case errors.Is(err, publish.ErrBusy):
		return a.t(tBusy)
	case errors.As(err, &conflict):
		return a.t(tConflict, conflict.Path)
	case errors.As(err, &changed) && (changed.Err == nil || errors.Is(changed.Err, fs.ErrNotExist)):
		return a.t(tChanged, changed.File)
	case errors.As(err, &edited):
		return a.t(tEdited, strings.Join(edited.files, ", "))
	case errors.As(err, &unread) && errors.Is(err, fs.ErrPermission):
		return a.t(tNotReadable, unread.File)
	case errors.As(err, &unread):
		reason := unread.Err
		if inner, ok := errors.AsType[*fs.PathError](reason); ok { // whose path is the one that is named
			reason = inner.Err
		}
		return a.t(tUnread, unread.File, reason)
	case errors.Is(err, fs.ErrPermission):
		return a.t(tPermission, err.Error())
	}
	return a.t(tMachineError, err.Error())
}

func (a *app) summarise(built generator.Summary, published publish.Summary, took time.Duration) {
	fmt.Fprintln(a.err, a.t(tBuilt, a.flags.out, a.count(built.Pages), a.count(built.Files), a.size(built.Bytes), a.count(built.Innovations), built.Editions))
	fmt.Fprintln(a.err, a.t(tBuiltChange, a.count(published.Written), a.count(published.Unchanged), a.count(published.Removed), a.seconds(took)))
	fmt.Fprintln(a.err, a.t(tBuiltLargest, strings.TrimSuffix(built.Largest, "index.html"), a.size(int64(built.LargestSize))))
}

// count writes a whole number with groups of three digits.
func (a *app) count(n int) string {
	group := "."
	if a.lang == problem.English {
		group = ","
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + group + s[i:]
	}
	return s
}

// tenths writes n/10 with one decimal place.
func (a *app) tenths(n int64) string {
	point := ","
	if a.lang == problem.English {
		point = "."
	}
	return a.count(int(n/10)) + point + strconv.Itoa(int(n%10))
}

func (a *app) size(n int64) string {
	if n >= 1e6 {
		return a.tenths(n/1e5) + " MB"
	}
	return a.tenths(n/100) + " kB"
}

func (a *app) seconds(d time.Duration) string {
	unit := " detik"
	if a.lang == problem.English {
		unit = " s"
	}
	if d < time.Second {
		return a.count(int(d.Milliseconds())) + " ms"
	}
	return a.tenths(d.Milliseconds()/100) + unit
}
