package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"siger/generator/problem"
)

var (
	tAskOne      = text{"Ketik nomor atau sebagian nama: ", "Type a number or part of a name: "}
	tAskMany     = text{"Ketik nomor atau sebagian nama; beberapa dipisahkan koma: ", "Type a number or part of a name; several with commas between: "}
	tAskShow     = text{"  %d pilihan; Enter menampilkan semuanya.", "  %d choices; Enter shows all of them."}
	tAskNone     = text{"  Tidak ada yang cocok dengan “%s”.", "  Nothing matches “%s”."}
	tAskTooMany  = text{"  Ada %d yang cocok dengan “%s”:", "  %d match “%s”:"}
	tAskChosen   = text{"  Dipilih: %s", "  Chosen: %s"}
	tAskYesNo    = text{" [y/t] ", " [y/n] "}
	tAskStopped  = text{"jawaban terputus; tidak ada berkas yang ditulis", "the answers ended; no file was written"}
	tAskTooLong  = text{"jawaban terlalu panjang", "the answer is too long"}
	tAskRequired = text{"  Harus diisi.", "  This is needed."}
)

// Questions asks its user one line at a time. It needs no more of a terminal than
// lines in and out, so that it works everywhere and with a screen reader.
type questions struct {
	*app
	in  *bufio.Reader
	out io.Writer
}

// maxAnswer is how many bytes of a line are read.
const maxAnswer = 4096

func (a *app) newQuestions(in io.Reader) *questions {
	return &questions{app: a, in: bufio.NewReaderSize(in, maxAnswer), out: a.err}
}

// A choice is one of several values.
type choice struct {
	id, name, group string
}

// line asks for a line, which may be empty.
func (q *questions) line(prompt string) (string, error) {
	fmt.Fprint(q.out, prompt)
	line, err := q.in.ReadSlice('\n')
	answer := strings.TrimSpace(strings.ToValidUTF8(string(line), ""))
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", usageError{q.t(tAskTooLong)}
	case errors.Is(err, io.EOF) && answer == "":
		fmt.Fprintln(q.out)
		return "", usageError{q.t(tAskStopped)}
	case err != nil && !errors.Is(err, io.EOF):
		return "", fmt.Errorf("read answer: %w", err)
	}
	return answer, nil
}

// text asks until check finds nothing wrong with the answer. Where it may be
// empty, check is not asked then.
func (q *questions) text(prompt string, optional bool, check func(string) string) (string, error) {
	for {
		answer, err := q.line(prompt + ": ")
		switch {
		case err != nil || answer == "" && optional:
			return "", err
		case answer == "":
			fmt.Fprintln(q.out, q.t(tAskRequired))
			continue
		}
		wrong := check(answer)
		if wrong == "" {
			return answer, nil
		}
		fmt.Fprintln(q.out, "  "+wrong)
	}
}

// yes asks a question whose answer is yes or no.
func (q *questions) yes(question string) (bool, error) {
	for {
		answer, err := q.line(question + q.t(tAskYesNo))
		if err != nil {
			return false, err
		}
		switch strings.ToLower(answer) {
		case "y", "ya", "yes":
			return true, nil
		case "t", "tidak", "n", "no":
			return false, nil
		}
	}
}

const fewChoices = 15 // are shown before anything is typed

// choose asks for one value of a list, or for at least one where many is true, and
// returns their ids.
func (q *questions) choose(title string, list []choice, many bool) ([]string, error) {
	fmt.Fprintln(q.out, title)
	if len(list) <= fewChoices {
		q.show(list, all(list))
	} else {
		fmt.Fprintln(q.out, q.t(tAskShow, len(list)))
	}
	ask := tAskOne
	if many {
		ask = tAskMany
	}
	for {
		answer, err := q.line(q.t(ask))
		if err != nil {
			return nil, err
		}
		if answer == "" {
			q.show(list, all(list))
			continue
		}
		parts := []string{answer}
		if many {
			parts = strings.Split(answer, ",")
		}
		if chosen, ok := q.resolve(list, parts); ok {
			ids, names := make([]string, len(chosen)), make([]string, len(chosen))
			for i, at := range chosen {
				ids[i], names[i] = list[at].id, list[at].name
			}
			fmt.Fprintln(q.out, q.t(tAskChosen, strings.Join(names, ", ")))
			return ids, nil
		}
	}
}

// resolve finds what each part of an answer means; it says so where that is
// nothing, or more than one.
func (q *questions) resolve(list []choice, parts []string) (chosen []int, ok bool) {
	for _, part := range parts {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		found := match(list, part)
		switch {
		case len(found) == 0:
			fmt.Fprintln(q.out, q.t(tAskNone, problem.Visible(part)))
			return nil, false
		case len(found) > 1:
			fmt.Fprintln(q.out, q.t(tAskTooMany, len(found), problem.Visible(part)))
			q.show(list, found)
			return nil, false
		case !slices.Contains(chosen, found[0]):
			chosen = append(chosen, found[0])
		}
	}
	return chosen, len(chosen) > 0
}

// match returns the places in a list that an answer can mean: a number, an id or a
// name as a whole, or else parts of the names with every word of the answer.
func match(list []choice, answer string) (found []int) {
	if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(list) {
		return []int{n - 1}
	}
	words := strings.Fields(strings.ToLower(answer))
	for i, c := range list {
		if strings.EqualFold(answer, c.id) || strings.EqualFold(answer, c.name) {
			return []int{i}
		}
		text := strings.ToLower(c.id + " " + c.name)
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			found = append(found, i)
		}
	}
	return found
}

func all(list []choice) []int {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	return places
}

// show prints some values of a list with their numbers, under their groups.
func (q *questions) show(list []choice, places []int) {
	group := ""
	for _, i := range places {
		if g := list[i].group; g != group && g != "" {
			fmt.Fprintf(q.out, "  %s\n", problem.Visible(g))
		}
		group = list[i].group
		fmt.Fprintf(q.out, "  %3d  %s\n", i+1, problem.Visible(list[i].name))
	}
}
