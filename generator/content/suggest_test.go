package content

import "testing"

func TestChoices(t *testing.T) {
	agencies := []string{"dinas-kesehatan", "dinas-pemberdayaan-masyarakat-desa", "dinas-pemberdayaan-perempuan", "dinas-pertanian", "kabupaten-pringsewu"}
	keys := []string{"nama", "perangkat_daerah", "penilaian"}
	for _, c := range []struct {
		wrong string
		valid []string
		want  string
	}{
		{"dinas-kesehatn", agencies, "; mungkin maksudnya “dinas-kesehatan”"},
		{"dinas-pemberdayan", agencies, "; mungkin maksudnya “dinas-pemberdayaan-masyarakat-desa” atau “dinas-pemberdayaan-perempuan”"},
		{"dinas-pemberdayaan", agencies, "; mungkin maksudnya “dinas-pemberdayaan-masyarakat-desa” atau “dinas-pemberdayaan-perempuan”"},
		{"dinas-pemberdayaan-perempun", agencies, "; mungkin maksudnya “dinas-pemberdayaan-perempuan”"},
		{"kabupaten", agencies, "; mungkin maksudnya “kabupaten-pringsewu”"},
		{"dinas-koperasi", agencies, ""}, // that both begin with “dinas-” says nothing
		{"dinas", agencies, ""},          // four begin so
		{"dns", agencies, ""},
		{"", agencies, ""},
		{"perangkat_dearah", keys, "; mungkin maksudnya “perangkat_daerah”"},
		{"perangkat", keys, "; mungkin maksudnya “perangkat_daerah”"},
		{"judul", keys, "; pilihannya: nama, perangkat_daerah, penilaian"},
		{"judul", nil, ""},
	} {
		if got := choices(c.wrong, c.valid, 4); got.ID != c.want {
			t.Errorf("%q: %q, want %q", c.wrong, got.ID, c.want)
		}
	}
}
