package problem

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxAnnotations is one less than GitHub shows of a kind from one step; what is
// more would vanish without a word.
const maxAnnotations = 9

// maxSummary is how many bytes of rows a summary can have: GitHub drops one of
// more than 1 MiB altogether.
const maxSummary = 900 << 10

// GitHub prints problems as workflow commands, which annotate the lines of a pull
// request:
//
//	::error file=content/2021/inovasi/kopi.yaml,line=12,col=15,title=S205::…
//
// Problems in changed files come first. After the first nine errors and nine
// warnings a notice says how many there are more; [Output.Summary] has them all.
func (o Output) GitHub(w io.Writer, list []Problem) error {
	out := bufio.NewWriter(w)
	shown, more := map[Severity]int{}, 0
	for _, p := range o.changedFirst(guarded(list)) {
		level := o.severity(p.Code)
		if shown[level] == maxAnnotations {
			more++
			continue
		}
		shown[level]++
		fmt.Fprintf(out, "::%s file=%s", levels[level].github, githubProperty(o.file(p)))
		if p.Line > 0 {
			fmt.Fprintf(out, ",line=%d", p.Line)
		}
		if p.Column > 0 {
			fmt.Fprintf(out, ",col=%d", p.Column)
		}
		message := Visible(p.Text(o.Language))
		if hint := p.Hint(o.Language); hint != "" {
			message += "\n" + o.say("petunjuk: ", "hint: ") + hint
		}
		fmt.Fprintf(out, ",title=%s::%s\n", githubProperty(string(p.Code)), githubData(message))
	}
	if more > 0 {
		fmt.Fprintf(out, "::notice title=siger check::%s\n", githubData(fmt.Sprintf(
			o.say("%d masalah lagi; daftar lengkapnya ada di ringkasan pekerjaan ini", "%d more problems; the summary of this job lists them all"), more)))
	}
	return out.Flush()
}

// changedFirst puts the problems of changed files first, each part in its order.
func (o Output) changedFirst(list []Problem) []Problem {
	changed := make(map[string]bool, len(o.Changed))
	for _, file := range o.Changed {
		changed[file] = true
	}
	first := slices.Clone(list)
	slices.SortStableFunc(first, func(a, b Problem) int {
		switch in := changed[o.file(a)]; {
		case in == changed[o.file(b)]:
			return 0
		case in:
			return -1
		}
		return 1
	})
	return first
}

// As the toolkit of GitHub's own actions escapes them.
var (
	githubDataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubPropertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubData(s string) string     { return githubDataEscapes.Replace(s) }
func githubProperty(s string) string { return githubPropertyEscapes.Replace(s) }

// Summary prints all problems as a table in Markdown, for the summary page of a
// job. Nothing that an author wrote is Markdown in it.
func (o Output) Summary(w io.Writer, list []Problem) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "## siger check\n\n")
	if len(list) == 0 {
		fmt.Fprintln(out, o.say("Tidak ada masalah pada isi.", "The content has no problems."))
		return out.Flush()
	}
	fmt.Fprintf(out, "%s\n\n", o.Count(list))
	fmt.Fprintf(out, "| %s |\n|---|---|---|---|\n", o.say("Letak | Kode | Masalah | Petunjuk", "Place | Code | Problem | Hint"))
	written := 0
	for i, p := range o.changedFirst(guarded(list)) {
		row := fmt.Sprintf("| %s | %s | %s%s | %s |\n", Markdown(p.Place(o.Root)), p.Code,
			o.prefix(p.Code), Markdown(Visible(p.Text(o.Language))), Markdown(p.Hint(o.Language)))
		if written += len(row); written > maxSummary {
			fmt.Fprintf(out, o.say("\n%d masalah lagi; jalankan siger check untuk melihat semuanya.\n", "\n%d more problems; run siger check to see them all.\n"), len(list)-i)
			break
		}
		out.WriteString(row)
	}
	return out.Flush()
}

var markdownLinks = strings.NewReplacer("://", "&#58;//", "www.", "www&#46;", "WWW.", "WWW&#46;", "Www.", "Www&#46;")

// Markdown makes a text stand for itself in a cell of a table: it cannot end the
// cell, format, link, mention somebody or refer to an issue. GitHub looks for names
// and numbers in what was rendered, so a space without width parts them from their
// sign.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
			continue
		case r == '&':
			b.WriteString("&amp;")
			continue
		case r == '@' || r == '#':
			fmt.Fprintf(&b, "&#%d;&#8203;", r)
			continue
		case strings.ContainsRune("\\`*_{}[]()+!|~>$", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return markdownLinks.Replace(b.String())
}
