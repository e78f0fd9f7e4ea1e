package generator_test

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"
)

// TestPagePicture: a free page shows a picture by its file's name or by its
// address, wherever the site is.
func TestPagePicture(t *testing.T) {
	for base, path := range map[string]string{"https://x.id/": "/", "https://x.id/repo/": "/repo/"} {
		files := smallSite(t)
		picture := files["2020/gambar/kopi.png"].Data
		files["halaman/gambar/layar.png"] = &fstest.MapFile{Data: picture}
		page := files["halaman/tentang.md"]
		files["halaman/tentang.md"] = &fstest.MapFile{Data: append(bytes.Clone(page.Data),
			"\n![Berkas](gambar/layar.png)\n![Alamat](/halaman/gambar/layar.png)\n"...)}
		c := config(files)
		c.BaseURL = base
		site := build(t, c)
		if !bytes.Equal(site["halaman/gambar/layar.png"], picture) {
			t.Error("the picture is not published as it is")
		}
		for _, alt := range []string{"Berkas", "Alamat"} {
			want := `<img src="` + path + `halaman/gambar/layar.png" alt="` + alt + `">`
			if got := site["halaman/tentang/index.html"]; !bytes.Contains(got, []byte(want)) {
				t.Errorf("the page has no %s:\n%s", want, got)
			}
		}
	}
}

// TestGuidePictures: the pictures of the real free pages load fast on a phone.
func TestGuidePictures(t *testing.T) {
	pictures, err := fs.Glob(realContent(), "halaman/gambar/*")
	if err != nil || len(pictures) < 3 {
		t.Fatalf("the pictures are %v (%v)", pictures, err)
	}
	for _, name := range pictures {
		if info, err := fs.Stat(realContent(), name); err != nil || info.Size() > 100_000 {
			t.Errorf("%s has %d bytes, %v", name, info.Size(), err)
		}
	}
}
