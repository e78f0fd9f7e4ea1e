//go:build !unix

package generator_test

import "time"

var began = time.Now()

// processTime cannot be told from the time on the clock here.
func processTime() time.Duration { return time.Since(began) }

func makePipe(string) error { return nil }

func setUmask(int) {}
