package problem

// editionEntries: rules of an edition that cannot work.
var editionEntries = map[Code]entry{
	WeightNotPositive: {
		id: words{
			title: "bobot harus lebih dari nol",
			text:  "bobot kriteria “%s” harus lebih dari nol",
			hint:  "bobot 0 hanya untuk syarat murni (wajib: true)",
			more:  "Kriteria tanpa bobot tidak mengubah skor siapa pun, sehingga menilainya menyesatkan. Bobot 0 hanya masuk akal untuk syarat murni, yaitu kriteria wajib yang menentukan lolos atau tidak.",
			basis: "setiap kriteria yang tampil ikut menentukan hasil",
		},
		en: words{
			title: "weight must be above zero",
			text:  "the weight of the criterion “%s” must be above zero",
			hint:  "a weight of 0 is only for a pure gate (wajib: true)",
			more:  "A criterion without a weight changes nobody's score, so marking it would mislead. A weight of 0 makes sense only for a pure gate: a criterion that decides who qualifies.",
			basis: "every criterion that is shown takes part in the result",
		},
		example: example{"yaml", `kriteria:
  - {id: manfaat, nama: Manfaat, bobot: 30}
  - {id: aman, nama: Tidak membebani, bobot: 0, wajib: true}`},
	},
	NoWeight: {
		id: words{
			title: "tidak ada kriteria berbobot",
			text:  "tidak ada kriteria yang berbobot",
			hint:  "paling sedikit satu kriteria harus memiliki bobot lebih dari nol",
			more:  "Skor adalah jumlah berbobot dibagi nilai tertingginya. Bila semua bobot nol, pembaginya nol dan tidak ada skor yang dapat dihitung.",
			basis: "rumus skor",
		},
		en: words{
			title: "no criterion has a weight",
			text:  "no criterion has a weight",
			hint:  "at least one criterion needs a weight above zero",
			more:  "A score is the weighted sum divided by the highest possible one. If all weights are zero, so is the divisor, and no score can be computed.",
			basis: "the formula of the score",
		},
		example: example{"yaml", `kriteria:
  - {id: kebaruan, nama: Kebaruan, bobot: 40}
  - {id: manfaat, nama: Manfaat, bobot: 60}`},
	},
	LevelOrder: {
		id: words{
			title: "urutan tingkat keliru",
			text:  "nilai tingkat %d harus lebih besar dari tingkat sebelumnya (%d)",
			hint:  "urutkan tingkat dari yang terendah",
			more:  "Tingkat ditulis dari yang terendah, dan setiap nilai lebih besar dari yang sebelumnya. Begitu pula tampilannya di halaman metode, sehingga pembaca melihat apa yang diperlukan untuk naik.",
			basis: "halaman metode dibuat dari rubrik yang dijalankan",
		},
		en: words{
			title: "levels out of order",
			text:  "the level %d must be higher than the one before (%d)",
			hint:  "list the levels from the lowest",
			more:  "Levels are listed from the lowest, each value above the one before. The method page shows them in that order, so that readers see what it takes to rise.",
			basis: "the method page is made from the rubric that ran",
		},
		example: example{"yaml", `tingkat:
  - {nilai: 0, uraian: Tidak baru}
  - {nilai: 1, uraian: Agak baru}
  - {nilai: 3, uraian: Baru}`},
	},
	LevelCount: {
		id: words{
			title: "tingkat kurang dari dua",
			text:  "kriteria “%s” memerlukan paling sedikit dua tingkat",
			more:  "Kriteria dengan satu tingkat memberi nilai yang sama kepada semua, jadi tidak menilai apa pun. Tulis paling sedikit tingkat terendah dan tertinggi.",
			basis: "kriteria harus dapat membedakan",
		},
		en: words{
			title: "fewer than two levels",
			text:  "the criterion “%s” needs at least two levels",
			more:  "A criterion with one level gives everybody the same and judges nothing. Write at least the lowest and the highest.",
			basis: "a criterion must be able to tell apart",
		},
		example: example{"yaml", `tingkat:
  - {nilai: 0, uraian: Belum ada}
  - {nilai: 1, uraian: Ada}`},
	},
	GateWithoutZero: {
		id: words{
			title: "kriteria wajib tanpa tingkat 0",
			text:  "kriteria wajib “%s” tidak memiliki tingkat 0",
			hint:  "tingkat 0 berarti tidak memenuhi syarat; tambahkan tingkat itu",
			more:  "Kriteria wajib menentukan siapa yang memenuhi syarat, dan tingkat 0 berarti tidak. Tanpa tingkat 0, tidak ada yang dapat gugur, sehingga kriteria itu tidak menjaga apa pun.",
			basis: "PP 38/2017 pasal 6: kriteria yang harus dipenuhi setiap inovasi daerah",
		},
		en: words{
			title: "gate without a level 0",
			text:  "the gate “%s” has no level 0",
			hint:  "level 0 means that the innovation does not qualify; add it",
			more:  "A gate decides who qualifies, and level 0 means no. Without a level 0 nobody can fail, so the gate keeps nothing out.",
			basis: "PP 38/2017 article 6: criteria that every regional innovation must meet",
		},
		example: example{"yaml", `wajib: true
tingkat:
  - {nilai: 0, uraian: Membebani masyarakat}
  - {nilai: 1, uraian: Tidak membebani masyarakat}`},
	},
	BandOrder: {
		id: words{
			title: "urutan predikat keliru",
			text:  "batas bawah %s harus lebih kecil dari predikat sebelumnya (%s)",
			hint:  "urutkan predikat dari yang tertinggi",
			more:  "Predikat ditulis dari yang tertinggi; setiap batas bawah lebih kecil dari yang sebelumnya. Dengan begitu setiap skor jatuh tepat pada satu predikat.",
			basis: "batas bawah saja: tidak ada celah di antara predikat",
		},
		en: words{
			title: "bands out of order",
			text:  "the lower bound %s must be below that of the band before (%s)",
			hint:  "list the bands from the highest",
			more:  "Bands are listed from the highest; each lower bound is below the one before. So every score falls into exactly one band.",
			basis: "lower bounds only: no holes between bands",
		},
		example: example{"yaml", `predikat:
  - {nama: Sangat inovatif, mulai: 60.01}
  - {nama: Inovatif, mulai: 35}
  - {nama: Kurang inovatif, mulai: 0}`},
	},
	BandLast: {
		id: words{
			title: "predikat terakhir tidak mulai dari 0",
			text:  "predikat terakhir harus mulai dari 0",
			hint:  "tanpa itu ada skor yang tidak memiliki predikat",
			more:  "Skor terendah yang mungkin adalah 0. Bila predikat terakhir mulai di atas itu, ada inovasi bernilai rendah yang tidak memiliki predikat sama sekali.",
			basis: "tidak ada celah di antara predikat",
		},
		en: words{
			title: "the last band does not start at 0",
			text:  "the last band must start at 0",
			hint:  "or else some scores have no band",
			more:  "The lowest possible score is 0. If the last band starts above it, innovations with a low score have no band at all.",
			basis: "no holes between bands",
		},
		example: example{"yaml", `predikat:
  - {nama: Inovatif, mulai: 35}
  - {nama: Kurang inovatif, mulai: 0}`},
	},
	BandPlaces: {
		id: words{
			title: "batas lebih teliti dari skor",
			text:  "batas %s memiliki lebih banyak desimal daripada skor (%d)",
			hint:  "skor dibulatkan dulu, jadi batas tidak boleh lebih teliti",
			more:  "Skor dibulatkan sekali sampai jumlah angka desimal pada rubrik, lalu skor bulat itu yang menentukan predikat. Batas dengan lebih banyak desimal akan tampak sama dengan skor di layar tetapi berbeda hasilnya.",
			basis: "yang dilihat pembaca adalah yang menentukan",
		},
		en: words{
			title: "bound finer than the score",
			text:  "the bound %s has more decimal places than the score (%d)",
			hint:  "scores are rounded first, so a bound cannot be finer",
			more:  "A score is rounded once, to the places of the rubric, and the rounded score decides the band. A bound with more places would look equal to a score on the screen and yet decide otherwise.",
			basis: "what a reader sees is what decides",
		},
		example: example{"yaml", `rubrik:
  desimal: 2
  predikat:
    - {nama: Tinggi, mulai: 75.55}
    - {nama: Rendah, mulai: 0}`},
	},
	MeasureSubject: {
		id: words{
			title: "ukuran tidak cocok dengan subjek",
			text:  "ukuran “%s” bukan untuk subjek “%s”; pilihannya: %s",
			more:  "Penghargaan untuk inovasi diukur dengan skor. Penghargaan untuk perangkat daerah diukur dengan jumlah inovasi, total skor, atau rata-rata skor.",
			basis: "ukuran perangkat daerah",
		},
		en: words{
			title: "measure not for the subject",
			text:  "the measure “%s” is not for the subject “%s”; there are: %s",
			more:  "Awards for innovations are measured by score. Awards for agencies are measured by the count of innovations, the total of scores, or their mean.",
			basis: "the measures of agencies",
		},
		example: example{"yaml", `penghargaan:
  - {id: terbaik, nama: Terbaik, subjek: inovasi, ukuran: skor, juara: 3}
  - {id: pd-total, nama: Total tertinggi, subjek: perangkat-daerah, ukuran: total, juara: 3}`},
	},
	YearMismatch: {
		id: words{
			title: "tahun berbeda dari nama folder",
			text:  "tahun %d tidak sama dengan nama foldernya (%s)",
			hint:  "samakan keduanya",
			more:  "Tahun edisi ditulis dua kali: sebagai nama folder dan di dalam edisi.yaml. Keduanya harus sama. Perbedaan biasanya muncul setelah menyalin folder tahun lalu.",
			basis: "alamat /<tahun>/ harus sesuai isinya",
		},
		en: words{
			title: "year differs from the folder",
			text:  "the year %d differs from the folder's name (%s)",
			hint:  "make them the same",
			more:  "An edition's year stands twice: as the folder's name and in edisi.yaml. They must agree. They usually differ after last year's folder was copied.",
			basis: "the address /<year>/ must fit its content",
		},
		example: example{"yaml", `tahun: 2021
nama: Penilaian Inovasi Daerah 2021`},
	},
	PeriodOrder: {
		id: words{
			title: "selesai sebelum mulai",
			text:  "selesai (%s) lebih awal dari mulai (%s)",
			more:  "Masa yang selesai sebelum dimulai tidak memuat satu hari pun. Biasanya kedua tanggal tertukar atau tahunnya salah.",
			basis: "jadwal dan syarat waktu harus dapat dijalankan",
		},
		en: words{
			title: "ends before it starts",
			text:  "the end (%s) lies before the start (%s)",
			more:  "A period that ends before it starts holds not one day. Usually the dates are swapped or a year is wrong.",
			basis: "timetables and windows must be workable",
		},
		example: example{"yaml", "terlaksana: {mulai: 2021-06-16, selesai: 2021-09-17}"},
	},
	NotForMeasure: {
		id: words{
			title: "isian bukan untuk ukuran ini",
			text:  "“%s” hanya untuk ukuran rata-rata",
			hint:  "hapus isian ini",
			more:  "Pembagi minimal hanya berarti untuk rata-rata: total skor dibagi paling sedikit dengan angka itu, agar satu inovasi bagus saja tidak memenangkan rata-rata. Pada ukuran lain isian ini tidak berpengaruh.",
			basis: "rata-rata = total dibagi maksimum dari pembagi minimal dan jumlah",
		},
		en: words{
			title: "field not for this measure",
			text:  "“%s” is only for the measure rata-rata",
			hint:  "delete this field",
			more:  "The least divisor has a meaning for the mean only: the total is divided by at least that number, so that a single good innovation does not win the mean. For other measures it does nothing.",
			basis: "mean = total divided by the larger of the least divisor and the count",
		},
		example: example{"yaml", `penghargaan:
  - {id: pd-rata, nama: Rata-rata terbaik, subjek: perangkat-daerah, ukuran: rata-rata, pembagi_minimal: 10, juara: 3}`},
	},
	ScalePlaces: {
		id: words{
			title: "skala lebih teliti dari skor",
			text:  "skala %s memiliki lebih banyak desimal daripada skor (%d)",
			hint:  "nilai tertinggi harus dapat ditulis sebagai skor; bulatkan skala atau tambah desimal",
			more:  "Skala adalah skor tertinggi yang mungkin. Bila memiliki lebih banyak desimal daripada skor, nilai tertinggi itu dibulatkan dan tidak pernah tampil sebagaimana tertulis.",
			basis: "yang dilihat pembaca adalah yang menentukan",
		},
		en: words{
			title: "scale finer than the score",
			text:  "the scale %s has more decimal places than the score (%d)",
			hint:  "the highest score must be writable as a score; round the scale or raise desimal",
			more:  "The scale is the highest possible score. With more places than the score has, that highest value would be rounded and never be shown as written.",
			basis: "what a reader sees is what decides",
		},
		example: example{"yaml", `rubrik:
  skala: 111
  desimal: 2`},
	},
	BandAbove: {
		id: words{
			title: "predikat di atas skala",
			text:  "batas bawah %s lebih besar daripada skala (%s)",
			hint:  "tidak ada skor yang mencapai predikat ini",
			more:  "Skor tidak pernah lebih besar daripada skala. Predikat yang mulai di atasnya tidak dapat dicapai siapa pun, biasanya karena rubrik memakai skala lain dari sumber predikatnya.",
			basis: "predikat diterbitkan bersama rumusnya",
		},
		en: words{
			title: "band above the scale",
			text:  "the lower bound %s is above the scale (%s)",
			hint:  "no score reaches this band",
			more:  "No score is above the scale. A band that starts higher can be reached by nobody, usually since the rubric has another scale than the source of the bands.",
			basis: "bands are published with their formula",
		},
		example: example{"yaml", `rubrik:
  skala: 100
  predikat:
    - {nama: Tinggi, mulai: 60}
    - {nama: Rendah, mulai: 0}`},
	},
}
