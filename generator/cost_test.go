package generator_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"siger/generator"
	"siger/generator/internal/sink"
)

// TestCosts: no file of 64 KiB makes a build take long, much memory, or a huge
// page. Each input once took between ten seconds and two minutes, or gigabytes.
func TestCosts(t *testing.T) {
	long := strings.Repeat("y", 19000)
	many := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	page := func(text string) map[string]string {
		return map[string]string{"halaman/tentang.md": "---\njudul: Tentang\nringkasan: Uji.\n---\n" + text}
	}
	swap := func(name, old, text string) map[string]string {
		data := string(smallSite(t)[name].Data)
		if strings.Count(data, old) != 1 {
			t.Fatalf("%s: %q is not there once", name, old)
		}
		return map[string]string{name: strings.Replace(data, old, text, 1)}
	}
	for name, files := range map[string]map[string]string{
		"headings":         page(strings.Repeat("## a\n", 12000)),
		"empty headings":   page(strings.Repeat("##\n", 20000)),
		"underlined":       page(strings.Repeat("a\n-\n", 15000)),
		"references":       page("[a]: https://x.example/" + long + "\n\n" + strings.Repeat("[a]\n", 10000)),
		"reference titles": page("[a]: https://x.example/ \"" + strings.Repeat("&amp;", 3800) + "\"\n\n" + strings.Repeat("[a]\n", 10000)),
		"brackets":         page(strings.Repeat("[\n", 16000) + strings.Repeat("]\n", 16000)),
		"tabs":             page(strings.Repeat("\t", 60) + "- x\n" + strings.Repeat("\n", 60000)),
		"html":             page("x " + strings.Repeat("<b>", 20000)),
		"wide rows":        page(strings.Repeat("|a", 20) + "|\n" + strings.Repeat("|-", 20) + "|\n" + strings.Repeat("a\n", 30000)),
		"unknown terms":    swap("2020/inovasi/baca.yaml", "[pendidikan]", "["+many("tidak-ada-%d, ", 4000)+"]"),
		"unknown groups":   swap("2020/edisi.yaml", "kelompok: provinsi}", "kelompok: ["+strings.Repeat("a,", 25000)+"]}"),
		"levels":           swap("2020/inovasi/baca.yaml", "manfaat: {tingkat: 2}", "manfaat: {tingkat: ["+strings.Repeat("1,", 29000)+"]}"),
		"taxonomies":       {"klasifikasi.yaml": many("- {id: t%d, nama: T, istilah: []}\n", 1500)},
		"awards":           swap("2020/edisi.yaml", "  - {id: terbaik, ", many("  - {id: a%d, nama: A, subjek: inovasi, ukuran: skor, juara: 9}\n", 900)+"  - {id: terbaik, "),
		"unknown criteria": swap("2020/inovasi/baca.yaml", "  manfaat: {tingkat: 2}\n", many("  k%d: {tingkat: 2}\n", 2500)),
		"quotes left open": swap("2020/inovasi/baca.yaml", "nama: Baca Bersama", "nama: \"Baca\n"+strings.Repeat("  a\n", 15000)),
		"keys":             swap("2020/inovasi/baca.yaml", "nama: Baca Bersama", many("k%d: 1\n", 6000)),
	} {
		t.Run(name, func(t *testing.T) {
			content := smallSite(t)
			for file, data := range files {
				content[file] = &fstest.MapFile{Data: []byte(data[:min(len(data), 64<<10)])}
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			var site sink.Memory
			_, _, err := generator.Build(config(content), &site)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			size := 0
			for _, data := range site.Files {
				size = max(size, len(data))
			}
			// Far above what is needed, far below what it was: machines differ.
			if megabytes := (after.TotalAlloc - before.TotalAlloc) >> 20; took > time.Minute || megabytes > 700 || size > 10<<20 {
				t.Errorf("took %s and %d MB; the largest file has %d bytes", took, megabytes, size)
			}
		})
	}
}
