package problem

// sealEntries: a sealed edition that is no longer what was sealed.
var sealEntries = map[Code]entry{
	BadSeal: {
		id: words{
			title: "segel tidak dapat dipakai",
			text:  "segel tidak dapat dipakai: %s",
			hint:  "kembalikan berkas ini dari git; jangan menyuntingnya dengan tangan",
			more:  "segel.json ditulis oleh siger seal dan memuat sidik jari atas isinya sendiri. Berkas yang pernah disunting, terpotong, atau tertukar tidak lagi membuktikan apa pun, sehingga tidak dipakai. Versi yang benar ada di riwayat git.",
			basis: "edisi yang tersegel tidak dapat berubah diam-diam",
		},
		en: words{
			title: "seal cannot be used",
			text:  "the seal cannot be used: %s",
			hint:  "restore this file from git; do not edit it by hand",
			more:  "segel.json is written by siger seal and holds hashes of what it says. A file that was edited, cut short or swapped proves nothing any more and is not used. The right version is in the history of git.",
			basis: "a sealed edition cannot change silently",
		},
		example: example{"text", "git restore content/2021/segel.json"},
	},
	SealMissing: {
		id: words{
			title: "segel hilang",
			text:  "ada koreksi.yaml, tetapi %s tidak ada",
			hint:  "kembalikan segel dari git; koreksi hanya berarti terhadap segel",
			more:  "Koreksi menyatakan apa yang berubah sejak edisi disegel. Tanpa segel, koreksi tidak dapat diperiksa, dan pembaca tidak tahu keadaan semula. Berkas segel mungkin terhapus.",
			basis: "edisi yang tersegel tidak dapat berubah diam-diam",
		},
		en: words{
			title: "seal is missing",
			text:  "there is koreksi.yaml, but no %s",
			hint:  "restore the seal from git; corrections mean something against a seal only",
			more:  "Corrections say what has changed since the edition was sealed. Without the seal they cannot be checked, and readers do not know what was there before. The seal's file may have been deleted.",
			basis: "a sealed edition cannot change silently",
		},
		example: example{"text", "git restore content/2021/segel.json"},
	},
	SealedChanged: {
		id: words{
			title: "isi edisi tersegel berubah",
			text:  "edisi %d sudah disegel, tetapi “%s” berubah tanpa koreksi: %s → %s",
			hint:  "kembalikan isinya, atau buat koreksi dengan: siger seal TAHUN --koreksi",
			more:  "Edisi yang sudah disegel hanya boleh berubah bersama catatan koreksi: tanggal, alasan, dan, bila menyangkut penilaian, keputusan yang mendasarinya. siger seal TAHUN --koreksi menyiapkan catatannya di koreksi.yaml; tinggal isi alasannya.",
			basis: "hasil yang sudah diumumkan hanya berubah dengan keputusan yang diumumkan",
		},
		en: words{
			title: "sealed edition changed",
			text:  "the edition %d is sealed, but “%s” changed without a correction: %s → %s",
			hint:  "restore it, or make a correction with: siger seal YEAR --koreksi",
			more:  "A sealed edition may change only together with a record of correction: a date, a reason and, where it is about scoring, the decision behind it. siger seal YEAR --koreksi prepares the record in koreksi.yaml; you fill in the reason.",
			basis: "results that were announced change only by a decision that is announced",
		},
		example: example{"yaml", `tanggal: 2022-03-01
jenis: redaksional
alasan: Salah ketik pada nama.
perubahan:
  - {bagian: inovasi/kopi/teks, isian: nama, dari: Kopi Rakiat, menjadi: Kopi Rakyat}`},
	},
	SealedFile: {
		id: words{
			title: "berkas edisi tersegel bertambah atau hilang",
			text:  "edisi %d sudah disegel, tetapi berkas ini %s tanpa koreksi",
			hint:  "kembalikan keadaannya, atau buat koreksi dengan: siger seal TAHUN --koreksi",
			more:  "Daftar peserta termasuk yang disegel. Inovasi yang ditambahkan, dihapus, atau diganti nama berkasnya setelah edisi disegel memerlukan catatan koreksi dengan keputusan. Inovasi baru biasanya milik edisi berikutnya.",
			basis: "hasil yang sudah diumumkan hanya berubah dengan keputusan yang diumumkan",
		},
		en: words{
			title: "sealed edition gained or lost a file",
			text:  "the edition %d is sealed, but this file %s without a correction",
			hint:  "restore what was there, or make a correction with: siger seal YEAR --koreksi",
			more:  "Who took part is sealed too. An innovation that is added, deleted or given another file name after the edition was sealed needs a record of correction with a decision. A new innovation usually belongs to the next edition.",
			basis: "results that were announced change only by a decision that is announced",
		},
		example: example{"text", "siger seal 2021 --koreksi"},
	},
	SealedResult: {
		id: words{
			title: "hasil tersegel tidak terhitung ulang",
			text:  "dari isi yang disegel, Siger kini menghitung “%s” pada %s sebagai %s, padahal segelnya %s",
			hint:  "isinya tidak berubah; versi Siger ini menghitung dengan aturan lain dan tidak boleh dipakai untuk edisi ini",
			more:  "Segel memuat isi dan hasilnya, sehingga hasil dapat dihitung ulang dari segel saja. Bila hitungannya berbeda, yang berubah adalah programnya. Pakai versi Siger yang menghitung seperti waktu edisi disegel, dan laporkan temuan ini.",
			basis: "rumus yang diumumkan adalah rumus yang dijalankan",
		},
		en: words{
			title: "sealed result is not what is computed",
			text:  "from the sealed inputs, Siger now computes “%s” of %s as %s, but the seal has %s",
			hint:  "the inputs did not change; this version of Siger computes by other rules and must not be used for this edition",
			more:  "A seal holds inputs and results, so the results can be recomputed from the seal alone. If they differ, the program has changed. Use the version of Siger that computes as it did when the edition was sealed, and report this.",
			basis: "the published formula is the executed formula",
		},
		example: example{"text", "siger version"},
	},
	CorrectionStart: {
		id: words{
			title: "koreksi tidak menyambung",
			text:  "koreksi ini berangkat dari %s, padahal sebelum itu nilainya %s",
			hint:  "dari harus sama dengan nilai segel, atau dengan menjadi pada koreksi sebelumnya",
			more:  "Koreksi dibaca berurutan dari nilai yang disegel: a menjadi b, lalu b menjadi c. Dengan begitu pembaca dapat menelusuri setiap langkah. Koreksi yang berangkat dari nilai lain berarti ada langkah yang hilang atau salah salin.",
			basis: "riwayat koreksi utuh dari segel sampai hari ini",
		},
		en: words{
			title: "correction does not connect",
			text:  "this correction starts from %s, but the value before it was %s",
			hint:  "dari must be the sealed value, or menjadi of the correction before",
			more:  "Corrections are read in order from the sealed value: a becomes b, then b becomes c. So readers can follow every step. One that starts from another value means that a step is missing or was copied wrongly.",
			basis: "the history of corrections is whole from the seal to today",
		},
		example: example{"yaml", `perubahan:
  - {bagian: inovasi/kopi, isian: penilaian.manfaat.tingkat, dari: "1", menjadi: "2"}`},
	},
	CorrectionUnmatched: {
		id: words{
			title: "koreksi tidak cocok dengan isi",
			text:  "koreksi menyatakan “%s” pada %s menjadi %s, tetapi isinya %s",
			hint:  "samakan isi dengan koreksi, atau buat koreksi berikutnya dengan: siger seal TAHUN --koreksi",
			more:  "Catatan koreksi harus menggambarkan isi yang sekarang. Bila isinya kembali seperti semula atau berubah lagi, hapus catatan yang belum terbit, atau tambahkan koreksi berikutnya yang menyambung.",
			basis: "setiap catatan koreksi dapat diperiksa pada isinya",
		},
		en: words{
			title: "correction does not fit the content",
			text:  "a correction says that “%s” of %s became %s, but the content has %s",
			hint:  "make the content fit the correction, or make the next one with: siger seal YEAR --koreksi",
			more:  "A record of correction must describe the content as it is. If the content went back or changed again, delete a record that has not been published, or add the next correction that connects to it.",
			basis: "each record of correction can be checked against the content",
		},
		example: example{"text", "siger seal 2021 --koreksi"},
	},
	CorrectionKind: {
		id: words{
			title: "koreksi redaksional mengubah penilaian",
			text:  "koreksi redaksional tidak boleh mengubah “%s” pada %s",
			hint:  "pakai jenis: substansi dan sebutkan keputusannya",
			more:  "Koreksi redaksional adalah untuk kata-kata yang tidak memengaruhi skor, seperti salah ketik. Tingkat, bobot, kategori, dan perangkat daerah menentukan hasil, jadi perubahannya memerlukan keputusan.",
			basis: "hasil yang sudah diumumkan hanya berubah dengan keputusan yang diumumkan",
		},
		en: words{
			title: "correction of wording changes the scoring",
			text:  "a correction of wording must not change “%s” of %s",
			hint:  "use jenis: substansi and name the decision",
			more:  "A correction of wording is for words that no score depends on, such as a typo. Levels, weights, categories and agencies decide the result, so changing them takes a decision.",
			basis: "results that were announced change only by a decision that is announced",
		},
		example: example{"yaml", `jenis: substansi
keputusan: Keputusan Gubernur G/1/2022`},
	},
	CorrectionEmpty: {
		id: words{
			title: "koreksi tidak mengubah apa pun",
			text:  "koreksi atas “%s” pada %s tidak mengubah apa pun yang disegel",
			hint:  "hapus perubahan ini, atau perbaiki bagian, dari, dan menjadi",
			more:  "Setiap perubahan dalam koreksi menyebut bagian dan isian yang ada pada segel, serta dua nilai yang berbeda. Bagian yang salah tulis, atau hasil hitungan (yang mengikuti isinya sendiri), tidak dapat dikoreksi.",
			basis: "setiap catatan koreksi dapat diperiksa pada isinya",
		},
		en: words{
			title: "correction changes nothing",
			text:  "the correction of “%s” of %s changes nothing that was sealed",
			hint:  "delete this change, or mend bagian, dari and menjadi",
			more:  "Each change of a correction names a part and a field of the seal, and two values that differ. A misspelt part, or a result (which follows from the inputs), cannot be corrected.",
			basis: "each record of correction can be checked against the content",
		},
		example: example{"yaml", `perubahan:
  - {bagian: inovasi/kopi, isian: penilaian.manfaat.tingkat, dari: "1", menjadi: "2"}`},
	},
	CorrectionOrder: {
		id: words{
			title: "koreksi tidak berurutan",
			text:  "koreksi tanggal %s berada sesudah koreksi tanggal %s",
			hint:  "urutkan koreksi dari yang terlama; yang baru di akhir berkas",
			more:  "Koreksi dibaca berurutan, masing-masing berangkat dari hasil yang sebelumnya. Karena itu urutannya mengikuti tanggal.",
			basis: "riwayat koreksi utuh dari segel sampai hari ini",
		},
		en: words{
			title: "corrections out of order",
			text:  "the correction of %s stands after that of %s",
			hint:  "list corrections from the oldest; new ones go to the end of the file",
			more:  "Corrections are read in order, each starting from what the one before left. So they stand in the order of their dates.",
			basis: "the history of corrections is whole from the seal to today",
		},
		example: example{"text", `- tanggal: 2022-03-01
  jenis: redaksional
- tanggal: 2022-04-01
  jenis: redaksional`},
	},
}
