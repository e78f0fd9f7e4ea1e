package main

import (
	"github.com/spf13/cobra"
)

func (a *app) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish"}
	return &cobra.Command{
		Use:       "completion {bash|zsh|fish}",
		Short:     a.t(tCompletionShort),
		Long:      a.t(tCompletionLong),
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				for _, s := range shells {
					if args[0] == s {
						return nil
					}
				}
			}
			return usageError{a.t(tCompletionWhich)}
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch args[0] {
			case "bash":
				return cmd.Root().GenBashCompletionV2(a.out, true)
			case "zsh":
				return cmd.Root().GenZshCompletion(a.out)
			}
			return cmd.Root().GenFishCompletion(a.out, true)
		},
	}
}
