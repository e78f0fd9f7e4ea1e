// Package corpus makes content to measure with.
package corpus

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Files returns content with n innovations in one edition, by path: made from a
// seed, Indonesian-like, with a realistic spread of agencies, categories, text
// lengths and ties. A source is about 5 KB. The same n gives the same bytes.
func Files(n int) map[string][]byte {
	random := rand.New(rand.NewPCG(20211229, uint64(n)))
	files := map[string][]byte{}
	add := func(name, text string) { files[name] = []byte(text) }
	add("situs.yaml", "nama: Korpus\nuraian: Isi buatan untuk mengukur kecepatan.\nurl: https://korpus.example/\nbahasa: id\npemberitahuan: Isi buatan.\nwilayah: Nusantara\npenyelenggara: Pengukur\n")

	var b strings.Builder
	taxonomy := func(id string, multiple bool, terms int) {
		fmt.Fprintf(&b, "- id: %s\n  nama: %s\n  wajib: true\n  banyak: %v\n  istilah:\n", id, strings.ToUpper(id[:1])+id[1:], multiple)
		for i := range terms {
			fmt.Fprintf(&b, "    - {id: %s-%d, nama: %s %d}\n", id, i+1, strings.ToUpper(id[:1])+id[1:], i+1)
		}
	}
	taxonomy("bentuk", false, 3)
	taxonomy("jenis", false, 2)
	taxonomy("urusan", true, 38)
	taxonomy("tahapan", false, 3)
	add("klasifikasi.yaml", b.String())

	agencies := max(10, min(400, n/25))
	b.Reset()
	b.WriteString("kelompok: [{id: daerah, nama: Daerah}]\nperangkat_daerah:\n")
	for i := range agencies {
		fmt.Fprintf(&b, "  - {id: dinas-%d, nama: Dinas %s %d, kelompok: daerah}\n", i+1, title(random, 2), i+1)
	}
	add("perangkat-daerah.yaml", b.String())

	const criteria = 20
	b.Reset()
	b.WriteString("tahun: 2023\nnama: Penilaian Korpus 2023\nstatus: final\nper_tanggal: 2023-12-31\nrubrik:\n  nama: Kematangan\n  skala: 111\n  desimal: 2\n  penilai: median\n  kriteria:\n")
	for i := range criteria {
		fmt.Fprintf(&b, "    - id: indikator-%d\n      nama: Indikator %d\n      bobot: %d\n      tingkat:\n", i+1, i+1, 1+i%4)
		for level := range 4 {
			fmt.Fprintf(&b, "        - {nilai: %d, uraian: Tingkat %d dari indikator ini}\n", level, level)
		}
	}
	b.WriteString("penghargaan:\n  - {id: terbaik, nama: Terbaik, subjek: inovasi, ukuran: skor, juara: 3}\n  - {id: terbanyak, nama: Terbanyak, subjek: perangkat-daerah, ukuran: jumlah, juara: 3}\n")
	add("2023/edisi.yaml", b.String())

	for i := range n {
		b.Reset()
		fmt.Fprintf(&b, "nama: %s %d\n", title(random, 3), i+1)
		// A few agencies report much, most report little.
		agency := int(float64(agencies) * random.Float64() * random.Float64())
		fmt.Fprintf(&b, "perangkat_daerah: dinas-%d\n", agency+1)
		fmt.Fprintf(&b, "kategori: {bentuk: bentuk-%d, jenis: jenis-%d, urusan: [urusan-%d], tahapan: tahapan-%d}\n",
			1+random.IntN(3), 1+random.IntN(2), 1+random.IntN(38), 1+random.IntN(3))
		fmt.Fprintf(&b, "waktu_penerapan: %d-%02d-%02d\n", 2020+random.IntN(3), 1+random.IntN(12), 1+random.IntN(28))
		fmt.Fprintf(&b, "ringkasan: %s\n", sentence(random, 18))
		fmt.Fprintf(&b, "rancang_bangun: |\n  ### Latar belakang\n\n%s\n  ### Cara kerja\n\n%s\n  1. %s\n  2. %s\n", paragraphs(random, 3), paragraphs(random, 2), sentence(random, 8), sentence(random, 8))
		fmt.Fprintf(&b, "tujuan: |\n%smanfaat: |\n%shasil: |\n%s", paragraphs(random, 1), paragraphs(random, 1), paragraphs(random, 1))
		b.WriteString("penilaian:\n")
		for c := range criteria {
			fmt.Fprintf(&b, "  indikator-%d: {tingkat: %d}\n", c+1, random.IntN(4))
		}
		fmt.Fprintf(&b, "sumber: [https://korpus.example/sumber/%d]\n", i+1)
		add(fmt.Sprintf("2023/inovasi/inovasi-%06d.yaml", i+1), b.String())
	}
	return files
}

// Write writes files below a folder.
func Write(folder string, files map[string][]byte) error {
	for name, data := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

var vocabulary = strings.Fields(`layanan warga desa kecamatan kabupaten dinas petani nelayan guru siswa puskesmas posyandu sekolah
 pasar koperasi usaha kecil izin terpadu satu pintu daring aplikasi data peta sampah air bersih jalan jembatan hutan kopi lada padi
 jagung ikan ternak sapi kambing pupuk benih panen gudang harga bantuan sosial keluarga miskin anak ibu hamil gizi stunting imunisasi
 ambulans dokter perawat obat antrean surat akta kartu kelahiran kependudukan pajak retribusi anggaran laporan pengaduan cepat mudah
 murah aman sehat cerdas mandiri bersama gotong royong inovasi pelatihan pendampingan pemantauan evaluasi kerja sama kampus komunitas`)

func words(random *rand.Rand, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = vocabulary[random.IntN(len(vocabulary))]
	}
	return list
}

func title(random *rand.Rand, n int) string {
	list := words(random, n)
	for i, w := range list {
		list[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(list, " ")
}

func sentence(random *rand.Rand, n int) string {
	s := strings.Join(words(random, n-2+random.IntN(5)), " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// paragraphs returns indented Markdown.
func paragraphs(random *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		for range 3 + random.IntN(3) {
			fmt.Fprintf(&b, "  %s\n", sentence(random, 14))
		}
		b.WriteString("\n")
	}
	return b.String()
}
