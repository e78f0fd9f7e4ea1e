package main

import (
	"strings"

	"github.com/spf13/cobra"

	"siger/generator/problem"
)

var (
	tExplainShort = text{"Jelaskan kode masalah, misalnya S205", "Explain the code of a problem, such as S205"}
	tExplainLong  = text{
		"Menjelaskan satu kode masalah: artinya, contoh yang benar, dan dasar aturannya.\nTanpa kode, menampilkan semua kode.",
		"Explains a code: what it means, an example of what is right, and the basis of the rule.\nWithout a code, lists all of them.",
	}
	tExplainOne   = text{"sebut satu kode saja, misalnya: siger explain S205", "name one code only, such as: siger explain S205"}
	tUnknownCode  = text{"kode “%s” tidak ada; “siger explain” menampilkan semuanya", "there is no code “%s”; “siger explain” lists all of them"}
	tNearestCodes = text{"kode “%s” tidak ada; yang mirip: %s", "there is no code “%s”; the nearest: %s"}
)

func (a *app) explainCode() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [S205]",
		Short: a.t(tExplainShort),
		Long:  a.t(tExplainLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{a.t(tExplainOne)}
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var codes []string
			for _, c := range problem.Codes() {
				codes = append(codes, string(c)+"\t"+c.Title(a.lang))
			}
			return codes, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return problem.Index(a.out, a.lang)
			}
			code, near, ok := problem.Find(args[0])
			switch {
			case ok:
				return problem.Explain(a.out, a.lang, code)
			case len(near) == 0:
				return usageError{a.t(tUnknownCode, problem.Visible(args[0]))}
			}
			names := make([]string, len(near))
			for i, c := range near {
				names[i] = string(c) + " (" + c.Title(a.lang) + ")"
			}
			return usageError{a.t(tNearestCodes, problem.Visible(args[0]), strings.Join(names, ", "))}
		},
	}
}
