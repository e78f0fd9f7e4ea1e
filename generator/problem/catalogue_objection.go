package problem

const exampleHearing = `status: masa-sanggah
sanggah: {mulai: 2024-05-02, selesai: 2024-05-10}`

const exampleObjection = `sanggahan:
  - nomor: 07/2024
    tanggal: 2024-05-04
    asal: perangkat-daerah
    kriteria: manfaat
    isi: Laporan manfaat tahun kedua belum diperhitungkan.
    putusan: diterima
    diputus: 2024-05-09
    alasan: Laporannya terlampir sejak awal dan memenuhi tingkat 2.
    dari: 1
    menjadi: 2`

// objectionEntries: a hearing, or an objection to a mark, that does not add up.
var objectionEntries = map[Code]entry{
	HearingDates: {
		id: words{
			title: "tanggal masa sanggah belum lengkap",
			text:  "status %s memerlukan %s",
			hint:  "isi tanggalnya di edisi.yaml, atau ubah statusnya",
			more:  "Siger tidak melihat jam, jadi masa sanggah ada karena tanggalnya tertulis. Status masa-sanggah memerlukan sanggah.mulai dan sanggah.selesai. Edisi yang pernah membuka masa sanggah baru dapat final bila sanggah.ditetapkan diisi.",
			basis: "pembaca harus tahu sampai kapan keberatan diterima, dan kapan hasil ditetapkan",
		},
		en: words{
			title: "dates of the objection period missing",
			text:  "the status %s needs %s",
			hint:  "fill in the date in edisi.yaml, or change the status",
			more:  "Siger looks at no clock, so an objection period is there because its dates are written. The status masa-sanggah needs sanggah.mulai and sanggah.selesai. An edition that had such a period can be final only when sanggah.ditetapkan is filled in.",
			basis: "readers must know until when objections are taken, and when results were decided",
		},
		example: example{"yaml", exampleHearing},
	},
	HearingOrder: {
		id: words{
			title: "urutan tanggal masa sanggah keliru",
			text:  "%s (%s) lebih awal daripada %s (%s)",
			more:  "Masa sanggah berakhir sesudah dimulai, hasil ditetapkan sesudah masa sanggah berakhir, dan hasil final berlaku per hari penetapannya atau sesudahnya. Halaman tidak menyebut hasil final sebelum tanggal itu.",
			basis: "hasil tidak boleh final selagi masih dapat disanggah",
		},
		en: words{
			title: "dates of the objection period out of order",
			text:  "%s (%s) lies before %s (%s)",
			more:  "An objection period ends after it starts, results are decided after it ends, and final results stand as of the day of the decision or later. No page calls results final before that day.",
			basis: "results cannot be final while they can be objected to",
		},
		example: example{"yaml", `status: final
per_tanggal: 2024-05-20
sanggah: {mulai: 2024-05-02, selesai: 2024-05-10, ditetapkan: 2024-05-20}`},
	},
	ObjectionOutside: {
		id: words{
			title: "sanggahan di luar masa sanggah",
			text:  "sanggahan ini masuk %s, tetapi %s",
			hint:  "periksa tanggalnya, atau tanggal sanggah: di edisi.yaml",
			more:  "Sanggahan diterima selama masa sanggah edisinya, kedua ujungnya termasuk. Kekeliruan yang ditemukan sekretariat sendiri (asal: penyelenggara) dapat dicatat sampai hasil ditetapkan. Sesudah edisi final dan disegel, perubahan dicatat sebagai koreksi.",
			basis: "semua pihak mendapat waktu yang sama",
		},
		en: words{
			title: "objection outside its period",
			text:  "this objection came in on %s, but %s",
			hint:  "check its date, or those of sanggah: in edisi.yaml",
			more:  "Objections are taken during the edition's objection period, both ends included. A fault that the secretariat found itself (asal: penyelenggara) can be recorded until results are decided. Once an edition is final and sealed, changes are recorded as corrections.",
			basis: "everybody gets the same time",
		},
		example: example{"yaml", exampleObjection},
	},
	ObjectionRuling: {
		id: words{
			title: "putusan sanggahan belum lengkap",
			text:  "putusan “%s” belum lengkap: %s",
			more:  "Sanggahan yang sudah diputus memiliki tanggal putusan, yang tidak lebih awal daripada tanggal masuknya, dan alasan yang dapat dibaca warga. Sanggahan yang masih diproses belum memiliki tanggal putusan.",
			basis: "siapa yang menyanggah berhak tahu kapan dan mengapa diputus begitu",
		},
		en: words{
			title: "ruling of an objection incomplete",
			text:  "the ruling “%s” is incomplete: %s",
			more:  "An objection that was decided has the day of the ruling, which is not before it came in, and a reason that citizens can read. One that is still pending has no such day yet.",
			basis: "whoever objects may know when and why it was decided so",
		},
		example: example{"yaml", exampleObjection},
	},
	ObjectionOpen: {
		id: words{
			title: "sanggahan belum diputus",
			text:  "edisi ini final, tetapi sanggahan ini masih diproses",
			hint:  "tulis putusannya, atau kembalikan status edisi ke masa-sanggah",
			more:  "Hasil ditetapkan setelah semua sanggahan diputus. Tulis putusan, tanggal, dan alasannya sebelum status edisi menjadi final.",
			basis: "hasil final sudah menjawab semua keberatan",
		},
		en: words{
			title: "objection still open",
			text:  "the edition is final, and this objection is still pending",
			hint:  "write down the ruling, or set the edition's status back to masa-sanggah",
			more:  "Results are decided once all objections are. Write down the ruling, its day and its reason before the edition's status becomes final.",
			basis: "final results have answered every objection",
		},
		example: example{"yaml", exampleObjection},
	},
	ObjectionEffect: {
		id: words{
			title: "akibat sanggahan tidak cocok",
			text:  "akibat sanggahan tidak cocok: %s",
			hint:  "samakan dari, menjadi, dan tingkat di penilaian",
			more:  "Bila putusan mengubah tingkat, dari menyebut tingkat semula dan menjadi tingkat sesudahnya. Sanggahan berikutnya terhadap kriteria yang sama mulai dari sana, dan yang terakhir berakhir pada tingkat di penilaian. Sanggahan yang ditolak atau masih diproses tidak mengubah tingkat.",
			basis: "yang tampil di samping skor adalah yang terjadi pada skor",
		},
		en: words{
			title: "effect of an objection does not fit",
			text:  "the effect of the objection does not fit: %s",
			hint:  "make dari, menjadi and the level in penilaian agree",
			more:  "Where a ruling changes a level, dari is the level before and menjadi the one after. The next objection to the same criterion starts there, and the last one ends at the level in penilaian. An objection that was rejected or is pending changes no level.",
			basis: "what stands beside a score is what happened to it",
		},
		example: example{"yaml", exampleObjection},
	},
}
