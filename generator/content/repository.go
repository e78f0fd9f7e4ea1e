package content

import (
	"net/url"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"siger/generator/problem"
)

// A RepositoryKind is the software behind a repository's web pages, which says
// what their addresses look like.
type RepositoryKind string

const (
	GitHub    RepositoryKind = "github"
	GitLab    RepositoryKind = "gitlab"
	Gitea     RepositoryKind = "gitea" // and Forgejo
	Bitbucket RepositoryKind = "bitbucket"
)

var repositoryKinds = []RepositoryKind{GitHub, GitLab, Gitea, Bitbucket}

// kindsOfHosts are the kinds that a host's name tells: its own, or its first
// label, as in gitlab.example.
var kindsOfHosts = map[string]RepositoryKind{
	"github.com": GitHub, "gitlab.com": GitLab, "bitbucket.org": Bitbucket, "gitea.com": Gitea, "codeberg.org": Gitea,
	"github": GitHub, "gitlab": GitLab, "gitea": Gitea, "forgejo": Gitea,
}

// kindOfHost returns the kind of a repository by its address, "" for unknown.
func kindOfHost(address string) RepositoryKind {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if kind, ok := kindsOfHosts[host]; ok {
		return kind
	}
	label, _, _ := strings.Cut(host, ".")
	return kindsOfHosts[label]
}

// repositoryValue reads a repository, whose kind must be given where its address
// does not tell: a wrong guess would lead readers astray.
func repositoryValue[T any](at func(*T) *Repository) value[T] {
	v := object(repositoryShape, at)
	return value[T]{v.form, func(s *source, n *yaml.Node, field string, into *T) {
		v.read(s, n, field, into)
		r := at(into)
		if given, _ := lookup(n, "jenis"); given != nil || r.URL == "" || slices.Contains(s.misspelt, sub(field, "jenis")) {
			return
		}
		if r.Kind = kindOfHost(r.URL); r.Kind == "" {
			s.report(n, sub(field, "jenis"), problem.Missing, "jenis")
		}
	}}
}
