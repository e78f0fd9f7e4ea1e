package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"siger/generator/content"
	"siger/generator/problem"
)

var (
	tNewSiteShort = text{"Buat repositori awal untuk sebuah daerah", "Make a starter repository for a region"}
	tNewSiteLong  = text{
		"Membuat repositori awal yang lengkap: isi dengan satu edisi draf, alur pemeriksaan dan\npenerbitan untuk GitHub, GitLab, dan Netlify, dan pengaturan penyunting.\n\nFolder harus belum ada atau kosong. Bila ada yang gagal, tidak ada yang ditinggalkan.",
		"Makes a complete starter repository: content with one draft edition, workflows that check\nand publish on GitHub, GitLab and Netlify, and editor settings.\n\nThe folder must not exist, or be empty. When something fails, nothing is left behind.",
	}
	tFlagSiteName     = text{"`nama` situs (bawaan: Inovasi dan nama wilayah)", "`name` of the site (default: Inovasi and the region)"}
	tFlagSiteAbout    = text{"`uraian` situs dalam satu kalimat", "`sentence` that describes the site"}
	tFlagSiteRegion   = text{"nama `wilayah`", "name of the `region`"}
	tFlagSiteOwner    = text{"nama `penyelenggara` (bawaan: Sekretariat dan nama wilayah)", "`name` of the organiser (default: Sekretariat and the region)"}
	tFlagSiteURL      = text{"`alamat` situs", "`address` of the site"}
	tFlagSiteYear     = text{"`tahun` edisi pertama (bawaan: tahun ini)", "`year` of the first edition (default: this year)"}
	tFlagSiteRepo     = text{"`alamat` repositori isi di web, untuk tautan sunting dan usulan", "web `address` of the content's repository, for edit and propose links"}
	tFlagSiteBranch   = text{"`cabang` utama repositori itu", "main `branch` of that repository"}
	tFlagSiteRepoKind = text{"`jenis` repositori bila tidak terbaca dari alamatnya: github, gitlab, gitea, atau bitbucket", "`kind` of repository where its address does not tell: github, gitlab, gitea or bitbucket"}
	tFlagSiteSiger    = text{"`alamat` git tempat alur kerja mengambil Siger", "git `address` that the workflows take Siger from"}

	tNewSiteArgs    = text{"tulis satu folder: siger new situs FOLDER", "name one folder: siger new situs DIR"}
	tNewSiteFull    = text{"folder “%s” tidak kosong", "the folder “%s” is not empty"}
	tNewSiteFile    = text{"“%s” bukan folder", "“%s” is not a folder"}
	tNewSiteParent  = text{"folder “%s” tidak ada; buat dulu", "the folder “%s” does not exist; make it first"}
	tNewSiteYear    = text{"--tahun %d: pilih tahun dari %d sampai %d", "--tahun %d: choose a year from %d to %d"}
	tNewSiteSiger   = text{"--siger “%s”: tulis alamat https:// dari repositori git, tanpa tanda khusus", "--siger “%s”: give the https:// address of a git repository, without special characters"}
	tNewSiteFlag    = text{"--%s: %s", "--%s: %s"}
	tNewSiteDone    = text{"%s berkas dibuat di %s.", "%s files were made in %s."}
	tNewSiteNext    = text{"Langkah berikutnya:", "What to do next:"}
	tNewSiteServe   = text{"  cd %s && siger serve     melihat situsnya di peramban", "  cd %s && siger serve     look at the site in the browser"}
	tNewSiteContent = text{"  README.md                  urutan mengganti contoh dengan isi daerah Anda", "  README.md                  the order in which to replace the example with your own content"}
	tNewSiteSource  = text{"  .ci/siger                  isi SIGER_REPOSITORI, dari mana alur kerja mengambil Siger", "  .ci/siger                  fill in SIGER_REPOSITORI, from where the workflows take Siger"}
	tNewSiteGit     = text{"  git init, lalu kirim ke GitHub, GitLab, atau Gitea", "  git init, then push to GitHub, GitLab or Gitea"}
)

// starter is the starter repository but for content/situs.yaml, which the flags
// write. It is a working example of its own, for the year [starterYear].
//
//go:embed all:starter
var starter embed.FS

const (
	starterYear           = 2026
	firstYear, lastYear   = 1902, 9999 // with two years before them
	starterSource         = "SIGER_REPOSITORI=''"
	starterVersion        = "SIGER_VERSI='main'"
	starterExampleAddress = "https://contoh.example/"
)

// A newSite is one run of new situs: what its flags say.
type newSite struct {
	*app
	name, about, region, organiser, url string
	repository, branch, kind            string
	siger                               string
	year                                int
	made                                int // files, once they are written
}

func (a *app) newSite() *cobra.Command {
	n := &newSite{app: a}
	cmd := &cobra.Command{
		Use:   "situs DIR",
		Short: a.t(tNewSiteShort),
		Long:  a.t(tNewSiteLong),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] == "" {
				return usageError{a.t(tNewSiteArgs)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return n.run(args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&n.name, "nama", "", a.t(tFlagSiteName))
	f.StringVar(&n.about, "uraian", "Hasil penilaian inovasi daerah, lengkap dengan alasan, bukti, dan cara menghitungnya.", a.t(tFlagSiteAbout))
	f.StringVar(&n.region, "wilayah", "Kabupaten Contoh", a.t(tFlagSiteRegion))
	f.StringVar(&n.organiser, "penyelenggara", "", a.t(tFlagSiteOwner))
	f.StringVar(&n.url, "url", starterExampleAddress, a.t(tFlagSiteURL))
	f.IntVar(&n.year, "tahun", 0, a.t(tFlagSiteYear))
	f.StringVar(&n.repository, "repositori", "", a.t(tFlagSiteRepo))
	f.StringVar(&n.branch, "cabang", "main", a.t(tFlagSiteBranch))
	f.StringVar(&n.kind, "jenis", "", a.t(tFlagSiteRepoKind))
	f.StringVar(&n.siger, "siger", "", a.t(tFlagSiteSiger))
	f.SortFlags = false
	return cmd
}

func (n *newSite) run(dir string) error {
	if n.name == "" {
		n.name = "Inovasi " + n.region
	}
	if n.organiser == "" {
		n.organiser = "Sekretariat penilaian inovasi " + n.region
	}
	if n.year == 0 {
		n.year = time.Now().Year()
	}
	files, err := n.files()
	if err != nil {
		return err
	}
	if err := n.write(dir, files); err != nil {
		return err
	}
	fmt.Fprintln(n.err, n.t(tNewSiteDone, n.count(n.made), problem.Visible(dir)))
	fmt.Fprintln(n.err, n.t(tNewSiteNext))
	fmt.Fprintln(n.err, n.t(tNewSiteServe, problem.Visible(dir)))
	fmt.Fprintln(n.err, n.t(tNewSiteContent))
	if n.siger == "" {
		fmt.Fprintln(n.err, n.t(tNewSiteSource))
	}
	fmt.Fprintln(n.err, n.t(tNewSiteGit))
	return nil
}

// A starterFile is a file of the starter by its slash-separated name.
type starterFile struct {
	name string
	data []byte
}

// files returns the files of the repository as the flags want them.
func (n *newSite) files() ([]starterFile, error) {
	if n.year < firstYear || n.year > lastYear {
		return nil, usageError{n.t(tNewSiteYear, n.year, firstYear, lastYear)}
	}
	if n.siger != "" && (len(n.siger) > longestAddress || !gitAddress.MatchString(n.siger)) {
		return nil, usageError{n.t(tNewSiteSiger, problem.Visible(n.siger))}
	}
	site, err := n.siteFile()
	if err != nil {
		return nil, err
	}
	files := []starterFile{{"content/situs.yaml", site}}
	var years []string // the edition's own and the two that it speaks of
	for back := range 3 {
		years = append(years, strconv.Itoa(starterYear-back), strconv.Itoa(n.year-back))
	}
	year := strings.NewReplacer(years...)
	source := strings.NewReplacer(starterSource, "SIGER_REPOSITORI='"+n.siger+"'", starterVersion, "SIGER_VERSI='"+sigerVersion()+"'")
	err = fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(starter, name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, "starter/")
		switch {
		case name == ".ci/siger":
			data = []byte(source.Replace(string(data)))
		case !strings.HasPrefix(name, ".github/workflows/"): // those hold hashes
			data = []byte(year.Replace(string(data)))
		}
		files = append(files, starterFile{year.Replace(name), data})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read starter: %w", err)
	}
	return files, nil
}

// gitAddress matches what may stand between single quotes in a script, when it is no
// longer than longestAddress.
var gitAddress = regexp.MustCompile(`^https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?/[A-Za-z0-9._~/-]+$`)

const longestAddress = 400

// sigerVersion is what the workflows of a new site build: the version that made
// it, where the toolchain recorded that, since that one is known to fit.
func sigerVersion() string {
	if release != "" {
		return release
	}
	revision, modified := "", true
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value
			case "vcs.modified":
				modified = s.Value == "true"
			}
		}
	}
	if revision == "" || modified {
		return "main"
	}
	return revision
}

// siteFile writes situs.yaml. A JSON text is a YAML text, so no name can break
// the file; the formatter then writes it as an author would.
func (n *newSite) siteFile() ([]byte, error) {
	var b bytes.Buffer
	add := func(key, value string) {
		quoted, _ := json.Marshal(value) // a string has always a JSON text
		fmt.Fprintf(&b, "%s: %s\n", key, quoted)
	}
	add("nama", n.name)
	add("uraian", n.about)
	add("url", n.url)
	add("bahasa", "id")
	add("wilayah", n.region)
	add("penyelenggara", n.organiser)
	if n.repository != "" {
		b.WriteString("repositori:\n")
		add("  url", strings.TrimSuffix(n.repository, "/"))
		if n.kind != "" {
			add("  jenis", n.kind)
		}
		add("  cabang", n.branch)
		add("  folder", "content")
	} else {
		b.WriteString("# repositori: {url: https://…, cabang: main, folder: content}\n")
	}
	b.WriteString("# kontak: {nama: …, tautan: https://…}\n# lisensi: {nama: …, kode: …, tautan: https://…}\n")
	data, problems, err := content.Format("situs.yaml", b.Bytes())
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		p := problems[0]
		flag, ok := siteFlags[p.Field]
		if !ok {
			flag = p.Field
		}
		return nil, usageError{n.t(tNewSiteFlag, flag, problem.Visible(p.Text(n.lang)))}
	}
	return data, nil
}

// siteFlags are the flags that are not named as the field that they fill.
var siteFlags = map[string]string{
	"repositori.url": "repositori", "repositori.jenis": "jenis", "repositori.cabang": "cabang",
}

// write writes the files into a folder that does not exist or is empty. When it
// returns an error, the folder is as it was.
func (n *newSite) write(dir string, files []starterFile) (err error) {
	dir = filepath.Clean(dir)
	shown := problem.Visible(dir)
	entries, err := os.ReadDir(dir)
	switch info, e := os.Stat(dir); {
	case e == nil && !info.IsDir():
		return usageError{n.t(tNewSiteFile, shown)}
	case len(entries) > 0:
		return usageError{n.t(tNewSiteFull, shown)}
	case err == nil: // an empty folder may be somebody's working directory: it stays
		defer func() {
			if err != nil {
				removeFiles(dir, files)
			}
		}()
		return n.fill(dir, files)
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read folder: %w", err)
	}
	parent := filepath.Dir(dir)
	stage, err := os.MkdirTemp(parent, ".siger-new-")
	if errors.Is(err, fs.ErrNotExist) {
		return usageError{n.t(tNewSiteParent, problem.Visible(parent))}
	}
	if err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	defer os.RemoveAll(stage)
	if err := n.fill(stage, files); err != nil {
		return err
	}
	if err := os.Chmod(stage, 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	if err := os.Rename(stage, dir); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	return nil
}

// fill writes the files into a folder, with the schemas that its settings of the
// editor name.
func (n *newSite) fill(dir string, files []starterFile) error {
	if err := writeFiles(dir, files); err != nil {
		return err
	}
	schemas, err := content.Schemas(os.DirFS(filepath.Join(dir, "content")), n.lang)
	if err != nil {
		return fmt.Errorf("make schemas: %w", err)
	}
	var made []starterFile
	for _, s := range schemas {
		made = append(made, starterFile{"content/" + s.File(), s.JSON})
	}
	n.made = len(files) + len(made)
	return writeFiles(dir, made)
}

// writeFiles writes files below a folder; a script can be run.
func writeFiles(dir string, files []starterFile) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.name))
		mode := fs.FileMode(0o644)
		if bytes.HasPrefix(f.data, []byte("#!")) {
			mode = 0o755
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("make folder: %w", err)
		}
		if err := os.WriteFile(name, f.data, mode); err != nil {
			return fmt.Errorf("write file: %w", err)
		}
	}
	return nil
}

// removeFiles removes what writeFiles wrote, as far as that is possible.
func removeFiles(dir string, files []starterFile) {
	for _, f := range files {
		top, _, _ := strings.Cut(f.name, "/")
		os.RemoveAll(filepath.Join(dir, top))
	}
}
