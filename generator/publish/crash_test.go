package publish

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestMain makes the test binary a child that publishes, and is killed.
func TestMain(m *testing.M) {
	if task := os.Getenv("SIGER_PUBLISH_TASK"); task != "" {
		if err := child(task, os.Getenv("SIGER_PUBLISH_OUT"), os.Getenv("SIGER_PUBLISH_STEP")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(task, out, step string) error {
	switch task {
	case "hold": // the lock
		_, err := Begin(out, Options{})
		fmt.Println("ready", err)
		time.Sleep(time.Minute)
		return err
	case "loop": // two sites in turn
		fmt.Println("ready")
		for {
			for _, site := range []disk{siteB, siteA} {
				if _, err := publish(out, site, Options{}); err != nil {
					return err
				}
			}
		}
	}
	last, err := strconv.Atoi(step)
	if err != nil {
		return err
	}
	options := ways[task]
	var count atomic.Int32
	options.step = func(string) error {
		if int(count.Add(1)) == last {
			self, _ := os.FindProcess(os.Getpid())
			_ = self.Kill()
			time.Sleep(time.Minute)
		}
		return nil
	}
	_, err = publish(out, siteB, options)
	return err
}

func command(t *testing.T, task, out, step string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	check(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "SIGER_PUBLISH_TASK="+task, "SIGER_PUBLISH_OUT="+out, "SIGER_PUBLISH_STEP="+step)
	cmd.Stderr = os.Stderr
	return cmd
}

// start starts a child and waits until it is ready.
func start(t *testing.T, task, out string) *exec.Cmd {
	t.Helper()
	cmd := command(t, task, out, "")
	pipe, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	if _, err := bufio.NewReader(pipe).ReadString('\n'); err != nil {
		t.Fatalf("the child is not ready: %v", err)
	}
	return cmd
}

// steps returns the steps of the publication of B that are worth a test: of a row
// of equal ones the first, the last and some between.
func steps(t *testing.T, options Options, first disk) []int {
	out := filepath.Join(t.TempDir(), "public")
	prepare(t, out, first)
	var mu sync.Mutex
	var names []string
	options.step = func(name string) error {
		mu.Lock()
		defer mu.Unlock()
		names = append(names, name)
		return nil
	}
	_, err := publish(out, siteB, options)
	check(t, err)
	var worth []int
	for i, name := range names {
		if i == 0 || i == len(names)-1 || name != names[i-1] || name != names[i+1] || i%3 == 0 {
			worth = append(worth, i)
		}
	}
	return worth
}

// prepare publishes a site beside foreign files; nil is for no output folder.
func prepare(t *testing.T, out string, site disk) {
	t.Helper()
	if site != nil {
		foreign.build(t, out)
		_, err := publish(out, site, Options{})
		check(t, err)
	}
}

// whole returns which site the output folder wholly holds.
func whole(t *testing.T, out string, first disk) string {
	t.Helper()
	got := read(t, out)
	kept := foreign
	if first == nil {
		kept = nil
	}
	switch {
	case reflect.DeepEqual(got, with(siteB, kept)):
		return "new"
	case first == nil && got == nil, reflect.DeepEqual(got, with(first, kept)):
		return "old"
	}
	t.Errorf("the output folder is neither old nor new: %v", got)
	return ""
}

// mended runs what the next publication does first.
func mended(t *testing.T, out string) {
	t.Helper()
	stage, err := Begin(out, Options{Wait: 5 * time.Second})
	check(t, err)
	check(t, stage.Abort())
	clean(t, out)
}

func TestKilledAtEachStep(t *testing.T) {
	for way := range ways {
		for name, first := range map[string]disk{"first": nil, "next": siteA} {
			if way == "copies" {
				continue // it has the steps of the exchange
			}
			t.Run(way+"/"+name, func(t *testing.T) {
				t.Parallel()
				seen := map[string]int{}
				for _, step := range steps(t, ways[way], first) {
					out := filepath.Join(t.TempDir(), "public")
					prepare(t, out, first)
					if err := command(t, way, out, strconv.Itoa(step+1)).Run(); err == nil {
						t.Fatalf("step %d: the child was not killed", step+1)
					}
					if way != "two renames" && canExchange {
						whole(t, out, first)
					}
					mended(t, out)
					seen[whole(t, out, first)]++
					_, err := publish(out, siteB, Options{})
					check(t, err)
					if got := whole(t, out, first); got != "new" {
						t.Errorf("step %d: afterwards the site is %s", step+1, got)
					}
				}
				if seen["old"] == 0 || seen["new"] == 0 {
					t.Errorf("seen %v, want both", seen)
				}
			})
		}
	}
}

// kills is how often TestKilledAnytime kills a process: 300 in .ci/run, 1,000 in a
// long run.
var kills = flag.Int("kills", 30, "how many processes TestKilledAnytime kills")

// TestKilledAnytime kills a process that publishes at random moments; each time the
// whole folder is the old site or the new one, with all foreign files.
func TestKilledAnytime(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "public")
	prepare(t, out, siteA)
	seen := map[string]int{}
	for range *kills {
		cmd := start(t, "loop", out)
		time.Sleep(time.Duration(rand.IntN(40_000)) * time.Microsecond)
		check(t, cmd.Process.Kill())
		_ = cmd.Wait()
		if canExchange {
			seen[whole(t, out, siteA)]++
		} else {
			mended(t, out)
			seen[whole(t, out, siteA)]++
		}
	}
	mended(t, out)
	whole(t, out, siteA)
	t.Logf("%d processes killed; seen %v", *kills, seen)
}

func TestFailsAtEachStep(t *testing.T) {
	for way, options := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			for _, step := range steps(t, options, siteA) {
				out := filepath.Join(t.TempDir(), "public")
				prepare(t, out, siteA)
				var count atomic.Int32
				name := ""
				options := options
				options.step = func(at string) error {
					if int(count.Add(1)) == step+1 {
						name = at
						return syscall.ENOSPC
					}
					return nil
				}
				_, err := publish(out, siteB, options)
				if !errors.Is(err, syscall.ENOSPC) {
					t.Errorf("step %d, %s: error %v, want that the disk is full", step+1, name, err)
				}
				want := "old"
				if name == "exchanged" || name == "remove" {
					want = "new"
				} else {
					clean(t, out)
				}
				if got := whole(t, out, siteA); got != want {
					t.Errorf("step %d, %s: the site is %s, want %s", step+1, name, got, want)
				}
				mended(t, out)
				if got := whole(t, out, siteA); got != want {
					t.Errorf("step %d, %s: the site mended is %s, want %s", step+1, name, got, want)
				}
			}
		})
	}
}

// What someone does in the output folder between survey and exchange is kept.
func TestMeanwhile(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(t *testing.T, out string)
		want disk // beside the site and the foreign files
	}{
		{"new file", func(t *testing.T, out string) { disk{"baru.txt": "x", "milik/lagi/b": "x"}.build(t, out) },
			disk{"baru.txt": "x", "milik/lagi/b": "x"}},
		{"new folder and link", func(t *testing.T, out string) { disk{"f/g": "folder", "l": "-> x"}.build(t, out) }, disk{"f/g": "folder", "l": "-> x"}},
		{"file replaced", func(t *testing.T, out string) {
			disk{"x": "replaced"}.build(t, out)
			check(t, os.Rename(filepath.Join(out, "x"), filepath.Join(out, "CNAME")))
		}, disk{"CNAME": "replaced"}},
		{"file edited", func(t *testing.T, out string) { disk{"CNAME": "edited"}.build(t, out) }, disk{"CNAME": "edited"}},
		{"stale file edited", func(t *testing.T, out string) { disk{"lama/index.html": "edited"}.build(t, out) }, disk{"lama/index.html": "edited"}},
		{"place of a file", func(t *testing.T, out string) { disk{"baru/index.html": "mine"}.build(t, out) }, disk{"index.html.siger-saved": "mine"}},
		{"place of a folder", func(t *testing.T, out string) { disk{"baru": "mine"}.build(t, out) }, disk{"baru.siger-saved": "mine"}},
	} {
		for way, options := range ways {
			for _, interrupted := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s/%s/interrupted=%v", c.name, way, interrupted), func(t *testing.T) {
					t.Parallel()
					out := filepath.Join(t.TempDir(), "public")
					prepare(t, out, siteA)
					last := "exchange"
					if way == "two renames" || !canExchange {
						last = "retire"
					}
					options := options
					options.step = func(at string) error {
						if at == last {
							c.do(t, out)
						}
						if at == "exchanged" && interrupted {
							return syscall.EIO
						}
						return nil
					}
					if _, err := publish(out, siteB, options); errors.Is(err, syscall.EIO) != interrupted {
						t.Fatal(err)
					}
					mended(t, out)
					same(t, "output folder", read(t, out), with(siteB, foreign, c.want))
				})
			}
		}
	}
}

// A complete stage that was not published is dropped: what its foreign files were
// when it was made no longer counts.
func TestUnpublishedSwap(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	prepare(t, out, siteA)
	swap := filepath.Join(filepath.Dir(out), ".public.siger", "swap")
	with(siteB, foreign).build(t, swap)
	info, err := os.Lstat(swap)
	check(t, err)
	number, ok := inode(info)
	if !ok {
		t.Skip("no inodes")
	}
	check(t, os.Rename(swap, swap+"-"+strconv.FormatUint(number, 10)))
	check(t, os.Remove(filepath.Join(out, "CNAME")))
	mended(t, out)
	want := with(siteA, foreign)
	delete(want, "CNAME")
	same(t, "output folder", read(t, out), want)
}

// An unchanged file that is edited before it is linked must not be published
// under the hash that it had.
func TestEditedMeanwhile(t *testing.T) {
	for way, options := range ways {
		out := filepath.Join(t.TempDir(), "public")
		prepare(t, out, siteA)
		options.step = func(at string) error {
			if at == "survey" {
				disk{"sama.css": "SAME"}.build(t, out)
			}
			return nil
		}
		if _, err := publish(out, siteB, options); !errors.Is(err, errMoved) {
			t.Errorf("%s: error %v, want that the folder changed", way, err)
		}
		same(t, "output folder", read(t, out), with(siteA, foreign, disk{"sama.css": "SAME"}))
		clean(t, out)
	}
}
