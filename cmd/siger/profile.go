package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

// startProfile writes what the program does into a folder, until stop: cpu.pprof and
// trace.out while it runs, heap.pprof and allocs.pprof at its end. Without a folder
// it does nothing.
func startProfile(dir string) (stop func() error, err error) {
	if dir == "" {
		return func() error { return nil }, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	cpu, err := os.Create(filepath.Join(dir, "cpu.pprof"))
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	events, err := os.Create(filepath.Join(dir, "trace.out"))
	if err != nil {
		cpu.Close()
		return nil, fmt.Errorf("profile: %w", err)
	}
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	if err := trace.Start(events); err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	return func() error {
		trace.Stop()
		pprof.StopCPUProfile()
		err := events.Close()
		if closed := cpu.Close(); err == nil {
			err = closed
		}
		runtime.GC() // so that the heap is what is alive
		for _, name := range []string{"heap", "allocs"} {
			if e := writeProfile(dir, name); err == nil {
				err = e
			}
		}
		if err != nil {
			return fmt.Errorf("profile: %w", err)
		}
		return nil
	}, nil
}

func writeProfile(dir, name string) error {
	file, err := os.Create(filepath.Join(dir, name+".pprof"))
	if err != nil {
		return err
	}
	err = pprof.Lookup(name).WriteTo(file, 0)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

var tFlagProfile = text{"tulis profil CPU, memori, dan jejak pembuatan ke `folder`", "write CPU, memory and trace profiles of the build into a `folder`"}
