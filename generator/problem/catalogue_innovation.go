package problem

// innovationEntries: innovations that break a rule of their edition.
var innovationEntries = map[Code]entry{
	NoCategory: {
		id: words{
			title: "kategori wajib belum diisi",
			text:  "kategori wajib “%s” belum diisi; pilihannya: %s",
			more:  "Klasifikasi yang bertanda wajib: true harus ada pada setiap inovasi. Kategori dipakai untuk halaman, saringan, dan penghargaan, jadi inovasi tanpa kategori tidak akan ditemukan di sana.",
			basis: "formulir resmi meminta bentuk, jenis, dan urusan inovasi",
		},
		en: words{
			title: "required category missing",
			text:  "the required category “%s” is missing; there are: %s",
			more:  "A taxonomy with wajib: true must be on every innovation. Categories make pages, filters and awards, so an innovation without one would be missing there.",
			basis: "the official form asks for the kind, type and field of an innovation",
		},
		example: example{"yaml", "kategori: {bentuk: pelayanan-publik, jenis: digital, urusan: [pertanian]}"},
	},
	NeededByTerm: {
		id: words{
			title: "isian diwajibkan oleh istilah",
			text:  "isian “%s” wajib karena %s adalah %s",
			more:  "Istilah yang dipilih mewajibkan isian lain; daftarnya ada pada perlu di klasifikasi.yaml. Inovasi digital misalnya memerlukan tautan, dan yang non digital memerlukan SOP.",
			basis: "petunjuk formulir resmi; sekretariat dapat mengubahnya di klasifikasi.yaml",
		},
		en: words{
			title: "field required by a term",
			text:  "the field “%s” is required because %s is %s",
			more:  "The chosen term makes another field mandatory; perlu in klasifikasi.yaml has the list. A digital innovation, for one, needs its address, and a manual one its procedure.",
			basis: "the notes of the official form; a secretariat can change it in klasifikasi.yaml",
		},
		example: example{"yaml", `kategori: {jenis: non-digital}
sop: SOP 1/2019`},
	},
	NoEvidence: {
		id: words{
			title: "bukti belum ada",
			text:  "tingkat %d pada kriteria %s memerlukan bukti",
			hint:  "tambahkan bukti: dengan paling sedikit satu judul, atau turunkan tingkatnya",
			more:  "Rubrik meminta bukti untuk tingkat ini. Satu bukti paling sedikit memiliki judul; nomor, tanggal, dan tautan yang dapat dibuka umum membuatnya dapat diperiksa. Syarat ini berlaku juga bila hanya satu penilai yang memberi tingkat itu.",
			basis: "perlu_bukti di rubrik edisi; pembaca harus dapat memeriksa hasilnya",
		},
		en: words{
			title: "evidence missing",
			text:  "level %d of the criterion %s needs evidence",
			hint:  "add bukti: with at least one judul, or lower the level",
			more:  "The rubric asks for evidence at this level. A piece of evidence has at least a title; a number, a date and a public link make it checkable. This holds also when only one assessor gave the level.",
			basis: "perlu_bukti in the edition's rubric; readers must be able to check results",
		},
		example: example{"yaml", `penilaian:
  kebaruan:
    tingkat: 3
    bukti:
      - {judul: Keputusan kepala dinas, nomor: 7/2020, tanggal: 2020-10-06}`},
	},
	AppliedFirst: {
		id: words{
			title: "penerapan mendahului uji coba",
			text:  "waktu penerapan (%s) lebih awal dari waktu uji coba (%s)",
			hint:  "uji coba mendahului penerapan; periksa kedua tanggal",
			more:  "Inovasi diuji coba dulu, baru diterapkan. Tanggal penerapan yang lebih awal biasanya berarti kedua isian tertukar. Bila tidak ada uji coba, kosongkan waktu_uji_coba.",
			basis: "tahapan inovasi: uji coba mendahului penerapan",
		},
		en: words{
			title: "applied before its trial",
			text:  "applied (%s) before it was tried out (%s)",
			hint:  "a trial comes before the application; check both dates",
			more:  "An innovation is tried out first and then applied. An earlier application usually means that the two were swapped. If there was no trial, leave waktu_uji_coba out.",
			basis: "the stages of an innovation: a trial comes before the application",
		},
		example: example{"yaml", `waktu_uji_coba: 2020-03-01
waktu_penerapan: 2020-10-06`},
	},
	OutsideWindow: {
		id: words{
			title: "waktu penerapan di luar syarat",
			text:  "waktu penerapan %s di luar syarat edisi: %s sampai %s",
			hint:  "inovasi di luar masa itu tidak ikut edisi ini",
			more:  "Edisi hanya menilai inovasi yang diterapkan dalam masa tertentu, yang ditulis pada syarat di edisi.yaml. Periksa tanggalnya; bila benar, inovasi ini milik edisi lain.",
			basis: "syarat waktu penerapan di edisi.yaml, sesuai pedoman tahun itu",
		},
		en: words{
			title: "applied outside the window",
			text:  "applied %s, outside the edition's window: %s to %s",
			hint:  "an innovation outside it does not take part in this edition",
			more:  "An edition judges only innovations that were applied within a period, which is syarat in edisi.yaml. Check the date; if it is right, the innovation belongs to another edition.",
			basis: "the window in edisi.yaml, as that year's rules have it",
		},
		example: example{"yaml", "waktu_penerapan: 2020-10-06"},
	},
	NotRated: {
		id: words{
			title: "penilaian belum lengkap",
			text:  "belum ada tingkat untuk kriteria %s, padahal edisi berstatus %s",
			hint:  "lengkapi penilaian; hanya edisi berstatus draf yang boleh memuat inovasi belum dinilai",
			more:  "Kriteria yang tidak diisi bukan nol: inovasinya belum dinilai dan tidak dapat diberi peringkat. Sejak edisi berstatus sementara, setiap inovasi harus memiliki tingkat untuk setiap kriteria, atau ditarik dengan alasannya.",
			basis: "yang tidak ada adalah keadaan tersendiri, bukan nol",
		},
		en: words{
			title: "assessment not complete",
			text:  "no level for the criterion %s although the edition is %s",
			hint:  "complete the assessment; only a draft edition may have unrated innovations",
			more:  "A criterion without a level is not zero: the innovation is unrated and cannot be ranked. From the status sementara on, every innovation needs a level for every criterion, or is withdrawn with a reason.",
			basis: "missing is a state, never zero",
		},
		example: example{"yaml", `penilaian:
  kebaruan: {tingkat: 2}
  manfaat: {tingkat: 2}
  aman: {tingkat: 1}`},
	},
	SingleTerm: {
		id: words{
			title: "hanya satu istilah",
			text:  "kategori “%s” hanya menerima satu istilah",
			more:  "Klasifikasi ini membagi semua inovasi menjadi bagian yang tidak bertumpang tindih, jadi setiap inovasi hanya ada di satu bagian. Klasifikasi dengan banyak: true menerima beberapa istilah.",
			basis: "hitungan tiap istilah harus berjumlah sama dengan seluruhnya",
		},
		en: words{
			title: "one term only",
			text:  "the category “%s” takes one term only",
			more:  "This taxonomy divides all innovations into parts that do not overlap, so an innovation is in one of them only. A taxonomy with banyak: true takes several terms.",
			basis: "the counts of the terms must add up to the whole",
		},
		example: example{"yaml", "kategori: {bentuk: pelayanan-publik, urusan: [pertanian, kesehatan]}"},
	},
	NoPicture: {
		id: words{
			title: "gambar tidak ditemukan",
			text:  "gambar “%s” tidak ada di folder %s",
			hint:  "unggah gambarnya ke folder itu, atau hapus isian gambar",
			more:  "Gambar inovasi berada di folder gambar pada edisi yang sama, dan berkas hanya berisi namanya, tanpa folder. Periksa ejaan dan akhirannya, termasuk huruf besar-kecil.",
			basis: "isi tidak boleh keluar dari foldernya",
		},
		en: words{
			title: "picture not found",
			text:  "the picture “%s” is not in the folder %s",
			hint:  "upload it to that folder, or delete the field",
			more:  "An innovation's picture lies in the folder gambar of the same edition, and berkas holds its name alone, without a folder. Check spelling and ending, upper and lower case included.",
			basis: "content cannot escape its folder",
		},
		example: example{"yaml", "gambar: {berkas: kopi-rakyat.jpg, alt: Petani menjemur biji kopi}"},
	},
	BadPicture: {
		id: words{
			title: "gambar tidak dapat dipakai",
			text:  "gambar “%s” tidak dapat dipakai: %s",
			hint:  "pakai JPEG atau PNG, paling besar 1 MiB dan 4.000 piksel",
			more:  "Gambar harus JPEG atau PNG, paling besar 1 MiB, dan sisinya paling panjang 4.000 piksel. Isinya yang diperiksa, bukan hanya namanya: mengganti akhiran nama tidak mengubah jenis gambar. SVG ditolak karena dapat memuat skrip. Keterangan di dalam foto, misalnya tempat pemotretan, dibuang saat situs dibuat.",
			basis: "halaman harus ringan di ponsel, dan isi belum tentu aman",
		},
		en: words{
			title: "unusable picture",
			text:  "the picture “%s” cannot be used: %s",
			hint:  "use JPEG or PNG of at most 1 MiB and 4,000 pixels",
			more:  "A picture must be JPEG or PNG of at most 1 MiB and 4,000 pixels a side. Its content is checked and not only its name: another ending does not make another kind of picture. SVG is refused because it can carry scripts. What a photograph says beside its image, such as where it was taken, is stripped when the site is built.",
			basis: "pages must be light on phones, and content is not trusted",
		},
		example: example{"text", "content/2021/gambar/kopi-rakyat.jpg"},
	},
	NoAlt: {
		id: words{
			title: "teks pengganti gambar belum ada",
			text:  "gambar belum memiliki teks pengganti (alt)",
			hint:  "tulis apa yang tampak, untuk pembaca yang tidak dapat melihatnya",
			more:  "Teks pengganti dibacakan kepada pembaca yang tidak dapat melihat gambar, dan tampil bila gambar gagal dimuat. Tulis satu kalimat tentang apa yang tampak, tanpa kata “gambar” atau “foto”.",
			basis: "WCAG 2.2, kriteria 1.1.1",
		},
		en: words{
			title: "picture without a text alternative",
			text:  "the picture has no text alternative (alt)",
			hint:  "say what it shows, for readers who cannot see it",
			more:  "The text alternative is read to people who cannot see the picture, and shown when it does not load. Write a sentence about what it shows, without the words “picture” or “photo”.",
			basis: "WCAG 2.2, criterion 1.1.1",
		},
		example: example{"yaml", "gambar: {berkas: kopi-rakyat.jpg, alt: Petani menjemur biji kopi di halaman}"},
	},
	TermTwice: {
		id: words{
			title: "istilah ditulis dua kali",
			text:  "istilah “%s” ditulis dua kali",
			hint:  "hapus salah satunya",
			more:  "Istilah yang sama muncul dua kali dalam satu daftar. Satu inovasi dihitung sekali pada setiap istilah, jadi yang kedua tidak berarti apa-apa; mungkin yang dimaksud istilah lain.",
			basis: "hitungan tiap istilah",
		},
		en: words{
			title: "term written twice",
			text:  "the term “%s” is written twice",
			hint:  "delete one of them",
			more:  "The same term stands twice in a list. An innovation counts once under each term, so the second means nothing; perhaps another term was meant.",
			basis: "the counts of terms",
		},
		example: example{"yaml", "kategori: {urusan: [pertanian, kesehatan]}"},
	},
	NoLevel: {
		id: words{
			title: "penilaian tanpa tingkat",
			text:  "penilaian tanpa tingkat",
			hint:  "isi tingkat: dengan angka dari rubrik, atau hapus kriterianya",
			more:  "Kriteria disebut, tetapi daftar tingkatnya kosong. Tulis tingkat dari rubrik, satu angka atau satu per penilai. Bila belum dinilai, hapus kriterianya: yang tidak ada bukan nol.",
			basis: "yang tidak ada adalah keadaan tersendiri, bukan nol",
		},
		en: words{
			title: "mark without a level",
			text:  "a mark without a level",
			hint:  "fill in tingkat: with a number from the rubric, or delete the criterion",
			more:  "The criterion is named, but its list of levels is empty. Write a level of the rubric, one number or one for each assessor. If it was not assessed, delete the criterion: missing is not zero.",
			basis: "missing is a state, never zero",
		},
		example: example{"yaml", `penilaian:
  manfaat: {tingkat: [1, 2, 2]}`},
	},
	NoSummary: {
		id: words{
			title: "ringkasan belum ditulis",
			text:  "ringkasan masih teks sementara dari siger new inovasi, padahal edisi berstatus %s",
			hint:  "tulis ringkasannya dalam satu sampai tiga kalimat",
			more:  "siger new inovasi mengisi ringkasan dengan teks sementara agar berkasnya dapat dibaca. Teks itu boleh ada selama edisi masih draf. Sejak berstatus sementara, setiap inovasi harus punya ringkasannya sendiri.",
			basis: "ringkasan tampil pada kartu, daftar, dan hasil pencarian",
		},
		en: words{
			title: "summary not written",
			text:  "the summary is still the placeholder of siger new inovasi although the edition is %s",
			hint:  "write the summary in one to three sentences",
			more:  "siger new inovasi fills the summary with a placeholder so that the file can be read. It may stand while the edition is a draft. From the status sementara on, every innovation needs a summary of its own.",
			basis: "summaries are shown on cards, in lists and among search results",
		},
		example: example{"yaml", "ringkasan: Menghubungkan petani kopi dengan pembeli tanpa perantara."},
	},
}
