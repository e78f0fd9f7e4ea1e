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
	Out     string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    Code   `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// JUnit prints problems as test results: a failed case for each file that has
// errors, with all of them in its one failure, since readers show no second one.
// Warnings fail nothing: they are the output of the file's case, which passed if
// it has no error. Without a problem there is one case, which passed.
func (o Output) JUnit(w io.Writer, list []Problem) error {
	const name = "siger check"
	suite := junitSuite{Name: name}
	o.Color = false
	list = guarded(list)
	for _, run := range byFile(list) {
		c := junitCase{Name: o.file(run[0]), Class: name, File: o.file(run[0])}
		errors, warnings := o.split(run)
		if len(warnings) > 0 {
			text, err := o.textOf(warnings)
			if err != nil {
				return err
			}
			c.Out = "\n" + text
		}
		if len(errors) > 0 {
			text, err := o.textOf(errors)
			if err != nil {
				return err
			}
			message := Visible(errors[0].Text(o.Language))
			if more := len(errors) - 1; more > 0 {
				message += fmt.Sprintf(o.say(" (dan %d lagi)", " (and %d more)"), more)
			}
			c.Failure = &junitFailure{Message: message, Type: errors[0].Code, Text: "\n" + text}
			suite.Failures++
		}
		suite.Cases = append(suite.Cases, c)
	}
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

func (o Output) textOf(list []Problem) (string, error) {
	var b bytes.Buffer
	err := o.Text(&b, list)
	return b.String(), err
}
