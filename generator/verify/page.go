package verify

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"siger/generator/problem"
)

// pages checks what the edition's pages print. p is nil when the results cannot be
// read.
func (c *check) pages(p *published) {
	for _, page := range []string{"", "penghargaan/", "data/", "koreksi/"} {
		c.page(c.folder+page, c.seal.Short(), "halaman ini tidak mencetak sidik jari %s", "the page does not print the fingerprint %s")
	}
	if p == nil {
		return
	}
	for _, a := range p.Awards {
		for _, w := range a.Winners {
			folder := c.folder + "penghargaan/" + a.ID + "/" + w.ID + "/"
			page := c.page(folder, c.seal.Short(), "piagam ini tidak mencetak sidik jari %s", "the certificate does not print the fingerprint %s")
			if code := c.seal.Code(a.ID, w.ID, w.Place, w.Value); page != nil && !bytes.Contains(page, []byte(code)) {
				c.findAt(folder+"index.html", "piagam ini tidak mencetak kode %s", "the certificate does not print the code %s", code)
			}
		}
	}
	c.revoked(p)
	for _, in := range p.Innovations {
		if in.Score != "" {
			c.page("inovasi/"+in.ID+"/", printed(in.Score), "halaman ini tidak mencetak skor %s", "the page does not print the score %s")
		}
	}
}

// revoked finds certificates of places that corrections took back: what stands at
// their addresses, if anything does, prints no fingerprint.
func (c *check) revoked(p *published) {
	for _, a := range p.Awards {
		was := c.seal.Result("penghargaan/" + a.ID)
		for _, path := range slices.Sorted(maps.Keys(was)) {
			id, ok := strings.CutSuffix(path, ".tempat")
			if !ok || slices.ContainsFunc(a.Winners, func(w publishedWinner) bool { return w.ID == id }) {
				continue
			}
			file := c.folder + "penghargaan/" + a.ID + "/" + id + "/index.html"
			if data, err := c.readAt(file); err == nil && strings.Contains(string(data), c.seal.Short()) {
				c.findAt(file, "piagam ini tidak berlaku lagi sejak koreksi", "the certificate is no longer valid since a correction")
			}
		}
	}
}

// page checks that a page is there and prints a text, in every language that has it;
// it returns the page in the content's language, nil when there is none.
func (c *check) page(folder, text, id, en string) []byte {
	file := folder + "index.html"
	if !fs.ValidPath(file) {
		c.find("data/"+resultsFile, "memuat id yang bukan id: %s", "has an id that is none: %s", value(folder))
		return nil
	}
	data, err := c.readAt(file)
	if err != nil {
		c.findAt(file, "halaman tidak ada", "there is no such page")
		return nil
	}
	c.prints(file, data, text, id, en)
	for _, language := range []string{"en/", "id/"} { // a site has a page again in each further one
		if data, err := c.readAt(language + file); err == nil {
			c.prints(language+file, data, text, id, en)
		}
	}
	return data
}

func (c *check) prints(file string, data []byte, text, id, en string) {
	c.edition.Pages++
	if strings.Contains(string(data[:min(len(data), 100)]), `<html lang="en"`) {
		text = strings.NewReplacer(".", ",", ",", ".").Replace(text) // 1,234.50
	}
	if !strings.Contains(string(data), text) {
		c.findAt(file, id, en, problem.Visible(text))
	}
}

// printed writes a score as Indonesian pages do: 1.234,50.
func printed(score string) string {
	whole, fraction, point := strings.Cut(score, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if point {
		return whole + "," + fraction
	}
	return whole
}
