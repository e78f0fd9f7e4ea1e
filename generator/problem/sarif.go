package problem

import (
	"io"
	"net/url"
	"slices"
	"strings"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	Language   string        `json:"language"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      Code         `json:"id"`
	Short   sarifMessage `json:"shortDescription"`
	Full    sarifMessage `json:"fullDescription"`
	Help    sarifMessage `json:"help"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifMessage struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifResult struct {
	Rule         Code              `json:"ruleId"`
	Index        int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifMessage      `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
}

type sarifFix struct {
	Description sarifMessage  `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion  `json:"deletedRegion"`
	Inserted sarifMessage `json:"insertedContent"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifLocation struct {
	Physical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

// SARIF prints problems as a SARIF 2.1.0 log. Its rules are the codes that occur,
// with the long text of the catalogue as help. Columns count characters. A
// problem of a whole file is on line 1, since GitHub refuses a result without a
// line.
func (o Output) SARIF(w io.Writer, list []Problem) error {
	list = guarded(list)
	run := sarifRun{
		Tool:     sarifTool{sarifDriver{Name: "Siger", Version: o.Version, Rules: []sarifRule{}}},
		Language: o.say("id", "en"), ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	var codes []Code
	for _, p := range list {
		codes = append(codes, p.Code)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	for _, code := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, o.rule(code))
	}
	prints := o.fingerprints(list)
	for i, p := range list {
		index, _ := slices.BinarySearch(codes, p.Code)
		result := sarifResult{
			Rule: p.Code, Index: index, Level: levels[o.severity(p.Code)].sarif, Message: sarifMessage{Text: Visible(p.Text(o.Language))},
			Locations: make([]sarifLocation, 1), Fingerprints: map[string]string{"siger/v1": prints[i]},
		}
		if hint := p.Hint(o.Language); hint != "" {
			result.Message.Text += "\n" + o.say("petunjuk: ", "hint: ") + hint
		}
		place := &result.Locations[0].Physical
		place.Artifact.URI = (&url.URL{Path: o.file(p)}).String()
		place.Region = sarifRegion{StartLine: max(1, p.Line), StartColumn: p.Column}
		if p.Column > 0 && p.Length > 0 {
			place.Region.EndColumn = p.Column + p.Length
		}
		if f := p.Fix; f != nil && !p.masked {
			result.Fixes = []sarifFix{{sarifMessage{Text: o.fix(p)}, []sarifChange{{place.Artifact, []sarifReplacement{{
				sarifRegion{f.Line, f.Column, f.Column + f.Length}, sarifMessage{Text: f.Text},
			}}}}}}
		}
		run.Results = append(run.Results, result)
	}
	return writeJSON(w, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func (o Output) rule(code Code) sarifRule {
	words := catalogue[code].in(o.Language)
	example := catalogue[code].example
	rule := sarifRule{ID: code, Short: sarifMessage{Text: words.title}, Full: sarifMessage{Text: words.more}}
	right, basis := rightLabel.In(o.Language), basisLabel.In(o.Language)+" "+words.basis
	rule.Help = sarifMessage{
		Text:     strings.Join([]string{words.more, right, example.text, basis}, "\n\n"),
		Markdown: strings.Join([]string{words.more, right, "```" + example.language + "\n" + example.text + "\n```", basis}, "\n\n"),
	}
	rule.Default.Level = levels[code.Severity()].sarif
	return rule
}
