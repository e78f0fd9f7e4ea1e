package main

import (
	"errors"
	"fmt"

	"siger/generator/history"
	"siger/generator/problem"
	"siger/generator/revision"
)

var (
	tFlagRevision = text{
		"sebut commit asal isi di setiap halaman, dengan tautan ke baris sumber dan riwayat penilaian: `REV` yang isinya sama dengan folder isi, atau auto untuk commit terakhir",
		"name the commits that the content comes from on each page, with links to its lines and the history of marks: a `REV` that has the same content, or auto for the last commit",
	}
	tSourceOther = text{"isi folder “%s” tidak sama dengan isi pada revisi “%s”; catat dulu perubahannya, atau pakai --revisi auto", "the content of the folder “%s” is not that of the revision “%s”; commit the changes first, or use --revisi auto"}
)

// tAbsent says beside a build why no commit is named.
var tAbsent = map[history.Absence]text{
	history.Outside: {"Commit tidak disebut: folder isi tidak berada di dalam git, atau program git tidak ada.", "No commit is named: the content folder is not in git, or there is no git program."},
	history.Changed: {"Commit tidak disebut: folder isi memuat perubahan yang belum dicatat di git.", "No commit is named: the content folder has changes that are not in git yet."},
	history.Partial: {"Commit tidak disebut: klona ini dangkal; ambil riwayatnya dengan “git fetch --unshallow”.", "No commit is named: this clone is shallow; fetch its history with “git fetch --unshallow”."},
}

const autoRevision = "auto"

// source asks git where the content comes from. The last commit may be unknown; a
// revision that the user named may not.
func (a *app) source(name string) (*history.Source, error) {
	source, err := a.sourceAt(name)
	if name != autoRevision || err == nil {
		return source, a.sourceError(err, name)
	}
	switch {
	case errors.Is(err, revision.ErrNoGit), errors.Is(err, revision.ErrNoRepository):
		return &history.Source{Absent: history.Outside}, nil
	case errors.Is(err, errOtherContent), errors.Is(err, revision.ErrNotFound): // a repository without a commit
		return &history.Source{Absent: history.Changed}, nil
	case errors.Is(err, revision.ErrPartial):
		return &history.Source{Absent: history.Partial}, nil
	}
	return nil, a.sourceError(err, name)
}

var errOtherContent = errors.New("the content is another one at that revision")

func (a *app) sourceAt(name string) (*history.Source, error) {
	repository, err := revision.Open(a.flags.content)
	if err != nil {
		return nil, err
	}
	head, err := repository.Find("HEAD")
	if err != nil {
		return nil, err
	}
	commit := head
	if name != autoRevision {
		if commit, err = repository.Find(name); err != nil {
			return nil, err
		}
	}
	clean, err := repository.Clean()
	if err != nil {
		return nil, err
	}
	same, err := repository.Same(head, commit)
	if err != nil {
		return nil, err
	}
	if !clean || !same {
		return nil, errOtherContent
	}
	log, err := repository.Log(commit)
	if err != nil {
		return nil, err
	}
	return &history.Source{Log: log, Read: repository.Blobs}, nil
}

func (a *app) sourceError(err error, name string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errOtherContent):
		return usageError{a.t(tSourceOther, problem.Visible(a.flags.content), problem.Visible(name))}
	case errors.Is(err, revision.ErrPartial):
		return usageError{a.t(tAbsent[history.Partial])}
	}
	return a.revisionError(err, name)
}

// tellSource says why no commit is named.
func (a *app) tellSource(s *history.Source) {
	if s != nil && s.Absent != "" {
		fmt.Fprintln(a.err, a.t(tAbsent[s.Absent]))
	}
}
