package site

import (
	"net/url"
	"strconv"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
)

// edit returns the address of a content file in the repository's web editor, ""
// when there is no repository.
func (s *Site) edit(file string) string {
	r := s.content.Site.Repository
	file = s.inRepository(file)
	switch r.Kind {
	case content.GitHub:
		return s.repositoryPath("edit", r.Branch, file)
	case content.GitLab:
		return s.repositoryPath("-/edit", r.Branch, file)
	case content.Gitea:
		return s.repositoryPath("_edit", r.Branch, file)
	case content.Bitbucket:
		return s.repositoryPath("src", r.Branch, file) + query("mode", "edit", "at", r.Branch)
	}
	return ""
}

// commitAddress returns the address of a commit, "" when there is no repository.
func (s *Site) commitAddress(id string) string {
	switch s.content.Site.Repository.Kind {
	case content.GitHub, content.Gitea:
		return s.repositoryPath("commit", id)
	case content.GitLab:
		return s.repositoryPath("-/commit", id)
	case content.Bitbucket:
		return s.repositoryPath("commits", id)
	}
	return ""
}

// lineAddress returns the address of a line of a content file at a commit, "" when
// there is no repository.
func (s *Site) lineAddress(id, file string, line int) string {
	file = s.inRepository(file)
	mark := "#L" + strconv.Itoa(line)
	switch s.content.Site.Repository.Kind {
	case content.GitHub:
		return s.repositoryPath("blob", id, file) + mark
	case content.GitLab:
		return s.repositoryPath("-/blob", id, file) + mark
	case content.Gitea:
		return s.repositoryPath("src/commit", id, file) + mark
	case content.Bitbucket:
		return s.repositoryPath("src", id, file) + "#lines-" + strconv.Itoa(line)
	}
	return ""
}

// maxProposal bounds the address that carries a template: servers refuse longer
// ones than some 8,000 bytes, and the template stays readable without.
const maxProposal = 4000

// propose returns the ways to propose an innovation of an agency ("" for any):
// a page for a new file, with the template in it where the repository's software
// can do that, and on GitHub also a form for people who do not know git. Only a
// draft takes proposals: later, all innovations must have been assessed.
func (s *Site) propose(e *award.Edition, agency string) []Link {
	r := s.content.Site.Repository
	if e == nil || e.Status != award.Draft || r.Kind == "" {
		return nil
	}
	folder := s.inRepository(editionPath(e) + "inovasi")
	author := s.languages[0] // who proposes writes content
	name := author.t("usulan-berkas") + ".yaml"
	var address string
	switch r.Kind {
	case content.GitHub:
		address = s.newFile(s.repositoryPath("new", r.Branch, folder), name, author.template(agency))
	case content.Gitea:
		address = s.newFile(s.repositoryPath("_new", r.Branch, folder), name, author.template(agency))
	case content.GitLab: // takes no content
		address = s.repositoryPath("-/new", r.Branch, folder) + query("file_name", name)
	case content.Bitbucket: // has no such address: the folder, whose menu adds a file
		address = s.repositoryPath("src", r.Branch, folder) + "/"
	}
	links := []Link{{Text: s.t("usulkan-inovasi"), Href: address}}
	if r.Kind == content.GitHub {
		links = append(links, Link{Text: s.t("usulkan-lewat-formulir"), Href: s.repositoryPath("issues/new") + query("template", "usulan-inovasi.yml")})
	}
	return links
}

// open returns the latest edition that takes proposals, nil for none.
func (s *Site) open() *award.Edition {
	for _, st := range s.standings {
		if st.Edition.Status == award.Draft {
			return st.Edition
		}
	}
	return nil
}

func (s *Site) newFile(page, name, template string) string {
	address := page + query("filename", name, "value", template)
	if len(address) > maxProposal {
		return page + query("filename", name)
	}
	return address
}

// query returns the query of an address from names and values. A space is %20
// in it: not every program reads "+" as one.
func query(pairs ...string) string {
	mark, q := "?", ""
	for i := 0; i+1 < len(pairs); i += 2 {
		q += mark + pairs[i] + "=" + strings.ReplaceAll(url.QueryEscape(Unmarked(pairs[i+1])), "+", "%20")
		mark = "&"
	}
	return q
}

// inRepository returns the path of a content file in the repository.
func (s *Site) inRepository(file string) string {
	if folder := strings.Trim(s.content.Site.Repository.Folder, "/"); folder != "" {
		return folder + "/" + file
	}
	return file
}

// repositoryPath returns the address of a page of the repository.
func (s *Site) repositoryPath(parts ...string) string {
	address := strings.TrimSuffix(strings.TrimSuffix(s.content.Site.Repository.URL, "/"), ".git")
	for _, part := range strings.Split(strings.Join(parts, "/"), "/") {
		address += "/" + url.PathEscape(part)
	}
	return address
}

// template returns the file of an innovation with no more than what it must
// have, for its author to change. It is valid and laid out as it stands.
func (s *Site) template(agency string) string {
	if agency == "" && len(s.content.Agencies) > 0 {
		agency = s.content.Agencies[0].ID
	}
	var categories strings.Builder
	needed := map[string]bool{}
	for _, t := range s.content.Taxonomies {
		if !t.Required || len(t.Terms) == 0 {
			continue
		}
		term := leastNeedy(t.Terms)
		for _, need := range term.Needs {
			needed[need] = true
		}
		value := term.ID
		if t.Multiple {
			value = "[" + value + "]"
		}
		categories.WriteString("  " + t.ID + ": " + value + "\n")
	}
	var b strings.Builder
	comment := func(key string) { b.WriteString("# " + s.t(key) + "\n") }
	comment("usulan-komentar-berkas")
	comment("usulan-komentar-pribadi")
	b.WriteString("nama: " + s.t("usulan-nama") + "\n")
	b.WriteString("perangkat_daerah: " + agency + " # " + s.t("usulan-komentar-perangkat-daerah") + "\n")
	optional := func(fields ...string) {
		for _, f := range fields {
			if needed[f] {
				b.WriteString(f + ": " + s.t("usulan-"+strings.ReplaceAll(f, "_", "-")) + "\n")
			}
		}
	}
	optional("unit_pelaksana")
	if categories.Len() > 0 {
		b.WriteString("kategori: # " + s.t("usulan-komentar-kategori") + "\n" + categories.String())
	}
	optional("tautan", "sop")
	b.WriteString("ringkasan: " + s.t("usulan-ringkasan") + "\n")
	optional("rancang_bangun", "tujuan", "manfaat", "hasil", "sumber")
	comment("usulan-komentar-lanjut")
	return b.String()
}

// leastNeedy returns the term that makes the fewest fields mandatory, the first
// of equals.
func leastNeedy(terms []award.Term) award.Term {
	best := terms[0]
	for _, t := range terms {
		if len(t.Needs) < len(best.Needs) {
			best = t
		}
	}
	return best
}
