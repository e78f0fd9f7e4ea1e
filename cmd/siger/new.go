package main

import "github.com/spf13/cobra"

var (
	tNewShort = text{"Buat situs, edisi, atau inovasi baru", "Make a new site, edition or innovation"}
	tNewLong  = text{"Membuat berkas yang baru. Berkas yang sudah ada tidak pernah ditimpa.", "Makes new files. A file that exists is never overwritten."}
)

func (a *app) new() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: a.t(tNewShort),
		Long:  a.t(tNewLong),
		Args:  a.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.newSite(), a.newEdition(), a.newInnovation())
	return cmd
}
