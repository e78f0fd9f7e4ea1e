package seal

import (
	"strconv"

	"siger/generator/award"
)

// ResultFields returns the fields of an innovation's result as a seal holds them.
func ResultFields(r *award.Result) map[string]string {
	f := fields{"keadaan": string(r.State)}
	if r.State == award.Rated {
		f.set("skor", r.Score.String())
		f.set("peringkat", strconv.Itoa(r.Rank))
		f.set("predikat", r.Band)
	}
	return f
}

// AgencyFields returns the fields of an agency's result as a seal holds them.
func AgencyFields(a *award.AgencyStanding) map[string]string {
	f := fields{"dilaporkan": strconv.Itoa(len(a.Results)), "jumlah": strconv.Itoa(a.Count), "total": a.Total.String(), "rata_rata": a.Mean.String()}
	if a.Count > 0 {
		f.set("peringkat.jumlah", strconv.Itoa(a.Ranks.Count))
		f.set("peringkat.total", strconv.Itoa(a.Ranks.Total))
		f.set("peringkat.rata_rata", strconv.Itoa(a.Ranks.Mean))
	}
	return f
}

// resultParts returns what came out of an edition.
func resultParts(st *award.Standing) []Part {
	var parts []Part
	for i := range st.Results {
		r := &st.Results[i]
		parts = append(parts, newPart(results+"inovasi/"+r.Innovation.ID, ResultFields(r)))
	}
	for i := range st.Agencies {
		a := &st.Agencies[i]
		parts = append(parts, newPart(results+"perangkat-daerah/"+a.Agency.ID, AgencyFields(a)))
	}
	for i := range st.Awards {
		f := fields{}
		for _, w := range st.Awards[i].Winners {
			f.set(w.ID()+".tempat", strconv.Itoa(w.Place))
			f.set(w.ID()+".nilai", w.Value.String())
		}
		parts = append(parts, newPart(results+"penghargaan/"+st.Awards[i].Award.ID, f))
	}
	return parts
}
