package intake

import (
	"slices"
	"strings"

	"siger/generator/award"
	"siger/generator/content"
)

// A field is what a column can fill.
type field struct {
	name    string
	kind    kind
	id      string // of the taxonomy or criterion
	headers []string
}

type kind int

const (
	lineKind kind = iota
	markdownKind
	dateKind
	linkKind
	linksKind
	agencyKind
	termsKind
	levelKind // the three of a criterion stand together
	reasonKind
	evidenceKind
	aliasKind
	fileKind
)

// fileField is the field for the name of the file, without .yaml.
const fileField = "berkas"

// headers are those that agencies give to columns, as sheet.Key has them. A
// header fits without the words of fillers as well.
var headers = map[string]string{
	"nama":             "nama inovasi|judul inovasi|inovasi|nama|judul|nama produk inovasi|nama aplikasi|name",
	"perangkat_daerah": "perangkat daerah|opd|skpd|instansi|dinas|satuan kerja|satker|pengusul|opd pengusul|organisasi perangkat daerah|instansi pengusul|perangkat daerah pengusul|opd pelaksana|pd|agency",
	"unit_pelaksana":   "unit pelaksana|unit|unit kerja|uptd|upt|pelaksana|unit pengelola|unit pengusul",
	"waktu_uji_coba":   "waktu uji coba|uji coba|tanggal uji coba|tgl uji coba|tahun uji coba|mulai uji coba|waktu ujicoba|year initiated",
	"waktu_penerapan":  "waktu penerapan|waktu implementasi|tanggal penerapan|tanggal implementasi|tgl penerapan|tgl implementasi|penerapan|implementasi|tahun penerapan|tahun implementasi|mulai diterapkan|waktu diterapkan|waktu pelaksanaan|tahun|year implemented",
	"tautan":           "tautan|link|link aplikasi|alamat web|alamat situs|alamat website|url|website|web|link website|tautan aplikasi|situs web",
	"sop":              "sop|nomor sop|no sop|nama sop",
	"ringkasan":        "ringkasan|deskripsi singkat|deskripsi|uraian singkat|gambaran umum|uraian|penjelasan singkat|abstrak|gambaran singkat|description",
	"rancang_bangun":   "rancang bangun|rancang bangun dan pokok perubahan|rancang bangun dan pokok perubahan yang dilakukan|pokok perubahan|rancangan",
	"tujuan":           "tujuan|maksud dan tujuan",
	"manfaat":          "manfaat|manfaat yang diperoleh",
	"hasil":            "hasil|hasil yang dicapai|capaian",
	"tanggapan":        "tanggapan",
	"catatan":          "catatan",
	"sumber":           "sumber|sumber berita|referensi|link berita|tautan berita|source",
	"alias":            "alias",
	fileField:          "berkas|slug|nama berkas",
}

var kinds = map[string]kind{
	"perangkat_daerah": agencyKind, "waktu_uji_coba": dateKind, "waktu_penerapan": dateKind, "tautan": linkKind,
	"rancang_bangun": markdownKind, "tujuan": markdownKind, "manfaat": markdownKind, "hasil": markdownKind,
	"tanggapan": markdownKind, "catatan": markdownKind, "sumber": linksKind, "alias": aliasKind, fileField: fileKind,
}

// fieldsOf lists the fields that can be imported into an edition, in the order
// of the form.
func fieldsOf(c *content.Content, e *award.Edition) []field {
	var list []field
	for _, name := range append(content.InnovationKeys(), fileField) {
		switch {
		case name == "kategori":
			for _, t := range c.Taxonomies {
				list = append(list, field{"kategori." + t.ID, termsKind, t.ID, []string{content.NameKey(t.Name), content.NameKey(t.ID)}})
			}
		case name == "penilaian":
			for _, k := range e.Rubric.Criteria {
				for i, part := range []string{"tingkat", "alasan", "bukti"} {
					list = append(list, field{"penilaian." + k.ID + "." + part, levelKind + kind(i), k.ID, []string{part + " " + content.NameKey(k.Name), part + " " + content.NameKey(k.ID)}})
				}
			}
		case headers[name] != "":
			list = append(list, field{name, kinds[name], "", strings.Split(headers[name], "|")})
		}
	}
	return list
}

func (p *planner) field(name string) *field {
	for i := range p.fields {
		if p.fields[i].name == name {
			return &p.fields[i]
		}
	}
	return nil
}

// fieldNames lists the names of the fields for a message.
func (p *planner) fieldNames() []string {
	names := make([]string, len(p.fields))
	for i, f := range p.fields {
		names[i] = f.name
	}
	return append(names, content.Ignored)
}

// fillers are words that headers have or lack without a difference.
var fillers = []string{"inovasi", "daerah", "nama", "yang", "pemerintahan", "no", "kolom", "isian", "jelaskan", "sebutkan", "wajib", "diisi"}

func withoutFillers(key string) string {
	var kept []string
	for _, w := range strings.Fields(key) {
		if !slices.Contains(fillers, w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// fit says how well a header names a field: 3 exactly, 2 but for filler words,
// 1 but for a slip of the pen, 0 not.
func (f *field) fit(header string) int {
	key := content.NameKey(header)
	if key == "" {
		return 0
	}
	best := 0
	bare := withoutFillers(key)
	for _, h := range f.headers {
		switch {
		case key == h:
			return 3
		case bare != "" && bare == withoutFillers(h):
			best = max(best, 2)
		case len(h) >= 5 && oneSlip(key, h):
			best = max(best, 1)
		}
	}
	return best
}

// oneSlip reports whether one letter was left out, added or exchanged.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	}
	return a[i:] == b[i+1:]
}
