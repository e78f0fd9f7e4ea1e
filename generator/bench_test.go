package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"siger/generator"
	"siger/generator/publish"
)

// discard is a Sink that only counts.
type discard struct{ bytes, files atomic.Int64 }

func (d *discard) Put(_ string, data []byte) error {
	d.bytes.Add(int64(len(data)))
	d.files.Add(1)
	return nil
}

// BenchmarkBuild builds generated content: without a disk, and published to one.
// Compare figures of one run; machines differ and are noisy.
//
//	go test ./generator -run xxx -bench Build -benchtime 1x
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		content := corpus(n)
		b.Run(fmt.Sprintf("%d/memory", n), func(b *testing.B) {
			measure(b, n, func() (generator.Sink, func()) { return &discard{}, func() {} }, config(content))
		})
		b.Run(fmt.Sprintf("%d/disk", n), func(b *testing.B) {
			measure(b, n, func() (generator.Sink, func()) {
				stage, err := publish.Begin(b.TempDir()+"/public", publish.Options{})
				if err != nil {
					b.Fatal(err)
				}
				return stage, func() {
					if _, err := stage.Commit(); err != nil {
						b.Fatal(err)
					}
				}
			}, config(content))
		})
	}
}

// BenchmarkCheck loads and checks generated content.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		c := config(corpus(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if problems, err := generator.Check(c); err != nil || len(problems) > 0 {
					b.Fatal(problems, err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "innovations/s")
		})
	}
}

func measure(b *testing.B, n int, sink func() (generator.Sink, func()), c generator.Config) {
	b.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		s, finish := sink()
		_, problems, err := generator.Build(c, s)
		if err != nil || len(problems) > 0 {
			b.Fatal(problems, err)
		}
		finish()
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "innovations/s")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(n*b.N), "B/innovation")
}

// BenchmarkCompare compares generated content with one that has another level in
// one file, and with one that has another weight, too.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		before, data := corpus(n), corpus(n)
		name := slices.Sorted(maps.Keys(data))[n/2]
		text := regexp.MustCompile(`tingkat: \d`).ReplaceAllString(string(data[name].Data), "tingkat: 3")
		if text == string(data[name].Data) {
			b.Fatalf("%s is the same", name)
		}
		data[name] = &fstest.MapFile{Data: []byte(text)}
		rules := maps.Clone(data)
		rules["2023/edisi.yaml"] = &fstest.MapFile{Data: bytes.Replace(data["2023/edisi.yaml"].Data, []byte("bobot: 1\n"), []byte("bobot: 9\n"), 1)}
		for what, after := range map[string]fstest.MapFS{"data": data, "rules": rules} {
			b.Run(fmt.Sprintf("%d/%s", n, what), func(b *testing.B) {
				for b.Loop() {
					c, err := generator.Compare(before, after)
					if err != nil || len(c.After) > 0 || !c.Report.Changed() {
						b.Fatal(c.After, err)
					}
				}
			})
		}
	}
}
