// Command bench measures Siger against Hugo and against the floor: a program
// that only reads the sources and writes the finished bytes. It prints a table.
//
//	bench -siger BINARY -hugo BINARY [-n 1000,10000] [-rounds 3] [-media /tmp,/dev/shm]
//
// In every round each program builds the same corpus in turn, so that ratios hold
// although a machine's speed drifts. Figures are of whole processes, by the
// system's own accounting: user and system time, wall time, peak memory. Then both
// serve the corpus while it is edited: a figure is the processor's time until the
// program rests again, and the time until the page shows the edit. What is
// printed are medians. .ci/bench builds the programs and calls it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"siger/generator/internal/corpus"
)

func main() {
	var sizes, media string
	b := &bench{}
	flag.StringVar(&b.siger, "siger", "", "binary of siger")
	flag.StringVar(&b.before, "before", "", "binary of an earlier siger, built cold beside it")
	flag.StringVar(&b.hugo, "hugo", "", "binary of Hugo; without it there is no comparison")
	flag.IntVar(&b.rounds, "rounds", 3, "rounds")
	flag.StringVar(&sizes, "n", "1000,10000", "numbers of innovations")
	flag.StringVar(&media, "media", os.TempDir(), "folders to work in, such as one of a disk and one of memory")
	flag.Parse()
	if err := b.run(flag.Args(), sizes, media); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type bench struct {
	siger, before, hugo string
	rounds              int
}

func (b *bench) run(args []string, sizes, media string) error {
	if len(args) == 3 && args[0] == "floor" { // this program as one that is measured
		return floor(args[1], args[2])
	}
	if len(args) == 3 && args[0] == "hash" {
		return hashAll(args[1], args[2])
	}
	if len(args) == 3 && args[0] == "hugo" {
		return hugoSite(args[1], args[2])
	}
	if len(args) == 3 && args[0] == "corpus" { // for other tools
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return corpus.Write(args[2], corpus.Files(n))
	}
	if b.siger == "" || len(args) > 0 {
		return fmt.Errorf("see the comment of this program")
	}
	fmt.Printf("%d cores, %s, %d rounds; cpu and wall in seconds, memory in MiB\n", runtime.GOMAXPROCS(0), time.Now().UTC().Format(time.DateTime), b.rounds)
	for _, medium := range strings.Split(media, ",") {
		for _, size := range strings.Split(sizes, ",") {
			n, err := strconv.Atoi(size)
			if err != nil {
				return err
			}
			if err := b.measure(medium, n); err != nil {
				return fmt.Errorf("%s, %d innovations: %w", medium, n, err)
			}
		}
	}
	return nil
}

// A figure is what one run of a program took.
type figure struct {
	cpu, wall time.Duration
	peak      int64 // bytes
}

// A job is a program that is run in every round, after what it needs was prepared.
type job struct {
	name    string
	prepare func() error
	args    []string
	figures []figure
}

func (b *bench) measure(medium string, n int) error {
	work, err := os.MkdirTemp(medium, "siger-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	at := func(name string) string { return filepath.Join(work, name) }
	content := at("content")
	self, err := os.Executable()
	if err != nil {
		return err
	}
	// In processes of their own: what a process holds when it starts another counts as
	// the other's peak.
	if _, err := run([]string{self, "corpus", strconv.Itoa(n), content}); err != nil {
		return err
	}
	build := func(binary, out string) []string {
		args := []string{binary, "build", "--content", content, "--out", at(out), "--quiet"}
		if binary == b.siger {
			args = append(args, "--cache", at("cache"))
		}
		return args
	}
	if _, err := run(build(b.siger, "finished")); err != nil { // what the floor writes
		return err
	}
	fresh := func(names ...string) func() error {
		return func() error {
			for _, name := range names {
				if err := os.RemoveAll(at(name)); err != nil {
					return err
				}
			}
			return nil
		}
	}
	id := fmt.Sprintf("inovasi-%06d", n/2)
	edited := filepath.Join(content, "2023/inovasi", id+".yaml")
	turn := 0
	edit := func() error { // another text every time
		turn++
		return replaceLine(edited, heading, fmt.Sprint(" ", turn))
	}
	jobs := []*job{
		{name: "floor", prepare: fresh("floor"), args: []string{self, "floor", content, at("finished") + "=" + at("floor")}},
		{name: "siger cold", prepare: fresh("out", ".out.siger", "cache"), args: build(b.siger, "out")},
		{name: "siger, nothing changed", args: build(b.siger, "out")},
		{name: "siger, first edit of a text", prepare: edit, args: build(b.siger, "out")},
		{name: "siger, next edit of a text", prepare: edit, args: build(b.siger, "out")},
		{name: "siger, level changed", prepare: func() error { return changeLevel(edited) }, args: build(b.siger, "out")},
		{name: "read, hash, stat", args: []string{self, "hash", content, at("finished")}},
	}
	if b.before != "" {
		jobs = append(jobs, &job{name: "earlier siger, cold", prepare: fresh("before", ".before.siger"), args: build(b.before, "before")})
	}
	if b.hugo != "" {
		if _, err := run([]string{self, "hugo", content, at("hugo")}); err != nil {
			return err
		}
		jobs = append(jobs, &job{name: "hugo", prepare: fresh("hugo/public", "hugo/resources"),
			args: []string{b.hugo, "--minify", "--quiet", "--source", at("hugo"), "--destination", at("hugo/public"), "--cacheDir", at("hugo-cache")}})
	}
	for range b.rounds {
		for _, j := range jobs {
			if j.prepare != nil {
				if err := j.prepare(); err != nil {
					return err
				}
			}
			f, err := run(j.args)
			if err != nil {
				return fmt.Errorf("%s: %w", j.name, err)
			}
			j.figures = append(j.figures, f)
		}
	}
	saves, err := b.saves(content, edited, at("hugo"), id)
	if err != nil {
		return fmt.Errorf("serving: %w", err)
	}
	jobs = append(jobs, saves...)
	return report(medium, n, work, jobs)
}

// run runs a program to its end.
func run(args []string) (figure, error) {
	cmd := exec.Command(args[0], args[1:]...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	wall := time.Since(start)
	if err != nil {
		return figure{}, fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return figure{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall, peakOf(cmd.ProcessState)}, nil
}

func median[T cmp.Ordered](j *job, of func(figure) T) T {
	values := make([]T, len(j.figures))
	for i, f := range j.figures {
		values[i] = of(f)
	}
	slices.Sort(values)
	return values[(len(values)-1)/2]
}

func report(medium string, n int, work string, jobs []*job) error {
	fmt.Printf("\n%s, %d innovations\n%-30s %9s %9s %8s\n", medium, n, "", "cpu", "wall", "peak")
	figures := map[string]figure{}
	for _, j := range jobs {
		f := figure{
			median(j, func(f figure) time.Duration { return f.cpu }),
			median(j, func(f figure) time.Duration { return f.wall }),
			median(j, func(f figure) int64 { return f.peak }),
		}
		figures[j.name] = f
		fmt.Printf("%-30s %9.3f %9.3f %8.0f\n", j.name, f.cpu.Seconds(), f.wall.Seconds(), float64(f.peak)/(1<<20))
	}
	ratio := func(name string, part, whole float64) { fmt.Printf("%-46s %8.4f\n", name, part/whole) }
	floor, cold := figures["floor"], figures["siger cold"]
	ratio("cold cpu / floor", cold.cpu.Seconds(), floor.cpu.Seconds())
	ratio("nothing changed cpu / (read, hash, stat)", figures["siger, nothing changed"].cpu.Seconds(), figures["read, hash, stat"].cpu.Seconds())
	if earlier, ok := figures["earlier siger, cold"]; ok {
		ratio("cold cpu / earlier", cold.cpu.Seconds(), earlier.cpu.Seconds())
	}
	if hugo, ok := figures["hugo"]; ok {
		ratio("cold, net cpu", (cold.cpu - floor.cpu).Seconds(), (hugo.cpu - floor.cpu).Seconds())
		ratio("cold, net wall", (cold.wall - floor.wall).Seconds(), (hugo.wall - floor.wall).Seconds())
		ratio("cold cpu / Hugo", cold.cpu.Seconds(), hugo.cpu.Seconds())
		for _, name := range []string{"first edit of a text", "next edit of a text", "level changed"} {
			ratio(name+", cpu / Hugo", figures["siger, "+name].cpu.Seconds(), hugo.cpu.Seconds())
		}
		if full, ok := figures[hugoSave]; ok {
			for _, name := range []string{textSave, levelSave} {
				ratio(name+", cpu / Hugo's", figures[name].cpu.Seconds(), full.cpu.Seconds())
			}
		}
		ratio("peak memory / Hugo", float64(cold.peak), float64(hugo.peak))
		for name, folder := range map[string]string{"siger": "finished", "hugo": "hugo/public"} {
			files, pages, bytes, err := count(filepath.Join(work, folder))
			if err != nil {
				return err
			}
			fmt.Printf("%s: %d files, %d pages, %.1f MB\n", name, files, pages, float64(bytes)/1e6)
		}
	}
	return nil
}
