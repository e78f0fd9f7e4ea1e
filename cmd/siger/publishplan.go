package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"siger/generator/problem"
	"siger/generator/publish"
)

func (a *app) publishPlan() *cobra.Command {
	return &cobra.Command{
		Use:   a.t(tPlanUse),
		Short: a.t(tPlanShort),
		Long:  a.t(tPlanLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{a.t(tPlanTwo)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			plan, err := publish.Plan(args[0], args[1])
			if listing, ok := errors.AsType[*publish.ListingError](err); ok {
				return usageError{a.t(tPlanNoListing, problem.Visible(listing.File))}
			}
			if err != nil {
				return err
			}
			counts := map[publish.Kind]int{}
			for _, d := range plan {
				counts[d.Kind]++
				fmt.Fprintf(a.out, "%c %s\n", d.Kind, d.Path)
			}
			fmt.Fprintln(a.err, a.t(tPlanCount, a.count(counts[publish.Added]), a.count(counts[publish.Changed]), a.count(counts[publish.Removed])))
			return nil
		},
	}
}

var (
	tPlanUse   = text{"publish-plan LAMA BARU", "publish-plan OLD NEW"}
	tPlanShort = text{"Tampilkan berkas yang berbeda antara dua situs yang diterbitkan", "Print the files that differ between two published sites"}
	tPlanLong  = text{
		"Membandingkan dua situs menurut .siger-manifest masing-masing; sebutkan berkas itu atau foldernya.\nTiap baris berisi A (baru), M (berubah), atau D (dihapus) dan jalur berkasnya, dalam urutan\nyang aman untuk mengunggah satu demi satu: yang dipakai halaman, halaman, lalu penghapusan.",
		"Compares two sites by their .siger-manifest; name that file or its folder. Each line has\nA (added), M (modified) or D (deleted) and the file's path, in an order that is safe for\nuploads one by one: what pages use, pages, then deletions.",
	}
	tPlanTwo       = text{"sebutkan dua situs: yang lama dan yang baru", "name two sites: the old and the new one"}
	tPlanNoListing = text{"%s tidak dapat dibaca sebagai .siger-manifest", "%s cannot be read as a .siger-manifest"}
	tPlanCount     = text{"Baru %s, berubah %s, dihapus %s.", "%s added, %s modified, %s deleted."}
)
