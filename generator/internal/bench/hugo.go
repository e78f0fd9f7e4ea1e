package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"siger/generator/award"
	"siger/generator/change"
	"siger/generator/content"
	"siger/generator/internal/corpus"
)

//go:embed all:hugo
var hugoFiles embed.FS

// hugoSite writes a Hugo site with the pages of a content folder: layouts of the
// same content, scores and ranks already computed, which spares Hugo that work.
func hugoSite(folder, site string) error {
	loaded, _, err := content.Load(os.DirFS(folder))
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	if err := fs.WalkDir(hugoFiles, "hugo", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := hugoFiles.ReadFile(name)
		files[strings.TrimPrefix(name, "hugo/")] = data
		return err
	}); err != nil {
		return err
	}
	agencies := map[string]string{}
	for _, a := range loaded.Agencies {
		agencies[a.ID] = a.Name
		files["content/perangkat-daerah/"+a.ID+"/_index.md"] = fmt.Appendf(nil, "---\ntitle: %q\n---\n", a.Name)
	}
	for _, st := range change.Evaluate(loaded).Standings {
		files["data/rubrik.yaml"] = rubricData(&st.Edition.Rubric)
		for i := range st.Results {
			files["content/inovasi/"+st.Results[i].Innovation.ID+".md"] = hugoPage(st, i, agencies)
		}
	}
	if err := corpus.Write(site, files); err != nil {
		return err
	}
	return os.MkdirAll(filepath.Join(site, "static"), 0o755)
}

func rubricData(r *award.Rubric) []byte {
	var out []byte
	for _, c := range r.Criteria {
		out = fmt.Appendf(out, "- id: %s\n  nama: %q\n  bobot: %s\n  maks: %d\n  tingkat:\n", c.ID, c.Name, c.Weight, c.Highest())
		for _, l := range c.Levels {
			out = fmt.Appendf(out, "    - %q\n", l.Description)
		}
	}
	return out
}

func hugoPage(st *award.Standing, i int, agencies map[string]string) []byte {
	r := &st.Results[i]
	in := r.Innovation
	out := fmt.Appendf(nil, "---\ntitle: %q\ndescription: %q\nurutan: %d\nperingkat: %d\nskor: %q\nbatang: %d\nperangkat_daerah: [%s]\nnama_perangkat_daerah: %q\nwaktu_penerapan: %q\nperangkat-daerah: [%s]\n",
		in.Name, in.Summary, i+1, r.Rank, r.Score, 1000*r.Score.Units()/11100, in.Agency, agencies[in.Agency], in.Applied, in.Agency)
	if r.Rank <= 1000 { // with a card and a badge
		out = append(out, "outputs: [HTML, Kartu, Lencana]\n"...)
	}
	for _, c := range in.Categories {
		out = fmt.Appendf(out, "%s: [%s]\n", c.Taxonomy, strings.Join(c.Terms, ", "))
	}
	for key, at := range map[string]int{"atas": i - 1, "bawah": i + 1} {
		if at >= 0 && at < len(st.Results) {
			other := &st.Results[at]
			out = fmt.Appendf(out, "%s: {id: %s, nama: %q, skor: %q}\n", key, other.Innovation.ID, other.Innovation.Name, other.Score)
		}
	}
	out = append(out, "penilaian:\n"...)
	for _, m := range in.Marks {
		out = fmt.Appendf(out, "  %s: %d\n", m.Criterion, m.Levels[0])
	}
	out = append(out, "sumber:\n"...)
	for _, s := range in.Sources {
		out = fmt.Appendf(out, "  - %q\n", s)
	}
	return fmt.Appendf(out, "---\n\n## Rancang bangun\n\n%s\n\n## Tujuan\n\n%s\n\n## Manfaat\n\n%s\n\n## Hasil\n\n%s\n",
		in.Design.Source, in.Goals.Source, in.Benefits.Source, in.Outcomes.Source)
}
