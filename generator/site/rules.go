package site

import (
	"siger/generator/award"
)

// A Rule is one rule of an edition in words. The method page shows all of them,
// in the order in which they are applied; hasil.json carries the same words.
type Rule struct{ ID, Name, Text string }

// rules puts the rules that ran into words. Together they are enough to write a
// program that recomputes every published number; hitung-ulang.py is one.
func (s *Site) rules(st *award.Standing) []Rule {
	rubric := &st.Edition.Rubric
	var rules []Rule
	add := func(id string, args ...any) {
		rules = append(rules, Rule{id, s.t("kaidah-" + id + "-nama"), s.t("kaidah-"+id, args...)})
	}
	if window := s.period(st.Edition.Window); window != "" {
		add("masa-penerapan", window)
	}
	add("ditarik")
	combine := string(rubric.Combine)
	rules = append(rules, Rule{"tingkat", s.t("kaidah-tingkat-nama"), s.t("penilai-"+combine) + " " + s.t("kaidah-tingkat-"+combine)})
	add("belum-dinilai")
	var gates []string
	for i := range rubric.Criteria {
		if rubric.Criteria[i].Gate {
			gates = append(gates, rubric.Criteria[i].Name)
		}
	}
	if len(gates) > 0 {
		add("syarat", s.list(gates))
	}
	add("skor", rubric.Name, s.format.decimal(rubric.Scale), s.format.machine(award.Exact(st.Assessor.Most())))
	add("pembulatan", s.format.count(rubric.Places))
	add("sumbangan")
	if len(rubric.Bands) > 0 {
		add("predikat")
	}
	add("peringkat")
	add("urutan")
	add("ukuran-perangkat-daerah")
	add("peringkat-perangkat-daerah")
	if len(st.Awards) > 0 {
		add("calon-penghargaan")
		add("tempat-penghargaan")
	}
	return rules
}
