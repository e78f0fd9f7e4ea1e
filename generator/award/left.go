package award

import (
	"bytes"
	"crypto/sha256"
	"strings"
)

// Left stands for a text that was left in its file, "" for none: the SHA-256 of the text
// without the space around it, and that space, which Markdown knows the meaning of. Equal
// ones stand for equal texts.
type Left string

// spaceEnds parts the space before a text from that after it.
const spaceEnds = "|"

// LeftOf returns what stands for a text.
func LeftOf(text []byte) Left {
	inner := bytes.TrimSpace(text)
	if len(inner) == 0 {
		return ""
	}
	at := bytes.Index(text, inner)
	sum := sha256.Sum256(inner)
	left := append(make([]byte, 0, 64), sum[:]...)
	left = append(append(left, text[:at]...), spaceEnds...)
	return Left(append(left, text[at+len(inner):]...))
}

// Sum returns the SHA-256 of the text without the space around it.
func (l Left) Sum() []byte { return []byte(l[:min(len(l), sha256.Size)]) }

// Find returns what of a text the left one is: the text, or the text without its last line
// break. It is false when it is neither.
func (l Left) Find(text []byte) (found []byte, ok bool) {
	if is := LeftOf(text); is == l {
		return text, true
	} else if shorter, ended := strings.CutSuffix(string(is), "\n"); ended && shorter == string(l) {
		return text[:len(text)-1], true
	}
	return nil, false
}
