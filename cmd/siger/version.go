package main

import (
	"debug/buildinfo"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"siger/generator/problem"
)

// release is set at link time for a release: -ldflags "-X main.release=v1.2.3".
var release = ""

func (a *app) version() *cobra.Command {
	var bill bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: a.t(tVersionShort),
		Args: func(cmd *cobra.Command, args []string) error {
			if bill && len(args) == 1 {
				return nil
			}
			return a.noArguments(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if bill {
				return a.runBill(strings.Join(args, ""))
			}
			fmt.Fprintf(a.out, "siger %s\n", versionText())
			return nil
		},
	}
	cmd.Flags().BoolVar(&bill, "sbom", false, a.t(tFlagBill))
	return cmd
}

// runBill prints the bill of materials of this program, or of the one that is named.
func (a *app) runBill(file string) error {
	if file != "" {
		if _, err := buildinfo.ReadFile(file); err != nil {
			return usageError{a.t(tBillNone, problem.Visible(file))}
		}
	}
	return writeBill(a.out, file)
}

var (
	tFlagBill = text{"cetak daftar bahan program ini (CycloneDX), atau program lain yang disebut", "print the bill of materials of this program (CycloneDX), or of another that is named"}
	tBillNone = text{"“%s” tidak ada atau bukan program Go", "“%s” does not exist or is no Go program"}
)

// versionText returns the release, or else what the Go toolchain recorded.
func versionText() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
