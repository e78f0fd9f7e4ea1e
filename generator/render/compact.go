package render

import "bytes"

// compact adds HTML to out as the minifier would, and reports whether it could: it
// knows what most texts have, which is elements without attributes and headings, without
// entities. FuzzPlainMarkdown holds the result to be the minifier's.
func compact(out *bytes.Buffer, html []byte) bool {
	space := false // the byte before is one
	for _, c := range html {
		switch c {
		case '&', '\t', '\r':
			return false
		case ' ', '\n':
			if space {
				return false
			}
			space = true
		default:
			space = false
		}
	}
	before := out.Len()
	after := true // a tag of a block, or the beginning
	for len(html) > 0 {
		text, rest, tagged := bytes.Cut(html, []byte("<"))
		name, rest, _ := bytes.Cut(rest, []byte(">"))
		block := blocks[string(name)] || bytes.HasPrefix(name, []byte(`h`)) && heading(name)
		if tagged && !block && !inlines[string(name)] {
			out.Truncate(before)
			return false
		}
		// Space beside a block shows nothing.
		if block || !tagged {
			text = bytes.TrimSuffix(text, []byte("\n"))
		}
		if after {
			text = bytes.TrimPrefix(text, []byte("\n"))
		}
		out.Write(text)
		if tagged {
			out.WriteByte('<')
			out.Write(name)
			out.WriteByte('>')
		}
		html, after = rest, block || after && len(text) == 0
	}
	return true
}

// The tags that compact knows, as they are written.
var (
	blocks  = tags("p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote")
	inlines = tags("strong", "em")
)

func tags(names ...string) map[string]bool {
	list := map[string]bool{}
	for _, name := range names {
		list[name], list["/"+name] = true, true
	}
	return list
}

// heading reports whether a tag is a heading's with its anchor.
func heading(tag []byte) bool {
	level, id, ok := bytes.Cut(tag, []byte(` id="`))
	if !ok || !blocks[string(level)] || len(id) == 0 || id[len(id)-1] != '"' {
		return false
	}
	for _, c := range id[:len(id)-1] {
		if c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}
