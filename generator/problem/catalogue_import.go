package problem

// importEntries: spreadsheets that cannot be imported as they stand.
var importEntries = map[Code]entry{
	BadSheet: {
		id: words{
			title: "lembar kerja tidak dapat dibaca",
			text:  "berkas ini tidak dapat dibaca: %s",
			hint:  "buka dengan aplikasi lembar kerja, lalu simpan sebagai .xlsx atau CSV tanpa kata sandi",
			more:  "Siger membaca lembar kerja .xlsx dan teks CSV dengan pemisah koma, titik koma, atau tab. Jenis berkas dikenali dari isinya, bukan dari namanya. Berkas .xls, .ods, PDF, dan berkas berkata sandi perlu disimpan ulang lebih dulu.",
			basis: "dua bentuk itu dapat ditulis semua aplikasi lembar kerja",
		},
		en: words{
			title: "unreadable spreadsheet",
			text:  "this file cannot be read: %s",
			hint:  "open it with a spreadsheet program and save it as .xlsx or CSV without a password",
			more:  "Siger reads .xlsx workbooks and CSV text with commas, semicolons or tabs. The kind of a file is found from its content and not from its name. Files in .xls, .ods or PDF, and those with a password, have to be saved in another form first.",
			basis: "every spreadsheet program can write these two forms",
		},
		example: example{"text", "siger import usulan-dinas.xlsx --edisi 2024"},
	},
	LargeSheet: {
		id: words{
			title: "lembar kerja terlalu besar",
			text:  "lembar kerja ini terlalu besar: %s",
			hint:  "simpan tabelnya saja di berkas baru, tanpa lembar, gambar, dan baris lain",
			more:  "Berkas dibatasi 10 MiB, 5.000 baris berisi, 200 kolom, dan 32.767 karakter per sel. Tabel usulan satu tahun jauh di bawah itu; yang melampauinya biasanya memuat gambar, lembar lain, atau sel berisi spasi di luar tabel.",
			basis: "berkas dari luar tidak boleh menghabiskan memori",
		},
		en: words{
			title: "spreadsheet too large",
			text:  "this spreadsheet is too large: %s",
			hint:  "save the table alone in a new file, without other sheets, pictures and rows",
			more:  "A file may have 10 MiB, 5,000 rows with something in them, 200 columns, and 32,767 characters in a cell. A year's table is far below that; what exceeds it mostly has pictures, other sheets, or cells with spaces outside the table.",
			basis: "a foreign file must not use up the memory",
		},
		example: example{"text", "paling banyak 5.000 baris dan 200 kolom"},
	},
	NoSheet: {
		id: words{
			title: "lembar tidak ada",
			text:  "lembar “%s” tidak ada di berkas ini%s",
			more:  "Nama lembar yang diminta dengan --lembar atau ditulis pada lembar: di berkas peta tidak ada. Tanpa nama, lembar pertama yang tampak dipakai. Berkas CSV hanya berisi satu tabel dan tidak memiliki lembar.",
			basis: "tabel yang keliru tidak boleh masuk tanpa diketahui",
		},
		en: words{
			title: "no such sheet",
			text:  "the sheet “%s” is not in this file%s",
			more:  "The sheet that --lembar or lembar: in the mapping file names does not exist. Without a name the first visible sheet is used. A CSV file is one table and has no sheets.",
			basis: "the wrong table must not come in unnoticed",
		},
		example: example{"text", "siger import usulan.xlsx --edisi 2024 --lembar Inovasi"},
	},
	NoHeader: {
		id: words{
			title: "baris judul kolom tidak ditemukan",
			text:  "baris judul kolom tidak ditemukan%s",
			hint:  "pilih lembar lain dengan --lembar, atau tulis nomor barisnya pada baris_judul: di berkas peta",
			more:  "Siger mencari baris yang memuat judul seperti Nama Inovasi dan OPD pada tiga puluh baris pertama; judul tabel di atasnya dilewati. Bila judul kolomnya lain, berkas peta memberi tahu barisnya dan isian untuk setiap kolom.",
			basis: "kolom tidak boleh ditebak dari isinya",
		},
		en: words{
			title: "header row not found",
			text:  "the row with the columns' headers was not found%s",
			hint:  "choose another sheet with --lembar, or give the row's number as baris_judul: in the mapping file",
			more:  "Siger looks for a row with headers such as Nama Inovasi and OPD among the first thirty rows; titles above it are skipped. Where headers are different, a mapping file says which row it is and what field each column is.",
			basis: "columns must not be guessed from their content",
		},
		example: example{"yaml", `baris_judul: 4
kolom:
  Nama Inovasi: nama`},
	},
	NoColumn: {
		id: words{
			title: "kolom tidak dapat ditentukan",
			text:  "kolom “%s” %s",
			hint:  "tulis judul kolom seperti di tabel, atau hurufnya, misalnya D",
			more:  "Kunci di bawah kolom: pada berkas peta adalah judul kolom atau huruf kolom. Besar-kecil huruf dan spasi tidak dibedakan. Judul yang dipakai dua kolom disebut dengan hurufnya.",
			basis: "kolom yang dipetakan tidak boleh hilang tanpa diketahui",
		},
		en: words{
			title: "column that cannot be found",
			text:  "the column “%s” %s",
			hint:  "write the header as the table has it, or the column's letter, such as D",
			more:  "The keys under kolom: in a mapping file are headers or letters of columns, without regard to case and spaces. A header that two columns share is named by the letter.",
			basis: "a mapped column must not get lost unnoticed",
		},
		example: example{"yaml", `kolom:
  Nama Inovasi: nama
  D: tujuan`},
	},
	NotImportable: {
		id: words{
			title: "isian tidak dapat diimpor",
			text:  "isian “%s” tidak dapat diimpor%s",
			more:  "Kolom dapat dipetakan ke isian berupa teks, tanggal, atau alamat; ke kategori, misalnya kategori.jenis; ke penilaian, misalnya penilaian.kebaruan.tingkat; ke berkas, yaitu nama berkasnya; atau ke abaikan. Gambar dan penarikan ditulis dengan tangan.",
			basis: "yang diimpor harus sama artinya di setiap baris",
		},
		en: words{
			title: "field cannot be imported",
			text:  "the field “%s” cannot be imported%s",
			more:  "A column can be mapped to a field of text, a date or an address; to a category, such as kategori.jenis; to a mark, such as penilaian.kebaruan.tingkat; to berkas, the name of its file; or to abaikan. Pictures and withdrawals are written by hand.",
			basis: "what is imported must mean the same in each row",
		},
		example: example{"yaml", `kolom:
  Jenis Inovasi: kategori.jenis
  Nomor Telepon: abaikan`},
	},
	FieldTwice: {
		id: words{
			title: "isian berasal dari dua tempat",
			text:  "isian “%s” sudah diisi dari %s",
			hint:  "petakan salah satunya ke abaikan",
			more:  "Dua kolom, atau satu kolom dan satu nilai tetap, mengisi isian yang sama. Hanya sumber yang menerima beberapa kolom. Pilih yang benar di berkas peta.",
			basis: "tidak ada isi sel yang boleh hilang tanpa diketahui",
		},
		en: words{
			title: "field from two places",
			text:  "the field “%s” is filled from %s already",
			hint:  "map one of them to abaikan",
			more:  "Two columns, or a column and a fixed value, fill the same field. Only sumber takes several columns. Choose the right one in the mapping file.",
			basis: "no cell may get lost unnoticed",
		},
		example: example{"yaml", `kolom:
  Waktu Penerapan: waktu_penerapan
  Tahun: abaikan`},
	},
	NoSource: {
		id: words{
			title: "isian wajib tanpa kolom",
			text:  "tidak ada kolom untuk isian wajib “%s”",
			hint:  "petakan satu kolom ke isian itu, atau tulis nilai untuk semua baris pada tetap: di berkas peta",
			more:  "Setiap inovasi memerlukan isian ini, dan tidak satu kolom pun dikenali sebagai isinya. Cetak peta dengan --cetak-peta, lengkapi, lalu pakai dengan --peta. Satu kolom boleh mengisi dua isian, misalnya [tujuan, ringkasan].",
			basis: "isian wajib pada berkas inovasi dan klasifikasi",
		},
		en: words{
			title: "required field without a column",
			text:  "there is no column for the required field “%s”",
			hint:  "map a column to it, or write a value for all rows under tetap: in the mapping file",
			more:  "Each innovation needs this field, and no column was recognised as its source. Print the mapping with --cetak-peta, complete it, and use it with --peta. One column may fill two fields, such as [tujuan, ringkasan].",
			basis: "the required fields of innovations and taxonomies",
		},
		example: example{"yaml", `kolom:
  Tujuan: [tujuan, ringkasan]
tetap:
  kategori.bentuk: pelayanan-publik`},
	},
	CellError: {
		id: words{
			title: "sel berisi kesalahan rumus",
			text:  "sel ini tidak memiliki nilai: %s",
			hint:  "perbaiki rumusnya, atau ganti dengan nilainya, lalu simpan",
			more:  "Siger memakai hasil rumus yang tersimpan di berkas dan tidak menghitung ulang. Sel yang hasilnya kesalahan seperti #REF! atau #N/A, atau yang hasilnya tidak pernah disimpan, tidak memiliki nilai.",
			basis: "yang diterbitkan adalah yang dilihat penulisnya",
		},
		en: words{
			title: "cell with a failed formula",
			text:  "this cell has no value: %s",
			hint:  "mend the formula, or put its value in its place, and save",
			more:  "Siger takes the result of a formula that is stored in the file and computes nothing. A cell whose result is an error such as #REF! or #N/A, or was never stored, has no value.",
			basis: "what is published is what its author saw",
		},
		example: example{"text", "Dinas Kesehatan"},
	},
	RowTwice: {
		id: words{
			title: "inovasi ada di dua baris",
			text:  "inovasi ini sama dengan yang di baris %d: %s",
			hint:  "hapus salah satu baris; bila memang dua inovasi, bedakan namanya atau isi kolom berkas",
			more:  "Nama menentukan nama berkas inovasi. Dua baris dengan nama yang sama, tanpa membedakan huruf besar dan tanda baca, akan menulis berkas yang sama. Kolom yang dipetakan ke berkas memberi nama berkas sendiri.",
			basis: "satu inovasi satu berkas",
		},
		en: words{
			title: "innovation in two rows",
			text:  "this innovation is the same as that of row %d: %s",
			hint:  "delete one of the rows; if they are two innovations, tell their names apart or fill a column berkas",
			more:  "The name makes the name of an innovation's file. Two rows with the same name, without regard to case and punctuation, would write the same file. A column that is mapped to berkas gives the file a name of its own.",
			basis: "one innovation is one file",
		},
		example: example{"text", "SILAK Kelurahan; SILAK Kecamatan"},
	},
	FileExists: {
		id: words{
			title: "inovasi sudah ada di edisi ini",
			text:  "inovasi ini sudah ada: %s",
			hint:  "hapus barisnya, atau perbarui berkas itu dari tabel dengan --ganti",
			more:  "Impor tidak pernah menimpa berkas yang ada. Dengan --ganti isian yang ada di tabel diperbarui; isian lain dan sel kosong dibiarkan. Berkasnya ditulis ulang, jadi komentar di dalamnya hilang.",
			basis: "pekerjaan orang lain tidak boleh tertimpa",
		},
		en: words{
			title: "innovation is in this edition already",
			text:  "this innovation exists already: %s",
			hint:  "delete the row, or update that file from the table with --ganti",
			more:  "An import never overwrites a file. With --ganti the fields that the table has are updated; other fields and empty cells are left alone. The file is written anew, so its comments are lost.",
			basis: "nobody's work may be overwritten",
		},
		example: example{"text", "siger import usulan.xlsx --edisi 2024 --ganti"},
	},
	NotDraft: {
		id: words{
			title: "edisi tidak menerima inovasi tanpa penilaian",
			text:  "edisi %d berstatus %s, jadi setiap inovasi harus sudah dinilai; tidak ada kolom untuk kriteria %s",
			hint:  "impor ke edisi berstatus draf, atau petakan kolom ke penilaian.<kriteria>.tingkat",
			more:  "Sejak status sementara, setiap inovasi memerlukan tingkat untuk setiap kriteria. Usulan yang belum dinilai diimpor selama edisinya masih draf.",
			basis: "hasil yang sudah diumumkan tidak boleh memuat inovasi yang belum dinilai",
		},
		en: words{
			title: "edition takes no unrated innovations",
			text:  "the edition %d is %s, so every innovation must be rated; there is no column for the criterion %s",
			hint:  "import into an edition that is draf, or map columns to penilaian.<criterion>.tingkat",
			more:  "From the status sementara on, every innovation needs a level for every criterion. Entries that are not rated yet are imported while the edition is a draft.",
			basis: "published results must not hold unrated innovations",
		},
		example: example{"yaml", "status: draf"},
	},
}
