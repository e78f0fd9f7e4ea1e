package problem

// referenceEntries: names that refer to nothing, or to two things.
var referenceEntries = map[Code]entry{
	UnknownAgency: {
		id: words{
			title: "perangkat daerah tidak terdaftar",
			text:  "perangkat daerah “%s” tidak ada di perangkat-daerah.yaml%s",
			hint:  "pakai id yang ada di sana, atau tambahkan perangkat daerahnya",
			more:  "Setiap inovasi dilaporkan oleh satu perangkat daerah dari perangkat-daerah.yaml, ditulis dengan id-nya, bukan namanya. Dengan begitu satu perangkat daerah tidak terhitung dua kali karena beda ejaan.",
			basis: "peringkat dan penghargaan perangkat daerah dihitung per id",
		},
		en: words{
			title: "unknown agency",
			text:  "the agency “%s” is not in perangkat-daerah.yaml%s",
			hint:  "use an id from that file, or add the agency",
			more:  "Every innovation is reported by one agency of perangkat-daerah.yaml, written as its id and not its name. So no agency is counted twice because of a spelling.",
			basis: "ranks and awards of agencies are counted by id",
		},
		example: example{"yaml", "perangkat_daerah: dinas-perkebunan"},
	},
	UnknownTaxonomy: {
		id: words{
			title: "kategori tidak ada",
			text:  "kategori “%s” tidak ada di klasifikasi.yaml%s",
			more:  "Kunci di bawah kategori (dan di bawah saring pada penghargaan) harus sama dengan id klasifikasi di klasifikasi.yaml. Klasifikasi baru cukup ditambahkan di sana.",
			basis: "klasifikasi adalah data: PP 38/2017 membagi bentuk inovasi, sekretariat boleh menambah",
		},
		en: words{
			title: "unknown taxonomy",
			text:  "the taxonomy “%s” is not in klasifikasi.yaml%s",
			more:  "The keys below kategori (and below saring of an award) must be ids of taxonomies in klasifikasi.yaml. To have another taxonomy, add it there.",
			basis: "taxonomies are data: PP 38/2017 divides the kinds of innovation, a secretariat may add more",
		},
		example: example{"yaml", "kategori: {bentuk: pelayanan-publik, jenis: digital}"},
	},
	UnknownTerm: {
		id: words{
			title: "istilah tidak ada",
			text:  "“%s” bukan istilah %s%s",
			hint:  "pakai id istilah dari klasifikasi.yaml",
			more:  "Nilai kategori adalah id istilah dari klasifikasi.yaml, huruf kecil dengan tanda hubung. Istilah yang mirip disebut di dalam pesan bila ada.",
			basis: "setiap istilah memiliki halaman dan hitungannya sendiri",
		},
		en: words{
			title: "unknown term",
			text:  "“%s” is not a term of %s%s",
			hint:  "use the id of a term from klasifikasi.yaml",
			more:  "The value of a category is the id of a term in klasifikasi.yaml, in lower case with hyphens. The message names a term that looks like it, if there is one.",
			basis: "every term has its own page and count",
		},
		example: example{"yaml", `kategori:
  bentuk: pelayanan-publik
  urusan: [pertanian, kesehatan]`},
	},
	UnknownCriterion: {
		id: words{
			title: "kriteria tidak ada di rubrik",
			text:  "kriteria “%s” tidak ada di rubrik edisi ini%s",
			more:  "Kunci di bawah penilaian adalah id kriteria dari rubrik edisi yang sama. Rubrik dapat berganti setiap tahun, jadi penilaian dari edisi lain tidak selalu cocok.",
			basis: "rumus yang diterbitkan adalah rumus yang dijalankan",
		},
		en: words{
			title: "criterion not in the rubric",
			text:  "the criterion “%s” is not in this edition's rubric%s",
			more:  "The keys below penilaian are ids of criteria in the rubric of the same edition. Rubrics may change every year, so marks of another edition need not fit.",
			basis: "the published formula is the executed formula",
		},
		example: example{"yaml", `penilaian:
  kebaruan: {tingkat: 2}
  manfaat: {tingkat: 2}`},
	},
	UnknownLevel: {
		id: words{
			title: "tingkat tidak ada pada kriteria",
			text:  "tingkat %d tidak ada pada kriteria %s; pilihannya: %s",
			more:  "Rubrik menyebut setiap tingkat dengan nilai dan uraiannya, dan nilai itu boleh melompat, misalnya 0, 1, 3. Penilai hanya dapat memberi tingkat yang ada di rubrik, sebab hanya itu yang memiliki arti.",
			basis: "rumus yang diterbitkan adalah rumus yang dijalankan; indikator resmi juga bertingkat tetap",
		},
		en: words{
			title: "level not of the criterion",
			text:  "level %d is not one of the criterion %s; there are: %s",
			more:  "The rubric names each level with its value and description, and values may skip, such as 0, 1, 3. An assessor can give only a level of the rubric, since only those have a meaning.",
			basis: "the published formula is the executed formula; the official indicators have fixed levels, too",
		},
		example: example{"yaml", `penilaian:
  manfaat: {tingkat: 2}
  kebaruan: {tingkat: [3, 2, 3]}`},
	},
	UnknownGroup: {
		id: words{
			title: "kelompok tidak ada",
			text:  "kelompok “%s” tidak ada; yang ada: %s",
			more:  "Kelompok perangkat daerah ditulis di bagian kelompok pada perangkat-daerah.yaml; perangkat daerah dalam satu kelompok bersaing satu sama lain. Tulis id kelompoknya, atau tambahkan kelompok baru di sana.",
			basis: "penghargaan dapat disaring menurut kelompok",
		},
		en: words{
			title: "unknown group",
			text:  "the group “%s” does not exist; there are: %s",
			more:  "Groups of agencies stand under kelompok in perangkat-daerah.yaml; agencies of a group compete with each other. Write the id of a group, or add a new one there.",
			basis: "awards can be filtered by group",
		},
		example: example{"yaml", `kelompok:
  - {id: provinsi, nama: Perangkat daerah provinsi}
perangkat_daerah:
  - {id: dinas-a, nama: Dinas A, kelompok: provinsi}`},
	},
	UnknownNeed: {
		id: words{
			title: "isian tidak dapat diwajibkan istilah",
			text:  "“%s” bukan isian inovasi yang dapat diwajibkan; pilihannya: %s",
			more:  "Istilah dapat mewajibkan isian inovasi tertentu melalui perlu, misalnya tautan untuk inovasi digital. Hanya isian pilihan pada berkas inovasi yang dapat disebut di sana.",
			basis: "klasifikasi dan kewajibannya adalah data",
		},
		en: words{
			title: "field that a term cannot require",
			text:  "“%s” is not a field of an innovation that can be required; there are: %s",
			more:  "A term can make fields of an innovation mandatory through perlu, such as tautan for digital ones. Only optional fields of an innovation's file can stand there.",
			basis: "taxonomies and what they require are data",
		},
		example: example{"yaml", `istilah:
  - {id: digital, nama: Digital, perlu: [tautan]}
  - {id: non-digital, nama: Non digital, perlu: [sop]}`},
	},
	DuplicateID: {
		id: words{
			title: "id dipakai dua kali",
			text:  "id “%s” sudah dipakai di baris %d",
			hint:  "setiap id hanya boleh dipakai sekali",
			more:  "Id menunjuk tepat satu hal. Bila dua kriteria, istilah, perangkat daerah, atau penghargaan memakai id yang sama, tidak jelas mana yang dimaksud berkas lain, dan kedua halamannya berebut satu alamat.",
			basis: "alamat tetap dan rujukan yang tidak mendua",
		},
		en: words{
			title: "id used twice",
			text:  "the id “%s” is already used on line %d",
			hint:  "each id can be used once",
			more:  "An id names exactly one thing. If two criteria, terms, agencies or awards share one, it is not clear which of them other files mean, and their pages would claim one address.",
			basis: "permanent addresses and unambiguous references",
		},
		example: example{"yaml", `kriteria:
  - {id: kebaruan, nama: Kebaruan}
  - {id: manfaat, nama: Manfaat}`},
	},
	ReservedID: {
		id: words{
			title: "id dipakai Siger sendiri",
			text:  "id “%s” dipakai Siger sendiri untuk alamat halaman",
			hint:  "pilih id lain",
			more:  "Halaman klasifikasi berada di /<tahun>/<id>/. Sebagian nama di sana sudah dipakai halaman lain: peringkat, penghargaan, metode, data, inovasi, gambar, dan kelompok. Lanjutan daftar inovasi dan perangkat daerah berada di halaman-2, halaman-3, dan seterusnya, di samping halaman mereka sendiri.",
			basis: "alamat halaman",
		},
		en: words{
			title: "id that Siger uses itself",
			text:  "Siger uses the id “%s” itself for the address of a page",
			hint:  "choose another id",
			more:  "The pages of a taxonomy lie at /<year>/<id>/. Some names there belong to other pages: peringkat, penghargaan, metode, data, inovasi, gambar and kelompok. The lists of innovations and agencies go on at halaman-2, halaman-3 and so on, beside their own pages.",
			basis: "the addresses of pages",
		},
		example: example{"yaml", `id: jenis
nama: Jenis`},
	},
	DuplicateName: {
		id: words{
			title: "nama inovasi sama",
			text:  "nama ini sama dengan nama di %s",
			hint:  "satu edisi tidak memuat dua inovasi bernama sama; bedakan namanya atau hapus salah satu",
			more:  "Dua inovasi dalam satu edisi tidak boleh bernama sama; huruf besar-kecil dan spasi tidak membedakan. Biasanya satu inovasi terkirim dua kali. Bila memang dua hal yang berbeda, tambahkan nama daerah atau unitnya.",
			basis: "satu inovasi dihitung sekali dalam peringkat",
		},
		en: words{
			title: "innovations of the same name",
			text:  "this name is the same as in %s",
			hint:  "an edition has no two innovations of the same name; tell them apart or delete one",
			more:  "An edition has no two innovations of one name; case and spaces make no difference. Usually one was sent in twice. If they really differ, add the region or unit to the name.",
			basis: "an innovation counts once in the ranking",
		},
		example: example{"yaml", "nama: Kopi Rakyat Lampung Barat"},
	},
	AliasTaken: {
		id: words{
			title: "alias sudah dipakai",
			text:  "alias “%s” sudah dipakai oleh %s",
			hint:  "hapus alias ini; pengalihan hanya dapat menuju satu inovasi",
			more:  "Alias adalah nama berkas lama yang dialihkan ke nama sekarang. Satu alamat hanya dapat menuju satu inovasi, jadi alias tidak boleh sama dengan nama berkas atau alias lain, termasuk nama berkas ini sendiri.",
			basis: "alamat tetap tidak boleh mendua",
		},
		en: words{
			title: "alias already used",
			text:  "the alias “%s” is already used by %s",
			hint:  "delete the alias; a redirect can lead to one innovation only",
			more:  "An alias is a former file name that redirects to the present one. An address can lead to one innovation only, so an alias cannot equal a file name or another alias, this file's own name included.",
			basis: "a permanent address cannot be ambiguous",
		},
		example: example{"yaml", "alias: [kopi-lama]"},
	},
	UnknownCode: {
		id: words{
			title: "kode masalah tidak ada",
			text:  "kode “%s” tidak ada%s",
			hint:  "tulis kode yang tampil di antara kurung siku pada peringatannya",
			more:  "abaikan menyebut kode peringatan yang sudah ditimbang dan dibiarkan. Kode yang tidak ada tidak mengesampingkan apa pun, jadi peringatannya akan tetap tampil. Semua kode ditampilkan oleh siger explain.",
			basis: "yang dikesampingkan harus dapat diperiksa pembaca berkas",
		},
		en: words{
			title: "unknown code of a problem",
			text:  "there is no code “%s”%s",
			hint:  "write the code that stands in brackets in the warning",
			more:  "abaikan names the codes of warnings that were weighed and left. A code that does not exist silences nothing, so the warning would stay. siger explain lists all codes.",
			basis: "whoever reads a file must be able to judge what was silenced",
		},
		example: example{"yaml", `abaikan:
  - {kode: S603, alasan: Bukti diambil dari pemberitaan sesudah penilaian}`},
	},
	NotSilenceable: {
		id: words{
			title: "kode tidak dapat dikesampingkan",
			text:  "%s bukan peringatan yang dapat dikesampingkan; yang dapat: %s",
			hint:  "perbaiki masalahnya",
			more:  "Hanya peringatan yang dapat dikesampingkan dengan alasan. Masalah lain membuat situs salah atau tidak dapat dibuat, jadi harus diperbaiki.",
			basis: "situs dibuat hanya dari isi tanpa masalah",
		},
		en: words{
			title: "a code that cannot be silenced",
			text:  "%s is no warning that can be silenced; these can: %s",
			hint:  "mend the problem",
			more:  "Only warnings can be silenced with a reason. Other problems make the site wrong or keep it from being built, so they have to be mended.",
			basis: "a site is built of content without errors only",
		},
		example: example{"yaml", `abaikan:
  - {kode: S605, alasan: Sumber publik tidak merinci rancang bangun}`},
	},
	LanguageNotListed: {
		id: words{
			title: "terjemahan ke bahasa yang tidak dipakai situs",
			text:  "ini terjemahan ke “%s”, %s",
			hint:  "sebut bahasa terjemahan di bahasa pada situs.yaml, sesudah bahasa isinya, atau hapus terjemahannya",
			more:  "Isian bahasa di situs.yaml menyebut bahasa yang dipakai situs: yang pertama bahasa isinya, yang berikutnya bahasa terjemahan. Teks di terjemahan dan halaman di halaman/<bahasa>/ hanya terbit dalam bahasa terjemahan yang disebut di sana.",
			basis: "tidak ada isi yang hilang diam-diam",
		},
		en: words{
			title: "a translation into a language that the site does not have",
			text:  "this is a translation into “%s”, %s",
			hint:  "name languages of translation in bahasa of situs.yaml, after that of the content, or delete the translation",
			more:  "bahasa in situs.yaml names the languages of the site: the first is that of its content, the others are translations. Texts below terjemahan and pages in halaman/<language>/ are published only in a language of translation that stands there.",
			basis: "no content is lost in silence",
		},
		example: example{"yaml", `bahasa: [id, en]
terjemahan:
  en: {uraian: Innovations and how they were judged.}`},
	},
}
