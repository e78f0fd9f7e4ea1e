package content

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Members are a JSON object whose order is kept.
type members []member

type member struct {
	key   string
	value any // string, bool, int, []string, []any or members
}

const jsonWidth = 160 // columns of a line with several values

// jsonText returns a value laid out for people and for comparison: what fits is
// on one line, anything else has a line for each value.
func jsonText(v any) []byte {
	var out bytes.Buffer
	writeJSON(&out, v, 0, 0)
	out.WriteByte('\n')
	return out.Bytes()
}

// writeJSON writes a value after indent spaces of its line, of which used columns
// are taken.
func writeJSON(out *bytes.Buffer, v any, indent, used int) {
	first, last := "[", "]"
	var keys []string
	var values []any
	switch v := v.(type) {
	case members:
		first, last = "{", "}"
		for _, m := range v {
			keys, values = append(keys, quoted(m.key)+": "), append(values, m.value)
		}
	case []any:
		keys, values = make([]string, len(v)), v
	case []string:
		for _, s := range v {
			keys, values = append(keys, ""), append(values, s)
		}
	case string:
		out.WriteString(quoted(v))
		return
	case bool:
		out.WriteString(strconv.FormatBool(v))
		return
	case int:
		out.WriteString(strconv.Itoa(v))
		return
	default:
		panic("content: not a JSON value")
	}
	if indent > 0 || len(values) == 0 {
		most := jsonWidth - used
		line := oneLine(first, last, keys, values, most*utf8.UTFMax)
		if line != nil && utf8.RuneCount(line) <= most {
			out.Write(line)
			return
		}
	}
	out.WriteString(first)
	inner := indent + indentStep
	for i, value := range values {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n" + spaces(inner) + keys[i])
		writeJSON(out, value, inner, inner+width(keys[i])+1)
	}
	out.WriteString("\n" + spaces(indent) + last)
}

// oneLine returns nil as soon as there are more bytes than most.
func oneLine(first, last string, keys []string, values []any, most int) []byte {
	var line bytes.Buffer
	line.WriteString(first)
	for i, value := range values {
		if i > 0 {
			line.WriteString(", ")
		}
		line.WriteString(keys[i])
		writeJSON(&line, value, 1, -1<<30) // a line without an end
		if line.Len() > most {
			return nil
		}
	}
	line.WriteString(last)
	return line.Bytes()
}

func quoted(s string) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a string can always be encoded
	return strings.TrimSuffix(out.String(), "\n")
}
