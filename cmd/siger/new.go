package main

import "github.com/spf13/cobra"

var tNewShort = text{"Buat situs, edisi, atau inovasi baru", "Make a new site, edition or innovation"}

func (a *app) new() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: a.t(tNewShort),
		Args:  a.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.newSite())
	return cmd
}
