package main

import "github.com/spf13/cobra"

var (
	tNewShort = text{"Buat edisi atau inovasi baru", "Make a new edition or innovation"}
	tNewLong  = text{"Membuat berkas isi yang baru. Berkas yang sudah ada tidak pernah ditimpa.", "Makes new content files. A file that exists is never overwritten."}
)

func (a *app) new() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: a.t(tNewShort),
		Long:  a.t(tNewLong),
		Args:  a.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.newEdition(), a.newInnovation())
	for _, c := range cmd.Commands() {
		c.DisableFlagsInUseLine = true
	}
	return cmd
}
