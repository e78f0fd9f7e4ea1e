package content

import (
	"fmt"
	"strings"

	"siger/generator/internal/pattern"

	"gopkg.in/yaml.v3"
)

// scalarText returns a single value on one line: plain where every reader of
// YAML takes it for the same, in quotes where not.
func scalarText(n *yaml.Node, text, flow bool) string {
	if isNull(n) {
		if flow && n.Value == "" {
			return "null"
		}
		return n.Value
	}
	if plain(n.Value, text, flow) {
		return n.Value
	}
	return inQuotes(n.Value)
}

// inQuotes returns a text in quotes.
func inQuotes(v string) string {
	quote := quoteFor(v)
	return quote + escaped(v, quote) + quote
}

// keyText returns a key.
func (e *element) keyText(flow bool) string {
	if v := e.key.Value; plain(v, true, flow) {
		return v
	}
	return inQuotes(e.key.Value)
}

// quotedPieces returns the lines of a value that its author broke, in quotes
// where they are needed.
func (e *element) quotedPieces() []string {
	if plain(e.value.Value, e.form.text, false) {
		return e.pieces
	}
	quote := quoteFor(e.value.Value)
	lines := make([]string, len(e.pieces))
	for i, piece := range e.pieces {
		lines[i] = escaped(piece, quote)
	}
	lines[0] = quote + lines[0]
	lines[len(lines)-1] += quote
	return lines
}

// plain reports whether a value needs no quotes. A text does when readers could
// take it for something else: no, 007, 1_000, 12:30, 2021-06-16.
func plain(v string, text, flow bool) bool {
	return v != "" && strings.Trim(v, " ") == v && printable(v) && !strings.Contains(v, "\n") &&
		!strings.ContainsRune("!\"#%&'*,-.:=>?@[]`{|}~", rune(v[0])) && v != "<<" &&
		!strings.Contains(v, ": ") && !strings.HasSuffix(v, ":") && !strings.Contains(v, " #") &&
		!(flow && strings.ContainsAny(v, ",?[]{}")) &&
		!(text && otherType().MatchString(v))
}

// otherType matches what YAML 1.1 or 1.2 readers take for a boolean, null, a
// number, a time of day in base sixty, or a date.
var otherType = pattern.Lazy(`^(?:(?i:y|n|yes|no|on|off|true|false|null)` +
	`|[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?` +
	`|[-+]?0(?:x[0-9a-fA-F_]+|o[0-7_]+|b[01_]+)|[-+]\.(?i:inf)` +
	`|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?` +
	`|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]| +)[0-9].*)?)$`)

// quoteFor chooses double quotes unless single ones save escapes.
func quoteFor(v string) string {
	if strings.ContainsAny(v, `"\`) && printable(v) && !strings.Contains(v, "\n") {
		return "'"
	}
	return `"`
}

func escaped(v, quote string) string {
	if quote == "'" {
		return strings.ReplaceAll(v, "'", "''")
	}
	var b strings.Builder
	for _, r := range v {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case printable(string(r)):
			b.WriteRune(r)
		case r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	return b.String()
}

// printable reports whether YAML allows every character outside of escapes.
func printable(v string) bool {
	for _, r := range v {
		if r != '\n' && r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return true
}
