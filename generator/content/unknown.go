package content

import (
	"path"
	"slices"
	"strings"

	"siger/generator/problem"
)

// unknown reports a file or folder that has no meaning where it lies, with what was probably meant.
func (l *loader) unknown(file string) {
	l.report(file, problem.UnknownFile, path.Base(file), meantBy(file))
}

func meantBy(file string) problem.Words {
	folder, name := path.Dir(file), strings.ToLower(path.Base(file))
	extension := path.Ext(name)
	is := func(extensions ...string) bool { return slices.Contains(extensions, extension) }
	switch {
	case name == "thumbs.db" || name == "desktop.ini":
		return problem.Words{ID: "berkas ini dibuat Windows sendiri dan boleh dihapus", EN: "Windows makes this file by itself, and it may be deleted"}
	case path.Base(folder) == pictureFolder && is(".jpg", ".jpeg", ".png"):
		return problem.Words{ID: "akhiran gambar ditulis dengan huruf kecil: " + extension, EN: "the ending of a picture is in lower case: " + extension}
	case path.Base(folder) == pictureFolder:
		return problem.Words{ID: "folder ini hanya memuat gambar berakhiran .jpg, .jpeg, atau .png, jadi simpan gambar jenis lain sebagai salah satunya",
			EN: "this folder holds pictures that end in .jpg, .jpeg or .png alone, so save another kind of picture as one of them"}
	case is(".yml", ".yaml"):
		return problem.Words{ID: "berkas isi berakhiran .yaml dengan huruf kecil, dan berkas inovasi berada di <tahun>/inovasi/",
			EN: "content files end in .yaml in lower case, and innovations lie in <year>/inovasi/"}
	case folder == pageFolder || path.Dir(folder) == pageFolder:
		return problem.Words{ID: "halaman ditulis sebagai Markdown, dengan akhiran .md", EN: "pages are written as Markdown and end in .md"}
	}
	return problem.Words{ID: "berkas inovasi berakhiran .yaml dan berada di <tahun>/inovasi/", EN: "innovations end in .yaml and lie in <year>/inovasi/"}
}
