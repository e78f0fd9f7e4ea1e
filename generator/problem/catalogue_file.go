package problem

// fileEntries: what a file is, before anything in it is read.
var fileEntries = map[Code]entry{
	UnknownFile: {
		id: words{
			title: "berkas atau folder tidak dikenal",
			text:  "berkas atau folder “%s” tidak dikenal di tempat ini; %s",
			hint:  "periksa ejaan dan letaknya",
			more:  "Folder isi hanya memuat berkas yang dikenal Siger, masing-masing di tempatnya. Berkas dengan nama, akhiran, atau letak lain tidak akan terbaca, jadi lebih baik diketahui sekarang daripada dikira sudah terbit. Nama yang diawali titik dilewati.",
			basis: "susunan folder isi di README; pemeriksaan ketat agar tidak ada isi yang hilang diam-diam",
		},
		en: words{
			title: "unknown file or folder",
			text:  "the file or folder “%s” is not known in this place; %s",
			hint:  "check its spelling and place",
			more:  "The content folder holds only the files that Siger knows, each in its place. A file with another name, ending or place would never be read, and it is better to learn that now than to believe it published. Names that begin with a dot are skipped.",
			basis: "the layout of the content folder in README; strict checking, so that no content is lost in silence",
		},
		example: example{"text", `content/2021/edisi.yaml
content/2021/inovasi/kopi-rakyat.yaml
content/2021/gambar/kopi-rakyat.jpg
content/halaman/tentang.md`},
	},
	EmptyFile: {
		id: words{
			title: "berkas kosong",
			text:  "berkas ini kosong",
			hint:  "isi sesuai panduan, atau hapus berkasnya",
			more:  "Berkas ada, tetapi tidak memuat satu isian pun; baris komentar saja juga dihitung kosong. Biasanya berkas belum selesai ditulis atau isinya terhapus saat menyunting.",
			basis: "berkas kosong tidak dapat dibedakan dari berkas yang isinya hilang",
		},
		en: words{
			title: "empty file",
			text:  "this file is empty",
			hint:  "fill it in as the guide says, or delete it",
			more:  "The file exists but holds no field at all; comments alone count as empty. Usually it was not finished, or its text was lost while editing.",
			basis: "an empty file cannot be told from one that lost its content",
		},
		example: example{"yaml", `nama: Kopi Rakyat
perangkat_daerah: dinas-perkebunan
ringkasan: Menghubungkan petani kopi dengan pembeli tanpa perantara.`},
	},
	LargeFile: {
		id: words{
			title: "berkas terlalu besar",
			text:  "berkas ini lebih besar dari %s",
			hint:  "pendekkan teksnya; lampiran cukup ditautkan",
			more:  "Satu berkas YAML atau Markdown paling besar 64 KiB, kira-kira dua puluh halaman teks; koreksi.yaml 512 KiB. Berkas yang lebih besar biasanya memuat lampiran atau hasil salin-tempel yang tidak sengaja. Simpan lampiran di tempat lain dan tautkan dari sini.",
			basis: "batas waktu dan memori: isi dianggap belum tentu aman sampai diperiksa",
		},
		en: words{
			title: "file too large",
			text:  "this file is larger than %s",
			hint:  "shorten the text; link to attachments instead",
			more:  "A YAML or Markdown file has at most 64 KiB, some twenty pages of text; koreksi.yaml 512 KiB. A larger one usually holds an attachment or something pasted by mistake. Keep attachments elsewhere and link to them.",
			basis: "a bound on time and memory: content is not trusted until it is checked",
		},
		example: example{"yaml", `sumber:
  - https://contoh.example/laporan-lengkap.pdf`},
	},
	BadEncoding: {
		id: words{
			title: "pengodean berkas bukan UTF-8",
			text:  "berkas ini tidak tersimpan sebagai UTF-8 tanpa BOM",
			hint:  "simpan ulang dengan pengodean “UTF-8” (bukan UTF-16 atau “UTF-8 with BOM”)",
			more:  "Teks disimpan sebagai bita, dan UTF-8 adalah aturan yang dipakai di seluruh proyek. Berkas ini memakai aturan lain, memiliki tanda BOM di awalnya, atau bukan berkas teks. Di VS Code, klik nama pengodean di kanan bawah lalu pilih “Save with Encoding” dan “UTF-8”.",
			basis: "satu pengodean membuat hasilnya sama di setiap komputer",
		},
		en: words{
			title: "the file's encoding is not UTF-8",
			text:  "this file is not saved as UTF-8 without a byte order mark",
			hint:  "save it again with the encoding “UTF-8” (not UTF-16 or “UTF-8 with BOM”)",
			more:  "Text is stored as bytes, and UTF-8 is the rule for all of this project. This file uses another, begins with a byte order mark, or is not text at all. In VS Code click the name of the encoding at the bottom right, then “Save with Encoding” and “UTF-8”.",
			basis: "one encoding gives the same result on every machine",
		},
		example: example{"text", "UTF-8"},
	},
	HiddenChar: {
		id: words{
			title: "karakter tersembunyi",
			text:  "ada karakter tersembunyi (%s) di sini",
			hint:  "hapus karakter itu lalu ketik ulang bagian ini",
			more:  "Sebagian karakter tidak tampak di layar: pembalik arah tulisan, spasi selebar nol, atau karakter kendali. Biasanya ia terbawa saat menyalin dari PDF, situs web, atau pengolah kata. Karakter seperti itu dapat membuat teks tampak lain dari isi sebenarnya. Nomornya (U+…) ada di pesan.",
			basis: "yang dibaca peninjau harus sama dengan yang terbit",
		},
		en: words{
			title: "hidden character",
			text:  "there is a hidden character (%s) here",
			hint:  "delete it and type this part again",
			more:  "Some characters do not show on a screen: marks that turn the direction of writing, spaces of no width, or control characters. They usually come along when copying from a PDF, a web page or a word processor, and can make a text look different from what it is. The message has its number (U+…).",
			basis: "what a reviewer reads must be what is published",
		},
		example: example{"yaml", "nama: Baca Bersama"},
	},
	Tab: {
		id: words{
			title: "tab, padahal harus spasi",
			text:  "ada tab di sini",
			hint:  "YAML hanya menerima spasi; ganti tab dengan dua spasi",
			more:  "Jarak di awal baris menentukan susunan YAML, dan lebar tab berbeda di setiap penyunting. Karena itu tab tidak boleh ada di berkas YAML. Di VS Code, jalankan “Convert Indentation to Spaces”.",
			basis: "aturan YAML 1.2, bagian 6.1",
		},
		en: words{
			title: "a tab instead of spaces",
			text:  "there is a tab here",
			hint:  "YAML takes spaces only; replace the tab by two spaces",
			more:  "The space at the start of a line makes the structure of YAML, and a tab has another width in every editor. So a YAML file has no tabs. In VS Code run “Convert Indentation to Spaces”.",
			basis: "YAML 1.2, section 6.1",
		},
		example: example{"yaml", `penilaian:
  manfaat: {tingkat: 2}`},
	},
	BadYAML: {
		id: words{
			title: "susunan YAML tidak terbaca",
			text:  "YAML tidak dapat dibaca: %s",
			hint:  "biasanya sebabnya ada di baris ini atau satu baris di atasnya: spasi di awal baris, tanda kutip yang belum ditutup, atau spasi setelah titik dua",
			more:  "YAML adalah daftar pasangan “kunci: nilai”. Satu spasi, titik dua, tanda kutip, atau kurung yang keliru membuat sisa berkas tidak dapat dibaca, sehingga masalah lain di berkas itu baru tampak setelah yang ini diperbaiki. Apit teks yang memuat titik dua dengan tanda kutip.",
			basis: "aturan YAML 1.2",
		},
		en: words{
			title: "unreadable YAML",
			text:  "this is not readable YAML: %s",
			hint:  "the cause is usually on this line or the one above: spaces at the start of the line, a quote left open, or a missing space after a colon",
			more:  "YAML is a list of pairs “key: value”. One wrong space, colon, quote or bracket makes the rest of the file unreadable, so its other problems show only after this one is mended. Put a text that contains a colon in quotes.",
			basis: "the rules of YAML 1.2",
		},
		example: example{"yaml", `nama: "Laporan: tahap satu"
kategori: {bentuk: pelayanan-publik, jenis: digital}`},
	},
	SecondDoc: {
		id: words{
			title: "dokumen kedua dalam satu berkas",
			text:  "ada dokumen kedua di berkas ini (baris “---”)",
			hint:  "satu berkas hanya memuat satu dokumen; hapus baris itu atau pindahkan isinya ke berkas lain",
			more:  "Baris yang hanya berisi “---” memulai dokumen baru di dalam berkas yang sama, dan pembaca YAML biasanya mengabaikannya. Satu berkas memuat satu inovasi, jadi isi setelah garis itu tidak akan terbit.",
			basis: "tidak ada isi yang hilang diam-diam; satu berkas adalah satu catatan",
		},
		en: words{
			title: "second document in one file",
			text:  "there is a second document in this file (a line “---”)",
			hint:  "a file holds one document; delete the line or move the rest to a file of its own",
			more:  "A line of “---” alone begins another document inside the same file, and readers of YAML usually ignore it. A file holds one innovation, so what follows the line would never be published.",
			basis: "no content is lost in silence; one file is one record",
		},
		example: example{"yaml", `nama: Baca Bersama
sop: SOP 1/2019`},
	},
	Anchor: {
		id: words{
			title: "jangkar, alias, tag, atau kunci gabung",
			text:  "%s tidak dipakai di sini",
			hint:  "tulis nilainya apa adanya; jika teks memang diawali & * atau !, apit dengan tanda kutip",
			more:  "YAML dapat menyalin nilai dari tempat lain (& dan *), menggabungkan isian (<<), atau menyatakan jenis nilai (!). Ketiganya membuat satu baris bergantung pada baris yang jauh, sehingga perubahan kecil sulit ditinjau. Tulis nilainya langsung.",
			basis: "setiap baris harus dapat ditinjau sendiri; salinan bertingkat juga dapat menghabiskan memori",
		},
		en: words{
			title: "anchor, alias, tag or merge key",
			text:  "%s is not used here",
			hint:  "write the value as it is; if the text really starts with & * or !, put it in quotes",
			more:  "YAML can copy values from elsewhere (& and *), merge fields (<<) or declare the type of a value (!). All of them make a line depend on one far away, which makes a small change hard to review. Write the value itself.",
			basis: "each line must be reviewable on its own; nested copies can also exhaust memory",
		},
		example: example{"yaml", "nama: \"& Kopi\""},
	},
	MissingFile: {
		id: words{
			title: "berkas wajib tidak ada",
			text:  "berkas ini wajib ada tetapi tidak ditemukan",
			hint:  "tambahkan berkasnya sesuai panduan",
			more:  "Setiap folder isi memerlukan situs.yaml, klasifikasi.yaml, dan perangkat-daerah.yaml, dan setiap folder tahun memerlukan edisi.yaml. Tanpa berkas itu, berkas lain tidak dapat dinilai.",
			basis: "susunan folder isi di README",
		},
		en: words{
			title: "required file missing",
			text:  "this file is required but was not found",
			hint:  "add it as the guide says",
			more:  "Every content folder needs situs.yaml, klasifikasi.yaml and perangkat-daerah.yaml, and every year's folder needs edisi.yaml. Without them the other files cannot be judged.",
			basis: "the layout of the content folder in README",
		},
		example: example{"text", `content/situs.yaml
content/klasifikasi.yaml
content/perangkat-daerah.yaml
content/2021/edisi.yaml`},
	},
	CaseTwin: {
		id: words{
			title: "nama berkas kembar",
			text:  "nama berkas ini hanya berbeda huruf besar-kecil dari “%s”",
			hint:  "di sebagian komputer keduanya adalah berkas yang sama; ganti nama salah satu",
			more:  "Windows dan macOS biasanya tidak membedakan huruf besar dan kecil pada nama berkas, Linux membedakannya. Dua nama yang hanya berbeda di situ menjadi satu berkas di sebagian komputer, dan salah satu isinya hilang.",
			basis: "hasil yang sama di setiap komputer",
		},
		en: words{
			title: "twin file names",
			text:  "this file name differs from “%s” only by upper and lower case",
			hint:  "on some computers they are the same file; rename one of them",
			more:  "Windows and macOS usually do not tell upper from lower case in file names, Linux does. Two names that differ by nothing else become one file on some computers, and the content of one is lost.",
			basis: "the same result on every machine",
		},
		example: example{"text", `content/2021/inovasi/kopi.yaml
content/2021/inovasi/kopi-rakyat.yaml`},
	},
	NotRegular: {
		id: words{
			title: "bukan berkas biasa",
			text:  "ini bukan berkas biasa",
			hint:  "ganti tautan simbolis atau berkas khusus dengan berkas biasa",
			more:  "Tautan simbolis, pipa, dan perangkat dapat menunjuk ke luar folder isi atau tidak pernah selesai dibaca. Siger hanya membuka berkas biasa.",
			basis: "isi tidak boleh keluar dari foldernya",
		},
		en: words{
			title: "not an ordinary file",
			text:  "this is not an ordinary file",
			hint:  "replace the symbolic link or special file by an ordinary file",
			more:  "Symbolic links, pipes and devices can lead out of the content folder or never end. Siger opens ordinary files only.",
			basis: "content cannot escape its folder",
		},
		example: example{"text", "content/2021/inovasi/kopi-rakyat.yaml"},
	},
	NoFrontMatter: {
		id: words{
			title: "halaman tanpa kepala",
			text:  "halaman ini belum memiliki kepala di antara dua baris “---”",
			hint:  "mulai berkas dengan ---, lalu judul: …, lalu --- lagi",
			more:  "Halaman bebas dimulai dengan kepala di antara dua baris “---”: judul, ringkasan, dan bila perlu urutannya di menu. Tanpa kepala, halaman tidak memiliki judul dan tidak dapat masuk menu atau hasil pencarian.",
			basis: "judul halaman wajib ada: WCAG 2.2, kriteria 2.4.2",
		},
		en: words{
			title: "page without a head",
			text:  "this page has no head between two lines “---”",
			hint:  "begin the file with ---, then judul: …, then --- again",
			more:  "A free page begins with a head between two lines of “---”: title, summary and, if wanted, its place in the menu. Without it the page has no title and cannot be in the menu or the search.",
			basis: "a page needs a title: WCAG 2.2, criterion 2.4.2",
		},
		example: example{"markdown", `---
judul: Tentang
ringkasan: Siapa penyelenggara penghargaan ini.
urutan: 10
---
Isi halaman dimulai di sini.`},
	},
	NotYear: {
		id: words{
			title: "nama folder edisi bukan tahun",
			text:  "“%s” bukan nama folder edisi",
			hint:  "folder edisi bernama tahun empat angka, misalnya 2021",
			more:  "Setiap edisi berada di folder bernama tahunnya, dari 1900 sampai 9999, dan tahun itu menjadi alamat halamannya. Folder lain yang diawali angka hampir pasti salah ketik.",
			basis: "alamat /<tahun>/ di situs",
		},
		en: words{
			title: "the edition's folder is not a year",
			text:  "“%s” is not the name of an edition's folder",
			hint:  "an edition's folder is named by a year of four digits, such as 2021",
			more:  "Each edition lies in a folder named by its year, from 1900 to 9999, and that year is the address of its pages. Another folder that begins with a digit is almost certainly mistyped.",
			basis: "the address /<year>/ on the site",
		},
		example: example{"text", "content/2021/edisi.yaml"},
	},
	TooMany: {
		id: words{
			title: "masih ada masalah lain di berkas ini",
			text:  "masih ada masalah lain di berkas ini",
			hint:  "perbaiki yang di atas dulu, lalu periksa lagi",
			more:  "Untuk satu berkas, hanya sejumlah masalah pertama yang ditampilkan. Bila ada sebanyak itu, biasanya sebabnya sedikit, misalnya jorokan yang bergeser di awal. Perbaiki yang tampil, lalu jalankan siger check lagi.",
			basis: "daftar yang terlalu panjang tidak terbaca dan dapat dipakai untuk menghabiskan memori",
		},
		en: words{
			title: "more problems in this file",
			text:  "there are more problems in this file",
			hint:  "mend those above first, then check again",
			more:  "Only so many problems of one file are shown. When there are that many, they usually have few causes, such as an indentation that slipped near the top. Mend those shown, then run siger check again.",
			basis: "too long a list is not read, and could be used to exhaust memory",
		},
		example: example{"text", "siger check"},
	},
	TooManyFiles: {
		id: words{
			title: "berkas terlalu banyak",
			text:  "berkas dan folder isi lebih dari %d; folder ini dan sesudahnya tidak dibaca",
			hint:  "pindahkan berkas yang bukan isi situs ke luar folder isi",
			more:  "Jumlah berkas di folder isi dibatasi agar pemeriksaan selalu selesai. Batasnya jauh di atas kebutuhan sebuah daerah, jadi bila tercapai biasanya ada folder lain yang tersalin ke dalam folder isi.",
			basis: "batas waktu dan memori: isi dianggap belum tentu aman sampai diperiksa",
		},
		en: words{
			title: "too many files",
			text:  "the content has more than %d files and folders; this folder and those after it are not read",
			hint:  "move what is not the site's content out of the content folder",
			more:  "The number of files in the content folder is bounded so that checking always ends. The bound is far above what a region needs; when it is reached, some other folder was probably copied into the content folder.",
			basis: "a bound on time and memory: content is not trusted until it is checked",
		},
		example: example{"text", "content/2021/inovasi/kopi-rakyat.yaml"},
	},
	HashText: {
		id: words{
			title: "teks hilang sesudah tanda #",
			text:  "teks mulai tanda “#” ini akan hilang: YAML menganggapnya komentar",
			hint:  "apit seluruh nilainya dengan tanda kutip; bila memang komentar, beri spasi sesudah “#”",
			more:  "Sesudah spasi, tanda “#” memulai komentar, dan komentar tidak terbit. Tagar (#SalingJaga) dan nomor (#1) karena itu terpotong tanpa tanda apa pun. Di dalam tanda kutip, “#” adalah huruf biasa. Komentar yang memang dimaksudkan ditulis dengan spasi: “# catatan”.",
			basis: "aturan YAML 1.2, bagian 6.6; tidak ada isi yang hilang diam-diam",
		},
		en: words{
			title: "text lost after a number sign",
			text:  "the text from this “#” on would be lost: YAML takes it for a comment",
			hint:  "put the whole value in quotes; for a comment, put a space after the “#”",
			more:  "After a space, a “#” begins a comment, and comments are not published. So a hashtag (#SalingJaga) or a number (#1) is cut off without a sign. Inside quotes a “#” is a letter like any other. What is meant as a comment is written with a space: “# a note”.",
			basis: "YAML 1.2, section 6.6; no content is lost in silence",
		},
		example: example{"yaml", `nama: "Gerakan #SalingJaga Lampung"
sop: SOP 3/2019 # berlaku sejak Juni`},
	},
	MergeConflict: {
		id: words{
			title: "sisa penggabungan git",
			text:  "ada sisa penggabungan git: dua versi teks berdampingan mulai di sini",
			hint:  "pilih salah satu versi atau padukan keduanya, lalu hapus baris tandanya (<<<<<<<, =======, >>>>>>>)",
			more:  "Bila dua orang mengubah baris yang sama, git menaruh kedua versinya di dalam berkas di antara baris tanda, dan menunggu seseorang memilih. Selama tanda itu ada, isi berkas belum diputuskan, jadi berkas tidak dibaca lebih jauh. Di VS Code, klik “Accept Current Change” atau “Accept Incoming Change” di atas bagian itu. Contoh tanda ini dalam sebuah halaman ditulis menjorok satu spasi.",
			basis: "yang terbit harus satu versi yang dipilih orang",
		},
		en: words{
			title: "left over from a git merge",
			text:  "a git merge left two versions of the text here",
			hint:  "choose one of them or unite both, then delete the lines that mark them (<<<<<<<, =======, >>>>>>>)",
			more:  "Where two people changed the same lines, git puts both versions into the file between lines that mark them, and waits for someone to choose. As long as the marks are there it is not decided what the file says, so it is read no further. In VS Code click “Accept Current Change” or “Accept Incoming Change” above the place. An example of the marks on a page is written one space in.",
			basis: "what is published is one version that somebody chose",
		},
		example: example{"yaml", "ringkasan: Membaca bersama setiap pekan."},
	},
}
