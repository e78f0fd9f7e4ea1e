package content

import (
	"strings"

	"siger/generator/problem"
)

// A description says to the author what a key is for, in each language: in the
// hints of an editor and in the comments of a new file.
type description struct{ id, en note }

type note struct{ title, text string }

// describe returns the description of a key by its path: the kind of file, then
// the keys that lead to it, without ids and places in lists.
func describe(path string, lang problem.Language) note {
	if lang == problem.English {
		return descriptions[described(path)].en
	}
	return descriptions[described(path)].id
}

// described returns the path under which a key is described: silences are the same
// in every kind of file.
func described(path string) string {
	if _, rest, ok := strings.Cut(path, "."+silencesKey); ok {
		return silencesKey + rest
	}
	return path
}

// descriptions has every key of every shape, in the order of the shapes, and
// "path=word" for each word of a choice.
var descriptions = map[string]description{
	"situs":                            {note{"Situs", "Nama, alamat, dan penyelenggara situs."}, note{"Site", "Name, address and organiser of the site."}},
	"situs.nama":                       {note{"Nama situs", "Tampil di kepala setiap halaman."}, note{"Name of the site", "Stands at the head of every page."}},
	"situs.uraian":                     {note{"Uraian", "Satu kalimat tentang situs, untuk beranda dan mesin pencari."}, note{"Description", "One sentence about the site, for the home page and search engines."}},
	"situs.url":                        {note{"Alamat situs", "Alamat tempat situs diterbitkan, misalnya https://inovasi.contoh.go.id/."}, note{"Address of the site", "Where the site is published, such as https://award.example.org/."}},
	"situs.bahasa":                     {note{"Bahasa", "Bahasa isi situs."}, note{"Language", "Language of the content."}},
	"situs.bahasa=id":                  {note{"Indonesia", "Bahasa Indonesia."}, note{"Indonesian", "Bahasa Indonesia."}},
	"situs.pemberitahuan":              {note{"Pemberitahuan", "Kalimat yang tampil di setiap halaman, misalnya bahwa isinya masih contoh."}, note{"Notice", "A sentence on every page, such as that the content is an example."}},
	"situs.wilayah":                    {note{"Wilayah", "Nama daerah yang inovasinya dinilai."}, note{"Region", "Name of the region whose innovations are judged."}},
	"situs.penyelenggara":              {note{"Penyelenggara", "Lembaga yang bertanggung jawab atas penghargaan dan situsnya."}, note{"Organiser", "The body responsible for the award and its site."}},
	"situs.kontak":                     {note{"Kontak", "Ke mana pembaca dapat bertanya."}, note{"Contact", "Where readers can turn to."}},
	"situs.kontak.nama":                {note{"Nama kontak", "Teks tautannya, misalnya Hubungi sekretariat."}, note{"Name of the contact", "Text of the link, such as Write to the secretariat."}},
	"situs.kontak.tautan":              {note{"Tautan kontak", "Alamat web halaman kontak; bukan nomor telepon atau surel pribadi."}, note{"Link of the contact", "Web address of a contact page; no telephone number or personal e-mail."}},
	"situs.repositori":                 {note{"Repositori", "Tempat isi situs disunting, untuk tautan ke sumbernya."}, note{"Repository", "Where the content is edited, for links to its source."}},
	"situs.repositori.url":             {note{"Alamat repositori", "Alamat web repositorinya."}, note{"Address of the repository", "Web address of the repository."}},
	"situs.repositori.jenis":           {note{"Jenis repositori", "Perangkat lunak tempatnya, bila alamatnya tidak menyebutkannya."}, note{"Kind of repository", "The software that hosts it, where the address does not tell."}},
	"situs.repositori.jenis=github":    {note{"GitHub", "GitHub."}, note{"GitHub", "GitHub."}},
	"situs.repositori.jenis=gitlab":    {note{"GitLab", "GitLab, juga yang dipasang sendiri."}, note{"GitLab", "GitLab, also one of your own."}},
	"situs.repositori.jenis=gitea":     {note{"Gitea", "Gitea atau Forgejo."}, note{"Gitea", "Gitea or Forgejo."}},
	"situs.repositori.jenis=bitbucket": {note{"Bitbucket", "Bitbucket."}, note{"Bitbucket", "Bitbucket."}},
	"situs.repositori.cabang":          {note{"Cabang", "Cabang yang diterbitkan, misalnya main."}, note{"Branch", "The branch that is published, such as main."}},
	"situs.repositori.folder":          {note{"Folder isi", "Letak folder isi di dalam repositori, misalnya content."}, note{"Content folder", "Where the content folder is in the repository, such as content."}},

	"klasifikasi":                  {note{"Klasifikasi", "Cara mengelompokkan inovasi, dengan istilah-istilahnya."}, note{"Taxonomies", "Ways to classify innovations, with their terms."}},
	"klasifikasi.id":               {note{"Id klasifikasi", "Dipakai di alamat halaman dan di kategori inovasi; jangan diubah setelah terbit."}, note{"Id of the taxonomy", "Part of addresses and of the innovations' kategori; do not change it once published."}},
	"klasifikasi.nama":             {note{"Nama klasifikasi", "Tampil kepada pembaca."}, note{"Name of the taxonomy", "Shown to readers."}},
	"klasifikasi.uraian":           {note{"Uraian", "Menjelaskan klasifikasi ini kepada pembaca."}, note{"Description", "Explains this taxonomy to readers."}},
	"klasifikasi.wajib":            {note{"Wajib", "true bila setiap inovasi harus memilih istilahnya."}, note{"Required", "true when every innovation must choose a term."}},
	"klasifikasi.banyak":           {note{"Boleh banyak", "true bila satu inovasi boleh memilih beberapa istilah."}, note{"Several", "true when an innovation may choose several terms."}},
	"klasifikasi.istilah":          {note{"Istilah", "Daftar istilah, dalam urutan tampilnya."}, note{"Terms", "The terms, in the order in which they are shown."}},
	"klasifikasi.istilah.id":       {note{"Id istilah", "Dipakai di alamat halaman dan di kategori inovasi; jangan diubah setelah terbit."}, note{"Id of the term", "Part of addresses and of the innovations' kategori; do not change it once published."}},
	"klasifikasi.istilah.nama":     {note{"Nama istilah", "Tampil kepada pembaca."}, note{"Name of the term", "Shown to readers."}},
	"klasifikasi.istilah.kelompok": {note{"Kelompok istilah", "Judul yang menyatukan beberapa istilah dalam daftar."}, note{"Group of terms", "A heading for several terms in lists."}},
	"klasifikasi.istilah.uraian":   {note{"Uraian istilah", "Menjelaskan kapan istilah ini dipilih."}, note{"Description of the term", "Explains when to choose this term."}},
	"klasifikasi.istilah.perlu":    {note{"Isian yang diwajibkan", "Isian inovasi yang menjadi wajib bila istilah ini dipilih, misalnya [tautan]."}, note{"Fields needed", "Fields of an innovation that this term makes mandatory, such as [tautan]."}},
	"klasifikasi.istilah.sumber":   {note{"Sumber", "Alamat web tempat istilah ini ditetapkan."}, note{"Sources", "Web addresses where this term is laid down."}},

	"perangkat-daerah":                                          {note{"Perangkat daerah", "Perangkat daerah yang dapat melaporkan inovasi, dalam kelompok."}, note{"Agencies", "The agencies that can report innovations, in groups."}},
	"perangkat-daerah.kelompok":                                 {note{"Kelompok", "Kelompok perangkat daerah yang bersaing satu sama lain."}, note{"Groups", "Groups of agencies that compete with each other."}},
	"perangkat-daerah.kelompok.id":                              {note{"Id kelompok", "Dipakai pada perangkat daerah dan saringan penghargaan."}, note{"Id of the group", "Named by agencies and by the filters of awards."}},
	"perangkat-daerah.kelompok.nama":                            {note{"Nama kelompok", "Tampil kepada pembaca."}, note{"Name of the group", "Shown to readers."}},
	"perangkat-daerah.perangkat_daerah":                         {note{"Perangkat daerah", "Daftar perangkat daerah."}, note{"Agencies", "The agencies."}},
	"perangkat-daerah.perangkat_daerah.id":                      {note{"Id perangkat daerah", "Dipakai di alamat halaman dan di berkas inovasi; jangan diubah setelah terbit."}, note{"Id of the agency", "Part of addresses and of the innovations' files; do not change it once published."}},
	"perangkat-daerah.perangkat_daerah.nama":                    {note{"Nama perangkat daerah", "Nama lengkapnya."}, note{"Name of the agency", "Its full name."}},
	"perangkat-daerah.perangkat_daerah.kelompok":                {note{"Kelompok", "Id kelompok dari bagian atas berkas ini."}, note{"Group", "Id of a group at the top of this file."}},
	"perangkat-daerah.perangkat_daerah.jenis":                   {note{"Jenis", "Misalnya Dinas, Badan, Biro, atau Kabupaten."}, note{"Kind", "Such as Dinas, Badan, Biro or Kabupaten."}},
	"perangkat-daerah.perangkat_daerah.kode":                    {note{"Kode", "Kode perangkat daerah, bila ada."}, note{"Code", "Code of the agency, if it has one."}},
	"perangkat-daerah.perangkat_daerah.kode_wilayah":            {note{"Kode wilayah", "Kode resmi kabupaten atau kota."}, note{"Region codes", "Official codes of a regency or city."}},
	"perangkat-daerah.perangkat_daerah.kode_wilayah.kemendagri": {note{"Kode Kemendagri", "Misalnya \"18.10\", dengan tanda kutip."}, note{"Code of the Ministry of Home Affairs", "Such as \"18.10\", in quotes."}},
	"perangkat-daerah.perangkat_daerah.kode_wilayah.bps":        {note{"Kode BPS", "Misalnya \"1810\", dengan tanda kutip."}, note{"Code of Statistics Indonesia", "Such as \"1810\", in quotes."}},
	"perangkat-daerah.perangkat_daerah.nama_lain":               {note{"Nama lain", "Nama lama, singkatan, atau ejaan lain."}, note{"Other names", "Former names, abbreviations or spellings."}},
	"perangkat-daerah.perangkat_daerah.catatan":                 {note{"Catatan", "Catatan redaksi."}, note{"Note", "Editor's note."}},
	"perangkat-daerah.perangkat_daerah.sumber":                  {note{"Sumber", "Alamat web tempat keterangan ini diterbitkan."}, note{"Sources", "Web addresses where these facts were published."}},

	"halaman":            {note{"Kepala halaman", "Bagian di antara dua baris --- di awal halaman bebas."}, note{"Head of a page", "What stands between the two lines --- of a free page."}},
	"halaman.judul":      {note{"Judul", "Judul halaman, juga di menu."}, note{"Title", "Title of the page, also in the menu."}},
	"halaman.ringkasan":  {note{"Ringkasan", "Satu kalimat tentang isi halaman."}, note{"Summary", "One sentence about the page."}},
	"halaman.urutan":     {note{"Urutan", "Letaknya di menu; angka kecil lebih dulu."}, note{"Order", "Its place in the menu; small numbers come first."}},
	"halaman.diperbarui": {note{"Diperbarui", "Tanggal isi halaman terakhir diubah, misalnya 2024-01-31."}, note{"Updated", "The day on which the page was last changed, such as 2024-01-31."}},

	"edisi":                                     {note{"Edisi", "Satu tahun penghargaan: status, jadwal, syarat, rubrik, dan penghargaannya."}, note{"Edition", "One year of the award: status, timetable, eligibility, rubric and awards."}},
	"edisi.tahun":                               {note{"Tahun", "Sama dengan nama foldernya."}, note{"Year", "The same as the name of its folder."}},
	"edisi.nama":                                {note{"Nama edisi", "Nama lengkap penilaian tahun ini."}, note{"Name of the edition", "The full name of this year's award."}},
	"edisi.status":                              {note{"Status", "Sejak sementara, semua inovasi harus selesai dinilai. Selain final, status tampil di setiap halaman."}, note{"Status", "From sementara on, every innovation must be rated. Unless it is final, every page shows it."}},
	"edisi.status=draf":                         {note{"Draf", "Masih disusun; inovasi boleh belum dinilai."}, note{"Draft", "Being prepared; innovations may be unrated."}},
	"edisi.status=sementara":                    {note{"Sementara", "Semua sudah dinilai, tetapi hasilnya masih dapat berubah."}, note{"Provisional", "All are rated, but the results may change."}},
	"edisi.status=masa-sanggah":                 {note{"Masa sanggah", "Hasil diumumkan dan dapat disanggah."}, note{"Objections", "The results are out, and objections can be made."}},
	"edisi.status=final":                        {note{"Final", "Hasil sudah ditetapkan."}, note{"Final", "The results stand."}},
	"edisi.per_tanggal":                         {note{"Per tanggal", "Tanggal keadaan data ini, misalnya 2024-12-31."}, note{"As of", "The day that the data stand for, such as 2024-12-31."}},
	"edisi.dasar":                               {note{"Dasar", "Peraturan atau keputusan yang menjadi dasar edisi ini."}, note{"Basis", "The law or decree that this edition rests on."}},
	"edisi.catatan":                             {note{"Catatan", "Penjelasan untuk pembaca, dengan Markdown."}, note{"Note", "Explanation for readers, in Markdown."}},
	"edisi.sumber":                              {note{"Sumber", "Alamat web tempat keterangan ini diterbitkan."}, note{"Sources", "Web addresses where these facts were published."}},
	"edisi.tahapan":                             {note{"Tahapan", "Jadwal penilaian, tahap demi tahap."}, note{"Timetable", "The timetable, phase by phase."}},
	"edisi.tahapan.nama":                        {note{"Nama tahap", "Misalnya Presentasi inovasi."}, note{"Name of the phase", "Such as Presentations."}},
	"edisi.tahapan.rencana":                     {note{"Rencana", "Kapan tahap ini direncanakan."}, note{"Planned", "When this phase is planned."}},
	"edisi.tahapan.rencana.mulai":               {note{"Mulai", "Tanggal mulai menurut rencana."}, note{"From", "The first day planned."}},
	"edisi.tahapan.rencana.selesai":             {note{"Selesai", "Tanggal selesai menurut rencana."}, note{"To", "The last day planned."}},
	"edisi.tahapan.terlaksana":                  {note{"Terlaksana", "Kapan tahap ini sungguh berlangsung."}, note{"Actual", "When this phase took place."}},
	"edisi.tahapan.terlaksana.mulai":            {note{"Mulai", "Tanggal tahap ini dimulai."}, note{"From", "The day on which it began."}},
	"edisi.tahapan.terlaksana.selesai":          {note{"Selesai", "Tanggal tahap ini selesai."}, note{"To", "The day on which it ended."}},
	"edisi.tahapan.catatan":                     {note{"Catatan", "Misalnya alasan perpanjangan."}, note{"Note", "Such as the reason for an extension."}},
	"edisi.syarat":                              {note{"Syarat", "Syarat agar inovasi dapat ikut."}, note{"Eligibility", "What an innovation must meet to take part."}},
	"edisi.syarat.kata_rancang_bangun":          {note{"Kata rancang bangun", "Banyaknya kata yang diminta formulir resmi; di bawahnya muncul peringatan."}, note{"Words of the design", "How many words the official form asks for; below it there is a warning."}},
	"edisi.syarat.waktu_penerapan":              {note{"Waktu penerapan", "Inovasi harus mulai diterapkan dalam masa ini."}, note{"Start of the application", "An innovation must have been applied first within this period."}},
	"edisi.syarat.waktu_penerapan.mulai":        {note{"Paling awal", "Tanggal penerapan paling awal."}, note{"From", "The earliest day."}},
	"edisi.syarat.waktu_penerapan.selesai":      {note{"Paling akhir", "Tanggal penerapan paling akhir."}, note{"To", "The latest day."}},
	"edisi.rubrik":                              {note{"Rubrik", "Cara menilai: kriteria, tingkat, bobot, dan predikat."}, note{"Rubric", "How innovations are judged: criteria, levels, weights and bands."}},
	"edisi.rubrik.nama":                         {note{"Nama nilai", "Sebutan bagi hasilnya, misalnya Skor atau Kematangan."}, note{"Name of the score", "What the result is called, such as Skor or Kematangan."}},
	"edisi.rubrik.skala":                        {note{"Skala", "Skor tertinggi yang mungkin."}, note{"Scale", "The highest possible score."}},
	"edisi.rubrik.desimal":                      {note{"Desimal", "Banyaknya angka di belakang koma pada skor."}, note{"Decimals", "Decimal places of a score."}},
	"edisi.rubrik.penilai":                      {note{"Penilai", "Cara menggabungkan tingkat dari beberapa penilai."}, note{"Assessors", "How the levels of several assessors are combined."}},
	"edisi.rubrik.penilai=median":               {note{"Median", "Nilai tengah."}, note{"Median", "The middle value."}},
	"edisi.rubrik.penilai=rata-rata":            {note{"Rata-rata", "Jumlah tingkat dibagi banyaknya penilai."}, note{"Mean", "The sum of the levels divided by the number of assessors."}},
	"edisi.rubrik.kriteria":                     {note{"Kriteria", "Hal-hal yang dinilai."}, note{"Criteria", "What is judged."}},
	"edisi.rubrik.kriteria.id":                  {note{"Id kriteria", "Dipakai pada penilaian inovasi."}, note{"Id of the criterion", "Named by the innovations' penilaian."}},
	"edisi.rubrik.kriteria.nama":                {note{"Nama kriteria", "Tampil kepada pembaca."}, note{"Name of the criterion", "Shown to readers."}},
	"edisi.rubrik.kriteria.kelompok":            {note{"Kelompok kriteria", "Judul yang menyatukan beberapa kriteria."}, note{"Group of criteria", "A heading for several criteria."}},
	"edisi.rubrik.kriteria.dasar":               {note{"Dasar", "Peraturan yang menjadi dasar kriteria ini."}, note{"Basis", "The law that this criterion rests on."}},
	"edisi.rubrik.kriteria.uraian":              {note{"Uraian", "Menjelaskan apa yang dinilai."}, note{"Description", "Explains what is judged."}},
	"edisi.rubrik.kriteria.bobot":               {note{"Bobot", "Bobot kriteria dalam skor; 0 hanya untuk kriteria wajib."}, note{"Weight", "Weight in the score; 0 only for a gate."}},
	"edisi.rubrik.kriteria.wajib":               {note{"Wajib", "true bila tingkat 0 berarti tidak memenuhi syarat."}, note{"Gate", "true when level 0 means that the innovation does not qualify."}},
	"edisi.rubrik.kriteria.bukti_diminta":       {note{"Bukti yang diminta", "Dokumen yang diharapkan sebagai bukti."}, note{"Evidence wanted", "Documents that are expected as evidence."}},
	"edisi.rubrik.kriteria.sumber":              {note{"Sumber", "Alamat web tempat kriteria ini diterbitkan."}, note{"Sources", "Web addresses where this criterion was published."}},
	"edisi.rubrik.kriteria.tingkat":             {note{"Tingkat", "Pilihan tingkat, dari yang terendah."}, note{"Levels", "The levels, from the lowest."}},
	"edisi.rubrik.kriteria.tingkat.nilai":       {note{"Nilai", "Angka tingkat ini."}, note{"Value", "The number of this level."}},
	"edisi.rubrik.kriteria.tingkat.uraian":      {note{"Uraian tingkat", "Kapan tingkat ini diberikan."}, note{"Description of the level", "When this level is given."}},
	"edisi.rubrik.kriteria.tingkat.perlu_bukti": {note{"Perlu bukti", "true bila tingkat ini hanya sah dengan bukti."}, note{"Needs evidence", "true when this level holds only with evidence."}},
	"edisi.rubrik.dasar_predikat":               {note{"Dasar predikat", "Dari mana batas predikat diambil."}, note{"Basis of the bands", "Where the bands come from."}},
	"edisi.rubrik.predikat":                     {note{"Predikat", "Predikat dengan batas bawahnya, dari yang tertinggi sampai 0."}, note{"Bands", "Bands with their lower bounds, from the highest down to 0."}},
	"edisi.rubrik.predikat.nama":                {note{"Nama predikat", "Misalnya Utama."}, note{"Name of the band", "Such as Utama."}},
	"edisi.rubrik.predikat.mulai":               {note{"Batas bawah", "Skor terendah untuk predikat ini."}, note{"Lower bound", "The lowest score of this band."}},
	"edisi.penghargaan":                         {note{"Penghargaan", "Penghargaan yang diberikan menurut hasilnya."}, note{"Awards", "The awards that follow from the results."}},
	"edisi.penghargaan.id":                      {note{"Id penghargaan", "Dipakai di alamat halaman."}, note{"Id of the award", "Part of addresses."}},
	"edisi.penghargaan.nama":                    {note{"Nama penghargaan", "Tampil kepada pembaca."}, note{"Name of the award", "Shown to readers."}},
	"edisi.penghargaan.uraian":                  {note{"Uraian", "Menjelaskan untuk apa penghargaan ini."}, note{"Description", "Explains what the award is for."}},
	"edisi.penghargaan.dasar":                   {note{"Dasar", "Keputusan yang menjadi dasar penghargaan ini."}, note{"Basis", "The decree that this award rests on."}},
	"edisi.penghargaan.subjek":                  {note{"Subjek", "Siapa yang menerima penghargaan."}, note{"Subject", "Who gets the award."}},
	"edisi.penghargaan.subjek=inovasi":          {note{"Inovasi", "Inovasi dengan skor tertinggi."}, note{"Innovations", "The innovations with the highest scores."}},
	"edisi.penghargaan.subjek=perangkat-daerah": {note{"Perangkat daerah", "Perangkat daerah menurut semua inovasinya."}, note{"Agencies", "Agencies, by all of their innovations."}},
	"edisi.penghargaan.ukuran":                  {note{"Ukuran", "Apa yang dibandingkan: skor untuk inovasi, yang lain untuk perangkat daerah."}, note{"Measure", "What is compared: skor for innovations, the others for agencies."}},
	"edisi.penghargaan.ukuran=skor":             {note{"Skor", "Skor satu inovasi."}, note{"Score", "The score of one innovation."}},
	"edisi.penghargaan.ukuran=jumlah":           {note{"Jumlah", "Banyaknya inovasi yang dinilai."}, note{"Count", "How many innovations were rated."}},
	"edisi.penghargaan.ukuran=total":            {note{"Total", "Jumlah skor semua inovasinya."}, note{"Total", "The sum of the scores."}},
	"edisi.penghargaan.ukuran=rata-rata":        {note{"Rata-rata", "Total skor dibagi banyaknya inovasi, atau pembagi_minimal bila lebih besar."}, note{"Mean", "The total divided by the number of innovations, or by pembagi_minimal where that is more."}},
	"edisi.penghargaan.saring":                  {note{"Saring", "Hanya inovasi dengan istilah ini, atau perangkat daerah dari kelompok ini, yang ikut."}, note{"Filter", "Only innovations with these terms, or agencies of these groups, take part."}},
	"edisi.penghargaan.juara":                   {note{"Banyaknya juara", "Sampai peringkat berapa penghargaan diberikan."}, note{"Places", "Down to which rank the award is given."}},
	"edisi.penghargaan.skor_minimal":            {note{"Skor minimal", "Skor terendah yang masih dapat menang."}, note{"Lowest score", "The lowest score that can win."}},
	"edisi.penghargaan.pembagi_minimal":         {note{"Pembagi minimal", "Hanya untuk rata-rata: pembagi terkecil, agar satu inovasi saja tidak langsung menang."}, note{"Lowest divisor", "Only for rata-rata: the smallest divisor, so that a single innovation does not win at once."}},

	"edisi.ketahanan":         {note{"Ketahanan", "Cara menguji seberapa teguh peringkatnya; tanpa isian ini dipakai yang biasa."}, note{"Robustness", "How the firmness of the ranks is tried; the usual way without it."}},
	"edisi.ketahanan.variasi": {note{"Variasi", "Sejauh berapa persen setiap bobot diubah; biasanya 25."}, note{"Variation", "By how many percent each weight is varied; usually 25."}},
	"edisi.ketahanan.tarikan": {note{"Tarikan", "Berapa kali bobot diubah; biasanya 10000, dan 0 mematikan halamannya."}, note{"Draws", "How often the weights are varied; usually 10000, and 0 switches the page off."}},

	"koreksi":                   {note{"Koreksi", "Catatan semua yang berubah sejak edisi disegel, berurutan."}, note{"Corrections", "A record of all that has changed since the edition was sealed, in order."}},
	"koreksi.tanggal":           {note{"Tanggal", "Hari koreksi ditetapkan."}, note{"Date", "The day on which the correction was decided."}},
	"koreksi.jenis":             {note{"Jenis koreksi", "substansi mengubah dasar penilaian dan memerlukan keputusan; redaksional hanya membetulkan kata-kata."}, note{"Kind of correction", "substansi changes what scores depend on and needs a decision; redaksional only mends words."}},
	"koreksi.jenis=substansi":   {note{"Substansi", "Mengubah dasar penilaian."}, note{"Substance", "Changes what scores depend on."}},
	"koreksi.jenis=redaksional": {note{"Redaksional", "Hanya membetulkan kata-kata."}, note{"Editorial", "Only mends words."}},
	"koreksi.keputusan":         {note{"Keputusan", "Nomor dan judul keputusan; wajib untuk substansi."}, note{"Decision", "Number and title of the decree; required for substansi."}},
	"koreksi.alasan":            {note{"Alasan", "Satu kalimat yang dapat dibaca warga."}, note{"Reason", "One sentence that citizens can read."}},
	"koreksi.perubahan":         {note{"Perubahan", "Isian yang berubah; disiapkan oleh siger seal --koreksi."}, note{"Changes", "The fields that change; prepared by siger seal --koreksi."}},
	"koreksi.perubahan.bagian":  {note{"Bagian", "Yang dikoreksi, misalnya inovasi/pak-jaja."}, note{"Part", "What is corrected, such as inovasi/pak-jaja."}},
	"koreksi.perubahan.isian":   {note{"Isian", "Isian yang berubah; kosong bila seluruh bagian ditambahkan atau dihapus."}, note{"Field", "The field that changes; empty when the whole part is added or deleted."}},
	"koreksi.perubahan.dari":    {note{"Dari", "Nilai semula."}, note{"From", "The value before."}},
	"koreksi.perubahan.menjadi": {note{"Menjadi", "Nilai sesudahnya."}, note{"To", "The value after."}},

	"abaikan":        {note{"Peringatan yang diabaikan", "Peringatan yang sudah ditimbang dan dibiarkan, dengan alasannya."}, note{"Silenced warnings", "Warnings that were weighed and left, with the reason."}},
	"abaikan.kode":   {note{"Kode peringatan", "Kode yang diabaikan, misalnya S602."}, note{"Code of the warning", "The code that is silenced, such as S602."}},
	"abaikan.isian":  {note{"Isian", "Hanya peringatan pada isian ini; kosong berarti semua."}, note{"Field", "Only warnings at this field; all of them without it."}},
	"abaikan.alasan": {note{"Alasan", "Mengapa peringatan ini dibiarkan."}, note{"Reason", "Why this warning is left."}},

	"inovasi":                         {note{"Inovasi", "Satu inovasi dalam satu edisi; nama berkasnya alamat tetapnya."}, note{"Innovation", "One innovation in one edition; the file's name is its permanent address."}},
	"inovasi.nama":                    {note{"Nama inovasi", "Nama lengkap inovasi."}, note{"Name", "The full name of the innovation."}},
	"inovasi.perangkat_daerah":        {note{"Perangkat daerah", "Id perangkat daerah yang melaporkan inovasi, dari perangkat-daerah.yaml."}, note{"Agency", "Id of the agency that reports it, from perangkat-daerah.yaml."}},
	"inovasi.unit_pelaksana":          {note{"Unit pelaksana", "Unit di dalamnya yang menjalankan inovasi, misalnya puskesmas."}, note{"Unit", "The unit inside the agency that runs it."}},
	"inovasi.kategori":                {note{"Kategori", "Istilah dari klasifikasi.yaml untuk setiap klasifikasi."}, note{"Categories", "Terms from klasifikasi.yaml for each taxonomy."}},
	"inovasi.waktu_uji_coba":          {note{"Waktu uji coba", "Tanggal mulainya, misalnya 2024-03-01; cukup 2024-03 atau 2024 bila belum pasti."}, note{"Start of the trial", "Such as 2024-03-01; 2024-03 or 2024 where no more is known."}},
	"inovasi.waktu_penerapan":         {note{"Waktu penerapan", "Tanggal mulainya, dalam masa yang disyaratkan edisi; cukup bulan atau tahun bila belum pasti."}, note{"Start of the application", "Inside the period that the edition asks for; month or year where no more is known."}},
	"inovasi.tautan":                  {note{"Tautan", "Alamat web inovasi."}, note{"Link", "Its address on the web."}},
	"inovasi.sop":                     {note{"SOP", "Nama atau nomor prosedur yang menyertai inovasi non digital."}, note{"Procedure", "Name or number of the procedure that a manual tool comes with."}},
	"inovasi.ringkasan":               {note{"Ringkasan", "Satu sampai tiga kalimat untuk kartu dan hasil pencarian."}, note{"Summary", "One to three sentences for lists and search."}},
	"inovasi.rancang_bangun":          {note{"Rancang bangun", "Uraian dengan Markdown; formulir resmi meminta paling sedikit 300 kata."}, note{"Design", "Markdown; the official form asks for at least 300 words."}},
	"inovasi.tujuan":                  {note{"Tujuan", "Tujuan inovasi, dengan Markdown."}, note{"Goals", "In Markdown."}},
	"inovasi.manfaat":                 {note{"Manfaat", "Manfaat yang diperoleh, dengan Markdown."}, note{"Benefits", "In Markdown."}},
	"inovasi.hasil":                   {note{"Hasil", "Hasil yang dicapai, dengan Markdown."}, note{"Outcomes", "In Markdown."}},
	"inovasi.penilaian":               {note{"Penilaian", "Untuk setiap kriteria: tingkat, alasan, dan bukti."}, note{"Marks", "For each criterion: level, reason and evidence."}},
	"inovasi.penilaian.tingkat":       {note{"Tingkat", "Satu tingkat dari rubrik, atau satu angka per penilai: [3, 2, 3]."}, note{"Level", "A level of the rubric, or one per assessor: [3, 2, 3]."}},
	"inovasi.penilaian.alasan":        {note{"Alasan", "Satu kalimat yang dapat dipahami warga."}, note{"Reason", "One sentence that any citizen understands."}},
	"inovasi.penilaian.bukti":         {note{"Bukti", "Dokumen yang membuktikan tingkatnya."}, note{"Evidence", "Documents that prove the level."}},
	"inovasi.penilaian.bukti.judul":   {note{"Judul bukti", "Judul dokumennya."}, note{"Title", "Title of the document."}},
	"inovasi.penilaian.bukti.nomor":   {note{"Nomor", "Nomor dokumen, bila ada."}, note{"Number", "Number of the document, if it has one."}},
	"inovasi.penilaian.bukti.tanggal": {note{"Tanggal", "Tanggal dokumen; cukup bulan atau tahun bila belum pasti."}, note{"Date", "Date of the document; month or year where no more is known."}},
	"inovasi.penilaian.bukti.tautan":  {note{"Tautan", "Alamat web yang dapat dibuka umum."}, note{"Link", "A web address that anybody can open."}},
	"inovasi.tanggapan":               {note{"Tanggapan", "Penjelasan pelaksana dengan kata-katanya sendiri; tidak dinilai."}, note{"Answer", "The agency's own words; never scored."}},
	"inovasi.catatan":                 {note{"Catatan", "Catatan redaksi untuk pembaca, dengan Markdown."}, note{"Note", "Editor's note for readers, in Markdown."}},
	"inovasi.sumber":                  {note{"Sumber", "Alamat web tempat keterangan ini diterbitkan."}, note{"Sources", "Web addresses where these facts were published."}},
	"inovasi.alias":                   {note{"Alias", "Nama berkas lama, agar tautan lama tetap berlaku."}, note{"Aliases", "Former file names, so that old links keep working."}},
	"inovasi.gambar":                  {note{"Gambar", "Gambar dari folder gambar edisi ini."}, note{"Picture", "A picture from the edition's folder gambar."}},
	"inovasi.gambar.berkas":           {note{"Berkas gambar", "Nama berkasnya, JPEG atau PNG."}, note{"File", "Its file name, JPEG or PNG."}},
	"inovasi.gambar.alt":              {note{"Teks pengganti", "Apa yang tampak pada gambar, untuk pembaca yang tidak dapat melihatnya."}, note{"Text alternative", "What the picture shows, for readers who cannot see it."}},
	"inovasi.ditarik":                 {note{"Ditarik", "Diisi bila inovasi ditarik dari edisi ini."}, note{"Withdrawn", "Filled in when the innovation left the edition."}},
	"inovasi.ditarik.tanggal":         {note{"Tanggal penarikan", "Misalnya 2024-05-01."}, note{"Date", "Such as 2024-05-01."}},
	"inovasi.ditarik.alasan":          {note{"Alasan penarikan", "Satu kalimat."}, note{"Reason", "One sentence."}},
}
