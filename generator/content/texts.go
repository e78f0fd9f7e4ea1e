package content

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// ParseTexts reads a flat mapping of keys to texts: the interface's words in one
// language. Keys that repeat and values that are not text are errors.
func ParseTexts(data []byte) (map[string]string, error) {
	root, line, err := parseYAML(data)
	if err != nil {
		return nil, fmt.Errorf("line %d: %w", line, err)
	}
	if root.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("line %d: not a mapping", root.Line)
	}
	words := make(map[string]string, len(root.Content)/2)
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		if k.Kind != yaml.ScalarNode || v.Kind != yaml.ScalarNode {
			return nil, fmt.Errorf("line %d: not a text", k.Line)
		}
		if _, twice := words[k.Value]; twice {
			return nil, fmt.Errorf("line %d: %q is there twice", k.Line, k.Value)
		}
		words[k.Value] = v.Value
	}
	return words, nil
}
