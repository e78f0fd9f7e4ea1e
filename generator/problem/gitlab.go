package problem

import "io"

type gitlabIssue struct {
	Description string         `json:"description"`
	Check       Code           `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

// GitLab prints problems as a Code Quality report, which a merge request shows
// beside the lines that it changes. The form has no place for a whole file, so
// that such a problem is on line 1.
func (o Output) GitLab(w io.Writer, list []Problem) error {
	list = guarded(list)
	issues := []gitlabIssue{}
	prints := o.fingerprints(list)
	for i, p := range list {
		issue := gitlabIssue{
			Description: "[" + string(p.Code) + "] " + o.prefix(p.Code) + Visible(p.Text(o.Language)),
			Check:       p.Code, Fingerprint: prints[i], Severity: levels[o.severity(p.Code)].gitlab,
		}
		issue.Location.Path = o.file(p)
		issue.Location.Lines.Begin = max(1, p.Line)
		issues = append(issues, issue)
	}
	return writeJSON(w, issues)
}
