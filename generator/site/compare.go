package site

import (
	"strings"

	"siger/generator/award"
)

// compareMost is how many innovations or agencies stand side by side.
const compareMost = 4

// ComparePage is the view of the page that sets innovations or agencies side by
// side. What they are is in the address, so a script does it; see compare_data.go.
type ComparePage struct {
	Head     Head
	Title    string
	Intro    string
	Ways     []Link   // for readers without scripts
	Scripts  []string // modules
	Most     int
	Search   string // address of the folder of the search index
	Data     string // addresses of folders: the data, innovations, agencies, editions
	Items    string
	Agencies string
	Editions string
	Method   string // of an edition's method, below the edition's folder
	// How many files the innovations and the agencies lie in.
	ItemShards, AgencyShards int
	Words                    []ScriptWord
}

// compareWords are the keys of the words that the script says.
var compareWords = []string{
	"keadaan-dinilai", "keadaan-tidak-memenuhi-syarat", "keadaan-belum-dinilai", "keadaan-ditarik",
	"status-draf", "status-sementara", "status-masa-sanggah", "status-final",
	"alasan-tidak-memenuhi-syarat", "alasan-belum-dinilai", "alasan-ditarik",
	"kepala-edisi", "kepala-skor", "kepala-peringkat", "kepala-total", "predikat", "perangkat-daerah", "kelompok", "dilaporkan",
	"angka-dinilai", "rata-rata", "baca-metode", "dari-skala", "peringkat-singkat", "tanpa-peringkat", "seri",
	"tingkat-dari", "syarat-lolos", "syarat-gagal", "jelajah-keadaan", "jelajah-memuat",
	"banding-lepas", "banding-lepas-singkat", "banding-sama", "banding-hanya-beda", "banding-tingkat-arti", "banding-tanpa-tingkat",
	"banding-bobot", "banding-syarat", "banding-tertinggi", "banding-selisih", "banding-selisih-terbesar", "banding-selisih-butir",
	"banding-tanpa-selisih", "banding-kabar-inovasi", "banding-kabar-perangkat-daerah", "banding-kosong", "banding-satu",
	"banding-kebanyakan", "banding-penuh", "banding-tidak-dikenal-inovasi", "banding-tidak-dikenal-perangkat-daerah",
	"banding-dua-jenis", "banding-beda-edisi", "banding-edisi-tidak-bersama", "banding-beda-kelompok", "banding-tanpa-nilai", "banding-tak-ikut",
	"banding-gagal", "banding-tanpa-usulan", "banding-banyak-usulan", "banding-bagan", "banding-bagan-uraian", "banding-tabel",
}

// A ScriptWord is what a script says; {1} and {2} stand for values.
type ScriptWord struct{ Key, Text string }

func (s *Site) scriptWords(keys []string) []ScriptWord {
	words := make([]ScriptWord, len(keys))
	for i, key := range keys {
		values := []any{"{1}", "{2}"}
		words[i] = ScriptWord{key, s.t(key, values[:strings.Count(s.t(key), "%")]...)}
	}
	return words
}

func (s *Site) compare() ComparePage {
	title := s.t("judul-banding")
	p := ComparePage{
		Head:  s.head(comparePath(), title, s.t("uraian-banding")),
		Title: title, Intro: s.t("pengantar-banding", s.format.count(compareMost)), Most: compareMost, Search: s.href(searchPath),
		Scripts: []string{s.asset("bersama.js"), s.asset("cari-lipat.js"), s.asset("cari-inti.js"), s.asset("banding.js")},
		Data:    s.folder(comparePath()), Items: s.href(innovationsPath()), Agencies: s.href(agenciesPath()), Editions: s.href(""),
		ItemShards: shards(len(s.entries)), AgencyShards: shards(len(s.content.Agencies)), Words: s.scriptWords(compareWords),
	}
	if st := s.current(); st != nil {
		e := st.Edition
		p.Method = strings.TrimPrefix(methodPath(e), editionPath(e))
		p.Ways = []Link{
			{Text: s.t("judul-peringkat", s.format.year(e.Year)), Href: s.href(rankingPath(e))},
			{Text: s.t("judul-peringkat-perangkat-daerah", s.format.year(e.Year)), Href: s.href(agencyRankingPath(e))},
			{Text: s.t("menu-data"), Href: s.href(dataPath(e))},
		}
	}
	p.Head.NoIndex = true
	return p
}

// compareHref leads to a comparison: kind is "i" for innovations, "pd" for agencies.
func (s *Site) compareHref(kind string, st *award.Standing, ids ...string) string {
	return s.href(comparePath()) + "?" + kind + "=" + strings.Join(ids, ",") + "&e=" + s.format.year(st.Edition.Year)
}

// A CompareBar is what a list whose rows can be ticked needs.
type CompareBar struct {
	Kind   string
	Href   string // of the comparison, without the ids
	Script string
	Most   string
}

func (s *Site) compareBar(kind string, st *award.Standing) *CompareBar {
	return &CompareBar{Kind: kind, Href: s.compareHref(kind, st), Script: s.asset("pilih.js"), Most: s.format.count(compareMost)}
}

// compareNeighbours leads from an innovation to a comparison with those right above
// and below it; from one without a rank, to a comparison that others can join.
func (s *Site) compareNeighbours(a appearance) string {
	ids := []string{a.result.Innovation.ID}
	for _, i := range []int{a.index - 1, a.index + 1} {
		if rated := a.standing.Rated(); a.result.State == award.Rated && i >= 0 && i < len(rated) {
			ids = append(ids, rated[i].Innovation.ID)
		}
	}
	return s.compareHref("i", a.standing, ids...)
}

// compareAgency is compareNeighbours for an agency, whose neighbours are those by
// the total.
func (s *Site) compareAgency(st *award.Standing, as *award.AgencyStanding) string {
	ids := []string{as.Agency.ID}
	for i := range st.Agencies {
		if &st.Agencies[i] != as {
			continue
		}
		if i > 0 {
			ids = append(ids, st.Agencies[i-1].Agency.ID)
		}
		if i+1 < len(st.Agencies) {
			ids = append(ids, st.Agencies[i+1].Agency.ID)
		}
	}
	return s.compareHref("pd", st, ids...)
}
