package problem

// valueEntries: keys and values of the wrong form.
var valueEntries = map[Code]entry{
	UnknownKey: {
		id: words{
			title: "kunci tidak dikenal",
			text:  "kunci “%s” tidak dikenal%s",
			hint:  "periksa ejaannya, juga letak spasinya",
			more:  "Setiap berkas memiliki kunci yang sudah ditentukan. Kunci yang salah eja tidak pernah terbaca, sehingga isinya hilang dari situs. Bila ejaannya benar, periksa jorokannya: kunci mungkin masuk ke kelompok yang salah.",
			basis: "pembacaan ketat",
		},
		en: words{
			title: "unknown key",
			text:  "the key “%s” is not known%s",
			hint:  "check its spelling, and its indentation",
			more:  "Each kind of file has a fixed set of keys. A misspelt one would never be read, and its value would be missing from the site. If the spelling is right, check the indentation: the key may stand in the wrong group.",
			basis: "strict loading",
		},
		example: example{"yaml", `nama: Kopi Rakyat
waktu_penerapan: 2020-10-06`},
	},
	DuplicateKey: {
		id: words{
			title: "kunci ditulis dua kali",
			text:  "kunci “%s” ditulis dua kali; yang pertama di baris %d",
			hint:  "hapus salah satunya",
			more:  "Dalam satu kelompok setiap kunci hanya boleh ada sekali, sebab tidak jelas nilai mana yang dimaksud. Bila keduanya perlu, gabungkan menjadi satu nilai atau satu daftar.",
			basis: "aturan YAML 1.2, bagian 3.2.1.3",
		},
		en: words{
			title: "key written twice",
			text:  "the key “%s” is written twice; first on line %d",
			hint:  "delete one of them",
			more:  "Within a group each key can stand once, since it is not clear which value is meant. If both are needed, join them into one value or one list.",
			basis: "YAML 1.2, section 3.2.1.3",
		},
		example: example{"yaml", `sumber:
  - https://contoh.example/satu
  - https://contoh.example/dua`},
	},
	WrongKind: {
		id: words{
			title: "bentuk nilai keliru",
			text:  "di sini seharusnya %s, yang ditemukan %s",
			more:  "Nilai di YAML berbentuk satu nilai, daftar, atau pasangan kunci dan nilai. Isian ini memerlukan bentuk yang lain dari yang ditulis. Daftar ditulis dalam [ ] atau dengan “- ” di awal setiap butir; pasangan ditulis dalam { } atau menjorok di bawah kuncinya.",
			basis: "bentuk setiap isian di README, bagian Content",
		},
		en: words{
			title: "wrong kind of value",
			text:  "this should be %s, found %s",
			more:  "A value in YAML is a single value, a list, or pairs of key and value. This field needs another kind than the one written. A list stands in [ ] or has “- ” before each item; pairs stand in { } or indented below their key.",
			basis: "the form of each field in README, section Content",
		},
		example: example{"yaml", `nama: Baca Bersama
kategori: {bentuk: pelayanan-publik, urusan: [pendidikan]}`},
	},
	Missing: {
		id: words{
			title: "isian wajib belum ada",
			text:  "isian wajib “%s” belum ada",
			more:  "Isian ini diperlukan agar halamannya dapat dibuat atau aturannya dapat dijalankan. Kunci tanpa nilai sama dengan tidak ada: nilai kosong tidak pernah dianggap nol.",
			basis: "formulir resmi; yang tidak ada adalah keadaan tersendiri, bukan nol",
		},
		en: words{
			title: "required field missing",
			text:  "the required field “%s” is missing",
			more:  "This field is needed to make the page or to run the rule. A key without a value counts as absent: an empty value is never taken for zero.",
			basis: "the official form; missing is a state, never zero",
		},
		example: example{"yaml", `nama: Baca Bersama
perangkat_daerah: dinas-pendidikan
ringkasan: Membaca bersama setiap pekan.`},
	},
	TooLong: {
		id: words{
			title: "teks terlalu panjang",
			text:  "teks ini %d karakter; paling banyak %d",
			more:  "Isian satu baris dipakai di daftar, kartu, dan hasil pencarian, sehingga panjangnya dibatasi. Pindahkan uraian yang panjang ke rancang_bangun, tujuan, manfaat, atau hasil.",
			basis: "daftar harus tetap terbaca di layar ponsel",
		},
		en: words{
			title: "text too long",
			text:  "this text has %d characters; at most %d are allowed",
			more:  "One-line fields are used in lists, cards and search results, so their length is limited. Move a long description to rancang_bangun, tujuan, manfaat or hasil.",
			basis: "lists must stay readable on a phone",
		},
		example: example{"yaml", "ringkasan: Menghubungkan petani kopi dengan pembeli tanpa perantara."},
	},
	NotInteger: {
		id: words{
			title: "bukan bilangan bulat",
			text:  "“%s” bukan bilangan bulat",
			hint:  "tulis angka saja, misalnya 3",
			more:  "Isian ini berupa angka bulat tanpa tanda, tanpa titik, dan tanpa nol di depan: 0, 3, atau 12. Angka seperti 02 dibaca berbeda oleh program lain, jadi tidak diterima.",
			basis: "hitungan yang tepat: tingkat adalah bilangan bulat",
		},
		en: words{
			title: "not a whole number",
			text:  "“%s” is not a whole number",
			hint:  "write digits only, such as 3",
			more:  "This field is a whole number without a sign, a point or a leading zero: 0, 3 or 12. Other programs read 02 differently, so it is not accepted.",
			basis: "exact arithmetic: levels are whole numbers",
		},
		example: example{"yaml", `penilaian:
  manfaat: {tingkat: 3}`},
	},
	NotDecimal: {
		id: words{
			title: "bukan angka desimal",
			text:  "“%s” bukan angka yang dapat dipakai",
			hint:  "tulis angka dengan titik desimal, misalnya 30 atau 60.01 (paling banyak 7 angka di depan dan 4 di belakang titik)",
			more:  "Bobot, skala, dan batas ditulis dengan titik desimal, walaupun situs menampilkannya dengan koma. Angka tidak boleh negatif, dan tidak ditulis dengan pemisah ribuan atau pangkat.",
			basis: "hitungan desimal yang tepat, tanpa pembulatan mesin",
		},
		en: words{
			title: "not a decimal number",
			text:  "“%s” is not a usable number",
			hint:  "write digits with a decimal point, such as 30 or 60.01 (at most 7 digits before and 4 after the point)",
			more:  "Weights, scales and bounds are written with a decimal point, although the site shows a comma. They cannot be negative, and have no thousands separator or exponent.",
			basis: "exact decimal arithmetic without the machine's rounding",
		},
		example: example{"yaml", `predikat:
  - {nama: Sangat inovatif, mulai: 60.01}
  - {nama: Kurang inovatif, mulai: 0}`},
	},
	NotDate: {
		id: words{
			title: "bukan tanggal",
			text:  "“%s” bukan tanggal",
			hint:  "tulis tahun-bulan-hari, misalnya 2021-06-16; bila belum pasti cukup 2021-06 atau 2021",
			more:  "Tanggal ditulis tahun-bulan-hari agar urutannya sama di mana pun. Bila sumber hanya menyebut bulan atau tahun, tulis sampai di situ saja; jangan menebak harinya. Tanggal harus ada di kalender: 30 Februari tidak diterima.",
			basis: "ISO 8601; tanggal boleh tidak lengkap karena sumbernya begitu",
		},
		en: words{
			title: "not a date",
			text:  "“%s” is not a date",
			hint:  "write year-month-day, such as 2021-06-16; 2021-06 or 2021 where no more is known",
			more:  "Dates are written year-month-day, which sorts the same everywhere. Where a source gives only the month or year, write no more than that; do not guess the day. The date must exist: 30 February is not accepted.",
			basis: "ISO 8601; dates may be partial, because sources are",
		},
		example: example{"yaml", `waktu_uji_coba: 2020-03
waktu_penerapan: 2020-10-06`},
	},
	NotDay: {
		id: words{
			title: "tanggal harus lengkap",
			text:  "“%s” harus tanggal lengkap",
			hint:  "tulis tahun-bulan-hari, misalnya 2021-06-16",
			more:  "Tanggal ini dipakai sebagai batas atau sebagai tanggal terbit, sehingga harinya harus diketahui. Bulan atau tahun saja tidak cukup.",
			basis: "hasil harus dapat dihitung ulang untuk satu hari tertentu",
		},
		en: words{
			title: "the date must be a full one",
			text:  "“%s” must be a full date",
			hint:  "write year-month-day, such as 2021-06-16",
			more:  "This date is a cut-off or a date of publication, so its day must be known. A month or year is not enough.",
			basis: "results must be recomputable for one given day",
		},
		example: example{"yaml", "per_tanggal: 2021-12-10"},
	},
	NotSlug: {
		id: words{
			title: "pengenal tidak sah",
			text:  "“%s” bukan pengenal yang sah",
			hint:  "pakai huruf kecil a-z, angka, dan tanda hubung di antaranya, paling panjang 80, misalnya kartu-petani-berjaya",
			more:  "Pengenal menjadi bagian dari alamat halaman, jadi hanya memakai huruf kecil a sampai z, angka, dan tanda hubung di antaranya. Nama berkas inovasi adalah pengenalnya dan tetap sama di setiap edisi.",
			basis: "alamat tetap yang sama di setiap peladen",
		},
		en: words{
			title: "invalid id",
			text:  "“%s” is not a valid id",
			hint:  "use small letters a-z, digits, and hyphens between them, at most 80, such as kartu-petani-berjaya",
			more:  "An id becomes part of a page's address, so it has only the letters a to z, digits, and hyphens between them. The file name of an innovation is its id, and stays the same over all editions.",
			basis: "permanent addresses that work the same on every host",
		},
		example: example{"yaml", `perangkat_daerah: dinas-perkebunan
alias: [kopi-lama]`},
	},
	NotLink: {
		id: words{
			title: "bukan alamat web",
			text:  "“%s” bukan alamat web yang dapat dipakai",
			hint:  "tulis lengkap dari https://, tanpa spasi",
			more:  "Alamat ditulis lengkap dari https:// atau http:// agar pembaca tahu ke mana ia dibawa. Alamat tanpa awalan itu, yang memuat spasi, atau yang menjalankan program tidak diterima.",
			basis: "tidak ada isi yang dijalankan di peramban pembaca",
		},
		en: words{
			title: "not a web address",
			text:  "“%s” is not a usable web address",
			hint:  "write it in full from https://, without spaces",
			more:  "Addresses are written in full from https:// or http://, so that readers know where they are led. An address without that start, with a space, or one that runs a program is not accepted.",
			basis: "nothing in the content runs in a reader's browser",
		},
		example: example{"yaml", "tautan: https://kopi.example/"},
	},
	NotChoice: {
		id: words{
			title: "bukan salah satu pilihan",
			text:  "“%s” bukan pilihan yang ada; pilihannya: %s",
			more:  "Isian ini hanya menerima beberapa kata yang sudah ditentukan, ditulis dengan huruf kecil. Semua pilihannya ada di dalam pesan. Ya dan tidak ditulis true dan false.",
			basis: "arti setiap pilihan ditetapkan di README dan panduan",
		},
		en: words{
			title: "not one of the choices",
			text:  "“%s” is not one of the choices: %s",
			more:  "This field takes only a few given words, in lower case. The message has all of them. Yes and no are written true and false.",
			basis: "the meaning of each choice is fixed in README and the guide",
		},
		example: example{"yaml", "status: masa-sanggah"},
	},
	OutOfRange: {
		id: words{
			title: "nilai di luar batas",
			text:  "nilai %s di luar batas %d sampai %d",
			more:  "Angkanya terbaca, tetapi lebih kecil atau lebih besar daripada yang masuk akal untuk isian ini. Batas yang berlaku ada di dalam pesan.",
			basis: "hitungan harus tetap tepat dan halaman tetap terbatas",
		},
		en: words{
			title: "value out of range",
			text:  "the value %s is outside %d to %d",
			more:  "The number can be read, but it is smaller or larger than makes sense for this field. The message has the bounds.",
			basis: "arithmetic must stay exact and pages bounded",
		},
		example: example{"yaml", `rubrik:
  skala: 100
  desimal: 2`},
	},
	MultiLine: {
		id: words{
			title: "isian hanya satu baris",
			text:  "isian ini hanya satu baris",
			hint:  "gabungkan menjadi satu baris",
			more:  "Isian ini tampil sebagai satu baris, misalnya judul atau alasan. Pindah baris di dalamnya biasanya terbawa saat menyalin dari PDF.",
			basis: "judul dan kartu tampil dalam satu baris",
		},
		en: words{
			title: "one line only",
			text:  "this field takes one line only",
			hint:  "join it into one line",
			more:  "This field is shown as one line, such as a title or a reason. A line break inside usually came along when copying from a PDF.",
			basis: "titles and cards are one line",
		},
		example: example{"yaml", "nama: Baca Bersama"},
	},
	FlowComma: {
		id: words{
			title: "koma memecah teks",
			text:  "“%s” dibaca sebagai isian sendiri",
			hint:  "di dalam { } koma memisahkan isian; apit teks yang memuat koma dengan tanda kutip",
			more:  "Di dalam kurung { } koma berarti isian berikutnya. Teks yang memuat koma terpotong di sana, dan sisanya dibaca sebagai kunci tanpa nilai. Apit seluruh teks dengan tanda kutip.",
			basis: "aturan YAML 1.2, bagian 7.4",
		},
		en: words{
			title: "a comma splits a text",
			text:  "“%s” is read as a field of its own",
			hint:  "inside { } a comma separates fields; put a text with a comma in quotes",
			more:  "Inside { } a comma begins the next field. A text with a comma is cut there, and its rest is read as a key without a value. Put the whole text in quotes.",
			basis: "YAML 1.2, section 7.4",
		},
		example: example{"yaml", `tingkat:
  - {nilai: 0, uraian: Tidak baru}
  - {nilai: 1, uraian: "Agak baru, tetapi belum teruji"}`},
	},
	NotBaseURL: {
		id: words{
			title: "alamat situs tidak dapat dipakai",
			text:  "“%s” tidak dapat dipakai sebagai alamat situs",
			hint:  "tulis https://tuan-rumah/ atau https://tuan-rumah/folder/, dengan huruf, angka, titik, dan tanda hubung saja",
			more:  "Alamat ini menjadi awal setiap tautan di situs, peta situs, dan umpan. Tulis tuan rumah dan bila perlu satu folder, tanpa tanda tanya, pagar, titik dua ganda, atau nama pengguna. Alamat internasional ditulis dalam bentuk hurufnya yang berawalan xn--.",
			basis: "alamat yang sama harus berlaku di / dan di /folder/",
		},
		en: words{
			title: "unusable address of the site",
			text:  "“%s” cannot be the address of the site",
			hint:  "write https://host/ or https://host/folder/ with letters, digits, dots and hyphens only",
			more:  "This address begins every link of the site, the sitemap and the feeds. Write the host and, if needed, a folder, without a question mark, hash or user name. An international name is written in its form that begins with xn--.",
			basis: "the same site must work at / and at /folder/",
		},
		example: example{"yaml", "url: https://inovasi.example/"},
	},
	TooManyItems: {
		id: words{
			title: "butir terlalu banyak",
			text:  "daftar ini memuat %d butir; paling banyak %d",
			more:  "Daftar ini lebih panjang daripada yang dapat ditampilkan dengan baik. Biasanya daftar tertempel dua kali, atau isinya seharusnya dibagi ke beberapa isian.",
			basis: "halaman dan hitungan harus tetap terbatas",
		},
		en: words{
			title: "too many items",
			text:  "this list has %d items; at most %d are allowed",
			more:  "This list is longer than can be shown well. Usually it was pasted twice, or belongs in several fields.",
			basis: "pages and arithmetic must stay bounded",
		},
		example: example{"yaml", `sumber:
  - https://contoh.example/satu
  - https://contoh.example/dua`},
	},
}
