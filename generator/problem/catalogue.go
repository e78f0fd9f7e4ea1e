package problem

import "slices"

// A Code names a kind of problem for good: texts may improve, codes stay.
type Code string

// S1xx: the file cannot be read as what it should be.
const (
	UnknownFile   Code = "S101"
	EmptyFile     Code = "S102"
	LargeFile     Code = "S103"
	BadEncoding   Code = "S104"
	HiddenChar    Code = "S105"
	Tab           Code = "S106"
	BadYAML       Code = "S107"
	SecondDoc     Code = "S108"
	Anchor        Code = "S109"
	UnknownKey    Code = "S110"
	DuplicateKey  Code = "S111"
	WrongKind     Code = "S112"
	Missing       Code = "S113"
	TooLong       Code = "S114"
	NotInteger    Code = "S115"
	NotDecimal    Code = "S116"
	NotDate       Code = "S117"
	NotDay        Code = "S118"
	NotSlug       Code = "S119"
	NotLink       Code = "S120"
	NotChoice     Code = "S121"
	OutOfRange    Code = "S122"
	MissingFile   Code = "S123"
	CaseTwin      Code = "S124"
	NotRegular    Code = "S125"
	NoFrontMatter Code = "S126"
	NotYear       Code = "S127"
	MultiLine     Code = "S128"
	FlowComma     Code = "S129"
	NotBaseURL    Code = "S130"
	TooMany       Code = "S131"
	TooManyItems  Code = "S132"
)

// S2xx: a name that refers to nothing, or to two things.
const (
	UnknownAgency    Code = "S201"
	UnknownTaxonomy  Code = "S202"
	UnknownTerm      Code = "S203"
	UnknownCriterion Code = "S204"
	UnknownLevel     Code = "S205"
	UnknownGroup     Code = "S206"
	UnknownNeed      Code = "S207"
	DuplicateID      Code = "S208"
	ReservedID       Code = "S209"
	DuplicateName    Code = "S210"
	AliasTaken       Code = "S211"
)

// S3xx: an edition whose rules cannot work.
const (
	WeightNotPositive Code = "S301"
	NoWeight          Code = "S302"
	LevelOrder        Code = "S303"
	LevelCount        Code = "S304"
	GateWithoutZero   Code = "S305"
	BandOrder         Code = "S306"
	BandLast          Code = "S307"
	BandPlaces        Code = "S308"
	MeasureSubject    Code = "S309"
	YearMismatch      Code = "S310"
	PeriodOrder       Code = "S311"
	NotForMeasure     Code = "S312"
	ScalePlaces       Code = "S313"
	BandAbove         Code = "S314"
)

// S4xx: an innovation that breaks a rule of its edition.
const (
	NoCategory    Code = "S401"
	NeededByTerm  Code = "S402"
	NoEvidence    Code = "S403"
	AppliedFirst  Code = "S404"
	OutsideWindow Code = "S405"
	NotRated      Code = "S406"
	SingleTerm    Code = "S407"
	NoPicture     Code = "S408"
	BadPicture    Code = "S409"
	NoAlt         Code = "S410"
	TermTwice     Code = "S411"
	NoLevel       Code = "S412"
)

// S5xx: Markdown that cannot be published as it stands.
const (
	BrokenLink   Code = "S501"
	UnsafeLink   Code = "S502"
	RawHTML      Code = "S503"
	ImageMissing Code = "S504"
	ImageNoAlt   Code = "S505"
	DeepNesting  Code = "S506"
	WideTable    Code = "S507"
	HeadingLevel Code = "S508"
	ForeignImage Code = "S509"
	EmptyElement Code = "S510"
)

// Codes returns every code in order.
func Codes() []Code {
	list := make([]Code, 0, len(catalogue))
	for c := range catalogue {
		list = append(list, c)
	}
	slices.Sort(list)
	return list
}

var catalogue = map[Code]entry{
	UnknownFile: {
		words{"berkas atau folder “%s” tidak dikenal di tempat ini", "periksa ejaan dan letaknya; berkas inovasi berakhiran .yaml dan berada di <tahun>/inovasi/"},
		words{"the file or folder “%s” is not known in this place", "check its spelling and place; innovations end in .yaml and lie in <year>/inovasi/"},
	},
	EmptyFile: {
		words{"berkas ini kosong", "isi sesuai panduan, atau hapus berkasnya"},
		words{"this file is empty", "fill it in as the guide says, or delete it"},
	},
	LargeFile: {
		words{"berkas ini lebih besar dari %s", "pendekkan teksnya; lampiran cukup ditautkan"},
		words{"this file is larger than %s", "shorten the text; link to attachments instead"},
	},
	BadEncoding: {
		words{"berkas ini tidak tersimpan sebagai UTF-8 tanpa BOM", "simpan ulang dengan pengodean “UTF-8” (bukan UTF-16 atau “UTF-8 with BOM”)"},
		words{"this file is not saved as UTF-8 without a byte order mark", "save it again with the encoding “UTF-8” (not UTF-16 or “UTF-8 with BOM”)"},
	},
	HiddenChar: {
		words{"ada karakter tersembunyi (%s) di sini", "hapus karakter itu lalu ketik ulang bagian ini"},
		words{"there is a hidden character (%s) here", "delete it and type this part again"},
	},
	Tab: {
		words{"ada tab di sini", "YAML hanya menerima spasi; ganti tab dengan dua spasi"},
		words{"there is a tab here", "YAML takes spaces only; replace the tab by two spaces"},
	},
	BadYAML: {
		words{"YAML tidak dapat dibaca: %s", "biasanya sebabnya ada di baris ini atau satu baris di atasnya: spasi di awal baris, tanda kutip yang belum ditutup, atau spasi setelah titik dua"},
		words{"this is not readable YAML: %s", "the cause is usually on this line or the one above: spaces at the start of the line, a quote left open, or a missing space after a colon"},
	},
	SecondDoc: {
		words{"ada dokumen kedua di berkas ini (baris “---”)", "satu berkas hanya memuat satu dokumen; hapus baris itu atau pindahkan isinya ke berkas lain"},
		words{"there is a second document in this file (a line “---”)", "a file holds one document; delete the line or move the rest to a file of its own"},
	},
	Anchor: {
		words{"%s tidak dipakai di sini", "tulis nilainya apa adanya; jika teks memang diawali & * atau !, apit dengan tanda kutip"},
		words{"%s is not used here", "write the value as it is; if the text really starts with & * or !, put it in quotes"},
	},
	UnknownKey: {
		words{"kunci “%s” tidak dikenal%s", "periksa ejaannya, juga letak spasinya"},
		words{"the key “%s” is not known%s", "check its spelling, and its indentation"},
	},
	DuplicateKey: {
		words{"kunci “%s” ditulis dua kali; yang pertama di baris %d", "hapus salah satunya"},
		words{"the key “%s” is written twice; first on line %d", "delete one of them"},
	},
	WrongKind: {
		words{"di sini seharusnya %s, yang ditemukan %s", ""},
		words{"this should be %s, found %s", ""},
	},
	Missing: {
		words{"isian wajib “%s” belum ada", ""},
		words{"the required field “%s” is missing", ""},
	},
	TooLong: {
		words{"teks ini %d karakter; paling banyak %d", ""},
		words{"this text has %d characters; at most %d are allowed", ""},
	},
	NotInteger: {
		words{"“%s” bukan bilangan bulat", "tulis angka saja, misalnya 3"},
		words{"“%s” is not a whole number", "write digits only, such as 3"},
	},
	NotDecimal: {
		words{"“%s” bukan angka yang dapat dipakai", "tulis angka dengan titik desimal, misalnya 30 atau 60.01 (paling banyak 7 angka di depan dan 4 di belakang titik)"},
		words{"“%s” is not a usable number", "write digits with a decimal point, such as 30 or 60.01 (at most 7 digits before and 4 after the point)"},
	},
	NotDate: {
		words{"“%s” bukan tanggal", "tulis tahun-bulan-hari, misalnya 2021-06-16; bila belum pasti cukup 2021-06 atau 2021"},
		words{"“%s” is not a date", "write year-month-day, such as 2021-06-16; 2021-06 or 2021 where no more is known"},
	},
	NotDay: {
		words{"“%s” harus tanggal lengkap", "tulis tahun-bulan-hari, misalnya 2021-06-16"},
		words{"“%s” must be a full date", "write year-month-day, such as 2021-06-16"},
	},
	NotSlug: {
		words{"“%s” bukan pengenal yang sah", "pakai huruf kecil a-z, angka, dan tanda hubung di antaranya, paling panjang 80, misalnya kartu-petani-berjaya"},
		words{"“%s” is not a valid id", "use small letters a-z, digits, and hyphens between them, at most 80, such as kartu-petani-berjaya"},
	},
	NotLink: {
		words{"“%s” bukan alamat web yang dapat dipakai", "tulis lengkap dari https://, tanpa spasi"},
		words{"“%s” is not a usable web address", "write it in full from https://, without spaces"},
	},
	NotChoice: {
		words{"“%s” bukan pilihan yang ada; pilihannya: %s", ""},
		words{"“%s” is not one of the choices: %s", ""},
	},
	OutOfRange: {
		words{"nilai %s di luar batas %d sampai %d", ""},
		words{"the value %s is outside %d to %d", ""},
	},
	MissingFile: {
		words{"berkas ini wajib ada tetapi tidak ditemukan", "tambahkan berkasnya sesuai panduan"},
		words{"this file is required but was not found", "add it as the guide says"},
	},
	CaseTwin: {
		words{"nama berkas ini hanya berbeda huruf besar-kecil dari “%s”", "di sebagian komputer keduanya adalah berkas yang sama; ganti nama salah satu"},
		words{"this file name differs from “%s” only by upper and lower case", "on some computers they are the same file; rename one of them"},
	},
	NotRegular: {
		words{"ini bukan berkas biasa", "ganti tautan simbolis atau berkas khusus dengan berkas biasa"},
		words{"this is not an ordinary file", "replace the symbolic link or special file by an ordinary file"},
	},
	NoFrontMatter: {
		words{"halaman ini belum memiliki kepala di antara dua baris “---”", "mulai berkas dengan ---, lalu judul: …, lalu --- lagi"},
		words{"this page has no head between two lines “---”", "begin the file with ---, then judul: …, then --- again"},
	},
	NotYear: {
		words{"“%s” bukan nama folder edisi", "folder edisi bernama tahun empat angka, misalnya 2021"},
		words{"“%s” is not the name of an edition's folder", "an edition's folder is named by a year of four digits, such as 2021"},
	},
	MultiLine: {
		words{"isian ini hanya satu baris", "gabungkan menjadi satu baris"},
		words{"this field takes one line only", "join it into one line"},
	},
	FlowComma: {
		words{"“%s” dibaca sebagai isian sendiri", "di dalam { } koma memisahkan isian; apit teks yang memuat koma dengan tanda kutip"},
		words{"“%s” is read as a field of its own", "inside { } a comma separates fields; put a text with a comma in quotes"},
	},
	NotBaseURL: {
		words{"“%s” tidak dapat dipakai sebagai alamat situs", "tulis https://tuan-rumah/ atau https://tuan-rumah/folder/, dengan huruf, angka, titik, dan tanda hubung saja"},
		words{"“%s” cannot be the address of the site", "write https://host/ or https://host/folder/ with letters, digits, dots and hyphens only"},
	},
	TooMany: {
		words{"masih ada masalah lain di berkas ini", "perbaiki yang di atas dulu, lalu periksa lagi"},
		words{"there are more problems in this file", "mend those above first, then check again"},
	},
	TooManyItems: {
		words{"daftar ini memuat %d butir; paling banyak %d", ""},
		words{"this list has %d items; at most %d are allowed", ""},
	},
	UnknownAgency: {
		words{"perangkat daerah “%s” tidak ada di perangkat-daerah.yaml%s", "pakai id yang ada di sana, atau tambahkan perangkat daerahnya"},
		words{"the agency “%s” is not in perangkat-daerah.yaml%s", "use an id from that file, or add the agency"},
	},
	UnknownTaxonomy: {
		words{"kategori “%s” tidak ada di klasifikasi.yaml%s", ""},
		words{"the taxonomy “%s” is not in klasifikasi.yaml%s", ""},
	},
	UnknownTerm: {
		words{"“%s” bukan istilah %s%s", "pakai id istilah dari klasifikasi.yaml"},
		words{"“%s” is not a term of %s%s", "use the id of a term from klasifikasi.yaml"},
	},
	UnknownCriterion: {
		words{"kriteria “%s” tidak ada di rubrik edisi ini%s", ""},
		words{"the criterion “%s” is not in this edition's rubric%s", ""},
	},
	UnknownLevel: {
		words{"tingkat %d tidak ada pada kriteria %s; pilihannya: %s", ""},
		words{"level %d is not one of the criterion %s; there are: %s", ""},
	},
	UnknownGroup: {
		words{"kelompok “%s” tidak ada; yang ada: %s", ""},
		words{"the group “%s” does not exist; there are: %s", ""},
	},
	UnknownNeed: {
		words{"“%s” bukan isian inovasi yang dapat diwajibkan; pilihannya: %s", ""},
		words{"“%s” is not a field of an innovation that can be required; there are: %s", ""},
	},
	DuplicateID: {
		words{"id “%s” sudah dipakai di baris %d", "setiap id hanya boleh dipakai sekali"},
		words{"the id “%s” is already used on line %d", "each id can be used once"},
	},
	ReservedID: {
		words{"id “%s” dipakai Siger sendiri untuk alamat halaman", "pilih id lain"},
		words{"Siger uses the id “%s” itself for the address of a page", "choose another id"},
	},
	DuplicateName: {
		words{"nama ini sama dengan nama di %s", "satu edisi tidak memuat dua inovasi bernama sama; bedakan namanya atau hapus salah satu"},
		words{"this name is the same as in %s", "an edition has no two innovations of the same name; tell them apart or delete one"},
	},
	AliasTaken: {
		words{"alias “%s” sudah dipakai oleh %s", "hapus alias ini; pengalihan hanya dapat menuju satu inovasi"},
		words{"the alias “%s” is already used by %s", "delete the alias; a redirect can lead to one innovation only"},
	},
	WeightNotPositive: {
		words{"bobot kriteria “%s” harus lebih dari nol", "bobot 0 hanya untuk syarat murni (wajib: true)"},
		words{"the weight of the criterion “%s” must be above zero", "a weight of 0 is only for a pure gate (wajib: true)"},
	},
	NoWeight: {
		words{"tidak ada kriteria yang berbobot", "paling sedikit satu kriteria harus memiliki bobot lebih dari nol"},
		words{"no criterion has a weight", "at least one criterion needs a weight above zero"},
	},
	LevelOrder: {
		words{"nilai tingkat %d harus lebih besar dari tingkat sebelumnya (%d)", "urutkan tingkat dari yang terendah"},
		words{"the level %d must be higher than the one before (%d)", "list the levels from the lowest"},
	},
	LevelCount: {
		words{"kriteria “%s” memerlukan paling sedikit dua tingkat", ""},
		words{"the criterion “%s” needs at least two levels", ""},
	},
	GateWithoutZero: {
		words{"kriteria wajib “%s” tidak memiliki tingkat 0", "tingkat 0 berarti tidak memenuhi syarat; tambahkan tingkat itu"},
		words{"the gate “%s” has no level 0", "level 0 means that the innovation does not qualify; add it"},
	},
	BandOrder: {
		words{"batas bawah %s harus lebih kecil dari predikat sebelumnya (%s)", "urutkan predikat dari yang tertinggi"},
		words{"the lower bound %s must be below that of the band before (%s)", "list the bands from the highest"},
	},
	BandLast: {
		words{"predikat terakhir harus mulai dari 0", "tanpa itu ada skor yang tidak memiliki predikat"},
		words{"the last band must start at 0", "or else some scores have no band"},
	},
	BandPlaces: {
		words{"batas %s memiliki lebih banyak desimal daripada skor (%d)", "skor dibulatkan dulu, jadi batas tidak boleh lebih teliti"},
		words{"the bound %s has more decimal places than the score (%d)", "scores are rounded first, so a bound cannot be finer"},
	},
	MeasureSubject: {
		words{"ukuran “%s” bukan untuk subjek “%s”; pilihannya: %s", ""},
		words{"the measure “%s” is not for the subject “%s”; there are: %s", ""},
	},
	YearMismatch: {
		words{"tahun %d tidak sama dengan nama foldernya (%s)", "samakan keduanya"},
		words{"the year %d differs from the folder's name (%s)", "make them the same"},
	},
	PeriodOrder: {
		words{"selesai (%s) lebih awal dari mulai (%s)", ""},
		words{"the end (%s) lies before the start (%s)", ""},
	},
	NotForMeasure: {
		words{"“%s” hanya untuk ukuran rata-rata", "hapus isian ini"},
		words{"“%s” is only for the measure rata-rata", "delete this field"},
	},
	ScalePlaces: {
		words{"skala %s memiliki lebih banyak desimal daripada skor (%d)", "nilai tertinggi harus dapat ditulis sebagai skor; bulatkan skala atau tambah desimal"},
		words{"the scale %s has more decimal places than the score (%d)", "the highest score must be writable as a score; round the scale or raise desimal"},
	},
	BandAbove: {
		words{"batas bawah %s lebih besar daripada skala (%s)", "tidak ada skor yang mencapai predikat ini"},
		words{"the lower bound %s is above the scale (%s)", "no score reaches this band"},
	},
	NoCategory: {
		words{"kategori wajib “%s” belum diisi; pilihannya: %s", ""},
		words{"the required category “%s” is missing; there are: %s", ""},
	},
	NeededByTerm: {
		words{"isian “%s” wajib karena %s adalah %s", ""},
		words{"the field “%s” is required because %s is %s", ""},
	},
	NoEvidence: {
		words{"tingkat %d pada kriteria %s memerlukan bukti", "tambahkan bukti: dengan paling sedikit satu judul, atau turunkan tingkatnya"},
		words{"level %d of the criterion %s needs evidence", "add bukti: with at least one judul, or lower the level"},
	},
	AppliedFirst: {
		words{"waktu penerapan (%s) lebih awal dari waktu uji coba (%s)", "uji coba mendahului penerapan; periksa kedua tanggal"},
		words{"applied (%s) before it was tried out (%s)", "a trial comes before the application; check both dates"},
	},
	OutsideWindow: {
		words{"waktu penerapan %s di luar syarat edisi: %s sampai %s", "inovasi di luar masa itu tidak ikut edisi ini"},
		words{"applied %s, outside the edition's window: %s to %s", "an innovation outside it does not take part in this edition"},
	},
	NotRated: {
		words{"belum ada tingkat untuk kriteria %s, padahal edisi berstatus %s", "lengkapi penilaian; hanya edisi berstatus draf yang boleh memuat inovasi belum dinilai"},
		words{"no level for the criterion %s although the edition is %s", "complete the assessment; only a draft edition may have unrated innovations"},
	},
	SingleTerm: {
		words{"kategori “%s” hanya menerima satu istilah", ""},
		words{"the category “%s” takes one term only", ""},
	},
	NoPicture: {
		words{"gambar “%s” tidak ada di folder %s", "unggah gambarnya ke folder itu, atau hapus isian gambar"},
		words{"the picture “%s” is not in the folder %s", "upload it to that folder, or delete the field"},
	},
	BadPicture: {
		words{"gambar “%s” tidak dapat dipakai: %s", "pakai JPEG atau PNG, paling besar 1 MiB dan 4.000 piksel"},
		words{"the picture “%s” cannot be used: %s", "use JPEG or PNG of at most 1 MiB and 4,000 pixels"},
	},
	NoAlt: {
		words{"gambar belum memiliki teks pengganti (alt)", "tulis apa yang tampak, untuk pembaca yang tidak dapat melihatnya"},
		words{"the picture has no text alternative (alt)", "say what it shows, for readers who cannot see it"},
	},
	TermTwice: {
		words{"istilah “%s” ditulis dua kali", "hapus salah satunya"},
		words{"the term “%s” is written twice", "delete one of them"},
	},
	NoLevel: {
		words{"penilaian tanpa tingkat", "isi tingkat: dengan angka dari rubrik, atau hapus kriterianya"},
		words{"a mark without a level", "fill in tingkat: with a number from the rubric, or delete the criterion"},
	},
	BrokenLink: {
		words{"tautan “%s” menuju halaman yang tidak ada", "tulis alamat dari akar situs dan akhiri dengan garis miring, misalnya /2021/metode/"},
		words{"the link “%s” leads to a page that does not exist", "write the address from the root of the site and end it in a slash, such as /2021/metode/"},
	},
	UnsafeLink: {
		words{"tautan “%s” tidak diizinkan", "tautan hanya boleh ke https://, http://, mailto:, halaman situs ini, atau bagian halaman (#…)"},
		words{"the link “%s” is not allowed", "a link may lead to https://, http://, mailto:, a page of this site, or a part of the page (#…)"},
	},
	RawHTML: {
		words{"kode HTML tidak diterima di sini", "pakai Markdown; jika maksudnya tanda <, tulis \\<"},
		words{"HTML is not accepted here", "use Markdown; if you mean the sign <, write \\<"},
	},
	ImageMissing: {
		words{"gambar “%s” tidak ada", "sisipkan gambar dari situs ini, misalnya /gambar/2021/nama.jpg"},
		words{"the image “%s” does not exist", "use a picture of this site, such as /gambar/2021/name.jpg"},
	},
	ImageNoAlt: {
		words{"gambar belum memiliki teks pengganti", "tulis ![apa yang tampak](alamat)"},
		words{"the image has no text alternative", "write ![what it shows](address)"},
	},
	DeepNesting: {
		words{"susunan teks ini terlalu dalam atau terlalu rumit", "sederhanakan daftar bertingkat, kutipan, atau penekanannya"},
		words{"this text is nested too deeply", "simplify its nested lists, quotes or emphasis"},
	},
	WideTable: {
		words{"tabel ini memiliki lebih dari %d kolom", "pecah menjadi beberapa tabel"},
		words{"this table has more than %d columns", "split it into several tables"},
	},
	HeadingLevel: {
		words{"judul bagian di sini mulai dari tingkat %d (%s)", "judul halaman sudah memakai tingkat di atasnya"},
		words{"headings start at level %d here (%s)", "the page's own titles use the levels above"},
	},
	EmptyElement: {
		words{"judul bagian atau tautan ini kosong", "tulis teksnya, atau hapus tandanya"},
		words{"this heading or link is empty", "write its text, or delete the mark"},
	},
	ForeignImage: {
		words{"gambar dari situs lain (“%s”) tidak ditampilkan", "simpan gambarnya di folder gambar, atau tautkan saja"},
		words{"an image from another site (“%s”) is not shown", "put the picture into the picture folder, or link to it"},
	},
}
