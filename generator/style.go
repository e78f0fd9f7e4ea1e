package generator

import (
	"fmt"
	"io/fs"

	"siger/generator/internal/pattern"
	"siger/generator/site"
)

var (
	firstRoot = pattern.Lazy(`:root\s*\{([^}]*)\}`)
	tokenLine = pattern.Lazy(`(--[\w-]+)\s*:\s*([^;]+);`)
)

// styleTokens returns the custom properties of the first :root rule of the style,
// in their order.
func styleTokens(layouts fs.FS) ([]site.Token, error) {
	style, err := fs.ReadFile(layouts, "assets/siger.css")
	if err != nil {
		return nil, fmt.Errorf("read style: %w", err)
	}
	tokens := []site.Token{} // which may have none, where somebody's own style has none
	if root := firstRoot().FindSubmatch(style); root != nil {
		for _, t := range tokenLine().FindAllSubmatch(root[1], -1) {
			tokens = append(tokens, site.Token{Name: string(t[1]), Value: string(t[2])})
		}
	}
	return tokens, nil
}
