package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is set at link time for a release: -ldflags "-X main.release=v1.2.3".
var release = ""

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.t(tVersionShort),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintf(a.out, "siger %s\n", versionText())
			return nil
		},
	}
}

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
