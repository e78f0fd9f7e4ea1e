package generator_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"siger/generator"
	"siger/generator/external"
	"siger/generator/problem"
)

// TestExternal: dead links are warned of where they stand, in fields, Markdown and
// pages; they can be silenced, and a silence without a dead link is stale.
func TestExternal(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/ada") {
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	files := smallSite(t)
	change := func(name, before, after string) {
		text := string(files[name].Data)
		if strings.Count(text, before) != 1 {
			t.Fatalf("%s does not hold %q once", name, before)
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, before, strings.ReplaceAll(after, "SITUS", server.URL), 1))}
	}
	change("2020/inovasi/kopi.yaml", "  Nama rekaan.", "  Lihat [ada](SITUS/ada_(1)), [hilang](SITUS/hilang_(1)).")
	change("2020/inovasi/kopi.yaml", "sumber: [https://contoh.example/kopi]", "sumber: [SITUS/hilang, SITUS/ada]")
	change("halaman/tentang.md", "https://contoh.example/a?b=c&d=e", "SITUS/hilang")
	change("2020/inovasi/baca.yaml", "sop: SOP 1/2019", "sop: SOP 1/2019\ntautan: SITUS/lama\nabaikan: [{kode: S607, alasan: Contoh}]")
	change("2020/inovasi/beban.yaml", "sop: SOP 3/2019", "sop: SOP 3/2019\nabaikan: [{kode: S607, alasan: Contoh}]")

	if problems, err := generator.Check(config(files)); err != nil || len(problems) > 0 {
		t.Fatalf("without the network: %v, %v", problems, err)
	}
	o := external.Options{Private: true, Pause: time.Millisecond, Timeout: 5 * time.Second}
	problems, online, err := generator.CheckExternal(context.Background(), config(files), o)
	if err != nil || !online {
		t.Fatal(online, err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Place("")+" "+string(p.Code)+" "+p.Field+" "+strings.ReplaceAll(p.Text(problem.English), server.URL, ""))
	}
	want := []string{
		"2020/inovasi/beban.yaml:5:18 S608 abaikan no warning S607 is silenced here",
		"2020/inovasi/kopi.yaml:27:",
		"2020/inovasi/kopi.yaml:28:10 S607 sumber[0] the link /hilang cannot be opened: HTTP 404",
		"halaman/tentang.md:",
	}
	if len(got) != len(want) {
		t.Fatalf("got:\n%s", strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("got %s, want %s", got[i], want[i])
		}
	}
	if !strings.HasSuffix(got[1], " S607 catatan the link /hilang_(1) cannot be opened: HTTP 404") {
		t.Errorf("in Markdown: %s", got[1])
	}

	server.Close()
	problems, online, err = generator.CheckExternal(context.Background(), config(files), o)
	if err != nil || online || len(problems) > 0 {
		t.Errorf("without a network: %v, %t, %v", problems, online, err)
	}
}
