package problem

// warningEntries: what can be published as it stands, and is likely not meant.
var warningEntries = map[Code]entry{
	PersonalData: {
		warning: true,
		id: words{
			title: "mungkin data pribadi",
			text:  "mungkin %s: %s",
			hint:  "hapus, atau ganti dengan kontak instansi pada kontak di situs.yaml",
			more:  "Situs ini terbuka untuk umum dan riwayat berkasnya tersimpan selamanya, jadi data pribadi jangan pernah masuk ke dalamnya: NIK, NIP, nomor telepon, alamat surel, dan nomor rekening. Pesan ini menyamarkan angkanya supaya tidak tersebar lewat catatan pemeriksaan. Bila yang tertulis memang kontak resmi instansi, kesampingkan dengan alasannya.",
			basis: "Undang-Undang 27/2022 tentang Pelindungan Data Pribadi",
		},
		en: words{
			title: "perhaps personal data",
			text:  "perhaps %s: %s",
			hint:  "delete it, or give the contact of the office in kontak of situs.yaml",
			more:  "This site is public and the history of its files stays forever, so personal data must never get into it: identity numbers (NIK), civil servants' numbers (NIP), telephone numbers, e-mail addresses and account numbers. This message masks the number so that logs do not spread it. If it is the official contact of an office, silence the warning with that reason.",
			basis: "Law 27/2022 on the protection of personal data",
		},
		example: example{"yaml", "ringkasan: Aduan disampaikan lewat loket layanan."},
	},
	SameEvidence: {
		warning: true,
		id: words{
			title: "bukti dipakai inovasi lain",
			text:  "bukti nomor “%s” juga dipakai %s%s",
			hint:  "periksa apakah dokumen itu memang tentang keduanya; bila ya, kesampingkan dengan alasannya",
			more:  "Dokumen bernomor yang sama menjadi bukti beberapa inovasi dalam satu edisi. Itu sering terjadi karena berkas disalin lalu buktinya lupa diganti. Satu dokumen yang dipakai untuk beberapa kriteria dari inovasi yang sama tidak diperingatkan.",
			basis: "bukti mendukung inovasi yang dinilai, bukan inovasi lain",
		},
		en: words{
			title: "evidence of another innovation",
			text:  "evidence number “%s” is also that of %s%s",
			hint:  "check whether the document is about both; if so, silence this with that reason",
			more:  "A document of the same number is evidence of several innovations of an edition. Often a file was copied and its evidence forgotten. One document for several criteria of the same innovation is nothing to warn of.",
			basis: "evidence supports the innovation that is judged, and no other",
		},
		example: example{"yaml", `penilaian:
  manfaat:
    tingkat: 2
    bukti: [{judul: Laporan layanan keliling, nomor: 10/LAP/2020, tanggal: 2020-12-15}]`},
	},
	LateEvidence: {
		warning: true,
		id: words{
			title: "bukti sesudah edisi",
			text:  "bukti bertanggal %s, sesudah tanggal edisi %s",
			hint:  "periksa tanggalnya; bukti yang belum ada saat penilaian tidak dapat mendukung hasilnya",
			more:  "Hasil suatu edisi berlaku per tanggal yang ditulis pada per_tanggal di edisi.yaml. Dokumen yang baru terbit sesudahnya tidak mungkin diperiksa penilai. Biasanya tahunnya salah ketik.",
			basis: "per_tanggal di edisi.yaml",
		},
		en: words{
			title: "evidence later than the edition",
			text:  "evidence of %s, after the edition's date %s",
			hint:  "check the date; evidence that did not exist yet cannot support the result",
			more:  "The results of an edition stand for the day in per_tanggal of edisi.yaml. A document that came out later cannot have been seen by the assessors. Mostly the year is a slip.",
			basis: "per_tanggal in edisi.yaml",
		},
		example: example{"yaml", `bukti: [{judul: Keputusan kepala dinas, nomor: 7/2020, tanggal: 2020-10-06}]`},
	},
	NearDuplicate: {
		warning: true,
		id: words{
			title: "inovasi hampir sama",
			text:  "hampir sama dengan %s: %s",
			hint:  "bila sama, hapus salah satunya; bila berbeda, tulis perbedaannya atau kesampingkan dengan alasannya",
			more:  "Dua inovasi dalam satu edisi memiliki nama atau uraian yang hampir sama. Inovasi yang dilaporkan dua kali dihitung dua kali dalam peringkat perangkat daerah dan statistik. Bila memang dua inovasi, uraiannya seharusnya menjelaskan bedanya.",
			basis: "satu inovasi dihitung satu kali",
		},
		en: words{
			title: "nearly the same innovation",
			text:  "nearly the same as %s: %s",
			hint:  "if it is the same, delete one; if not, write what differs, or silence this with a reason",
			more:  "Two innovations of an edition have nearly the same name or texts. An innovation that is reported twice counts twice in the ranks of agencies and in statistics. If they are two, their texts should say what differs.",
			basis: "an innovation counts once",
		},
		example: example{"yaml", `nama: Ambulans Desa
ringkasan: Ambulans yang dijaga warga dan siap di setiap desa.`},
	},
	ShortDesign: {
		warning: true,
		id: words{
			title: "rancang bangun terlalu pendek",
			text:  "rancang bangun baru %d kata; edisi ini meminta paling sedikit %d",
			hint:  "uraikan dasar hukum, masalah, dan cara kerjanya",
			more:  "Formulir resmi meminta rancang bangun dengan panjang paling sedikit. Batasnya ditulis pada syarat di edisi.yaml; tanpa batas itu tidak ada yang diperiksa. Rancang bangun yang kosong dihitung nol kata. Inovasi yang ditarik tidak diperiksa.",
			basis: "syarat kata_rancang_bangun di edisi.yaml, sesuai petunjuk formulir resmi",
		},
		en: words{
			title: "design too short",
			text:  "the design has %d words; this edition asks for at least %d",
			hint:  "describe its legal basis, the problem, and how it works",
			more:  "The official form asks for a design of some length. The least number of words stands in syarat of edisi.yaml; without it nothing is checked. A missing design has no words. Innovations that were withdrawn are not checked.",
			basis: "kata_rancang_bangun in edisi.yaml, as the official form has it",
		},
		example: example{"yaml", "syarat: {kata_rancang_bangun: 300}"},
	},
	LongSummary: {
		warning: true,
		id: words{
			title: "ringkasan terlalu panjang untuk kartu",
			text:  "ringkasan %d huruf, lebih panjang dari kartu (%d)",
			hint:  "tulis satu sampai tiga kalimat; rinciannya pindahkan ke rancang bangun",
			more:  "Ringkasan tampil pada kartu, daftar, dan hasil pencarian. Yang lebih panjang dari 300 huruf membuat daftar sulit dibaca, terutama di ponsel. Rincian lebih baik ditulis pada rancang_bangun, tujuan, atau manfaat.",
			basis: "daftar harus terbaca di ponsel",
		},
		en: words{
			title: "summary too long for a card",
			text:  "a summary of %d characters is longer than a card (%d)",
			hint:  "write one to three sentences; move details to the design",
			more:  "The summary is shown on cards, in lists and in search results. One of more than 300 characters makes lists hard to read, above all on a phone. Details belong to rancang_bangun, tujuan or manfaat.",
			basis: "lists must be readable on a phone",
		},
		example: example{"yaml", "ringkasan: Menghubungkan petani kopi dengan pembeli tanpa perantara."},
	},
	DeadLink: {
		warning: true,
		id: words{
			title: "tautan luar mati",
			text:  "tautan %s tidak dapat dibuka: %s",
			hint:  "ganti dengan alamat yang berlaku, atau dengan salinan di arsip web",
			more:  "Alamat di luar situs ini diperiksa hanya oleh siger check --external, tidak pernah saat membuat situs. Tautan yang mati membuat bukti tidak dapat diperiksa. Situs yang menolak pemeriksaan otomatis tidak dianggap mati; bila masih keliru, kesampingkan dengan alasannya.",
			basis: "pembaca harus dapat memeriksa hasilnya",
		},
		en: words{
			title: "dead link to another site",
			text:  "the link %s cannot be opened: %s",
			hint:  "write the address that works, or that of a copy in a web archive",
			more:  "Addresses outside this site are checked by siger check --external only, never by a build. A dead link makes evidence impossible to check. A site that refuses automatic checks does not count as dead; if it is still wrong, silence this with a reason.",
			basis: "readers must be able to check results",
		},
		example: example{"yaml", "sumber: [https://contoh.example/berita]"},
	},
	StaleSilence: {
		warning: true,
		id: words{
			title: "abaikan tanpa peringatan",
			text:  "tidak ada peringatan %s yang dikesampingkan di sini",
			hint:  "hapus butir ini, atau perbaiki isian yang disebutnya",
			more:  "Butir abaikan ini tidak mengesampingkan apa pun: masalahnya sudah diperbaiki, atau kode dan isiannya tidak cocok. Bila dibiarkan, butir itu dapat menyembunyikan masalah baru di kemudian hari. Pemeriksaan ini menunggu sampai isi tidak bermasalah, dan untuk tautan luar sampai --external dipakai.",
			basis: "setiap pengecualian harus masih ada gunanya",
		},
		en: words{
			title: "a silence without a warning",
			text:  "no warning %s is silenced here",
			hint:  "delete this item, or correct the field that it names",
			more:  "This item of abaikan silences nothing: the problem was mended, or its code and field do not fit. If it stayed it could hide a new problem some day. This is checked once the content has no errors, and for links to other sites once --external is used.",
			basis: "every exception must still have a use",
		},
		example: example{"yaml", `abaikan:
  - {kode: S603, alasan: Bukti diambil dari pemberitaan sesudah penilaian}`},
	},
	SummaryLater: {
		warning: true,
		id: words{
			title: "ringkasan menunggu ditulis",
			text:  "ringkasan masih teks sementara dari siger new inovasi",
			hint:  "tulis ringkasannya dalam satu sampai tiga kalimat",
			more:  "siger new inovasi mengisi ringkasan dengan teks sementara agar berkasnya dapat dibaca, dan teks itu tampil di halaman edisi draf. Sejak edisi berstatus sementara, ini menjadi masalah (S417).",
			basis: "ringkasan tampil pada kartu, daftar, dan hasil pencarian",
		},
		en: words{
			title: "summary still to be written",
			text:  "the summary is still the placeholder of siger new inovasi",
			hint:  "write the summary in one to three sentences",
			more:  "siger new inovasi fills the summary with a placeholder so that the file can be read, and the pages of a draft edition show it. From the status sementara on it is a problem (S417).",
			basis: "summaries are shown on cards, in lists and among search results",
		},
		example: example{"yaml", "ringkasan: Menghubungkan petani kopi dengan pembeli tanpa perantara."},
	},
}
