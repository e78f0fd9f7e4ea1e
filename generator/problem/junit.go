package problem

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
)

type junitSuites struct {
	XMLName  xml.Name   `xml:"testsuites"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Suite    junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    Code   `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// JUnit prints problems as test results: a failed case for each file that has
// some, with all of them in its one failure, since readers show no second one.
// Without a problem there is one case, which passed.
func (o Output) JUnit(w io.Writer, list []Problem) error {
	const name = "siger check"
	suite := junitSuite{Name: name}
	o.Color = false
	for _, run := range byFile(list) {
		var all bytes.Buffer
		if err := o.Text(&all, run); err != nil {
			return err
		}
		message := Visible(run[0].Text(o.Language))
		if more := len(run) - 1; more > 0 {
			message += fmt.Sprintf(o.say(" (dan %d lagi)", " (and %d more)"), more)
		}
		suite.Cases = append(suite.Cases, junitCase{
			Name: o.file(run[0]), Class: name, File: o.file(run[0]),
			Failure: &junitFailure{Message: message, Type: run[0].Code, Text: "\n" + all.String()},
		})
	}
	suite.Failures = len(suite.Cases)
	if len(suite.Cases) == 0 {
		suite.Cases = []junitCase{{Name: o.say("isi tanpa masalah", "content without problems"), Class: name}}
	}
	suite.Tests = len(suite.Cases)
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", " ")
	if err := encoder.Encode(junitSuites{Tests: suite.Tests, Failures: suite.Failures, Suite: suite}); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}
