package sheet

import (
	"regexp"
	"sync"
)

// lazily compiles a pattern when it is first needed: most commands read no spreadsheet.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
