package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// floor reads all sources and writes the bytes of a finished site into another
// folder; pair is FINISHED=OUT.
func floor(content, pair string) error {
	finished, out, _ := strings.Cut(pair, "=")
	if err := each(content, func(_ string, name string) error {
		_, err := os.ReadFile(name)
		return err
	}); err != nil {
		return err
	}
	made := map[string]bool{}
	return each(finished, func(path, name string) error {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		to := filepath.Join(out, path)
		if folder := filepath.Dir(to); !made[folder] {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			made[folder] = true
		}
		return os.WriteFile(to, data, 0o644)
	})
}

// hashAll reads and hashes all sources and asks for the size of all outputs.
func hashAll(content, finished string) error {
	sum := sha256.New()
	if err := each(content, func(_, name string) error {
		data, err := os.ReadFile(name)
		one := sha256.Sum256(data)
		sum.Write(one[:])
		return err
	}); err != nil {
		return err
	}
	if err := each(finished, func(_, name string) error {
		_, err := os.Lstat(name)
		return err
	}); err != nil {
		return err
	}
	fmt.Printf("%x\n", sum.Sum(nil))
	return nil
}

// each calls do for every file below a folder, in order.
func each(folder string, do func(path, name string) error) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		path, err := filepath.Rel(folder, name)
		if err != nil {
			return err
		}
		return do(path, name)
	})
}

func count(folder string) (files, pages int, bytes int64, err error) {
	err = each(folder, func(path, name string) error {
		info, err := os.Lstat(name)
		if err != nil {
			return err
		}
		files++
		if strings.HasSuffix(path, ".html") {
			pages++
		}
		bytes += info.Size()
		return nil
	})
	return files, pages, bytes, err
}
