package generator_test

import (
	"testing/fstest"

	made "siger/generator/internal/corpus"
)

// corpus returns content with n innovations, for measuring.
func corpus(n int) fstest.MapFS {
	files := fstest.MapFS{}
	for name, data := range made.Files(n) {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}
