package content

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"siger/generator/internal/personal"
	"siger/generator/problem"
)

// Personal data that gets into a public repository stays in its history, so the
// whole text of a file is looked through, comments included.

var personalKinds = map[personal.Kind]problem.Words{
	personal.Identity: {ID: "NIK", EN: "an identity number (NIK)"},
	personal.Servant:  {ID: "NIP", EN: "a civil servant's number (NIP)"},
	personal.Phone:    {ID: "nomor telepon", EN: "a telephone number"},
	personal.Mail:     {ID: "alamat surel", EN: "an e-mail address"},
	personal.Account:  {ID: "nomor rekening", EN: "an account number"},
}

// checkPersonal warns of personal data in the text of a file, or a part of it that
// begins after offset lines. Fields are those of the document, beyond which there
// are none.
func (s *source) checkPersonal(data []byte, offset int) {
	number := offset
	for line := range bytes.Lines(data) {
		number++
		if s.warnings > maxFaults {
			return
		}
		for _, f := range personal.Find(line) {
			found := string(line[f.From:f.To])
			pos := problem.Pos{File: s.file, Line: number, Column: 1 + utf8.RuneCount(line[:f.From]), Length: utf8.RuneCountInString(found)}
			field := s.fieldAt(number, pos.Column)
			if s.file == siteFile && field == "kontak.tautan" && f.Kind == personal.Mail {
				continue // where the warning sends authors
			}
			s.add(pos, field, problem.PersonalData, personalKinds[f.Kind], string([]rune(found)[:2])+"…")
		}
	}
}

// fieldAt returns the field whose value a place of the file is in: the last that
// begins before it.
func (s *source) fieldAt(line, column int) string {
	line -= s.offset
	if s.root == nil || line > bytes.Count(s.text, []byte("\n"))+1 {
		return ""
	}
	best := ""
	var walk func(n *yaml.Node, field string)
	walk = func(n *yaml.Node, field string) {
		if n.Line > line || n.Line == line && n.Column > column {
			return
		}
		best = field
		for i, c := range n.Content {
			switch {
			case n.Kind == yaml.SequenceNode:
				walk(c, item(field, i))
			case i%2 == 1:
				walk(c, sub(field, n.Content[i-1].Value))
			}
		}
	}
	walk(s.root, "")
	return best
}
