package publish

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"siger/generator/internal/parallel"
)

// pages returns the paths of n pages, each in a folder of its own.
func pages(n int) []string {
	paths := make([]string, n)
	for i := range paths {
		paths[i] = fmt.Sprintf("inovasi/nama-inovasi-%05d/index.html", i)
	}
	return paths
}

// publishPages publishes 13 KB pages; the first changed of them are of this round.
func publishPages(b *testing.B, out string, paths []string, changed, round int) Summary {
	stage, err := Begin(out, Options{})
	if err != nil {
		b.Fatal(err)
	}
	body := bytes.Repeat([]byte("x"), 13<<10)
	err = parallel.Try(len(paths), func(i int) error {
		data := bytes.Clone(body)
		if i < changed {
			copy(data, fmt.Sprint(round))
		}
		return stage.Put(paths[i], data)
	})
	if err != nil {
		b.Fatal(err)
	}
	summary, err := stage.Commit()
	if err != nil {
		b.Fatal(err)
	}
	return summary
}

func BenchmarkPublish(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		paths := pages(n)
		b.Run(fmt.Sprintf("%d/cold", n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				out := filepath.Join(b.TempDir(), "public")
				b.StartTimer()
				publishPages(b, out, paths, 0, 0)
			}
		})
		for _, changed := range []int{0, 1, n} {
			b.Run(fmt.Sprintf("%d/changed=%d", n, changed), func(b *testing.B) {
				out := filepath.Join(b.TempDir(), "public")
				publishPages(b, out, paths, changed, 0)
				round := 0
				for b.Loop() {
					round++
					if got := publishPages(b, out, paths, changed, round); got.Written != changed {
						b.Fatalf("wrote %d files, want %d", got.Written, changed)
					}
				}
			})
		}
	}
}
