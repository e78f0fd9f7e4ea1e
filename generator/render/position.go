package render

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"siger/generator/problem"
)

// mark adds a problem at a part of the source, from one offset to another; from
// -1 is the text as a whole.
func (c *conversion) mark(from, to int, code problem.Code, args ...any) {
	if len(c.problems) >= maxFaults {
		return
	}
	c.problems = append(c.problems, problem.At(c.pos(from, to), c.md.Field, code, args...))
}

// pos returns the place of a part of the source in its file. It ends with its
// line.
func (c *conversion) pos(from, to int) problem.Pos {
	t := c.md.Text
	pos := problem.Pos{File: c.md.File, Line: t.Line}
	if from < 0 || !t.Block {
		return pos
	}
	from = min(from, len(c.source))
	before := c.source[:from]
	pos.Line += bytes.Count(before, []byte("\n"))
	pos.Column = t.Indent + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	if to = min(to, c.lineEnd(from)); to > from {
		pos.Length = utf8.RuneCount(c.source[from:to])
	}
	return pos
}

// lineEnd returns where the text of the line ends that an offset is on.
func (c *conversion) lineEnd(offset int) int {
	if offset < 0 || offset > len(c.source) {
		return offset
	}
	rest, _, _ := bytes.Cut(c.source[offset:], []byte("\n"))
	return offset + len(bytes.TrimRight(rest, " \t\r"))
}

// address returns where the address of a link stands, which for one by reference
// is further down; the link itself where that cannot be found.
func (c *conversion) address(n ast.Node, raw []byte) (from, to int) {
	from = c.offset(n)
	if from < 0 || len(raw) == 0 {
		return from, from
	}
	i := bytes.Index(c.source[from:], raw)
	if i < 0 {
		return from, from
	}
	return from + i, from + i + len(raw)
}

// offset returns where a node starts, or the block that it is in; -1 when
// neither is known.
func (c *conversion) offset(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Pos() >= 0 {
			return n.Pos()
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return -1
}
