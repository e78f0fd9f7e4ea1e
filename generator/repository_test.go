package generator_test

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"siger/generator"
	"siger/generator/content"
)

// TestRepository holds the edit and propose links of the small site against
// testdata/repositori/*.txtar: a case's comment is the site's repository, its
// file "links" has a line for each link of some pages.
func TestRepository(t *testing.T) {
	cases, err := filepath.Glob("testdata/repositori/*.txtar")
	if err != nil || len(cases) < 8 {
		t.Fatalf("found %d cases (%v)", len(cases), err)
	}
	pages := []string{
		"index.html", "2020/index.html", "2020/peringkat/index.html", "2021/index.html", "2021/bentuk/index.html", "inovasi/index.html",
		"inovasi/kopi/index.html", "perangkat-daerah/index.html", "perangkat-daerah/dinas-d/index.html", "halaman/tentang/index.html",
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			repository := strings.TrimSpace(string(archive.Comment))
			files := build(t, config(withRepository(t, repository)))
			var got bytes.Buffer
			for _, page := range pages {
				for _, link := range footerLinks(t, files, page) {
					fmt.Fprintf(&got, "%s: %s: %s\n", page, link[0], link[1])
				}
			}
			if *update {
				archive.Files = []txtar.File{{Name: "links", Data: got.Bytes()}}
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[0].Data); got.String() != want {
				t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
			}
		})
	}
}

// TestEditLinks: every page but a redirect or a card leads to the file that it shows.
func TestEditLinks(t *testing.T) {
	small := smallSite(t)
	files := build(t, config(small))
	count := 0
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") || bytes.Contains(data, []byte(`http-equiv="refresh"`)) || bytes.Contains(data, []byte(`http-equiv=refresh`)) || strings.Contains(name, "/sematan/") {
			continue
		}
		links := footerLinks(t, files, name)
		if len(links) == 0 {
			t.Errorf("%s cannot be edited", name)
			continue
		}
		file, ok := strings.CutPrefix(links[0][1], "https://git.example/uji/isi/edit/main/content/")
		if small[file] == nil || !ok {
			t.Errorf("%s: %s leads to no content file", name, links[0][1])
		}
		count++
	}
	if count < 20 {
		t.Errorf("only %d pages were looked at", count)
	}
}

// TestProposal: the template of a new innovation is valid and laid out, also
// where terms make fields mandatory and for each agency.
func TestProposal(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){
		"as it is": func(fstest.MapFS) {},
		"with needs": func(files fstest.MapFS) {
			for name := range files { // which lack what is needed here
				if strings.Contains(name, "/inovasi/") {
					delete(files, name)
				}
			}
			applyEdits(t, files, `edit klasifikasi.yaml
<<<<
perlu: [tautan]}
    - {id: non-digital, nama: Non digital, perlu: [sop]}
====
perlu: [unit_pelaksana, tautan, sop, rancang_bangun, tujuan, manfaat, hasil, sumber]}
>>>>
`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := smallSite(t)
			change(files)
			site := build(t, config(files))
			count := 0
			for page := range site {
				for _, link := range footerLinks(t, site, page) {
					u, err := url.Parse(link[1])
					if err != nil || u.Query().Get("value") == "" {
						continue
					}
					count++
					template := []byte(u.Query().Get("value"))
					folder := strings.TrimPrefix(u.Path, "/uji/isi/new/main/content/")
					file := folder + "/" + u.Query().Get("filename")
					if out, problems, err := content.Format(file, template); err != nil || len(problems) > 0 || !bytes.Equal(out, template) {
						t.Errorf("%s: laid out as\n%s%v%v", page, out, problems, err)
					}
					files[file] = &fstest.MapFile{Data: template}
					problems, err := generator.Check(config(files))
					if err != nil || len(problems) > 0 {
						t.Errorf("%s: %v %v\n%s", page, problems, err, template)
					}
					delete(files, file)
				}
			}
			if count < 3 {
				t.Errorf("only %d templates", count)
			}
		})
	}
}

// TestProposalBound: a template that would make its address too long for servers
// is left out.
func TestProposalBound(t *testing.T) {
	files := smallSite(t)
	for name := range files {
		if strings.Contains(name, "/inovasi/") {
			delete(files, name)
		}
	}
	long := strings.Repeat("a", 78)
	more := ""
	for i := range 30 {
		more += fmt.Sprintf("\n- {id: %s%02d, nama: A, wajib: true, istilah: [{id: %s, nama: A}]}", long, i, long)
	}
	old := bytes.TrimRight(files["klasifikasi.yaml"].Data, "\n")
	files["klasifikasi.yaml"] = &fstest.MapFile{Data: append(old, more+"\n"...)}
	site := build(t, config(files))
	found := false
	for _, link := range footerLinks(t, site, "2021/index.html") {
		u, err := url.Parse(link[1])
		if err != nil || len(link[1]) > 4000 {
			t.Errorf("an address of %d bytes, %v", len(link[1]), err)
		} else if query := u.Query(); query.Has("filename") {
			found = true
			if query.Has("value") {
				t.Error("the template is still there")
			}
		}
	}
	if !found {
		t.Error("no new file is proposed")
	}
}

func withRepository(t *testing.T, repository string) fstest.MapFS {
	t.Helper()
	files := smallSite(t)
	before, _, ok := strings.Cut(string(files["situs.yaml"].Data), "repositori:")
	if !ok {
		t.Fatal("the small site has no repository")
	}
	files["situs.yaml"] = &fstest.MapFile{Data: []byte(before + "repositori: " + repository + "\n")}
	return files
}

// footerLinks returns text and address of the links to other sites in a page's
// footer, without the contact.
func footerLinks(t *testing.T, files map[string][]byte, name string) (links [][2]string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(files[name]))
	if err != nil || files[name] == nil {
		t.Fatalf("page %s: %v", name, err)
	}
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		inside = inside || n.Data == "footer"
		if inside && n.Data == "a" && n.Type == html.ElementNode && n.FirstChild != nil {
			for _, a := range n.Attr {
				if a.Key == "href" && strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "https://uji.example/") {
					links = append(links, [2]string{n.FirstChild.Data, a.Val})
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(root, false)
	return links
}
