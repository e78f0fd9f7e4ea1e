package seal

import (
	"bytes"
	"encoding/json"

	"siger/generator/award"
)

// A ledger as it is published, koreksi.json: the seal that it is about, and the
// corrections in order.
type ledgerFile struct {
	Year        int              `json:"tahun"`
	Root        string           `json:"akar"`
	Corrections []correctionFile `json:"koreksi"`
}

type correctionFile struct {
	Date     string       `json:"tanggal"`
	Kind     Kind         `json:"jenis"`
	Decision string       `json:"keputusan,omitempty"`
	Reason   string       `json:"alasan"`
	Changes  []changeFile `json:"perubahan"`
}

type changeFile struct {
	Part  string `json:"bagian"`
	Field string `json:"isian,omitempty"`
	Old   string `json:"dari,omitempty"`
	New   string `json:"menjadi,omitempty"`
}

// EncodeLedger returns the corrections of a seal as they are published.
func EncodeLedger(s *Seal, ledger []Correction) []byte {
	file := ledgerFile{Year: s.Year, Root: s.Root, Corrections: make([]correctionFile, len(ledger))}
	for i, c := range ledger {
		out := correctionFile{Date: c.Date.String(), Kind: c.Kind, Decision: c.Decision, Reason: c.Reason, Changes: make([]changeFile, len(c.Changes))}
		for j, change := range c.Changes {
			out.Changes[j] = changeFile(change)
		}
		file.Corrections[i] = out
	}
	return encode(file)
}

// DecodeLedger reads published corrections of a seal; the bytes must be those of
// EncodeLedger.
func DecodeLedger(s *Seal, data []byte) ([]Correction, error) {
	if len(data) > MaxSize {
		return nil, ErrForm
	}
	var file ledgerFile
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, ErrForm
	}
	ledger := make([]Correction, len(file.Corrections))
	for i, c := range file.Corrections {
		date, err := award.ParseDate(c.Date)
		if err != nil {
			return nil, ErrForm
		}
		ledger[i] = Correction{Date: date, Kind: c.Kind, Decision: c.Decision, Reason: c.Reason, Changes: make([]Change, len(c.Changes))}
		for j, change := range c.Changes {
			ledger[i].Changes[j] = Change(change)
		}
	}
	if file.Root != s.Root {
		return nil, ErrHash
	}
	if !bytes.Equal(EncodeLedger(s, ledger), data) {
		return nil, ErrForm
	}
	return ledger, nil
}

// encode writes a file of this package: one value of plain types.
func encode(v any) []byte {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(v); err != nil {
		panic(err) // strings, numbers and maps of strings always encode
	}
	return b.Bytes()
}
