package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"siger/generator"
	"siger/generator/content"
	"siger/generator/intake"
	"siger/generator/problem"
	"siger/generator/sheet"
)

var (
	tImportShort = text{"Buat berkas inovasi dari lembar kerja CSV atau XLSX", "Make innovation files from a CSV or XLSX spreadsheet"}
	tImportLong  = text{
		"Membaca tabel usulan dari lembar kerja .xlsx atau CSV, lalu menulis satu berkas untuk setiap baris.\n\nKolom dikenali dari judulnya; kolom yang tidak dikenali disebutkan. Berkas peta (--peta)\nmenentukan arti kolom, nilai tetap, dan arti isi sel; --cetak-peta mencetak peta untuk disunting.\nTanggal, spasi, tanda kutip, dan nama perangkat daerah dirapikan, dan setiap perapian dihitung.\n\nBila satu baris bermasalah, tidak satu berkas pun ditulis, kecuali dengan --lewati. Berkas yang\nsudah ada tidak pernah ditimpa tanpa --ganti. Masalah disebut dengan selnya, misalnya B17.\n\nContoh:\n  siger import usulan.xlsx --edisi 2024 --cetak-peta > peta.yaml\n  siger import usulan.xlsx --edisi 2024 --peta peta.yaml --coba\n  siger import usulan.xlsx --edisi 2024 --peta peta.yaml\n\nKode keluar: 0 tanpa masalah, 1 ada masalah, 2 salah pakai, 3 mesin gagal.",
		"Reads a table of entries from a .xlsx workbook or CSV, and writes one file for each row.\n\nColumns are recognised by their headers; those that are not are listed. A mapping file\n(--peta) says what columns mean, has values for all rows, and says what cells mean;\n--cetak-peta prints a mapping to edit. Dates, spaces, quotes and names of agencies are\ncleaned, and each cleaning is counted.\n\nWhen one row has a problem no file is written, except with --lewati. A file that exists is\nnever overwritten without --ganti. Problems name their cell, such as B17.\n\nExamples:\n  siger import entries.xlsx --edisi 2024 --cetak-peta > mapping.yaml\n  siger import entries.xlsx --edisi 2024 --peta mapping.yaml --coba\n  siger import entries.xlsx --edisi 2024 --peta mapping.yaml\n\nExit codes: 0 no problem, 1 problems, 2 wrong usage, 3 the machine failed.",
	}
	tFlagYear     = text{"`tahun` edisi tujuan; wajib", "`year` of the edition; required"}
	tFlagSheet    = text{"`nama` lembar; tanpa ini lembar pertama yang tampak", "`name` of the sheet; the first visible one without it"}
	tFlagMap      = text{"`berkas` peta kolom", "mapping `file` of the columns"}
	tFlagPrintMap = text{"cetak peta yang dipakai atau ditebak, untuk disunting; tidak menulis berkas", "print the mapping that is used or guessed, to edit it; writes no file"}
	tFlagReplace  = text{"perbarui inovasi yang sudah ada; isian yang tidak ada di tabel dan sel kosong dibiarkan", "update innovations that exist; fields that the table lacks and empty cells are left alone"}
	tFlagTry      = text{"tampilkan hasilnya tanpa menulis", "show the result and write nothing"}
	tFlagSkip     = text{"tulis baris yang baik walaupun ada baris yang bermasalah", "write the good rows although others have problems"}
	tFlagTidy     = text{"ubah nama yang seluruhnya huruf kapital menjadi huruf judul", "give names that are all in capitals the capitals of a title"}

	tImportWhich     = text{"sebut satu berkas lembar kerja", "name one spreadsheet file"}
	tImportNoYear    = text{"sebut edisinya, misalnya --edisi 2024", "name the edition, such as --edisi 2024"}
	tImportNoEdition = text{"edisi %d tidak ada di folder isi “%s”", "there is no edition %d in the content folder “%s”"}
	tImportNoFile    = text{"berkas “%s” tidak dapat dibaca", "cannot read the file “%s”"}

	tImportExisting = text{"Perbaiki dulu isi yang ada; tidak ada yang diimpor.", "Mend the existing content first; nothing was imported."}
	tImportSheet    = text{"Lembar “%s”; ada juga: %s.", "Sheet “%s”; there are also: %s."}
	tImportHeader   = text{"Judul kolom di baris %d. Inovasi: %s baris.", "Headers in row %d. Innovations: %s rows."}
	tImportEmpty    = text{"%s baris kosong atau berisi nomor kolom dilewati.", "%s rows that are empty or number the columns were skipped."}
	tImportHidden   = text{"%s baris tersembunyi ikut dibaca.", "%s hidden rows were read as well."}
	tImportUnmapped = text{"tidak dipetakan; %s sel terisi", "not mapped; %s cells filled"}
	tImportHid      = text{"tidak dipetakan karena tersembunyi; %s sel terisi", "not mapped because it is hidden; %s cells filled"}
	tImportIgnored  = text{"diabaikan; %s sel terisi", "ignored; %s cells filled"}
	tImportCleaned  = text{"Dirapikan:", "Cleaned:"}
	tImportNothing  = text{"(kosong)", "(empty)"}
	tImportHead     = text{"baris\ttindakan\tberkas\tnama\tperangkat daerah", "row\taction\tfile\tname\tagency"}
	tImportAlso     = text{" (juga %s)", " (also %s)"}
	tImportWritten  = text{"%s berkas ditulis di %s: %s baru, %s diperbarui; %s tetap. Waktu %s.", "%s files were written to %s: %s new, %s updated; %s unchanged. Time %s."}
	tImportWould    = text{"%s berkas akan ditulis di %s: %s baru, %s diperbarui; %s tetap. Waktu %s.", "%s files would be written to %s: %s new, %s updated; %s unchanged. Time %s."}
	tImportRefused  = text{"Tidak ada berkas yang ditulis. Perbaiki masalahnya, atau tulis baris yang baik dengan --lewati.", "No file was written. Mend the problems, or write the good rows with --lewati."}
	tImportMapHead  = text{
		"Peta kolom untuk siger import. Kiri: judul atau huruf kolom. Kanan: isian, daftar isian\nseperti [tujuan, ringkasan], atau abaikan.\nIsian: %s\n",
		"Mapping of columns for siger import. Left: header or letter of a column. Right: a field,\na list of fields such as [tujuan, ringkasan], or abaikan to leave it out.\nFields: %s\n",
	}
	tImportMapFixed  = text{"# Nilai untuk semua baris; hapus tanda # dan isi:", "# Values for all rows; delete the # and fill in:"}
	tImportMapValues = text{"# Arti isi sel yang tidak dikenali; hapus tanda # dan isi dengan id:", "# What cells mean that are not recognised; delete the # and fill in an id:"}
	tImportMapLost   = text{"belum dikenali", "not recognised"}
)

var actionNames = map[intake.Action]text{
	intake.Bad: {"MASALAH", "PROBLEM"}, intake.New: {"baru", "new"}, intake.Update: {"perbarui", "update"}, intake.Same: {"tetap", "same"},
}

var cleaningNames = map[sheet.Cleaning]text{
	sheet.HiddenGone:   {"karakter tersembunyi dibuang", "hidden characters removed"},
	sheet.PlainSpaces:  {"spasi khusus menjadi spasi biasa", "special spaces made plain"},
	sheet.SpacesOnce:   {"spasi berlebih dibuang", "superfluous spaces removed"},
	sheet.PlainQuotes:  {"tanda kutip lengkung diluruskan", "curly quotes made straight"},
	sheet.NameCase:     {"nama kapital menjadi huruf judul", "names in capitals given those of a title"},
	sheet.DateForm:     {"tanggal ditulis ulang", "dates rewritten"},
	sheet.AgencyID:     {"perangkat daerah dikenali dari namanya", "agencies recognised by name"},
	sheet.TermID:       {"istilah dikenali dari namanya", "terms recognised by name"},
	sheet.AddressForm:  {"https:// ditambahkan pada alamat", "https:// put before addresses"},
	sheet.NumberForm:   {"koma desimal pada tingkat dibuang", "decimal commas of levels removed"},
	sheet.SummaryStart: {"ringkasan diambil dari kalimat pertama", "summaries taken from the first sentences"},
	sheet.EmptyMark:    {"tanda kosong dianggap tidak diisi", "marks for nothing taken as empty"},
}

// An importing is one run of import.
type importing struct {
	*app
	file, mapFile                             string
	mapText                                   []byte
	printMap, replace, try, skip, tidy, quiet bool
	year                                      int
	sheet                                     string
	start                                     time.Time
}

func (a *app) importSheet() *cobra.Command {
	i := &importing{app: a}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: a.t(tImportShort),
		Long:  a.t(tImportLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{a.t(tImportWhich)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			i.start, i.file = time.Now(), args[0]
			return i.run()
		},
	}
	f := cmd.Flags()
	f.IntVar(&i.year, "edisi", 0, a.t(tFlagYear))
	f.StringVar(&i.sheet, "lembar", "", a.t(tFlagSheet))
	f.StringVar(&i.mapFile, "peta", "", a.t(tFlagMap))
	f.BoolVar(&i.printMap, "cetak-peta", false, a.t(tFlagPrintMap))
	f.BoolVar(&i.replace, "ganti", false, a.t(tFlagReplace))
	f.BoolVar(&i.try, "coba", false, a.t(tFlagTry))
	f.BoolVar(&i.skip, "lewati", false, a.t(tFlagSkip))
	f.BoolVar(&i.tidy, "rapikan-nama", false, a.t(tFlagTidy))
	f.BoolVarP(&i.quiet, "quiet", "q", false, a.t(tFlagQuiet))
	return cmd
}

func (i *importing) run() error {
	if i.year == 0 {
		return usageError{i.t(tImportNoYear)}
	}
	config, done, err := i.config()
	if err != nil {
		return err
	}
	defer done()
	request := intake.Request{
		File: filepath.ToSlash(i.file), Sheet: i.sheet, Year: i.year, Content: config.Content, Replace: i.replace, TidyNames: i.tidy, AnyHeader: i.printMap,
		Check: func(folder fs.FS) ([]problem.Problem, error) {
			c := config
			c.Content = folder
			return generator.Check(c)
		},
	}
	if request.Data, err = i.read(i.file, sheet.MaxFileSize); err != nil {
		return err
	}
	if i.mapFile != "" {
		if i.mapText, err = i.read(i.mapFile, content.MaxFileSize); err != nil {
			return err
		}
		m, problems := content.ParseImportMap(filepath.ToSlash(i.mapFile), i.mapText)
		if len(problems) > 0 {
			return i.tell(problems)
		}
		request.Map = &m
	}
	plan, err := intake.Prepare(request)
	if errors.Is(err, intake.ErrNoEdition) {
		return usageError{i.t(tImportNoEdition, i.year, problem.Visible(i.flags.content))}
	}
	if err != nil {
		return err
	}
	if len(plan.Existing) > 0 {
		err := i.report(i.err, false, plan.Existing)
		fmt.Fprintln(i.err, i.t(tImportExisting))
		return err
	}
	if i.printMap && plan.HeaderRow > 0 {
		return i.writeMap(plan)
	}
	return i.carryOut(plan)
}

// read reads a file that the user named, and of one that is too large enough to
// know that it is.
func (i *importing) read(name string, limit int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, usageError{i.t(tImportNoFile, problem.Visible(name))}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, usageError{i.t(tImportNoFile, problem.Visible(name))}
	}
	return data, nil
}

// tell prints problems of the spreadsheet, the mapping or new files; the error says that one is no warning.
func (i *importing) tell(problems []problem.Problem) error {
	out := problem.Output{Language: i.lang, Color: colored(i.err), Source: func(file string) ([]byte, error) {
		if file == filepath.ToSlash(i.mapFile) {
			return i.mapText, nil
		}
		return nil, fs.ErrNotExist
	}}
	if err := out.Text(i.err, problems); err != nil {
		return fmt.Errorf("print problems: %w", err)
	}
	return i.counted(form{}, problems)
}

// carryOut shows a plan and writes its files.
func (i *importing) carryOut(plan *intake.Plan) error {
	if !i.quiet {
		i.describe(plan)
		if err := i.table(plan); err != nil {
			return err
		}
	}
	var failed error
	bad := false
	for _, r := range plan.Rows {
		bad = bad || r.Action == intake.Bad
	}
	if found := problem.Sort(slices.Concat(plan.Problems, plan.Warnings)); len(found) > 0 || bad {
		failed = i.tell(found)
	}
	if failed != nil && (!i.skip || plan.Elsewhere) {
		fmt.Fprintln(i.err, i.t(tImportRefused))
		return failed
	}
	count := map[intake.Action]int{}
	for _, r := range plan.Rows {
		count[r.Action]++
	}
	done := tImportWould
	if !i.try {
		done = tImportWritten
		if err := i.write(plan); err != nil {
			return err
		}
	}
	if !i.quiet {
		folder := path.Join(contentName(i.flags.content), fmt.Sprint(i.year), "inovasi")
		fmt.Fprintln(i.err, i.t(done, i.count(count[intake.New]+count[intake.Update]), problem.Visible(folder),
			i.count(count[intake.New]), i.count(count[intake.Update]), i.count(count[intake.Same]), i.seconds(time.Since(i.start))))
	}
	return failed
}

// write writes the files, each wholly or not at all.
func (i *importing) write(plan *intake.Plan) error {
	root, err := i.openContent()
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(filepath.FromSlash(fmt.Sprintf("%d/inovasi", i.year)), 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	var edited editedError
	for _, r := range plan.Rows {
		if r.Action != intake.New && r.Action != intake.Update {
			continue
		}
		if err := edited.add(replaceFile(root, r.File, r.Was, r.Data)); err != nil {
			return fmt.Errorf("write %s: %w", r.File, err)
		}
	}
	if len(edited.files) > 0 {
		return edited
	}
	return nil
}
