package problem

// markdownEntries: Markdown that cannot be published as it stands.
var markdownEntries = map[Code]entry{
	BrokenLink: {
		id: words{
			title: "tautan putus",
			text:  "tautan “%s” menuju halaman yang tidak ada",
			hint:  "tulis alamat dari akar situs dan akhiri dengan garis miring, misalnya /2021/metode/",
			more:  "Tautan ke halaman situs ini ditulis dari akar situs dan diakhiri garis miring. Halaman yang dituju harus benar-benar ada; periksa tahun dan nama berkasnya. Alamat berakhiran .html atau tanpa garis miring di depan tidak dipakai.",
			basis: "setiap tautan di situs menuju sesuatu",
		},
		en: words{
			title: "broken link",
			text:  "the link “%s” leads to a page that does not exist",
			hint:  "write the address from the root of the site and end it in a slash, such as /2021/metode/",
			more:  "A link to a page of this site is written from its root and ends in a slash. The page must exist; check the year and the file name. Addresses that end in .html or lack the slash in front are not used.",
			basis: "every link of the site leads somewhere",
		},
		example: example{"markdown", "Lihat [cara menghitungnya](/2021/metode/)."},
	},
	UnsafeLink: {
		id: words{
			title: "tautan tidak diizinkan",
			text:  "tautan “%s” tidak diizinkan",
			hint:  "tautan hanya boleh ke https://, http://, mailto:, halaman situs ini, atau bagian halaman (#…)",
			more:  "Tautan hanya boleh membuka alamat https://, http://, atau mailto:, halaman situs ini, atau bagian halaman (#…). Alamat seperti javascript: atau data: dapat menjalankan program di peramban pembaca.",
			basis: "tidak ada isi yang dijalankan di peramban pembaca",
		},
		en: words{
			title: "link not allowed",
			text:  "the link “%s” is not allowed",
			hint:  "a link may lead to https://, http://, mailto:, a page of this site, or a part of the page (#…)",
			more:  "A link may open an address of https://, http:// or mailto:, a page of this site, or a part of the page (#…). Addresses such as javascript: or data: can run a program in a reader's browser.",
			basis: "nothing in the content runs in a reader's browser",
		},
		example: example{"markdown", "Dimuat di [laman resmi](https://contoh.example/kopi)."},
	},
	RawHTML: {
		id: words{
			title: "kode HTML dalam teks",
			text:  "kode HTML tidak diterima di sini",
			hint:  "pakai Markdown; jika maksudnya tanda <, tulis \\<",
			more:  "Teks ditulis dengan Markdown. HTML tidak diterima karena dapat memuat program atau merusak susunan halaman. Tebal ditulis **tebal**, miring *miring*, dan tanda < yang memang dimaksud ditulis \\<.",
			basis: "tidak ada isi yang dijalankan di peramban pembaca",
		},
		en: words{
			title: "HTML in a text",
			text:  "HTML is not accepted here",
			hint:  "use Markdown; if you mean the sign <, write \\<",
			more:  "Texts are written in Markdown. HTML is not accepted, since it can hold programs or break the page. Bold is **bold**, italic *italic*, and a sign < that is really meant is written \\<.",
			basis: "nothing in the content runs in a reader's browser",
		},
		example: example{"markdown", "Harga **adil** bagi petani, selisihnya \\< 5%."},
	},
	ImageMissing: {
		id: words{
			title: "gambar dalam teks tidak ada",
			text:  "gambar “%s” tidak ada",
			hint:  "sisipkan gambar dari situs ini, misalnya /gambar/2021/nama.jpg, atau gambar/nama.png di halaman bebas",
			more:  "Gambar di dalam teks harus gambar situs ini, dari folder gambar sebuah edisi atau dari halaman/gambar. Alamatnya /gambar/<tahun>/<nama>, lengkap dengan akhirannya; di halaman bebas cukup gambar/<nama>.",
			basis: "halaman tidak meminta apa pun dari situs lain",
		},
		en: words{
			title: "image in a text missing",
			text:  "the image “%s” does not exist",
			hint:  "use a picture of this site, such as /gambar/2021/name.jpg, or gambar/name.png on a free page",
			more:  "An image in a text must be one of this site, from the folder gambar of an edition or from halaman/gambar. Its address is /gambar/<year>/<name>, with its ending; on a free page gambar/<name> is enough.",
			basis: "no page asks another site for anything",
		},
		example: example{"markdown", "![Petani menjemur biji kopi](/gambar/2021/kopi-rakyat.jpg)"},
	},
	ImageNoAlt: {
		id: words{
			title: "gambar dalam teks tanpa teks pengganti",
			text:  "gambar belum memiliki teks pengganti",
			hint:  "tulis ![apa yang tampak](alamat)",
			more:  "Di antara [ dan ] ditulis apa yang tampak pada gambar, untuk pembaca yang tidak dapat melihatnya.",
			basis: "WCAG 2.2, kriteria 1.1.1",
		},
		en: words{
			title: "image in a text without an alternative",
			text:  "the image has no text alternative",
			hint:  "write ![what it shows](address)",
			more:  "Between [ and ] stands what the picture shows, for readers who cannot see it.",
			basis: "WCAG 2.2, criterion 1.1.1",
		},
		example: example{"markdown", "![Petani menjemur biji kopi](/gambar/2021/kopi-rakyat.jpg)"},
	},
	DeepNesting: {
		id: words{
			title: "susunan teks terlalu rumit",
			text:  "susunan teks ini terlalu dalam atau terlalu rumit",
			hint:  "sederhanakan daftar bertingkat, kutipan, atau penekanannya",
			more:  "Daftar, kutipan, dan penekanan dapat saling memuat, tetapi lebih dari beberapa tingkat tidak terbaca lagi. Pecah menjadi beberapa paragraf atau beberapa daftar pendek.",
			basis: "susunan yang sangat dalam dapat menghabiskan memori",
		},
		en: words{
			title: "text nested too deeply",
			text:  "this text is nested too deeply",
			hint:  "simplify its nested lists, quotes or emphasis",
			more:  "Lists, quotes and emphasis can hold each other, but beyond a few levels nobody can read them. Split them into paragraphs or several short lists.",
			basis: "very deep nesting can exhaust memory",
		},
		example: example{"markdown", `- Petani mendaftar.
  - Lewat aplikasi.
  - Lewat penyuluh.
- Pembeli memesan.`},
	},
	WideTable: {
		id: words{
			title: "tabel terlalu lebar",
			text:  "tabel ini memiliki lebih dari %d kolom",
			hint:  "pecah menjadi beberapa tabel",
			more:  "Tabel dengan banyak kolom tidak terbaca di ponsel. Pecah menjadi beberapa tabel, atau tulis setiap baris sebagai butir daftar.",
			basis: "kebanyakan pembaca memakai ponsel; tabel sangat lebar juga dapat menghabiskan memori",
		},
		en: words{
			title: "table too wide",
			text:  "this table has more than %d columns",
			hint:  "split it into several tables",
			more:  "A table of many columns cannot be read on a phone. Split it into several, or write each row as an item of a list.",
			basis: "most readers use phones; very wide tables can also exhaust memory",
		},
		example: example{"markdown", `| Tahun | Petani |
|---|---:|
| 2020 | 120 |`},
	},
	HeadingLevel: {
		id: words{
			title: "tingkat judul bagian keliru",
			text:  "judul bagian di sini mulai dari tingkat %d (%s)",
			hint:  "judul halaman sudah memakai tingkat di atasnya",
			more:  "Halaman sudah memakai tingkat judul di atasnya untuk nama dan bagiannya sendiri. Judul di dalam isian mulai dari ###, di halaman bebas mulai dari ##.",
			basis: "urutan judul untuk pembaca layar: WCAG 2.2, kriteria 1.3.1",
		},
		en: words{
			title: "wrong level of a heading",
			text:  "headings start at level %d here (%s)",
			hint:  "the page's own titles use the levels above",
			more:  "The page uses the levels above for its own name and sections. Headings in a field start at ###, on a free page at ##.",
			basis: "the order of headings for screen readers: WCAG 2.2, criterion 1.3.1",
		},
		example: example{"markdown", `### Cara kerja

1. Petani mendaftar.`},
	},
	ForeignImage: {
		id: words{
			title: "gambar dari situs lain",
			text:  "gambar dari situs lain (“%s”) tidak ditampilkan",
			hint:  "simpan gambarnya di folder gambar, atau tautkan saja",
			more:  "Gambar dari situs lain dapat berubah atau hilang, dan memberi tahu situs itu siapa yang membaca halaman ini. Simpan gambarnya di folder gambar, atau tautkan halamannya.",
			basis: "tidak ada permintaan ke pihak ketiga",
		},
		en: words{
			title: "image from another site",
			text:  "an image from another site (“%s”) is not shown",
			hint:  "put the picture into the picture folder, or link to it",
			more:  "An image from another site can change or vanish, and tells that site who reads this page. Put it into the folder gambar, or link to its page.",
			basis: "no request to a third party",
		},
		example: example{"markdown", "![Petani menjemur biji kopi](/gambar/2021/kopi-rakyat.jpg)"},
	},
	EmptyElement: {
		id: words{
			title: "judul bagian atau tautan kosong",
			text:  "judul bagian atau tautan ini kosong",
			hint:  "tulis teksnya, atau hapus tandanya",
			more:  "Judul bagian atau tautan tanpa teks tampil sebagai ruang kosong, dan pembaca layar tidak dapat menyebutnya. Tulis teksnya, atau hapus tandanya.",
			basis: "WCAG 2.2, kriteria 2.4.4 dan 2.4.6",
		},
		en: words{
			title: "empty heading or link",
			text:  "this heading or link is empty",
			hint:  "write its text, or delete the mark",
			more:  "A heading or link without text shows as an empty space, and a screen reader has nothing to say for it. Write its text, or delete the mark.",
			basis: "WCAG 2.2, criteria 2.4.4 and 2.4.6",
		},
		example: example{"markdown", `### Cara kerja

Lihat [metode](/2021/metode/).`},
	},
}
