// Package pattern keeps regular expressions that are compiled when one is first needed. A program needs few
// of those that it has, and to compile them all costs more than to start otherwise.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy returns what compiles an expression, once. It panics at its first use when it is none.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
