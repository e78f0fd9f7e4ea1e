package sheet

import (
	"slices"
	"strings"
	"testing"

	"siger/generator/award"
	"siger/generator/problem"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]struct {
		text string
		done []Cleaning
	}{
		"Biasa":                               {"Biasa", nil},
		"  dua   spasi ":                      {"dua spasi", []Cleaning{SpacesOnce}},
		"tak\u00A0putus\u2009sempit":          {"tak putus sempit", []Cleaning{PlainSpaces}},
		"“lengkung” ‘dan’ ’ini’":              {`"lengkung" 'dan' 'ini'`, []Cleaning{PlainQuotes}},
		"ter\u200Bsem\u00ADbu\u202Enyi\uFEFF": {"tersembunyi", []Cleaning{HiddenGone}},
		"satu\r\ndua\rtiga":                   {"satu\ndua\ntiga", nil},
		"satu\tdua":                           {"satu dua", nil},
		"\n satu \n\n dua\n\n":                {"satu\n\ndua", []Cleaning{SpacesOnce}},
		"e\u0301":                             {"é", nil},
		"a\u00A0 “b” \u200B":                  {`a "b"`, []Cleaning{HiddenGone, PlainSpaces, SpacesOnce, PlainQuotes}},
	} {
		if text, done := Clean(in); text != want.text || !slices.Equal(done, want.done) {
			t.Errorf("Clean(%q) = %q, %v; want %q, %v", in, text, done, want.text, want.done)
		}
	}
}

func TestTitle(t *testing.T) {
	for in, want := range map[string]string{
		"SIMPEL":              "SIMPEL",
		"Simpel UNTUK Warga":  "Simpel UNTUK Warga", // somebody chose this
		"PELAYANAN KTP 1 JAM": "Pelayanan KTP 1 Jam",
		"RAWAT INAP TANPA KELAS BAGI PASIEN GAKIN (KELUARGA MISKIN)": "Rawat Inap Tanpa Kelas bagi Pasien Gakin (Keluarga Miskin)",
		"SISPEDAP: SISTEM PENGELOLAAN DATA":                          "SISPEDAP: Sistem Pengelolaan Data",
		"SALAMAN (SANITASI LAYAK DAN AMAN)":                          "SALAMAN (Sanitasi Layak dan Aman)",
		"DARI DESA UNTUK KOTA":                                       "Dari Desa untuk Kota",
		"PELABUHAN TAHAP III":                                        "Pelabuhan Tahap III",
		"E-KTP DAN E-LEARNING":                                       "e-KTP dan e-Learning",
		"LAYANAN 'JEMPUT' BOLA":                                      "Layanan 'JEMPUT' Bola",
		"SMP NEGERI 2 METRO":                                         "SMP Negeri 2 Metro",
		"112 2021":                                                   "112 2021",
		"":                                                           "",
	} {
		if got := Title(in); got != want {
			t.Errorf("Title(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"16/06/2021": "2021-06-16", "16-06-2021": "2021-06-16", "16.6.21": "2021-06-16", "1 6 2021": "2021-06-01",
		"2021-06-16": "2021-06-16", "2021/6/16": "2021-06-16", "2021-06": "2021-06", "2021": "2021", "06/2021": "2021-06",
		"16 Juni 2021": "2021-06-16", "16  JUNI\u00A02021": "2021-06-16", "Juni 2021": "2021-06", "Jun-21": "2021-06", "16-Jun-21": "2021-06-16",
		"16 Jun. 2021": "2021-06-16", "June 16, 2021": "2021-06-16", "Agustus 2019": "2019-08", "Agt 2019": "2019-08", "17 Agust 2019": "2019-08-17",
		"1 Nopember 2020": "2020-11-01", "Pebruari 2020": "2020-02", "Mei 2020": "2020-05", "3 Des 99": "1999-12-03",
		"Rabu, 16 Juni 2021": "2021-06-16", "Jum'at, 18 Juni 2021": "2021-06-18", "Tahun 2021": "2021", "Sejak Mei 2020": "2020-05", "tgl 1 Mei 2020": "2020-05-01",
		"2021-06-16 00:00:00": "2021-06-16", "2021-06-16T08:30:00Z": "2021-06-16", "16/06/2021 08.30 WIB": "2021-06-16",
		"44363": "2021-06-16", "44363.5": "2021-06-16", "29/02/2020": "2020-02-29",
		// What has no one meaning, or none.
		"06/16/2021": "", "31/02/2020": "", "29/02/2021": "", "2021-13": "", "Triwulan II 2021": "", "2020-2021": "", "16 Juni": "", "21": "",
		"Foo 2021": "", "1/2": "", "0": "", "99999": "", "-44363": "", "": "", "2021 s.d. 2022": "",
	} {
		d, err := Epoch1900.ParseDate(in)
		if d.String() != want || (err == nil) != (want != "") {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", in, d, err, want)
		}
	}
	if d, err := Epoch1904.ParseDate("42901"); err != nil || d.String() != "2021-06-16" {
		t.Errorf("in 1904's count 42901 is %s, %v", d, err)
	}
}

// FuzzParseDate: what is read as a date is one, and reads as itself; so does
// what a day looks like in the ways that people write it.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"16/06/2021", "16 Juni 2021", "Jun-21", "44363", "2021", "Rabu, 1 Mei 2020 08.30", "00/00/0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, epoch := range []Epoch{Epoch1900, Epoch1904} {
			d, err := epoch.ParseDate(s)
			if (err != nil) != d.IsZero() {
				t.Fatalf("%q: %v, %v", s, d, err)
			}
			if err != nil {
				continue
			}
			if again, err := award.ParseDate(d.String()); err != nil || again != d {
				t.Errorf("%q is %s, which is %v, %v", s, d, again, err)
			}
			if again, err := epoch.ParseDate(d.String()); err != nil || again != d {
				t.Errorf("%q is %s, which reads as %v, %v", s, d, again, err)
			}
		}
	})
}

func TestColumn(t *testing.T) {
	for n := 1; n <= 16384; n++ {
		if letters := strings.TrimSuffix(problem.Address(n, 7), "7"); Column(letters) != n {
			t.Fatalf("column %d is %s, which is %d", n, letters, Column(letters))
		}
	}
	for _, s := range []string{"", "a", "A1", "ABCD", "Ä"} {
		if Column(s) != 0 {
			t.Errorf("%q is the column %d", s, Column(s))
		}
	}
}
