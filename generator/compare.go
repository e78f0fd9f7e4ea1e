package generator

import (
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"siger/generator/change"
	"siger/generator/content"
	"siger/generator/problem"
)

// A Comparison is what a change of the content does to the results.
type Comparison struct {
	Report        change.Report     // empty when After is not
	Before, After []problem.Problem // the errors of each side; texts in Markdown are not read
}

// Compare loads and evaluates two contents, both at once, and reports what differs.
// before may be nil: then nothing was there. Where problems before leave the
// results of an edition open, the report says so and nothing else about it;
// with a problem after, there is no report.
func Compare(before, after fs.FS) (Comparison, error) {
	var c Comparison
	var sides [2]change.Side
	problems := [2]*[]problem.Problem{&c.Before, &c.After}
	var errs [2]error
	var group sync.WaitGroup
	for i, fsys := range []fs.FS{before, after} {
		if fsys != nil {
			group.Go(func() {
				loaded, found, err := content.Load(fsys)
				if errs[i] = err; err == nil {
					*problems[i], sides[i] = problem.Errors(found), change.Evaluate(loaded)
				}
			})
		}
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return Comparison{}, err
		}
	}
	if len(c.After) == 0 {
		sides[0].Unsure = unsure(c.Before, sides[0].Content, sides[1].Content)
		c.Report = change.Between(sides[0], sides[1])
	}
	return c, nil
}

// unsure returns the years whose results problems leave open: those of files that
// every edition depends on leave all of them.
func unsure(problems []problem.Problem, contents ...*content.Content) map[int]bool {
	years := map[int]bool{}
	for _, p := range problems {
		folder, rest, _ := strings.Cut(p.File, "/")
		switch year, err := strconv.Atoi(folder); {
		case folder == "situs.yaml" || folder == "halaman" || strings.HasPrefix(rest, "gambar/"):
		case err == nil:
			years[year] = true
		case folder == "klasifikasi.yaml" || folder == "perangkat-daerah.yaml":
			for _, c := range contents {
				if c != nil {
					for _, e := range c.Editions {
						years[e.Year] = true
					}
				}
			}
		}
	}
	return years
}
