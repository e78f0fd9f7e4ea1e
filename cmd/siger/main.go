// Command siger checks the content of a regional innovation award and builds its
// public site. Run "siger" for its commands; README.md has the guide.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"siger/generator/problem"
)

// Exit codes. They are part of the interface: scripts and CI rely on them.
const (
	exitOK       = 0
	exitProblems = 1 // the content has problems
	exitUsage    = 2 // the command was called wrongly
	exitMachine  = 3 // the machine failed
)

// errProblems ends a command whose problems have been printed.
var errProblems = errors.New("the content has problems")

// A usageError is a wrong call; its text is ready for the user.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func main() {
	tuneMemory()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run runs one command and returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	a := &app{out: stdout, err: stderr, lang: languageOf(args)}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "siger: %s\n", usage.text)
		fmt.Fprintln(stderr, a.t(tSeeHelp))
		return exitUsage
	}
	fmt.Fprintf(stderr, "siger: %s\n", problem.Visible(a.explain(err)))
	return exitMachine
}

// An app is one run of the program.
type app struct {
	out, err io.Writer
	lang     problem.Language
	flags    flags
}

// flags are those that every command shares.
type flags struct {
	content, layouts, out, baseURL, lang string
	cache                                string // of build; "" for the usual place
	noCache                              bool
}

// languageOf finds --lang before the commands exist, since their help is in it.
func languageOf(args []string) problem.Language {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && value == string(problem.English) {
			return problem.English
		}
	}
	return problem.Indonesian
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "siger",
		Short:         a.t(tRootShort),
		Long:          a.t(tRootLong),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	f := root.PersistentFlags()
	f.StringVar(&a.flags.content, "content", "content", a.t(tFlagContent))
	f.StringVar(&a.flags.layouts, "layouts", "", a.t(tFlagLayouts))
	f.StringVar(&a.flags.lang, "lang", string(problem.Indonesian), a.t(tFlagLang))
	f.BoolP("help", "h", false, a.t(tFlagHelp))
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if a.flags.lang != string(problem.Indonesian) && a.flags.lang != string(problem.English) {
			return usageError{a.t(tBadLang, a.flags.lang)}
		}
		return nil
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usageError{a.flagError(cmd, err)} })
	cobra.AddTemplateFunc("flags", func(f *pflag.FlagSet) string {
		return strings.ReplaceAll(strings.TrimRight(f.FlagUsages(), "\n"), "(default ", a.t(tFlagDefault))
	})
	root.SetUsageTemplate(a.t(tUsageTemplate))
	root.SetHelpCommand(&cobra.Command{Use: "no-help", Hidden: true}) // --help says it all
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(a.build(), a.check(), a.diff(), a.explainCode(), a.fix(), a.fmt(), a.importSheet(), a.new(), a.publishPlan(), a.rank(), a.schema(), a.serve(), a.seal(), a.verify(), a.version(), a.completion())
	eachCommand(root, func(c *cobra.Command) { c.DisableFlagsInUseLine, c.SuggestionsMinimumDistance = true, 2 })
	return root
}

// eachCommand calls each for a command and all below it.
func eachCommand(c *cobra.Command, each func(*cobra.Command)) {
	each(c)
	for _, sub := range c.Commands() {
		eachCommand(sub, each)
	}
}

// noArguments refuses arguments; on a command that has others below it, an
// argument is an unknown command.
func (a *app) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if cmd.HasSubCommands() {
		text := a.t(tUnknownCommand, problem.Visible(args[0]))
		if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
			text += " " + a.t(tPerhaps, strings.Join(near, ", "))
		}
		return usageError{text}
	}
	return usageError{a.t(tNoArguments, cmd.Name(), problem.Visible(args[0]))}
}

// flagError says in the user's language what is wrong with a flag of a command.
func (a *app) flagError(cmd *cobra.Command, err error) string {
	if bad, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name, group := bad.GetSpecifiedName(), bad.GetSpecifiedShortnames()
		switch {
		case group == "":
			return a.t(tUnknownFlag, problem.Visible("--"+name))
		case cmd.Flags().Lookup(group) != nil: // -content for --content
			return a.t(tUnknownFlag, problem.Visible("-"+group)) + ". " + a.t(tPerhaps, "--"+group)
		case name[0] >= utf8.RuneSelf: // the first byte of a letter
			return a.t(tUnknownFlag, problem.Visible("-"+group))
		}
		return a.t(tUnknownFlag, problem.Visible("-"+name))
	}
	if bad, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		dashes := "--"
		if bad.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		return a.t(tFlagNeedsValue, problem.Visible(dashes+bad.GetSpecifiedName()))
	}
	if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		words := tFlagValue
		switch kind := bad.GetFlag().Value.Type(); {
		case kind == "int" && !errors.Is(err, strconv.ErrRange):
			words = tFlagNumber
		case kind == "bool":
			words = tFlagBool
		}
		return a.t(words, "--"+bad.GetFlag().Name, problem.Visible(bad.GetValue()))
	}
	if bad, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return a.t(tBadFlag, problem.Visible(bad.GetSpecifiedFlag()))
	}
	return a.t(tBadFlag, problem.Visible(err.Error()))
}
