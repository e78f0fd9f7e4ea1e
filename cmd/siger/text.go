package main

import (
	"fmt"

	"siger/generator/problem"
)

// A text is a message of the command in every language.
type text struct{ id, en string }

// t returns a text in the language of the run.
func (a *app) t(t text, args ...any) string {
	words := t.id
	if a.lang == problem.English {
		words = t.en
	}
	if len(args) == 0 {
		return words
	}
	return fmt.Sprintf(words, args...)
}

var (
	tRootShort = text{"Terbitkan hasil penghargaan inovasi daerah", "Publish the results of a regional innovation award"}
	tRootLong  = text{
		"Siger memeriksa isi penghargaan inovasi daerah, menghitung skor dan peringkatnya,\nlalu membuat situs publik yang statis.",
		"Siger checks the content of a regional innovation award, computes its scores and\nranks, and builds a static public site.",
	}
	tFlagContent = text{"`folder` isi", "content `folder`"}
	tFlagLayouts = text{"`folder` tata letak pengganti; berkas yang tidak ada di sana diambil dari bawaan", "`folder` of layouts; files that it lacks are the built-in ones"}
	tFlagOut     = text{"`folder` hasil", "output `folder`"}
	tFlagBaseURL = text{"`alamat` situs, menggantikan url di situs.yaml (misalnya https://contoh.id/inovasi/)", "`address` of the site instead of url in situs.yaml (such as https://example.org/award/)"}
	tFlagLang    = text{"`bahasa` pesan: id atau en", "`language` of messages: id or en"}
	tFlagHelp    = text{"tampilkan bantuan", "show help"}
	tFlagQuiet   = text{"tampilkan masalah saja", "print problems only"}

	tBuildShort = text{"Periksa isi, lalu buat situs", "Check the content, then build the site"}
	tBuildLong  = text{
		"Memeriksa isi lalu membuat situs di folder hasil.\n\nBila ada masalah pada isi, situs lama dibiarkan utuh dan tidak satu berkas pun ditulis.\nBerkas di folder hasil yang tidak dibuat Siger tidak pernah dihapus atau ditimpa.",
		"Checks the content, then builds the site into the output folder.\n\nWhen the content has a problem, the old site stays as it is and no file is written.\nFiles in the output folder that Siger did not make are never deleted or overwritten.",
	}
	tCheckShort = text{"Periksa isi tanpa membuat situs", "Check the content without building the site"}
	tCheckLong  = text{
		"Memeriksa semua berkas isi dan menampilkan setiap masalah dengan berkas, baris, dan kolomnya.\nPeringatan tidak menghalangi penerbitan, kecuali dengan --strict.\n\nKode keluar: 0 tanpa masalah atau hanya peringatan, 1 ada masalah, 2 salah pakai, 3 mesin gagal.",
		"Checks all content and prints each problem with its file, line and column.\nWarnings keep nothing from being published, unless --strict is given.\n\nExit codes: 0 no problem or warnings only, 1 problems, 2 wrong usage, 3 the machine failed.",
	}
	tVersionShort    = text{"Tampilkan versi", "Print the version"}
	tCompletionShort = text{"Buat skrip pelengkap perintah untuk bash, zsh, atau fish", "Print a completion script for bash, zsh or fish"}
	tCompletionLong  = text{
		"Mencetak skrip yang membuat tombol Tab melengkapi perintah siger.\n\n  bash:  source <(siger completion bash)\n  zsh:   siger completion zsh > \"${fpath[1]}/_siger\"\n  fish:  siger completion fish > ~/.config/fish/completions/siger.fish",
		"Prints a script that makes the Tab key complete siger's commands.\n\n  bash:  source <(siger completion bash)\n  zsh:   siger completion zsh > \"${fpath[1]}/_siger\"\n  fish:  siger completion fish > ~/.config/fish/completions/siger.fish",
	}
	tCompletionWhich = text{"sebut satu dari: bash, zsh, fish", "name one of: bash, zsh, fish"}

	tSeeHelp        = text{"Lihat “siger --help”.", "See “siger --help”."}
	tUnknownCommand = text{"perintah “%s” tidak ada.", "there is no command “%s”."}
	tPerhaps        = text{"Mungkin maksudnya: %s?", "Did you mean: %s?"}
	tNoArguments    = text{"“%s” tidak menerima “%s”", "“%s” does not take “%s”"}
	tUnknownFlag    = text{"pilihan %s tidak ada", "there is no flag %s"}
	tFlagNeedsValue = text{"pilihan ini memerlukan nilai: %s", "this flag needs a value: %s"}
	tFlagNumber     = text{"nilai %s harus bilangan bulat, bukan “%s”", "the value of %s must be a whole number, not “%s”"}
	tFlagBool       = text{"%s tidak menerima nilai “%s”; cukup sebut pilihannya", "%s does not take the value “%s”; the flag alone will do"}
	tFlagValue      = text{"%s tidak menerima nilai “%s”", "%s does not take the value “%s”"}
	tBadFlag        = text{"pilihan tidak dapat dibaca: %s", "cannot read a flag: %s"}
	tBadLang        = text{"bahasa “%s” tidak ada; pilihannya id atau en", "there is no language “%s”; it is id or en"}
	tNoContent      = text{"folder isi “%s” tidak ditemukan; jalankan di folder proyek atau sebut dengan --content", "the content folder “%s” was not found; run in the project's folder or name it with --content"}
	tNotFolder      = text{"“%s” bukan folder", "“%s” is not a folder"}
	tNoLayouts      = text{"folder tata letak “%s” tidak ditemukan", "the layouts folder “%s” was not found"}
	tBadBaseURL     = text{"alamat situs harus berupa http(s)://tuan-rumah/ atau http(s)://tuan-rumah/folder/", "the address of the site must be http(s)://host/ or http(s)://host/folder/"}

	tNoProblems = text{"Tidak ada masalah pada isi.", "The content has no problems."}
	tNotBuilt   = text{"Situs tidak dibuat; yang lama tetap utuh.", "The site was not built; the old one stays as it is."}
	tBuilt      = text{
		"Situs siap di %s: %s halaman, %s berkas, %s, dari %s inovasi dalam %d edisi.",
		"The site is ready in %s: %s pages, %s files, %s, from %s innovations in %d editions.",
	}
	tBuiltChange  = text{"Ditulis %s, tetap %s, dihapus %s. Waktu %s.", "Written %s, unchanged %s, removed %s. Time %s."}
	tBuiltLargest = text{"Halaman terbesar: %s (%s).", "Largest page: %s (%s)."}

	tBusy         = text{"folder hasil sedang dipakai oleh siger lain; coba lagi setelah itu selesai", "the output folder is in use by another siger; try again when it is done"}
	tConflict     = text{"“%s” di folder hasil bukan buatan Siger dan menghalangi berkas baru; pindahkan dulu", "“%s” in the output folder was not made by Siger and is in the way of a new file; move it first"}
	tRefused      = text{"folder hasil “%s” ditolak: %s", "the output folder “%s” was refused: %s"}
	tPermission   = text{"tidak diizinkan: %s", "not permitted: %s"}
	tChanged      = text{"%s diubah selagi Siger membacanya; jalankan sekali lagi", "%s was changed while Siger was reading it; run it once more"}
	tEdited       = text{"diubah selagi Siger bekerja, jadi tidak ditimpa: %s; jalankan sekali lagi", "changed while Siger was at work, so not overwritten: %s; run it once more"}
	tNotReadable  = text{"%s di folder isi tidak boleh dibaca oleh akun ini; beri izin bacanya", "this account is not permitted to read %s in the content folder; change its permissions"}
	tUnread       = text{"%s di folder isi tidak dapat dibaca: %s", "%s in the content folder cannot be read: %s"}
	tMachineError = text{"gagal: %s", "failed: %s"}

	tFlagDefault   = text{"(bawaan ", "(default "}
	tUsageTemplate = text{
		"Pemakaian:{{if .Runnable}}\n  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}\n  {{.CommandPath}} [perintah]\n\nPerintah:{{range .Commands}}{{if .IsAvailableCommand}}\n  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}\n\nPilihan:\n{{flags .LocalFlags}}{{end}}{{if .HasAvailableInheritedFlags}}\n\nPilihan umum:\n{{flags .InheritedFlags}}{{end}}\n",
		"Usage:{{if .Runnable}}\n  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}\n  {{.CommandPath}} [command]\n\nCommands:{{range .Commands}}{{if .IsAvailableCommand}}\n  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}\n\nFlags:\n{{flags .LocalFlags}}{{end}}{{if .HasAvailableInheritedFlags}}\n\nCommon flags:\n{{flags .InheritedFlags}}{{end}}\n",
	}
)
