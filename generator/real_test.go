package generator_test

import (
	"io/fs"
	"os"
)

// realContent is the content of this repository's own site; it is judged by the
// same tests as the rest.
func realContent() fs.FS { return os.DirFS("../content") }
