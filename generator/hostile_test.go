package generator_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"siger/generator"
	"siger/generator/internal/sink"
)

// hostile are texts that break out of a place where they are not escaped for it.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	`</script><script>alert(1)</script>`,
	`</title><svg onload=alert(1)>`,
	`{{.Head}} {{template "top"}} ${1} <%= 1 %>`,
	`&lt;b&gt; &amp; &#x3c;script&#x3e;`,
	`]]> --> <!-- <![CDATA[`,
	`javascript:alert(1)`,
	`=HYPERLINK("http://x","y")`,
	`ZgotmplZ #ZgotmplZ`,
	"`; alert(1) //",
	`\u003cscript\u003e \x3c`,
}

// TestHostileFields fills every field that takes free text with each hostile
// text. The site is built, and nothing in any page runs.
func TestHostileFields(t *testing.T) {
	judged(t)
	t.Parallel()
	fields := []struct{ file, old string }{
		{"situs.yaml", "Situs Uji"}, {"situs.yaml", "Isi kecil untuk menguji Siger; semua namanya rekaan."},
		{"situs.yaml", "Isi uji, bukan data sungguhan."}, {"situs.yaml", "Daerah Uji"}, {"situs.yaml", "Sekretariat Uji"}, {"situs.yaml", "Hubungi kami"},
		{"klasifikasi.yaml", "Pelayanan publik"}, {"klasifikasi.yaml", "Urusan dalam pemerintah."}, {"klasifikasi.yaml", "Pilihan"},
		{"perangkat-daerah.yaml", "Dinas A"}, {"perangkat-daerah.yaml", "Badan B"}, {"perangkat-daerah.yaml", "Kabupaten C"},
		{"2020/edisi.yaml", "Penilaian Uji 2020"}, {"2020/edisi.yaml", "Keputusan Uji 1/2020"}, {"2020/edisi.yaml", "Pelaporan"},
		{"2020/edisi.yaml", "Sangat baru"}, {"2020/edisi.yaml", "Aturan Uji pasal 1"}, {"2020/edisi.yaml", "Predikat rekaan untuk pengujian."},
		{"2020/edisi.yaml", "Tinggi"}, {"2020/edisi.yaml", "Terbaik digital"}, {"2020/edisi.yaml", "Keputusan Uji 2/2020"},
		{"2020/inovasi/kopi.yaml", "Kopi Rakyat"}, {"2020/inovasi/kopi.yaml", "Bidang Kopi"}, {"2020/inovasi/kopi.yaml", "Menghubungkan petani kopi & pembeli <langsung>."},
		{"2020/inovasi/kopi.yaml", "Belum ada di daerah lain."}, {"2020/inovasi/kopi.yaml", "Keputusan kepala dinas"}, {"2020/inovasi/kopi.yaml", "7/2018"},
		{"2020/inovasi/kopi.yaml", "Satu piksel merah"}, {"2020/inovasi/mundur.yaml", "Digabung dengan inovasi lain."}, {"2020/inovasi/baca.yaml", "SOP 1/2019"},
		{"2020/edisi.yaml", "Keputusan Piagam"}, {"2020/edisi.yaml", "Tempat Piagam"}, {"2020/edisi.yaml", "Atasan Piagam"},
		{"2020/edisi.yaml", "Jabatan Piagam"}, {"2020/edisi.yaml", "Penanda Piagam"},
		{"halaman/tentang.md", "Halaman bebas."},
	}
	for i, text := range hostile {
		content := smallSite(t)
		inTwoLanguages(t, content)
		content["2020/edisi.yaml"] = &fstest.MapFile{Data: append(content["2020/edisi.yaml"].Data, []byte(
			"piagam:\n  keputusan: Keputusan Piagam\n  tempat: Tempat Piagam\n  penanda_tangan: {atas_nama: Atasan Piagam, jabatan: Jabatan Piagam, nama: Penanda Piagam}\n")...)}
		for n, f := range fields {
			data := string(content[f.file].Data)
			if strings.Count(data, f.old) != 1 {
				t.Fatalf("%s: %q is there %d times", f.file, f.old, strings.Count(data, f.old))
			}
			// Names must differ from each other; the quoting is YAML's.
			quoted := "'" + strings.ReplaceAll(fmt.Sprintf("%s %d", text, n), "'", "''") + "'"
			content[f.file] = &fstest.MapFile{Data: []byte(strings.Replace(data, f.old, quoted, 1))}
		}
		files := build(t, config(content))
		for name, data := range files {
			if strings.HasSuffix(name, ".html") {
				checkPage(t, name, data)
				checkInert(t, name, data)
			}
		}
		page := string(files["inovasi/kopi/index.html"])
		if want := html.EscapeString(text); i == 0 && !strings.Contains(page, want) {
			t.Errorf("the text %q got lost: %s is not in the page", text, want)
		}
	}
}

// checkInert finds anything in a page that could run or load from elsewhere.
func checkInert(t *testing.T, name string, data []byte) {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for n := range document.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			value := strings.ToLower(strings.TrimSpace(a.Val))
			switch a.Key {
			case "href", "src", "action", "formaction", "data", "xlink:href":
				for _, scheme := range []string{"javascript:", "data:", "vbscript:", "blob:", "//"} {
					if strings.HasPrefix(value, scheme) {
						t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
					}
				}
				if (n.Data == "script" || n.Data == "img") && !strings.HasPrefix(value, "/") {
					t.Errorf("%s: <%s> loads %q", name, n.Data, a.Val)
				}
			}
		}
	}
}

// hostileMarkdown are constructs of Markdown that try to become something else.
var hostileMarkdown = []string{
	"[x](javascript:alert(1))", "[x](JAVASCRIPT&colon;alert(1))", "[x]( java\tscript:alert(1))", "[x](data:text/html;base64,xx)",
	"![x](javascript:alert(1))", "![x](https://evil.example/pixel.png)", "<javascript:alert(1)>", "<svg/onload=alert(1)>",
	"[x]: javascript:alert(1)\n\n[x]", "https://a.example/\"onclick=alert(1)", "www.example.com", "[^1]\n\n[^1]: <script>x</script>",
	"| a | b |\n|---|---|\n| <b> | `</td><script>` |", "```html\n</code></pre><script>alert(1)</script>\n```", "# x {onclick=alert(1)}",
	"[a](/2020/metode/\"onclick=x)", "[a](</2020/metode/ \"x\">)", "[a](/2020/metode/ 'x\" onclick=\"y')", "[a](mailto:x@example.org?body=<b>)",
	"&#106;avascript:alert(1)", "[a](&#106;avascript:alert(1))", "[a](\\javascript:alert(1))", "[a](/\\evil.example/)", "[a](https:evil)", "[a](http://)",
	strings.Repeat("> ", 9) + "x", strings.Repeat("[", 150), strings.Repeat("*a **b ", 90), strings.Repeat("![", 90), "\\<b\\>",
}

// TestHostileMarkdown: Markdown with any of these either is refused as a problem
// or gives pages in which nothing runs.
func TestHostileMarkdown(t *testing.T) {
	judged(t)
	t.Parallel()
	built, refused := 0, 0
	for _, text := range append(slices.Clone(hostileMarkdown), hostile...) {
		content := smallSite(t)
		indented := "  " + strings.ReplaceAll(text, "\n", "\n  ")
		data := strings.Replace(string(content["2020/inovasi/kopi.yaml"].Data), "  Harga yang adil.", strings.ReplaceAll(indented, "\t", " "), 1)
		content["2020/inovasi/kopi.yaml"] = &fstest.MapFile{Data: []byte(data)}
		var site sink.Memory
		_, problems, err := generator.Build(config(content), &site)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if len(problems) > 0 {
			refused++
			continue
		}
		built++
		checkPage(t, "inovasi/kopi/index.html", site.Files["inovasi/kopi/index.html"])
		checkInert(t, "inovasi/kopi/index.html", site.Files["inovasi/kopi/index.html"])
	}
	if built < 10 || refused < 10 {
		t.Errorf("%d texts were built and %d refused; the test expects many of both", built, refused)
	}
}
